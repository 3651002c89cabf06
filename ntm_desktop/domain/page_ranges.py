"""Which pages of a document count, as an office writes it: "1-3, 5", "trang 2", "tr. 4 - 6"."""

from __future__ import annotations

import re

_WORDS = re.compile(r"\b(?:trang|tr)\b\.?", re.IGNORECASE)
_PART = re.compile(r"([0-9]{1,5})(?:\s*[-–]\s*([0-9]{1,5}))?")


def pages_of(text: str, total: int) -> tuple[int, ...] | None:
    """The pages named, from 0, in the order named, each once; all of them where nothing is written.

    None where the words name no pages, or pages that a document of ``total`` does not have.
    """
    words = _WORDS.sub("", text).strip().rstrip(".")
    if not words:
        return tuple(range(total))
    found: dict[int, None] = {}
    for part in re.split("[,;]", words):
        match = _PART.fullmatch(part.strip())
        if match is None:
            return None
        first, last = int(match[1]), int(match[2] or match[1])
        if not 1 <= first <= last <= total:
            return None
        found.update(dict.fromkeys(range(first - 1, last)))
    return tuple(found)
