"""Reading a PDF: zoom, search with highlights, and the strip of small pages beside it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QWheelEvent
from PySide6.QtWidgets import QWidget

from ntm_desktop.services.preview import PdfPages, TextHit
from ui import theme
from ui.tasks import Report, Tasks
from ui.widgets.page_stack import PageStack, page_rect

STRIP_WIDTH = 116
_NUMBER_HEIGHT = 24
_PIXELS_PER_POINT = 96 / 72  # at 100 %
_NOTICEABLE = 1.05  # a smaller step looks like none
_STEPS = (25, 33, 50, 67, 75, 90, 100, 125, 150, 200, 300)
FIT_WIDTH = "width"
FIT_PAGE = "page"


class PdfView(PageStack):
    zoom_changed = Signal()
    found = Signal(int, int)  # which hit is current, counted from 1 (0: none), and how many there are

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._fit = FIT_WIDTH
        self._percent = 100
        self._words = ""
        self._goes = True
        self._hits: tuple[TextHit, ...] = ()
        self._hit = -1
        self.setAccessibleName(self.tr("Bản in xem trước"))

    # Zoom

    @property
    def fit(self) -> str:
        """FIT_WIDTH, FIT_PAGE, or "" when a percentage was chosen."""
        return self._fit

    def percent(self) -> int:
        """How large the page in sight is."""
        if self._fit and self._pdf is not None and self.page() >= 0:
            return round(self.scale_of(self.page()) / _PIXELS_PER_POINT * 100)
        return self._percent

    def set_fit(self, fit: str) -> None:
        self._fit = fit
        self._zoomed()

    def zoom_in(self) -> None:
        now = self.percent()
        self._set_percent(next((step for step in _STEPS if step > now * _NOTICEABLE), _STEPS[-1]))

    def zoom_out(self) -> None:
        now = self.percent()
        self._set_percent(next((step for step in reversed(_STEPS) if step * _NOTICEABLE < now), _STEPS[0]))

    def scale_of(self, page: int) -> float:
        if not self._fit:
            return self._percent / 100 * _PIXELS_PER_POINT
        across = super().scale_of(page)
        if self._fit == FIT_WIDTH or self._pdf is None:
            return across
        return max(0.05, min(across, (self.viewport().height() - 24) / self._pdf.sizes[page].height))

    def _set_percent(self, percent: int) -> None:
        self._fit, self._percent = "", percent
        self._zoomed()

    def _zoomed(self) -> None:
        self._lay_out(keep_place=True)
        self.zoom_changed.emit()

    # Search

    def search(self, words: str, *, go: bool = True) -> None:
        """Looks for the words in the whole PDF; ``found`` tells when that is known, ``go`` scrolls there."""
        self._words, self._goes = words, go
        if self._pdf is None or not words.strip():
            self._show_hits((self._pdf, words, ()))
            return
        self._tasks.work(_Find(self._pdf, words), self._show_hits, self)

    def next_hit(self, step: int = 1) -> None:
        hits = self._hits_shown()
        if hits:
            self._hit = (self._hit + step) % len(hits)
            self._go_to_hit(hits)

    def show_pdf(self, pdf: PdfPages | None, shown: range | None = None) -> None:
        self._hits, self._hit = (), -1
        super().show_pdf(pdf, shown)
        if self._words:
            self.search(self._words, go=False)

    def show_range(self, shown: range) -> None:
        super().show_range(shown)
        if self._hits:
            self._hit = -1
            self.found.emit(0, len(self._hits_shown()))

    def _show_hits(self, answer: tuple[PdfPages | None, str, tuple[TextHit, ...]]) -> None:
        pdf, words, hits = answer
        if pdf is not self._pdf or words != self._words:
            return
        self._hits = hits
        self._hit = -1
        shown = self._hits_shown()
        if shown and self._goes:
            self._hit = next((n for n, hit in enumerate(shown) if hit.page >= self.page()), 0)
            self._go_to_hit(shown)
        else:
            self.found.emit(0, len(shown))
        self.viewport().update()

    def _hits_shown(self) -> list[TextHit]:
        return [hit for hit in self._hits if hit.page in self._shown]

    def _go_to_hit(self, hits: list[TextHit]) -> None:
        hit = hits[self._hit]
        room = self.viewport().height() / 3 / self.scale_of(hit.page)
        self.go_to(hit.page, max(0.0, hit.boxes[0].top - room) if hit.boxes else 0.0)
        self.found.emit(self._hit + 1, len(hits))
        self.viewport().update()

    def paint_over(self, painter: QPainter, page: int, rect: QRect) -> None:
        hits = self._hits_shown()
        current = hits[self._hit] if 0 <= self._hit < len(hits) else None
        scale = self.scale_of(page)
        painter.save()
        for hit in hits:
            if hit.page != page:
                continue
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            for box in hit.boxes:
                place = page_rect(rect, box.left, box.top, box.width, box.height, scale).adjusted(
                    -1, -1, 1, 1
                )
                painter.fillRect(place, Qt.GlobalColor.yellow)
                if hit is current:
                    painter.setPen(QPen(Qt.GlobalColor.black, 1.5))
                    painter.drawRect(place)
        painter.restore()

    # Events

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y() > 0:
                self.zoom_in()
            elif event.angleDelta().y() < 0:
                self.zoom_out()
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_Home:
                bar.setValue(0)
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_Space:
                bar.triggerAction(bar.SliderAction.SliderPageStepAdd)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal if control:
                self.zoom_in()
            case Qt.Key.Key_Minus if control:
                self.zoom_out()
            case Qt.Key.Key_0 if control:
                self.set_fit(FIT_WIDTH)
            case _:
                super().keyPressEvent(event)


class PageStrip(PageStack):
    """The small pages; the one being read is framed, pressing one asks for it."""

    chosen = Signal(int)  # page of the PDF, from 0

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._marked = -1
        self.setFixedWidth(STRIP_WIDTH)
        self.setAccessibleName(self.tr("Danh sách trang"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def mark(self, page: int) -> None:
        """Frames the page being read and keeps it in sight."""
        if page == self._marked:
            return
        self._marked = page
        if page not in [seen for seen, _ in self._in_sight(-self.viewport().height() // 6)]:
            self.go_to(page)
        self.viewport().update()

    def room_below(self) -> int:
        return _NUMBER_HEIGHT

    def paint_over(self, painter: QPainter, page: int, rect: QRect) -> None:
        marked = page == self._marked
        if marked:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRect(rect.adjusted(-2, -2, 2, 2))
        painter.setPen(theme.color("text" if marked else "text2"))
        painter.setFont(theme.font("caption-strong" if marked else "caption"))
        below = QRect(rect.left(), rect.bottom() + 3, rect.width(), 18)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(page - self._shown.start + 1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        page = self.page_at(round(event.position().y()))
        if page >= 0:
            self.chosen.emit(page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and self._marked + step in self._shown:
            self.chosen.emit(self._marked + step)
        else:
            super().keyPressEvent(event)


class _Find:
    """The work of one search; a class so that it holds no widget."""

    def __init__(self, pdf: PdfPages, words: str) -> None:
        self._pdf, self._words = pdf, words

    def __call__(self, report: Report) -> tuple[PdfPages | None, str, tuple[TextHit, ...]]:
        return self._pdf, self._words, self._pdf.find(self._words, report)
