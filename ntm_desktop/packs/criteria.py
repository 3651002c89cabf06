"""Reads criteria sets (bộ tiêu chí): the built-in ones of ``resources/criteria``, files from outside, and
those stored from such files, maybe by an older version of the program.
"""

from __future__ import annotations

from functools import lru_cache

from msgspec.structs import replace

from ntm_desktop.domain.criteria import (
    Amendment,
    CriteriaSet,
    Criterion,
    Indicator,
    Part,
    Profile,
    Provenance,
    Target,
)
from ntm_desktop.domain.targets import level_text
from ntm_desktop.errors import NtmError
from ntm_desktop.packs.criteria_mending import mended
from ntm_desktop.packs.criteria_problems import NATIONAL, problems_of
from ntm_desktop.packs.envelope import CRITERIA_SET, open_envelope
from ntm_desktop.packs.schema import AmendmentEntry, IndicatorEntry, PartEntry, SetEntry, TargetEntry
from ntm_desktop.paths import resource

_DAMAGED = (
    "Bộ tiêu chí đã nhận từ tệp nay không đọc được: nội dung lưu trong máy bị hỏng. Nhận lại tệp bộ tiêu chí "
    "ở Thiết lập, mục Mục tiêu, hoặc phục hồi từ bản sao lưu gần nhất."
)
_SOME_ID = "bo"


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
    if problems := list(problems_of(entry)):
        raise NtmError(f"Bộ tiêu chí “{entry.id}” có lỗi về nội dung. Xin lại tệp.", problems)
    return _built(entry, sha256)


def read_stored(data: bytes) -> CriteriaSet:
    """A set that this or an older version took in: what it lacks of today's demands is mended and told.

    Raises NtmError only for what no version took in: it was damaged since.
    """
    try:
        entry, sha256 = open_envelope(data, CRITERIA_SET, SetEntry, sealed=True, stored=True)
        defects = tuple(dict.fromkeys(problems_of(entry)))
        if defects:
            entry = mended(entry)
            if problems := list(problems_of(replace(entry, id=_SOME_ID))):  # facts name it by its own
                raise NtmError(_DAMAGED, problems)
    except NtmError as error:
        raise NtmError(_DAMAGED, error.problems) from error
    return _built(entry, sha256, defects)


def _built(entry: SetEntry, sha256: str, defects: tuple[str, ...] = ()) -> CriteriaSet:
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
        defects=defects,
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
