"""The search of the top bar: asks while typing, shows hits below, leads to the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui import theme
from ui.tasks import Tasks
from ui.widgets.line_edit import LineEdit

if TYPE_CHECKING:
    from datetime import date

    from ntm_desktop.domain.overview import Link
    from ntm_desktop.services.search import Hit
    from ui.tasks import Session
    from ui.widgets.search_results import SearchResults

_PAUSE_MS = 150
_NARROWEST, _WIDEST = 216, 260


def _search(session: Session, text: str, on: date) -> tuple[Hit, ...]:
    from ntm_desktop.services import search  # on the data thread: it takes the database along

    return search.search(session, text=text, on=on)


class SearchBox(LineEdit):
    followed = Signal(object)  # Link

    def __init__(self, tasks: Tasks, window: QWidget) -> None:
        super().__init__()
        self._tasks = tasks
        self._window = window
        self._results: SearchResults | None = None
        self._before: QWidget | None = None  # where one was
        self.setFont(theme.font("body"))
        self.setPlaceholderText(self.tr("Tìm trong xã này (Ctrl+K)"))
        self.setAccessibleName(self.tr("Tìm trong xã này"))
        self.setMinimumWidth(_NARROWEST)
        self.setMaximumWidth(_WIDEST)
        self._glass = self.addAction(theme.icon("search", "text2"), self.ActionPosition.LeadingPosition)
        self._timer = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self.textChanged.connect(self._on_text_changed)
        self._timer.timeout.connect(self._on_pause)

    def search_in(self, tasks: Tasks) -> None:
        self._tasks = tasks

    def begin(self) -> None:
        """Takes the focus; Esc in the empty field gives it back."""
        if not self.hasFocus():
            self._before = QApplication.focusWidget()
        self.setFocus()
        self.selectAll()

    def open_results(self) -> SearchResults | None:
        """The list of hits, while it is shown."""
        return self._results if self._results is not None and self._results.isVisible() else None

    def sizeHint(self) -> QSize:
        return QSize(_WIDEST, super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        results = self.open_results()
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step and results is not None:
            results.step(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and results is not None:
            results.choose()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self._end()
        elif event.key() == Qt.Key.Key_Escape and self._before is not None and isValid(self._before):
            self._before.setFocus()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._glass.setIcon(theme.icon("search", "text2"))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._hide_results()

    def _on_text_changed(self) -> None:
        if self.text().strip():
            self._timer.start()
        else:
            self._timer.stop()
            self._hide_results()

    def _on_pause(self) -> None:
        text, on = self.text(), self._tasks.today()

        def shown(hits: tuple[Hit, ...]) -> None:
            if self.text() == text and self.hasFocus():
                self._show_hits(hits)

        self._tasks.read(lambda session: _search(session, text, on), shown, self)

    def _show_hits(self, hits: tuple[Hit, ...]) -> None:
        if self._results is None:
            from ui.widgets.search_results import SearchResults  # once somebody searches

            self._results = SearchResults(self._window)
            self._results.chosen.connect(self._on_chosen)
        self._results.show_hits(hits, self)

    def _on_chosen(self, link: Link) -> None:
        self._end()
        self.followed.emit(link)

    def _end(self) -> None:
        """The field is as if nothing had been typed: there is nothing to undo in it either."""
        self._hide_results()
        self.setText("")

    def _hide_results(self) -> None:
        if self._results is not None:
            self._results.hide()
