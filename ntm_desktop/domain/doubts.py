"""Numbers that can hardly be meant: as they stand they lie far beyond the level and the last figure.

Most are written in another unit than the indicator asks for (34.500.000 đồng where it counts triệu đồng).
They are asked about, never refused for good.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from ntm_desktop.domain.criteria import Indicator, Measure, Part
from ntm_desktop.domain.judging import ResolvedTarget
from ntm_desktop.domain.targets import level_text
from ntm_desktop.domain.values import Value, exact, format_figure

FAR = 20
"""So many times the largest number known for a part is beyond what a commune reaches from one entry to the
next; a wrong unit is off by a hundred at least."""


def far_beyond(
    indicator: Indicator,
    value: Value,
    targets: Mapping[str, ResolvedTarget | None],
    last: Value | None,
) -> list[str]:
    """A sentence for each part that is more than ``FAR`` times its level and its last figure; where no level
    applies, the levels that the set has for others stand in. Shares cannot exceed 100 % anyway."""
    doubts = []
    for part in indicator.parts:
        figure = value.get(part.key)
        if figure is None or part.measure not in (Measure.AMOUNT, Measure.COUNT):
            continue
        level = max(_levels(indicator, part, targets.get(part.key)), default=0)
        before = last.get(part.key, 0) if last else 0
        known = max(Fraction(level), exact(before))
        if 0 < known * FAR < exact(figure):
            name = f"{part.name}: " if len(indicator.parts) > 1 and part.name else ""
            by_level = f"mức {level_text(part, level)}"
            held = by_level if known == level else f"số đã ghi {format_figure(part, before)}"
            doubts.append(
                f"{name}{format_figure(part, figure)} gấp hơn {FAR} lần {held}. "
                "Xem lại dấu phẩy và đơn vị tính."
            )
    return doubts


def _levels(indicator: Indicator, part: Part, resolved: ResolvedTarget | None) -> list[int]:
    if resolved is not None and resolved.target.value is not None:
        return [resolved.target.value]
    same = resolved is None or (resolved.part.measure, resolved.part.unit) == (part.measure, part.unit)
    return [t.value for t in indicator.targets if same and t.part == part.key and t.value is not None]
