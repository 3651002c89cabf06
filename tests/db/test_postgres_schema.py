"""The schema on a server: the steps give what a new database has, and what is no data of ours is refused."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from commune_rows import AT, act, found_commune
from desks import Server, Shared
from sqlalchemy import Connection, text

from ntm_desktop.db import migrate, postgres_backend, postgres_schema, shared_store
from ntm_desktop.db.backend import DamagedData, NewerData, Unopenable
from ntm_desktop.db.engine import Database, live
from ntm_desktop.db.history import insert
from ntm_desktop.db.models import hamlet, workplace
from ntm_desktop.errors import NtmError

NEXT = f"{int(migrate.HEAD) + 1:04d}"
STEP = f"""
import sqlalchemy as sa
from alembic import op

revision = "{NEXT}"
down_revision = "{migrate.HEAD}"


def upgrade():
    with op.batch_alter_table("person", recreate="always", table_kwargs={{"sqlite_strict": True}}) as batch:
        batch.add_column(sa.Column("phone", sa.Text, nullable=True))
        batch.alter_column("unit", nullable=True)
"""
_SCHEMA = (
    "SELECT table_name, ordinal_position, column_name, data_type, is_nullable, collation_name "
    "FROM information_schema.columns WHERE table_schema = 'public'",
    "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint "
    "WHERE connamespace = 'public'::regnamespace",
    "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'",
)


@contextmanager
def acting(url: str) -> Iterator[Connection]:
    """A transaction that is none of the program's."""
    backend = postgres_backend._connect(url)
    try:
        with backend.connection.begin():
            backend.connection.exec_driver_sql("BEGIN")
            yield backend.connection
    finally:
        backend.close()


def schema(url: str) -> list[set[tuple[object, ...]]]:
    with acting(url) as connection:
        return [set(map(tuple, connection.execute(text(question)))) for question in _SCHEMA]


@pytest.fixture
def steps(tmp_path: Path) -> Path:
    """The steps of a later program."""
    folder = tmp_path / "100% steps"
    shutil.copytree(migrate.STEPS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / f"{NEXT}_phone.py").write_text(STEP, encoding="utf-8")
    return folder


def bring(database: Database, steps: Path) -> None:
    postgres_schema.bring_up_to_date(database.connection, "máy chủ", steps=steps, head=NEXT)


def test_steps_from_nothing_give_the_schema_of_a_new_database(shared: Shared, blank: Shared) -> None:
    with acting(blank.url) as connection:
        migrate.take_steps(connection, migrate.STEPS)
    stepped, new = schema(blank.url), schema(shared.url)
    assert [sorted(found - other) for found, other in zip(stepped, new, strict=True)] == [[], [], []]
    assert [sorted(found - other) for found, other in zip(new, stepped, strict=True)] == [[], [], []]
    texts = {column[-1] for column in new[0] if column[3] == "text"}
    assert texts == {"C"}


def test_names_come_in_the_order_that_a_file_gives_them(shared: Shared, database: Database) -> None:
    """Whatever language the server's database is of."""
    names = ["đường", "Đường", "an", "Ấn", "An", "zét", "a n", "ân", "1", "", "_"]
    rows = [{"name": name, "position": 1} for name in names]
    found = []
    with shared.open("Bàn 1") as served:
        for one in (database, served):
            act(one, "Thêm thôn", lambda session: insert(session, hamlet, rows))
            with one.read() as session:
                ordered = session.rows(live(hamlet, session).order_by(hamlet.c.name))
                before_b = session.rows(live(hamlet, session).where(hamlet.c.name < "b"))
                found.append(([row["name"] for row in ordered], {row["name"] for row in before_b}))
    assert found[0] == found[1] == (sorted(names), {"an", "An", "a n", "1", "", "_"})


def test_an_older_database_is_lifted_with_its_rows(shared: Shared, steps: Path) -> None:
    with shared.open("Bàn 1") as database:
        found_commune(database)
        bring(database, steps)
        with database.connection.begin():
            people = database.connection.exec_driver_sql("SELECT name, phone FROM person").all()
            facts = database.connection.exec_driver_sql("SELECT person_uid FROM assessment").all()
    assert (people, facts) == ([("Trần Thị Bình", None)], [("p1",)])
    with acting(shared.url) as connection:
        assert migrate.step_of(connection) == NEXT


def test_a_step_that_fails_leaves_the_data_as_they_were(shared: Shared, steps: Path) -> None:
    (steps / "versions" / f"{NEXT}_phone.py").write_text(
        STEP + '    op.execute("UPDATE person SET absent = 1")\n', encoding="utf-8"
    )
    with shared.open("Bàn 1") as database:
        found_commune(database)
        before = schema(shared.url)
        with pytest.raises(Unopenable, match="Không nâng cấp được dữ liệu trên máy chủ"):
            bring(database, steps)
        assert schema(shared.url) == before
        with database.read() as session:
            assert len(session.rows(live(hamlet, session))) == 2


def test_of_desks_that_start_together_one_brings_the_data_up_to_date(blank: Shared, tmp_path: Path) -> None:
    before = tmp_path / "before"
    shutil.copytree(migrate.STEPS, before, ignore=shutil.ignore_patterns("__pycache__", f"{migrate.HEAD}_*"))
    files = shared_store.of(tmp_path, str(blank.store))
    facts = {"kind": "commune", "commune_id": "18964", shared_store.KEY: shared_store.lay_mark(files)}
    with acting(blank.url) as connection:
        migrate.take_steps(connection, before)
        connection.execute(workplace.insert(), [{"key": key, "value": value} for key, value in facts.items()])
    opened: list[str] = []

    def start(desk: str) -> None:
        with blank.open(desk) as database:
            opened.append(database.commune_id)

    desks = [threading.Thread(target=start, args=(f"Bàn {number}",)) for number in range(4)]
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join()
    assert opened == ["18964"] * 4
    with acting(blank.url) as connection:
        assert migrate.step_of(connection) == migrate.HEAD


def test_of_desks_that_make_one_at_the_same_time_one_does(blank: Shared) -> None:
    told: list[str] = []

    def make(one: Shared) -> None:
        try:
            one.create().close()
        except NtmError as error:
            told.append(error.message)

    offices = [Shared(blank.url, blank.folder / f"phòng {number}") for number in range(3)]
    making = [threading.Thread(target=make, args=(office,)) for office in offices]
    for one in making:
        one.start()
    for one in making:
        one.join()
    assert len(told) == 2
    assert all("đã có dữ liệu của chương trình" in one for one in told)


def _empty(shared: Shared) -> None:
    with acting(shared.url) as connection:
        connection.exec_driver_sql("DROP SCHEMA public CASCADE")
        connection.exec_driver_sql("CREATE SCHEMA public")


def _foreign(shared: Shared) -> None:
    _empty(shared)
    with acting(shared.url) as connection:
        connection.exec_driver_sql("CREATE TABLE notes (told text)")


def _newer(shared: Shared) -> None:
    with acting(shared.url) as connection:
        connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{NEXT}'")


def _without_a_table(shared: Shared) -> None:
    with acting(shared.url) as connection:
        connection.exec_driver_sql("DROP TABLE figure")


def _without_a_unit(shared: Shared) -> None:
    with acting(shared.url) as connection:
        connection.exec_driver_sql("DELETE FROM workplace WHERE key = 'commune_id'")


@pytest.mark.parametrize(
    ("spoil", "kind", "sentence"),
    [
        (_empty, NtmError, "chưa có dữ liệu của chương trình"),
        (_foreign, Unopenable, "đang chứa dữ liệu khác"),
        (_newer, NewerData, "phiên bản mới hơn"),
        (_without_a_table, DamagedData, "bị hỏng"),
        (_without_a_unit, DamagedData, "trên máy chủ .* bị hỏng"),
    ],
)
def test_what_cannot_be_opened_is_refused(
    shared: Shared, spoil: Callable[[Shared], None], kind: type[NtmError], sentence: str
) -> None:
    spoil(shared)
    before = schema(shared.url)
    with pytest.raises(kind, match=sentence):
        shared.open("Bàn 1")
    assert schema(shared.url) == before
    with pytest.raises(kind, match=sentence):  # the lock of the folder is free again
        shared.open("Bàn 1")


def test_a_desk_of_an_older_version_writes_no_more_once_another_lifted_the_data(shared: Shared) -> None:
    with shared.open("Bàn 1") as database:
        _newer(shared)
        with pytest.raises(NewerData, match="Cài phiên bản mới hơn ở máy này"), database.read():
            pass
        with pytest.raises(NewerData), database.write("Ghi", "An", AT):
            pass


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [(_foreign, "đang chứa dữ liệu khác"), (lambda _shared: None, "đã có dữ liệu của chương trình")],
)
def test_nothing_is_made_where_something_is(
    shared: Shared, spoil: Callable[[Shared], None], sentence: str
) -> None:
    spoil(shared)
    before = schema(shared.url)
    other = Shared(shared.url, shared.folder / "nơi khác")
    with pytest.raises(NtmError, match=sentence):
        other.create()
    assert schema(shared.url) == before
    assert list((other.store / "files").iterdir()) == []


def test_a_database_that_cannot_hold_vietnamese_is_refused(postgresql: Server, tmp_path: Path) -> None:
    name = postgresql.fresh(encoding="LATIN1")
    with pytest.raises(NtmError, match="dùng bảng mã LATIN1, không ghi đủ chữ Việt"):
        Shared(postgresql.url(name), tmp_path).create()
