"""Page Tiêu chí on the real threads: what is read anew after a write never mixes with what a person types."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date

import pytest
from criteria_screen import TODAY, Screen
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ntm_desktop.changes import Changes
from ntm_desktop.db.session import Session
from ntm_desktop.services import assessments, indicators
from ui.context import Context
from ui.widgets.options import OptionRow

_EARLIER = date(2021, 3, 31)
_STORED = {"17.6": "64,25", "17.7": "54,1", "17.8": "71,5"}


class Reading(Screen):
    """The same with real threads: what was stored, and which indicators were read."""

    def __init__(self, qtbot: QtBot, context: Context) -> None:
        super().__init__(qtbot, context)
        self._qtbot = qtbot
        self.reads: list[str] = []
        self.page._reader.read.connect(lambda detail: self.reads.append(detail.row.code))
        qtbot.waitUntil(lambda: self.page._actions.code == "1.1")

    def store(self, figures: dict[str, str], day: date) -> None:
        def write(session: Session) -> Changes:
            changes = Changes()
            for code, text in figures.items():
                key = indicators.detail(session, code=code, on=TODAY).parts[0].key
                changes |= assessments.record(
                    session, code=code, texts={key: text}, as_of=day, today=TODAY, ask_newer=False
                )
            return changes

        done: list[Changes] = []
        self.context.tasks.write("Nhập", write, done.append, self.stage)
        self._qtbot.waitUntil(lambda: bool(done))

    def value(self, code: str) -> str:
        found: list[indicators.IndicatorDetail] = []
        self.context.tasks.read(
            lambda session: indicators.detail(session, code=code, on=TODAY), found.append, self.stage
        )
        self._qtbot.waitUntil(lambda: bool(found))
        return found[0].row.value_text

    def go_to(self, code: str, following: str = "") -> None:
        """To an indicator whose next one was read beforehand, as when a person goes down the table."""
        self.page.select(code)
        self._qtbot.waitUntil(lambda: self.page._actions.code == code)
        if following:
            self._qtbot.waitUntil(lambda: following in self.page._reader._current)
        self.table.setFocus()

    def wait_for_fields_of(self, code: str) -> None:
        kinds = (QLineEdit, OptionRow)
        self._qtbot.waitUntil(
            lambda: self.page._actions.code == code and isinstance(QApplication.focusWidget(), kinds)
        )

    def hold_data(self) -> Callable[[], None]:
        """What is read from now on comes when the returned function is called."""
        hold = threading.Event()
        self.context.tasks.read(lambda _session: hold.wait(10), lambda _held: None, self.stage)
        return hold.set


@pytest.fixture
def screen(qtbot: QtBot, threaded: Context) -> Reading:
    screen = Reading(qtbot, threaded)
    screen.store(_STORED, _EARLIER)
    screen.page.select("all")
    return screen


def test_a_figure_typed_after_the_reload_replaces_the_old_one(qtbot: QtBot, screen: Reading) -> None:
    screen.go_to("17.6", "17.7")
    screen.type("60")
    screen.press(Qt.Key.Key_Return)
    screen.wait_for_fields_of("17.7")
    screen.reads.clear()
    qtbot.waitUntil(lambda: screen.reads == ["17.7"])  # read anew after the write, when the focus was there
    screen.type("35")
    screen.press(Qt.Key.Key_Return)
    screen.wait_for_fields_of("17.8")
    assert [screen.value(code) for code in ("17.6", "17.7")] == ["60%", "35%"]


def test_a_reload_amid_typing_neither_loses_nor_mixes(qtbot: QtBot, screen: Reading) -> None:
    screen.go_to("17.6", "17.7")
    screen.type("60")
    screen.press(Qt.Key.Key_Return)
    release = screen.hold_data()
    screen.wait_for_fields_of("17.7")
    screen.type("3")
    screen.reads.clear()
    release()
    qtbot.waitUntil(lambda: screen.reads == ["17.7"])
    screen.type("5")
    screen.press(Qt.Key.Key_Return)
    screen.wait_for_fields_of("17.8")
    assert screen.value("17.7") == "35%"


def test_another_figure_that_comes_late_is_typed_over_whole(qtbot: QtBot, screen: Reading) -> None:
    """The next indicator is shown as it was read beforehand; meanwhile somebody pasted another figure."""
    screen.go_to("17.6", "17.7")
    screen.type("60")
    screen.press(Qt.Key.Key_Return)
    screen.wait_for_fields_of("17.7")
    screen.store({"17.7": "88,8"}, date(2021, 4, 30))
    edit = screen.focus()
    assert isinstance(edit, QLineEdit)
    qtbot.waitUntil(lambda: edit.text() == "88,8")
    screen.type("35")
    screen.press(Qt.Key.Key_Return)
    screen.wait_for_fields_of("17.8")
    assert screen.value("17.7") == "35%"


def test_what_is_typed_while_the_figure_before_it_is_saved_stays(qtbot: QtBot, screen: Reading) -> None:
    """Left and come back to before the disk had it: the second figure is no longer that which was sent."""
    screen.go_to("17.6", "17.7")
    screen.press(Qt.Key.Key_Return)
    screen.wait_for_fields_of("17.6")
    edit = screen.focus()
    assert isinstance(edit, QLineEdit)
    release = screen.hold_data()
    screen.type("60")
    screen.table.setFocus()  # saves
    screen.press(Qt.Key.Key_Return)
    screen.type("64,25")  # as it was before
    release()
    qtbot.waitUntil(lambda: screen.value("17.6") == "60%")
    screen.value("17.6")  # one more turn of the thread: what was read after the write has come
    assert edit.text() == "64,25"
    screen.press(Qt.Key.Key_Return)
    screen.wait_for_fields_of("17.7")
    assert screen.value("17.6") == "64,25%"


def test_a_reload_leaves_the_answer_that_arrows_point_at(qtbot: QtBot, screen: Reading) -> None:
    screen.go_to("1.1", "1.2")
    screen.press(Qt.Key.Key_Return)
    screen.wait_for_fields_of("1.1")
    screen.press(Qt.Key.Key_Right, Qt.Key.Key_Right)
    screen.store({"17.6": "61"}, TODAY)
    loaded: list[object] = []
    screen.page._reader.loaded.connect(loaded.append)
    screen.page.reload()
    qtbot.waitUntil(lambda: bool(loaded))
    screen.press(Qt.Key.Key_Return)
    screen.wait_for_fields_of("1.2")
    assert screen.value("1.1") == "Chưa đạt"


def test_a_reload_leaves_a_note_that_was_just_begun(qtbot: QtBot, screen: Reading) -> None:
    screen.go_to("17.6")
    screen.press(Qt.Key.Key_Return)
    screen.wait_for_fields_of("17.6")
    note = screen.page.details.figures.entry._note
    note.annotate.click()
    loaded: list[object] = []
    screen.page._reader.loaded.connect(loaded.append)
    screen.page.reload()
    qtbot.waitUntil(lambda: bool(loaded))
    screen.type("theo sổ")
    assert note.text() == "theo sổ"
