"""Page Tiêu chí: entry by keyboard, bad input beside its field, and what is then in the database."""

from __future__ import annotations

import threading
from datetime import date

import pytest
from criteria_screen import TODAY, Screen
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from ntm_desktop.domain.criteria import Measure
from ntm_desktop.domain.judging import Verdict
from ntm_desktop.services import history
from ui.context import Context
from ui.dialogs.hamlet_values import HamletValuesDialog
from ui.dialogs.target import TargetDialog
from ui.models.indicators import VALUE, VERDICT
from ui.pages.criteria import CriteriaPage
from ui.pages.criteria_typing import current_indicator
from ui.widgets.options import OptionRow

_TYPED = {Measure.ACHIEVED: "d", Measure.PERCENT: "95,5", Measure.AMOUNT: "45", Measure.COUNT: "0"}
_NOW_FIELD, _DATE_FIELD = "Hiện trạng (%)", "Số liệu ngày"


@pytest.fixture
def screen(qtbot: QtBot, context: Context) -> Screen:
    return Screen(qtbot, context)


def test_a_whole_set_is_assessed_by_keyboard_alone(screen: Screen) -> None:
    codes = screen.codes()
    assert len(codes) == 49
    screen.press(Qt.Key.Key_Return)
    for code in codes:
        for part in screen.detail(code).parts:
            assert isinstance(screen.focus(), OptionRow if part.measure is Measure.ACHIEVED else QLineEdit)
            screen.type(_TYPED[part.measure])
            screen.press(Qt.Key.Key_Return)
    assert screen.counts().not_assessed == 0
    fact = screen.detail("17.6").facts[0]
    assert (fact.as_of, fact.value_text, fact.verdict) == (TODAY, "95,5%", Verdict.MET)


def test_what_is_typed_in_the_table_goes_into_the_field(screen: Screen) -> None:
    screen.choose("17.6")
    screen.type("45/50")
    screen.press(Qt.Key.Key_Return)
    assert screen.cell("17.6", VALUE) == "90%"
    assert screen.cell("17.6", VERDICT) == "Đạt"
    assert screen.detail("17.6").facts[0].value_text == "45/50 = 90%"
    assert current_indicator(screen.table) == "17.7"


def test_letters_typed_on_a_criterion_do_nothing(screen: Screen) -> None:
    screen.page.select("17")
    screen.table.setFocus()
    screen.type("17.6")
    assert screen.focus() is screen.table
    assert current_indicator(screen.table) == ""


def test_a_figure_and_its_date_are_one_fact(screen: Screen) -> None:
    screen.choose("17.6")
    screen.press(Qt.Key.Key_F2)
    screen.type("64,2")
    screen.press(Qt.Key.Key_Tab)
    assert screen.focus() is screen.field(_DATE_FIELD)
    screen.fill(_DATE_FIELD, "25/6/2021")
    assert screen.detail("17.6").facts == ()
    screen.table.setFocus()
    (fact,) = screen.detail("17.6").facts
    assert (fact.as_of, fact.value_text) == (date(2021, 6, 25), "64,2%")
    assert "Còn thiếu 20,8 điểm %" in screen.says()


def test_an_unclear_number_is_asked_about(screen: Screen) -> None:
    screen.ask.answers = [0]
    screen.choose("17.6")
    screen.type("7.5")
    screen.press(Qt.Key.Key_Return)
    assert screen.ask.asked[0].title == "“7.5” là số nào?"
    assert screen.ask.asked[0].verbs == ("7,5", "75")
    assert screen.detail("17.6").facts[0].value_text == "7,5%"


def test_an_unclear_number_stays_unsaved_without_an_answer(screen: Screen) -> None:
    screen.ask.answers = [None]
    screen.choose("17.6")
    screen.type("7.5")
    screen.press(Qt.Key.Key_Return)
    screen.table.setFocus()
    assert len(screen.ask.asked) == 1
    assert screen.detail("17.6").facts == ()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("101", "lớn hơn 100%"),
        ("-3", "nhỏ hơn 0"),
        ("nhiều", "không phải là số"),
        ("50/45", "lớn hơn tổng số"),
    ],
)
def test_a_bad_number_is_told_beside_its_field(screen: Screen, typed: str, sentence: str) -> None:
    screen.choose("17.6")
    screen.type(typed)
    screen.press(Qt.Key.Key_Return)
    assert sentence in screen.says()
    assert current_indicator(screen.table) == "17.6"
    assert screen.focus() is screen.field(_NOW_FIELD)
    assert screen.detail("17.6").facts == ()


@pytest.mark.parametrize("day", ["1/7/2021", "31/2/2021", "hôm qua"])
def test_a_bad_date_is_told_beside_its_field(screen: Screen, day: str) -> None:
    screen.choose("17.6")
    screen.type("80")
    screen.fill(_DATE_FIELD, day)
    screen.press(Qt.Key.Key_Return)
    assert screen.field(_DATE_FIELD).accessibleDescription()
    assert screen.detail("17.6").facts == ()


def test_escape_takes_back_what_was_typed(screen: Screen) -> None:
    screen.choose("17.6")
    screen.type("80")
    screen.press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    assert screen.focus() is screen.table
    assert screen.detail("17.6").facts == ()
    assert screen.page.details.is_open


def test_escape_leaves_the_answers(screen: Screen) -> None:
    screen.choose("6.1")
    screen.press(Qt.Key.Key_Return)
    assert isinstance(screen.focus(), OptionRow)
    screen.type("d")
    screen.press(Qt.Key.Key_Escape)
    assert screen.focus() is screen.table
    assert screen.detail("6.1").facts == ()


def test_letters_of_an_input_method_reach_the_field_as_typed(screen: Screen) -> None:
    """UniKey sends Backspace and the composed letter."""
    screen.choose("17.6")
    screen.type("80")
    screen.field("Thêm ghi chú").setFocus()
    screen.press(Qt.Key.Key_Return)
    note = screen.focus()
    assert isinstance(note, QLineEdit)
    for letter in "Chuwa dduj":
        screen.type(letter)
        composed = {"Chuw": "Chư", "Chưa dd": "Chưa đ", "Chưa đuj": "Chưa đụ"}.get(note.text())
        if composed:
            gone = len(note.text()) - len(composed) + 1
            screen.press(*[Qt.Key.Key_Backspace] * gone)
            screen.type(composed[-1])
    screen.press(Qt.Key.Key_Return)
    assert screen.detail("17.6").facts[0].note == "Chưa đụ"


def test_not_applicable_needs_its_legal_ground(screen: Screen) -> None:
    screen.choose("17.6")
    screen.press(Qt.Key.Key_F2)
    screen.field("Không áp dụng…").setFocus()
    screen.press(Qt.Key.Key_Return)
    screen.type("Khoản 2 Điều 3 QĐ 1980/QĐ-TTg")
    screen.press(Qt.Key.Key_Return)
    detail = screen.detail("17.6")
    assert detail.row.verdict is Verdict.NOT_APPLICABLE
    assert detail.na_ground == "Khoản 2 Điều 3 QĐ 1980/QĐ-TTg"
    assert screen.cell("17.6", VERDICT) == "Không áp dụng"


def test_a_criterion_that_nobody_judged_is_told_beside_the_count(screen: Screen) -> None:
    screen.choose("7.1")
    screen.press(Qt.Key.Key_F2)
    screen.field("Không áp dụng…").setFocus()
    screen.press(Qt.Key.Key_Return)
    screen.type("QĐ 01")
    screen.press(Qt.Key.Key_Return)
    said = [label.text() for label in screen.page.header.findChildren(QLabel)]
    assert "1/19 tiêu chí đạt, trong đó 01 không xét" in " ".join(said)


def test_correcting_what_another_person_typed_asks_for_a_reason(screen: Screen) -> None:
    tasks = screen.context.tasks
    tasks.by = "Phạm Quốc Việt"
    screen.choose("17.6")
    screen.type("60")
    screen.press(Qt.Key.Key_Return)
    tasks.by = "Cao Thị Hòa"
    screen.ask.answers = [None, "Cộng nhầm thôn Tân Lợi 2"]
    screen.choose("17.6")
    screen.type("64,2")
    screen.press(Qt.Key.Key_Return)
    assert "Phạm Quốc Việt" in screen.ask.asked[0].body
    assert screen.detail("17.6").row.value_text == "60%"
    screen.field(_NOW_FIELD).setFocus()
    screen.press(Qt.Key.Key_Return)
    new, old = screen.detail("17.6").facts
    assert (new.value_text, new.reason) == ("64,2%", "Cộng nhầm thôn Tân Lợi 2")
    assert old.superseded


def _hamlet_edits(screen: Screen, qtbot: QtBot, code: str) -> tuple[HamletValuesDialog, list[QLineEdit]]:
    screen.page.select("all")
    screen.choose(code)
    screen.field("Cộng theo thôn").setFocus()
    screen.press(Qt.Key.Key_Return)
    (dialog,) = screen.page.findChildren(HamletValuesDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    edits = [edit for edit in dialog.findChildren(QLineEdit) if edit.isVisible()]
    for edit in edits:
        edit.clear()
    return dialog, edits


def test_a_figure_is_summed_by_hamlet(qtbot: QtBot, sample_context: Context) -> None:
    screen = Screen(qtbot, sample_context)
    _dialog, edits = _hamlet_edits(screen, qtbot, "16.1")
    for edit, text in zip(edits, ["12", "20", "7", "10"], strict=False):
        edit.setFocus()
        screen.type(text)
    edits[-1].setFocus()
    screen.press(Qt.Key.Key_Return)
    assert "Cộng 02 thôn: 19/30" in screen.says()
    screen.stage.activateWindow()
    qtbot.waitUntil(screen.stage.isActiveWindow)
    screen.fill(_DATE_FIELD, "29/6/2021")
    screen.press(Qt.Key.Key_Return)
    fact = next(fact for fact in screen.detail("16.1").facts if fact.as_of == date(2021, 6, 29))
    assert fact.value_text == "19/30 = 63,33%"


def test_roads_are_summed_by_hamlet_in_decimals(qtbot: QtBot, sample_context: Context) -> None:
    screen = Screen(qtbot, sample_context)
    dialog, edits = _hamlet_edits(screen, qtbot, "2.4")
    for edit, text in zip(edits, ["1,5", "2", "6", "8,25"], strict=False):
        edit.setText(text)
    assert "Cộng: 7,5/10,25 = 73,17%" in [label.text() for label in dialog.findChildren(QLabel)]
    edits[-1].setFocus()
    screen.press(Qt.Key.Key_Return)
    assert "Cộng 02 thôn: 7,5/10,25" in screen.says()


def test_no_sum_is_shown_while_a_hamlet_cannot_be_read(qtbot: QtBot, sample_context: Context) -> None:
    screen = Screen(qtbot, sample_context)
    dialog, edits = _hamlet_edits(screen, qtbot, "16.1")
    hamlet = edits[2].accessibleName().rsplit(",", 1)[0]
    for edit, text in zip(edits, ["6", "8", "1,5", "2"], strict=False):
        edit.setFocus()
        screen.type(text)
    edits[-1].setFocus()
    screen.press(Qt.Key.Key_Return)
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert f"{hamlet}: chỉ nhập số đếm, không âm." in said
    assert not any("75%" in text for text in said)
    assert [edit for edit in edits if edit.property("invalid")] == [edits[2]]
    assert screen.focus() is edits[2]
    edits[2].setText("1")
    assert "Cộng: 7/10 = 70%" in [label.text() for label in dialog.findChildren(QLabel)]
    assert not edits[2].property("invalid")


def test_undo_brings_the_field_back(screen: Screen) -> None:
    screen.choose("17.6")
    screen.type("64,2")
    screen.press(Qt.Key.Key_Return)
    screen.choose("17.6")
    screen.context.tasks.write("Hoàn tác", history.undo_last, lambda _changes: None, screen.stage)
    field = screen.field(_NOW_FIELD)
    assert isinstance(field, QLineEdit)
    assert field.text() == ""
    assert screen.cell("17.6", VERDICT) == "Chưa đánh giá"


def test_keys_typed_while_a_figure_is_saved_wait_for_the_next_field(qtbot: QtBot, threaded: Context) -> None:
    screen = Screen(qtbot, threaded)
    qtbot.waitUntil(lambda: screen.page._actions.code == "1.1")
    screen.page.select("17.6")
    screen.table.setFocus()
    for key in "64,2\r71,5\r":
        screen.press(Qt.Key.Key_Return) if key == "\r" else screen.type(key)
    qtbot.waitUntil(lambda: screen.cell("17.7", VALUE) == "71,5%")
    assert screen.cell("17.6", VALUE) == "64,2%"
    qtbot.waitUntil(lambda: screen.page._actions.code == "17.8")
    assert isinstance(QApplication.focusWidget(), QLineEdit)


def test_a_refusal_that_comes_too_late_is_told_all_the_same(qtbot: QtBot, threaded: Context) -> None:
    screen = Screen(qtbot, threaded)
    qtbot.waitUntil(lambda: screen.page._actions.code == "1.1")
    screen.page.select("17.6")
    qtbot.waitUntil(lambda: screen.page._actions.code == "17.6")
    screen.table.setFocus()
    screen.type("101")
    screen.table.setFocus()
    screen.page.select("17.7")
    qtbot.waitUntil(lambda: bool(screen.ask.asked))
    assert screen.ask.asked[0].title.startswith("Chưa lưu số liệu chỉ tiêu 17.6.")


def test_the_panel_follows_the_table_while_the_data_thread_is_busy(qtbot: QtBot, threaded: Context) -> None:
    screen = Screen(qtbot, threaded)
    qtbot.waitUntil(lambda: screen.page._actions.code == "1.1")
    screen.page.select("17.6")
    qtbot.waitUntil(lambda: screen.page._actions.code == "17.6")
    screen.table.setFocus()
    done: list[object] = []
    qtbot.waitUntil(lambda: "17.7" in screen.page._reader._known)  # read while nobody waited
    hold = threading.Event()
    threaded.tasks.read(lambda _session: hold.wait(10), done.append, screen.stage)
    screen.press(Qt.Key.Key_Down)
    try:
        assert "17.7" in screen.says().splitlines()
        assert screen.page._actions.code == "17.7"
    finally:
        hold.set()
    qtbot.waitUntil(lambda: bool(done))


def test_a_missing_level_is_entered_without_leaving_the_page(qtbot: QtBot, sample_context: Context) -> None:
    screen = Screen(qtbot, sample_context)
    screen.page.select("all")
    screen.choose("2.2")
    link = next(b for b in screen.page.details.findChildren(QPushButton) if b.text() == "&Nhập mức")
    link.click()
    (dialog,) = screen.page.findChildren(TargetDialog)
    assert dialog.windowTitle() == "Mức của chỉ tiêu 2.2"
    dialog.reject()


def test_chips_say_no_number_before_it_is_read(qtbot: QtBot, context: Context) -> None:
    page = CriteriaPage(context)
    qtbot.addWidget(page)
    chips = page._chips.findChildren(QPushButton)
    assert [chip.text() for chip in chips][:2] == ["Cần xử lý", "Chưa đạt"]
    assert not any(chip.isEnabled() for chip in chips)
    page.reload()
    assert all(chip.text()[-1].isdigit() for chip in chips)
