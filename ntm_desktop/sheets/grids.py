"""The cells of somebody's workbook, sheet by sheet, and what is to be known of them besides their values."""

from __future__ import annotations

import re
import warnings
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple

from ntm_desktop.errors import NtmError
from ntm_desktop.sheets import addresses, legacy, package
from ntm_desktop.sheets.cells import Raw, is_empty

MOST_ROWS = 20_000
MOST_COLUMNS = 60
_LAST_ROW = 1_048_576
_UNCOMPUTED_FAULT = "Công thức chưa có kết quả. Mở tệp trong Excel, lưu lại rồi nhập."


class Mark(NamedTuple):
    """Of a cell that is more than its value: a percentage, letters of an old font, no use at all."""

    percent: bool = False
    font: str = ""
    fault: str = ""  # why the cell cannot be used, whatever stands in it


@dataclass(slots=True)
class Grid:
    """One sheet, its rows in the order of the file; empty ones are not kept, an empty cell is None."""

    rows: list[tuple[int, Sequence[Raw]]]
    marks: dict[int, dict[int, Mark]] = field(default_factory=dict)  # by row, then column (from 0)
    merged: list[tuple[int, int, int, int]] = field(
        default_factory=list
    )  # first, last row; first, last column
    base_1904: bool = False

    def mark(self, row: int, column: int, mark: Mark) -> None:
        self.marks.setdefault(row, {})[column] = mark


def read(path: Path) -> dict[str, Grid]:
    """The visible sheets by title. Raises NtmError when the file is broken."""
    from xml.etree.ElementTree import ParseError

    from openpyxl.utils.datetime import CALENDAR_MAC_1904  # takes longer to load than all else of a page
    from openpyxl.utils.exceptions import InvalidFileException

    from ntm_desktop.sheets.parsing import open_book

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of the library, about what it does not show
            book = open_book(path)
            try:
                visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
                grids = {sheet.title: _grid(book, sheet) for sheet in visible}
                base_1904 = book.epoch == CALENDAR_MAC_1904
                with zipfile.ZipFile(path) as parts:
                    for sheet in visible:
                        grids[sheet.title].base_1904 = base_1904
                        _scan(parts.read(sheet._worksheet_path), grids[sheet.title])
            finally:
                book.close()
    except (
        AttributeError,
        EOFError,
        IndexError,
        InvalidFileException,
        KeyError,
        NotImplementedError,
        OSError,
        OverflowError,
        ParseError,
        TypeError,
        ValueError,
        zipfile.BadZipFile,
        zlib.error,
    ) as error:
        raise NtmError(package.broken(path)) from error
    return grids


def _grid(book: Any, sheet: Any) -> Grid:
    from ntm_desktop.sheets.parsing import Parser

    grid = Grid([])
    old_font, is_percent = cache(partial(_old_font, book)), cache(partial(_is_percent, book))
    with sheet._get_source() as source:
        for number, cells in Parser(book, sheet, source).rows():
            if number > _LAST_ROW:
                raise ValueError("a row beyond the last of a sheet")
            values: list[Raw] = []
            for cell in cells:
                if cell is None:
                    continue
                column, value, style = cell
                is_text = isinstance(value, str)
                if column > MOST_COLUMNS or (is_text and is_empty(value)):
                    continue
                place = column - 1
                if place == len(values):
                    values.append(value)
                else:
                    values.extend([None] * (place + 1 - len(values)))
                    values[place] = value
                if is_text:
                    if legacy.may_be(value) and (font := old_font(style)):
                        grid.mark(number, place, Mark(font=font))
                elif is_percent(style):
                    grid.mark(number, place, Mark(percent=True))
            if not values:
                continue
            if len(grid.rows) == MOST_ROWS:
                raise NtmError(
                    f"Trang “{sheet.title}” có hơn {MOST_ROWS} dòng. Chia thành nhiều tệp rồi nhập từng tệp."
                )
            grid.rows.append((number, values))
    return grid


def _old_font(book: Any, style: int) -> str:
    """The font of a style when it is one of an old code, else ""."""
    name: str = book._fonts[book._cell_styles[style].fontId].name or ""
    return name if legacy.encoding_of_font(name) else ""


def _is_percent(book: Any, style: int) -> bool:
    from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE

    known = book._cell_styles[style].numFmtId
    own = known - BUILTIN_FORMATS_MAX_SIZE
    return "%" in (BUILTIN_FORMATS.get(known, "") if own < 0 else book._number_formats[own])


_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*?\bref="([A-Z]{1,3}[0-9]{1,7}):([A-Z]{1,3}[0-9]{1,7})"')
_FORMULA = re.compile(rb"<f[\s/>]")
_UNCOMPUTED = re.compile(
    rb'<c\b[^>]*?\br="([A-Z]{1,3}[0-9]{1,7})"[^>]*>\s*<f\b(?:[^>]*/>|[^>]*>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>'
)


def _scan(content: bytes, grid: Grid) -> None:
    """What the library does not tell of a sheet that it only reads: merged cells, formulas never computed."""
    for first, last in _MERGED.findall(content) if b"mergeCell" in content else ():
        (top, left), (bottom, right) = (addresses.place(one.decode()) for one in (first, last))
        if bottom > top:
            grid.merged.append((top, bottom, left, right))
    if _FORMULA.search(content):
        for address in _UNCOMPUTED.findall(content):
            grid.mark(*addresses.place(address.decode()), Mark(fault=_UNCOMPUTED_FAULT))
