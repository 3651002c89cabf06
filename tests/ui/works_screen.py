"""The page Công trình on a screen, driven by keys and mouse and read by eye; used by its tests."""

from __future__ import annotations

from datetime import date

from page_screen import PageScreen
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ntm_desktop.services import works
from ntm_desktop.services.works import WorkTable, WorkView
from ui.context import Context
from ui.dialogs.record import RecordDialog
from ui.pages.works import WorksPage
from ui.widgets.forms import Edit, Field
from ui.widgets.table import Table

TODAY = date(2021, 6, 30)
ROAD = "Đường trục thôn Tân Lợi 1, bê tông 0,85 km"


class Screen(PageScreen[WorksPage]):
    def __init__(self, qtbot: QtBot, context: Context, width: int = 1176, height: int = 621) -> None:
        super().__init__(qtbot, context, WorksPage(context), width, height)

    def first_table(self) -> Table:
        return self.page._table

    def choose(self, name: str) -> None:
        self.page.select(self.work(name).uid)

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
