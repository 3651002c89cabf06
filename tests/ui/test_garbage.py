from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ntm_desktop.db.engine import Database
from ui.events import Events
from ui.garbage import Garbage
from ui.tasks import Tasks


class Knot(QObject):
    """Holds itself, as a closed dialog does whose slot is a lambda: only the collector can free it."""

    ends: list[int] = []  # noqa: RUF012 - the threads on which knots ended, for all of them

    def __init__(self) -> None:
        super().__init__()
        self.me = self

    def __del__(self) -> None:
        self.ends.append(threading.get_ident())


@pytest.fixture
def garbage(qapp: QApplication) -> Iterator[Garbage]:
    Knot.ends.clear()
    made = Garbage()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    gc.freeze()  # what the tests before left is no part of this one
    yield made
    gc.unfreeze()
    gc.enable()
    gc.collect()  # a knot of this test is none of the next


@pytest.fixture
def tasks(folder: Path, qtbot: QtBot) -> Iterator[Tasks]:
    """Its data thread has opened the database: what that makes and frees is no part of a test."""
    made = Tasks(lambda: Database.open(folder), Events())
    made.start()
    ready: list[bool] = []
    made.load(lambda: True, ready.append, made)
    qtbot.waitUntil(lambda: bool(ready))
    yield made
    made.stop()


def test_garbage_is_found_on_the_gui_thread_whatever_the_data_thread_makes(
    tasks: Tasks, garbage: Garbage, qtbot: QtBot
) -> None:
    Knot()
    made: list[list[list[int]]] = []
    tasks.load(lambda: [[number] for number in range(10_000)], made.append, garbage)
    qtbot.waitUntil(lambda: bool(made))
    assert Knot.ends == []
    kept = [[number] for number in range(5_000)]  # due, however much was freed meanwhile
    garbage.collect_if_due()
    assert Knot.ends == [threading.get_ident()]
    assert len(kept) == 5_000


def test_looking_for_it_does_not_disturb_what_the_data_thread_is_making(
    tasks: Tasks, garbage: Garbage, qtbot: QtBot
) -> None:
    """A tuple that is growing must belong to its maker alone: Python fails with SystemError otherwise."""
    made: list[str] = []
    stop = threading.Event()

    def lay_out() -> str:
        try:
            while not stop.is_set():
                tuple([number] for number in range(400))
        except SystemError as error:
            return str(error)
        return "laid out"

    tasks.load(lay_out, made.append, garbage)
    register = []
    for _ in range(8):
        register = [[number] for number in range(400_000)]  # so many that the other thread asks for its turn
        garbage.collect_if_due()
    stop.set()
    qtbot.waitUntil(lambda: bool(made))
    assert made == ["laid out"]
    assert len(register) == 400_000


def test_after_the_start_a_timer_looks_for_it(garbage: Garbage, qtbot: QtBot) -> None:
    garbage.settle()
    Knot()
    kept = [[number] for number in range(5_000)]  # enough to be due
    qtbot.waitUntil(lambda: bool(Knot.ends))
    assert len(kept) == 5_000


def test_a_great_register_that_was_read_is_left_out_and_what_comes_after_is_not(garbage: Garbage) -> None:
    """Looking through all of it would hold the window, each time anew."""
    Knot()
    register = [[number] for number in range(100_000)]
    garbage.collect_if_due()
    assert Knot.ends == []
    looked_through = sum(len(gc.get_objects(generation=one)) for one in range(3))
    assert looked_through < len(register)
    Knot()
    dialogs = [[number] for number in range(5_000)]
    garbage.collect_if_due()
    assert len(Knot.ends) == 1
    assert len(dialogs) == 5_000


def test_what_was_left_out_is_looked_through_while_another_program_is_in_front(
    garbage: Garbage, qtbot: QtBot
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    garbage.settle()
    garbage._away.setInterval(0)
    Knot()
    register = [[number] for number in range(100_000)]
    garbage.collect_if_due()
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)  # only a glance at another one
    app.processEvents()
    assert Knot.ends == []
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    qtbot.waitUntil(lambda: bool(Knot.ends))
    assert Knot.ends == [threading.get_ident()]
    assert len(register) == 100_000


def test_a_finished_job_holds_nothing_that_could_end_on_its_thread(tasks: Tasks, qtbot: QtBot) -> None:
    class Closed(QObject):
        def work(self) -> int:
            return threading.get_ident()

        def take(self, thread: int) -> None:
            threads.append(thread)

    threads: list[int] = []
    dialog = Closed()
    gone = weakref.ref(dialog)
    tasks.load(dialog.work, dialog.take, dialog)
    qtbot.waitUntil(lambda: bool(threads))
    del dialog
    qtbot.waitUntil(lambda: gone() is None)
    assert threads != [threading.get_ident()]
