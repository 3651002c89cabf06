"""Packages and parts on sticks and in folders, found by their first bytes: docs/package-format.md §4 and §11.

A part is read to its end, for it must prove itself; of a package only the first bytes are.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from ntm_desktop.errors import reason
from ntm_desktop.sync import header as headers
from ntm_desktop.sync import parts
from ntm_desktop.sync.age_file import Alive, ignored
from ntm_desktop.sync.parts import Part
from ntm_desktop.sync.refusals import PackageRefused
from ntm_desktop.text import natural_key

DEPTH = 3
_MOST_ENTRIES = 20_000


@dataclass(frozen=True, slots=True)
class InParts:
    """What was found of one package: ``paths`` are good parts of one export of it, each once, in their order;
    ``repeated`` the same again; ``others`` good parts of other exports, which do not go with these."""

    package_id: str
    count: int
    paths: tuple[Path, ...]
    lacking: tuple[int, ...]
    repeated: tuple[Path, ...]
    others: tuple[Path, ...]

    @property
    def told(self) -> str:
        if not self.lacking:
            return f"đủ {self.count} phần"
        return f"thiếu phần {ranges(self.lacking)} (trong {self.count} phần)"


@dataclass(frozen=True, slots=True)
class BadPart:
    """``index`` is None where even that cannot be read."""

    path: Path
    index: int | None

    @property
    def told(self) -> str:
        which = "" if self.index is None else f" (phần {self.index})"
        return f"{self.path.name}{which} bị hỏng: chép lại phần này từ nơi gửi"


@dataclass(frozen=True, slots=True)
class Unread:
    path: Path
    reason: str

    @property
    def told(self) -> str:
        return f"{self.path}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Found:
    """``neither`` are files that somebody named and that are no packages; ``is_cut``: there was more than is
    looked at."""

    packages: tuple[Path, ...]
    in_parts: tuple[InParts, ...]
    bad: tuple[BadPart, ...]
    unread: tuple[Unread, ...]
    neither: tuple[Path, ...]
    is_cut: bool


@dataclass(slots=True)
class _Search:
    alive: Alive
    left: int = _MOST_ENTRIES
    is_cut: bool = False
    packages: list[Path] = field(default_factory=list)
    parts: list[tuple[Part, Path]] = field(default_factory=list)
    bad: list[BadPart] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    neither: list[Path] = field(default_factory=list)


def find(paths: Iterable[Path], alive: Alive = ignored) -> Found:
    """In files, and in folders down to ``DEPTH``. Links are followed only where somebody named one."""
    search = _Search(alive)
    for path in dict.fromkeys(path.absolute() for path in paths):
        _look(path, search)
    return Found(
        packages=tuple(dict.fromkeys(search.packages)),
        in_parts=tuple(_in_parts(search.parts)),
        bad=tuple(dict.fromkeys(search.bad)),
        unread=tuple(dict.fromkeys(search.unread)),
        neither=tuple(search.neither),
        is_cut=search.is_cut,
    )


def _look(path: Path, search: _Search) -> None:
    try:
        mode = path.stat().st_mode
    except OSError as error:
        search.unread.append(Unread(path, reason(error)))
        return
    if stat.S_ISDIR(mode):
        _look_in(path, search)
    elif not (stat.S_ISREG(mode) and _is_taken(path, search)):
        search.neither.append(path)


def _look_in(folder: Path, search: _Search) -> None:
    """Level by level, so that what lies deep is what is left out."""
    level = [folder]
    for _depth in range(DEPTH):
        below: list[Path] = []
        for one in level:
            for entry in _entries(one, search):
                search.alive(0)
                if entry.is_dir(follow_symlinks=False):
                    below.append(Path(entry.path))
                elif entry.is_file(follow_symlinks=False):
                    _is_taken(Path(entry.path), search)
        level = below
    search.is_cut |= bool(level)


def _entries(folder: Path, search: _Search) -> list[os.DirEntry[str]]:
    found: list[os.DirEntry[str]] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if not search.left:
                    search.is_cut = True
                    break
                search.left -= 1
                found.append(entry)
    except OSError as error:
        search.unread.append(Unread(folder, reason(error)))
    return sorted(found, key=lambda entry: natural_key(entry.name))


def _is_taken(path: Path, search: _Search) -> bool:
    """Whether it is a package, a part, or could not be read."""
    try:
        with path.open("rb") as file:
            first = file.read(max(len(headers.MAGIC), len(parts.MAGIC)))
            if first.startswith(headers.MAGIC):
                search.packages.append(path)
            elif first.startswith(parts.MAGIC):
                file.seek(0)
                index = None
                try:
                    index = parts.read_beginning(file).index
                    file.seek(0)
                    search.parts.append((parts.read(file, search.alive), path))
                except PackageRefused:
                    search.bad.append(BadPart(path, index))
            else:
                return False
    except OSError as error:
        search.unread.append(Unread(path, reason(error)))
    return True


def _in_parts(known: Sequence[tuple[Part, Path]]) -> Iterator[InParts]:
    """Of several exports of one package the one goes on that lacks the least."""
    ordered = sorted(dict.fromkeys(known), key=lambda one: (one[0].whole, one[0].index))
    for package_id, of_package in groupby(ordered, lambda one: one[0].package_id):
        exports = [list(same) for _whole, same in groupby(of_package, lambda one: one[0].whole)]
        chosen = min(exports, key=lambda same: len(parts.lacking(part for part, _path in same)))
        first: dict[int, Path] = {}
        for part, path in chosen:
            first.setdefault(part.index, path)
        yield InParts(
            package_id=package_id,
            count=chosen[0][0].count,
            paths=tuple(first.values()),
            lacking=tuple(parts.lacking(part for part, _path in chosen)),
            repeated=tuple(path for part, path in chosen if first[part.index] != path),
            others=tuple(path for same in exports if same is not chosen for _part, path in same),
        )


def ranges(numbers: Sequence[int]) -> str:
    """ "3, 5–9"."""
    told: list[str] = []
    for _step, run in groupby(enumerate(numbers), lambda one: one[1] - one[0]):
        together = [number for _place, number in run]
        if len(together) < 3:
            told += map(str, together)
        else:
            told.append(f"{together[0]}–{together[-1]}")
    return ", ".join(told)
