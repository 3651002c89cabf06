"""Who has the keyboard when what had it hides, greys or is gone.

Qt hands it on to whatever comes next in the window, even to what takes back what was just written.
"""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from ui.stage import Stage


class KeptFocus(QObject):
    """Keeps the keyboard in the stage: on the list of the page in front, when what had it is no more."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._stage = stage
        self._last: QWidget | None = None  # in the stage, while nobody has left it
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._stage.isAncestorOf(now):
            self._last = now
        elif self._last is not None and (now or self._stage).window() is self._stage.window():
            QTimer.singleShot(0, self, self._settle)  # what comes instead may not be shown yet

    def _settle(self) -> None:
        focus = QApplication.focusWidget()
        away = focus is None or not self._stage.isAncestorOf(focus)
        if self._last is None or not away or QApplication.activeWindow() is not self._stage.window():
            return
        last, self._last = self._last, None
        if not shiboken6.isValid(last) or not last.isVisible() or not last.isEnabled():
            self._stage.take_focus()
