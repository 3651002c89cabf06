"""What the authority said, read and answered by the commune at the indicator and at the work."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import criteria_screen
import pytest
import remarked_folder
import works_screen
from page_screen import PageScreen
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from works_screen import ROAD

from ntm_desktop.domain.overview import Link
from ui.context import Context
from ui.dialogs.answer import AnswerDialog
from ui.main_window import MainWindow
from ui.models.indicators import REMARK
from ui.models.works import REMARK as WORK_REMARK
from ui.widgets.navigation import NavItem
from ui.widgets.page import Page

Open = Callable[[Path], Context]


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return remarked_folder.make(tmp_path_factory.mktemp("remarked"))


@pytest.fixture
def remarked(original: Path, tmp_path: Path, open_context: Open) -> Context:
    return open_context(Path(shutil.copytree(original, tmp_path / "yen-hoa")))


def says(place: QWidget) -> list[str]:
    QCoreApplication.processEvents()  # what was just made is shown
    return [label.text() for label in place.findChildren(QLabel) if label.isVisible() and label.text()]


def press(qtbot: QtBot, place: QWidget, words: str) -> None:
    buttons = place.findChildren(QPushButton)
    (button,) = [one for one in buttons if one.isVisible() and one.text().replace("&", "") == words]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def answer(qtbot: QtBot, page: Page, text: str) -> None:
    (dialog,) = page.findChildren(AnswerDialog)
    dialog.findChildren(QPlainTextEdit)[0].setPlainText(text)
    press(qtbot, dialog, "Ghi trả lời")


def marks(screen: criteria_screen.Screen) -> dict[str, str]:
    rows = (screen.table.rows.row(number) for number in range(screen.table.rows.rowCount()))
    return {str(row.data): row.cells[REMARK].text for row in rows if row.cells[REMARK].text}


def count(window: MainWindow, key: str) -> int:
    return next(item._count for item in window.findChildren(NavItem) if item.key == key)


def test_an_indicator_that_is_met_needs_action_while_a_remark_waits(qtbot: QtBot, remarked: Context) -> None:
    screen = criteria_screen.Screen(qtbot, remarked)
    assert marks(screen) == {"2.1": "Chưa trả lời", "17.6": "Chưa trả lời"}
    assert not screen.table.isColumnHidden(REMARK)
    screen.page.select("2.1")
    said = says(screen.page.details)
    assert "Bổ sung biên bản." in said
    assert "Khi nhận xét: 100% – Đạt" in said
    assert "Hiện nay: 100% – Đạt" in said
    press(qtbot, screen.page.details, "Trả lời")
    answer(qtbot, screen.page, "Đã bổ sung ngày 02/7/2021.")
    assert marks(screen) == {"2.1": "Đã trả lời", "17.6": "Chưa trả lời"}
    assert "Đã bổ sung ngày 02/7/2021." in says(screen.page.details)
    assert screen.told == ["Đã ghi trả lời. Trả lời đi cùng gói gửi lần tới."]


def test_an_empty_answer_is_refused_and_nothing_is_written(qtbot: QtBot, remarked: Context) -> None:
    screen = criteria_screen.Screen(qtbot, remarked)
    screen.page.select("2.1")
    press(qtbot, screen.page.details, "Trả lời")
    (dialog,) = screen.page.findChildren(AnswerDialog)
    press(qtbot, dialog, "Ghi trả lời")
    assert "Chưa nhập nội dung trả lời." in says(dialog)
    assert marks(screen)["2.1"] == "Chưa trả lời"


def test_other_indicators_and_criteria_show_no_remark(qtbot: QtBot, remarked: Context) -> None:
    screen = criteria_screen.Screen(qtbot, remarked)
    for anchor in ("2.2", "2"):
        screen.page.select(anchor)
        assert "Nhận xét của cơ quan thẩm định" not in says(screen.page.details)


def test_without_any_there_is_no_column(qtbot: QtBot, sample_context: Context) -> None:
    screen = criteria_screen.Screen(qtbot, sample_context)
    assert screen.table.isColumnHidden(REMARK)
    works = works_screen.Screen(qtbot, sample_context)
    assert works.first_table().isColumnHidden(WORK_REMARK)
    works.page._detail.tabs.choose(8)
    assert "Chưa có nhận xét nào về công trình này." in works.says(works.page._detail)


def test_a_work_shows_what_was_said_of_it_and_is_answered_there(qtbot: QtBot, remarked: Context) -> None:
    screen: PageScreen[works_screen.WorksPage] = works_screen.Screen(qtbot, remarked)
    marked = {row[1]: row[WORK_REMARK] for row in screen.rows() if row[WORK_REMARK]}
    assert marked == {ROAD: "Chưa trả lời"}
    assert isinstance(screen, works_screen.Screen)
    screen.choose(ROAD)
    detail = screen.page._detail
    assert "Nhận xét 1" in [tab.text() for tab in detail.tabs._tabs]
    detail.tabs.choose(8)
    assert remarked_folder.LATE in screen.says(detail)
    press(qtbot, detail, "Trả lời")
    answer(qtbot, screen.page, "Đã ký.")
    assert {row[1]: row[WORK_REMARK] for row in screen.rows() if row[WORK_REMARK]} == {ROAD: "Đã trả lời"}
    assert "Đã ký." in screen.says(detail)


def test_the_navigation_counts_before_a_page_was_opened(qtbot: QtBot, remarked: Context) -> None:
    window = MainWindow(remarked)
    window.furnish(None)
    qtbot.addWidget(window, before_close_func=lambda closing: closing._close_now())
    window.resize(1366, 697)
    window.show()
    window.begin()
    QCoreApplication.processEvents()
    before = count(window, "trao-doi")
    assert before == 2  # the remarks, and a package that never went to a stick
    criteria = count(window, "tieu-chi")
    window.follow(Link("trao-doi"))
    assert count(window, "trao-doi") == before
    window.follow(Link("tieu-chi"))
    page = window._stage.current()
    assert page is not None
    page.select("2.1")
    press(qtbot, window._stage, "Trả lời")
    answer(qtbot, page, "Đã bổ sung.")
    assert count(window, "tieu-chi") == criteria - 1
