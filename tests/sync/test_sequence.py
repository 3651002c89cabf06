"""Packages of one stream in any order and number: one end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from ntm_desktop.sync.header import NOTHING_BEFORE, Addressee, Epoch, Header, Place, Sender
from ntm_desktop.sync.sequence import FURTHEST, Known, Result, decide

FIRST, SECOND = Epoch(1, "1" * 32), Epoch(2, "2" * 32)
SENDER, TO = Sender("18964", "01234567-89ab-cdef-0123-456789abcdef", "a" * 16), Addressee("450", "b" * 16)


def identity(seq: int, epoch: Epoch = FIRST, twin: int = 0) -> str:
    return f"{epoch.n}{twin}{seq:062d}"


def package(seq: int, epoch: Epoch = FIRST, *, kind: str = "submission", twin: int = 0) -> Header:
    prev = NOTHING_BEFORE if seq == 1 else identity(seq - 1, epoch, twin)
    place = Place(kind, SENDER, TO, epoch, seq, prev, "2021-12-31T01:00:00Z")
    return Header(place, identity(seq, epoch, twin), 1, "0" * 64, "0")


@dataclass
class Receiver:
    """As the database keeps it: what was applied, and of each kind what is current."""

    known: Known = field(default_factory=Known)
    current: dict[str, str] = field(default_factory=dict)
    waiting: set[str] = field(default_factory=set)

    def take(self, header: Header, *, confirmed: bool = False) -> Result:
        decision = decide(header, self.known, confirmed=confirmed)
        place, known = header.place, self.known
        if decision.result.is_refusal:
            self.waiting.add(header.package_id)
            return decision.result
        if decision.result is Result.AGAIN:
            return decision.result
        if known.epoch != place.epoch:
            known = Known(epoch=place.epoch, older={*known.older, *known.ids.values()})
            self.current = {}
        self.known = replace(
            known,
            ids={**known.ids, place.seq: header.package_id},
            before={**known.before, place.seq: place.prev},
            kinds={**known.kinds, place.seq: place.kind},
        )
        if decision.is_current:
            self.current[place.kind] = header.package_id
        return decision.result


def end(packages: Sequence[Header]) -> tuple[dict[str, str], set[str]]:
    receiver = Receiver()
    for one in packages:
        receiver.take(one)
    return receiver.current, set(receiver.known.ids.values())


def test_all_orders_of_five_packages_with_repeats_end_in_one_state() -> None:
    five = [package(seq, kind="criteria" if seq == 3 else "submission") for seq in range(1, 6)]
    ends = [end([*order, *order[::2]]) for order in permutations(five)]
    assert all(one == ends[0] for one in ends)
    assert ends[0] == (
        {"submission": identity(5), "criteria": identity(3)},
        {identity(seq) for seq in range(1, 6)},
    )


@given(st.lists(st.sampled_from([package(seq) for seq in range(1, 9)]), min_size=1))
def test_whatever_comes_the_newest_is_current_and_what_lacks_is_told(packages: list[Header]) -> None:
    receiver = Receiver()
    for one in packages:
        decision = decide(one, receiver.known)
        present = {*receiver.known.ids, one.place.seq}
        if decision.result is not Result.AGAIN:
            assert set(decision.missing) == set(range(1, max(present))) - present
        receiver.take(one)
    assert receiver.current == {"submission": identity(max(one.place.seq for one in packages))}


def test_a_first_package_a_late_one_and_one_again() -> None:
    receiver = Receiver()
    assert receiver.take(package(2)) is Result.GAP
    assert receiver.take(package(2)) is Result.AGAIN
    assert receiver.take(package(1)) is Result.LATE
    assert receiver.take(package(3)) is Result.OK


def test_two_pcs_that_send_as_one_are_found_in_whatever_order() -> None:
    mine, twin = [package(seq) for seq in (1, 2, 3)], [package(seq, twin=1) for seq in (2, 3)]
    twin[0] = replace(
        twin[0], place=replace(twin[0].place, prev=identity(1))
    )  # a copied profile goes on from 1
    for order in permutations([*mine, *twin]):
        receiver = Receiver()
        results = [receiver.take(one) for one in order]
        assert Result.FORK in results
    receiver = Receiver()
    assert [receiver.take(one) for one in (*mine[:2], twin[0])] == [Result.OK, Result.OK, Result.FORK]
    later = Receiver()
    assert [later.take(one) for one in (mine[2], twin[0])] == [Result.GAP, Result.FORK]


def test_a_restored_pc_opens_an_epoch_and_the_old_one_is_closed() -> None:
    receiver = Receiver()
    receiver.take(package(1))
    receiver.take(package(2))
    assert receiver.take(package(1, SECOND, kind="criteria")) is Result.EPOCH
    assert receiver.take(package(1, SECOND)) is Result.NEW_EPOCH
    assert receiver.current == {"submission": identity(1, SECOND)}
    assert receiver.take(package(3)) is Result.OLD_EPOCH
    assert receiver.take(package(2)) is Result.AGAIN
    assert receiver.take(package(2, replace(SECOND, nonce="3" * 32))) is Result.FORK


def test_a_jump_waits_for_a_person() -> None:
    receiver = Receiver()
    receiver.take(package(1))
    far = package(2 + FURTHEST)
    assert receiver.take(far) is Result.JUMP
    assert receiver.take(far, confirmed=True) is Result.GAP
    assert receiver.take(package(1 + FURTHEST)) is Result.LATE
