"""A finished PDF for the screen and the printer: pages as pixels, text to search in, pages as a file.

PDFium is not thread-safe, so each call of it stands behind the one lock below. Sessionless, for the work
threads; what a paper says and how its PDF is made are not here. The window imports this module ahead, so
PDFium and pikepdf are imported where a PDF is really there: most days nobody prints.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from ntm_desktop.errors import NtmError
from ntm_desktop.render.output import replacing
from ntm_desktop.text import nfc, search_key

if TYPE_CHECKING:
    import pypdfium2

_PDFIUM = Lock()
_UNREADABLE = (
    "Không mở được bản in “{name}”: tệp không còn hoặc bị hỏng. Mở lại trang Hồ sơ để lập lại bản in."
)


@dataclass(frozen=True, slots=True)
class PageSize:
    """In points, 1/72 inch."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PageImage:
    """Four bytes a pixel: blue, green, red, unused."""

    width: int
    height: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points from its upper left corner."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class TextHit:
    """One place where the searched words stand; more than one box where they run over a line's end."""

    page: int
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class _PageText:
    """The folded text of a page, and for each of its letters the number of the glyph it came from."""

    folded: str
    glyphs: array[int]
    letters: str


class PdfPages:
    """An open PDF. Its methods may be called from any thread; pages count from 0."""

    def __init__(self, path: Path) -> None:
        import pypdfium2

        self.path = path
        self._texts: dict[int, _PageText] = {}
        with _PDFIUM:
            try:
                self._pdf: pypdfium2.PdfDocument | None = pypdfium2.PdfDocument(path)
            except (pypdfium2.PdfiumError, FileNotFoundError) as error:
                raise NtmError(_UNREADABLE.format(name=path.name)) from error
            self.sizes = tuple(PageSize(*self._pdf.get_page_size(n)) for n in range(len(self._pdf)))

    def close(self) -> None:
        with _PDFIUM:
            if self._pdf is not None:
                self._pdf.close()
                self._pdf = None

    def discard(self) -> None:
        """Closes it and deletes its file; for one that was made only to be looked at."""
        self.close()
        self.path.unlink(missing_ok=True)

    def save(self, pages: range, target: Path) -> None:
        """Those pages as a file of their own; all of them are the very same bytes."""
        with replacing(target) as out:
            if pages == range(len(self.sizes)):
                with self.path.open("rb") as file:
                    for block in iter(lambda: file.read(1 << 20), b""):
                        out.write(block)
                return
            import pikepdf

            with pikepdf.open(self.path) as whole, pikepdf.new() as part:
                part.pages.extend(whole.pages[pages.start : pages.stop])
                content = BytesIO()
                part.save(content, deterministic_id=True)
                out.write(content.getvalue())

    def render(self, page: int, width: int, *, rows: range | None = None) -> PageImage:
        """The page at ``width`` pixels across; ``rows`` cuts a band of it (a printer's page is large)."""
        from pypdfium2 import PdfBitmap, raw

        height = self.height_at(page, width)
        rows = rows or range(height)
        with _PDFIUM:
            opened = self._opened().get_page(page)
            bitmap = PdfBitmap.new_native(width, len(rows), raw.FPDFBitmap_BGRx)
            try:
                bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, len(rows))
                raw.FPDF_RenderPageBitmap(bitmap, opened, 0, -rows.start, width, height, 0, raw.FPDF_ANNOT)
                return PageImage(width, len(rows), bytes(bitmap.buffer))
            finally:
                bitmap.close()
                opened.close()

    def height_at(self, page: int, width: int) -> int:
        """How many pixels high the page is at that width."""
        size = self.sizes[page]
        return round(width * size.height / size.width)

    def find(self, words: str, report: Callable[[int, int], None]) -> tuple[TextHit, ...]:
        """Where the words stand, marks and case aside; if some have the very marks, only those."""
        needle, typed = search_key(words), _marks(words)
        exact: list[TextHit] = []
        alike: list[TextHit] = []
        for page in range(len(self.sizes) if needle else 0):
            report(page, len(self.sizes))
            text = self._text(page)
            spans = [found.span() for found in re.finditer(re.escape(needle), text.folded)]
            glyphs = [(text.glyphs[start], text.glyphs[end - 1]) for start, end in spans]
            for (start, end), boxes in zip(spans, self._boxes(page, glyphs), strict=True):
                same = _marks(text.letters[start:end]) == typed
                (exact if same and typed else alike).append(TextHit(page, boxes))
        return tuple(exact or alike)

    def _opened(self) -> pypdfium2.PdfDocument:
        if self._pdf is None:
            raise NtmError(_UNREADABLE.format(name=self.path.name))
        return self._pdf

    def _text(self, page: int) -> _PageText:
        if page not in self._texts:
            self._texts[page] = _fold(self._letters(page))
        return self._texts[page]

    def _letters(self, page: int) -> str:
        """One letter a glyph number, so that places in the text are numbers of glyphs."""
        from pypdfium2 import raw

        with _PDFIUM:
            opened = self._opened().get_page(page)
            text = opened.get_textpage()
            try:
                codes = [raw.FPDFText_GetUnicode(text, n) for n in range(text.count_chars())]
            finally:
                text.close()
                opened.close()
        return "".join(map(chr, codes))

    def _boxes(self, page: int, spans: list[tuple[int, int]]) -> list[tuple[Box, ...]]:
        """For each span of glyphs its rectangles."""
        if not spans:
            return []
        height = self.sizes[page].height
        with _PDFIUM:
            opened = self._opened().get_page(page)
            text = opened.get_textpage()
            try:
                rects = [
                    [text.get_rect(n) for n in range(text.count_rects(first, last - first + 1))]
                    for first, last in spans
                ]
            finally:
                text.close()
                opened.close()
        return [
            tuple(Box(left, height - top, right - left, top - bottom) for left, bottom, right, top in some)
            for some in rects
        ]


def _fold(letters: str) -> _PageText:
    """As ``search_key`` folds, letter by letter; line ends and runs of spaces become one space."""
    folded: list[str] = []
    kept: list[str] = []
    glyphs: array[int] = array("l")
    for glyph, letter in enumerate(letters):
        key = " " if letter.isspace() else search_key(letter)
        if key == " " and folded[-1:] == [" "]:
            continue
        for piece in key:
            folded.append(piece)
            kept.append(letter)
            glyphs.append(glyph)
    return _PageText("".join(folded), glyphs, "".join(kept))


def _marks(text: str) -> list[str]:
    """The marks of a text wherever they sit: “Hoà” and “Hòa” have the same."""
    lowered = nfc(text).casefold()
    return sorted(c for c in unicodedata.normalize("NFD", lowered) if c == "đ" or unicodedata.combining(c))
