"""Reads criteria sets (bộ tiêu chí): the built-in ones of ``resources/criteria`` and files from outside."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ntm_desktop.domain.criteria import (
    Amendment,
    Compare,
    CriteriaSet,
    Criterion,
    Indicator,
    Measure,
    Part,
    Profile,
    Provenance,
    Target,
)
from ntm_desktop.domain.targets import level_text
from ntm_desktop.errors import NtmError
from ntm_desktop.packs.envelope import CRITERIA_SET, open_envelope
from ntm_desktop.packs.schema import AmendmentEntry, IndicatorEntry, PartEntry, SetEntry, TargetEntry
from ntm_desktop.paths import resource
from ntm_desktop.text import natural_key

NATIONAL = "*"
_SINGLE_MEASURE = {
    "percent": Measure.PERCENT,
    "amount": Measure.AMOUNT,
    "count": Measure.COUNT,
    "achieved": Measure.ACHIEVED,
    "level": Measure.LEVEL,
    "none_allowed": Measure.COUNT,
}


def builtin_ids() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in resource("criteria").glob("*.json")))


@lru_cache(maxsize=16)
def load_builtin(set_id: str) -> CriteriaSet:
    if set_id not in builtin_ids():
        raise NtmError(
            f"Chương trình không có sẵn bộ tiêu chí “{set_id}”. Các bộ có sẵn: {', '.join(builtin_ids())}."
        )
    criteria_set = read_pack(resource("criteria", f"{set_id}.json").read_bytes())
    if criteria_set.id != set_id:
        raise NtmError(f"Tệp bộ tiêu chí “{set_id}” chứa bộ “{criteria_set.id}”. Cài lại chương trình.")
    return criteria_set


def read_pack(data: bytes) -> CriteriaSet:
    """A whole and consistent set, or NtmError naming every defect."""
    entry, sha256 = open_envelope(data, CRITERIA_SET, SetEntry, sealed=True)
    if problems := list(_problems(entry)):
        raise NtmError(f"Bộ tiêu chí “{entry.id}” có lỗi về nội dung. Xin lại tệp.", problems)
    own = Provenance(entry.decision, entry.issued)
    return CriteriaSet(
        id=entry.id,
        version=entry.version,
        title=entry.title,
        short_title=entry.short_title,
        decision=entry.decision,
        issued=entry.issued,
        effective=entry.effective,
        period=entry.period,
        state=entry.state,
        tier=entry.tier,
        default_regime=entry.default_regime,
        expected=entry.expected,
        profiles=tuple(Profile(p.id, p.name, p.definition) for p in entry.profiles),
        groups=tuple((g.id, g.name) for g in entry.groups),
        criteria=tuple(
            Criterion(
                c.code, c.name, c.short_name, c.group, tuple(_indicator(i, c.code, own) for i in c.indicators)
            )
            for c in entry.criteria
        ),
        amendments=tuple(_amendment(a) for a in entry.amendments),
        carried_from=entry.carried_from,
        revocation_key_criteria=entry.revocation_key_criteria,
        na_counts_as_met=entry.na_counts_as_met,
        notes=entry.notes,
        sha256=sha256,
    )


def _amendment(entry: AmendmentEntry) -> Amendment:
    provenance = Provenance(entry.decision, entry.issued, source=entry.source)
    indicators = tuple(
        _indicator(i, i.code.split(".")[0], provenance, amended_by=provenance) for i in entry.indicators
    )
    return Amendment(provenance, entry.effective, indicators)


def _indicator(
    entry: IndicatorEntry, criterion: str, decision: Provenance, amended_by: Provenance | None = None
) -> Indicator:
    parts = {p.key: _part(p) for p in entry.parts}
    return Indicator(
        code=entry.code,
        official_code=entry.official_code or entry.code,
        criterion=criterion,
        text=entry.text,
        parts=tuple(parts.values()),
        targets=tuple(
            _target(row, None if profile == NATIONAL else profile, parts[row.part], entry, decision)
            for row in entry.targets
            for profile in row.profiles
        ),
        set_by_province=entry.set_by_province,
        needs_schools=entry.needs_schools,
        infrastructure=entry.infrastructure,
        note=entry.note,
        amended_by=amended_by,
        kind=entry.kind,
    )


def _part(entry: PartEntry) -> Part:
    return Part(
        entry.key,
        entry.name,
        entry.measure,
        entry.unit,
        entry.compare,
        entry.levels,
        entry.hidden,
        entry.counted,
        entry.numerator,
    )


def _target(
    row: TargetEntry, profile: str | None, part: Part, indicator: IndicatorEntry, decision: Provenance
) -> Target:
    printed = row.printed
    if not printed and row.value is not None:
        printed = "Đạt" if part.hidden else level_text(part, row.value)
    return Target(
        part=part.key,
        value=row.value,
        printed=printed,
        verification=row.verification,
        provenance=Provenance(
            row.decision or decision.decision,
            row.issued or decision.issued,
            row.article,
            indicator.source,
            row.confidence or indicator.confidence,
        ),
        profile=profile,
        year=row.year,
        schools=row.schools,
    )


# What the schema cannot say


def _problems(entry: SetEntry) -> Iterator[str]:
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
        if len(criterion.short_name) > 17:
            yield f"Tiêu chí {criterion.code}: tên ngắn dài quá 17 chữ."
        for indicator in criterion.indicators:
            if indicator.code.split(".")[0] != criterion.code:
                yield f"Chỉ tiêu {indicator.code} nằm trong tiêu chí {criterion.code}."
            yield from _indicator_problems(indicator, profiles)
    for amendment in entry.amendments:
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


def _indicator_problems(entry: IndicatorEntry, profiles: set[str]) -> Iterator[str]:
    where = f"Chỉ tiêu {entry.code}"
    parts = {p.key: p for p in entry.parts}
    if not _kind_fits(entry):
        yield f"{where}: các phần không đúng với loại “{entry.kind}”."
    if len(parts) != len(entry.parts) or not parts:
        yield f"{where}: không có phần nào hoặc trùng mã phần."
    seen = set()
    for row in entry.targets:
        part = parts.get(row.part)
        if part is None:
            yield f"{where}: mức cho phần “{row.part}” không có."
        elif row.value is not None and not _value_fits(part, row.value):
            yield f"{where}: mức {row.value} không hợp với cách đo."
        for profile in row.profiles:
            if profile not in profiles:
                yield f"{where}: không có nhóm mức “{profile}”."
            key = (row.part, profile, row.year, row.schools)
            if key in seen:
                yield f"{where}: trùng mức cho nhóm “{profile}”."
            seen.add(key)
        if row.schools is not None and not entry.needs_schools:
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


def _value_fits(part: PartEntry, value: int) -> bool:
    match part.measure:
        case Measure.ACHIEVED:
            return value == 1
        case Measure.LEVEL:
            return 1 <= value <= len(part.levels)
        case Measure.PERCENT:
            return 0 <= value <= 10_000
    return value >= 0
