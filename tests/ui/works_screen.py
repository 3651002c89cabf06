"""The page Công trình on a screen, driven by keys and mouse and read by eye; used by its tests."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ntm_desktop.services import works
from ntm_desktop.services.works import WorkTable, WorkView
from ui.context import Context
from ui.dialogs.record import RecordDialog
from ui.pages.works import WorksPage
from ui.stage import Stage
from ui.widgets.forms import Edit, Field
from ui.widgets.table import Table

TODAY = date(2021, 6, 30)
ROAD = "Đường trục thôn Tân Lợi 1, bê tông 0,85 km"
D = TypeVar("D", bound=QDialog)


class Screen:
    """The page in a stage, reloaded after each write, as the window does it."""

    def __init__(self, qtbot: QtBot, context: Context, width: int = 1176, height: int = 621) -> None:
        self.qtbot, self.context = qtbot, context
        self.stage = Stage()
        qtbot.addWidget(self.stage)
        self.page = WorksPage(context)
        self.stage.add(self.page)
        self.stage.show_page("cong-trinh")
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

    def rows(self, table: Table | None = None) -> list[tuple[str, ...]]:
        shown = (table or self.page._table).rows
        return [tuple(cell.text for cell in shown.row(n).cells) for n in range(shown.rowCount())]

    def choose(self, name: str) -> None:
        self.page.select(self.work(name).uid)

    def press(self, words: str, place: QWidget | None = None) -> None:
        buttons = (place or self.page).findChildren(QPushButton)
        (button,) = [b for b in buttons if b.isVisible() and b.text().replace("&", "") == words]
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def dialog(self, kind: type[D]) -> D:
        return next(dialog for dialog in self.page.findChildren(kind) if dialog.isVisible())

    def says(self, place: QWidget | None = None) -> list[str]:
        QCoreApplication.sendPostedEvents()
        labels = (place or self.page).findChildren(QLabel)
        return [label.text() for label in labels if label.isVisible() and label.text()]

    def table_of(self) -> WorkTable:
        found: list[WorkTable] = []
        self.context.tasks.read(lambda session: works.table(session, on=TODAY), found.append, self.page)
        return found[0]

    def work(self, name: str) -> WorkView:
        return next(row for row in self.table_of().rows if row.name == name)


def field(dialog: RecordDialog, label: str) -> Field:
    return next(f for f in dialog._fields if f._label.text().replace("&", "") == label)


def edit(dialog: RecordDialog, label: str) -> Edit:
    return field(dialog, label).edit


def type_into(dialog: RecordDialog, label: str, text: str) -> None:
    line = edit(dialog, label)
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    line.insert(text)  # a key event has no Vietnamese letter
