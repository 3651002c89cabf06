"""Answers typed on Tiêu chí: one figure or the beginning of a name picks, anything else is refused."""

from __future__ import annotations

import pytest
from criteria_screen import Screen
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from ui.context import Context
from ui.models.indicators import VERDICT
from ui.pages.criteria_fields import AnswerField
from ui.pages.criteria_typing import current_indicator
from ui.widgets.options import OptionRow


@pytest.fixture
def screen(qtbot: QtBot, context: Context) -> Screen:
    return Screen(qtbot, context)


def _say(screen: Screen) -> list[str]:
    """What stands beside the answers."""
    screen.settle()
    (field,) = (one for one in screen.page.details.findChildren(AnswerField) if one.isVisible())
    return [label.text() for label in field.below.findChildren(QLabel) if label.isVisible()]


@pytest.mark.parametrize("typed", ["1.5", "100", "50", "3", "45/50", "dở", "có", "cđ", "01", "-1"])
@pytest.mark.parametrize("start", ["from the table", "in the field"])
def test_what_is_no_answer_is_refused_beside_it(screen: Screen, typed: str, start: str) -> None:
    screen.choose("1.1")
    if start == "in the field":
        screen.press(Qt.Key.Key_Return)
    screen.type(typed)
    screen.press(Qt.Key.Key_Return)
    assert f"“{typed}” không phải là kết quả. Nhập Đạt hoặc Chưa đạt." in _say(screen)
    assert isinstance(screen.focus(), OptionRow)
    assert current_indicator(screen.table) == "1.1"
    assert screen.detail("1.1").facts == ()
    screen.type("2")  # anew
    screen.press(Qt.Key.Key_Return)
    assert screen.cell("1.1", VERDICT) == "Chưa đạt"
    assert current_indicator(screen.table) == "1.2"


def test_a_refused_answer_leaves_the_one_of_before(screen: Screen) -> None:
    screen.choose("1.1")
    screen.type("2")
    screen.press(Qt.Key.Key_Return)
    screen.choose("1.1")
    screen.type("100")
    screen.press(Qt.Key.Key_Return)
    screen.press(Qt.Key.Key_Escape)
    (fact,) = screen.detail("1.1").facts
    assert fact.value_text == "Chưa đạt"
    (row,) = (one for one in screen.page.details.findChildren(OptionRow) if one.isVisible())
    assert row.text() == "Chưa đạt"
    assert _say(screen) == []


def test_a_refused_answer_that_is_left_is_told(screen: Screen) -> None:
    screen.choose("1.1")
    screen.type("1.5")
    screen.press(Qt.Key.Key_Return)
    screen.table.setFocus()
    screen.press(Qt.Key.Key_Down)
    assert "“1.5” không phải là kết quả" in screen.ask.asked[-1].title
    assert screen.detail("1.1").facts == ()


@pytest.mark.parametrize(
    ("typed", "verdict"),
    [
        ("1", "Đạt"),
        ("2", "Chưa đạt"),
        ("0", "Chưa đạt"),
        ("d", "Đạt"),
        ("đạt", "Đạt"),
        ("c", "Chưa đạt"),
        ("chưa đạt", "Chưa đạt"),
        ("Không đạt", "Chưa đạt"),
    ],
)
def test_an_answer_may_be_typed_in_full(screen: Screen, typed: str, verdict: str) -> None:
    screen.choose("1.1")
    screen.type(typed)
    screen.press(Qt.Key.Key_Return)
    assert screen.cell("1.1", VERDICT) == verdict
    assert current_indicator(screen.table) == "1.2"


def test_a_letter_that_an_input_method_takes_back_does_not_count(screen: Screen) -> None:
    """UniKey sends d, Backspace, đ; and who mistyped goes the same way."""
    screen.choose("1.1")
    screen.type("d")
    screen.press(Qt.Key.Key_Backspace)
    screen.type("đạy")
    screen.press(Qt.Key.Key_Backspace)
    screen.type("t")
    screen.press(Qt.Key.Key_Return)
    assert screen.cell("1.1", VERDICT) == "Đạt"


def test_a_figure_taken_back_brings_the_answer_of_before(screen: Screen) -> None:
    screen.choose("1.1")
    screen.press(Qt.Key.Key_Return)
    screen.type("50")
    screen.press(Qt.Key.Key_Backspace, Qt.Key.Key_Backspace, Qt.Key.Key_Return)
    assert screen.detail("1.1").facts == ()
    assert current_indicator(screen.table) == "1.2"


def test_a_level_is_picked_by_its_own_figure_only(qtbot: QtBot) -> None:
    row = OptionRow(["Mức độ 1", "Mức độ 2", "Mức độ 3"])
    qtbot.addWidget(row)
    said = []
    for typed in ("3", "0", "4", "12", "mức độ 2"):
        row.load("")
        row.type_text(typed)
        said.append(row.text())
    assert said == ["Mức độ 3", "0", "4", "12", "Mức độ 2"]


def test_a_refused_value_asks_to_be_mended_not_to_be_saved_again(screen: Screen) -> None:
    screen.choose("17.6")
    screen.type("nhiều")
    assert "Chưa lưu. Nhấn Enter hoặc bấm ra ngoài để lưu." in screen.says()
    screen.press(Qt.Key.Key_Return)
    assert "không phải là số" in screen.says()
    assert "Chưa lưu. Sửa chỗ báo đỏ rồi nhấn Enter." in screen.says()
    assert "bấm ra ngoài để lưu" not in screen.says()
    screen.type("5")
    assert "Chưa lưu. Nhấn Enter hoặc bấm ra ngoài để lưu." in screen.says()


def test_a_number_field_shows_its_examples_as_examples(screen: Screen) -> None:
    screen.choose("17.6")
    placeholders = {edit.placeholderText() for edit in screen.page.details.findChildren(QLineEdit)}
    assert "ví dụ: 95,5; 45/50" in placeholders
