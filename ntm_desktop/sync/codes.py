"""A content root as people read it and as a camera reads it off paper (docs/package-format.md §8)."""

from __future__ import annotations

import re

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's Base32: no I, L, O, U
_GROUPS, _GROUP = 5, 5
SHORT_CODE = re.compile(r"(?<![0-9A-Z-])[0-9A-HJKMNP-TV-Z]{5}(?:-[0-9A-HJKMNP-TV-Z]{5}){4}(?![0-9A-Z-])")
"""What ``short_code`` gives, among other letters."""


def short_code(content_root: str) -> str:
    """The first 125 bits: "JTYPM-A9KJR-SJVZW-0FR27-4ANM3"."""
    letters = _base32(content_root)
    return "-".join(letters[start : start + _GROUP] for start in range(0, _GROUPS * _GROUP, _GROUP))


def qr_text(*, unit: str, period: str, content_root: str) -> str:
    """What the QR code holds, in the letters of its alphanumeric mode; of the period its digits."""
    return f"NTM1:{unit}:{re.sub('[^0-9]', '', period)}:{_base32(content_root)}"


def same_code(typed: str, code: str) -> bool:
    """What a person typed off paper: small letters, no hyphens, letters that look like digits."""
    return plain_letters(typed) == plain_letters(code)


def plain_letters(typed: str) -> str:
    return re.sub(r"[\s-]", "", typed.upper()).translate(str.maketrans("OIL", "011"))


def letters_of(told: bytes) -> str:
    """Bytes whose bits are a multiple of five, eight letters for five bytes."""
    return _letters(int.from_bytes(told, "big"), 8 * len(told) // 5)


def bytes_of(letters: str) -> bytes:
    """Of ``plain_letters``. Raises ValueError for one that is none of the alphabet."""
    number = 0
    for letter in letters:
        number = number << 5 | _ALPHABET.index(letter)
    return number.to_bytes(5 * len(letters) // 8, "big")


def _base32(content_root: str) -> str:
    """All 256 bits in 52 letters; the last four bits that these could hold are 0."""
    return _letters(int(content_root, 16) << 4, 52)


def _letters(number: int, count: int) -> str:
    return "".join(_ALPHABET[number >> 5 * place & 31] for place in reversed(range(count)))
