"""What the schema of a criteria set cannot say: that its parts fit one another and name what there is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ntm_desktop.domain.criteria import Compare, Measure, level_fits
from ntm_desktop.domain.goals import TIERS, YEARS
from ntm_desktop.packs.envelope import HIGHEST
from ntm_desktop.packs.forms import regime_ids
from ntm_desktop.packs.schema import IndicatorEntry, SetEntry
from ntm_desktop.text import natural_key

NATIONAL = "*"
"""The profile of a level that holds for all that have none of their own."""

SHORT_NAME = 17
"""Letters that a tile has room for."""

_ID = re.compile("[a-z0-9][a-z0-9-]{0,59}")
_SINGLE_MEASURE = {
    "percent": Measure.PERCENT,
    "amount": Measure.AMOUNT,
    "count": Measure.COUNT,
    "achieved": Measure.ACHIEVED,
    "level": Measure.LEVEL,
    "none_allowed": Measure.COUNT,
}


def problems_of(entry: SetEntry) -> Iterator[str]:
    """Those of criteria and indicators first, by which people are judged; of the set as a whole last."""
    profiles = {p.id for p in entry.profiles} | {NATIONAL}
    groups = {g.id for g in entry.groups} | {""}
    codes = [i.code for c in entry.criteria for i in c.indicators]
    for kind, names in (
        ("tiêu chí", [c.code for c in entry.criteria]),
        ("chỉ tiêu", codes),
        ("nhóm mức", [p.id for p in entry.profiles]),
    ):
        yield from (f"Trùng {kind} {name}." for name in sorted({n for n in names if names.count(n) > 1}))
        if kind != "nhóm mức" and names != sorted(names, key=natural_key):
            yield f"Mã {kind} không theo thứ tự."
    if len(entry.criteria) != entry.expected[0]:
        yield f"Có {len(entry.criteria)} tiêu chí, văn bản có {entry.expected[0]}."
    if len(codes) != (0 if entry.state == "skeleton" else entry.expected[1]):
        yield f"Có {len(codes)} chỉ tiêu, văn bản có {entry.expected[1]}."
    for criterion in entry.criteria:
        if criterion.group not in groups:
            yield f"Tiêu chí {criterion.code}: không có nhóm “{criterion.group}”."
        texts = {"mã": criterion.code, "tên": criterion.name, "tên ngắn": criterion.short_name}
        yield from _empty(f"Tiêu chí {criterion.code}", texts)
        if len(criterion.short_name) > SHORT_NAME:
            yield f"Tiêu chí {criterion.code}: tên ngắn dài quá {SHORT_NAME} chữ."
        for indicator in criterion.indicators:
            if indicator.code.split(".")[0] != criterion.code:
                yield f"Chỉ tiêu {indicator.code} nằm trong tiêu chí {criterion.code}."
            yield from _indicator_problems(indicator, profiles)
    for amendment in entry.amendments:
        yield from _empty("Phần sửa đổi", {"số quyết định": amendment.decision})
        for indicator in amendment.indicators:
            if indicator.code not in codes:
                yield f"{amendment.decision} sửa chỉ tiêu {indicator.code} không có trong bộ."
            yield from _indicator_problems(indicator, profiles)
    for _, _, ours in entry.carried_from:
        if ours not in codes:
            yield f"Phần chuyển số liệu nói tới chỉ tiêu {ours} không có trong bộ."
    for code in entry.revocation_key_criteria:
        if code not in {c.code for c in entry.criteria}:
            yield f"Phần thu hồi nói tới tiêu chí {code} không có trong bộ."
    yield from _head_problems(entry)


def _head_problems(entry: SetEntry) -> Iterator[str]:
    """What is wrong with the set as a whole and with the names it uses."""
    if not _ID.fullmatch(entry.id):
        yield f"Mã của bộ “{entry.id}” không đúng. Mã gồm chữ thường không dấu, chữ số và dấu nối."
    texts = {
        "phiên bản": entry.version,
        "tên": entry.title,
        "tên ngắn": entry.short_title,
        "số quyết định": entry.decision,
    }
    yield from _empty("Bộ tiêu chí", texts)
    for kind, named in (("Nhóm tiêu chí", entry.groups), ("Nhóm mức", entry.profiles)):
        for one in named:
            yield from _empty(f"{kind} {one.id}", {"mã": one.id, "tên": one.name})
    first, last = entry.period
    if first not in YEARS or last not in YEARS or first > last:
        yield f"Thời kỳ {first}–{last} không hợp lý."
    if entry.tier not in TIERS:
        yield f"Không có danh hiệu “{entry.tier}”. Các danh hiệu: {', '.join(TIERS)}."
    if entry.default_regime not in regime_ids():
        yield f"Không có trình tự công nhận “{entry.default_regime}”. Cập nhật chương trình nếu bộ mới hơn."


def _empty(where: str, texts: Mapping[str, str]) -> Iterator[str]:
    """``texts`` by what they are called."""
    yield from (f"{where}: {name} bị trống." for name, text in texts.items() if not text.strip())


def _indicator_problems(entry: IndicatorEntry, profiles: set[str]) -> Iterator[str]:
    where = f"Chỉ tiêu {entry.code}"
    parts = {p.key: p for p in entry.parts}
    if not entry.text.strip():
        yield f"{where}: nội dung bị trống."
    for one in entry.parts:
        if one.measure is Measure.LEVEL and not (one.levels and all(name.strip() for name in one.levels)):
            yield f"{where}: thiếu tên các mức độ."
    if not _kind_fits(entry):
        yield f"{where}: các phần không đúng với loại “{entry.kind}”."
    if len(parts) != len(entry.parts) or not parts:
        yield f"{where}: không có phần nào hoặc trùng mã phần."
    seen = set()
    for row in entry.targets:
        part = parts.get(row.part)
        if part is None:
            yield f"{where}: mức cho phần “{row.part}” không có."
        elif row.value is not None and not level_fits(part.measure, row.value, part.levels):
            yield f"{where}: mức {row.value} không hợp với cách đo."
        elif row.value is not None and row.value > HIGHEST:
            yield f"{where}: mức quá lớn, không thể là mức thật."
        if not row.profiles:
            yield f"{where}: có mức không áp dụng cho nhóm nào."
        if row.year is not None and row.year not in YEARS:
            yield f"{where}: mức của năm {row.year} không hợp lý."
        for profile in row.profiles:
            if profile not in profiles:
                yield f"{where}: không có nhóm mức “{profile}”."
            key = (row.part, profile, row.year, row.schools)
            if key in seen:
                yield f"{where}: trùng mức cho nhóm “{profile}”."
            seen.add(key)
        if row.schools is not None:
            lowest, highest = row.schools
            if lowest < 0 or (highest is not None and highest < lowest):
                yield f"{where}: số trường từ {lowest} đến {highest} không hợp lý."
            if not entry.needs_schools:
                yield f"{where}: mức theo số trường nhưng chỉ tiêu không hỏi số trường."
    for bare in sorted(parts.keys() - {row.part for row in entry.targets}):
        yield f"{where}: phần “{bare}” không có dòng mức nào."


def _kind_fits(entry: IndicatorEntry) -> bool:
    keys = [p.key for p in entry.parts]
    single = keys == ["v"]
    first = entry.parts[0] if entry.parts else None
    if first is None:
        return False
    match entry.kind:
        case "compound":
            return len(keys) > 1 and all(p.name for p in entry.parts)
        case "both_sexes":
            return keys == ["nam", "nu"]
        case "hidden_measure":
            return single and first.hidden
        case "by_year":
            return single and all(row.year is not None for row in entry.targets)
        case "set_by_province":
            return single and entry.set_by_province and all(row.value is None for row in entry.targets)
        case "none_allowed":
            return (
                single
                and (first.measure, first.compare) == (Measure.COUNT, Compare.AT_MOST)
                and all(row.value in (0, None) for row in entry.targets)
            )
    return single and first.measure is _SINGLE_MEASURE[entry.kind]
