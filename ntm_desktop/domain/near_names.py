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
_PIECES = 3  # one more than the letters that may differ: one of them is whole

Numbers = tuple[str, ...]
Key = tuple[Numbers, str]
"""The numbers of a name in their order, and its letters without marks and spaces."""


class NearNames:
    """Known names, found by those that nearly are one of them."""

    def __init__(self, names: Mapping[str, str]) -> None:
        """``names`` by uid."""
        self._uids: dict[Key, list[str]] = {}
        self._pieces: dict[tuple[Numbers, int, int, str], list[Key]] = {}
        self._shorter: dict[Key, list[Key]] = {}
        self._numbers: set[Numbers] = set()
        for uid, name in names.items():
            numbers, words = _parts(name)
            letters = "".join(words)
            key = numbers, letters
            self._uids.setdefault(key, []).append(uid)
            if len(self._uids[key]) == 1:
                self._numbers.add(numbers)
                for place, start, end in _cut(len(letters)):
                    piece = numbers, len(letters), place, letters[start:end]
                    self._pieces.setdefault(piece, []).append(key)
                for fewer in _without_one(words):
                    self._shorter.setdefault((numbers, fewer), []).append(key)

    def find(self, name: str) -> tuple[str, ...]:
        """The uids of those that are near, the nearest first."""
        numbers, words = _parts(name)
        if numbers not in self._numbers or not (words or numbers):
            return ()
        letters = "".join(words)
        found = dict.fromkeys(self._uids.get((numbers, letters), ()))
        for most in range(1, _most(letters) + 1):
            for near in self._candidates(numbers, letters, most):
                if _within(letters, near[1], min(most, _most(near[1]))):
                    found.update(dict.fromkeys(self._uids[near]))
        longer = self._shorter.get((numbers, letters), ())
        for near in (*longer, *((numbers, fewer) for fewer in _without_one(words))):
            found.update(dict.fromkeys(self._uids.get(near, ())))
        return tuple(found)[:_MOST_NEAR]

    def _candidates(self, numbers: Numbers, letters: str, most: int) -> Iterable[Key]:
        keys: dict[Key, None] = {}
        for length in range(len(letters) - most, len(letters) + most + 1):
            for place, start, end in _cut(length):
                for at in range(max(start - most, 0), start + most + 1):
                    piece = numbers, length, place, letters[at : at + end - start]
                    keys.update(dict.fromkeys(self._pieces.get(piece, ())))
        return keys


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


def _cut(length: int) -> Iterator[tuple[int, int, int]]:
    """The pieces of a name of that length, where each begins and ends."""
    size = length // _PIECES
    for place in range(_PIECES) if size > 0 else ():
        yield place, place * size, length if place == _PIECES - 1 else (place + 1) * size


def _within(one: str, other: str, most: int) -> bool:
    """Whether so many letters added, dropped or changed make one the other."""
    same = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    one, other = one[same:], other[same:]
    if not one or not other:
        return len(one) + len(other) <= most
    return most > 0 and (
        _within(one[1:], other[1:], most - 1)
        or _within(one[1:], other, most - 1)
        or _within(one, other[1:], most - 1)
    )
