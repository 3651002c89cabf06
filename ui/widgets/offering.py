"""A field that offers known names below it while a person types. None comes into it unless it is picked.

The list lies over the window and never takes the focus, so that an input method stays with the field. Arrows
go through it, Enter or a click picks, Esc puts it away; another text may always be typed.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ntm_desktop.text import nfc, search_key
from ui import theme
from ui.widgets.edits import TextEdit

_ROW = 28
_MOST = 6  # rows in sight
_MOST_OFFERED = 50
_AROUND = 10  # px of the frame


class OfferingEdit(TextEdit):
    def __init__(self, text: str = "", placeholder: str = "", parent: QWidget | None = None) -> None:
        self._names: list[tuple[str, str]] = []  # key, name
        self._offers: _Offers | None = None
        super().__init__(text, placeholder, parent)
        self.textEdited.connect(self._on_text_edited)

    def offer(self, names: Iterable[str]) -> None:
        """In their order; those that begin with what is typed come first."""
        self._names = [(search_key(name), name) for name in names]

    def offered(self) -> list[str]:
        """What stands below the field now."""
        return self._offers.names() if self._offers is not None and self._offers.isVisible() else []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        shown = self._offers if self._offers is not None and self._offers.isVisible() else None
        if shown is None and key == Qt.Key.Key_Down:
            self._show(self._fitting())
        elif shown is not None and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            shown.point(1 if key == Qt.Key.Key_Down else -1)
        elif shown is not None and key == Qt.Key.Key_Escape:
            shown.hide()
        elif shown is not None and shown.pointed() and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(shown.pointed())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if not self.text().strip():
            self._show(self._fitting())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._offers is not None:
            self._offers.hide()

    def _on_text_edited(self, text: str) -> None:
        names = self._fitting() if text.strip() else []
        self._show([] if names == [nfc(text.strip())] else names)

    def _on_clicked(self, item: QListWidgetItem) -> None:
        self._take(item.text())

    def _fitting(self) -> list[str]:
        """A name that is typed with its marks comes before one that only sounds like it."""
        typed = nfc(self.text().strip()).casefold()
        key = search_key(typed)
        fitting = [(known, name) for known, name in self._names if key in known]
        fitting.sort(key=lambda one: (not one[0].startswith(key), typed not in one[1].casefold()))
        return [name for _known, name in fitting[:_MOST_OFFERED]]

    def _show(self, names: list[str]) -> None:
        if self._offers is None:
            if not names:
                return
            self._offers = _Offers(self.window(), self.accessibleName())
            self._offers.list.itemClicked.connect(self._on_clicked)
        self._offers.show_names(names, self)

    def _take(self, name: str) -> None:
        self.selectAll()
        self.insert(name)  # as if typed: Ctrl+Z brings back what stood there
        if self._offers is not None:
            self._offers.hide()


class _Offers(QFrame):
    def __init__(self, window: QWidget, name: str) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("toast")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setFont(theme.font("body"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 4, 1, 4)
        column.addWidget(self.list)
        self.hide()

    def show_names(self, names: list[str], field: QWidget) -> None:
        """None is pointed at: Enter means what was typed."""
        self.list.clear()
        for name in names:
            item = QListWidgetItem(name, self.list)
            item.setSizeHint(QSize(0, _ROW))
            item.setToolTip(name)
        self.list.setCurrentRow(-1)
        top_left = field.mapTo(self._window, QPoint(0, field.height() + 2))
        room = self._window.height() - top_left.y() - _AROUND
        rows = min(len(names), _MOST, max(1, room // _ROW))
        self.setGeometry(top_left.x(), top_left.y(), field.width(), rows * _ROW + _AROUND)
        self.setVisible(bool(names))
        self.raise_()

    def names(self) -> list[str]:
        return [self.list.item(place).text() for place in range(self.list.count())]

    def pointed(self) -> str:
        item = self.list.currentItem()
        return item.text() if item is not None else ""

    def point(self, step: int) -> None:
        self.list.setCurrentRow(max(-1, min(self.list.count() - 1, self.list.currentRow() + step)))
