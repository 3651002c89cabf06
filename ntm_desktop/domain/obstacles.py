"""Obstacles (khó khăn, vướng mắc): where one stands on a day, how old it is, which event may follow which.

An obstacle is open from the day it arose. It is sent to the level that must decide, perhaps reminded of,
answered, closed; what was closed may be opened again. All of it is derived from dated events.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ntm_desktop.domain.corrections import in_order
from ntm_desktop.errors import EntryRefused
from ntm_desktop.text import format_date, search_key

OLD = 30  # days; an obstacle that is open longer is told of on its own


class Level(StrEnum):
    """Who must decide, from the bottom up."""

    COMMUNE = "xa"
    DISTRICT = "huyen"
    PROVINCE = "tinh"
    CENTRAL = "trung-uong"


LEVEL_NAMES = {
    Level.COMMUNE: "Xã",
    Level.DISTRICT: "Huyện",
    Level.PROVINCE: "Tỉnh",
    Level.CENTRAL: "Trung ương",
}

ANSWER_DAYS = {Level.COMMUNE: 7, Level.DISTRICT: 15, Level.PROVINCE: 30, Level.CENTRAL: 60}
"""Days after which an answer is late when the letter named no day: a habit of offices, not a rule
[recalled, low]. The day in the letter always goes before it."""


class EventKind(StrEnum):
    SENT = "sent"
    REMINDED = "reminded"
    ANSWERED = "answered"
    CLOSED = "closed"
    REOPENED = "reopened"


EVENT_NAMES = {
    EventKind.SENT: "Gửi cấp giải quyết",
    EventKind.REMINDED: "Nhắc lại",
    EventKind.ANSWERED: "Có trả lời",
    EventKind.CLOSED: "Đã giải quyết",
    EventKind.REOPENED: "Vướng lại",
}


class State(StrEnum):
    OWN = "own"  # the commune's to solve, and nobody was written to
    NOT_SENT = "not_sent"
    WAITING = "waiting"
    OVERDUE = "overdue"
    ANSWERED = "answered"
    CLOSED = "closed"


STATE_WORDS = {
    State.OWN: "Xã giải quyết",
    State.NOT_SENT: "Chưa gửi",
    State.WAITING: "Chờ trả lời",
    State.OVERDUE: "Quá hạn trả lời",
    State.ANSWERED: "Đã trả lời",
    State.CLOSED: "Đã giải quyết",
}


_NO_LEVEL = re.compile(r"\b(chua|khong) (co|quy dinh|ban hanh|quyet dinh|giao|cong bo)( \w+){0,2} muc\b")
_CODE = re.compile(r"(?<![\w.])\d+(?:\.\d+)+(?!\w|\.\d)")


def waits_for_level(what: str) -> tuple[str, ...]:
    """The codes of the indicators that it names, when it says that their level is not set yet: “chưa có mức
    của chỉ tiêu 2.2”. Marks and case aside; of any other obstacle nothing."""
    words = search_key(what)
    return tuple(dict.fromkeys(_CODE.findall(words))) if _NO_LEVEL.search(words) else ()


@dataclass(frozen=True, slots=True)
class Event:
    kind: EventKind
    on: date
    due: date | None = None  # of what was sent, or of a reminder: by when an answer is asked for
    uid: str = ""
    seq: int = 0
    supersedes: str | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """One obstacle on one day."""

    state: State
    age: int
    """Days from when it arose to that day, or to the day it was closed."""
    sent: date | None = None
    """When it was first sent since it arose or was opened again."""
    due: date | None = None
    answered: date | None = None
    closed: date | None = None
    days_over: int = 0
    """Days since the answer was due, while it is still waited for."""

    @property
    def is_open(self) -> bool:
        return self.state is not State.CLOSED


def standing_on(since: date, level: Level, events: Iterable[Event], on: date) -> Standing:
    """Where an obstacle stands at the end of a day; on a day before it arose it is 0 days old."""
    sent = due = answered = closed = None
    for one in in_order(events):
        if one.on > on:
            break
        if one.kind is EventKind.REOPENED:
            sent = due = answered = closed = None
        elif one.kind is EventKind.CLOSED:
            closed = one.on
        elif one.kind is EventKind.ANSWERED:
            answered = one.on
        elif one.kind is EventKind.SENT:
            sent, answered = sent or one.on, None
            due = one.due or one.on + timedelta(days=ANSWER_DAYS[level])
        else:
            due = one.due or due
            answered = None
    age = max(0, ((closed or on) - since).days)
    if closed is not None:
        state = State.CLOSED
    elif answered is not None:
        state = State.ANSWERED
    elif sent is None:
        state = State.OWN if level is Level.COMMUNE else State.NOT_SENT
    else:
        state = State.OVERDUE if due is not None and due < on else State.WAITING
    over = (on - due).days if state is State.OVERDUE and due is not None else 0
    return Standing(state, age, sent, due, answered, closed, over)


def check_event(
    new: Event, events: Sequence[Event], *, since: date, today: date, note: str, reason: str
) -> None:
    """Refuses an event on a day that cannot be, and one that cannot follow, or be followed by, the others.

    ``events`` are those of the obstacle; the one that ``new`` corrects does not count, nor do those of days
    to come, which only the story of a sample has.
    """
    if new.on > today:
        raise EntryRefused(
            "on",
            f"Ngày {format_date(new.on)} ở sau hôm nay ({format_date(today)}). Nhập lại ngày.",
        )
    if new.on < since:
        raise EntryRefused(
            "on",
            f"Ngày {format_date(new.on)} ở trước ngày phát sinh ({format_date(since)}). Nhập lại ngày, "
            "hoặc sửa ngày phát sinh.",
        )
    if new.due is not None and new.due < new.on:
        raise EntryRefused(
            "due",
            f"Hạn trả lời {format_date(new.due)} ở trước ngày gửi {format_date(new.on)}. Nhập lại hạn.",
        )
    if new.kind is EventKind.REOPENED and not note.strip():
        raise EntryRefused("note", "Ghi vì sao vướng lại, ví dụ quyết định bị thu hồi.")
    if new.supersedes is not None and not reason.strip():
        raise EntryRefused("reason", "Ghi lý do sửa diễn biến đã nhập; nội dung trước vẫn được lưu.")
    _check_sequence(new, [one for one in in_order([*events, new]) if one.on <= today])


def _check_sequence(new: Event, ordered: Sequence[Event]) -> None:
    is_open, sent = True, False
    for one in ordered:
        if (why := _conflict(one.kind, is_open=is_open, sent=sent)) is not None:
            if one is new:
                raise EntryRefused("event", why)
            raise EntryRefused(
                "on",
                f"Không khớp với diễn biến “{EVENT_NAMES[one.kind]}” ngày {format_date(one.on)}: {why}",
            )
        if one.kind is EventKind.CLOSED:
            is_open = False
        elif one.kind is EventKind.REOPENED:
            is_open, sent = True, False
        elif one.kind is EventKind.SENT:
            sent = True


def _conflict(kind: EventKind, *, is_open: bool, sent: bool) -> str | None:
    if kind is EventKind.REOPENED:
        return "Vướng mắc đang mở. Chỉ ghi vướng lại sau khi đã giải quyết." if is_open else None
    if not is_open:
        return "Vướng mắc đã giải quyết trước ngày này. Ghi vướng lại trước, hoặc nhập lại ngày."
    if kind in (EventKind.REMINDED, EventKind.ANSWERED) and not sent:
        return "Chưa ghi ngày gửi cấp giải quyết trước ngày này. Ghi ngày gửi trước, hoặc nhập lại ngày."
    return None
