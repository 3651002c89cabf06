"""A package in parts, for chats and for FAT32: docs/package-format.md §11.

The parts come over days and media, in any order, again and again. Each proves itself; whether they make the
package is proved by the package.
"""

from __future__ import annotations

import hashlib
import re
import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO

from ntm_desktop.sync import jcs
from ntm_desktop.sync.refusals import PackageRefused, Refusal

MAGIC = b"NTMPART1"
MOST_PARTS = 10_000
_LONGEST = 4096
_BLOCK = 1 << 20
_DIGEST = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Part:
    """``index`` counts from 1; ``file_…`` are of the whole package file."""

    package_id: str
    file_sha256: str
    file_len: int
    index: int
    count: int
    offset: int
    len: int
    sha256: str

    @property
    def whole(self) -> tuple[str, str, int, int]:
        """What parts of one file share."""
        return self.package_id, self.file_sha256, self.file_len, self.count


def names(name: str, count: int) -> list[str]:
    digits = max(2, len(str(count)))
    return [f"{name}.p{number:0{digits}}of{count:0{digits}}" for number in range(1, count + 1)]


def shares(file_len: int, limit: int) -> list[tuple[int, int]]:
    """Offset and length of each part; with its beginning none is larger than ``limit`` bytes."""
    room = limit - len(MAGIC) - 4 - _LONGEST
    if room < 1:
        raise ValueError(f"a part of {limit} bytes has no room")
    if -(-file_len // room) > MOST_PARTS:
        raise ValueError(f"more than {MOST_PARTS} parts")
    return [(offset, min(room, file_len - offset)) for offset in range(0, file_len, room)]


def write(whole: BinaryIO, part: Part, out: BinaryIO) -> None:
    told = jcs.dumps(asdict(part))
    out.write(MAGIC + struct.pack(">I", len(told)) + told)
    for block in blocks(whole, part.offset, part.len):
        out.write(block)


def read(file: BinaryIO) -> Part:
    """Checked to the end; the file stands at its bytes then. Raises PackageRefused: this part is bad."""
    head = file.read(len(MAGIC) + 4)
    size = struct.unpack(">I", head[len(MAGIC) :])[0] if len(head) == len(MAGIC) + 4 else 0
    if not head.startswith(MAGIC) or not 2 <= size <= _LONGEST:
        raise PackageRefused(Refusal.PART, "beginning")
    try:
        part = _checked(Part(**jcs.loads(file.read(size))))
    except (ValueError, TypeError) as error:
        raise PackageRefused(Refusal.PART, str(error)) from error
    begin = file.tell()
    digest = hashlib.sha256()
    for block in blocks(file, begin, part.len):
        digest.update(block)
    if file.read(1) or digest.hexdigest() != part.sha256:
        raise PackageRefused(Refusal.PART, f"part {part.index}")
    file.seek(begin)
    return part


def lacking(parts: Iterable[Part]) -> list[int]:
    """Numbers of the parts of one file that are not there yet."""
    known = list(parts)
    return sorted(set(range(1, known[0].count + 1)) - {one.index for one in known}) if known else []


def join(paths: Sequence[Path], out: BinaryIO) -> None:
    """Parts of one file, all of them, in any order. Raises PackageRefused where they do not make it."""
    ordered = sorted(((_read(path), path) for path in paths), key=lambda one: one[0].index)
    if len({part.whole for part, _path in ordered}) != 1 or lacking(part for part, _path in ordered):
        raise PackageRefused(Refusal.PART, "parts of several files, or not all of one")
    digest, place = hashlib.sha256(), 0
    for part, path in ordered:
        if part.offset != place:
            raise PackageRefused(Refusal.PART, f"part {part.index} does not follow the one before")
        with path.open("rb") as file:
            read(file)
            for block in blocks(file, file.tell(), part.len):
                digest.update(block)
                out.write(block)
        place += part.len
    if place != ordered[0][0].file_len or digest.hexdigest() != ordered[0][0].file_sha256:
        raise PackageRefused(Refusal.PART, "the joined file")


def blocks(file: BinaryIO, offset: int, length: int) -> Iterator[bytes]:
    """Bytes of a file. Raises PackageRefused where it ends before."""
    file.seek(offset)
    while length:
        block = file.read(min(_BLOCK, length))
        if not block:
            raise PackageRefused(Refusal.PART, "cut")
        length -= len(block)
        yield block


def _read(path: Path) -> Part:
    with path.open("rb") as file:
        return read(file)


def _checked(part: Part) -> Part:
    digests = (part.package_id, part.file_sha256, part.sha256)
    numbers = (part.file_len, part.index, part.count, part.offset, part.len)
    if not all(isinstance(one, str) and _DIGEST.fullmatch(one) for one in digests):
        raise ValueError("digest")
    if not all(type(one) is int and one >= 0 for one in numbers):
        raise ValueError("number")
    if not 1 <= part.index <= part.count <= MOST_PARTS or part.offset + part.len > part.file_len:
        raise ValueError("place")
    return part
