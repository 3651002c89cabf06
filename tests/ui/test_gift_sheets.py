"""Contributions from Excel on the page Huy động: the preview, what is there already, undo, paste."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from mobilise_screen import Screen
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from scripted import ScriptedAsk
from sheets_file import book

from ntm_desktop.changes import Changes
from ntm_desktop.db.session import Session
from ntm_desktop.services import commune, history, households
from ui.context import Context
from ui.dialogs.sheet_preview import SheetPreviewDialog

HEADS = ("Chủ hộ", "Thôn", "Loại", "Ngày", "Số tiền (đồng)", "Số lượng")
DUNG = ("Hồ Văn Dũng", "Tân Lợi 1", "Tiền mặt", date(2021, 6, 1), 200_000, None)
MAI = ("Hồ Thị Mai", "thôn Tân Lợi 1", "Ngày công", date(2021, 6, 2), None, 2.5)


@pytest.fixture
def screen(qtbot: QtBot, sample_context: Context) -> Screen:
    return Screen(qtbot, sample_context)


def choose(screen: Screen, words: str, path: Path, *, many: bool = False) -> None:
    asked = screen.context.ask
    assert isinstance(asked, ScriptedAsk)
    asked.answers = [[path] if many else path]
    menu = screen.page._gift_sheets.menu(screen.page._excel)
    next(action for action in menu.actions() if action.text() == words).trigger()


def preview(screen: Screen, path: Path) -> SheetPreviewDialog:
    choose(screen, "Nhập từ Excel…", path, many=True)
    return screen.dialog(SheetPreviewDialog)


def shown(dialog: SheetPreviewDialog) -> list[tuple[str, ...]]:
    rows = dialog._table.rows
    return [tuple(cell.text for cell in rows.row(n).cells)[1:] for n in range(rows.rowCount())]


def givers(screen: Screen) -> list[str]:
    return [row[1] for row in screen.rows(screen.page._gifts.table)]


def test_a_list_is_shown_written_told_when_it_comes_again_and_undone_as_one(
    screen: Screen, tmp_path: Path
) -> None:
    before = givers(screen)
    path = book(tmp_path / "a.xlsx", [HEADS, DUNG, MAI])
    dialog = preview(screen, path)
    assert shown(dialog) == [
        ("2", "Hồ Văn Dũng, Tân Lợi 1", "Mới", "Tiền mặt: 200.000 đồng, 1/6/2021"),
        ("3", "Hồ Thị Mai, Tân Lợi 1", "Mới", "Ngày công: 2,5 công, 2/6/2021"),
    ]
    assert givers(screen) == before
    screen.press("Nhập", dialog)
    assert sorted(set(givers(screen)) - set(before)) == ["Hồ Thị Mai", "Hồ Văn Dũng"]
    assert screen.told == ["Đã nhập từ Excel: 2 mới, 0 đổi"]
    dialog = preview(screen, path)
    assert [row[2:] for row in shown(dialog)] == [("Không đổi", "Đã có trong danh sách.")] * 2
    assert not dialog._verb.isEnabled()
    dialog.reject()
    screen.context.tasks.write(
        "Hoàn tác",
        lambda s: history.undo(s, seq=history.entries(s, limit=1)[0].seq),
        print,
        None,
    )
    screen.page.reload()
    assert givers(screen) == before


def test_a_refused_cell_is_told_with_its_address(screen: Screen, tmp_path: Path) -> None:
    dialog = preview(screen, book(tmp_path / "a.xlsx", [HEADS, DUNG, (*MAI[:5], "nhiều")]))
    assert shown(dialog)[0][:3] == ("3", "Hồ Thị Mai, Tân Lợi 1", "Không nhập được")
    assert "Ô F3, trang “Công trình” (Số lượng) “nhiều”" in shown(dialog)[0][3]
    assert not dialog._verb.isEnabled()


def test_a_household_that_moved_is_asked_about_once_for_all_its_rows(screen: Screen, tmp_path: Path) -> None:
    def move(session: Session) -> Changes:
        one = next(one for one in households.list_households(session) if one.name == "Cao Thị Đào")
        other = next(one.uid for one in commune.list_hamlets(session) if one.name == "Yên Hóa 2")
        assert other is not None
        return households.rename(session, uid=one.uid, name="Cao Thị Đào (Năm)", hamlet_uid=other)

    screen.context.tasks.write("Sửa hộ", move, print, screen.page)
    rows = [("Cao Thị Đào", "Tân Lợi 1", "Tiền mặt", date(2021, 6, day), 200_000, None) for day in (1, 2)]
    dialog = preview(screen, book(tmp_path / "a.xlsx", [HEADS, *rows]))
    now = "Cao Thị Đào (Năm), Yên Hóa 2"
    assert [row[2:] for row in shown(dialog)] == [
        ("Phải chọn", f"Có thể là hộ “{now}”, đã ghi ở thôn khác.")
    ] * 2
    assert dialog._problem.text() == "Có hộ đã ghi ở thôn khác. Nhấn Enter ở dòng đó để chọn."
    asked = screen.context.ask
    assert isinstance(asked, ScriptedAsk)
    asked.answers = [0]
    screen.qtbot.keyClick(dialog._table, Qt.Key.Key_Return)
    assert asked.asked[-1].title == "“Cao Thị Đào” là hộ nào?"
    assert asked.asked[-1].verbs == ("Là hộ này", "Là hộ khác cùng tên, thêm mới")
    assert now in asked.asked[-1].body
    assert [row[2] for row in shown(dialog)] == ["Mới", "Mới"]
    screen.press("Nhập", dialog)
    assert givers(screen).count("Cao Thị Đào (Năm)") >= 2


def test_a_household_of_another_hamlet_is_asked_about_and_its_gift_not_counted_twice(
    screen: Screen, tmp_path: Path
) -> None:
    """As the sample has it: nobody moved it."""
    before = givers(screen)
    row = ("Cao Thị Đào", "Yên Hóa 2", "Tiền mặt", date(2021, 6, 1), 200_000, None)
    dialog = preview(screen, book(tmp_path / "a.xlsx", [HEADS, row]))
    (told,) = shown(dialog)
    assert told[1:] == (
        "Cao Thị Đào, Yên Hóa 2",
        "Phải chọn",
        "Có thể là hộ “Cao Thị Đào, Tân Lợi 1”, đã ghi ở thôn khác.",
    )
    assert not dialog._verb.isEnabled()
    dialog.reject()
    assert givers(screen) == before


def test_the_template_and_the_export_are_workbooks(screen: Screen, tmp_path: Path) -> None:
    written: list[str] = []
    screen.page.written.connect(written.append)
    for words, rows in (("Lưu mẫu…", 0), ("Xuất Excel…", len(givers(screen)) - 1)):
        path = tmp_path / f"{len(words)}.xlsx"
        choose(screen, words, path)
        names = [cell.value for cell in openpyxl.load_workbook(path)["Đóng góp"]["D"]]
        assert (names[0], len([name for name in names[1:] if name]) > 0) == ("Loại đóng góp *", rows > 0)
        assert written[-1] == f"Đã lưu {path.name}"
    assert not screen.told  # nothing that could be undone


def test_pasted_rows_go_through_the_same_preview(screen: Screen) -> None:
    lines = ["\t".join(HEADS), "Hồ Văn Dũng\tTân Lợi 1\tTiền mặt\t1/6/2021\t200.000\t"]
    QGuiApplication.clipboard().setText("\r\n".join(lines))
    table = screen.page._gifts.table
    table.select(table.rows.row(0).data)
    screen.qtbot.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    dialog = screen.dialog(SheetPreviewDialog)
    assert [row[1:3] for row in shown(dialog)] == [("Hồ Văn Dũng, Tân Lợi 1", "Mới")]
    screen.press("Nhập", dialog)
    assert "Hồ Văn Dũng" in givers(screen)


def test_gifts_that_are_alike_are_told_above_the_rows(screen: Screen, tmp_path: Path) -> None:
    dialog = preview(screen, book(tmp_path / "a.xlsx", [HEADS, DUNG, MAI, DUNG]))
    told = next(
        label.text()
        for label in dialog.findChildren(QLabel)
        if label.isVisible() and "mỗi dòng" in label.text()
    )
    assert told.startswith("Dòng 2, 4: trùng người, ngày, loại, công trình với dòng khác")
    screen.press("Nhập", dialog)
    assert screen.told == ["Đã nhập từ Excel: 3 mới, 0 đổi"]
