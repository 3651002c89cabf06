"""Page Tiêu chí: what stands in and below the fields can be read."""

from __future__ import annotations

import pytest
from criteria_screen import Screen
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from scripted import cut_labels

from ui.context import Context


@pytest.fixture
def screen(qtbot: QtBot, context: Context) -> Screen:
    return Screen(qtbot, context)


@pytest.mark.parametrize(("code", "typed"), [("2.1", "64,2"), ("6.1", "d"), ("17.1", "90")])
def test_why_a_date_is_refused_can_be_read(screen: Screen, code: str, typed: str) -> None:
    screen.choose(code)
    screen.type(typed)
    screen.fill("Số liệu ngày", "30/12/2027")
    screen.press(Qt.Key.Key_Return)
    screen.settle()
    (told,) = (w for w in screen.page.details.findChildren(QLabel) if w.isVisible() and "2027" in w.text())
    assert told.width() > 250
    assert cut_labels(screen.page.details) == []


def test_an_income_has_room_beside_its_unit(screen: Screen) -> None:
    screen.choose("10.1")
    screen.type("38,125")
    edit = screen.field("Hiện trạng (triệu đồng/người/năm)")
    assert isinstance(edit, QLineEdit)
    assert edit.width() > edit.fontMetrics().horizontalAdvance("1.038,125") + 20
