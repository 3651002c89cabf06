"""The pages of a PDF one below the other: layout, painting, and pictures made away from the GUI thread.

Only pages in sight (and their neighbours) are rendered, one at a time, for the screen's own pixels, and kept
up to a limit. Zoom, search and choosing a page are ``ui.widgets.pdf_view``.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ntm_desktop.errors import NtmError
from ntm_desktop.services.preview import PageImage, PdfPages
from ui import theme
from ui.tasks import Report, Tasks

_GAP = 12
_KEPT_BYTES = 16_000_000  # four or five pages of a wide window; another one takes 40 ms
_WIDEST = 2600  # px; beyond that a picture is stretched rather than made
_STEP = 48
_LEAST_HEIGHT = 96


class PageStack(QAbstractScrollArea):
    page_changed = Signal(int, int)  # page in sight, counted from 1 within those shown; how many are shown

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._tasks = tasks
        self._pdf: PdfPages | None = None
        self._shown = range(0)
        self._rects: list[QRect] = []
        self._pictures: OrderedDict[int, _Picture] = OrderedDict()
        self._rendering = False
        self._current = -1
        self._settled = QTimer(self)  # a view takes its width in two or three steps: one picture, not three
        self._settled.setSingleShot(True)
        self._settled.timeout.connect(self._render_next)
        self.verticalScrollBar().setSingleStep(_STEP)
        self.horizontalScrollBar().setSingleStep(_STEP)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    # What is shown

    def show_pdf(self, pdf: PdfPages | None, shown: range | None = None) -> None:
        """Shows those pages of it (without ``shown`` all). The place being read is kept where it can be."""
        self._pdf = pdf
        self._pictures.clear()
        self.show_range(shown or range(len(pdf.sizes) if pdf else 0))

    def show_range(self, shown: range) -> None:
        same = shown == self._shown
        self._shown = shown
        self._current = -1
        self._lay_out(keep_place=same)

    def page(self) -> int:
        """The page in sight, counted from 0 in the whole PDF; -1 when nothing is shown."""
        return self._shown[self._current] if 0 <= self._current < len(self._shown) else -1

    def pages(self) -> range:
        """The pages of the PDF that are shown."""
        return self._shown if self._pdf is not None else range(0)

    def go_to(self, page: int, top: float = 0.0) -> None:
        """Scrolls to a page of the PDF; ``top`` in points from its upper edge."""
        if self._pdf is None or page not in self._shown:
            return
        rect = self._rects[page - self._shown.start]
        offset = round(top * rect.height() / self._pdf.sizes[page].height)
        self.verticalScrollBar().setValue(rect.top() + offset - _GAP)

    # For subclasses

    def scale_of(self, page: int) -> float:
        """Pixels of the screen for a point of the page; here as wide as the view."""
        assert self._pdf is not None
        return max(0.05, (self.viewport().width() - 2 * _GAP) / self._pdf.sizes[page].width)

    def paint_over(self, painter: QPainter, page: int, rect: QRect) -> None:
        """What a subclass draws on a page; ``rect`` is where it stands in the viewport."""

    def page_at(self, y: int) -> int:
        """The page under a height of the viewport; -1 between and below the pages."""
        y += self.verticalScrollBar().value()
        return next(
            (page for page, rect in self._placed() if rect.top() - _GAP <= y <= rect.bottom()),
            -1,
        )

    def room_below(self) -> int:
        """Pixels kept free under each page."""
        return _GAP

    # Events

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _LEAST_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), _LEAST_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out(keep_place=True)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.DevicePixelRatioChange):
            self._render_next()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.color("surface2"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page, rect in self._in_sight():
            rect = rect.translated(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
            picture = self._pictures.get(page)
            if picture is None:
                painter.fillRect(rect, Qt.GlobalColor.white)
            else:
                painter.drawImage(rect, picture.image)
            painter.setPen(theme.color("line2"))
            painter.drawRect(rect.adjusted(-1, -1, 0, 0))
            self.paint_over(painter, page, rect)
        painter.end()

    def _on_scrolled(self) -> None:
        self._tell_page()
        self._render_next()

    # Layout

    def _lay_out(self, *, keep_place: bool) -> None:
        bar = self.verticalScrollBar()
        place = self._place() if keep_place else (0, 0.0)
        self._rects = []
        if self._pdf is not None:
            sizes = [
                (round(s.width * k), round(s.height * k))
                for s, k in ((self._pdf.sizes[page], self.scale_of(page)) for page in self._shown)
            ]
            widest = max((width for width, _ in sizes), default=0) + 2 * _GAP
            room = max(widest, self.viewport().width())
            top = _GAP
            for width, height in sizes:
                self._rects.append(QRect((room - width) // 2, top, width, height))
                top += height + self.room_below()
            bar.setRange(0, max(0, top - self.viewport().height()))
            self.horizontalScrollBar().setRange(0, max(0, widest - self.viewport().width()))
        else:
            bar.setRange(0, 0)
            self.horizontalScrollBar().setRange(0, 0)
        bar.setPageStep(self.viewport().height())
        self.horizontalScrollBar().setPageStep(self.viewport().width())
        if place[0] < len(self._rects):
            rect = self._rects[place[0]]
            bar.setValue(round(rect.top() - _GAP + place[1] * rect.height()))
        self._tell_page()
        self._settled.start()
        self.viewport().update()

    def _place(self) -> tuple[int, float]:
        """Index of the first page in sight and how much of it is above the upper edge."""
        top = self.verticalScrollBar().value() + _GAP
        for index, rect in enumerate(self._rects):
            if rect.bottom() >= top:
                return index, max(0.0, (top - rect.top()) / rect.height())
        return 0, 0.0

    def _placed(self) -> Sequence[tuple[int, QRect]]:
        return list(zip(self._shown, self._rects, strict=False))

    def _in_sight(self, margin: int = 0) -> list[tuple[int, QRect]]:
        top = self.verticalScrollBar().value() - margin
        bottom = self.verticalScrollBar().value() + self.viewport().height() + margin
        return [
            (page, rect) for page, rect in self._placed() if rect.bottom() >= top and rect.top() <= bottom
        ]

    def _tell_page(self) -> None:
        """The page in sight is the one under a third of the view."""
        line = self.verticalScrollBar().value() + self.viewport().height() // 3
        current = next(
            (n for n, rect in enumerate(self._rects) if rect.bottom() >= line), len(self._rects) - 1
        )
        if current != self._current:
            self._current = current
            self.page_changed.emit(current + 1, len(self._rects))

    # Pictures

    def _render_next(self) -> None:
        """Has the next missing picture made; each one that arrives asks for the next."""
        pdf = self._pdf
        if pdf is None or self._rendering or not self.viewport().width():
            return
        near = self._in_sight() + self._in_sight(self.viewport().height() // 2)
        for page, rect in near:
            width = min(_WIDEST, round(rect.width() * self.devicePixelRatioF()))
            picture = self._pictures.get(page)
            if width > 0 and (picture is None or picture.image.width() != width):
                self._rendering = True
                self._tasks.work(_Render(pdf, page, width), self._on_rendered, self, failed=self._on_failed)
                return

    def _on_rendered(self, made: tuple[PdfPages, int, PageImage]) -> None:
        self._rendering = False
        pdf, page, image = made
        if pdf is self._pdf:
            self._pictures[page] = _Picture.over(image)
            self._pictures.move_to_end(page)
            self._forget_far_pages()
            self.viewport().update()
        self._render_next()

    def _on_failed(self, _error: NtmError) -> None:
        """The PDF was closed meanwhile: another one takes its place."""
        self._rendering = False

    def _forget_far_pages(self) -> None:
        needed = {page for page, _ in self._in_sight(self.viewport().height() // 2)}
        total = sum(len(picture.pixels) for picture in self._pictures.values())
        for page in [page for page in self._pictures if page not in needed]:
            if total <= _KEPT_BYTES:
                return
            total -= len(self._pictures.pop(page).pixels)


class _Render:
    """The work of one picture; a class so that it holds no widget."""

    def __init__(self, pdf: PdfPages, page: int, width: int) -> None:
        self._pdf, self._page, self._width = pdf, page, width

    def __call__(self, _report: Report) -> tuple[PdfPages, int, PageImage]:
        return self._pdf, self._page, self._pdf.render(self._page, self._width)


class _Picture(NamedTuple):
    """``image`` owns no memory: it lies on ``pixels``."""

    image: QImage
    pixels: memoryview

    @classmethod
    def over(cls, made: PageImage) -> _Picture:
        return cls(QImage(made.pixels, made.width, made.height, QImage.Format.Format_RGB32), made.pixels)


def page_rect(rect: QRect, left: float, top: float, width: float, height: float, scale: float) -> QRectF:
    """A box of a page, given in points, where the page stands at ``rect``."""
    return QRectF(rect.left() + left * scale, rect.top() + top * scale, width * scale, height * scale)
