"""Every control of every page has a name that can be spoken and a key that reaches it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ntm_desktop.domain.overview import Link
from ui.context import Context
from ui.main_window import MainWindow
from ui.widgets.brief import BriefLine
from ui.widgets.cards import Line
from ui.widgets.tile import TileButton

PAGES = (
    "tong-quan",
    "tieu-chi",
    "cong-trinh",
    "don-vi-thi-cong",
    "huy-dong",
    "vuong-mac",
    "phan-cong",
    "lay-y-kien",
    "ho-so",
    "lich-su",
)
SECTIONS = ("xa", "can-bo", "bo-tieu-chi", "muc", "van-ban", "sao-luu", "giao-dien")
CONSULTED = ("y-kien", "khao-sat", "cuoc-hop", "muc")
LINKS = [
    *map(Link, PAGES),
    *(Link("lay-y-kien", tab) for tab in CONSULTED),
    *(Link("thiet-lap", section) for section in SECTIONS),
]
each_page = pytest.mark.parametrize("link", LINKS, ids=lambda link: link.anchor or link.page)
KEY_IN_TIP = re.compile(r"\((Ctrl|Alt|Shift|Esc|Enter|F\d)")


@pytest.fixture
def window(
    qtbot: QtBot, sample_folder: Path, tmp_path: Path, open_context: Callable[[Path], Context]
) -> MainWindow:
    folder = Path(shutil.copytree(sample_folder, tmp_path / "mẫu"))
    made = MainWindow(open_context(folder))
    made.furnish(None)
    qtbot.addWidget(made, before_close_func=lambda closing: closing._close_now())
    made.resize(1366, 697)
    made.show()
    made.begin()
    return made


def controls(window: QWidget) -> Iterator[QWidget]:
    """What the Tab key reaches, without the parts that Qt itself makes inside others."""
    for widget in window.findChildren(QWidget):
        reached = widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if reached and not isinstance(widget, QLabel | QScrollArea | QHeaderView):
            yield widget


def has_key(widget: QWidget, window: QWidget) -> bool:
    if isinstance(widget, QAbstractButton) and not widget.shortcut().isEmpty():
        return True
    labels = [label for label in window.findChildren(QLabel) if label.buddy() is widget]
    said = widget.toolTip() + (widget.placeholderText() if isinstance(widget, QLineEdit) else "")
    return bool(KEY_IN_TIP.search(said)) or any("&" in label.text() for label in labels)


def is_in_a_list(widget: QWidget) -> bool:
    """Tables, tiles and rows: one is reached by Tab, the others by arrows or Tab after it."""
    pressed = isinstance(widget, QAbstractButton | QLineEdit | QComboBox | QPlainTextEdit)
    return not pressed or isinstance(widget, TileButton | Line | BriefLine | QAbstractItemView)


@each_page
def test_every_control_has_a_name(window: MainWindow, link: Link) -> None:
    window.follow(link)
    nameless = [widget for widget in controls(window) if not widget.accessibleName()]
    assert nameless == []


def keyless(window: MainWindow) -> list[str]:
    found = [w for w in controls(window) if not is_in_a_list(w) and not has_key(w, window)]
    return [f"{type(widget).__name__} {widget.accessibleName()}" for widget in found]


@each_page
def test_every_control_has_a_key(window: MainWindow, link: Link) -> None:
    window.follow(link)
    assert keyless(window) == []


@each_page
def test_no_two_controls_want_the_same_key(window: MainWindow, link: Link) -> None:
    window.follow(link)
    shown = [widget for widget in window.findChildren(QWidget) if widget.isVisible()]
    texts = [b.text() for b in shown if isinstance(b, QAbstractButton)]
    texts += [label.text() for label in shown if isinstance(label, QLabel) and label.buddy() is not None]
    letters = [match.group(1).lower() for text in texts if (match := re.search(r"&(\w)", text))]
    assert sorted(letters) == sorted(set(letters))
