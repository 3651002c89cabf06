"""Registers as a workbook: the template that an office fills in, and what the data hold now."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from ntm_desktop.sheets.cells import expected
from ntm_desktop.sheets.columns import CellKind, Column, Form, Value

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_LONGEST = 32_767  # letters in a cell
_LONGEST_LIST = 255  # letters of a list typed into a cell's rule; longer ones stand on a sheet
_LIST_ROWS = 2_000  # rows of the template that have the drop-down lists
_TEXT_WIDTH = 100
_ONE = {CellKind.SHARE: 100, CellKind.QUANTITY: 1000}  # what stands for one, in our numbers
Row = Mapping[str, Value]


def export(sheets: Sequence[tuple[Form, Sequence[Row]]]) -> bytes:
    """Every form with its rows: numbers as numbers, days as days, everything else as text."""
    return _workbook(sheets, examples=False)


def template(forms: Sequence[Form]) -> bytes:
    """Empty sheets with notes at their heads and drop-down lists, a sheet that explains, and examples."""
    return _workbook([(form, ()) for form in forms], examples=True)


def _workbook(sheets: Sequence[tuple[Form, Sequence[Row]]], *, examples: bool) -> bytes:
    import xlsxwriter  # only when one is written: it takes long to load

    target = io.BytesIO()
    book = xlsxwriter.Workbook(
        target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    formats = _Formats(book)
    lists = _Lists(book, formats)
    for form, rows in sheets:
        sheet = book.add_worksheet(form.title)
        _write_heads(sheet, form, formats)
        for number, row in enumerate(rows, 1):
            _write_row(sheet, number, form, row, formats)
        for place, column in enumerate(form.columns):
            sheet.set_column(place, place, column.width, formats.of(column))
            lists.add(sheet, place, column, max(len(rows), _LIST_ROWS))
        sheet.freeze_panes(1, 2)
    if examples:
        _explain(book, [form for form, _rows in sheets], formats)
    lists.write()
    book.close()
    return target.getvalue()


class _Formats:
    def __init__(self, book: Any) -> None:
        font = {"font_name": "Times New Roman", "font_size": 12, "valign": "top"}
        self.head = book.add_format(
            font | {"bold": True, "text_wrap": True, "border": 1, "bg_color": "#E8EEF4", "valign": "vcenter"}
        )
        self.plain = book.add_format(font | {"num_format": "@"})
        self.quoted = book.add_format(font | {"num_format": "@", "quote_prefix": True})
        self.wrapped = book.add_format(font | {"num_format": "@", "text_wrap": True})
        self.money = book.add_format(font | {"num_format": "#,##0"})
        self.share = book.add_format(font | {"num_format": "0.00"})
        self.quantity = book.add_format(font | {"num_format": "General"})
        self.day = book.add_format(font | {"num_format": "dd/mm/yyyy"})
        self.title = book.add_format(font | {"bold": True, "font_size": 14})

    def of(self, column: Column) -> Any:
        kinds = {
            CellKind.MONEY: self.money,
            CellKind.SHARE: self.share,
            CellKind.QUANTITY: self.quantity,
            CellKind.DATE: self.day,
        }
        return kinds.get(column.kind, self.plain)


class _Lists:
    """Drop-down lists; the names that are offered stand on a hidden sheet."""

    def __init__(self, book: Any, formats: _Formats) -> None:
        self._book, self._formats = book, formats
        self._columns: list[Sequence[str]] = []

    def add(self, sheet: Any, place: int, column: Column, rows: int) -> None:
        if column.kind not in (CellKind.CHOICE, CellKind.NAME, CellKind.NAMES) or not column.choices:
            return
        names = [name for _key, name in column.choices]
        if len(",".join(names)) <= _LONGEST_LIST and not any("," in name for name in names):
            source: Any = names
        else:
            letter = chr(ord("A") + len(self._columns))
            source = f"='{_LISTS}'!${letter}$1:${letter}${len(names)}"
            self._columns.append(names)
        only_warns = column.kind is not CellKind.CHOICE  # a name may be written in another way, or be several
        rule = {"validate": "list", "source": source, "error_type": "information" if only_warns else "stop"}
        rule |= {"error_title": column.title[:32], "error_message": _cut(expected(column), 255)}
        sheet.data_validation(1, place, rows, place, rule | {"show_error": not only_warns})

    def write(self) -> None:
        if not self._columns:
            return
        sheet = self._book.add_worksheet(_LISTS)
        for place, names in enumerate(self._columns):
            for number, name in enumerate(names):
                _write_text(sheet, number, place, name, self._formats)
        sheet.hide()


_LISTS = "Danh sách"
_EXPLAINED = "Hướng dẫn"


def _write_heads(sheet: Any, form: Form, formats: _Formats) -> None:
    sheet.set_row(0, 36)
    for place, column in enumerate(form.columns):
        sheet.write_string(0, place, _head(column), formats.head)
        sheet.write_comment(0, place, _explained(column), {"x_scale": 2, "font_size": 10})


def _head(column: Column) -> str:
    units = {CellKind.MONEY: " (đồng)", CellKind.SHARE: " (%)"}
    return f"{column.title}{units.get(column.kind, '')}{' *' if column.required else ''}"


def _explained(column: Column) -> str:
    return " ".join(part for part in (column.note, expected(column)) if part)


def _write_row(sheet: Any, number: int, form: Form, row: Row, formats: _Formats) -> None:
    for place, column in enumerate(form.columns):
        value = row.get(column.key)
        if value is None:
            continue
        if isinstance(value, date):
            sheet.write_datetime(number, place, value, formats.day)
        elif isinstance(value, int):
            sheet.write_number(number, place, value / _ONE.get(column.kind, 1), formats.of(column))
        else:
            names = dict(column.choices)
            texts = value if isinstance(value, tuple) else (value,)
            text = "; ".join(names.get(one, one) for one in texts)
            _write_text(sheet, number, place, text, formats)


def _write_text(sheet: Any, number: int, place: int, text: str, formats: _Formats) -> None:
    """Text stays text, also when it looks like a formula and somebody edits it."""
    style = formats.quoted if text.startswith(_FORMULA_STARTS) else formats.plain
    sheet.write_string(number, place, _cut(text, _LONGEST), style)


def _explain(book: Any, forms: Sequence[Form], formats: _Formats) -> None:
    sheet = book.add_worksheet(_EXPLAINED)
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, _TEXT_WIDTH)
    number = 0
    for form in forms:
        sheet.write_string(number, 0, form.title, formats.title)
        number += 1
        for column in form.columns:
            sheet.write_string(number, 0, _head(column), formats.wrapped)
            sheet.write_string(number, 1, _explained(column), formats.wrapped)
            number += 1
        number += 1
    for form in forms:
        example = book.add_worksheet(_cut(f"Ví dụ {form.title}", 31))
        _write_heads(example, form, formats)
        for place, row in enumerate(form.examples, 1):
            _write_row(example, place, form, row, formats)
        for place, column in enumerate(form.columns):
            example.set_column(place, place, column.width, formats.of(column))


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
