"""The schema and its steps: building it new, and bringing an older database up to date.

Alembic is imported only when there is a step to take; a database at ``HEAD`` opens without it.
"""

from __future__ import annotations

import re
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.schema import CreateIndex, CreateTable

from ntm_desktop.db.files import FileStore
from ntm_desktop.db.models import metadata
from ntm_desktop.db.sqlite_file import (
    APPLICATION_ID,
    DamagedData,
    Unopenable,
    damaged,
    driver,
    lacks,
    refusal_of_newer,
    sentences,
)

HEAD = "0016"
"""The newest step; also the file's ``user_version``, so that the header tells a newer database."""

STEPS = Path(__file__).parent / "migrations"

_FAILED = (
    "Không nâng cấp được dữ liệu trong {folder} lên phiên bản này; dữ liệu vẫn như cũ và đã được sao lưu. "
    "Dùng lại phiên bản cũ của chương trình và báo lỗi này cho người phụ trách."
)
_DAMAGED = (
    "Dữ liệu trong {folder} có nội dung bị hỏng nên không nâng cấp được lên phiên bản này; "
    "dữ liệu vẫn như cũ. Giữ nguyên thư mục này và phục hồi từ một bản sao lưu làm trước khi bị hỏng."
)


def build(connection: Connection) -> None:
    """The whole schema, inside the caller's transaction."""
    for table in metadata.sorted_tables:
        connection.execute(CreateTable(table))
        for index in sorted(table.indexes, key=lambda index: str(index.name)):  # they come in no order
            connection.execute(CreateIndex(index))
    connection.exec_driver_sql(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
        "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
    )
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (HEAD,))
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version={int(HEAD)}")


def bring_up_to_date(
    connection: Connection, store: FileStore, *, steps: Path = STEPS, head: str = HEAD
) -> None:
    """Takes the steps that are missing, all or none, after a backup."""
    present = _step_of(connection, store.folder)
    if present == head:
        return
    if present > head:  # its writer was cut off before the header showed it
        raise refusal_of_newer(store.folder)
    from ntm_desktop.db import backup

    try:
        made = backup.make(
            connection, store, to=store.folder / "backups", at=datetime.now(UTC), reason="migration"
        )
    except sqlite3.OperationalError as error:
        if lacks(error):
            raise DamagedData(_DAMAGED.format(folder=store.folder)) from error
        raise
    backup.drop_same(made)  # an upgrade that fails is tried again at each opening
    raw = driver(connection)
    raw.execute("PRAGMA foreign_keys=OFF")  # inside a transaction it would do nothing
    try:
        with sentences(store.folder), connection.begin():
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            take_steps(connection, steps)
            connection.exec_driver_sql(f"PRAGMA user_version={int(head)}")
            broken = raw.execute("PRAGMA foreign_key_check").fetchone()
            if broken or raw.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                raise Unopenable(_FAILED.format(folder=store.folder))
    except (ValueError, LookupError, TypeError) as error:  # what a step read is not what was once written
        raise DamagedData(_DAMAGED.format(folder=store.folder)) from error
    except DBAPIError as error:  # nothing that the disk did: the step and these data do not fit
        raise Unopenable(_FAILED.format(folder=store.folder)) from error
    finally:
        raw.execute("PRAGMA foreign_keys=ON")


def _step_of(connection: Connection, folder: Path) -> str:
    try:
        with connection.begin():
            found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalars().all()
    except DBAPIError as error:
        if lacks(error):
            raise damaged(folder) from error
        raise
    if len(found) != 1 or re.fullmatch("[0-9]{4}", str(found[0])) is None:
        raise damaged(folder)
    return str(found[0])


def require_tables(connection: Connection, folder: Path) -> None:
    """Refuses an up-to-date database of which somebody took tables or columns away."""
    columns = (
        "SELECT tables.name, columns.name FROM sqlite_schema AS tables "
        "JOIN pragma_table_info(tables.name) AS columns WHERE tables.type = 'table'"
    )
    there = set(driver(connection).execute(columns))
    if any((table.name, column.name) not in there for table in metadata.sorted_tables for column in table.c):
        raise damaged(folder)


def take_steps(connection: Connection, steps: Path) -> None:
    """Runs Alembic over the open connection, in its transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(steps).replace("%", "%%"))
    command.upgrade(config, "head")
