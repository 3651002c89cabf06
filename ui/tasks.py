"""Work away from the GUI thread: one serial data thread that owns the database, two threads for the rest.

A function handed over touches no widget. Its callback runs on the GUI thread and is dropped when its owner
is gone by then. A function that reads opens no transaction of its own; a write is one transaction.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Protocol, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from ntm_desktop.changes import Changes
from ntm_desktop.errors import NtmError
from ntm_desktop.text import office_time
from ui.events import Events
from ui.turns import BEHIND, FIRST, LAST, Turns

if TYPE_CHECKING:
    from ntm_desktop.db.engine import Database as Database
    from ntm_desktop.db.engine import Session as Session
    from ntm_desktop.db.files import FileStore as FileStore

T = TypeVar("T")

_WORK_THREADS = 2
_PAINTED_MS = 100  # a page that was just filled stands by then


class Report(Protocol):
    """Given to long work: says how far it is, and ends it (by an exception) once *Hủy* was pressed."""

    def __call__(self, done: int, total: int, /) -> None: ...


class Cancelled(Exception):  # noqa: N818 - not an error
    """Ends a job whose result nobody waits for any more."""


def utc_now() -> datetime:
    return datetime.now(UTC)


class Job:
    """One function on its way: what is being done, for whom, and what to do with the outcome."""

    def __init__(
        self,
        run: Callable[[Job], object],
        done: Callable[[object], None],
        failed: Callable[[NtmError], None] | None,
        owner: QObject,
        title: str,
        can_cancel: bool,
        *,
        writes: bool = False,
        rank: int = FIRST,
    ) -> None:
        self.run = run
        self.done = done
        self.failed = failed
        self.owner: QObject | None = owner
        self.title = title
        self.can_cancel = can_cancel
        self.writes = writes  # its outcome is told even when its owner (a dialog) was closed meanwhile
        self.rank = rank
        self.cancelled = False
        self.result: object = None
        self.error: BaseException | None = None
        self.progress: tuple[int, int] = (0, 0)

    def forget(self) -> None:
        """Lets go of all that it holds, on the GUI thread: else the last hand on a closed dialog might be
        that of the thread which ran the job, and Qt objects may not die there."""
        self.run, self.done, self.failed = _ignore, _ignore, None
        self.owner, self.result, self.error = None, None, None

    def report(self, done: int, total: int, /) -> None:
        self.progress = (done, total)
        if self.cancelled:
            raise Cancelled


class Tasks(QObject):
    """Hands functions to the threads and their results back. ``ui.program`` makes one for each workplace."""

    started = Signal(object)  # Job
    finished = Signal(object)  # Job
    saved = Signal(object)  # datetime of a commit
    failed = Signal(object, object)  # NtmError that no caller claimed, owner
    refused = Signal(object)  # NtmError: the database did not open; whatever needs it is dropped from then on
    _returned = Signal(object)

    def __init__(
        self,
        open_database: Callable[[], Database],
        events: Events,
        now: Callable[[], datetime] = utc_now,
        day: date | None = None,
    ) -> None:
        """``day``: where a sample's time stands still; without it today is the day of this PC."""
        super().__init__()
        self.by = ""  # who acts; "": the lead of the commune
        self._open_database = open_database
        self._events = events
        self._now = now
        self._day = day
        self._database: Database | None = None
        self._refusal: NtmError | None = None
        self._data_queue: Turns[Job | None] = Turns()
        self._work_queue: Turns[Job | None] = Turns()
        self._newest: dict[str, Job] = {}  # by what they show
        self._for_done: list[Job] = []  # of what is under way
        self._threads: list[threading.Thread] = []
        self._returned.connect(self._finish, Qt.ConnectionType.QueuedConnection)

    # What pages call

    def today(self) -> date:
        """The office's date: UTC shown at +07:00; of a sample, the day its story has come to."""
        return self._day or office_time(self._now()).date()

    def now(self) -> datetime:
        return self._now()

    @property
    def is_open(self) -> bool:
        """Whether there is a database that could be backed up."""
        return self._database is not None

    @property
    def own(self) -> Tasks:
        """For the rows of the workplace itself, whatever commune is open."""
        return self

    @property
    def store(self) -> FileStore:
        """Where evidence files go; for ``work``, once the database is open."""
        return self._opened().files

    def read(
        self,
        fn: Callable[[Session], T],
        done: Callable[[T], None],
        owner: QObject,
        *,
        failed: Callable[[NtmError], None] | None = None,
        title: str = "",
        shows: str = "",
        behind: bool = False,
        of: str | None = None,
    ) -> None:
        """``fn`` reads the database; ``done`` gets what it returned. ``of``: which commune, when it is
        another one than is open.

        ``shows``: what the result is for; an older reading for the same is dropped, as nobody would see it.
        ``behind``: nobody waits for it, so whatever somebody waits for goes first.
        """

        def run(_job: Job) -> object:
            with self._opened().read(of=of) as session:
                return fn(session)

        rank = BEHIND if behind else FIRST
        job = Job(run, _untyped(done), failed, owner, title, can_cancel=True, rank=rank)
        if shows:
            if (older := self._newest.get(shows)) is not None:
                older.cancelled = True
            self._newest[shows] = job
        self._submit(self._data_queue, job)

    def is_awaited(self) -> bool:
        """Whether somebody waits for the data thread; what it reads behind may stop halfway then."""
        return self._data_queue.is_awaited()

    def write(
        self,
        action: str,
        fn: Callable[[Session], Changes],
        done: Callable[[Changes], None],
        owner: QObject,
        *,
        failed: Callable[[NtmError], None] | None = None,
        of: str | None = None,
    ) -> None:
        """One user action: ``fn`` calls services and returns what they changed; then screens are told."""

        def run(_job: Job) -> object:
            database = self._opened()
            with database.write(action, self.by or _lead(database), self._now(), of=of) as session:
                return fn(session)

        job = Job(run, _untyped(done), failed, owner, action, can_cancel=False, writes=True)
        self._submit(self._data_queue, job)

    def data(
        self,
        fn: Callable[[Database, Report], T],
        done: Callable[[T], None],
        owner: QObject,
        *,
        title: str = "",
        failed: Callable[[NtmError], None] | None = None,
        can_cancel: bool = False,
        behind: bool = False,
    ) -> None:
        """Work that needs the database itself (backup, restore, checking). ``behind`` as of ``read``."""

        def run(job: Job) -> object:
            return fn(self._opened(), job.report)

        rank = BEHIND if behind else FIRST
        self._submit(self._data_queue, Job(run, _untyped(done), failed, owner, title, can_cancel, rank=rank))

    def closed(
        self,
        fn: Callable[[], T],
        done: Callable[[T], None],
        owner: QObject,
        *,
        title: str = "",
        failed: Callable[[NtmError], None] | None = None,
    ) -> None:
        """Work on the folder while its database is closed (putting a backup back); the next job opens it."""

        def run(job: Job) -> object:
            self._close(job)
            return fn()

        self._submit(self._data_queue, Job(run, _untyped(done), failed, owner, title, can_cancel=False))

    def work(
        self,
        fn: Callable[[Report], T],
        done: Callable[[T], None],
        owner: QObject,
        *,
        title: str = "",
        failed: Callable[[NtmError], None] | None = None,
        after_paint: bool = False,
        for_done: bool = False,
    ) -> None:
        """Work without a database: rendering, hashing, copying. ``after_paint``: not before what has just
        been filled is painted, for work that keeps a core busy. ``for_done``: nothing comes of it but by
        ``done``, so closing cancels it instead of waiting for its end."""

        def run(job: Job) -> object:
            return fn(job.report)

        job = Job(run, _untyped(done), failed, owner, title, can_cancel=True)
        if for_done:
            self._for_done.append(job)
        if after_paint:
            self._submit_soon(self._work_queue, job)
        else:
            self._submit(self._work_queue, job)

    def load(self, fn: Callable[[], T], done: Callable[[T], None], owner: QObject) -> None:
        """Imports and the like, in turn with the data; needs no database."""
        self._submit(
            self._data_queue, Job(lambda _job: fn(), _untyped(done), None, owner, "", can_cancel=False)
        )

    # Life

    def start(self) -> None:
        """Begins to work off what was handed over; called after the first paint."""
        queues = [self._data_queue] + [self._work_queue] * _WORK_THREADS
        self._threads = [threading.Thread(target=self._serve, args=(queue,), daemon=True) for queue in queues]
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Waits for what is running, closes the database. Nothing can be handed over afterwards."""
        self._ask_to_end()
        self._join()

    def stop_then(self, ready: Callable[[], T], done: Callable[[T], None]) -> None:
        """The same for a window that goes on: nothing waits on this thread. When all has ended, ``ready``
        runs elsewhere, and ``done`` gets here what it returned."""
        self._ask_to_end()
        job = Job(lambda _job: ready(), _untyped(done), None, self, "", can_cancel=False)

        def end() -> None:
            self._join()
            self._execute(job)
            self._returned.emit(job)

        threading.Thread(target=end, daemon=True).start()

    def _ask_to_end(self) -> None:
        for job in self._for_done:
            job.cancelled = True
        close = Job(self._close, _ignore, None, self, "", can_cancel=False, rank=LAST)
        self._submit(self._data_queue, close)
        self._data_queue.put(None, LAST)
        for _ in range(_WORK_THREADS):
            self._work_queue.put(None)

    def _join(self) -> None:
        for thread in self._threads:
            thread.join()
        self._threads = []

    def _serve(self, queue: Turns[Job | None]) -> None:
        while (job := queue.get()) is not None:
            self._execute(job)
            self._returned.emit(job)

    def _submit(self, queue: Turns[Job | None], job: Job) -> None:
        self.started.emit(job)
        queue.put(job, job.rank)

    def _submit_soon(self, queue: Turns[Job | None], job: Job) -> None:
        QTimer.singleShot(_PAINTED_MS, self, lambda: self._submit(queue, job))

    def _execute(self, job: Job) -> None:
        try:
            if not job.cancelled:
                job.result = job.run(job)
        except Exception as error:  # noqa: BLE001 - handed to the GUI thread, which shows or raises it
            job.error = error

    @Slot(object)
    def _finish(self, job: Job) -> None:
        try:
            self._tell(job)
        finally:
            if job in self._for_done:
                self._for_done.remove(job)
            job.forget()

    def _tell(self, job: Job) -> None:
        self.finished.emit(job)
        if job.error is not None and job.error is self._refusal:
            self.refused.emit(job.error)
            return
        owner = job.owner if shiboken6.isValid(job.owner) else None
        if job.writes and isinstance(job.result, Changes):
            self._announce(job.result, owner)
        if job.cancelled or isinstance(job.error, Cancelled) or owner is None:
            if job.writes and isinstance(job.error, NtmError):
                self.failed.emit(job.error, None)
            if job.error is not None and not isinstance(job.error, Cancelled | NtmError):
                sys.excepthook(type(job.error), job.error, job.error.__traceback__)
            return
        if isinstance(job.error, NtmError):
            if job.failed is not None:
                job.failed(job.error)
            else:
                self.failed.emit(job.error, owner)
        elif job.error is not None:
            sys.excepthook(type(job.error), job.error, job.error.__traceback__)
        else:
            job.done(job.result)

    def _announce(self, changes: Changes, owner: QObject | None) -> None:
        if changes:
            self.saved.emit(self._now())
            self._events.changed.emit(changes, owner)

    def _opened(self) -> Database:
        if self._refusal is not None:
            raise Cancelled
        if self._database is None:
            try:
                self._database = self._open_database()
            except NtmError as error:
                self._refusal = error
                raise
        return self._database

    def _close(self, _job: Job) -> None:
        if self._database is not None:
            self._database.close()
            self._database = None


class TasksOf(Tasks):
    """The same threads, database and day, with a commune open that an authority looks at."""

    def __init__(self, whole: Tasks, of: str) -> None:
        self._whole = whole
        self.of = of
        super().__init__(whole._opened, whole._events, whole.now, whole._day)
        self._for_done = whole._for_done
        whole.started.connect(self.started)
        whole.finished.connect(self.finished)

    @property
    def by(self) -> str:
        return self._whole.by

    @by.setter
    def by(self, _name: str) -> None:
        """It is the whole's."""

    @property
    def is_open(self) -> bool:
        return self._whole.is_open

    @property
    def own(self) -> Tasks:
        return self._whole

    def is_awaited(self) -> bool:
        return self._whole.is_awaited()

    def _opened(self) -> Database:
        return self._whole._opened()

    def _close(self, job: Job) -> None:
        self._whole._close(job)

    def _submit_soon(self, queue: Turns[Job | None], job: Job) -> None:
        self._whole._submit_soon(self._whole._work_queue, job)

    def _submit(self, queue: Turns[Job | None], job: Job) -> None:
        whole = self._whole
        if queue is self._work_queue:
            whole._submit(whole._work_queue, job)
            return
        run, of = job.run, self.of  # the commune that was open when it was asked for

        def run_there(job: Job) -> object:
            with self._opened().looking_at(of):
                return run(job)

        job.run = run_there
        whole._submit(whole._data_queue, job)


class InlineTasks(Tasks):
    """The same, but each function runs at once on the calling thread: for tests and the self-test."""

    def start(self) -> None:
        pass

    def stop(self) -> None:
        if self._database is not None:
            self._database.close()
            self._database = None

    def stop_then(self, ready: Callable[[], T], done: Callable[[T], None]) -> None:
        self.stop()
        done(ready())

    def _submit(self, queue: Turns[Job | None], job: Job) -> None:
        self.started.emit(job)
        self._execute(job)
        self._finish(job)

    _submit_soon = _submit


def _lead(database: Database) -> str:
    from ntm_desktop.services import people  # on the data thread

    with database.read(of=database.unit) as session:  # also while it looks at a commune
        return people.lead(session)


def _ignore(_result: object) -> None:
    pass


def _untyped(done: Callable[[T], None]) -> Callable[[object], None]:
    """Job keeps callbacks of every type in one list; each gets back what its own function returned."""
    return done  # type: ignore[return-value]  # the pair (fn, done) was checked where it was handed over
