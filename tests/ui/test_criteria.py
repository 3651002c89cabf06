"""Page Tiêu chí as an officer uses it: what the table says, entry by keyboard, and what is then in the database."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ntm_desktop.domain.criteria import Measure
from ntm_desktop.domain.judging import Verdict
from ntm_desktop.services import assessments, indicators, sample
from ui import theme
from ui.context import Context
from ui.models.indicators import CODE, TARGET, VALUE, VERDICT
from ui.models.rows import Kind
from ui.pages.criteria import CriteriaPage
from ui.stage import Stage
from ui.widgets.options import OptionRow

TODAY = date(2021, 6, 30)
_TYPED = {Measure.ACHIEVED: "d", Measure.PERCENT: "95,5", Measure.AMOUNT: "45", Measure.COUNT: "0"}


class Screen:
    """The page with its panel in a stage, as the window holds them; reloads after a write as the window does."""

    def __init__(self, qtbot: QtBot, context: Context, width: int = 1176, height: int = 621) -> None:
        self.context = context
        self.stage = Stage()
        qtbot.addWidget(self.stage)
        self.page = CriteriaPage(context)
        self.stage.add(self.page)
        self.stage.show_page("tieu-chi")
        self.stage.resize(width, height)
        context.events.changed.connect(self._on_changed)
        self.told: list[str] = []
        self.page.told.connect(self.told.append)
        with qtbot.waitActive(self.stage):
            self.stage.show()
            self.stage.activateWindow()
        self.page.reload()

    def _on_changed(self) -> None:
        self.page.reload()

    @property
    def table(self):
        return self.page._table

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.focus(), key)

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClicks(self.focus(), letter)

    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def codes(self) -> list[str]:
        model = self.table.rows
        rows = (model.row(number) for number in range(model.rowCount()))
        return [str(row.data) for row in rows if row.kind is Kind.ITEM]

    def cell(self, code: str, column: int) -> str:
        model = self.table.rows
        return str(model.index(model.find(code), column).data())

    def detail(self, code: str) -> indicators.IndicatorDetail:
        found: list[indicators.IndicatorDetail] = []
        self.context.tasks.read(
            lambda session: indicators.detail(session, code=code, on=TODAY), found.append, self.stage
        )
        return found[0]

    def counts(self) -> indicators.IndicatorCounts:
        found: list[indicators.IndicatorTable] = []
        self.context.tasks.read(lambda session: indicators.table(session, on=TODAY), found.append, self.stage)
        return found[0].counts

    def texts(self) -> str:
        """All that the panel says, to look for a sentence."""
        labels = self.page.details.findChildren(QWidget)
        return "\n".join(w.text() for w in labels if w.isVisible() and hasattr(w, "text"))


@pytest.fixture
def screen(qtbot: QtBot, context: Context) -> Screen:
    return Screen(qtbot, context)


@pytest.fixture
def sample_screen(qtbot: QtBot, tmp_path: Path, open_context: Callable[[Path], Context]) -> Screen:
    sample.make(tmp_path / "sample")
    return Screen(qtbot, open_context(tmp_path / "sample"))


def test_a_whole_set_is_assessed_by_keyboard_alone(screen: Screen) -> None:
    codes = screen.codes()
    assert len(codes) == 49
    screen.press(Qt.Key.Key_Return)
    for code in codes:
        detail = screen.detail(code)
        assert screen.page._indicator() == code
        for part in detail.parts:
            assert isinstance(screen.focus(), OptionRow if part.measure is Measure.ACHIEVED else QLineEdit)
            screen.type(_TYPED[part.measure])
            screen.press(Qt.Key.Key_Return)
    counts = screen.counts()
    assert counts.not_assessed == 0
    fact = screen.detail("17.6").facts[0]
    assert (fact.as_of, fact.value_text, fact.verdict) == (TODAY, "95,5%", Verdict.MET)


def test_what_is_typed_in_the_table_goes_into_the_field(screen: Screen) -> None:
    screen.page.select("17.6")
    screen.table.setFocus()
    screen.type("45/50")
    screen.press(Qt.Key.Key_Return)
    assert screen.cell("17.6", VALUE) == "90,0%"
    assert screen.detail("17.6").facts[0].value_text == "45/50 = 90%"
