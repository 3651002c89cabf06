from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ntm_desktop.domain.progress import (
    WHOLE,
    Baseline,
    Measured,
    PlanPoint,
    check_baseline,
    check_measurement,
    check_plan,
    delay_days,
    even_plan,
    expected_finish,
    in_force,
    month_ends,
    monthly_plan,
    planned_day,
    planned_share,
    replaced,
    share_on,
    weighted_plan,
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


def test_what_lies_after_today_keeps_nothing_back() -> None:
    """A sample's story goes on where its screens end."""
    new, later = Measured(TODAY - timedelta(days=1), 5_000), Measured(TODAY, 3_000)
    check_measurement(new, [later], today=new.on, started=START, reason="")
    with pytest.raises(NtmError, match="Khối lượng lùi"):
        check_measurement(new, [later], today=later.on, started=START, reason="")


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


# Plans from weights and months


@st.composite
def parts(draw: st.DrawFn) -> list[tuple[date, int]]:
    """Days after START with weights that make the whole."""
    cuts = sorted(draw(st.lists(SHARES, max_size=7)))
    weights = [after - before for before, after in zip([0, *cuts], [*cuts, WHOLE], strict=True)]
    return [(START + timedelta(days=draw(st.integers(1, 400))), weight) for weight in weights]


@given(parts(), DAYS)
def test_a_plan_of_parts_has_done_by_a_day_what_was_due_until_then(
    weighted: list[tuple[date, int]], on: date
) -> None:
    points = weighted_plan(START, weighted)
    check_plan(points)
    for point in points[1:]:
        assert point.share == sum(weight for day, weight in weighted if day <= point.on)
    assert planned_share(points, on) >= sum(weight for day, weight in weighted if day <= on)


@given(parts(), st.integers(-500, 500).filter(bool))
def test_parts_that_do_not_make_the_whole_are_refused(weighted: list[tuple[date, int]], more: int) -> None:
    day, weight = weighted[-1]
    wrong = [*weighted[:-1], (day, weight + more)]
    with pytest.raises(NtmError, match=r"Tổng tỷ trọng đang là|không thể âm"):
        weighted_plan(START, wrong)


def test_a_part_that_is_due_before_the_start_is_refused() -> None:
    with pytest.raises(NtmError, match="theo thứ tự ngày"):
        weighted_plan(START, [(START - timedelta(days=1), 4000), (FINISH, 6000)])


@given(DAYS, st.integers(1, 900))
def test_the_ends_of_months_rise_to_the_finish(start: date, days: int) -> None:
    finish = start + timedelta(days=days)
    ends = month_ends(start, finish)
    assert list(ends) == sorted(set(ends))
    assert ends[-1] == finish
    assert ends[0] > start
    assert all((day + timedelta(days=1)).day == 1 for day in ends[:-1])


def test_the_months_of_the_road() -> None:
    ends = month_ends(date(2021, 4, 12), date(2021, 7, 20))
    assert ends == (date(2021, 4, 30), date(2021, 5, 31), date(2021, 6, 30), date(2021, 7, 20))
    points = monthly_plan(date(2021, 4, 12), list(zip(ends, (1500, 5500, 8600, WHOLE), strict=True)))
    assert planned_share(points, TODAY) == 8600
    with pytest.raises(NtmError, match="không giảm"):
        monthly_plan(date(2021, 4, 12), list(zip(ends, (1500, 1400, 8600, WHOLE), strict=True)))


# Baselines


@st.composite
def baselines(draw: st.DrawFn) -> list[Baseline]:
    days = draw(st.lists(DAYS, max_size=6))
    return [Baseline(day, even_plan(day, day + timedelta(days=100)), seq=seq) for seq, day in enumerate(days)]


@given(baselines(), DAYS)
def test_the_baseline_of_a_day_is_the_newest_decided_by_then(known: list[Baseline], on: date) -> None:
    now = in_force(known, on)
    decided = [one for one in known if one.on <= on]
    assert (now is None) == (not decided)
    if now is not None:
        assert now in decided
        assert all((one.on, one.seq) <= (now.on, now.seq) for one in decided)


@given(baselines(), DAYS, st.integers(0, 300))
def test_a_later_decision_changes_no_earlier_day(known: list[Baseline], on: date, days: int) -> None:
    later = Baseline(on + timedelta(days=days + 1), even_plan(START, FINISH), "Bão", seq=99)
    assert in_force([*known, later], on) == in_force(known, on)


@given(baselines().filter(lambda known: len(known) > 1))
def test_the_replaced_baseline_is_the_one_in_force_before(known: list[Baseline]) -> None:
    on = date(2025, 1, 1)
    now = in_force(known, on)
    assert now is not None
    assert replaced(known, on) == in_force([one for one in known if one is not now], on)


def test_a_plan_is_replaced_only_with_a_reason_and_not_ahead_of_time() -> None:
    first = Baseline(START, even_plan(START, FINISH))
    check_baseline(first, [], today=TODAY)
    with pytest.raises(NtmError, match="Ghi lý do đổi"):
        check_baseline(Baseline(TODAY, even_plan(START, TODAY), " "), [first], today=TODAY)
    with pytest.raises(NtmError, match="sau hôm nay"):
        check_baseline(Baseline(FINISH, even_plan(START, TODAY), "Bão"), [first], today=TODAY)
