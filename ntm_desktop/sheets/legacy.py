"""Text typed in the old one-byte codes TCVN3 (ABC) and VNI: how it is told apart, what it says in Unicode.

Tables after the project's notes on text, §1 (glibc TCVN5712-1, vietunicode). Nothing is converted unasked:
``detect`` proposes, with its evidence, and the caller shows both before it takes one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from ntm_desktop.text import nfc


class Encoding(StrEnum):
    TCVN3 = "TCVN3"
    VNI = "VNI"


@dataclass(frozen=True, slots=True)
class Found:
    """A cell that is not Unicode Vietnamese: what it would say, and why we think so."""

    encoding: Encoding
    text: str
    evidence: str


_TCVN3_LETTERS = """
    à B5 ả B6 ã B7 á B8 ạ B9 ă A8 ằ BB ẳ BC ẵ BD ắ BE ặ C6 â A9 ầ C7 ẩ C8 ẫ C9 ấ CA ậ CB đ AE
    è CC ẻ CE ẽ CF é D0 ẹ D1 ê AA ề D2 ể D3 ễ D4 ế D5 ệ D6 ì D7 ỉ D8 ĩ DC í DD ị DE
    ò DF ỏ E1 õ E2 ó E3 ọ E4 ô AB ồ E5 ổ E6 ỗ E7 ố E8 ộ E9 ơ AC ờ EA ở EB ỡ EC ớ ED ợ EE
    ù EF ủ F1 ũ F2 ú F3 ụ F4 ư AD ừ F5 ử F6 ữ F7 ứ F8 ự F9 ỳ FA ỷ FB ỹ FC ý FD ỵ FE
    Ă A1 Â A2 Ê A3 Ô A4 Ơ A5 Ư A6 Đ A7
"""
_TCVN3 = {
    chr(int(code, 16)): letter for letter, code in zip(*[iter(_TCVN3_LETTERS.split())] * 2, strict=True)
}

_VNI_MARKS = {
    "": "øûõùï",
    "circumflex": "âàåãáä",
    "breve": "êèúüéë",
}
"""After a vowel: huyền hỏi ngã sắc nặng; with circumflex and with breve first the mark alone."""
_TONES = "\u0300\u0309\u0303\u0301\u0323"
_VNI_SINGLE = {
    "ì": "ì", "æ": "ỉ", "ó": "ĩ", "í": "í", "ò": "ị", "î": "ỵ", "ñ": "đ", "ô": "ơ", "ö": "ư",
}  # fmt: skip


def _vni_table() -> dict[str, str]:
    table: dict[str, str] = dict(_VNI_SINGLE)
    for vowel in "aeouy":
        for mark, tone in zip(_VNI_MARKS[""], _TONES, strict=True):
            table[vowel + mark] = nfc(vowel + tone)
    for base, vowel in (("ô", "ơ"), ("ö", "ư")):
        for mark, tone in zip(_VNI_MARKS[""], _TONES, strict=True):
            table[base + mark] = nfc(vowel + tone)
    for vowels, name, letter_mark in (("aeo", "circumflex", "\u0302"), ("a", "breve", "\u0306")):
        for vowel in vowels:
            for mark, tone in zip(_VNI_MARKS[name], ("", *_TONES), strict=True):
                table[vowel + mark] = nfc(vowel + letter_mark + tone)
    for source, letter in list(table.items()):
        table[source.upper()] = letter.upper()
        if len(source) > 1:
            table[source[0].upper() + source[1:]] = letter.upper()
    return table


_VNI = _vni_table()
_VNI_UNIT = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))
_SURELY_UNICODE = re.compile("[\u1ea0-\u1ef9ĂăĐđĨĩŨũƠơƯư\u0300-\u036f]")
_ONE_BYTE = re.compile("[\u00a1-\u00ff]")


@lru_cache(maxsize=8192)
def may_be(text: str) -> bool:
    """Whether the text has letters of the one-byte codes, and none that only Unicode has."""
    return _ONE_BYTE.search(text) is not None and _SURELY_UNICODE.search(text) is None


@lru_cache(maxsize=8192)
def detect(text: str, font: str = "") -> Found | None:
    """What a text in an old code says; None when it is to be taken as it stands.

    Evidence is the font, or that words which are no Vietnamese syllables become some.
    """
    text = nfc(text)
    if not may_be(text):
        return None
    named = encoding_of_font(font)
    if named is not None:
        said = convert(text, named, capitals=font.rstrip().upper().endswith("H"))
        return Found(named, said, f"phông chữ {font}") if said != text else None
    words = _pieces(text)
    best = max(Encoding, key=lambda encoding: _gain(words, encoding))
    proofs = [word for word in words if _is_strange(word) and is_syllable(convert(word, best))]
    if not proofs or _gain(words, best) < _ENOUGH:
        return None
    shown = ", ".join(f"“{word}”" for word in proofs[:2])
    evidence = f"{shown} không phải âm tiết tiếng Việt, đổi từ {best} thì phải"
    return Found(best, convert(text, best), evidence)


def encoding_of_font(font: str) -> Encoding | None:
    name = font.strip().casefold()
    if name.startswith(".vn"):
        return Encoding.TCVN3
    return Encoding.VNI if name.startswith("vni") else None


@lru_cache(maxsize=8192)
def convert(text: str, encoding: Encoding, *, capitals: bool = False) -> str:
    """``capitals``: the font shows capitals over lower-case bytes (a TCVN3 font whose name ends in H)."""
    if encoding is Encoding.VNI:
        return nfc(_VNI_UNIT.sub(lambda unit: _VNI[unit[0]], text))
    said = "".join(_TCVN3.get(letter, letter) for letter in text)
    return nfc(said.upper() if capitals else said)


def in_tcvn3(text: str) -> str:
    """What a TCVN3 font shows as the text; capitals with a tone have no code of their own and stay."""
    codes = {letter: code for code, letter in _TCVN3.items()}
    return "".join(codes.get(letter, letter) for letter in nfc(text))


_ENOUGH = 0.75
"""Share of the changed words that must be syllables afterwards; names of ethnic places are not all."""


def _gain(words: Iterable[str], encoding: Encoding) -> float:
    changed = [said for word in words if (said := convert(word, encoding)) != word]
    return sum(map(is_syllable, changed)) / len(changed) if changed else 0.0


def _pieces(text: str) -> list[str]:
    """Words as the old codes make them, of letters and of signs that stand for letters."""
    return [word for word in re.split(r"[\s\d,.;:()\[\]/+\-–—“”\"'?!&%]+", text) if word]


def _is_strange(word: str) -> bool:
    """Evidence of an old code: a word of other letters than ASCII that no syllable is, and no lone sign."""
    return not word.isascii() and len(word) > 1 and any(c.isascii() for c in word) and not is_syllable(word)


_ONSETS = (
    "ngh", "ng", "nh", "gh", "gi", "ch", "kh", "ph", "th", "tr", "qu",
    "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
)  # fmt: skip
_RIMES: Mapping[str, str] = {
    "a": " c ch i m n ng nh o p t u y",
    "ă": "c m n ng p t",
    "â": "c m n ng p t u y",
    "e": " c m n ng o p t",
    "ê": " ch m n ng nh p t u c",
    "i": " a ch m n nh p t u êc êm ên êng êp êt êu",
    "o": " a ac ach ai am an ang anh ao ap at ay ăc ăm ăn ăng ăt c e en eo et i m n ng p t",
    "ô": " c i m n ng p t",
    "ơ": " i m n p t",
    "u": " a ân âng ât ây c ê êch ênh i m n ng ôc ôi ôm ôn ông ôt ơ p t y ya ych yn yên yêt ynh yt yp yu",
    "ư": " a c i m n ng ơc ơi ơm ơn ơng ơp ơt ơu t u",
    "y": " nh t êm ên êng êt êu",
}
_KNOWN_RIMES = frozenset(
    head + tail.strip()
    for head, tails in _RIMES.items()
    for tail in ([""] if tails[0] == " " else []) + tails.split()
)


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Whether a word is built as a Vietnamese syllable: onset, rime, at most one tone, where it may stand."""
    letters: list[str] = []
    tones: list[tuple[int, str]] = []  # where, which
    for char in unicodedata.normalize("NFC", word.casefold()):
        parts = unicodedata.normalize("NFD", char)
        tone = [mark for mark in parts if mark in _TONES]
        if tone:
            tones.append((len(letters), tone[0]))
        letters.append(nfc("".join(mark for mark in parts if mark not in _TONES)))
    if len(tones) > 1:
        return False
    bare = "".join(letters)
    if bare.endswith(("c", "ch", "p", "t")) and (not tones or tones[0][1] not in "\u0301\u0323"):
        return False
    for onset in _ONSETS:
        rime = bare[len(onset) :]
        if not bare.startswith(onset) or not (rime in _KNOWN_RIMES or (onset, rime) == ("gi", "")):
            continue
        if not tones or tones[0][0] - len(onset) in _tone_places(rime):
            return True
    return False


@cache
def _tone_places(rime: str) -> frozenset[int]:
    """Where in a rime its tone may stand; “oa, oe, uy” take it on either letter, as offices write both."""
    if not rime:
        return frozenset({-1})  # gì
    vowels = [place for place, letter in enumerate(rime) if letter in _RIMES]
    if len(vowels) < len(rime) or len(vowels) == 1:
        return frozenset({vowels[-1]})
    if rime in ("oa", "oe", "uy"):
        return frozenset(vowels)
    marked = [place for place in vowels if not rime[place].isascii()]
    return frozenset({marked[-1] if marked else vowels[len(vowels) // 2 if len(vowels) == 3 else 0]})
