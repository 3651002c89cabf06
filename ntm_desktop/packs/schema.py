"""The shape of criteria packs and of overlays of targets, format 1. Meaning is checked by their readers.

Defaults here are what a pack may leave out. Numbers are integers in the fixed units of
``domain.criteria``; a value of null says that the level is not known.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from ntm_desktop.domain.criteria import Compare, Measure, SetState, Verification

Kind = Literal[
    "percent",
    "amount",
    "count",
    "achieved",
    "level",
    "none_allowed",  # “Không”: the count of what is left must be zero
    "hidden_measure",  # the column says “Đạt”, the wording or the guidance has the number
    "compound",  # several parts, all must hold
    "both_sexes",  # the same level for men and for women, both must hold
    "by_year",  # income: the level of the goal's year
    "set_by_province",
]
Confidence = Literal["high", "medium", "low"]


class Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A misspelt field of a pack is an error, not silence."""


class PartEntry(Strict, frozen=True):
    key: str
    measure: Measure
    name: str = ""
    unit: str = ""
    compare: Compare = Compare.AT_LEAST
    levels: tuple[str, ...] = ()
    hidden: bool = False
    counted: str = ""
    numerator: str = ""


class TargetEntry(Strict, frozen=True):
    """One level; ``profiles`` names those it holds for, "*" being the national level."""

    value: int | None
    verification: Verification
    part: str = "v"
    profiles: tuple[str, ...] = ("*",)
    year: int | None = None
    schools: tuple[int, int | None] | None = None
    printed: str = ""
    confidence: Confidence | None = None  # where it differs from the indicator's
    decision: str = ""  # where it differs from the set's
    issued: date | None = None
    article: str = ""


class IndicatorEntry(Strict, frozen=True):
    code: str
    kind: Kind
    text: str
    parts: tuple[PartEntry, ...]
    targets: tuple[TargetEntry, ...]
    source: str
    confidence: Confidence
    read: Literal["full", "partial", "none"]  # how much of it was found in a source
    official_code: str = ""
    set_by_province: bool = False
    needs_schools: bool = False
    infrastructure: bool = False
    note: str = ""


class CriterionEntry(Strict, frozen=True):
    code: str
    name: str
    short_name: str
    group: str
    indicators: tuple[IndicatorEntry, ...]


class NamedEntry(Strict, frozen=True):
    id: str
    name: str
    definition: str = ""


class AmendmentEntry(Strict, frozen=True):
    decision: str
    issued: date
    effective: date
    indicators: tuple[IndicatorEntry, ...]
    source: str = ""


class SetEntry(Strict, frozen=True):
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
    expected: tuple[int, int]
    profiles: tuple[NamedEntry, ...]
    groups: tuple[NamedEntry, ...]
    criteria: tuple[CriterionEntry, ...]
    amendments: tuple[AmendmentEntry, ...] = ()
    carried_from: tuple[tuple[str, str, str], ...] = ()
    revocation_key_criteria: tuple[str, ...] = ()
    na_counts_as_met: bool = True
    notes: tuple[str, ...] = ()  # to the office: what the set asks of it
    remarks: tuple[str, ...] = ()  # how the content was read, for who keeps the pack; shown nowhere


class OverlayTargetEntry(Strict, frozen=True):
    code: str
    value: int | None
    measure: Measure
    part: str = "v"
    compare: Compare | None = None  # None: the part's own
    unit: str = ""  # "": the part's own
    printed: str = ""
    profile: str | None = None
    year: int | None = None
    article: str = ""
    verification: Verification = Verification.CONFIRMED


class OverlayEntry(Strict, frozen=True):
    set: str
    title: str
    province: str
    decision: str
    decided: date | None
    targets: tuple[OverlayTargetEntry, ...]
    illustrative: bool = False
    valid_from: date | None = None
    notes: tuple[str, ...] = ()
