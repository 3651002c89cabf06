"""Sổ bản in: every final print of the dossier with its code. Any of them can be looked at again, and a file
held against them all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ntm_desktop.services import dossier, print_check
from ntm_desktop.services.dossier import PrintedView
from ntm_desktop.services.print_check import Checked, Found, Known
from ntm_desktop.services.printings import by_ordinal
from ntm_desktop.text import format_date, office_time
from ui.context import Context
from ui.dialogs import fit
from ui.dialogs.message import fit_height
from ui.models.rows import Cell, Column, Row
from ui.widgets.buttons import Button, buttons_row
from ui.widgets.labels import Label
from ui.widgets.table import Table

if TYPE_CHECKING:
    from ui.tasks import Report

_SIZE = (1090, 460)
_READABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
_EMPTY = 480  # the width of a few words


class PrintRegisterDialog(fit.Dialog):
    WRITES: ClassVar[bool] = False

    chosen = Signal(object)  # PrintedView

    def __init__(self, parent: QWidget, context: Context) -> None:
        super().__init__(parent)
        self._context = context
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
                Column(self.tr("Tập"), 56, right=True),
                Column(self.tr("Văn bản"), 170),
                Column(self.tr("In lúc"), 130),
                Column(self.tr("Người in"), 140),
                Column(self.tr("Cách in"), 84),
                Column(self.tr("Số liệu đến"), 96),
                Column(self.tr("Trang"), 60, right=True, full_title=self.tr("Số trang")),
                Column(self.tr("Mã nội dung"), least=240, whole=True),
            ),
            self.tr("Sổ bản in"),
        )
        self._codes = Label("", "caption", "text2", wrap=True)
        self._codes.setTextInteractionFlags(_READABLE)
        self._codes.setAccessibleName(self.tr("Mã của bản in đang chọn"))
        self._copy = Button(self.tr("&Chép mã"), icon="copy")
        self._check = Button(self.tr("&Kiểm tra tệp"), icon="file-search")
        self._open = Button(self.tr("&Xem bản in này"), "primary", "eye")
        close = Button(self.tr("Đón&g"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(self._none)
        column.addWidget(self._table, 1)
        column.addWidget(self._codes)
        column.addStretch(0)
        column.addLayout(buttons_row(self._open, close, left=(self._copy, self._check)))
        self._table.current_changed.connect(self._on_current_changed)
        self._table.opened.connect(self._on_opened)
        self._copy.clicked.connect(self._on_copy_clicked)
        self._check.clicked.connect(self._on_check_clicked)
        self._open.clicked.connect(self._on_open_clicked)
        close.clicked.connect(self.reject)
        context.tasks.read(dossier.register_list, self._on_loaded, self)

    def _on_loaded(self, prints: tuple[PrintedView, ...]) -> None:
        self._none.setVisible(not prints)
        for widget in (self._table, self._codes, self._copy, self._check, self._open):
            widget.setVisible(bool(prints))
        belong = by_ordinal(prints)
        self._table.show_rows([_row(printed, belong[printed.ordinal].volume(printed)) for printed in prints])
        if prints:
            self._table.select(prints[0])
            self._table.setFocus()
        else:
            middle = self.geometry().center()
            self.resize(_EMPTY, 0)
            fit_height(self)
            if self.isVisible():  # else Qt puts it in the middle
                self.move(middle - self.rect().center())

    def _on_current_changed(self, data: object) -> None:
        self._codes.setText(self._told(data) if isinstance(data, PrintedView) else "")

    def _told(self, printed: PrintedView) -> str:
        return self.tr("Mã nội dung: {}\nSHA-256 của tệp: {}").format(printed.code, printed.sha256)

    def _on_copy_clicked(self) -> None:
        data = self._table.current_data()
        if isinstance(data, PrintedView):
            QGuiApplication.clipboard().setText(self._told(data))

    def _on_check_clicked(self) -> None:
        title = self.tr("Chọn tệp cần kiểm tra")
        filters = self.tr("Tệp PDF (*.pdf);;Mọi tệp (*)")
        self._context.ask.open_files(self, title, filters, self._on_file_chosen, many=False)

    def _on_file_chosen(self, paths: list[Path]) -> None:
        path = paths[0]

        def check(known: tuple[Known, ...]) -> None:
            def work(report: Report) -> Checked:
                return print_check.check(path, known, report=report)

            words = self.tr("Đang kiểm tra tệp")
            self._context.tasks.work(work, self._on_checked, self, title=words)

        self._context.tasks.read(print_check.known_prints, check, self)

    def _on_checked(self, checked: Checked) -> None:
        titles = {
            Found.SAME: self.tr("Đúng bản đã ghi sổ"),
            Found.ADDED: self.tr("Bản đã ghi sổ, có phần thêm vào sau"),
            Found.PART: self.tr("Các trang của bản đã ghi sổ, không đúng từng byte"),
            Found.ALTERED: self.tr("Tệp đã bị sửa"),
            Found.CODED: self.tr("Không đúng từng byte với bản đã ghi sổ"),
            Found.UNKNOWN: self.tr("Không có trong sổ bản in"),
        }
        self._context.ask.tell(self, titles[checked.found], checked.sentence)

    def _on_open_clicked(self) -> None:
        self._on_opened(self._table.current_data())

    def _on_opened(self, data: object) -> None:
        if isinstance(data, PrintedView):
            self.accept()
            self.chosen.emit(data)


def _row(printed: PrintedView, volume: str) -> Row:
    paper = printed.paper or QCoreApplication.translate("PrintRegisterDialog", "Toàn bộ hồ sơ")
    at = office_time(printed.printed_at)
    return Row(
        (
            Cell(str(printed.ordinal), strong=True),
            Cell(volume),
            Cell(paper, tooltip=paper),
            Cell(f"{at:%H:%M} {format_date(at.date())}"),
            Cell(printed.by, tooltip=printed.by),
            Cell(printed.way.value if printed.way is not None else ""),
            Cell(format_date(printed.as_of)),
            Cell(str(printed.pages)),
            Cell(printed.code, tooltip=printed.content_root),
        ),
        printed,
    )
