"""*Đã đối chiếu*: what somebody held against a decision, and whether it is what applies (architecture §3.4).

A confirmation keeps the levels themselves and counts only for a target that still equals one of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date

from ntm_desktop.domain.criteria import CriteriaSet, Indicator, Verification
from ntm_desktop.domain.judging import ResolvedTarget, TargetLevel
from ntm_desktop.text import search_key


@dataclass(frozen=True, slots=True)
class CheckedLevel:
    """One level as it was checked: one cell of the table of its decision."""

    code: str
    part: str
    value: int
    printed: str
    compare: str
    measure: str
    unit: str
    decision: str  # of the level; the one it was checked against may be mistyped
    level: str
    profile: str | None = None
    year: int | None = None
    used_for: int | None = None  # the goal's year, when the level is borrowed from another one
    schools: tuple[int, int | None] | None = None


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Mirrors the table ``target_confirmation``. One from before levels were kept has none: it counts for
    nothing, because what it meant cannot be shown."""

    decision: str
    decided: date | None
    by_name: str
    levels: frozenset[CheckedLevel]


def checked_level(code: str, resolved: ResolvedTarget | None, year: int) -> CheckedLevel | None:
    """The level that applies to a goal of this year; None where there is none yet."""
    if resolved is None or (value := resolved.target.value) is None:
        return None
    target, part = resolved.target, resolved.part
    return CheckedLevel(
        code=code,
        part=target.part,
        value=value,
        printed=target.printed,
        compare=part.compare.value,
        measure=part.measure.value,
        unit=part.unit,
        decision=target.provenance.decision,
        level=resolved.level.value,
        profile=target.profile,
        year=target.year,
        used_for=None if target.year in (None, year) else year,
        schools=target.schools,
    )


def confirmed(
    resolved: ResolvedTarget | None, code: str, confirmations: Sequence[Confirmation], year: int
) -> ResolvedTarget | None:
    """The target as confirmed, if it is one of the levels that somebody checked; else as it is."""
    if resolved is None or resolved.target.verification is Verification.CONFIRMED or not confirmations:
        return resolved
    level = checked_level(code, resolved, year)
    given = next((one for one in confirmations if level in one.levels), None)
    if given is None:
        return resolved
    own = resolved.target.provenance
    if not own.decision:
        own = replace(own, decision=given.decision, issued=given.decided)
    target = replace(
        resolved.target,
        verification=Verification.CONFIRMED,
        provenance=replace(own, source=f"{given.by_name} đối chiếu"),
    )
    return replace(resolved, target=target)


# A whole decision at once


def decisions(criteria_set: CriteriaSet) -> tuple[str, ...]:
    """Those that the set takes levels from, amendments too, in the order in which it names them."""
    found = (level.decision or criteria_set.decision for level in _shipped(criteria_set))
    return tuple(dict.fromkeys(found))


def levels_by(criteria_set: CriteriaSet, decision: str) -> tuple[CheckedLevel, ...]:
    """Every level in the table of a decision, of all profiles and years; not those that amend it."""
    wanted = _number(decision)
    return tuple(
        level
        for level in _shipped(criteria_set)
        if _number(level.decision or criteria_set.decision) == wanted
    )


def _shipped(criteria_set: CriteriaSet) -> tuple[CheckedLevel, ...]:
    amended = (indicator for one in criteria_set.amendments for indicator in one.indicators)
    return tuple(
        level for indicator in (*criteria_set.indicators(), *amended) for level in _levels_of(indicator)
    )


def _levels_of(indicator: Indicator) -> Iterable[CheckedLevel]:
    for target in indicator.targets:
        by = TargetLevel.NATIONAL if target.profile is None else TargetLevel.PROFILE
        resolved = ResolvedTarget(target, by, indicator.part(target.part))
        level = checked_level(indicator.code, resolved, target.year or 0)
        if level is not None:
            yield level


def _number(decision: str) -> str:
    """“318 / qđ-ttg” is 318/QĐ-TTg."""
    return search_key(decision).replace(" ", "")


# As kept in the table


def levels_to_json(levels: Iterable[CheckedLevel]) -> str:
    """Canonical: one order, nothing that says nothing."""
    plain = [{key: item for key, item in asdict(one).items() if item is not None} for one in set(levels)]
    texts = sorted(
        json.dumps(one, ensure_ascii=False, sort_keys=True, separators=(",", ":")) for one in plain
    )
    return f"[{','.join(texts)}]"


def levels_from_json(text: str | None) -> frozenset[CheckedLevel]:
    """Reads ``levels_to_json`` back (our own column, written by nothing else)."""
    return frozenset(_level(plain) for plain in json.loads(text or "[]"))


def _level(plain: Mapping[str, object]) -> CheckedLevel:
    level = CheckedLevel(**plain)  # type: ignore[arg-type]  # ours, as asdict gave it
    if level.schools is None:
        return level
    lowest, highest = level.schools
    return replace(level, schools=(lowest, highest))
