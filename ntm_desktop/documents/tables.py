"""A statement (biểu): a table of typed cells with its day, unit, notes and signers.

One value, three outputs: ``paper_of`` makes the blocks that become PDF and DOCX, ``sheets.tables`` an Excel
sheet. Money is held in whole đồng and shown in triệu đồng; sums are made from đồng and rounded once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import groupby
from typing import TypeAlias

from ntm_desktop.documents.blocks import (
    Align,
    Block,
    Column,
    Note,
    Paper,
    Paragraph,
    Row,
    Section,
    Table,
    Title,
)
from ntm_desktop.documents.office import Issuing, Office, letterhead, table_signature
from ntm_desktop.text import decimals, format_date, format_decimal, format_int, format_share, pad_dates


class Kind(StrEnum):
    """What the numbers of a column are; a text may stand in any column."""

    TEXT = "text"
    CODE = "code"  # short text or a number in the middle: TT, tiêu chí
    MONEY = "money"  # đồng
    PERCENT = "percent"  # basis points
    COUNT = "count"
    QUANTITY = "quantity"  # thousandths: m², công
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Percent:
    """A percentage in a column of other values: in Excel a number with as many decimals as ``text`` shows."""

    text: str  # "64,23%"

    @property
    def places(self) -> int:
        return len(self.text.partition(",")[2].removesuffix("%"))

    @property
    def number(self) -> float:
        """64,23% is 0.6423."""
        return float(Decimal(self.text.removesuffix("%").replace(".", "").replace(",", ".")) / 100)


def value_cell(text: str) -> Cell:
    """A value as it is told: a lone percentage is a number, anything else a text."""
    return Percent(text) if _PERCENT.fullmatch(text) else text


_PERCENT = re.compile(r"-?\d[\d.]*(,\d+)?%")

Cell: TypeAlias = str | int | date | Percent | None
"""None is a fact that is not known: an empty cell, in Excel as on paper."""


class LineKind(StrEnum):
    PLAIN = "plain"
    GROUP = "group"  # one cell across the whole table
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Head:
    """``width``: of a column of text, in mm where letters have 11 points; numbers take what they need.

    Neighbours of one ``group`` stand under its name.
    """

    title: str
    kind: Kind = Kind.TEXT
    width: float = 20
    group: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    cells: tuple[Cell, ...]
    kind: LineKind = LineKind.PLAIN


@dataclass(frozen=True, slots=True)
class Statement:
    """``name`` serves files, sheets and bookmarks; ``subject`` stands below the title in capitals.

    Without lines the table is left out and ``nothing`` says why.
    """

    name: str  # "Danh mục công trình"
    subject: str  # "xây dựng nông thôn mới xã Yên Hóa"
    on: date
    heads: tuple[Head, ...]
    lines: tuple[Line, ...]
    office: Issuing
    nothing: str = ""
    notes: tuple[str, ...] = ()
    landscape: bool = True
    in_dong: bool = False
    """Money in đồng, where prices of a day's work would be lost in triệu đồng."""
    most_decimals: int = 3
    """Of triệu đồng: fewer where only the size of the sums counts."""

    @property
    def as_of(self) -> str:
        return f"Tính đến ngày {format_date(self.on)}"

    @property
    def unit(self) -> str:
        """The unit line, "" where no column holds money."""
        money = any(head.kind is Kind.MONEY for head in self.heads)
        return f"Đơn vị tính: {'' if self.in_dong else 'triệu '}đồng" if money and self.lines else ""

    @property
    def places(self) -> tuple[int | None, ...]:
        """Decimals of each column, as few as show all its numbers whole: of money in triệu đồng none, one
        or three, the same in the whole table. None: whole numbers, or none at all."""
        money = self.money_places()
        return tuple(
            money if head.kind is Kind.MONEY else self._places_of(place, head.kind)
            for place, head in enumerate(self.heads)
        )

    def _places_of(self, place: int, kind: Kind) -> int | None:
        digits = _DIGITS.get(kind)
        if digits is None:
            return None
        lines = (line.cells for line in self.lines if len(line.cells) == len(self.heads))
        numbers = [cells[place] for cells in lines]
        return max((decimals(number, digits) for number in numbers if isinstance(number, int)), default=0)

    def money_places(self) -> int | None:
        if self.in_dong:
            return None
        amounts = [amount for line in self.lines for amount in self._money(line)]
        places = next((n for n in (0, 1) if all(amount % 10 ** (6 - n) == 0 for amount in amounts)), 3)
        return min(places, self.most_decimals)

    @property
    def all_notes(self) -> tuple[str, ...]:
        """The notes, and that sums may differ where amounts are not shown whole."""
        places = self.money_places()
        rounded = places is not None and any(
            amount % 10 ** (6 - places) for line in self.lines for amount in self._money(line)
        )
        return (*self.notes, *((ROUNDED,) if rounded else ()))

    def _money(self, line: Line) -> Iterable[int]:
        if len(line.cells) == len(self.heads):
            for head, cell in zip(self.heads, line.cells, strict=True):
                if head.kind is Kind.MONEY and isinstance(cell, int):
                    yield cell


ROUNDED = "Số tiền làm tròn khi in; dòng cộng tính từ số đồng, có thể lệch với tổng các số đã làm tròn."

PORTRAIT_WIDTH, LANDSCAPE_WIDTH = 160.0, 247.0
"""Of the text on A4 with the margins of Nghị định 30, mm."""

_DIGITS = {Kind.PERCENT: 2, Kind.QUANTITY: 3}
"""Kinds with decimals, and how many of their last digits these are."""

_ALIGNS = {Kind.TEXT: Align.LEFT, Kind.CODE: Align.CENTRE, Kind.DATE: Align.CENTRE}
_SIZES = (12, 11, 10)
_WISHED_AT = 11.0
WHOLE = 10_000  # 100%, in basis points
_POINT = 25.4 / 72
_PADDING = 7.0  # points at both sides of a cell, with a little air
_TELLING, _STEP, _NORM = 40, 2.0, 4
_BOLD = 1.08  # of the width of upright words
_WIDE = dict.fromkeys(".,;:/ ", 0.3) | dict.fromkeys("ijltfíìỉĩị-()", 0.36) | {"m": 0.8, "%": 0.86, "M": 0.92}
"""Letters that are much narrower or wider than the others."""


def subject(office: Office) -> str:
    """What most statements are about, below their name."""
    return f"Xây dựng nông thôn mới {office.commune.name}"


def summed(label: str, heads: Sequence[Head], lines: Iterable[Line], *, before: int = 1) -> Line:
    """A total: the sums of money, counts and quantities, of what nobody knows none; ``label`` stands behind
    ``before`` empty cells."""
    plain = [line for line in lines if line.kind is LineKind.PLAIN]
    cells: list[Cell] = []
    for place, head in enumerate(heads):
        if place == before:
            cells.append(label)
        elif head.kind in (Kind.MONEY, Kind.COUNT, Kind.QUANTITY):
            known = [cell for line in plain if isinstance(cell := line.cells[place], int)]
            cells.append(sum(known) if known else None)
        else:
            cells.append(None)
    return Line(tuple(cells), LineKind.TOTAL)


def with_total(heads: Sequence[Head], lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines and their total; of none there is none."""
    return (*lines, summed("Tổng cộng", heads, lines)) if lines else ()


def cell_text(cell: Cell, kind: Kind, places: int | None) -> str:
    """As it stands on paper; nothing is one 0 and all is 100%, whatever decimals stand beside them."""
    if cell is None:
        return ""
    if isinstance(cell, str | Percent):
        return cell if isinstance(cell, str) else cell.text
    if isinstance(cell, date):
        return pad_dates(format_date(cell))
    if kind is Kind.MONEY and cell and places is not None:
        return format_decimal((cell + 500) // 1000, places)
    if kind is Kind.PERCENT:
        return format_share(cell, places)
    return format_decimal(cell, places) if kind is Kind.QUANTITY and cell else format_int(cell)


def paper_of(statement: Statement) -> Paper:
    """The statement as an official paper of its own, to be signed."""
    blocks = (
        letterhead(statement.office),
        Title(statement.name.upper(), statement.subject),
        *body(statement),
        table_signature(statement.office),
    )
    section = Section(statement.name, blocks, statement.landscape)
    return Paper("bieu", statement.name, (section,))


def body(statement: Statement, *, dated: bool = True) -> tuple[Block, ...]:
    """Day, unit, table and notes: what an annex of another paper holds."""
    blocks: list[Block] = [Note(f"({statement.as_of})", Align.CENTRE)] if dated else []
    if not statement.lines:
        return (*blocks, Paragraph(statement.nothing), *(Note(note) for note in statement.all_notes))
    if statement.unit:
        blocks.append(Note(statement.unit, Align.RIGHT))
    return (*blocks, _table(statement), *(Note(note) for note in statement.all_notes))


def _table(statement: Statement) -> Table:
    places = statement.places
    rows = tuple(_row(statement.heads, line, places) for line in statement.lines)
    size, widths = _widths(statement, rows, LANDSCAPE_WIDTH if statement.landscape else PORTRAIT_WIDTH)
    columns = tuple(
        Column(head.title, round(wide * 10), _ALIGNS.get(head.kind, Align.RIGHT), head.group)
        for head, wide in zip(statement.heads, widths, strict=True)
    )
    return Table(columns, rows, size)


def _row(heads: Sequence[Head], line: Line, places: Sequence[int | None]) -> Row:
    if line.kind is LineKind.GROUP:
        return Row((str(line.cells[0]),), heading=True)
    cells = tuple(
        cell_text(cell, head.kind, shown) for cell, head, shown in zip(line.cells, heads, places, strict=True)
    )
    return Row(cells, bold=len(cells) if line.kind is LineKind.TOTAL else 0)


def _widths(statement: Statement, rows: Sequence[Row], width: float) -> tuple[int, list[float]]:
    """The largest letters for which numbers stay whole and texts have the room they ask for. In letters of 11
    points, the smallest of M12, texts make do with less; those of 10 are for a table whose words would be
    broken, as one with every source of capital is."""
    titles = _titles_letters(statement.heads)
    for size in _SIZES:
        needed = [
            None if head.kind is Kind.TEXT else _number_width(titles[place], place, rows, size)
            for place, head in enumerate(statement.heads)
        ]
        texts = [place for place, need in enumerate(needed) if need is None]
        wishes = [statement.heads[place].width * size / _WISHED_AT for place in texts]
        left = width - sum(need for need in needed if need is not None)
        if left >= sum(wishes):
            given = [wish * left / sum(wishes) for wish in wishes]
            break
        least = [_word_width(titles[place], place, rows, size) for place in texts]
        if size <= _WISHED_AT and (left >= sum(least) or size == _SIZES[-1]):
            given = _shared(left, wishes, least, _lengths(texts, rows, size))
            break
    widths = dict(zip(texts, given, strict=True))
    return size, [widths[place] if need is None else need for place, need in enumerate(needed)]


def _lengths(texts: Sequence[int], rows: Sequence[Row], size: int) -> list[list[float]]:
    """Of each text of a row on one line, mm; of as many rows as tell how long such texts are."""
    told = [row for row in rows if len(row.cells) > 1][:_TELLING]
    return [[_letters(row.cells[place] or "") * size * _POINT for place in texts] for row in told]


def _shared(
    left: float, wishes: Sequence[float], least: Sequence[float], lengths: Sequence[Sequence[float]]
) -> list[float]:
    """No column narrower than its longest word; what is left goes, two millimetres at a time, to the column
    that makes rows lower, and in the proportions of the wishes when none does."""
    widths = list(least)
    bulks = [[_bulk(length, wide) for length, wide in zip(row, widths, strict=True)] for row in lengths]
    while left - sum(widths) >= _STEP:
        heights = [sum(row) ** (1 / _NORM) for row in bulks]
        gains = [
            sum(
                high - (sum(row) - row[place] + _bulk(length[place], wide + _STEP)) ** (1 / _NORM)
                for high, row, length in zip(heights, bulks, lengths, strict=True)
            )
            for place, wide in enumerate(widths)
        ]
        best = max(range(len(gains)), key=gains.__getitem__)
        if gains[best] <= 0:
            break
        widths[best] += _STEP
        for row, length in zip(bulks, lengths, strict=True):
            row[best] = _bulk(length[best], widths[best])
    over = left - sum(widths)
    return [wide + over * wish / sum(wishes) for wide, wish in zip(widths, wishes, strict=True)]


def _bulk(length: float, width: float) -> float:
    """Lines of a cell, so that those of a row add up to little more than the tallest."""
    return max(1.0, length / (width - _PADDING * _POINT)) ** _NORM


def _word_width(title: float, place: int, rows: Sequence[Row], size: int) -> float:
    """What keeps each word of a column of text on one line, mm."""
    cells = ((row.cells[place] or "").replace("≥ ", "≥_") for row in rows if len(row.cells) > 1)
    words = {word for cell in cells for word in cell.replace("≤ ", "≤_").split()}
    letters = max(map(_letters, words), default=0.0)
    return (max(letters, title) * size + _PADDING) * _POINT


def _number_width(title: float, place: int, rows: Sequence[Row], size: int) -> float:
    """What keeps each number of a column and each word of its title on one line, mm."""
    numbers = [row.cells[place] or "" for row in rows if len(row.cells) > 1]
    letters = max(map(_letters, numbers), default=0.0)
    return (max(letters, title) * size + _PADDING) * _POINT


def _titles_letters(heads: Sequence[Head]) -> list[float]:
    """Of each title its longest word; the columns of a group share what its name takes on two lines."""
    needed = [max(map(_letters, head.title.split(" "))) for head in heads]
    for name, run in groupby(range(len(heads)), key=lambda place: heads[place].group):
        under = list(run) if name else []
        for place in under:
            needed[place] = max(needed[place], _in_two(name) / len(under))
    return [letters * _BOLD for letters in needed]


def _in_two(name: str) -> float:
    words = name.split(" ")
    return min(
        max(_letters(" ".join(words[:cut])), _letters(" ".join(words[cut:])))
        for cut in range(1, len(words) + 1)
    )


def _letters(word: str) -> float:
    """Width in letters' sizes in the face of the papers, rather too much than too little; figures are half as
    wide as high."""
    return sum(_WIDE.get(letter, 0.76 if letter.isupper() else 0.52) for letter in word)
