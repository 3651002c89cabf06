"""A finished PDF for the screen and the printer: pages as pixels, text to search in, and as a file.

Sessionless, for the work threads; what a paper says and how its PDF is made are not here.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ntm_desktop.render.output import replacing
from ntm_desktop.render.rasters import Box, OpenPdf, PageSize
from ntm_desktop.render.rasters import PageImage as PageImage
from ntm_desktop.text import nfc, search_key

_UNREADABLE = (
    "Không mở được bản in “{name}”: tệp không còn hoặc bị hỏng. Mở lại trang Hồ sơ để lập lại bản in."
)


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
        self.path = path
        self._texts: dict[int, _PageText] = {}
        self._pdf = OpenPdf(path, _UNREADABLE.format(name=path.name))

    @property
    def sizes(self) -> tuple[PageSize, ...]:
        return self._pdf.sizes

    def close(self) -> None:
        self._pdf.close()

    def discard(self) -> None:
        """Closes it and deletes its file; for one that was made only to be looked at."""
        self.close()
        self.path.unlink(missing_ok=True)

    def save(self, target: Path) -> None:
        """The very same bytes as a file of that name."""
        with replacing(target) as out, self.path.open("rb") as file:
            for block in iter(lambda: file.read(1 << 16), b""):
                out.write(block)

    def render(self, page: int, width: int, *, rows: range | None = None) -> PageImage:
        """The page at ``width`` pixels across; ``rows`` cuts a band of it (a printer's page is large)."""
        return self._pdf.render(page, width, rows=rows)

    def height_at(self, page: int, width: int) -> int:
        """How many pixels high the page is at that width."""
        return self._pdf.height_at(page, width)

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
            for (start, end), boxes in zip(spans, self._pdf.boxes(page, glyphs), strict=True):
                same = _marks(text.letters[start:end]) == typed
                (exact if same and typed else alike).append(TextHit(page, boxes))
        return tuple(exact or alike)

    def _text(self, page: int) -> _PageText:
        if page not in self._texts:
            self._texts[page] = _fold(self._pdf.letters(page))
        return self._texts[page]


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
