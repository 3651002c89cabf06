"""Thiết lập, mục Xã: leaving a field saves; the hamlets as a sheet; dated figures; merged communes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from fitting import settle
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot
from scripted import NOW, ScriptedAsk
from setup_screen import (
    dialog,
    error_of,
    field,
    no_dialog,
    open_page,
    press,
    problem,
    read,
    table,
    texts,
    type_cell,
    type_into,
    type_over,
    type_text,
)

from ntm_desktop.db.engine import Database
from ntm_desktop.domain.overview import Link
from ntm_desktop.services import commune
from ui.context import Context
from ui.events import Events
from ui.main_window import MainWindow
from ui.pages.setup import SetupPage
from ui.pages.setup_figures import FiguresTable
from ui.pages.setup_section import Problem
from ui.tasks import InlineTasks
from ui.widgets.labels import WholeLabel

HAMLETS = "Danh sách thôn"


@pytest.fixture
def page(context: Context, qtbot: QtBot) -> SetupPage:
    return open_page(context, qtbot, "xa")


def test_leaving_a_field_saves_it(page: SetupPage, context: Context, qtbot: QtBot) -> None:
    type_into(page, "Địa danh", "Tân Lợi", qtbot)
    type_into(page, "Số trường", "4", qtbot)
    type_into(page, "Ngày thành lập", "1/7/2012", qtbot)
    view = read(context, commune.load)
    assert (view.place, view.schools, view.established) == ("Tân Lợi", 4, date(2012, 7, 1))


def test_a_district_is_doubted_since_there_are_none(folder: Path, qtbot: QtBot, ask: ScriptedAsk) -> None:
    events = Events()
    tasks = InlineTasks(lambda: Database.open(folder), events, lambda: NOW, day=date(2026, 3, 2))
    page = open_page(Context(folder, tasks, events, ask), qtbot, "xa")
    said = field(page, "Huyện").edit.accessibleDescription()
    assert said.startswith("Từ 01/7/2025 không còn cấp huyện")
    tasks.stop()


def test_a_district_is_no_question_before_that(page: SetupPage) -> None:
    assert field(page, "Huyện").edit.accessibleDescription() == "Để trống khi không còn cấp huyện."


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("Tên xã", "", "Chưa nhập tên xã."),
        ("Mã xã", "abc đ", "Mã xã “abc đ” không đúng. Mã gồm chữ số, ví dụ 18928."),
        ("Số trường", "bốn", "“bốn” không phải số đếm. Nhập số trường, ví dụ 3."),
        ("Ngày thành lập", "31/2/2020", "31/2/2020"),
        ("Ngày thành lập", "1/1/2100", "Ngày thành lập xã 1/1/2100 ở sau hôm nay"),
    ],
)
def test_a_refusal_stands_beside_its_field(
    page: SetupPage, context: Context, qtbot: QtBot, name: str, typed: str, sentence: str
) -> None:
    before = read(context, commune.load)
    assert sentence in error_of(type_into(page, name, typed, qtbot))
    assert read(context, commune.load) == before
    type_into(page, "Vùng", "miền núi", qtbot)  # another save leaves the refused text to be mended
    assert sentence in error_of(field(page, name))


def test_the_official_code_takes_the_place_of_the_provisional(
    page: SetupPage, context: Context, qtbot: QtBot
) -> None:
    assert "Đang dùng mã tạm." in error_of(field(page, "Mã xã"))  # the made-up code tells nobody anything
    type_into(page, "Mã xã", "18928", qtbot)
    view = read(context, commune.load)
    assert (view.code, view.provisional, view.name) == ("18928", False, "xã Tân Lợi")
    assert error_of(field(page, "Mã xã")) == ""


def test_hamlets_are_typed_moved_and_removed(page: SetupPage, context: Context, qtbot: QtBot) -> None:
    hamlets = table(page, HAMLETS)
    type_cell(hamlets, 0, 0, "Thôn Đông", qtbot)
    type_cell(hamlets, 1, 0, "Thôn Tây", qtbot)
    type_cell(hamlets, 0, 1, "1.120", qtbot)
    type_cell(hamlets, 1, 1, "80", qtbot)
    assert texts(hamlets)[-1] == ("Cộng 2 thôn", "1.200", "")
    hamlets.select(1)
    press(page, "Chuyển thôn lên", qtbot)
    assert [hamlet.name for hamlet in read(context, commune.load).hamlets] == ["Thôn Tây", "Thôn Đông"]
    assert hamlets.current_data() == 0
    press(page, "Xóa thôn", qtbot)
    assert [hamlet.name for hamlet in read(context, commune.load).hamlets] == ["Thôn Đông"]


def test_keys_move_and_remove_the_current_hamlet(page: SetupPage, context: Context, qtbot: QtBot) -> None:
    hamlets = table(page, HAMLETS)
    for place, name in enumerate(("Thôn Đông", "Thôn Tây", "Thôn Nam")):
        type_cell(hamlets, place, 0, name, qtbot)
    hamlets.setFocus()
    hamlets.select(0)
    qtbot.keyClick(hamlets, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(hamlets, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(hamlets, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [row[0] for row in texts(hamlets)[:3]] == ["Thôn Tây", "Thôn Đông", "Thôn Nam"]
    qtbot.keyClick(hamlets, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert [hamlet.name for hamlet in read(context, commune.load).hamlets] == ["Thôn Tây", "Thôn Nam"]


def test_hamlets_are_pasted_from_excel_wholly_or_with_a_reason_for_each_cell(
    page: SetupPage, context: Context, qtbot: QtBot
) -> None:
    hamlets = table(page, HAMLETS)
    hamlets.setFocus()
    hamlets.setCurrentIndex(hamlets.rows.index(0, 0))
    QGuiApplication.clipboard().setText("Thôn 1\t76\thai\r\nThôn 2\t-1\t571\r\n")
    qtbot.keyClick(hamlets, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "Dòng 1" in problem(page)
    assert "Dòng 2: “-1” không phải số đếm." in problem(page)
    assert read(context, commune.load).hamlets == ()
    QGuiApplication.clipboard().setText("Thôn 1\t76\t298\r\nThôn 2\t148\t571\r\n")
    qtbot.keyClick(hamlets, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert texts(hamlets) == [
        ("Thôn 1", "76", "298"),
        ("Thôn 2", "148", "571"),
        ("", "", ""),
        ("Cộng 2 thôn", "224", "869"),
    ]
    assert problem(page) == ""


def test_hamlets_that_were_copied_are_pasted_back_with_their_heads(
    page: SetupPage, context: Context, qtbot: QtBot
) -> None:
    hamlets = table(page, HAMLETS)
    hamlets.setFocus()
    hamlets.setCurrentIndex(hamlets.rows.index(0, 0))
    QGuiApplication.clipboard().setText("Thôn 1\t76\t298\nThôn 2\t148\t571\n")
    qtbot.keyClick(hamlets, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    before = read(context, commune.load).hamlets
    hamlets.setCurrentIndex(hamlets.rows.index(0, 0))
    qtbot.keyClick(hamlets, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(hamlets, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().count("\n") == 2
    hamlets.setCurrentIndex(hamlets.rows.index(0, 0))
    qtbot.keyClick(hamlets, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert read(context, commune.load).hamlets == before


def test_enter_goes_down_as_in_a_sheet(page: SetupPage, context: Context, qtbot: QtBot) -> None:
    hamlets = table(page, HAMLETS)
    hamlets.setFocus()
    hamlets.setCurrentIndex(hamlets.rows.index(0, 0))
    for name in ("Thôn Đông", "Thôn Tây"):
        type_over(hamlets, name, qtbot)
    assert [row[0] for row in texts(hamlets)] == ["Thôn Đông", "Thôn Tây", "", "Cộng 2 thôn"]
    hamlets.setCurrentIndex(hamlets.rows.index(0, 2))
    for count in ("540", "1.120"):
        type_over(hamlets, count, qtbot)
    type_over(hamlets, "Thôn Nam", qtbot)
    rows = read(context, commune.load).hamlets
    assert [(row.name, row.population) for row in rows] == [
        ("Thôn Đông", 540), ("Thôn Tây", 1120), ("Thôn Nam", None),
    ]  # fmt: skip


def test_a_refused_cell_says_why_in_sight(page: SetupPage, context: Context, qtbot: QtBot) -> None:
    hamlets = table(page, HAMLETS)
    for place in range(16):
        type_cell(hamlets, place, 0, f"Thôn {place + 1}", qtbot)
    type_cell(hamlets, 0, 1, "nhiều", qtbot)
    said = next(one for one in page.findChildren(Problem) if one.isVisible())
    assert "Dòng 1: “nhiều” không phải số đếm. Nhập số nguyên, ví dụ 540." in said.text()
    qtbot.waitUntil(lambda: said.visibleRegion().boundingRect() == said.rect())
    assert (hamlets.currentIndex().row(), hamlets.currentIndex().column()) == (0, 1)


def test_two_hamlets_of_one_name_are_refused(page: SetupPage, context: Context, qtbot: QtBot) -> None:
    hamlets = table(page, HAMLETS)
    type_cell(hamlets, 0, 0, "Thôn Hòa", qtbot)
    type_cell(hamlets, 1, 0, "thôn Hoà", qtbot)
    assert "trùng tên" in problem(page)
    assert [row[0] for row in texts(hamlets)] == ["Thôn Hòa", "thôn Hoà", "", "Cộng 2 thôn"]
    assert hamlets.rows.row(1).cells[0].tone == "unmet"  # shown to be mended, not stored
    assert (hamlets.currentIndex().row(), hamlets.currentIndex().column()) == (2, 0)
    assert len(read(context, commune.load).hamlets) == 1
    type_cell(hamlets, 1, 0, "Thôn Tây", qtbot)
    assert [hamlet.name for hamlet in read(context, commune.load).hamlets] == ["Thôn Hòa", "Thôn Tây"]
    assert hamlets.rows.row(1).cells[0].tone == "text"
    assert problem(page) == ""


def test_a_pasted_list_that_is_refused_is_not_left_to_be_cleared_away(
    page: SetupPage, context: Context, qtbot: QtBot
) -> None:
    hamlets = table(page, HAMLETS)
    hamlets.setFocus()
    hamlets.setCurrentIndex(hamlets.rows.index(0, 0))
    QGuiApplication.clipboard().setText("Thôn 1\r\nThôn 2\r\nthôn 1\r\n")
    qtbot.keyClick(hamlets, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "“thôn 1” trùng tên với “Thôn 1”." in problem(page)
    assert [row[0] for row in texts(hamlets)] == ["", "Cộng 0 thôn"]


def test_a_refused_hamlet_may_be_taken_out_again(page: SetupPage, context: Context, qtbot: QtBot) -> None:
    hamlets = table(page, HAMLETS)
    type_cell(hamlets, 0, 0, "Thôn Hòa", qtbot)
    type_cell(hamlets, 1, 0, "thôn Hoà", qtbot)
    hamlets.select(1)
    press(page, "Xóa thôn", qtbot)
    assert [row[0] for row in texts(hamlets)] == ["Thôn Hòa", "", "Cộng 1 thôn"]
    assert problem(page) == ""
    assert len(read(context, commune.load).hamlets) == 1


def test_a_refused_name_leaves_the_next_row_as_it_is_typed(
    page: SetupPage, context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    hamlets = table(page, HAMLETS)
    type_cell(hamlets, 0, 0, "Thôn Hòa", qtbot)
    held: list[Callable[[], None]] = []
    with monkeypatch.context() as patch:
        write = context.tasks.write
        patch.setattr(context.tasks, "write", lambda *a, **k: held.append(lambda: write(*a, **k)))
        type_cell(hamlets, 1, 0, "thôn Hoà", qtbot)
    qtbot.keyClick(hamlets, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    type_text(editor, "Thôn Na")
    held[0]()  # only now the refusal comes
    assert "trùng tên" in problem(page)
    assert QApplication.focusWidget() is editor
    type_text(editor, "m")
    assert editor.text() == "Thôn Nam"
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(texts(hamlets)) == 5)
    assert [row[0] for row in texts(hamlets)] == ["Thôn Hòa", "thôn Hoà", "Thôn Nam", "", "Cộng 3 thôn"]
    assert len(read(context, commune.load).hamlets) == 1
    type_cell(hamlets, 1, 0, "Thôn Tây", qtbot)
    names = [hamlet.name for hamlet in read(context, commune.load).hamlets]
    assert names == ["Thôn Hòa", "Thôn Tây", "Thôn Nam"]


@pytest.mark.parametrize(
    ("today", "book"),
    [(date(2021, 6, 30), "Niên giám thống kê huyện"), (date(2026, 1, 5), "Niên giám thống kê tỉnh")],
)
def test_no_yearbook_of_a_district_is_named_where_there_is_none(
    context: Context, qtbot: QtBot, today: date, book: str
) -> None:
    context.tasks._day = today
    table = FiguresTable(context)
    qtbot.addWidget(table)
    assert table._source.placeholderText() == f"ví dụ: {book}"


def test_figures_hold_for_the_day_above_them(page: SetupPage, context: Context, qtbot: QtBot) -> None:
    figures = table(page, "Số liệu chung của xã")
    type_into(page, "Số nhập mới", "31/12/2020", qtbot)
    type_into(page, "Nguồn số liệu", "Niên giám 2020", qtbot)
    type_cell(figures, 0, 1, "3.029,5", qtbot)
    (figure,) = read(context, commune.load).figures
    assert (figure.name, figure.value, figure.as_of, figure.source) == (
        "area", 3_029_500, date(2020, 12, 31), "Niên giám 2020",
    )  # fmt: skip
    assert texts(figures)[0] == ("Diện tích tự nhiên", "3.029,5", "ha", "31/12/2020")
    type_cell(figures, 4, 1, "12,5", qtbot)
    assert "Số hộ" in problem(page)


def test_a_merged_commune_is_added_changed_and_removed(
    page: SetupPage, context: Context, qtbot: QtBot
) -> None:
    press(page, "Thêm xã", qtbot)
    shown: QDialog = dialog(page)
    press(shown, "Ghi", qtbot)
    assert error_of(field(shown, "Đến hết ngày")) == "Chưa nhập ngày, ví dụ 30/6/2025."
    type_into(shown, "Tên xã", "xã Cũ", qtbot)
    type_into(shown, "Mã xã", "18930", qtbot)
    type_into(shown, "Đến hết ngày", "30/6/2025", qtbot)
    press(shown, "Ghi", qtbot)
    assert no_dialog(page)
    assert texts(table(page, "Xã trước sắp xếp")) == [("xã Cũ", "18930", "30/6/2025")]
    table(page, "Xã trước sắp xếp").select(0)
    press(page, "Xóa", qtbot)
    assert read(context, commune.load).predecessors == ()


def test_notes_stand_close_below_their_fields(qtbot: QtBot, sample_context: Context) -> None:
    """The column is narrow while the page is built; what a note needed then must not stay as empty room."""
    window = MainWindow(sample_context)
    window.furnish(None)
    qtbot.addWidget(window, before_close_func=lambda closing: closing._close_now())
    window.resize(1366, 697)
    window.show()
    window.begin()
    window.follow(Link("thiet-lap", "xa"))
    settle()
    notes = [note for note in window.findChildren(WholeLabel) if note.isVisible()]
    assert any("cấp huyện" in note.text() for note in notes)
    for note in notes:
        room = (
            note.fontMetrics()
            .boundingRect(0, 0, note.width(), 999, Qt.TextFlag.TextWordWrap, note.text())
            .height()
        )
        assert note.height() - room < note.fontMetrics().height()
