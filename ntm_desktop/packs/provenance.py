"""Where a line of a pack was read, in the words of an office.

Packs keep the whole of it, with sites and what could not be read; an official is shown the documents named.
"""

from __future__ import annotations

import re

from ntm_desktop.domain.criteria import Verification

UNCHECKED = "chưa đối chiếu với văn bản gốc"

_NOTED = re.compile(r"hiểu biết chung|chưa đọc được|dẫn trên|đối chiếu|theo thực tế|\bbáo [A-ZĐ]|quy ước")
"""Words of the one who wrote the pack."""
_DOCUMENT = re.compile(
    r"(?:Điều \d+ )?(?:Quyết định|Hướng dẫn|Nghị định|Nghị quyết|Thông tư)(?: số)? \d[\w/.-]*"
    r"(?: ngày [\d/]+)?"
)


def shown(source: str) -> str:
    """The part of it that tells an official something; "" of none."""
    kept: list[str] = []
    for clause in source.split(";"):
        said = _DOCUMENT.findall(clause) or ([] if _NOTED.search(clause) else [clause.strip()])
        kept += [one for one in said if one and one not in kept]
    return "; ".join(kept)


def ground(name: str, source: str, verification: Verification) -> str:
    """A line of the document called ``name``, with the doubt that stays."""
    told = shown(source)
    whole = f"{name}: {told}" if told else name
    return whole if verification is Verification.CONFIRMED else f"{whole}; {UNCHECKED}"
