"""Backups: a consistent copy of the open database with every file its rows name, checked before it counts.

A place holds ``files/ab/<sha256>`` (each file once) and per backup ``<n>/ntm.db`` and ``<n>/manifest.json``;
a backup without manifest does not exist. Putting one back is ``services.backup``.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from ntm_desktop import __version__
from ntm_desktop.db import durable, sqlite_file
from ntm_desktop.db.backend import DamagedData
from ntm_desktop.db.chain import RESTORED
from ntm_desktop.db.files import LISTS, FileStore, file_titles, named_files
from ntm_desktop.db.models import metadata, workplace
from ntm_desktop.db.session import utc_text
from ntm_desktop.errors import NtmError
from ntm_desktop.paths import require_file

MANIFEST = "manifest.json"
DATABASE = "ntm.db"
RESTORING = "Phục hồi từ bản sao lưu"
"""How the action that puts a backup back begins."""

Reason = Literal["asked", "close", "migration", "restore"]
Sha256 = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
Count = Annotated[int, msgspec.Meta(ge=0)]

_NO_PLACE = (
    "Không thấy nơi sao lưu {place}. Cắm lại ổ USB hoặc chọn nơi khác rồi sao lưu lại; "
    "dữ liệu vẫn nguyên vẹn."
)
_NO_FOLDER = (
    "{place} không phải là thư mục nên không sao lưu vào đó được. Chọn một thư mục hoặc ổ USB; "
    "dữ liệu vẫn nguyên vẹn."
)
_COPY_FAILED = (
    "Bản sao lưu vừa ghi vào {place} không đọc lại được đúng nên không được tính. "
    "Dùng ổ đĩa khác rồi sao lưu lại; dữ liệu vẫn nguyên vẹn."
)
_ROTTEN = (
    "Dữ liệu đang dùng có chỗ bị hỏng nên không sao lưu được. Giữ nguyên thư mục dữ liệu và phục hồi "
    "từ bản sao lưu gần nhất."
)
_UNREADABLE = (
    "Bản sao lưu {path} bị hỏng hoặc không phải của chương trình này. Chọn bản sao lưu khác; "
    "dữ liệu đang dùng không bị thay đổi."
)
_NOT_FOUND = (
    "Không thấy bản sao lưu {path}: tệp không có ở đó hoặc ổ USB đã rút. Chọn bản sao lưu khác "
    "hoặc cắm lại ổ; dữ liệu đang dùng không bị thay đổi."
)
_A_FOLDER = "{path} là một thư mục. Chọn tệp manifest.json của bản sao lưu trong thư mục đó{example}."


@dataclass(frozen=True, slots=True)
class Entry:
    """An action of the history, as far as a person needs it to know a backup by."""

    seq: Count
    at: str
    action: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds. ``number`` gives the order; ``made_at`` is only shown."""

    format: Literal[1]
    number: Annotated[int, msgspec.Meta(ge=1)]
    reason: Reason
    made_at: str
    app_version: str
    commune_id: str
    commune_name: str
    database_sha256: Sha256
    database_size: Count
    files: tuple[tuple[Sha256, Count], ...]
    missing: tuple[Sha256, ...]
    """Files that the rows name but that were lost or damaged before this backup was made."""
    counts: dict[str, int]
    newest: Entry | None


@dataclass(frozen=True, slots=True)
class BackupResult:
    path: Path
    """The manifest: what ``restore`` is given."""
    manifest: Manifest

    @property
    def size(self) -> int:
        return self.manifest.database_size + sum(size for _sha256, size in self.manifest.files)


def make(
    source: sqlite3.Connection, store: FileStore, *, to: Path, at: datetime, reason: Reason
) -> BackupResult:
    """Copies everything to a place, reads it back, and only then gives it its manifest."""
    number = _next_number(to)
    folder = to / str(number)
    try:
        folder.mkdir()
    except OSError as error:
        raise durable.unwritable(to, error) from error
    copy = folder / DATABASE
    try:
        _copy_database(source, copy)
        with closing(_reading(copy)) as database:
            named = sorted(named_files(database.execute, _lists(database)))
            target = FileStore(to)
            held, missing = _copy_files(store, named, target)
            target.remove_temporary()
            manifest = Manifest(
                format=1,
                number=number,
                reason=reason,
                made_at=utc_text(at),
                app_version=__version__,
                commune_id=_text(database, "SELECT value FROM workplace WHERE key = 'commune_id'"),
                commune_name=_text(database, "SELECT name FROM commune WHERE deleted = 0"),
                database_sha256=durable.sha256_of(copy),
                database_size=copy.stat().st_size,
                files=held,
                missing=missing,
                counts=counts(database),
                newest=newest(database),
            )
        durable.write(folder / MANIFEST, msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n")
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return BackupResult(folder / MANIFEST, manifest)


def drop_same(made: BackupResult) -> None:
    """Takes away the other backups of its place that were made for the same reason and hold the same."""
    for other in backups(made.path.parent.parent):
        if other.path != made.path and _held(other.manifest) == _held(made.manifest):
            shutil.rmtree(other.path.parent, ignore_errors=True)


def _held(manifest: Manifest) -> tuple[Reason, str, tuple[tuple[str, int], ...]]:
    return manifest.reason, manifest.database_sha256, manifest.files


def read_manifest(path: Path) -> Manifest:
    if path.is_dir():
        newest_one = max(_numbers(path), default=None)
        inside = [path / MANIFEST, *([path / str(newest_one) / MANIFEST] if newest_one else [])]
        found = next((f", ví dụ {one}" for one in inside if one.is_file()), "")
        raise NtmError(_A_FOLDER.format(path=path, example=found))
    try:
        require_file(path)
        return msgspec.json.decode(path.read_bytes(), type=Manifest)
    except FileNotFoundError:
        raise NtmError(_NOT_FOUND.format(path=path)) from None
    except (OSError, msgspec.DecodeError) as error:
        raise NtmError(_UNREADABLE.format(path=path)) from error


def verify(path: Path) -> tuple[Manifest, tuple[str, ...]]:
    """Reads a whole backup, every byte of it. A database that is not as its manifest says is refused; of the
    files those that are gone or damaged are given back.
    """
    manifest = read_manifest(path)
    copy = path.with_name(DATABASE)
    store = FileStore(path.parent.parent)
    try:
        intact = durable.sha256_of(copy) == manifest.database_sha256
    except OSError as error:
        raise NtmError(_UNREADABLE.format(path=path)) from error
    if not intact:
        raise NtmError(_UNREADABLE.format(path=path))
    with closing(_reading(copy)) as database:
        whole = _is_whole(database)
    if not whole:
        raise NtmError(_UNREADABLE.format(path=path))
    return manifest, tuple(store.damaged(sha256 for sha256, _size in manifest.files))


def absent(path: Path, manifest: Manifest) -> tuple[str, ...]:
    """The files of a backup that one sees to be gone or cut without reading them."""
    store = FileStore(path.parent.parent)
    return tuple(sha256 for sha256, size in manifest.files if store.size(sha256) != size)


def titles_of(path: Path, digests: Iterable[str]) -> tuple[str, ...]:
    """What a person knows files of a backup by."""
    try:
        with closing(_reading(path.with_name(DATABASE))) as database:
            return file_titles(database.execute, digests)
    except sqlite3.Error as error:
        raise NtmError(_UNREADABLE.format(path=path)) from error


def backups(place: Path) -> tuple[BackupResult, ...]:
    """The backups of a place, newest first; what cannot be read is left out."""
    found = []
    for number in sorted(_numbers(place), reverse=True):
        path = place / str(number) / MANIFEST
        try:
            found.append(BackupResult(path, read_manifest(path)))
        except NtmError:
            continue
    return tuple(found)


def prune(place: Path, keep: int) -> None:
    """Leaves the newest ``keep`` of the backups made by themselves at close; the others are kept for good.

    Order is the number, never the clock. Files that no backup names any more go too.
    """
    kept = backups(place)
    for backup in [backup for backup in kept if backup.manifest.reason == "close"][keep:]:
        shutil.rmtree(backup.path.parent, ignore_errors=True)
    named: set[str] = set()
    for folder in (place / str(number) for number in _numbers(place)):
        if (folder / MANIFEST).exists():
            try:
                named.update(sha256 for sha256, _size in read_manifest(folder / MANIFEST).files)
            except NtmError:
                return  # it may name any file
    FileStore(place).collect(named)


def counts(database: sqlite3.Connection) -> dict[str, int]:
    """Live rows by table."""
    present = _tables(database)
    found = {}
    for table in metadata.sorted_tables:
        if "deleted" in table.c and table.name in present:
            query = f"SELECT count(*) FROM {table.name} WHERE deleted = 0"
            found[table.name] = int(database.execute(query).fetchone()[0])
    return found


def _lists(database: sqlite3.Connection) -> list[str]:
    """A database of an older version has no packages yet."""
    present = _tables(database)
    return [table for table in LISTS if table in present]


def _tables(database: sqlite3.Connection) -> set[str]:
    return {name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}


def newest(database: sqlite3.Connection) -> Entry | None:
    """The last entry of the history."""
    row = database.execute("SELECT seq, at, action FROM history ORDER BY seq DESC LIMIT 1").fetchone()
    return Entry(*row) if row else None


def digests(database: sqlite3.Connection) -> list[str]:
    """The chain of the history, oldest first: two that begin alike have the same past."""
    return [digest for (digest,) in database.execute("SELECT digest FROM history ORDER BY seq")]


def restores(database: sqlite3.Connection) -> set[str]:
    """The entries of the chain that did nothing but put a backup back."""
    image = f'%"table":"{workplace.name}","uid":"{RESTORED}"}}]'
    query = "SELECT digest FROM history WHERE action LIKE ? AND images LIKE ?"
    return {digest for (digest,) in database.execute(query, (f"{RESTORING}%", image))}


def head(database: sqlite3.Connection) -> tuple[int, str]:
    """Number and digest of the last entry; (0, "") of an empty history."""
    row = database.execute("SELECT seq, digest FROM history ORDER BY seq DESC LIMIT 1").fetchone()
    return (int(row[0]), str(row[1])) if row else (0, "")


def head_of(path: Path) -> tuple[int, str]:
    """The head of the chain that a backup holds."""
    try:
        with closing(_reading(path.with_name(DATABASE))) as database:
            return head(database)
    except sqlite3.Error as error:
        raise NtmError(_UNREADABLE.format(path=path)) from error


def digests_of(path: Path) -> list[str]:
    """The chain that a backup holds."""
    return actions_of(path)[0]


def actions_of(path: Path) -> tuple[list[str], set[str]]:
    """The chain that a backup holds, and which of it did nothing but put a backup back."""
    try:
        with closing(_reading(path.with_name(DATABASE))) as database:
            return digests(database), restores(database)
    except sqlite3.Error as error:
        raise NtmError(_UNREADABLE.format(path=path)) from error


def _reading(copy: Path) -> sqlite3.Connection:
    if not copy.is_file():  # a pipe would be waited for
        raise sqlite3.OperationalError("not a file")
    return sqlite3.connect(f"{copy.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


def _text(database: sqlite3.Connection, query: str) -> str:
    row = database.execute(query).fetchone()
    return str(row[0]) if row else ""


def _copy_database(source: sqlite3.Connection, copy: Path) -> None:
    with sqlite_file.sentences(copy.parent), closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    durable.sync_file(copy)
    with closing(_reading(copy)) as copied:
        whole = _is_whole(copied)
    if not whole and not _is_whole(source):  # no other disk would help
        raise DamagedData(_ROTTEN)
    if not whole:
        raise NtmError(_COPY_FAILED.format(place=copy.parent))


def _is_whole(database: sqlite3.Connection) -> bool:
    """Whether SQLite, going through all of it, finds nothing amiss."""
    try:
        return (
            database.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
            and database.execute("PRAGMA foreign_key_check").fetchone() is None
        )
    except sqlite3.DatabaseError:
        return False


def _copy_files(
    store: FileStore, named: Iterable[str], target: FileStore
) -> tuple[tuple[tuple[str, int], ...], tuple[str, ...]]:
    """Brings what the target does not yet hold whole; returns what it holds then, and what was lost."""
    held, missing = [], []
    for sha256 in named:
        if next(target.damaged([sha256]), None) and not target.take_over(store, sha256):
            missing.append(sha256)
        else:
            held.append((sha256, target.path(sha256).stat().st_size))
    return tuple(held), tuple(missing)


def _numbers(place: Path) -> list[int]:
    return [int(path.name) for path in place.glob("*") if path.name.isdecimal() and path.is_dir()]


def _clear_leftovers(place: Path) -> None:
    """What an earlier backup left that was killed: a copy that never counted, and half of a file."""
    for folder in (place / str(number) for number in _numbers(place)):
        names = {path.name for path in folder.iterdir()}
        own = (DATABASE, f"{DATABASE}-", f"{MANIFEST}.")
        if DATABASE in names and MANIFEST not in names and all(name.startswith(own) for name in names):
            shutil.rmtree(folder, ignore_errors=True)
    FileStore(place).clear_temporary()


def _next_number(place: Path) -> int:
    """Makes the place if its own folder is there: an unplugged stick has none."""
    try:
        place.mkdir(exist_ok=True)
    except FileNotFoundError as error:
        raise NtmError(_NO_PLACE.format(place=place)) from error
    except (FileExistsError, NotADirectoryError) as error:
        raise NtmError(_NO_FOLDER.format(place=place)) from error
    except OSError as error:
        raise durable.unwritable(place, error) from error
    _clear_leftovers(place)
    return max(_numbers(place), default=0) + 1
