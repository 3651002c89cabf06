"""Households and plots from Excel: on the page Huy động for all works, on the tab of a work for that one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from mobilise_screen import Screen as MobiliseScreen
from page_screen import PageScreen
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from scripted import ScriptedAsk
from sheets_file import book
from works_screen import ROAD
from works_screen import Screen as WorksScreen

from ntm_desktop.services import history
from ui.context import Context
from ui.dialogs.sheet_preview import SheetPreviewDialog
from ui.pages.mobilise import PLOTS
from ui.pages.works_detail import LAND
from ui.widgets.page import Page

HEADS = ("Hộ", "Thôn", "Tờ", "Thửa", "Diện tích (m²)", "Hình thức", "Ngày bàn giao")
DUNG = ("Hồ Văn Dũng", "Tân Lợi 1", 14, 301, 42.5, "Hiến", None)
MAI = ("Hồ Thị Mai", "thôn Tân Lợi 1", 14, 302, 60, "Bồi thường", date(2021, 6, 2))


@pytest.fixture
def context(sample_context: Context) -> Context:
    return sample_context


def answer(context: Context, answered: object) -> None:
    assert isinstance(context.ask, ScriptedAsk)
    context.ask.answers = [answered]


def shown(dialog: SheetPreviewDialog) -> list[tuple[str, ...]]:
    rows = dialog._table.rows
    return [tuple(cell.text for cell in rows.row(n).cells)[1:] for n in range(rows.rowCount())]


def undo(screen: PageScreen[Page]) -> None:
    screen.context.tasks.write(
        "Hoàn tác", lambda s: history.undo(s, seq=history.entries(s, limit=1)[0].seq), print, None
    )


def test_the_list_of_a_work_needs_no_name_of_it(qtbot: QtBot, context: Context, tmp_path: Path) -> None:
    screen = WorksScreen(qtbot, context)
    screen.choose(ROAD)
    screen.page._detail.tabs.choose(LAND)
    before = len(screen.work(ROAD).plots)
    answer(context, [book(tmp_path / "a.xlsx", [HEADS, DUNG, MAI], "Mặt bằng")])
    screen.press("Nhập từ Excel…", screen.page._detail.land)
    dialog = screen.dialog(SheetPreviewDialog)
    assert shown(dialog) == [
        ("2", "Hồ Văn Dũng, thửa 301, tờ 14", "Mới", f"Tân Lợi 1; 42,5 m², hiến; {ROAD}"),
        ("3", "Hồ Thị Mai, thửa 302, tờ 14", "Mới", f"Tân Lợi 1; 60 m², bồi thường; {ROAD}"),
    ]
    assert len(screen.work(ROAD).plots) == before
    screen.press("Nhập", dialog)
    assert screen.told == ["Đã nhập từ Excel: 2 mới, 0 đổi"]
    plots = {plot.household: plot.standing.is_open for plot in screen.work(ROAD).plots}
    assert (plots["Hồ Văn Dũng"], plots["Hồ Thị Mai"]) == (True, False)
    undo(screen)
    assert len(screen.work(ROAD).plots) == before


def test_the_list_of_all_works_must_name_them(qtbot: QtBot, context: Context, tmp_path: Path) -> None:
    screen = MobiliseScreen(qtbot, context)
    screen.page.tabs.choose(PLOTS)
    assert screen.page._excel.isVisible()
    path = book(tmp_path / "a.xlsx", [(*HEADS, "Công trình"), (*DUNG, ROAD), (*MAI, None)], "Mặt bằng")
    answer(context, [path])
    menu = screen.page._plot_sheets.menu(screen.page._excel)
    next(action for action in menu.actions() if action.text() == "Nhập từ Excel…").trigger()
    dialog = screen.dialog(SheetPreviewDialog)
    assert [row[1:3] for row in shown(dialog)] == [
        ("Hồ Thị Mai, thửa 302, tờ 14", "Không nhập được"),
        ("Hồ Văn Dũng, thửa 301, tờ 14", "Mới"),
    ]
    assert "Ô H3, trang “Mặt bằng” (Công trình)" in shown(dialog)[0][3]
    assert not dialog._verb.isEnabled()


def test_pasted_plots_go_through_the_same_preview(qtbot: QtBot, context: Context) -> None:
    screen = MobiliseScreen(qtbot, context)
    screen.page.tabs.choose(PLOTS)
    lines = ["\t".join((*HEADS, "Công trình")), f"Hồ Văn Dũng\tTân Lợi 1\t14\t301\t42,5\tHiến\t\t{ROAD}"]
    QGuiApplication.clipboard().setText("\r\n".join(lines))
    table = screen.page._plots.table
    table.select(screen.page._plots.views[0].uid)
    qtbot.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    dialog = screen.dialog(SheetPreviewDialog)
    screen.press("Nhập", dialog)
    assert "Hồ Văn Dũng" in {view.household for view in screen.page._plots.views}


def test_the_template_names_the_columns_and_the_export_the_plots(
    qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    screen = MobiliseScreen(qtbot, context)
    for words, filled in (("Lưu mẫu…", False), ("Xuất Excel…", True)):
        path = tmp_path / f"{len(words)}.xlsx"
        answer(context, path)
        menu = screen.page._plot_sheets.menu(screen.page._excel)
        next(action for action in menu.actions() if action.text() == words).trigger()
        plots = [cell.value for cell in openpyxl.load_workbook(path)["Mặt bằng"]["F"]]
        assert (plots[0], len(plots) > 5 and plots[1] is not None) == ("Số thửa *", filled)
