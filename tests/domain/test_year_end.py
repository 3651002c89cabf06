"""What will have been paid by the end of a budget year."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntm_desktop.domain.capital import MoneyFact, Movement, Source
from ntm_desktop.domain.progress import Baseline, Measured, PlanPoint
from ntm_desktop.domain.stages import Route
from ntm_desktop.domain.works import Dated, WorkFacts, state_on
from ntm_desktop.domain.year_end import (
    expected_disbursement,
    paid_after_year,
    payable,
    plan_years,
    year_amounts,
)

START, ON = date(2021, 1, 1), date(2021, 6, 30)
MOST = 10**13
amounts = st.integers(-MOST, MOST)


def work(allotted: int, paid: int, *, total: int = 1_000, plan_end: date | None = None) -> WorkFacts:
    points = (PlanPoint(START, 0), PlanPoint(plan_end, 10_000)) if plan_end else ()
    baselines = [Baseline(START, points)] if points else []
    money = [
        MoneyFact(Movement.ALLOTTED, Source.PROVINCE, 2021, allotted, START),
        MoneyFact(Movement.DISBURSED, Source.PROVINCE, 2021, paid, START),
    ]
    return WorkFacts("w", "Đường", Route.ORDINARY, {}, [Dated(START, total)], money, baselines=baselines)


def expected(facts: WorkFacts, on: date = ON, year: int = 2021) -> int:
    return expected_disbursement(facts, state_on(facts, on), year)


@pytest.mark.parametrize(
    ("facts", "paid"),
    [
        (work(800, 300), 800),  # no plan: taken to be finished, all of the year's allotment is paid
        (work(1_200, 300), 1_000),  # never more than the work costs
        (work(800, 300, plan_end=date(2021, 12, 31)), 505),  # half a year late: half of it is built by then
        (work(0, 0), 0),
        (work(300, 500), 500),  # more was paid than allotted: what is paid stays paid
    ],
)
def test_the_delay_stays_what_it_is(facts: WorkFacts, paid: int) -> None:
    assert expected(facts) == paid


def test_a_year_that_is_over_has_nothing_left_to_guess() -> None:
    assert expected(work(800, 300), on=date(2021, 12, 31)) == 300


def test_other_years_do_not_count() -> None:
    assert expected(work(800, 300), year=2020) == 0
    assert year_amounts(work(800, 300), 2021, date(2020, 12, 31)).allotted == 0


@given(amounts, amounts, st.integers(0, MOST), st.integers(0, 10_000), st.booleans())
def test_at_least_what_was_paid_and_at_most_what_was_allotted(
    allotted: int, paid: int, total: int, share: int, planned: bool
) -> None:
    facts = work(allotted, paid, total=total, plan_end=date(2022, 3, 1) if planned else None)
    measured = [Measured(ON, share)]
    known = WorkFacts(
        "w",
        "Đường",
        Route.ORDINARY,
        {},
        facts.investments,
        facts.money,
        measured=measured,
        baselines=facts.baselines,
    )
    assert paid <= expected(known) <= max(paid, allotted)


_FACTS = st.lists(
    st.builds(
        MoneyFact,
        st.sampled_from(Movement),
        st.just(Source.PROVINCE),
        st.integers(2019, 2023),
        amounts,
        st.dates(date(2019, 1, 1), date(2022, 12, 31)),
    )
)


@given(_FACTS, st.integers(2019, 2023), st.dates(date(2019, 1, 1), date(2022, 12, 31)))
def test_years_of_plans_add_up_to_all_that_was_paid(money: list[MoneyFact], year: int, on: date) -> None:
    facts = WorkFacts("w", "Đường", Route.ORDINARY, {}, money=money)
    assert plan_years(facts, year, on).all == state_on(facts, on).account.amounts


def test_a_plan_is_of_its_year_until_the_end_of_january_and_later() -> None:
    days = date(2020, 12, 31), date(2021, 1, 28), date(2021, 3, 1), date(2021, 8, 1)
    money = [MoneyFact(Movement.DISBURSED, Source.PROVINCE, 2020, 10**n, day) for n, day in enumerate(days)]
    facts = WorkFacts("w", "Đường", Route.ORDINARY, {}, money=money)
    assert plan_years(facts, 2021, ON).before.disbursed == 111
    assert paid_after_year(facts, 2021, ON) == 110


_YEAR_MONEY = st.lists(st.tuples(st.integers(0, 10**12), st.integers(0, 100)), min_size=1, max_size=5)


@given(_YEAR_MONEY)
def test_what_a_year_leaves_unpaid_is_paid_with_the_next(years: list[tuple[int, int]]) -> None:
    """Each year: what was allotted, and the share of what could be paid that was."""
    money: list[MoneyFact] = []
    left = 0
    for year, (given_then, share) in enumerate(years, 2018):
        day = date(year, 6, 1)
        paid = (left + given_then) * share // 100
        money.append(MoneyFact(Movement.ALLOTTED, Source.PROVINCE, year, given_then, day))
        money.append(MoneyFact(Movement.DISBURSED, Source.PROVINCE, year, paid, day))
        facts = WorkFacts("w", "Đường", Route.ORDINARY, {}, money=money)
        for on in (date(year, 12, 31), date(year + 1, 1, 31)):
            due = payable(facts, state_on(facts, on))
            assert (due.year, due.end) == (year, date(year + 1, 1, 31))
            assert due.capital == left + given_then
            assert due.paid + due.left == due.capital
        left = due.left
    amounts = state_on(facts, date(2030, 1, 1)).account.amounts
    assert left == amounts.allotted - amounts.disbursed
