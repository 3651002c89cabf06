"""The page Huy động on a screen, driven by keys and mouse and read by eye; used by its tests."""

from __future__ import annotations

from page_screen import PageScreen
from pytestqt.qtbot import QtBot
from works_screen import edit

from ui.context import Context
from ui.dialogs.record import RecordDialog
from ui.pages.mobilise import MobilisePage
from ui.widgets.edits import Choice
from ui.widgets.table import Table


class Screen(PageScreen[MobilisePage]):
    def __init__(self, qtbot: QtBot, context: Context, width: int = 1176, height: int = 621) -> None:
        super().__init__(qtbot, context, MobilisePage(context), width, height)

    def first_table(self) -> Table:
        return self.page._gifts.table

    def pick(self, dialog: RecordDialog, label: str, words: str) -> None:
        choice = edit(dialog, label)
        assert isinstance(choice, Choice)
        choose(choice, words)


def choose(choice: Choice, words: str) -> None:
    choice.setCurrentIndex(choice.findText(words))
    choice.activated.emit(choice.currentIndex())
