"""Tables in PDF: ruled, header repeated on each page, text wrapped beforehand.

ReportLab's own tables measure every cell as mark-up; this one knows plain strings and is several times as
fast (benchmarks/bench_dossier.py). A row is kept whole unless it is taller than a page.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import Flowable, FrameBreak

from ntm_desktop.documents.blocks import Align, Row, Table
from ntm_desktop.render.fonts import Face, text_width, wrap
from ntm_desktop.render.typography import plain

_PADDING = 3.0
_RULE = 0.5
_HEIGHT_OF_LINE = 1.17
_HOLE = 0.2  # of a page: more white than this looks as if the table ended there

_Rule = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Line:
    """A row as it is drawn: per cell its lines; None where the cell above goes on."""

    cells: tuple[tuple[str, ...] | None, ...]
    fonts: tuple[str, ...]
    height: float
    heading: bool

    @property
    def spans(self) -> bool:
        return len(self.cells) == 1


class Grid(Flowable):  # type: ignore[misc]  # ReportLab is untyped
    def __init__(self, table: Table, face: Face, width: float, height: float, tail: float = 0.0) -> None:
        """``height`` is a whole page's; ``tail`` what must stand below the last row on the same page."""
        super().__init__()
        shares = sum(column.share for column in table.columns)
        self._widths = [column.share * width / shares for column in table.columns]
        self._aligns = [column.align for column in table.columns]
        self._size = float(table.size)
        self._leading = self._size * _HEIGHT_OF_LINE
        self._face = face
        self._header = self._lay_out(Row(tuple(column.title for column in table.columns), heading=True))
        self._tail = tail
        self._page = height
        room = height - self._header.height
        self._rows: Sequence[_Line] = tuple(
            part for row in table.rows for part in self._cut(self._lay_out(row), room)
        )
        self._ends = True
        self.width = width
        self.spaceBefore = self.spaceAfter = 6

    def _lay_out(self, row: Row) -> _Line:
        widths = self._widths if len(row.cells) > 1 else [sum(self._widths)]
        bold = len(row.cells) if row.heading else row.bold
        fonts = (self._face.bold,) * bold + (self._face.regular,) * (len(row.cells) - bold)
        lines = tuple(
            None if cell is None else wrap(plain(cell), font, self._size, width - 2 * _PADDING)
            for cell, font, width in zip(row.cells, fonts, widths, strict=True)
        )
        return _Line(lines, fonts, self._height_of(lines), row.heading)

    def _height_of(self, cells: Sequence[tuple[str, ...] | None]) -> float:
        return max((len(lines) for lines in cells if lines), default=1) * self._leading + 2 * _PADDING

    def _cut(self, row: _Line, room: float) -> list[_Line]:
        """A row taller than a page, as rows of at most a page each."""
        most = int((room - 2 * _PADDING) / self._leading)
        parts = []
        while row.height > room:
            head = tuple(lines[:most] if lines else lines for lines in row.cells)
            rest = tuple(lines[most:] if lines else lines for lines in row.cells)
            parts.append(_Line(head, row.fonts, self._height_of(head), row.heading))
            row = _Line(tuple(lines or None for lines in rest), row.fonts, self._height_of(rest), row.heading)
        return [*parts, row]

    def _part(self, rows: Sequence[_Line], *, ends: bool) -> Grid:
        part = copy(self)
        part.__dict__.pop("_postponed", None)  # the part has not been sent to the next page yet
        part._rows, part._ends = rows, ends
        return part

    @property
    def weight(self) -> int:
        return len(self._rows)

    def wrap(self, _width: float, height: float) -> tuple[float, float]:
        total = self._header.height + sum(row.height for row in self._rows)
        if self._ends and total <= height < total + self._tail and len(self._rows) > 1:
            total = height + 1  # the last rows must go over with the signature
        self.height = total
        return self.width, total

    def split(self, _width: float, height: float) -> list[Flowable]:
        used, count = self._header.height, 0
        for row in self._rows:
            if used + row.height > height:
                break
            used, count = used + row.height, count + 1
        if self._ends:
            count = min(count, max(len(self._rows) - self._last_together(), 1))
        kept = count
        while kept > 0 and self._rows[kept - 1].heading:
            kept -= 1  # a heading stays with its rows
        count = kept or count  # unless there is nothing but headings
        if count <= 0:
            return []
        return [
            self._part(self._rows[:count], ends=False),
            FrameBreak,
            self._part(self._rows[count:], ends=self._ends),
        ]

    def _last_together(self) -> int:
        """Rows that go over to the last page at least: two, unless that leaves a hole on the page before."""
        return 2 if sum(row.height for row in self._rows[-2:]) <= _HOLE * self._page else 1

    def draw(self) -> None:
        canvas: Canvas = self.canv
        rows = (self._header, *self._rows)
        rules: list[_Rule] = [(0, self.height, self.width, self.height)]
        text = canvas.beginText()
        top = self.height
        for index, row in enumerate(rows):
            self._write_row(text, row, top, header=index == 0)
            below = rows[index + 1] if index + 1 < len(rows) else None
            rules += self._rules(row, below, top)
            top -= row.height
        canvas.drawText(text)
        canvas.setLineWidth(_RULE)
        canvas.lines(rules)

    def _write_row(self, text: PDFTextObject, row: _Line, top: float, *, header: bool) -> None:
        left = 0.0
        widths = [self.width] if row.spans else self._widths
        for lines, font, width, align in zip(row.cells, row.fonts, widths, self._aligns, strict=False):
            if lines:
                shown = Align.CENTRE if header else Align.LEFT if row.spans else align
                y = top - (row.height - len(lines) * self._leading) / 2 - self._size * 0.92
                text.setFont(font, self._size, self._leading)
                for line in lines:
                    text.setTextOrigin(left + self._offset(line, font, width, shown), y)
                    text.textOut(line)
                    y -= self._leading
            left += width

    def _offset(self, line: str, font: str, width: float, align: Align) -> float:
        if align is Align.LEFT:
            return _PADDING
        free = width - text_width(line, font, self._size)
        return free / 2 if align is Align.CENTRE else free - _PADDING

    def _rules(self, row: _Line, below: _Line | None, top: float) -> list[_Rule]:
        bottom = top - row.height
        rules = [(0.0, top, 0.0, bottom), (self.width, top, self.width, bottom)]
        going_on = below is not None and not below.spans and any(cell is None for cell in below.cells)
        if not going_on:
            rules.append((0.0, bottom, self.width, bottom))
        left = 0.0
        for index, width in enumerate(self._widths):
            if index and not row.spans:
                rules.append((left, top, left, bottom))
            if going_on and below is not None and below.cells[index] is not None:
                rules.append((left, bottom, left + width, bottom))
            left += width
        return rules
