"""Python looks for cyclic garbage here, on the GUI thread, and nowhere else.

By itself it looks on whichever thread has just made enough objects. On the data thread that would destroy
a closed dialog or a timer of the window from the wrong thread; Qt answers with a crash, rarely and elsewhere.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

_EVERY_MS = 1_000
_MANY = 20_000  # objects; to look through them takes some 20 ms
_AWAY_MS = 5_000


class Garbage(QObject):
    """From its making on Python's own collector is off; after ``settle`` a timer does its work."""

    def __init__(self) -> None:
        super().__init__()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.collect_if_due)
        self._away = QTimer(self)
        self._away.setSingleShot(True)
        self._away.setInterval(_AWAY_MS)
        self._away.timeout.connect(self._collect_all)

    def settle(self) -> None:
        """What starting made stays: looking through it again and again would take a seventh of the time."""
        gc.freeze()
        self._timer.start()
        app = QCoreApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.applicationStateChanged.connect(self._on_state_changed)

    def collect_if_due(self) -> None:
        """The oldest generation that is due by Python's own thresholds, which takes the younger with it.

        Of a register of thousands of works that was just read there are so many objects that looking would
        hold the window for 100 to 400 ms. They are left out until another program is in front.
        """
        due = [
            generation
            for generation, (count, threshold) in enumerate(
                zip(gc.get_count(), gc.get_threshold(), strict=True)
            )
            if threshold and count > threshold
        ]
        if not due:
            return
        if _tracked(due[-1]) > _MANY:
            gc.freeze()
        else:
            gc.collect(due[-1])

    def _on_state_changed(self, state: Qt.ApplicationState) -> None:
        """While another program is in front for some seconds, all is looked through, once."""
        if state == Qt.ApplicationState.ApplicationActive:
            self._away.stop()
        else:
            self._away.start()

    def _collect_all(self) -> None:
        gc.unfreeze()
        gc.collect()
        gc.freeze()


def _tracked(oldest: int) -> int:
    """How many objects a generation and the younger ones have.

    No line of Python runs between making their list and dropping it, so that no other thread does: while it
    stands it refers to every object, and a tuple that another thread is growing, which nobody else may refer
    to, would fail there with SystemError.
    """
    return sum(map(len, map(gc.get_objects, range(oldest + 1))))
