"""The one form of ZIP that a package may have, checked on its bytes before ``zipfile`` sees them.

docs/package-format.md §9. ``zipfile`` refuses neither doubled nor reserved names at reading, and older ones
accept entries that overlap. Nothing is ever extracted by name: who reads gets streams with a hard limit.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from ntm_desktop.sync.refusals import PackageRefused, Refusal

NAMES = re.compile(r"manifest\.json|manifest\.sig|data/[a-z_]{1,40}\.jsonl|blobs/[0-9a-f]{64}")
MOST_ENTRIES = 20_000
MOST_BYTES = 8 << 30
MOST_RATIO = 100  # of data/
STORED, DEFLATED = 0, 8
_BLOCK = 1 << 20
_LOCAL, _CENTRAL, _END, _END64, _LOCATOR = (
    b"PK\x03\x04",
    b"PK\x01\x02",
    b"PK\x05\x06",
    b"PK\x06\x06",
    b"PK\x06\x07",
)
_LOCAL_SIZE, _CENTRAL_SIZE, _END_SIZE, _END64_SIZE, _LOCATOR_SIZE = 30, 46, 22, 56, 20
_ZIP64 = 0x0001
_WHOLE32, _WHOLE16 = 0xFFFFFFFF, 0xFFFF
_MOST_DIRECTORY = MOST_ENTRIES * (_CENTRAL_SIZE + 200)


@dataclass(frozen=True, slots=True)
class Entry:
    name: str
    method: int
    crc: int
    packed: int  # bytes in the file
    size: int
    offset: int  # of its local header
    begins: int  # of its bytes


class _Wrong(Exception):  # noqa: N818 - becomes E_ARCHIVE at the one door
    pass


def read_entries(file: BinaryIO) -> Mapping[str, Entry]:
    """In their order. Raises PackageRefused for whatever differs from the profile in any byte."""
    with archive_errors():
        end = file.seek(0, 2)
        count, size, offset, tail = _end_records(file, end)
        if offset + size != tail:
            raise _Wrong("the directory does not end where the end records begin")
        entries = list(_directory(file, count, size, offset))
        place = 0
        for entry in entries:
            if entry.offset != place:
                raise _Wrong(f"a gap or an overlap before {entry.name}")
            place = entry.begins + entry.packed
        if place != offset:
            raise _Wrong("a gap before the directory")
        if len({entry.name for entry in entries}) != len(entries):
            raise _Wrong("a name twice")
        if sum(entry.size for entry in entries) > MOST_BYTES:
            raise _Wrong("too much")
        return {entry.name: entry for entry in entries}


def stream(file: BinaryIO, entry: Entry) -> Iterator[bytes]:
    """The bytes of an entry in blocks: all that it says, no more, and of the right checksum."""
    with archive_errors():
        file.seek(entry.begins)
        left, out, crc = entry.packed, 0, 0
        inflate = zlib.decompressobj(-15) if entry.method == DEFLATED else None
        while left:
            packed = file.read(min(_BLOCK, left))
            if not packed:
                raise _Wrong("cut")
            left -= len(packed)
            while packed:
                block = packed if inflate is None else inflate.decompress(packed, _BLOCK)
                packed = b"" if inflate is None else inflate.unconsumed_tail
                out += len(block)
                if out > entry.size:
                    raise _Wrong(f"{entry.name} is longer than it says")
                crc = zlib.crc32(block, crc)
                yield block
        if inflate is not None:
            block = inflate.flush()
            out, crc = out + len(block), zlib.crc32(block, crc)
            if not inflate.eof or inflate.unused_data or out > entry.size:
                raise _Wrong(f"{entry.name} does not end where it should")
            yield block
        if out != entry.size or crc != entry.crc:
            raise _Wrong(f"{entry.name} is not what it says")


@contextmanager
def archive_errors() -> Iterator[None]:
    """Whatever fails in an archive is one refusal; what the disk refuses stays what it is."""
    try:
        yield
    except (_Wrong, zlib.error, struct.error, ValueError, OverflowError) as error:
        raise PackageRefused(Refusal.ARCHIVE, str(error)) from error


def _end_records(file: BinaryIO, end: int) -> tuple[int, int, int, int]:
    """Number of entries, size and offset of the directory, and where the end records begin."""
    if end < _END_SIZE:
        raise _Wrong("too short")
    file.seek(end - _END_SIZE)
    record = file.read(_END_SIZE)
    magic, disk, first, here, count, size, offset, comment = struct.unpack("<4s4H2IH", record)
    if magic != _END or disk or first or comment or here != count:
        raise _Wrong("end record")
    tail = end - _END_SIZE
    if count != _WHOLE16 and size != _WHOLE32 and offset != _WHOLE32:
        return _checked(count, size, offset, tail)
    if tail < _LOCATOR_SIZE + _END64_SIZE:
        raise _Wrong("no ZIP64 records")
    file.seek(tail - _LOCATOR_SIZE)
    magic, disk, place, disks = struct.unpack("<4sIQI", file.read(_LOCATOR_SIZE))
    tail -= _LOCATOR_SIZE + _END64_SIZE
    if magic != _LOCATOR or disk or disks != 1 or place != tail:
        raise _Wrong("ZIP64 locator")
    file.seek(tail)
    magic, length, _made, _needs, disk, first, here, whole, wide, far = struct.unpack(
        "<4sQ2H2I4Q", file.read(_END64_SIZE)
    )
    if magic != _END64 or length != _END64_SIZE - 12 or disk or first or here != whole:
        raise _Wrong("ZIP64 end record")
    for short, limit, long in ((count, _WHOLE16, whole), (size, _WHOLE32, wide), (offset, _WHOLE32, far)):
        if short != min(long, limit):
            raise _Wrong("two end records that differ")
    return _checked(whole, wide, far, tail)


def _checked(count: int, size: int, offset: int, tail: int) -> tuple[int, int, int, int]:
    if not 0 < count <= MOST_ENTRIES or size > _MOST_DIRECTORY or offset > tail:
        raise _Wrong("directory")
    return count, size, offset, tail


def _directory(file: BinaryIO, count: int, size: int, offset: int) -> Iterator[Entry]:
    file.seek(offset)
    told = file.read(size)
    place = 0
    for _ in range(count):
        head = struct.unpack_from("<4s6H3I5H2I", told, place)
        magic, _made, _needs, flags, method, time, date, crc, packed, full = head[:10]
        name_size, extra_size, comment, disk, _inner, _outer, where = head[10:]
        begin = place + _CENTRAL_SIZE
        raw, extra = told[begin : begin + name_size], told[begin + name_size : begin + name_size + extra_size]
        place = begin + name_size + extra_size
        if magic != _CENTRAL or flags or comment or disk or len(raw) != name_size or len(extra) != extra_size:
            raise _Wrong("an entry of the directory")
        name = _name(raw)
        full, packed, where = _wide(extra, (full, packed, where))
        begins = _local(file, where, (flags, method, time, date, crc, packed, full, raw))
        if name.startswith("data/"):
            if method not in (STORED, DEFLATED) or full > MOST_RATIO * max(packed, 1):
                raise _Wrong(f"{name} is packed too tightly")
        elif method != STORED or packed != full:
            raise _Wrong(f"{name} is packed")
        yield Entry(name, method, crc, packed, full, where, begins)
    if place != size:
        raise _Wrong("the directory is longer than its entries")


def _name(raw: bytes) -> str:
    name = raw.decode("ascii", "replace")
    if not NAMES.fullmatch(name):
        raise _Wrong(f"the name {name[:80]!r}")
    return name


def _local(file: BinaryIO, where: int, said: tuple[int, int, int, int, int, int, int, bytes]) -> int:
    """Where the bytes of an entry begin; its own header says the same as the directory."""
    flags, method, time, date, crc, packed, full, raw = said
    file.seek(where)
    head = file.read(_LOCAL_SIZE)
    magic, _needs, *own, short, long, name_size, extra_size = struct.unpack("<4s5H3I2H", head)
    name, extra = file.read(name_size), file.read(extra_size)
    if magic != _LOCAL or own != [flags, method, time, date, crc] or name != raw or len(extra) != extra_size:
        raise _Wrong(f"the header of {raw[:80]!r}")
    if _wide(extra, (long, short)) != (full, packed):
        raise _Wrong(f"two sizes of {raw[:80]!r}")
    return where + _LOCAL_SIZE + len(name) + len(extra)


def _wide(extra: bytes, shorts: tuple[int, ...]) -> tuple[int, ...]:
    """The numbers, those that do not fit their field taken from the ZIP64 extra; there is no other extra."""
    lacking = sum(short == _WHOLE32 for short in shorts)
    if not lacking:
        if extra:
            raise _Wrong("an extra field that nothing needs")
        return shorts
    kind, size = struct.unpack_from("<2H", extra)
    if kind != _ZIP64 or size != 8 * lacking or len(extra) != 4 + size:
        raise _Wrong("extra field")
    longs = iter(struct.unpack_from(f"<{lacking}Q", extra, 4))
    return tuple(next(longs) if short == _WHOLE32 else short for short in shorts)
