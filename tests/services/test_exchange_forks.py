"""Two PCs that send as one: which branch counts a person says, and the other one is given up whole."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from complete import model_set
from exchanging import AT, ON, Side, made, new_authority, pinned, quiet, submitted, taken

from ntm_desktop.db.engine import Database
from ntm_desktop.db.models import inbox, threshold_override
from ntm_desktop.db.session import live
from ntm_desktop.packs.criteria import read_pack
from ntm_desktop.services import (
    appraising,
    commune,
    criteria_sets,
    exchange_in,
    quarantine,
    remarks,
    sending,
    thresholds,
)
from ntm_desktop.services.exchange_in import Applied, Shown
from ntm_desktop.services.remarks import Target
from ntm_desktop.sync.codes import short_code
from ntm_desktop.sync.refusals import PackageRefused, Refusal
from ntm_desktop.sync.sequence import Result


@pytest.fixture
def sides(yen_hoa: Database, tmp_path: Path) -> Iterator[tuple[Side, Side]]:
    xa, huyen = made(yen_hoa), new_authority(tmp_path / "huyện")
    pinned(xa, huyen)
    yield xa, huyen
    for side in (xa, huyen):
        side.database.close()


def twin(side: Side, folder: Path) -> Side:
    present = side.database.folder
    side.database.close()
    shutil.copytree(present, folder)
    side.database = Database.open(present)
    return Side(Database.open(folder), side.own)


def edited(side: Side, schools: int) -> None:
    with side.database.write("Sửa", "Trần Thị Bình", AT) as session:
        commune.save(session, schools=schools)


def instead(side: Side, path: Path) -> tuple[Shown, Applied]:
    folder = side.database.folder
    arrival = exchange_in.arrive(folder, path, report=_silent)
    with side.database.read(of=side.database.unit) as session:
        opened = exchange_in.open_package(session, arrival, instead=True)
    package = exchange_in.read(opened, side.own, folder, report=_silent)
    with side.database.read(of=opened.peer.commune) as session:
        shown = exchange_in.show(session, opened, package, now=AT)
    exchange_in.keep(side.database.files, package, report=_silent)
    with side.database.write("Nhận thay", "Lê Văn Thẩm", AT, of=opened.peer.commune) as session:
        return shown, exchange_in.apply(session, opened, package)


def _silent(_done: int, _total: int) -> None:
    pass


def numbers(side: Side, unit: str) -> list[int]:
    with side.database.read(of=unit) as session:
        return sorted(row["seq"] for row in session.rows(live(inbox, session)))


def refused(side: Side, path: Path) -> PackageRefused:
    with pytest.raises(PackageRefused) as told:
        taken(side, path)
    assert told.value.refusal is Refusal.FORK
    return told.value


def test_the_other_branch_takes_the_place_of_all_that_follows_the_contradiction(
    sides: tuple[Side, Side], tmp_path: Path
) -> None:
    xa, huyen = sides
    unit = xa.database.unit
    taken(huyen, submitted(xa, tmp_path))
    copy = twin(xa, tmp_path / "máy thứ hai")
    for schools in (9, 10):
        edited(xa, schools)
        taken(huyen, last := submitted(xa, tmp_path))
    edited(copy, 7)
    other = submitted(copy, tmp_path)
    error = refused(huyen, other)
    arrival = exchange_in.arrive(huyen.database.folder, other, report=_silent)
    quarantine.keep(arrival, error, at=AT.isoformat())
    with huyen.database.read() as session:
        found = quarantine.compared(session, quarantine.held(huyen.database.folder))
    (held,) = [one for one in found if one.is_fork]
    with huyen.database.read(of=unit) as session:
        rows = {row["seq"]: short_code(row["content_root"]) for row in session.rows(live(inbox, session))}
    assert (held.applied_seq, held.applied_code) == (2, rows[2])
    shown, applied = instead(huyen, other)
    assert held.code == shown.code != held.applied_code
    assert any("thay cho gói số 2, 3 đã nhận" in ask and rows[2] in ask for ask in shown.asks)
    assert applied.result is Result.OK
    assert numbers(huyen, unit) == [1, 2]
    with huyen.database.read(of=unit) as session:
        assert commune.load(session).schools == 7
    refused(huyen, last)
    edited(copy, 8)
    assert taken(huyen, submitted(copy, tmp_path)).result is Result.OK
    copy.database.close()


def test_rows_of_another_kind_are_those_of_the_package_that_stays(
    sides: tuple[Side, Side], tmp_path: Path
) -> None:
    xa, huyen = sides
    unit = xa.database.unit
    taken(huyen, submitted(xa, tmp_path))
    remarked(huyen, unit, "Bổ sung biên bản.")
    taken(xa, answered(huyen, unit, tmp_path))
    copy = twin(huyen, tmp_path / "bàn thứ hai")
    remarked(huyen, unit, "Chưa có quyết định.")
    taken(xa, answered(huyen, unit, tmp_path))
    assert len(texts(xa)) == 2
    with copy.database.write("Bộ tiêu chí", "Lê Văn Thẩm", AT) as session:
        criteria_sets.import_pack(session, data=model_set())
        set_id = read_pack(model_set()).id
    with copy.database.write("Gửi", "Lê Văn Thẩm", AT, of=unit) as session:
        to = sending.addressee(session)
        package, _changes = appraising.offer_criteria(session, set_id=set_id, to=to, author="Lê Văn Thẩm")
    path = tmp_path / package.name
    sending.build(package, (), copy.own, copy.database.files, path, quiet)
    refused(xa, path)
    instead(xa, path)
    assert texts(xa) == ["Bổ sung biên bản."]
    assert numbers(xa, unit) == [1, 2]
    copy.database.close()


def remarked(side: Side, unit: str, text: str) -> None:
    with side.database.write("Nhận xét", "Lê Văn Thẩm", AT, of=unit) as session:
        remarks.add(session, targets=[Target(indicator="2.1")], text=text, on=ON)


def answered(side: Side, unit: str, folder: Path) -> Path:
    with side.database.write("Gửi", "Lê Văn Thẩm", AT, of=unit) as session:
        to = sending.addressee(session)
        package, _changes = appraising.appraise(session, to=to, author="Lê Văn Thẩm")
    path = folder / package.name
    sending.build(package, (), side.own, side.database.files, path, quiet)
    return path


def texts(side: Side) -> list[str]:
    with side.database.read() as session:
        return sorted(one.body for one in remarks.list_remarks(session, on=ON))


def test_what_only_the_branch_that_is_given_up_had_is_gone(sides: tuple[Side, Side], tmp_path: Path) -> None:
    """The first packages contradict each other: none is left whose rows could be looked at."""
    xa, huyen = sides
    unit = xa.database.unit
    copy = twin(xa, tmp_path / "máy thứ hai")
    with xa.database.write("Ghi mức", "Trần Thị Bình", AT) as session:
        thresholds.save_threshold(session, key="vote", value=9500, source="12/HD-UBND", today=ON)
    taken(huyen, submitted(xa, tmp_path))
    assert own_levels(huyen, unit) == [9500]
    edited(copy, 7)
    instead(huyen, submitted(copy, tmp_path))
    assert own_levels(huyen, unit) == []
    copy.database.close()


def own_levels(side: Side, unit: str) -> list[int]:
    with side.database.read(of=unit) as session:
        return [row["value"] for row in session.rows(live(threshold_override, session))]
