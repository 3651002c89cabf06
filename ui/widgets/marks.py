"""The seven silhouettes of a state, alone, as a pixmap, and with their word as a badge.

Shape first: each must be told apart at 12 px on a grey print-out (design/look/trang-thai.png).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ntm_desktop.domain.judging import CriterionState
from ui import theme
from ui.tokens import State

BADGE_HEIGHT = 21
_BADGE_MARK = 13
_BESIDE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def state_word(state: State) -> str:
    match state:
        case State.MET:
            return QCoreApplication.translate("state", "Đạt")
        case State.UNMET:
            return QCoreApplication.translate("state", "Chưa đạt")
        case State.NOT_ASSESSED:
            return QCoreApplication.translate("state", "Chưa đánh giá")
        case State.NOT_APPLICABLE:
            return QCoreApplication.translate("state", "Không áp dụng")
        case State.NO_TARGET:
            return QCoreApplication.translate("state", "Chưa thể xét")
        case State.REGRESSED:
            return QCoreApplication.translate("state", "Tụt chuẩn")
        case State.RETURNED:
            return QCoreApplication.translate("state", "Bị trả lại")


def criterion_state(state: CriterionState, *, regressed: bool) -> State:
    """As of an indicator: *Tụt chuẩn* in place of *Chưa đạt* where one of its indicators fell."""
    if state is CriterionState.UNDECIDED:
        return State.NOT_ASSESSED
    fell = regressed and state is CriterionState.UNMET
    return State.REGRESSED if fell else State(state.value)


def criterion_word(state: CriterionState, *, regressed: bool) -> str:
    if state is CriterionState.UNDECIDED:
        return QCoreApplication.translate("state", "Chưa xét xong")
    return state_word(criterion_state(state, regressed=regressed))


def draw_mark(painter: QPainter, rect: QRectF, state: State, fg: QColor, bg: QColor) -> None:
    """Draws the mark of ``state`` filling the square ``rect``; ``bg`` is the ground that shows through it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / 24, rect.height() / 24)
    _SHAPES[state](painter, fg, bg)
    painter.restore()


def _pen(color: QColor, width: float) -> QPen:
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    return QPen(color, width, Qt.PenStyle.SolidLine, cap, join)


def _filled(painter: QPainter, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)


def _met(painter: QPainter, fg: QColor, bg: QColor) -> None:
    _filled(painter, fg)
    painter.drawEllipse(QRectF(0.5, 0.5, 23, 23))
    painter.setPen(_pen(bg, 3.2))
    painter.drawPolyline([QPointF(6.6, 12.4), QPointF(10.4, 16.2), QPointF(17.4, 8.4)])


def _unmet(painter: QPainter, fg: QColor, bg: QColor) -> None:
    _filled(painter, fg)
    painter.drawRoundedRect(QRectF(1, 1, 22, 22), 3, 3)
    painter.setPen(_pen(bg, 3.2))
    painter.drawLine(QPointF(7.5, 7.5), QPointF(16.5, 16.5))
    painter.drawLine(QPointF(16.5, 7.5), QPointF(7.5, 16.5))


def _not_assessed(painter: QPainter, fg: QColor, _bg: QColor) -> None:
    pen = QPen(fg, 2.6, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([1.2, 1.217])  # ten dashes around: 2π × 10 / 2.6 = 24.17 pen widths
    painter.setPen(pen)
    painter.drawEllipse(QRectF(2, 2, 20, 20))


def _not_applicable(painter: QPainter, fg: QColor, _bg: QColor) -> None:
    painter.setPen(_pen(fg, 2.8))
    painter.drawLine(QPointF(4, 12), QPointF(20, 12))


def _no_target(painter: QPainter, fg: QColor, _bg: QColor) -> None:
    painter.setPen(_pen(fg, 2.2))
    points = [QPointF(12, 1.4), QPointF(22.6, 12), QPointF(12, 22.6), QPointF(1.4, 12)]
    painter.drawPolygon(QPolygonF(points))
    hook = QPainterPath(QPointF(9.2, 9.8))
    hook.cubicTo(9.4, 5.6, 15.4, 6.2, 14.8, 9.8)
    hook.cubicTo(14.5, 11.6, 12, 11.4, 12, 13.8)
    painter.drawPath(hook)
    _filled(painter, fg)
    painter.drawEllipse(QPointF(12, 17.2), 1.5, 1.5)


def _regressed(painter: QPainter, fg: QColor, _bg: QColor) -> None:
    painter.setPen(_pen(fg, 1.6))
    painter.setBrush(fg)
    painter.drawPolygon(QPolygonF([QPointF(1.6, 3.6), QPointF(22.4, 3.6), QPointF(12, 21.4)]))


def _returned(painter: QPainter, fg: QColor, _bg: QColor) -> None:
    painter.setPen(_pen(fg, 2.6))
    painter.drawPolyline([QPointF(21, 4), QPointF(21, 14.5), QPointF(3.4, 14.5)])
    painter.drawPolyline([QPointF(8.6, 9.2), QPointF(3.4, 14.5), QPointF(8.6, 19.8)])


_SHAPES: dict[State, Callable[[QPainter, QColor, QColor], None]] = {
    State.MET: _met,
    State.UNMET: _unmet,
    State.NOT_ASSESSED: _not_assessed,
    State.NOT_APPLICABLE: _not_applicable,
    State.NO_TARGET: _no_target,
    State.REGRESSED: _regressed,
    State.RETURNED: _returned,
}


def mark_pixmap(
    state: State, size: int, ratio: float = 1.0, *, tone: str = "", ground: str = "surface", space: int = 0
) -> QPixmap:
    """The mark as a picture, e.g. for a button's icon; ``space`` adds empty pixels at its right."""
    picture = QPixmap(round((size + space) * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    draw_mark(painter, QRectF(0, 0, size, size), state, theme.color(tone or str(state)), theme.color(ground))
    painter.end()
    return picture


class Mark(QWidget):
    """A bare mark; its word is the tooltip and the accessible name."""

    def __init__(
        self, state: State, size: int = 16, ground: str = "surface", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ground = ground
        self.setFixedSize(size, size)
        self.set_state(state)

    def set_state(self, state: State) -> None:
        self._state = state
        self.setToolTip(state_word(state))
        self.setAccessibleName(state_word(state))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        draw_mark(painter, rect, self._state, theme.color(self._state), theme.color(self._ground))
        painter.end()


@cache
def badge_width(word: str) -> int:
    return 6 + _BADGE_MARK + 5 + _badge_metrics_width(word) + 8


def _badge_metrics_width(word: str) -> int:
    return theme.metrics("caption-medium").horizontalAdvance(word)


def badge_font() -> QFont:
    return theme.font("caption-medium")


def draw_badge(painter: QPainter, rect: QRectF, state: State, word: str) -> None:
    """Mark + word on the state's ground, its edge the same hue at 30 %."""
    fg, bg = theme.tokens().states[state]
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(rect.topLeft(), _ground(state, round(rect.width()), fg, bg, ratio))
    painter.setPen(QColor(fg))
    painter.setFont(badge_font())
    words = rect.adjusted(6 + _BADGE_MARK + 5, 0, -2, 0)
    shown = theme.metrics("caption-medium").elidedText(word, Qt.TextElideMode.ElideRight, int(words.width()))
    painter.drawText(words, _BESIDE, shown)


@lru_cache(maxsize=64)
def _ground(state: State, width: int, fg: str, bg: str, ratio: float) -> QPixmap:
    """A badge without its word: a table paints the same few again and again."""
    picture = QPixmap(round(width * ratio), round(BADGE_HEIGHT * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    edge = QColor(fg)
    edge.setAlphaF(0.3)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(edge)
    painter.setBrush(QColor(bg))
    painter.drawRoundedRect(QRectF(0.5, 0.5, width - 1, BADGE_HEIGHT - 1), 4, 4)
    top = (BADGE_HEIGHT - _BADGE_MARK) / 2
    draw_mark(painter, QRectF(6, top, _BADGE_MARK, _BADGE_MARK), state, QColor(fg), QColor(bg))
    painter.end()
    return picture


class Badge(QWidget):
    def __init__(self, state: State, word: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_state(state, word)

    def set_state(self, state: State, word: str = "") -> None:
        self._state, self._word = state, word or state_word(state)
        self.setAccessibleName(self._word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(badge_width(self._word), BADGE_HEIGHT)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_badge(painter, QRectF(self.rect()), self._state, self._word)
        painter.end()
