"""How the tests of Thiết lập reach what a person sees: the shown page, its open dialog, fields by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.context import Context
from ui.pages.setup import SetupPage
from ui.pages.setup_section import Problem
from ui.widgets.buttons import Button
from ui.widgets.edits import Choice, TextEdit
from ui.widgets.forms import Field
from ui.widgets.labels import Label
from ui.widgets.table import Table

if TYPE_CHECKING:
    from ui.tasks import Session

T = TypeVar("T")
_PLAIN = Qt.KeyboardModifier.NoModifier


def open_page(context: Context, qtbot: QtBot, anchor: str) -> SetupPage:
    page = SetupPage(context)
    qtbot.addWidget(page)
    page.resize(1176, 621)
    context.events.changed.connect(page.reload)  # as the window does
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.reload()
    page.select(anchor)
    return page


def press(place: QWidget, words: str, qtbot: QtBot) -> None:
    found = [b for b in place.findChildren(Button) if b.accessibleName() == words and b.isVisible()]
    qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)


def dialog(page: QWidget) -> QDialog:
    return next(d for d in page.findChildren(QDialog) if d.isVisible())


def no_dialog(page: QWidget) -> bool:
    return not any(d.isVisible() for d in page.findChildren(QDialog))


def field(place: QWidget, name: str) -> Field:
    return next(f for f in place.findChildren(Field) if f.edit.accessibleName().startswith(name))


def type_into(place: QWidget, name: str, text: str, qtbot: QtBot) -> Field:
    """Types over what a field holds and leaves it."""
    found = field(place, name)
    assert isinstance(found.edit, TextEdit)
    found.edit.setFocus()
    found.edit.selectAll()
    type_text(found.edit, text)
    qtbot.keyClick(found.edit, Qt.Key.Key_Tab)
    return found


def type_text(edit: QLineEdit, text: str) -> None:
    """Over what is selected; any letter (``QTest.keyClicks`` knows only ASCII)."""
    if not text:
        QApplication.sendEvent(edit, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Delete, _PLAIN, ""))
    for letter in text:
        QApplication.sendEvent(edit, QKeyEvent(QEvent.Type.KeyPress, 0, _PLAIN, letter))


def choose(place: QWidget, name: str, words: str) -> None:
    edit = field(place, name).edit
    assert isinstance(edit, Choice)
    place_of = edit.findText(words)
    assert place_of >= 0, [edit.itemText(n) for n in range(edit.count())]
    edit.setCurrentIndex(place_of)
    edit.activated.emit(place_of)


def error_of(found: Field) -> str:
    return found.edit.accessibleDescription()


def problem(place: QWidget) -> str:
    return next((p.text() for p in place.findChildren(Problem) if p.isVisible()), "")


def words_on(place: QWidget) -> list[str]:
    return [label.text() for label in place.findChildren(Label) if label.isVisible() and label.text()]


def table(page: QWidget, name: str) -> Table:
    return next(t for t in page.findChildren(Table) if t.accessibleName() == name)


def texts(view: Table) -> list[tuple[str, ...]]:
    return [
        tuple(cell.text for cell in view.rows.row(number).cells) for number in range(view.rows.rowCount())
    ]


def type_cell(view: Table, row: int, column: int, text: str, qtbot: QtBot) -> None:
    view.setFocus()
    view.setCurrentIndex(view.rows.index(row, column))
    type_over(view, text, qtbot)


def type_over(view: Table, text: str, qtbot: QtBot) -> None:
    """Into the current cell, left by Enter."""
    qtbot.keyClick(view, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert view.isAncestorOf(editor)
    editor.setText(text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    for _turn in ("the editor commits", "the page is told"):
        QCoreApplication.sendPostedEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def read(context: Context, fn: Callable[[Session], T]) -> T:
    found: list[T] = []
    context.tasks.read(fn, found.append, context.tasks)
    return found[0]
