"""Statements to an Excel workbook, one sheet each: numbers are numbers, dates are dates, and a text that
looks like a formula stays a text. The same statements give the same bytes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from io import BytesIO
from itertools import groupby

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ntm_desktop.documents.office import agency_lines, marks_of, table_signature
from ntm_desktop.documents.tables import WHOLE, Cell, Head, Kind, Line, LineKind, Percent, Statement
from ntm_desktop.text import OFFICE, format_date, nfc, pad_dates

FACE = "Times New Roman"
_MM_A_CHARACTER = 1.9
_LEAST_WIDTH, _NUMBER_WIDTH = 6.0, 13.0  # characters
_FIRST_YEAR = 1900  # Excel counts days from there
_LONGEST_NAME = 31
_A4 = 9
_PLACES = {Kind.TEXT: "left", Kind.CODE: "center", Kind.DATE: "center"}


def workbook(statements: Sequence[Statement], *, author: str) -> bytes:
    """The whole file. Memory does not grow with the rows: each is written and let go."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"constant_memory": True, "default_date_format": "dd/mm/yyyy"})
    made = datetime.combine(statements[0].office.today, time(), OFFICE).astimezone(UTC)
    book.set_properties({"title": statements[0].name, "author": author, "created": made})
    names: set[str] = set()
    for statement in statements:
        _Sheet(book, statement, _sheet_name(statement.name, names)).write()
    book.close()
    return out.getvalue()


def _sheet_name(name: str, taken: set[str]) -> str:
    """What Excel takes: at most 31 letters, none of its signs, each name once in a workbook."""
    plain = re.sub(r"[\[\]:*?/\\]", "-", nfc(name)).strip("'") or "Biểu"
    shown, number = _cut(plain, _LONGEST_NAME), 1
    while shown.casefold() in taken:
        number += 1
        end = f" ({number})"
        shown = _cut(plain, _LONGEST_NAME - len(end)) + end
    taken.add(shown.casefold())
    return shown


def _cut(text: str, most: int) -> str:
    """Between two words, where there are any."""
    if len(text) <= most:
        return text
    head = text[:most].rpartition(" ")[0].rstrip(" ,;-")
    return f"{head}…" if head else text[:most]


class _Sheet:
    """Rows are written from the top down and never again: that is what constant memory asks for."""

    def __init__(self, book: xlsxwriter.Workbook, statement: Statement, name: str) -> None:
        self._book, self._statement = book, statement
        self._sheet: Worksheet = book.add_worksheet(name)
        self._formats: dict[tuple[tuple[str, object], ...], Format] = {}
        self._places = statement.places
        self._row = 0
        self._last = max(len(statement.heads) - 1, 1)

    def write(self) -> None:
        self._set_up()
        self._heading()
        if self._statement.lines:
            self._header()
            for line in self._statement.lines:
                self._line(line)
        else:
            self._across(self._statement.nothing, align="left")
        for note in self._statement.all_notes:
            self._across(note, italic=True, align="left")
        self._signature()

    def _set_up(self) -> None:
        sheet = self._sheet
        for place, head in enumerate(self._statement.heads):
            sheet.set_column(place, place, _width(head), self._format())
        if self._statement.landscape:
            sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.set_margins(left=0.6, right=0.4, top=0.6, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        marks = " - ".join(marks_of(self._statement.office))
        sheet.set_footer(f'&C&"{FACE},Regular"&10{f"{marks}   " if marks else ""}&P/&N')

    def _heading(self) -> None:
        statement = self._statement
        for text in agency_lines(statement.office):
            self._text(0, text, bold=True)
            self._row += 1
        for mark in marks_of(statement.office):
            self._across(mark, bold=True, align="center")
        self._across(statement.name.upper(), bold=True, align="center", font_size=14)
        self._across(statement.subject, bold=True, align="center")
        self._across(f"({statement.as_of})", italic=True, align="center")
        if statement.unit:
            self._across(statement.unit, italic=True, align="right")

    def _header(self) -> None:
        """Two levels: a group's name over its columns; another title stands in the lower one."""
        sheet, heads, first = self._sheet, self._statement.heads, self._row
        look = {"bold": True, "align": "center", "valign": "vcenter", "text_wrap": True, "font_size": 11}
        if any(head.group for head in heads):
            place = 0
            for group, run in groupby(heads, key=lambda head: head.group):
                last = place + len(list(run)) - 1
                if group and last > place:
                    sheet.merge_range(self._row, place, self._row, last, "", self._format(**look, border=1))
                for column in range(place, last + 1):
                    edges = {"border": 1} if group else {"left": 1, "right": 1, "top": 1}
                    text = group if column == place else ""
                    sheet.write_string(self._row, column, _shown(text), self._format(**look, **edges))
                place = last + 1
            self._row += 1
        for column, head in enumerate(heads):
            alone = self._row > first and not head.group
            edges = {"left": 1, "right": 1, "bottom": 1} if alone else {"border": 1}
            title = _shown(head.title).replace("\u00a0", " ")  # Excel's own search knows a space
            sheet.write_string(self._row, column, title, self._format(**look, **edges))
        sheet.repeat_rows(first, self._row)
        self._row += 1
        sheet.freeze_panes(self._row, 2 if len(heads) > 4 else 0)

    def _line(self, line: Line) -> None:
        bold = line.kind is not LineKind.PLAIN
        if line.kind is LineKind.GROUP:
            look = self._format(bold=True, border=1, align="left")
            self._sheet.merge_range(self._row, 0, self._row, self._last, "", look)
            self._sheet.write_string(self._row, 0, _shown(line.cells[0]), look)
        else:
            for column, (cell, head) in enumerate(zip(line.cells, self._statement.heads, strict=True)):
                self._cell(column, cell, head.kind, bold=bold)
        self._row += 1

    def _cell(self, column: int, cell: Cell, kind: Kind, *, bold: bool) -> None:
        sheet, row = self._sheet, self._row
        look: dict[str, object] = {"border": 1, "valign": "top", "bold": bold, "font_size": 11}
        if cell is None:
            sheet.write_blank(row, column, None, self._format(**look))
        elif isinstance(cell, date) and cell.year >= _FIRST_YEAR:
            look |= {"num_format": "dd/mm/yyyy", "align": "center"}
            sheet.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), self._format(**look))  # noqa: DTZ001 - Excel knows no zones
        elif isinstance(cell, str | date):
            text = _shown(cell)
            look |= {"text_wrap": True, "align": _PLACES.get(kind, "left")}
            if text[:1] in ("=", "+", "-", "@"):
                look |= {"quote_prefix": True}  # else typing in the cell again would make a formula
            sheet.write_string(row, column, text, self._format(**look))
        elif isinstance(cell, Percent):
            look |= {"num_format": f"0{'.' * bool(cell.places)}{'0' * cell.places}%", "align": "left"}
            sheet.write_number(row, column, cell.number, self._format(**look))
        else:
            number, shape = _number(cell, kind, self._places[column])
            look |= {"num_format": shape, "align": "center" if kind is Kind.CODE else "right"}
            sheet.write_number(row, column, number, self._format(**look))

    def _signature(self) -> None:
        signed = table_signature(self._statement.office)
        middle = (self._last + 1) // 2
        self._row += 1
        for line, left in zip(signed.post, (signed.preparer, *[""] * len(signed.post)), strict=False):
            self._halves(left, line, middle)
        self._row += 4
        self._halves(signed.prepared_by, signed.name, middle)

    def _halves(self, left: str, right: str, middle: int) -> None:
        for first, last, text in ((0, middle - 1, left), (middle, self._last, right)):
            look = self._format(bold=True, align="center")
            if last > first:
                self._sheet.merge_range(self._row, first, self._row, last, "", look)
            self._sheet.write_string(self._row, first, _shown(text), look)
        self._row += 1

    def _across(self, text: str, **look: object) -> None:
        self._sheet.merge_range(self._row, 0, self._row, self._last, "", self._format(**look))
        self._text(0, text, **look)
        self._row += 1

    def _text(self, column: int, text: str, **look: object) -> None:
        self._sheet.write_string(self._row, column, _shown(text), self._format(**look))

    def _format(self, **look: object) -> Format:
        key = tuple(look.items())
        if key not in self._formats:
            self._formats[key] = self._book.add_format({"font_name": FACE, "font_size": 12, **look})
        return self._formats[key]


def _width(head: Head) -> float:
    """Of a column, in characters."""
    if head.kind is Kind.TEXT:
        return max(head.width / _MM_A_CHARACTER, _LEAST_WIDTH)
    return _LEAST_WIDTH if head.kind is Kind.CODE else _NUMBER_WIDTH


def _shown(cell: Cell) -> str:
    """Text without what an Excel file cannot hold."""
    text = pad_dates(format_date(cell) if isinstance(cell, date) else str(cell))
    return nfc("".join(letter for letter in text if letter == "\n" or letter >= " "))


def _number(value: int, kind: Kind, places: int | None) -> tuple[float, str]:
    """In the unit that is shown, with the format that shows it."""
    if places is None:
        return value, _format_of(0)
    if kind is Kind.MONEY:
        return value / 1_000_000, _format_of(places)
    if kind is Kind.PERCENT:
        return value / WHOLE, f"{_format_of(places if value % WHOLE else 0).removeprefix('#,##')}%"
    return value / 1000, _format_of(places if value else 0)


def _format_of(places: int) -> str:
    return f"#,##0.{'0' * places}" if places else "#,##0"
