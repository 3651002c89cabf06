"""Names that nearly are a known one: other punctuation, spaces or form of a number, a letter or two, a word
more or less.

Names that differ in a number are of two things: “thôn 1” and “thôn 2”, “giai đoạn I” and “giai đoạn II”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

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
        self._by_length: dict[tuple[Numbers, int], list[tuple[int, Key]]] = {}
        self._shorter: dict[Key, list[Key]] = {}
        self._numbers: set[Numbers] = set()
        for uid, name in names.items():
            numbers, words = _parts(name)
            letters = "".join(words)
            key = numbers, letters
            self._uids.setdefault(key, []).append(uid)
            if len(self._uids[key]) == 1:
                self._numbers.add(numbers)
                alike = self._by_length.setdefault((numbers, len(letters)), [])
                alike.append((_odd(letters), key))
                for fewer in _without_one(words):
                    self._shorter.setdefault((numbers, fewer), []).append(key)

    def find(self, name: str) -> tuple[str, ...]:
        """The uids of those that are near, the nearest first."""
        numbers, words = _parts(name)
        if numbers not in self._numbers or not (words or numbers):
            return ()
        letters = "".join(words)
        found = dict.fromkeys(self._uids.get((numbers, letters), ()))
        candidates = list(self._candidates(numbers, letters, _most(letters)))
        for most in range(1, _most(letters) + 1):
            for near in candidates:
                if _within(letters, near[1], min(most, _most(near[1]))):
                    found.update(dict.fromkeys(self._uids[near]))
        longer = self._shorter.get((numbers, letters), ())
        for near in (*longer, *((numbers, fewer) for fewer in _without_one(words))):
            found.update(dict.fromkeys(self._uids.get(near, ())))
        return tuple(found)[:_MOST_NEAR]

    def _candidates(self, numbers: Numbers, letters: str, most: int) -> Iterator[Key]:
        """Quickly, of thousands: another letter is at most two that are odd in one and even in the other."""
        odd = _odd(letters)
        for length in range(len(letters) - most, len(letters) + most + 1):
            for known, key in self._by_length.get((numbers, length), ()):
                if (known ^ odd).bit_count() <= 2 * most:
                    yield key


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


def _odd(letters: str) -> int:
    """A bit for each letter that occurs an odd number of times."""
    odd = 0
    for letter in letters:
        odd ^= 1 << (ord(letter) & 31)
    return odd


def _within(one: str, other: str, most: int) -> bool:
    """Whether so many letters added, dropped or changed make one the other."""
    if abs(len(one) - len(other)) > most:
        return False
    if one == other or not most:
        return one == other
    at = 0
    while at < len(one) and at < len(other) and one[at] == other[at]:
        at += 1
    one, other = one[at:], other[at:]
    return (
        _within(one[1:], other[1:], most - 1)
        or _within(one[1:], other, most - 1)
        or _within(one, other[1:], most - 1)
    )
