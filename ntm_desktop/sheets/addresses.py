"""Cell addresses: E17 is column 4 (from 0), row 17."""

from __future__ import annotations

import re
from functools import cache

_ADDRESS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


@cache
def letters(column: int) -> str:
    """The letters of a column, counted from 0."""
    found = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def place(address: str) -> tuple[int, int]:
    """Row and column of an address. Raises ValueError."""
    parts = _ADDRESS.fullmatch(address)
    if parts is None:
        raise ValueError(f"no address: {address}")
    column = 0
    for letter in parts[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(parts[2]), column - 1
