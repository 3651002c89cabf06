"""How far a work is on a day: a new measurement, or the correction of one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.domain.progress import CAUSE_NAMES, DelayCause
from ntm_desktop.services import work_progress
from ntm_desktop.services.work_diary import Measurement
from ntm_desktop.services.works import WorkView
from ntm_desktop.text import format_percent
from ui.context import Context
from ui.dialogs.record import RecordDialog, amount, content, day
from ui.widgets.edits import Choice, DateEdit, MoneyEdit, ShareEdit, TextArea, TextEdit
from ui.widgets.forms import Field
from ui.widgets.labels import Label
from ui.wording import said

if TYPE_CHECKING:
    from ui.tasks import Session

_NOTE_HEIGHT = 68  # three lines


class MeasureDialog(RecordDialog):
    """A new measurement, which asks for a reason only once what was entered falls back; or a correction.

    ``old`` is the measurement to correct: it is kept behind the new one, and the reason is asked at once.
    """

    def __init__(
        self, parent: QWidget, context: Context, row: WorkView, old: Measurement | None = None
    ) -> None:
        title = self.tr("Ghi khối lượng") if old is None else self.tr("Sửa lần đo")
        verb = self.tr("&Ghi khối lượng") if old is None else self.tr("&Sửa lần đo")
        super().__init__(parent, context, title, verb)
        self._row, self._old = row, old
        share, planned = format_percent(row.state.share), row.state.planned
        now = self.tr("Đang là {}, chưa có kế hoạch khối lượng.").format(share)
        if planned is not None:
            now = self.tr("Đang là {}, kế hoạch đến nay {}.").format(share, format_percent(planned))
        self.column.addWidget(Label(row.name, "medium", wrap=True))
        self.column.addWidget(Label(now, "body", "text2", wrap=True))
        on, note, cause = DateEdit(), TextArea(), Choice()
        on.load_date(context.tasks.today())
        note.setFixedHeight(_NOTE_HEIGHT)
        causes = [(key.value, said(name)) for key, name in CAUSE_NAMES.items()]
        cause.set_options([("", self.tr("Không chậm")), *causes])
        cause.load("")
        self._on = Field(self.tr("&Ngày đo"), on)
        self._share = Field(self.tr("&Khối lượng lũy kế"), ShareEdit(), "%")
        self._value = Field(self.tr("Giá &trị lũy kế"), MoneyEdit(), self.tr("đồng"))
        self._cause = Field(self.tr("Nguyên nhân &chậm"), cause)
        self._note = Field(self.tr("Ghi ch&ú"), note)
        why = self.tr("&Lý do khối lượng lùi") if old is None else self.tr("&Lý do sửa")
        self._reason = Field(why, TextEdit())
        self.add_row(self._on, self._share)
        self.add_row(self._value, self._cause)
        self.add_row(self._note)
        self.add_row(self._reason)
        self._reason.setVisible(old is not None)
        self.require(self._on, self.tr("Chưa nhập ngày đo."))
        self.require(self._share, self.tr("Chưa nhập khối lượng lũy kế, ví dụ 46."))
        self._share.edit.setFocus()
        if old is not None:
            self._load(old)

    def save(self) -> None:
        supersedes = self._old.uid if self._old is not None else None
        uid, today = self._row.uid, self.context.tasks.today()
        on, share, value = day(self._on), amount(self._share), amount(self._value)
        cause, note, reason = (content(field) for field in (self._cause, self._note, self._reason))
        assert on is not None
        assert share is not None

        def save(session: Session) -> Changes:
            return work_progress.measure(
                session, uid=uid, share=share, on=on, today=today, value=value,
                cause=DelayCause(cause) if cause else None, note=note, supersedes=supersedes, reason=reason,
            )  # fmt: skip

        if self._old is None:
            self.write(f"Ghi khối lượng {self._row.name}", save)
        else:
            self.write(f"Sửa lần đo khối lượng {self._row.name}", save)

    def _load(self, old: Measurement) -> None:
        on, share, value = self._on.edit, self._share.edit, self._value.edit
        cause, note = self._cause.edit, self._note.edit
        assert isinstance(on, DateEdit)
        assert isinstance(share, ShareEdit)
        assert isinstance(value, MoneyEdit)
        assert isinstance(cause, Choice)
        assert isinstance(note, TextArea)
        on.load_date(old.on)
        share.load(format_percent(old.share).removesuffix("%"))
        value.load_amount(old.value)
        cause.load(old.cause.value if old.cause else "")
        note.load(old.note)
        self.require(self._reason, self.tr("Ghi lý do sửa, ví dụ nhập nhầm, đo lại."))

    def entries(self) -> Mapping[str, Field]:
        return {"share": self._share, "on": self._on, "value": self._value, "reason": self._reason}
