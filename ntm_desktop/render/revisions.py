"""What a PDF was before something was appended to it, such as a signature: all up to an earlier end.

A signature is an incremental update: the file that was signed is still there, as the beginning of the signed
one. Needs no library of signing: any copy of the program can tell which print a signed file is.
"""

from __future__ import annotations

import hashlib
import mmap
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ntm_desktop.errors import NtmError, reason

_END = re.compile(rb"%%EOF(?=(\r?\n?))")


@dataclass(frozen=True, slots=True)
class Revision:
    """The beginning of a file that may have been a file by itself."""

    length: int
    sha256: str


def revisions(path: Path) -> tuple[Revision, ...]:
    """From the shortest to the whole file. An end gives several: with what ends its line, or without."""
    try:
        with path.open("rb") as file:
            if not path.stat().st_size:
                return (Revision(0, hashlib.sha256().hexdigest()),)
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
                return tuple(_digested(content))
    except OSError as error:
        raise NtmError(
            f"Không đọc được “{path.name}”: {reason(error)}. Kiểm tra lại tệp rồi làm lại."
        ) from error


def is_print(path: Path, sha256: str) -> bool:
    """Whether the file is the one of that digest, or that one with signatures added."""
    return any(one.sha256 == sha256 for one in revisions(path))


def _digested(content: mmap.mmap) -> Iterator[Revision]:
    ends = {found.end() + more for found in _END.finditer(content) for more in range(len(found[1]) + 1)}
    digest = hashlib.sha256()
    done = 0
    for end in sorted(ends | {len(content)}):
        for start in range(done, end, 1 << 20):
            digest.update(content[start : min(start + (1 << 20), end)])
        done = end
        yield Revision(end, digest.copy().hexdigest())
