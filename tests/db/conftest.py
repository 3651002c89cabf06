"""A database in a folder of the test, empty or with a small commune."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from commune_rows import found_commune, make
from desks import KINDS, Shared

from ntm_desktop.db.engine import Database

BOTH = {"test_commune_code", "test_history_rows", "test_owners", "test_past"}
"""Modules whose tests run on a file and on a server."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if metafunc.module.__name__ in BOTH and "database" in metafunc.fixturenames:
        metafunc.parametrize("database", KINDS, indirect=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "Dữ liệu xã"


@pytest.fixture
def database(folder: Path, request: pytest.FixtureRequest) -> Iterator[Database]:
    """An empty one."""
    if getattr(request, "param", "sqlite") == "sqlite":
        with make(folder) as database:
            yield database
    else:
        shared: Shared = request.getfixturevalue("shared")
        with shared.open(folder) as database:
            yield database


@pytest.fixture
def commune(database: Database) -> Database:
    """One with the rows of ``commune_rows``."""
    found_commune(database)
    return database
