"""Makes a stored criteria set fit for use that was taken in when less was asked of sets than today.

What is asked now stands in ``criteria_problems``. Here each of these demands that came later has its answer:
names stand in for missing ones, and a level that nobody can be judged by counts as not known. What every
version has asked for is not mended.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ntm_desktop.domain.criteria import Measure
from ntm_desktop.domain.goals import TIERS, TWO_LEVELS, YEARS
from ntm_desktop.packs.criteria_problems import NATIONAL, SHORT_NAME
from ntm_desktop.packs.envelope import HIGHEST
from ntm_desktop.packs.forms import regime_ids
from ntm_desktop.packs.schema import IndicatorEntry, NamedEntry, PartEntry, SetEntry, TargetEntry

_UNNAMED = "khong-ten"
_UNUSABLE = "mức ghi trong bộ tiêu chí không dùng được"
"""In place of the article: stands beside “chưa có mức”."""


def mended(entry: SetEntry) -> SetEntry:
    title = _first(entry.title, entry.short_title, entry.id)
    first, last = sorted(map(_year, entry.period))
    return replace(
        entry,
        version=_first(entry.version, "1"),
        title=title,
        short_title=_first(entry.short_title, title),
        decision=_first(entry.decision, "chưa rõ số"),
        period=(first, last),
        tier=entry.tier if entry.tier in TIERS else next(iter(TIERS)),
        default_regime=entry.default_regime if entry.default_regime in regime_ids() else TWO_LEVELS,
        groups=tuple(_named(one) for one in entry.groups if one.id.strip()),
        profiles=tuple(_named(one) for one in entry.profiles),
        criteria=tuple(
            replace(
                one,
                name=_first(one.name, one.short_name, f"Tiêu chí {one.code}"),
                short_name=_first(one.short_name, one.name, f"Tiêu chí {one.code}")[:SHORT_NAME],
                group=one.group if one.group.strip() else "",
                indicators=tuple(map(_indicator, one.indicators)),
            )
            for one in entry.criteria
        ),
        amendments=tuple(
            replace(
                one,
                decision=_first(one.decision, "chưa rõ số"),
                indicators=tuple(map(_indicator, one.indicators)),
            )
            for one in entry.amendments
        ),
    )


def _first(*names: str) -> str:
    return next(name for name in names if name.strip())


def _year(year: int) -> int:
    return min(max(year, YEARS[0]), YEARS[-1])


def _named(entry: NamedEntry) -> NamedEntry:
    known = _first(entry.id, _UNNAMED)
    return replace(entry, id=known, name=_first(entry.name, known))


def _indicator(entry: IndicatorEntry) -> IndicatorEntry:
    return replace(
        entry,
        text=_first(entry.text, f"Chỉ tiêu {entry.code}"),
        parts=tuple(map(_part, entry.parts)),
        targets=tuple(_targets(entry.parts, entry.targets)),
    )


def _part(entry: PartEntry) -> PartEntry:
    if entry.measure is not Measure.LEVEL:
        return entry
    names = enumerate(entry.levels or ("",), start=1)
    return replace(entry, levels=tuple(_first(name, f"Mức {rank}") for rank, name in names))


def _targets(parts: Sequence[PartEntry], rows: Sequence[TargetEntry]) -> Iterator[TargetEntry]:
    """A row that can hold for no commune goes, and the last of a part is a level that is not known."""
    seen = set()
    left = {part.key for part in parts}
    for row in map(_target, rows):
        profiles = tuple(
            name
            for name in dict.fromkeys(_first(name, _UNNAMED) for name in row.profiles)
            if (row.part, name, row.year, row.schools) not in seen
        )
        if not profiles or (row.schools and row.schools[1] is not None and row.schools[1] < row.schools[0]):
            continue
        seen |= {(row.part, name, row.year, row.schools) for name in profiles}
        left.discard(row.part)
        yield replace(row, profiles=profiles)
    for row in map(_target, rows):
        if row.part in left:
            left.discard(row.part)
            yield replace(_unknown(row), schools=None, profiles=(NATIONAL,))


def _target(row: TargetEntry) -> TargetEntry:
    """Its numbers as far as they can be."""
    if row.value is not None and row.value > HIGHEST:
        row = _unknown(row)
    return replace(
        row,
        year=None if row.year is None else _year(row.year),
        schools=row.schools and (max(row.schools[0], 0), row.schools[1]),
    )


def _unknown(row: TargetEntry) -> TargetEntry:
    return replace(row, value=None, printed="", article=_UNUSABLE)
