"""What a person typed into a field, as it is kept: NFC, trimmed, no control characters; dates as ISO text."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from ntm_desktop.errors import NtmError
from ntm_desktop.text import nfc


@lru_cache(maxsize=8192)  # an import asks for the same names row by row, then writing them
def line(text: str) -> str:
    """One line. Runs of white space become one space."""
    return " ".join(_without_controls(text).split())


def body(text: str) -> str:
    """Several lines; trailing space goes, empty lines stay."""
    lines = [_without_controls(part).rstrip() for part in text.splitlines()]
    return "\n".join(lines).strip("\n")


def required(values: Mapping[str, str]) -> None:
    """Refuses when a field is empty; ``values`` maps the field's name on screen to its text."""
    missing = [name for name, text in values.items() if not line(text)]
    if missing:
        problems = [f"Chưa nhập {name}." for name in missing]
        raise NtmError(problems[0] if len(problems) == 1 else "Chưa nhập đủ thông tin.", problems)


def iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


@lru_cache(maxsize=8192)
def day_of(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def check_period(from_date: date | None, to_date: date | None) -> None:
    if from_date and to_date and to_date < from_date:
        raise NtmError("Ngày kết thúc trước ngày bắt đầu. Sửa lại một trong hai ngày.")


def _without_controls(text: str) -> str:
    text = nfc(text)
    if text.isprintable():
        return text
    kept = (" " if letter in "\t\r\n" else letter for letter in text)
    return "".join(letter for letter in kept if unicodedata.category(letter) != "Cc")
