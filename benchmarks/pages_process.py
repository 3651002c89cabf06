"""The pages of the running window, one after the other: data folder, pages as links. Milliseconds as JSON.

``first …`` runs from the click to the painted page that was never opened before: reading, filling, and
building it, unless that was done while the mouse rested on the navigation. ``again …`` is the same page read
anew, as after a write. A preview that *Hồ sơ* makes afterwards is no part of it; it has ended before the next
page is opened.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication

from benchmarks import commune
from ui.turns import FIRST

if TYPE_CHECKING:
    from ui.app import Start
    from ui.main_window import MainWindow
    from ui.tasks import Job
    from ui.widgets.navigation import NavItem

_AGAIN = 5
_REACH_MS = 200  # from coming over an item to pressing it: a quick hand
_REST_MS = 4_000  # the garbage of starting is put aside by then


class Visitor(QObject):
    """Opens each page and reads it anew; a page stands when nothing is read and all is painted."""

    def __init__(self, app: QApplication, start: Start, targets: Sequence[str]) -> None:
        super().__init__()
        self.numbers: dict[str, list[float]] = {}
        self._app = app
        self._start = start
        self._reading: set[Job] = set()
        self._working: set[Job] = set()  # what has a title takes its time, what is read ahead is read behind
        self._visits = _visits(targets)
        self._name = ""
        self._since = 0.0
        self._asked = False  # the mouse only comes near before that
        start.window.content_painted.connect(self._on_shown)

    def _on_shown(self) -> None:
        from ui.main_window import MainWindow

        program = self._start.program
        assert program is not None
        shell = self._start.window.findChild(MainWindow)
        assert shell is not None
        self._shell: MainWindow = shell
        tasks = shell._context.tasks
        tasks.started.connect(self._on_started)
        tasks.finished.connect(self._on_finished)
        QTimer.singleShot(_REST_MS, self._go_on)

    def _on_started(self, job: Job) -> None:
        waited_for = not job.title and job.rank == FIRST
        (self._reading if waited_for else self._working).add(job)

    def _on_finished(self, job: Job) -> None:
        self._working.discard(job)
        self._reading.discard(job)
        QTimer.singleShot(0, self._on_filled)  # its callback comes first, and may read on

    def _on_filled(self) -> None:
        if not self._reading:
            QTimer.singleShot(0, self._on_painted)

    def _on_painted(self) -> None:
        if self._reading or (self._name and not self._asked):
            return
        if self._name:
            self.numbers.setdefault(self._name, []).append((time.perf_counter() - self._since) * 1e3)
            self._name, self._asked = "", False
        if not self._working:
            QTimer.singleShot(50, self._go_on)

    def _go_on(self) -> None:
        if self._name or self._reading or self._working:
            return
        name = next(self._visits, None)
        if name is None:
            self._app.quit()
        else:
            self._visit(name)

    def _visit(self, name: str) -> None:
        self._name = name
        how, _, target = name.partition(" ")
        if how == "again":
            self._shell._context.tasks.data(
                lambda database, _report: commune.touch(database), lambda _: self._go_to(how, target), self
            )
        else:
            self._go_to(how, target)

    def _go_to(self, how: str, target: str) -> None:
        from ntm_desktop.domain.overview import Link
        from ui.widgets.navigation import NavItem

        key, _, anchor = target.partition("/")
        page = self._shell._stage.page(key)
        if how == "again" and page is not None and not anchor:
            self._since = time.perf_counter()
            page.reload()
        elif anchor:
            self._since = time.perf_counter()
            self._shell.follow(Link(key, anchor))
        else:
            item = next(one for one in self._shell.findChildren(NavItem) if one.key == key)
            middle = QPointF(item.rect().center())
            QApplication.sendEvent(item, QEnterEvent(middle, middle, item.mapToGlobal(middle)))
            QTimer.singleShot(_REACH_MS, lambda: self._press(item))
            return
        self._on_asked()

    def _press(self, item: NavItem) -> None:
        self._since = time.perf_counter()
        item.click()
        self._on_asked()

    def _on_asked(self) -> None:
        self._asked = True
        if not self._reading:
            QTimer.singleShot(0, self._on_filled)


def _visits(targets: Sequence[str]) -> Iterator[str]:
    for target in targets:
        yield f"first {target}"
        yield from [f"again {target}"] * _AGAIN


def main(folder: Path, targets: Sequence[str]) -> None:
    from ui import app as root

    app = root.make_application(sys.argv[:1])
    start = root.Start(folder)
    visitor = Visitor(app, start, targets)
    app.exec()
    assert start.program is not None
    start.program.end()
    print(json.dumps({name: statistics.median(taken) for name, taken in visitor.numbers.items()}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
