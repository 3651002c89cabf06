"""The table of every page: fixed heights, no vertical lines, one delegate that paints prepared rows."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nlargest

from PySide6.QtCore import (
    QItemSelectionModel,
    QMetaMethod,
    QModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QScrollArea,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

from ntm_desktop.text import without_groups
from ui import theme
from ui.models.rows import Cell, Column, Kind, Row, RowsModel
from ui.read_only import is_read_only, refuse
from ui.widgets.cell_edit import CellEdit, block_in
from ui.widgets.row_delegate import AT_LEFT, MARGIN, Index, RowDelegate, needed
from ui.widgets.total_foot import TotalFoot

ROW_HEIGHT = 28
HEADER_HEIGHT = 32
_LEAST_ROWS = 4  # in sight, or what is around the table scrolls
_SIGN_MS = 100  # nothing takes longer without a sign
_MOST_MEASURED = 2000  # rows


class Table(QTableView):
    """Set it up with columns; then ``show_rows``. Enter or a double click opens a row, F2 edits a cell;
    Enter in a cell being edited goes on to the one below, also when that row comes only with ``show_rows``.
    Rows chosen together (Shift and arrows, Ctrl+A) are copied together, below their heads."""

    current_changed = Signal(object)  # the row's data, None when nothing is current
    opened = Signal(object)  # the row's data
    typed = Signal(str)  # letters that no cell takes: a page may look for them
    paste_requested = Signal(object, int, object)  # data of the current row, column, rows of texts

    def __init__(self, columns: Sequence[Column], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RowsModel(columns, self)
        self._fitted = self._least = 0  # rows it is as high as, and at least as high as
        self._needs = [0] * len(columns)  # px that the longest texts take
        self._whole = {number for number, column in enumerate(columns) if column.right or column.whole}
        self._giving: tuple[int, ...] = ()
        self._dropped: set[int] = set()  # by the page, whatever room there is
        self._foot = TotalFoot(self)
        self._filled = False
        self._waiting = QTimer(self, interval=_SIGN_MS, singleShot=True)
        self._waiting.timeout.connect(self.viewport().update)
        self._awaited = -1  # the row Enter would have gone on to, had it been there
        self.setAccessibleName(name)
        self.setModel(self.rows)
        delegate = RowDelegate(self)
        delegate.block_pasted.connect(self._on_block_pasted)
        self.setItemDelegate(delegate)
        self.setFont(theme.font("body"))
        self.setMinimumHeight(HEADER_HEIGHT + _LEAST_ROWS * ROW_HEIGHT)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setTabKeyNavigation(False)  # Tab leaves the table; arrows move in it
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        down = self.verticalHeader()
        down.setVisible(False)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setMinimumSectionSize(20)
        down.setDefaultSectionSize(ROW_HEIGHT)
        across = self.horizontalHeader()
        across.setFixedHeight(HEADER_HEIGHT)
        across.setHighlightSections(False)
        across.setMinimumSectionSize(20)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for number, column in enumerate(columns):
            across.resizeSection(number, column.width or column.least)
        self.doubleClicked.connect(self._on_double_clicked)
        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Replaces the rows; the current one stays current and in its place where it is still there."""
        data, column = self.current_data(), max(0, self.currentIndex().column())
        place = self.verticalScrollBar().value()
        self.rows.set_rows(rows)
        self._filled = True
        self._measure(rows)
        if self.currentIndex().isValid():
            self.current_changed.emit(data)  # the same row, with other cells
        elif data is not None and (number := self.rows.find(data)) >= 0:
            self.setCurrentIndex(self.rows.index(number, column))
        self.verticalScrollBar().setValue(place)
        if self._awaited == self.currentIndex().row() + 1:
            self._go_below()
        self._awaited = -1

    def current_data(self) -> object:
        index = self.currentIndex()
        return self.rows.row(index.row()).data if index.isValid() else None

    def without_heads(self, lines: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
        """Pasted rows that may have been copied here, with the heads above them."""
        first = [text.strip() for text in lines[0]] if lines else []
        return lines[1:] if first == self._heads() else lines

    def chosen_data(self) -> list[object]:
        """Of the rows that are chosen together, from the top down."""
        return [self.rows.row(number).data for number in self._chosen_numbers()]

    def select(self, data: object) -> bool:
        """Makes the row of ``data`` current and visible, opening its group."""
        number = self.rows.find(data)
        if number < 0:
            return False
        index = self.rows.index(number, max(0, self.currentIndex().column()))
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def toggle(self, group: str) -> None:
        data = self.current_data()
        place = self.verticalScrollBar().value()
        self.rows.set_open(group, opened=not self.rows.is_open(group))
        for number in range(self.rows.rowCount()):
            row = self.rows.row(number)
            if row.data == data or (row.kind is Kind.GROUP and row.group == group):
                self.setCurrentIndex(self.rows.index(number, 0))
                break
        self.verticalScrollBar().setValue(place)

    def sizeHint(self) -> QSize:
        """Little: it takes what others leave, and a page scrolls only when that is too little."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def setColumnHidden(self, column: int, hide: bool) -> None:
        (self._dropped.add if hide else self._dropped.discard)(column)
        self._stretch()

    def give_way(self, *columns: int) -> None:
        """Goes without these while there is not room for all, without the first one first: what they say
        stands beside the table or below it too. Numbers and badges are always whole."""
        self._giving = columns
        self._stretch()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._place_foot()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._place_foot()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Also above the sums, and where something around the table scrolls there too."""
        super().scrollTo(index, hint)
        if self._foot.isVisible() and index.row() < self.rows.rowCount() - 1:
            hidden = self.visualRect(index).bottom() - (self.viewport().height() - ROW_HEIGHT) + 1
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + max(0, hidden))
        if self.hasFocus():
            self._scroll_around(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stretch()
        if event.size().height() < event.oldSize().height() and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def fit_rows(self, rows: int, least: int = 0) -> None:
        """Makes it as high as so many rows, and as the bar below them when there is one.

        With ``least`` it is content with that many where the page has no room for more.
        """
        self._fitted, self._least = rows, min(least or rows, rows)
        self._stretch()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt makes the first row current then, but does not choose it."""
        super().focusInEvent(event)
        index = self.currentIndex()
        if index.isValid() and not self.selectionModel().hasSelection():
            self.selectionModel().select(index, _WHOLE_ROW)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if is_read_only(self):
            self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        if not self._filled:
            self._waiting.start()

    def says_reading(self) -> bool:
        """It has been shown for a while, and its rows are still being read."""
        return not self._filled and self.isVisible() and not self._waiting.isActive()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.says_reading():
            painter = QPainter(self.viewport())
            painter.setFont(theme.font("body"))
            painter.setPen(theme.color("text2"))
            box = QRect(MARGIN, 0, self.viewport().width() - MARGIN, ROW_HEIGHT)
            painter.drawText(box, AT_LEFT, self.tr("Đang đọc số liệu…"))
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        row = self.rows.row(index.row()) if index.isValid() else None
        key = event.key()
        if self.state() is QAbstractItemView.State.EditingState:
            event.accept()  # what the editor leaves: its Enter commits, and opens nothing behind it
        elif event.matches(QKeySequence.StandardKey.Copy) and row is not None:
            QGuiApplication.clipboard().setText(self._chosen_text())
        elif event.matches(QKeySequence.StandardKey.Paste) and row is not None:
            if refuse(self):
                return
            lines = block_in(QGuiApplication.clipboard().text())
            self.paste_requested.emit(row.data, index.column(), lines)
        elif row is not None and row.kind is Kind.GROUP and key in _TOGGLING:
            wanted = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False}.get(Qt.Key(key))
            if wanted is None or wanted != self.rows.is_open(row.group):
                self.toggle(row.group)
        elif row is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(row.data)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Of Qt's own the first column, by its first letters with their marks."""
        self.typed.emit(search)

    def finish_typing(self) -> None:
        """A cell being edited is left as if by Tab: something else is about to show what is stored."""
        editor = self.indexWidget(self.currentIndex())
        if self.state() is QAbstractItemView.State.EditingState and editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def closeEditor(self, editor: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        if hint == QStyledItemDelegate.EndEditHint.SubmitModelCache and not self._go_below():  # Enter
            self._awaited = self.currentIndex().row() + 1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == 0:
            row = self.rows.row(index.row())
            if row.kind is Kind.GROUP:
                self.toggle(row.group)

    def _stretch(self) -> None:
        """A column without a width takes what the others leave, but never so little that it says nothing.

        What its own texts do not need goes to those whose texts would end in dots.
        """
        across = self.horizontalHeader()
        shown = self._shown_widths()
        for number in range(across.count()):
            if across.isSectionHidden(number) == (number in shown):
                super().setColumnHidden(number, number not in shown)
        open_ones = [number for number in shown if not self.rows.columns[number].width]
        widths = {number: 0 if number in open_ones else width for number, width in shown.items()}
        left = self.viewport().width() - sum(widths.values())
        spare = left - sum(max(shown[number], self._needs[number]) for number in open_ones)
        scant = [number for number in shown if 0 < widths[number] < self._needs[number]]
        for done, number in enumerate(sorted(scant, key=lambda one: self._needs[one] - widths[one])):
            more = min(self._needs[number] - widths[number], max(0, spare) // (len(scant) - done))
            widths[number] += more
            spare -= more
            left -= more
        for number in shown:
            if widths[number]:
                across.resizeSection(number, widths[number])
        for number in open_ones:
            across.resizeSection(number, max(shown[number], left // len(open_ones)))
        if self._fitted:
            bar = self.horizontalScrollBar().sizeHint().height() if across.length() > self.width() else 0
            self.setMinimumHeight(HEADER_HEIGHT + self._least * ROW_HEIGHT + 2 + bar)
            self.setMaximumHeight(HEADER_HEIGHT + self._fitted * ROW_HEIGHT + 2 + bar)

    def _measure(self, rows: Sequence[Row]) -> None:
        """Only what is longest in a column is measured; a width once needed stays, so that nothing jumps."""
        seen = rows[:_MOST_MEASURED]
        for number, column in enumerate(self.rows.columns):
            longest = nlargest(2, seen, key=lambda row: len(row.cells[number].text))
            need = max((needed(row, number) for row in longest), default=0)
            self._needs[number] = max(self._needs[number], need)
            if column.width and any(row.kind is Kind.ITEM and row.cells[number].state for row in longest):
                self._whole.add(number)
        self._stretch()

    def _shown_widths(self) -> dict[int, int]:
        """px that each column takes at least, without those that give way."""
        widths = {
            number: max(column.width or column.least, self._needs[number] if number in self._whole else 0)
            for number, column in enumerate(self.rows.columns)
            if number not in self._dropped
        }
        for number in self._giving:
            if sum(widths.values()) <= self.viewport().width():
                break
            widths.pop(number, None)
        return widths

    def _place_foot(self) -> None:
        last = self.rows.rowCount() - 1
        sums = last > 0 and self.rows.row(last).kind is Kind.TOTAL
        self._foot.place(wanted=sums and self.verticalScrollBar().maximum() > 0)

    def _scroll_around(self, index: Index) -> None:
        place, row = self.parentWidget(), self.visualRect(index)
        while place is not None:
            if isinstance(place, QScrollArea) and (inner := place.widget()) is not None:
                top = self.viewport().mapTo(inner, row.topLeft()).y()
                place.ensureVisible(0, top + row.height() // 2, 0, row.height())
            place = place.parentWidget()

    def _go_below(self) -> bool:
        """To the same column of the next row that is typed in, or the first one that it lets be typed."""
        here = self.currentIndex()
        columns = [here.column(), *range(len(self.rows.columns))]
        for number in range(here.row() + 1, self.rows.rowCount()):
            cells = self.rows.row(number).cells
            column = next((column for column in columns if cells[column].editable is not None), None)
            if column is not None:
                self.setCurrentIndex(self.rows.index(number, column))
                return True
        return False

    def _chosen_text(self) -> str:
        """One row goes below others that stand in the sheet already; several are a table of their own."""
        chosen = [self.rows.row(number) for number in self._chosen_numbers()]
        lines = [self._heads()] if len(chosen) > 1 else []
        lines += [list(map(_copied, row.cells, self.rows.columns)) for row in chosen]
        return "\n".join(map("\t".join, lines))

    def _heads(self) -> list[str]:
        return [column.copied or column.title for column in self.rows.columns]

    def _chosen_numbers(self) -> list[int]:
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def _on_double_clicked(self, index: QModelIndex) -> None:
        row = self.rows.row(index.row())
        if row.kind is not Kind.GROUP:
            self.opened.emit(row.data)

    def _on_block_pasted(self, editor: CellEdit, lines: Sequence[Sequence[str]]) -> None:
        """Into the cells from the one being edited on, which itself is left as it was."""
        if not self.isSignalConnected(QMetaMethod.fromSignal(self.paste_requested)):
            editor.paste()
            return
        index = self.currentIndex()
        self.closeEditor(editor, QStyledItemDelegate.EndEditHint.RevertModelCache)
        self.paste_requested.emit(self.rows.row(index.row()).data, index.column(), lines)

    def _on_current_row_changed(self, current: QModelIndex) -> None:
        self.current_changed.emit(self.rows.row(current.row()).data if current.isValid() else None)


def _copied(cell: Cell, column: Column) -> str:
    if cell.copied is not None:
        return cell.copied
    return without_groups(cell.text) if column.right else cell.text


_WHOLE_ROW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_TOGGLING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Space)
