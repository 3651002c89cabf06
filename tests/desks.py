"""Desks that share a database on a PostgreSQL server: fixtures for the tests of both kinds of database.

``shared`` is an empty workplace on the server, made anew for each test; ``shared.open("Bàn 1")`` opens it as
one desk, ``shared.open("Bàn 2")`` as another. ``copied(database, shared)`` brings the rows of an SQLite
workplace to the server. NTM_TEST_POSTGRESQL may name a server to use; without it one is started.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Any

import postgres_server
import pytest
from commune_rows import AT
from sqlalchemy import make_url, select

from ntm_desktop import settings
from ntm_desktop.db.engine import Database
from ntm_desktop.db.models import metadata, workplace
from ntm_desktop.db.shared_store import KEY
from ntm_desktop.settings import Settings

KINDS = ("sqlite", "postgresql")
_NOT_THERE = "PostgreSQL is not installed; on Debian and Ubuntu: sudo apt-get install postgresql"


class Server:
    """Makes databases; they go with the server."""

    def __init__(self, url: str) -> None:
        import psycopg

        self._url = url
        self._prefix, self._numbers = f"ntm_test_{os.getpid()}_", count(1)
        self._admin = psycopg.connect(url, autocommit=True)

    def close(self) -> None:
        for (name,) in self.ask("SELECT datname FROM pg_database"):
            if name.startswith(self._prefix):
                self._admin.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())
        self._admin.close()

    @property
    def port(self) -> int:
        return make_url(self._url).port or 5432

    def url(self, name: str) -> str:
        return f"{self._url.rpartition('/')[0]}/{name}"

    def fresh(self, template: str = "template0", encoding: str = "") -> str:
        """An empty database, or a copy of one that no connection uses."""
        name = f"{self._prefix}{next(self._numbers)}"
        told = f"TEMPLATE {template} STRATEGY file_copy"
        if encoding:
            told += f" ENCODING {encoding} LOCALE_PROVIDER libc LC_COLLATE 'C' LC_CTYPE 'C'"
        self._admin.execute(f"CREATE DATABASE {name} {told}".encode())
        return name

    def do(self, statement: str) -> None:
        self._admin.execute(statement.encode())

    def ask(self, statement: str) -> list[tuple[Any, ...]]:
        return self._admin.execute(statement.encode()).fetchall()


@dataclass(frozen=True)
class Shared:
    """One database of the server, and the folder that holds the desks and the files they share."""

    url: str
    folder: Path

    @property
    def store(self) -> Path:
        return self.folder / "tệp chung"

    def desk(self, name: str | Path) -> Path:
        """The data folder of a desk, with its settings."""
        folder = self.folder / name
        folder.mkdir(parents=True, exist_ok=True)
        settings.save(Settings(database_url=self.url, store_folder=str(self.store)), folder)
        return folder

    def create(
        self, name: str | Path = "Bàn 1", *, kind: str = "commune", commune_id: str = "18964"
    ) -> Database:
        return Database.create(self.desk(name), kind=kind, commune_id=commune_id, at=AT, url=self.url)

    def open(self, name: str | Path) -> Database:
        return Database.open(self.desk(name))

    def through(self, port: int) -> Shared:
        """As a desk knows it that reaches the server by another port."""
        url = make_url(self.url).set(port=port)
        return replace(self, url=url.render_as_string(hide_password=False))


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    if given := os.environ.get("NTM_TEST_POSTGRESQL"):
        with closing(Server(given)) as server:
            yield server
        return
    binaries = postgres_server.programs() if os.name == "posix" else None
    if binaries is None:
        if "CI" in os.environ:
            pytest.fail(_NOT_THERE)
        pytest.skip(_NOT_THERE)
    with postgres_server.running(binaries) as url, closing(Server(url)) as server:
        yield server


@pytest.fixture
def blank(postgresql: Server, tmp_path: Path) -> Shared:
    """A database with nothing in it."""
    return Shared(postgresql.url(postgresql.fresh()), tmp_path / "chung")


@pytest.fixture(scope="session")
def _founded(postgresql: Server, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, bytes]:
    """An empty workplace to copy: its database, and what marks its files."""
    name = postgresql.fresh()
    first = Shared(postgresql.url(name), tmp_path_factory.mktemp("desks"))
    first.create().close()
    return name, (first.store / "files" / "ma-kho.txt").read_bytes()


@pytest.fixture
def shared(postgresql: Server, _founded: tuple[str, bytes], tmp_path: Path) -> Shared:
    """The empty workplace of a commune of the code that ``commune_rows`` has."""
    template, mark = _founded
    made = Shared(postgresql.url(postgresql.fresh(template)), tmp_path / "chung")
    (made.store / "files").mkdir(parents=True)
    (made.store / "files" / "ma-kho.txt").write_bytes(mark)
    return made


def copied(source: Database, shared: Shared) -> Database:
    """Brings every row of a workplace to the server, in no order, and opens it as another desk."""
    database = shared.open("Bàn chép")
    order = random.Random(1)
    with database.connection.begin(), source.connection.begin():
        database.connection.exec_driver_sql("BEGIN")
        for table in metadata.sorted_tables:
            rows = [dict(row) for row in source.connection.execute(select(table)).mappings()]
            order.shuffle(rows)
            if table is workplace:
                database.connection.execute(table.delete().where(table.c.key != KEY))
            if rows:
                database.connection.execute(table.insert(), rows)
    database.close()
    for path in (source.folder / "files").glob("*/*"):
        target = shared.store / "files" / path.parent.name / path.name
        target.parent.mkdir(exist_ok=True)
        target.hardlink_to(path)
    return shared.open("Bàn 1")
