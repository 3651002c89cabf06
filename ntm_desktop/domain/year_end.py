"""Money of a budget year beside that of the years before, and what will have been paid by its end (ước giải
ngân cả năm).

The plan of a year is paid until 31 January of the next: money belongs to the year of its plan, whenever it
was paid, so that the years add up to everything paid. For the estimate no decree gives a formula [practice]:
what was paid in the year, and of the year's allotment so much more as the work will have earned by 31/12 if
its delay stays what it is. A work without a plan is taken to be finished by then.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from ntm_desktop.domain import progress
from ntm_desktop.domain.capital import Amounts, MoneyFact, Movement, totals
from ntm_desktop.domain.works import WorkFacts, WorkState


def of_year(work: WorkFacts, year: int) -> tuple[MoneyFact, ...]:
    """The movements of one budget year."""
    return tuple(fact for fact in work.money if fact.year == year)


def year_amounts(work: WorkFacts, year: int, on: date) -> Amounts:
    """What was promised, allotted and paid of a budget year until a day."""
    return totals(of_year(work, year), on=on)


@dataclass(frozen=True, slots=True)
class PlanYears:
    """The money of a work until a day by the year of its plan; the three add up to all of it."""

    before: Amounts
    own: Amounts
    after: Amounts

    @property
    def all(self) -> Amounts:
        return self.before + self.own + self.after


def plan_years(work: WorkFacts, year: int, on: date) -> PlanYears:
    """Until the end of ``on``, beside a budget year."""
    return PlanYears(
        totals((fact for fact in work.money if fact.year < year), on=on),
        year_amounts(work, year, on),
        totals((fact for fact in work.money if fact.year > year), on=on),
    )


@dataclass(frozen=True, slots=True)
class Payable:
    """What can be paid of a budget year, with what the years before left over, and what was, đồng."""

    year: int
    end: date
    """Of its payment period."""
    capital: int
    carried: int
    """How much of ``capital`` the years before may have left over."""
    paid: int

    @property
    def rate(self) -> int | None:
        """Basis points; None while there is nothing to pay."""
        return Amounts(0, self.capital, self.paid).disbursement_rate

    @property
    def left(self) -> int:
        """Carried over to the next year."""
        return max(0, self.capital - self.paid)


def payable(work: WorkFacts, state: WorkState) -> Payable:
    """Of the year whose payment period runs on the day of ``state``: until 31/01 it is the year before
    [recalled, high]. Of a settled work no more than its settled value is left to pay."""
    on, settled = state.on, state.account.settled
    year = on.year - 1 if on <= date(on.year, 1, 31) else on.year
    years = plan_years(work, year, on)
    carried = max(0, years.before.allotted - years.before.disbursed)
    capital = years.own.allotted + carried
    if settled is not None:
        capital = min(capital, max(0, settled - years.before.disbursed))
    return Payable(year, date(year + 1, 1, 31), capital, carried, years.own.disbursed)


def paid_after_year(work: WorkFacts, year: int, on: date) -> int:
    """Of the plans before ``year`` what was paid from its first day on."""
    return sum(
        fact.amount
        for fact in work.money
        if fact.movement is Movement.DISBURSED and fact.year < year and date(year, 1, 1) <= fact.on <= on
    )


def expected_disbursement(work: WorkFacts, state: WorkState, year: int) -> int:
    """Đồng of that budget year; never less than what was paid, never more than was allotted or paid."""
    amounts, end = year_amounts(work, year, state.on), date(year, 12, 31)
    if state.on >= end:
        return amounts.disbursed
    earned = state.cost * _share_by(work, state, end) // progress.WHOLE
    payable = max(0, earned - state.account.amounts.disbursed)
    return amounts.disbursed + min(max(0, amounts.allotted - amounts.disbursed), payable)


def _share_by(work: WorkFacts, state: WorkState, day: date) -> int:
    plan = work.plan_on(state.on)
    if state.built or not plan:
        return progress.WHOLE
    return max(state.share, progress.planned_share(plan, day - timedelta(days=state.behind)))
