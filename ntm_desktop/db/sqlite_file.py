"""The SQLite file itself: is it ours, whole and not newer; and what its errors mean to a person.

Every check here comes before the first write, so that a refused file keeps its bytes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from ntm_desktop.db.backend import DamagedData, NewerData, Unopenable
from ntm_desktop.errors import NtmError

FILE_NAME = "ntm.db"
APPLICATION_ID = 0x4E544D44  # "NTMD"

_MAGIC = b"SQLite format 3\0"
_NOT_OURS = (
    "Tệp {path} không phải dữ liệu của chương trình này. Chọn đúng thư mục dữ liệu; tệp vẫn nguyên vẹn."
)
_DAMAGED = (
    "Dữ liệu trong {path} bị hỏng nên không mở. Giữ nguyên thư mục này và phục hồi từ bản sao lưu gần nhất; "
    "chương trình chưa thay đổi gì."
)
_NOT_OF_ONE_COMMUNE = (
    "Dữ liệu trong {path} đã bị sửa từ bên ngoài chương trình nên không mở: ghi là của xã mang mã {own} "
    "nhưng không có thông tin xã mang mã đó. Giữ nguyên thư mục này và phục hồi từ bản sao lưu gần nhất; "
    "chương trình chưa thay đổi gì."
)
_NEWER = (
    "Dữ liệu trong {path} do phiên bản mới hơn của chương trình ghi. Cài phiên bản mới hơn rồi mở lại; "
    "dữ liệu không bị thay đổi."
)
_FULL = (
    "Chưa lưu được: ổ đĩa chứa {folder} đã đầy. Xóa bớt tệp không cần trên ổ đĩa này rồi lưu lại; "
    "dữ liệu đã lưu trước đó vẫn nguyên vẹn."
)
_UNWRITABLE = (
    "Không ghi được dữ liệu trong {folder}. Kiểm tra ổ đĩa còn chỗ trống, còn cắm và cho phép ghi "
    "rồi làm lại; dữ liệu đã lưu trước đó vẫn nguyên vẹn."
)
_SENTENCES = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_IOERR: _UNWRITABLE,
    sqlite3.SQLITE_READONLY: _UNWRITABLE,
    sqlite3.SQLITE_CANTOPEN: _UNWRITABLE,
    sqlite3.SQLITE_PERM: _UNWRITABLE,
}
_DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


def check_header(path: Path, head: str) -> None:
    """Refuses by the first 100 bytes what is not ours, newer than ``head``, or cut short."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
        size = path.stat().st_size
        log = path.with_name(f"{path.name}-wal")
        pending = log.is_file() and log.stat().st_size > 0
    except OSError as error:
        raise NtmError(_UNWRITABLE.format(folder=path.parent)) from error
    if len(header) < 100 or not header.startswith(_MAGIC) or _number(header, 68) != APPLICATION_ID:
        raise Unopenable(_NOT_OURS.format(path=path))
    if _number(header, 60) > int(head):
        raise refusal_of_newer(path)
    page_size = {1: 65536}.get(_number(header, 16, 2), _number(header, 16, 2))
    if not pending and size != page_size * _number(
        header, 28
    ):  # with a log pending, pages may still lie there
        raise damaged(path)


def check_inside(connection: Connection, path: Path) -> None:
    """Refuses a file whose pages do not hang together."""
    if driver(connection).execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise damaged(path)


def check_owner(connection: Connection, path: Path) -> None:
    """Refuses data that say of which commune they are and hold another's: all would seem to be gone.

    In a new folder no commune is written yet. That tables are missing is told by who needs them.
    """
    ask = driver(connection).execute
    try:
        own = ask("SELECT value FROM workplace WHERE key = 'commune_id'").fetchone()
        known = ask("SELECT 1 FROM commune WHERE commune_id = ? AND deleted = 0", own or ("",)).fetchone()
        held = ask("SELECT 1 FROM commune UNION SELECT 1 FROM goal").fetchone()
    except sqlite3.OperationalError:
        return
    if own and held and not known:
        raise DamagedData(_NOT_OF_ONE_COMMUNE.format(path=path, own=own[0]))


def damaged(path: Path) -> DamagedData:
    return DamagedData(_DAMAGED.format(path=path))


def driver(connection: Connection) -> sqlite3.Connection:
    """The connection of the standard library below, for what must stay outside a transaction."""
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    return raw


def refusal_of_newer(path: Path) -> NewerData:
    return NewerData(_NEWER.format(path=path))


def discard(path: Path) -> None:
    """Deletes an unfinished database with what SQLite keeps beside it."""
    path.unlink(missing_ok=True)
    discard_log(path)


def discard_log(path: Path) -> None:
    for ending in ("-wal", "-journal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


@contextmanager
def sentences(folder: Path) -> Iterator[None]:
    """Tells a person about a full, read-only or damaged disk; every other error is our mistake and passes."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        code = getattr(error.orig if isinstance(error, DBAPIError) else error, "sqlite_errorcode", None)
        if not isinstance(code, int):
            raise
        if code & 0xFF in _DAMAGE:
            raise damaged(folder) from error
        sentence = _SENTENCES.get(code & 0xFF)
        if sentence is None:
            raise
        raise NtmError(sentence.format(folder=folder)) from error


def lacks(error: DBAPIError | sqlite3.Error) -> bool:
    """Whether a table or column that every database of ours has was not found."""
    return "no such" in str(error.orig if isinstance(error, DBAPIError) else error)


def _number(header: bytes, start: int, length: int = 4) -> int:
    return int.from_bytes(header[start : start + length], "big")
