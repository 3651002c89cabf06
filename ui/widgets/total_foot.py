"""The row of sums at the lower edge of a table whose rows do not all have room, so that it stays in sight."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView, QWidget

from ui import theme


class TotalFoot(QWidget):
    """Lies over the last line of the viewport, where that row stands once all is scrolled through."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self.hide()

    def place(self, *, wanted: bool) -> None:
        """``wanted``: the last row is one of sums, and does not fit."""
        view, height = self._table.viewport(), self._table.verticalHeader().defaultSectionSize()
        self.setVisible(wanted)
        if wanted:
            self.setGeometry(view.x(), view.y() + view.height() - height, view.width(), height)
            self.raise_()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        table, across = self._table, self._table.horizontalHeader()
        painter = QPainter(self)
        option = QStyleOptionViewItem()
        table.initViewItemOption(option)
        row = table.model().rowCount() - 1
        if table.currentIndex().row() == row:
            option.state |= QStyle.StateFlag.State_Selected
        painter.fillRect(self.rect(), theme.color("surface2"))
        for number in range(across.count()):
            if not across.isSectionHidden(number):
                left, width = across.sectionViewportPosition(number), across.sectionSize(number)
                option.rect = QRect(left, 0, width, self.height())
                table.itemDelegate().paint(painter, option, table.model().index(row, number))
        painter.setPen(theme.color("line"))
        painter.drawLine(0, 0, self.width(), 0)
        painter.end()
