"""A database on a PostgreSQL server, which the desks of one office write at the same time.

Actions about one commune wait for each other, those about two do not. This module and what it imports is
brought in only where a URL is set.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NoReturn

from sqlalchemy import (
    Connection,
    RootTransaction,
    bindparam,
    column,
    create_engine,
    event,
    insert,
    literal,
    make_url,
    select,
    table,
    text,
)
from sqlalchemy.exc import DBAPIError

from ntm_desktop.db import migrate, postgres_schema, postgres_words
from ntm_desktop.db.backend import DamagedData, State
from ntm_desktop.db.chain import end_key
from ntm_desktop.db.models import metadata, workplace
from ntm_desktop.db.postgres_words import is_lost, sentences
from ntm_desktop.errors import NtmError

_READ = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
_WRITE = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"
"""Its turn is taken first: then what it reads of the commune is the newest, and stays so."""
_AT_CONNECTING = (
    "SET lock_timeout = '20s'; SET idle_in_transaction_session_timeout = '5min'; "
    "SET tcp_keepalives_idle = 60; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 6; "
    "SET plan_cache_mode = force_generic_plan"
)
"""A PC that was switched off in the midst of an action gives its turn back within two minutes.

A statement is planned once, not for each commune: all of them find their rows by the commune's code. That is
a quarter of what a package costs the server.
"""
_STATEMENTS = 500
"""As many are kept prepared; a package asks for some seventy, all pages together for a few hundred."""
_KEEPALIVES = {
    "connect_timeout": 10,
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "tcp_user_timeout": 30_000,  # ms
}
"""A server that vanished is noticed within a minute."""
_WAITS = (0, 1, 2, 4)
_COPIED_AT_ONCE = 1_000

_TURN = text("SELECT pg_current_xact_id()::text FROM workplace WHERE key = :key FOR UPDATE")
_PLACE = text("INSERT INTO workplace (key, value) VALUES (:key, '') ON CONFLICT (key) DO NOTHING")
_OUTCOME = text("SELECT pg_xact_status(CAST(:number AS text)::xid8)")
_STATE = (
    select(workplace.c.key, workplace.c.value)
    .where(workplace.c.key.in_(["commune_id", bindparam("end")]))
    .union_all(select(literal("step"), column("version_num")).select_from(table("alembic_version")))
)
_CHECKSUMS = text(
    "SELECT coalesce(max(checksum_failures), 0) FROM pg_stat_database WHERE datname = current_database()"
)

_NO_FILE = (
    "Dữ liệu nằm trên máy chủ {server} nên chương trình không tự sao lưu, phục hồi. Người quản trị máy chủ "
    "sao lưu bằng lệnh pg_dump, cùng với thư mục tệp dùng chung, và phục hồi bằng lệnh pg_restore."
)
_NO_DRIVER = (
    "Bản cài này chưa có phần kết nối máy chủ PostgreSQL. Cài bản dành cho cơ quan thẩm định dùng máy chủ "
    "rồi mở lại; không có gì bị thay đổi."
)


class PostgresBackend:
    """The connection of one desk; it comes again by itself after the server was gone."""

    has_file = False

    def __init__(self, connection: Connection, server: str) -> None:
        self.connection = connection
        self.server = server

    @contextmanager
    def reading(self) -> Iterator[None]:
        with sentences(self.server), self._begin(_READ):
            yield

    @contextmanager
    def writing(self, commune_id: str) -> Iterator[None]:
        with sentences(self.server):
            transaction = self._begin(_WRITE)
            with _undone_by_an_error(transaction):
                number = self._take_turn(commune_id)
                yield
            self._commit(transaction, number)

    def state(self, commune_id: str) -> State:
        found = {row[0]: row[1] for row in self.connection.execute(_STATE, {"end": end_key(commune_id)})}
        if found["step"] > migrate.HEAD:
            raise postgres_words.newer(self.server)
        return State(found["commune_id"], found.get(end_key(commune_id), ""))

    def close(self) -> None:
        _disconnect(self.connection)

    def is_whole(self, *, deep: bool) -> bool:  # noqa: ARG002 - what the server's checksums found since
        return not self.connection.scalar(_CHECKSUMS)

    def dangling(self, *, deep: bool) -> set[str]:
        return postgres_schema.dangling(self.connection, deep=deep)

    def forget_deleted(self) -> None:
        """Only ``compact`` does."""

    def damaged(self) -> DamagedData:
        return postgres_words.damaged(self.server)

    def compact(self) -> None:
        with sentences(self.server):
            names = ", ".join(f'"{one.name}"' for one in metadata.sorted_tables)
            self.connection.exec_driver_sql(f"VACUUM (FULL) {names}")
            self.connection.rollback()  # of what SQLAlchemy takes for one; the server had none

    def copy_into(self, memory: Connection, commune_id: str) -> None:
        with memory.begin():
            migrate.build(memory)
            for one in metadata.sorted_tables:
                rows = select(one)
                if "commune_id" in one.c:
                    rows = rows.where(one.c.commune_id == commune_id)
                for some in self.connection.execute(rows).mappings().partitions(_COPIED_AT_ONCE):
                    memory.execute(one.insert(), [dict(row) for row in some])

    def file(self) -> NoReturn:
        raise no_file(self.server)

    def _begin(self, how: str) -> RootTransaction:
        """A server that was started anew since the last transaction is met again without a word."""
        try:
            return self._begin_once(how)
        except DBAPIError as error:
            if not error.connection_invalidated:
                raise
        return self._begin_once(how)

    def _begin_once(self, how: str) -> RootTransaction:
        transaction = self.connection.begin()
        with _undone_by_an_error(transaction):
            self.connection.exec_driver_sql(how)
        return transaction

    def _take_turn(self, commune_id: str) -> str:
        """Waits until no other desk writes about the commune; returns the number of the transaction."""
        key = {"key": end_key(commune_id)}
        number = self.connection.scalar(_TURN, key)
        if number is None:  # its first action
            self.connection.execute(_PLACE, key)
            number = self.connection.scalar(_TURN, key)
        return str(number)

    def _commit(self, transaction: RootTransaction, number: str) -> None:
        """When the answer of the server is lost, it is asked again what became of the action."""
        try:
            with _undone_by_an_error(transaction):
                transaction.commit()
        except DBAPIError as error:
            if not is_lost(error) or not self._was_committed(number):
                raise

    def _was_committed(self, number: str) -> bool:
        for seconds in _WAITS:
            time.sleep(seconds)
            try:
                with self.connection.begin():
                    outcome = self.connection.scalar(_OUTCOME, {"number": number})
            except DBAPIError:
                continue
            if outcome in ("committed", "aborted"):
                return bool(outcome == "committed")
        raise postgres_words.unsure(self.server)


def create(url: str, facts: Mapping[str, str]) -> None:
    """Builds the schema in an empty database, with the ``facts`` of the workplace; wholly or not at all."""
    backend = _connect(url)
    try:
        with sentences(backend.server), backend.connection.begin():
            backend.connection.exec_driver_sql(_WRITE)
            postgres_schema.require_empty(backend.connection, backend.server)
            migrate.build(backend.connection)
            rows = [{"key": key, "value": value} for key, value in facts.items()]
            backend.connection.execute(insert(workplace), rows)
    finally:
        backend.close()


def clear(url: str) -> None:
    """Takes away what ``create`` built."""
    backend = _connect(url)
    try:
        with sentences(backend.server), backend.connection.begin():
            backend.connection.exec_driver_sql(_WRITE)
            names = ", ".join(f'"{one.name}"' for one in metadata.sorted_tables)
            backend.connection.exec_driver_sql(f"DROP TABLE {names}, alembic_version")
    finally:
        backend.close()


def open_url(url: str) -> PostgresBackend:
    """Opens the database of a server; an older one is brought up to date."""
    backend = _connect(url)
    try:
        with sentences(backend.server):
            postgres_schema.bring_up_to_date(backend.connection, backend.server)
            postgres_schema.require_tables(backend.connection, backend.server)
        return backend
    except BaseException:
        backend.close()
        raise


@contextmanager
def looking(url: str) -> Iterator[tuple[PostgresBackend, str | None]]:
    """The database of a server as it is, with the step that it has come to (None: empty), to read alone."""
    backend = _connect(url)
    try:
        with backend.reading():
            step = postgres_schema.look(backend.connection, backend.server)
        yield backend, step
    finally:
        backend.close()


def no_file(server: str) -> NtmError:
    return NtmError(_NO_FILE.format(server=server))


def server_of(url: str) -> str:
    """How a person knows the server: without user and password."""
    parts = make_url(url)
    host = parts.host or parts.query.get("host") or "localhost"
    port = f":{parts.port}" if parts.port else ""
    return f"{host}{port}/{parts.database}"


def _connect(url: str) -> PostgresBackend:
    server = server_of(url)
    try:
        engine = create_engine(
            make_url(url).set(drivername="postgresql+psycopg"),
            pool_size=1,
            max_overflow=0,
            isolation_level="AUTOCOMMIT",  # transactions begin when we say so
            paramstyle="format",
            connect_args={"application_name": "ntm-desktop", **_KEEPALIVES},
        )
    except ImportError as error:
        raise NtmError(_NO_DRIVER) from error
    event.listen(engine, "connect", _prepare)
    try:
        return PostgresBackend(engine.connect(), server)
    except DBAPIError as error:
        engine.dispose()
        raise postgres_words.unreachable(server, error) from error


def _prepare(raw: Any, _record: object) -> None:
    raw.execute(_AT_CONNECTING)
    raw.commit()
    raw.prepare_threshold, raw.prepared_max = 0, _STATEMENTS


def _disconnect(connection: Connection) -> None:
    connection.close()
    connection.engine.dispose()


@contextmanager
def _undone_by_an_error(transaction: RootTransaction) -> Iterator[None]:
    try:
        yield
    except BaseException:
        transaction.rollback()
        raise
