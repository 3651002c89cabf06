"""Each page at 100, 125, 150 and 200 % of a screen of 1366×768: nothing cut, nothing over anything else."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from fitting import SIZES, SMALL, cut_tiles, misfits, settle
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from test_controls import LINKS

from ntm_desktop.domain.overview import Link
from ui import theme
from ui.context import Context
from ui.main_window import MainWindow
from ui.pages.dossier import DossierPage
from ui.widgets.buttons import Chip
from ui.widgets.flow import FlowLayout
from ui.widgets.navigation import NavItem
from ui.widgets.page import Page, Scrolled
from ui.widgets.table import Table
from ui.widgets.tile import TileButton

each_size = pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)


@pytest.fixture
def open_window(
    qtbot: QtBot, sample_folder: Path, tmp_path: Path, open_context: Callable[[Path], Context]
) -> Callable[[tuple[int, int]], MainWindow]:
    def opened(size: tuple[int, int]) -> MainWindow:
        folder = Path(shutil.copytree(sample_folder, tmp_path / "mẫu"))
        made = MainWindow(open_context(folder))
        made.furnish(None)
        qtbot.addWidget(made, before_close_func=lambda closing: closing._close_now())
        made.resize(*size)
        made.show()
        made.begin()
        return made

    return opened


def current_page(window: MainWindow) -> Page:
    page = window._stage.current()
    assert page is not None
    return page


@each_size
@pytest.mark.parametrize("link", LINKS, ids=lambda link: link.anchor or link.page)
def test_every_page_fits(
    open_window: Callable[[tuple[int, int]], MainWindow], link: Link, size: tuple[int, int]
) -> None:
    window = open_window(size)
    window.follow(link)
    settle()
    assert (window.width(), window.height()) == size
    assert misfits(current_page(window)) == []


@each_size
def test_a_number_of_the_navigation_covers_no_icon(
    open_window: Callable[[tuple[int, int]], MainWindow], size: tuple[int, int]
) -> None:
    window = open_window(size)
    settle()
    for item in window.findChildren(NavItem):
        for count in (3, 12, 99, 240):
            item.set_count(count)
            assert not item.count_box().intersects(item.icon_box()), (item.text(), count)
            assert item.rect().contains(item.count_box())


def test_what_gets_the_focus_in_the_panel_is_in_sight(
    open_window: Callable[[tuple[int, int]], MainWindow], qtbot: QtBot
) -> None:
    window = open_window(SMALL)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for code in ("2.1", "2.4", "10.1", "17.8"):
        window.follow(Link("tieu-chi", code))
        settle()
        table = current_page(window).findChild(Table)
        assert table is not None
        table.setFocus()
        qtbot.keyClick(table, Qt.Key.Key_F2)
        settle()
        field = window.focusWidget()
        assert isinstance(field, QLineEdit)
        panel = current_page(window).panel
        assert panel is not None
        sight = panel.findChild(Scrolled).viewport()
        place = QRect(field.mapTo(sight, QPoint(0, 0)), field.size())
        assert sight.rect().contains(place), (code, place, sight.rect())


@each_size
def test_the_bars_of_the_window_fit(
    open_window: Callable[[tuple[int, int]], MainWindow], size: tuple[int, int]
) -> None:
    window = open_window(size)
    overview = window._overview._overview
    assert overview is not None
    person = "Nguyễn Thị Phương Thảo, Công chức Văn phòng – Thống kê"
    window._status.show_overview(replace(overview, person=person, last_backup="30/6/2021 10:32"))
    settle()
    assert window.minimumSizeHint().width() <= size[0]
    for bar in (window._top, window._status, window._navigation):
        assert misfits(bar) == []
    assert window._top._place.text() == "Xã Yên Hóa"
    assert window._top._place.width() >= window._top._place.sizeHint().width()


@each_size
def test_chips_show_their_counts(
    open_window: Callable[[tuple[int, int]], MainWindow], size: tuple[int, int]
) -> None:
    window = open_window(size)
    for link in (Link("tieu-chi"), Link("thiet-lap", "muc")):
        window.follow(link)
        settle()
        page = current_page(window)
        chips = [chip for chip in page.findChildren(Chip) if chip.isVisible()]
        assert chips
        room = page.scrolled.viewport().width()
        for chip in chips:
            right = chip.mapTo(page, QPoint(chip.width(), 0)).x()
            assert chip.width() >= chip.sizeHint().width()
            assert right <= room


@each_size
def test_tiles_keep_their_words_and_stand_in_as_many_columns_as_there_is_room(
    open_window: Callable[[tuple[int, int]], MainWindow], size: tuple[int, int]
) -> None:
    window = open_window(size)
    settle()
    tiles = [tile for tile in window.findChildren(TileButton) if tile.isVisible()]
    assert cut_tiles(window) == []
    in_first_row = sum(tile.y() == tiles[0].y() for tile in tiles)
    assert in_first_row == (3 if size == SMALL else 5)


def test_the_sides_of_the_dossier_stand_below_each_other_in_a_narrow_window(
    open_window: Callable[[tuple[int, int]], MainWindow],
) -> None:
    window = open_window(SMALL)
    window.follow(Link("ho-so"))
    settle()
    page = current_page(window)
    assert isinstance(page, DossierPage)
    assert page._preview.y() > page._left.geometry().bottom()
    assert not page._readiness._scroll.verticalScrollBar().isVisible()  # the page scrolls instead
    assert page.scrolled.verticalScrollBar().isVisible()
    window.resize(*SIZES["100 %"])
    settle()
    assert page._preview.y() == page._left.y()
    assert not page.scrolled.verticalScrollBar().isVisible()


def test_the_head_stays_in_sight_where_there_is_room_for_it(
    open_window: Callable[[tuple[int, int]], MainWindow],
) -> None:
    window = open_window(SIZES["100 %"])
    window.follow(Link("thiet-lap", "xa"))
    settle()
    page = current_page(window)
    bar = page.scrolled.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert page.header.mapTo(page, QPoint(0, 0)).y() > 0
    window.resize(*SMALL)
    settle()
    bar.setValue(bar.maximum())
    assert page.header.mapTo(page, QPoint(0, 0)).y() < 0


def test_a_link_into_a_table_brings_the_table_into_sight(
    open_window: Callable[[tuple[int, int]], MainWindow],
) -> None:
    window = open_window(SMALL)
    window.follow(Link("thiet-lap", "muc/17.6"))
    settle()
    page = current_page(window)
    table = next(table for table in page.findChildren(Table) if table.isVisible())
    top = table.mapTo(page.scrolled.viewport(), QPoint(0, 0)).y()
    assert top >= 0
    assert top + table.height() <= page.scrolled.viewport().height()


def test_the_works_are_read_on_a_small_screen(
    open_window: Callable[[tuple[int, int]], MainWindow],
) -> None:
    window = open_window(SMALL)
    window.follow(Link("cong-trinh"))
    settle()
    table = next(table for table in current_page(window).findChildren(Table) if table.isVisible())
    assert table.verticalScrollBar().maximum() == 0  # the page scrolls, not the table in it
    names = [table.rows.row(number).cells[1].text for number in range(table.rows.rowCount())]
    widest = max(theme.metrics("body").horizontalAdvance(name) for name in names if "Mầm non" not in name)
    assert table.columnWidth(1) >= widest


def test_the_history_is_read_on_a_small_screen(
    open_window: Callable[[tuple[int, int]], MainWindow],
) -> None:
    window = open_window(SMALL)
    window.follow(Link("lich-su"))
    settle()
    table = next(table for table in current_page(window).findChildren(Table) if table.isVisible())
    assert table.columnWidth(2) >= 210
    assert table.horizontalScrollBar().maximum() == 0


def test_the_papers_are_read_on_a_low_screen(open_window: Callable[[tuple[int, int]], MainWindow]) -> None:
    window = open_window(SIZES["150 %"])
    window.follow(Link("ho-so"))
    settle()
    page = current_page(window)
    assert isinstance(page, DossierPage)
    assert page._preview.view.height() >= 250


def test_a_toast_stays_above_the_page_that_comes_next(
    open_window: Callable[[tuple[int, int]], MainWindow],
) -> None:
    window = open_window(SIZES["100 %"])
    window._toast.tell("Đã xóa minh chứng.")
    window.follow(Link("lich-su"))
    settle()
    middle = window._toast.mapTo(window._stage, window._toast.rect().center())
    assert window._toast.isAncestorOf(window._stage.childAt(middle))


def test_a_narrow_table_scrolls_rather_than_losing_its_names(
    open_window: Callable[[tuple[int, int]], MainWindow],
) -> None:
    window = open_window(SMALL)
    window.follow(Link("thiet-lap", "van-ban"))
    settle()
    table = next(table for table in current_page(window).findChildren(Table) if table.isVisible())
    widths = [table.columnWidth(number) for number in range(len(table.rows.columns))]
    assert min(widths) >= 72
    assert table.horizontalScrollBar().maximum() > 0


def test_a_flow_goes_on_in_the_next_line(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(10, holder)
    parts = [QWidget() for _ in range(3)]
    for part in parts:
        part.setFixedSize(100, 20)
        flow.addWidget(part)
    grows = QWidget()
    grows.setMinimumHeight(20)
    flow.add(grows, least=50, grows=True)
    holder.resize(220, 200)
    holder.show()
    assert [(part.x(), part.y()) for part in (*parts, grows)] == [(0, 0), (110, 0), (0, 30), (110, 30)]
    assert grows.width() == 110
    parts[1].hide()
    settle()
    assert [(part.x(), part.y()) for part in (parts[0], parts[2])] == [(0, 0), (110, 0)]
    assert flow.heightForWidth(1000) == 20
    assert flow.itemAt(9) is None
    assert flow.takeAt(9) is None


def test_a_flow_follows_what_stands_in_it(qtbot: QtBot) -> None:
    """Also in a flow of its own inside, and when only the words of an item become more."""
    holder = QWidget()
    qtbot.addWidget(holder)
    outer, inner = FlowLayout(10, holder), FlowLayout(10)
    words, last = QLabel("Xã"), QWidget()
    words.setWordWrap(True)
    inner.add(words, least=200, grows=True)
    outer.add(inner, least=200, grows=True)
    last.setFixedSize(100, 20)
    outer.add(last)
    holder.resize(240, 400)
    holder.show()
    settle()
    once = last.y()
    assert once > words.geometry().bottom()
    words.setText("Xã Yên Hóa " * 20)
    settle()
    assert last.y() > words.geometry().bottom() > 3 * once
    words.hide()
    settle()
    assert last.y() == 0
    words.setText("Xã")
    words.show()
    settle()
    assert last.y() == once
