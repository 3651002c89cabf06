"""The commune's answer to a remark; it goes with the next package."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.services import remarks
from ntm_desktop.services.remarks import RemarkView
from ui.context import Context
from ui.dialogs.record import RecordDialog, content
from ui.widgets.edits import TextArea
from ui.widgets.forms import Field
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from ui.tasks import Session


class AnswerDialog(RecordDialog):
    def __init__(self, parent: QWidget, context: Context, view: RemarkView) -> None:
        super().__init__(parent, context, self.tr("Trả lời nhận xét"), self.tr("&Ghi trả lời"))
        self._view = view
        self.column.addWidget(Label(view.subject, "card", wrap=True))
        self.column.addWidget(Label(view.body, wrap=True))
        values = self.tr("Khi nhận xét: {}\nHiện nay: {}").format(view.value_then, view.value_now)
        if view.value_then or view.value_now:
            self.column.addWidget(Label(values, "body", "text2", wrap=True))
        self._text = Field(
            self.tr("Nội &dung trả lời"),
            TextArea(),
            note=self.tr(
                "Đã làm gì, số liệu hoặc minh chứng bổ sung ở đâu. Gửi đi cùng gói số liệu lần tới."
            ),
        )
        self.add_row(self._text)
        self.require(self._text, self.tr("Chưa nhập nội dung trả lời."))
        self._text.edit.setFocus()

    def save(self) -> None:
        uid, text = self._view.uid, content(self._text)

        def save(session: Session) -> Changes:
            return remarks.reply(session, uid=uid, text=text)

        self.write(f"Trả lời nhận xét về {self._view.subject}", save)
