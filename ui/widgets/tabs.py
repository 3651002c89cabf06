"""Tabs with words and an accent line, turned by Ctrl+PgUp and Ctrl+PgDn as in Excel.

Tab stops once, at the chosen one; arrows go to the others and choose them. The pages they switch belong to
the caller (a QStackedWidget).
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui import theme
from ui.widgets.flow import FlowLayout, flowing

_HEIGHT = 34


class Tab(QAbstractButton):
    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        return QSize(theme.metrics("strong").horizontalAdvance(self.text()) + 2, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()  # a button alone would only move the focus; the row chooses
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        chosen = self.isChecked()
        painter = QPainter(self)
        painter.setFont(theme.font("strong" if chosen else "body"))
        painter.setPen(theme.color("accent" if chosen else "text2"))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(0, 0, self.width(), self.height() - 2), middle, self.text())
        if chosen:
            painter.fillRect(0, self.height() - 3, self.width(), 3, theme.color("accent"))
        if self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 1, Qt.PenStyle.DotLine))
            painter.drawRect(0, 4, self.width() - 1, self.height() - 10)
        painter.end()


class Tabs(QWidget):
    chosen = Signal(int)

    def __init__(self, words: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = FlowLayout(18, self, between_lines=0)
        self.setSizePolicy(flowing())
        self._tabs = [Tab(word) for word in words]
        for keys, slot in (("Ctrl+PgUp", self._on_back), ("Ctrl+PgDown", self._on_forward)):
            QShortcut(QKeySequence(keys), self, slot)
        for tab in self._tabs:
            tab.setToolTip(self.tr("Trang trước, sau (Ctrl+PgUp, Ctrl+PgDn)"))
            tab.clicked.connect(self._on_clicked)
            row.addWidget(tab)
        self._show_chosen(0)

    def current(self) -> int:
        return next(i for i, tab in enumerate(self._tabs) if tab.isChecked())

    def choose(self, index: int) -> None:
        focused = any(tab.hasFocus() for tab in self._tabs)
        self._show_chosen(index)
        if focused:
            self._tabs[index].setFocus()
        self.chosen.emit(index)

    def take_focus(self) -> None:
        """What was worked in is hidden, and what comes has nothing to go through."""
        self._tabs[self.current()].setFocus()

    def set_words(self, index: int, words: str) -> None:
        self._tabs[index].setText(words)
        self._tabs[index].setAccessibleName(words)
        self._tabs[index].updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        index = self.current() + step
        if step and 0 <= index < len(self._tabs):
            self.choose(index)
        else:
            super().keyPressEvent(event)

    def _show_chosen(self, index: int) -> None:
        """Only that one is a stop of Tab, so that the arrows start from where the focus is."""
        for place, tab in enumerate(self._tabs):
            tab.setChecked(place == index)
            stop = Qt.FocusPolicy.StrongFocus if place == index else Qt.FocusPolicy.ClickFocus
            tab.setFocusPolicy(stop)

    def _on_back(self) -> None:
        self.choose(max(0, self.current() - 1))

    def _on_forward(self) -> None:
        self.choose(min(len(self._tabs) - 1, self.current() + 1))

    def _on_clicked(self) -> None:
        pressed = self.sender()
        self.choose(next(i for i, tab in enumerate(self._tabs) if tab is pressed))
