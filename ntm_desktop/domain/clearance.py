"""Site clearance (giải phóng mặt bằng): where one household's plot stands on a day, which event may follow.

A plot is open until its land is handed over. Donated land is agreed to and handed over; compensated land is
also valued by a decision and paid for. All of it is derived from dated events. Amounts are whole đồng.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ntm_desktop.domain.contributions import LARGEST
from ntm_desktop.domain.corrections import in_order
from ntm_desktop.errors import EntryRefused
from ntm_desktop.text import format_date, format_int


class Form(StrEnum):
    DONATED = "hien"
    COMPENSATED = "boi-thuong"


FORM_NAMES = {Form.DONATED: "Hiến", Form.COMPENSATED: "Bồi thường"}


class EventKind(StrEnum):
    INVENTORY = "inventory"
    AGREED = "agreed"
    DECIDED = "decided"
    PAID = "paid"
    HANDED_OVER = "handed_over"


EVENT_NAMES = {
    EventKind.INVENTORY: "Kiểm kê",
    EventKind.AGREED: "Hộ đồng ý",
    EventKind.DECIDED: "Duyệt bồi thường",
    EventKind.PAID: "Chi trả bồi thường",
    EventKind.HANDED_OVER: "Bàn giao mặt bằng",
}

OF_MONEY = frozenset({EventKind.DECIDED, EventKind.PAID})


class State(StrEnum):
    """Handed over goes before all others: compensation may be paid later."""

    NOT_STARTED = "not_started"
    INVENTORIED = "inventoried"
    AGREED = "agreed"
    PAID = "paid"
    HANDED_OVER = "handed_over"


STATE_WORDS = {
    State.NOT_STARTED: "Chưa vận động",
    State.INVENTORIED: "Đã kiểm kê",
    State.AGREED: "Đã đồng ý",
    State.PAID: "Đã chi trả",
    State.HANDED_OVER: "Đã bàn giao",
}


@dataclass(frozen=True, slots=True)
class Event:
    """``amount``: what was decided (in place of the decision before), or paid this time."""

    kind: EventKind
    on: date
    amount: int | None = None
    uid: str = ""
    seq: int = 0
    supersedes: str | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    state: State
    since: date | None
    """The day of the newest step; None before the first."""
    decided: int | None
    paid: int
    handed_over: date | None

    @property
    def is_open(self) -> bool:
        return self.handed_over is None

    @property
    def unpaid(self) -> int:
        """What was decided and not paid yet."""
        return max(0, (self.decided or 0) - self.paid)


def standing_on(events: Iterable[Event], on: date) -> Standing:
    """Where a plot stands at the end of a day."""
    since = decided = handed = None
    paid, agreed = 0, False
    for one in in_order(events):
        if one.on > on:
            break
        since = one.on
        if one.kind is EventKind.DECIDED:
            decided = one.amount
        elif one.kind is EventKind.PAID:
            paid += one.amount or 0
        elif one.kind is EventKind.AGREED:
            agreed = True
        elif one.kind is EventKind.HANDED_OVER:
            handed = handed or one.on
    if handed is not None:
        state = State.HANDED_OVER
    elif decided is not None and 0 < decided <= paid:
        state = State.PAID
    elif agreed:
        state = State.AGREED
    elif since is not None:
        state = State.INVENTORIED
    else:
        state = State.NOT_STARTED
    return Standing(state, since, decided, paid, handed)


def check_event(
    new: Event, events: Sequence[Event], *, form: Form, since: date, today: date, reason: str
) -> None:
    """Refuses a day or an amount that cannot be, and an event that does not fit the others.

    Events of days to come, which only the story of a sample has, do not count.
    """
    _check_alone(new, form=form, since=since, today=today, reason=reason)
    _check_sequence([one for one in in_order([*events, new]) if one.on <= today], new)


def check_first_events(events: Sequence[Event], *, form: Form, since: date, today: date) -> None:
    """As ``check_event`` of one after the other, by their days, of a plot that has none yet."""
    for one in events:
        _check_alone(one, form=form, since=since, today=today, reason="")
    if events:
        _check_sequence(events, events[-1])


def _check_alone(new: Event, *, form: Form, since: date, today: date, reason: str) -> None:
    for refused in event_problems(new, form=form, since=since, today=today, reason=reason):
        raise refused


def event_problems(
    new: Event, *, form: Form, since: date, today: date, reason: str
) -> Iterator[EntryRefused]:
    """What is wrong with an event, whatever else happened."""
    if new.on > today:
        yield EntryRefused(
            "on_date",
            f"Ngày {format_date(new.on)} ở sau hôm nay ({format_date(today)}). Nhập lại ngày.",
        )
    elif new.on < since:
        yield EntryRefused(
            "on_date",
            f"Ngày {format_date(new.on)} ở trước ngày lập danh sách ({format_date(since)}). Nhập lại ngày, "
            "hoặc sửa ngày lập danh sách.",
        )
    if new.supersedes is not None and not reason.strip():
        yield EntryRefused("reason", "Ghi lý do sửa diễn biến đã nhập; nội dung trước vẫn được lưu.")
    if new.kind in OF_MONEY:
        yield from _amount_problems(new, form)


def _amount_problems(new: Event, form: Form) -> Iterator[EntryRefused]:
    if form is Form.DONATED:
        yield EntryRefused("event", "Đất hiến không có bồi thường. Sửa hình thức của thửa đất trước.")
    if new.amount is None:
        yield EntryRefused("amount", "Chưa nhập số tiền bằng đồng, ví dụ 12.500.000.")
    elif new.amount <= 0:
        yield EntryRefused("amount", "Số tiền phải lớn hơn 0. Nhập lại số tiền.")
    elif new.amount > LARGEST:
        yield EntryRefused("amount", "Số tiền quá lớn. Kiểm tra lại số đã nhập.")


_STEPS = (EventKind.INVENTORY, EventKind.AGREED, EventKind.HANDED_OVER)
_PLACES = {kind: place for place, kind in enumerate(_STEPS)}


def _check_sequence(ordered: Sequence[Event], new: Event) -> None:
    """Inventory, agreement, handing over: each once and in this order. Paid is what was decided, at most."""
    reached, decided, paid = -1, None, 0
    for one in ordered:
        if (place := _PLACES.get(one.kind)) is not None:
            if place <= reached:
                _refuse(one, new, _out_of_order(one.kind, _STEPS[reached]))
            reached = place
        elif one.kind is EventKind.DECIDED:
            decided = one.amount or 0
            if decided < paid:
                _refuse(one, new, f"Đã chi trả {format_int(paid)} đồng, nhiều hơn số được duyệt.", "amount")
        else:
            paid += one.amount or 0
            if decided is None:
                _refuse(one, new, "Chưa ghi quyết định duyệt bồi thường trước ngày này.", "on_date")
            elif paid > decided:
                over = f"Chi trả {format_int(paid)} đồng, nhiều hơn {format_int(decided)} đồng được duyệt."
                _refuse(one, new, f"{over} Nhập lại số tiền.", "amount")


def _out_of_order(kind: EventKind, reached: EventKind) -> str:
    if kind is reached:
        return f"Đã ghi “{EVENT_NAMES[kind]}”. Chọn diễn biến đó để sửa, hoặc nhập diễn biến khác."
    return f"Đã ghi “{EVENT_NAMES[reached]}” trước đó. Nhập lại ngày, hoặc nhập diễn biến khác."


def _refuse(one: Event, new: Event, why: str, field: str = "event") -> None:
    """``one`` does not fit; where it is not the new one, the day of the new one is what must be mended."""
    if one is new:
        raise EntryRefused(field, why)
    name = EVENT_NAMES[one.kind]
    raise EntryRefused("on_date", f"Không khớp với “{name}” ngày {format_date(one.on)}: {why}")
