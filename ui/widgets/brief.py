"""The line of a short list on a card: mark or word, what, and at its right a number. The line is a button."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui import theme
from ui.tokens import State
from ui.widgets.marks import draw_mark

_HEIGHT = 24
_MARK, _GAP = 13, 8
_OUT = 6  # px that the ground stands out at both sides when the mouse is over it
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class BriefLine(QAbstractButton):
    """``what`` gives way when there is little room; its tip is then the whole of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: State | None = None
        self._lead = self._what = self._number = self._tone = ""
        self._lead_width = 0
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_line(
        self, what: str, number: str, *, state: State | None = None, lead: str = "", tone: str = "text"
    ) -> None:
        """``lead``: words before it, as wide as ``set_lead_width`` says; ``tone``: of the number."""
        self._what, self._number, self._state, self._lead, self._tone = what, number, state, lead, tone
        self.setAccessibleName(": ".join(words for words in (lead, what, number) if words))
        self.update()

    def set_lead_width(self, width: int) -> None:
        self._lead_width = width
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        surface = theme.color("surface2" if self.underMouse() else "surface")
        painter.fillRect(self.rect(), surface)
        left = float(_OUT)
        if self._state is not None:
            box = QRectF(left, (self.height() - _MARK) / 2, _MARK, _MARK)
            draw_mark(painter, box, self._state, theme.color(self._state), surface)
            left += _MARK + _GAP
        if self._lead:
            painter.setFont(theme.font("caption-strong"))
            painter.setPen(theme.color("text"))
            painter.drawText(QRectF(left, 0, self._lead_width, self.height()), _LEFT, self._lead)
            left += self._lead_width + _GAP
        right = self.width() - _OUT
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.color(self._tone))
        painter.drawText(QRectF(0, 0, right, self.height()), _RIGHT, self._number)
        right -= theme.metrics("strong").horizontalAdvance(self._number) + 2 * _GAP
        role = "caption" if self._lead else "medium"
        room = max(0, int(right - left))
        shown = theme.metrics(role).elidedText(self._what, Qt.TextElideMode.ElideRight, room)
        painter.setFont(theme.font(role))
        painter.setPen(theme.color("text2" if self._lead else "text"))
        painter.drawText(QRectF(left, 0, room, self.height()), _LEFT, shown)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()
