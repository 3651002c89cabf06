"""Pictures and text of finished PDF pages, by PDFium. It is not thread-safe: one lock around every call."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from threading import Lock

import pypdfium2 as pdfium

from ntm_desktop.errors import NtmError

_lock = Lock()


@dataclass(frozen=True, slots=True)
class PageImage:
    """``pixels`` are rows of BGRX, four bytes a pixel, without padding (QImage.Format_RGB32)."""

    width: int
    height: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class Found:
    """A place of a searched text: page from 0, box in points from the page's top left."""

    page: int
    left: float
    top: float
    width: float
    height: float


def page_count(source: Path | bytes) -> int:
    with _lock, _opened(source) as document:
        return len(document)


def page_size(source: Path | bytes, page: int) -> tuple[float, float]:
    """In points."""
    with _lock, _opened(source) as document:
        width, height = document[page].get_size()
        return float(width), float(height)


def render_page(source: Path | bytes, page: int, scale: float) -> PageImage:
    """One page as a picture; ``scale`` 1.0 is 72 dpi."""
    with _lock, _opened(source) as document:
        bitmap = document[page].render(scale=scale, rev_byteorder=False, prefer_bgrx=True)
        rows = bytes(bitmap.buffer)
        width, height, stride = bitmap.width, bitmap.height, bitmap.stride
    if stride != width * 4:
        rows = b"".join(rows[y * stride : y * stride + width * 4] for y in range(height))
    return PageImage(width, height, rows)


def page_text(source: Path | bytes, page: int) -> str:
    with _lock, _opened(source) as document:
        return str(document[page].get_textpage().get_text_range())


def search(source: Path | bytes, text: str) -> tuple[Found, ...]:
    """All places of a text, whatever its case."""
    found: list[Found] = []
    if not text.strip():
        return ()
    with _lock, _opened(source) as document:
        for number, page in enumerate(document):
            height = page.get_height()
            letters = page.get_textpage()
            searcher = letters.search(text, match_case=False)
            while (hit := searcher.get_next()) is not None:
                for index in range(letters.count_rects(*hit)):
                    left, bottom, right, top = letters.get_rect(index)
                    found.append(Found(number, left, height - top, right - left, top - bottom))
    return tuple(found)


def _opened(source: Path | bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(source)
    except (pdfium.PdfiumError, FileNotFoundError) as error:
        raise NtmError("Không mở được tệp PDF. Tệp bị hỏng hoặc đã bị xóa. In lại hồ sơ.") from error
