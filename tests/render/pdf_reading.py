"""What stands on a page of a PDF, read back by PDFium: lines of letters with font and place, ruled lines."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from pypdfium2 import raw

MM = 72 / 25.4


@dataclass(frozen=True)
class Letters:
    """Letters of one font on one baseline. Places in millimetres from the page's top left."""

    text: str
    font: str
    size: float
    left: float
    right: float
    down: float

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class Rule:
    left: float
    right: float
    down: float

    @property
    def length(self) -> float:
        return self.right - self.left


@dataclass(frozen=True)
class Page:
    width: float
    height: float
    lines: tuple[Letters, ...]
    rules: tuple[Rule, ...]

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)

    def line(self, start: str) -> Letters:
        return next(line for line in self.lines if line.text.startswith(start))

    def has(self, start: str) -> bool:
        return any(line.text.startswith(start) for line in self.lines)

    def rules_near(self, line: Letters) -> list[Rule]:
        """Rules at most 4 mm below a line, within its column."""
        return [r for r in self.rules if 0 < r.down - line.down < 4 and r.left < line.centre < r.right]


def read(path: Path) -> list[Page]:
    with pypdfium2.PdfDocument(path) as document:
        return [_page(page) for page in document]


def whole_text(path: Path) -> str:
    """As a reader copies it: all pages, line ends as spaces."""
    with pypdfium2.PdfDocument(path) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    return " ".join(" ".join(texts).replace("\xa0", " ").split())


def _page(page: pypdfium2.PdfPage) -> Page:
    width, height = page.get_size()
    letters = page.get_textpage()
    lines: list[Letters] = []
    current: list[tuple[str, float, float]] = []
    kind: tuple[str, float, float] = ("", 0, 0)

    def close() -> None:
        text = "".join(letter for letter, _, _ in current).replace("\xa0", " ").rstrip()
        if text.strip():
            font, size, down = kind
            inked = [place for place in current if place[0].strip()]
            lines.append(Letters(text, font, size, inked[0][1], inked[-1][2], down))
        current.clear()

    for index in range(letters.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(letters, index))
        if letter in "\r\n":
            continue
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        raw.FPDFText_GetCharBox(letters, index, left, right, bottom, top)
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(letters, index, x, y)
        if raw.FPDFText_IsGenerated(letters, index) == 1:
            if current:
                current.append((letter, left.value / MM, right.value / MM))
            continue
        found = _font(letters, index), raw.FPDFText_GetFontSize(letters, index), (height - y.value) / MM
        step = left.value / MM - current[-1][2] if current else 0.0
        same_line = found[:2] == kind[:2] and abs(found[2] - kind[2]) < 0.2
        if current and not (same_line and -2 < step < 12):
            close()
        kind = found
        current.append((letter, left.value / MM, right.value / MM))
    close()
    rules = []
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
        left_, bottom_, right_, top_ = item.get_bounds()
        if top_ - bottom_ < 2 and right_ - left_ > 5:
            rules.append(Rule(left_ / MM, right_ / MM, (height - (top_ + bottom_) / 2) / MM))
    return Page(width / MM, height / MM, tuple(lines), tuple(rules))


def _font(letters: pypdfium2.PdfTextPage, index: int) -> str:
    buffer = ctypes.create_string_buffer(200)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(letters, index, buffer, 200, flags)
    return buffer.value.decode().split("+")[-1]
