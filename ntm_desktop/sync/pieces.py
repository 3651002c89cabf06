"""What of a package becomes which file on a medium: the whole, or its parts."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ntm_desktop.errors import NtmError, reason
from ntm_desktop.sync import header as headers
from ntm_desktop.sync import parts
from ntm_desktop.sync.age_file import Alive
from ntm_desktop.sync.parts import Part
from ntm_desktop.text import format_bytes

_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Piece:
    """One file to be; each call of ``content`` begins anew."""

    name: str
    size: int
    content: Callable[[], Iterator[bytes]]


def whole(source: Path, name: str, size: int) -> Piece:
    return Piece(name, size, lambda: _content(source, 0, size))


def in_parts(source: Path, name: str, size: int, limit: int, alive: Alive) -> list[Piece]:
    try:
        shares = parts.shares(size, limit)
    except ValueError:
        raise NtmError(
            f"Chia gói thành các phần {format_bytes(limit)} thì quá nhiều phần. Chọn giới hạn lớn hơn."
        ) from None
    with source.open("rb") as file:
        package_id = headers.read(file).header.package_id
    of_file, of_parts = _digests(source, shares, alive)
    made = []
    for index, (name_of_part, (offset, length)) in enumerate(
        zip(parts.names(name, len(shares)), shares, strict=True), 1
    ):
        sha256 = of_parts[index - 1]
        part = Part(package_id, of_file, size, index, len(shares), offset, length, sha256)
        made.append(_part(source, name_of_part, part))
    return made


def _part(source: Path, name: str, part: Part) -> Piece:
    beginning = parts.beginning(part)

    def content() -> Iterator[bytes]:
        yield beginning
        yield from _content(source, part.offset, part.len)

    return Piece(name, len(beginning) + part.len, content)


def _digests(source: Path, shares: Sequence[tuple[int, int]], alive: Alive) -> tuple[str, list[str]]:
    """Of the file and of each share, in one reading."""
    whole, each = hashlib.sha256(), []
    for offset, length in shares:
        one = hashlib.sha256()
        for block in _content(source, offset, length):
            whole.update(block)
            one.update(block)
            alive(len(block))
        each.append(one.hexdigest())
    return whole.hexdigest(), each


def _content(source: Path, offset: int, length: int) -> Iterator[bytes]:
    try:
        with source.open("rb", buffering=0) as file:
            file.seek(offset)
            while length:
                block = file.read(min(_BLOCK, length))
                if not block:
                    raise NtmError("Gói bị thay đổi trong lúc chép. Xuất lại gói.")
                length -= len(block)
                yield block
    except OSError as error:
        raise NtmError(f"Không đọc được gói trên máy này: {reason(error)}. Xuất lại gói.") from error
