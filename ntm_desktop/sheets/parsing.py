"""A workbook's cells from openpyxl's reader. Loaded with the first workbook: openpyxl takes long to load.

What nearly all of a list is made of is read here, in half of the library's time; the rest is its matter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import IO, Any
from xml.etree.ElementTree import Element, iterparse

from openpyxl.cell.text import Text
from openpyxl.reader.excel import ExcelReader
from openpyxl.utils.cell import column_index_from_string
from openpyxl.utils.datetime import from_excel
from openpyxl.worksheet._reader import ROW_TAG, VALUE_TAG, WorkSheetParser, _cast_number
from openpyxl.xml.constants import SHARED_STRINGS, SHEET_MAIN_NS

from ntm_desktop.sheets.cells import Raw

_DIGITS = "0123456789"
_SHARED_TAG, _TEXT_TAG = f"{{{SHEET_MAIN_NS}}}si", f"{{{SHEET_MAIN_NS}}}t"

ParsedCell = tuple[int, Raw, int]
"""Column (from 1), value, number of the style."""


def open_book(path: Path) -> Any:
    """The workbook as ``openpyxl.load_workbook`` gives it for reading alone."""
    reader = _BookReader(path, read_only=True, data_only=True, keep_links=False)
    reader.read()
    return reader.wb


@lru_cache(maxsize=4096)
def _day(text: str, epoch: datetime, is_span: bool) -> Raw:
    """Remembered: a register says a few days again and again."""
    found: Raw = from_excel(_cast_number(text), epoch, is_span)
    return found


class _BookReader(ExcelReader):  # type: ignore[misc]  # openpyxl is untyped
    """Reads the shared texts that are of one piece."""

    def read_strings(self) -> None:
        part = self.package.find(SHARED_STRINGS)
        if part is None:
            return
        with self.archive.open(part.PartName[1:]) as source:
            for _event, element in iterparse(source):
                if element.tag == _SHARED_TAG:
                    plain = len(element) == 1 and element[0].tag == _TEXT_TAG
                    text = element[0].text or "" if plain else Text.from_tree(element).content
                    self.shared_strings.append(text.replace("x005F_", ""))
                    element.clear()


class Parser(WorkSheetParser):  # type: ignore[misc]  # openpyxl is untyped
    """Reads numbers, days and shared texts, and nothing of a sheet but its rows."""

    def __init__(self, book: Any, sheet: Any, source: IO[bytes]) -> None:
        super().__init__(
            source,
            sheet._shared_strings,
            data_only=True,
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )

    def rows(self) -> Iterator[tuple[int, Sequence[ParsedCell | None]]]:
        """By number the cells of each row, None for one without a value."""
        for _event, element in iterparse(self.source):
            if element.tag == ROW_TAG:
                yield self.parse_row(element)
                element.clear()

    def parse_cell(self, element: Element) -> ParsedCell | None:
        kind, address = element.get("t", "n"), element.get("r")
        if address and kind in ("s", "n"):
            column: int = column_index_from_string(address.rstrip(_DIGITS))
            self.col_counter = column
            text, style = element.findtext(VALUE_TAG), int(element.get("s", 0))
            if not text:
                return None
            if kind == "s":
                return column, self.shared_strings[int(text)], style
            if style not in self.date_formats:
                return column, _cast_number(text), style
            try:
                return column, _day(text, self.epoch, style in self.timedelta_formats), style
            except (OverflowError, ValueError):
                pass  # no day: the library says what it is then
        cell = super().parse_cell(element)
        return cell["column"], cell["value"], int(cell["style_id"])
