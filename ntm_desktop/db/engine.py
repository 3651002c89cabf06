"""The database of one data folder: who may open it, and the one place that opens transactions.

What rows mean is the services' matter; how an action is remembered is ``db.history`` and ``db.chain``.
"""

from __future__ import annotations

import os
import shutil
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import filelock
from sqlalchemy import Connection, select

from ntm_desktop import __version__, settings
from ntm_desktop.db import chain, sqlite_backend
from ntm_desktop.db.backend import Backend
from ntm_desktop.db.files import FileStore
from ntm_desktop.db.kept import Kept
from ntm_desktop.db.models import history, workplace
from ntm_desktop.db.session import Session, Writing, live, utc_text
from ntm_desktop.db.sqlite_file import FILE_NAME
from ntm_desktop.errors import NtmError, reason

__all__ = [
    "BUILDING",
    "FILE_NAME",
    "DataInUse",
    "Database",
    "Session",
    "claimed",
    "has_data",
    "live",
    "locked",
    "require_url",
]

BUILDING = Path("tmp", "lap-moi")
"""Within a data folder: where the data of a new one are built; what a power cut left there is of no use."""

_COMMUNES_KEPT = 8
_UIDS_AT_ONCE = 256
_RANDOM_BITS = int("ffffffffffff0fff3fffffffffffffff" * _UIDS_AT_ONCE, 16)  # of RFC 9562, the others are
_FIXED_BITS = int("00000000000040008000000000000000" * _UIDS_AT_ONCE, 16)
_GROUPS = struct.Struct("8s4s4s4s12s")

_IN_USE = (
    "Dữ liệu trong {folder} đang được mở ở một cửa sổ hoặc lệnh khác của chương trình. "
    "Đóng cửa sổ đó rồi làm lại."
)
_UNWRITABLE = (
    "Không ghi được vào thư mục dữ liệu {folder}: {reason}. Xin quyền ghi vào thư mục này "
    "hoặc chọn thư mục khác rồi mở lại; dữ liệu không bị thay đổi."
)
_NO_DATA = "Trong {folder} chưa có dữ liệu của chương trình. Chọn đúng thư mục dữ liệu hoặc lập dữ liệu mới."
_NO_URL = (
    "Địa chỉ máy chủ dữ liệu không đúng dạng. Ghi dạng postgresql://tài-khoản@máy-chủ/cơ-sở-dữ-liệu, "
    "ví dụ postgresql://ntm@192.168.1.10/ntm; không có gì bị thay đổi."
)
_CODE_CHANGED = (
    "Mã của đơn vị vừa được sửa thành {code} ở máy khác nên thao tác này chưa được lưu. "
    "Mở lại trang rồi làm lại."
)
_ALREADY = (
    "Trong {folder} đã có dữ liệu. Chọn một thư mục khác để lập dữ liệu mới; dữ liệu đã có vẫn nguyên vẹn."
)


class DataInUse(NtmError):  # noqa: N818 - another window has it; the caller may raise that one
    """The data folder is open elsewhere."""


class Database:
    """One open data folder, made by ``create`` or ``open``, used by one thread at a time, closed by hand."""

    def __init__(
        self,
        folder: Path,
        backend: Backend,
        files: FileStore,
        lock: filelock.BaseFileLock,
        new_uid: Callable[[], str],
    ) -> None:
        self.folder = folder
        self.files = files
        self.backend = backend
        self._lock = lock
        self._new_uid = new_uid
        self._kept: dict[str, Kept] = {}
        self._ends: dict[str, str] = {}
        """Where the history of each commune ended when what is kept of it was found."""
        with backend.reading():
            facts = {row.key: row.value for row in backend.connection.execute(select(workplace))}
        if not {"kind", "commune_id"} <= facts.keys():
            raise backend.damaged()
        self.kind: str = facts["kind"]
        self.unit: str = facts["commune_id"]
        """Official code of whose workplace it is: the commune, or the authority that appraises communes."""
        self.commune_id = self.unit
        """The commune that is open: of an authority any of those that send to it."""

    @classmethod
    def create(
        cls,
        folder: Path,
        *,
        kind: str,
        commune_id: str,
        at: datetime,
        level: str = "",
        uids: Callable[[], str] | None = None,
        url: str = "",
    ) -> Database:
        """Makes the database of a new data folder and opens it. It is there wholly or not at all.

        ``commune_id`` is the official code of whose workplace it is; ``level`` that of an authority. With a
        ``url`` the database is that of a server, which must be empty; the settings of the folder keep it, and
        say where the files go that all desks share.
        """
        facts = {
            "kind": kind,
            "commune_id": commune_id,
            "level": level,
            "created_at": utc_text(at),
            "app_version": __version__,
        }
        lock = claimed(folder)
        try:
            if url:
                _create_on_server(folder, url, facts)
            else:
                sqlite_backend.create(folder, facts)
            return cls.open(folder, uids=uids, lock=lock)
        finally:
            lock.release()

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        uids: Callable[[], str] | None = None,
        lock: filelock.BaseFileLock | None = None,
    ) -> Database:
        """Opens a data folder; an older database is backed up and brought up to date.

        Who already holds the folder's ``lock`` gives it, and still holds it after ``close``.
        """
        if not has_data(folder):
            raise NtmError(_NO_DATA.format(folder=folder))
        if lock is None:
            lock = locked(folder)
        else:
            lock.acquire()
        try:
            backend, files = _open(folder)
            try:
                _clear_half_done(folder)
                return cls(folder, backend, files, lock, uids or _random_uids().__next__)
            except BaseException:
                backend.close()
                raise
        except BaseException:
            lock.release()
            raise

    @property
    def connection(self) -> Connection:
        return self.backend.connection

    def compact(self) -> None:
        """Writes the rows anew without what was deleted: until then its bytes may lie in unused places."""
        self.backend.compact()

    def close(self) -> None:
        self.backend.close()
        self._lock.release()

    def __enter__(self) -> Database:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    @contextmanager
    def looking_at(self, commune_id: str) -> Iterator[None]:
        """That commune is the one that is open while the block runs."""
        before, self.commune_id = self.commune_id, commune_id
        try:
            yield
        finally:
            self.commune_id = before

    @contextmanager
    def read(self, *, of: str | None = None) -> Iterator[Session]:
        """A view of one moment; writing through it is a mistake of the program. ``of``: which commune, when
        it is another one than is open."""
        with self.backend.reading():
            yield self._session(self._look_around(of or self.commune_id))

    @contextmanager
    def write(self, action: str, by: str, at: datetime, *, of: str | None = None) -> Iterator[Session]:
        """One action of a person: wholly on disk when the block ends, not at all when it raises."""
        commune_id = of or self.commune_id
        with self.backend.writing(commune_id):
            if self._look_around(commune_id) != commune_id:
                raise NtmError(_CODE_CHANGED.format(code=self.unit))
            session = self._session(commune_id, Writing(action, by, at))
            yield session
            end = chain.append(session)
        self._forget(commune_id, session)
        if end:
            self._ends[session.commune_id] = end

    def _look_around(self, commune_id: str) -> str:
        """What other desks wrote since the last transaction leaves nothing of what was kept; returns the code
        that the commune has by now."""
        state = self.backend.state(commune_id)
        if state is None:
            return commune_id
        if state.unit != self.unit:
            self._kept.clear()
            before, self.unit = self.unit, state.unit
            if self.commune_id == before:
                self.commune_id = self.unit
            if commune_id == before:
                return self._look_around(self.unit)
        if self._ends.get(commune_id) != state.end:
            self._kept.pop(commune_id, None)
            self._ends[commune_id] = state.end
        return commune_id

    def _session(self, commune_id: str, writing: Writing | None = None) -> Session:
        if commune_id not in self._kept and len(self._kept) >= _COMMUNES_KEPT:
            del self._kept[next(iter(self._kept))]
        return Session(
            self.backend,
            commune_id,
            self.files,
            self._new_uid,
            writing,
            kept=self._kept.setdefault(commune_id, Kept()),
            own=commune_id == self.unit,
        )

    def _forget(self, commune_id: str, session: Session) -> None:
        """What was kept and rests on what an action, that is on disk by now, has written."""
        images = session.writing.images
        kept = self._kept[commune_id]
        kept.touched(images)
        erased = any(table == history.name for table, _uid in images)  # words in rows of others
        if erased or session.replaced:
            kept.clear()
        if session.commune_id != commune_id:  # which is in every row
            self._kept.clear()
            self.unit = self.commune_id = session.commune_id


def has_data(folder: Path) -> bool:
    """Whether there is a database yet, here or, as the settings say, on a server."""
    return (folder / FILE_NAME).is_file() or bool(settings.load(folder).database_url)


def _clear_half_done(folder: Path) -> None:
    """What a power cut left of copies, packages and data on their way; nobody else has the folder now."""
    shutil.rmtree(folder / BUILDING, ignore_errors=True)
    for left in [*(folder / "tmp").glob("*"), *(folder / "quarantine").rglob("*.part")]:
        with suppress(OSError):  # open in a viewer
            shutil.rmtree(left) if left.is_dir() else left.unlink()


def _open(folder: Path) -> tuple[Backend, FileStore]:
    own = settings.load(folder)
    if not own.database_url:
        files = FileStore(folder)
        return sqlite_backend.open_file(folder, files), files
    from ntm_desktop.db import postgres_backend, shared_store

    files = shared_store.of(folder, own.store_folder)
    backend = postgres_backend.open_url(own.database_url)
    try:
        shared_store.require(backend, files)
    except BaseException:
        backend.close()
        raise
    return backend, files


def require_url(url: str) -> None:
    """Refuses what names no database on a server."""
    if not url or not settings.is_database_url(url):
        raise NtmError(_NO_URL)


def _create_on_server(folder: Path, url: str, facts: dict[str, str]) -> None:
    from ntm_desktop.db import postgres_backend, shared_store

    require_url(url)
    own = replace(settings.load(folder), database_url=url)
    files = shared_store.of(folder, own.store_folder)
    mark = shared_store.lay_mark(files)
    try:
        postgres_backend.create(url, {**facts, shared_store.KEY: mark})
    except BaseException:
        shared_store.take_away_mark(files)
        raise
    settings.save(own, folder)


def _random_uids() -> Iterator[str]:
    """As ``uuid.uuid4``, whose objects, and a question to the system for each, take as long as all the rest
    of adding a row."""
    while True:
        bits = int.from_bytes(os.urandom(_UIDS_AT_ONCE * 16), "big") & _RANDOM_BITS | _FIXED_BITS
        digits = b"%0*x" % (_UIDS_AT_ONCE * 32, bits)
        yield from b" ".join(map(b"-".join, _GROUPS.iter_unpack(digits))).decode().split(" ")


def claimed(folder: Path) -> filelock.BaseFileLock:
    """Locks a folder that has no data yet, made if need be; what was left of an earlier attempt goes."""
    if (folder / FILE_NAME).exists():
        raise NtmError(_ALREADY.format(folder=folder))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NtmError(_UNWRITABLE.format(folder=folder, reason=reason(error))) from error
    lock = locked(folder)
    shutil.rmtree(folder / BUILDING, ignore_errors=True)
    return lock


def locked(folder: Path) -> filelock.BaseFileLock:
    """Keeps every other window and command out of a data folder until released."""
    lock = filelock.FileLock(folder / "lock", timeout=0, thread_local=False, fallback_to_soft=False)
    try:
        lock.acquire()
    except filelock.Timeout:
        raise DataInUse(_IN_USE.format(folder=folder)) from None
    except OSError as error:
        raise NtmError(_UNWRITABLE.format(folder=folder, reason=reason(error))) from error
    return lock
