"""The schema on a PostgreSQL server: is it ours, whole and not newer; bringing an older one up to date."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, ForeignKeyConstraint, Select, Text, exists, literal, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.compiler import compiles

from ntm_desktop.db import migrate, postgres_words
from ntm_desktop.db.backend import Unopenable
from ntm_desktop.db.models import metadata, workplace
from ntm_desktop.errors import NtmError

_OLDEST_SERVER = 130_000
_TURN = text("SELECT pg_advisory_xact_lock(1314146628)")  # "NTMD"
_PATIENCE = "SET LOCAL lock_timeout = '5min'"  # another desk may be bringing it up to date
_TABLES = text(
    "SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'"
)
_COLUMNS = text(
    "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema()"
)
_GUARDED = text(
    "SELECT conname FROM pg_constraint "
    "WHERE connamespace = current_schema()::regnamespace AND contype = 'f' AND convalidated"
)

_EMPTY = (
    "Cơ sở dữ liệu {server} chưa có dữ liệu của chương trình. Kiểm tra địa chỉ máy chủ trong thiết lập, "
    "hoặc lập dữ liệu mới; không có gì bị thay đổi."
)
_NOT_OURS = (
    "Cơ sở dữ liệu {server} đang chứa dữ liệu khác, không phải của chương trình này. "
    "Dùng một cơ sở dữ liệu riêng; không có gì bị thay đổi."
)
_ALREADY = (
    "Cơ sở dữ liệu {server} đã có dữ liệu của chương trình. Mở dữ liệu đó, hoặc dùng một cơ sở dữ liệu trống "
    "để lập dữ liệu mới; dữ liệu đã có vẫn nguyên vẹn."
)
_ENCODING = (
    "Cơ sở dữ liệu {server} dùng bảng mã {encoding}, không ghi đủ chữ Việt. Người quản trị máy chủ tạo lại "
    "cơ sở dữ liệu với ENCODING 'UTF8'; không có gì bị thay đổi."
)
_OLD_SERVER = (
    "Máy chủ dữ liệu {server} chạy PostgreSQL quá cũ. Người quản trị máy chủ cài PostgreSQL 13 trở lên; "
    "không có gì bị thay đổi."
)
_FAILED = (
    "Không nâng cấp được dữ liệu trên máy chủ {server} lên phiên bản này; dữ liệu vẫn như cũ. Dùng lại "
    "phiên bản cũ của chương trình và báo lỗi này cho người phụ trách."
)


@compiles(Text, "postgresql")
def _in_the_order_of_bytes(_element: Text, _compiler: Any, **_named: Any) -> str:
    """Texts compare as in SQLite, whatever language the server's database is of; in all steps, too."""
    return 'TEXT COLLATE "C"'


def require_empty(connection: Connection, server: str) -> None:
    """Inside the transaction that builds it: of two desks that do at once, one finds the other's."""
    connection.execute(_TURN)
    _require_usable(connection, server)
    if tables := _tables(connection):
        raise NtmError((_ALREADY if _are_ours(tables) else _NOT_OURS).format(server=server))


def look(connection: Connection, server: str) -> str | None:
    """The step that a database of ours has come to; None of an empty one that could hold our data."""
    if not _tables(connection):
        _require_usable(connection, server)
        return None
    return _step_of(connection, server, migrate.HEAD)


def _require_usable(connection: Connection, server: str) -> None:
    encoding = connection.scalar(text("SHOW server_encoding"))
    if int(connection.scalar(text("SHOW server_version_num")) or 0) < _OLDEST_SERVER:
        raise NtmError(_OLD_SERVER.format(server=server))
    if encoding != "UTF8":
        raise NtmError(_ENCODING.format(server=server, encoding=encoding))


def bring_up_to_date(
    connection: Connection, server: str, *, steps: Path = migrate.STEPS, head: str = migrate.HEAD
) -> None:
    """Takes the steps that are missing, all or none; of two desks that start together, one."""
    with connection.begin():
        if _step_of(connection, server, head) == head:
            return
    try:
        with postgres_words.sentences(server), connection.begin():
            connection.exec_driver_sql("BEGIN")
            connection.exec_driver_sql(_PATIENCE)
            connection.execute(_TURN)
            if _step_of(connection, server, head) != head:
                migrate.take_steps(connection, steps)
    except DBAPIError as error:  # nothing that the server did: the step and these data do not fit
        raise Unopenable(_FAILED.format(server=server)) from error


def require_tables(connection: Connection, server: str) -> None:
    """Refuses an up-to-date database of which somebody took tables or columns away."""
    with connection.begin():
        there = {(row[0], row[1]) for row in connection.execute(_COLUMNS)}
    if any((table.name, column.name) not in there for table in metadata.sorted_tables for column in table.c):
        raise postgres_words.damaged(server)


def dangling(connection: Connection, *, deep: bool) -> set[str]:
    """The server sees to its keys itself; where somebody took one away, or ``deep``, the rows are asked."""
    guarded = set() if deep else set(connection.scalars(_GUARDED))
    return {
        str(table.name)
        for table in metadata.sorted_tables
        for key in table.foreign_key_constraints
        if key.name not in guarded and connection.scalar(_finds_none(key))
    }


def _finds_none(key: ForeignKeyConstraint) -> Select[Any]:
    child, parent = key.table, key.referred_table
    pairs = [(element.parent, element.column) for element in key.elements]
    found = exists().where(*(theirs == ours for ours, theirs in pairs)).correlate(child)
    told = [ours.is_not(None) for ours, _theirs in pairs]
    return select(literal(1)).select_from(child).where(*told, ~found.select_from(parent)).limit(1)


def _step_of(connection: Connection, server: str, head: str) -> str:
    tables = _tables(connection)
    if not tables:
        raise NtmError(_EMPTY.format(server=server))
    if not _are_ours(tables):
        raise Unopenable(_NOT_OURS.format(server=server))
    present = migrate.step_of(connection)
    if present is None:
        raise postgres_words.damaged(server)
    if present > head:
        raise postgres_words.newer(server)
    return present


def _tables(connection: Connection) -> set[str]:
    return set(connection.scalars(_TABLES))


def _are_ours(tables: set[str]) -> bool:
    return {"alembic_version", workplace.name} <= tables
