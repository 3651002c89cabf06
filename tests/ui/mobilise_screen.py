"""The page Huy động on a screen, driven by keys and mouse and read by eye; used by its tests."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from works_screen import edit

from ui.context import Context
from ui.dialogs.record import RecordDialog
from ui.pages.mobilise import MobilisePage
from ui.stage import Stage
from ui.widgets.edits import Choice
from ui.widgets.table import Table

D = TypeVar("D", bound=QDialog)


class Screen:
    """The page in a stage, reloaded after each write, as the window does it."""

    def __init__(self, qtbot: QtBot, context: Context, width: int = 1176, height: int = 621) -> None:
        self.qtbot, self.context = qtbot, context
        self.stage = Stage()
        qtbot.addWidget(self.stage)
        self.page = MobilisePage(context)
        self.stage.add(self.page)
        self.stage.show_page("huy-dong")
        self.stage.resize(width, height)
        context.events.changed.connect(self._on_changed)
        self.told: list[str] = []
        self.counted: list[int] = []
        self.page.told.connect(self.told.append)
        self.page.count_changed.connect(self.counted.append)
        self.stage.show()
        self.page.reload()

    def _on_changed(self) -> None:
        self.page.reload()

    def rows(self, table: Table) -> list[tuple[str, ...]]:
        shown = table.rows
        return [tuple(cell.text for cell in shown.row(n).cells) for n in range(shown.rowCount())]

    def press(self, words: str, place: QWidget | None = None) -> None:
        buttons = (place or self.stage).findChildren(QPushButton)
        (button,) = [b for b in buttons if b.isVisible() and b.text().replace("&", "") == words]
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def dialog(self, kind: type[D]) -> D:
        return next(dialog for dialog in self.page.findChildren(kind) if dialog.isVisible())

    def says(self, place: QWidget | None = None) -> list[str]:
        QCoreApplication.sendPostedEvents()
        labels = (place or self.stage).findChildren(QLabel)
        return [label.text() for label in labels if label.isVisible() and label.text()]

    def pick(self, dialog: RecordDialog, label: str, words: str) -> None:
        choice = edit(dialog, label)
        assert isinstance(choice, Choice)
        choose(choice, words)


def choose(choice: Choice, words: str) -> None:
    choice.setCurrentIndex(choice.findText(words))
    choice.activated.emit(choice.currentIndex())
