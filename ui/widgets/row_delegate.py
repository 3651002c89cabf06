"""How a row of any table is painted from its prepared cells, and the room that a cell needs."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from ntm_desktop.text import nfc
from ui import theme
from ui.models.rows import DISPLAY, EDIT, ROW_ROLE, Cell, Column, Kind, Row, RowsModel
from ui.tokens import State
from ui.widgets.bars import BAR_HEIGHT, BAR_WIDTH, draw_bar
from ui.widgets.cell_edit import CellEdit
from ui.widgets.marks import BADGE_HEIGHT, badge_width, draw_badge, draw_mark

MARGIN = 8
_MARK = 14
_DOT = 6

# Put together once: two enum members joined in paint() cost as much as drawing a word.
_SELECTED = QStyle.StateFlag.State_Selected
_FOCUSED = QStyle.StateFlag.State_HasFocus
AT_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_IN_MIDDLE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine
_AT_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine

Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    block_pasted = Signal(object, object)  # the editor that it was pasted into, rows of texts

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._across = table.horizontalHeader()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW_ROLE)
        cell = row.cells[index.column()]
        state = option.state
        selected = _SELECTED in state
        rect: QRect = option.rect
        raised = row.kind is not Kind.ITEM
        ground = theme.color("sel" if selected else "surface2" if raised else "surface")
        painter.fillRect(rect, ground)
        painter.setPen(theme.color("grid"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if selected and (index.column() == 0 or not rect.left()):  # the first column may be hidden
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme.color("accent"))
        if raised:
            self._draw_run(painter, rect, row, index, ground)
        else:
            self._draw_cell(painter, QRectF(rect), row, cell, index, ground)
        if _FOCUSED in state:
            painter.setPen(theme.color("accent"))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = CellEdit(parent)
        editor.block_pasted.connect(self._on_block_pasted)
        editor.setFont(theme.font("body"))
        editor.setFrame(False)
        editor.setAccessibleName(
            str(index.model().headerData(index.column(), Qt.Orientation.Horizontal, DISPLAY))
        )
        if _column(index).right:
            editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, CellEdit)
        if not editor.isModified():  # the model may report a change while a person types
            editor.setText(str(index.data(EDIT)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, CellEdit)
        model.setData(model.index(index.row(), index.column()), nfc(editor.text().strip()), EDIT)

    def _on_block_pasted(self, lines: object) -> None:
        self.block_pasted.emit(self.sender(), lines)

    def _draw_run(self, painter: QPainter, rect: QRect, row: Row, index: Index, ground: QColor) -> None:
        """What names a group, or sums, goes on over the empty cells behind it: here the part in ``rect``."""
        shown = [n for n in range(self._across.count()) if not self._across.isSectionHidden(n)]
        place = first = shown.index(index.column())
        while first > 0 and row.cells[shown[first]].is_blank():
            first -= 1
        column = _column(source := index.model().index(index.row(), shown[first]))
        if column.right or column.matrix:
            first, source, end = place, index.model().index(index.row(), index.column()), place + 1
        else:
            end = first + 1
            while end < len(shown) and row.cells[shown[end]].is_blank():
                end += 1
        widths = [self._across.sectionSize(n) for n in shown]
        left = rect.left() - sum(widths[first:place])
        whole = QRectF(left, rect.top(), sum(widths[first:end]), rect.height())
        painter.save()
        painter.setClipRect(rect)
        self._draw_cell(painter, whole, row, row.cells[source.column()], source, ground)
        painter.restore()

    def _draw_cell(
        self, painter: QPainter, rect: QRectF, row: Row, cell: Cell, index: Index, ground: QColor
    ) -> None:
        if _column(index).matrix:
            _draw_in_matrix(painter, rect, row, cell, ground)
            return
        left = rect.left() + MARGIN
        if row.kind is Kind.GROUP and index.column() == 0:
            model = index.model()
            assert isinstance(model, RowsModel)
            arrow = "chevron-down" if model.is_open(row.group) else "chevron-right"
            _draw_icon(painter, arrow, "text2", left - 4, rect)
            left += 14
        if cell.icon:
            _draw_icon(painter, cell.icon, cell.tone, left, rect)
            left += 16 + MARGIN
        if cell.bar is not None:
            height = rect.height()
            draw_bar(
                painter, QRectF(left, rect.top() + (height - BAR_HEIGHT) / 2, BAR_WIDTH, BAR_HEIGHT), cell.bar
            )
            left += BAR_WIDTH + MARGIN
        if cell.state is not None and row.kind is Kind.ITEM:
            top = int(rect.top() + (rect.height() - BADGE_HEIGHT) / 2)
            width = min(badge_width(cell.text), int(rect.right() - left - 2))
            draw_badge(painter, QRectF(left, top, width, BADGE_HEIGHT), cell.state, cell.text)
            left += width + MARGIN
        else:
            left = self._draw_text(painter, rect, row, cell, index, left, ground)
        if cell.flag is not None:
            box = QRectF(left, rect.top() + (rect.height() - _MARK) / 2, _MARK, _MARK)
            draw_mark(painter, box, cell.flag, theme.color(cell.flag), ground)

    def _draw_text(
        self,
        painter: QPainter,
        rect: QRectF,
        row: Row,
        cell: Cell,
        index: Index,
        left: float,
        ground: QColor,
    ) -> float:
        role = "strong" if cell.strong or row.kind is not Kind.ITEM else "body"
        tone = cell.tone
        if cell.state is not None:
            left += 6
            box = QRectF(left, rect.top() + (rect.height() - _MARK) / 2, _MARK, _MARK)
            draw_mark(painter, box, cell.state, theme.color(cell.state), ground)
            left += _MARK + 5
            tone = str(cell.state)
        right = _column(index).right
        room = rect.right() - MARGIN - left
        shown = cell.text
        if not right:
            shown = theme.metrics(role).elidedText(cell.text, Qt.TextElideMode.ElideRight, int(room) + 1)
        painter.setFont(theme.font(role))
        painter.setPen(theme.color(tone))
        box = QRectF(left, rect.top(), room, rect.height() - 1)
        painter.drawText(box, _AT_RIGHT if right else AT_LEFT, shown)
        return left + theme.metrics(role).horizontalAdvance(shown) + MARGIN


def _column(index: Index) -> Column:
    model = index.model()
    assert isinstance(model, RowsModel)
    return model.columns[index.column()]


def _draw_icon(painter: QPainter, name: str, tone: str, left: float, rect: QRectF) -> None:
    ratio = painter.device().devicePixelRatioF()
    top = rect.top() + (rect.height() - 16) / 2
    painter.drawPixmap(int(left), int(top), theme.pixmap(name, 16, tone, ratio))


def _draw_in_matrix(painter: QPainter, rect: QRectF, row: Row, cell: Cell, ground: QColor) -> None:
    middle = rect.center()
    if cell.flag is State.MET:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(State.MET))
        painter.drawEllipse(middle, _DOT / 2, _DOT / 2)
        painter.restore()
    elif cell.flag is not None:
        box = QRectF(middle.x() - _MARK / 2, middle.y() - _MARK / 2, _MARK, _MARK)
        draw_mark(painter, box, cell.flag, theme.color(cell.flag), ground)
    elif cell.text:
        painter.setFont(theme.font("strong" if row.kind is not Kind.ITEM else "body"))
        painter.setPen(theme.color(cell.tone))
        painter.drawText(rect, _IN_MIDDLE, cell.text)


def needed(row: Row, number: int) -> int:
    """px of one cell, as the delegate draws it."""
    cell, item = row.cells[number], row.kind is Kind.ITEM
    if cell.flag is not None and not cell.text:
        return _MARK + 2 * MARGIN
    around = 2 * MARGIN + 2
    around += (14 if row.kind is Kind.GROUP and number == 0 else 0) + (16 + MARGIN if cell.icon else 0)
    around += (BAR_WIDTH + MARGIN if cell.bar is not None else 0) + (_MARK + MARGIN if cell.flag else 0)
    if cell.state is not None and item:
        return around + badge_width(cell.text)
    mark = 6 + _MARK + 5 if cell.state is not None else 0
    role = "strong" if cell.strong or not item else "body"
    return around + mark + theme.metrics(role).horizontalAdvance(cell.text)
