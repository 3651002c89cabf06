"""The data as they stood when an entry of the history was written: in a copy in memory, never in the file.

The history keeps each row before and after an action, so the copy goes back by putting the rows before the
first later action that touched them. Services read it like the data of today.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from itertools import islice
from typing import Any, NoReturn

from sqlalchemy import Connection, RowMapping, Table, create_engine, select
from sqlalchemy.pool import NullPool

from ntm_desktop.db import chain, migrate
from ntm_desktop.db.commune_code import give_code
from ntm_desktop.db.models import history, metadata, workplace
from ntm_desktop.db.session import Image, Session
from ntm_desktop.db.sqlite_backend import SqliteBackend
from ntm_desktop.db.sqlite_file import driver

_MEMORY = create_engine(
    "sqlite://",
    creator=lambda: sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False),
    poolclass=NullPool,
)
"""A database of its own for each connection; one engine, as it remembers how statements are compiled."""

_Firsts = dict[str, dict[str, Image]]
"""By table and uid: a row as it was before the first later action that touched it."""


class Past:
    """Goes back only; a session that it gave says nothing any more once it has gone further."""

    def __init__(self, present: Session, connection: Connection) -> None:
        self._present = present
        self._connection = connection
        self._commune_id = present.commune_id
        self.unknown: tuple[int, ...] = ()
        """Actions gone back over whose rows before nobody can tell, as their content was erased."""

    def back_to(self, seq: int) -> Session:
        """The data right after entry ``seq``."""
        own = history.c.commune_id == self._commune_id
        later = select(history).where(own, history.c.seq > seq).order_by(history.c.seq)
        firsts: _Firsts = {}
        for entry in self._connection.execute(later).mappings():
            if entry["images"] is None:
                self._without_images(entry, firsts)
                continue
            for image in chain.images_of(entry):
                _add_first(firsts.setdefault(image["table"], {}), image["uid"], image["before"])
        self._connection.execute(history.delete().where(own, history.c.seq > seq))
        code = firsts.pop(workplace.name, {}).get("commune_id")
        for name, rows in firsts.items():
            if "deleted" in metadata.tables[name].c:
                self._put(name, rows)
        if code is not None:
            give_code(self._connection, old=self._commune_id, new=code["value"])
            self._commune_id = code["value"]
        backend = SqliteBackend(self._connection, self._present.files.folder)
        return Session(backend, self._commune_id, self._present.files, _no_uid)

    @cached_property
    def _erasings(self) -> Mapping[int, tuple[int, Mapping[str, Any]]]:
        return chain.all_erasings(self._present)

    def _without_images(self, entry: RowMapping, firsts: _Firsts) -> None:
        """What an erased action says of its rows is how often they had been written: once, it added them."""
        _by, note = self._erasings.get(entry["seq"], (0, {}))
        rows = note.get("rows", {})
        for name, left in rows.items():
            of_table = firsts.setdefault(name, {})
            for uid in (uid for uid, rev in left.items() if rev == 1):
                of_table.setdefault(uid, None)
        if not rows or any(rev > 1 for left in rows.values() for rev in left.values()):
            self.unknown = tuple(sorted({*self.unknown, entry["seq"]}))

    def _put(self, name: str, rows: dict[str, Image]) -> None:
        raw, own = driver(self._connection), self._commune_id
        gone = [(own, uid) for uid, before in rows.items() if before is None]
        raw.executemany(f'DELETE FROM "{name}" WHERE commune_id = ? AND uid = ?', gone)
        alike: dict[tuple[str, ...], list[tuple[Any, ...]]] = {}
        known = metadata.tables[name].c
        for uid, before in rows.items():
            if before is not None:  # may lack columns that no image has: they keep what an upgrade gave
                columns = tuple(column for column in before if column in known)
                alike.setdefault(columns, []).append((*(before[column] for column in columns), own, uid))
        for columns, values in alike.items():
            told = ", ".join(f'"{column}" = ?' for column in columns)
            raw.executemany(f'UPDATE "{name}" SET {told} WHERE commune_id = ? AND uid = ?', values)


def _add_first(of_table: dict[str, Image], uid: str, before: Image) -> None:
    """An image of an older version lacks columns: what the upgrade gave them stands in the next one."""
    first = of_table.setdefault(uid, before)
    if first and before and not before.keys() <= first.keys():
        of_table[uid] = {**before, **first}


@contextmanager
def past(present: Session) -> Iterator[Past]:
    """A copy of all rows of the commune, to go back in; it is gone with the block."""
    with _MEMORY.connect() as connection:
        present.backend.copy_into(connection, present.commune_id)
        with connection.begin():
            connection.exec_driver_sql("BEGIN")
            yield Past(present, connection)


@contextmanager
def in_memory(around: Session, rows: Mapping[Table, Iterable[Mapping[str, Any]]]) -> Iterator[Session]:
    """A database that holds just these rows of the commune of a session, gone with the block."""
    with _MEMORY.connect() as connection, connection.begin():
        connection.exec_driver_sql("BEGIN")
        migrate.build(connection)
        for table in (one for one in metadata.sorted_tables if one in rows):
            for some in _portions(rows[table]):
                connection.execute(table.insert(), some)
        backend = SqliteBackend(connection, around.files.folder)
        yield Session(backend, around.commune_id, around.files, _no_uid, own=around.own)


def _portions(rows: Iterable[Mapping[str, Any]]) -> Iterator[list[Mapping[str, Any]]]:
    left = iter(rows)
    while some := list(islice(left, 1_000)):
        yield some


def _no_uid() -> NoReturn:
    raise RuntimeError("nothing is added to the past")
