"""The stages of a work as a line of stops: tick done, ring current, empty circle to come, triangle stuck."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.models.work_stages import Look, Stop, spoken
from ui.tokens import State
from ui.widgets.marks import draw_mark

_LINE = 54  # px of one line of stops with their words
_LEAST = 92  # px of a stop
_MARK = 16
_MIDDLE = 9  # height of the marks' middle


class StageStrip(QWidget):
    """Goes on in a further line where there is no room for all of them in one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stops: tuple[Stop, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_stops(self, stops: Sequence[Stop]) -> None:
        self._stops = tuple(stops)
        self.setAccessibleName(spoken(stops))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_LEAST * max(1, len(self._stops)), _LINE)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, _LINE)

    def heightForWidth(self, width: int) -> int:
        a_line = self._in_a_line(width)
        return _LINE * max(1, -(-len(self._stops) // a_line))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        a_line = self._in_a_line(self.width())
        step = self.width() / a_line
        for number, stop in enumerate(self._stops):
            line, place = divmod(number, a_line)
            left, top = place * step, line * _LINE
            if place:
                self._draw_way(painter, left - step / 2, left + step / 2, top + _MIDDLE, stop)
            self._draw_stop(painter, QPointF(left + step / 2, top + _MIDDLE), stop)
            self._draw_words(painter, QRectF(left, top + 20, step, 34), stop)
        painter.end()

    def _in_a_line(self, width: int) -> int:
        """As many in each line as divide the stops evenly."""
        count = max(1, len(self._stops))
        lines = -(-count // max(1, width // _LEAST))
        return -(-count // lines)

    def _draw_way(self, painter: QPainter, begin: float, end: float, y: float, stop: Stop) -> None:
        reached = stop.look in (Look.DONE, Look.STUCK)
        style = Qt.PenStyle.SolidLine if reached else Qt.PenStyle.DashLine
        painter.setPen(QPen(theme.color("accent" if reached else "line2"), 1.8 if reached else 1.4, style))
        painter.drawLine(QPointF(begin + _MARK / 2 + 1, y), QPointF(end - _MARK / 2 - 1, y))

    def _draw_stop(self, painter: QPainter, middle: QPointF, stop: Stop) -> None:
        box = QRectF(middle.x() - _MARK / 2, middle.y() - _MARK / 2, _MARK, _MARK)
        surface, accent = theme.color("surface"), theme.color("accent")
        if stop.look is Look.DONE:
            draw_mark(painter, box, State.MET, accent, surface)
        elif stop.look is Look.STUCK:
            draw_mark(painter, box, State.REGRESSED, theme.color("regressed"), surface)
        else:
            current = stop.look is Look.CURRENT
            painter.setPen(QPen(accent if current else theme.color("line2"), 2 if current else 1.5))
            painter.setBrush(surface)
            painter.drawEllipse(box.adjusted(1, 1, -1, -1))
            if current:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(accent)
                painter.drawEllipse(middle, 3.5, 3.5)

    def _draw_words(self, painter: QPainter, box: QRectF, stop: Stop) -> None:
        coming = stop.look is Look.COMING
        middle = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.setFont(theme.font("caption" if coming else "caption-strong"))
        painter.setPen(theme.color("text2" if coming else "text"))
        painter.drawText(box, middle, stop.name)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("regressed" if stop.late else "text2"))
        painter.drawText(box.adjusted(0, 17, 0, 0), middle, stop.below)
