"""The commune's hamlets in its own order, typed or pasted from Excel as in a sheet; each cell left saves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.errors import NtmError
from ntm_desktop.services import commune
from ntm_desktop.services.commune import HamletView
from ntm_desktop.text import AmbiguousNumber, format_int, parse_number
from ui.context import Context
from ui.models.rows import Cell, Column, Kind, Row
from ui.pages.setup_section import Problem, fit_rows
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.table import Table

if TYPE_CHECKING:
    from ui.tasks import Session

_NAME, _HOUSEHOLDS, _POPULATION = range(3)
_MOST_ROWS = 14
_LATER = Qt.ConnectionType.QueuedConnection  # once the typed cell is closed: the rows may be read again


class HamletsTable(QWidget):
    """Rows are known by their place; the one after the last takes a new hamlet. A list that was refused stays
    as it was typed until it is mended: nothing typed after it is lost."""

    told = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._hamlets: tuple[HamletView, ...] = ()  # as stored
        self._typed: tuple[HamletView, ...] = ()  # as shown
        self._refused = False
        self._wanted = -1  # where the current row goes once the list is read again
        self.table = Table(
            (
                Column(self.tr("Thôn")),
                Column(self.tr("Số hộ"), 92, right=True),
                Column(self.tr("Số người"), 92, right=True),
            ),
            self.tr("Danh sách thôn"),
        )
        self._problem = Problem()
        self._up = Button(self.tr("Chuyển thôn lên"), "icon", "arrow-up")
        self._down = Button(self.tr("Chuyển thôn xuống"), "icon", "arrow-down")
        self._remove = Button(self.tr("Xóa thôn"), "icon", "trash-2")
        bar = QHBoxLayout()
        bar.setSpacing(4)
        hint = self.tr("Gõ tên vào dòng cuối để thêm. Dán được cả bảng từ Excel.")
        bar.addWidget(Label(hint, "caption", "text2", wrap=True), 1)
        for button, keys in ((self._up, "Alt+Up"), (self._down, "Alt+Down"), (self._remove, "Ctrl+Del")):
            button.set_keys(keys, self.table)
            bar.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(bar)
        column.addWidget(self.table)
        column.addWidget(self._problem)
        self.table.rows.edit_requested.connect(self._on_edit, _LATER)
        self.table.paste_requested.connect(self._on_paste)
        self.table.current_changed.connect(self._on_current_changed)
        self._up.clicked.connect(self._on_up)
        self._down.clicked.connect(self._on_down)
        self._remove.clicked.connect(self._on_remove)

    def show_hamlets(self, hamlets: tuple[HamletView, ...]) -> None:
        if self._refused and hamlets == self._hamlets:
            return  # something else was saved
        self._hamlets, self._refused = hamlets, False
        self._problem.clear_error()
        self._show_rows(hamlets)
        if self._wanted >= 0:
            self.table.select(self._wanted)
            self._wanted = -1
        self._on_current_changed(self.table.current_data())

    def _show_rows(self, hamlets: Sequence[HamletView]) -> None:
        self._typed = tuple(hamlets)
        tones = ["unmet" if self._refused and hamlet not in self._hamlets else "text" for hamlet in hamlets]
        rows = [_row(hamlet, place, tones[place]) for place, hamlet in enumerate(hamlets)]
        rows.append(Row((Cell("", editable=""), Cell(), Cell()), len(hamlets)))
        rows.append(_total(hamlets))
        fit_rows(self.table, len(rows), _MOST_ROWS)
        self.table.show_rows(rows)

    # Slots

    def _on_current_changed(self, data: object) -> None:
        place = data if isinstance(data, int) else -1
        known = 0 <= place < len(self._typed)
        self._up.setEnabled(known and place > 0)
        self._down.setEnabled(known and place + 1 < len(self._typed))
        self._remove.setEnabled(known)

    def _on_edit(self, place: int, column: int, text: str) -> None:
        self._put(place, column, [[text]], self._mend, action="Sửa danh sách thôn")

    def _on_paste(self, place: object, column: int, lines: Sequence[Sequence[str]]) -> None:
        if isinstance(place, int):
            before = self._typed
            self._put(
                place,
                column,
                self.table.without_heads(lines),
                lambda *cell: self._take_back(before, *cell),
                action="Dán danh sách thôn",
            )

    def _on_up(self) -> None:
        self._move(-1)

    def _on_down(self) -> None:
        self._move(1)

    def _on_remove(self) -> None:
        place = self.table.current_data()
        if isinstance(place, int):
            left = [*self._typed[:place], *self._typed[place + 1 :]]
            self._write(f"Xóa thôn {self._typed[place].name}", left, self._problem.show_error)

    # Writing

    def _move(self, step: int) -> None:
        place = self.table.current_data()
        if isinstance(place, int) and 0 <= place + step < len(self._typed):
            moved = list(self._typed)
            moved[place], moved[place + step] = moved[place + step], moved[place]
            self._wanted = place + step
            self._write("Xếp lại thứ tự thôn", moved, self._problem.show_error)

    def _put(
        self,
        place: int,
        column: int,
        lines: Sequence[Sequence[str]],
        stay: Callable[[int, int], None],
        *,
        action: str,
    ) -> None:
        """Texts into cells from a place on; all of them or, with a reason for each, none. ``stay`` shows what
        is to be seen of a list that was refused."""

        def refused(error: NtmError) -> None:
            stay(place, column)
            self._problem.show_error(error)

        hamlets, problems = list(self._typed), list[str]()
        for number, texts in enumerate(lines, start=place):
            if number == len(hamlets):
                hamlets.append(HamletView(None, ""))
            for offset, text in enumerate(texts[: _POPULATION + 1 - column]):
                try:
                    hamlets[number] = _with(hamlets[number], column + offset, text.strip())
                except NtmError as error:
                    problems.append(self.tr("Dòng {}: {}").format(number + 1, error.message))
        if problems:
            self._take_back(self._typed, place, column)
            self._problem.show_error(NtmError(self.tr("Chưa ghi được. Sửa rồi nhập lại."), problems))
        else:
            self._show_rows(hamlets)  # the next one may be typed while these are saved
            self._write(action, hamlets, refused)

    def _mend(self, _place: int, _column: int) -> None:
        """In red until then. The current cell is left where it is: who types on without looking up would
        write the next name over the refused one."""
        self._refused = True
        self._show_rows(self._typed)

    def _take_back(self, before: Sequence[HamletView], place: int, column: int) -> None:
        self._show_rows(before)
        self.table.setCurrentIndex(self.table.rows.index(place, column))

    def _write(
        self,
        action: str,
        hamlets: Sequence[HamletView],
        refused: Callable[[NtmError], None],
    ) -> None:
        removed = len(hamlets) < len(self._typed)

        def save(session: Session) -> Changes:
            return commune.save_hamlets(session, rows=hamlets)

        def saved(changes: Changes) -> None:
            if self._refused and not changes:  # mended to what is stored: nobody reads the list again
                self._refused = False
                self.show_hamlets(self._hamlets)
            elif removed:
                self.told.emit(self.tr("Đã xóa thôn."))

        self._context.tasks.write(action, save, saved, self, failed=refused)


def _total(hamlets: Sequence[HamletView]) -> Row:
    households = [hamlet.households for hamlet in hamlets if hamlet.households is not None]
    population = [hamlet.population for hamlet in hamlets if hamlet.population is not None]
    words = QCoreApplication.translate("HamletsTable", "Cộng {} thôn").format(len(hamlets))
    cells = (
        Cell(words),
        Cell(format_int(sum(households)) if households else ""),
        Cell(format_int(sum(population)) if population else ""),
    )
    return Row(cells, None, Kind.TOTAL)


def _with(hamlet: HamletView, column: int, text: str) -> HamletView:
    if column == _NAME:
        return replace(hamlet, name=text)
    count = _count(text)
    return replace(hamlet, households=count) if column == _HOUSEHOLDS else replace(hamlet, population=count)


def _count(text: str) -> int | None:
    if not text:
        return None
    words = QCoreApplication.translate("HamletsTable", "“{}” không phải số đếm. Nhập số nguyên, ví dụ 540.")
    try:
        number = parse_number(text)
    except AmbiguousNumber:
        raise
    except NtmError as error:
        raise NtmError(words.format(text)) from error
    if number < 0 or number != number.to_integral_value():
        raise NtmError(words.format(text))
    return int(number)


def _row(hamlet: HamletView, place: int, tone: str) -> Row:
    counts = ["" if count is None else format_int(count) for count in (hamlet.households, hamlet.population)]
    texts = (hamlet.name, *counts)
    cells = tuple(Cell(text, tone, editable=text) for text in texts)
    return Row(cells, place)
