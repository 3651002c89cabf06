"""A few answers side by side, one pressed: Đạt / Chưa đạt, or the levels of a scale.

Quicker than a drop-down for a person who enters fifty of them: arrows and Space move, a number picks by
place, a letter picks the answer that begins with it.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from ntm_desktop.text import search_key
from ui import theme

_ONE_ROW = 3  # answers that still fit beside the date field when they are short


class OptionRow(QWidget):
    """Has the focus itself; its buttons only take clicks. ``entered`` is Enter."""

    changed = Signal()
    entered = Signal()

    def __init__(self, options: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._buttons = [_Option(words) for words in options]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        for place, button in enumerate(self._buttons):
            row, column = (0, place) if len(self._buttons) <= _ONE_ROW else (place, 0)
            grid.addWidget(button, row, column)
            button.clicked.connect(self._on_clicked)

    def load(self, words: str) -> None:
        """Presses the answer of that name, or none; says nothing to anyone."""
        key = search_key(words)
        for button in self._buttons:
            button.setChecked(bool(key) and search_key(button.text()) == key)
        self._tell_readers()

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
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key in step:
            self._move(step[key])
        elif key == Qt.Key.Key_Space:
            self._press((self._pressed() + 1) % len(self._buttons))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
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
        self._show_focus(shown=False)

    def _show_focus(self, *, shown: bool) -> None:
        for button in self._buttons:
            button.setProperty("ring", shown)
            button.style().polish(button)

    def _move(self, step: int) -> None:
        pressed = self._pressed()
        start = -1 if step > 0 else len(self._buttons)
        place = (start if pressed < 0 else pressed) + step
        if 0 <= place < len(self._buttons):
            self._press(place)

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
        self._tell_readers()
        self.changed.emit()

    def _tell_readers(self) -> None:
        self.setAccessibleDescription(self.text())


class _Option(QPushButton):
    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setCheckable(True)
        self.setProperty("kind", "option")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFont(theme.font("body"))
        self.setAccessibleName(words)
        self.toggled.connect(self._on_toggled)

    def _on_toggled(self, checked: bool) -> None:
        self.setFont(theme.font("strong" if checked else "body"))
