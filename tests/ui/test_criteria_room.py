"""Page Tiêu chí: what stands in and below the fields can be read, and the panel is there when asked for."""

from __future__ import annotations

import pytest
from criteria_screen import Screen
from fitting import overlapping, settle
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from scripted import cut_labels

from ui.context import Context
from ui.models.indicators import TEXT, VALUE, VERDICT


@pytest.fixture
def sample_screen(qtbot: QtBot, sample_context: Context) -> Screen:
    return Screen(qtbot, sample_context)


@pytest.fixture
def screen(qtbot: QtBot, context: Context) -> Screen:
    return Screen(qtbot, context)


@pytest.mark.parametrize(("code", "typed"), [("2.1", "64,2"), ("6.1", "d"), ("17.1", "90")])
def test_why_a_date_is_refused_can_be_read(screen: Screen, code: str, typed: str) -> None:
    screen.choose(code)
    screen.type(typed)
    screen.fill("Số liệu ngày", "30/12/2027")
    screen.press(Qt.Key.Key_Return)
    screen.settle()
    (told,) = (w for w in screen.page.details.findChildren(QLabel) if w.isVisible() and "2027" in w.text())
    assert told.width() > 250
    assert cut_labels(screen.page.details) == []


@pytest.mark.parametrize(("code", "typed"), [("2.1", "64,2"), ("6.1", "d"), ("17.1", "90"), ("10.1", "38")])
@pytest.mark.parametrize("size", [(1176, 621), (1041, 482)])
def test_a_long_refusal_of_a_day_can_be_read(
    screen: Screen, code: str, typed: str, size: tuple[int, int]
) -> None:
    screen.stage.set_narrow(size[0] < 1100)
    screen.stage.resize(*size)
    detail = screen.choose(code)
    screen.type(typed)
    screen.press(Qt.Key.Key_Return)
    if len(detail.parts) > 1:
        screen.type(typed)
        screen.press(Qt.Key.Key_Return)
    assert screen.detail(code).facts
    screen.choose(code)
    screen.press(Qt.Key.Key_F2)
    screen.ask.answers = [None]
    screen.fill("Số liệu ngày", "31/12/2019")
    screen.press(Qt.Key.Key_Return)
    assert "Sửa chính lần ghi đó (đổi ngày), hay ghi thêm một lần cũ hơn?" in screen.says()
    settle()
    assert cut_labels(screen.page.details) == []
    assert overlapping(screen.page.details) == []
    screen.fill("Số liệu ngày", "1/1/1990")
    screen.press(Qt.Key.Key_Return)
    assert "trước khi có bộ tiêu chí đầu tiên" in screen.says()
    settle()
    assert cut_labels(screen.page.details) == []
    assert overlapping(screen.page.details) == []


@pytest.mark.parametrize(("code", "typed"), [("2.1", "90"), ("17.6", "70"), ("10.1", "38"), ("6.1", "d")])
def test_a_refusal_below_a_note_can_be_read_where_the_panel_scrolls(
    sample_screen: Screen, code: str, typed: str
) -> None:
    screen = sample_screen
    screen.page.select("all")
    screen.choose(code)
    screen.type(typed)
    assert "số đã ghi ngày" in screen.says().lower()
    settle()
    screen.fill("Số liệu ngày", "31/12/2027")
    screen.press(Qt.Key.Key_Return)
    settle()
    assert "ở sau hôm nay (30/6/2021). Nhập lại ngày." in screen.says()  # the sample's day, not the clock's
    assert cut_labels(screen.page.details) == []
    assert overlapping(screen.page.details) == []


def test_an_income_has_room_beside_its_unit(screen: Screen) -> None:
    screen.choose("10.1")
    screen.type("38,125")
    edit = screen.field("Hiện trạng (triệu đồng/người/năm)")
    assert isinstance(edit, QLineEdit)
    assert edit.width() > edit.fontMetrics().horizontalAdvance("1.038,125") + 20


# The closed panel comes back with the row that is asked for


def click(screen: Screen, code: str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    index = screen.table.rows.index(screen.table.rows.find(code), TEXT)
    place = screen.table.visualRect(index).center()
    QTest.mouseClick(screen.table.viewport(), Qt.MouseButton.LeftButton, modifier, place)
    screen.settle()


def test_a_click_on_an_indicator_opens_the_closed_panel(screen: Screen) -> None:
    screen.page.details.close_panel()
    click(screen, "1.2")
    assert screen.page.details.is_open
    assert screen.focus() is screen.table  # arrows go on from here
    screen.type("d")
    screen.press(Qt.Key.Key_Return)
    assert screen.cell("1.2", VERDICT) == "Đạt"


def test_enter_on_an_indicator_opens_the_closed_panel(screen: Screen) -> None:
    screen.choose("1.2")
    screen.page.details.close_panel()
    screen.press(Qt.Key.Key_Return)
    assert screen.page.details.is_open


def test_closing_the_panel_gives_the_focus_back_to_the_table(screen: Screen) -> None:
    screen.choose("1.2")
    screen.page.details.tabs.findChildren(QAbstractButton)[0].setFocus()
    screen.press(Qt.Key.Key_Escape)
    screen.settle()
    assert not screen.page.details.is_open
    assert screen.focus() is screen.table


def test_arrows_and_rows_chosen_together_leave_it_closed(screen: Screen) -> None:
    screen.choose("1.1")
    screen.page.details.close_panel()
    screen.press(Qt.Key.Key_Down)
    click(screen, "2.2", Qt.KeyboardModifier.ShiftModifier)
    assert len(screen.table.chosen_data()) > 1
    assert not screen.page.details.is_open


# Nothing that was typed is dropped without a word


@pytest.mark.parametrize(
    ("typed", "day"), [("abc", ""), ("120", ""), ("64,2", "30/12/2027"), ("64,2", "mai")]
)
def test_what_was_refused_is_told_once_more_when_one_goes_on(screen: Screen, typed: str, day: str) -> None:
    screen.choose("2.1")
    screen.type(typed)
    if day:
        screen.fill("Số liệu ngày", day)
    screen.press(Qt.Key.Key_Return)
    assert screen.ask.asked == []
    click(screen, "2.2")
    (told,) = screen.ask.asked
    assert told.title.startswith("Chưa lưu số liệu chỉ tiêu 2.1. ")
    assert told.body == ""  # said once
    click(screen, "2.3")
    assert len(screen.ask.asked) == 1


def test_half_an_indicator_is_not_dropped_either(screen: Screen) -> None:
    screen.choose("17.1")
    screen.type("96")
    click(screen, "17.2")
    (told,) = screen.ask.asked
    assert told.title.startswith("Chưa lưu số liệu chỉ tiêu 17.1. ")


def test_what_was_mended_or_taken_back_is_not_told(screen: Screen) -> None:
    screen.choose("2.1")
    screen.type("abc")
    screen.press(Qt.Key.Key_Return)
    screen.fill("Hiện trạng (%)", "64,2")
    click(screen, "2.2")
    screen.type("abc")
    screen.press(Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    click(screen, "2.3")
    assert screen.ask.asked == []
    assert screen.cell("2.1", VALUE) == "64,2%"


def test_keys_go_to_the_indicator_that_a_link_leads_to(screen: Screen) -> None:
    screen.choose("2.1")
    screen.press(Qt.Key.Key_Return)
    screen.page.select("2.3")
    screen.type("64,2")
    screen.press(Qt.Key.Key_Return)
    assert screen.cell("2.3", VALUE) == "64,2%"


def test_what_explains_a_level_is_not_taken_for_the_level(screen: Screen) -> None:
    title = "Giải thích, nguồn của mức yêu cầu"
    screen.choose("17.1")
    assert f"{title}\nChỉ tiêu kép: phải đạt cả hai mức." in screen.says()
    screen.choose("1.1")
    assert title not in screen.says()
