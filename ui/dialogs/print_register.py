"""Sổ bản in: every final print of the dossier with its code; any of them can be looked at again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ntm_desktop.services import dossier
from ntm_desktop.services.dossier import PrintedView
from ntm_desktop.text import format_date, office_time
from ui.context import Context
from ui.dialogs import fit
from ui.dialogs.message import fit_height
from ui.models.rows import Cell, Column, Row
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.table import Table

_SIZE = (860, 420)
_EMPTY = 480  # the width of a few words


class PrintRegisterDialog(fit.Dialog):
    chosen = Signal(object)  # PrintedView

    def __init__(self, parent: QWidget, context: Context) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Sổ bản in"))
        fit.resize(self, *_SIZE)
        self._none = Label(
            self.tr(
                "Chưa có bản in chính thức nào. Bản in được ghi vào sổ khi hồ sơ đủ điều kiện và được in, "
                "lưu PDF hoặc lưu Word; bản nháp không ghi sổ."
            ),
            wrap=True,
        )
        self._table = Table(
            (
                Column(self.tr("Lần"), 52, right=True, full_title=self.tr("Lần in")),
                Column(self.tr("In lúc"), 130),
                Column(self.tr("Người in"), 150),
                Column(self.tr("Cách in"), 84),
                Column(self.tr("Số liệu đến"), 96),
                Column(self.tr("Trang"), 60, right=True, full_title=self.tr("Số trang")),
                Column(self.tr("Mã nội dung")),
            ),
            self.tr("Sổ bản in"),
        )
        self._open = Button(self.tr("&Xem bản in này"), "primary", "eye")
        close = Button(self.tr("Đón&g"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(self._none)
        column.addWidget(self._table, 1)
        column.addStretch(0)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self._open)
        foot.addWidget(close)
        column.addLayout(foot)
        self._table.opened.connect(self._on_opened)
        self._open.clicked.connect(self._on_open_clicked)
        close.clicked.connect(self.reject)
        context.tasks.read(dossier.register_list, self._on_loaded, self)

    def _on_loaded(self, prints: tuple[PrintedView, ...]) -> None:
        self._none.setVisible(not prints)
        self._table.setVisible(bool(prints))
        self._open.setVisible(bool(prints))
        self._table.show_rows([_row(printed) for printed in prints])
        if prints:
            self._table.select(prints[0])
            self._table.setFocus()
        else:
            middle = self.geometry().center()
            self.resize(_EMPTY, 0)
            fit_height(self)
            if self.isVisible():  # else Qt puts it in the middle
                self.move(middle - self.rect().center())

    def _on_open_clicked(self) -> None:
        self._on_opened(self._table.current_data())

    def _on_opened(self, data: object) -> None:
        if isinstance(data, PrintedView):
            self.accept()
            self.chosen.emit(data)


def _row(printed: PrintedView) -> Row:
    at = office_time(printed.printed_at)
    return Row(
        (
            Cell(str(printed.ordinal), strong=True),
            Cell(f"{at:%H:%M} {format_date(at.date())}"),
            Cell(printed.by, tooltip=printed.by),
            Cell(printed.way.value if printed.way is not None else ""),
            Cell(format_date(printed.as_of)),
            Cell(str(printed.pages)),
            Cell(short_code(printed.content_root), tooltip=printed.content_root),
        ),
        printed,
    )


def short_code(content_root: str) -> str:
    """The first letters of a code, in fours, as people compare them: “3f2a 91bc 04de”."""
    return " ".join(content_root[start : start + 4] for start in range(0, 12, 4))
