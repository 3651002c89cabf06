from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from commune_rows import act
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from ntm_desktop.db import backup, migrate, sqlite_upgrade
from ntm_desktop.db.engine import Database, live
from ntm_desktop.db.history import update
from ntm_desktop.db.models import hamlet
from ntm_desktop.db.sqlite_file import driver
from ntm_desktop.errors import NtmError

NEXT = f"{int(migrate.HEAD) + 1:04d}"
STEP = f"""
import sqlalchemy as sa
from alembic import op

revision = "{NEXT}"
down_revision = "{migrate.HEAD}"


def upgrade():
    with op.batch_alter_table("person", table_kwargs={{"sqlite_strict": True}}) as batch:
        batch.add_column(sa.Column("phone", sa.Text, nullable=True))
        batch.alter_column("unit", nullable=True)
"""


def schema(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as database:
        found = database.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")
        # a table made anew has its name in quotes
        texts = (sql.replace('"', "").replace("(", " ( ").replace(")", " ) ") for (sql,) in found)
        return {" ".join(sql.split()) for sql in texts}


def test_a_new_database_has_its_indexes_in_a_fixed_order(database: Database) -> None:
    """Two samples are the same file, byte for byte."""
    with database.read() as session:
        found = session.connection.exec_driver_sql(
            "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'assessment' "
            "AND sql IS NOT NULL ORDER BY rowid"
        )
        names = list(found.scalars())
    assert len(names) > 2
    assert names == sorted(names)


@pytest.fixture
def steps(tmp_path: Path) -> Path:
    """The steps of a later program: ours and one that makes a table of parents anew."""
    folder = tmp_path / "100% steps"
    shutil.copytree(migrate.STEPS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / f"{NEXT}_phone.py").write_text(STEP, encoding="utf-8")
    return folder


def test_steps_from_nothing_give_the_schema_of_a_new_database(tmp_path: Path, database: Database) -> None:
    stepped = tmp_path / "stepped.db"
    engine = create_engine(f"sqlite:///{stepped}", poolclass=StaticPool)
    with engine.begin() as connection:
        migrate.take_steps(connection, migrate.STEPS)
    engine.dispose()
    folder = database.folder
    database.close()
    assert schema(folder / "ntm.db") == schema(stepped)


def test_head_is_the_newest_step() -> None:
    config = Config()
    config.set_main_option("script_location", str(migrate.STEPS))
    assert ScriptDirectory.from_config(config).get_current_head() == migrate.HEAD


def test_a_database_at_head_opens_without_alembic_and_orm(database: Database) -> None:
    folder = database.folder
    database.close()
    program = (
        "import sys; from pathlib import Path; from ntm_desktop.db.engine import Database\n"
        "Database.open(Path(sys.argv[1])).close()\n"
        "print([name for name in ('alembic', 'sqlalchemy.orm', 'mako', 'rfc8785') if name in sys.modules])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, str(folder)], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "[]"


def test_an_older_database_is_backed_up_and_lifted_with_its_rows(commune: Database, steps: Path) -> None:
    database = commune
    with database.read() as session:
        before = session.rows(live(hamlet, session))
    sqlite_upgrade.bring_up_to_date(database.connection, database.files, steps=steps, head=NEXT)
    with database.read() as session:
        assert session.rows(live(hamlet, session)) == before
        people = session.connection.exec_driver_sql("SELECT name, phone FROM person").all()
        assert people == [("Trần Thị Bình", None)]
        assert session.connection.exec_driver_sql("SELECT person_uid FROM assessment").all() == [("p1",)]
        assert session.connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert session.connection.exec_driver_sql("PRAGMA user_version").scalar() == int(NEXT)
        strict = "SELECT strict FROM pragma_table_list WHERE name = 'person'"
        assert session.connection.exec_driver_sql(strict).scalar() == 1
    (kept,) = backup.backups(database.folder / "backups")
    assert (kept.manifest.reason, kept.manifest.counts["person"]) == ("migration", 1)


def test_a_plan_of_an_older_database_gets_the_day_it_was_recorded(tmp_path: Path) -> None:
    before = tmp_path / "before"
    shutil.copytree(migrate.STEPS, before, ignore=shutil.ignore_patterns("__pycache__", "000[4-9]_*", "001*"))
    path = tmp_path / "old.db"
    engine = create_engine(f"sqlite:///{path}", poolclass=StaticPool)
    with engine.begin() as connection:
        migrate.take_steps(connection, before)
        raw = driver(connection)
        for uid in ("recorded", "noted", "erased"):
            row = ("xa", uid, 1, 0, "xa-ntm-2016-2020", "17.6", "", "")
            raw.execute(
                "INSERT INTO plan (commune_id, uid, rev, deleted, set_id, code, cause, solution) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                row,
            )
        raw.execute("INSERT INTO plan_note VALUES ('xa', 'n1', 1, 0, 'noted', '2021-04-05', 'Họp thôn')")
        image = '[{"table":"plan","uid":"recorded","before":null,"after":{"code":"17.6"}}]'
        for seq, at, images in (
            (1, "2021-01-01T01:00:00Z", "[]"),
            (2, "2021-03-01T18:30:00Z", image),  # already 2/3 in the office
            (3, "2021-05-01T01:00:00Z", None),
        ):
            raw.execute(
                "INSERT INTO history (commune_id, seq, at, by_name, action, images, images_sha256, previous, "
                "digest) VALUES ('xa', ?, ?, 'A', 'B', ?, '', '', '')",
                (seq, at, images),
            )
    with engine.begin() as connection:
        migrate.take_steps(connection, migrate.STEPS)
        days = connection.exec_driver_sql("SELECT uid, decided_on FROM plan").all()
    engine.dispose()
    assert dict(map(tuple, days)) == {
        "recorded": "2021-03-02",
        "noted": "2021-04-05",
        "erased": "2021-01-01",
    }


def test_what_was_worded_belongs_to_the_goal_in_force_on_its_day(tmp_path: Path) -> None:
    before = tmp_path / "before"
    shutil.copytree(migrate.STEPS, before, ignore=shutil.ignore_patterns("__pycache__", "001[1-9]_*"))
    engine = create_engine(f"sqlite:///{tmp_path / 'old.db'}", poolclass=StaticPool)
    with engine.begin() as connection:
        migrate.take_steps(connection, before)
        raw = driver(connection)
        for commune, uid, deleted, since in (
            ("xa", "first", 0, "2020-01-01"),
            ("xa", "second", 0, "2021-07-01"),
            ("xa", "mistaken", 1, "2021-02-01"),
            ("khac", "other", 0, "2021-03-01"),
        ):
            raw.execute(
                "INSERT INTO goal VALUES (?, ?, 1, ?, 's', '1', '2016', 'dat-chuan', 2021, '', '', ?, ?)",
                (commune, uid, deleted, since, "2021-12-31"),
            )
        for commune, uid, day in (
            ("xa", "early", "2019-05-01"),
            ("xa", "between", "2021-06-30"),
            ("xa", "late", "2021-07-01"),
            ("khac", "elsewhere", "2021-07-01"),
            ("khong", "without", "2021-07-01"),
        ):
            raw.execute(
                "INSERT INTO narrative VALUES (?, ?, 1, 0, 'bao_cao', 'ton_tai', 'x', 1, ?)",
                (commune, uid, day),
            )
    with engine.begin() as connection:
        migrate.take_steps(connection, migrate.STEPS)
        found = connection.exec_driver_sql("SELECT uid, goal_uid FROM narrative").all()
    engine.dispose()
    assert dict(map(tuple, found)) == {
        "early": "first",
        "between": "first",
        "late": "second",
        "elsewhere": "other",
        "without": None,
    }


def test_works_and_contracts_of_an_older_database_keep_what_they_say(tmp_path: Path) -> None:
    before = tmp_path / "before"
    shutil.copytree(migrate.STEPS, before, ignore=shutil.ignore_patterns("__pycache__", "0009_*", "001*"))
    engine = create_engine(f"sqlite:///{tmp_path / 'old.db'}", poolclass=StaticPool)
    with engine.begin() as connection:
        migrate.take_steps(connection, before)
        raw = driver(connection)
        for table, row in (
            ("work", ("w", "Đường thôn", "giao-thong", "ordinary", "", "", "", 0, 990, "2022-01-01", "")),
            ("contractor", ("c", "Tổ thợ", 1, "", "", "")),
            ("work_investment", ("i", "w", 1_250, "2021-02-26", None, "Giá thép tăng", 1)),
            ("contract", ("h", "w", "c", "07/HĐ", "2021-04-09", 1_180, "2021-04-12", "2021-07-20")),
            ("contract_annex", ("p", "h", "01/PL", "2021-07-15", None, "2021-10-31", "Mưa lũ")),
        ):
            uid, *rest = row
            values = ("xa", uid, 1, 0, *rest)
            raw.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(values))})", values)
    with engine.begin() as connection:
        migrate.take_steps(connection, migrate.STEPS)
        raw = driver(connection)
        work = "SELECT name, settled, person_uid, retention, debt_source, debt_due FROM work"
        assert raw.execute(work).fetchall() == [("Đường thôn", 990, None, None, "", None)]
        total = "SELECT amount, reason, supersedes FROM work_investment"
        assert raw.execute(total).fetchall() == [(1_250, "Giá thép tăng", None)]
        assert raw.execute("SELECT value, correction FROM contract").fetchall() == [(1_180, None)]
        annexes = "SELECT reason, finish_date, correction FROM contract_annex"
        assert raw.execute(annexes).fetchall() == [("Mưa lũ", "2021-10-31", None)]
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    engine.dispose()


@pytest.mark.parametrize(
    "last_line",
    [
        'op.execute("INSERT INTO no_such_table VALUES (1)")',
        "op.execute(\"UPDATE assessment SET person_uid = 'nobody'\")",
    ],
)
def test_a_step_that_fails_leaves_the_database_as_it_was(
    commune: Database, steps: Path, last_line: str
) -> None:
    database = commune
    step = steps / "versions" / f"{NEXT}_phone.py"
    step.write_text(f"{step.read_text(encoding='utf-8')}\n    {last_line}\n", encoding="utf-8")
    before = list(_dump(database))
    with pytest.raises(NtmError, match="Không nâng cấp được"):
        sqlite_upgrade.bring_up_to_date(database.connection, database.files, steps=steps, head=NEXT)
    assert list(_dump(database)) == before
    with database.read() as session:
        assert session.connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert session.connection.exec_driver_sql("PRAGMA user_version").scalar() == int(migrate.HEAD)


def test_an_upgrade_that_fails_again_and_again_keeps_one_backup_of_its_data(
    commune: Database, steps: Path
) -> None:
    step = steps / "versions" / f"{NEXT}_phone.py"
    whole = step.read_text(encoding="utf-8")
    place = commune.folder / "backups"

    def fail() -> list[int]:
        step.write_text(f"{whole}\n    op.execute('INSERT INTO nowhere VALUES (1)')\n", encoding="utf-8")
        with pytest.raises(NtmError, match="Không nâng cấp được"):
            sqlite_upgrade.bring_up_to_date(commune.connection, commune.files, steps=steps, head=NEXT)
        return [kept.manifest.number for kept in backup.backups(place)]

    assert [fail(), fail(), fail()] == [[1], [2], [3]]  # the newest: it was just read back
    act(commune, "Sửa thôn", lambda session: update(session, hamlet, "h1", {"name": "Thôn khác"}))
    assert fail() == [4, 3]  # other data: what was before stays


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["PRAGMA max_page_count=1", "INSERT INTO workplace VALUES ('x', hex(zeroblob(900000)))"], "đã đầy"),
        (["PRAGMA query_only=ON", "INSERT INTO workplace VALUES ('x', 'y')"], "cho phép ghi"),
        (
            [
                "PRAGMA writable_schema=ON",
                "UPDATE sqlite_schema SET rootpage = 99999 WHERE name = 'plan'",
                "PRAGMA writable_schema=RESET",
                "INSERT INTO plan_note SELECT * FROM plan",
            ],
            "phục hồi từ bản sao lưu",
        ),
    ],
)
def test_a_disk_that_fails_an_upgrade_is_told_as_itself(
    commune: Database, steps: Path, lines: list[str], said: str
) -> None:
    step = steps / "versions" / f"{NEXT}_phone.py"
    body = "\n".join(f"    op.execute({line!r})" for line in lines)
    step.write_text(f"{step.read_text(encoding='utf-8')}\n{body}\n", encoding="utf-8")
    with pytest.raises(NtmError, match=said) as refused:
        sqlite_upgrade.bring_up_to_date(commune.connection, commune.files, steps=steps, head=NEXT)
    assert "phiên bản cũ" not in refused.value.message
    raw = driver(commune.connection)
    raw.execute("PRAGMA query_only=OFF")
    assert raw.execute("PRAGMA user_version").fetchone() == (int(migrate.HEAD),)
    assert raw.execute("SELECT count(*) FROM workplace WHERE key = 'x'").fetchone() == (0,)


def _dump(database: Database) -> list[str]:
    with database.read() as session:
        raw = session.connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        return list(raw.iterdump())
