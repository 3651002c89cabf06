"""The middle of the window: one page at a time and, at its right or over it, the page's side panel."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QPoint, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QWidget

from ui import read_only
from ui.widgets.page import Page, SidePanel

_LEAST, _USUAL, _MOST = 300, 360, 420
_GRIP = 6
_SETTING = "panel/width"


class Stage(QWidget):
    """Pages are added once and never removed. With ``narrow`` the panel lies over the page."""

    escaped = Signal()
    """Esc that closed no panel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._pages: dict[str, Page] = {}
        self._current: Page | None = None
        self._narrow = False
        self._watched: set[QAbstractItemModel] = set()
        self._width = max(_LEAST, min(_MOST, int(str(QSettings().value(_SETTING, _USUAL)))))
        self._grip = _Grip(self)
        self._grip.hide()
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._on_escape)

    def page(self, key: str) -> Page | None:
        return self._pages.get(key)

    def current(self) -> Page | None:
        return self._current

    def add(self, page: Page) -> None:
        page.setParent(self)
        if page.context.is_read_only:
            read_only.mark(page, page.context.ask)
            read_only.vanish(page)
        self._pages[page.KEY] = page
        if page.panel is not None:
            if page.context.is_read_only:
                read_only.mark(page.panel, page.context.ask)
                read_only.vanish(page.panel)
            page.panel.setParent(self)
            page.panel.hide()
            page.panel.opened.connect(self._arrange)
            page.panel.closed.connect(self._arrange)

    def show_page(self, key: str) -> None:
        """With the keyboard: what opened the page, were it Hoàn tác, has it no longer."""
        self.setFocus()  # from a page that hides, Qt would hand it on to a button of the window
        for page in self._pages.values():
            page.setVisible(key == page.KEY)
        self._current = self._pages[key]
        self.setAccessibleName(self._current.windowTitle())
        self._arrange()
        self.take_focus()

    def take_focus(self) -> None:
        """The keyboard goes to the list or the first field of the page in front; a page without one keeps it
        as a whole, until its list has lines."""
        place = self._current.place_of_keys() if self._current is not None else None
        (place or self).setFocus()
        if place is None and self._current is not None:
            for view in self._current.findChildren(QAbstractItemView):
                if view.model() not in self._watched:
                    self._watched.add(view.model())
                    view.model().modelReset.connect(self._on_filled)

    def is_narrow(self) -> bool:
        """Whether a panel lies over its page."""
        return self._narrow

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        self._arrange()

    def drag_to(self, x: int) -> None:
        self._width = max(_LEAST, min(_MOST, self.width() - x))
        QSettings().setValue(_SETTING, self._width)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        page = self._current
        panel = self._panel()
        for other in self._pages.values():
            if other.panel is not None and other.panel is not panel:
                other.panel.hide()
        if page is None:
            return
        beside = panel is not None and not self._narrow
        page.setGeometry(0, 0, self.width() - (self._width if beside else 0), self.height())
        self._grip.setVisible(panel is not None)
        if panel is not None:
            left = self.width() - self._width
            panel.setGeometry(left, 0, self._width, self.height())
            panel.show()
            panel.raise_()
            self._grip.setGeometry(left - _GRIP // 2, 0, _GRIP, self.height())
            self._grip.raise_()

    def _panel(self) -> SidePanel | None:
        panel = self._current.panel if self._current is not None else None
        return panel if panel is not None and panel.is_open else None

    def _on_filled(self) -> None:
        QTimer.singleShot(0, self, self._hand_on)  # once the page shows its list

    def _hand_on(self) -> None:
        if self.hasFocus():
            self.take_focus()

    def _on_escape(self) -> None:
        panel = self._panel()
        if panel is not None:
            panel.close_panel()
        else:
            self.escaped.emit()


class _Grip(QWidget):
    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._stage = stage
        self.setCursor(Qt.CursorShape.SplitHCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._stage.drag_to(self.mapTo(self._stage, QPoint(int(event.position().x()), 0)).x())
