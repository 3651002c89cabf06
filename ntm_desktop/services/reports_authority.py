"""The papers of an authority: its communes side by side, and the appraisal of one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ntm_desktop.db.session import Session
from ntm_desktop.documents import authority_papers
from ntm_desktop.documents.authority_papers import (
    AppraisalFacts,
    CommuneEntry,
    IndicatorEntry,
    ObstacleEntry,
    PromiseEntry,
)
from ntm_desktop.documents.office import Authority
from ntm_desktop.documents.wording import VERDICT_WORDS
from ntm_desktop.domain.remarks import DECISION_WORDS, STATE_WORDS, Decision, State
from ntm_desktop.errors import NtmError
from ntm_desktop.services import communes, indicators, plans, remarks, responsibilities, status, works
from ntm_desktop.services.communes import CommuneLine
from ntm_desktop.services.digests import Digest
from ntm_desktop.services.indicators import IndicatorTable
from ntm_desktop.services.office import issuing_of
from ntm_desktop.services.remarks import RemarkView
from ntm_desktop.services.report_kinds import Form, Made, Option, Report, Wanted, made_of
from ntm_desktop.text import count_words, format_date, format_millions, natural_key

_PAGE = "cac-xa"
_PAPERS = ("separate/", "cited/", "asked/", "evidence")


def _office(session: Session, wanted: Wanted) -> Authority:
    """Who issues the paper; it is marked when any commune's values are invented."""
    office = issuing_of(session, today=wanted.today, by=wanted.by)
    if not isinstance(office, Authority):
        raise NtmError("Báo cáo này lập từ dữ liệu của cơ quan thẩm định. Chọn đúng thư mục dữ liệu.")
    invented = any(one.digest and one.digest.illustrative for one in _lines(session, wanted))
    return replace(office, illustrative=office.illustrative or invented)


def _lines(session: Session, wanted: Wanted) -> Sequence[CommuneLine]:
    return communes.overview(session, on=wanted.on).lines


def _summary(session: Session, wanted: Wanted) -> Made:
    entries = [_entry(line) for line in _lines(session, wanted)]
    return made_of(authority_papers.summary(entries, on=wanted.on, office=_office(session, wanted)))


def _entry(line: CommuneLine) -> CommuneEntry:
    digest = line.digest
    return CommuneEntry(
        name=line.name,
        district=digest.district.removeprefix("huyện ") if digest else "",
        year=digest.year if digest else None,
        met=digest.met if digest else None,
        total=digest.total if digest else None,
        lacking=_lacking(digest) if digest else (),
        late_works=digest.late_works if digest else None,
        debt=digest.debt if digest else None,
        missing_capital=digest.missing_capital if digest else None,
        waiting=line.waiting if digest else None,
        package=line.seq or None,
        package_on=line.created,
    )


def _lacking(digest: Digest) -> tuple[str, ...]:
    codes = (code for code, state in digest.criteria.items() if state in communes.LACKING)
    return tuple(sorted(codes, key=natural_key))


def _promises(session: Session, wanted: Wanted) -> Made:
    entries = [
        PromiseEntry(line.name, one.promiser, one.subject, one.promised, one.allotted, one.due)
        for line in _lines(session, wanted)
        for one in (line.digest.promises if line.digest else ())
    ]
    return made_of(authority_papers.promises(entries, on=wanted.on, office=_office(session, wanted)))


def _obstacles(session: Session, wanted: Wanted) -> Made:
    entries = [
        ObstacleEntry(line.name, one.what, one.subject, one.level, one.since)
        for line in _lines(session, wanted)
        for one in (line.digest.obstacles if line.digest else ())
    ]
    return made_of(authority_papers.obstacles(entries, on=wanted.on, office=_office(session, wanted)))


def _appraisal(session: Session, wanted: Wanted) -> Made:
    line = communes.find(_lines(session, wanted), wanted.commune)
    if line.digest is None or line.created is None:
        raise NtmError(
            f"{line.name} chưa gửi số liệu nên chưa lập được báo cáo thẩm tra. Nhập gói của xã trước."
        )
    office = _office(session, wanted)
    facts = _facts(session.of(line.code), line, wanted)
    return Made(authority_papers.appraisal(facts, office=office), office)


def _facts(session: Session, line: CommuneLine, wanted: Wanted) -> AppraisalFacts:
    digest = line.digest
    assert digest is not None
    assert line.created is not None
    table = indicators.table(session, on=wanted.on)
    said = remarks.list_remarks(session, on=wanted.on)
    debt = sum(row.state.account.debt for row in works.table(session, on=wanted.on).rows)
    made = plans.list_plans(session, set_id=table.set_id, on=wanted.on)
    decided = next(iter(remarks.decisions(session)), None)
    waiting = [one for one in said if one.state.is_open]
    return AppraisalFacts(
        commune=line.name,
        period=str(digest.year),
        package=f"gói số {line.seq} ngày {format_date(line.created)}",
        set_title=digest.set_title,
        papers=_papers(session, wanted),
        guidance=_guidance(session, table, len(made), wanted),
        criteria=tuple(_indicators(table, said)),
        met=digest.met,
        total=digest.total,
        debt=(
            f"Còn nợ đọng xây dựng cơ bản {format_millions(debt)}."
            if debt
            else "Không có nợ đọng xây dựng cơ bản."
        ),
        plan=(
            f"Xã đang thực hiện {count_words(len(made), 'kế hoạch')} khắc phục, nâng cao tiêu chí."
            if made
            else "Xã chưa gửi kế hoạch nâng cao chất lượng tiêu chí."
        ),
        open_remarks=tuple(
            f"{one.subject}: {one.body} ({STATE_WORDS[one.state].lower()})" for one in waiting
        ),
        outcome=_outcome(decided),
        proposals=_proposals(line, bool(waiting)),
    )


def _papers(session: Session, wanted: Wanted) -> tuple[tuple[str, str], ...]:
    """What the commune's own readiness list still lacks of papers and of asking the people."""
    lines = status.status(session, on=wanted.on)["readiness"]["lines"]
    about = [one for one in lines if one["state"] == "block" and one["key"].startswith(_PAPERS)]
    if not about:
        return (("Thành phần hồ sơ", "đủ theo quy định"),)
    return tuple((one["what"], one["why"][:1].lower() + one["why"][1:]) for one in about)


def _guidance(session: Session, table: IndicatorTable, planned: int, wanted: Wanted) -> str:
    charged = {one.criterion for one in responsibilities.list_responsibilities(session, on=wanted.on)}
    known = sum(one.code in charged for one in table.criteria)
    return (
        f"Xã đã phân công người phụ trách {known}/{len(table.criteria)} tiêu chí; "
        f"có {count_words(planned, 'kế hoạch')} khắc phục tiêu chí chưa đạt."
    )


def _indicators(table: IndicatorTable, said: Sequence[RemarkView]) -> Sequence[IndicatorEntry]:
    by_code: dict[str, list[RemarkView]] = {}
    for one in said:
        if one.set_id == table.set_id and one.target.indicator:
            by_code.setdefault(one.target.indicator, []).append(one)
    return [
        IndicatorEntry(
            criterion=f"{criterion.code}. {criterion.name}",
            code=row.official_code,
            name=row.text,
            required=row.level_text,
            result=row.value_text,
            own=VERDICT_WORDS[row.verdict],
            authority=_opinion(by_code.get(row.code, ())),
            note="; ".join(one.body for one in by_code.get(row.code, ()) if one.state is not State.WITHDRAWN),
        )
        for criterion in table.criteria
        for row in criterion.indicators
    ]


_OPINIONS: Mapping[State, str] = {
    State.NEW: "Chờ xã giải trình",
    State.ANSWERED: "Đang xem giải trình",
    State.RETURNED: "Chưa nhất trí",
    State.ACCEPTED: "Nhất trí sau giải trình",
}


def _opinion(said: Sequence[RemarkView]) -> str:
    """By the remark that weighs most; without any the authority has not objected."""
    for state in (State.RETURNED, State.NEW, State.ANSWERED, State.ACCEPTED):
        if any(one.state is state for one in said):
            return _OPINIONS[state]
    return "Không nhận xét"


def _outcome(decided: Decision | None) -> str:
    if decided is None:
        return ""
    number = f" (văn bản số {decided.number})" if decided.number else ""
    return f"{DECISION_WORDS[decided.outcome]}{number}. {decided.body}".strip()


def _proposals(line: CommuneLine, waiting: bool) -> str:
    if waiting:
        return f"Đề nghị {line.name} giải trình, bổ sung theo các nhận xét ở mục III và gửi lại số liệu."
    return "Không có kiến nghị khác."


REPORTS: Sequence[Report] = (
    Report("tong-hop-xa", "Tổng hợp kết quả của các xã", _summary, page=_PAGE, of_authority=True),
    Report("von-cac-xa", "Vốn cam kết cho các xã", _promises, page=_PAGE, of_authority=True),
    Report("vuong-mac-cac-xa", "Khó khăn, vướng mắc theo cấp", _obstacles, page=_PAGE, of_authority=True),
    Report(
        "tham-tra",
        "Báo cáo thẩm tra một xã",
        _appraisal,
        (Option.COMMUNE,),
        Form.GATHERED,
        _PAGE,
        of_authority=True,
    ),
)
