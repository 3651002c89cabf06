"""Python looks for cyclic garbage here, on the GUI thread, and nowhere else.

By itself it looks on whichever thread has just made enough objects. On the data thread that would destroy
a closed dialog or a timer of the window from the wrong thread; Qt answers with a crash, rarely and elsewhere.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1_000


class Garbage(QObject):
    """From its making on Python's own collector is off; after ``settle`` a timer does its work."""

    def __init__(self) -> None:
        super().__init__()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.collect_if_due)

    def settle(self) -> None:
        """What starting made stays: looking through it again and again would take a seventh of the time."""
        gc.freeze()
        self._timer.start()

    def collect_if_due(self) -> None:
        """The oldest generation that is due by Python's own thresholds, which takes the younger with it."""
        due = [
            generation
            for generation, (count, threshold) in enumerate(
                zip(gc.get_count(), gc.get_threshold(), strict=True)
            )
            if threshold and count > threshold
        ]
        if due:
            gc.collect(due[-1])
