"""A database of every released version opens with this one, whole, and nothing in it is lost."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from commune_rows import make

from ntm_desktop.db.backend import DamagedData
from ntm_desktop.db.chain import verify_chain
from ntm_desktop.db.engine import Database, live
from ntm_desktop.db.migrate import HEAD
from ntm_desktop.db.models import assessment, hamlet, metadata, narrative, person, target_confirmation
from ntm_desktop.db.sqlite_file import driver
from ntm_desktop.services.check import check
from ntm_desktop.services.judged import list_confirmations

OLD = sorted(Path(__file__).with_name("old").glob("*.db"))


def test_this_version_left_one_at_its_last_step_with_a_row_of_each_table() -> None:
    from ntm_desktop import __version__

    steps = {}
    for path in (one for one in OLD if one.stem.split("-")[0] == __version__):
        with closing(_immutable(path)) as database:
            (steps[path],) = database.execute("SELECT version_num FROM alembic_version").fetchone()
    (newest,) = (path for path, step in steps.items() if step == HEAD)
    with closing(_immutable(newest)) as database:
        empty = [
            name for name in metadata.tables
            if database.execute(f"SELECT count(*) FROM {name}").fetchone() == (0,)
        ]  # fmt: skip
    assert empty == []


def _immutable(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)


@pytest.fixture(params=OLD, ids=lambda path: path.stem)
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The old database in a data folder, opened and closed once by this program."""
    shutil.copy(request.param, tmp_path / "ntm.db")
    Database.open(tmp_path).close()
    return tmp_path


def _columns(path: Path) -> dict[str, set[tuple[str, str, int]]]:
    with closing(sqlite3.connect(path)) as database:
        return {
            table: {
                (name, kind, required)
                for _, name, kind, required, *_ in database.execute(f"PRAGMA table_info({table})")
            }
            for table in [*metadata.tables, "alembic_version"]
        }


def test_it_then_has_the_tables_of_today(opened: Path, tmp_path: Path) -> None:
    make(tmp_path / "new").close()
    assert _columns(opened / "ntm.db") == _columns(tmp_path / "new" / "ntm.db")


def test_its_rows_are_all_there_and_its_history_is_whole(opened: Path) -> None:
    with Database.open(opened) as database, database.read() as session:
        assert [row["name"] for row in session.rows(live(hamlet, session))] == ["thôn Yên Thắng"]
        assert {row["name"] for row in session.rows(live(person, session))} == {
            "Trần Thị Bình",
            "Đinh Văn Ưởng",
        }
        assert [row["value"] for row in session.rows(live(assessment, session))] == ['{"v":10000}']
        raw = driver(session.connection)
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
        assert verify_chain(session) == 5


def test_one_with_a_broken_history_is_damaged_and_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "ntm.db"
    shutil.copy(Path(__file__).with_name("old") / "0.1.0.db", path)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE history SET images = substr(images, 1, 9) WHERE seq = 3")
        raw.commit()
        before = list(raw.iterdump())
    with pytest.raises(DamagedData, match="có nội dung bị hỏng nên không nâng cấp được") as refused:
        Database.open(tmp_path)
    assert "\n" not in refused.value.message
    with closing(sqlite3.connect(path)) as raw:
        assert list(raw.iterdump()) == before


def test_a_confirmation_that_does_not_say_what_was_checked_is_kept_and_counts_for_nothing(
    opened: Path,
) -> None:
    with Database.open(opened) as database, database.read() as session:
        kept = session.rows(live(target_confirmation, session))
        assert [(row["decision"], row["levels"]) for row in kept] in (
            [("1947/QĐ-TTg", None)],
            [("1947/QĐ-TTg", "[]")],
        )
        assert [one.levels for one in list_confirmations(session, set_id=kept[0]["set_id"])] == [frozenset()]


def test_what_was_worded_belongs_to_the_goal_of_its_day(opened: Path) -> None:
    with Database.open(opened) as database, database.read() as session:
        assert [row["goal_uid"] for row in session.rows(live(narrative, session))] == ["goal"]


def test_nothing_in_it_is_amiss(opened: Path) -> None:
    with Database.open(opened) as database, database.read() as session:
        problems = check(session, deep=True, now=datetime(2021, 7, 1, tzinfo=UTC)).problems
    assert all("tệp đã lưu bị mất" in problem for problem in problems)  # the database alone was left
