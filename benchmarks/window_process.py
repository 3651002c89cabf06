"""One run of ``bench_window``: ``bare`` or ``product``, a process of its own. Prints its numbers as JSON."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QTableWidget, QTableWidgetItem

from benchmarks.memory import resident_megabytes

if TYPE_CHECKING:
    from ui.pages.overview import OverviewPage

_REST_MS = 1_500
_START = float(os.environ["NTM_BENCH_START"])


def since_start() -> float:
    return time.monotonic() - _START


class BareTable(QTableWidget):
    """The floor: a window with one table of a set's size."""

    def __init__(self, app: QApplication, numbers: dict[str, float]) -> None:
        super().__init__(49, 6)
        self._app = app
        self._numbers = numbers
        self.resize(1366, 697)
        for row in range(49):
            for column in range(6):
                self.setItem(row, column, QTableWidgetItem(f"Chỉ tiêu {row}.{column}"))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if "painted" not in self._numbers:
            self._numbers["painted"] = since_start()
            QTimer.singleShot(_REST_MS, self._rest)

    def _rest(self) -> None:
        self._numbers["memory"] = resident_megabytes()
        self._app.quit()


def bare(numbers: dict[str, float]) -> None:
    app = QApplication(sys.argv[:1])
    table = BareTable(app, numbers)
    table.show()
    app.exec()


class Heartbeat:
    """The longest time between two turns of the event loop, from the first paint on."""

    def __init__(self, numbers: dict[str, float]) -> None:
        self._numbers = numbers
        self._elapsed = QElapsedTimer()
        self._timer = QTimer()
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_beat)

    def start(self) -> None:
        self._elapsed.start()
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _on_beat(self) -> None:
        stall = self._elapsed.nsecsElapsed() / 1e9
        self._numbers["stall"] = max(self._numbers.get("stall", 0.0), stall)
        self._elapsed.restart()


def product(folder: Path, numbers: dict[str, float]) -> None:
    from ui import app as root

    app = root.make_application(sys.argv[:1])
    start = root.Start(folder)
    heartbeat = Heartbeat(numbers)

    def rest() -> None:
        numbers["memory"] = resident_megabytes()
        start.window.close()  # which keeps the picture for the next run

    def live() -> None:
        if page().is_current:
            numbers.setdefault("live", since_start())

    def read_anew(_overview: object) -> None:
        live()
        if "anew" not in numbers:
            numbers["anew"] = since_start()
            QTimer.singleShot(_REST_MS // 2, heartbeat.stop)
            QTimer.singleShot(_REST_MS, rest)

    def painted() -> None:
        numbers["painted"] = since_start()
        heartbeat.start()

    def page() -> OverviewPage:
        from ui.pages.overview import OverviewPage

        found = start.window.findChild(OverviewPage)
        assert found is not None
        return found

    def shown() -> None:
        page().loaded.connect(read_anew)

    start.window.content_painted.connect(shown)
    start.window.content_painted.connect(live)
    start.window.painted.connect(painted)
    app.exec()
    assert start.program is not None
    start.program.end()


def main() -> None:
    numbers: dict[str, float] = {}
    if sys.argv[1] == "bare":
        bare(numbers)
    else:
        product(Path(sys.argv[2]), numbers)
    print(json.dumps(numbers))


if __name__ == "__main__":
    main()
