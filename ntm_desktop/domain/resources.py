"""Mobilised resources (nguồn lực huy động) by origin: capital of works and gifts, nothing counted twice.

A work's capital names what people give to it as sources of its own, and the same money, days and land are
gifts in the register. Of one work and one source the larger of the two counts: both tell of one thing. What
people give is compared in all its kinds together, as a plan that says “in kind” is fulfilled with days, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from ntm_desktop.domain.capital import MoneyFact, Movement, Source, by_source
from ntm_desktop.domain.contributions import GiverKind, Kind, Valued

ORIGINS: Mapping[str, tuple[Source, ...]] = {
    "Ngân sách nhà nước": (
        Source.CENTRAL_INVESTMENT,
        Source.CENTRAL_RECURRENT,
        Source.PROVINCE,
        Source.DISTRICT,
        Source.COMMUNE,
    ),
    "Vốn lồng ghép": (Source.INTEGRATED,),
    "Vốn tín dụng": (Source.CREDIT,),
    "Doanh nghiệp, HTX, tổ chức": (Source.ENTERPRISE,),
    "Nhân dân đóng góp": (Source.PEOPLE_CASH, Source.PEOPLE_LABOUR, Source.PEOPLE_KIND),
    "Nguồn khác": (Source.OTHER,),
}
"""In the order of the official table; every source stands once."""

_OF_PEOPLE = (Source.PEOPLE_KIND, Source.PEOPLE_LABOUR, Source.PEOPLE_CASH)
"""In the order in which a plan is taken to be fulfilled by gifts of another kind."""

_OF_KIND = {Kind.MONEY: Source.PEOPLE_CASH, Kind.LABOUR: Source.PEOPLE_LABOUR}

Purpose = tuple[str | None, Source]
"""A work, None for the commune as a whole, and where what is for it comes from."""


@dataclass(frozen=True, slots=True)
class Resource:
    """đồng. ``allotted`` to works, ``given`` by the register; ``twice`` is what both of them tell of."""

    allotted: int = 0
    given: int = 0
    twice: int = 0

    @property
    def mobilised(self) -> int:
        return self.allotted + self.given - self.twice

    def __add__(self, other: Resource) -> Resource:
        return Resource(self.allotted + other.allotted, self.given + other.given, self.twice + other.twice)


def source_of(giver: GiverKind, kind: Kind) -> Source:
    """Where the capital of a work would name such a gift."""
    if giver is GiverKind.ORGANISATION:
        return Source.ENTERPRISE
    if giver is GiverKind.DONOR:
        return Source.OTHER
    return _OF_KIND.get(kind, Source.PEOPLE_KIND)


def planned(capital: Mapping[str, Sequence[MoneyFact]], *, on: date) -> Mapping[Purpose, int]:
    """đồng allotted until the day; ``capital``: the money of each work."""
    return {
        (work, source): amounts.allotted
        for work, facts in capital.items()
        for source, amounts in by_source(facts, on=on)
    }


def resources(plans: Mapping[Purpose, int], gifts: Iterable[Valued]) -> Mapping[Source, Resource]:
    """All sources. ``plans``: what is ``planned``; ``gifts``: those that stand on the day."""
    given = _given(gifts)
    twice = _counted_twice(plans, given)
    sums = []
    for amounts in (plans, given, twice):
        sums.append(dict.fromkeys(Source, 0))
        for (_work, source), amount in amounts.items():
            sums[-1][source] += amount
    return {source: Resource(*(of[source] for of in sums)) for source in Source}


def _given(gifts: Iterable[Valued]) -> Mapping[Purpose, int]:
    given: dict[Purpose, int] = {}
    for one in gifts:
        key = (one.gift.work, source_of(one.gift.giver, one.gift.kind))
        given[key] = given.get(key, 0) + (one.value or 0)
    return given


def _counted_twice(plans: Mapping[Purpose, int], given: Mapping[Purpose, int]) -> Mapping[Purpose, int]:
    twice: dict[Purpose, int] = {}
    waiting = set()  # works with a plan that people have not fulfilled in its kind
    for key, plan in plans.items():
        gift = given.get(key, 0)
        twice[key] = min(max(plan, 0), gift)
        if plan > gift and key[1] in _OF_PEOPLE:
            waiting.add(key[0])
    for work in waiting:
        for source, amount in _of_another_kind(work, plans, given):
            twice[work, source] = twice.get((work, source), 0) + amount
    return twice


def _of_another_kind(
    work: str | None, plans: Mapping[Purpose, int], given: Mapping[Purpose, int]
) -> Iterator[tuple[Source, int]]:
    """What people gave to a work beyond the plan of its kind, as far as a plan of another kind waits for it:
    counted with the gift, and taken from that plan."""
    ahead = [given.get((work, source), 0) - max(0, plans.get((work, source), 0)) for source in _OF_PEOPLE]
    over = sum(amount for amount in ahead if amount > 0)
    for source, amount in zip(_OF_PEOPLE, ahead, strict=True):
        part = min(over, max(0, -amount))
        over -= part
        yield source, part


def summed(parts: Iterable[Resource]) -> Resource:
    return sum(parts, Resource())


def share(part: Resource, whole: Resource) -> int | None:
    """Basis points of everything mobilised; None while nothing is."""
    total = whole.mobilised
    return (part.mobilised * 20_000 + total) // (2 * total) if total > 0 else None


@dataclass(frozen=True, slots=True)
class Came:
    """What came of a source, or of a kind of gift, đồng by the year: of works that of their budget, of gifts
    that in which they were given. ``labour`` and ``land`` in thousandths of công and m²."""

    planned: int | None = None
    """None: nobody said."""
    years: Mapping[int, int] = field(default_factory=dict)
    unwritten: int = 0
    """Of it: in the capital of works, with no gift to show for it."""
    labour: int = 0
    land: int = 0
    unpriced: int = 0
    """Of the land: without a value."""

    @property
    def total(self) -> int:
        return sum(self.years.values())

    def __add__(self, other: Came) -> Came:
        plans = [plan for plan in (self.planned, other.planned) if plan is not None]
        years = {*self.years, *other.years}
        return Came(
            sum(plans) if plans else None,
            {year: self.years.get(year, 0) + other.years.get(year, 0) for year in years},
            self.unwritten + other.unwritten,
            self.labour + other.labour,
            self.land + other.land,
            self.unpriced + other.unpriced,
        )


@dataclass(frozen=True, slots=True)
class ByYear:
    """``kinds``: of what people gave. ``twice`` is counted once though capital and gifts both tell of it."""

    sources: Mapping[Source, Came]
    kinds: Mapping[Kind, Came]
    twice: int = 0

    @property
    def years(self) -> tuple[int, ...]:
        found = {year for one in self.sources.values() for year, amount in one.years.items() if amount}
        return tuple(sorted(found))

    @property
    def is_known(self) -> bool:
        return any(one.total for one in self.sources.values())


def came_by_year(
    capital: Mapping[str, Sequence[MoneyFact]],
    promised: Iterable[MoneyFact],
    gifts: Sequence[Valued],
    *,
    on: date,
) -> ByYear:
    """The same sums as ``resources``. What counts once counts in the year in which it was given."""
    twice = _counted_twice(planned(capital, on=on), _given(gifts))
    sources, kinds = {source: _Sum() for source in Source}, {kind: _Sum() for kind in Kind}
    for work, facts in capital.items():
        allotted: dict[Source, dict[int, int]] = {}
        for fact in facts:
            if fact.movement is Movement.ALLOTTED and fact.on <= on:
                years = allotted.setdefault(fact.source, {})
                years[fact.year] = years.get(fact.year, 0) + fact.amount
        for source, years in allotted.items():
            sources[source].allot(_less(years, twice.get((work, source), 0)))
    for fact in chain(promised, *capital.values()):
        if fact.movement is Movement.COMMITTED and fact.on <= on:
            sources[fact.source].plan(fact.amount)
    for one in gifts:
        source = source_of(one.gift.giver, one.gift.kind)
        sources[source].give(one)
        if source in _OF_PEOPLE:
            kinds[one.gift.kind].give(one)
    return ByYear(
        {source: of.came() for source, of in sources.items()},
        {kind: of.came() for kind, of in kinds.items()},
        sum(twice.values()),
    )


class _Sum:
    """Of many thousand amounts."""

    def __init__(self) -> None:
        self._planned: int | None = None
        self._years: dict[int, int] = {}
        self._unwritten = 0
        self._quantities = dict.fromkeys(Kind, 0)
        self._unpriced = 0

    def plan(self, amount: int) -> None:
        self._planned = amount + (self._planned or 0)

    def allot(self, years: Mapping[int, int]) -> None:
        for year, amount in years.items():
            self._years[year] = self._years.get(year, 0) + amount
            self._unwritten += amount

    def give(self, one: Valued) -> None:
        gift = one.gift
        self._years[gift.on.year] = self._years.get(gift.on.year, 0) + (one.value or 0)
        self._quantities[gift.kind] += gift.quantity
        if gift.kind is Kind.LAND and one.value is None:
            self._unpriced += gift.quantity

    def came(self) -> Came:
        labour, land = self._quantities[Kind.LABOUR], self._quantities[Kind.LAND]
        return Came(self._planned, self._years, self._unwritten, labour, land, self._unpriced)


def _less(years: Mapping[int, int], amount: int) -> dict[int, int]:
    """Without so much of it, of the oldest years first."""
    left = {}
    for year in sorted(years):
        part = min(amount, max(0, years[year]))
        left[year], amount = years[year] - part, amount - part
    return left
