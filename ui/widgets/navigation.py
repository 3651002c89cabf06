"""The navigation at the left: captioned groups of items with icon, word and a number that counts action."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.labels import Label

WIDE, NARROW = 184, 52
_ITEM, _LEAST_ITEM = 34, 20  # px; the least where the window is low
_CAPTION = 26
_BESIDE, _BESIDE_NARROW = (8, 9), (2, 2)  # px at the left and the right of the items
_ICON_LEFT_NARROW = 5  # so that a number has room behind the icon


_BY_NUMBER = 10


def page_keys(number: int, of: int) -> str:
    """Ctrl+1 to Ctrl+9 in the order of the navigation; Ctrl+0 fits a preview to its width. Of later ones the
    last two, the history and the settings, have those that browsers and editors have for these."""
    if number < _BY_NUMBER:
        return f"Ctrl+{number}"
    return {of - 1: "Ctrl+H", of: "Ctrl+,"}.get(number, "")


class NavItem(QAbstractButton):
    approached = Signal()
    """The mouse has come over it, or the focus to it: a press may follow."""

    def __init__(self, key: str, words: str, icon: str, keys: str = "") -> None:
        super().__init__()
        self.key = key
        self._icon, self._count, self._narrow = icon, 0, False
        self.setText(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(_ITEM)
        self.setToolTip(f"{words} ({keys})" if keys else words)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        self._count = count
        self.setAccessibleName(self.text() if not count else f"{self.text()}: {count}")
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        self.update()

    def sizeHint(self) -> QSize:
        beside = sum(_BESIDE_NARROW) if self._narrow else sum(_BESIDE)
        return QSize((NARROW if self._narrow else WIDE) - beside - 1, _ITEM)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        if event.type() in (QEvent.Type.Enter, QEvent.Type.FocusIn):
            self.approached.emit()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        chosen = self.isChecked()
        if chosen or (self.underMouse() and self.isEnabled()):
            painter.setPen(theme.color("line") if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("surface" if chosen else "line"))
            painter.drawRoundedRect(box, 5, 5)
        if chosen:
            painter.fillRect(QRectF(0, 8, 3, self.height() - 16), theme.color("accent"))
        if self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        tone = "accent" if chosen else "text2" if self.isEnabled() else "text3"
        icon = theme.pixmap(self._icon, 16, tone, self.devicePixelRatioF())
        painter.drawPixmap(self.icon_box().topLeft(), icon)
        if not self._narrow:
            painter.setFont(theme.font("strong" if chosen else "body"))
            painter.setPen(theme.color("accent" if chosen else "text" if self.isEnabled() else "text3"))
            painter.drawText(QRectF(38, 0, self.width() - 38, self.height()), _MIDDLE, self.text())
        if self._count:
            self._draw_count(painter)
        painter.end()

    def icon_box(self) -> QRect:
        left = _ICON_LEFT_NARROW if self._narrow else 12
        return QRect(left, (self.height() - 16) // 2, 16, 16)

    def count_box(self) -> QRect:
        """Behind the word, or where there is none, behind the icon."""
        words = theme.metrics("caption-strong").horizontalAdvance(self._count_text())
        width = max(18, 4 + words) if self._narrow else max(20, 10 + words)
        right = self.width() - (0 if self._narrow else 8)
        return QRect(right - width, (self.height() - 18) // 2, width, 18)

    def _count_text(self) -> str:
        return str(self._count) if self._count < 100 else "99+"

    def _draw_count(self, painter: QPainter) -> None:
        box = QRectF(self.count_box()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(theme.color("line2"))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(box, 9, 9)
        painter.setFont(theme.font("caption-strong"))
        painter.setPen(theme.color("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._count_text())


_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class Navigation(QFrame):
    """``groups``: (caption, ((key, words, icon), …)); ``foot``: an item that opens no page. The window
    opens the pages by ``page_keys`` in this order."""

    chosen = Signal(str)
    approached = Signal(str)
    """Some tenths of a second before ``chosen``, when the mouse does it."""

    def __init__(
        self,
        groups: Sequence[tuple[str, Sequence[tuple[str, str, str]]]],
        foot: tuple[str, str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self._captions: list[Label] = []
        self._items: dict[str, NavItem] = {}
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(_BESIDE[0], 10, _BESIDE[1], 8)
        column.setSpacing(0)
        pages = sum(len(items) for _caption, items in groups)
        for caption, items in groups:
            label = Label(caption, "caption-medium", "text3")
            label.setContentsMargins(12, 0, 0, 0)
            label.setFixedHeight(_CAPTION)
            self._captions.append(label)
            column.addWidget(label)
            for key, words, icon in items:
                column.addWidget(self._add(NavItem(key, words, icon, page_keys(len(self._items) + 1, pages))))
            column.addSpacing(2)
        column.addStretch(1)
        item = self._add(NavItem(*foot))
        item.setCheckable(False)
        column.addWidget(item)
        folded = _CAPTION * len(groups) + (_ITEM - _LEAST_ITEM) * len(self._items)
        self.setMinimumHeight(column.minimumSize().height() - folded)
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        self.setFixedWidth(NARROW if narrow else WIDE)
        left, right = _BESIDE_NARROW if narrow else _BESIDE
        self._column.setContentsMargins(left, 10, right, 8)
        for label in self._captions:
            label.setVisible(not narrow)
        for item in self._items.values():
            item.set_narrow(narrow)
        self._fit_items()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_items()

    def _fit_items(self) -> None:
        """As high as the window lets them be."""
        column = self.layout()
        assert column is not None
        items = self._items.values()
        taken = column.minimumSize().height() - sum(item.minimumHeight() for item in items)
        height = max(_LEAST_ITEM, min(_ITEM, (self.height() - taken) // len(items)))
        for item in items:
            item.setFixedHeight(height)

    def set_current(self, key: str) -> None:
        for item in self._items.values():
            item.setChecked(item.key == key)

    def set_count(self, key: str, count: int) -> None:
        self._items[key].set_count(count)

    def set_enabled(self, key: str, *, enabled: bool) -> None:
        """A page that has nothing to show yet is named in grey."""
        self._items[key].setEnabled(enabled)

    def _add(self, item: NavItem) -> NavItem:
        item.clicked.connect(self._on_clicked)
        item.approached.connect(self._on_approached)
        self._items[item.key] = item
        return item

    def _on_approached(self) -> None:
        item = self.sender()
        if isinstance(item, NavItem):
            self.approached.emit(item.key)

    def _on_clicked(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, NavItem):
            pressed.setChecked(pressed.isCheckable())
            self.chosen.emit(pressed.key)
