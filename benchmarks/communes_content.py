"""An authority on a PostgreSQL server with any number of communes, each of 57 indicators and 30 works."""

from __future__ import annotations

import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import Connection, create_engine, text

from benchmarks import commune
from benchmarks.packages_content import Side
from ntm_desktop.db.engine import Database
from ntm_desktop.db.models import assessment, history, metadata, workplace
from ntm_desktop.domain.capital import Movement, Source
from ntm_desktop.domain.obstacles import Level
from ntm_desktop.packs.criteria import load_builtin
from ntm_desktop.services import (
    authority,
    commitments,
    desks,
    keys,
    obstacles,
    receiving,
    sending,
    work_money,
    works,
)
from ntm_desktop.services import commune as communes
from ntm_desktop.services import workplace as workplaces

SET, WORKS, PACKAGES = "xa-ntm-2021-2025", 30, 40
AT = datetime(2023, 7, 1, 1, tzinfo=UTC)
ON = date(2023, 6, 30)
_NAME = "Trần Thị Bình"
_AUTHORITY = authority.NewAuthority("UBND tỉnh Minh Họa", "99", "tinh", "tỉnh Minh Họa", "Minh Họa")


@dataclass(frozen=True)
class Stick:
    """Packages of one commune, one after the other, each with another figure."""

    packages: tuple[Path, ...]
    commune: str


@contextmanager
def server() -> Iterator[str]:
    """The URL of an empty database of a server of our own."""
    sys.path.append("tests")
    import postgres_server  # type: ignore[import-not-found]  # of the tests
    import psycopg

    binaries = postgres_server.programs()
    if binaries is None:
        raise SystemExit("PostgreSQL is not installed; on Debian and Ubuntu: sudo apt-get install postgresql")
    with postgres_server.running(binaries) as url:
        with psycopg.connect(url, autocommit=True) as admin:
            admin.execute("CREATE DATABASE ntm_bench TEMPLATE template0 ENCODING 'UTF8'")
        yield f"{url.rpartition('/')[0]}/ntm_bench"


def make(folder: Path, url: str) -> Stick:
    """The authority with one commune that has sent its first package; the others of it lie ready."""
    workplaces.create(
        folder / "xa",
        commune=workplaces.NewCommune(name="xã Đo Đếm", province="tỉnh Minh Họa", code="18928"),
        goal=workplaces.NewGoal(SET, 2023, "btb", date(2022, 1, 1)),
        at=AT,
    )
    store = folder / "kho"
    store.mkdir()
    desks.create(folder / "tinh", url=url, store_folder=str(store), authority=_AUTHORITY, at=AT)
    with Database.open(folder / "xa") as here, Database.open(folder / "tinh") as there:
        _fill(here)
        ours, theirs = _keys(here), _keys(there)
        _pin(here, theirs[1], "18928")
        _pin(there, ours[1], "18928")
        packages = tuple(_package(here, Side(here, ours[0]), folder, n) for n in range(PACKAGES))
        take(Side(there, theirs[0]), packages[0])
    return Stick(packages[1:], "18928")


def multiply(url: str, commune: str, communes: int) -> None:
    """All rows of the commune once more for each of the others, by the server itself."""
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        have = connection.execute(text("SELECT count(*) FROM commune_digest")).scalar_one()
        for table in metadata.sorted_tables:
            if "commune_id" in table.c and table.name not in (history.name, workplace.name):
                _multiply(connection, table.name, list(table.c.keys()), commune, have, communes)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE"))
    engine.dispose()


def _multiply(
    connection: Connection, name: str, columns: list[str], commune: str, have: int, want: int
) -> None:
    others = ", ".join(f'"{column}"' for column in columns if column != "commune_id")
    connection.execute(
        text(
            f'INSERT INTO "{name}" (commune_id, {others}) '
            f"SELECT 'x' || n, {others} FROM \"{name}\", "
            "generate_series(CAST(:first AS int), CAST(:last AS int)) AS n "
            "WHERE commune_id = :commune"
        ),
        {"first": have, "last": want - 1, "commune": commune},
    )


def take(side: Side, package: Path) -> None:
    """As the command line takes it, but for the copy in quarantine."""
    with side.database.read(of=side.database.unit) as session:
        opened = receiving.open_package(session, receiving.Arrival(package, package.name))
    body = package.with_suffix(".zip")
    read = receiving.read(opened, side.own, body, _quiet)
    receiving.keep(side.database.files, read, _quiet)
    with side.database.write("Nhận gói", _NAME, AT, of=opened.peer.commune) as session:
        receiving.apply(session, opened, read)
    receiving.put_away(read)


def _fill(database: Database) -> None:
    """A value of every indicator, and works with money, obstacles and promised capital."""
    rows = [
        commune.row(database.commune_id, one, number, 1)
        | {"uid": str(uuid.UUID(int=number + 1)), "set_id": SET, "as_of": ON.isoformat()}
        for number, one in enumerate(load_builtin(SET).indicators())
    ]
    with database.connection.begin():
        database.connection.exec_driver_sql("BEGIN IMMEDIATE")
        database.connection.execute(assessment.insert(), rows)
    with database.write("Nhập", _NAME, AT) as session:
        for number in range(WORKS):
            name = f"Đường thôn số {number}"
            works.save(session, name=name, kind="giao-thong", investor="UBND xã")
            uid = works.uid_named(session, name=name)
            works.link_indicators(session, uid=uid, set_id=SET, codes=["2.1"])
            for movement, amount in ((Movement.COMMITTED, 900_000_000), (Movement.ALLOTTED, 500_000_000)):
                work_money.record_money(
                    session,
                    uid=uid,
                    movement=movement,
                    source=Source.DISTRICT,
                    year=2023,
                    amount=amount,
                    on=date(2023, 3, 1),
                    today=ON,
                )
        for number in range(5):
            obstacles.save(
                session, what=f"Vướng mắc {number}", since=date(2023, 5, 4), today=ON, level=Level.PROVINCE
            )
            commitments.save(
                session, promiser="UBND tỉnh", amount=500_000_000, on=ON, source=Source.PROVINCE, year=2023,
                due=date(2023, 12, 31), today=ON,
            )  # fmt: skip


def _keys(database: Database) -> tuple[keys.OwnKeys, bytes]:
    with database.write("Lập khóa", _NAME, AT) as session:
        own = keys.init(session, password="")
        return own, keys.enrolment_file(session, own)


def _pin(database: Database, told: bytes, of: str) -> None:
    with database.write("Khóa", _NAME, AT, of=of) as session:
        keys.pin(session, told, code=keys.code_of(told), on=ON)


def _package(database: Database, side: Side, folder: Path, number: int) -> Path:
    with database.write("Sửa", _NAME, AT) as session:
        communes.save(session, schools=number)
        package, _changes = sending.submit(session, to=sending.addressee(session), on=ON, author=_NAME)
    path = folder / package.name
    sending.build(package, package.blobs, side.own, database.files, path, _quiet)
    return path


def _quiet(_done: int) -> None:
    pass
