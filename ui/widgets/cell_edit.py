"""The line that a cell of a table is typed in: what is pasted there may be a whole block of a sheet."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from ui.widgets.line_edit import LineEdit


class CellEdit(LineEdit):
    block_pasted = Signal(object)  # rows of texts: more than one cell

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            lines = block_in(QGuiApplication.clipboard().text())
            if len(lines) > 1 or len(lines[0]) > 1:
                self.block_pasted.emit(lines)
                return
        super().keyPressEvent(event)


def block_in(text: str) -> list[list[str]]:
    """Rows of texts as a sheet copies them; Excel ends the last one with a line break too."""
    return [line.split("\t") for line in text.rstrip("\n").split("\n")]
