"""Tab *Văn bản* of a work: every paper that it points to, and the file of one that has been given it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ntm_desktop.services.work_documents import WorkDocument
from ui.models.work_documents import document_columns, document_rows
from ui.pages.works_actions import WorkActions
from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Label
from ui.widgets.table import Table

_MOST_ROWS = 30  # the place scrolls; only a long list scrolls by itself


class WorkDocuments(QWidget):
    """Enter on a paper opens its file."""

    def __init__(self, actions: WorkActions) -> None:
        super().__init__()
        self._actions = actions
        self._shown: tuple[WorkDocument, ...] = ()
        self.table = Table(document_columns(), self.tr("Văn bản của công trình"))
        self._empty = Label(
            self.tr(
                "Công trình này chưa có văn bản nào. Văn bản vào đây khi ghi số quyết định, hợp đồng, "
                "cam kết vốn, công văn đôn đốc."
            ),
            "body",
            "text2",
            wrap=True,
        )
        self._open = Button(self.tr("&Mở tệp"))
        self._attach = Button(
            self.tr("Đính kèm &tệp…"),
            tip=self.tr("Bản chụp hoặc tệp PDF của quyết định, công văn đến đang chọn"),
            writes=True,
        )
        self._buttons = QWidget()
        buttons = FlowLayout(parent=self._buttons)
        for button, act in (
            (self._open, actions.open_document),
            (self._attach, actions.choose_document_file),
        ):
            button.clicked.connect(act)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        for part in (self._buttons, self._empty, self.table):
            column.addWidget(part)
        self.table.current_changed.connect(self._on_current_changed)
        self.table.opened.connect(actions.open_document)

    def show_documents(self, documents: Sequence[WorkDocument]) -> None:
        self._shown = tuple(documents)
        rows = document_rows(documents)
        self.table.show_rows(rows)
        self.table.fit_rows(min(max(1, len(rows)), _MOST_ROWS))
        for part in (self.table, self._buttons):
            part.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        if rows and self.table.current_data() is None:
            self.table.select(rows[0].data)
        self._on_current_changed(None)

    def _on_current_changed(self, _data: object) -> None:
        chosen = self.table.current_data()
        one = self._actions.document = next((one for one in self._shown if one.uid == chosen), None)
        self._open.setEnabled(one is not None and one.file is not None)
        self._attach.setEnabled(one is not None and bool(one.kind))
