"""A field of a form: label above, unit behind, note or error below."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ntm_desktop.errors import NtmError
from ntm_desktop.text import format_int, format_millions, parse_amount
from ui.tokens import State
from ui.widgets.edits import Choice, MoneyEdit, TextArea, TextEdit
from ui.widgets.labels import Label, WholeLabel
from ui.widgets.marks import Mark

_MILLION = 10**6

Edit = TextEdit | TextArea | Choice


class Sentence(QWidget):
    """A note below a field, or with a mark why what stands there is refused; hidden while there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._label = WholeLabel("", "caption", "text2")
        self._mark = Mark(State.UNMET, 14)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        row.addWidget(self._mark)
        row.addWidget(self._label, 1)
        self.say("", failed=False)

    def say(self, text: str, *, failed: bool) -> None:
        self._label.setText(text)
        self._label.set_tone("unmet" if failed else "text2")
        self._mark.setVisible(failed)  # first: it takes room from the text
        self.setVisible(bool(text))

    def text(self) -> str:
        return self._label.text()


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
        self.below = Sentence()
        column.addWidget(self.below)
        column.addStretch(1)

        self.clear_error()
        edit.committed.connect(self.clear_error)
        if isinstance(edit, TextEdit):
            edit.refused.connect(self.show_error)
            edit.taken_back.connect(self.clear_error)
        if isinstance(edit, MoneyEdit):
            edit.textEdited.connect(self._on_money_typed)

    def set_label(self, label: str) -> None:
        self._label.setText(label)
        self.edit.setAccessibleName(label.replace("&", ""))

    def show_error(self, message: str) -> None:
        self._show(message, failed=True)

    def clear_error(self) -> None:
        self._show(self._note, failed=False)

    def set_note(self, note: str) -> None:
        self._note = note
        self.clear_error()

    def _on_money_typed(self, text: str) -> None:
        """Says how many đồng that is: the lists around it count in millions."""
        try:
            amount = parse_amount(text)
        except NtmError:  # said once the field is left
            self.clear_error()
        else:
            dong = self.tr("= {} đồng").format(format_int(amount))
            self._show(
                f"{dong} ({format_millions(amount)})" if abs(amount) >= _MILLION else dong, failed=False
            )

    def _show(self, text: str, *, failed: bool) -> None:
        self.below.say(text, failed=failed)
        self.edit.setAccessibleDescription(text)
        if isinstance(self.edit, TextEdit | Choice):
            self.edit.set_invalid(failed)
