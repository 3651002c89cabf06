"""The foot of each page that pikepdf puts into a bound dossier (its measures: ``foot``).

The letters come from a page that ReportLab made, so that the face is embedded as in the papers; the code's
squares are drawn once and shown on every page.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import pikepdf
from reportlab.pdfgen.canvas import Canvas

from ntm_desktop.render import typography as t
from ntm_desktop.render.fonts import READING, Face
from ntm_desktop.render.foot import Foot, Mark, Squares
from ntm_desktop.render.pdf import draw_marks

_LETTERS = " -/0123456789ABCDEFGHJKMNPQRSTVWXYZTrang"


class Stamps:
    """Made for one file; its font and its QR code are stored there once."""

    def __init__(
        self, target: pikepdf.Pdf, face: Face, mark: Mark | None, total: int, marks: Sequence[str] = ()
    ) -> None:
        self._target, self._face, self._total, self._marks = target, face, total, marks
        self._behind: dict[tuple[float, float], pikepdf.Object] = {}
        self._foot = foot = Foot(face.regular, mark)
        self._resources = {"/NtmF": _font(target, face.regular)}
        self._squares = _squares(target, foot.squares) if foot.squares else None

    def add_to(self, resources: pikepdf.Object) -> None:
        """Names what ``content`` refers to."""
        _put(resources, "/Font", self._resources)
        if self._squares is not None:
            _put(resources, "/XObject", {"/NtmQ": self._squares})

    def behind(self, resources: pikepdf.Object, width: float, height: float) -> bytes:
        """What draws the marks of a draft under a page of evidence and in its foot; points."""
        if not self._marks:
            return b""
        size = width, height
        if size not in self._behind:
            self._behind[size] = _marked(self._target, self._marks, self._face, size)
        _put(resources, "/XObject", {"/NtmM": self._behind[size]})
        return b"/NtmM Do\n"

    def content(self, number: int, width: float) -> bytes:
        """What is drawn at the foot of the page of that number, which counts from 1; points."""
        foot = self._foot
        drawn = [self._text(f"Trang {number}/{self._total}", foot.left)]
        if foot.squares is not None:
            size = f"{foot.size:.3f} 0 0 {foot.size:.3f}"
            drawn.append(f"q {size} {foot.squares_at(width):.3f} {foot.edge:.3f} cm /NtmQ Do Q")
            drawn.append(self._text(foot.code, foot.code_at(width)))
        return f"\nq 0 g {' '.join(drawn)} Q\n".encode("ascii")

    def _text(self, words: str, left: float) -> str:
        return f"BT /NtmF {t.STAMP:g} Tf 1 0 0 1 {left:.3f} {self._foot.base:.3f} Tm ({words}) Tj ET"


def _put(resources: pikepdf.Object, kind: str, named: dict[str, pikepdf.Object]) -> None:
    if kind not in resources:
        resources[kind] = pikepdf.Dictionary()
    for name, value in named.items():
        resources[kind][name] = value


def _marked(
    target: pikepdf.Pdf, marks: Sequence[str], face: Face, size: tuple[float, float]
) -> pikepdf.Object:
    page = BytesIO()
    canvas = Canvas(page, pagesize=size, initialFontName=face.bold, invariant=1)
    draw_marks(canvas, marks, face.bold, *size)
    with READING:
        canvas.save()
    page.seek(0)
    with pikepdf.open(page) as made:
        return target.copy_foreign(made.pages[0].as_form_xobject())


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


def _squares(target: pikepdf.Pdf, squares: Squares) -> pikepdf.Object:
    """One unit high and wide."""
    scale = 1 / squares.across
    return target.make_indirect(
        pikepdf.Stream(
            target,
            squares.drawn.encode("ascii"),
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Form,
            BBox=[0, 0, squares.across, squares.across],
            Matrix=[scale, 0, 0, scale, 0, 0],
        )
    )
