"""The numbered steps at the left of the wizard: done ones wear a tick and the answer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui import theme

_STEP = 56
_DOT = 22


class StepRail(QWidget):
    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = tuple(names)
        self._current = 0
        self._chosen: tuple[str, ...] = ()
        self._narrow = False

    def set_narrow(self, *, narrow: bool) -> None:
        """Whether only the numbers are shown."""
        self._narrow = narrow
        self.updateGeometry()
        self.update()

    def show_step(self, current: int, chosen: Sequence[str]) -> None:
        """``chosen``: the answers of the steps before the current one."""
        self._current, self._chosen = current, tuple(chosen)
        self.setAccessibleName(self.tr("Bước {} trên {}").format(current + 1, len(self._names)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_DOT if self._narrow else 180, _STEP * len(self._names))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = min(_STEP, self.height() // len(self._names))
        for number, name in enumerate(self._names):
            top = number * step + (step - _DOT) // 2 - 5
            done, current = number < self._current, number == self._current
            if number + 1 < len(self._names):
                painter.setPen(QPen(theme.color("accent" if done else "line2"), 2))
                painter.drawLine(QPointF(11, top + _DOT + 1), QPointF(11, top + step - 2))
            self._draw_dot(painter, number, top, filled=done or current)
            below = self._chosen[number] if done else self.tr("Đang chọn") if current else ""
            if not self._narrow:
                self._draw_words(painter, name, below, top, strong=current)
        painter.end()

    def _draw_dot(self, painter: QPainter, number: int, top: int, *, filled: bool) -> None:
        box = QRectF(1, top + 1, _DOT - 2, _DOT - 2)
        painter.setPen(QPen(theme.color("accent" if filled else "line2"), 2))
        painter.setBrush(theme.color("accent" if filled else "surface2"))
        painter.drawEllipse(box)
        if number < self._current:
            pixmap = theme.pixmap("check", 14, "on_accent", self.devicePixelRatioF())
            painter.drawPixmap(QPointF(4, top + 4), pixmap)
        else:
            painter.setFont(theme.font("caption-strong"))
            painter.setPen(theme.color("on_accent" if filled else "text2"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number + 1))

    def _draw_words(self, painter: QPainter, name: str, below: str, top: int, *, strong: bool) -> None:
        width = self.width() - 34
        role = "strong" if strong else "body"
        middle = top + _DOT / 2
        painter.setFont(theme.font(role))
        painter.setPen(theme.color("text"))
        box = QRectF(34, middle - (20 if below else 10), width, 20)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, name)
        if below:
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.color("text2"))
            shown = theme.metrics("caption").elidedText(below, Qt.TextElideMode.ElideRight, width)
            painter.drawText(QRectF(34, middle, width, 18), Qt.AlignmentFlag.AlignVCenter, shown)
