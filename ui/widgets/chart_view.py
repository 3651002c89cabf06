"""A chart of the core on screen: PDFium's picture of the drawing, in the dark with light and dark exchanged.

The pointer, or the arrow keys, go from place to place of it and read the numbers.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ntm_desktop.domain.charts import WorkChart
from ntm_desktop.errors import NtmError
from ntm_desktop.services import work_charts
from ntm_desktop.services.work_charts import ChartPicture, Color
from ui import theme
from ui.tasks import Report, Tasks

_PAD = 8  # px of paper around the drawing
_HEIGHT = 120  # px until the first picture is there
_LEAST, _MOST = 240, 2400
_STAYS = 60_000  # ms that the words of a place stay
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class ChartView(QWidget):
    """As wide as its place, as high as the drawing needs, or lower where ``set_most`` says so."""

    chosen = Signal(str)  # the key of the place that was pressed, or confirmed with Enter

    def __init__(self, tasks: Tasks, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._chart: WorkChart | None = None
        self._picture: ChartPicture | None = None
        self._image = QImage()
        self._drawing = False
        self._stale = False
        self._spot = -1
        self._most = 0  # px; 0: any
        self._dark = False  # the picture is for a dark window
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumWidth(_LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_chart(self, chart: WorkChart) -> None:
        self._chart, self._spot = chart, -1
        self.setAccessibleDescription("")
        self._draw()

    def set_most(self, height: int) -> None:
        """How high it may be, as long as its words can be read; 0: as high as it needs."""
        if height != self._most:
            self._most = height
            self._draw()

    def words(self) -> str:
        """What the current place says; "" while none is."""
        return self._picture.spots[self._spot].text if self._picture and self._spot >= 0 else ""

    def sizeHint(self) -> QSize:
        return QSize(_LEAST, self._picture.height + 2 * _PAD if self._picture else _HEIGHT)

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        other_theme = event.type() == QEvent.Type.PaletteChange and theme.tokens().dark != self._dark
        if other_theme or event.type() == QEvent.Type.DevicePixelRatioChange:
            self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._picture is not None and self._dark == theme.tokens().dark:
            wide = max(
                1, self.width() - 2 * _PAD
            )  # while one of the new width is made, the old one is stretched
            high = round(self._picture.height * wide / self._picture.width)
            painter.drawImage(QRect(_PAD, _PAD, wide, high), self._image)
        if self._spot >= 0:
            painter.setPen(QPen(theme.color("accent"), 1, Qt.PenStyle.DotLine))
            painter.drawRect(self._place(self._spot))
        if self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go_to(self._spot_at(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._go_to(self._spot_at(event.position().toPoint()))
        self._choose()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._go_to(-1)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._go_to(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        count, key = len(self._picture.spots) if self._picture else 0, Qt.Key(event.key())
        if count and key in _STEPS:
            step = _STEPS[key]
            self._go_to((self._spot + step) % count if self._spot >= 0 else (0 if step > 0 else count - 1))
        elif count and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go_to(0 if key == Qt.Key.Key_Home else count - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        else:
            super().keyPressEvent(event)

    # The picture

    def _draw(self) -> None:
        """Has the picture made for this width; while one is being made, the newest wish waits."""
        width = min(_MOST, self.width() - 2 * _PAD)
        if self._chart is None or width < _LEAST - 2 * _PAD:
            return
        if self._drawing:
            self._stale = True
            return
        self._drawing, self._stale = True, False
        dark = theme.tokens().dark
        colors = (_rgb("surface"), _rgb("text")) if dark else None
        most = max(1, self._most - 2 * _PAD) if self._most else 0
        make = _Draw(self._chart, width, self.devicePixelRatioF(), colors, most)
        done = partial(self._on_drawn, self._chart, dark)
        self._tasks.work(make, done, self, failed=self._on_failed)

    def _on_drawn(self, chart: WorkChart, dark: bool, picture: ChartPicture) -> None:
        self._drawing = False
        first = self._picture is None
        if chart is self._chart and not (first and self._stale):  # the place had another width meanwhile
            self._dark = dark
            made = picture.image
            image = QImage(made.pixels, made.width, made.height, QImage.Format.Format_RGB32)
            self._picture, self._image = picture, image.copy()
            if self.height() != picture.height + 2 * _PAD:
                self.setFixedHeight(picture.height + 2 * _PAD)
            self.update()
        if self._stale:
            self._draw()

    def _on_failed(self, error: NtmError) -> None:
        self._drawing = False
        self.setToolTip(error.message)

    # Places

    def _place(self, spot: int) -> QRectF:
        assert self._picture is not None
        box = self._picture.spots[spot].box
        return QRectF(_PAD + box.left, _PAD + box.top, box.width, box.height)

    def _spot_at(self, point: QPoint) -> int:
        """The smallest place under the pointer; -1: none."""
        spots = self._picture.spots if self._picture else ()
        under = [n for n in range(len(spots)) if self._place(n).contains(point.toPointF())]
        return min(under, key=lambda n: self._place(n).width(), default=-1)

    def _go_to(self, spot: int) -> None:
        if spot == self._spot:
            return
        self._spot = spot
        self.setAccessibleDescription(self.words())
        if spot >= 0:
            below = self._place(spot).bottomLeft().toPoint()
            QToolTip.showText(self.mapToGlobal(below), self.words(), self, QRect(), _STAYS)
        else:
            QToolTip.hideText()
        self.update()

    def _choose(self) -> None:
        if self._picture is not None and self._spot >= 0 and self._picture.spots[self._spot].key:
            self.chosen.emit(self._picture.spots[self._spot].key)


class _Draw:
    """The work of one picture; a class so that it holds no widget."""

    def __init__(
        self, chart: WorkChart, width: int, ratio: float, dark: tuple[Color, Color] | None, most: int
    ) -> None:
        self._chart, self._width, self._ratio, self._dark, self._most = chart, width, ratio, dark, most

    def __call__(self, _report: Report) -> ChartPicture:
        return work_charts.picture(self._chart, self._width, self._ratio, self._dark, most=self._most)


def _rgb(token: str) -> Color:
    color = theme.color(token)
    return color.red(), color.green(), color.blue()
