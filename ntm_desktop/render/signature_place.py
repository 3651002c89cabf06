"""Where a visible signature goes (Nghị định 30/2020, D7–D10), found by what stands on the printed pages.

So a file that was saved last year, or bound with its evidence, is signed as well as one made a moment ago.
Reading the letters of a page takes 10 ms: those of evidence are read only where they were asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pikepdf
from reportlab.lib.units import mm

from ntm_desktop.domain.signing import is_same_person, looks_like_name
from ntm_desktop.errors import EntryRefused, NtmError
from ntm_desktop.render import typography as t
from ntm_desktop.render.binding import is_evidence
from ntm_desktop.render.rasters import Box, OpenPdf
from ntm_desktop.text import search_key

_SECRETARY = "THƯ KÝ"
_POST = re.compile(rf"(?:(?:QUYỀN|PHÓ|Q\.|KT\.)\s+)*CHỦ (?:TỊCH|TỌA)\b|{_SECRETARY}\b")
_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")
_WORD = re.compile(r"\S+")
_WIDTH = 76 * mm  # of what is signed between post and name; their column is a little wider
_LEAST_SPACE = 12 * mm  # below a post; less is no room to sign in
_MOST_SPACE = 45 * mm  # what stands further below is not the name of who signs
_CORNER_WIDTH, _CORNER_HEIGHT, _CORNER_EDGE = 82 * mm, 15 * mm, 4 * mm
USUAL_SHAPE = 2.0  # of a signature: as wide again as it is high
_SAID = 12  # titles of an outline in a refusal
_FULL = (
    "Chỗ ký nào ở đó cũng đã có chữ ký, không ký đè lên được. "
    "Chọn trang hoặc văn bản khác trong tệp rồi ký lại."
)
Report = Callable[[int, int], None]
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
class Space:
    """Where somebody signs: below a post, above the ``name`` that is printed there, "" without one."""

    place: Place
    name: str
    takes_seal: bool  # a secretary's signature gets none


@dataclass(frozen=True, slots=True)
class _Entry:
    """Of the outline; ``page`` from 0, ``level`` 0 for papers."""

    title: str
    page: int
    level: int


def asked_pages(path: Path, *, page: int | None, paper: str) -> Sequence[int]:
    """Where to look, from 0: one page, a paper of the outline, or the whole file but for the evidence that is
    bound in it, which others have signed."""
    with pikepdf.open(path) as pdf:
        total = len(pdf.pages)
        if page is not None:
            if not 1 <= page <= total:
                words = f"Tệp có {total} trang, không có trang {page}. Ghi số trang từ 1 đến {total}."
                raise EntryRefused("page", words)
            return range(page - 1, page)
        if not paper:
            own = [number for number, one in enumerate(pdf.pages) if not is_evidence(one.obj)]
            return own or range(total)
        entries = list(_outline(pdf))
        found = next((one for one in entries if search_key(paper) in search_key(one.title)), None)
        if found is None:
            said = "; ".join(one.title for one in entries[:_SAID]) or "không có văn bản nào"
            words = f"Mục lục của tệp không có văn bản “{paper}” (có: {said}). Ghi số trang thay vào."
            raise EntryRefused("paper", words)
        later = (one.page for one in entries if one.level <= found.level and one.page > found.page)
        return range(found.page, min(later, default=total))


def block(
    path: Path,
    pages: Sequence[int],
    *,
    taken: Sequence[Place] = (),
    own: Sequence[Place] = (),
    name: str = "",
    report: Report | None = None,
) -> Space | None:
    """The space to sign in on those pages: above the signer's own name, else the first one. None where there
    is none; refused where all are ``taken`` by others. Where the signer's ``own`` signature stands and none
    above that name is free, it is that one: nobody signs above another name because the own one is taken.
    ``report`` hears of each page, and may end the looking by an exception."""
    first, mine, is_full = None, None, False
    for space in _spaces(path, pages, report):
        if any(overlap(space.place, one) for one in own):
            mine = mine or space
        elif any(_is_signed(space.place, one) for one in taken):
            is_full = True
        elif not name or is_same_person(space.name, name):
            return space
        else:
            first = first or space
    if mine is None and first is None and is_full:
        raise NtmError(_FULL)
    return mine or first


def block_to_seal(
    path: Path,
    pages: Sequence[int],
    *,
    signed: Sequence[Place],
    own: Sequence[Place] = (),
    report: Report | None = None,
) -> Space | None:
    """The first space of a signer with a signature in it; without one, the first of all. One with the ``own``
    seal only where there is no other."""
    first, mine = None, None
    for space in _spaces(path, pages, report):
        if not space.takes_seal:
            continue
        if any(overlap(space.place, one) for one in own):
            mine = mine or space
        elif not signed or signed_in(space.place, signed) is not None:
            return space
        else:
            first = first or space
    return mine or first


def signed_in(whole: Place, signed: Sequence[Place]) -> Place | None:
    """The signature whose middle lies in that space."""
    for place in signed:
        across = place.left + place.width / 2 - whole.left
        up = place.bottom + place.height / 2 - whole.bottom
        if place.page == whole.page and 0 <= across <= whole.width and 0 <= up <= whole.height:
            return place
    return None


def signatures(path: Path) -> dict[bytes, Place]:
    """Those that are seen in the file, by their content."""
    found = {}
    with pikepdf.open(path) as pdf:
        for number, page in enumerate(pdf.pages):
            for shown in page.obj.get("/Annots", ()):
                field = shown if "/FT" in shown else shown.get("/Parent", pikepdf.Dictionary())
                if field.get("/FT") == "/Sig" and "/V" in field and "/Rect" in shown:
                    x, y, across, up = (float(edge) for edge in shown["/Rect"])
                    place = Place(number, min(x, across), min(y, up), abs(across - x), abs(up - y))
                    if place.width and place.height:
                        found[bytes(field["/V"]["/Contents"])] = place
    return found


def corner(path: Path, page: int, *, taken: Sequence[Place] = (), own: Sequence[Place] = ()) -> Place:
    """Upper right, in the margin above the text (box 14 of the decree's scheme); on the left where another
    signature stands there, but not beside the signer's ``own``."""
    with pikepdf.open(path) as pdf:
        one = pdf.pages[page]
        if _turned(one.obj):
            raise NtmError(_TURN.format(page + 1))
        left, bottom, right, top = (float(edge) for edge in one.cropbox)
    width = min(_CORNER_WIDTH, right - left)
    height = min(_CORNER_HEIGHT, top - bottom)
    edge = _CORNER_EDGE if top - bottom > 2 * _CORNER_HEIGHT else 0
    for begin in (right - edge - width, left + edge):
        place = Place(page, begin, top - edge - height, width, height, in_block=False)
        if any(overlap(place, one) for one in own) or not any(overlap(place, one) for one in taken):
            return place
    raise NtmError(_FULL)


def overlap(one: Place, other: Place) -> bool:
    across = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
    up = min(one.bottom + one.height, other.bottom + other.height) - max(one.bottom, other.bottom)
    return one.page == other.page and across > 0 and up > 0


def around(place: Place, shape: float) -> Place:
    """The middle of a place, cut to the shape (width by height) of what is put there."""
    width = min(place.width, place.height * shape)
    height = width / shape
    left = place.left + (place.width - width) / 2
    bottom = place.bottom + (place.height - height) / 2
    return replace(place, left=left, bottom=bottom, width=width, height=height)


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


def _spaces(path: Path, pages: Sequence[int], report: Report | None) -> Iterator[Space]:
    """Page by page; on each the heads before the secretary, who stands left of them."""
    opened = OpenPdf(path, f"Không mở được “{path.name}”. Kiểm tra lại tệp rồi ký lại.")
    try:
        with pikepdf.open(path) as pdf:
            for done, page in enumerate(pages):
                if report is not None:
                    report(done, len(pages))
                if not _turned(pdf.pages[page].obj):
                    yield from sorted(_spaces_on(opened, page), key=lambda space: not space.takes_seal)
    finally:
        opened.close()


def _spaces_on(opened: OpenPdf, page: int) -> Iterator[Space]:
    """Below the last line of a post, down to the name, at most a signer's space high. In the left half only
    a secretary signs."""
    letters = opened.letters(page)
    found = list(_POST.finditer(letters))
    if not found:
        return
    size = opened.sizes[page]
    lines, spans = ([_span(one) for one in form.finditer(letters)] for form in (_LINE, _WORD))
    written = [box for boxes in opened.boxes(page, lines) for box in boxes if box.width > 0]
    words = [
        (letters[first : last + 1], boxes[0])
        for (first, last), boxes in zip(spans, opened.boxes(page, spans), strict=True)
        if boxes
    ]
    for match, boxes in zip(found, opened.boxes(page, [_span(one) for one in found]), strict=True):
        if not boxes:
            continue
        post = boxes[-1]
        middle = post.left + post.width / 2
        is_secretary = match[0] == _SECRETARY
        if middle < size.width / 2 and not is_secretary:
            continue
        below = post.top + post.height
        free = min((box.top - below for box in written if _is_under(box, post)), default=size.height - below)
        room = min(free, t.SIGNATURE_SPACE * mm)
        if room >= _LEAST_SPACE:
            width = min(_WIDTH, 2 * min(middle, size.width - middle))
            place = Place(page, middle - width / 2, size.height - below - room, width, room)
            printed = [(word, box) for word, box in words if not _is_mark(box, post)]
            name = _name(printed, below + free, middle, width) if free <= _MOST_SPACE else ""
            yield Space(place, name, takes_seal=not is_secretary)


def _span(found: re.Match[str]) -> tuple[int, int]:
    return found.start(), found.end() - 1


def _name(words: Sequence[tuple[str, Box]], top: float, middle: float, width: float) -> str:
    """What stands in the line of that ``top``, below the post; "" if it is no name."""
    line = [
        (box.left, word)
        for word, box in words
        if box.top - box.height < top < box.top + box.height
        and abs(box.left + box.width / 2 - middle) <= width / 2
    ]
    text = " ".join(word for _left, word in sorted(line))
    return text if looks_like_name(text) else ""


def _is_signed(space: Place, signature: Place) -> bool:
    """Whether it covers the middle; a seal stands left of that."""
    across = space.left + space.width / 2 - signature.left
    up = space.bottom + space.height / 2 - signature.bottom
    return space.page == signature.page and 0 <= across <= signature.width and 0 <= up <= signature.height


def _is_under(box: Box, post: Box) -> bool:
    apart = box.left > post.left + post.width or box.left + box.width < post.left
    return not apart and not _is_mark(box, post) and box.top >= post.top + post.height / 2


def _is_mark(box: Box, post: Box) -> bool:
    """Across the page, such as that of a sample."""
    return box.height > 2 * post.height
