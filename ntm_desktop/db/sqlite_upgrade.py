"""Bringing the file of an older version up to date, after a backup; all its steps or none."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from ntm_desktop.db import migrate
from ntm_desktop.db.backend import DamagedData, Unopenable
from ntm_desktop.db.files import FileStore
from ntm_desktop.db.models import metadata
from ntm_desktop.db.sqlite_file import damaged, driver, lacks, refusal_of_newer, sentences

_FAILED = (
    "Không nâng cấp được dữ liệu trong {folder} lên phiên bản này; dữ liệu vẫn như cũ và đã được sao lưu. "
    "Dùng lại phiên bản cũ của chương trình và báo lỗi này cho người phụ trách."
)
_DAMAGED = (
    "Dữ liệu trong {folder} có nội dung bị hỏng nên không nâng cấp được lên phiên bản này; "
    "dữ liệu vẫn như cũ. Giữ nguyên thư mục này và phục hồi từ một bản sao lưu làm trước khi bị hỏng."
)


def bring_up_to_date(
    connection: Connection, store: FileStore, *, steps: Path = migrate.STEPS, head: str = migrate.HEAD
) -> None:
    present = _step_of(connection, store.folder)
    if present == head:
        return
    if present > head:  # its writer was cut off before the header showed it
        raise refusal_of_newer(store.folder)
    from ntm_desktop.db import backup

    raw = driver(connection)
    try:
        made = backup.make(raw, store, to=store.folder / "backups", at=datetime.now(UTC), reason="migration")
    except sqlite3.OperationalError as error:
        if lacks(error):
            raise DamagedData(_DAMAGED.format(folder=store.folder)) from error
        raise
    backup.drop_same(made)  # an upgrade that fails is tried again at each opening
    raw.execute("PRAGMA foreign_keys=OFF")  # inside a transaction it would do nothing
    try:
        with sentences(store.folder), connection.begin():
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            migrate.take_steps(connection, steps)
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
            present = migrate.step_of(connection)
    except DBAPIError as error:
        if lacks(error):
            raise damaged(folder) from error
        raise
    if present is None:
        raise damaged(folder)
    return present


def require_tables(connection: Connection, folder: Path) -> None:
    """Refuses an up-to-date database of which somebody took tables or columns away."""
    columns = (
        "SELECT tables.name, columns.name FROM sqlite_schema AS tables "
        "JOIN pragma_table_info(tables.name) AS columns WHERE tables.type = 'table'"
    )
    there = set(driver(connection).execute(columns))
    if any((table.name, column.name) not in there for table in metadata.sorted_tables for column in table.c):
        raise damaged(folder)
