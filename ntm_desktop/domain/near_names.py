"""Names that nearly are a known one: other punctuation, spaces or form of a number, a letter or two, a word
more or less.

Names that differ in a number are of two things: “thôn 1” and “thôn 2”, “giai đoạn I” and “giai đoạn II”.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ntm_desktop.text import search_key

_TOKEN = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+")
_ROMAN = re.compile(r"[ivx]+")
_COUNTS = frozenset(["mot", "hai", "ba", "bon", "tu", "nam", "sau", "bay", "tam", "chin", "muoi"])
_ONE_LETTER_FROM, _TWO_LETTERS_FROM = 5, 10  # letters of a name that may have so many others
_LEAST_WORDS = 4  # of a name that may have one more
_MOST_NEAR = 3

Numbers = tuple[str, ...]
Key = tuple[Numbers, str]
"""The numbers of a name in their order, and its letters without marks and spaces."""


class NearNames:
    """Known names, found by those that nearly are one of them."""

    def __init__(self, names: Mapping[str, str]) -> None:
        """``names`` by uid."""
        self._uids: dict[Key, list[str]] = {}
        self._shorter: dict[Key, dict[Key, None]] = {}
        alike: dict[Numbers, list[str]] = {}
        for uid, name in names.items():
            numbers, words = _parts(name)
            letters = "".join(words)
            key = numbers, letters
            self._uids.setdefault(key, []).append(uid)
            if len(self._uids[key]) == 1:
                alike.setdefault(numbers, []).append(letters)
            for fewer in _without_one(words):
                self._shorter.setdefault((numbers, fewer), {})[key] = None
        self._alike = {numbers: _Letters(several) for numbers, several in alike.items()}

    def find(self, name: str) -> tuple[str, ...]:
        """The uids of those that are near, the nearest first."""
        numbers, words = _parts(name)
        if numbers not in self._alike or not (words or numbers):
            return ()
        found: dict[str, None] = {}
        for key in self._near(numbers, words):
            found.update(dict.fromkeys(self._uids.get(key, ())))
            if len(found) >= _MOST_NEAR:
                break
        return tuple(found)[:_MOST_NEAR]

    def _near(self, numbers: Numbers, words: Sequence[str]) -> Iterator[Key]:
        """What near names are kept under, the nearest first; some twice."""
        letters = "".join(words)
        yield numbers, letters
        alike = self._alike[numbers]
        for changes in range(1, _most(letters) + 1):
            for other in alike.like(letters, changes):
                if _within(letters, other, min(changes, _most(other))):
                    yield numbers, other
        yield from self._shorter.get((numbers, letters), ())
        for fewer in _without_one(words):
            yield numbers, fewer


class _Letters:
    """Names of one set of numbers, and which letters they have: quick, where thousands are compared with
    thousands. The names that have a letter (once, twice …) are the bits of one number."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = sorted(names, key=len)
        self._having: dict[_Occurrence, int] = {}

    def like(self, name: str, most: int) -> Iterator[str]:
        """The names of which so many letters, in any order, are not in this one, and so many of this one are
        not in them: among them all that so many changes make this one, the shortest first."""
        if not self._having:
            self._having = _having(self._names)
        mine = _occurrences(name)
        every = (1 << len(self._names)) - 1
        more = _more_than(most, (those for it, those in self._having.items() if it not in mine))
        fewer = _more_than(most, (every ^ self._having.get(it, 0) for it in mine))
        left = every & ~(more | fewer)
        while left:
            lowest = left & -left
            yield self._names[lowest.bit_length() - 1]
            left ^= lowest


_Occurrence = tuple[str, int]  # a letter, and which time it occurs in the name


def _occurrences(name: str) -> set[_Occurrence]:
    return {(letter, at) for letter in set(name) for at in range(name.count(letter))}


def _having(names: Sequence[str]) -> dict[_Occurrence, int]:
    """By each occurrence, a bit for each of the names that has it."""
    bits: dict[_Occurrence, bytearray] = {}
    for at, name in enumerate(names):
        for it in _occurrences(name):
            if it not in bits:
                bits[it] = bytearray(len(names) // 8 + 1)
            bits[it][at // 8] |= 1 << at % 8
    return {it: int.from_bytes(those, "little") for it, those in bits.items()}


def _more_than(most: int, sets: Iterable[int]) -> int:
    """The bits that are set in more than ``most`` of these."""
    set_in = [0] * (most + 1)  # more than 0 of those so far, more than 1 …
    for those in sets:
        for at in range(most, 0, -1):
            set_in[at] |= set_in[at - 1] & those
        set_in[0] |= those
    return set_in[most]


def is_near(name: str, other: str) -> bool:
    return bool(NearNames({"": other}).find(name))


def _parts(name: str) -> tuple[Numbers, Sequence[str]]:
    """The numbers and the words of a name."""
    numbers, words = [], []
    for token in _TOKEN.findall(search_key(name).replace("²", "2").replace("³", "3")):
        if token[0].isdigit():
            whole, comma, rest = token.replace(".", ",").partition(",")
            rest = rest if "," in rest else rest.rstrip("0")
            numbers.append(f"{whole}{comma}{rest}" if rest else whole)
        elif len(token) == 1 or token in _COUNTS or _ROMAN.fullmatch(token):
            numbers.append(token)
        else:
            words.append(token)
    return tuple(numbers), words


def _without_one(words: Sequence[str]) -> list[str]:
    """The letters with each of the words left out in turn."""
    if len(words) <= _LEAST_WORDS:
        return []
    return list(dict.fromkeys("".join((*words[:at], *words[at + 1 :])) for at in range(len(words))))


def _most(letters: str) -> int:
    """How many letters may differ, for so long a name."""
    return (len(letters) >= _ONE_LETTER_FROM) + (len(letters) >= _TWO_LETTERS_FROM)


def _within(one: str, other: str, most: int) -> bool:
    """Whether so many letters added, dropped or changed make one the other."""
    if abs(len(one) - len(other)) > most:
        return False
    if one == other or not most:
        return one == other
    at = 0
    for letter, another in zip(one, other, strict=False):
        if letter != another:
            break
        at += 1
    one, other = one[at:], other[at:]
    return (
        _within(one[1:], other[1:], most - 1)
        or _within(one[1:], other, most - 1)
        or _within(one, other[1:], most - 1)
    )
