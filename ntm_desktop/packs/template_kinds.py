"""What a wording template may name: fields with their kinds, and what stands for one that nobody entered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from ntm_desktop.text import GAP


class Kind(StrEnum):
    TEXT = "chữ"
    NUMBER = "số"
    MONEY = "số tiền"
    PERCENT = "tỷ lệ"
    DAY = "ngày"
    FLAG = "có hoặc không"
    LIST = "danh sách"
    RECORD = "mục của danh sách"


NUMBERS = frozenset({Kind.NUMBER, Kind.MONEY, Kind.PERCENT})
"""Whole numbers: counts, đồng, basis points."""


@dataclass(frozen=True, slots=True)
class Field:
    label: str  # as the list of fields and the readiness call it
    kind: Kind = Kind.TEXT
    of: Mapping[str, Field] = field(default_factory=dict)  # of a list of records; {}: of texts
    told: bool = False  # another line of the readiness tells that it is missing
    blank: str = GAP  # what is printed then


Fields: TypeAlias = Mapping[str, Field]
Value: TypeAlias = str | int | date | tuple[str, ...] | tuple["Values", ...] | None
Values: TypeAlias = Mapping[str, Value]


@dataclass(slots=True)
class Lacking:
    """What a rendering found missing: the labels of the fields, and the gaps of which the readiness tells."""

    labels: dict[str, None] = field(default_factory=dict)
    told: int = 0


class Missing:
    """Prints the blank of its field and notes that it did. It is neither true nor like, above or below
    anything, and holds nothing."""

    __slots__ = ("_field", "_lacking")

    def __init__(self, of: Field, lacking: Lacking) -> None:
        self._field = of
        self._lacking = lacking

    def __str__(self) -> str:
        self._lacking.labels[self._field.label] = None
        if self._field.told:
            self._lacking.told += self._field.blank.count(GAP)
        return self._field.blank

    def __bool__(self) -> bool:
        return False

    def __iter__(self) -> Iterator[object]:
        return iter(())

    def _never(self, _other: object) -> bool:
        return False

    __lt__ = __le__ = __gt__ = __ge__ = _never
