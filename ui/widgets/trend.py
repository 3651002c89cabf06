"""A tiny line of dated values with its target, painted by hand: the history of one indicator."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.tokens import State
from ui.widgets.marks import draw_mark

_TOP, _BOTTOM, _SIDE, _MARK = 20, 34, 22, 12


@dataclass(frozen=True, slots=True)
class Point:
    when: str  # "2017", "6/2021"
    value: float
    text: str  # "74,6"
    state: State


class Trend(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: tuple[Point, ...] = ()
        self._target: float | None = None
        self._target_text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_points(self, points: Sequence[Point], target: float | None, target_text: str) -> None:
        self._points, self._target, self._target_text = tuple(points), target, target_text
        self.setAccessibleName("; ".join(f"{p.when}: {p.text}" for p in points))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, 130)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._points:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        target_room = theme.metrics("caption").horizontalAdvance(self._target_text) + 14
        area = QRectF(self.rect()).adjusted(_SIDE, _TOP, -max(_SIDE, target_room), -_BOTTOM)
        values = [p.value for p in self._points] + ([] if self._target is None else [self._target])
        low, span = min(values), (max(values) - min(values)) or 1.0
        step = area.width() / max(1, len(self._points) - 1)

        def height(value: float) -> float:
            return area.bottom() - 12 - (value - low) / span * (area.height() - 12)

        places = [QPointF(area.left() + i * step, height(p.value)) for i, p in enumerate(self._points)]
        if self._target is not None:
            y = height(self._target)
            painter.setPen(QPen(theme.color("text2"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(area.left() - 14, y), QPointF(area.right() + 2, y))
            painter.setFont(theme.font("caption"))
            box = QRectF(area.right() + 9, y - 9, target_room, 18)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self._target_text)
        painter.setPen(QPen(theme.color("accent"), 1.8))
        painter.drawPolyline(QPolygonF(places))
        for place, point in zip(places, self._points, strict=True):
            self._draw_point(painter, place, point, last=point is self._points[-1])
        painter.end()

    def _draw_point(self, painter: QPainter, place: QPointF, point: Point, *, last: bool) -> None:
        surface = theme.color("surface")
        box = QRectF(place.x() - _MARK / 2, place.y() - _MARK / 2, _MARK, _MARK)
        painter.fillRect(box, surface)
        draw_mark(painter, box, point.state, theme.color(point.state), surface)
        painter.setPen(theme.color("text"))
        painter.setFont(theme.font("caption-strong" if last else "caption"))
        above = point.state is State.MET
        words = QRectF(place.x() - 40, place.y() - 25 if above else place.y() + 7, 80, 18)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, point.text)
        painter.setPen(theme.color("text2"))
        painter.setFont(theme.font("caption"))
        foot = QRectF(place.x() - 40, self.height() - 18, 80, 18)
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, point.when)
