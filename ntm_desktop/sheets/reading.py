"""A sheet of somebody's workbook as rows of a form: finds the sheet, the row of heads, and the cells below.

What a cell means is ``cells``; what a row means is the matter of whoever asked for the form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from ntm_desktop.errors import NtmError
from ntm_desktop.sheets import addresses, grids, legacy, package
from ntm_desktop.sheets.cells import Raw, is_empty
from ntm_desktop.sheets.columns import CellKind, Form
from ntm_desktop.sheets.grids import Grid, Mark
from ntm_desktop.text import nfc, search_key

_HEAD_WITHIN = 40  # rows: titles may stand above the heads
_UNITS = {"trieu dong": 1_000_000, "nghin dong": 1_000, "ngan dong": 1_000, "ty dong": 1_000_000_000}
_SUM_WORDS = frozenset({"tong", "cong", "tong cong", "tong so"})
_NUMBER_HEADS = frozenset({"tt", "stt", "so tt"})
_NUMBERS = (CellKind.MONEY, CellKind.SHARE, CellKind.QUANTITY)
_NUMBERING = re.compile(r"\(?[0-9]{1,2}\)?|\(?[A-Za-z]\)?")


@dataclass(frozen=True, slots=True)
class SheetRow:
    number: int
    cells: Mapping[str, Raw]  # by the key of the column; none for an empty cell
    marks: Mapping[str, Mark]  # of those that are more than their value


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


def read(path: Path, forms: Sequence[Form]) -> tuple[SheetRows, ...]:
    """Every form that a sheet of the workbook has. Raises NtmError when none has, or the file is refused."""
    package.check(path)
    sheets = grids.read(path)
    best: dict[str, tuple[int, str, _Heads, Form]] = {}
    for title, grid in sheets.items():
        placed = [(form, heads) for form in forms if (heads := _heads(form, grid)) is not None]
        if not placed:
            continue
        form, heads = max(placed, key=lambda one: len(one[1].columns))
        score = len(heads.columns) + grids.MOST_COLUMNS * (search_key(title) == search_key(form.title))
        if form.key not in best or score > best[form.key][0]:
            best[form.key] = (score, title, heads, form)
    if not best:
        raise NtmError(_no_table(sheets, forms))
    found = (best[form.key] for form in forms if form.key in best)
    return tuple(_rows(form, title, sheets[title], heads) for _score, title, heads, form in found)


def from_texts(lines: Sequence[Sequence[str]], forms: Sequence[Form]) -> SheetRows:
    """Rows that were copied: of the form whose heads are among them, else of the first, in its order."""
    if len(lines) > grids.MOST_ROWS:
        raise NtmError(f"Dán quá {grids.MOST_ROWS} dòng một lần. Chép ít dòng hơn, hoặc nhập từ tệp.")
    kept = [
        (number, tuple(None if is_empty(text) else text for text in line[: grids.MOST_COLUMNS]))
        for number, line in enumerate(lines, 1)
        if any(map(str.strip, line))
    ]
    grid = Grid(list(kept))
    placed = [(form, heads) for form in forms if (heads := _heads(form, grid)) is not None]
    if placed:
        form, heads = max(placed, key=lambda one: len(one[1].columns))
    else:
        form = forms[0]
        columns = {column.key: place for place, column in enumerate(form.columns)}
        heads = _Heads(0, columns, {column.key: column.title for column in form.columns}, [])
    return _rows(form, "", grid, heads)


# The heads


def _heads(form: Form, grid: Grid) -> _Heads | None:
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


def _no_table(sheets: Mapping[str, Grid], forms: Sequence[Form]) -> str:
    names = ", ".join(f"“{title}”" for title in sheets) or "nào"
    heads = " hoặc ".join(
        ", ".join(f"“{column.title}”" for column in form.columns if column.required) for form in forms
    )
    return (
        f"Không thấy bảng để nhập trong trang {names}. Bảng cần một dòng đầu cột có {heads} và ít nhất một "
        "cột nữa của mẫu. Lưu mẫu, chép số liệu vào mẫu rồi nhập lại."
    )


# The rows


def _rows(form: Form, sheet: str, grid: Grid, heads: _Heads) -> SheetRows:
    merged = _merged_values(grid, heads)
    letters = {key: addresses.letters(place) for key, place in heads.columns.items()}
    numbers_only = {column.key for column in form.columns if column.kind in _NUMBERS}
    columns = list(heads.columns.items())
    rows: list[SheetRow] = []
    skipped: list[str] = []
    for number, values in grid.rows:
        if number <= heads.last:
            continue
        said = len(values)
        cells = {key: values[at] for key, at in columns if at < said and values[at] is not None}
        marks: dict[str, Mark] = {}
        if (marked := grid.marks.get(number)) is not None:
            marks = {key: marked[at] for key, at in columns if at in marked}
            cells.update({key: "" for key, mark in marks.items() if mark.fault and key not in cells})
        own = bool(cells)
        for key, at in columns if number in merged else ():
            if key not in cells and at in merged[number]:
                cells[key] = merged[number][at]
                if key in numbers_only or key == form.named_by:
                    marks[key] = Mark(fault=_MERGED_FAULT)
        if not own:
            continue
        if not rows and _is_numbering(cells, marks):
            continue
        if _is_sum(values):
            skipped.append(f"Dòng {number} là dòng cộng, không nhập.")
            continue
        rows.append(SheetRow(number, cells, marks))
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


def _merged_values(grid: Grid, heads: _Heads) -> dict[int, dict[int, Raw]]:
    """What a cell merged over several rows says in each of them, by row and column."""
    by_row = dict(grid.rows)
    mapped = set(heads.columns.values())
    found: dict[int, dict[int, Raw]] = {}
    for top, bottom, left, _right in grid.merged:
        if bottom <= heads.last or left not in mapped or top not in by_row or left >= len(by_row[top]):
            continue
        for number in range(top + 1, min(bottom, grid.rows[-1][0]) + 1):
            if not is_empty(by_row[top][left]):
                found.setdefault(number, {})[left] = by_row[top][left]
    return found


def _is_numbering(cells: Mapping[str, Raw], marks: Mapping[str, Mark]) -> bool:
    """The row “(1) (2) (3)” that office tables have below their heads."""
    faults = any(mark.fault for mark in marks.values())
    return (
        len(cells) > 1
        and not faults
        and all(_NUMBERING.fullmatch(str(one).strip()) for one in cells.values())
    )


def _is_sum(values: Sequence[Raw]) -> bool:
    texts = islice((value for value in values if isinstance(value, str)), 2)
    return any(search_key(text).strip(" :.") in _SUM_WORDS for text in texts)


def _units(form: Form, grid: Grid, heads: _Heads) -> tuple[dict[str, int], str]:
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
