"""Figures copied from Excel pasted into the table: all or none, with a reason for each refused."""

from __future__ import annotations

from datetime import date

import pytest
from criteria_screen import TODAY, Screen
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from ntm_desktop.domain.judging import Verdict
from ntm_desktop.errors import NtmError
from ntm_desktop.services import goals
from ntm_desktop.services.indicators import IndicatorRow
from ui.context import Context
from ui.models.indicators import VALUE
from ui.pages.criteria_paste import figures_of


def _paste(screen: Screen, code: str, text: str) -> None:
    screen.choose(code)
    QGuiApplication.clipboard().setText(text)
    screen.chord("Ctrl+V")


@pytest.fixture
def screen(qtbot: QtBot, context: Context) -> Screen:
    return Screen(qtbot, context)


def test_a_column_goes_down_from_the_current_indicator(screen: Screen) -> None:
    screen.ask.answers = [True]
    _paste(screen, "17.6", "64,2\n\n90%\n")
    assert screen.ask.asked[0].title == "Dán số liệu cho 02 chỉ tiêu?"
    assert "17.6 64,2, 17.8 90%" in screen.ask.asked[0].body
    assert [screen.cell(code, VALUE) for code in ("17.6", "17.7", "17.8")] == ["64,2%", "", "90%"]
    assert screen.detail("17.8").facts[0].as_of == TODAY
    assert screen.told == ["Đã dán số liệu 02 chỉ tiêu"]


def test_codes_in_the_first_column_name_the_indicators(screen: Screen) -> None:
    screen.ask.answers = [True]
    _paste(screen, "1.1", "17.6\t45/50\n17.1\t93,1; 56,4\n1.2\tĐạt")
    assert screen.cell("17.6", VALUE) == "90%"
    assert screen.cell("17.1", VALUE) == "93,1%; 56,4%"
    assert screen.cell("1.2", VALUE) == "Đạt"


def test_a_copied_row_is_pasted_back(screen: Screen) -> None:
    screen.ask.answers = [True, True]
    _paste(screen, "17.6", "64,2")
    screen.choose("17.6")
    screen.chord("Ctrl+C")
    assert QGuiApplication.clipboard().text().startswith("17.6\t")
    screen.chord("Ctrl+V")
    assert len(screen.detail("17.6").facts) == 1


def test_copied_rows_are_pasted_back_with_their_heads(screen: Screen) -> None:
    screen.ask.answers = [True, True]
    _paste(screen, "17.6", "64,2\n71\n72")
    screen.choose("17.6")
    screen.chord("Shift+Down")
    screen.chord("Ctrl+C")
    assert QGuiApplication.clipboard().text().startswith("Mã\t")
    screen.chord("Ctrl+V")
    assert screen.ask.asked[-1].title == "Dán số liệu cho 02 chỉ tiêu?"


def test_pasted_figures_that_are_older_than_those_in_force_are_named(screen: Screen) -> None:
    screen.choose("17.7")
    screen.type("70")
    screen.press(Qt.Key.Key_Return)
    screen.choose("17.8")
    screen.type("70")
    screen.fill("Số liệu ngày", "25/6/2021")
    screen.press(Qt.Key.Key_Return)
    screen.ask.answers = [1]
    _paste(screen, "17.6", "64,2\n71\n72")
    assert screen.ask.asked[0].verbs == ("Số liệu ngày 30/6/2021", "Số liệu ngày 25/6/2021")
    told = screen.ask.asked[-1]
    assert told.title == "Đã dán số liệu 03 chỉ tiêu; vẫn dùng số ngày mới hơn: 17.7."
    assert screen.cell("17.7", VALUE) == "70%"
    assert screen.cell("17.8", VALUE) == "72%"


def test_one_refused_cell_keeps_all_out_and_is_named(screen: Screen) -> None:
    problems: list[NtmError] = []
    screen.context.tasks.failed.connect(lambda error, _owner: problems.append(error))
    screen.ask.answers = [True]
    _paste(screen, "17.6", "64,2\n1.5\n101")
    (error,) = problems
    assert [problem[:4] for problem in error.problems] == ["17.7", "17.8"]
    assert screen.counts().not_assessed == 49


def test_a_line_without_an_indicator_is_named(screen: Screen) -> None:
    _paste(screen, "17.6", "99.9\t64,2")
    assert screen.ask.asked[0].kind == "problem"
    assert "99.9" in screen.ask.asked[0].body


def test_nothing_is_pasted_without_consent(screen: Screen) -> None:
    screen.ask.answers = [None]
    _paste(screen, "17.6", "64,2")
    assert screen.counts().not_assessed == 49


def _row(code: str) -> IndicatorRow:
    return IndicatorRow(
        code=code,
        official_code=code,
        criterion="1",
        text="",
        target_text="",
        level_text="",
        unverified=False,
        value_text="",
        verdict=Verdict.NOT_ASSESSED,
        regressed=False,
        as_of=None,
        person="",
        evidence_count=0,
        note="",
        judged_differs=False,
        search_key="",
    )


@given(st.lists(st.text("0123456789,% ", max_size=6), max_size=12), st.integers(0, 9))
def test_a_column_never_reaches_above_its_start(texts: list[str], start: int) -> None:
    rows = [_row(f"1.{n}") for n in range(10)]
    lines = [[text] for text in texts]
    if any(text.strip() for text in texts[10 - start :]):
        with pytest.raises(NtmError):
            figures_of(lines, rows, f"1.{start}")
    else:
        filled = {f"1.{start + n}": text.strip() for n, text in enumerate(texts) if text.strip()}
        assert figures_of(lines, rows, f"1.{start}") == filled


def test_a_set_without_indicators_says_so(screen: Screen) -> None:
    screen.context.tasks.write(
        "Đăng ký lại",
        lambda session: goals.register(
            session, set_id="xa-ntm-2026-2030", year=2026, profile="nhom2", valid_from=date(2021, 6, 1)
        ),
        lambda _changes: None,
        screen.stage,
    )
    assert screen.page._skeleton.isVisible()
    assert not screen.table.isVisible()
