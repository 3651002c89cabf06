"""Packages that come in any order, again and again: one state in the end."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
import small_commune
from exchanging import AT, ON, Side, made, new_authority, pinned, quiet, submitted
from office import LEAD
from sqlalchemy import select

from ntm_desktop.db.engine import Session
from ntm_desktop.db.models import commune_digest, inbox, metadata
from ntm_desktop.services import appraising, assessments, commune, keys, receiving, works
from ntm_desktop.services.receiving import Arrival, Opened
from ntm_desktop.sync.reader import Package
from ntm_desktop.sync.refusals import PackageRefused, Refusal
from ntm_desktop.sync.sequence import Result

Act = Callable[[Session], object]
_CURRENT = select(inbox.c.package_id).where(inbox.c.current == 1, inbox.c.kind == "submission")


class Undone(Exception):  # noqa: N818
    """Ends a transaction so that nothing of it stays."""


@dataclass(frozen=True)
class End:
    rows: dict[str, list[dict[str, Any]]]
    """Of every table whose rows are the commune's, and the line of the list of communes."""
    current: str
    receipts: list[dict[str, Any]]


@dataclass
class Post:
    """An authority that has nothing yet, and packages of a commune, each read to the end."""

    authority: Side
    unit: str
    packages: Sequence[tuple[Opened, Package]]

    def after(self, order: Sequence[int]) -> tuple[End, list[str]]:
        """What is there when they came so, and what was said of each; all in a transaction that is undone."""
        said: list[str] = []
        end: End | None = None
        try:
            with self.authority.database.write("Nhận", LEAD, AT, of=self.unit) as session:
                for number in order:
                    said.append(_taken(session, *self.packages[number]))
                end = _end(session)
                raise Undone
        except Undone:
            assert end is not None
            return end, said


def _taken(session: Session, opened: Opened, package: Package) -> str:
    try:
        return receiving.apply(session, opened, package).result.value
    except PackageRefused as refused:
        return refused.refusal.value


def _end(session: Session) -> End:
    rows = {
        table.name: [
            dict(row)
            for row in session.rows(
                select(table).where(table.c.commune_id == session.commune_id).order_by(table.c.uid)
            )
        ]
        for table in metadata.sorted_tables
        if table.info.get("owner") == "unit"
    }
    digest = session.row(select(commune_digest).where(commune_digest.c.commune_id == session.commune_id))
    assert digest is not None
    rows["commune_digest"] = [dict(digest)]
    receipts = sorted(appraising.receipts(session), key=lambda one: str(one["uid"]))
    return End(rows, session.scalar(_CURRENT), receipts)


def _post(folder: Path, acts: Sequence[Act]) -> Iterator[Post]:
    """One package before the first act, one after each."""
    side, authority = made(small_commune.make(folder / "xã")), new_authority(folder / "huyện")
    pinned(side, authority)
    packages = []
    for number, act in enumerate([lambda _session: None, *acts]):
        with side.database.write("Sửa", LEAD, AT) as session:
            act(session)
        path = submitted(side, folder, everything=True)
        with authority.database.read() as session:
            opened = receiving.open_package(session, Arrival(path, path.name))
        package = receiving.read(opened, authority.own, folder / f"{number}.zip", quiet)
        receiving.keep(authority.database.files, package, quiet)
        packages.append((opened, package))
    yield Post(authority, side.database.unit, packages)
    side.database.close()
    authority.database.close()


def schools(number: int) -> Act:
    return lambda session: commune.save(session, schools=number)


def more(session: Session) -> None:
    works.save(session, name="Nhà văn hóa thôn Yên Bình", kind="van-hoa")
    assessments.record(session, code="2.1", texts={"v": "81"}, as_of=ON, today=ON, reason="Rà lại")


def less(session: Session) -> None:
    works.remove_work(session, uid=works.uid_named(session, name="Nhà văn hóa thôn Yên Bình"))


@pytest.fixture(scope="module")
def five(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Post]:
    yield from _post(tmp_path_factory.mktemp("năm gói"), [more, schools(7), less, schools(9)])


def test_all_orders_of_five_packages_with_repeats_end_in_one_state(five: Post) -> None:
    chance = random.Random(17)
    wanted, said = five.after(range(5))
    assert said == ["OK"] * 5
    assert wanted.current == five.packages[4][1].header.package_id
    assert [one["result"] for one in wanted.receipts].count("OK") == 1
    answers = set[str]()
    for number, order in enumerate(permutations(range(5))):
        again = list(order)
        again.insert(chance.randrange(6), chance.randrange(5))
        for one in (again, order)[: 1 + (number % 4 == 0)]:
            end, said = five.after(one)
            assert end == wanted, one
            answers |= set(said)
    assert answers == {Result.OK, Result.GAP, Result.LATE, Result.AGAIN}


@pytest.fixture(scope="module")
def two_epochs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Post]:
    """Two packages, then a backup was restored and two of the new epoch followed."""

    def restored(session: Session) -> None:
        keys.begin_epoch(session, after=0)

    yield from _post(tmp_path_factory.mktemp("hai đợt"), [more, restored, schools(9)])


def test_all_orders_over_two_epochs_end_in_the_same_rows(two_epochs: Post) -> None:
    """What of the old epoch came too late is refused by that name, so receipts differ; rows do not."""
    wanted, said = two_epochs.after(range(4))
    assert said == [Result.OK, Result.OK, Result.NEW_EPOCH, Result.OK]
    for order in sorted(set(permutations([*range(4), 3]))):
        end, said = two_epochs.after(order)
        assert (end.rows, end.current) == (wanted.rows, wanted.current), order
        refused = {one for one in said if one.startswith("E_")}
        assert refused <= {Refusal.OLD_EPOCH}
        newest = [one for one in end.receipts if one["epoch"] == 2]
        assert newest == [one for one in wanted.receipts if one["epoch"] == 2]
