"""Tables in PDF: ruled, header repeated on each page, text wrapped beforehand.

ReportLab's own tables measure every cell as mark-up; this one knows plain strings and is several times as
fast (benchmarks/bench_dossier.py). A row is kept whole unless it is taller than a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from itertools import accumulate, groupby, takewhile

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import Flowable, FrameBreak

from ntm_desktop.documents.blocks import Align, Column, Row, Table
from ntm_desktop.render.fonts import Face, text_width, word_width, wrap
from ntm_desktop.render.together import rows_going_over
from ntm_desktop.render.typography import TABLE_LINE, plain

_PADDING = 3.0
_TIGHTER = (2.4, 1.8, 1.2)  # above and below a row, where that saves a last page with little on it
_SMALLEST = 11.0  # letters, where the table's own are larger
_LITTLE = 0.6  # of a page: rows that are not worth one of their own, with those that must go over with them
_FEW = 20  # pages: of more, one that is saved is not worth laying all of them out again
_RULE = 0.5

_GOES_ON = "(tiếp)"

_DOCUMENT_NUMBER = re.compile(r"\w+/\S*-\w")
"""A number with its ký hiệu, "12/BC-UBND", never "2016-2020"."""
_DATE, _ANY_DATE = re.compile(r"\b\d\d?/\d\d?/\d{4}\b"), "00/00/0000"

_LEVEL, _GLUED = re.compile("([≥≤]) "), re.compile("([≥≤])\u00a0")

_Rule = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Box:
    """A title in the header; ``top`` counts from the header's upper edge downwards."""

    lines: tuple[str, ...]
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class _Line:
    """A row as it is drawn: per cell its lines; None where the cell above goes on."""

    cells: tuple[tuple[str, ...] | None, ...]
    fonts: tuple[str, ...]
    height: float
    heading: bool
    opening: tuple[tuple[str, str] | None, ...] = ()
    """What a cell that goes on says where a page begins with the row, and its font."""

    @property
    def spans(self) -> bool:
        return len(self.cells) == 1


class Grid(Flowable):  # type: ignore[misc]  # ReportLab is untyped
    def __init__(self, table: Table, face: Face, width: float, height: float, tail: float = 0.0) -> None:
        """``height`` is a whole page's; ``tail`` what must stand below the last row on the same page."""
        super().__init__()
        self._table, self._face = table, face
        self._aligns = [column.align for column in table.columns]
        self._padding, self._is_part, self._ends = _PADDING, False, True
        self._tail, self._page, self._chosen_for = tail, height, 0.0
        self.width = width
        self.spaceBefore = self.spaceAfter = 6
        self._set(float(table.size))

    def _set(self, size: float) -> None:
        """Lays everything out in letters of that size."""
        columns = self._table.columns
        shares = sum(column.share for column in columns)
        self._size, self._leading = size, size * TABLE_LINE
        self._widths = self._whole_words([column.share * self.width / shares for column in columns])
        self._header = self._lay_out_header(columns)
        self._header_height = max(box.top + box.height for box in self._header)
        room = self._page - self._header_height
        laid = zip(self._table.rows, self._openings(), strict=True)
        self._rows: Sequence[_Line] = tuple(
            part for row, opening in laid for part in self._cut(self._lay_out(row, opening), room)
        )

    def _openings(self) -> Iterator[tuple[tuple[str, str] | None, ...]]:
        """Of each row: what stands above in the cells that go on."""
        above: dict[int, tuple[str, str]] = {}
        for row in self._table.rows:
            yield tuple(above.get(i) if cell is None else None for i, cell in enumerate(row.cells))
            bold = len(row.cells) if row.heading else row.bold
            for i, cell in enumerate(row.cells):
                if cell:
                    above[i] = f"{cell} {_GOES_ON}", self._face.bold if i < bold else self._face.regular
                elif cell is not None:
                    above.pop(i, None)

    def _whole_words(self, widths: list[float]) -> list[float]:
        """Columns made wide enough not to break the words of their titles, dates and document numbers
        ("12/BC-UBND"), at the cost of those that have room to spare; without the titles where there is too
        little of it."""
        numbers = self._of_numbers()
        both = [max(pair) for pair in zip(self._of_titles(), numbers, strict=True)]
        for needed in (both, numbers):
            short = {i: need for i, need in enumerate(needed) if need > widths[i]}
            if not short:
                return widths
            spare = [
                0.0 if i in short else max(0.0, width - room)
                for i, (width, room) in enumerate(zip(widths, self._of_words(), strict=True))
            ]
            lacking = sum(need - widths[i] for i, need in short.items())
            if sum(spare) >= lacking:
                given = lacking / sum(spare)
                return [short.get(i, width - spare[i] * given) for i, width in enumerate(widths)]
        return widths

    def _of_titles(self) -> list[float]:
        """What the words of each title take; those of a group's name are shared by its columns."""
        columns = self._table.columns
        needed = [self._longest(plain(column.title)) for column in columns]
        for name, run in groupby(range(len(columns)), key=lambda index: columns[index].group):
            under = list(run) if name else []
            for index in under:
                needed[index] = max(needed[index], self._longest(plain(name)) / len(under))
        return needed

    def _of_numbers(self) -> list[float]:
        """What document numbers and dates take in each column; all dates are of one width."""
        needed, dated = [0.0] * len(self._table.columns), self._longest(_ANY_DATE)
        for row in self._table.rows:
            if len(row.cells) == len(needed):
                for index, cell in enumerate(row.cells):
                    if cell and "/" in cell:
                        if "-" in cell:
                            needed[index] = max(needed[index], self._longest(cell, number=True))
                        if needed[index] < dated and _DATE.search(cell):
                            needed[index] = dated
        return needed

    def _of_words(self) -> list[float]:
        """What the longest word of each column takes, title and all."""
        words = self._of_titles()
        for row in self._table.rows:
            if len(row.cells) == len(words):
                words = [
                    max(known, self._longest(plain(cell or "")))
                    for known, cell in zip(words, row.cells, strict=True)
                ]
        return words

    def _longest(self, text: str, *, number: bool = False) -> float:
        """Of the words, or of the document numbers, with the room beside it."""
        words = text.split()
        if number:
            words = [word for word in words if "/" in word and _DOCUMENT_NUMBER.match(word)]
        widest = max((word_width(word, self._face.bold) for word in words), default=0.0)
        return widest * self._size + 2 * _PADDING + 0.5

    def _lay_out_header(self, columns: Sequence[Column]) -> list[_Box]:
        """Titles of one level fill the whole height; those of a group share it with the group's name."""
        lefts = [0.0, *accumulate(self._widths)]
        spans = [
            (name, list(run))
            for name, run in groupby(range(len(columns)), key=lambda index: columns[index].group or index)
        ]
        singles = [
            self._title(column.title, width) for column, width in zip(columns, self._widths, strict=True)
        ]
        upper = {
            run[0]: self._title(name, lefts[run[-1] + 1] - lefts[run[0]])
            for name, run in spans
            if isinstance(name, str)
        }
        over = self._height_of(tuple(upper.values())) if upper else 0.0
        under = self._height_of([singles[i] for i, column in enumerate(columns) if column.group] or [()])
        alone = self._height_of([singles[i] for i, column in enumerate(columns) if not column.group] or [()])
        whole = max(over + under, alone) if upper else alone
        boxes = []
        for name, run in spans:
            if isinstance(name, str):
                left, right = lefts[run[0]], lefts[run[-1] + 1]
                boxes.append(_Box(upper[run[0]], left, 0, right - left, over))
            top = over if isinstance(name, str) else 0.0
            boxes += [_Box(singles[i], lefts[i], top, self._widths[i], whole - top) for i in run]
        return boxes

    def _title(self, text: str, width: float) -> tuple[str, ...]:
        return wrap(plain(text), self._face.bold, self._size, width - 2 * _PADDING)

    def _lay_out(self, row: Row, opening: tuple[tuple[str, str] | None, ...]) -> _Line:
        widths = self._widths if len(row.cells) > 1 else [sum(self._widths)]
        bold = len(row.cells) if row.heading else row.bold
        fonts = (self._face.bold,) * bold + (self._face.regular,) * (len(row.cells) - bold)
        lines = tuple(
            None if cell is None else self._wrap(plain(cell), font, width - 2 * _PADDING)
            for cell, font, width in zip(row.cells, fonts, widths, strict=True)
        )
        height = max(self._height_of(lines), self._table.row_height * mm)
        return _Line(lines, fonts, height, row.heading, opening)

    def _opened(self, row: _Line) -> _Line:
        """The row where a page begins with it: cells that go on say with what."""
        if not any(row.opening):
            return row
        cells, fonts = list(row.cells), list(row.fonts)
        for i, told in enumerate(row.opening):
            if told and not cells[i]:
                fonts[i] = told[1]
                cells[i] = self._wrap(plain(told[0]), told[1], self._widths[i] - 2 * _PADDING)
        shown = tuple(cells)
        return _Line(shown, tuple(fonts), max(row.height, self._height_of(shown)), row.heading)

    def _wrap(self, text: str, font: str, width: float) -> tuple[str, ...]:
        """Lines of a cell; "≥ 70%" stays on one."""
        if "≥ " not in text and "≤ " not in text:
            return wrap(text, font, self._size, width)
        lines = wrap(_LEVEL.sub("\\1\u00a0", text), font, self._size, width)
        return tuple(_GLUED.sub("\\1 ", line) for line in lines)

    def _height_of(self, cells: Sequence[tuple[str, ...] | None]) -> float:
        return max((len(lines) for lines in cells if lines), default=1) * self._leading + 2 * _PADDING

    def _cut(self, row: _Line, room: float) -> list[_Line]:
        """A row taller than a page, as rows of at most a page each."""
        most = int((room - 2 * _PADDING) / self._leading)
        parts = []
        while row.height > room:
            head = tuple(lines[:most] if lines else lines for lines in row.cells)
            rest = tuple(lines[most:] if lines else lines for lines in row.cells)
            parts.append(_Line(head, row.fonts, self._height_of(head), row.heading, row.opening))
            goes_on = tuple(lines or None for lines in rest)
            row = _Line(goes_on, row.fonts, self._height_of(rest), row.heading, row.opening)
        return [*parts, row]

    def _part(self, rows: Sequence[_Line], *, ends: bool) -> Grid:
        part = copy(self)
        part._is_part = True
        part.__dict__.pop("_postponed", None)  # the part has not been sent to the next page yet
        part._rows, part._ends = rows, ends
        return part

    @property
    def weight(self) -> int:
        return len(self._rows)

    @property
    def least(self) -> float:
        """How high its beginning is: the header, and its rows to the second below the first headings."""
        opening = list(takewhile(lambda row: row.heading, self._rows))
        rows = [*opening, *self._rows[len(opening) : len(opening) + 2]]
        return self._header_height + sum(map(self._height, rows))

    def wrap(self, _width: float, height: float) -> tuple[float, float]:
        self._choose_padding(height)
        closer = 2 * (_PADDING - self._padding) * len(self._rows)
        total = self._header_height + sum(row.height for row in self._rows) - closer
        if self._ends and total <= height < total + self._tail and len(self._rows) > 1:
            total = height + 1  # the last rows must go over with the signature
        self.height = total
        return self.width, total

    def split(self, _width: float, height: float) -> list[Flowable]:
        self._choose_padding(height)
        count, _used = self._fitting(0, height)
        if self._ends:
            count = min(count, max(len(self._rows) - self._last_together(), 1))
        count = self._above_headings(0, count)
        if count <= 0:
            return []
        return [
            self._part(self._rows[:count], ends=False),
            FrameBreak,
            self._part((self._opened(self._rows[count]), *self._rows[count + 1 :]), ends=self._ends),
        ]

    def _height(self, row: _Line) -> float:
        return row.height - 2 * (_PADDING - self._padding)

    def _fitting(self, first: int, room: float) -> tuple[int, float]:
        """How many rows from ``first`` on fit below a header, and the height that they take with it."""
        used, count = self._header_height, 0
        for index in range(first, len(self._rows)):
            row = self._rows[index]
            high = self._height(self._opened(row) if index == first else row)
            if used + high > room:
                break
            used, count = used + high, count + 1
        return count, used

    def _above_headings(self, first: int, count: int) -> int:
        """Fewer rows, so that a heading stays with its own; unless there is nothing but headings."""
        kept = count
        while kept > 0 and self._rows[first + kept - 1].heading:
            kept -= 1
        return kept or count

    def _choose_padding(self, height: float) -> None:
        """Rows stand a little closer, or in the smallest letters of an annex (M12), where that
        saves a last page with hardly anything on it."""
        if self._is_part or self._chosen_for == height or self._table.row_height:
            return
        self._chosen_for = height
        size = float(self._table.size)
        if self._size != size:
            self._set(size)
        self._padding = _PADDING
        pages, last = self._pages(height)
        if not 1 < pages <= _FEW or last > _LITTLE * self._page:
            return
        for smaller in (size, _SMALLEST) if size > _SMALLEST else (size,):
            if self._size != smaller:
                self._set(smaller)
            for self._padding in _TIGHTER:
                if self._pages(height)[0] < pages:
                    return
        self._padding = _PADDING
        self._set(size)

    def _pages(self, room: float) -> tuple[int, float]:
        """On how many pages the table stands, and how much of the last one its rows take."""
        first, pages, rows = 0, 1, len(self._rows)
        while True:
            count, used = self._fitting(first, room)
            if first + count == rows and (used + self._tail <= room or count == 1):
                return pages, used
            count = min(count, max(rows - first - self._last_together(), 1))
            count = self._above_headings(first, count)
            if count == 0 and room >= self._page:
                count = 1  # taller than a page: it was cut before
            first, pages, room = first + count, pages + 1, self._page

    def _last_together(self) -> int:
        return rows_going_over(self._table, tuple(map(self._height, self._rows[-3:])), self._page)

    def draw(self) -> None:
        canvas: Canvas = self.canv
        rules: list[_Rule] = [(0, self.height, self.width, self.height)]
        text = canvas.beginText()
        rules += self._write_header(text)
        top = self.height - self._header_height
        for index, row in enumerate(self._rows):
            self._write_row(text, row, top)
            below = self._rows[index + 1] if index + 1 < len(self._rows) else None
            rules += self._rules(row, below, top)
            top -= self._height(row)
        canvas.drawText(text)
        canvas.setLineWidth(_RULE)
        canvas.lines(rules)

    def _write_header(self, text: PDFTextObject) -> list[_Rule]:
        bottom = self.height - self._header_height
        rules = [(0.0, bottom, self.width, bottom), (self.width, self.height, self.width, bottom)]
        text.setFont(self._face.bold, self._size, self._leading)
        for box in self._header:
            top = self.height - box.top
            y = top - (box.height - len(box.lines) * self._leading) / 2 - self._size * 0.92
            for line in box.lines:
                text.setTextOrigin(box.left + self._offset(line, self._face.bold, box.width, Align.CENTRE), y)
                text._textOut(line)
                y -= self._leading
            rules.append((box.left, top, box.left, top - box.height))
            if box.top + box.height < self._header_height:
                rules.append((box.left, top - box.height, box.left + box.width, top - box.height))
        return rules

    def _write_row(self, text: PDFTextObject, row: _Line, top: float) -> None:
        left, high = 0.0, self._height(row)
        widths, aligns = ([self.width], [Align.LEFT]) if row.spans else (self._widths, self._aligns)
        for lines, font, width, align in zip(row.cells, row.fonts, widths, aligns, strict=True):
            if lines:
                y = top - (high - len(lines) * self._leading) / 2 - self._size * 0.92
                text.setFont(font, self._size, self._leading)
                for line in lines:
                    text.setTextOrigin(left + self._offset(line, font, width, align), y)
                    text._textOut(line)
                    y -= self._leading
            left += width

    def _offset(self, line: str, font: str, width: float, align: Align) -> float:
        if align is Align.LEFT:
            return _PADDING
        free = width - text_width(line, font, self._size)
        return free / 2 if align is Align.CENTRE else free - _PADDING

    def _rules(self, row: _Line, below: _Line | None, top: float) -> list[_Rule]:
        bottom = top - self._height(row)
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
