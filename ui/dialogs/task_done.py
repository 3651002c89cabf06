"""A task is done: on which day. Whether in time follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.errors import NtmError
from ntm_desktop.services import assignments
from ntm_desktop.services.assignments import TaskView
from ntm_desktop.text import format_date
from ui.context import Context
from ui.dialogs.record import RecordDialog, day
from ui.widgets.edits import DateEdit
from ui.widgets.forms import Field
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from ui.tasks import Session


class TaskDoneDialog(RecordDialog):
    def __init__(self, parent: QWidget, context: Context, task: TaskView) -> None:
        super().__init__(parent, context, self.tr("Ghi nhiệm vụ đã xong"), self.tr("&Ghi đã xong"))
        self._task = task
        self.column.addWidget(Label(f"{task.code} {task.solution}", "medium", wrap=True))
        if task.deadline is not None:
            due = self.tr("Hạn {}. Xong sau ngày này thì tính là trễ hạn.")
            self.column.addWidget(Label(due.format(format_date(task.deadline)), "body", "text2", wrap=True))
        on = DateEdit()
        on.load_date(context.tasks.today())
        self._on = Field(self.tr("&Ngày xong"), on)
        self.add_row(self._on)
        self.require(self._on, self.tr("Chưa nhập ngày xong."))
        on.setFocus()

    def save(self) -> None:
        uid, done_on, today = self._task.uid, day(self._on), self.context.tasks.today()
        assert done_on is not None

        def save(session: Session) -> Changes:
            return assignments.complete(session, uid=uid, done_on=done_on, today=today)

        self.write(f"Ghi nhiệm vụ {self._task.code} đã xong", save)

    def refuse(self, error: NtmError) -> None:
        """There is one field, so the sentence belongs to it."""
        self._on.show_error(error.message)
        self._on.edit.setFocus()
