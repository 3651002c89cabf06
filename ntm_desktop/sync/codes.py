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


def _base32(content_root: str) -> str:
    """All 256 bits in 52 letters; the last four bits that these could hold are 0."""
    number, letters = int(content_root, 16) << 4, 4 * len(content_root) + 4
    return "".join(_ALPHABET[number >> shift & 31] for shift in range(letters - 5, -1, -5))


def same_code(typed: str, code: str) -> bool:
    """What a person typed off paper: small letters, no hyphens, letters that look like digits."""
    return _read(typed) == _read(code)


def _read(typed: str) -> str:
    return re.sub(r"[\s-]", "", typed.upper()).translate(str.maketrans("OIL", "011"))
