"""Is a file what left the office? A saved PDF is held against the register of what was printed.

By its bytes; where these are not the same, by what was added behind them (a digital signature), and by the
content code that its pages bear. Of a file with such a code each page is held against the pages of the
prints: a part of the dossier looks the same page by page, an altered file does not.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from ntm_desktop.db.session import Session
from ntm_desktop.errors import NtmError, reason
from ntm_desktop.render.rasters import OpenPdf
from ntm_desktop.services.dossier import PrintedView, register_list
from ntm_desktop.services.printings import Printing, printings
from ntm_desktop.sync.codes import SHORT_CODE
from ntm_desktop.text import count_words, format_date, office_time

_BLOCK = 1 << 16
_PAGES_READ = 3  # every page bears it; the first may be an evidence of any origin
_MOST_TOLD = 3  # prints, and pages
_ACROSS = 900  # pixels of a page when two are compared: a changed digit shows, and a dossier takes seconds

_UNREADABLE = "Không đọc được tệp “{name}”: {reason}. Chọn tệp khác, hoặc chép lại tệp rồi kiểm tra."
_SAME = "“{name}” đúng từng byte với bản đã ghi sổ: {prints}."
_ADDED = (
    "“{name}” bắt đầu bằng đúng bản đã ghi sổ, có phần thêm vào sau: {prints}. Phần thêm thường là chữ ký "
    "số; kiểm tra chữ ký trước khi dùng, không có chữ ký thì đối chiếu với bản trong sổ."
)
_PART = (
    "“{name}” là các trang của bản đã ghi sổ, được tách hoặc lưu lại bằng chương trình khác: {pages} hiện ra "
    "đúng như trong sổ, nhưng tệp không đúng từng byte. Cùng mã nội dung: {prints}. Cần tệp đúng từng byte "
    "thì mở bản trong sổ rồi lưu lại."
)
_ALTERED = (
    "“{name}” đã bị sửa sau khi lưu: {pages} khác mọi trang của bản trong sổ (nội dung bị đổi, hoặc có chữ "
    "ký, ghi chú đặt thêm vào tệp đã tách). Cùng mã nội dung: {prints}. Không dùng tệp này; mở bản trong sổ "
    "để đối chiếu."
)
_CODED = (
    "“{name}” mang mã nội dung của {prints}, nhưng không đúng từng byte với bản trong sổ. Kho không còn tệp "
    "của bản in đó nên không biết đây là một phần của hồ sơ hay tệp đã bị sửa. Phục hồi từ bản sao lưu rồi "
    "kiểm tra lại."
)
_STRANGE_CODE = (
    "“{name}” mang mã nội dung {code}, không có trong sổ bản in của xã này. "
    "Kiểm tra xem tệp có phải của xã khác, hoặc sổ đã phục hồi từ bản sao lưu cũ."
)
_UNKNOWN = (
    "“{name}” không có trong sổ bản in. Sổ giữ tệp PDF của mỗi lần in chính thức, cả lần in ra giấy và lưu "
    "Word; bản nháp, tệp Word, hồ sơ của xã khác và tệp đã sửa đều không có."
)


class Found(StrEnum):
    SAME = "same"
    ADDED = "added"
    PART = "part"
    ALTERED = "altered"
    CODED = "coded"
    UNKNOWN = "unknown"

    @property
    def is_match(self) -> bool:
        """Whether all bytes of a print are there."""
        return self in (Found.SAME, Found.ADDED)


def _unheard(_done: int, _total: int) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Known:
    """A print as a file may be held against it; without ``size`` and ``path`` where the store has lost its
    file."""

    printed: PrintedView
    size: int | None
    path: Path | None


@dataclass(frozen=True, slots=True)
class Checked:
    found: Found
    prints: tuple[PrintedView, ...]  # newest first; of the same data several have the very same bytes
    sentence: str


def known_prints(session: Session) -> tuple[Known, ...]:
    files = session.files
    return tuple(
        Known(one, files.size(one.sha256), files.path(one.sha256) if files.has(one.sha256) else None)
        for one in register_list(session)
    )


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
    if coded := tuple(one for one in known if one.printed.code in codes):
        return _by_pages(path, coded, known, lambda: report(1, 1))
    if codes:
        told = ", ".join(sorted(codes))
        return Checked(Found.UNKNOWN, (), _STRANGE_CODE.format(name=name, code=told))
    return Checked(Found.UNKNOWN, (), _UNKNOWN.format(name=name))


def _by_pages(
    path: Path, coded: Sequence[Known], known: Sequence[Known], alive: Callable[[], None]
) -> Checked:
    """``alive`` is called page by page, and may end the work by an exception."""
    pages, strange = _strange_pages(path, coded, alive)
    is_lost = any(one.path is None for one in coded)
    found, words, told = Found.PART, _PART, f"cả {count_words(pages, 'trang')}"
    if strange and is_lost:
        found, words = Found.CODED, _CODED
    elif strange:
        found, words, told = Found.ALTERED, _ALTERED, _pages_told(strange)
    prints = tuple(one.printed for one in coded)
    return Checked(found, prints, words.format(name=path.name, pages=told, prints=_told(prints, known)))


def _strange_pages(
    path: Path, coded: Sequence[Known], alive: Callable[[], None]
) -> tuple[int, Sequence[int]]:
    """How many pages there are, and which of them, counting from 0, look like no page of these prints."""
    with closing(OpenPdf(path, path.name)) as file:
        pages = len(file.sizes)
        wanted: dict[str, list[int]] = {}
        for page in range(pages):
            wanted.setdefault(file.letters(page), []).append(page)
        for place in dict.fromkeys(one.path for one in coded if one.path is not None):
            if not any(wanted.values()):
                break
            _take_out(wanted, file, place, alive)
    return pages, sorted(page for alike in wanted.values() for page in alike)


def _take_out(wanted: dict[str, list[int]], file: OpenPdf, place: Path, alive: Callable[[], None]) -> None:
    """What is found again in the print that lies there; a damaged one holds nothing."""
    try:
        printed = OpenPdf(place, place.name)
    except NtmError:
        return
    with closing(printed):
        for number in range(len(printed.sizes)):
            alive()
            letters = printed.letters(number)
            alike = wanted.get(letters, [])
            if alike:
                look = _look(printed, number)
                wanted[letters] = [page for page in alike if _look(file, page) != look]


def _look(pdf: OpenPdf, page: int) -> tuple[int, bytes]:
    image = pdf.render(page, _ACROSS)
    return image.height, bytes(image.pixels)


def _pages_told(pages: Sequence[int]) -> str:
    """“trang 2”, “trang 1, 2, 3 và 05 trang nữa”."""
    shown = ", ".join(str(page + 1) for page in pages[:_MOST_TOLD])
    more = len(pages) - _MOST_TOLD
    return f"trang {shown}" + (f" và {count_words(more, 'trang')} nữa" if more > 0 else "")


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
            yield from SHORT_CODE.findall(pdf.letters(page))
    finally:
        pdf.close()


def _told(prints: Sequence[PrintedView], known: Sequence[Known]) -> str:
    """“bản in lần 2 ngày 30/6/2021 (Cao Thị Hòa, số liệu đến 30/6/2021, 12 trang)”; all volumes of one print
    at once, and only the newest prints."""
    told = [
        f"bản in lần {ordinals} ngày {format_date(office_time(first.printed_at).date())} ({details})"
        for one in printings([each.printed for each in known])
        if (found := [entry for entry in one.entries if entry in prints])
        for first, ordinals, details in _parts(one, found)
    ]
    more = len(told) - _MOST_TOLD
    return "; ".join(told[:_MOST_TOLD]) + (f" … và {count_words(more, 'lần')} khác" if more > 0 else "")


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
    return ", ".join(filter(None, (volumes, printed.paper, printed.by, as_of, count_words(pages, "trang"))))
