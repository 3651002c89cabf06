"""The faces of the papers: the bundled Tinos, or this PC's Times New Roman where the office wants it.

And that of the window, for the charts in it.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from threading import RLock
from weakref import WeakKeyDictionary

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFont

from ntm_desktop.paths import resource

rl_config.useA85 = 0  # photos as they are: 38 times as fast, a fifth smaller; every writer passes here

BUNDLED, WINDOW = "Tinos", "NTMSans"
DECREED = "Times New Roman"  # A7

_DECREED_FILES = ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf")
READING = RLock()
"""Held where ReportLab reads a font's file: it keeps one place in it for all threads, and charts are drawn
while a dossier is written."""
_STYLES = ("Regular", "Bold", "Italic", "BoldItalic")


@dataclass(frozen=True, slots=True)
class Face:
    """Names under which the four cuts are registered."""

    regular: str
    bold: str
    italic: str
    bold_italic: str


def face(times_new_roman: bool = False) -> Face:
    """Without Times New Roman on this PC, Tinos of the same widths serves."""
    if times_new_roman and (files := _times_new_roman()):
        return _registered(DECREED.replace(" ", ""), files)
    return _registered(BUNDLED, tuple(resource("fonts", f"{BUNDLED}-{style}.ttf") for style in _STYLES))


def screen_face() -> Face:
    """Of the window. It has no slanted cuts: nothing there is in italics."""
    upright = ("Regular", "SemiBold", "Regular", "SemiBold")
    return _registered(WINDOW, tuple(resource("fonts", f"{WINDOW}-{style}.ttf") for style in upright))


@cache
def _registered(family: str, files: tuple[Path, ...]) -> Face:
    names = [f"{family}-{style}" for style in _STYLES]
    with READING:
        for name, path in zip(names, files, strict=True):
            if name not in pdfmetrics.getRegisteredFontNames():
                pdfmetrics.registerFont(_Cut(name, str(path)))
    return Face(*names)


def has_times_new_roman() -> bool:
    return _times_new_roman() is not None


def _times_new_roman() -> tuple[Path, ...] | None:
    folders = [Path(os.environ.get("WINDIR", "C:/Windows"), "Fonts")]
    local = os.environ.get("LOCALAPPDATA")
    folders += [Path(local, "Microsoft/Windows/Fonts")] if local else []
    folders += [Path("/usr/share/fonts/truetype/msttcorefonts")]
    for folder in folders:
        files = tuple(folder / name for name in _DECREED_FILES)
        if all(path.is_file() for path in files):
            return files
    return None


_WORD = 12  # letters: no word of the language has more


_NO_BYTE = dict.fromkeys(range(256), "\uffff")
"""For letters whose place in a document's first subset is not known."""
_SPACES = {0xA0: 0x20}


class _Cut(TTFont):  # type: ignore[misc]  # ReportLab is untyped
    """Adds the letters of a word up once, for its paragraphs too: papers repeat their words. Letters that the
    document knows are looked up a line at a time."""

    def __init__(self, name: str, path: str) -> None:
        super().__init__(name, path)
        self._places: WeakKeyDictionary[PDFDocument, dict[int, int | str]] = WeakKeyDictionary()

    def splitString(self, text: str, doc: PDFDocument, encoding: str = "utf8") -> list[tuple[int, bytes]]:
        if not text:
            return []
        places = self._places.get(doc) or self._places.setdefault(doc, _NO_BYTE | _SPACES)
        try:
            return [(0, text.translate(places).encode("latin-1"))]
        except UnicodeEncodeError:  # one that is new, or of another subset
            split: list[tuple[int, bytes]] = super().splitString(text, doc, encoding)
            places.update(self.state[doc].assignments)
            return split

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:
        if len(text) > _WORD:  # a line: it does not come again
            return float(super().stringWidth(text, size, encoding))
        return word_width(text, self.fontName) * size


@lru_cache(maxsize=4_000)
def word_width(word: str, font: str) -> float:
    """Width at one point."""
    return float(TTFont.stringWidth(pdfmetrics.getFont(font), word, 1))


def text_width(text: str, font: str, size: float) -> float:
    return float(pdfmetrics.stringWidth(text, font, size))


def wrap(text: str, font: str, size: float, width: float) -> tuple[str, ...]:
    """Lines of plain text no wider than ``width``; a word that is wider is cut, after a “/” if it can be."""
    return _wrap(text, font, width / size)


def forget_words() -> None:
    """What is kept of the words of one document, up to 1.6 MB, does not help the next."""
    word_width.cache_clear()
    _wrap.cache_clear()


@lru_cache(maxsize=2_000)
def _wrap(text: str, font: str, width: float) -> tuple[str, ...]:
    space = word_width(" ", font)
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line, used = "", 0.0
        for word in paragraph.split(" "):
            long = word_width(word, font)
            if line and used + space + long <= width:
                line, used = f"{line} {word}", used + space + long
                continue
            if line:
                lines.append(line)
            while long > width and len(word) > 1:
                fit = next((n for n in range(len(word) - 1, 1, -1) if word_width(word[:n], font) <= width), 1)
                fit = word.rfind("/", 1, fit) + 1 or fit
                lines.append(word[:fit])
                word = word[fit:]
                long = word_width(word, font)
            line, used = word, long
        lines.append(line)
    return tuple(lines)
