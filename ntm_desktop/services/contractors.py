"""Contractors: what each builds for the commune, how late it is, the letters it got and its answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import RowMapping

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import insert, remove, update
from ntm_desktop.db.models import contract, contractor, contractor_letter, contractor_letter_work, work
from ntm_desktop.db.session import Session, live, until_written
from ntm_desktop.db.session import names as names_of
from ntm_desktop.documents.urging import ANSWER_DAYS
from ntm_desktop.domain.contractors import (
    STATE_WORDS,
    Letter,
    LetterState,
    Record,
    check_letter,
    record_of,
)
from ntm_desktop.domain.works import WorkState
from ntm_desktop.errors import NtmError
from ntm_desktop.services import works as register
from ntm_desktop.services.fields import body, day_of, iso, line, required
from ntm_desktop.services.works import WorkView
from ntm_desktop.text import format_date, sort_key


@dataclass(frozen=True, slots=True)
class BuiltWork:
    uid: str
    name: str
    state: WorkState

    @property
    def late(self) -> int:
        """Days behind the plan or past the contract."""
        return self.state.days_late


@dataclass(frozen=True, slots=True)
class LetterView:
    uid: str
    number: str
    sent: date
    content: str
    asked: date | None
    answered: date | None
    """None while it was not answered on the day of the list."""
    answer: str
    state: LetterState
    works: tuple[tuple[str, str], ...]  # uid, name

    @property
    def label(self) -> str:
        """“Số 35/CV-BQL ngày 14/6/2021”."""
        number = f"Số {self.number} " if self.number else ""
        return f"{number}ngày {format_date(self.sent)}"

    @property
    def state_text(self) -> str:
        return STATE_WORDS[self.state]


@dataclass(frozen=True, slots=True)
class ContractorRow:
    uid: str
    name: str
    community: bool
    address: str
    contact: str
    tax_code: str
    works: tuple[BuiltWork, ...]
    letters: tuple[LetterView, ...]
    """Sent until the day of the list, newest first."""
    record: Record

    @property
    def kind_text(self) -> str:
        return "Cộng đồng, tổ nhóm" if self.community else "Doanh nghiệp, HTX"


def table(session: Session, *, on: date) -> tuple[ContractorRow, ...]:
    """All contractors as of a day: those that are late first, then by name."""
    built = _built(session, on)
    sent = letters(session, on=on)
    rows = [
        _row(row, built.get(row["uid"], ()), sent.get(row["uid"], ()), on)
        for row in session.rows(live(contractor, session))
    ]
    return tuple(sorted(rows, key=lambda row: (-row.record.worst, sort_key(row.name))))


@until_written(contractor_letter, contractor_letter_work, named=(work,))
def letters(session: Session, *, on: date) -> Mapping[str, tuple[LetterView, ...]]:
    """By contractor, newest first, those sent until the end of a day."""
    query = live(contractor_letter, session).where(contractor_letter.c.sent <= on.isoformat())
    rows = session.rows(query.order_by(contractor_letter.c.sent.desc(), contractor_letter.c.uid))
    if not rows:
        return {}
    links = live(contractor_letter_work, session)
    titles = names_of(work, session, of=links.with_only_columns(contractor_letter_work.c.work_uid))
    linked: dict[str, list[tuple[str, str]]] = {}
    for link in session.rows(links):
        linked.setdefault(link["letter_uid"], []).append((link["work_uid"], titles[link["work_uid"]]))
    found: dict[str, tuple[LetterView, ...]] = {}
    for row in rows:
        view = _letter_view(row, linked.get(row["uid"], ()), on)
        found[row["contractor_uid"]] = (*found.get(row["contractor_uid"], ()), view)
    return found


def names(session: Session) -> Mapping[str, str]:
    """Of all contractors, by uid."""
    return names_of(contractor, session)


def remove_contractor(session: Session, *, uid: str) -> Changes:
    """Refused while a contract or a letter names it."""
    return remove(session, contractor, [uid])


def asked_by(letter_of: date) -> date:
    """When the urging letter of a day asks to be answered."""
    return letter_of + timedelta(days=ANSWER_DAYS)


def save_letter(
    session: Session,
    *,
    uid: str | None = None,
    contractor_uid: str,
    number: str,
    sent: date,
    content: str,
    works: Sequence[str],
    today: date,
    asked: date | None = None,
    answered: date | None = None,
    answer: str = "",
) -> Changes:
    """Records a letter that went to a contractor about some works, and its answer; or changes the one of
    ``uid``."""
    required({"nội dung công văn": content})
    if not works:
        raise NtmError("Chưa chọn công trình. Chọn ít nhất một công trình mà công văn đôn đốc.")
    check_letter(Letter(sent, asked, answered), today=today, answer=answer)
    values = {
        "contractor_uid": contractor_uid,
        "number": line(number),
        "sent": sent.isoformat(),
        "content": body(content),
        "asked": iso(asked),
        "answered": iso(answered),
        "answer": body(answer),
    }
    same = session.rows(
        live(contractor_letter, session).where(
            contractor_letter.c.number == values["number"], contractor_letter.c.sent == values["sent"]
        )
    )
    if values["number"] and any(row["uid"] != uid for row in same):
        raise NtmError(
            f"Đã ghi công văn số {values['number']} ngày {format_date(sent)}. Mở công văn đó để sửa."
        )
    known: Mapping[str, str] = {}
    if uid is None:
        uid = session.new_uid()
        changes = insert(session, contractor_letter, [{"uid": uid, **values}])
    else:
        changes = update(session, contractor_letter, uid, values)
        links = live(contractor_letter_work, session).where(contractor_letter_work.c.letter_uid == uid)
        known = {link["work_uid"]: link["uid"] for link in session.rows(links)}
    gone = [link for key, link in known.items() if key not in works]
    changes |= remove(session, contractor_letter_work, gone)
    new = [key for key in dict.fromkeys(works) if key not in known]
    rows = [{"uid": session.new_uid(), "letter_uid": uid, "work_uid": key} for key in new]
    return changes | insert(session, contractor_letter_work, rows)


def _built(session: Session, on: date) -> Mapping[str, Sequence[WorkView]]:
    """By contractor, the works that it signed for by a day, in the office's own order."""
    signed: dict[str, dict[str, None]] = {}
    for row in session.rows(live(contract, session).where(contract.c.signed <= on.isoformat())):
        signed.setdefault(row["work_uid"], {})[row["contractor_uid"]] = None
    found: dict[str, list[WorkView]] = {}
    for view in register.table(session, on=on).rows if signed else ():
        for builder in signed.get(view.uid, ()):
            found.setdefault(builder, []).append(view)
    return found


def _row(
    row: RowMapping, works: Sequence[WorkView], letters: Sequence[LetterView], on: date
) -> ContractorRow:
    built = tuple(BuiltWork(view.uid, view.name, view.state) for view in works)
    facts = [Letter(view.sent, view.asked, view.answered) for view in letters]
    return ContractorRow(
        uid=row["uid"],
        name=row["name"],
        community=bool(row["community"]),
        address=row["address"],
        contact=row["contact"],
        tax_code=row["tax_code"],
        works=built,
        letters=tuple(letters),
        record=record_of((one.state for one in built), facts, on),
    )


def _letter_view(row: RowMapping, works: Sequence[tuple[str, str]], on: date) -> LetterView:
    facts = Letter(date.fromisoformat(row["sent"]), day_of(row["asked"]), day_of(row["answered"]))
    state = facts.state_on(on)
    answered = state is LetterState.ANSWERED
    return LetterView(
        uid=row["uid"],
        number=row["number"],
        sent=facts.sent,
        content=row["content"],
        asked=facts.asked,
        answered=facts.answered if answered else None,
        answer=row["answer"] if answered else "",
        state=state,
        works=tuple(works),
    )
