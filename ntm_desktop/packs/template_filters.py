"""The filters of wording templates: ``{{ on|ngay }}``. All are ours, and each says what kinds it takes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sized
from dataclasses import dataclass
from functools import wraps
from typing import Any, Protocol

from ntm_desktop.packs.template_kinds import Kind, Missing
from ntm_desktop.text import (
    count_words,
    format_date,
    format_int,
    format_long_date,
    format_millions,
    format_percent,
    lowered,
)


@dataclass(frozen=True, slots=True)
class Filter:
    function: Callable[..., object]
    takes: frozenset[Kind]
    least: int = 0  # arguments: texts in quotes
    most: int = 0


class _Sequence(Sized, Iterable[Any], Protocol):
    def empty(self) -> Missing: ...


def _money(amount: int) -> str:
    return f"{format_int(amount)} đồng"


def _count(value: int | Sized, noun: str) -> str:
    return count_words(value if isinstance(value, int) else len(value), noun)


def _join(items: _Sequence, between: str, name: str = "") -> str | Missing:
    if not len(items):
        return items.empty()
    return between.join(str(item.named(name) if name else item) for item in items)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _open_bracket(text: str) -> str:
    """ "xã A (", also where the text ends in brackets of its own: "xã A (cũ; "."""
    return f"{text[:-1]}; " if text.endswith(")") else f"{text} ("


def _unless_missing(function: Callable[..., object]) -> Callable[..., object]:
    @wraps(function)
    def filtered(value: object, *arguments: str) -> object:
        return value if isinstance(value, Missing) else function(value, *arguments)

    return filtered


def _filter(function: Callable[..., object], *takes: Kind, least: int = 0, most: int = 0) -> Filter:
    return Filter(_unless_missing(function), frozenset(takes), least, most)


FILTERS = {
    "ngay": _filter(format_date, Kind.DAY),
    "ngay_dai": _filter(format_long_date, Kind.DAY),
    "tien": _filter(_money, Kind.MONEY),
    "trieu": _filter(format_millions, Kind.MONEY),
    "so": _filter(format_int, Kind.NUMBER, Kind.MONEY),
    "phan_tram": _filter(format_percent, Kind.PERCENT),
    "dem": _filter(_count, Kind.NUMBER, Kind.LIST, least=1, most=1),
    "noi": _filter(_join, Kind.LIST, least=1, most=2),
    "thuong_dau": _filter(lowered, Kind.TEXT),
    "hoa_dau": _filter(_capital, Kind.TEXT),
    "mo_ngoac": _filter(_open_bracket, Kind.TEXT),
}
"""Each gives text."""

USUAL = {Kind.NUMBER: "so", Kind.MONEY: "tien", Kind.PERCENT: "phan_tram", Kind.DAY: "ngay"}
"""How a kind is printed that no filter was given for."""
