"""Which target applies: commune override → province → threshold profile → national (architecture §3.4)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from ntm_desktop.domain.confirmations import Confirmation, confirmed
from ntm_desktop.domain.criteria import (
    Compare,
    Indicator,
    Measure,
    Part,
    Provenance,
    Target,
    Verification,
)
from ntm_desktop.domain.judging import ResolvedTarget, TargetLevel
from ntm_desktop.text import format_decimal, format_int, format_percent

NO_TARGET_TEXT = "chưa có mức"


@dataclass(frozen=True, slots=True)
class Override:
    """A target set by the commune or its province; mirrors the table ``target_override``."""

    level: TargetLevel  # COMMUNE or PROVINCE
    set_id: str
    code: str
    part: str
    value: int | None  # None: the decision leaves it open
    printed: str
    compare: Compare
    measure: Measure
    unit: str
    decision: str
    decided: date | None
    article: str = ""
    profile: str | None = None
    year: int | None = None
    verification: Verification = Verification.CONFIRMED
    valid_from: date | None = None


def resolve(
    indicator: Indicator,
    *,
    overrides: Sequence[Override] = (),
    confirmations: Sequence[Confirmation] = (),
    profile: str,
    year: int,
    schools: int | None,
    on: date,
) -> Mapping[str, ResolvedTarget | None]:
    """The target of each part on a day; None where the set has no row at all that applies.

    ``overrides`` and ``confirmations`` are those of the indicator's set.
    """
    return {
        part.key: confirmed(
            _override(part, indicator, overrides, profile, year, on)
            or _from_set(part, indicator.targets, profile, year, schools),
            indicator.code,
            confirmations,
            year,
        )
        for part in indicator.parts
    }


def _override(
    part: Part,
    indicator: Indicator,
    overrides: Sequence[Override],
    profile: str,
    year: int,
    on: date,
) -> ResolvedTarget | None:
    applying = [
        o
        for o in overrides
        if (o.code, o.part) == (indicator.code, part.key)
        and o.profile in (None, profile)
        and o.year in (None, year)
        and (o.valid_from is None or o.valid_from <= on)
        and not _overtaken(o, part, indicator.amended_by)
    ]
    if not applying:
        return None
    chosen = max(
        applying,
        key=lambda o: (
            o.level is TargetLevel.COMMUNE,
            o.profile is not None,
            o.year is not None,
            o.valid_from or date.min,
        ),
    )
    measured = part
    if (chosen.measure, chosen.compare, chosen.unit) != (part.measure, part.compare, part.unit):
        measured = replace(
            part, measure=chosen.measure, compare=chosen.compare, unit=chosen.unit, hidden=False
        )
    target = Target(
        part=part.key,
        value=chosen.value,
        printed=chosen.printed or _printed(measured, chosen.value),
        verification=chosen.verification,
        provenance=Provenance(chosen.decision, chosen.decided, chosen.article),
        profile=chosen.profile,
        year=chosen.year,
    )
    return ResolvedTarget(target, chosen.level, measured)


def _overtaken(override: Override, part: Part, amendment: Provenance | None) -> bool:
    """Whether it was decided on the text before an amendment that measures the part in another way."""
    if amendment is None or amendment.issued is None or override.measure is part.measure:
        return False
    return max(override.decided or date.min, override.valid_from or date.min) < amendment.issued


def _printed(part: Part, value: int | None) -> str:
    return "" if value is None else level_text(part, value)


def _from_set(
    part: Part, targets: Sequence[Target], profile: str, year: int, schools: int | None
) -> ResolvedTarget | None:
    own = [t for t in targets if t.part == part.key]
    for level, name in ((TargetLevel.PROFILE, profile), (TargetLevel.NATIONAL, None)):
        rows = [t for t in own if t.profile == name]
        if rows:  # a profile whose level is unknown is unknown; the national one does not stand in
            chosen = _of_year([t for t in rows if _fits_schools(t, schools)], year)
            return ResolvedTarget(chosen, level, part) if chosen else None
    return None


def _fits_schools(target: Target, schools: int | None) -> bool:
    if target.schools is None:
        return True
    lowest, highest = target.schools
    return schools is not None and lowest <= schools and (highest is None or schools <= highest)


def _of_year(targets: Sequence[Target], year: int) -> Target | None:
    """The row of the goal's year. A later year than any takes the newest level before, as unverified."""
    earlier = [t for t in targets if t.year is None or t.year <= year]
    if not earlier:
        return None
    chosen = max(earlier, key=lambda t: t.year or 0)
    if chosen.year is None or chosen.year == year:
        return chosen
    return replace(
        chosen,
        verification=Verification.UNVERIFIED,
        provenance=replace(
            chosen.provenance, source=f"mức của năm {chosen.year}, chưa có mức đã đối chiếu cho năm {year}"
        ),
    )


def measured(indicator: Indicator, resolved: Mapping[str, ResolvedTarget | None]) -> Indicator:
    """The indicator as it is measured under these targets: a province may ask a percentage for “Đạt”."""
    parts = tuple(
        target.part if (target := resolved.get(part.key)) is not None else part for part in indicator.parts
    )
    return replace(indicator, parts=parts)


# Showing


def target_text(
    indicator: Indicator,
    resolved: Mapping[str, ResolvedTarget | None],
    *,
    named: bool = False,
    bare: bool = False,
) -> str:
    """“≥ 70%”, “Đạt (≥ 80%)”, “chưa có mức”; ``named`` adds the names of parts and the units, ``bare``
    leaves “Đạt” out where a figure is behind it."""
    texts = []
    for part in indicator.parts:
        one = resolved.get(part.key)
        text = part_target_text(one, named=named, bare=bare)
        several_named = named and len(indicator.parts) > 1 and part.name
        texts.append(f"{part.name} {text}" if several_named else text)
    # Two equal levels (both sexes) need no repeating in a table.
    return "; ".join(dict.fromkeys(texts))


def part_target_text(resolved: ResolvedTarget | None, *, named: bool = False, bare: bool = False) -> str:
    if resolved is None or resolved.target.value is None:
        return NO_TARGET_TEXT
    part = resolved.part
    if bare and part.hidden:
        return level_text(part, resolved.target.value)
    return judged_level_text(part, resolved.target.value, named=named)


def judged_level_text(part: Part, value: int, *, named: bool = False) -> str:
    """The level as it is judged: where the decision's column says “Đạt” and has a figure behind it,
    “Đạt (≥ 80%)”."""
    return f"Đạt ({level_text(part, value)})" if part.hidden else level_text(part, value, named=named)


def level_text(part: Part, value: int, *, named: bool = True) -> str:
    """A required level in words and signs: “≥ 70%”, “100%”, “Không”, “≥ 36 triệu đồng/người/năm”."""
    sign = "≤" if part.compare is Compare.AT_MOST else "≥"
    unit = f" {part.unit}" if named and part.unit else ""
    match part.measure:
        case Measure.ACHIEVED:
            return "Đạt"
        case Measure.LEVEL:
            return part.levels[value - 1]
        case Measure.PERCENT:
            whole = value == 10_000 and part.compare is Compare.AT_LEAST
            return format_percent(value) if whole else f"{sign} {format_percent(value)}"
        case Measure.COUNT:
            if value == 0 and part.compare is Compare.AT_MOST:
                return "Không"
            return f"{sign} {format_int(value)}{unit}"
        case Measure.AMOUNT:
            return f"{sign} {format_decimal(value)}{unit}"


def levels_of(resolved: Mapping[str, ResolvedTarget | None]) -> Mapping[str, int]:
    """The numbers alone, of the parts that have one."""
    return {
        key: one.target.value
        for key, one in resolved.items()
        if one is not None and one.target.value is not None
    }


def source_text(resolved: ResolvedTarget | None, profile_name: str = "") -> str:
    """Where a target comes from, for the line beside it: “QĐ 1980/QĐ-TTg, Trung du miền núi phía Bắc”."""
    if resolved is None:
        return ""
    provenance = resolved.target.provenance
    names = [f"QĐ {provenance.decision}" if provenance.decision else "", provenance.article]
    if resolved.level is TargetLevel.PROFILE:
        names.append(profile_name)
    elif resolved.level is TargetLevel.NATIONAL:
        names.append("mức chung")
    else:
        names.append("mức của tỉnh" if resolved.level is TargetLevel.PROVINCE else "mức của xã")
    return ", ".join(name for name in names if name)


# The targets of the moment of recording, as kept in a fact


def targets_to_json(resolved: Mapping[str, ResolvedTarget | None]) -> str:
    plain = {
        key: None
        if one is None
        else {
            "value": one.target.value,
            "compare": one.part.compare.value,
            "measure": one.part.measure.value,
            "unit": one.part.unit,
            "text": part_target_text(one, named=True),
            "verification": one.target.verification.value,
            "decision": one.target.provenance.decision,
            "level": one.level.value,
        }
        for key, one in resolved.items()
    }
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class RecordedTarget:
    """One part's target as it was when a fact was recorded."""

    value: int | None
    compare: str
    measure: str
    unit: str
    text: str
    verification: str
    decision: str
    level: str


@lru_cache(maxsize=256)
def recorded_targets(text: str) -> Mapping[str, RecordedTarget | None]:
    """Reads ``targets_to_json`` back (our own column, written by nothing else).

    Targets change seldom, so a story of many facts says the same few texts.
    """
    return MappingProxyType(
        {key: None if plain is None else RecordedTarget(**plain) for key, plain in json.loads(text).items()}
    )


def recorded_levels(text: str) -> Mapping[str, int]:
    """``levels_of`` the moment of recording."""
    return {
        key: one.value
        for key, one in recorded_targets(text).items()
        if one is not None and one.value is not None
    }


def same_measures(indicator: Indicator, recorded: Mapping[str, RecordedTarget | None]) -> bool:
    """Whether a value recorded under these targets is still measured the same way. The unit counts where
    there can be several: a share is in basis points, whatever stands behind it."""
    return all(
        old is None
        or (
            old.measure == part.measure
            and (part.measure not in (Measure.AMOUNT, Measure.COUNT) or old.unit == part.unit)
        )
        for part in indicator.parts
        for old in (recorded.get(part.key),)
    )
