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
        self._taken = False  # from the last one, not by a person
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        """A person leaves what can still be seen and pressed, and in the window that is active: whoever comes
        back to it finds the keyboard elsewhere only because what had it was greyed or hidden meanwhile."""
        if now is not None and (now is self._stage or self._stage.isAncestorOf(now)):
            self._last, self._taken = now, False
        elif self._last is not None and (now or self._stage).window() is self._stage.window():
            left_here = before is not None and before.window() is self._stage.window()
            self._taken = self._taken or not left_here or not _can_have_it(self._last)
            QTimer.singleShot(0, self, self._settle)  # what comes instead may not be shown yet

    def _settle(self) -> None:
        focus = QApplication.focusWidget()
        away = focus is None or not self._stage.isAncestorOf(focus)
        if self._last is None or not away or QApplication.activeWindow() is not self._stage.window():
            return
        last, taken = self._last, self._taken
        self._last, self._taken = None, False
        if not _can_have_it(last):
            self._stage.take_focus()
        elif taken:
            last.setFocus()


def _can_have_it(widget: QWidget) -> bool:
    return shiboken6.isValid(widget) and widget.isVisible() and widget.isEnabled()
