"""Values of indicators: reading what a person typed, the canonical JSON, and showing them again.

A ``Value`` maps part keys to figures. A figure is one of
- ``int``: in the fixed unit of the part's measure (see ``domain.criteria``);
- ``Fraction2``: a percentage given as a part of a total (45/50), judged as that exact fraction; in
  thousandths where the part measures km or ha (``Part.fraction_scale``);
- ``ByHamlet``: one of the two for each hamlet, judged by the sum.

Canonical JSON: ``{"v":9550}``, ``{"v":[45,50]}``, ``{"v":{"<hamlet>":[9,10]}}``, keys sorted, no spaces.
In typed texts a hamlet's entry has the key ``part@hamlet``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from ntm_desktop.domain.criteria import Compare, Indicator, Measure, Part
from ntm_desktop.errors import NtmError
from ntm_desktop.text import (
    AmbiguousNumber,
    format_decimal,
    format_int,
    format_percent,
    format_share,
    nfc,
    parse_number,
    search_key,
)

_YES, _NO = {"dat", "1"}, {"chua dat", "chua-dat", "khong dat", "0"}
EMPTY_TOTAL = "Tổng số phải lớn hơn 0. Nếu xã không có đối tượng, chọn Không áp dụng."
_LARGEST = 10**17  # fits SQLite's and PostgreSQL's 64-bit integers with room for sums


@dataclass(frozen=True, slots=True)
class Fraction2:
    """``num`` of ``den``, as counted; never reduced, so that it can be shown as it was given."""

    num: int
    den: int


@dataclass(frozen=True, slots=True)
class ByHamlet:
    rows: tuple[tuple[str, int | Fraction2], ...]  # hamlet uid, its figure; ordered by uid

    def total(self) -> int | Fraction2:
        fractions = [figure for _, figure in self.rows if isinstance(figure, Fraction2)]
        if fractions:
            return Fraction2(sum(f.num for f in fractions), sum(f.den for f in fractions))
        return sum(figure for _, figure in self.rows if isinstance(figure, int))


Figure = int | Fraction2 | ByHamlet
Value = Mapping[str, Figure]


def exact(figure: Figure) -> Fraction:
    """The number to judge, in the part's unit: a fraction of a total in basis points."""
    if isinstance(figure, ByHamlet):
        figure = figure.total()
    if isinstance(figure, Fraction2):
        return Fraction(figure.num * 10_000, figure.den)
    return Fraction(figure)


# Reading


def parse_value(indicator: Indicator, texts: Mapping[str, str]) -> Value:
    """Reads what was typed for the parts. Raises NtmError naming every defect, or AmbiguousNumber."""
    keys = {part.key for part in indicator.parts}
    problems = [
        f"Chỉ tiêu {indicator.official_code} không có phần “{key}”. Các phần: {', '.join(sorted(keys))}."
        for key in texts
        if key.partition("@")[0] not in keys
    ]
    value: dict[str, Figure] = {}
    for part in indicator.parts:
        try:
            value[part.key] = _parse_part(part, texts)
        except AmbiguousNumber:
            raise
        except NtmError as error:
            name = f"{part.name}: " if part.name else ""
            problems += [f"{name}{problem}" for problem in (error.problems or (error.message,))]
    if problems:
        raise NtmError(problems[0] if len(problems) == 1 else "Số liệu nhập chưa đúng.", problems)
    return value


def _parse_part(part: Part, texts: Mapping[str, str]) -> Figure:
    hamlets = {
        key.partition("@")[2]: text
        for key, text in texts.items()
        if key.startswith(f"{part.key}@") and text.strip()
    }
    if not hamlets:
        return _parse_figure(part, texts.get(part.key, ""))
    if texts.get(part.key, "").strip():
        raise NtmError("Đã nhập cả số chung và số theo thôn. Chỉ nhập một trong hai.")
    rows = []
    for hamlet, text in sorted(hamlets.items()):
        nothing_there = part.measure is Measure.PERCENT and text.replace(" ", "") == "0/0"
        figure = Fraction2(0, 0) if nothing_there else _parse_figure(part, text)
        if part.measure is Measure.PERCENT and not isinstance(figure, Fraction2):
            raise NtmError(f"Số theo thôn phải nhập dạng {part.of_them}/tổng số, ví dụ 45/50, để cộng được.")
        if part.measure not in (Measure.PERCENT, Measure.COUNT):
            raise NtmError("Chỉ tiêu này không cộng theo thôn. Nhập một số chung.")
        rows.append((hamlet, figure))
    by_hamlet = ByHamlet(tuple(rows))
    if by_hamlet.total() == Fraction2(0, 0):
        raise NtmError(EMPTY_TOTAL)
    return by_hamlet


def _parse_figure(part: Part, text: str) -> int | Fraction2:
    cleaned = nfc(text).strip()
    key = search_key(cleaned)
    if not cleaned:
        raise NtmError("Chưa nhập số liệu.")
    match part.measure:
        case Measure.ACHIEVED:
            if key in _YES | _NO:
                return int(key in _YES)
            raise NtmError(f"“{cleaned}” không phải là kết quả. Nhập Đạt hoặc Chưa đạt.")
        case Measure.LEVEL:
            ranks = {search_key(name): rank for rank, name in enumerate(part.levels, start=1)}
            if key in ranks:
                return ranks[key]
            raise NtmError(f"Không có mức “{cleaned}”. Chọn một trong: {', '.join(part.levels)}.")
        case Measure.COUNT:
            if part.compare is Compare.AT_MOST and key in ("khong", "khong con"):
                return 0
            return _scaled(cleaned, 1, "số đếm, không có phần thập phân")
        case Measure.AMOUNT:
            return _scaled(cleaned, 1000, "số có nhiều nhất ba chữ số thập phân")
        case Measure.PERCENT:
            return _parse_percent(part, cleaned)


def _parse_percent(part: Part, text: str) -> int | Fraction2:
    if "/" in text:
        first, _, second = text.partition("/")
        scale = part.fraction_scale
        rule = "số đếm" if scale == 1 else "số có nhiều nhất ba chữ số thập phân"
        figure = Fraction2(_scaled(first, scale, rule), _scaled(second, scale, rule))
        if figure.den == 0:
            raise NtmError(EMPTY_TOTAL)
        if figure.num > figure.den:
            again = f"Nhập lại, {part.of_them} trước, tổng số sau, ví dụ 45/50."
            if part.numerator:
                raise NtmError(
                    f"Số {part.numerator} ({first.strip()}) lớn hơn tổng số ({second.strip()}). {again}"
                )
            raise NtmError(f"Số đạt ({first.strip()}) lớn hơn tổng số ({second.strip()}). {again}")
        return figure
    try:
        number = _scaled(text.removesuffix("%"), 100, "tỷ lệ có nhiều nhất hai chữ số thập phân")
    except AmbiguousNumber:
        if readings := percent_readings(text):
            raise AmbiguousNumber(text.removesuffix("%").strip(), readings) from None
        raise NtmError(f"“{text}” không đọc được thành tỷ lệ từ 0 đến 100%. Nhập lại, ví dụ 95,5.") from None
    if number > 10_000:
        raise NtmError(f"Tỷ lệ {format_percent(number)} lớn hơn 100%. Kiểm tra lại số đã nhập.")
    return number


def percent_readings(text: str) -> tuple[str, ...]:
    """The ways to read an unclear number that are shares: up to 100, with two decimals at most."""
    try:
        parse_number(text.removesuffix("%"))
    except AmbiguousNumber as error:
        return tuple(
            one
            for one in error.readings
            if 0 <= (points := parse_number(one) * 100) <= 10_000 and points == int(points)
        )
    return ()


def _scaled(text: str, scale: int, rule: str) -> int:
    number = parse_number(text)
    if number < 0:
        raise NtmError(f"Số “{text.strip()}” nhỏ hơn 0. Kiểm tra lại số đã nhập.")
    scaled = number * Decimal(scale)
    if scaled != int(scaled):
        raise NtmError(f"“{text.strip()}”: chỉ nhập {rule}.")
    if scaled > _LARGEST:
        raise NtmError(f"Số “{text.strip()}” quá lớn. Kiểm tra lại số đã nhập.")
    return int(scaled)


# Canonical JSON


def value_to_json(value: Value) -> str:
    return json.dumps(
        {key: _plain(figure) for key, figure in value.items()}, sort_keys=True, separators=(",", ":")
    )


def _plain(figure: Figure) -> object:
    if isinstance(figure, Fraction2):
        return [figure.num, figure.den]
    if isinstance(figure, ByHamlet):
        return {hamlet: _plain(row) for hamlet, row in figure.rows}
    return figure


def value_from_json(text: str) -> Value:
    """The reverse of ``value_to_json``; anything else raises NtmError."""
    try:
        plain: object = json.loads(text)
    except ValueError:
        plain = None
    if not isinstance(plain, dict) or not plain:
        raise NtmError("Số liệu lưu trong cơ sở dữ liệu không đúng dạng.")
    return {key: _figure(item) for key, item in plain.items()}


def _figure(plain: object) -> Figure:
    if isinstance(plain, dict):
        rows = tuple(
            (hamlet, Fraction2(0, 0) if row == [0, 0] else _single(row))
            for hamlet, row in sorted(plain.items())
        )
        if len({type(row) for _, row in rows}) == 1 and ByHamlet(rows).total() != Fraction2(0, 0):
            return ByHamlet(rows)
        raise NtmError("Số liệu theo thôn lưu trong cơ sở dữ liệu không đúng dạng.")
    return _single(plain)


def _single(plain: object) -> int | Fraction2:
    match plain:
        case bool():
            pass
        case int() if plain >= 0:
            return plain
        case [int(num), int(den)] if 0 <= num <= den and den > 0:
            return Fraction2(num, den)
    raise NtmError("Số liệu lưu trong cơ sở dữ liệu không đúng dạng.")


# Showing


def format_value(
    indicator: Indicator, value: Value, *, short: bool = False, levels: Mapping[str, int] | None = None
) -> str:
    """“64,2%”, “45/50 = 90%”, “Đạt”; ``short`` (for a table) leaves out part names and counts.

    ``levels`` by part are what the value is held against: no share is rounded onto its level.
    """
    pieces = []
    for part in indicator.parts:
        figure = value.get(part.key)
        if figure is not None:
            name = "" if short or len(indicator.parts) == 1 else f"{part.name}: "
            level = levels.get(part.key) if levels else None
            pieces.append(name + format_figure(part, figure, short=short, level=level))
    return "; ".join(pieces)


def format_figure(part: Part, figure: Figure, *, short: bool = False, level: int | None = None) -> str:
    if isinstance(figure, ByHamlet):
        figure = figure.total()
    match part.measure:
        case Measure.ACHIEVED:
            return "Đạt" if figure else "Chưa đạt"
        case Measure.LEVEL:
            rank = figure if isinstance(figure, int) else 0
            return part.levels[rank - 1] if 0 < rank <= len(part.levels) else ""
        case Measure.PERCENT:
            percent = percent_text(exact(figure), level=level)
            if isinstance(figure, Fraction2) and not short:
                return f"{of_total(part, figure.num)}/{of_total(part, figure.den)} = {percent}"
            return percent
        case Measure.COUNT:
            count = int(exact(figure))
            if count == 0 and part.compare is Compare.AT_MOST:
                return "Không"
            return _with_unit(format_int(count), part, short)
        case Measure.AMOUNT:
            return _with_unit(format_decimal(int(exact(figure))), part, short)


def of_total(part: Part, number: int) -> str:
    """Numerator or denominator of a fraction, as a person writes it."""
    return format_int(number) if part.fraction_scale == 1 else format_decimal(number)


def percent_text(basis_points: Fraction, *, level: int | None = None, places: int | None = None) -> str:
    """A measured percentage, rounded for display: on screen as on paper.

    What is not quite the level, nothing or all has as many decimals as it takes to see that.
    ``places``: how many the others of its column have.
    """
    rounded = int(basis_points + Fraction(1, 2))
    if rounded in (0, 10_000, level) and rounded != basis_points:
        return _unlike(rounded, basis_points)
    return format_share(rounded, places)


def _unlike(rounded: int, basis_points: Fraction) -> str:
    places, scale, finer = 2, 1, rounded
    while finer == rounded * scale:
        places, scale = places + 1, scale * 10
        finer = int(basis_points * scale + Fraction(1, 2))
    whole, decimals = divmod(finer, 10**places)
    return f"{format_int(whole)},{decimals:0{places}d}%"


def _with_unit(number: str, part: Part, short: bool) -> str:
    return number if short or not part.unit else f"{number} {part.unit}"


def editable_texts(indicator: Indicator, value: Value) -> Mapping[str, str]:
    """The texts that ``parse_value`` reads back as this value."""
    texts: dict[str, str] = {}
    for part in indicator.parts:
        figure = value.get(part.key)
        if isinstance(figure, ByHamlet):
            texts |= {f"{part.key}@{hamlet}": _editable(part, row) for hamlet, row in figure.rows}
        elif figure is not None:
            texts[part.key] = _editable(part, figure)
    return texts


def _editable(part: Part, figure: int | Fraction2) -> str:
    if isinstance(figure, Fraction2):
        return f"{of_total(part, figure.num)}/{of_total(part, figure.den)}"
    if part.measure is Measure.PERCENT:
        return format_percent(figure).removesuffix("%")
    if part.measure is Measure.COUNT:
        return format_int(figure)
    return format_figure(part, figure, short=True)
