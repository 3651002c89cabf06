"""Mobilised resources (nguồn lực huy động) by origin: capital of works and gifts, nothing counted twice.

A work's capital names what people give to it as sources of its own, and the same money, days and land are
gifts in the register. Of one work and one source the larger of the two counts: both tell of one thing. What
people give is compared in all its kinds together, as a plan that says “in kind” is fulfilled with days, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ntm_desktop.domain.capital import MoneyFact, Source, by_source
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
    given: dict[Purpose, int] = {}
    for one in gifts:
        key = (one.gift.work, source_of(one.gift.giver, one.gift.kind))
        given[key] = given.get(key, 0) + (one.value or 0)
    allotted, received, twice = (dict.fromkeys(Source, 0) for _ in range(3))
    waiting = set()  # works with a plan that people have not fulfilled in its kind
    for key, plan in plans.items():
        gift = given.get(key, 0)
        allotted[key[1]] += plan
        twice[key[1]] += min(max(plan, 0), gift)
        if plan > gift and key[1] in _OF_PEOPLE:
            waiting.add(key[0])
    for (_work, source), gift in given.items():
        received[source] += gift
    for work in waiting:
        for source, amount in _of_another_kind(work, plans, given):
            twice[source] += amount
    return {source: Resource(allotted[source], received[source], twice[source]) for source in Source}


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
