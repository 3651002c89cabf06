"""A database in one file of the data folder, which no other process opens meanwhile."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, create_engine, insert
from sqlalchemy.pool import StaticPool

from ntm_desktop.db import durable, migrate, sqlite_file, sqlite_upgrade
from ntm_desktop.db.backend import DamagedData
from ntm_desktop.db.files import FileStore
from ntm_desktop.db.models import workplace
from ntm_desktop.db.sqlite_file import FILE_NAME, driver


class SqliteBackend:
    """The only connection to its file."""

    has_file = True

    def __init__(self, connection: Connection, folder: Path) -> None:
        self.connection = connection
        self._folder = folder

    @contextmanager
    def reading(self) -> Iterator[None]:
        with sqlite_file.sentences(self._folder), self.connection.begin():
            self.connection.exec_driver_sql("BEGIN")
            yield

    @contextmanager
    def writing(self, _commune_id: str) -> Iterator[None]:
        with sqlite_file.sentences(self._folder), self.connection.begin():
            self.connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield

    def state(self, _commune_id: str) -> None:
        return None

    def close(self) -> None:
        _disconnect(self.connection)

    def is_whole(self, *, deep: bool) -> bool:
        pragma = "integrity_check" if deep else "quick_check"
        return bool(self.file().execute(f"PRAGMA {pragma}(1)").fetchone() == ("ok",))

    def dangling(self, *, deep: bool) -> set[str]:  # noqa: ARG002 - it takes no long time
        return {str(row[0]) for row in self.file().execute("PRAGMA foreign_key_check")}

    def forget_deleted(self) -> None:
        self.file().execute("PRAGMA secure_delete=ON")

    def damaged(self) -> DamagedData:
        return sqlite_file.damaged(self._folder)

    def compact(self) -> None:
        with sqlite_file.sentences(self._folder):
            self.file().execute("VACUUM")
            self.file().execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def copy_into(self, memory: Connection, _commune_id: str) -> None:
        self.file().backup(driver(memory))

    def file(self) -> sqlite3.Connection:
        return driver(self.connection)


def create(folder: Path, facts: Mapping[str, str]) -> None:
    """Makes the file with the ``facts`` of the workplace. It is there wholly or not at all."""
    unfinished = folder / f"{FILE_NAME}.new"
    try:
        sqlite_file.discard(unfinished)
        with sqlite_file.sentences(folder):
            connection = _connect(unfinished)
            try:
                with connection.begin():
                    connection.exec_driver_sql("BEGIN IMMEDIATE")
                    migrate.build(connection)
                    connection.exec_driver_sql(f"PRAGMA application_id={sqlite_file.APPLICATION_ID}")
                    connection.exec_driver_sql(f"PRAGMA user_version={int(migrate.HEAD)}")
                    rows = [{"key": key, "value": value} for key, value in facts.items()]
                    connection.execute(insert(workplace), rows)
            finally:
                _disconnect(connection)
        durable.put_in_place(unfinished, folder / FILE_NAME)
    finally:
        sqlite_file.discard(unfinished)


def open_file(folder: Path, store: FileStore) -> SqliteBackend:
    """Opens the file of a data folder; an older one is backed up and brought up to date."""
    path = folder / FILE_NAME
    sqlite_file.check_header(path, migrate.HEAD)
    with sqlite_file.sentences(folder):
        connection = _connect(path)
        try:
            sqlite_file.check_inside(connection, path)
            sqlite_file.check_owner(connection, path)
            driver(connection).execute("PRAGMA journal_mode=WAL")
            sqlite_upgrade.bring_up_to_date(connection, store)
            sqlite_upgrade.require_tables(connection, folder)
            return SqliteBackend(connection, folder)
        except BaseException:
            _disconnect(connection)
            raise


def _connect(path: Path) -> Connection:
    """The only connection: transactions begin when we say so, and no other process gets in."""

    def connect() -> sqlite3.Connection:
        raw = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        raw.execute(
            "PRAGMA locking_mode=EXCLUSIVE"
        )  # before the first access: then WAL needs no shared memory
        raw.execute("PRAGMA synchronous=FULL")
        raw.execute("PRAGMA foreign_keys=ON")
        raw.execute("PRAGMA cache_size=-1000")  # KiB, half of what it would take: the system keeps pages too
        return raw

    return create_engine("sqlite://", creator=connect, poolclass=StaticPool).connect()


def _disconnect(connection: Connection) -> None:
    connection.close()
    connection.engine.dispose()
