"""What will have been paid for a work by the end of a budget year (ước giải ngân cả năm).

No decree gives a formula [practice]: what was paid in the year, and of the year's allotment so much more as
the work will have earned by 31/12 if its delay stays what it is. A work without a plan is taken to be
finished by then.
"""

from __future__ import annotations

from datetime import date, timedelta

from ntm_desktop.domain import progress
from ntm_desktop.domain.capital import Amounts, MoneyFact, totals
from ntm_desktop.domain.works import WorkFacts, WorkState


def of_year(work: WorkFacts, year: int) -> tuple[MoneyFact, ...]:
    """The movements of one budget year."""
    return tuple(fact for fact in work.money if fact.year == year)


def year_amounts(work: WorkFacts, year: int, on: date) -> Amounts:
    """What was promised, allotted and paid of a budget year until a day."""
    return totals(of_year(work, year), on=on)


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
    return max(state.share, progress.planned_share(plan, day - timedelta(days=state.delay)))
