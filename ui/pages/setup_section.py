"""What the views of Thiết lập share: the section itself, a list of records with its buttons, small rules."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QMoveEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ntm_desktop import paths
from ntm_desktop.errors import NtmError
from ui.context import Context
from ui.models.rows import Column, Row
from ui.widgets.buttons import Button
from ui.widgets.cards import EmptyState
from ui.widgets.edits import TextEdit
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Label
from ui.widgets.page import scroll_to
from ui.widgets.table import Table

_HINT_LEAST = 260  # px; with less room beside the buttons it stands above them


class Section(QWidget):
    """One view of Thiết lập, built when first opened; the page calls ``reload`` then and after changes."""

    TABLES: ClassVar[frozenset[str]] = frozenset()
    told = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)

    def reload(self) -> None:
        """Reads what the section shows."""
        raise NotImplementedError

    def select(self, anchor: str) -> None:
        """Shows what a link means. May come before the first rows do."""

    def first_field(self) -> QWidget | None:
        """Where the keyboard is rather than in a list, once it is filled."""
        return None


class RecordList(QWidget):
    """A table of records with buttons above it: add, edit (also Enter or a double click), remove."""

    add_requested = Signal()
    edit_requested = Signal(object)  # the row's data
    remove_requested = Signal(object)
    current_changed = Signal(object)  # the row's data, None when nothing is current
    cure_requested = Signal()

    def __init__(
        self,
        columns: Sequence[Column],
        name: str,
        *,
        add: str,
        edit: str = "",
        remove: str = "",
        hint: str = "",
        empty: str = "",
        cure: str = "",
        primary: bool = False,
    ) -> None:
        """``add``, ``edit`` and ``remove`` are the words on the buttons; those without words are not there.

        ``hint`` stands left of the buttons, ``empty`` in the table's place while there is no record,
        with ``cure`` on the button that leads to where records come from.
        """
        super().__init__()
        self.table = Table(columns, name)
        self.bar = FlowLayout()
        self.buttons = FlowLayout()
        self._wanted: object = None
        self._empty = EmptyState(empty, cure) if cure else Label(empty, "body", "text2", wrap=True)
        self._may_be_empty = bool(empty)
        self._edit = Button(edit, icon="pencil", writes=True)
        self._remove = Button(remove, icon="trash-2", writes=True)
        self._add = Button(add, "primary" if primary else "outlined", "plus", writes=True)
        self.bar.add(Label(hint, "caption", "text2", wrap=True), least=_HINT_LEAST, grows=True)
        self.bar.add(self.buttons)
        for button, words in ((self._remove, remove), (self._edit, edit), (self._add, add)):
            self.buttons.addWidget(button)
            if not words:
                button.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self.bar)
        if isinstance(self._empty, Label):
            self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        else:
            self._empty.acted.connect(self.cure_requested)
        column.addWidget(self._empty, 1)
        column.addWidget(self.table, 1)
        self._empty.hide()
        self.table.current_changed.connect(self._on_current_changed)
        self.table.opened.connect(self._on_edit)
        self._edit.clicked.connect(self._on_edit)
        self._remove.clicked.connect(self._on_remove)
        self._add.clicked.connect(self.add_requested)
        self._on_current_changed(None)

    def show_rows(self, rows: Sequence[Row]) -> None:
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows) or not self._may_be_empty)
        self._empty.setVisible(self.table.isHidden())
        if self._wanted is not None and self.table.select(self._wanted):
            self._wanted = None
        self._on_current_changed(self.table.current_data())

    def select(self, data: object) -> bool:
        """Makes a record current, or keeps it in mind until the rows arrive."""
        found = self.table.select(data)
        if found:
            self.table.setFocus()
            scroll_to(self.table)
        else:
            self._wanted = data
        return found

    def _on_current_changed(self, data: object) -> None:
        self._edit.setEnabled(data is not None)
        self._remove.setEnabled(data is not None)
        self.current_changed.emit(data)

    def _on_edit(self) -> None:
        self.table.finish_typing()
        if (data := self.table.current_data()) is not None:
            self.edit_requested.emit(data)

    def _on_remove(self) -> None:
        if (data := self.table.current_data()) is not None:
            self.remove_requested.emit(data)


class Problem(Label):
    """What was refused, beside what refused it and scrolled into sight; hidden while nothing is."""

    _MOST = 6

    def __init__(self) -> None:
        super().__init__("", "caption", "unmet", wrap=True)
        self.hide()

    def show_error(self, error: NtmError) -> None:
        lines = [error.message, *(f"– {problem}" for problem in error.problems if problem != error.message)]
        hidden = len(lines) - self._MOST
        if hidden > 0:
            lines = [*lines[: self._MOST], self.tr("và {} lỗi khác.").format(hidden)]
        self.setText("\n".join(lines))
        self.show()
        QTimer.singleShot(0, self, self._scroll_here)  # once the layout has made room

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        if self.text():  # more rows above it
            QTimer.singleShot(0, self, self._scroll_here)

    def _scroll_here(self) -> None:
        scroll_to(self)

    def clear_error(self) -> None:
        self.setText("")
        self.hide()


def load_text(edit: TextEdit, text: str) -> None:
    """Shows what is stored, except over something that is being typed or was just refused."""
    being_typed = edit.hasFocus() and edit.isModified()
    if not being_typed and not edit.property("invalid"):
        edit.load(text)


def fit_rows(table: Table, count: int, most: int) -> None:
    """A table in a scrolling column is as high as its rows, up to ``most``; then it scrolls itself."""
    table.fit_rows(min(max(count, 1), most))


def read_bytes(path: Path) -> bytes:
    try:
        paths.require_file(path)
        return path.read_bytes()
    except OSError as error:
        words = QCoreApplication.translate(
            "Section",
            "Không đọc được tệp {}. Đóng tệp nếu đang mở ở chương trình khác, hoặc chép tệp "
            "về máy này rồi chọn lại.",
        )
        raise NtmError(words.format(path.name)) from error
