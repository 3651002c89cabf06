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
from ntm_desktop.sync.age_file import Alive, ignored
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


def beginning(part: Part) -> bytes:
    """What stands in a part's file before its bytes of the package."""
    told = jcs.dumps(asdict(part))
    return MAGIC + struct.pack(">I", len(told)) + told


def write(whole: BinaryIO, part: Part, out: BinaryIO) -> None:
    out.write(beginning(part))
    for block in blocks(whole, part.offset, part.len):
        out.write(block)


def read(file: BinaryIO, alive: Alive = ignored) -> Part:
    """Checked to the end; the file stands at its bytes then. Raises PackageRefused: this part is bad."""
    part = read_beginning(file)
    begin = file.tell()
    for _block in _checked_blocks(file, part, alive):
        pass
    file.seek(begin)
    return part


def read_beginning(file: BinaryIO) -> Part:
    """What the part says of itself; its bytes are not looked at, and the file stands at them."""
    head = file.read(len(MAGIC) + 4)
    size = struct.unpack(">I", head[len(MAGIC) :])[0] if len(head) == len(MAGIC) + 4 else 0
    if not head.startswith(MAGIC) or not 2 <= size <= _LONGEST:
        raise PackageRefused(Refusal.PART, "beginning")
    try:
        return _checked(Part(**jcs.loads(file.read(size))))
    except (ValueError, TypeError) as error:
        raise PackageRefused(Refusal.PART, str(error)) from error


def lacking(parts: Iterable[Part]) -> list[int]:
    """Numbers of the parts of one file that are not there yet."""
    known = list(parts)
    return sorted(set(range(1, known[0].count + 1)) - {one.index for one in known}) if known else []


def join(paths: Sequence[Path], out: BinaryIO, alive: Alive = ignored) -> None:
    """Parts of one file, all of them, in any order. Raises PackageRefused where they do not make it."""
    ordered = sorted(((_beginning_of(path), path) for path in paths), key=lambda one: one[0].index)
    if len({part.whole for part, _path in ordered}) != 1 or lacking(part for part, _path in ordered):
        raise PackageRefused(Refusal.PART, "parts of several files, or not all of one")
    digest, place = hashlib.sha256(), 0
    for part, path in ordered:
        if part.offset != place:
            raise PackageRefused(Refusal.PART, f"part {part.index} does not follow the one before")
        with path.open("rb") as file:
            if read_beginning(file) != part:
                raise PackageRefused(Refusal.PART, f"part {part.index} has become another")
            for block in _checked_blocks(file, part, alive):
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


def _checked_blocks(file: BinaryIO, part: Part, alive: Alive) -> Iterator[bytes]:
    """The bytes of a part whose beginning was read. Raises PackageRefused after the last one if it is bad."""
    digest = hashlib.sha256()
    for block in blocks(file, file.tell(), part.len):
        digest.update(block)
        yield block
        alive(len(block))
    if file.read(1) or digest.hexdigest() != part.sha256:
        raise PackageRefused(Refusal.PART, f"part {part.index}")


def _beginning_of(path: Path) -> Part:
    with path.open("rb") as file:
        return read_beginning(file)


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
