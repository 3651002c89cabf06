"""The schema and its steps: building it new, and bringing an older database up to date.

Alembic is imported only when there is a step to take; a database at ``HEAD`` opens without it.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection

import ntm_desktop.db.models as _models  # noqa: F401 - declares the tables
from ntm_desktop.db.sqlite_file import APPLICATION_ID
from ntm_desktop.db.types import metadata

HEAD = "0001"
"""The newest step; also the file's ``user_version``, so that the header tells a newer database."""

MIGRATIONS = Path(__file__).parent / "migrations"


def build(connection: Connection) -> None:
    """The whole schema, inside the caller's transaction."""
    metadata.create_all(connection, checkfirst=False)
    connection.exec_driver_sql(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
        "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
    )
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (HEAD,))
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version={int(HEAD)}")


def bring_up_to_date(connection: Connection, folder: Path) -> None:
    """Takes the steps that are missing, all or none."""
