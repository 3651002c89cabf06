"""A whole window before a test, and what a test asks of the one of an authority."""

from __future__ import annotations

from typing import TypeVar

from fitting import settle
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ntm_desktop.domain.overview import Link
from ntm_desktop.services import history
from ui.authority_window import AuthorityWindow
from ui.context import Context
from ui.main_window import MainWindow

W = TypeVar("W", bound=MainWindow)


def begun(qtbot: QtBot, window: W) -> W:
    """In front, with its first page read."""
    window.furnish(None)
    qtbot.addWidget(window, before_close_func=lambda closing: closing._close_now())
    window.resize(1366, 697)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.begin()
    return window


def opened(window: AuthorityWindow, qtbot: QtBot, name: str = "Yen Hoa") -> AuthorityWindow:
    """With a commune open, as a person opens it: by its name and Enter."""
    window.follow(Link("cac-xa"))
    page = window._stage.current()
    assert page is not None
    page.begin_search()  # type: ignore[attr-defined]
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.clear()
    qtbot.keyClicks(field, name)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle()
    return window


def says(place: QWidget) -> list[str]:
    return [label.text() for label in place.findChildren(QLabel) if label.isVisible() and label.text()]


def entries(context: Context, window: QWidget, of: str | None = None) -> int:
    found: list[int] = []
    context.tasks.read(lambda session: len(history.entries(session, limit=100)), found.append, window, of=of)
    return found[0]
