"""A code typed off paper or scanned, compared letter by letter as it is typed: KHỚP, KHÔNG KHỚP."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.tokens import State
from ui.widgets.edits import TextEdit
from ui.widgets.forms import Field
from ui.widgets.labels import Label
from ui.widgets.marks import Mark

_WHOLE = 25
"""Letters of a code; with fewer nobody is told that it differs."""


class CodeField(QWidget):
    changed = Signal()

    def __init__(self, label: str, note: str, matches: Callable[[str], bool]) -> None:
        super().__init__()
        self._matches = matches
        self.field = Field(label, TextEdit(placeholder="JTYPM-A9KJR-SJVZW-0FR27-4ANM3"), note=note)
        self._mark = Mark(State.MET, 16)
        self._word = Label("", "strong")
        self._answer = QWidget()
        row = QHBoxLayout(self._answer)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        row.addWidget(self._mark)
        row.addWidget(self._word)
        self.field.row.addWidget(self._answer)
        around = QHBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.field)
        assert isinstance(self.field.edit, TextEdit)
        self._edit = self.field.edit
        self._edit.textChanged.connect(self._on_text_changed)
        self._answer.hide()

    def text(self) -> str:
        return self._edit.text().strip()

    def is_right(self) -> bool:
        return bool(self.text()) and self._matches(self.text())

    def is_wrong(self) -> bool:
        """Whole, and another one."""
        return len(self._letters()) >= _WHOLE and not self.is_right()

    def word(self) -> str:
        return self._word.text() if self._answer.isVisible() else ""

    def _letters(self) -> str:
        return "".join(one for one in self.text() if one.isalnum())

    def _on_text_changed(self) -> None:
        right, wrong = self.is_right(), self.is_wrong()
        state = State.MET if right else State.UNMET
        self._mark.set_state(state)
        self._word.set_tone(str(state))
        self._word.setText(self.tr("KHỚP") if right else self.tr("KHÔNG KHỚP"))
        self._answer.setVisible(right or wrong)
        self._edit.setAccessibleDescription(self._word.text() if right or wrong else "")
        self.changed.emit()
