"""PDFium, the one module that calls it: pages of a PDF as pixels, its letters and where they stand.

PDFium is not thread-safe, so each call stands behind the one lock here; the methods may be called from any
thread. It is imported where a PDF is really there: most days nobody prints.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from ntm_desktop.errors import NtmError

if TYPE_CHECKING:
    import pypdfium2

_PDFIUM = Lock()


@dataclass(frozen=True, slots=True)
class PageSize:
    """In points, 1/72 inch."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PageImage:
    """Four bytes a pixel: blue, green, red, unused. ``pixels`` is what PDFium painted on, not a copy."""

    width: int
    height: int
    pixels: memoryview


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points from its upper left corner."""

    left: float
    top: float
    width: float
    height: float


class OpenPdf:
    """A PDF, of a file or of bytes; pages count from 0. ``refusal`` is said when it cannot be read."""

    def __init__(self, source: Path | bytes, refusal: str) -> None:
        import pypdfium2

        self._refusal = refusal
        with _PDFIUM:
            try:
                self._pdf: pypdfium2.PdfDocument | None = pypdfium2.PdfDocument(source)
            except (pypdfium2.PdfiumError, FileNotFoundError) as error:
                raise NtmError(refusal) from error
            self.sizes = tuple(PageSize(*self._pdf.get_page_size(n)) for n in range(len(self._pdf)))

    def close(self) -> None:
        with _PDFIUM:
            if self._pdf is not None:
                self._pdf.close()
                self._pdf = None

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
                return PageImage(width, len(rows), memoryview(bitmap.buffer).cast("B"))
            finally:
                bitmap.close()
                opened.close()

    def height_at(self, page: int, width: int) -> int:
        """How many pixels high the page is at that width."""
        size = self.sizes[page]
        return round(width * size.height / size.width)

    def letters(self, page: int) -> str:
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

    def boxes(self, page: int, spans: Sequence[tuple[int, int]]) -> list[tuple[Box, ...]]:
        """For each span of glyphs, first and last, its rectangles."""
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

    def _opened(self) -> pypdfium2.PdfDocument:
        if self._pdf is None:
            raise NtmError(self._refusal)
        return self._pdf
