"""Who may sign the papers of a dossier for the People's Committee, by the post (Nghị định 30/2020, D2–D6);
and whether the name of a certificate is the one that a paper has."""

from __future__ import annotations

import re
from collections.abc import Sequence
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
_HONORIFICS = ("ông", "bà", "đồng chí", "đ/c", "gs.", "pgs.", "ts.", "ths.", "ks.", "cn.", "bs.")
_NAME = re.compile(r"(?:[^\W\d_]+\.?|đ/c)(?: [^\W\d_]+\.?){1,6}", re.IGNORECASE)
_OFFICE = re.compile(r"(?:uy ban|ubnd|hoi dong|hdnd|dang uy|ban quan ly|ban chi dao)\b")
_OF_A_PERSON = re.compile(r"(?:cccd|cmnd|hc):", re.IGNORECASE)
_SEVERAL = re.compile(r"[,;+]| kiem | - | – ")


def signing_post(post: str) -> SigningPost | None:
    """What a person signs as; None: the post signs nothing. Of several posts the first that signs counts."""
    for one in _SEVERAL.split(search_key(post)):
        if (found := _POST.fullmatch(one.strip())) is not None:
            return _KINDS[found["short"] or found["kind"]]
    return None


def plain_name(name: str) -> str:
    """The name without titles or forms of address before it (D6)."""
    words = name.split()
    while len(words) > 1:
        taken = next((n for n in (2, 1) if " ".join(words[:n]).lower() in _HONORIFICS), 0)
        if not taken:
            break
        words = words[taken:]
    return " ".join(words)


def looks_like_name(text: str) -> bool:
    """Several words of letters, each with a capital: what a paper prints below a signature."""
    words = plain_name(text).split()
    return (
        _NAME.fullmatch(" ".join(text.split())) is not None
        and len(words) > 1
        and all(word[0].isupper() for word in words)
    )


def is_same_person(one: str, other: str) -> bool:
    """Certificates are often written in capitals, or without the marks."""
    return search_key(plain_name(one)) == search_key(plain_name(other))


def is_office(name: str, organisation: str, numbers: Sequence[str] = ()) -> bool:
    """Whether a certificate is an office's: it gives no number of a person (CCCD, CMND, hộ chiếu), and its
    name is that of the organisation or begins as those of offices do."""
    if any(_OF_A_PERSON.match(number) for number in numbers):
        return False
    key = search_key(name)
    return key == search_key(organisation) or _OFFICE.match(key) is not None
