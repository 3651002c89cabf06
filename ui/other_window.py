"""One window for one data folder: who comes second asks the first, through a file beside the lock, to show.

A file, because that works on every system, whatever the window is called, and needs no network module.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

_ASKS = "lock.show"
_LOOK_MS, _LOOKS = 100, 30  # a window that has not answered by then will not


class Doorbell(QObject):
    """Of the window that has the data: ``rung`` when another one asks for it."""

    rung = Signal()

    def __init__(self, folder: Path, has_data: Callable[[], bool], parent: QObject) -> None:
        """``has_data``: before the data are open it may be another window that is asked."""
        super().__init__(parent)
        self._file, self._has_data = folder / _ASKS, has_data
        watcher = QFileSystemWatcher([str(folder)], self)
        watcher.directoryChanged.connect(self._on_changed)

    def _on_changed(self) -> None:
        if self._has_data() and self._file.exists():
            self.rung.emit()
            _discard(self._file)  # the answer


class Ring(QObject):
    """Of the window that came second."""

    answered = Signal()
    unanswered = Signal()

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._file, self._looks = folder / _ASKS, 0
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._on_timeout)

    def ring(self) -> None:
        _let_others_come_forward()
        try:
            self._file.write_bytes(b"")
        except OSError:  # a folder that cannot be written to; then nobody can be asked
            self._looks = _LOOKS
        self._timer.start()

    def _on_timeout(self) -> None:
        self._looks += 1
        if self._looks < _LOOKS and self._file.exists():
            return
        self._timer.stop()
        if self._looks < _LOOKS:
            self.answered.emit()
        else:
            _discard(self._file)
            self.unanswered.emit()


def come_forward(window: QWidget) -> None:
    """In front of what covers it; from the task bar, if it was put there."""
    if window.isMinimized():
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    (QApplication.activeModalWidget() or window).activateWindow()


def _let_others_come_forward() -> None:
    """Windows gives the front only to whom the program in front, just started by a person, allows it."""
    if sys.platform == "win32":
        import ctypes

        anybody = -1
        ctypes.windll.user32.AllowSetForegroundWindow(anybody)


def _discard(file: Path) -> None:
    try:
        file.unlink(missing_ok=True)
    except OSError:  # someone else has it open: the other window then says what is the matter
        return
