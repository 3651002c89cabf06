"""A package in parts that come on several sticks, one after the other: in any order, rotten, lost, again."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator, Sequence
from itertools import permutations
from pathlib import Path

import pytest
from exchanging import AT, ON, Side, content_of
from office import LEAD

from ntm_desktop.db.engine import Database
from ntm_desktop.services import commune, exchange_in, exchange_out, keys, quarantine
from ntm_desktop.services.enclosed import Enclosed

LIMIT = 8_000
TOLD = "chưa đủ: thiếu phần"


class Authority:
    def __init__(self, original: Path, folder: Path) -> None:
        shutil.copytree(original / "huyện", folder / "huyện")
        database = Database.open(folder / "huyện")
        with database.read() as session:
            self.side = Side(database, keys.unlock(session, password=""))

    @property
    def folder(self) -> Path:
        return self.side.database.folder

    def comes(self, stick: Path) -> exchange_in.Search:
        return exchange_in.find([stick], self.folder, silent, keys=self.side.own)

    def take(self, path: Path, unit: str) -> str:
        arrival = exchange_in.arrive(self.folder, path, report=silent)
        with self.side.database.read() as session:
            opened = exchange_in.open_package(session, arrival)
        package = exchange_in.read(opened, self.side.own, self.folder, report=silent)
        exchange_in.keep(self.side.database.files, package, report=silent)
        with self.side.database.write("Nhận", LEAD, AT, of=unit) as session:
            result = exchange_in.apply(session, opened, package).result
        exchange_in.finish(opened, package)
        return result.value


def silent(_done: int, _total: int) -> None:
    pass


@pytest.fixture(scope="module")
def cut(exchange_original: Path, tmp_path_factory: pytest.TempPathFactory) -> Sequence[Path]:
    folder = tmp_path_factory.mktemp("phần")
    shutil.copytree(exchange_original / "xã", folder / "xã")
    (folder / "usb").mkdir()
    with Database.open(folder / "xã") as database:
        with database.write("Sửa", LEAD, AT) as session:
            commune.save(session, schools=9)
        with database.read() as session:
            own = keys.unlock(session, password="")
        with database.write("Lập gói", LEAD, AT) as session:
            numbered, _changes = exchange_out.number(session, on=ON, enclosed=Enclosed.ALL)
        written = exchange_out.write_out(
            numbered, own, database.files, folder / "usb", report=silent, limit=LIMIT
        )
    assert len(written.paths) >= 3
    return written.paths


@pytest.fixture
def authority(exchange_original: Path, tmp_path: Path) -> Iterator[Authority]:
    authority = Authority(exchange_original, tmp_path)
    yield authority
    authority.side.database.close()


def sticks_of(parts: Sequence[Path], folder: Path, count: int = 3) -> list[Path]:
    """Each third part lies on the same stick."""
    found = []
    for number in range(count):
        stick = folder / f"usb {number}"
        stick.mkdir()
        for part in parts[number::count]:
            shutil.copy(part, stick)
        found.append(stick)
    return found


def schools(authority: Authority, unit: str = "18928") -> int | None:
    with authority.side.database.read(of=unit) as session:
        return commune.load(session).schools


def test_sticks_in_any_order_and_again_make_one_package(
    cut: Sequence[Path], authority: Authority, tmp_path: Path
) -> None:
    sticks = sticks_of(cut, tmp_path)
    results = []
    for first, second, third in permutations(sticks):
        for stick in (first, second, first):
            search = authority.comes(stick)
            assert search.packages == ()
            assert any(TOLD in one for one in search.told)
        (whole,) = authority.comes(third).packages
        results.append(authority.take(whole, "18928"))
        assert quarantine.held(authority.folder) == (), "no part is left over"
        assert schools(authority) == 9
    assert results == ["OK", *["OK_AGAIN"] * 5]


def test_a_rotten_part_is_named_and_the_others_are_kept(
    cut: Sequence[Path], authority: Authority, tmp_path: Path
) -> None:
    first, second, third = sticks_of(cut, tmp_path)
    authority.comes(first)
    spoiled = sorted(third.iterdir())[0]
    good = spoiled.read_bytes()
    spoiled.write_bytes(good[:-1] + bytes([good[-1] ^ 1]))
    authority.comes(second)
    database = content_of(authority.folder)["ntm.db"]
    search = authority.comes(third)
    assert search.packages == ()
    number = cut.index(next(one for one in cut if one.name == spoiled.name)) + 1
    assert any(spoiled.name in one for one in search.told)
    assert any(f"{TOLD} {number}" in one for one in search.told)
    assert content_of(authority.folder)["ntm.db"] == database
    spoiled.write_bytes(good)
    (whole,) = authority.comes(third).packages
    assert authority.take(whole, "18928") == "OK"


def test_a_lost_stick_is_asked_for_until_its_parts_come(
    cut: Sequence[Path], authority: Authority, tmp_path: Path
) -> None:
    first, second, third = sticks_of(cut, tmp_path)
    chance = random.Random(3)
    for stick in chance.choices([first, third], k=5):
        assert authority.comes(stick).packages == ()
    (held,) = quarantine.held(authority.folder)
    assert "Thiếu phần 2" in held.why
    (whole,) = authority.comes(second).packages
    assert authority.take(whole, "18928") == "OK"
    assert quarantine.held(authority.folder) == ()
