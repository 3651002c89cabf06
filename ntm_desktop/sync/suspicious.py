"""Files on a stick that look like the work of a virus: docs/package-format.md §12.

Names alone are looked at, at the two upper levels; nothing is opened, followed or run.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path

from ntm_desktop.sync.drives import shown_name
from ntm_desktop.text import natural_key

_MOST_ENTRIES = 5_000
_PROGRAMS = re.compile("exe|scr|com|pif|bat|cmd|ps1|vb[se]|jse?|ws[fh]|hta|msi|cpl|scf|jar")
_DOCUMENTS = re.compile("ntm[xk]|pdf|docx?|xlsx?|pptx?|txt|rtf|csv|zip|rar|7z|jpe?g|png|webp|mp[34]")
_OF_SYSTEMS = re.compile(
    r"system volume information|\$recycle\.bin|lost\+found|\.trash(es|-\d+)|\.fseventsd|\.spotlight-v100"
    r"|\.temporaryitems|\.documentrevisions-v100"
)
_TURNING = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068"  # with these “exe.gói” is shown as another ending


class Sign(StrEnum):
    """Why; the value is what the screen says of it."""

    AUTORUN = "tệp tự chạy khi cắm USB"
    DISGUISED = "chương trình giả làm tài liệu"
    PROGRAM = "chương trình hoặc tệp lệnh"
    SHORTCUT = "lối tắt, có thể dẫn đến vi-rút"
    HIDDEN = "thư mục ẩn"


@dataclass(frozen=True, slots=True)
class Suspicious:
    """``name`` is safe to show: from the folder that was looked at, with “/” between."""

    name: str
    sign: Sign

    @property
    def told(self) -> str:
        return f"{self.name}: {self.sign}"


def suspicious(folder: Path) -> tuple[Suspicious, ...]:
    """The worst first. Of very many entries only the first ones are looked at; those that cannot be read
    are passed over."""
    upper = _entries(folder, _MOST_ENTRIES)
    lower: list[os.DirEntry[str]] = []
    for one in upper:
        if len(upper) + len(lower) < _MOST_ENTRIES and _is_folder(one):
            lower += _entries(Path(one.path), _MOST_ENTRIES - len(upper) - len(lower))
    found = [Suspicious(_shown(one, folder), sign) for one in (*upper, *lower) if (sign := _sign(one))]
    order = list(Sign)
    return tuple(sorted(found, key=lambda one: (order.index(one.sign), natural_key(one.name))))


def _entries(folder: Path, most: int) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(islice(_readable(entries), most))
    except OSError:
        return []


def _readable(entries: Iterator[os.DirEntry[str]]) -> Iterator[os.DirEntry[str]]:
    """Up to where a damaged stick gives no more."""
    try:
        yield from entries
    except OSError:
        return


def _sign(one: os.DirEntry[str]) -> Sign | None:
    name = one.name.casefold()
    if _is_folder(one):
        return Sign.HIDDEN if _is_hidden(one, name) else None
    if name == "autorun.inf":
        return Sign.AUTORUN
    before, dot, last = name.rstrip(" .").rpartition(".")
    if dot and _PROGRAMS.fullmatch(last):
        inner = before.rstrip(" \u00a0").rpartition(".")[2]
        is_disguised = _DOCUMENTS.fullmatch(inner) or any(letter in before for letter in _TURNING)
        return Sign.DISGUISED if is_disguised else Sign.PROGRAM
    return Sign.SHORTCUT if dot and last == "lnk" else None


def _is_folder(one: os.DirEntry[str]) -> bool:
    try:
        return one.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _is_hidden(one: os.DirEntry[str], name: str) -> bool:
    """By its attribute, or by a name that nobody sees; not those that every system makes."""
    if _OF_SYSTEMS.fullmatch(name):
        return False
    if name.startswith(".") or not shown_name(name).strip(" ?."):
        return True
    try:
        attributes = getattr(one.stat(follow_symlinks=False), "st_file_attributes", 0)
    except OSError:
        return False
    return bool(attributes & stat.FILE_ATTRIBUTE_HIDDEN)


def _shown(one: os.DirEntry[str], folder: Path) -> str:
    return "/".join(shown_name(part) for part in Path(one.path).relative_to(folder).parts)
