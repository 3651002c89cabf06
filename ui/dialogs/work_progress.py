"""How far a work is on a day, and the plan that it is held against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.domain.progress import CAUSE_NAMES, DelayCause, RecordRefused, even_plan
from ntm_desktop.errors import NtmError
from ntm_desktop.services import work_progress
from ntm_desktop.services.works import WorkView
from ntm_desktop.text import format_percent
from ui.context import Context
from ui.dialogs.record import RecordDialog, amount, content, day
from ui.widgets.edits import Choice, DateEdit, MoneyEdit, ShareEdit, TextArea, TextEdit
from ui.widgets.forms import Field
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from ui.tasks import Session

_NOTE_HEIGHT = 68  # three lines


class MeasureDialog(RecordDialog):
    """Asks for a reason only once what was entered falls back."""

    def __init__(self, parent: QWidget, context: Context, row: WorkView) -> None:
        super().__init__(parent, context, self.tr("Ghi khối lượng"), self.tr("&Ghi khối lượng"))
        self._row = row
        now = self.tr("Đang là {}, kế hoạch đến nay {}.").format(
            format_percent(row.state.share), format_percent(row.state.planned)
        )
        self.column.addWidget(Label(row.name, "medium", wrap=True))
        self.column.addWidget(Label(now, "body", "text2", wrap=True))
        on, note, cause = DateEdit(), TextArea(), Choice()
        on.load_date(context.tasks.today())
        note.setFixedHeight(_NOTE_HEIGHT)
        causes = [(key.value, name) for key, name in CAUSE_NAMES.items()]
        cause.set_options([("", self.tr("Không chậm")), *causes])
        cause.load("")
        self._on = Field(self.tr("&Ngày đo"), on)
        self._share = Field(self.tr("&Khối lượng lũy kế"), ShareEdit(), "%")
        self._value = Field(self.tr("Giá &trị lũy kế"), MoneyEdit(), self.tr("đồng"))
        self._cause = Field(self.tr("Nguyên nhân &chậm"), cause)
        self._note = Field(self.tr("Ghi ch&ú"), note)
        self._reason = Field(self.tr("&Lý do khối lượng lùi"), TextEdit())
        self.add_row(self._on, self._share)
        self.add_row(self._value, self._cause)
        self.add_row(self._note)
        self.add_row(self._reason)
        self._reason.hide()
        self.require(self._on, self.tr("Chưa nhập ngày đo."))
        self.require(self._share, self.tr("Chưa nhập khối lượng lũy kế, ví dụ 46."))
        self._share.edit.setFocus()

    def save(self) -> None:
        uid, today = self._row.uid, self.context.tasks.today()
        on, share, value = day(self._on), amount(self._share), amount(self._value)
        cause, note, reason = (content(field) for field in (self._cause, self._note, self._reason))
        assert on is not None
        assert share is not None

        def save(session: Session) -> Changes:
            return work_progress.measure(
                session, uid=uid, share=share, on=on, today=today, value=value,
                cause=DelayCause(cause) if cause else None, note=note, reason=reason,
            )  # fmt: skip

        self.write(f"Ghi khối lượng {self._row.name}", save)

    def refuse(self, error: NtmError) -> None:
        fields = {"share": self._share, "on": self._on, "value": self._value, "reason": self._reason}
        if not isinstance(error, RecordRefused):
            super().refuse(error)
            return
        field = fields[error.field]
        field.show()
        field.show_error(error.message)
        field.edit.setFocus()


class PlanDialog(RecordDialog):
    """An even plan from a first to a last day; a plan that was agreed before is kept, and why it changed."""

    def __init__(self, parent: QWidget, context: Context, row: WorkView) -> None:
        super().__init__(
            parent,
            context,
            self.tr("Kế hoạch khối lượng"),
            self.tr("&Chốt kế hoạch"),
            self.tr("Số ngày chậm được tính so với kế hoạch này, tăng đều từ 0% đến 100%."),
        )
        self._row = row
        self.column.addWidget(Label(row.name, "medium", wrap=True))
        start, finish = DateEdit(), DateEdit()
        plan = row.facts.plan_on(context.tasks.today())
        if plan:
            start.load_date(plan[0].on)
            finish.load_date(plan[-1].on)
        self._start = Field(self.tr("&Bắt đầu (0%)"), start)
        self._finish = Field(self.tr("&Hoàn thành (100%)"), finish)
        self._reason = Field(self.tr("&Lý do đổi kế hoạch"), TextEdit())
        self.add_row(self._start, self._finish)
        self.add_row(self._reason)
        self._reason.setVisible(bool(row.facts.baselines))
        self.require(self._start, self.tr("Chưa nhập ngày bắt đầu."))
        self.require(self._finish, self.tr("Chưa nhập ngày hoàn thành."))
        self._start.edit.setFocus()

    def save(self) -> None:
        uid, today, reason = self._row.uid, self.context.tasks.today(), content(self._reason)
        start, finish = day(self._start), day(self._finish)
        assert start is not None
        assert finish is not None

        def save(session: Session) -> Changes:
            points = even_plan(start, finish)
            return work_progress.freeze_plan(
                session, uid=uid, points=points, on=today, today=today, reason=reason
            )

        self.write(f"Chốt kế hoạch khối lượng {self._row.name}", save)
