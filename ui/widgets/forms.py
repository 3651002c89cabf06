"""A field of a form: label above, unit behind, note or error below."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.tokens import State
from ui.widgets.edits import Choice, TextArea, TextEdit
from ui.widgets.labels import Label, WholeLabel
from ui.widgets.marks import Mark

Edit = TextEdit | TextArea | Choice


class Field(QWidget):
    """Shows what ``edit`` refuses below it; gives the edit its accessible name and mnemonic. ``row`` has
    room for a button behind the unit, ``beneath`` for one under the edit; ``below`` may be put where a
    sentence has more room."""

    def __init__(
        self, label: str, edit: Edit, unit: str = "", note: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.edit = edit
        self._note = note
        self._label = Label(label, "caption-medium", "text2", wrap=True)
        self._label.setBuddy(edit)
        edit.setAccessibleName(label.replace("&", "") + (f" ({unit})" if unit else ""))
        if isinstance(edit, TextEdit) and (example := edit.placeholderText()):  # or it looks filled in
            words = QCoreApplication.translate("Field", "ví dụ: {}")
            edit.setPlaceholderText(words.format(example))
        self._below = WholeLabel("", "caption", "text2")
        self._mark = Mark(State.UNMET, 14)

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._label)
        self.row = QHBoxLayout()
        self.row.setSpacing(6)
        self.row.addWidget(edit, 1)
        if unit:
            self.row.addWidget(Label(unit, "body", "text2"))
        column.addLayout(self.row)
        self.beneath = QVBoxLayout()
        column.addLayout(self.beneath)
        self.below = QWidget()
        below = QHBoxLayout(self.below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(5)
        below.addWidget(self._mark)
        below.addWidget(self._below, 1)
        column.addWidget(self.below)
        column.addStretch(1)

        self.clear_error()
        edit.committed.connect(self.clear_error)
        if isinstance(edit, TextEdit):
            edit.refused.connect(self.show_error)
            edit.taken_back.connect(self.clear_error)

    def set_label(self, label: str) -> None:
        self._label.setText(label)
        self.edit.setAccessibleName(label.replace("&", ""))

    def show_error(self, message: str) -> None:
        self._show(message, "unmet")

    def clear_error(self) -> None:
        self._show(self._note, "text2")

    def set_note(self, note: str) -> None:
        self._note = note
        self.clear_error()

    def _show(self, text: str, tone: str) -> None:
        failed = tone == "unmet"
        self._below.setText(text)
        self._below.set_tone(tone)
        self._mark.setVisible(failed)  # first: it takes room from the text
        self.below.setVisible(bool(text))
        self.edit.setAccessibleDescription(text)
        if isinstance(self.edit, TextEdit | Choice):
            self.edit.set_invalid(failed)
