"""Where a plot stands on a day, and which events may follow one another."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntm_desktop.domain.clearance import (
    Event,
    EventKind,
    Form,
    State,
    check_event,
    check_first_events,
    standing_on,
)
from ntm_desktop.errors import EntryRefused

SINCE, TODAY = date(2021, 3, 1), date(2021, 6, 30)
INVENTORY, AGREED, DECIDED = EventKind.INVENTORY, EventKind.AGREED, EventKind.DECIDED
PAID, HANDED_OVER = EventKind.PAID, EventKind.HANDED_OVER
DAYS = st.dates(SINCE, TODAY)


def at(kind: EventKind, month: int, day: int, amount: int | None = None, **more: object) -> Event:
    on = date(2021, month, day)
    return Event(kind, on, amount, **{"uid": f"{kind}{on}", "seq": month * 100 + day, **more})  # type: ignore[arg-type]


STORY = (
    at(INVENTORY, 3, 5),
    at(DECIDED, 3, 20, 38_000),
    at(AGREED, 4, 1),
    at(PAID, 4, 10, 20_000),
    at(PAID, 4, 20, 18_000),
    at(HANDED_OVER, 5, 1),
)


@pytest.mark.parametrize(
    ("month", "day", "state", "unpaid"),
    [
        (3, 4, State.NOT_STARTED, 0),
        (3, 5, State.INVENTORIED, 0),
        (3, 20, State.INVENTORIED, 38_000),
        (4, 1, State.AGREED, 38_000),
        (4, 10, State.AGREED, 18_000),
        (4, 20, State.PAID, 0),
        (4, 30, State.PAID, 0),
        (5, 1, State.HANDED_OVER, 0),
    ],
)
def test_one_plot_day_by_day(month: int, day: int, state: State, unpaid: int) -> None:
    found = standing_on(STORY, date(2021, month, day))
    assert (found.state, found.unpaid) == (state, unpaid)
    assert found.is_open == (state is not State.HANDED_OVER)


def refused(new: Event, known: list[Event], form: Form = Form.COMPENSATED, reason: str = "") -> EntryRefused:
    with pytest.raises(EntryRefused) as found:
        check_event(new, known, form=form, since=SINCE, today=TODAY, reason=reason)
    return found.value


@pytest.mark.parametrize(
    ("new", "field", "said"),
    [
        (at(AGREED, 7, 1), "on_date", "ở sau hôm nay"),
        (at(AGREED, 2, 28), "on_date", "ở trước ngày lập danh sách"),
        (at(INVENTORY, 6, 1), "event", "Đã ghi “Bàn giao mặt bằng” trước đó"),
        (at(HANDED_OVER, 6, 1), "event", "Đã ghi “Bàn giao mặt bằng”. Chọn"),
        (at(HANDED_OVER, 3, 10), "on_date", "Không khớp với “Hộ đồng ý”"),
        (at(PAID, 6, 1, 1), "amount", "nhiều hơn 38.000 đồng được duyệt"),
        (at(PAID, 6, 1), "amount", "Chưa nhập số tiền"),
        (at(PAID, 6, 1, -5), "amount", "lớn hơn 0"),
        (at(PAID, 3, 10, 5), "on_date", "Chưa ghi quyết định"),
        (at(DECIDED, 6, 1, 30_000), "amount", "Đã chi trả 38.000 đồng"),
        (at(AGREED, 4, 2, supersedes=STORY[2].uid), "reason", "Ghi lý do sửa"),
    ],
)
def test_what_does_not_fit_is_refused(new: Event, field: str, said: str) -> None:
    error = refused(new, list(STORY))
    assert error.field == field
    assert said in error.message


def test_donated_land_has_no_compensation() -> None:
    assert "Đất hiến không có bồi thường" in refused(at(DECIDED, 4, 1, 5), [], Form.DONATED).message


def test_a_correction_takes_the_place_of_its_event() -> None:
    right = at(HANDED_OVER, 6, 15, supersedes=STORY[5].uid, seq=999)
    check_event(right, STORY, form=Form.COMPENSATED, since=SINCE, today=TODAY, reason="Nhầm ngày")
    found = standing_on([*STORY, right], date(2021, 6, 1))
    assert (found.state, found.is_open) == (State.PAID, True)


@st.composite
def courses(draw: st.DrawFn) -> list[Event]:
    """Events that were accepted one after the other, on any days."""
    known: list[Event] = []
    for number in range(draw(st.integers(0, 8))):
        amount = draw(st.integers(1, 1000))
        new = Event(draw(st.sampled_from(EventKind)), draw(DAYS), amount, uid=str(number), seq=number)
        try:
            check_event(new, known, form=Form.COMPENSATED, since=SINCE, today=TODAY, reason="")
        except EntryRefused:
            continue
        known.append(new)
    return known


@given(courses(), DAYS)
def test_never_more_is_paid_than_was_decided_and_handing_over_is_for_good(
    events: list[Event], on: date
) -> None:
    found = standing_on(events, on)
    assert found.paid <= (found.decided or 0) or found.decided is None
    assert found.paid == 0 or found.decided is not None
    assert found.unpaid >= 0
    if not found.is_open:
        assert not standing_on(events, TODAY).is_open


@given(courses(), st.permutations(range(8)), DAYS)
def test_the_order_in_which_rows_are_read_does_not_matter(
    events: list[Event], order: list[int], on: date
) -> None:
    shuffled = [events[place] for place in order if place < len(events)]
    assert standing_on(shuffled, on) == standing_on(events, on)


NEARLY_ALL_DAYS = st.dates(SINCE - timedelta(days=2), TODAY + timedelta(days=2))
FIRST_EVENTS = st.lists(
    st.builds(Event, st.sampled_from(EventKind), NEARLY_ALL_DAYS, st.sampled_from((None, 0, 1, 2))),
    max_size=6,
)


@given(FIRST_EVENTS, st.sampled_from(Form))
def test_first_events_are_refused_together_as_one_by_one(events: list[Event], form: Form) -> None:
    events.sort(key=lambda one: one.on)
    one_by_one = together = True
    with suppress(EntryRefused):
        for place, one in enumerate(events):
            check_event(one, events[:place], form=form, since=SINCE, today=TODAY, reason="")
        one_by_one = False
    with suppress(EntryRefused):
        check_first_events(events, form=form, since=SINCE, today=TODAY)
        together = False
    assert together == one_by_one
