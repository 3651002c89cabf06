"""What stands in the foot of each page of a bound dossier: its place in the whole, the code and its QR.

The letters come from a page that ReportLab made, so that the face is embedded as in the papers; the code's
squares are drawn once and shown on every page.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

import pikepdf
import segno
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from ntm_desktop.render import typography as t
from ntm_desktop.render.fonts import READING, Face, text_width

QUIET = 4  # modules that must stay white round a QR code
_MODULE = 0.32  # mm of a module: 33 + 2 × 4 of them are 13 mm, four dots of a 300 dpi printer each
_LETTERS = " -/0123456789ABCDEFGHJKMNPQRSTVWXYZTrang"


@dataclass(frozen=True, slots=True)
class Mark:
    """The code of what the dossier says, as people and as cameras read it."""

    code: str
    qr: str


class Stamps:
    """Made for one file; its font and its QR code are stored there once."""

    def __init__(self, target: pikepdf.Pdf, face: Face, mark: Mark | None, total: int) -> None:
        self._face, self._mark, self._total = face.regular, mark, total
        self._resources = {"/NtmF": _font(target, face.regular)}
        matrix = _matrix(mark.qr) if mark else ()
        self._squares = _squares(target, matrix) if matrix else None
        self._size = (len(matrix) + 2 * QUIET) * _MODULE * mm

    def add_to(self, resources: pikepdf.Object) -> None:
        """Names what ``content`` refers to."""
        _put(resources, "/Font", self._resources)
        if self._squares is not None:
            _put(resources, "/XObject", {"/NtmQ": self._squares})

    def content(self, number: int, width: float) -> bytes:
        """What is drawn at the foot of the page of that number, which counts from 1; points."""
        words = f"Trang {number}/{self._total}"
        side = t.STAMP_SIDE * mm
        drawn = [self._text(words, side, t.STAMP_BASE * mm)]
        if self._mark is not None:
            size = self._size
            left = width - side - size
            drawn.append(f"q {size:.3f} 0 0 {size:.3f} {left:.3f} {t.STAMP_EDGE * mm:.3f} cm /NtmQ Do Q")
            wide = text_width(self._mark.code, self._face, t.STAMP)
            drawn.append(self._text(self._mark.code, left - 2 * mm - wide, t.STAMP_BASE * mm))
        return f"\nq 0 g {' '.join(drawn)} Q\n".encode("ascii")

    def _text(self, words: str, left: float, base: float) -> str:
        return f"BT /NtmF {t.STAMP:g} Tf 1 0 0 1 {left:.3f} {base:.3f} Tm ({words}) Tj ET"


def _put(resources: pikepdf.Object, kind: str, named: dict[str, pikepdf.Object]) -> None:
    if kind not in resources:
        resources[kind] = pikepdf.Dictionary()
    for name, value in named.items():
        resources[kind][name] = value


def _font(target: pikepdf.Pdf, name: str) -> pikepdf.Object:
    """A subset of these letters, each under its ASCII code."""
    page = BytesIO()
    canvas = Canvas(page, initialFontName=name, invariant=1)
    canvas.setFont(name, t.STAMP)
    canvas.drawString(0, 0, _LETTERS)
    with READING:
        canvas.save()
    page.seek(0)
    with pikepdf.open(page) as made:
        fonts = made.pages[0].obj["/Resources"]["/Font"]
        return target.copy_foreign(next(iter(fonts.values())))


def _matrix(text: str) -> tuple[bytearray, ...]:
    return tuple(segno.make_qr(text, error="m", boost_error=False).matrix)


def _squares(target: pikepdf.Pdf, matrix: tuple[bytearray, ...]) -> pikepdf.Object:
    """One unit high and wide, its quiet zone white."""
    whole = len(matrix) + 2 * QUIET
    squares = [
        f"{column + QUIET} {whole - 1 - QUIET - line} 1 1 re"
        for line, modules in enumerate(matrix)
        for column, dark in enumerate(modules)
        if dark
    ]
    drawn = f"1 g 0 0 {whole} {whole} re f 0 g {' '.join(squares)} f"
    scale = 1 / whole
    return target.make_indirect(
        pikepdf.Stream(
            target,
            drawn.encode("ascii"),
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Form,
            BBox=[0, 0, whole, whole],
            Matrix=[scale, 0, 0, scale, 0, 0],
        )
    )
