"""A contractor's record: its works and how late they are, letters that urged it on, what it answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ntm_desktop.domain.alerts import SOON
from ntm_desktop.domain.progress import DelayCause
from ntm_desktop.domain.works import WorkState
from ntm_desktop.errors import EntryRefused
from ntm_desktop.text import format_date


class LetterState(StrEnum):
    ANSWERED = "answered"
    WAITING = "waiting"
    LATE = "late"


STATE_WORDS = {
    LetterState.ANSWERED: "Đã trả lời",
    LetterState.WAITING: "Chờ trả lời",
    LetterState.LATE: "Quá hạn trả lời",
}


class Fault(StrEnum):
    """Whose matter a delay is, by its cause."""

    CONTRACTOR = "contractor"
    OFFICE = "office"
    """Capital, land, procedure: what whoever has the work built must bring."""
    NOBODY = "nobody"
    """Weather, epidemic."""
    UNTOLD = "untold"
    """No cause was recorded, or one that the list does not know."""


_FAULTS = {
    DelayCause.CONTRACTOR: Fault.CONTRACTOR,
    DelayCause.CAPITAL: Fault.OFFICE,
    DelayCause.LAND: Fault.OFFICE,
    DelayCause.PROCEDURE: Fault.OFFICE,
    DelayCause.WEATHER: Fault.NOBODY,
    DelayCause.EPIDEMIC: Fault.NOBODY,
}


class Urging(StrEnum):
    """What a letter has to say of a work, the gravest first."""

    LATE = "late"
    SOON = "soon"
    """Not late, but its contract ends within the next days."""
    BUILT = "built"
    """Only its acceptance is missing."""


def urging_of(state: WorkState) -> Urging | None:
    """None: it is in time, or accepted, and nobody is written to about it."""
    if state.finished is not None:
        return None
    if state.built is not None:
        return Urging.BUILT
    if state.is_late:
        return Urging.LATE
    ends = state.contract_finish
    return Urging.SOON if ends is not None and (ends - state.on).days <= SOON else None


@dataclass(frozen=True, slots=True)
class DelayReason:
    """What a dated measurement named as the cause of delay."""

    on: date
    cause: DelayCause
    note: str = ""


def fault_of(cause: DelayCause | None) -> Fault:
    """By the newest cause that was recorded: an earlier one may be over."""
    return _FAULTS.get(cause, Fault.UNTOLD) if cause is not None else Fault.UNTOLD


@dataclass(frozen=True, slots=True)
class Letter:
    sent: date
    asked: date | None = None
    answered: date | None = None

    def state_on(self, on: date) -> LetterState:
        if self.answered is not None and self.answered <= on:
            return LetterState.ANSWERED
        return LetterState.LATE if self.asked is not None and self.asked < on else LetterState.WAITING


@dataclass(frozen=True, slots=True)
class Record:
    """One contractor on one day."""

    works: int = 0
    unfinished: int = 0
    late: int = 0
    """Unbuilt ones behind their plan or past the end of their contract."""
    worst: int = 0
    """Days by which the latest of them is late."""
    letters: int = 0
    unanswered: int = 0
    overdue: int = 0
    """Unanswered ones whose day has passed."""

    @property
    def needs_action(self) -> bool:
        return bool(self.late or self.overdue)


def record_of(works: Iterable[WorkState], letters: Iterable[Letter], on: date) -> Record:
    states = list(works)
    days = [state.days_late for state in states]
    sent = [letter.state_on(on) for letter in letters if letter.sent <= on]
    return Record(
        works=len(states),
        unfinished=sum(state.built is None for state in states),
        late=sum(late > 0 for late in days),
        worst=max(days, default=0),
        letters=len(sent),
        unanswered=sum(state is not LetterState.ANSWERED for state in sent),
        overdue=sum(state is LetterState.LATE for state in sent),
    )


def check_letter(letter: Letter, *, today: date, answer: str) -> None:
    """Refuses days that cannot be, an answer before its letter, and an answer that says nothing."""
    if letter.sent > today:
        raise EntryRefused(
            "sent",
            f"Ngày gửi {format_date(letter.sent)} ở sau hôm nay ({format_date(today)}). Nhập lại ngày.",
        )
    if letter.asked is not None and letter.asked < letter.sent:
        raise EntryRefused(
            "asked",
            f"Hạn trả lời {format_date(letter.asked)} ở trước ngày gửi {format_date(letter.sent)}. "
            "Nhập lại hạn.",
        )
    if letter.answered is None:
        if answer.strip():
            raise EntryRefused("answered", "Có nội dung trả lời mà chưa có ngày. Nhập ngày trả lời.")
        return
    if letter.answered < letter.sent:
        raise EntryRefused(
            "answered",
            f"Ngày trả lời {format_date(letter.answered)} ở trước ngày gửi {format_date(letter.sent)}. "
            "Nhập lại ngày.",
        )
    if letter.answered > today:
        raise EntryRefused(
            "answered",
            f"Ngày trả lời {format_date(letter.answered)} ở sau hôm nay ({format_date(today)}). "
            "Nhập lại ngày.",
        )
    if not answer.strip():
        raise EntryRefused("answer", "Chưa nhập nội dung trả lời của đơn vị thi công.")
