"""The tile of one criterion: quiet when met, loud when a person is needed. The whole tile is a button."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui import theme
from ui.tokens import State
from ui.widgets.marks import draw_mark

_HEIGHT = 56
_LOUD = (State.UNMET, State.REGRESSED)
_NAME_FROM = 18  # px before and after the number
_TIGHT_BELOW = 150  # px; there names are written smaller, all alike as all tiles are


class TileButton(QAbstractButton):
    """``name`` fits a usual tile (at most 17 letters); ``count`` is met/applicable."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = self._name = self._word = self._count = ""
        self._state = State.NOT_ASSESSED
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_criterion(
        self, number: str, name: str, full_name: str, state: State, word: str, count: str
    ) -> None:
        self._number, self._name, self._state = number, name, state
        self._word, self._count = word, count
        self.setToolTip(full_name)
        self.setAccessibleName(f"{number} {full_name}: {word}, {count}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(156, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(132, _HEIGHT)

    def shown_name(self) -> str:
        """With dots where the tile is far too narrow; the tooltip says it in full."""
        metrics = theme.metrics(self._head_font())
        room = self.width() - _NAME_FROM - metrics.horizontalAdvance(self._number) - 4
        return metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, room)

    def _head_font(self) -> str:
        return "caption-strong" if self.width() < _TIGHT_BELOW else "strong"

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.tokens()
        fg, ground = (QColor(c) for c in tokens.states[self._state])
        loud = self._state in _LOUD
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        surface = ground if loud else theme.color("surface2" if self.underMouse() else "surface")
        painter.setBrush(surface)
        painter.setPen(QPen(fg if loud else theme.color("line"), 1))
        painter.drawRoundedRect(box, 6, 6)
        if loud:
            clip = QPainterPath()
            clip.addRoundedRect(box, 6, 6)
            painter.setClipPath(clip)
            painter.fillRect(QRectF(0, 0, 4, self.height()), fg)
            painter.setClipping(False)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)
        self._draw_words(painter, fg, surface, loud)
        painter.end()

    def _draw_words(self, painter: QPainter, fg: QColor, surface: QColor, loud: bool) -> None:
        left, middle = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignVCenter
        text, text2 = theme.color("text"), theme.color("text2")
        head = self._head_font()
        painter.setFont(theme.font(head))
        painter.setPen(text2)
        painter.drawText(QRectF(12, 5, 20, 22), left | middle, self._number)
        start = _NAME_FROM + theme.metrics(head).horizontalAdvance(self._number)
        painter.setPen(text)
        painter.drawText(QRectF(start, 5, self.width() - start - 4, 22), left | middle, self.shown_name())
        draw_mark(painter, QRectF(12, 33, 14, 14), self._state, fg, surface)
        painter.setFont(theme.font("caption-strong" if loud else "caption-medium"))
        painter.setPen(fg)
        painter.drawText(QRectF(32, 30, self.width() - 40, 20), left | middle, self._word)
        painter.setFont(theme.font("caption"))
        painter.setPen(text if loud else text2)
        painter.drawText(
            QRectF(0, 30, self.width() - 11, 20), Qt.AlignmentFlag.AlignRight | middle, self._count
        )
