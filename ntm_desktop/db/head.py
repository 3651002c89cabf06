"""Where the history of a closed database ends, read with the standard library alone.

For the first moments of a start: when the head is the one that the last overview was made from, that
overview is what the database says, long before SQLAlchemy is imported (docs/decisions/0006).
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path


def closed_head(path: Path) -> str:
    """Digest of the newest history entry; "" when there is none or the database is not simply closed.

    A log beside the database means that it is open somewhere or was not closed: then only ``db.engine`` may
    look into it.
    """
    if not path.is_file() or path.with_name(f"{path.name}-wal").exists():
        return ""
    return _asked(path, "SELECT digest FROM history ORDER BY seq DESC LIMIT 1")


def kind_of(path: Path) -> str:
    """Whose workplace it is, as ``Database.kind``; "" when that cannot be read. It is written once, when the
    database is made, so a log beside it says nothing else."""
    return _asked(path, "SELECT value FROM workplace WHERE key = 'kind'") if path.is_file() else ""


def _asked(path: Path, query: str) -> str:
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True)) as connection:
            row = connection.execute(query).fetchone()
    except sqlite3.Error:
        return ""
    return str(row[0]) if row else ""
