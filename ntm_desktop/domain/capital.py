"""Money of a construction work: sources, what was promised, allotted, accepted and paid, and what follows.

Amounts are whole đồng. Identities and the definition of basic-construction debt (nợ đọng XDCB: accepted
volume for which no capital has been allotted) after Luật Đầu tư công 2014 and 2019 [recalled, high]. Accepted
volume with allotted capital that is not yet paid is slow disbursement, not debt.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Source(StrEnum):
    """Where capital comes from; central investment and recurrent capital are two lines, never merged."""

    CENTRAL_INVESTMENT = "tw-dt"
    CENTRAL_RECURRENT = "tw-sn"
    PROVINCE = "tinh"
    DISTRICT = "huyen"
    COMMUNE = "xa"
    INTEGRATED = "long-ghep"
    CREDIT = "tin-dung"
    ENTERPRISE = "doanh-nghiep"
    PEOPLE_CASH = "dan-tien"
    PEOPLE_LABOUR = "dan-cong"
    PEOPLE_KIND = "dan-hien-vat"
    OTHER = "khac"


SOURCE_NAMES: Mapping[Source, str] = {
    Source.CENTRAL_INVESTMENT: "Trung ương, vốn đầu tư",
    Source.CENTRAL_RECURRENT: "Trung ương, vốn sự nghiệp",
    Source.PROVINCE: "Ngân sách tỉnh",
    Source.DISTRICT: "Ngân sách huyện",
    Source.COMMUNE: "Ngân sách xã",
    Source.INTEGRATED: "Lồng ghép",
    Source.CREDIT: "Tín dụng",
    Source.ENTERPRISE: "Doanh nghiệp, HTX",
    Source.PEOPLE_CASH: "Nhân dân, tiền mặt",
    Source.PEOPLE_LABOUR: "Nhân dân, ngày công",
    Source.PEOPLE_KIND: "Nhân dân, đất và hiện vật",
    Source.OTHER: "Nguồn khác",
}


PAID_OF_ALLOTTED = "Giải ngân so với vốn bố trí"
"""Tỷ lệ giải ngân: what the state's reports mean by it."""
PAID_OF_TOTAL = "Giải ngân so với tổng mức đầu tư"
"""How far a work is in money, beside how far it is built."""

_PLACES = {source: place for place, source in enumerate(SOURCE_NAMES)}


class Movement(StrEnum):
    """What an entry of money says."""

    COMMITTED = "committed"  # cam kết
    ALLOTTED = "allotted"  # bố trí, kế hoạch vốn
    DISBURSED = "disbursed"  # giải ngân


_SUMMED = (Movement.COMMITTED, Movement.ALLOTTED, Movement.DISBURSED)  # as ``Amounts`` has them
_LEAST_TOTAL, _MOST_TOTAL = 10**6, 10**12


def is_doubtful_total(amount: int) -> bool:
    """No work of a commune costs that little or that much: the unit may have been another one than đồng."""
    return not _LEAST_TOTAL <= amount <= _MOST_TOTAL


def meant_in_millions(amount: int) -> int | None:
    """The đồng of a doubtful total that was typed in millions, as lists show it; None where that is none."""
    meant = amount * 10**6
    return None if is_doubtful_total(meant) else meant


@dataclass(frozen=True, slots=True)
class MoneyFact:
    """One dated movement; a cut or a refund is negative. ``year`` is the budget year."""

    movement: Movement
    source: Source
    year: int
    amount: int
    on: date


@dataclass(frozen=True, slots=True)
class Amounts:
    """Committed, allotted, disbursed, in đồng."""

    committed: int = 0
    allotted: int = 0
    disbursed: int = 0

    @property
    def allotment_rate(self) -> int | None:
        """Basis points of what was promised; None while nothing was."""
        return _rate(self.allotted, self.committed)

    @property
    def disbursement_rate(self) -> int | None:
        """Basis points of what was allotted; None while nothing was."""
        return _rate(self.disbursed, self.allotted)

    def __add__(self, other: Amounts) -> Amounts:
        return Amounts(
            self.committed + other.committed,
            self.allotted + other.allotted,
            self.disbursed + other.disbursed,
        )


@dataclass(frozen=True, slots=True)
class Account:
    """The money of one work on a day. ``total`` is the approved total investment, 0 before approval."""

    total: int
    amounts: Amounts
    accepted: int
    settled: int | None = None
    contract: int | None = None

    @property
    def executed(self) -> int:
        """What debt is measured by: the settled value once there is one, else the accepted volume."""
        return self.accepted if self.settled is None else self.settled

    @property
    def debt(self) -> int:
        """Nợ đọng XDCB."""
        return max(0, self.executed - self.amounts.allotted)

    @property
    def slow_disbursement(self) -> int:
        """Accepted, capital allotted, and still not paid."""
        return max(0, min(self.executed, self.amounts.allotted) - self.amounts.disbursed)

    @property
    def missing_capital(self) -> int:
        """What must still be allotted until the work is paid for."""
        ceiling = self.total if self.settled is None else self.settled
        return max(0, ceiling - self.amounts.allotted)

    @property
    def disbursement_rate(self) -> int | None:
        return self.amounts.disbursement_rate

    @property
    def money_progress(self) -> int:
        """Disbursed against the total investment, basis points: a fixed denominator, nothing begun is 0 %."""
        return _rate(self.amounts.disbursed, self.total) or 0


def totals(facts: Iterable[MoneyFact], *, on: date) -> Amounts:
    """All movements until the end of a day."""
    found: dict[Movement, int] = {}
    for fact in facts:
        if fact.on <= on:
            found[fact.movement] = found.get(fact.movement, 0) + fact.amount
    return Amounts(*(found.get(movement, 0) for movement in _SUMMED))


def by_source(facts: Sequence[MoneyFact], *, on: date) -> tuple[tuple[Source, Amounts], ...]:
    """The sources that were ever named, in the order of the official tables; their sum is ``totals``."""
    parts: dict[Source, list[MoneyFact]] = {}
    for fact in facts:
        parts.setdefault(fact.source, []).append(fact)
    return tuple((source, totals(parts[source], on=on)) for source in sorted(parts, key=_PLACES.__getitem__))


def by_year(facts: Sequence[MoneyFact], *, on: date) -> tuple[tuple[int, Amounts], ...]:
    """By budget year, oldest first."""
    return tuple(
        (year, totals((fact for fact in facts if fact.year == year), on=on))
        for year in sorted({fact.year for fact in facts})
    )


@dataclass(frozen=True, slots=True)
class Overpaid:
    """More was paid of a source by the end of a budget year than was allotted of it by then, đồng."""

    source: Source
    first: int
    """The first budget year of that source; what it left over was carried on."""
    year: int
    paid: int
    allotted: int

    @property
    def excess(self) -> int:
        return self.paid - self.allotted


def overpaid(facts: Iterable[MoneyFact], *, on: date) -> tuple[Overpaid, ...]:
    """Each source of which that is so, in the budget year in which it is worst.

    Years add up: capital that was not paid in its own year is carried over to the next.
    """
    parts: dict[Source, dict[int, Amounts]] = {}
    for fact in facts:
        if fact.on <= on and fact.movement is not Movement.COMMITTED:
            years, paid = parts.setdefault(fact.source, {}), fact.movement is Movement.DISBURSED
            moved = Amounts(disbursed=fact.amount) if paid else Amounts(allotted=fact.amount)
            years[fact.year] = years.get(fact.year, Amounts()) + moved
    found = []
    for source in sorted(parts, key=_PLACES.__getitem__):
        sums, sofar = [], Amounts()
        for year, amounts in sorted(parts[source].items()):
            sofar += amounts
            allotted = max(0, sofar.allotted)  # less than nothing is a mistake of its own
            sums.append(Overpaid(source, min(parts[source]), year, sofar.disbursed, allotted))
        worst = max(sums, key=lambda one: one.excess)
        found += [worst] if worst.excess > 0 else []
    return tuple(found)


def overpaid_by(
    change: Iterable[MoneyFact], known: Sequence[MoneyFact], *, instead_of: MoneyFact | None = None, on: date
) -> tuple[Overpaid, ...]:
    """What is overpaid, or more so, once ``change`` is recorded; ``instead_of`` is what it corrects."""
    left = list(known)
    if instead_of in left:
        left.remove(instead_of)
    before = {one.source: one.excess for one in overpaid(known, on=on)}
    after = overpaid([*left, *change], on=on)
    return tuple(one for one in after if one.excess > before.get(one.source, 0))


def _rate(part: int, whole: int) -> int | None:
    return (part * 20_000 + whole) // (2 * whole) if whole > 0 else None
