"""Bars painted by hand: how much of a work is done against its plan, and its money in three styles.

Committed is an outline, allotted a hatch, disbursed solid: the same everywhere, also on paper.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.models.rows import Bar

_WHOLE = 10_000
BAR_WIDTH, BAR_HEIGHT = 64, 8
_TICK = 4  # px that the planned tick stands out above and below
_MONEY_HEIGHT = 12
_LEAST = 60


def draw_bar(painter: QPainter, rect: QRectF, bar: Bar) -> None:
    """The done part solid, the rest outlined, the plan, where there is one, a tick across."""
    box = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.fillRect(box, theme.color("surface"))
    done = QRectF(box)
    done.setWidth(box.width() * min(bar.share, _WHOLE) / _WHOLE)
    painter.fillRect(done, theme.color("accent"))
    painter.setPen(QPen(theme.color("line2"), 1))
    painter.drawRect(box)
    if bar.planned is None:
        return
    place = box.left() + box.width() * min(bar.planned, _WHOLE) / _WHOLE
    painter.fillRect(QRectF(place - 1, rect.top() - _TICK, 2, rect.height() + 2 * _TICK), theme.color("text"))


class MoneyBar(QWidget):
    """Of one source: disbursed within allotted within committed; as long as its part of the largest."""

    def __init__(
        self,
        committed: int = 0,
        allotted: int = 0,
        disbursed: int = 0,
        largest: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.show_amounts(committed, allotted, disbursed, largest)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(_LEAST)

    def show_amounts(self, committed: int, allotted: int, disbursed: int, largest: int) -> None:
        self._amounts, self._largest = (committed, allotted, disbursed), max(1, largest)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(110, _MONEY_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        committed, allotted, disbursed = (self._box(amount) for amount in self._amounts)
        _draw_committed(painter, committed)
        _draw_allotted(painter, allotted)
        painter.fillRect(disbursed, theme.color("accent"))
        painter.end()

    def _box(self, amount: int) -> QRectF:
        width = (self.width() - 1) * max(0, min(amount, self._largest)) / self._largest
        return QRectF(0.5, 0.5, width, self.height() - 1)


class MoneyKey(QWidget):
    """The small box before a column's head that says which part of the bar it counts."""

    def __init__(self, style: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style  # committed, allotted or disbursed
        self.setFixedSize(11, 11)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(0.5, 0.5, 10, 10)
        if self._style == "committed":
            _draw_committed(painter, box)
        elif self._style == "allotted":
            _draw_allotted(painter, box)
        else:
            painter.fillRect(box, theme.color("accent"))
        painter.end()


def _draw_committed(painter: QPainter, box: QRectF) -> None:
    if box.width() > 0:
        painter.setPen(QPen(theme.color("accent"), 1))
        painter.setBrush(theme.color("surface"))
        painter.drawRect(box)


def _draw_allotted(painter: QPainter, box: QRectF) -> None:
    if box.width() > 0:
        painter.fillRect(box, theme.color("tint"))
        painter.setPen(QPen(theme.color("accent"), 1))
        painter.setBrush(QBrush(theme.color("accent"), Qt.BrushStyle.BDiagPattern))
        painter.drawRect(box)
