"""All that a part of the papers has said, the newest first: to be read, and to be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ntm_desktop.services import narratives
from ntm_desktop.services.narratives import NarrativeView, VersionView
from ntm_desktop.text import format_date
from ui.context import Context
from ui.dialogs import fit
from ui.models.rows import Cell, Column, Row
from ui.widgets.buttons import Button, buttons_row
from ui.widgets.edits import TextArea
from ui.widgets.labels import Label
from ui.widgets.table import Table
from ui.wording import said

if TYPE_CHECKING:
    from ui.tasks import Session

_SIZE = (720, 460)


class VersionsDialog(fit.Dialog):
    WRITES: ClassVar[bool] = False

    taken = Signal(str)
    """The text of the version; "" of the default."""

    def __init__(self, parent: QWidget, context: Context, part: NarrativeView) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Các bản trước: {} ({})").format(part.title, said(part.paper_name)))
        fit.resize(self, *_SIZE)
        self._part = part
        self._none = Label(self.tr("Phần này chưa có bản nào của xã; đang dùng văn mẫu."), wrap=True)
        self._table = Table(
            (
                Column(self.tr("Ngày viết"), 96),
                Column(self.tr("Người viết"), 150),
                Column(self.tr("Hồ sơ năm"), 90),
                Column(self.tr("Lời văn")),
                Column(self.tr("Hiện nay"), 100),
            ),
            self.tr("Các bản trước"),
        )
        self._text = TextArea()
        self._text.setReadOnly(True)
        self._text.setAccessibleName(self.tr("Lời văn của bản này"))
        self._take = Button(self.tr("&Lấy lại bản này"), "primary", "rotate-ccw")
        self._close = Button(self.tr("Đón&g"))
        self._lay_out()

        self._table.current_changed.connect(self._on_current_changed)
        self._take.clicked.connect(self._on_take_clicked)
        self._close.clicked.connect(self.reject)
        on = context.tasks.today()

        def read(session: Session) -> tuple[VersionView, ...]:
            return narratives.versions(session, paper=part.paper, part=part.part, on=on)

        context.tasks.read(read, self._on_loaded, self)

    def _on_loaded(self, versions: tuple[VersionView, ...]) -> None:
        self._none.setVisible(not versions)
        for widget in (self._table, self._text, self._take):
            widget.setVisible(bool(versions))
        self._table.show_rows([self._row(version) for version in versions])
        if versions:
            self._table.select(versions[0])
            self._table.setFocus()

    def _on_current_changed(self, data: object) -> None:
        if isinstance(data, VersionView):
            self._text.load(data.body)
            self._take.setEnabled(not data.current or self._part.year is not None)

    def _on_take_clicked(self) -> None:
        data = self._table.current_data()
        if isinstance(data, VersionView):
            self.accept()
            self.taken.emit(data.body)

    def _row(self, version: VersionView) -> Row:
        first = version.body.partition("\n")[0] or self.tr("(dùng lại văn mẫu)")
        return Row(
            (
                Cell(format_date(version.written)),
                Cell(version.by, tooltip=version.by),
                Cell(str(version.year)),
                Cell(first, tooltip=version.body),
                Cell(self.tr("Đang dùng") if version.current else ""),
            ),
            version,
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addWidget(self._none)
        column.addWidget(self._table, 1)
        column.addWidget(self._text, 1)
        column.addStretch(0)
        column.addLayout(buttons_row(self._take, self._close))
