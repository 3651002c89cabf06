"""The folder in which the desks of one database on a server keep the files together.

A mark in it and the same in the database say that they belong together, so that no desk lays files where
the others do not look.
"""

from __future__ import annotations

import uuid
from contextlib import suppress
from pathlib import Path

from sqlalchemy import select

from ntm_desktop.db import durable
from ntm_desktop.db.backend import Backend
from ntm_desktop.db.files import FileStore
from ntm_desktop.db.models import workplace
from ntm_desktop.errors import NtmError

KEY = "store"
"""In ``workplace``."""

_TAKEN = (
    "Thư mục {folder} đang giữ tệp của dữ liệu khác. Chọn một thư mục trống làm thư mục tệp dùng chung; "
    "không có gì bị thay đổi."
)
_AWAY = (
    "Không thấy thư mục {folder}. Kiểm tra máy giữ thư mục đang bật, mạng nội bộ, và tài khoản trên máy này "
    "được vào thư mục đó; hoặc ghi lại đường dẫn. Không có gì bị thay đổi."
)
_STRANGE = (
    "{folder} không phải thư mục tệp dùng chung của dữ liệu trên máy chủ, hoặc chưa kết nối. Kết nối thư mục "
    "đó, hoặc ghi đúng thư mục vào thiết lập store_folder của máy này, rồi mở lại; không có gì bị thay đổi."
)


def of(folder: Path, store_folder: str) -> FileStore:
    """Without a folder in the settings the files are in the data folder, where only one desk sees them."""
    return FileStore(folder, Path(store_folder) if store_folder else folder)


def lay_mark(files: FileStore) -> str:
    """Claims the folder for a database that is about to be made."""
    require_free(files)
    path, mark = _mark(files), uuid.uuid4().hex
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise durable.unwritable(path.parent, error) from error
    durable.write(path, f"{mark}\n".encode())
    return mark


def require_free(files: FileStore) -> None:
    """Refuses a folder that keeps the files of other data."""
    path = _mark(files)
    if path.exists():
        raise NtmError(_TAKEN.format(folder=path.parent.parent))


def require_writable(files: FileStore) -> None:
    """Refuses a folder that is not there, or into which this desk could lay no file."""
    top = _mark(files).parent.parent
    if not top.is_dir():
        raise NtmError(_AWAY.format(folder=top))
    probe = top / f"{uuid.uuid4().hex}.part"
    try:
        durable.write(probe, b"")
    finally:
        with suppress(OSError):
            probe.unlink(missing_ok=True)


def take_away_mark(files: FileStore) -> None:
    _mark(files).unlink(missing_ok=True)


def require(backend: Backend, files: FileStore) -> None:
    with backend.reading():
        mark = backend.connection.scalar(select(workplace.c.value).where(workplace.c.key == KEY))
    path = _mark(files)
    try:
        found = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        found = ""
    if not found or found != mark:
        raise NtmError(_STRANGE.format(folder=path.parent.parent))


def _mark(files: FileStore) -> Path:
    assert files.mark is not None
    return files.mark
