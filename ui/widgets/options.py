"""A few answers side by side, one pressed: Đạt / Chưa đạt, or the levels of a scale.

Quicker than a drop-down for a person who enters fifty of them: a number picks by place, a letter picks the
answer that begins with it, Space goes through them. Arrows only point: Space or Enter picks.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from ntm_desktop.text import search_key
from ui import theme

_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_ONE_ROW = 3  # answers that still fit beside the date field when they are short


class OptionRow(QWidget):
    """Has the focus itself; its buttons only take clicks. ``entered`` is Enter.

    Answers side by side are passed with ← and →, those below each other with ↑ and ↓.
    """

    changed = Signal()
    entered = Signal()

    def __init__(self, options: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._buttons = [_Option(words) for words in options]
        self._pointed = -1  # at by arrows, and not picked yet
        beside = len(self._buttons) <= _ONE_ROW
        self._back, self._on = (
            (Qt.Key.Key_Left, Qt.Key.Key_Right) if beside else (Qt.Key.Key_Up, Qt.Key.Key_Down)
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        for place, button in enumerate(self._buttons):
            row, column = (0, place) if beside else (place, 0)
            grid.addWidget(button, row, column)
            button.clicked.connect(self._on_clicked)

    def load(self, words: str) -> None:
        """Presses the answer of that name, or none; says nothing to anyone."""
        key = search_key(words)
        for button in self._buttons:
            button.setChecked(bool(key) and search_key(button.text()) == key)
        self._point(-1)

    def text(self) -> str:
        return next((button.text() for button in self._buttons if button.isChecked()), "")

    def type_text(self, text: str) -> None:
        """What typing ``text`` does: a place from 1, 0 for the last, or the first letter of an answer."""
        key = search_key(text)
        if key.isdigit() and int(key) <= len(self._buttons):
            self._press(int(key) - 1)
            return
        for place, button in enumerate(self._buttons):
            if key and search_key(button.text()).startswith(key[0]):
                self._press(place)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS:
            self._move({self._back: -1, self._on: 1}.get(key, 0))
        elif key == Qt.Key.Key_Space:
            self._press((self._pressed() + 1) % len(self._buttons) if self._pointed < 0 else self._pointed)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._pointed >= 0:
                self._press(self._pointed)
            self.entered.emit()
        elif (
            search_key(event.text()).isalnum() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.type_text(event.text())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_focus(shown=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._point(-1)
        self._show_focus(shown=False)

    def _show_focus(self, *, shown: bool) -> None:
        """One frame: around what Space picks, or what is picked."""
        here = max(self._pointed if self._pointed >= 0 else self._pressed(), 0)
        for place, button in enumerate(self._buttons):
            button.show_ring(shown=shown and place == here)

    def _move(self, step: int) -> None:
        if not step:
            return
        here = self._pointed if self._pointed >= 0 else self._pressed()
        if here < 0 and step < 0:
            here = len(self._buttons)
        if 0 <= here + step < len(self._buttons):
            self._point(here + step)

    def _point(self, place: int) -> None:
        """-1: at what is picked."""
        self._pointed = place
        self._show_focus(shown=self.hasFocus())
        self._tell_readers()

    def _pressed(self) -> int:
        """Its place, -1 when none is."""
        return next((i for i, button in enumerate(self._buttons) if button.isChecked()), -1)

    def _on_clicked(self) -> None:
        pressed = self.sender()
        self._press(next(i for i, button in enumerate(self._buttons) if button is pressed))
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def _press(self, place: int) -> None:
        for i, button in enumerate(self._buttons):
            button.setChecked(i == place)
        self._point(-1)
        self.changed.emit()

    def _tell_readers(self) -> None:
        pointed = self._buttons[self._pointed].text() if self._pointed >= 0 else ""
        words = self.tr("{}, chưa chọn; phím cách để chọn").format(pointed) if pointed else self.text()
        self.setAccessibleDescription(words)


class _Option(QPushButton):
    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setCheckable(True)
        self.setProperty("kind", "option")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFont(theme.font("body"))
        self.setAccessibleName(words)
        self.toggled.connect(self._on_toggled)

    def show_ring(self, *, shown: bool) -> None:
        if bool(self.property("ring")) != shown:
            self.setProperty("ring", shown)
            self.style().polish(self)
            self._on_toggled(self.isChecked())  # polishing puts back the font of before

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._on_toggled(self.isChecked())

    def _on_toggled(self, checked: bool) -> None:
        self.setFont(theme.font("strong" if checked else "body"))
