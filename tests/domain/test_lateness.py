"""One rule of lateness: behind the plan, past the contract, or past the day that was aimed at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntm_desktop.domain.alerts import Alert, alerts
from ntm_desktop.domain.progress import Baseline, Measured, PlanPoint
from ntm_desktop.domain.stages import Route, Stage, StageDates
from ntm_desktop.domain.works import Annex, Contract, WorkFacts, state_on

ON = date(2021, 6, 30)
BEGUN, TARGET = date(2021, 2, 1), date(2021, 5, 1)
DAYS = st.dates(BEGUN, date(2021, 12, 31))


def work(
    share: int,
    *,
    target: date | None = None,
    plan: date | None = None,
    ends: date | None = None,
    on: date = date(2021, 6, 20),
) -> WorkFacts:
    points = (PlanPoint(BEGUN, 0), PlanPoint(plan, 10_000)) if plan else ()
    stages = {Stage.START: StageDates(Stage.START, done=BEGUN)}
    if target is not None:
        stages[Stage.ACCEPTANCE] = StageDates(Stage.ACCEPTANCE, target=target)
    return WorkFacts(
        uid="w",
        name="Cầu treo",
        route=Route.ORDINARY,
        stages=stages,
        contracts=[Contract(BEGUN, 1_000, BEGUN, ends)] if ends else [],
        measured=[Measured(on, share, uid="m")],
        baselines=[Baseline(BEGUN, points)] if points else [],
    )


def told(work: WorkFacts, on: date = ON) -> dict[Alert, str]:
    return {one.alert: one.text for one in alerts(work, state_on(work, on))}


@pytest.mark.parametrize(
    ("facts", "days"),
    [
        (work(3_000, target=TARGET), 60),  # nothing but the day that was aimed at
        (work(3_000, target=TARGET, ends=date(2021, 6, 20)), 10),  # the contract counts before that day
        (work(3_000, target=TARGET, ends=date(2021, 7, 20)), 0),
        (work(5_000, plan=date(2021, 7, 1), ends=date(2021, 6, 20)), 74),  # behind its plan for longer
        (work(9_900, plan=date(2021, 7, 1), ends=date(2021, 6, 20)), 10),  # not behind it, but past its end
        (work(3_000), 0),  # nothing tells when it should be done
    ],
)
def test_how_late_a_work_is_that_is_not_built(facts: WorkFacts, days: int) -> None:
    state = state_on(facts, ON)
    assert (state.delay, state.is_late, state.days_late) == (days, days > 0, days)


@pytest.mark.parametrize(
    ("facts", "days"),
    [
        (work(10_000, target=TARGET), 50),
        (work(10_000, target=TARGET, ends=date(2021, 6, 10)), 10),
        (work(10_000, plan=date(2021, 6, 1), ends=date(2021, 6, 10)), 19),
        (work(10_000, plan=date(2021, 7, 1)), 0),
    ],
)
def test_what_is_built_tells_how_late_it_was_and_is_late_no_more(facts: WorkFacts, days: int) -> None:
    state = state_on(facts, ON)
    assert (state.delay, state.is_late, state.days_late) == (days, False, 0)


def test_the_contract_is_late_after_the_day_to_which_it_was_extended() -> None:
    facts = work(3_000, ends=date(2021, 6, 1))
    extended = replace(facts.contracts[0], annexes=[Annex(date(2021, 6, 10), finish=date(2021, 6, 25))])
    assert state_on(replace(facts, contracts=[extended]), ON).delay == 5


@given(
    st.integers(0, 9_999),
    st.none() | DAYS,
    st.none() | DAYS.filter(lambda day: day > BEGUN),
    st.none() | DAYS,
    DAYS,
)
def test_an_unbuilt_work_is_late_by_the_most_of_its_days(
    share: int, target: date | None, plan: date | None, ends: date | None, on: date
) -> None:
    facts = work(share, target=target, plan=plan, ends=ends, on=BEGUN)
    state = state_on(facts, on)
    due = ends or target
    past = max(0, (on - due).days) if due else 0
    assert state.delay == max(state.behind, past)
    assert state.is_late == (state.delay > 0)
    assert (state.planned is None) == (plan is None)
    assert state.expected is None or state.expected >= on


def test_past_its_day_without_a_contract_a_work_alarms() -> None:
    assert told(work(3_000, target=TARGET))[Alert.LATE] == (
        "Quá ngày kế hoạch hoàn thành 60 ngày (kế hoạch 1/5/2021), mới đạt 30%."
    )


def test_past_its_contract_the_contract_speaks_and_the_plan_only_of_what_is_behind_it() -> None:
    assert Alert.LATE not in told(work(3_000, ends=date(2021, 6, 20)))
    both = told(work(9_000, plan=date(2021, 7, 1), ends=date(2021, 1, 31)))
    assert both[Alert.OVERDUE].startswith("Quá hạn hợp đồng 150 ngày")
    assert both[Alert.LATE] == "Chậm 14 ngày: đạt 90%, kế hoạch 99,33%."


def test_of_two_ways_to_be_late_the_longer_one_is_told() -> None:
    facts = work(9_000, plan=date(2021, 7, 1), target=TARGET)
    assert told(facts)[Alert.LATE].startswith("Quá ngày kế hoạch hoàn thành 60 ngày")


def test_when_a_work_ends_is_unknown_once_its_day_has_passed_without_a_plan() -> None:
    assert state_on(work(3_000, target=TARGET), ON).expected is None
    assert state_on(work(3_000, target=TARGET), TARGET).expected == TARGET
    assert state_on(work(3_000, ends=date(2021, 6, 20)), ON).expected is None
    late_target = work(3_000, target=TARGET, ends=date(2021, 7, 20))
    assert state_on(late_target, ON).expected == date(2021, 7, 20)
    planned = state_on(work(5_000, plan=date(2021, 6, 1)), ON)
    assert planned.expected == date(2021, 6, 1) + timedelta(planned.behind)
