"""The one table model: prepared rows, some of which open a group. No work in ``data()``, no sorting here.

The page sorts and filters its list (or lets SQL do it) and hands the result over with ``set_rows``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ntm_desktop.text import millions
from ui import theme
from ui.tokens import State
from ui.widgets.marks import state_word

V = TypeVar("V")
Index = QModelIndex | QPersistentModelIndex

# Looked up once: an enum member fetched inside data() costs more than the rest of the cell.
DISPLAY = Qt.ItemDataRole.DisplayRole
EDIT = Qt.ItemDataRole.EditRole
TOOLTIP = Qt.ItemDataRole.ToolTipRole
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
ROW_ROLE = Qt.ItemDataRole.UserRole
_HEADER_ALIGNMENT = Qt.ItemDataRole.TextAlignmentRole
_HEADER_FONT = Qt.ItemDataRole.FontRole
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_EDITABLE = _FLAGS | Qt.ItemFlag.ItemIsEditable


class Kind(IntEnum):
    ITEM = 0
    GROUP = 1  # opens the rows of its ``group``
    TOTAL = 2


@dataclass(frozen=True, slots=True)
class Bar:
    """How much is done, and where the plan stands: basis points."""

    share: int
    planned: int | None


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell shows. ``bar`` stands before the text; ``state`` puts a mark there (as a badge in an
    item row), ``flag`` a bare mark behind it; ``editable`` is the text to edit, None when it may not be."""

    text: str = ""
    tone: str = "text"
    strong: bool = False
    state: State | None = None
    flag: State | None = None
    icon: str = ""
    tooltip: str = ""
    editable: str | None = None
    bar: Bar | None = None
    copied: str | None = None  # what a spreadsheet gets of it: a number without group marks

    def is_blank(self) -> bool:
        return not (self.text or self.icon or self.bar or self.state or self.flag)

    def spoken(self) -> str:
        return self.text if self.flag is None else f"{self.text}, {state_word(self.flag)}"


def money_cell(amount: int, *, strong: bool = False) -> Cell:
    """Shows triệu đồng; a spreadsheet gets the exact đồng, so the column's ``copied`` says which it is."""
    return Cell(millions(amount), strong=strong, copied=str(amount))


@dataclass(frozen=True, slots=True)
class Row:
    """``data`` is what the page knows the row by; rows of one ``group`` follow their GROUP row."""

    cells: tuple[Cell, ...]
    data: object = None
    kind: Kind = Kind.ITEM
    group: str = ""


class Prepared(Generic[V]):
    """The rows of a long list by the views they were made from. A service that keeps what it found hands the
    same views over again, and their rows stand: of 5 000 one is made, not all."""

    def __init__(self, make: Callable[[int, V], Row]) -> None:
        """``make``: the row of a view at its place in the list."""
        self._make = make
        self._made: dict[int, tuple[int, V, Row]] = {}  # by the identity of the view, which is held here

    def rows(self, views: Iterable[V]) -> list[Row]:
        before, self._made = self._made, {}
        for place, view in enumerate(views):
            known = before.get(id(view))
            if known is None or known[0] != place:
                known = (place, view, self._make(place, view))
            self._made[id(view)] = known
        return [row for _place, _view, row in self._made.values()]


@dataclass(frozen=True, slots=True)
class Column:
    """``width`` 0: this one stretches, from ``least`` on; with less room the table scrolls sideways.
    ``full_title`` explains a short form (tooltip, spoken name). ``whole``: its texts are never shortened, as
    numbers and badges are not. ``copied`` is its head in a spreadsheet where that says more than ``title``.
    ``matrix``: one of many narrow ones, in the middle of which a bare mark stands, or a number below them; of
    what is met a dot is enough.
    """

    title: str
    width: int = 0
    right: bool = False
    full_title: str = ""
    least: int = 140
    whole: bool = False
    copied: str = ""
    matrix: bool = False


class RowsModel(QAbstractTableModel):
    edit_requested = Signal(object, int, str)  # the row's data, column, text

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._all: tuple[Row, ...] = ()
        self._shown: list[Row] = []
        self._closed: set[str] = set()

    def set_rows(self, rows: Sequence[Row]) -> None:
        self._all = tuple(rows)
        self._refresh()

    def set_title(self, column: int, title: str) -> None:
        """What a list of sums counts by may change with what a person asks for."""
        columns = list(self.columns)
        columns[column] = replace(columns[column], title=title)
        self.columns = tuple(columns)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, column, column)

    def row(self, number: int) -> Row:
        return self._shown[number]

    def find(self, data: object) -> int:
        """The row number of ``data`` (its group is opened), or -1."""
        row = next((row for row in self._all if row.data == data), None)
        if row is None:
            return -1
        if row.kind is Kind.ITEM and row.group in self._closed:
            self.set_open(row.group, opened=True)
        return self._shown.index(row)

    def is_open(self, group: str) -> bool:
        return group not in self._closed

    def set_open(self, group: str, *, opened: bool) -> None:
        if opened:
            self._closed.discard(group)
        else:
            self._closed.add(group)
        self._refresh()

    def _refresh(self) -> None:
        """Where only cells differ, the one being typed in stays open; a reset would close it."""
        closed = self._closed
        shown = [r for r in self._all if r.kind is not Kind.ITEM or r.group not in closed]
        if shown and [(r.data, r.kind) for r in shown] == [(r.data, r.kind) for r in self._shown]:
            self._shown = shown
            self.dataChanged.emit(self.index(0, 0), self.index(len(shown) - 1, len(self.columns) - 1))
            return
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = DISPLAY) -> object:
        row = self._shown[index.row()]
        if role == ROW_ROLE:
            return row
        cell = row.cells[index.column()]
        if role == DISPLAY:
            return cell.text
        if role == EDIT:
            return cell.text if cell.editable is None else cell.editable
        if role == TOOLTIP:
            return cell.tooltip or None
        if role == ACCESSIBLE:
            return cell.spoken()
        return None

    def setData(self, index: Index, value: object, role: int = EDIT) -> bool:
        row = self._shown[index.row()]
        cell = row.cells[index.column()]
        if role != EDIT or cell.editable is None or str(value) == cell.editable:
            return False
        self.edit_requested.emit(row.data, index.column(), str(value))
        return False

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        cell = self._shown[index.row()].cells[index.column()]
        return _FLAGS if cell.editable is None else _EDITABLE

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == DISPLAY:
            return column.title
        if role in (TOOLTIP, ACCESSIBLE):
            return column.full_title or None
        if role == _HEADER_ALIGNMENT:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            if column.matrix:
                side = Qt.AlignmentFlag.AlignHCenter
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == _HEADER_FONT:
            return theme.font("caption-strong")
        return None
