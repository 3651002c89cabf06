"""What stands in the foot of each page of a dossier: its place in the whole, the code and its QR.

Measures and squares only; who writes the page draws them. ReportLab's own encoder: another one took 2,4 MB
and Python's sockets into the window's process.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel
from reportlab.lib.units import mm

from ntm_desktop.render import typography as t
from ntm_desktop.render.fonts import text_width

_RUN = re.compile("[0-9]{40,}|(?:(?![0-9]{40}).)+", re.DOTALL)
"""Many digits by themselves take three fifths of the room that they take among letters."""
_QUIET = 4  # modules that must stay white round a QR code
_MODULE = 0.32  # mm of a module: 33 + 2 × 4 of them are 13 mm, four dots of a 300 dpi printer each


@dataclass(frozen=True, slots=True)
class Mark:
    """The code of what the dossier says, as people and as cameras read it."""

    code: str
    qr: str


@dataclass(frozen=True, slots=True)
class Squares:
    """A QR code with its white rim, ``across`` modules wide: what draws it, a module being one unit."""

    across: int
    drawn: str

    @classmethod
    def of(cls, text: str) -> Squares:
        code = QRCode(None, QRErrorCorrectLevel.M)
        for run in _RUN.findall(text):
            code.addData(run)
        code.make()
        count = code.getModuleCount()
        across = count + 2 * _QUIET
        dark = [
            f"{column + _QUIET} {across - 1 - _QUIET - line} 1 1 re"
            for line in range(count)
            for column in range(count)
            if code.isDark(line, column)
        ]
        return cls(across, f"1 g 0 0 {across} {across} re f 0 g {' '.join(dark)} f")


class Foot:
    """Places on a page of that width, in points."""

    def __init__(self, font: str, mark: Mark | None) -> None:
        self.font = font
        self.code = mark.code if mark else ""
        self.squares = Squares.of(mark.qr) if mark else None
        self.size = self.squares.across * _MODULE * mm if self.squares else 0.0
        self.left, self.base, self.edge = t.STAMP_SIDE * mm, t.STAMP_BASE * mm, t.STAMP_EDGE * mm
        self._to_squares = float(self.left + self.size)
        self._to_code = float(self._to_squares + 2 * mm + text_width(self.code, font, t.STAMP))

    def squares_at(self, width: float) -> float:
        return width - self._to_squares

    def code_at(self, width: float) -> float:
        return width - self._to_code
