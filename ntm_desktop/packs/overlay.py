"""Reads an overlay: the target values of one province (or one office) for a criteria set, as a small file.

Its checksum may be missing, since an office may write one by hand; if it is there, it must be right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ntm_desktop.domain.criteria import Compare, CriteriaSet, Indicator, Measure, level_fits
from ntm_desktop.domain.goals import YEARS
from ntm_desktop.domain.judging import TargetLevel
from ntm_desktop.domain.targets import Override
from ntm_desktop.errors import NtmError
from ntm_desktop.packs.envelope import TARGETS, open_envelope
from ntm_desktop.packs.schema import OverlayEntry, OverlayTargetEntry

_FIGURES = (Measure.PERCENT, Measure.AMOUNT, Measure.COUNT)


def read_overlay(data: bytes) -> OverlayEntry:
    """Whole, and with what any overlay must say; whether it fits its set: ``overrides_of``."""
    entry, _ = open_envelope(data, TARGETS, OverlayEntry, sealed=False)
    if problems := list(_problems(entry)):
        raise NtmError("Tệp mức của tỉnh có chỗ không dùng được. Sửa tệp rồi nhập lại.", problems)
    return entry


def overrides_of(entry: OverlayEntry, criteria_set: CriteriaSet) -> tuple[Override, ...]:
    """What the overlay sets in its set. Raises NtmError, naming each line that does not fit."""
    if entry.set != criteria_set.id:
        raise NtmError(
            f"Tệp mức này dành cho bộ tiêu chí “{entry.set}”, không phải {criteria_set.short_title}. "
            "Chọn lại tệp."
        )
    profiles = {profile.id for profile in criteria_set.profiles} | {None}
    found, problems, seen = [], [], set()
    for row in entry.targets:
        if row.profile not in profiles:
            problems.append(f"Chỉ tiêu {row.code}: không có nhóm mức “{row.profile}”.")
        key = (row.code, row.part, row.profile, row.year)
        if key in seen:
            problems.append(f"Chỉ tiêu {row.code}: trùng mức.")
        seen.add(key)
        try:
            found.append(_override(entry, row, criteria_set))
        except NtmError as error:
            problems.append(error.message)
    if problems:
        raise NtmError("Tệp mức của tỉnh có dòng không dùng được. Sửa tệp rồi nhập lại.", problems)
    return tuple(found)


def _problems(entry: OverlayEntry) -> Iterator[str]:
    if not entry.decision.strip():
        yield "Chưa ghi số quyết định của tỉnh (mục decision)."
    if not entry.province.strip():
        yield "Chưa ghi tên tỉnh (mục province)."
    for name, day in (("decided", entry.decided), ("valid_from", entry.valid_from)):
        if day is not None and day.year not in YEARS:
            yield f"Mục {name}: năm {day.year} không hợp lý."
    for row in entry.targets:
        if row.year is not None and row.year not in YEARS:
            yield f"Chỉ tiêu {row.code}: năm {row.year} không hợp lý."


def _override(entry: OverlayEntry, row: OverlayTargetEntry, criteria_set: CriteriaSet) -> Override:
    """The line as its indicator is measured. One that only an amendment fits holds from the amendment on."""
    refused: NtmError | None = None
    for since, indicator in _texts(criteria_set, row.code, entry.valid_from):
        try:
            unit, compare = _measured(row, indicator)
        except NtmError as error:
            refused = refused or error
            continue
        return Override(
            level=TargetLevel.PROVINCE,
            set_id=entry.set,
            code=row.code,
            part=row.part,
            value=row.value,
            printed=row.printed,
            compare=compare,
            measure=row.measure,
            unit=unit,
            decision=" ".join(entry.decision.split()),
            decided=entry.decided,
            article=row.article,
            profile=row.profile,
            year=row.year,
            verification=row.verification,
            valid_from=since,
        )
    raise refused or NtmError(f"Không có chỉ tiêu {row.code} trong {criteria_set.short_title}.")


def _texts(
    criteria_set: CriteriaSet, code: str, valid_from: date | None
) -> Sequence[tuple[date | None, Indicator]]:
    """The indicator as it stands on a day (None: before any amendment) and as it is amended after it."""
    days = [valid_from, *sorted(one.effective for one in criteria_set.amendments)]
    found: list[tuple[date | None, Indicator]] = []
    for day in days:
        indicator = (criteria_set if day is None else criteria_set.on(day)).indicator(code)
        later = day is None or valid_from is None or day >= valid_from
        if indicator is not None and later and all(indicator != known for _, known in found):
            found.append((day, indicator))
    return found


def _measured(row: OverlayTargetEntry, indicator: Indicator) -> tuple[str, Compare]:
    """Unit and sense of the line. As the decision measures it; only for “Đạt” a figure may be asked."""
    where = f"Chỉ tiêu {row.code}"
    part = next((known for known in indicator.parts if known.key == row.part), None)
    if part is None:
        raise NtmError(f"{where} không có phần “{row.part}”.")
    if row.measure is part.measure:
        own, compare = part.unit, part.compare
        if row.compare not in (None, compare):
            raise NtmError(f"{where}: mục compare phải là “{compare}” như trong bộ tiêu chí, hoặc bỏ trống.")
    elif part.measure is Measure.ACHIEVED and row.measure in _FIGURES:
        own = "%" if row.measure is Measure.PERCENT else row.unit
        compare = row.compare or Compare.AT_LEAST
        if not own.strip():
            raise NtmError(f"{where}: chưa ghi đơn vị tính (mục unit).")
    else:
        raise NtmError(f"{where}: mục measure phải là “{part.measure}” như trong bộ tiêu chí.")
    if row.value is not None and not level_fits(row.measure, row.value, part.levels):
        raise NtmError(f"{where}: mức {row.value} không hợp với cách đo.")
    if row.unit and _bare(row.unit) != _bare(own):
        said = f"tính bằng “{own}”" if own else "không có đơn vị"
        raise NtmError(f"{where} {said}, không phải “{row.unit}”. Sửa mục unit hoặc bỏ mục này.")
    return own, compare


def _bare(unit: str) -> str:
    return "".join(unit.split()).casefold()
