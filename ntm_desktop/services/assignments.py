"""Phân công: who answers for each criterion, the tasks of its plans, and what was met but is not now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ntm_desktop.changes import Changes
from ntm_desktop.db.session import Session
from ntm_desktop.domain.judging import CriterionState
from ntm_desktop.domain.tasks import TaskStanding, TaskState, task_standing
from ntm_desktop.errors import NtmError
from ntm_desktop.services import criteria_sets, indicators, judged, plans
from ntm_desktop.services.plans import PlanView
from ntm_desktop.services.responsibilities import ResponsibilityView, list_responsibilities
from ntm_desktop.text import format_date


@dataclass(frozen=True, slots=True)
class TaskView:
    """What a plan promises by its deadline."""

    uid: str  # of the plan
    criterion: str
    indicator: str
    code: str  # of the indicator, as the decision prints it
    solution: str
    person: str  # of the plan, else the one in charge of the criterion; "" of nobody
    person_uid: str
    deadline: date | None
    done_on: date | None
    standing: TaskStanding


@dataclass(frozen=True, slots=True)
class AssignmentRow:
    criterion: str
    name: str
    state: CriterionState
    regressed: bool  # one of its indicators was met before
    charge: ResponsibilityView | None  # None: nobody answers for it
    tasks: tuple[TaskView, ...]

    @property
    def person(self) -> str:
        return self.charge.person.name if self.charge and self.charge.person else ""

    @property
    def unit(self) -> str:
        return self.charge.person.unit if self.charge and self.charge.person else ""

    @property
    def head(self) -> str:
        return self.charge.head.name if self.charge and self.charge.head else ""

    @property
    def department(self) -> str:
        return self.charge.department if self.charge else ""

    def count(self, *states: TaskState) -> int:
        return sum(task.standing.state in states for task in self.tasks)


@dataclass(frozen=True, slots=True)
class AssignmentTable:
    on: date
    set_id: str
    rows: tuple[AssignmentRow, ...]

    @property
    def unassigned(self) -> int:
        return sum(row.charge is None for row in self.rows)

    @property
    def late(self) -> int:
        return sum(row.count(TaskState.LATE) for row in self.rows)

    @property
    def tasks(self) -> tuple[TaskView, ...]:
        """All of them, singly: late ones first, then by deadline; at the end what is done."""
        return tuple(sorted((task for row in self.rows for task in row.tasks), key=_urgency))

    @property
    def need_action(self) -> int:
        return self.unassigned + self.late


@dataclass(frozen=True, slots=True)
class LapseView:
    """An indicator that was met and is not now."""

    criterion: str
    criterion_name: str
    indicator: str
    code: str  # as the decision prints it
    text: str
    met_on: date
    met_set: str  # short title
    unmet_on: date
    set_changed: bool
    value_text: str
    target_text: str
    plan: PlanView | None
    person: str
    department: str


def table(session: Session, *, on: date) -> AssignmentTable:
    """All criteria of the set in force that day, also those that nobody answers for."""
    state = judged.judge_on(session, on=on)
    charges = {view.criterion: view for view in list_responsibilities(session, on=state.on)}
    known = plans.list_plans(session, set_id=state.goal.set_id, on=state.on, with_done=True)
    states = dict(state.standing.criteria)
    rows = []
    for criterion in state.criteria_set.criteria:
        official = {one.code: one.official_code for one in criterion.indicators}
        charge = charges.get(criterion.code)
        tasks = tuple(
            TaskView(
                uid=plan.uid,
                criterion=criterion.code,
                indicator=plan.code,
                code=official[plan.code],
                solution=plan.solution,
                person=doer.name if doer else "",
                person_uid=doer.uid if doer else "",
                deadline=plan.deadline,
                done_on=plan.done_on if plan.done_on and plan.done_on <= state.on else None,
                standing=task_standing(deadline=plan.deadline, done_on=plan.done_on, on=state.on),
            )
            for plan in known
            if plan.code in official
            for doer in (plan.person or (charge.person if charge else None),)
        )
        fell = any(state.states[code].regression for code in official)
        rows.append(
            AssignmentRow(criterion.code, criterion.name, states[criterion.code], fell, charge, tasks)
        )
    return AssignmentTable(state.on, state.goal.set_id, tuple(rows))


def complete(session: Session, *, uid: str, done_on: date, today: date) -> Changes:
    """A task is done on a day; whether in time follows from it. The plan that promised it ends with it."""
    if done_on > today:
        raise NtmError(
            f"Ngày xong {format_date(done_on)} ở sau hôm nay ({format_date(today)}). "
            "Ghi nhiệm vụ khi đã làm xong."
        )
    known = next((task for task in table(session, on=today).tasks if task.uid == uid), None)
    if known is None:
        raise NtmError("Nhiệm vụ này không còn. Tải lại trang để xem các nhiệm vụ hiện nay.")
    if known.done_on is not None:
        raise NtmError(
            f"Nhiệm vụ này đã ghi xong ngày {format_date(known.done_on)}. Ghi nhầm thì hoàn tác lần ghi đó."
        )
    return plans.close(session, plan_uid=uid, done_on=done_on)


def lapses(session: Session, *, on: date) -> tuple[LapseView, ...]:
    """In the order of the set."""
    state = judged.judge_on(session, on=on)
    charges = {view.criterion: view for view in list_responsibilities(session, on=on)}
    open_plans = {view.code: view for view in plans.list_plans(session, set_id=state.goal.set_id, on=on)}
    titles: dict[str, str] = {}
    found = []
    for criterion in indicators.table_of(session, state).criteria:
        charge = charges.get(criterion.code)
        for row in criterion.indicators:
            lapse = state.states[row.code].regression
            if lapse is None:
                continue
            if lapse.met_set not in titles:
                titles[lapse.met_set] = criteria_sets.load(session, set_id=lapse.met_set).short_title
            found.append(
                LapseView(
                    criterion=criterion.code,
                    criterion_name=criterion.name,
                    indicator=row.code,
                    code=row.official_code,
                    text=row.text,
                    met_on=lapse.met_on,
                    met_set=titles[lapse.met_set],
                    unmet_on=lapse.unmet_on,
                    set_changed=lapse.met_set != lapse.unmet_set,
                    value_text=row.value_text,
                    target_text=row.target_text,
                    plan=open_plans.get(row.code),
                    person=charge.person.name if charge and charge.person else "",
                    department=charge.department if charge else "",
                )
            )
    return tuple(found)


def _urgency(task: TaskView) -> tuple[int, int, date]:
    finished = task.standing.state in (TaskState.DONE, TaskState.DONE_LATE)
    late = 0 if finished else task.standing.days_late
    return int(finished), -late, task.deadline or date.max
