"""The schema on a server: the steps give what a new database has, and what is no data of ours is refused."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from desks import Shared
from sqlalchemy import Connection, text

from ntm_desktop.db import migrate, postgres_backend

_SCHEMA = (
    "SELECT table_name, ordinal_position, column_name, data_type, is_nullable, collation_name "
    "FROM information_schema.columns WHERE table_schema = 'public'",
    "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint "
    "WHERE connamespace = 'public'::regnamespace",
    "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'",
)


@contextmanager
def connected(url: str) -> Iterator[Connection]:
    backend = postgres_backend._connect(url)
    try:
        yield backend.connection
    finally:
        backend.close()


def schema(url: str) -> list[set[tuple[object, ...]]]:
    with connected(url) as connection, connection.begin():
        return [set(map(tuple, connection.execute(text(question)))) for question in _SCHEMA]


def test_steps_from_nothing_give_the_schema_of_a_new_database(shared: Shared, blank: Shared) -> None:
    with connected(blank.url) as connection, connection.begin():
        connection.exec_driver_sql("BEGIN")
        migrate.take_steps(connection, migrate.STEPS)
    stepped, new = schema(blank.url), schema(shared.url)
    assert [sorted(found - other) for found, other in zip(stepped, new, strict=True)] == [[], [], []]
    assert [sorted(found - other) for found, other in zip(new, stepped, strict=True)] == [[], [], []]
