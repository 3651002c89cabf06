"""The line that all fields of one line are made of: to type in, in dialogs, tables and the searches."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit


def is_undo_or_redo(event: QEvent) -> bool:
    """A field asks for these keys before any shortcut gets them."""
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and (event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo))
    )


class LineEdit(QLineEdit):
    def event(self, event: QEvent) -> bool:
        if is_undo_or_redo(event) and not (self.isUndoAvailable() or self.isRedoAvailable()):
            event.ignore()  # nothing was typed here: the key means the program's last action
            return False
        return super().event(event)
