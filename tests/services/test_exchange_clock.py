"""Clocks that are years off, on either side: the same is taken as with right ones, and a person is warned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
import small_commune
from exchanging import ON, Side, made, new_authority, pinned, quiet, read, submitted, taken
from office import LEAD

from ntm_desktop.services import (
    appraising,
    commune,
    exchange,
    package_preview,
    receiving,
    remarks,
    sending,
    works,
)
from ntm_desktop.services.remarks import Target
from ntm_desktop.sync.sequence import Result

RIGHT = datetime(2021, 7, 1, 1, tzinfo=UTC)
CLOCKS = {
    "1980": datetime(1980, 1, 1, tzinfo=UTC),
    "2021": RIGHT,
    "2099": datetime(2099, 12, 31, 23, tzinfo=UTC),
}


@dataclass
class Told:
    """What came of a whole exchange, without the moments that are shown."""

    results: list[Result]
    asks: list[tuple[str, ...]]
    schools: int | None
    works: list[str]
    states: list[str]
    sent: list[tuple[int, str]]
    warned: bool


@pytest.fixture
def sides(tmp_path: Path) -> Iterator[tuple[Side, Side, Path]]:
    side, authority = made(small_commune.make(tmp_path / "xã")), new_authority(tmp_path / "huyện")
    pinned(side, authority)
    yield side, authority, tmp_path
    side.database.close()
    authority.database.close()


def exchanged(side: Side, authority: Side, stick: Path, changed: datetime) -> Told:
    """Two submissions, a remark and its answer; the commune's clock is another one from the second on."""
    unit = side.database.unit
    results, asks, warned = [], [], False

    def brought(to: Side, path: Path) -> None:
        nonlocal warned
        opened, package = read(to, receiving.arrive(to.database.folder, path, quiet))
        with to.database.read(of=unit) as session:
            shown = package_preview.preview(session, opened, package, now=to.at)
        asks.append(shown.asks)
        warned |= bool(shown.warnings)
        results.append(taken(to, path).result)

    brought(authority, submitted(side, stick))
    side.at = changed
    with side.database.write("Sửa", LEAD, side.at) as session:
        commune.save(session, schools=7)
    brought(authority, submitted(side, stick))
    with authority.database.write("Nhận xét", LEAD, authority.at, of=unit) as session:
        remarks.add(session, targets=[Target("2.1")], text="Chưa rõ.", on=ON)
    brought(side, appraised(authority, unit, stick))
    with side.database.write("Trả lời", LEAD, side.at) as session:
        (one,) = remarks.list_remarks(session, on=ON)
        remarks.reply(session, uid=one.uid, text="Đã rõ.")
    path = submitted(side, stick)
    brought(authority, path)
    brought(authority, path)
    with authority.database.read(of=unit) as session, side.database.read() as own:
        return Told(
            results,
            asks,
            commune.load(session).schools,
            [row.name for row in works.table(session, on=ON).rows],
            [one.state.value for one in remarks.list_remarks(session, on=ON)],
            [(one.seq, one.state.value) for one in exchange.view(own).sent],
            warned,
        )


def appraised(authority: Side, unit: str, stick: Path) -> Path:
    with authority.database.write("Gửi nhận xét", LEAD, authority.at, of=unit) as session:
        package, _changes = appraising.appraise(session, to=sending.addressee(session), author=LEAD)
    path = stick / package.name
    sending.build(package, (), authority.own, authority.database.files, path, quiet)
    return path


@pytest.mark.parametrize("there", CLOCKS)
@pytest.mark.parametrize(("first", "then"), [("1980", "2099"), ("2099", "1980")])
def test_a_wrong_clock_changes_nothing_but_a_warning(
    sides: tuple[Side, Side, Path], first: str, then: str, there: str
) -> None:
    side, authority, stick = sides
    side.at, authority.at = CLOCKS[first], CLOCKS[there]
    told = exchanged(side, authority, stick, CLOCKS[then])
    assert told.results == [Result.OK, Result.OK, Result.OK, Result.OK, Result.AGAIN]
    assert [len(one) for one in told.asks] == [1, 0, 0, 0, 0], "the first package is asked about, as ever"
    assert told.schools == 7
    assert told.works == ["Đường trục thôn Yên Thắng"]
    assert told.states == ["answered"]
    assert told.sent == [(3, "not_written"), (2, "confirmed"), (1, "confirmed")]
    assert told.warned


def test_right_clocks_warn_of_nothing(sides: tuple[Side, Side, Path]) -> None:
    side, authority, stick = sides
    assert not exchanged(side, authority, stick, RIGHT).warned
