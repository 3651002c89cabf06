from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ntm_desktop.changes import Changes
from ntm_desktop.db.engine import Database, Session
from ntm_desktop.errors import NtmError
from ntm_desktop.services import commune
from ui.events import Events
from ui.tasks import Report, Tasks


@pytest.fixture
def tasks(folder: Path):
    made = Tasks(lambda: Database.open(folder), Events(), lambda: datetime(2021, 6, 29, 18, 0, tzinfo=UTC))
    made.by = "Cao Thị Hòa"
    made.start()
    yield made
    made.stop()


def test_reading_runs_elsewhere_and_calls_back_on_this_thread(tasks: Tasks, qtbot: QtBot) -> None:
    threads = []

    def read(session: Session) -> str:
        threads.append(threading.get_ident())
        return commune.load(session).name

    owner = QObject()
    names: list[str] = []

    def done(name: str) -> None:
        threads.append(threading.get_ident())
        names.append(name)

    tasks.read(read, done, owner)
    qtbot.waitUntil(lambda: bool(names))
    assert names == ["xã Tân Lợi"]
    assert threads[0] != threading.get_ident()
    assert threads[1] == threading.get_ident()


def test_a_write_is_announced_after_it_was_committed(tasks: Tasks, qtbot: QtBot) -> None:
    owner = QObject()
    with qtbot.waitSignal(tasks._events.changed) as told:
        tasks.write("Sửa xã", lambda session: commune.save(session, schools=4), lambda _changes: None, owner)
    changes, initiator = told.args
    assert changes.touches("commune")
    assert initiator is owner
    schools: list[int | None] = []
    tasks.read(lambda session: commune.load(session).schools, schools.append, owner)
    qtbot.waitUntil(lambda: bool(schools))
    assert schools == [4]


def test_a_refused_write_changes_nothing_and_reaches_the_caller(tasks: Tasks, qtbot: QtBot) -> None:
    owner = QObject()
    refused: list[NtmError] = []

    def half_done(session: Session) -> Changes:
        commune.save(session, schools=9)
        raise NtmError("Không ghi được. Làm lại.")

    tasks.write("Sửa xã", half_done, lambda _changes: None, owner, failed=refused.append)
    qtbot.waitUntil(lambda: bool(refused))
    schools: list[int | None] = []
    tasks.read(lambda session: commune.load(session).schools, schools.append, owner)
    qtbot.waitUntil(lambda: bool(schools))
    assert schools == [3]
    assert refused[0].message == "Không ghi được. Làm lại."


def test_a_refusal_nobody_claimed_reaches_the_window(tasks: Tasks, qtbot: QtBot) -> None:
    owner = QObject()

    def refuse(_session: Session) -> None:
        raise NtmError("Không đọc được. Làm lại.")

    with qtbot.waitSignal(tasks.failed) as told:
        tasks.read(refuse, lambda _result: None, owner)
    assert told.args[0].message == "Không đọc được. Làm lại."


def test_the_callback_of_a_closed_widget_is_dropped(tasks: Tasks, qtbot: QtBot) -> None:
    parent = QObject()
    owner = QObject(parent)
    called: list[object] = []
    gate = threading.Event()

    def wait(_report: Report) -> int:
        gate.wait(5)
        return 1

    with qtbot.waitSignal(tasks.finished):
        tasks.work(wait, called.append, owner)
        del parent
        gate.set()
    assert called == []


def test_a_write_is_told_even_when_its_dialog_was_closed_meanwhile(tasks: Tasks, qtbot: QtBot) -> None:
    gate = threading.Event()
    called: list[object] = []

    def save(name: str) -> Callable[[Session], Changes]:
        def write(session: Session) -> Changes:
            gate.wait(5)
            return commune.save(session, name=name)

        return write

    for name, signal in (("xã Mới", tasks._events.changed), ("", tasks.failed)):
        parent = QObject()
        owner = QObject(parent)
        gate.clear()
        with qtbot.waitSignal(signal) as told:
            tasks.write("Sửa xã", save(name), called.append, owner, failed=called.append)
            del parent
            gate.set()
        assert told.args[1] is None
    assert called == []


def test_cancelled_work_ends_and_calls_nobody(tasks: Tasks, qtbot: QtBot) -> None:
    owner = QObject()
    called: list[object] = []
    steps: list[int] = []
    begun = threading.Event()
    gate = threading.Event()

    def count(report: Report) -> int:
        for step in range(1, 50):
            report(step, 49)
            steps.append(step)
            begun.set()
            gate.wait(5)
        return 49

    jobs: list[object] = []
    tasks.started.connect(jobs.append)
    with qtbot.waitSignal(tasks.finished):
        tasks.work(count, called.append, owner, title="Đang đếm")
        begun.wait(5)
        jobs[0].cancelled = True
        gate.set()
    assert called == []
    assert steps == [1]


def test_the_window_goes_on_while_the_threads_end(folder: Path, qtbot: QtBot) -> None:
    tasks = Tasks(lambda: Database.open(folder), Events())
    tasks.start()
    release, ended = threading.Event(), threading.Event()
    owner = QObject()

    def slow(_report: Report) -> None:
        release.wait(10)
        ended.set()

    tasks.work(slow, lambda _result: None, owner)
    told: list[tuple[bool, int, int]] = []
    tasks.stop_then(
        lambda: (ended.is_set(), threading.get_ident()),
        lambda seen: told.append((*seen, threading.get_ident())),
    )
    assert told == []  # and this thread did not wait
    release.set()
    qtbot.waitUntil(lambda: bool(told))
    ((had_ended, read_on, told_on),) = told
    assert had_ended
    assert read_on != told_on == threading.get_ident()


def test_a_database_that_does_not_open_is_told_once(tmp_path: Path, qtbot: QtBot) -> None:
    tasks = Tasks(lambda: Database.open(tmp_path), Events())
    told: list[NtmError] = []
    finished: list[object] = []
    tasks.refused.connect(told.append)
    tasks.finished.connect(finished.append)
    owner = QObject()
    for _ in range(3):
        tasks.read(lambda session: session.commune_id, lambda _id: None, owner)
    tasks.start()
    qtbot.waitUntil(lambda: len(finished) == 3)
    tasks.stop()
    assert len(told) == 1


def test_today_is_the_date_of_the_office(tasks: Tasks) -> None:
    assert tasks.today() == date(2021, 6, 30)  # 18:00 UTC of the day before


def test_what_somebody_waits_for_goes_first(tasks: Tasks, qtbot: QtBot) -> None:
    owner, hold = QObject(), threading.Event()
    told: list[str] = []
    tasks.read(lambda _session: hold.wait(10), lambda _done: None, owner)
    tasks.read(lambda _session: "overview", told.append, owner, behind=True)
    for number in ("1", "2"):
        tasks.read(lambda _session, number=number: number, told.append, owner)
    hold.set()
    qtbot.waitUntil(lambda: len(told) == 3)
    assert told == ["1", "2", "overview"]


def test_of_readings_for_the_same_only_the_newest_is_shown(tasks: Tasks, qtbot: QtBot) -> None:
    owner, hold = QObject(), threading.Event()
    read, told = [], []

    def reading(number: int) -> int:
        read.append(number)
        return number

    tasks.read(lambda _session: hold.wait(10), lambda _done: None, owner)
    for number in range(3):
        tasks.read(lambda _session, number=number: reading(number), told.append, owner, shows="detail")
    tasks.read(lambda _session: reading(9), told.append, owner, shows="another")
    hold.set()
    qtbot.waitUntil(lambda: 9 in told)
    assert (read, told) == ([2, 9], [2, 9])


def test_stopping_waits_for_what_can_wait(folder: Path, qtbot: QtBot) -> None:
    made = Tasks(lambda: Database.open(folder), Events())
    made.start()
    owner, read = QObject(), []
    made.read(lambda session: read.append(commune.load(session).name), lambda _done: None, owner, behind=True)
    made.stop()
    assert read == ["xã Tân Lợi"]


def test_what_is_read_behind_learns_that_somebody_waits(tasks: Tasks, qtbot: QtBot) -> None:
    owner, asked = QObject(), threading.Event()
    seen: list[bool] = []

    def look(_session: Session) -> None:
        seen.append(tasks.is_awaited())
        asked.wait(10)
        seen.append(tasks.is_awaited())

    told: list[str] = []
    tasks.read(look, lambda _done: told.append("behind"), owner, behind=True)
    qtbot.waitUntil(lambda: len(seen) == 1)
    tasks.read(lambda _session: None, lambda _done: None, owner, behind=True)
    tasks.read(lambda _session: None, lambda _done: told.append("first"), owner)
    asked.set()
    qtbot.waitUntil(lambda: len(told) == 2)
    assert seen == [False, True]


def test_closing_ends_what_nobody_would_hear_of(tasks: Tasks, qtbot: QtBot) -> None:
    begun, ended = threading.Event(), []

    def work(report: Report) -> None:
        begun.set()
        until = threading.Event()
        try:
            for _ in range(200):
                report(0, 1)
                until.wait(0.05)
            ended.append("worked off")
        finally:
            ended.append("ended")

    tasks.work(work, lambda _result: None, QObject(), for_done=True)
    assert begun.wait(5)
    tasks.stop()
    assert ended == ["ended"]
