"""A sheet of somebody's workbook as rows of a form: finds the sheet, the row of heads, and the cells below.

What a cell means is ``cells``; what a row means is the matter of whoever asked for the form.
"""

from __future__ import annotations

import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from ntm_desktop.errors import NtmError
from ntm_desktop.sheets import addresses, legacy, package
from ntm_desktop.sheets.cells import Raw, is_empty
from ntm_desktop.sheets.columns import CellKind, Form
from ntm_desktop.text import nfc, search_key

MOST_ROWS = 20_000
MOST_COLUMNS = 60
_HEAD_WITHIN = 40  # rows: titles may stand above the heads
_LAST_ROW = 1_048_576
_UNITS = {"trieu dong": 1_000_000, "nghin dong": 1_000, "ngan dong": 1_000, "ty dong": 1_000_000_000}
_SUM_WORDS = frozenset({"tong", "cong", "tong cong", "tong so"})
_NUMBER_HEADS = frozenset({"tt", "stt", "so tt"})
_NUMBERS = (CellKind.MONEY, CellKind.SHARE, CellKind.QUANTITY)
_NUMBERING = re.compile(r"\(?[0-9]{1,2}\)?|\(?[A-Za-z]\)?")


class RawCell(NamedTuple):
    address: str
    value: Raw
    percent: bool = False
    font: str = ""
    fault: str = ""  # why the cell cannot be used, whatever stands in it


@dataclass(frozen=True, slots=True)
class SheetRow:
    number: int
    cells: Mapping[str, RawCell]  # by the key of the column; none for an empty cell


@dataclass(frozen=True, slots=True)
class SheetRows:
    """The rows of one form. ``units``: đồng of one, by the key of a column of money, said at ``unit_at``."""

    form: Form
    sheet: str
    heads: Mapping[str, tuple[str, str]]  # by the key of the column: letter, head
    rows: Sequence[SheetRow]
    ignored: Sequence[str] = ()  # heads that no column of the form has
    skipped: Sequence[str] = ()  # rows left out, and why
    units: Mapping[str, int] = field(default_factory=dict)
    unit_at: str = ""
    base_1904: bool = False

    def address(self, key: str, number: int) -> str:
        """Where a cell of a row is, or, without that column, where the row begins."""
        letter = self.heads[key][0] if key in self.heads else next(iter(self.heads.values()))[0]
        return f"{letter}{number}"


@dataclass(slots=True)
class _Heads:
    last: int  # the number of the last row of heads: a head may be made of two
    columns: dict[str, int]
    titles: dict[str, str]
    ignored: list[str]


@dataclass(slots=True)
class _Grid:
    """One sheet, its rows in the order of the file; empty ones are not kept."""

    rows: list[tuple[int, Sequence[Raw]]]
    percent: set[tuple[int, int]] = field(default_factory=set)  # row, column (from 0)
    fonts: dict[tuple[int, int], str] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(
        default_factory=list
    )  # first, last row; first, last column
    uncomputed: set[str] = field(default_factory=set)  # addresses of formulas without a result
    base_1904: bool = False


def read(path: Path, forms: Sequence[Form]) -> tuple[SheetRows, ...]:
    """Every form that a sheet of the workbook has. Raises NtmError when none has, or the file is refused."""
    package.check(path)
    grids = _grids(path)
    best: dict[str, tuple[int, str, _Heads, Form]] = {}
    for title, grid in grids.items():
        placed = [(form, heads) for form in forms if (heads := _heads(form, grid)) is not None]
        if not placed:
            continue
        form, heads = max(placed, key=lambda one: len(one[1].columns))
        score = len(heads.columns) + MOST_COLUMNS * (search_key(title) == search_key(form.title))
        if form.key not in best or score > best[form.key][0]:
            best[form.key] = (score, title, heads, form)
    if not best:
        raise NtmError(_no_table(grids, forms))
    found = (best[form.key] for form in forms if form.key in best)
    return tuple(_rows(form, title, grids[title], heads) for _score, title, heads, form in found)


def from_texts(lines: Sequence[Sequence[str]], forms: Sequence[Form]) -> SheetRows:
    """Rows that were copied: of the form whose heads are among them, else of the first, in its order."""
    if len(lines) > MOST_ROWS:
        raise NtmError(f"Dán quá {MOST_ROWS} dòng một lần. Chép ít dòng hơn, hoặc nhập từ tệp.")
    kept = [
        (number, tuple(line[:MOST_COLUMNS]))
        for number, line in enumerate(lines, 1)
        if any(map(str.strip, line))
    ]
    grid = _Grid(list(kept))
    placed = [(form, heads) for form in forms if (heads := _heads(form, grid)) is not None]
    if placed:
        form, heads = max(placed, key=lambda one: len(one[1].columns))
    else:
        form = forms[0]
        columns = {column.key: place for place, column in enumerate(form.columns)}
        heads = _Heads(0, columns, {column.key: column.title for column in form.columns}, [])
    return _rows(form, "", grid, heads)


# The file


def _grids(path: Path) -> dict[str, _Grid]:
    """The visible sheets by title."""
    from xml.etree.ElementTree import ParseError

    import openpyxl  # takes longer to load than everything else of a page
    from openpyxl.utils.datetime import CALENDAR_MAC_1904
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of the library, about what it does not show
            book: Any = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
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


def _grid(book: Any, sheet: Any) -> _Grid:
    """Straight from the library's parser: its own rows make an object of every cell, at twice the time."""
    from openpyxl.worksheet._reader import WorkSheetParser

    grid, styles = _Grid([]), _Styles(book)
    with sheet._get_source() as source:
        parser = WorkSheetParser(
            source,
            sheet._shared_strings,
            data_only=True,
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )
        for number, cells in parser.parse():
            if number > _LAST_ROW:
                raise ValueError("a row beyond the last of a sheet")
            values: list[Raw] = []
            for cell in cells:
                value, place = cell["value"], cell["column"] - 1
                if value is None or place >= MOST_COLUMNS:
                    continue
                values.extend([None] * (place + 1 - len(values)))
                values[place] = value
                if isinstance(value, str):
                    if legacy.may_be(value) and (font := styles.font(cell["style_id"])):
                        grid.fonts[number, place] = font
                elif isinstance(value, int | float) and styles.is_percent(cell["style_id"]):
                    grid.percent.add((number, place))
            if all(map(is_empty, values)):
                continue
            if len(grid.rows) == MOST_ROWS:
                raise NtmError(
                    f"Trang “{sheet.title}” có hơn {MOST_ROWS} dòng. Chia thành nhiều tệp rồi nhập từng tệp."
                )
            grid.rows.append((number, values))
    return grid


class _Styles:
    """Fonts and number formats by the number of a cell's style."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._fonts: dict[int, str] = {}
        self._percents: dict[int, bool] = {}

    def font(self, style: int) -> str:
        if style not in self._fonts:
            self._fonts[style] = self._book._fonts[self._book._cell_styles[style].fontId].name or ""
        return self._fonts[style]

    def is_percent(self, style: int) -> bool:
        if style not in self._percents:
            from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE

            known = self._book._cell_styles[style].numFmtId
            own = known - BUILTIN_FORMATS_MAX_SIZE
            text = BUILTIN_FORMATS.get(known, "") if own < 0 else self._book._number_formats[own]
            self._percents[style] = "%" in text
        return self._percents[style]


_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*?\bref="([A-Z]{1,3}[0-9]{1,7}):([A-Z]{1,3}[0-9]{1,7})"')
_UNCOMPUTED = re.compile(
    rb'<c\b[^>]*?\br="([A-Z]{1,3}[0-9]{1,7})"[^>]*>\s*<f\b(?:[^>]*/>|[^>]*>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>'
)


def _scan(content: bytes, grid: _Grid) -> None:
    """What the library does not tell of a sheet that it only reads: merged cells, formulas never computed."""
    for first, last in _MERGED.findall(content):
        (top, left), (bottom, right) = (addresses.place(one.decode()) for one in (first, last))
        if bottom > top:
            grid.merged.append((top, bottom, left, right))
    if b"<f" in content:
        grid.uncomputed = {address.decode() for address in _UNCOMPUTED.findall(content)}


# The heads


def _heads(form: Form, grid: _Grid) -> _Heads | None:
    """The row among the first that names most columns of the form; those that it must have are among them."""
    best: _Heads | None = None
    for place, (number, values) in enumerate(grid.rows[:_HEAD_WITHIN]):
        found = _Heads(number, {}, {}, [])
        _name_columns(form, values, number, found)
        if len(found.columns) < 2:
            continue
        if place + 1 < len(grid.rows):  # a head in two rows: what the second adds
            below = _Heads(number + 1, {}, {}, [])
            following, more = grid.rows[place + 1]
            _name_columns(form, more, following, below)
            added = below.columns.keys() - found.columns.keys()
            if added and not set(found.columns.values()) & {below.columns[key] for key in below.columns}:
                found.columns.update({key: below.columns[key] for key in added})
                found.titles.update({key: below.titles[key] for key in added})
                found.last = following
        needed = {column.key for column in form.columns if column.required}
        if needed <= found.columns.keys() and (best is None or len(found.columns) > len(best.columns)):
            best = found
    return best


def _name_columns(form: Form, values: Sequence[Raw], number: int, found: _Heads) -> None:
    wanted = _wanted(form)
    for place, value in enumerate(values):
        if not isinstance(value, str) or is_empty(value):
            continue
        key = next((wanted[said] for said in _head_keys(value) if said in wanted), None)
        if key is None and search_key(value) not in _NUMBER_HEADS:
            found.ignored.append(" ".join(nfc(value).split()))
        elif key is not None and key in found.columns:
            here, there = (f"{addresses.letters(one)}{number}" for one in (place, found.columns[key]))
            raise NtmError(
                f"Cột “{form.column(key).title}” có hai lần, ở ô {there} và ô {here}. Đổi tên một cột."
            )
        elif key is not None:
            found.columns[key], found.titles[key] = place, " ".join(nfc(value).split())


def _wanted(form: Form) -> dict[str, str]:
    return {search_key(head): column.key for column in form.columns for head in (column.title, *column.also)}


def _head_keys(text: str) -> Iterator[str]:
    """What a head may be called: without its unit and its star, and as an old code would say it."""
    for said in (text, *(legacy.convert(text, encoding) for encoding in legacy.Encoding)):
        whole = search_key(said.replace("*", " "))
        yield whole
        yield search_key(re.sub(r"\([^)]*\)", " ", whole))


def _no_table(grids: Mapping[str, _Grid], forms: Sequence[Form]) -> str:
    names = ", ".join(f"“{title}”" for title in grids) or "nào"
    heads = " hoặc ".join(
        ", ".join(f"“{column.title}”" for column in form.columns if column.required) for form in forms
    )
    return (
        f"Không thấy bảng để nhập trong trang {names}. Bảng cần một dòng đầu cột có {heads} và ít nhất một "
        "cột nữa của mẫu. Lưu mẫu, chép số liệu vào mẫu rồi nhập lại."
    )


# The rows


def _rows(form: Form, sheet: str, grid: _Grid, heads: _Heads) -> SheetRows:
    merged = _merged_values(grid, heads)
    letters = {key: addresses.letters(place) for key, place in heads.columns.items()}
    numbers_only = {column.key for column in form.columns if column.kind in _NUMBERS}
    rows: list[SheetRow] = []
    skipped: list[str] = []
    for number, values in grid.rows:
        if number <= heads.last:
            continue
        cells: dict[str, RawCell] = {}
        own = False
        for key, place in heads.columns.items():
            value = values[place] if place < len(values) else None
            address = f"{letters[key]}{number}"
            if not is_empty(value):
                own = True
                here = (number, place)
                cells[key] = RawCell(address, value, here in grid.percent, grid.fonts.get(here, ""))
            elif (number, place) in merged:
                spread = merged[number, place]
                fault = _MERGED_FAULT if key in numbers_only or key == form.named_by else ""
                cells[key] = RawCell(address, spread, fault=fault)
            elif grid.uncomputed and address in grid.uncomputed:
                own = True
                cells[key] = RawCell(address, "", fault=_UNCOMPUTED_FAULT)
        if not own:
            continue
        if not rows and _is_numbering(cells):
            continue
        if _is_sum(values):
            skipped.append(f"Dòng {number} là dòng cộng, không nhập.")
            continue
        rows.append(SheetRow(number, cells))
    units, unit_at = _units(form, grid, heads)
    return SheetRows(
        form,
        sheet,
        {key: (letters[key], heads.titles[key]) for key in heads.columns},
        rows,
        tuple(dict.fromkeys(heads.ignored)),
        tuple(skipped),
        units,
        unit_at,
        grid.base_1904,
    )


_MERGED_FAULT = "Ô gộp nhiều dòng. Bỏ gộp ô rồi ghi riêng cho từng dòng."
_UNCOMPUTED_FAULT = "Công thức chưa có kết quả. Mở tệp trong Excel, lưu lại rồi nhập."


def _merged_values(grid: _Grid, heads: _Heads) -> dict[tuple[int, int], Raw]:
    """What a cell merged over several rows says in each of them, by row and column."""
    by_row = dict(grid.rows)
    mapped = set(heads.columns.values())
    found: dict[tuple[int, int], Raw] = {}
    for top, bottom, left, _right in grid.merged:
        if bottom <= heads.last or left not in mapped or top not in by_row or left >= len(by_row[top]):
            continue
        for number in range(top + 1, min(bottom, grid.rows[-1][0]) + 1):
            if not is_empty(by_row[top][left]):
                found[number, left] = by_row[top][left]
    return found


def _is_numbering(cells: Mapping[str, RawCell]) -> bool:
    """The row “(1) (2) (3)” that office tables have below their heads."""
    return len(cells) > 1 and all(
        not cell.fault and _NUMBERING.fullmatch(str(cell.value).strip()) for cell in cells.values()
    )


def _is_sum(values: Sequence[Raw]) -> bool:
    texts = [search_key(value).strip(" :.") for value in values if isinstance(value, str)]
    return any(text in _SUM_WORDS for text in texts[:2])


def _units(form: Form, grid: _Grid, heads: _Heads) -> tuple[dict[str, int], str]:
    """Đồng of one in each column of money: as its head says, else as a line above the heads does."""
    common, said_at = 1, ""
    for number, values in grid.rows:
        if number > heads.last:
            break
        for place, value in enumerate(values):
            text = search_key(value) if isinstance(value, str) else ""
            if "don vi" in text or "dvt" in text:
                unit = _unit_in(text)
                if unit:
                    common, said_at = unit, f"{addresses.letters(place)}{number}"
    units = {}
    for column in form.columns:
        if column.kind is CellKind.MONEY and column.key in heads.titles:
            own = _unit_in(search_key(heads.titles[column.key]))
            units[column.key] = own or common
            if own and own > 1:
                said_at = f"{addresses.letters(heads.columns[column.key])}{heads.last}"
    return units, said_at if any(unit > 1 for unit in units.values()) else ""


def _unit_in(text: str) -> int:
    """0 when it names none."""
    for words, unit in _UNITS.items():
        if words in text:
            return unit
    return 1 if re.search(r"\bdong\b", text) else 0
