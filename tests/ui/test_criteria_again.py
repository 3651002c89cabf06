"""Assessing a whole set by keyboard on the real threads: a fresh commune, and again over what was entered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from criteria_screen import Screen
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from scripted import NOW, ScriptedAsk

from ntm_desktop.db.engine import Database
from ntm_desktop.db.session import Session
from ntm_desktop.domain.criteria import Measure
from ntm_desktop.services import indicators
from ntm_desktop.services.indicators import IndicatorDetail
from ui.context import Context
from ui.events import Events
from ui.pages.criteria_typing import current_indicator
from ui.tasks import Tasks
from ui.widgets.options import OptionRow

_FIRST_DAY = date(2021, 6, 30)
_LATER_DAY = date(2021, 12, 31)
_FIRST = {Measure.ACHIEVED: ("d", "Đạt"), Measure.PERCENT: ("95,5", "95,5"), Measure.COUNT: ("3", "3")}
_AGAIN = {Measure.ACHIEVED: ("2", "Chưa đạt"), Measure.PERCENT: ("35", "35"), Measure.COUNT: ("5", "5")}
_AMOUNT = {_FIRST_DAY: ("45", "45"), _LATER_DAY: ("50,8", "50,8")}


@dataclass
class Office:
    """The page on real threads, opened on a day of choice."""

    screen: Screen
    day: date
    qtbot: QtBot

    def details(self) -> dict[str, IndicatorDetail]:
        def read(session: Session) -> dict[str, IndicatorDetail]:
            table = indicators.table(session, on=self.day)
            rows = [row for criterion in table.criteria for row in criterion.indicators]
            return {row.code: indicators.detail(session, code=row.code, on=self.day) for row in rows}

        found: list[dict[str, IndicatorDetail]] = []
        self.screen.context.tasks.read(read, found.append, self.screen.stage)
        self.qtbot.waitUntil(lambda: bool(found), timeout=60_000)
        return found[0]

    def assess_all(self) -> None:
        """From the first to the last, going on when the next field has the focus and is read anew."""
        texts = _FIRST if self.day == _FIRST_DAY else _AGAIN
        texts = {**texts, Measure.AMOUNT: _AMOUNT[self.day]}
        before = self.details()
        self.screen.page.select("all")
        self.screen.page.select(next(iter(before)))
        self.screen.table.setFocus()
        self.screen.press(Qt.Key.Key_Return)
        for code, detail in before.items():
            for part in detail.parts:
                self.wait_for_field(code, OptionRow if part.measure is Measure.ACHIEVED else QLineEdit)
                self.screen.type(texts[part.measure][0])
                self.screen.press(Qt.Key.Key_Return)
        last = list(before)[-1]
        self.qtbot.waitUntil(lambda: self.screen.focus() is self.screen.table, timeout=20_000)
        assert current_indicator(self.screen.table) == last
        for code, detail in self.details().items():
            assert detail.row.as_of == self.day, code
            for part in detail.parts:
                assert part.value_text == texts[part.measure][1], (code, part.key)

    def wait_for_field(self, code: str, kind: type[QLineEdit] | type[OptionRow]) -> None:
        def is_there() -> bool:
            here = QApplication.focusWidget()
            entry = self.screen.page.details.figures.entry
            page = self.screen.page  # and what is shown was read after the write before it
            at_code = page._actions.code == code and code in page._reader._current
            return at_code and isinstance(here, kind) and entry.isAncestorOf(here)

        self.qtbot.waitUntil(is_there, timeout=20_000)


@pytest.fixture
def open_on(folder: Path, qtbot: QtBot, ask: ScriptedAsk) -> Iterator[Callable[[date], Office]]:
    running: list[Tasks] = []

    def open_office(day: date) -> Office:
        for tasks in running:
            tasks.stop()
        events = Events()
        moment = NOW + (day - _FIRST_DAY)
        running[:] = [Tasks(lambda: Database.open(folder), events, lambda: moment)]
        running[0].by = "Cao Thị Hòa"
        running[0].start()
        screen = Screen(qtbot, Context(folder, running[0], events, ask))
        qtbot.waitUntil(lambda: screen.page._actions.code != "", timeout=20_000)
        return Office(screen, day, qtbot)

    yield open_office
    for tasks in running:
        tasks.stop()


def test_a_set_is_assessed_and_on_a_later_day_assessed_again(open_on: Callable[[date], Office]) -> None:
    first = open_on(_FIRST_DAY)
    assert len(first.screen.codes()) == 49
    first.assess_all()
    first.screen.stage.close()
    again = open_on(_LATER_DAY)
    again.assess_all()
    for code, detail in again.details().items():
        assert [fact.as_of for fact in detail.facts] == [_LATER_DAY, _FIRST_DAY], code
