"""A criteria set (bộ tiêu chí) as the rules see it: frozen data, no files, no clock.

``packs.criteria`` builds these from JSON. Numbers follow architecture §3.1: percent in basis points
(95,5 % = 9550), counts as they are, money in đồng, every other quantity in thousandths of its unit
(34,8 triệu đồng = 34800); đạt / chưa đạt is 1 / 0; a level is its rank from 1.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from ntm_desktop.text import count_words, counted

_TOLD = 3  # defects of a set; more nobody reads

HOUSEHOLDS = "hộ"
"""What most shares of a commune count, as the packs write it."""


class Measure(StrEnum):
    """What the number of one part means."""

    PERCENT = "percent"  # basis points
    AMOUNT = "amount"  # thousandths of the unit
    COUNT = "count"  # whole things
    ACHIEVED = "achieved"  # 1 đạt, 0 chưa đạt
    LEVEL = "level"  # rank in Part.levels, from 1


class Compare(StrEnum):
    AT_LEAST = ">="
    AT_MOST = "<="


class Verification(StrEnum):
    CONFIRMED = "confirmed"
    UNVERIFIED = "unverified"


class SetState(StrEnum):
    COMPLETE = "complete"
    PARTIAL = "partial"  # some targets unknown
    SKELETON = "skeleton"  # criteria named, indicators not yet known


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a figure comes from. ``source`` is how it was read, for the reader, never judged on."""

    decision: str = ""
    issued: date | None = None
    article: str = ""
    source: str = ""
    confidence: str = ""  # high, medium or low, as the reader of the source judged it


@dataclass(frozen=True, slots=True)
class Target:
    """One required level (mức đạt chuẩn) of one part. ``value`` None: the set does not know it yet.

    ``profile`` None: holds for every threshold profile that has no row of its own. ``year`` None: every
    year; else the goal's target year (income). ``schools`` restricts it to communes with that many schools
    as (lowest, highest or None), both inclusive. ``printed`` is the text of the official table.
    """

    part: str
    value: int | None
    printed: str
    verification: Verification
    provenance: Provenance
    profile: str | None = None
    year: int | None = None
    schools: tuple[int, int | None] | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One number of an indicator. A single part has the key ``v``; compound ones are named by the set."""

    key: str
    name: str
    measure: Measure
    unit: str
    compare: Compare
    levels: tuple[str, ...] = ()
    hidden: bool = (
        False  # the official column says only "Đạt"; the number stands in the wording (3.1: ≥ 80 %)
    )
    counted: str = ""  # what a percentage counts: HOUSEHOLDS, thôn, người, km …
    numerator: str = ""  # which of them, where a share is to be low: “hộ nghèo”; else those that reach it

    @property
    def of_them(self) -> str:
        """What stands before the stroke of a fraction."""
        return f"số {self.numerator or 'đạt'}"

    @property
    def fraction_scale(self) -> int:
        """Roads and fields are measured, not counted: their fractions are kept in thousandths."""
        return 1000 if self.counted in ("km", "ha") else 1


@dataclass(frozen=True, slots=True)
class Indicator:
    """Chỉ tiêu. ``code`` is stable within the set; ``official_code`` is what the decision prints."""

    code: str
    official_code: str
    criterion: str
    text: str
    parts: tuple[Part, ...]
    targets: tuple[Target, ...]
    set_by_province: bool = False
    needs_schools: bool = False
    infrastructure: bool = False
    note: str = ""
    amended_by: Provenance | None = None
    kind: str = ""  # the kind named in the pack; a value of another kind is not carried over

    def part(self, key: str) -> Part:
        return next(part for part in self.parts if part.key == key)


@dataclass(frozen=True, slots=True)
class Criterion:
    code: str  # "1" … "19"
    name: str
    short_name: str  # at most 17 letters, for tiles
    group: str
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """Threshold profile: a region of the table, or a commune group from 2026. Not the geography."""

    id: str
    name: str
    definition: str = ""


@dataclass(frozen=True, slots=True)
class Amendment:
    """From ``effective`` on, these indicators replace those of the same code (another kind is allowed)."""

    provenance: Provenance
    effective: date
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class LevelGaps:
    """How many indicators of a set lack a level, or have one that nobody checked, for whichever profile."""

    missing: int
    by_province: int  # of the missing ones, left to the province
    unverified: int  # known but not held against the decision


@dataclass(frozen=True, slots=True)
class CriteriaSet:
    id: str
    version: str
    title: str
    short_title: str
    decision: str
    issued: date
    effective: date
    period: tuple[int, int]
    state: SetState
    tier: str
    default_regime: str
    expected: tuple[int, int]  # criteria, indicators as the decision counts them
    profiles: tuple[Profile, ...]
    groups: tuple[tuple[str, str], ...]  # id, name
    criteria: tuple[Criterion, ...]
    amendments: tuple[Amendment, ...] = ()
    carried_from: tuple[tuple[str, str, str], ...] = ()  # (other set id, its code, our code): same meaning
    revocation_key_criteria: tuple[str, ...] = ()
    na_counts_as_met: bool = True
    notes: tuple[str, ...] = ()
    sha256: str = ""
    defects: tuple[str, ...] = ()  # what was mended in it when it was read

    def on(self, day: date) -> CriteriaSet:
        """The set as amended on ``day``."""
        amended: dict[str, Indicator] = {}
        for amendment in self.amendments:
            if amendment.effective <= day:
                amended.update({i.code: i for i in amendment.indicators})
        if not amended:
            return self
        return replace(
            self,
            criteria=tuple(
                replace(c, indicators=tuple(amended.get(i.code, i) for i in c.indicators))
                for c in self.criteria
            ),
        )

    @property
    def full_title(self) -> str:
        """The one name on papers: years as the decisions print them, “giai đoạn 2016 - 2020”."""
        return spaced_years(re.sub(r" \(Phụ lục [^)]*\)$", "", self.title))

    @property
    def doubt(self) -> str:
        """What to tell of a set that had to be mended; "" of a sound one."""
        if not self.defects:
            return ""
        told = " ".join(self.defects[:_TOLD])
        more = len(self.defects) - _TOLD
        rest = f" Còn {count_words(more, 'chỗ')} khác." if more > 0 else ""
        return (
            f"{self.short_title} nhận từ tệp có chỗ sai, phần đúng vẫn dùng được. {told}{rest} "
            "Xin tệp đúng rồi nhận lại ở Thiết lập, mục Mục tiêu."
        )

    def level_gaps(self) -> LevelGaps:
        lacking = [one for one in self.indicators() if any(t.value is None for t in one.targets)]
        return LevelGaps(
            missing=len(lacking),
            by_province=sum(one.set_by_province for one in lacking),
            unverified=sum(
                any(t.value is not None and t.verification is Verification.UNVERIFIED for t in one.targets)
                for one in self.indicators()
            ),
        )

    def indicators(self) -> tuple[Indicator, ...]:
        return tuple(i for c in self.criteria for i in c.indicators)

    def indicator(self, code: str) -> Indicator | None:
        return next((i for i in self.indicators() if i.code == code), None)

    def same_criteria(self, earlier: CriteriaSet) -> Mapping[str, str]:
        """Criteria that ask for the same in both sets, ours → theirs: the indicators of the one are those of
        the other, one by one and without change of meaning. Of the same set each is its own."""
        if earlier.id == self.id:
            return {criterion.code: criterion.code for criterion in self.criteria}
        ours = {new: old for set_id, old, new in self.carried_from if set_id == earlier.id}
        theirs = {frozenset(i.code for i in c.indicators): c.code for c in earlier.criteria if c.indicators}
        found = {}
        for criterion in self.criteria:
            carried = [ours[i.code] for i in criterion.indicators if i.code in ours]
            if len(set(carried)) == len(criterion.indicators) and frozenset(carried) in theirs:
                found[criterion.code] = theirs[frozenset(carried)]
        return found

    def official(self, code: str) -> str:
        """What the decision prints for ``code``, and so do screens and papers; of an unknown one the code."""
        found = self.indicator(code)
        return code if found is None else found.official_code


def level_fits(measure: Measure, value: int, levels: Sequence[str]) -> bool:
    """Whether a number can be a required level of a part that is measured so; ``levels`` as in Part."""
    match measure:
        case Measure.ACHIEVED:
            return value == 1
        case Measure.LEVEL:
            return 1 <= value <= len(levels)
        case Measure.PERCENT:
            return 0 <= value <= 10_000
    return value >= 0


def spaced_years(text: str) -> str:
    """“2016-2020” as the decisions print it: “2016 - 2020”."""
    return re.sub(r"\b([0-9]{4}) ?[-–] ?([0-9]{4})\b", r"\1 - \2", text)


def missing_levels(lacking: Sequence[Indicator]) -> str:
    """“thiếu mức 27 chỉ tiêu, trong đó 04 do tỉnh quy định”; of none nothing."""
    by_province = sum(one.set_by_province for one in lacking)
    if not lacking:
        return ""
    whose = f", trong đó {counted(by_province)} do tỉnh quy định" if by_province else ""
    if by_province == len(lacking):
        whose = ", do tỉnh quy định"
    return f"thiếu mức {count_words(len(lacking), 'chỉ tiêu')}{whose}"


def unknown_code_message(criteria_set: CriteriaSet, code: str) -> str:
    """What to tell a person who named an indicator that the set does not have."""
    codes = [indicator.official_code for indicator in criteria_set.indicators()]
    if not codes:
        return f"{criteria_set.short_title} chưa có chỉ tiêu nào nên không có chỉ tiêu “{code}”."
    siblings = [known for known in codes if known.split(".")[0] == code.strip().split(".")[0]]
    hint = f"Tiêu chí này có {', '.join(siblings)}." if siblings else "Xem mã ở trang Tiêu chí, ví dụ 17.6."
    return f"{criteria_set.short_title} không có chỉ tiêu “{code}”. {hint}"
