"""Page Tiêu chí: what is corrected, asked before it is lost, and offered instead of typed twice."""

from __future__ import annotations

from datetime import date

import pytest
from criteria_screen import Screen
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from ntm_desktop.services import commune
from ntm_desktop.services.commune import HamletView
from ui.context import Context
from ui.dialogs.hamlet_values import HamletValuesDialog
from ui.models.indicators import TARGET, VALUE, VERDICT
from ui.pages.criteria_panel import HISTORY
from ui.pages.criteria_typing import current_indicator
from ui.widgets.options import OptionRow

_NOW_FIELD, _DATE_FIELD = "Hiện trạng (%)", "Số liệu ngày"


@pytest.fixture
def screen(qtbot: QtBot, context: Context) -> Screen:
    return Screen(qtbot, context)


@pytest.fixture
def sample_screen(qtbot: QtBot, sample_context: Context) -> Screen:
    return Screen(qtbot, sample_context)


def _record(screen: Screen, code: str, text: str, day: str = "") -> None:
    screen.choose(code)
    screen.type(text)
    if day:
        screen.fill(_DATE_FIELD, day)
    screen.press(Qt.Key.Key_Return)


# The day of a figure


def test_a_wrong_day_is_corrected_to_an_earlier_one(screen: Screen) -> None:
    _record(screen, "17.6", "64,2", "25/6/2021")
    screen.ask.answers = [0]
    screen.choose("17.6")
    screen.press(Qt.Key.Key_F2)
    screen.fill(_DATE_FIELD, "5/6/2021")
    screen.press(Qt.Key.Key_Return)
    (asked,) = screen.ask.asked
    assert asked.title == "Chỉ tiêu 17.6 đang dùng số ghi ngày 25/6/2021, mới hơn ngày 5/6/2021."
    assert [verb.replace("&", "") for verb in asked.verbs] == [
        "Sửa lần ghi ngày 25/6/2021",
        "Ghi thêm số cũ hơn",
    ]
    new, old = sorted(screen.detail("17.6").facts, key=lambda fact: fact.superseded)
    assert (new.as_of, new.value_text, old.superseded) == (date(2021, 6, 5), "64,2%", True)
    assert screen.detail("17.6").row.as_of == date(2021, 6, 5)
    assert screen.told == ["Chỉ tiêu 17.6: số ghi ngày 25/6/2021 nay ghi ngày 5/6/2021"]


def test_an_older_figure_is_added_and_the_one_in_force_is_named(screen: Screen) -> None:
    _record(screen, "17.6", "64,2", "25/6/2021")
    screen.ask.answers = [1]
    _record(screen, "17.6", "50", "31/12/2020")
    assert screen.told == ["Đã ghi số ngày 31/12/2020; chỉ tiêu 17.6 vẫn dùng số ngày 25/6/2021"]
    assert screen.cell("17.6", VALUE) == "64,2%"
    assert [fact.superseded for fact in screen.detail("17.6").facts] == [False, False]
    screen.choose("17.6")
    screen.open_tab(HISTORY)
    assert "25/6/2021\nđang dùng" in screen.says()
    assert screen.says().count("đang dùng") == 1


def test_a_day_with_a_figure_of_its_own_is_corrected_and_the_one_in_force_named(screen: Screen) -> None:
    _record(screen, "17.6", "50", "31/12/2020")
    _record(screen, "17.6", "64,2", "25/6/2021")
    _record(screen, "17.6", "55", "31/12/2020")
    assert screen.ask.asked == []
    assert screen.told == ["Đã ghi số ngày 31/12/2020; chỉ tiêu 17.6 vẫn dùng số ngày 25/6/2021"]
    standing = [fact.value_text for fact in screen.detail("17.6").facts if not fact.superseded]
    assert standing == ["64,2%", "55%"]


def test_without_an_answer_the_earlier_day_stays_typed_and_unsaved(screen: Screen) -> None:
    _record(screen, "17.6", "64,2", "25/6/2021")
    screen.ask.answers = [None]
    _record(screen, "17.6", "50", "31/12/2020")
    (fact,) = screen.detail("17.6").facts
    assert fact.as_of == date(2021, 6, 25)
    field = screen.field(_DATE_FIELD)
    assert isinstance(field, QLineEdit)
    assert field.text() == "31/12/2020"
    assert "Số đang dùng ghi ngày 25/6/2021" in field.accessibleDescription()


def _text(screen: Screen, name: str) -> str:
    field = screen.field(name)
    assert isinstance(field, QLineEdit)
    return field.text()


def test_another_verdict_is_of_today_and_keeps_the_old_record(screen: Screen) -> None:
    _record(screen, "6.1", "d", "31/12/2019")
    screen.choose("6.1")
    assert _text(screen, _DATE_FIELD) == "31/12/2019"  # of the figure that is shown
    screen.type("c")
    assert _text(screen, _DATE_FIELD) == "30/6/2021"
    assert "Số đã ghi ngày 31/12/2019 được giữ trong lịch sử." in screen.says()
    screen.press(Qt.Key.Key_Return)
    facts = [(fact.as_of, fact.value_text, fact.superseded) for fact in screen.detail("6.1").facts]
    assert facts == [(date(2021, 6, 30), "Chưa đạt", False), (date(2019, 12, 31), "Đạt", False)]


def test_no_day_is_handed_on_to_the_next_indicator(screen: Screen) -> None:
    _record(screen, "17.6", "64,2", "25/6/2021")
    assert current_indicator(screen.table) == "17.7"
    assert _text(screen, _DATE_FIELD) == "30/6/2021"
    screen.type("80")
    screen.press(Qt.Key.Key_Return)
    assert screen.detail("17.7").row.as_of == date(2021, 6, 30)


def test_an_old_record_is_corrected_in_place_when_that_is_asked_for(screen: Screen) -> None:
    _record(screen, "17.6", "64,2", "31/12/2019")
    screen.choose("17.6")
    screen.type("65")
    QTest.mouseClick(screen.field("Sửa số ngày 31/12/2019"), Qt.MouseButton.LeftButton)
    assert _text(screen, _DATE_FIELD) == "31/12/2019"
    assert "Sửa chính số đã ghi ngày 31/12/2019." in screen.says()
    assert screen.detail("17.6").row.value_text == "64,2%"  # not before Enter
    screen.press(Qt.Key.Key_Return)
    facts = [(fact.as_of, fact.value_text, fact.superseded) for fact in screen.detail("17.6").facts]
    assert sorted(facts, key=lambda fact: fact[2]) == [
        (date(2019, 12, 31), "65%", False),
        (date(2019, 12, 31), "64,2%", True),
    ]


def test_a_figure_typed_back_has_its_day_again(screen: Screen) -> None:
    _record(screen, "17.6", "64,2", "31/12/2019")
    screen.choose("17.6")
    screen.type("65")
    screen.fill(_NOW_FIELD, "64,2")
    assert _text(screen, _DATE_FIELD) == "31/12/2019"
    screen.table.setFocus()
    assert len(screen.detail("17.6").facts) == 1


# The note of a figure


def _record_with_note(screen: Screen, code: str, text: str, note: str, day: str) -> None:
    screen.choose(code)
    screen.type(text)
    screen.fill(_DATE_FIELD, day)
    screen.field("Thêm ghi chú").setFocus()
    screen.press(Qt.Key.Key_Return)
    screen.type(note)
    screen.press(Qt.Key.Key_Return)


_NOTE_FIELD = "Ghi chú (in trong báo cáo và biểu chi tiết)"


@pytest.mark.parametrize("day", ["31/12/2019", "30/6/2021"])
def test_a_note_is_not_carried_on_to_another_figure(screen: Screen, day: str) -> None:
    _record_with_note(screen, "17.6", "55", "Chờ vốn huyện", day)
    screen.choose("17.6")
    assert _text(screen, _NOTE_FIELD) == "Chờ vốn huyện"
    screen.type("95")
    assert _text(screen, _NOTE_FIELD) == ""
    assert f"Ghi chú của số ngày {day}: “Chờ vốn huyện”" in screen.says()
    screen.press(Qt.Key.Key_Return)
    assert screen.detail("17.6").row.note == ""


def test_an_old_note_is_taken_again_on_purpose(screen: Screen) -> None:
    _record_with_note(screen, "17.6", "55", "Chờ vốn huyện", "31/12/2019")
    screen.choose("17.6")
    screen.type("60")
    QTest.mouseClick(screen.field("Dùng lại ghi chú cũ"), Qt.MouseButton.LeftButton)
    assert "Ghi chú của số ngày" not in screen.says()
    screen.press(Qt.Key.Key_Return)
    row = screen.detail("17.6").row
    assert (row.value_text, row.as_of, row.note) == ("60%", date(2021, 6, 30), "Chờ vốn huyện")


def test_a_note_added_later_goes_to_the_figure_that_it_stands_beside(screen: Screen) -> None:
    _record(screen, "17.6", "55", "31/12/2019")
    screen.choose("17.6")
    screen.press(Qt.Key.Key_F2)
    screen.field("Thêm ghi chú").setFocus()
    screen.press(Qt.Key.Key_Return)
    screen.type("Chờ vốn huyện")
    screen.press(Qt.Key.Key_Return)
    (fact,) = [fact for fact in screen.detail("17.6").facts if not fact.superseded]
    assert (fact.as_of, fact.value_text, fact.note) == (date(2019, 12, 31), "55%", "Chờ vốn huyện")


def test_an_emptied_day_is_asked_for_and_no_error_outlives_its_figure(screen: Screen) -> None:
    screen.choose("17.6")
    screen.type("64,2")
    screen.fill(_DATE_FIELD, "")
    screen.press(Qt.Key.Key_Backspace, Qt.Key.Key_Return)
    assert "Chưa nhập ngày của số liệu. Nhập ngày, ví dụ 30/6/2021." in screen.says()
    screen.fill(_NOW_FIELD, "")
    screen.press(Qt.Key.Key_Backspace, Qt.Key.Key_Tab)
    screen.table.setFocus()
    assert "Chưa nhập ngày" not in screen.says()


def test_escape_takes_the_error_of_a_day_with_it(screen: Screen) -> None:
    screen.choose("17.6")
    screen.type("64,2")
    screen.fill(_DATE_FIELD, "30/12/2027")
    screen.press(Qt.Key.Key_Return)
    field = screen.field(_DATE_FIELD)
    assert field.accessibleDescription()
    field.setFocus()
    screen.press(Qt.Key.Key_Escape)
    assert field.accessibleDescription() == ""


def test_escape_takes_back_the_day_with_the_figure_and_nothing_is_saved(sample_screen: Screen) -> None:
    screen = sample_screen
    before = screen.choose("17.6")
    screen.type("900/1342")
    field = screen.field(_DATE_FIELD)
    assert isinstance(field, QLineEdit)
    assert field.text() == "30/6/2021"
    screen.press(Qt.Key.Key_Escape)
    assert field.text() == "25/6/2021"
    assert "25/6/2021" not in screen.says().replace("Sửa số ngày", "")
    screen.table.setFocus()
    screen.settle()
    assert screen.detail("17.6").facts == before.facts


# Answers


def test_arrows_only_point_at_an_answer(screen: Screen) -> None:
    screen.choose("1.1")
    screen.press(Qt.Key.Key_Return)
    assert isinstance(screen.focus(), OptionRow)
    screen.press(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right)
    screen.table.setFocus()
    assert screen.detail("1.1").facts == ()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_the_answer_that_arrows_point_at_is_picked(screen: Screen, key: Qt.Key) -> None:
    screen.choose("1.1")
    screen.press(Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Right, key)
    screen.table.setFocus()
    assert screen.cell("1.1", VERDICT) == "Chưa đạt"


def test_enter_alone_passes_an_answer_by(screen: Screen) -> None:
    screen.choose("1.1")
    screen.press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert current_indicator(screen.table) == "1.2"
    assert screen.detail("1.1").facts == ()


def test_one_answer_wears_the_frame_of_the_focus(screen: Screen) -> None:
    screen.choose("1.1")
    screen.press(Qt.Key.Key_Return)
    row = screen.focus()
    assert isinstance(row, OptionRow)
    framed = [button.text() for button in row._buttons if button.property("ring")]
    screen.press(Qt.Key.Key_Right, Qt.Key.Key_Right)
    framed += [button.text() for button in row._buttons if button.property("ring")]
    assert framed == ["Đạt", "Chưa đạt"]


# By hamlet


def test_the_poor_are_counted_by_name_out_of_the_known_households(qtbot: QtBot, screen: Screen) -> None:
    rows = [HamletView(None, "Thôn Đông", 800), HamletView(None, "Thôn Tây", 542)]
    screen.context.tasks.write("Nhập thôn", lambda s: commune.save_hamlets(s, rows=rows), print, None)
    dialog, edits = _hamlets(screen, qtbot, "11.1")
    assert [edit.accessibleName() for edit in edits[:2]] == ["Thôn Đông, Số hộ nghèo", "Thôn Đông, Tổng số"]
    assert [edit.text() for edit in edits] == ["", "800", "", "542"]
    assert dialog.texts() == {}  # an offer alone is no figure
    edits[0].setText("40")
    assert "Cộng: 40/800 = 5%; 01 thôn chưa nhập" in [label.text() for label in dialog.findChildren(QLabel)]
    edits[2].setText("543")
    assert "Thôn Tây: số hộ nghèo lớn hơn tổng số." in [x.text() for x in dialog.findChildren(QLabel)]
    edits[2].setText("42")
    assert list(dialog.texts().values()) == ["40/800", "42/542"]


def _hamlets(screen: Screen, qtbot: QtBot, code: str) -> tuple[HamletValuesDialog, list[QLineEdit]]:
    screen.page.select("all")
    screen.choose(code)
    screen.press(Qt.Key.Key_Return)
    screen.press(Qt.Key.Key_F4)
    (dialog,) = screen.page.findChildren(HamletValuesDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog, [edit for edit in dialog.findChildren(QLineEdit) if edit.isVisible()]


def _says(dialog: HamletValuesDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_escape_asks_before_figures_of_hamlets_are_lost(qtbot: QtBot, sample_screen: Screen) -> None:
    screen = sample_screen
    dialog, edits = _hamlets(screen, qtbot, "16.1")
    edits[0].setFocus()
    screen.type("12")
    edits[1].setFocus()
    screen.ask.answers = [None, True]
    screen.press(Qt.Key.Key_Escape)
    assert screen.ask.asked[0].title == "Bỏ số vừa nhập theo thôn?"
    assert dialog.isVisible()
    assert edits[0].text() == "12"
    screen.press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_escape_closes_the_untouched_table_of_hamlets(qtbot: QtBot, sample_screen: Screen) -> None:
    dialog, _edits = _hamlets(sample_screen, qtbot, "16.1")
    sample_screen.press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert sample_screen.ask.asked == []


def test_a_block_from_excel_fills_the_hamlets(qtbot: QtBot, sample_screen: Screen) -> None:
    dialog, edits = _hamlets(sample_screen, qtbot, "16.1")
    QGuiApplication.clipboard().setText("12\t20\r\n7\t10\r\n")
    edits[0].setFocus()
    QTest.keyClick(edits[0], Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [edit.text() for edit in edits[:4]] == ["12", "20", "7", "10"]
    assert "Cộng: 19/30 = 63,33%" in _says(dialog)


@pytest.mark.parametrize(
    ("block", "why"),
    [
        ("12\t20\n1.5\t10", "Chưa rõ số “1.5”"),
        ("12\t20\t60%\n7\t10\t70%", "có 3 cột số, ở đây chỉ nhận 2"),
        ("1\t2\n" * 40, "không còn thôn để nhận"),
    ],
)
def test_a_refused_block_says_why_and_keeps_what_was_typed(
    qtbot: QtBot, sample_screen: Screen, block: str, why: str
) -> None:
    dialog, edits = _hamlets(sample_screen, qtbot, "16.1")
    edits[0].setFocus()
    sample_screen.type("12")
    QGuiApplication.clipboard().setText(block)
    QTest.keyClick(edits[0], Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert edits[0].text() == "12"
    assert edits[2].text() == ""
    assert "Chưa dán số nào, số đã nhập còn nguyên. Lý do: " in _says(dialog)
    assert why in _says(dialog)


def test_a_sum_that_is_typed_over_says_why_not(qtbot: QtBot, sample_screen: Screen) -> None:
    screen = sample_screen
    dialog, edits = _hamlets(screen, qtbot, "16.1")
    for edit, text in zip(edits, ["12", "20"], strict=False):
        edit.setText(text)
    edits[-1].setFocus()
    screen.press(Qt.Key.Key_Return)
    assert not dialog.isVisible()
    screen.stage.activateWindow()
    qtbot.waitUntil(screen.stage.isActiveWindow)
    field = screen.field(_NOW_FIELD)
    field.setFocus()
    screen.type("5")
    assert "Số này cộng từ các thôn, không gõ đè được. Nhấn F4" in screen.says()


# Told beside the field


def test_which_keys_answer_and_what_is_not_saved_yet_is_told_beside_the_field(screen: Screen) -> None:
    told: list[bool] = []
    screen.page.unsaved.connect(told.append)  # the bar at the foot of the window
    screen.choose("1.2")
    assert "Phím d: Đạt, phím c: Chưa đạt; Enter để lưu." in screen.says()
    buttons = screen.page.details.findChildren(QPushButton)
    met = next(button for button in buttons if button.isVisible() and button.text() == "Đạt")
    QTest.mouseClick(met, Qt.MouseButton.LeftButton)
    assert screen.cell("1.2", VALUE) != "Đạt"
    assert "Chưa lưu. Nhấn Enter hoặc bấm ra ngoài để lưu." in screen.says()
    screen.table.setFocus()
    assert screen.cell("1.2", VALUE) == "Đạt"
    assert "Chưa lưu" not in screen.says()
    assert told == [True, False]


# Totals


def test_a_total_is_offered_again_for_the_same_indicator_only(screen: Screen) -> None:
    _record(screen, "2.2", "862/1342", "31/12/2020")
    assert {part.counted for code in ("2.2", "2.4") for part in screen.detail(code).parts} == {"km"}
    screen.choose("2.4")
    screen.press(Qt.Key.Key_F2)
    screen.type("67")
    assert "Phím ↓: điền /1.342 km" not in _offers(screen)
    screen.press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    screen.choose("2.2")
    screen.type("671")
    assert "Phím ↓: điền /1.342 km" in _offers(screen)
    screen.press(Qt.Key.Key_Down)
    assert _text(screen, _NOW_FIELD) == "671/1.342"
    screen.press(Qt.Key.Key_Return)
    assert screen.detail("2.2").facts[0].value_text == "671/1.342 = 50%"


def _offers(screen: Screen) -> list[str]:
    screen.settle()
    return [button.text() for button in screen.page.details.findChildren(QPushButton) if button.isVisible()]


def test_the_households_of_the_hamlets_are_offered(screen: Screen) -> None:
    hamlets = [HamletView(None, "Thôn Đông", 800), HamletView(None, "Thôn Tây", 542)]
    screen.context.tasks.write(
        "Nhập thôn",
        lambda session: commune.save_hamlets(session, rows=hamlets),
        lambda _changes: None,
        screen.stage,
    )
    screen.choose("17.6")
    screen.press(Qt.Key.Key_Return)
    QTest.mouseClick(screen.field("Phím ↓: điền /1.342 hộ"), Qt.MouseButton.LeftButton)
    field = screen.field(_NOW_FIELD)
    assert isinstance(field, QLineEdit)
    assert field.text() == "/1.342"
    screen.type("671")
    screen.press(Qt.Key.Key_Return)
    assert screen.cell("17.6", VALUE) == "50%"


def test_a_share_over_100_is_no_reading(screen: Screen) -> None:
    screen.choose("17.6")
    screen.type("1,234,567")
    screen.press(Qt.Key.Key_Return)
    assert screen.ask.asked == []
    assert "“1,234,567” không đọc được thành tỷ lệ từ 0 đến 100%." in screen.says()


# What a level is judged by, and a fall


def test_a_level_behind_met_is_shown_with_its_figure(screen: Screen) -> None:
    assert screen.cell("3.1", TARGET) == "≥ 80% (*)"
    screen.choose("3.1")
    assert "Đạt (≥ 80%)" in screen.says()


def test_a_level_that_is_not_known_is_said_once(sample_screen: Screen) -> None:
    sample_screen.page.select("all")
    for code in sample_screen.codes():
        sample_screen.choose(code)
        assert "mức chưa có mức" not in sample_screen.says()


def test_a_fall_is_shown_at_its_criterion(sample_screen: Screen) -> None:
    sample_screen.page.select("regressed")
    code = sample_screen.codes()[0]
    criterion = sample_screen.detail(code).row.criterion
    model = sample_screen.table.rows
    row = next(n for n in range(model.rowCount()) if model.row(n).data == f"criterion:{criterion}")
    assert model.index(row, VERDICT).data() == "Tụt chuẩn"


def test_a_number_far_beyond_its_level_is_kept_only_after_a_yes(screen: Screen) -> None:
    screen.ask.answers = [None, True]
    _record(screen, "10.1", "34.500.000")
    assert screen.ask.asked[-1].title == "Ghi số này cho chỉ tiêu 10?"
    assert "gấp hơn 20 lần mức" in screen.ask.asked[-1].body
    assert screen.detail("10.1").facts == ()
    assert "gấp hơn 20 lần mức" in screen.says()  # beside the field, with what was typed
    screen.press(Qt.Key.Key_Return)
    assert screen.cell("10.1", VALUE) == "34.500.000"
    assert "gấp hơn" not in screen.says()
