"""Who answers for what, and what was met before, as prepared rows. No queries."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from ntm_desktop.domain.tasks import TASK_STATE_NAMES, TaskState
from ntm_desktop.services.assignments import AssignmentRow, LapseView, TaskView
from ntm_desktop.text import format_date
from ui.models.rows import Cell, Column, Row
from ui.tokens import State
from ui.widgets.marks import criterion_state, criterion_word
from ui.wording import said

CRITERION, STATE, PERSON, HEAD, DEPARTMENT, SINCE, OPEN, LATE = range(8)
TASK, DOER, TASK_DUE, TASK_STATE, DAYS_LATE, DONE_ON = range(6)
LAPSED, MET_ON, MET_SET, UNMET_ON, CAUSE, PLAN, DUE, SUPPORT = range(8)


def columns() -> tuple[Column, ...]:
    return (
        Column(QCoreApplication.translate("Assignments", "Tiêu chí")),
        Column(QCoreApplication.translate("Assignments", "Kết quả"), 132),
        Column(QCoreApplication.translate("Assignments", "Người phụ trách"), 150),
        Column(QCoreApplication.translate("Assignments", "Người đứng đầu"), 140),
        Column(QCoreApplication.translate("Assignments", "Đơn vị hỗ trợ"), 190),
        Column(QCoreApplication.translate("Assignments", "Từ ngày"), 84, right=True),
        Column(
            QCoreApplication.translate("Assignments", "Nhiệm vụ"),
            78,
            right=True,
            full_title=QCoreApplication.translate("Assignments", "Số nhiệm vụ trong kế hoạch chưa xong"),
        ),
        Column(
            QCoreApplication.translate("Assignments", "Quá hạn"),
            70,
            right=True,
            full_title=QCoreApplication.translate("Assignments", "Số nhiệm vụ chưa xong đã quá hạn"),
        ),
    )


def lapse_columns() -> tuple[Column, ...]:
    return (
        Column(QCoreApplication.translate("Assignments", "Chỉ tiêu đã đạt nay chưa đạt")),
        Column(QCoreApplication.translate("Assignments", "Đạt đến"), 84, right=True),
        Column(QCoreApplication.translate("Assignments", "Theo bộ tiêu chí"), 160),
        Column(QCoreApplication.translate("Assignments", "Không đạt từ"), 96, right=True),
        Column(QCoreApplication.translate("Assignments", "Nguyên nhân"), 150),
        Column(QCoreApplication.translate("Assignments", "Giải pháp"), 200),
        Column(QCoreApplication.translate("Assignments", "Hạn"), 84, right=True),
        Column(QCoreApplication.translate("Assignments", "Đơn vị hỗ trợ"), 150),
    )


def task_columns() -> tuple[Column, ...]:
    return (
        Column(QCoreApplication.translate("Assignments", "Nhiệm vụ")),
        Column(QCoreApplication.translate("Assignments", "Người thực hiện"), 170),
        Column(QCoreApplication.translate("Assignments", "Hạn"), 84, right=True),
        Column(QCoreApplication.translate("Assignments", "Tình trạng"), 140),
        Column(QCoreApplication.translate("Assignments", "Số ngày trễ"), 92, right=True),
        Column(QCoreApplication.translate("Assignments", "Ngày xong"), 88, right=True),
    )


_TASK_STATES = {
    TaskState.OPEN: State.NOT_ASSESSED,
    TaskState.LATE: State.UNMET,
    TaskState.DONE: State.MET,
    TaskState.DONE_LATE: State.MET,
}


def task_rows_of(tasks: Sequence[TaskView]) -> list[Row]:
    return [_task(task) for task in tasks]


def _task(task: TaskView) -> Row:
    name = f"{task.code} {task.solution}"
    state, days = task.standing.state, task.standing.days_late
    nobody = QCoreApplication.translate("Assignments", "Chưa giao")
    cells = (
        Cell(name, tooltip=name),
        Cell(task.person or nobody),
        Cell(format_date(task.deadline) if task.deadline else ""),
        Cell(said(TASK_STATE_NAMES[state]), state=_TASK_STATES[state]),
        Cell(str(days) if days else "", strong=state is TaskState.LATE),
        Cell(format_date(task.done_on) if task.done_on else ""),
    )
    return Row(cells, task)


def rows_of(rows: Sequence[AssignmentRow]) -> list[Row]:
    return [_row(row) for row in rows]


def lapse_rows_of(views: Sequence[LapseView]) -> list[Row]:
    return [_lapse(view) for view in views]


def _row(row: AssignmentRow) -> Row:
    name = f"{row.criterion}. {row.name}"
    late, waiting = row.count(TaskState.LATE), row.count(TaskState.OPEN, TaskState.LATE)
    nobody = QCoreApplication.translate("Assignments", "Chưa phân công")
    cells = (
        Cell(name, tooltip=name),
        Cell(
            criterion_word(row.state, regressed=row.regressed),
            state=criterion_state(row.state, regressed=row.regressed),
        ),
        Cell(row.person) if row.charge else Cell(nobody, state=State.UNMET),
        Cell(row.head),
        Cell(row.department, tooltip=row.department),
        Cell(format_date(row.charge.from_date) if row.charge else ""),
        Cell(str(waiting) if waiting else ""),
        Cell(str(late) if late else "", strong=True),
    )
    return Row(cells, row.criterion)


def lapse_words(view: LapseView) -> tuple[str, ...]:
    """In full, a line each: what, then why, how and by whom."""
    cause, solution = _cause(view), _solution(view)
    lines = (
        (QCoreApplication.translate("Assignments", "Nguyên nhân: {}"), cause),
        (QCoreApplication.translate("Assignments", "Giải pháp: {}"), solution),
        (QCoreApplication.translate("Assignments", "Người phụ trách: {}"), view.person),
        (QCoreApplication.translate("Assignments", "Đơn vị hỗ trợ: {}"), view.department),
    )
    return f"{view.code} {view.text}", *(words.format(what) for words, what in lines if what)


def _cause(view: LapseView) -> str:
    cause = view.plan.cause if view.plan else ""
    if not view.set_changed:
        return cause
    return QCoreApplication.translate("Assignments", "Đổi bộ tiêu chí. {}").format(cause).strip()


def _solution(view: LapseView) -> str:
    none = QCoreApplication.translate("Assignments", "Chưa có kế hoạch")
    return view.plan.solution if view.plan and view.plan.solution else none


def _lapse(view: LapseView) -> Row:
    name = f"{view.code} {view.text}"
    plan, cause, solution = view.plan, _cause(view), _solution(view)
    cells = (
        Cell(name, tooltip=name),
        Cell(format_date(view.met_on)),
        Cell(view.met_set, tooltip=view.met_set),
        Cell(format_date(view.unmet_on)),
        Cell(cause, tooltip=cause),
        Cell(solution, tooltip=solution),
        Cell(format_date(plan.deadline) if plan and plan.deadline else ""),
        Cell(view.department, tooltip=view.department),
    )
    return Row(cells, view.indicator)
