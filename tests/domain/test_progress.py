from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ntm_desktop.domain.progress import (
    WHOLE,
    Measured,
    PlanPoint,
    check_measurement,
    check_plan,
    delay_days,
    even_plan,
    expected_finish,
    planned_day,
    planned_share,
    share_on,
)
from ntm_desktop.errors import NtmError

TODAY = date(2021, 6, 30)
START, FINISH = date(2021, 4, 1), date(2021, 7, 10)


@st.composite
def plans(draw: st.DrawFn) -> tuple[PlanPoint, ...]:
    steps = draw(st.lists(st.integers(1, 120), min_size=1, max_size=8))
    shares = sorted(draw(st.lists(st.integers(0, WHOLE), min_size=len(steps) - 1, max_size=len(steps) - 1)))
    days = [date(2021, 1, 1)]
    for step in steps:
        days.append(days[-1] + timedelta(days=step))
    return tuple(map(PlanPoint, days, [0, *shares, WHOLE]))


DAYS = st.dates(date(2020, 10, 1), date(2024, 1, 1))
SHARES = st.integers(0, WHOLE)


@given(plans(), DAYS, DAYS)
def test_a_plan_never_falls_and_ends_whole(points: tuple[PlanPoint, ...], one: date, other: date) -> None:
    check_plan(points)
    assert planned_share(points, min(one, other)) <= planned_share(points, max(one, other))
    assert planned_share(points, points[0].on) == 0
    assert planned_share(points, points[-1].on) == WHOLE


@given(plans(), SHARES)
def test_the_planned_day_of_a_share_is_the_last_one_with_no_more(
    points: tuple[PlanPoint, ...], share: int
) -> None:
    day = planned_day(points, share)
    assert day is not None
    assert planned_share(points, day) <= share
    if share < WHOLE:
        assert planned_share(points, day + timedelta(days=1)) > share


@given(plans(), SHARES, DAYS)
def test_no_delay_while_the_plan_has_no_more(points: tuple[PlanPoint, ...], share: int, on: date) -> None:
    late = delay_days(points, share, on=on)
    assert (late > 0) == (planned_share(points, on) > share or (share >= WHOLE and on > points[-1].on))


@given(plans(), SHARES, SHARES, DAYS)
def test_doing_more_is_never_later(points: tuple[PlanPoint, ...], one: int, other: int, on: date) -> None:
    assert delay_days(points, max(one, other), on=on) <= delay_days(points, min(one, other), on=on)


@given(plans(), SHARES, DAYS, st.integers(1, 400))
def test_standing_still_costs_a_day_a_day(
    points: tuple[PlanPoint, ...], share: int, on: date, days: int
) -> None:
    assume(delay_days(points, share, on=on))
    assert delay_days(points, share, on=on + timedelta(days=days)) == delay_days(points, share, on=on) + days


@given(plans(), st.integers(0, 500))
def test_a_finished_work_is_as_late_as_it_was_finished(points: tuple[PlanPoint, ...], days: int) -> None:
    finished = points[-1].on + timedelta(days=days)
    long_after = finished + timedelta(days=1000)
    assert delay_days(points, WHOLE, on=long_after, finished=finished) == days
    assert expected_finish(points, WHOLE, on=long_after, finished=finished) == finished


def test_a_work_without_a_plan_is_not_late_and_has_no_date() -> None:
    assert delay_days((), 0, on=TODAY) == 0
    assert expected_finish((), 0, on=TODAY) is None


def test_the_road_of_yen_hoa() -> None:
    road = even_plan(START, FINISH)
    assert planned_share(road, TODAY) == 9000
    assert delay_days(road, 4600, on=TODAY) == 44
    assert expected_finish(road, 4600, on=TODAY) == FINISH + timedelta(days=44)


def test_nothing_measured_is_nothing_done() -> None:
    assert share_on([], TODAY) == 0
    assert share_on([Measured(date(2021, 7, 1), 500)], TODAY) == 0


def test_a_correction_counts_instead_of_what_it_corrects() -> None:
    first = Measured(date(2021, 5, 1), 3000, uid="a", seq=1)
    better = Measured(date(2021, 5, 1), 2500, uid="b", seq=2, supersedes="a")
    assert share_on([first, better], TODAY) == 2500


@pytest.mark.parametrize(
    ("share", "on", "said"),
    [
        (10_001, TODAY, "từ 0% đến 100%"),
        (-1, TODAY, "từ 0% đến 100%"),
        (500, date(2021, 7, 1), "sau hôm nay"),
        (500, date(2021, 3, 1), "trước ngày khởi công"),
        (2000, TODAY, r"Khối lượng lùi so với ngày 1/5/2021 \(30%\)"),
        (4000, date(2021, 4, 20), r"Khối lượng lùi so với ngày 1/5/2021 \(30%\)"),
    ],
)
def test_refused_measurements(share: int, on: date, said: str) -> None:
    earlier = [Measured(date(2021, 5, 1), 3000, uid="a", seq=1)]
    with pytest.raises(NtmError, match=said):
        check_measurement(Measured(on, share), earlier, today=TODAY, started=START, reason=" ")


def test_falling_back_with_a_reason_is_taken() -> None:
    earlier = [Measured(date(2021, 5, 1), 3000, uid="a", seq=1)]
    new = Measured(TODAY, 2000)
    check_measurement(new, earlier, today=TODAY, started=START, reason="Phá bỏ đoạn bê tông bị nứt")


@pytest.mark.parametrize(
    ("points", "said"),
    [
        ([], "ít nhất"),
        ([PlanPoint(START, 0), PlanPoint(START, WHOLE)], "theo thứ tự ngày"),
        ([PlanPoint(START, 0), PlanPoint(FINISH, 9000)], "kết thúc ở 100%"),
        ([PlanPoint(START, 100), PlanPoint(FINISH, WHOLE)], "bắt đầu từ 0%"),
        (
            [
                PlanPoint(START, 0),
                PlanPoint(TODAY, 9000),
                PlanPoint(FINISH, 100),
                PlanPoint(date(2022, 1, 1), WHOLE),
            ],
            "không giảm",
        ),
    ],
)
def test_refused_plans(points: list[PlanPoint], said: str) -> None:
    with pytest.raises(NtmError, match=said):
        check_plan(points)
