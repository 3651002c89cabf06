"""Where evidence is dropped: a frame that takes files from Explorer, with a button for the chooser."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.read_only import Vanishing
from ui.widgets.buttons import Button
from ui.widgets.labels import Label


class FileDropArea(Vanishing, QFrame):
    dropped = Signal(object)  # list[Path]
    asked_to_choose = Signal()

    def __init__(self, words: str, button: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.writes = True
        self.setObjectName("drop")
        self.setAcceptDrops(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.addWidget(Label(words, "caption", "text2", wrap=True), 1)
        choose = Button(button, "link", "plus")
        choose.clicked.connect(self.asked_to_choose)
        row.addWidget(choose)

    def cover(self, widget: QWidget) -> None:
        """Takes what is dropped anywhere on ``widget`` while the area is shown on it."""
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self.isVisible():
            return False
        if isinstance(event, QDropEvent):  # of which entering and moving are kinds
            return self.event(event) and event.isAccepted()
        return isinstance(event, QDragLeaveEvent) and self.event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self._set_over(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._set_over(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._set_over(over=False)
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.dropped.emit(paths)

    def _set_over(self, *, over: bool) -> None:
        self.setProperty("over", over)
        self.style().polish(self)
