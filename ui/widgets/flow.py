"""A layout whose items stand side by side while there is room, and on further lines when there is not."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget


@dataclass(frozen=True, slots=True)
class _Room:
    least: int  # what it needs to stand beside others; 0: its own wish
    grows: bool  # takes what is left of its line


_AS_IT_WISHES = _Room(0, grows=False)


class FlowLayout(QLayout):
    """Nothing is cut: an item wider than the whole line has a line of its own and wraps inside, if it can.

    What it has told Qt stands until an item changes: while a page is laid out, Qt asks hundreds of times.
    """

    def __init__(
        self, spacing: int = 8, parent: QWidget | None = None, *, between_lines: int | None = None
    ) -> None:
        super().__init__(parent)
        self._between = spacing if between_lines is None else between_lines
        self._items: list[QLayoutItem] = []
        self._rooms: list[_Room] = []
        self._heights: dict[int, int] = {}  # by width
        self._hint: QSize | None = None
        self._least: QSize | None = None
        self._arranged = False  # for the rectangle that it has
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def insert(self, place: int, widget: QWidget, *, least: int = 0, grows: bool = False) -> None:
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())
        self._rooms.pop()
        self._rooms.insert(place, _Room(least, grows))
        self.invalidate()

    def add(self, part: QWidget | FlowLayout, *, least: int = 0, grows: bool = False) -> None:
        """``least``: the room it needs beside others. With ``grows`` it takes what is left of its line."""
        if isinstance(part, QWidget):
            self.addWidget(part)
        else:
            self.addChildLayout(part)
            self.addItem(part)
        self._rooms[-1] = _Room(least, grows)
        self.invalidate()

    def set_least(self, widget: QWidget, least: int) -> None:
        """The room that it needs beside others is another one now."""
        place = next(place for place, item in enumerate(self._items) if item.widget() is widget)
        self._rooms[place] = replace(self._rooms[place], least=least)
        self.invalidate()

    # What Qt asks

    def invalidate(self) -> None:
        self._heights.clear()
        self._hint = self._least = None
        self._arranged = False
        super().invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self._rooms.append(_AS_IT_WISHES)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        if not 0 <= index < len(self._items):
            return None
        self._rooms.pop(index)
        self.invalidate()
        return self._items.pop(index)

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), moves=False)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Of one line."""
        if self._hint is None:
            shown = self._shown()
            widths = [_wish(item, room) for item, room in shown]
            gaps = self.spacing() * max(0, len(widths) - 1)
            height = max((item.sizeHint().height() for item, _ in shown), default=0)
            self._hint = QSize(sum(widths) + gaps, height)
        return QSize(self._hint)

    def minimumSize(self) -> QSize:
        if self._least is None:
            self._least = QSize(0, 0)
            for item, _ in self._shown():
                least = item.minimumSize()
                if item.hasHeightForWidth():  # that of words which wrap is of a narrower place than they get
                    least.setHeight(0)
                self._least = self._least.expandedTo(least)
        return QSize(self._least)

    def setGeometry(self, rect: QRect) -> None:
        if self._arranged and rect == self.geometry():
            return
        super().setGeometry(rect)
        self._arrange(rect, moves=True)
        self._arranged = True

    # The lines

    def _shown(self) -> list[tuple[QLayoutItem, _Room]]:
        pairs = zip(self._items, self._rooms, strict=True)
        return [(item, room) for item, room in pairs if not item.isEmpty()]

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, _Room]]]:
        lines: list[list[tuple[QLayoutItem, _Room]]] = []
        left = -1
        for item, room in self._shown():
            wish = _wish(item, room)
            if wish + self.spacing() > left:
                lines.append([])
                left = width + self.spacing()
            lines[-1].append((item, room))
            left -= wish + self.spacing()
        return lines

    def _arrange(self, rect: QRect, *, moves: bool) -> int:
        top = rect.top()
        for line in self._lines(rect.width()):
            widths = [min(_wish(item, room), rect.width()) for item, room in line]
            left_over = rect.width() - sum(widths) - self.spacing() * (len(line) - 1)
            growing = [place for place, (_, room) in enumerate(line) if room.grows]
            for place in growing:
                widths[place] += left_over // len(growing)
            height = max(_height(item, width) for (item, _), width in zip(line, widths, strict=True))
            left = rect.left()
            if moves:
                for (item, _), width in zip(line, widths, strict=True):
                    item.setGeometry(QRect(left, top, width, height))
                    left += width + self.spacing()
            top += height + self._between
        return max(0, top - self._between - rect.top())


def flowing(vertical: QSizePolicy.Policy = QSizePolicy.Policy.Minimum) -> QSizePolicy:
    """Of a widget that has such a layout: at least as high as its lines; ``Preferred``: as they are at its
    width."""
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, vertical)
    policy.setHeightForWidth(True)
    return policy


def _wish(item: QLayoutItem, room: _Room) -> int:
    return max(room.least or item.sizeHint().width(), item.minimumSize().width())


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
