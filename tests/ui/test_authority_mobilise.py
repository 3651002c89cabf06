"""An authority sees what people gave and what land is missing as totals, the same that the commune has."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from remarking import page_of
from whole_window import begun, opened, says

from ntm_desktop.domain.overview import Link
from ui.authority_window import AuthorityWindow
from ui.context import Context
from ui.main_window import MainWindow
from ui.pages.mobilise import PLOTS, MobilisePage
from ui.pages.works import WorksPage
from ui.widgets.table import Table

HOUSEHOLDS = 1  # column


@pytest.fixture
def theirs(
    authority_original: Path, tmp_path: Path, open_context: Callable[[Path], Context], qtbot: QtBot
) -> MobilisePage:
    """The page in the commune's own window."""
    folder = Path(shutil.copytree(authority_original.parent / "yen-hoa", tmp_path / "yen-hoa"))
    window = begun(qtbot, MainWindow(open_context(folder)))
    window.follow(Link("huy-dong"))
    page = window._stage.current()
    assert isinstance(page, MobilisePage)
    return page


@pytest.fixture
def window(qtbot: QtBot, authority_context: Context) -> AuthorityWindow:
    return opened(begun(qtbot, AuthorityWindow(authority_context)), qtbot)


@pytest.fixture
def page(window: AuthorityWindow) -> MobilisePage:
    return page_of(window, MobilisePage, "huy-dong")


def texts(table: Table) -> list[tuple[str, ...]]:
    rows = (table.rows.row(number) for number in range(table.rows.rowCount()))
    return [tuple(cell.text for cell in row.cells) for row in rows]


def without_households(rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return [(*row[:HOUSEHOLDS], *row[HOUSEHOLDS + 1 :]) for row in rows]


def chosen(page: MobilisePage, view: str, kind: str = "") -> list[tuple[str, ...]]:
    page._gifts._view.load(view)
    page._gifts._kinds.choose(kind)
    page._gifts._view.committed.emit(view)
    assert page._gifts.sums.isVisible()
    return texts(page._gifts.sums)


def test_the_totals_of_gifts_are_those_of_the_commune(theirs: MobilisePage, page: MobilisePage) -> None:
    facts = "17 khoản đóng góp  ·  06 hộ  ·  466.000.000 đồng"
    assert says(page.header)[1] == facts
    assert says(theirs.header)[1].replace("  ·  01 khoản đã rút", "") == facts  # which the sums leave out
    assert page._gifts._view.key() == "hamlet"
    assert [page._gifts._view.itemText(number)[:5] for number in range(3)] == ["Tổng "] * 3
    for view in ("hamlet", "work"):
        assert chosen(page, view) == chosen(theirs, view)
        assert len(texts(page._gifts.sums)) > 2
    assert without_households(chosen(page, "kind")) == without_households(chosen(theirs, "kind"))
    narrowed = chosen(page, "hamlet", "cong")
    assert without_households(narrowed) == without_households(chosen(theirs, "hamlet", "cong"))
    assert {row[HOUSEHOLDS] for row in narrowed} == {""}  # unknown is not none
    chips = [[chip.text() for chip in one._gifts._kinds.findChildren(QPushButton)] for one in (page, theirs)]
    assert chips[0] == chips[1]


def test_the_land_of_each_work_is_told_without_its_households(
    theirs: MobilisePage, page: MobilisePage, window: AuthorityWindow
) -> None:
    for one in (page, theirs):
        one.tabs.choose(PLOTS)
    assert says(page.header) == says(theirs.header)
    open_plots = len(theirs._loaded.plots.open)  # type: ignore[union-attr]
    *rows, whole = texts(page._land)
    assert page._land.isVisible()
    assert len(rows) > 0
    assert whole[:3] == ("Tổng cộng", str(len(theirs._plots.uids())), str(open_plots))
    assert window._navigation._items["huy-dong"].accessibleName() == f"Huy động: {open_plots}"
    names = {view.household for view in theirs._loaded.plots.rows}  # type: ignore[union-attr]
    assert not names & set(says(page))


def test_a_work_tells_what_was_given_to_it(
    theirs: MobilisePage, page: MobilisePage, window: AuthorityWindow
) -> None:
    (name, *_rest, value) = next(row for row in chosen(page, "work") if row[-1] != "0")
    works = page_of(window, WorksPage, "cong-trinh")
    row = next(row for row in works._loaded.rows if row.name == name)  # type: ignore[union-attr]
    works.select(row.uid)
    gifts = works._detail.gifts
    assert texts(gifts.sums)[-1][0] == "Tổng cộng"
    assert texts(gifts.sums)[-1][-1] == value
    assert {line[HOUSEHOLDS] for line in texts(gifts.sums)} == {""}
    assert gifts._sums.text().endswith(f"tổng giá trị {value} đồng")
    assert gifts._empty.isHidden()
