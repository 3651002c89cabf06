"""The frame of a dialog that adds or changes one record: fields, what is wrong beside them, one verb.

Which fields there are and what is written belongs to the dialogs that build on it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ntm_desktop.changes import Changes
from ntm_desktop.errors import EntryRefused, NtmError
from ntm_desktop.text import nfc
from ui.context import Context
from ui.dialogs import fit
from ui.widgets.buttons import Button, buttons_row
from ui.widgets.edits import Choice, CountEdit, DateEdit, MoneyEdit, QuantityEdit, ShareEdit, TextEdit
from ui.widgets.forms import Field, Sentence
from ui.widgets.labels import IconLabel, Label, WholeLabel

if TYPE_CHECKING:
    from ui.tasks import Session

_WIDTH = 560
_MARGIN = 20
_AROUND = 90  # px: margins and buttons
_LEAST = 120  # px of the fields


class RecordDialog(fit.Dialog):
    """Stays open until the record is written; ``saved`` comes before it closes."""

    saved = Signal()

    def __init__(self, parent: QWidget, context: Context, title: str, verb: str, words: str = "") -> None:
        super().__init__(parent)
        self.context = context
        self._given: list[str] | None = None
        self._required: dict[Field, str] = {}
        self._fields: list[Field] = []
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 16, _MARGIN, 16)
        column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)  # grows with a field's error
        column.setSpacing(8)
        inner = fit.scrolled(self, _WIDTH - 2 * _MARGIN, _AROUND)
        self.column = inner.body
        self.column.setSpacing(6)
        if words:
            self.column.addWidget(Label(words, "body", "text2", wrap=True))
        column.addWidget(inner)
        self._inner = inner
        self._warning = _Warning()
        self._warning.setFixedWidth(_WIDTH - 2 * _MARGIN)
        column.addWidget(self._warning)
        self._problem = Sentence()
        column.addWidget(self._problem)
        self.verb = Button(verb, "primary")
        cancel = Button(self.tr("Bỏ &qua"))
        column.addSpacing(4)
        column.addLayout(buttons_row(cancel, self.verb))
        self.verb.setDefault(True)
        self.verb.clicked.connect(self._on_verb_clicked)
        cancel.clicked.connect(self.reject)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._given is None:
            self._given = self._typed()
        if (focused := self.focusWidget()) is not None and self._inner.isAncestorOf(focused):
            self._inner.ensureWidgetVisible(focused)

    def reject(self) -> None:
        """Esc, *Bỏ qua* and the closing cross: what was typed is not dropped without a question."""
        if self._given is None or self._typed() == self._given:
            super().reject()
            return
        self.context.ask.confirm(
            self,
            self.tr("Bỏ những gì vừa nhập?"),
            self.tr("Nội dung trong cửa sổ này chưa được ghi."),
            self.tr("Bỏ &nội dung"),
            super().reject,
            safe=self.tr("Nhập &tiếp"),
            destructive=True,
        )

    # For the dialogs that build on it

    def add_row(self, *fields: Field) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        for field in fields:
            row.addWidget(field, 1)
            self._fields.append(field)
        self.column.addLayout(row)

    def require(self, field: Field, sentence: str) -> None:
        """``sentence`` stands beside the field when it is left empty."""
        self._required[field] = sentence

    def save(self) -> None:
        """Writes the record; called when every field can be read."""
        raise NotImplementedError

    def write(self, action: str, fn: Callable[[Session], Changes]) -> None:
        self.verb.setEnabled(False)
        self.context.tasks.write(action, fn, self._on_saved, self, failed=self._on_refused)

    def warn(self, text: str) -> None:
        """What to look at before the record is written; it is taken all the same. Buttons stay in sight."""
        self._warning.say(text)
        taken = self._warning.sizeHint().height() if text else 0
        self._inner.set_most(max(_LEAST, fit.room(self).height() - _AROUND - taken))

    def entries(self) -> Mapping[str, Field]:
        """The fields by the names that ``EntryRefused`` has for them."""
        return {}

    def refuse(self, error: NtmError) -> None:
        """Says what the service did not accept: beside the field that it names, else below all of them."""
        if isinstance(error, EntryRefused) and (field := self.entries().get(error.field)) is not None:
            field.show()
            field.show_error(error.message)
            field.edit.setFocus()
            return
        more = [f"– {problem}" for problem in error.problems if problem != error.message]
        self._problem.say("\n".join([error.message, *more]), failed=True)

    # Slots

    def _on_verb_clicked(self) -> None:
        self._problem.say("", failed=False)
        wrong = [field for field in self._fields if not self._is_readable(field)]
        if wrong:
            wrong[0].edit.setFocus()
        else:
            self.save()

    def _on_saved(self, _changes: Changes) -> None:
        self.saved.emit()
        self.accept()

    def _on_refused(self, error: NtmError) -> None:
        self.verb.setEnabled(True)
        self.refuse(error)

    def _typed(self) -> list[str]:
        """What every field holds, those outside ``add_row`` too."""
        lines = [line.text() for line in self.findChildren(QLineEdit)]
        lines += [box.currentText() for box in self.findChildren(QComboBox)]
        return lines + [text.toPlainText() for text in self.findChildren(QPlainTextEdit)]

    def _is_readable(self, field: Field) -> bool:
        sentence = ""
        if not content(field):
            sentence = self._required.get(field, "")
        elif isinstance(field.edit, TextEdit):
            try:
                field.edit.read(content(field))
            except NtmError as error:
                sentence = error.message
        if sentence:
            field.show_error(sentence)
        else:
            field.clear_error()
        return not sentence


class _Warning(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._label = WholeLabel("", "caption", "amber")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(IconLabel("triangle-alert", 16, "amber"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label, 1)
        self.hide()

    def say(self, text: str) -> None:
        self._label.setText(text)
        self.setVisible(bool(text))

    def text(self) -> str:
        return self._label.text()


def content(field: Field) -> str:
    """What a field holds now: its text, or the key of its choice."""
    edit = field.edit
    if isinstance(edit, Choice):
        return edit.key()
    return nfc((edit.text() if isinstance(edit, TextEdit) else edit.toPlainText()).strip())


def day(field: Field) -> date | None:
    """The date of a field that was found readable."""
    assert isinstance(field.edit, DateEdit)
    return field.edit.read(content(field))


def count(field: Field) -> int:
    """The number of a field that was found readable; 0 where none is typed."""
    assert isinstance(field.edit, CountEdit)
    return field.edit.read(content(field)) or 0


def amount(field: Field) -> int | None:
    """The đồng, basis points or thousandths of a field that was found readable."""
    assert isinstance(field.edit, MoneyEdit | QuantityEdit | ShareEdit)
    return field.edit.read(content(field))
