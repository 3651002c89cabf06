"""One cell of a foreign sheet read as what its column holds; a refusal says what is expected instead."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache

from ntm_desktop.domain.near_names import NearNames
from ntm_desktop.errors import NtmError
from ntm_desktop.sheets.columns import CellKind, Choices, Column, Value
from ntm_desktop.text import NotANumber, format_date, nfc, parse_date, parse_number, search_key, spelling_key

Raw = str | int | float | bool | datetime | date | timedelta | object | None
"""A cell as the file has it."""

_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_LONGEST = 32_767  # letters; Excel takes no more in a cell
_LARGEST = 10**15  # đồng, or thousandths
_ERROR = re.compile(r"#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NULL!|NUM!|SPILL!|CALC!)")
_PLACE_WORD = re.compile(r"^(?:thon|ban|ap|to dan pho)\s+")
_CURRENCY = re.compile(r"\s*(?:đồng|vnđ|vnd|đ|₫)\s*$", re.IGNORECASE)
_MOST_NAMED = 6
_THOUSANDTH, _HUNDRED_THOUSANDTH, _MILLIONTH = Decimal("0.001"), Decimal("0.00001"), Decimal("0.000001")
_DAY_ZERO = date(1899, 12, 30)
_DAY_ZERO_1904 = date(1904, 1, 1)


class CellRefused(NtmError):  # noqa: N818 - one cell, of which the caller knows the place
    """``message`` says what is expected."""


def is_empty(raw: Raw) -> bool:
    return raw is None or (isinstance(raw, str) and not raw.strip("\u00a0 \t\r\n\u200b\ufeff"))


def shown(raw: Raw) -> str:
    """A raw cell in words, as a refusal quotes it."""
    if isinstance(raw, bool):
        return "TRUE" if raw else "FALSE"
    if isinstance(raw, float):
        return _plain(raw)
    if isinstance(raw, datetime):
        return format_date(raw.date())
    if isinstance(raw, date):
        return format_date(raw)
    return " ".join(nfc(str(raw)).split())[:80]


def read(column: Column, raw: Raw, *, percent: bool = False, unit: int = 1, base_1904: bool = False) -> Value:
    """The value of a cell that is not empty. Raises CellRefused.

    ``percent``: the cell is formatted as one, so 0.46 means 46 %. ``unit``: đồng of one in a column of money.
    """
    if isinstance(raw, str):
        if "#" in raw and _ERROR.fullmatch(raw.strip()):
            raise CellRefused("Công thức bị lỗi. Sửa công thức, hoặc ghi giá trị thay công thức.")
    elif isinstance(raw, bool):
        raise CellRefused(f"Ô đúng/sai không dùng được. {expected(column)}")
    kind = column.kind
    if kind is CellKind.DATE:
        return _date(raw, base_1904)
    if kind is CellKind.MONEY:
        return _money(raw, unit)
    if kind is CellKind.SHARE:
        return _share(raw, percent)
    if kind is CellKind.QUANTITY:
        return _quantity(raw)
    if kind is CellKind.CODES and isinstance(raw, float):  # 2.10 has become 2.1
        raise CellRefused(_EXPECTED[CellKind.CODES])
    return _READERS[kind](column, _text(raw))


def expected(column: Column) -> str:
    """What may stand in a column, for the notes of the template and for a refusal."""
    if column.kind is CellKind.CHOICE:
        return f"Chọn một trong: {'; '.join(text for _key, text in column.choices)}."
    return _EXPECTED[column.kind]


_EXPECTED: Mapping[CellKind, str] = {
    CellKind.TEXT: "Ghi chữ, một dòng.",
    CellKind.BODY: "Ghi chữ.",
    CellKind.NAME: "Ghi một tên trong danh sách.",
    CellKind.NAMES: "Ghi tên trong danh sách, cách nhau bằng dấu chấm phẩy.",
    CellKind.CODES: "Ghi mã chỉ tiêu dạng chữ, cách nhau bằng dấu chấm phẩy, ví dụ 2.1; 6.2.",
    CellKind.MONEY: "Ghi số đồng nguyên, không âm, ví dụ 1.250.000.000.",
    CellKind.SHARE: "Ghi tỷ lệ từ 0 đến 100, ví dụ 46,5 hoặc 46,5%.",
    CellKind.QUANTITY: "Ghi số không âm, không kèm đơn vị, ví dụ 85,5.",
    CellKind.DATE: "Ghi ngày, ví dụ 30/6/2021.",
}


def _money(raw: Raw, unit: int) -> int:
    number = _decimal(raw, CellKind.MONEY, lambda text: _CURRENCY.sub("", text)) * unit
    if isinstance(raw, float):  # what Excel computed: 1250.1 triệu is not exactly that many đồng
        number = _whole(number, within=_THOUSANDTH)
    if number < 0 or number != number.to_integral_value() or number > _LARGEST:
        raise CellRefused(_EXPECTED[CellKind.MONEY])
    return int(number)


def _share(raw: Raw, percent: bool) -> int:
    number = _decimal(raw, CellKind.SHARE, lambda text: text.strip().removesuffix("%").rstrip()) * 100
    if percent and not isinstance(raw, str):
        number *= 100
    if isinstance(raw, float):
        number = _whole(number, within=_MILLIONTH)
    if not 0 <= number <= 10_000:
        raise CellRefused(_EXPECTED[CellKind.SHARE])
    if number != number.to_integral_value():
        raise CellRefused("Tỷ lệ có quá hai chữ số thập phân. Làm tròn, ví dụ 46,15.")
    return int(number)


def _quantity(raw: Raw) -> int:
    number = _decimal(raw, CellKind.QUANTITY, str.strip) * 1000
    if isinstance(raw, float):
        number = _whole(number, within=_HUNDRED_THOUSANDTH)
    if not 0 <= number <= _LARGEST:
        raise CellRefused(_EXPECTED[CellKind.QUANTITY])
    if number != number.to_integral_value():
        raise CellRefused("Số có quá ba chữ số thập phân. Làm tròn, ví dụ 85,125.")
    return int(number)


def _whole(number: Decimal, *, within: Decimal) -> Decimal:
    """What Excel computed misses the whole number that is meant by a hair."""
    nearest = number.to_integral_value()
    return nearest if abs(number - nearest) < within else number


def _decimal(raw: Raw, kind: CellKind, cleaned: Callable[[str], str]) -> Decimal:
    if isinstance(raw, int):
        return Decimal(raw)
    if isinstance(raw, float) and math.isfinite(raw):
        return Decimal(repr(raw))
    if isinstance(raw, str):
        try:
            return parse_number(cleaned(nfc(raw).replace("\u00a0", " ").strip()))
        except NotANumber as error:  # what this column holds is the example, not any number
            raise CellRefused(f"“{error.text}” không phải là số. {_EXPECTED[kind]}") from None
        except NtmError as error:
            raise CellRefused(f"{error.message} {_EXPECTED[kind]}") from None
    raise CellRefused(_EXPECTED[kind])


def _date(raw: Raw, base_1904: bool) -> date:
    found: date | None = None
    if isinstance(raw, datetime):
        found = raw.date()
    elif isinstance(raw, date):
        found = raw
    elif isinstance(raw, int | float):
        if math.isfinite(raw) and 0 < raw < 100_000:
            found = (_DAY_ZERO_1904 if base_1904 else _DAY_ZERO) + timedelta(days=int(raw))
    elif isinstance(raw, str):
        try:
            found = parse_date(raw.replace("\u00a0", " "))
        except NtmError as error:
            raise CellRefused(error.message) from None
    if found is None or not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        raise CellRefused(f"{_EXPECTED[CellKind.DATE]} Năm từ {_FIRST_YEAR} đến {_LAST_YEAR}.")
    return found


def _text(raw: Raw) -> str:
    if isinstance(raw, str):
        if len(raw) > _LONGEST:
            raise CellRefused(f"Chữ dài quá {_LONGEST} ký tự. Rút ngắn lại.")
        return nfc(raw)
    if isinstance(raw, int):
        return str(raw)
    if isinstance(raw, float):
        return _plain(raw)
    if isinstance(raw, date):  # datetime too
        raise CellRefused(
            "Excel đã đổi chữ trong ô thành ngày. Định dạng ô là Văn bản (Text) rồi gõ lại chữ."
        )
    raise CellRefused("Không đọc được ô này. Ghi chữ.")


def _line(_column: Column, text: str) -> str:
    return " ".join(text.split())


def _body(_column: Column, text: str) -> str:
    return "\n".join(line.rstrip() for line in text.splitlines()).strip("\n")


def _choice(column: Column, text: str) -> str:
    key = _by_plain_key(column.choices).get(_plain_key(text))
    if key is None:
        raise CellRefused(expected(column))
    return key


@lru_cache(maxsize=64)
def _by_plain_key(choices: Choices) -> Mapping[str, str]:
    """The key of each choice by its name and by itself; of two, the first."""
    return {said: key for key, name in reversed(choices) for said in (key, _plain_key(name))}


def _plain_key(text: str) -> str:
    """“m2” is how a keyboard writes “m²”."""
    return search_key(text).replace("²", "2").replace("³", "3")


def _name(column: Column, text: str) -> str:
    names = _names(column, text)
    if len(names) != 1:
        raise CellRefused("Ghi một thôn. Mỗi thôn một dòng.")
    return names[0]


def _names(column: Column, text: str) -> tuple[str, ...]:
    whole = _place(column.choices, text)
    if whole is not None:
        return (whole,)
    found: dict[str, None] = {}
    for piece in filter(str.strip, re.split(r"[;,\n]", text)):
        place = _place(column.choices, piece)
        if place is None:
            raise CellRefused(_no_place(column.choices, piece.strip()))
        found[place] = None
    return tuple(found)


def _place(choices: Choices, said: str) -> str | None:
    """Written as the office writes it, or without any marks; with other marks it may be another place."""
    key, name = _by_bare_name(choices).get(_bare(said), (None, ""))
    if key is None or said.isascii():
        return key
    one, other = spelling_key(said), spelling_key(name)  # one of them may begin with “thôn”
    return key if one.endswith(other) or other.endswith(one) else None


def _no_place(choices: Choices, said: str) -> str:
    names = [name for _key, name in choices]
    bare = _bare(said)
    alike = [name for name in names if _bare(name) == bare]
    near = alike or [names[int(at)] for at in _near_places(choices).find(bare)]
    listed = ", ".join(names[:_MOST_NAMED]) + (" …" if len(names) > _MOST_NAMED else "")
    ask = f"Ghi một trong: {listed}." if names else "Nhập danh sách thôn ở Thiết lập trước."
    return f"Không có thôn “{said}”. {f'Ý là “{near[0]}”? Ghi đúng tên thôn.' if near else ask}"


@lru_cache(maxsize=64)
def _near_places(choices: Choices) -> NearNames:
    return NearNames({str(at): _bare(name) for at, (_key, name) in enumerate(choices)})


@lru_cache(maxsize=64)
def _by_bare_name(choices: Choices) -> Mapping[str, tuple[str, str]]:
    """The key of each place and its name."""
    return {_bare(name): (key, name) for key, name in choices}


def _bare(name: str) -> str:
    """“thôn Tân Lợi 1” and “Tân Lợi 1” are one."""
    return _PLACE_WORD.sub("", search_key(name))


def _codes(_column: Column, text: str) -> tuple[str, ...]:
    codes = tuple(dict.fromkeys(re.split(r"[;,\s]+", text.strip(" ;,\n\t"))))
    if any(not re.fullmatch(r"[0-9]{1,2}(?:\.[0-9]{1,2}){0,2}", code) for code in codes):
        raise CellRefused(_EXPECTED[CellKind.CODES])
    return codes


_READERS: Mapping[CellKind, Callable[[Column, str], Value]] = {
    CellKind.TEXT: _line,
    CellKind.BODY: _body,
    CellKind.CHOICE: _choice,
    CellKind.NAME: _name,
    CellKind.NAMES: _names,
    CellKind.CODES: _codes,
}


def _plain(number: float) -> str:
    return str(int(number)) if number.is_integer() else repr(number).replace(".", ",")
