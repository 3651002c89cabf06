"""The window on a commune whose criteria set an older version took in, refused as a file today."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from criteria_screen import Screen
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from stored_set import SET, WITHOUT_LEVEL, store_old_set

from ntm_desktop.domain.judging import Verdict
from ntm_desktop.services import overview
from ui.context import Context
from ui.models.indicators import TARGET
from ui.pages.setup import SetupPage


def test_the_page_of_criteria_works_and_names_what_has_no_level(
    qtbot: QtBot, folder: Path, open_context: Callable[[Path], Context]
) -> None:
    store_old_set(folder)
    screen = Screen(qtbot, open_context(folder))
    assert len(screen.codes()) == 49
    assert "chưa có mức" in screen.cell(WITHOUT_LEVEL, TARGET)
    screen.choose(WITHOUT_LEVEL)
    assert "mức ghi trong bộ tiêu chí không dùng được" in screen.says()
    screen.choose("15.1")
    screen.type("90")
    screen.press(Qt.Key.Key_Return)
    assert screen.detail("15.1").row.verdict is Verdict.MET


def test_overview_and_settings_say_what_is_wrong_with_the_set(
    qtbot: QtBot, folder: Path, open_context: Callable[[Path], Context]
) -> None:
    store_old_set(folder)
    context = open_context(folder)
    notices: list[str] = []
    context.tasks.read(
        lambda session: [one.sentence for one in overview.load(session, today=date(2021, 6, 30)).warnings],
        notices.extend,
        context.events,
    )
    said = next(notice for notice in notices if "có chỗ sai" in notice)
    assert "Chỉ tiêu 10.1: mức quá lớn, không thể là mức thật." in said
    page = SetupPage(context)
    qtbot.addWidget(page)
    page.resize(1176, 621)
    page.show()
    page.select("bo-tieu-chi")
    page.reload()
    assert any(said in label.text() for label in page.findChildren(QLabel)), SET
