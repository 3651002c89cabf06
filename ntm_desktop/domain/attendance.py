"""Names of those who attended that were typed on one line, with commas between them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ntm_desktop.domain.consultation import Attendee

_TITLE = re.compile(r"(?:ông|bà|anh|chị|đồng chí|đ/c)[.:]? +", re.IGNORECASE)
_MOST_WORDS = 6


def is_run_on(one: Attendee) -> bool:
    return "," in one.name


def apart(rows: Sequence[Attendee]) -> list[Attendee]:
    """Each name a row; what is no name is the post of the one before it. A line that does not begin with a
    name stays whole."""
    found: list[Attendee] = []
    for row in rows:
        pieces = [piece.strip() for piece in row.name.split(",") if piece.strip()]
        if not is_run_on(row) or not pieces or not _is_name(pieces[0]):
            found.append(row)
            continue
        names: list[tuple[str, list[str]]] = []
        for piece in pieces:
            if _is_name(piece):
                names.append((piece, []))
            else:
                names[-1][1].append(piece)
        if row.post:
            names[-1][1].append(row.post)
        found += [Attendee(name, ", ".join(posts)) for name, posts in names]
    return found


def _is_name(text: str) -> bool:
    """ "Cao Thị Hòa", "ông Cao Văn An": each word with a capital; "Chủ tịch UBND xã" is none."""
    words = _TITLE.sub("", text, count=1).split()
    capital = all(word[0].isupper() for word in words)
    return capital and 0 < len(words) <= _MOST_WORDS and not (len(words) == 1 and text.isupper())
