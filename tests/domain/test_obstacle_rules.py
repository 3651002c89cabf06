"""Ageing of obstacles, and the order in which their events may come."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntm_desktop.domain.obstacles import (
    ANSWER_DAYS,
    Event,
    EventKind,
    Level,
    State,
    check_event,
    standing_on,
    waits_for_level,
)
from ntm_desktop.errors import EntryRefused

SINCE = date(2021, 3, 1)
TODAY = date(2021, 6, 30)
SENT, REMINDED, ANSWERED = EventKind.SENT, EventKind.REMINDED, EventKind.ANSWERED
CLOSED, REOPENED = EventKind.CLOSED, EventKind.REOPENED
DAYS = st.dates(SINCE, TODAY)


def at(kind: EventKind, month: int, day: int, **more: object) -> Event:
    seq = more.get("seq", month * 100 + day)
    return Event(kind, date(2021, month, day), **{"uid": f"{kind}{month}/{day}", "seq": seq, **more})  # type: ignore[arg-type]


STORY = (
    at(SENT, 3, 10, due=date(2021, 4, 10)),
    at(REMINDED, 4, 20, due=date(2021, 5, 10)),
    at(ANSWERED, 5, 20),
    at(CLOSED, 5, 25),
    at(REOPENED, 6, 15),
)


@pytest.mark.parametrize(
    ("month", "day", "state", "age", "over"),
    [
        (2, 27, State.NOT_SENT, 0, 0),
        (3, 9, State.NOT_SENT, 8, 0),
        (3, 10, State.WAITING, 9, 0),
        (4, 10, State.WAITING, 40, 0),
        (4, 11, State.OVERDUE, 41, 1),
        (4, 20, State.WAITING, 50, 0),
        (5, 11, State.OVERDUE, 71, 1),
        (5, 20, State.ANSWERED, 80, 0),
        (5, 25, State.CLOSED, 85, 0),
        (6, 14, State.CLOSED, 85, 0),
        (6, 15, State.NOT_SENT, 106, 0),
    ],
)
def test_one_obstacle_day_by_day(month: int, day: int, state: State, age: int, over: int) -> None:
    found = standing_on(SINCE, Level.PROVINCE, STORY, date(2021, month, day))
    assert (found.state, found.age, found.days_over) == (state, age, over)


@pytest.mark.parametrize("level", Level)
def test_only_what_a_higher_level_must_decide_waits_to_be_sent(level: Level) -> None:
    state = standing_on(SINCE, level, (), TODAY).state
    assert state is (State.OWN if level is Level.COMMUNE else State.NOT_SENT)
    opened_again = standing_on(SINCE, level, STORY, date(2021, 6, 15)).state
    assert opened_again is state


@pytest.mark.parametrize("level", Level)
def test_a_letter_without_a_day_is_late_after_the_habit_of_its_level(level: Level) -> None:
    sent = Event(SENT, SINCE, uid="a")
    last = SINCE + timedelta(days=ANSWER_DAYS[level])
    assert standing_on(SINCE, level, [sent], last).state is State.WAITING
    late = standing_on(SINCE, level, [sent], last + timedelta(days=1))
    assert (late.state, late.days_over) == (State.OVERDUE, 1)


def test_what_was_answered_and_reminded_of_again_waits_again() -> None:
    again = [at(SENT, 3, 10), at(ANSWERED, 4, 1), at(REMINDED, 4, 15, due=date(2021, 7, 1))]
    assert standing_on(SINCE, Level.PROVINCE, again, TODAY).state is State.WAITING


def test_a_corrected_event_counts_no_more() -> None:
    right = at(CLOSED, 6, 1, supersedes=STORY[3].uid, seq=999)
    events = [*STORY[:4], right]
    assert standing_on(SINCE, Level.PROVINCE, events, date(2021, 5, 30)).state is State.ANSWERED
    assert standing_on(SINCE, Level.PROVINCE, events, TODAY).closed == date(2021, 6, 1)


# Ageing, for every course of events

KINDS = st.sampled_from(EventKind)


@st.composite
def courses(draw: st.DrawFn) -> list[Event]:
    """Events that were accepted one after the other, on any days."""
    known: list[Event] = []
    for number in range(draw(st.integers(0, 8))):
        on = draw(DAYS)
        days = draw(st.none() | st.integers(0, 60))
        due = None if days is None else on + timedelta(days=days)
        new = Event(draw(KINDS), on, due, uid=str(number), seq=number)
        try:
            check_event(new, known, since=SINCE, today=TODAY, note="vì mưa lũ", reason="nhầm")
        except EntryRefused:
            continue
        known.append(new)
    return known


@given(courses(), DAYS, st.sampled_from(Level))
def test_an_open_obstacle_is_as_old_as_the_days_since_it_arose(
    events: list[Event], on: date, level: Level
) -> None:
    found = standing_on(SINCE, level, events, on)
    if found.is_open:
        assert found.age == (on - SINCE).days
    else:
        assert found.closed is not None
        assert found.age == (found.closed - SINCE).days <= (on - SINCE).days


@given(courses(), DAYS, st.sampled_from(Level))
def test_it_never_grows_younger_and_never_by_more_than_a_day_while_it_stays_open(
    events: list[Event], on: date, level: Level
) -> None:
    today = standing_on(SINCE, level, events, on)
    tomorrow = standing_on(SINCE, level, events, on + timedelta(days=1))
    assert tomorrow.age >= today.age
    if today.is_open and tomorrow.is_open:
        assert tomorrow.age == today.age + 1


@given(courses(), DAYS, st.sampled_from(Level))
def test_it_is_overdue_only_while_an_answer_is_waited_for(
    events: list[Event], on: date, level: Level
) -> None:
    found = standing_on(SINCE, level, events, on)
    assert (found.days_over > 0) == (found.state is State.OVERDUE)
    if found.state is State.OVERDUE:
        assert found.sent is not None
        assert found.due is not None
        assert found.days_over == (on - found.due).days


@given(courses(), st.permutations(range(8)))
def test_the_order_in_which_rows_are_read_does_not_matter(events: list[Event], order: list[int]) -> None:
    shuffled = [events[place] for place in order if place < len(events)]
    for on in (SINCE, date(2021, 5, 1), TODAY):
        assert standing_on(SINCE, Level.DISTRICT, shuffled, on) == standing_on(
            SINCE, Level.DISTRICT, events, on
        )


# Refusals


@pytest.mark.parametrize(
    ("known", "new", "field", "said"),
    [
        ([], at(CLOSED, 2, 1), "on", "ở trước ngày phát sinh"),
        ([], at(SENT, 7, 1), "on", "ở sau hôm nay"),
        ([], at(ANSWERED, 4, 1), "event", "Chưa ghi ngày gửi"),
        ([], at(REMINDED, 4, 1), "event", "Chưa ghi ngày gửi"),
        ([], at(REOPENED, 4, 1), "event", "Vướng mắc đang mở"),
        ([at(SENT, 4, 10)], at(ANSWERED, 4, 9), "event", "Chưa ghi ngày gửi"),
        ([at(CLOSED, 4, 10)], at(CLOSED, 5, 9), "event", "đã giải quyết trước ngày này"),
        ([at(CLOSED, 4, 10)], at(SENT, 5, 9), "event", "Ghi vướng lại trước"),
        ([at(SENT, 4, 1), at(ANSWERED, 5, 1)], at(CLOSED, 4, 20), "on", "Không khớp với diễn biến “Có trả"),
        ([], at(SENT, 4, 1, due=date(2021, 3, 31)), "due", "ở trước ngày gửi"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(known: list[Event], new: Event, field: str, said: str) -> None:
    with pytest.raises(EntryRefused, match=said) as refused:
        check_event(new, known, since=SINCE, today=TODAY, note="vì thế", reason="nhầm")
    assert refused.value.field == field


def test_opening_again_needs_a_note_that_says_why() -> None:
    with pytest.raises(EntryRefused, match="Ghi vì sao vướng lại") as refused:
        check_event(at(REOPENED, 6, 1), [at(CLOSED, 4, 10)], since=SINCE, today=TODAY, note=" ", reason="x")
    assert refused.value.field == "note"


def test_correcting_needs_a_reason_of_its_own_whatever_the_note_says() -> None:
    new = at(CLOSED, 5, 1, supersedes=at(CLOSED, 4, 10).uid)
    with pytest.raises(EntryRefused, match="Ghi lý do sửa") as refused:
        check_event(new, [at(CLOSED, 4, 10)], since=SINCE, today=TODAY, note="Đã giải quyết", reason=" ")
    assert refused.value.field == "reason"


def test_the_corrected_event_does_not_stand_in_the_way() -> None:
    known = [at(SENT, 4, 10), at(ANSWERED, 5, 1)]
    earlier = at(ANSWERED, 4, 20, supersedes=known[1].uid, seq=999)
    check_event(earlier, known, since=SINCE, today=TODAY, note="", reason="nhầm ngày")
    late = at(ANSWERED, 4, 1, supersedes=known[1].uid, seq=999)
    with pytest.raises(EntryRefused, match="Chưa ghi ngày gửi"):
        check_event(late, known, since=SINCE, today=TODAY, note="", reason="x")


@pytest.mark.parametrize(
    ("what", "codes"),
    [
        ("Chưa có mức đạt của chỉ tiêu 2.2 đường trục thôn, bản", ("2.2",)),
        ("Tỉnh chưa quy định mức chỉ tiêu 2.2 và 2.3.", ("2.2", "2.3")),
        ("CHƯA CÓ MỨC 17.1", ("17.1",)),
        ("Chưa có mức cho đường thôn", ()),
        ("Vốn của chỉ tiêu 2.2 chưa có", ()),
        ("Chưa có mức, văn bản ngày 1.6.2021", ("1.6.2021",)),
        ("Chưa có mức khoán 12,5 m³ ở Km2.3a", ()),
    ],
)
def test_an_obstacle_about_a_missing_level_names_its_indicators(what: str, codes: tuple[str, ...]) -> None:
    assert waits_for_level(what) == codes
