"""An authority whose desks share a server: making it, coming to it, appraising side by side."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from desks import Shared
from sqlalchemy import select

from ntm_desktop import settings
from ntm_desktop.db.chain import verify_chain
from ntm_desktop.db.engine import Database, live
from ntm_desktop.db.models import inbox, receipt
from ntm_desktop.errors import NtmError
from ntm_desktop.services import (
    authority,
    backup,
    check,
    communes,
    desks,
    exchange_in,
    exchange_out,
    indicators,
    judged,
    keys,
    remarks,
    status,
    workplace,
    works,
)
from ntm_desktop.services import commune as communes_own
from ntm_desktop.services.remarks import Target
from ntm_desktop.services.workplace import NewPerson
from ntm_desktop.sync.sequence import Result
from tests.exchanging import AT, AUTHORITY, ON, Side, made, submitted, taken


def create(folder: Path, shared: Shared, **other: object) -> None:
    told = {"url": shared.url, "store_folder": str(shared.store), "authority": AUTHORITY, "at": AT, **other}
    desks.create(folder, **told)  # type: ignore[arg-type]


@pytest.fixture
def first(blank: Shared) -> Iterator[Side]:
    folder = blank.folder / "Bàn 1"
    create(folder, blank, new_people=[NewPerson("Lê Văn Thẩm", "Chuyên viên")])
    with Database.open(folder) as database:
        yield made(database)


@pytest.fixture
def second(blank: Shared, first: Side) -> Iterator[Side]:
    folder = blank.folder / "Bàn 2"
    desks.join(folder, url=blank.url, store_folder=str(blank.store))
    with Database.open(folder) as database:
        with database.read() as session:
            own = keys.unlock(session, password="")
        yield Side(database, own)


@pytest.fixture
def commune(yen_hoa: Database, first: Side) -> Side:
    side = made(yen_hoa)
    side.pins(first)
    first.pins(side)
    return side


def together(*acts: Callable[[], object]) -> list[object]:
    """At the same time, each on a thread of its own; what each came to, or the error that it met."""
    found: dict[int, object] = {}

    def run(number: int, act: Callable[[], object]) -> None:
        try:
            found[number] = act()
        except Exception as error:  # noqa: BLE001 - told by the test
            found[number] = error

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [found[number] for number in range(len(acts))]


def test_a_further_desk_finds_the_workplace(first: Side, second: Side) -> None:
    with second.database.read() as session:
        seen = authority.view(session)
    assert (seen.name, seen.code, seen.person) == (AUTHORITY.name, "455", "Lê Văn Thẩm, Chuyên viên")
    assert second.own.key == first.own.key
    assert workplace.is_made(second.database.folder)


def test_nothing_is_left_of_a_desk_that_did_not_come_about(blank: Shared, first: Side) -> None:
    folder = blank.folder / "Bàn 3"
    for url, store, sentence in (
        (blank.url, str(blank.folder / "khác"), "không phải thư mục tệp dùng chung"),
        (blank.url, "tệp", "Chưa ghi thư mục tệp dùng chung"),
        ("mysql://x/y", str(blank.store), "không đúng dạng"),
        (f"{blank.url}x", str(blank.store), "Không kết nối được máy chủ"),
    ):
        with pytest.raises(NtmError, match=sentence):
            desks.join(folder, url=url, store_folder=store)
        assert not folder.exists()
    with pytest.raises(NtmError, match="đã có dữ liệu"):
        desks.join(first.database.folder, url=blank.url, store_folder=str(blank.store))
    with pytest.raises(NtmError, match="đang giữ tệp của dữ liệu khác"):
        create(folder, blank)
    assert not folder.exists()


def test_a_workplace_that_did_not_come_about_leaves_the_server_empty(blank: Shared) -> None:
    folder = blank.folder / "Bàn 1"
    with pytest.raises(NtmError, match="Chưa nhập họ và tên"):
        create(folder, blank, new_people=[NewPerson("")])
    assert not folder.exists()
    create(folder, blank)
    assert settings.load(folder).store_folder == str(blank.store)


def test_the_communes_pages_are_the_same_at_every_desk(
    commune: Side, first: Side, second: Side, tmp_path: Path
) -> None:
    taken(first, submitted(commune, tmp_path))
    unit = commune.database.unit

    def seen(database: Database) -> list[object]:
        with database.read(of=unit) as session:
            return [
                indicators.table(session, on=ON),
                [(row.name, row.state) for row in works.table(session, on=ON).rows],
                {key: told for key, told in status.status(session, on=ON).items() if key != "readiness"},
            ]

    assert seen(second.database) == seen(first.database) == seen(commune.database)
    with second.database.read() as session:
        (line,) = communes.overview(session, on=ON).lines
    assert (line.code, line.seq) == (unit, 1)


def test_one_package_taken_at_two_desks_is_applied_once(
    commune: Side, first: Side, second: Side, tmp_path: Path
) -> None:
    path = submitted(commune, tmp_path)
    found = together(lambda: taken(first, path), lambda: taken(second, path))
    results = sorted(str(getattr(one, "result", one)) for one in found)
    assert results == sorted([Result.OK, Result.AGAIN])
    with first.database.read(of=commune.database.unit) as session:
        assert len(session.rows(select(inbox))) == 1
        verify_chain(session)


def test_remarks_made_at_two_desks_at_the_same_time_are_all_kept(
    commune: Side, first: Side, second: Side, tmp_path: Path
) -> None:
    taken(first, submitted(commune, tmp_path))
    unit = commune.database.unit
    with first.database.read(of=unit) as session:
        codes = list(judged.judge_on(session, on=ON).states)[:12]

    def remark(side: Side, code: str) -> None:
        with side.database.write("Nhận xét", "Lê Văn Thẩm", AT, of=unit) as session:
            remarks.add(session, targets=[Target(indicator=code)], text=f"Về {code}", on=ON)

    def work(side: Side, own: list[str]) -> None:
        for code in own:
            remark(side, code)

    found = together(lambda: work(first, codes[::2]), lambda: work(second, codes[1::2]))
    assert found == [None, None]
    for side in (first, second):
        with side.database.read(of=unit) as session:
            made_of = [one.body for one in remarks.list_remarks(session, on=ON)]
            assert sorted(made_of) == sorted(f"Về {code}" for code in codes)
            verify_chain(session)


def test_packages_taken_at_one_desk_while_another_remarks_lose_nothing(
    commune: Side, first: Side, second: Side, tmp_path: Path
) -> None:
    unit = commune.database.unit
    taken(first, submitted(commune, tmp_path))
    paths = []
    for schools in range(5, 11):
        with commune.database.write("Sửa", "Trần Thị Bình", AT) as session:
            communes_own.save(session, schools=schools)
        paths.append(submitted(commune, tmp_path))
    with first.database.read(of=unit) as session:
        codes = list(judged.judge_on(session, on=ON).states)[:12]

    def take() -> None:
        for path in (*paths[1::2], *paths[::2]):
            taken(first, path)

    def remark() -> None:
        for code in codes:
            with second.database.write("Nhận xét", "Lê Văn Thẩm", AT, of=unit) as session:
                remarks.add(session, targets=[Target(indicator=code)], text=f"Về {code}", on=ON)

    assert together(take, remark) == [None, None]
    for side in (first, second):
        with side.database.read(of=unit) as session:
            assert communes_own.load(session).schools == 10
            came = {row["package_id"]: row for row in session.rows(select(inbox))}
            assert sorted(row["seq"] for row in came.values()) == list(range(1, 8))
            assert [row["seq"] for row in came.values() if row["current"]] == [7]
            made_of = remarks.list_remarks(session, on=ON)
            assert sorted(one.body for one in made_of) == sorted(f"Về {code}" for code in codes)
            verify_chain(session)
    with first.database.write("Gửi", "Lê Văn Thẩm", AT, of=unit) as session:
        package, _changes = exchange_out.number(session, on=ON)
    (tmp_path / "về").mkdir()
    written = exchange_out.write_out(package, first.own, first.database.files, tmp_path / "về", report=silent)
    taken(commune, written.paths[0])
    with commune.database.read() as session:
        assert len(remarks.list_remarks(session, on=ON)) == 12
        assert len(session.rows(live(receipt, session))) == 7


def test_of_a_server_its_administrator_keeps_the_copies(first: Side, tmp_path: Path) -> None:
    database = first.database
    with pytest.raises(NtmError, match=r"lệnh pg_dump, cùng với thư mục tệp dùng chung"):
        backup.make(database, to=tmp_path / "sao", at=AT)
    assert backup.make_at_close(database, places=[tmp_path / "sao"], at=AT) == backup.ClosingBackups((), ())
    with pytest.raises(NtmError, match="phục hồi bằng lệnh pg_restore"):
        backup.restore(database.folder, manifest=tmp_path / "manifest.json", at=AT)


def test_a_check_finds_what_is_amiss_on_a_server(first: Side) -> None:
    database = first.database
    with database.read() as session:
        assert check.check(session, deep=True, now=AT).problems == ()
    with database.write("", "", AT) as session:
        session.connection.exec_driver_sql("UPDATE person SET name = 'Khác'")
    with database.read() as session:
        assert check.check(session, deep=False, now=AT).problems == ()
        (told,) = check.check(session, deep=True, now=AT).problems
    assert "không khớp với lịch sử" in told


def test_what_one_desk_takes_or_writes_as_the_page_does_every_desk_can_open(
    commune: Side, first: Side, second: Side, tmp_path: Path
) -> None:
    unit = commune.database.unit
    path = submitted(commune, tmp_path, everything=True)
    arrival = exchange_in.arrive(first.database.folder, path, report=silent)
    with first.database.read() as session:
        opened = exchange_in.open_package(session, arrival)
    package = exchange_in.read(opened, first.own, first.database.folder, report=silent)
    exchange_in.keep(first.database.files, package, report=silent)
    with first.database.write("Nhận gói", "Lê Văn Thẩm", AT, of=unit) as session:
        exchange_in.apply(session, opened, package)
    exchange_in.finish(opened, package)
    assert package.held
    assert not second.database.files.missing(package.held)

    with first.database.write("Gửi", "Lê Văn Thẩm", AT, of=unit) as session:
        one, _changes = exchange_out.number(session, on=ON)
    stick = tmp_path / "USB"
    stick.mkdir()
    files = second.database.files
    written = exchange_out.write_out(one, second.own, files, stick, report=silent)
    taken(commune, written.paths[0])


def silent(_done: int, _total: int) -> None:
    pass
