"""What people and cameras read off a sheet of keys: one line in large letters, QR codes, lines to type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.lib.units import mm

from ntm_desktop.documents.blocks import LargeText, QrCodes
from ntm_desktop.render import typography as t
from ntm_desktop.render.flowables import Lines
from ntm_desktop.render.fonts import Face, text_width
from ntm_desktop.render.foot import Squares

_LARGEST = 26.0
_CAPTION = 11.0
_TYPED, _LABEL = 16.0, 12.0
_FRAME = 2.5 * mm  # between letters and frame
_GUTTER = 8 * mm


class LargeLine(Lines):
    def __init__(self, block: LargeText, face: Face, width: float) -> None:
        super().__init__(width, gap=4)
        self.spaceBefore = 4
        text = t.plain(block.text)
        size = min(_LARGEST, (width - 4 * _FRAME) / text_width(text, face.bold, 1))
        long = text_width(text, face.bold, size)
        self._texts.append(((width - long) / 2, _FRAME + 0.75 * size, text, face.bold, size))
        self.height = 0.75 * size + 2 * _FRAME
        self._box = (width - long) / 2 - 2 * _FRAME, long + 4 * _FRAME

    def draw(self) -> None:
        super().draw()
        left, across = self._box
        self.canv.rect(left, 0, across, self.height)


def qr_rows(block: QrCodes, face: Face, width: float) -> Iterator[QrRow]:
    """As many beside each other as the width takes."""
    side = block.side * mm
    count = max(1, int((width + _GUTTER) // (side + _GUTTER)))
    for first in range(0, len(block.codes), count):
        yield QrRow(block.codes[first : first + count], side, block.beside, face, width)


class QrRow(Lines):
    def __init__(
        self,
        codes: Sequence[tuple[str, str]],
        side: float,
        beside: Sequence[tuple[str, str]],
        face: Face,
        width: float,
    ) -> None:
        super().__init__(width, gap=4)
        self.spaceBefore = 8
        self._side = side
        across = len(codes) * (side + _GUTTER) - _GUTTER
        start = 0.0 if beside else (width - across) / 2
        self._codes: list[tuple[float, Squares]] = []
        downs = [side]
        for place, (content, caption) in enumerate(codes):
            left = start + place * (side + _GUTTER)
            self._codes.append((left, Squares.of(content)))
            if caption:
                downs.append(self._centre(side, caption, face.italic, _CAPTION, left, side))
        downs.append(self._lines_to_type(beside, side + _GUTTER, face))
        self.height = max(downs)

    def _lines_to_type(self, lines: Sequence[tuple[str, str]], left: float, face: Face) -> float:
        down = 0.0
        letters = left + 10 * mm
        for label, text in lines:
            size = _TYPED if text else _LABEL
            down += size * t.LINE if text or not down else _LABEL * 2
            self._texts.append((left, down, label, face.regular if text else face.bold, _LABEL))
            if text:
                self._texts.append((letters, down, text, face.bold, size))
        return down + 4

    def draw(self) -> None:
        super().draw()
        for left, squares in self._codes:
            self.canv.saveState()
            self.canv.translate(left, self.height - self._side)
            self.canv.scale(self._side / squares.across, self._side / squares.across)
            self.canv._code.append(squares.drawn)
            self.canv.restoreState()
