"""What the window asks of a page. A page owns its actions; the window only shows it and its side panel."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from ntm_desktop.domain.overview import Link
from ui.context import Context
from ui.widgets.cards import PageHeader

if TYPE_CHECKING:
    from ui.tasks import Tasks

ANY_SIZE = 16777215  # as Qt has it
_LOW_BELOW = 420  # px; with less, a head that stays would leave no room for what it heads
_LINE = 40  # px: a field or a button, not a list of its own
_SIDE, _TOP, _GAP, _BOTTOM = 18, 10, 8, 12


class Page(QWidget):
    """A page says what it shows (``TABLES``); the window calls ``reload`` after a write to any of these.

    Fill ``column``: it is as high as the page, and scrolls down when what it holds wishes for more. What can
    do with little height (a table, pages of a PDF) must not wish for much. ``head`` stays above it, except on
    a low page, where it scrolls along.
    """

    KEY: ClassVar[str]
    """Name of the page in links and of its help file: tieu-chi, ho-so …"""
    TABLES: ClassVar[frozenset[str]]
    READ_AHEAD: ClassVar[bool] = False
    """It is also read while the mouse only comes near: where reading takes longer than laying out anew."""

    navigate = Signal(object)  # Link
    told = Signal(str)  # "Đã xóa minh chứng": a toast with Hoàn tác
    written = Signal(str)  # "Đã lưu mau.xlsx": a toast without, the data are as they were
    taken_back = Signal()  # an action, or the taking back of one: a toast that names it
    unsaved = Signal(bool)  # something typed waits for Enter or for the focus to go elsewhere
    count_changed = Signal(int)  # what needs action here, for the navigation

    def __init__(self, context: Context, title: str) -> None:
        super().__init__()
        self.context = context
        self.setWindowTitle(title)  # spoken
        self.panel: SidePanel | None = None  # a page with details sets one; the window places it
        self.header = PageHeader(title)
        self._head = QWidget()
        self.head = QVBoxLayout(self._head)
        self.head.setContentsMargins(_SIDE, _TOP, _SIDE, 0)
        self.head.setSpacing(_GAP)
        self.head.addWidget(self.header)
        self.scrolled = Scrolled()
        inside = self.scrolled.body
        inside.setSpacing(0)
        self.column = QVBoxLayout()
        self.column.setContentsMargins(_SIDE, _GAP, _SIDE, _BOTTOM)
        self.column.setSpacing(_GAP)
        inside.addLayout(self.column, 1)
        self._outside = QVBoxLayout(self)
        self._outside.setContentsMargins(0, 0, 0, 0)
        self._outside.setSpacing(0)
        self._outside.addWidget(self._head)
        self._outside.addWidget(self.scrolled, 1)

    @property
    def shown_tasks(self) -> Tasks:
        """Of what the page shows; *Hoàn tác* means the last action there."""
        return self.context.tasks

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        place = self.scrolled.body if self.height() < _LOW_BELOW else self._outside
        if place.indexOf(self._head) < 0:
            place.insertWidget(0, self._head)

    def reload(self) -> None:
        """Reads what the page shows, through ``tasks.read``."""
        raise NotImplementedError

    def select(self, anchor: str) -> None:
        """Shows what a link means, e.g. an indicator's code. May come before the first rows do."""

    def place_of_keys(self) -> QWidget | None:
        """Where the keyboard is when the page comes, and after an act: its first list with lines."""
        lists = (view for view in self.findChildren(QAbstractItemView) if view.isVisible())
        return next((view for view in lists if view.model().rowCount()), None)

    def follow(self, page: str, anchor: str = "") -> None:
        self.navigate.emit(Link(page, anchor))


class SidePanel(QFrame):
    """Details of the selection at the right of a page; its body scrolls to what gets the focus by key. Hidden
    until ``open_panel``."""

    closed = Signal()
    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        scroll = Scrolled()
        self.body = scroll.body
        self.body.setContentsMargins(16, 10, 16, 12)
        column.addWidget(scroll)
        self.is_open = False
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def open_panel(self) -> None:
        if not self.is_open:
            self.is_open = True
            self.opened.emit()

    def close_panel(self) -> None:
        if self.is_open:
            self.is_open = False
            self.closed.emit()

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Not under the pointer: what is pressed stays where it is."""
        pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if now is not None and not pressed and self.isAncestorOf(now) and now.height() <= _LINE:
            scroll_to(now)


class Scrolled(QScrollArea):
    """A column that scrolls down when it must, never sideways. Fill ``body``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setObjectName("scrolled")
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(8)
        self.setWidget(inner)


def scroll_to(widget: QWidget) -> None:
    """Brings it into sight in everything that scrolls around it, once the layout has made room."""

    def scroll() -> None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)  # layouts inside of layouts
        place = widget.parentWidget()
        while place is not None:
            if isinstance(place, QScrollArea):
                place.ensureWidgetVisible(widget)
            place = place.parentWidget()

    QTimer.singleShot(0, widget, scroll)


class Whole(Scrolled):
    """As high as all it holds, so that what is around it scrolls or grows; beyond ``most`` it scrolls."""

    _most = 0  # of the class: events come before __init__ has ended

    def set_most(self, most: int) -> None:
        """0: it asks for no more than any scroll area."""
        self._most = most
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        inner = self.widget()
        if not self._most or inner is None:
            return least
        width = max(inner.minimumWidth(), inner.minimumSizeHint().width())
        whole = inner.heightForWidth(max(width, self.viewport().width()))
        if whole < 0:
            whole = inner.sizeHint().height()
        whole = max(whole, inner.minimumSizeHint().height())  # that high it is in any case
        bar = self.verticalScrollBar().sizeHint().width() if whole > self._most else 0
        return QSize(max(least.width(), width + bar), min(whole, self._most))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._most and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.updateGeometry()
        return super().eventFilter(watched, event)
