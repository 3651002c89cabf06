"""The running clock of work: all that the officer must do next, most urgent first, each with its link."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from ntm_desktop.db.session import Session
from ntm_desktop.domain.criteria import Criterion
from ntm_desktop.domain.judging import Verdict
from ntm_desktop.domain.overview import Link, Todo
from ntm_desktop.domain.readiness import ReadinessLine, ReadinessState
from ntm_desktop.domain.stages import Stage, done_on
from ntm_desktop.services import (
    backup,
    clearance,
    commune,
    evidence,
    forecasts,
    judged,
    people,
    plans,
    responsibilities,
    todo_held_up,
    works,
)
from ntm_desktop.services.judged import IndicatorState, Judged
from ntm_desktop.services.plans import PlanView
from ntm_desktop.text import count_words, format_date, format_int, lowered, office_time

SOON = 30  # days before a deadline
OLD_BACKUP = 7  # days
_IN_OWN_LINES = frozenset({"criteria", "assessed", "targets", "evidence", "differs", "unverified"})
"""Readiness lines that speak of several indicators; here each indicator has a line of its own."""

_DOINGS = {
    "period": "Đăng ký mục tiêu theo bộ tiêu chí của năm",
    "lost": "Đính kèm lại tệp đã mất",
    "narratives": "Viết tiếp lời văn hồ sơ",
    "annex/hinh_anh": "Thêm ảnh cho phụ lục Hình ảnh minh họa",
    "annex/nguon_luc": "Ghi nguồn lực đã huy động",
    "condition/prior_tier": "Nhập quyết định công nhận danh hiệu đã có",
    "condition/security": "Nhập văn bản về an ninh, trật tự",
    "grounds": "Đối chiếu căn cứ của hồ sơ",
    "grounds_missing": "Nhập văn bản làm căn cứ",
    "grounds_open": "Ghi số, ngày của văn bản làm căn cứ",
}
"""Readiness lines whose own word says too little away from the page Hồ sơ."""

_FIRST, _OVERDUE, _BLOCK, _SOON, _WARN, _LATER = range(6)
Ranked = tuple[int, Todo]


def todos_of(
    session: Session, state: Judged, lines: Sequence[ReadinessLine], *, today: date
) -> tuple[Todo, ...]:
    """``lines``: what ``dossier.readiness_of`` says of the same state."""
    found = [
        *_beginning(session, today),
        *_plans(session, state, today),
        *_indicators(session, state),
        *_judgements(state),
        *_dossier(lines),
        *_expired_evidence(session, state, today),
        *_charges(session, state),
        *((_SOON, todo) for todo in todo_held_up.urgent(session, today)),
        *((_WARN, todo) for todo in todo_held_up.old(session, today)),
        *_land(session, today),
        *(_backup(session, today) if session.own else ()),
    ]
    return tuple(todo for _rank, todo in sorted(found, key=lambda ranked: ranked[0]))


def newest_backup(session: Session) -> datetime | None:
    """When the data were last copied, to any place that can be read now."""
    folder = session.files.folder
    return _newest(backup.places_of(folder))


def _newest(places: Sequence[Path]) -> datetime | None:
    newest = [found[0] for place in places if (found := backup.list_backups(place=place))]
    return max((datetime.fromisoformat(result.manifest.made_at) for result in newest), default=None)


def _beginning(session: Session, today: date) -> Iterator[Ranked]:
    """Without hamlets and people nothing by hamlet can be entered, nobody answers and nobody signs."""
    if not commune.list_hamlets(session):
        why = "Khảo sát, số liệu ghi theo thôn"
        yield _FIRST, Todo("hamlets", "Nhập danh sách thôn", why, "block", Link("thiet-lap", "thon"))
    if not people.list_people(session, on=today):
        why = "Chưa có người phụ trách, ký"
        yield _FIRST, Todo("people", "Nhập danh sách cán bộ", why, "block", Link("thiet-lap", "can-bo"))


def _plans(session: Session, state: Judged, today: date) -> Iterator[Ranked]:
    dated = [
        (plan.deadline, plan)
        for plan in plans.list_plans(session, set_id=state.criteria_set.id, on=today)
        if plan.deadline is not None
    ]
    waits = forecasts.awaited_on(session, set_id=state.criteria_set.id, on=today)
    for deadline, plan in sorted(dated, key=lambda found: found[0]):
        days = (deadline - today).days
        who, wait = _who(plan), waits[plan.code]
        name = state.criteria_set.official(plan.code)
        due = f"Hạn {format_date(deadline)}{f', {wait.words}' if wait.after_plan else ''}{who}"
        if _is_met(state, plan.code):
            what = f"Kết thúc kế hoạch chỉ tiêu {name}"
            yield _LATER, _on_plan("plan", plan.code, what, "Chỉ tiêu đã đạt", block=False)
        elif days < 0:
            what = f"Đẩy nhanh kế hoạch chỉ tiêu {name}, quá hạn {-days} ngày"
            yield _OVERDUE, _on_plan("plan", plan.code, what, due)
        else:
            what = f"Hoàn thành kế hoạch chỉ tiêu {name}"
            rank = _SOON if days <= SOON else _LATER
            yield rank, _on_plan("plan", plan.code, what, due, block=False)


def _indicators(session: Session, state: Judged) -> Iterator[Ranked]:
    planned = {plan.code for plan in plans.list_plans(session, set_id=state.criteria_set.id, on=state.on)}
    proofs = evidence.list_evidence(session, set_id=state.criteria_set.id)
    proven = {code for view in proofs for code in view.codes if view.holds_on(state.on)}
    people = {
        view.criterion: f" · {view.person.label}"
        for view in responsibilities.list_responsibilities(session, on=state.on)
        if view.person
    }
    bare: list[tuple[Criterion, Sequence[str], str]] = []
    for criterion in state.criteria_set.criteria:
        who = people.get(criterion.code, "")
        states = {indicator.code: state.states[indicator.code] for indicator in criterion.indicators}

        if codes := _having(states, Verdict.NO_TARGET):
            what = f"Nhập mức {_these(criterion, codes)}"
            if all(states[code].indicator.set_by_province for code in codes):
                what += " theo quyết định của tỉnh"
            link = Link("thiet-lap", f"muc/{codes[0]}")
            yield _BLOCK, Todo(f"target/{codes[0]}", what, f"Chưa thể xét{who}", "block", link)
        known_before = {
            code: why
            for code in _having(states, Verdict.NOT_ASSESSED)
            if (why := _before(session, state, code))
        }
        for code, why in known_before.items():
            what = f"Xem lại số liệu cũ của {_these(criterion, [code])}"
            yield _BLOCK, _on_indicator("again", code, what, why + who)
        if codes := [code for code in _having(states, Verdict.NOT_ASSESSED) if code not in known_before]:
            what = f"Đánh giá {_these(criterion, codes)}"
            yield _BLOCK, _on_indicator("assess", codes[0], what, f"Chưa có số liệu{who}")
        if codes := [code for code in _having(states, Verdict.UNMET) if code not in planned]:
            what = f"Lập kế hoạch cho {_these(criterion, codes)}"
            yield _BLOCK, _on_plan("no-plan", codes[0], what, f"Chưa đạt, chưa có kế hoạch{who}")
        if codes := [code for code in _having(states, Verdict.MET) if code not in proven]:
            bare.append((criterion, codes, who))
    if bare:
        yield _LATER, _without_evidence(bare)


def _without_evidence(bare: Sequence[tuple[Criterion, Sequence[str], str]]) -> Todo:
    """One for all of them: each figure that is entered as met would bring another one."""
    criterion, codes, who = bare[0]
    if len(bare) == 1:
        what, why = f"Thêm minh chứng cho {_these(criterion, codes)}", f"Đạt nhưng chưa có tệp{who}"
    else:
        what = (
            f"Thêm minh chứng cho {count_words(sum(len(found) for _, found, _ in bare), 'chỉ tiêu')} đã đạt"
        )
        why = f"Chưa có tệp: tiêu chí {', '.join(one.code for one, _, _ in bare)}"
    return _on_indicator("evidence", codes[0], what, why, block=False)


def _judgements(state: Judged) -> Iterator[Ranked]:
    for code, one in state.states.items():
        if one.differs and one.fact is not None:
            why = (
                f"Mức hoặc mục tiêu đã đổi từ lúc ghi ngày {format_date(one.fact.as_of)}: "
                "nhập số mới, hoặc bấm Số liệu vẫn đúng"
            )
            yield (
                _WARN,
                _on_indicator(
                    "differs", code, f"Xem lại chỉ tiêu {one.indicator.official_code}", why, block=False
                ),
            )
    unsure = state.standing.unverified_codes
    if unsure:
        what = f"Đối chiếu mức của {count_words(len(unsure), 'chỉ tiêu')} với văn bản gốc"
        link = Link("thiet-lap", "muc")
        yield _LATER, Todo("unverified", what, "Mức chưa đối chiếu, bản in có ghi chú", "warn", link)


def _having(states: Mapping[str, IndicatorState], verdict: Verdict) -> list[str]:
    return [code for code, one in states.items() if one.judgement.verdict is verdict]


def _these(criterion: Criterion, codes: Sequence[str]) -> str:
    """One line a criterion: fifty lines about one empty set would help nobody."""
    if len(codes) == 1:
        named = next(one for one in criterion.indicators if one.code == codes[0])
        return f"chỉ tiêu {named.official_code}"
    return f"{count_words(len(codes), 'chỉ tiêu')} của tiêu chí {criterion.code} {criterion.short_name}"


def _before(session: Session, state: Judged, code: str) -> str:
    """What is known of an indicator from before its kind or its set changed; "" if nothing."""
    if state.states[code].stale:
        return "Cách đo của chỉ tiêu đã thay đổi, cần nhập lại"
    for set_id, theirs in judged.earlier_names(state.criteria_set, code):
        old = judged.newest_fact(session, set_id=set_id, code=theirs, on=state.on)
        if old is not None:
            return f"Có số ngày {format_date(old.as_of)} của bộ tiêu chí trước, chờ tiếp nhận"
    return ""


def _dossier(lines: Sequence[ReadinessLine]) -> Iterator[Ranked]:
    ranks = {ReadinessState.BLOCK: _BLOCK, ReadinessState.WARN: _LATER}
    for found in lines:
        if found.state in ranks and found.key not in (*_IN_OWN_LINES, "illustrative"):
            yield ranks[found.state], _of_line(found)


def _of_line(found: ReadinessLine) -> Todo:
    what = _DOINGS.get(found.key, found.action)
    if found.key.startswith("separate/"):
        what = f"{found.action} của {lowered(found.what)}"
    return Todo(f"dossier/{found.key}", what, found.why, found.state.value, found.link)


def _expired_evidence(session: Session, state: Judged, today: date) -> Iterator[Ranked]:
    for view in evidence.list_evidence(session, set_id=state.criteria_set.id):
        if view.valid_to is not None and view.valid_to < today:
            why = f"Hết hiệu lực ngày {format_date(view.valid_to)}"
            what = f"Thay minh chứng “{view.title}”"
            yield _WARN, _on_indicator(f"expired/{view.uid}", view.codes[0], what, why, block=False)


def _charges(session: Session, state: Judged) -> Iterator[Ranked]:
    charged = {view.criterion for view in responsibilities.list_responsibilities(session, on=state.on)}
    missing = [criterion for criterion in state.criteria_set.criteria if criterion.code not in charged]
    if missing:
        what = f"Phân công phụ trách {count_words(len(missing), 'tiêu chí')}"
        why = f"Chưa có người phụ trách: {', '.join(criterion.code for criterion in missing)}"
        link = Link("tieu-chi", missing[0].code)
        yield _LATER, Todo("charge", what, why, "warn", link)


def _land(session: Session, today: date) -> Iterator[Ranked]:
    """A line for each work that waits for land, and one for compensation that was decided and not paid."""
    known = clearance.table(session, on=today)
    for view in works.table(session, on=today).rows if known.open else ():
        if not view.open_land or view.state.finished is not None:
            continue
        first = next(plot for plot in view.plots if plot.standing.is_open)
        what = f"Vận động {count_words(view.open_land, 'hộ')} bàn giao mặt bằng {view.name}"
        begun = done_on(view.facts.stages, Stage.START, today) is not None
        why = "Đang thi công, còn vướng mặt bằng" if begun else "Chưa bàn giao xong thì chưa khởi công được"
        why += f" · {view.person}" if view.person else ""
        link = Link("huy-dong", f"gpmb/{first.uid}")
        yield _WARN, Todo(f"land/{view.uid}", what, why, "warn", link)
    owed = [row for row in known.rows if row.standing.unpaid]
    if owed:
        what = f"Chi trả bồi thường cho {count_words(len({row.household_uid for row in owed}), 'hộ')}"
        why = f"Đã duyệt, còn {format_int(sum(row.standing.unpaid for row in owed))} đồng chưa chi trả"
        yield _WARN, Todo("land-pay", what, why, "warn", Link("huy-dong", f"gpmb/{owed[0].uid}"))


def _backup(session: Session, today: date) -> Iterator[Ranked]:
    places = backup.places_outside(session.files.folder)
    made = _newest(places)
    link = Link("thiet-lap", "sao-luu")
    if made is None:
        why = (
            "Chưa thấy bản sao lưu nào ở nơi đã chọn" if places else "Chưa chọn nơi sao lưu nào ngoài máy này"
        )
        yield _WARN, Todo("backup", "Sao lưu dữ liệu ra ổ USB", why, "warn", link)
    elif (today - (day := office_time(made).date())).days > OLD_BACKUP:
        why = f"Lần gần nhất {format_date(day)}"
        yield _WARN, Todo("backup", "Sao lưu dữ liệu ra ổ USB", why, "warn", link)


def _on_indicator(key: str, code: str, what: str, why: str, *, block: bool = True) -> Todo:
    return Todo(f"{key}/{code}", what, why, "block" if block else "warn", Link("tieu-chi", code))


def _on_plan(key: str, code: str, what: str, why: str, *, block: bool = True) -> Todo:
    """Mended in the plan of the indicator, not at its figures."""
    link = Link("tieu-chi", f"{code}/ke-hoach")
    return Todo(f"{key}/{code}", what, why, "block" if block else "warn", link)


def _is_met(state: Judged, code: str) -> bool:
    return code in state.states and state.states[code].judgement.verdict is Verdict.MET


def _who(plan: PlanView) -> str:
    return f" · {plan.person.label}" if plan.person else ""
