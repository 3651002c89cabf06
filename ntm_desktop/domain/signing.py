"""Who may sign the papers of a dossier for the People's Committee, by the post (Nghị định 30/2020, D2–D4)."""

from __future__ import annotations

import re
from enum import StrEnum

from ntm_desktop.text import search_key

WHO_SIGNS = "Chủ tịch, Phó Chủ tịch hoặc Quyền Chủ tịch"


class SigningPost(StrEnum):
    CHAIR = "chair"
    DEPUTY = "deputy"  # signs for the chairman
    ACTING = "acting"


_KINDS = {
    "": SigningPost.CHAIR,
    "ct": SigningPost.CHAIR,
    "pho": SigningPost.DEPUTY,
    "pct": SigningPost.DEPUTY,
    "quyen": SigningPost.ACTING,
    "q.": SigningPost.ACTING,
}
_POST = re.compile(
    r"(?:(?P<kind>pho|quyen|q\.|) ?chu tich|(?P<short>p?ct))"
    r"(?: thuong truc)?(?: phu trach.*)?(?: (?:ubnd|uy ban nhan dan|xa)\b.*)?"
)
_SEVERAL = re.compile(r"[,;+]| kiem | - | – ")


def signing_post(post: str) -> SigningPost | None:
    """What a person signs as; None: the post signs nothing. Of several posts the first that signs counts."""
    for one in _SEVERAL.split(search_key(post)):
        if (found := _POST.fullmatch(one.strip())) is not None:
            return _KINDS[found["short"] or found["kind"]]
    return None
