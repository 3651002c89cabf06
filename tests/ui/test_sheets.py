"""Works from Excel on the page Công trình: the preview, what it lets through, and copying both ways."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from scripted import ScriptedAsk
from sheets_file import HEADS, book
from works_screen import ROAD, Screen

from ui.context import Context
from ui.dialogs.sheet_preview import SheetPreviewDialog
from ui.widgets.table import Table

NEW = "Cầu dân sinh thôn Yên Thắng"


@pytest.fixture
def screen(qtbot: QtBot, sample_context: Context) -> Screen:
    return Screen(qtbot, sample_context)


def ask(screen: Screen) -> ScriptedAsk:
    asked = screen.context.ask
    assert isinstance(asked, ScriptedAsk)
    return asked


def choose(screen: Screen, words: str) -> None:
    menu = screen.page._sheets.menu(screen.page._excel)  # not popped up: the platform of the tests has none
    next(action for action in menu.actions() if action.text() == words).trigger()


def opened(screen: Screen, path: Path) -> SheetPreviewDialog:
    ask(screen).answers = [[path]]
    choose(screen, "Nhập từ Excel…")
    return screen.dialog(SheetPreviewDialog)


def rows(dialog: SheetPreviewDialog) -> list[tuple[str, ...]]:
    shown = dialog._table.rows
    return [tuple(cell.text for cell in shown.row(n).cells) for n in range(shown.rowCount())]


def test_a_file_is_shown_and_then_written(screen: Screen, tmp_path: Path) -> None:
    dialog = opened(
        screen, book(tmp_path / "a.xlsx", [HEADS, (NEW, "Giao thông", 5_000_000, date(2021, 1, 4))])
    )
    content = "Tổng mức đầu tư: 5.000.000; ngày phê duyệt: 4/1/2021"
    assert rows(dialog) == [("Công trình", "2", NEW, "Mới", content)]
    assert NEW not in [row.name for row in screen.table_of().rows]
    screen.press("Nhập", dialog)
    assert screen.work(NEW).state.account.total == 5_000_000
    assert screen.told == ["Đã nhập từ Excel: 1 mới, 0 đổi"]


def test_a_refused_cell_is_told_and_nothing_can_be_written(screen: Screen, tmp_path: Path) -> None:
    dialog = opened(screen, book(tmp_path / "a.xlsx", [HEADS, (ROAD, "Giao thông", "1.5", None)]))
    assert rows(dialog)[0][3] == "Không nhập được"
    assert any(
        "Ô C2, trang “Công trình” (Tổng mức đầu tư (đồng)) “1.5”" in words for words in screen.says(dialog)
    )
    assert not dialog._verb.isEnabled()


def test_cells_in_an_old_code_are_shown_ticked_and_can_be_kept(screen: Screen, tmp_path: Path) -> None:
    dialog = opened(screen, book(tmp_path / "a.xlsx", [HEADS, ("Nhµ v¨n ho¸ th«n 9", "Điện", None, None)]))
    shown = dialog._old.rows
    assert [cell.text for cell in shown.row(0).cells] == [
        "Chuyển mã",
        "A2",
        "Nhµ v¨n ho¸ th«n 9",
        "Nhà văn hoá thôn 9",
        "TCVN3",
    ]
    dialog._old.select("Công trình!A2")
    screen.qtbot.keyClick(dialog._old, Qt.Key.Key_Return)
    assert shown.row(0).cells[0].text == "Giữ nguyên"
    assert rows(dialog)[0][2] == "Nhµ v¨n ho¸ th«n 9"
    dialog._convert.click()
    dialog._convert.click()
    screen.press("Nhập", dialog)
    assert screen.work("Nhà văn hoá thôn 9").kind == "dien"


def test_a_name_like_a_known_one_is_asked_about(screen: Screen, tmp_path: Path) -> None:
    name = ROAD.replace("Đường", "Dường")
    dialog = opened(screen, book(tmp_path / "a.xlsx", [HEADS, (name, "Giao thông", None, None)]))
    assert not dialog._verb.isEnabled()
    ask(screen).answers = [0]
    screen.qtbot.keyClick(dialog._table, Qt.Key.Key_Return)
    asked = ask(screen).asked[-1]
    assert (asked.title, asked.verbs) == (
        f"“{name}” là công trình nào?",
        ("Là công trình này", "Là công trình khác, thêm mới"),
    )
    assert ROAD in asked.body.splitlines()
    assert rows(dialog)[0][2:] == (ROAD, "Không đổi", "")


def test_a_file_that_is_none_is_told(screen: Screen, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_text("x", encoding="utf-8")
    ask(screen).answers = [[path]]
    choose(screen, "Nhập từ Excel…")
    assert "không phải tệp Excel" in ask(screen).asked[-1].title


def test_the_export_and_the_template_are_workbooks(screen: Screen, tmp_path: Path) -> None:
    written: list[str] = []
    screen.page.written.connect(written.append)
    for words, first in (("Xuất Excel…", ROAD), ("Lưu mẫu…", None)):
        path = tmp_path / f"{len(words)}.xlsx"
        ask(screen).answers = [path]
        choose(screen, words)
        names = [cell.value for cell in openpyxl.load_workbook(path)["Công trình"]["B"]]
        assert names[0] == "Tên công trình *"
        assert (first in names) is (first is not None)
        assert written[-1] == f"Đã lưu {path.name}"
    assert not screen.told  # nothing that could be undone


def test_rows_are_copied_with_numbers_as_numbers(screen: Screen) -> None:
    screen.choose(ROAD)
    screen.qtbot.keyClick(screen.page._table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    cells = QGuiApplication.clipboard().text().split("\t")
    assert (cells[1], cells[4], cells[6]) == (ROAD, "46%", "1250000000")


def test_the_whole_table_is_copied_with_heads_and_zeros_and_can_be_pasted_back(screen: Screen) -> None:
    screen.choose(ROAD)
    table = screen.page._table
    for key in (Qt.Key.Key_A, Qt.Key.Key_C):
        screen.qtbot.keyClick(table, key, Qt.KeyboardModifier.ControlModifier)
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]
    heads, works, sums = lines[0], lines[1:-1], lines[-1]
    assert heads[6:9] == ["Tổng mức (đồng)", "Đã bố trí (đồng)", "Giải ngân (đồng)"]
    assert "0" in [work[8] for work in works]
    for place in (6, 7, 8):
        assert sum(int(work[place] or 0) for work in works) == int(sums[place])
    screen.qtbot.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    dialog = screen.dialog(SheetPreviewDialog)
    assert {row[3] for row in rows(dialog)} == {"Không đổi"}
    assert len(rows(dialog)) == len(works)


def test_the_diary_and_the_money_of_a_work_are_copied_in_whole_dong(screen: Screen) -> None:
    screen.choose(ROAD)
    detail = screen.page._detail
    copied = []
    for table in detail.findChildren(Table):
        table.setCurrentIndex(table.rows.index(0, 0))
        for key in (Qt.Key.Key_A, Qt.Key.Key_C):
            screen.qtbot.keyClick(table, key, Qt.KeyboardModifier.ControlModifier)
        copied.append(QGuiApplication.clipboard().text())
    assert any("\tGiá trị khối lượng (đồng)\t" in text and "\t46%\t545000000\t" in text for text in copied)
    (money,) = (text for text in copied if text.startswith("Năm, nguồn\t"))
    assert money.startswith("Năm, nguồn\tCam kết (đồng)\tBố trí (đồng)\tGiải ngân (đồng)\n")
    assert money.endswith("\t1250000000\t1100000000\t485000000")


def test_a_refused_cell_that_was_pasted_is_to_be_copied_again(screen: Screen) -> None:
    screen.choose(ROAD)
    QGuiApplication.clipboard().setText("\n".join(["\t".join(HEADS), f"{ROAD}\tGiao thông\tmột trăm\t"]))
    screen.qtbot.keyClick(screen.page._table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    said = " ".join(screen.says(screen.dialog(SheetPreviewDialog)))
    assert "Sửa trong Excel, chép lại rồi dán lần nữa." in said


def test_pasted_rows_go_through_the_same_preview(screen: Screen) -> None:
    screen.choose(ROAD)
    lines = ["\t".join(HEADS), f"{ROAD}\tGiao thông\t\t", f"{NEW}\tĐiện\t1.250.000.000\t4/1/2021"]
    QGuiApplication.clipboard().setText("\r\n".join(lines))
    screen.qtbot.keyClick(screen.page._table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    dialog = screen.dialog(SheetPreviewDialog)
    assert [row[3] for row in rows(dialog)] == ["Không đổi", "Mới"]
    screen.press("Nhập", dialog)
    assert screen.work(NEW).state.account.total == 1_250_000_000
