"""The database of one data folder: who may open it, and the one place that opens transactions.

What rows mean is the services' matter; how an action is remembered is ``db.history`` and ``db.chain``.
"""

from __future__ import annotations

import os
import shutil
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import filelock
from sqlalchemy import Connection, select

from ntm_desktop import __version__
from ntm_desktop.db import chain, sqlite_backend, sqlite_file
from ntm_desktop.db.backend import Backend
from ntm_desktop.db.files import FileStore
from ntm_desktop.db.kept import Kept
from ntm_desktop.db.models import history, workplace
from ntm_desktop.db.session import Session, Writing, live, utc_text
from ntm_desktop.db.sqlite_file import FILE_NAME
from ntm_desktop.errors import NtmError, reason

__all__ = ["BUILDING", "FILE_NAME", "DataInUse", "Database", "Session", "claimed", "live", "locked"]

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
        with backend.reading():
            facts = {row.key: row.value for row in backend.connection.execute(select(workplace))}
        if not {"kind", "commune_id"} <= facts.keys():
            raise sqlite_file.damaged(folder)
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
    ) -> Database:
        """Makes the database of a new data folder and opens it. It is there wholly or not at all.

        ``commune_id`` is the official code of whose workplace it is; ``level`` that of an authority.
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
        if not (folder / FILE_NAME).is_file():
            raise NtmError(_NO_DATA.format(folder=folder))
        if lock is None:
            lock = locked(folder)
        else:
            lock.acquire()
        try:
            files = FileStore(folder)
            backend = sqlite_backend.open_file(folder, files)
            try:
                shutil.rmtree(folder / BUILDING, ignore_errors=True)
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
    def read(self, *, of: str | None = None) -> Iterator[Session]:
        """A view of one moment; writing through it is a mistake of the program. ``of``: which commune, when
        it is another one than is open."""
        with self.backend.reading():
            yield self._session(of or self.commune_id)

    @contextmanager
    def write(self, action: str, by: str, at: datetime, *, of: str | None = None) -> Iterator[Session]:
        """One action of a person: wholly on disk when the block ends, not at all when it raises."""
        commune_id = of or self.commune_id
        session = self._session(commune_id, Writing(action, by, at))
        with self.backend.writing(commune_id):
            yield session
            chain.append(session)
        self._forget(commune_id, session)

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
