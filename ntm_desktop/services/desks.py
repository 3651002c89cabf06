"""The workplace of an authority on a PostgreSQL server, which desks share: making it, coming to it.

Each desk is a data folder of its own, whose settings say where the database and the files are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from ntm_desktop import settings
from ntm_desktop.db import durable
from ntm_desktop.db.engine import Database, has_data, require_url
from ntm_desktop.errors import NtmError
from ntm_desktop.services import authority as authorities
from ntm_desktop.services.authority import NewAuthority
from ntm_desktop.services.workplace import NewPerson, whole_or_nothing

_HAS_DATA = "Trong {folder} đã có dữ liệu. Chọn một thư mục khác cho bàn này; dữ liệu đã có vẫn nguyên vẹn."
_NO_STORE = (
    "Chưa ghi thư mục tệp dùng chung, hoặc ghi thiếu ổ đĩa. Ghi đủ đường dẫn mà mọi máy đều mở được, "
    "ví dụ \\\\may-chu\\ntm; không có gì bị thay đổi."
)


def create(
    folder: Path,
    *,
    url: str,
    store_folder: str,
    authority: NewAuthority,
    new_people: Sequence[NewPerson] = (),
    at: datetime,
    by: str = "",
) -> None:
    """Makes the workplace in the empty database of a server, and its first desk; all of it or nothing."""
    authorities.check(authority)
    require_url(url)
    with _a_desk(folder, url="", store_folder=store_folder):
        try:
            authorities.found(folder, authority=authority, new_people=new_people, at=at, by=by, url=url)
        except BaseException:
            if settings.load(folder).database_url:  # it was empty until then
                _take_back(folder, url, store_folder)
            raise


def join(folder: Path, *, url: str, store_folder: str) -> None:
    """Makes a further desk of a workplace that is on a server."""
    require_url(url)
    with _a_desk(folder, url=url, store_folder=store_folder):
        Database.open(folder).close()


@contextmanager
def _a_desk(folder: Path, *, url: str, store_folder: str) -> Iterator[None]:
    """The folder with the settings of a desk; as it was, when what follows fails."""
    if not Path(store_folder).is_absolute():
        raise NtmError(_NO_STORE)
    if has_data(folder):
        raise NtmError(_HAS_DATA.format(folder=folder))
    before = settings.load(folder)
    with whole_or_nothing(folder):
        try:
            _make(folder)
            own = replace(before, database_url=url, store_folder=store_folder)
            settings.save(own, folder)
            yield
        except BaseException:
            if before != settings.Settings():
                settings.save(before, folder)
            raise


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise durable.unwritable(folder, error) from error


def _take_back(folder: Path, url: str, store_folder: str) -> None:
    from ntm_desktop.db import postgres_backend, shared_store

    postgres_backend.clear(url)
    shared_store.take_away_mark(shared_store.of(folder, store_folder))
