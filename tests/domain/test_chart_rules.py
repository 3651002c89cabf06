from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ntm_desktop.domain.capital import Amounts, MoneyFact, Movement, Source
from ntm_desktop.domain.charts import Span, capital_bars, s_curve, stages_gantt, works_gantt
from ntm_desktop.domain.progress import WHOLE, Baseline, Measured, even_plan
from ntm_desktop.domain.stages import Route, Stage, StageDates
from ntm_desktop.domain.works import Contract, Dated, WorkFacts, state_on

MILLION = 1_000_000
ON = date(2021, 6, 30)
START, FINISH = date(2021, 4, 12), date(2021, 7, 20)


def stage(name: Stage, target: date | None, done: date | None) -> StageDates:
    return StageDates(name, target, done)


ROAD = WorkFacts(
    uid="w",
    name="Đường trục thôn",
    route=Route.ORDINARY,
    stages={
        one.stage: one
        for one in (
            stage(Stage.CONTRACT, date(2021, 4, 5), date(2021, 4, 9)),
            stage(Stage.CLEARANCE, date(2021, 4, 10), date(2021, 9, 6)),
            stage(Stage.START, START, START),
            stage(Stage.BUILDING, date(2021, 7, 15), date(2021, 10, 20)),
            stage(Stage.ACCEPTANCE, FINISH, date(2021, 11, 5)),
        )
    },
    investments=[Dated(date(2021, 2, 26), 1000 * MILLION)],
    money=[
        MoneyFact(Movement.ALLOTTED, Source.COMMUNE, 2021, 900 * MILLION, date(2021, 3, 1)),
        MoneyFact(Movement.DISBURSED, Source.COMMUNE, 2021, 200 * MILLION, date(2021, 5, 12)),
        MoneyFact(Movement.DISBURSED, Source.COMMUNE, 2021, 100 * MILLION, date(2021, 5, 12)),
        MoneyFact(Movement.DISBURSED, Source.COMMUNE, 2022, 600 * MILLION, date(2022, 1, 12)),
    ],
    measured=[
        Measured(date(2021, 4, 30), 600, uid="a", seq=1),
        Measured(date(2021, 4, 30), 500, uid="b", seq=2, supersedes="a"),
        Measured(date(2021, 6, 25), 4600, uid="c", seq=3),
        Measured(date(2021, 9, 25), 7200, uid="d", seq=4),
    ],
    baselines=[
        Baseline(START, even_plan(START, FINISH), seq=1),
        Baseline(date(2021, 6, 1), even_plan(START, date(2021, 9, 30)), "Dịch bệnh", seq=2),
    ],
)


def test_the_curve_knows_what_was_known_by_the_day() -> None:
    curve = s_curve(ROAD, ON)
    assert [(one.on, one.share) for one in curve.measured] == [
        (date(2021, 4, 1), 0),
        (date(2021, 4, 30), 500),
        (date(2021, 6, 25), 4600),
    ]
    assert [(one.on, one.share, one.amount) for one in curve.paid] == [
        (date(2021, 4, 1), 0, 0),
        (date(2021, 5, 12), 3000, 300 * MILLION),
    ]
    assert (curve.first, curve.last) == (date(2021, 4, 1), date(2021, 9, 30))


def test_the_curve_holds_the_plan_in_force_and_the_one_before() -> None:
    assert s_curve(ROAD, ON).plan == even_plan(START, date(2021, 9, 30))
    assert s_curve(ROAD, ON).earlier_plan == even_plan(START, FINISH)
    assert s_curve(ROAD, date(2021, 5, 31)).plan == even_plan(START, FINISH)
    assert s_curve(ROAD, date(2021, 5, 31)).earlier_plan == ()


def test_a_work_not_begun_stands_at_0_percent_of_fixed_denominators() -> None:
    nothing = WorkFacts("w", "Sân thể thao xã", Route.ORDINARY, {})
    curve = s_curve(nothing, ON)
    assert [one.share for one in (*curve.measured, *curve.paid)] == [0, 0]
    assert (curve.first, curve.last) == (date(2021, 6, 1), ON)
    paid = replace(nothing, money=ROAD.money)
    assert [one.share for one in s_curve(paid, ON).paid] == [0, 0]  # no total investment yet


DAYS = st.dates(date(2021, 1, 1), date(2022, 6, 30))


@given(st.lists(st.tuples(DAYS, st.integers(1, 300)), max_size=8), DAYS)
def test_the_money_of_the_curve_rises_to_that_of_the_account(
    payments: list[tuple[date, int]], on: date
) -> None:
    money = [MoneyFact(Movement.DISBURSED, Source.COMMUNE, 2021, n * MILLION, day) for day, n in payments]
    work = replace(ROAD, money=money)
    curve, state = s_curve(work, on), state_on(work, on)
    shares = [one.share for one in curve.paid]
    assert shares == sorted(shares)
    assert shares[-1] == state.money_share
    assert curve.paid[-1].amount == state.account.amounts.disbursed


@given(st.lists(st.tuples(DAYS, st.integers(0, WHOLE)), max_size=8), DAYS)
def test_every_point_stands_within_the_axis_and_ends_at_the_share_of_the_day(
    shares: list[tuple[date, int]], on: date
) -> None:
    measured = [Measured(day, share, uid=str(n), seq=n) for n, (day, share) in enumerate(shares)]
    work = replace(ROAD, measured=measured)
    curve = s_curve(work, on)
    assert curve.measured[-1].share == state_on(work, on).share
    for one in (*curve.measured, *curve.paid, *curve.plan):
        assert curve.first <= one.on <= curve.last
        assert 0 <= one.share <= WHOLE


def test_stages_as_planned_and_as_they_went() -> None:
    rows = {row.key: row for row in stages_gantt(ROAD, ON).rows}
    assert rows["contract"].actual == Span(date(2021, 4, 9), date(2021, 4, 9))
    assert rows["contract"].late == 4
    assert rows["clearance"].planned == Span(date(2021, 4, 5), date(2021, 4, 10))
    assert rows["clearance"].actual == Span(date(2021, 4, 9), ON, open=True)
    assert rows["building"].planned == Span(START, date(2021, 7, 15))
    assert rows["building"].actual == Span(START, ON, open=True)
    assert rows["acceptance"].actual is None
    later = {row.key: row for row in stages_gantt(ROAD, date(2021, 12, 31)).rows}
    assert later["acceptance"].actual == Span(date(2021, 10, 20), date(2021, 11, 5))


def test_a_stage_whose_day_passed_is_late_and_does_not_run_before_the_work_comes_to_it() -> None:
    """Acceptance, while the work is still being built; land runs beside the others."""
    rows = {row.key: row for row in stages_gantt(ROAD, date(2021, 8, 4)).rows}
    assert rows["building"].actual == Span(START, date(2021, 8, 4), open=True)
    assert (rows["acceptance"].actual, rows["acceptance"].late) == (None, 15)
    assert rows["clearance"].actual == Span(date(2021, 4, 9), date(2021, 8, 4), open=True)


def test_a_stage_that_was_passed_over_neither_runs_nor_is_late() -> None:
    tendered = stage(Stage.TENDER, date(2021, 4, 1), None)
    approved = stage(Stage.APPROVAL, date(2021, 2, 26), date(2021, 2, 26))
    work = replace(ROAD, stages={**ROAD.stages, Stage.APPROVAL: approved, Stage.TENDER: tendered})
    rows = {row.key: row for row in stages_gantt(work, ON).rows}
    assert (rows["tender"].actual, rows["tender"].late) == (None, 0)


def test_works_by_their_baseline_their_contract_or_their_stages() -> None:
    contract = Contract(date(2021, 4, 9), 900 * MILLION, START, date(2021, 10, 20))
    signed = replace(ROAD, uid="s", baselines=[], contracts=[contract])
    stages = {Stage.ACCEPTANCE: stage(Stage.ACCEPTANCE, FINISH, None)}
    waiting = replace(ROAD, uid="n", baselines=[], stages=stages, measured=[])
    works = [(work, state_on(work, ON)) for work in (ROAD, signed, waiting)]
    by_plan, by_contract, by_stage = works_gantt(works, ON).rows
    assert by_plan.planned == Span(START, date(2021, 9, 30))
    assert by_plan.actual == Span(START, ON, open=True)
    assert (by_plan.share, by_plan.late) == (4600, works[0][1].delay)
    assert by_contract.planned == Span(START, date(2021, 10, 20))
    assert (by_stage.planned, by_stage.actual) == (Span(FINISH, FINISH), None)


def test_capital_by_year_until_the_day() -> None:
    assert capital_bars(ROAD, ON).years == [
        (2021, Amounts(allotted=900 * MILLION, disbursed=300 * MILLION)),
    ]
    assert [year for year, _sums in capital_bars(ROAD, date(2022, 1, 31)).years] == [2021, 2022]


@given(DAYS, st.integers(0, 400))
def test_what_is_drawn_lies_between_the_ends_of_the_axis(on: date, days: int) -> None:
    later = replace(ROAD, baselines=[Baseline(START, even_plan(START, START + timedelta(days=days + 1)))])
    for chart in (stages_gantt(later, on), works_gantt([(later, state_on(later, on))], on)):
        for row in chart.rows:
            for span in filter(None, (row.planned, row.actual)):
                assert chart.first <= span.start <= span.end <= chart.last
