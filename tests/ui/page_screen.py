"""A page on a screen, driven by keys and mouse and read by eye; the screens of the pages build on it."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from scripted import ScriptedAsk

from ui.context import Context
from ui.stage import Stage
from ui.widgets.page import Page
from ui.widgets.table import Table

D = TypeVar("D", bound=QDialog)
P = TypeVar("P", bound=Page)


class PageScreen(Generic[P]):
    """The page in a stage, reloaded after each write, as the window does it."""

    def __init__(self, qtbot: QtBot, context: Context, page: P, width: int = 1176, height: int = 621) -> None:
        self.qtbot, self.context, self.page = qtbot, context, page
        self.stage = Stage()
        qtbot.addWidget(self.stage)
        self.stage.add(page)
        self.stage.show_page(page.KEY)
        self.stage.resize(width, height)
        context.events.changed.connect(self._on_changed)
        self.told: list[str] = []
        self.counted: list[int] = []
        self.followed: list[object] = []  # links
        page.navigate.connect(self.followed.append)
        page.told.connect(self.told.append)
        page.count_changed.connect(self.counted.append)
        self.stage.show()
        page.reload()

    @property
    def ask(self) -> ScriptedAsk:
        assert isinstance(self.context.ask, ScriptedAsk)
        return self.context.ask

    def _on_changed(self) -> None:
        self.page.reload()

    def rows(self, table: Table | None = None) -> list[tuple[str, ...]]:
        """Of the table that the page begins with, unless another one is meant."""
        shown = (table or self.first_table()).rows
        return [tuple(cell.text for cell in shown.row(n).cells) for n in range(shown.rowCount())]

    def first_table(self) -> Table:
        raise NotImplementedError

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
