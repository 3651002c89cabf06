from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from commune_rows import AT, found_commune, make

from ntm_desktop.db.engine import Database
from ntm_desktop.db.history import insert
from ntm_desktop.db.models import file
from ntm_desktop.db.sqlite_file import driver
from ntm_desktop.services.check import CheckReport, check


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with make(tmp_path / "data") as database:
        found_commune(database)
        with database.write("Thêm tệp", "An", AT) as session:
            stored = session.files.put_bytes(b"bien ban")
            row = {"sha256": stored.sha256, "size": stored.size, "type": "txt", "name": "a.txt"}
            insert(session, file, [row])
        yield database


def checked(database: Database, *, deep: bool = True) -> CheckReport:
    with database.read() as session:
        return check(session, deep=deep, now=AT)


def test_all_is_well(database: Database) -> None:
    database.files.put_bytes(b"taken in but never attached")
    assert checked(database) == CheckReport((), entries=5, files=1, orphans=1, deep=True)
    assert checked(database, deep=False).problems == ()


def test_a_rotten_file_is_found_by_reading_it(database: Database) -> None:
    (sha256,) = database.files.stored()
    database.files.path(sha256).write_bytes(b"Bien ban")
    assert checked(database, deep=False).problems == ()
    (problem,) = checked(database).problems
    assert sha256[:8] in problem


def test_a_lost_file_is_found_at_once(database: Database) -> None:
    (sha256,) = database.files.stored()
    database.files.path(sha256).unlink()
    assert sha256[:8] in checked(database, deep=False).problems[0]


def test_a_row_that_points_nowhere_is_found(database: Database) -> None:
    raw = driver(database.connection)
    raw.execute("PRAGMA foreign_keys=OFF")
    raw.execute("UPDATE assessment SET person_uid = 'nobody'")
    (problem,) = checked(database).problems
    assert "assessment" in problem


def test_a_changed_history_is_found(database: Database) -> None:
    with database.write("", "", AT) as session:
        session.connection.exec_driver_sql("UPDATE history SET by_name = 'khác' WHERE seq = 3")
    report = checked(database)
    assert report.entries == 0
    assert "thao tác số 3" in report.problems[0]


def test_a_clock_that_went_back_is_found(database: Database) -> None:
    with database.read() as session:
        (problem,) = check(session, deep=False, now=AT - timedelta(days=1)).problems
    assert "Đồng hồ máy" in problem
