"""The communes of an authority side by side: what their packages say, who is silent, who is at risk."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from exchanging import AT, ON, Side, made, new_authority, submitted, taken
from sqlalchemy.event import listen

from ntm_desktop.db.engine import Database
from ntm_desktop.db.models import commune_digest
from ntm_desktop.services import (
    assignments,
    communes,
    consultation,
    digests,
    indicators,
    obstacles,
    overview,
    sample,
    status,
    works,
)
from ntm_desktop.services import commune as commune_services
from ntm_desktop.services.communes import Asked, CommuneLine, Communes

NAMES = ("yen-hoa", "thai-thuy", "dong-hoa")


@pytest.fixture(scope="module")
def originals(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An authority that knows the three sample communes and has a package of each; and the communes."""
    place = tmp_path_factory.mktemp("exchange")
    authority = new_authority(place / "authority")
    for name in NAMES:
        sample.make(place / name, commune=name)
        commune = made(Database.open(place / name))
        commune.pins(authority)
        authority.pins(commune)
        taken(authority, submitted(commune, place))
        commune.database.close()
    authority.database.close()
    return place


@pytest.fixture
def authority(originals: Path, tmp_path: Path) -> Iterator[Database]:
    shutil.copytree(originals / "authority", tmp_path / "authority")
    with Database.open(tmp_path / "authority") as database:
        yield database


def listed(database: Database, *, on: date = ON + timedelta(days=1)) -> Communes:
    with database.read() as session:
        return communes.overview(session, on=on)


def line_of(database: Database, code: str, *, on: date = ON + timedelta(days=1)) -> CommuneLine:
    return next(line for line in listed(database, on=on).lines if line.code == code)


def test_the_sample_communes_lack_what_the_directive_says_the_most_at_risk_first(authority: Database) -> None:
    found = [(line.name, line.digest.left if line.digest else None) for line in listed(authority).lines]
    assert found == [("xã Yên Hóa", 4), ("xã Đồng Hóa", 3), ("xã Thái Thủy", 3)]


def test_a_line_says_what_the_communes_own_pages_say(authority: Database, originals: Path) -> None:
    on = ON + timedelta(days=1)
    line = line_of(authority, "MH-YH")
    assert line.digest is not None
    with Database.open(originals / "yen-hoa") as own, own.read() as session:
        told = status.status(session, on=on)
        tiles = overview.load(session, today=on).tiles
        open_obstacles = overview.load(session, today=on).obstacles.open
    assert (line.digest.met, line.digest.total) == (told["criteria"]["met"], told["criteria"]["total"])
    assert line.digest.late_works == told["works"]["late"]
    assert (line.digest.debt, line.digest.missing_capital) == (told["debt"], told["missing_capital"])
    assert len(line.digest.obstacles) == told["obstacles"]["open"] == open_obstacles
    assert line.digest.regressed == tuple(tile.code for tile in tiles if tile.regressed) == ("17",)
    assert {code for code, state in line.digest.criteria.items() if state in ("unmet", "regressed")} == set(
        told["criteria"]["unmet_codes"]
    )
    assert (line.digest.set_id, line.digest.tier, line.digest.year) == ("xa-ntm-2016-2020", "ntm", 2021)


def test_what_is_not_met_is_told_by_indicator(authority: Database) -> None:
    with authority.read() as session:
        told = {one.code: one for one in communes.detail(session, code="MH-YH").criteria}
    assert list(told) == ["2", "6", "10", "17"]
    assert told["10"].why == "10: 34,8 (≥ 36)"
    assert told["2"].why == "2.2 chưa có mức; 2.4: 41% (≥ 50%)"
    assert "17.6: tụt chuẩn, 64,23% (≥ 70%)" in told["17"].why
    assert told["2"].held_up.startswith("công trình chậm ")


def test_a_promise_is_late_and_an_obstacle_older_as_days_go_by(authority: Database) -> None:
    now = line_of(authority, "MH-YH")
    later = line_of(authority, "MH-YH", on=date(2021, 10, 1))
    assert (now.late_promises, later.late_promises) == (2, 3)
    assert later.late_capital - now.late_capital == 250_000_000
    assert later.waiting_days - now.waiting_days == 92
    assert (now.has_no_news, later.has_no_news) == (False, True)


def test_what_is_asked_for_narrows_the_list(authority: Database) -> None:
    lines = listed(authority).lines

    def asked(what: Asked, words: str = "") -> list[str]:
        return [line.name for line in communes.narrowed(lines, asked=what, words=words)]

    assert asked(Asked.REGRESSED) == ["xã Yên Hóa"]
    assert asked(Asked.PROMISE) == asked(Asked.WAITING) == ["xã Yên Hóa"]
    assert asked(Asked.NO_NEWS) == []
    assert asked(Asked.ALL, "thuy") == ["xã Thái Thủy"]
    assert asked(Asked.ALL, "Hoá") == ["xã Yên Hóa", "xã Đồng Hóa"]
    assert asked(Asked.ALL, "le thuy") == ["xã Thái Thủy"]  # its district
    assert listed(authority).counts[Asked.NOT_YET] == 3


def test_sums_below_the_list_count_what_is_not_met(authority: Database) -> None:
    found = listed(authority)
    sums = communes.lacking(found.lines, found.codes)
    assert found.codes == tuple(str(number) for number in range(1, 20))
    assert {code: count for code, count in sums.items() if count} == {
        "2": 2,
        "5": 1,
        "6": 2,
        "10": 1,
        "11": 1,
        "17": 3,
    }


def test_a_commune_that_never_sent_is_there_by_its_name(
    authority: Database, originals: Path, tmp_path: Path
) -> None:
    sample.make(tmp_path / "late", commune="dong-hoa")
    with Database.open(tmp_path / "late") as database:
        with database.write("Sửa mã", "Trần Thị Bình", AT) as session:
            commune_services.correct_code(session, code="18999")
        Side(authority, None).pins(made(database))  # type: ignore[arg-type]
    found = listed(authority)
    assert [line.name for line in found.lines][-1] == "xã Đồng Hóa"
    silent = found.lines[-1]
    assert (silent.code, silent.digest, silent.silent, silent.seq) == ("18999", None, None, 0)
    assert [line.code for line in communes.narrowed(found.lines, asked=Asked.NO_NEWS, words="")] == ["18999"]


def test_numbers_that_never_came_and_those_sent_since_are_told(tmp_path: Path) -> None:
    sample.make(tmp_path / "commune", commune="dong-hoa")
    commune, authority = made(Database.open(tmp_path / "commune")), new_authority(tmp_path / "authority")
    commune.pins(authority)
    authority.pins(commune)
    paths = []
    for number in range(3):
        with commune.database.write("Sửa địa danh", "Trần Thị Bình", AT) as session:
            commune_services.save(session, place=f"Đồng Hóa {number}")
        paths.append(submitted(commune, tmp_path))
    taken(authority, paths[0])
    assert (line_of(authority.database, "MH-DH").seq, line_of(authority.database, "MH-DH").missing) == (1, 0)
    taken(authority, paths[2])
    line = line_of(authority.database, "MH-DH")
    assert (line.seq, line.later, line.missing) == (3, 0, 1)
    taken(authority, paths[1])  # late: the rows stay those of number 3
    line = line_of(authority.database, "MH-DH")
    assert (line.seq, line.later, line.missing) == (3, 0, 0)
    commune.database.close()
    authority.database.close()


def test_a_new_package_is_judged_by_its_own_rows(tmp_path: Path) -> None:
    """Not by what was known of the one before."""
    sample.make(tmp_path / "commune", commune="dong-hoa")
    commune, authority = made(Database.open(tmp_path / "commune")), new_authority(tmp_path / "authority")
    commune.pins(authority)
    authority.pins(commune)
    taken(authority, submitted(commune, tmp_path))
    with authority.database.read(of="MH-DH") as session:  # a desk has it open
        overview.load(session, today=ON + timedelta(days=1))
    with commune.database.write("Sửa tên", "Trần Thị Bình", AT) as session:
        commune_services.save(session, name="xã Đồng Hóa Mới")
        works.save(session, name="Đường trục thôn Đại Sơn", kind="giao-thong")
    taken(authority, submitted(commune, tmp_path))
    line = line_of(authority.database, "MH-DH")
    assert line.digest is not None
    assert (line.name, line.digest.works) == ("xã Đồng Hóa Mới", 1)
    commune.database.close()
    authority.database.close()


def test_a_digest_of_another_day_is_made_anew(authority: Database) -> None:
    on = date(2021, 12, 31)
    assert set(listed(authority, on=on).outdated()) == {"MH-YH", "MH-TT", "MH-DH"}
    with authority.write("Tính lại", "Lê Văn Thẩm", AT, of="MH-YH") as session:
        digests.renew(session, on=on)
    line = line_of(authority, "MH-YH", on=on)
    assert line.digest is not None
    assert (line.digest.met, line.as_of) == (17, on)
    assert "MH-YH" not in listed(authority, on=on).outdated()


def test_thousands_of_communes_are_read_in_a_few_queries(authority: Database) -> None:
    with authority.write("Nhân lên", "Lê Văn Thẩm", AT) as session:
        row = dict(session.rows(commune_digest.select())[0])
        many = [{**row, "commune_id": f"x{number}"} for number in range(500)]
        session.connection.execute(commune_digest.insert(), many)
    asked: list[str] = []
    with authority.read() as session:
        listen(session.connection, "before_cursor_execute", lambda *given: asked.append(str(given[2])))
        assert len(communes.overview(session, on=ON).lines) == 503
    assert len(asked) == 2


_ANSWER = (
    *("commune", "where", "set_title", "goal", "deadline", "total", "met", "unmet_codes", "undecided_codes"),
    *("indicator_counts", "forecast", "causes", "tiles", "capital", "obstacles"),
)
PAGES: dict[str, Any] = {
    "overview": lambda session, on: [getattr(overview.load(session, today=on), name) for name in _ANSWER],
    "status": lambda session, on: {
        key: value
        for key, value in status.status(session, on=on).items()
        if key not in ("contributions", "clearance", "readiness")
    },
    "criteria": lambda session, on: indicators.table(session, on=on),
    "works": lambda session, on: [
        replace(row, plots=(), open_land=0, warnings=()) for row in works.table(session, on=on).rows
    ],
    "obstacles": lambda session, on: obstacles.table(session, on=on),
    "assignments": lambda session, on: assignments.table(session, on=on),
    "consultation": lambda session, on: consultation.view(session, on=on),
    "commune": lambda session, _on: commune_services.load(session),
}


@pytest.mark.parametrize("code", ["MH-YH", "MH-TT", "MH-DH"])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_the_same_on_both_sides(
    authority: Database, originals: Path, page: str, code: str
) -> None:
    name = {"MH-YH": "yen-hoa", "MH-TT": "thai-thuy", "MH-DH": "dong-hoa"}[code]
    with Database.open(originals / name) as own:
        for on in (date(2020, 12, 31), ON, date(2021, 12, 31)):
            with own.read() as here, authority.read(of=code) as there:
                assert PAGES[page](there, on) == PAGES[page](here, on)
