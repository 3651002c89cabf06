"""Is a file what left the office? A saved PDF is held against the register of what was printed.

By its bytes; where these are not the same, by what was added behind them (a digital signature), and by the
content code that its pages bear.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from ntm_desktop.db.session import Session
from ntm_desktop.errors import NtmError, reason
from ntm_desktop.render.rasters import OpenPdf
from ntm_desktop.services.dossier import PrintedView, register_list
from ntm_desktop.services.printings import Printing, printings
from ntm_desktop.text import count_words, format_date, office_time

_BLOCK = 1 << 16
_CODE = re.compile(r"(?<![0-9A-Z-])[0-9A-HJKMNP-TV-Z]{5}(?:-[0-9A-HJKMNP-TV-Z]{5}){4}(?![0-9A-Z-])")
_PAGES_READ = 3  # every page bears it; the first may be an evidence of any origin

_UNREADABLE = "Không đọc được tệp “{name}”: {reason}. Chọn tệp khác, hoặc chép lại tệp rồi kiểm tra."
_SAME = "“{name}” đúng là bản đã ghi sổ, giống hoàn toàn: {prints}."
_ADDED = (
    "“{name}” bắt đầu bằng đúng bản đã ghi sổ, có phần thêm vào sau: {prints}. Phần thêm thường là chữ ký "
    "số; kiểm tra chữ ký trước khi dùng, không có chữ ký thì đối chiếu với bản trong sổ."
)
_CODED = (
    "“{name}” mang mã nội dung của {prints}, nhưng không đúng từng byte với bản trong sổ: là một phần của "
    "hồ sơ, hoặc đã bị sửa sau khi lưu. Mở bản trong sổ để đối chiếu."
)
_STRANGE_CODE = (
    "“{name}” mang mã nội dung {code}, không có trong sổ bản in của xã này. "
    "Kiểm tra xem tệp có phải của xã khác, hoặc sổ đã phục hồi từ bản sao lưu cũ."
)
_UNKNOWN = (
    "“{name}” không có trong sổ bản in. Sổ chỉ ghi bản PDF chính thức: bản nháp, tệp Word, hồ sơ của xã khác "
    "và tệp đã sửa đều không có."
)


class Found(StrEnum):
    SAME = "same"
    ADDED = "added"
    CODED = "coded"
    UNKNOWN = "unknown"


def _unheard(_done: int, _total: int) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Known:
    """A print as a file may be held against it; ``size`` None where the store has lost its file."""

    printed: PrintedView
    size: int | None


@dataclass(frozen=True, slots=True)
class Checked:
    found: Found
    prints: tuple[PrintedView, ...]  # newest first; of the same data several have the very same bytes
    sentence: str


def known_prints(session: Session) -> tuple[Known, ...]:
    return tuple(Known(one, session.files.size(one.sha256)) for one in register_list(session))


def check(path: Path, known: Sequence[Known], *, report: Callable[[int, int], None] = _unheard) -> Checked:
    """Sessionless: a bound dossier may have hundreds of megabytes.

    ``report`` hears how much is read, and may end the work by an exception.
    """
    name = path.name
    sizes = sorted({one.size for one in known if one.size is not None})
    try:
        whole, beginnings = _digests(path, sizes, report)
    except OSError as error:
        raise NtmError(_UNREADABLE.format(name=name, reason=reason(error))) from error
    if same := tuple(one.printed for one in known if one.printed.sha256 == whole):
        return Checked(Found.SAME, same, _SAME.format(name=name, prints=_told(same, known)))
    if begun := tuple(one.printed for one in known if one.printed.sha256 in beginnings):
        return Checked(Found.ADDED, begun, _ADDED.format(name=name, prints=_told(begun, known)))
    codes = frozenset(_codes(path))
    if coded := tuple(one.printed for one in known if one.printed.code in codes):
        return Checked(Found.CODED, coded, _CODED.format(name=name, prints=_told(coded, known)))
    if codes:
        told = ", ".join(sorted(codes))
        return Checked(Found.UNKNOWN, (), _STRANGE_CODE.format(name=name, code=told))
    return Checked(Found.UNKNOWN, (), _UNKNOWN.format(name=name))


def _digests(
    path: Path, sizes: Sequence[int], report: Callable[[int, int], None]
) -> tuple[str, frozenset[str]]:
    """Of the whole file, and of its beginnings of these sizes; the file is read once."""
    digest, read, beginnings = hashlib.sha256(), 0, set()
    with path.open("rb") as file:
        total = os.fstat(file.fileno()).st_size
        for size in (*(size for size in sizes if size <= total), total):
            while read < size and (block := file.read(min(_BLOCK, size - read))):
                digest.update(block)
                read += len(block)
                report(read, total)
            if read == size:
                beginnings.add(digest.hexdigest())
    return digest.hexdigest(), frozenset(beginnings)


def _codes(path: Path) -> Iterator[str]:
    """Those on the first pages; none of what is no PDF."""
    try:
        pdf = OpenPdf(path, path.name)
    except NtmError:
        return
    try:
        for page in range(min(_PAGES_READ, len(pdf.sizes))):
            yield from _CODE.findall(pdf.letters(page))
    finally:
        pdf.close()


def _told(prints: Sequence[PrintedView], known: Sequence[Known]) -> str:
    """“bản in lần 2 ngày 30/6/2021 (Cao Thị Hòa, số liệu đến 30/6/2021, 12 trang)”; all volumes of one print
    at once."""
    return "; ".join(
        f"bản in lần {ordinals} ngày {format_date(office_time(first.printed_at).date())} ({details})"
        for one in printings([each.printed for each in known])
        if (found := [entry for entry in one.entries if entry in prints])
        for first, ordinals, details in _parts(one, found)
    )


def _parts(one: Printing, found: Sequence[PrintedView]) -> Iterator[tuple[PrintedView, str, str]]:
    if len(found) == len(one.entries):
        volumes = count_words(len(found), "tập") if len(found) > 1 else ""
        pages = sum(entry.pages for entry in found)
        yield one.first, one.ordinals, _details(one.first, volumes, pages)
        return
    for entry in found:
        yield entry, str(entry.ordinal), _details(entry, f"tập {one.volume(entry)}", entry.pages)


def _details(printed: PrintedView, volumes: str, pages: int) -> str:
    as_of = f"số liệu đến {format_date(printed.as_of)}"
    return ", ".join(filter(None, (volumes, printed.by, as_of, count_words(pages, "trang"))))
