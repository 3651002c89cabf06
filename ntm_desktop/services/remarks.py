"""Remarks of the authority on single values, the commune's answers, and what was decided.

A remark holds the value that it was made on; beside it stands the value of today. Neither side changes a row
of the other: what is new goes with the next package.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import RowMapping, select

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import insert, next_seq
from ntm_desktop.db.models import answer, assessment, decision, inbox, receipt, remark, verdict, work
from ntm_desktop.db.session import Session, live
from ntm_desktop.documents.wording import VERDICT_WORDS
from ntm_desktop.domain.remarks import DECISION_WORDS, STATE_WORDS, Decision, Outcome, State
from ntm_desktop.errors import NtmError
from ntm_desktop.services import indicators, works
from ntm_desktop.services.fields import body, day_of, iso, line, required
from ntm_desktop.services.judged import judge_on
from ntm_desktop.services.remark_states import by_remark, state_by
from ntm_desktop.services.workplace import NOBODY
from ntm_desktop.sync import canonical
from ntm_desktop.text import format_percent

WHOLE = "Hồ sơ của xã"
_GONE = "Nhận xét này không còn trong dữ liệu. Mở lại trang để thấy dữ liệu mới nhất."
_CLOSED = "Nhận xét này đã khép lại ({state}) nên không trả lời nữa."
_NO_PACKAGE = "Xã này chưa gửi gói nào nên chưa có gì để nhận xét. Nhập gói của xã ở trang Trao đổi trước."
NOTHING_CHOSEN = "Chưa chọn chỉ tiêu hoặc công trình để nhận xét. Chọn ít nhất một dòng."
_NAMELESS = (
    "Chưa ghi vì chưa biết ai ghi: cơ quan chưa có người phụ trách. Ghi họ tên người phụ trách ở Thiết lập, "
    "mục Nhân sự, rồi làm lại; bằng dòng lệnh thì thêm --as và họ tên."
)
_NOT_THERE = "Chưa ghi nhận xét nào vì có mục không có trong số liệu của xã. Chọn lại rồi ghi."
_NO_INDICATOR = "Không có chỉ tiêu {code} trong bộ tiêu chí của xã."
_NO_WORK = "Công trình không còn trong danh mục của xã. Mở lại trang Công trình."
_NO_ANSWER = "Xã chưa trả lời nhận xét này nên chưa trả lại được. Chờ gói trả lời, hoặc rút nhận xét."


class Nameless(NtmError):  # noqa: N818 - it says what is missing
    """Nobody is named as the one who says it."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a remark is about: an indicator by its code, a work by its uid, or with neither the whole."""

    indicator: str = ""
    work: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    uid: str
    body: str
    by: str
    at: str
    outcome: Outcome | None = None  # of a verdict


@dataclass(frozen=True, slots=True)
class RemarkView:
    uid: str
    target: Target
    set_id: str
    subject: str
    on_seq: int  # number of the package that it was made on
    value_then: str
    value_now: str
    body: str
    by: str
    made_at: str
    due: date | None
    state: State
    said: tuple[Said, ...]
    """Answers and verdicts in their order."""

    @property
    def is_changed(self) -> bool:
        return self.value_then != self.value_now


def list_remarks(session: Session, *, on: date) -> tuple[RemarkView, ...]:
    """Newest first, on either side; ``on`` is the day of the values of now."""
    rows = session.rows(live(remark, session).order_by(remark.c.seq.desc()))
    if not rows:
        return ()
    answers, verdicts = by_remark(session)
    now = _Values(session, on)
    return tuple(_view(row, answers.get(row["uid"], ()), verdicts.get(row["uid"], ()), now) for row in rows)


def of_indicators(session: Session, *, set_id: str, on: date) -> Mapping[str, tuple[RemarkView, ...]]:
    """By the code of the indicator in that set, newest first."""
    found: dict[str, tuple[RemarkView, ...]] = {}
    for view in list_remarks(session, on=on):
        if view.target.indicator and view.set_id == set_id:
            code = view.target.indicator
            found[code] = (*found.get(code, ()), view)
    return found


def of_works(session: Session, *, on: date) -> Mapping[str, tuple[RemarkView, ...]]:
    """By the uid of the work, newest first."""
    found: dict[str, tuple[RemarkView, ...]] = {}
    for view in list_remarks(session, on=on):
        if view.target.work:
            found[view.target.work] = (*found.get(view.target.work, ()), view)
    return found


def require_readable(session: Session) -> None:
    """Raises ValueError for rows of an authority that no page could show."""
    answers, verdicts = by_remark(session)
    for row in session.rows(live(remark, session)):
        told = answers.get(row["uid"], ()), verdicts.get(row["uid"], ())
        state_by(*told)
        day_of(row["due"])
        list(_in_turn(*told))
    decisions(session)
    for row in session.rows(live(receipt, session)):
        missing = json.loads(row["missing"])
        if not isinstance(missing, list) or not all(isinstance(one, str) for one in missing):
            raise ValueError("a receipt that does not say what is missing")


def add(
    session: Session, *, targets: Sequence[Target], text: str, on: date, due: date | None = None
) -> Changes:
    """The authority remarks on one or many at once, each on the value that it sees."""
    required({"Nội dung nhận xét": text})
    by = _named(session)
    if not targets:
        raise NtmError(NOTHING_CHOSEN)
    package = session.row(live(inbox, session).where(inbox.c.kind == "submission", inbox.c.current == 1))
    if package is None:
        raise NtmError(_NO_PACKAGE)
    now = _Values(session, on)
    if problems := [problem for target in targets if (problem := now.problem(target))]:
        raise NtmError(_NOT_THERE, problems)
    first = next_seq(session, remark)
    rows = []
    for seq, target in enumerate(targets, first):
        found = now.of(target)
        rows.append(
            {
                "package_id": package["package_id"],
                "on_seq": package["seq"],
                "table_name": found.table,
                "row_uid": found.row_uid,
                "row_sha256": hashlib.sha256(found.line).hexdigest(),
                "row_then": found.line.decode(),
                "set_id": now.set_id if target.indicator else "",
                "indicator": target.indicator,
                "subject": found.subject,
                "value_then": found.text,
                "body": body(text),
                "by_name": by,
                "made_at": session.at_text,
                "due": iso(due),
                "seq": seq,
            }
        )
    return insert(session, remark, rows)


def reply(session: Session, *, uid: str, text: str) -> Changes:
    """The commune answers; it goes with the next submission."""
    required({"Nội dung trả lời": text})
    state = _state_of(session, uid)
    if state in (State.ACCEPTED, State.WITHDRAWN):
        raise NtmError(_CLOSED.format(state=STATE_WORDS[state].lower()))
    row = {
        "remark_uid": uid,
        "body": body(text),
        "by_name": session.by,
        "made_at": session.at_text,
        "seq": next_seq(session, answer),
    }
    return insert(session, answer, [row])


def conclude(session: Session, *, uid: str, outcome: Outcome, text: str = "") -> Changes:
    """The authority accepts or returns the newest answer, or withdraws its remark."""
    _state_of(session, uid)
    answers, _verdicts = by_remark(session)
    newest = answers[uid][-1]["uid"] if uid in answers else ""
    if outcome is Outcome.RETURNED:
        required({"Lý do trả lại": text})
        if not newest:
            raise NtmError(_NO_ANSWER)
    row = {
        "remark_uid": uid,
        "answer_uid": newest,
        "outcome": outcome.value,
        "body": body(text),
        "by_name": _named(session),
        "made_at": session.at_text,
        "seq": next_seq(session, verdict),
    }
    return insert(session, verdict, [row])


def decide(
    session: Session, *, outcome: str, number: str = "", issued: date | None = None, text: str = ""
) -> Changes:
    """What the authority decided about the commune on the package that it has."""
    if outcome not in DECISION_WORDS:
        raise ValueError(outcome)
    package = session.row(live(inbox, session).where(inbox.c.kind == "submission", inbox.c.current == 1))
    if package is None:
        raise NtmError(_NO_PACKAGE)
    row = {
        "package_id": package["package_id"],
        "outcome": outcome,
        "number": line(number),
        "issued": iso(issued),
        "body": body(text),
        "by_name": _named(session),
        "made_at": session.at_text,
        "seq": next_seq(session, decision),
    }
    return insert(session, decision, [row])


def decisions(session: Session) -> tuple[Decision, ...]:
    """Newest first."""
    return tuple(
        Decision(
            uid=row["uid"],
            outcome=row["outcome"],
            number=row["number"],
            issued=day_of(row["issued"]),
            body=row["body"],
            by=row["by_name"],
            made_at=row["made_at"],
        )
        for row in session.rows(live(decision, session).order_by(decision.c.seq.desc()))
    )


@dataclass(frozen=True, slots=True)
class _Found:
    subject: str
    text: str
    table: str = ""
    row_uid: str = ""
    line: bytes = b""


class _Values:
    """What stands in the commune's data on a day, in words; read once for many remarks."""

    def __init__(self, session: Session, on: date) -> None:
        self._session, self._on = session, on
        self._judged = judge_on(session, on=on)
        self._works = {one.uid: one for one in works.table(session, on=on).rows}

    @property
    def set_id(self) -> str:
        return self._judged.criteria_set.id

    def problem(self, target: Target) -> str:
        """Why nothing can be said of it; "" when something can."""
        if target.indicator and target.indicator not in self._judged.states:
            return _NO_INDICATOR.format(code=target.indicator)
        return _NO_WORK if target.work and target.work not in self._works else ""

    def of(self, target: Target) -> _Found:
        if target.indicator:
            return self._indicator(target.indicator)
        return self._work(target.work) if target.work else _Found(WHOLE, "")

    def _indicator(self, code: str) -> _Found:
        one = self._judged.states.get(code)
        if one is None:
            return _Found(f"Chỉ tiêu {code}", "không có trong bộ tiêu chí đang dùng")
        value = indicators.value_text(one, short=False)
        words = VERDICT_WORDS[one.judgement.verdict]
        text = f"{value} – {words}" if value and value != words else words
        row = self._row(assessment.name, one.fact.uid) if one.fact else b""
        uid = one.fact.uid if one.fact else ""
        return _Found(f"{code} {one.indicator.text}", text, assessment.name, uid, row)

    def _work(self, uid: str) -> _Found:
        one = self._works.get(uid)
        if one is None:
            return _Found("Công trình đã xóa", "không còn trong danh mục")
        late = f", chậm {one.state.days_late} ngày" if one.state.is_late else ""
        return _Found(
            one.name, f"{format_percent(one.state.share)}{late}", work.name, uid, self._row(work.name, uid)
        )

    def _row(self, name: str, uid: str) -> bytes:
        table = {assessment.name: assessment, work.name: work}[name]
        own = table.c.commune_id == self._session.commune_id
        row = self._session.row(select(table).where(own, table.c.uid == uid))
        return canonical.row_line(row) if row is not None else b""


def _named(session: Session) -> str:
    """Who says it. What goes to a commune is said by somebody."""
    if session.by in ("", NOBODY):
        raise Nameless(_NAMELESS)
    return session.by


def _state_of(session: Session, uid: str) -> State:
    if session.row(live(remark, session).where(remark.c.uid == uid)) is None:
        raise NtmError(_GONE)
    answers, verdicts = by_remark(session)
    return state_by(answers.get(uid, ()), verdicts.get(uid, ()))


def _view(
    row: RowMapping, answers: Sequence[RowMapping], verdicts: Sequence[RowMapping], now: _Values
) -> RemarkView:
    target = Target(row["indicator"], row["row_uid"] if row["table_name"] == work.name else "")
    return RemarkView(
        uid=row["uid"],
        target=target,
        set_id=row["set_id"],
        subject=row["subject"],
        on_seq=row["on_seq"],
        value_then=row["value_then"],
        value_now=now.of(target).text,
        body=row["body"],
        by=row["by_name"],
        made_at=row["made_at"],
        due=day_of(row["due"]),
        state=state_by(answers, verdicts),
        said=tuple(_in_turn(answers, verdicts)),
    )


def _in_turn(answers: Sequence[RowMapping], verdicts: Sequence[RowMapping]) -> Iterator[Said]:
    """Each answer followed by what was said of it; the sides count by themselves."""
    for answered in (None, *answers):
        if answered is not None:
            yield _said(answered)
        uid = answered["uid"] if answered is not None else ""
        yield from (_said(row, Outcome(row["outcome"])) for row in verdicts if row["answer_uid"] == uid)


def _said(row: RowMapping, outcome: Outcome | None = None) -> Said:
    return Said(row["uid"], row["body"], row["by_name"], row["made_at"], outcome)
