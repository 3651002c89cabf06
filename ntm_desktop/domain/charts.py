"""What the charts of construction works show, ready to be drawn: curves, spans of time, money by year.

Pure values; ``render`` draws them, once, for paper and for the window. Shares are basis points.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ntm_desktop.domain.capital import Account, Amounts, Movement, by_year
from ntm_desktop.domain.corrections import in_order
from ntm_desktop.domain.progress import (
    PlanPoint,
    planned_share,
    replaced,
)
from ntm_desktop.domain.stages import (
    SHORT_NAMES,
    Stage,
    StageDates,
    comes_after,
    current_stage,
    done_on,
    runs_beside,
)
from ntm_desktop.domain.works import WorkFacts, WorkState, state_on


@dataclass(frozen=True, slots=True)
class Reached:
    """A point of a curve: by ``on`` so much was done, or paid (with the đồng of it)."""

    on: date
    share: int
    planned: int
    amount: int = 0


@dataclass(frozen=True, slots=True)
class SCurve:
    """Planned against measured, and the money paid, from ``first`` to ``last``; today is ``on``.

    ``measured`` and ``paid`` begin at 0 %: a work not begun draws its line there. ``earlier_plan`` is the
    baseline that was replaced, empty when none was.
    """

    on: date
    first: date
    last: date
    plan: Sequence[PlanPoint]
    earlier_plan: Sequence[PlanPoint]
    measured: Sequence[Reached]
    paid: Sequence[Reached]


@dataclass(frozen=True, slots=True)
class Span:
    """From a day to a day; ``open`` when it still goes on."""

    start: date
    end: date
    open: bool = False

    @property
    def days(self) -> int:
        return (self.end - self.start).days


@dataclass(frozen=True, slots=True)
class GanttRow:
    """``key`` names the row to who asked for it; ``late`` counts days.

    ``share`` is what is done of a work, None of a stage.
    """

    key: str
    name: str
    planned: Span | None
    actual: Span | None
    late: int = 0
    share: int | None = None


@dataclass(frozen=True, slots=True)
class Gantt:
    on: date
    first: date
    last: date
    rows: Sequence[GanttRow]


@dataclass(frozen=True, slots=True)
class CapitalBars:
    """What was committed, allotted and disbursed of each budget year's capital until ``on``, in đồng."""

    on: date
    years: Sequence[tuple[int, Amounts]]


WorkChart = SCurve | Gantt | CapitalBars


def s_curve(work: WorkFacts, on: date) -> SCurve:
    plan, before = work.plan_on(on), replaced(work.baselines, on)
    earlier = before.points if before else ()
    state = state_on(work, on)
    measured = [one for one in in_order(work.measured) if one.on <= on]
    payments = sorted(
        (fact.on, fact.amount)
        for fact in work.money
        if fact.movement is Movement.DISBURSED and fact.on <= on and fact.amount
    )
    days = [point.on for point in (*plan, *earlier)] + [one.on for one in measured]
    days += [day for day, _amount in payments]
    begun = done_on(work.stages, Stage.START, on)
    days += [begun] if begun else []
    first, last = _range(days, on, reaches=state.built is None)
    paid, sum_paid = [Reached(first, 0, 0)], 0
    for day, amount in payments:
        sum_paid += amount
        share = Account(state.account.total, Amounts(disbursed=sum_paid), accepted=0).money_progress
        paid = [one for one in paid if one.on < day or one is paid[0]]
        paid.append(Reached(day, share, planned_share(plan, day), sum_paid))
    done = [Reached(one.on, one.share, planned_share(plan, one.on), one.value or 0) for one in measured]
    return SCurve(on, first, last, plan, earlier, [Reached(first, 0, 0), *done], paid)


def stages_gantt(work: WorkFacts, on: date) -> Gantt:
    """The stages that have a day: planned from the stage before to the target, actual as it went."""
    now = current_stage(work.stages, on)
    rows: list[GanttRow] = []
    due: date | None = None
    done: date | None = None
    for stage in Stage:
        dates = work.stages.get(stage)
        if dates is None or stage is Stage.WARRANTY:
            continue
        known = done_on(work.stages, stage, on)
        planned = _between(due, dates.target)
        actual = _going_on(dates, done, on, now) if known is None else _between(done, known)
        reached = actual.end if actual else on if comes_after(stage, now) else None
        if planned or actual:
            late = max(0, (reached - planned.end).days) if planned and reached else 0
            rows.append(GanttRow(stage.value, SHORT_NAMES[stage], planned, actual, late))
        due = max(filter(None, (due, dates.target)), default=None)
        done = max(filter(None, (done, known)), default=None)
    return _gantt(rows, on)


def works_gantt(works: Iterable[tuple[WorkFacts, WorkState]], on: date) -> Gantt:
    """One row a work: planned by its baseline, contract or stages, actual from the start of building."""
    return _gantt([_work_row(work, state) for work, state in works], on)


def capital_bars(work: WorkFacts, on: date) -> CapitalBars:
    return CapitalBars(on, [(year, sums) for year, sums in by_year(work.money, on=on) if sums != Amounts()])


def _work_row(work: WorkFacts, state: WorkState) -> GanttRow:
    plan = work.plan_on(state.on)
    planned = Span(plan[0].on, plan[-1].on) if plan else None
    if planned is None and state.contract_finish is not None:
        start = min(one.start for one in work.contracts if one.signed <= state.on)
        planned = _between(start, state.contract_finish)
    if planned is None:
        targets = [
            work.stages[stage].target for stage in (Stage.START, Stage.ACCEPTANCE) if stage in work.stages
        ]
        planned = _between(targets[0], targets[-1]) if targets else None
    begun = [one.on for one in in_order(work.measured) if one.on <= state.on and one.share]
    started = done_on(work.stages, Stage.START, state.on) or min(begun, default=None)
    actual = None
    if started is not None:
        end = state.built or state.on
        actual = Span(started, max(started, end), open=state.built is None)
    return GanttRow(work.uid, work.name, planned, actual, state.days_late, state.share)


def _going_on(dates: StageDates, since: date | None, on: date, now: Stage) -> Span | None:
    """Of a stage that is not done: it runs when the work stands in it; beside others, when its day passed."""
    overdue = dates.target is not None and dates.target <= on
    if since is None or not (dates.stage is now or (overdue and runs_beside(dates.stage))):
        return None
    return Span(min(since, on), on, open=True)


def _between(start: date | None, end: date | None) -> Span | None:
    return None if end is None else Span(min(start or end, end), end)


def _gantt(rows: Sequence[GanttRow], on: date) -> Gantt:
    spans = [span for row in rows for span in (row.planned, row.actual) if span is not None]
    days = [day for span in spans for day in (span.start, span.end)]
    first, last = _range(days, on, reaches=any(span.open for span in spans))
    return Gantt(on, first, last, rows)


def _range(days: Sequence[date], on: date, *, reaches: bool) -> tuple[date, date]:
    """Whole months around the days; around ``on`` too when the story ``reaches`` it, or has no day."""
    known = [*days, on] if reaches or not days else list(days)
    first, last = min(known).replace(day=1), max(known)
    following = (last.replace(day=1) + timedelta(days=32)).replace(day=1)
    return first, following - timedelta(days=1)
