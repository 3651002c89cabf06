"""Commitments of capital (cam kết vốn): what was promised, how much of it was allotted, what is missing.

Amounts are whole đồng. A commitment names a source and a budget year, and a work or none; what was allotted
to that work from that source in that year keeps it. What was allotted to works beyond all that was committed
to them, on paper or not, keeps those that name no work. Of several that ask for the same capital the one that
is due first is kept first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ntm_desktop.domain.capital import MoneyFact, Movement, Source

Purse = tuple[str, Source, int]
"""Capital of one work, from one source, in one budget year."""


class PromiseState(StrEnum):
    LATE = "late"
    PENDING = "pending"
    KEPT = "kept"
    WITHDRAWN = "withdrawn"


STATE_WORDS = {
    PromiseState.LATE: "Quá hạn",
    PromiseState.PENDING: "Chưa đến hạn",
    PromiseState.KEPT: "Đã bố trí đủ",
    PromiseState.WITHDRAWN: "Đã rút",
}


@dataclass(frozen=True, slots=True)
class PromisedAmount:
    """What a commitment promises from a day on, as a whole; 0 withdraws it."""

    on: date
    amount: int
    seq: int = 0


@dataclass(frozen=True, slots=True)
class Promise:
    uid: str
    work_uid: str | None
    source: Source
    year: int
    due: date
    amounts: Sequence[PromisedAmount]

    def promised_on(self, on: date) -> int:
        """0 before it was made."""
        known = [one for one in self._ordered() if one.on <= on]
        return known[-1].amount if known else 0

    def is_made_on(self, on: date) -> bool:
        return any(one.on <= on for one in self.amounts)

    def movements(self) -> tuple[MoneyFact, ...]:
        """The same as money of its work: each change by what it adds or takes back."""
        found, before = [], 0
        for one in self._ordered():
            found.append(MoneyFact(Movement.COMMITTED, self.source, self.year, one.amount - before, one.on))
            before = one.amount
        return tuple(found)

    def _ordered(self) -> list[PromisedAmount]:
        return sorted(self.amounts, key=lambda one: (one.on, one.seq))


@dataclass(frozen=True, slots=True)
class Kept:
    """How far one commitment is kept on a day."""

    promised: int
    allotted: int
    state: PromiseState
    days_over: int = 0
    """Days since it was due, while something is missing."""

    @property
    def missing(self) -> int:
        return self.promised - self.allotted


def kept_on(
    promises: Iterable[Promise], money: Mapping[str, Sequence[MoneyFact]], on: date
) -> Mapping[str, Kept]:
    """By commitment, of those made until the end of a day. ``money``: of each work, by its uid, without what
    these commitments promise."""
    left, spoken_for = _sums(money, Movement.ALLOTTED, on), _sums(money, Movement.COMMITTED, on)
    made = sorted((one for one in promises if one.is_made_on(on)), key=lambda one: (one.due, one.uid))
    found = {}
    for one in [promise for promise in made if promise.work_uid is not None]:
        found[one.uid] = _kept(one, _take(left, [(str(one.work_uid), one.source, one.year)], one, on), on)
    left = {key: max(0, amount - spoken_for.get(key, 0)) for key, amount in left.items()}
    alike: dict[tuple[Source, int], list[Purse]] = {}
    for (work, source, year), amount in left.items():
        if amount:
            alike.setdefault((source, year), []).append((work, source, year))
    for one in [promise for promise in made if promise.work_uid is None]:
        found[one.uid] = _kept(one, _take(left, alike.get((one.source, one.year), ()), one, on), on)
    return found


def _sums(money: Mapping[str, Sequence[MoneyFact]], movement: Movement, on: date) -> dict[Purse, int]:
    found: dict[Purse, int] = {}
    for work, facts in money.items():
        for fact in facts:
            if fact.movement is movement and fact.on <= on:
                key = (work, fact.source, fact.year)
                found[key] = found.get(key, 0) + fact.amount
    return {key: max(0, amount) for key, amount in found.items()}


def _take(left: dict[Purse, int], keys: Iterable[Purse], one: Promise, on: date) -> int:
    wanted = one.promised_on(on)
    taken = 0
    for key in keys:
        if taken == wanted:
            break
        part = min(left.get(key, 0), wanted - taken)
        if part:
            left[key] -= part
            taken += part
    return taken


def _kept(one: Promise, allotted: int, on: date) -> Kept:
    promised = one.promised_on(on)
    if not promised:
        return Kept(0, 0, PromiseState.WITHDRAWN)
    if allotted == promised:
        return Kept(promised, allotted, PromiseState.KEPT)
    if one.due < on:
        return Kept(promised, allotted, PromiseState.LATE, (on - one.due).days)
    return Kept(promised, allotted, PromiseState.PENDING)
