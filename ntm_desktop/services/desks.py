"""The workplace of an authority on a PostgreSQL server, which desks share: making it, coming to it.

Each desk is a data folder of its own, whose settings say where the database and the files are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select

from ntm_desktop import settings
from ntm_desktop.db import durable
from ntm_desktop.db.engine import Database, has_data, require_url
from ntm_desktop.db.models import commune, workplace
from ntm_desktop.errors import EntryRefused, NtmError
from ntm_desktop.services import authority as authorities
from ntm_desktop.services.authority import NewAuthority
from ntm_desktop.services.workplace import NewPerson, whole_or_nothing

if TYPE_CHECKING:
    from ntm_desktop.db.postgres_backend import PostgresBackend

_HAS_DATA = "Trong {folder} đã có dữ liệu. Chọn một thư mục khác cho bàn này; dữ liệu đã có vẫn nguyên vẹn."
_NO_STORE = (
    "Chưa ghi thư mục tệp dùng chung, hoặc ghi thiếu ổ đĩa. Ghi đủ đường dẫn mà mọi máy đều mở được, "
    "ví dụ \\\\may-chu\\ntm; không có gì bị thay đổi."
)
_OTHER = (
    "Máy chủ {server} đang giữ dữ liệu khác: {name}. Ghi đúng địa chỉ của dữ liệu đang dùng; thiết lập cũ "
    "vẫn còn nguyên."
)
_WHOSE = (
    select(commune.c.name, commune.c.commune_id)
    .join(workplace, workplace.c.value == commune.c.commune_id)
    .where(workplace.c.key == "commune_id", commune.c.deleted == 0)
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


@dataclass(frozen=True, slots=True)
class Found:
    """What is on a server: ``name`` and ``code`` of whose workplace it is, "" in an empty database."""

    server: str
    name: str = ""
    code: str = ""
    is_older: bool = False
    """Coming to it brings it up to date; desks with an older program are refused from then on."""

    @property
    def is_empty(self) -> bool:
        return not self.code


def look(*, url: str, store_folder: str) -> Found:
    """Whether a desk could come to a server, or a workplace be made there. Nothing is changed. Raises
    EntryRefused with what of an ``Address``, or ``store``, is to be mended."""
    from ntm_desktop.db import migrate, postgres_backend

    require_url(url)
    with postgres_backend.looking(url) as (backend, step):
        with _of_the_store():
            _look_at_store(backend, store_folder, is_empty=step is None)
        if step is None:
            return Found(backend.server)
        with backend.reading():
            told = backend.connection.execute(_WHOSE).first()
        if told is None:
            raise backend.damaged()
        return Found(backend.server, told.name, told.commune_id, step < migrate.HEAD)


def move(folder: Path, *, url: str, store_folder: str, unit: str) -> None:
    """The data of this desk are reached another way from now on; they must be those of the same ``unit``."""
    found = look(url=url, store_folder=store_folder)
    if found.code != unit:
        raise NtmError(_OTHER.format(server=found.server, name=found.name or "(trống)"))
    settings.save(replace(settings.load(folder), database_url=url, store_folder=store_folder), folder)


def _look_at_store(backend: PostgresBackend, store_folder: str, *, is_empty: bool) -> None:
    from ntm_desktop.db import shared_store

    _require_place(store_folder)
    files = shared_store.of(Path(store_folder), store_folder)
    shared_store.require_writable(files)
    if is_empty:
        shared_store.require_free(files)
    else:
        shared_store.require(backend, files)


@contextmanager
def _of_the_store() -> Iterator[None]:
    try:
        yield
    except NtmError as error:
        raise EntryRefused("store", error.message) from error


def _require_place(store_folder: str) -> None:
    if not Path(store_folder).is_absolute():
        raise NtmError(_NO_STORE)


@contextmanager
def _a_desk(folder: Path, *, url: str, store_folder: str) -> Iterator[None]:
    """The folder with the settings of a desk; as it was, when what follows fails."""
    _require_place(store_folder)
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
