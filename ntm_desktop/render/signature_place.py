"""Where a visible signature goes (Nghị định 30/2020, D7–D10), found by what stands on the printed pages.

So a file that was saved last year, or bound with its evidence, is signed as well as one made a moment ago.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pikepdf
from reportlab.lib.units import mm

from ntm_desktop.errors import NtmError
from ntm_desktop.render import typography as t
from ntm_desktop.render.rasters import Box, OpenPdf
from ntm_desktop.text import search_key

_POST = re.compile(r"(?:(?:QUYỀN|PHÓ|Q\.|KT\.)\s+)*CHỦ (?:TỊCH|TỌA)\b")
_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")
_WIDTH = 76 * mm  # of what is signed between post and name; their column is a little wider
_LEAST_SPACE = 12 * mm  # below a post; less is no room to sign in
_CORNER_WIDTH, _CORNER_HEIGHT, _CORNER_EDGE = 82 * mm, 15 * mm, 4 * mm
USUAL_SHAPE = 2.0  # of a signature: as wide again as it is high
_SAID = 12  # titles of an outline in a refusal
_TURN = "Trang {} của tệp nằm xoay nên không đặt được chữ ký. Chọn trang khác bằng số trang."


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle on a page that counts from 0, in points from its lower left corner."""

    page: int
    left: float
    bottom: float
    width: float
    height: float
    in_block: bool = True


@dataclass(frozen=True, slots=True)
class _Entry:
    """Of the outline; ``page`` from 0, ``level`` 0 for papers."""

    title: str
    page: int
    level: int


def asked_pages(path: Path, *, page: int | None, paper: str) -> range:
    """Where the looking begins and ends, from 0: one page, a paper of the outline, or the whole file."""
    with pikepdf.open(path) as pdf:
        total = len(pdf.pages)
        if page is not None:
            if not 1 <= page <= total:
                raise NtmError(f"Tệp có {total} trang, không có trang {page}. Ghi số trang từ 1 đến {total}.")
            return range(page - 1, page)
        if not paper:
            return range(total)
        entries = list(_outline(pdf))
        found = next((one for one in entries if search_key(paper) in search_key(one.title)), None)
        if found is None:
            said = "; ".join(one.title for one in entries[:_SAID]) or "không có văn bản nào"
            raise NtmError(f"Mục lục của tệp không có văn bản “{paper}” (có: {said}). Ghi số trang thay vào.")
        later = (one.page for one in entries if one.level <= found.level and one.page > found.page)
        return range(found.page, min(later, default=total))


def block(path: Path, pages: range) -> Place | None:
    """The space of the first signer on those pages."""
    opened = OpenPdf(path, f"Không mở được “{path.name}”. Kiểm tra lại tệp rồi ký lại.")
    try:
        with pikepdf.open(path) as pdf:
            for page in pages:
                if not _turned(pdf.pages[page].obj) and (place := _block_on(opened, page)) is not None:
                    return place
        return None
    finally:
        opened.close()


def corner(path: Path, page: int) -> Place:
    """Upper right, in the margin above the text (box 14 of the decree's scheme)."""
    with pikepdf.open(path) as pdf:
        one = pdf.pages[page]
        if _turned(one.obj):
            raise NtmError(_TURN.format(page + 1))
        _left, bottom, right, top = (float(edge) for edge in one.cropbox)
        width = min(_CORNER_WIDTH, right - _left)
        height = min(_CORNER_HEIGHT, top - bottom)
        edge = _CORNER_EDGE if top - bottom > 2 * _CORNER_HEIGHT else 0
        return Place(page, right - edge - width, top - edge - height, width, height, in_block=False)


def around(place: Place, shape: float) -> Place:
    """The middle of a place, cut to the shape (width by height) of what is put there."""
    width = min(place.width, place.height * shape)
    height = width / shape
    left = place.left + (place.width - width) / 2
    bottom = place.bottom + (place.height - height) / 2
    return replace(place, left=left, bottom=bottom, width=width, height=height)


def is_inside(place: Place, whole: Place) -> bool:
    """Whether its middle lies in the other."""
    across = place.left + place.width / 2 - whole.left
    up = place.bottom + place.height / 2 - whole.bottom
    return 0 <= across <= whole.width and 0 <= up <= whole.height


def for_seal(of_signature: Place, size: float) -> Place:
    """A round seal over the left third of a signature, at the same height (D9)."""
    right = of_signature.left + of_signature.width / 3
    middle = of_signature.bottom + of_signature.height / 2
    return Place(of_signature.page, right - size, middle - size / 2, size, size)


def _outline(pdf: pikepdf.Pdf) -> Iterator[_Entry]:
    """The papers before what they contain."""
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    with pdf.open_outline() as outline:
        items, level = list(outline.root), 0
        while items:
            for item in items:
                place = item.destination
                if isinstance(place, pikepdf.Array) and place[0].objgen in numbers:
                    yield _Entry(str(item.title), numbers[place[0].objgen], level)
            items, level = [below for item in items for below in item.children], level + 1


def _turned(page: pikepdf.Object) -> bool:
    above: pikepdf.Object | None = page
    while above is not None:
        if "/Rotate" in above:
            return int(above["/Rotate"]) % 360 != 0
        above = above.get("/Parent")
    return False


def _block_on(opened: OpenPdf, page: int) -> Place | None:
    """Below the last line of a post in the right half, down to the name, at most a signer's space high."""
    letters = opened.letters(page)
    posts = [(found.start(), found.end() - 1) for found in _POST.finditer(letters)]
    if not posts:
        return None
    lines = [(found.start(), found.end() - 1) for found in _LINE.finditer(letters)]
    size = opened.sizes[page]
    written = [box for boxes in opened.boxes(page, lines) for box in boxes if box.width > 0]
    for boxes in opened.boxes(page, posts):
        if not boxes:
            continue
        post = boxes[-1]
        middle = post.left + post.width / 2
        if middle < size.width / 2:
            continue
        below = post.top + post.height
        free = min((box.top - below for box in written if _is_under(box, post)), default=size.height - below)
        room = min(free, t.SIGNATURE_SPACE * mm)
        if room >= _LEAST_SPACE:
            width = min(_WIDTH, 2 * (size.width - middle))
            return Place(page, middle - width / 2, size.height - below - room, width, room)
    return None


def _is_under(box: Box, post: Box) -> bool:
    apart = box.left > post.left + post.width or box.left + box.width < post.left
    mark = box.height > 2 * post.height  # across the page, such as that of a sample
    return not apart and not mark and box.top >= post.top + post.height / 2
