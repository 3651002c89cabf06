"""A few answers side by side, one pressed: Đạt / Chưa đạt, or the levels of a scale.

Quicker than a drop-down for a person who enters fifty of them: a figure picks by place, a letter picks the
answer that begins with it, Space goes through them. Arrows only point: Space or Enter picks.

What is typed from the moment the field has the focus is one answer. Where it is none (“1.5”, “100”), it picks
nothing and is the text of the field, so that it is refused by name like any other figure.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from ntm_desktop.text import search_key
from ui import theme
from ui.read_only import is_read_only

_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_ONE_ROW = 3  # answers that still fit beside the date field when they are short


class OptionRow(QWidget):
    """Has the focus itself; its buttons only take clicks. ``entered`` is Enter.

    Answers side by side are passed with ← and →, those below each other with ↑ and ↓.
    """

    changed = Signal()
    entered = Signal()

    def __init__(
        self, options: Sequence[str], *, zero_is_last: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._buttons = [_Option(words) for words in options]
        self._zero_is_last = zero_is_last  # of yes and no
        self._pointed = -1  # at by arrows, and not picked yet
        self._typed = ""  # since the field has the focus
        self._before = -1  # the place of the answer that was picked then
        self._no_answer = ""  # typed
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

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if is_read_only(self):
            self.setEnabled(False)

    def load(self, words: str) -> None:
        """Presses the answer of that name, or none; says nothing to anyone.

        Where it is pressed already, what keys have begun goes on: this may come amid typing.
        """
        key = search_key(words)
        if key == search_key(self.text()):
            return
        for button in self._buttons:
            button.setChecked(bool(key) and search_key(button.text()) == key)
        self._typed = self._no_answer = ""
        self._point(-1)

    def text(self) -> str:
        """The picked answer; or what was typed and is none."""
        picked = next((button.text() for button in self._buttons if button.isChecked()), "")
        return self._no_answer or picked

    def begin(self) -> None:
        """What is typed next is an answer of its own."""
        self._typed = ""

    def type_text(self, text: str) -> None:
        """What typing ``text`` does, after what was typed before."""
        if not self._typed:
            self._before = self._pressed()
        self._typed += text
        self._read_typed()

    def press_enter(self) -> None:
        if self._pointed >= 0:
            self._press(self._pointed)
        self.begin()
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS:
            self._move({self._back: -1, self._on: 1}.get(key, 0))
        elif key == Qt.Key.Key_Space and not self._typed:
            self._press((self._pressed() + 1) % len(self._buttons) if self._pointed < 0 else self._pointed)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.press_enter()
        elif key == Qt.Key.Key_Backspace:
            self._erase()
        elif event.text() and event.text().isprintable() and not event.modifiers() & _COMMANDS:
            self.type_text(event.text())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.begin()
        self._show_focus(shown=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._point(-1)
        self._show_focus(shown=False)

    def _read_typed(self) -> None:
        typed = self._typed.strip()
        place = self._place_of(typed) if typed else self._before
        self._no_answer = typed if place < 0 else ""
        self._check(place if place >= 0 else self._before)

    def _erase(self) -> None:
        if not self._typed:
            self._before = self._pressed()
        self._typed = self._typed[:-1]
        self._read_typed()

    def _place_of(self, typed: str) -> int:
        """Of the answer that is meant: one figure, or the beginning of its name. -1 for none."""
        if typed.isdecimal():
            place = int(typed) - 1 if len(typed) == 1 else -1
            if typed == "0" and self._zero_is_last:
                return len(self._buttons) - 1
            return place if place < len(self._buttons) else -1
        key, names = search_key(typed), [search_key(button.text()) for button in self._buttons]
        if key in names:
            return names.index(key)
        return next((place for place, name in enumerate(names) if name.startswith(key)), -1)

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
        self._typed = self._no_answer = ""
        self._check(place)

    def _check(self, place: int) -> None:
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
