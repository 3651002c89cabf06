"""Data that are damaged in what they say: refused by every command, put right by a restore."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from commune_rows import AT, found_commune, make

from ntm_desktop.db.backend import DamagedData
from ntm_desktop.db.engine import Database, live
from ntm_desktop.db.models import hamlet
from ntm_desktop.services import backup

OLD = Path(__file__).parents[1] / "db" / "old" / "0.1.0.db"
DAMAGE = [
    "DROP TABLE alembic_version",
    "DELETE FROM alembic_version",
    "UPDATE alembic_version SET version_num = 'x'",
    "DELETE FROM workplace",
    "DROP TABLE workplace",
    "DROP TABLE history",
    "DROP TABLE person",
    "ALTER TABLE history DROP COLUMN digest",
]


def damage(folder: Path, statement: str) -> None:
    with closing(sqlite3.connect(folder / "ntm.db", isolation_level=None)) as raw:
        raw.execute(statement)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def manifest(folder: Path, tmp_path: Path) -> Path:
    """A backup of a small commune, whose data lie closed in ``folder``."""
    with make(folder) as database:
        found_commune(database)
        return backup.make(database, to=tmp_path / "USB", at=AT).path


def names_of(folder: Path) -> list[str]:
    with Database.open(folder) as database, database.read() as session:
        return sorted(row["name"] for row in session.rows(live(hamlet, session)))


@pytest.mark.parametrize("statement", DAMAGE)
def test_what_was_taken_away_is_told_and_a_restore_brings_it_back(
    folder: Path, manifest: Path, statement: str
) -> None:
    damage(folder, statement)
    before = (folder / "ntm.db").read_bytes()
    with pytest.raises(DamagedData, match="bị hỏng nên không mở"):
        Database.open(folder)
    done = backup.restore(folder, manifest=manifest, at=AT)
    assert not done.way_back
    assert done.kept is not None
    assert (done.kept / "ntm.db").read_bytes() == before
    assert names_of(folder) == ["thôn Yên Bình", "thôn Yên Thắng"]


@pytest.mark.parametrize("statement", ["DROP TABLE history", "DROP TABLE person", "DROP TABLE freeze"])
def test_an_older_database_too(folder: Path, manifest: Path, statement: str) -> None:
    shutil.copy(OLD, folder / "ntm.db")
    damage(folder, statement)
    with pytest.raises(DamagedData, match="phục hồi từ"):
        Database.open(folder)
    backup.restore(folder, manifest=manifest, at=AT)
    assert names_of(folder) == ["thôn Yên Bình", "thôn Yên Thắng"]


def test_data_that_open_but_give_no_sound_backup_are_kept_as_they_are(folder: Path, manifest: Path) -> None:
    damage(folder, "UPDATE assessment SET person_uid = 'nobody'")
    done = backup.restore(folder, manifest=manifest, at=AT)
    assert not done.way_back
    assert names_of(folder) == ["thôn Yên Bình", "thôn Yên Thắng"]


def test_a_list_of_files_that_says_nothing_is_told(folder: Path, manifest: Path) -> None:
    damage(
        folder,
        "INSERT INTO freeze (commune_id, uid, rev, deleted, content_root, made_on, files) "
        "SELECT commune_id, uid, 1, 0, '', '2021-06-30', '{' FROM commune",
    )
    with (
        Database.open(folder) as database,
        pytest.raises(DamagedData, match="Danh sách tệp của một lần chốt số liệu bị hỏng"),
    ):
        backup.make(database, to=backup.own_place(folder), at=AT)
    assert not backup.restore(folder, manifest=manifest, at=AT).way_back


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no file's size")
@pytest.mark.parametrize("size", [5_000, None])  # cut short, or whole and too large to be kept
def test_a_restore_for_which_there_is_no_room_leaves_nothing_behind(
    folder: Path, manifest: Path, size: int | None
) -> None:
    damage(folder, "DELETE FROM workplace")
    data = folder / "ntm.db"
    data.write_bytes(data.read_bytes()[:size])
    before = sorted(path for path in folder.rglob("*"))
    program = Path(__file__).with_name("restore_on_full_disk.py")
    command = [sys.executable, str(program), str(folder), str(manifest)]
    done = subprocess.run(command, capture_output=True, check=True)
    assert "NtmError: Không ghi được vào" in done.stdout.decode()
    left = [path.relative_to(folder) for path in folder.rglob("*") if path not in before]
    assert [path for path in left if path.parts[0] not in ("backups", "tmp") or len(path.parts) > 1] == []
