"""Reads an overlay: the target values of one province (or one office) for a criteria set, as a small file.

Its checksum may be missing, since an office may write one by hand; if it is there, it must be right.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ntm_desktop.domain.criteria import CriteriaSet, Measure
from ntm_desktop.domain.judging import TargetLevel
from ntm_desktop.domain.targets import Override
from ntm_desktop.errors import NtmError
from ntm_desktop.packs.envelope import TARGETS, open_envelope
from ntm_desktop.packs.schema import OverlayEntry


@dataclass(frozen=True, slots=True)
class Overlay:
    set_id: str
    title: str
    province: str
    decision: str
    decided: date | None
    illustrative: bool
    overrides: tuple[Override, ...]
    notes: tuple[str, ...]
    sha256: str


def read_overlay(data: bytes) -> Overlay:
    entry, sha256 = open_envelope(data, TARGETS, OverlayEntry, sealed=False)
    return Overlay(
        set_id=entry.set,
        title=entry.title,
        province=entry.province,
        decision=entry.decision,
        decided=entry.decided,
        illustrative=entry.illustrative,
        overrides=tuple(
            Override(
                level=TargetLevel.PROVINCE,
                set_id=entry.set,
                code=row.code,
                part=row.part,
                value=row.value,
                printed=row.printed,
                compare=row.compare,
                measure=row.measure,
                unit=row.unit,
                decision=entry.decision,
                decided=entry.decided,
                article=row.article,
                profile=row.profile,
                year=row.year,
                verification=row.verification,
                valid_from=entry.valid_from,
            )
            for row in entry.targets
        ),
        notes=entry.notes,
        sha256=sha256,
    )


def check_overlay(overlay: Overlay, criteria_set: CriteriaSet) -> None:
    """Raises NtmError, naming each line, when the overlay does not fit the set."""
    if overlay.set_id != criteria_set.id:
        raise NtmError(
            f"Tệp mức này dành cho bộ tiêu chí “{overlay.set_id}”, không phải {criteria_set.short_title}. "
            "Chọn lại tệp."
        )
    if problems := list(_problems(overlay, criteria_set)):
        raise NtmError("Tệp mức của tỉnh có dòng không dùng được. Sửa tệp rồi nhập lại.", problems)


def _problems(overlay: Overlay, criteria_set: CriteriaSet) -> Iterator[str]:
    profiles = {profile.id for profile in criteria_set.profiles} | {None}
    seen = set()
    for row in overlay.overrides:
        indicator = criteria_set.indicator(row.code)
        if indicator is None:
            yield f"Không có chỉ tiêu {row.code} trong {criteria_set.short_title}."
            continue
        if row.part not in {part.key for part in indicator.parts}:
            yield f"Chỉ tiêu {row.code} không có phần “{row.part}”."
        elif row.measure is Measure.LEVEL and indicator.part(row.part).measure is not Measure.LEVEL:
            yield f"Chỉ tiêu {row.code} không xếp theo mức độ."
        if row.profile not in profiles:
            yield f"Chỉ tiêu {row.code}: không có nhóm mức “{row.profile}”."
        if row.value is not None and not _fits(row.measure, row.value):
            yield f"Chỉ tiêu {row.code}: mức {row.value} không hợp với cách đo."
        key = (row.code, row.part, row.profile, row.year)
        if key in seen:
            yield f"Chỉ tiêu {row.code}: trùng mức."
        seen.add(key)


def _fits(measure: Measure, value: int) -> bool:
    highest = {Measure.PERCENT: 10_000, Measure.ACHIEVED: 1}.get(measure)
    return value >= (1 if measure in (Measure.ACHIEVED, Measure.LEVEL) else 0) and (
        highest is None or value <= highest
    )
