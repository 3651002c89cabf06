"""Registers from Excel and into it: a file or a pasted block is shown in one preview before it is written."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from ntm_desktop.errors import NtmError
from ntm_desktop.services import registers
from ntm_desktop.services.importing import Choices, Preview
from ntm_desktop.services.registers import Book, SheetRows
from ui.context import Context
from ui.dialogs.sheet_preview import SheetPreviewDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.tasks import Session


class SheetMenu(QObject):
    """What can be done with one workbook; ``name`` is what its files are called by."""

    told = Signal(str)  # something was taken in
    written = Signal(str)  # a file; nothing in the data changed

    def __init__(self, context: Context, window: QWidget, book: Book, name: str) -> None:
        super().__init__(window)
        self._context, self._window, self._book, self._name = context, window, book, name
        self._sheets: tuple[SheetRows, ...] = ()
        self.within: str | None = None
        """The work that rows without one are about."""

    def drop_from(self, button: QWidget) -> None:
        self.menu(button).popup(button.mapToGlobal(button.rect().bottomLeft()))

    def menu(self, button: QWidget) -> QMenu:
        menu = QMenu(button)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        taken_in = (
            (self.tr("Nhập từ Excel…"), self.from_file),
            (self.tr("Lưu mẫu…"), self.save_template),
        )
        given_out = ((self.tr("Xuất Excel…"), self.export),)
        for words, slot in given_out if self._context.is_read_only else (*taken_in, *given_out):
            menu.addAction(words).triggered.connect(slot)
        return menu

    def from_file(self) -> None:
        title, filters = self.tr("Nhập từ Excel"), self.tr("Tệp Excel (*.xlsx);;Mọi tệp (*)")
        self._context.ask.open_files(self._window, title, filters, self._on_chosen, many=False)

    def paste(self, lines: Sequence[Sequence[str]]) -> None:
        try:
            self._on_read(registers.read_lines(lines, self._book))
        except NtmError as error:
            self._context.ask.problem(self._window, error)

    def save_template(self) -> None:
        book, name = self._book, self.tr("Mẫu {}.xlsx").format(self._name)
        self._save(self.tr("Lưu mẫu"), name, lambda session: registers.template(session, book))

    def export(self) -> None:
        on, book = self._context.tasks.today(), self._book
        name = f"{self._name[:1].upper()}{self._name[1:]} {on.isoformat()}.xlsx"
        self._save(self.tr("Xuất Excel"), name, lambda session: registers.export(session, book, today=on))

    # Answers

    def _on_chosen(self, paths: list[Path]) -> None:
        path, book = paths[0], self._book
        self._context.tasks.work(
            lambda _report: registers.read_file(path, book),
            self._on_read,
            self,
            title=self.tr("Đang đọc Excel"),
            failed=self._on_refused,
        )

    def _on_read(self, sheets: tuple[SheetRows, ...]) -> None:
        self._sheets = sheets
        on, book, choices = self._context.tasks.today(), self._book, Choices(within=self.within)
        self._context.tasks.read(
            lambda session: registers.preview(session, book, sheets=sheets, today=on, choices=choices),
            self._on_preview,
            self,
        )

    def _on_preview(self, preview: Preview) -> None:
        dialog = SheetPreviewDialog(
            self._window, self._context, self._book, self._sheets, preview, within=self.within
        )
        dialog.told.connect(self.told)
        dialog.open()

    def _on_refused(self, error: NtmError) -> None:
        self._context.ask.problem(self._window, error)

    # Saving

    def _save(self, title: str, name: str, make: Callable[[Session], bytes]) -> None:
        done = partial(self._make, make)
        self._context.ask.save_file(self._window, title, name, self.tr("Tệp Excel (*.xlsx)"), done)

    def _make(self, make: Callable[[Session], bytes], path: Path) -> None:
        self._context.tasks.read(make, partial(self._write, path), self)

    def _write(self, path: Path, content: bytes) -> None:
        self._context.tasks.work(
            lambda _report: registers.save(path, content),
            lambda _none: self.written.emit(self.tr("Đã lưu {}").format(path.name)),
            self,
            title=self.tr("Đang lưu Excel"),
            failed=self._on_refused,
        )
