"""What stays whole in little room: numbers, units and states; names and columns give way first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from fitting import settle
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from test_fit import current_page, open_window
from works_screen import ROAD

from ntm_desktop.domain.overview import Link
from ui import theme
from ui.context import Context
from ui.main_window import MainWindow
from ui.models.rows import Kind
from ui.pages.works import WorksPage
from ui.pages.works_detail import MONEY, PROGRESS
from ui.widgets.cards import EmptyState
from ui.widgets.labels import Facts
from ui.widgets.marks import badge_width
from ui.widgets.page import Page
from ui.widgets.table import Table

__all__ = ["open_window"]

Opened = Callable[[tuple[int, int]], MainWindow]
each_window = pytest.mark.parametrize("size", [(1366, 697), (1280, 697)], ids=["1366", "1280"])
LISTS = [
    Link("cong-trinh"),
    Link("huy-dong"),
    Link("huy-dong", "gpmb/"),
    Link("vuong-mac"),
    Link("vuong-mac", "cam-ket/"),
    Link("don-vi-thi-cong"),
    Link("phan-cong"),
    Link("phan-cong", "nhiem-vu"),
    Link("phan-cong", "danh-gia"),
    Link("phan-cong", "da-dat"),
    Link("lay-y-kien"),
    Link("lay-y-kien", "y-kien"),
    Link("lay-y-kien", "khao-sat"),
    Link("lay-y-kien", "muc"),
]
each_list = pytest.mark.parametrize("link", LISTS, ids=lambda link: f"{link.page}/{link.anchor}")


def with_panel(window: MainWindow, link: Link) -> tuple[Page, Table]:
    """The page of the link, its first line chosen: a page with a panel has it open."""
    window.follow(link)
    settle()
    page = current_page(window)
    table = next(table for table in page.findChildren(Table) if table.isVisible())
    first = next(n for n in range(table.rows.rowCount()) if table.rows.row(n).kind is Kind.ITEM)
    table.select(table.rows.row(first).data)
    settle()
    return page, table


@each_window
@each_list
def test_numbers_and_states_of_a_list_are_whole_beside_its_panel(
    open_window: Opened, link: Link, size: tuple[int, int]
) -> None:
    _page, table = with_panel(open_window(size), link)
    assert table.horizontalScrollBar().maximum() == 0
    shown = [n for n in range(len(table.rows.columns)) if not table.isColumnHidden(n)]
    for number in range(table.rows.rowCount()):
        row = table.rows.row(number)
        for column in shown:
            cell, room = row.cells[column], table.columnWidth(column)
            words = theme.metrics("strong" if cell.strong else "body").horizontalAdvance(cell.text)
            if row.kind is Kind.ITEM and cell.state is not None:
                assert badge_width(cell.text) + 8 <= room, cell.text
            elif row.kind is Kind.ITEM and table.rows.columns[column].right:
                assert words + 16 <= room, cell.text


@each_window
@each_list
def test_no_fact_behind_a_title_is_cut(open_window: Opened, link: Link, size: tuple[int, int]) -> None:
    page, _table = with_panel(open_window(size), link)
    (facts,) = page.header.findChildren(Facts)
    lines = facts.lines(facts.width())
    assert " ".join(lines).split() == facts.text().split() or len(lines) > 1
    for fact in facts.text().split("  ·  "):
        assert any(fact in line for line in lines)
    assert all(facts.fontMetrics().horizontalAdvance(line) <= facts.width() for line in lines)
    assert facts.height() >= len(lines) * theme.line_height("body")
    assert len(lines) <= 2


@each_window
def test_a_value_given_is_in_sight_beside_the_panel(open_window: Opened, size: tuple[int, int]) -> None:
    _page, table = with_panel(open_window(size), Link("huy-dong"))
    last = len(table.rows.columns) - 1
    assert table.rows.columns[last].title == "Giá trị"
    assert table.viewport().rect().contains(table.visualRect(table.rows.index(0, last)))


@each_window
def test_the_ratings_of_a_year_are_whole_and_a_reason_is_read(
    open_window: Opened, size: tuple[int, int]
) -> None:
    page, table = with_panel(open_window(size), Link("phan-cong", "danh-gia"))
    titles = [column.title for column in table.rows.columns]
    rated, reason = titles.index("Mức đánh giá"), titles.index("Lý do đổi mức")
    assert not table.isColumnHidden(reason)
    rows = [table.rows.row(n) for n in range(table.rows.rowCount())]
    widest = max(theme.metrics("body").horizontalAdvance(row.cells[rated].text) for row in rows)
    assert table.columnWidth(rated) >= widest + 16
    changed = next(row for row in rows if row.cells[reason].text)
    table.select(changed.data)
    settle()
    beneath = page.reviews.beneath
    assert changed.cells[reason].text in beneath.text()
    assert beneath.isVisible()


def test_what_was_met_before_is_read_in_full_below_its_list(open_window: Opened) -> None:
    page, table = with_panel(open_window((1280, 697)), Link("phan-cong", "da-dat"))
    beneath = page.lapses.beneath
    assert beneath.isVisible()
    for number in range(table.rows.rowCount()):
        row = table.rows.row(number)
        table.select(row.data)
        settle()
        for title, cell in zip((column.title for column in table.rows.columns), row.cells, strict=True):
            if title in ("Nguyên nhân", "Giải pháp", "Đơn vị hỗ trợ"):
                assert cell.text in beneath.text()


@each_window
def test_the_curve_of_a_work_is_seen_whole(open_window: Opened, size: tuple[int, int]) -> None:
    page = works_at(open_window(size), PROGRESS)
    detail = page._detail
    curve = detail.progress.curve
    sight = detail._scroll.viewport()
    place = QRect(curve.mapTo(sight, QPoint()), curve.size())
    assert sight.rect().contains(place)
    assert curve._picture is not None
    assert curve.height() >= curve._picture.height


def test_the_first_tab_of_a_work_is_seen_whole_below_many_works(open_window: Opened) -> None:
    window = open_window((1366, 697))
    page = works_at(window, 0)
    rows = [page._table.rows.row(n) for n in range(page._table.rows.rowCount())]
    more = [replace(row, data=f"{row.data} {n}") for row in rows[:-1] for n in range(3)]
    page._table.show_rows([*rows[:-1], *more, rows[-1]])
    page._fit_rows()
    settle()
    assert page._detail._scroll.verticalScrollBar().maximum() == 0
    assert page._table._foot.isVisible()  # and what all of them cost


def test_the_money_of_a_work_has_one_scroll_bar(open_window: Opened) -> None:
    page = works_at(open_window((1366, 697)), MONEY)
    money = page._detail.money
    assert money.entries.rows.rowCount() > 8
    for table in (money.table, money.entries):
        assert table.verticalScrollBar().maximum() == 0
        assert table.viewport().height() >= 28 * table.rows.rowCount()


def test_a_row_reached_by_key_is_brought_into_sight_where_its_table_does_not_scroll(
    open_window: Opened,
) -> None:
    window = open_window((1366, 697))
    page = works_at(window, MONEY)
    entries = page._detail.money.entries
    window.activateWindow()
    entries.setFocus()
    last = entries.rows.index(entries.rows.rowCount() - 1, 0)
    entries.setCurrentIndex(last)
    settle()
    sight = page._detail._scroll.viewport()
    middle = entries.viewport().mapTo(sight, entries.visualRect(last).center())
    assert sight.rect().contains(middle)


def works_at(window: MainWindow, tab: int) -> WorksPage:
    window.follow(Link("cong-trinh"))
    settle()
    page = current_page(window)
    assert isinstance(page, WorksPage)
    assert page._loaded is not None
    page.select(next(row.uid for row in page._loaded.rows if row.name == ROAD))
    page._detail.tabs.choose(tab)
    settle()
    settle()
    return page


def test_an_empty_list_leads_to_the_guide(
    qtbot: QtBot, folder: Path, open_context: Callable[[Path], Context]
) -> None:
    """And all of them begin at one place."""
    window = MainWindow(open_context(folder))
    window.furnish(None)
    qtbot.addWidget(window, before_close_func=lambda closing: closing._close_now())
    window.resize(1366, 697)
    window.show()
    window.begin()
    places = set()
    for key in ("cong-trinh", "huy-dong", "vuong-mac", "don-vi-thi-cong"):
        window.follow(Link(key))
        settle()
        (empty,) = (one for one in current_page(window).findChildren(EmptyState) if one.isVisible())
        places.add(empty.mapTo(window, QPoint()).x())
        link = next(b for b in empty.findChildren(QPushButton) if "hướng dẫn" in b.text())
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
        assert window._help is not None
        assert window._help.isVisible()
        window._help.close()
    assert len(places) == 1
