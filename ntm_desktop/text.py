"""Vietnamese text, numbers and dates: how they are read, shown, compared and sorted.

Screen and paper share these functions. Money in words and legacy encodings are not here.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from functools import lru_cache

from ntm_desktop.errors import NtmError

_MARKS = {chr(code) for code in range(0x300, 0x370)}
_MARK = re.compile("[\u0300-\u036f]+")
_ALPHABET = {letter: rank for rank, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_LETTER_MARKS = "\u0302\u0306\u031b"  # circumflex, breve, horn: they make another letter
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}  # huyền hỏi ngã sắc nặng
_TONE = re.compile(f"[{''.join(_TONES)}]")
_GROUPED = re.compile(r"-?[0-9]{1,3}(\.[0-9]{3})+")
_PLAIN_NUMBER = re.compile(r"[+-]?(?:[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,[0-9]+)?")
_AMBIGUOUS_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)+")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_DATE = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_WRITTEN_DATE = re.compile(r"(?<![0-9/])([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})(?![0-9/])")
_LONGEST_NUMBER = 15  # digits; more would not fit a 64-bit number of thousandths
_RESERVED_NAMES = {"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))}
_WHOLE = 10_000  # 100%, in basis points
GAP = "…"
"""Marks on paper a fact that nobody has entered; the office fills it in before signing."""

_UNITS = {"": 1, "d": 1, "dong": 1, **dict.fromkeys(("nghin", "ngan"), 10**3)} | {
    **dict.fromkeys(("trieu", "tr"), 10**6),
    **dict.fromkeys(("ty", "ti"), 10**9),
}
_SAID_PART = re.compile(r"([0-9][0-9.,]*)\s*([^\W\d_]*)(?:\s+(?:đồng|dong))?")
"""A number, its unit, and đồng after it."""

OFFICE = timezone(timedelta(hours=7))
"""The clock on the wall of a Vietnamese office, whatever zone the PC is set to."""

SortKey = tuple[str, bytes, bytes]


class NotANumber(NtmError):  # noqa: N818 - it says what stands there
    """``text`` is no number; who knows what is asked for gives an example of its own."""

    def __init__(self, text: str) -> None:
        super().__init__(f"“{text}” không phải là số. Nhập số, ví dụ 95,5.")
        self.text = text


class AmbiguousNumber(NtmError):  # noqa: N818 - it asks which number is meant
    """The text can be read as more than one number; ``readings`` are the ways, in Vietnamese notation."""

    def __init__(self, text: str, readings: tuple[str, ...]) -> None:
        doubt = f"là {' hay '.join(readings)}" if len(readings) > 1 else f"có phải là {readings[0]} không"
        super().__init__(
            f"Chưa rõ số “{text}” {doubt}. Dấu phẩy ngăn phần thập phân, dấu chấm ngăn hàng nghìn; "
            "nhập lại số theo cách viết đó."
        )
        self.readings = readings


def nfc(text: str) -> str:
    """One code point per letter: how all text is stored and compared."""
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=32_768)  # the search box asks for every title of the office again with each letter typed
def search_key(text: str) -> str:
    """Without marks, case and surplus spaces: “Đồng  Hoá” and “dong hóa” have the same key."""
    lowered = nfc(text).casefold().replace("đ", "d")
    return " ".join(_MARK.sub("", unicodedata.normalize("NFD", lowered)).split())


@lru_cache(maxsize=4096)
def spelling_key(text: str) -> str:
    """Equal for one word spelled in either way: “Yên Hóa” and “YÊN  HOÁ”, not “Yên Hoa”."""
    if text.isascii():  # a number, most often
        return " ".join(text.casefold().split())
    words = unicodedata.normalize("NFD", nfc(text).casefold()).split()
    return " ".join(_TONE.sub("", word) + "".join(_TONE.findall(word)) for word in words)


@lru_cache(maxsize=4096)
def sort_key(text: str) -> SortKey:
    """Order of the Vietnamese alphabet: letters first, then tones, then case."""
    keys = [_letter_key(char) for char in nfc(text)]
    letters, tones, cases = zip(*keys, strict=True) if keys else ((), (), ())
    return "".join(letters), bytes(tones), bytes(cases)  # a fifth of what tuples of numbers take


@lru_cache(maxsize=4096)
def _letter_key(char: str) -> tuple[str, int, int]:
    decomposed = unicodedata.normalize("NFD", char.casefold())
    base = nfc("".join(c for c in decomposed if c not in _MARKS or c in _LETTER_MARKS))
    # Spaces and punctuation come before digits, digits before letters, anything foreign last.
    rank = _ALPHABET.get(base)
    letter = 1000 + rank if rank is not None else min(ord(base[0]), 999) if base else 0
    tone = next((_TONES[c] for c in decomposed if c in _TONES), 0)
    return chr(letter), tone, int(char != char.casefold())


@lru_cache(maxsize=256)  # codes of a set, again and again
def natural_key(code: str) -> tuple[tuple[int, str], ...]:
    """2.2 before 2.10."""
    if code.isascii() and code.isdigit():  # most are: as the pieces below, in a tenth of the time
        return ((int(code), ""),)
    return tuple(
        (int(piece), "") if piece.isascii() and piece.isdigit() else (-1, piece)
        for piece in re.split(r"([0-9]+)", code)
        if piece
    )


def format_int(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def without_groups(text: str) -> str:
    """“1.234.567” → “1234567”, for a spreadsheet of any language; other texts stay as they are."""
    return text.replace(".", "") if _GROUPED.fullmatch(text) else text


def _format_scaled(number: int, digits: int, places: int | None) -> str:
    """``number`` counts units of 10^-digits; ``places`` None drops trailing zeros, else rounds half up."""
    sign, number = ("-" if number < 0 else ""), abs(number)
    if places is not None and places < digits:
        step = 10 ** (digits - places)
        number = (number + step // 2) // step
        digits = places
    whole, part = divmod(number, 10**digits)
    decimals = f"{part:0{digits}d}" if digits else ""
    decimals = decimals.rstrip("0") if places is None else decimals.ljust(places, "0")
    return f"{sign}{format_int(whole)}" + (f",{decimals}" if decimals else "")


def format_decimal(thousandths: int, places: int | None = None) -> str:
    """34800 → “34,8”; with ``places`` always that many decimals."""
    return _format_scaled(thousandths, 3, places)


def format_percent(basis_points: int, places: int | None = None) -> str:
    """6420 → “64,2%”; with ``places`` always that many decimals."""
    return _format_scaled(basis_points, 2, places) + "%"


def format_share(basis_points: int, places: int | None) -> str:
    """A share in a column, as many decimals as the others; nothing is 0% and all is 100%."""
    return format_percent(basis_points, None if basis_points % _WHOLE == 0 else places)


def decimals(number: int, digits: int) -> int:
    """So many of the last ``digits`` are needed to show a number whole."""
    return next(n for n in range(digits + 1) if number % 10 ** (digits - n) == 0)


def office_time(moment: datetime) -> datetime:
    """A moment as the office's clock shows it."""
    return moment.astimezone(OFFICE)


def format_date(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"


def format_moment(at: str) -> str:
    """“10:32 30/6/2021” of a moment kept as UTC text; "" of what is none: another side's clock may have said
    anything."""
    try:
        here = office_time(datetime.fromisoformat(at))
    except ValueError:
        return ""
    return f"{here:%H:%M} {format_date(here.date())}"


def format_long_date(day: date) -> str:
    """As Nghị định 30/2020 prints it: a zero before days under 10 and before months 1 and 2 only."""
    return f"ngày {day.day:02d} {format_month(day)}"


def format_month(day: date) -> str:
    """“tháng 02 năm 2021”, with the zero of ``format_long_date``."""
    return f"tháng {day.month:02d} năm {day.year}" if day.month < 3 else f"tháng {day.month} năm {day.year}"


def pad_dates(text: str) -> str:
    """For paper, where dates in figures are dd/MM/yyyy: “9/3/2022” → “09/03/2022”."""
    if "/" not in text:
        return text
    return _WRITTEN_DATE.sub(lambda found: f"{int(found[1]):02d}/{int(found[2]):02d}/{found[3]}", text)


def lowered(text: str) -> str:
    """To go on with inside a sentence; an abbreviation ("UBND") stays as it is."""
    return text if text[1:2].isupper() else f"{text[:1].lower()}{text[1:]}"


def bare_place(name: str) -> str:
    """A district or a province where room is scarce: “Minh Hóa” of “huyện Minh Hóa”."""
    for noun in ("huyện ", "thị xã ", "thành phố ", "tỉnh "):
        if name.lower().startswith(noun):
            return name[len(noun) :]
    return name


def counted(count: int) -> str:
    """“04”: counts under ten take a zero in official style."""
    return f"{count:02d}" if 0 < count < 10 else format_int(count)


def count_words(count: int, noun: str) -> str:
    """“04 tiêu chí”."""
    return f"{counted(count)} {noun}"


def format_bytes(size: int, *, up: bool = False) -> str:
    """“1,4 GB”, “20 MB”, “881 KB”: as Windows counts, rounded down; ``up`` of what is needed."""
    if size < 1 << 20:
        unit, name = 1 << 10, "KB"
    else:
        unit, name = (1 << 20, "MB") if size < 1 << 30 else ((1 << 30) // 10, "GB")
    pieces = -(-size // unit) if up else size // unit
    return f"{format_decimal(pieces * 100) if name == 'GB' else format_int(pieces)} {name}"


def format_millions(amount: int) -> str:
    """Whole đồng as “1.250 triệu đồng”: none, one or three decimals, as few as show the amount whole."""
    places = next((n for n in (0, 1) if amount % 10 ** (6 - n) == 0), 3)
    return f"{format_decimal((amount + 500) // 1000, places)} triệu đồng"


def millions(amount: int) -> str:
    """Đồng as triệu đồng, for a column of them: rounded to one decimal, which is left out when it is 0."""
    return format_decimal((amount + 50_000) // 100_000 * 100)


def parse_number(text: str) -> Decimal:
    """``1234567``, ``1.234.567``, ``1234567,5``. Raises AmbiguousNumber for ``1.5`` and ``1,234,567``."""
    cleaned = nfc(text).strip().replace("\u2212", "-")
    if sum(c.isdigit() for c in cleaned) > _LONGEST_NUMBER:
        raise NtmError(f"“{cleaned[:40]}” quá dài cho một số. Kiểm tra lại số đã nhập.")
    if _PLAIN_NUMBER.fullmatch(cleaned):
        return Decimal(cleaned.replace(".", "").replace(",", "."))
    if _AMBIGUOUS_NUMBER.fullmatch(cleaned):
        raise AmbiguousNumber(cleaned, _readings(cleaned))
    raise NotANumber(cleaned)


def parse_amount(text: str) -> int:
    """Whole đồng: as ``parse_number`` reads them, or said: “850 triệu”, “1,25 tỷ”, “1 tỷ 250 triệu”."""
    cleaned = nfc(text).strip().replace("\u2212", "-")
    sign, body = (-1, cleaned[1:]) if cleaned.startswith("-") else (1, cleaned)
    said = [(number, unit, _UNITS.get(search_key(unit), 0)) for number, unit in _SAID_PART.findall(body)]
    scales = [scale for _number, _unit, scale in said]
    bare = len(said) > 1 and not said[-1][1]  # “1 tỷ 250”: of what?
    falling = all(before > after for before, after in itertools.pairwise(scales))
    if not said or 0 in scales or bare or not falling or _SAID_PART.sub("", body).strip():
        raise NtmError(f"“{cleaned}” không phải là số tiền. Nhập số đồng, ví dụ 250.000.000 hoặc 250 triệu.")
    amount = sign * sum((_scaled(*part) for part in said), Decimal(0))
    if amount != amount.to_integral_value():
        raise NtmError(f"Số tiền tính bằng đồng, không có phần lẻ: “{cleaned}”. Nhập lại số nguyên.")
    return int(amount)


def _scaled(number: str, unit: str, scale: int) -> Decimal:
    try:
        return parse_number(number) * scale
    except AmbiguousNumber as asked:
        raise AmbiguousNumber(number, tuple(f"{one} {unit}".strip() for one in asked.readings)) from None


def _readings(text: str) -> tuple[str, ...]:
    """What a person may have meant, decimals first, each in the notation that parse_number accepts."""
    sign = text[0] if text[0] in "+-" else ""
    body = text.lstrip("+-")
    tail = re.split("[.,]", body)[-1]
    head, mark = body[: -len(tail) - 1], body[-len(tail) - 1]
    whole = re.sub(r"[.,]", "", head)
    readings = []
    if mark not in head:  # the last mark occurs once: it may be the decimal one
        readings.append(f"{sign}{format_int(int(whole))},{tail}")
    if not whole.startswith("0") and not (set(head) & set(".,") - {mark}):
        readings.append(f"{sign}{format_int(int(whole + tail))}")
    return tuple(readings) or (f"{sign}{format_int(int(whole + tail))}",)


def parse_date(text: str) -> date:
    """``30/6/2021`` or ISO ``2021-06-30``; a year that nobody means is a slip of the hand."""
    cleaned = nfc(text).strip()
    try:
        if match := _DATE.fullmatch(cleaned):
            day, month, year = (int(piece) for piece in match.groups())
            found = date(year, month, day)
        elif re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", cleaned):
            found = date.fromisoformat(cleaned)
        else:
            raise NtmError(f"Không đọc được ngày “{cleaned}”. Nhập ngày theo mẫu 30/6/2021.")
    except ValueError:
        raise NtmError(f"Không có ngày “{cleaned}” trong lịch. Nhập lại ngày, ví dụ 30/6/2021.") from None
    if not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        raise NtmError(
            f"Ngày “{cleaned}” không nằm trong các năm {_FIRST_YEAR} đến {_LAST_YEAR}. "
            "Xem lại năm rồi nhập lại."
        )
    return found


_CLOCK = re.compile(r"(\d{1,2})\s*(?:[:.]\s*(\d\d)|(?:giờ|h|g)\s*(?:(\d{1,2})\s*(?:phút|ph|p)?)?)", re.I)


def clock(text: str) -> str:
    """“9:45”, “9h45” and “9 giờ 45” as they are stored: “09:45”. What is no hour stays as it was typed."""
    cleaned = nfc(text).strip()
    match = _CLOCK.fullmatch(cleaned)
    if match is None:
        return cleaned
    hour, minute = int(match[1]), int(match[2] or match[3] or 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else cleaned


def safe_file_name(text: str) -> str:
    """A name that Windows, Linux and USB sticks accept; Vietnamese letters stay."""
    name = re.sub(r'[<>:"/\\|?*\x00-\x1f\x7f]', "-", nfc(text))
    name = " ".join(name.split())[:120].strip(" .")
    if not name:
        return "tep"
    return f"_{name}" if name.split(".")[0].strip().casefold() in _RESERVED_NAMES else name
