"""The rows of a sheet from openpyxl's parser. Loaded with the first workbook: openpyxl takes long to load."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import IO, Any, NamedTuple
from xml.etree.ElementTree import Element, iterparse

from openpyxl.utils.cell import column_index_from_string
from openpyxl.worksheet._reader import ROW_TAG, VALUE_TAG, WorkSheetParser, _cast_number

from ntm_desktop.sheets.cells import Raw

_DIGITS = "0123456789"


class ParsedCell(NamedTuple):
    column: int  # from 1
    value: Raw
    style: int


class Parser(WorkSheetParser):  # type: ignore[misc]  # openpyxl is untyped
    """Reads numbers and shared texts, which is nearly all of a list, in two thirds of the library's time, and
    nothing of a sheet but its rows. Every other kind of cell is the library's matter."""

    def __init__(self, book: Any, sheet: Any, source: IO[bytes]) -> None:
        super().__init__(
            source,
            sheet._shared_strings,
            data_only=True,
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )

    def rows(self) -> Iterator[tuple[int, Sequence[ParsedCell]]]:
        for _event, element in iterparse(self.source):
            if element.tag == ROW_TAG:
                yield self.parse_row(element)
                element.clear()

    def parse_cell(self, element: Element) -> ParsedCell:
        kind, address = element.get("t", "n"), element.get("r")
        text, style = element.findtext(VALUE_TAG), int(element.get("s", 0))
        if text and address and (kind == "s" or (kind == "n" and style not in self.date_formats)):
            column: int = column_index_from_string(address.rstrip(_DIGITS))
            self.col_counter = column
            value = self.shared_strings[int(text)] if kind == "s" else _cast_number(text)
            return ParsedCell(column, value, style)
        cell = super().parse_cell(element)
        return ParsedCell(cell["column"], cell["value"], int(cell["style_id"]))
