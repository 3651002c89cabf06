"""The schema and its steps: building it new, and taking the steps that an older database lacks.

Alembic is imported only when there is a step to take; a database at ``HEAD`` opens without it.
"""

from __future__ import annotations

import re
from pathlib import Path

from sqlalchemy import Connection, text
from sqlalchemy.schema import CreateIndex, CreateTable

from ntm_desktop.db.models import metadata

HEAD = "0016"
"""The newest step; also the ``user_version`` of an SQLite file, so that the header tells a newer one."""

STEPS = Path(__file__).parent / "migrations"


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
    connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": HEAD})


def step_of(connection: Connection) -> str | None:
    """The newest step that was taken; None when the database does not say it."""
    found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalars().all()
    if len(found) != 1 or re.fullmatch("[0-9]{4}", str(found[0])) is None:
        return None
    return str(found[0])


def take_steps(connection: Connection, steps: Path) -> None:
    """Runs Alembic over the open connection, in its transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(steps).replace("%", "%%"))
    command.upgrade(config, "head")
