"""The page Tiêu chí on a screen, driven by keys and read by eye; used by the tests of the page."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from scripted import ScriptedAsk

from ntm_desktop.services import indicators
from ui.context import Context
from ui.models.rows import Kind
from ui.pages.criteria import CriteriaPage
from ui.stage import Stage
from ui.widgets.options import OptionRow
from ui.widgets.table import Table

TODAY = date(2021, 6, 30)


class Screen:
    """The page with its panel in a stage, reloaded after each write, as the window does it."""

    def __init__(self, qtbot: QtBot, context: Context, width: int = 1176, height: int = 621) -> None:
        self.context = context
        self.stage = Stage()
        qtbot.addWidget(self.stage)
        self.page = CriteriaPage(context)
        self.stage.add(self.page)
        self.stage.show_page("tieu-chi")
        self.stage.resize(width, height)
        context.events.changed.connect(self._on_changed)
        self.told: list[str] = []
        self.page.told.connect(self.told.append)
        with qtbot.waitActive(self.stage):
            self.stage.show()
            self.stage.activateWindow()
        self.page.reload()

    def _on_changed(self) -> None:
        self.page.reload()

    @property
    def table(self) -> Table:
        return self.page._table

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.focus(), key)

    def type(self, text: str) -> None:
        """Any letter: QTest.keyClicks knows only ASCII."""
        for letter in text:
            code = ord(letter.upper()) if letter.isascii() else 0
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(self.focus(), event)

    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    @property
    def ask(self) -> ScriptedAsk:
        assert isinstance(self.context.ask, ScriptedAsk)
        return self.context.ask

    def codes(self) -> list[str]:
        model = self.table.rows
        rows = (model.row(number) for number in range(model.rowCount()))
        return [str(row.data) for row in rows if row.kind is Kind.ITEM]

    def cell(self, code: str, column: int) -> str:
        model = self.table.rows
        return str(model.index(model.find(code), column).data())

    def detail(self, code: str) -> indicators.IndicatorDetail:
        found: list[indicators.IndicatorDetail] = []
        self.context.tasks.read(
            lambda session: indicators.detail(session, code=code, on=TODAY), found.append, self.stage
        )
        return found[0]

    def counts(self) -> indicators.IndicatorCounts:
        found: list[indicators.IndicatorTable] = []
        self.context.tasks.read(lambda session: indicators.table(session, on=TODAY), found.append, self.stage)
        return found[0].counts

    def says(self) -> str:
        """All that the panel shows, to look for a sentence."""
        self.settle()
        labels = self.page.details.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    def field(self, name: str) -> QWidget:
        """What can be typed in or pressed, by the name that a screen reader speaks."""
        kinds = (QLineEdit, QPlainTextEdit, QComboBox, OptionRow, QPushButton)
        found = [w for w in self.page.details.findChildren(QWidget) if isinstance(w, kinds)]
        return next(w for w in found if w.isVisible() and w.accessibleName() == name)

    def fill(self, name: str, text: str) -> None:
        """Types over what is in a field, as a person does who tabbed into it."""
        edit = self.field(name)
        edit.setFocus()
        assert isinstance(edit, QLineEdit | QPlainTextEdit)
        edit.selectAll()
        self.type(text)

    def open_tab(self, index: int) -> None:
        self.page.details.tabs.choose(index)
        self.settle()

    def chord(self, keys: str) -> None:
        QTest.keySequence(self.focus(), QKeySequence(keys))
        self.settle()

    def settle(self) -> None:
        """Rows that were just added are shown when the event loop turns."""
        QApplication.processEvents()

    def choose(self, code: str) -> indicators.IndicatorDetail:
        self.page.select(code)
        self.table.setFocus()
        self.settle()
        return self.detail(code)
