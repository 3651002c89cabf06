"""A database in a folder of the test, empty or with a small commune."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from commune_rows import found_commune, make

from ntm_desktop.db.engine import Database


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "Dữ liệu xã"


@pytest.fixture
def database(folder: Path) -> Iterator[Database]:
    """An empty one."""
    with make(folder) as database:
        yield database


@pytest.fixture
def commune(database: Database) -> Database:
    """One with the rows of ``commune_rows``."""
    found_commune(database)
    return database
