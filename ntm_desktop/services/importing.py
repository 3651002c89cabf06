"""Registers from a spreadsheet: what a file would change, and then all of that at once or nothing.

What is common to every register is here; a register that can be imported is one module with a ``Kind``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from ntm_desktop.changes import Changes
from ntm_desktop.db import chain
from ntm_desktop.db.session import Session
from ntm_desktop.errors import NtmError
from ntm_desktop.sheets import legacy
from ntm_desktop.sheets.cells import CellRefused, Raw, read, shown
from ntm_desktop.sheets.columns import CellKind, Column, Value
from ntm_desktop.sheets.grids import Mark
from ntm_desktop.sheets.reading import SheetRow, SheetRows
from ntm_desktop.text import format_date, format_decimal, format_int, format_percent, spelling_key

NEW_ONE = ""
"""The answer that a row is none of the known ones."""


class Standing(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


STANDING_NAMES: Mapping[Standing, str] = {
    Standing.NEW: "Mới",
    Standing.CHANGED: "Đổi",
    Standing.UNCHANGED: "Không đổi",
    Standing.REFUSED: "Không nhập được",
}
ASKED = "Phải chọn"
"""Of a row that cannot be taken only because it is not clear which of the known ones it is."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """One cell that cannot be taken: where it is, what stands in it, what is expected."""

    sheet: str
    """"" of rows that were copied."""
    address: str
    head: str
    value: str
    expected: str
    has_column: bool = True
    """Otherwise it is where the row begins."""

    @property
    def sentence(self) -> str:
        sheet = f", trang “{self.sheet}”" if self.sheet else ""
        if not self.has_column:
            return f"Ô {self.address}{sheet}, thiếu cột “{self.head}”: {self.expected}"
        quoted = f" “{self.value}”" if self.value else ""
        return f"Ô {self.address}{sheet} ({self.head}){quoted}: {self.expected}"


@dataclass(frozen=True, slots=True)
class Change:
    head: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class OldText:
    """A cell in an old code; it is converted when a person says so. ``place`` is how the choice names it."""

    place: str
    address: str
    before: str
    found: legacy.Found
    decided: bool

    @property
    def sentence(self) -> str:
        sheet = self.place.removesuffix(f"!{self.address}")
        return (
            f"Ô {self.address}, trang “{sheet}” “{self.before}” → “{self.found.text}”: {self.found.evidence}."
        )


@dataclass(frozen=True, slots=True)
class Question:
    """Which of the known ones ``said`` means: their uid and name; or none, ``NEW_ONE``, where that may be.

    Of works, or of households that stand in another hamlet.
    """

    place: str
    said: str
    options: tuple[tuple[str, str], ...]
    may_be_new: bool
    is_household: bool = False


class Content(NamedTuple):
    """What a row that is new says; put in words only where it is shown."""

    columns: Sequence[Column]
    given: Mapping[str, Value]

    @property
    def sentence(self) -> str:
        """“Thôn: Tân Lợi 1; tổng mức đầu tư: 900.000.000; ngày khởi công: 1/6/2021”."""
        said = [
            f"{column.title.lower()}: {in_words(column, self.given[column.key])}"
            for column in self.columns
            if column.key in self.given
        ]
        text = "; ".join(said)
        return text[:1].upper() + text[1:]


@dataclass(frozen=True, slots=True)
class RowView:
    sheet: str
    number: int
    name: str
    standing: Standing
    changes: tuple[Change, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    old_texts: tuple[OldText, ...] = ()
    question: Question | None = None
    note: str = ""
    content: Content | None = None

    @property
    def told(self) -> str:
        """Beside the changes: what is new, what to know of it."""
        said = self.content.sentence if self.content is not None else ""
        return noted(said, self.note)


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person said of a preview: old texts by ``place`` (None: all that are not named), and answers.

    ``within``: the work that is meant where a row names none.
    """

    convert: Mapping[str, bool] = field(default_factory=dict)
    convert_all: bool | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    within: str | None = None

    def converts(self, place: str) -> bool | None:
        return self.convert.get(place, self.convert_all)


Write = Callable[[Session], Changes]
_PLAIN = Mark()


@dataclass(frozen=True, slots=True)
class Planned:
    """What the rows of one sheet come to, the step that writes them, and what to know of them together."""

    rows: tuple[RowView, ...]
    write: Write
    notes: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """What importing would do. Nothing of it is done before ``write``."""

    what: str  # “công trình”: what the rows are of
    rows: tuple[RowView, ...]
    ignored: tuple[str, ...]
    notes: tuple[str, ...]
    head: str  # of the history when it was made
    writes: tuple[Write, ...]

    def count(self, standing: Standing) -> int:
        return sum(row.standing is standing for row in self.rows)

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        return tuple(refusal for row in self.rows for refusal in row.refusals)

    @property
    def old_texts(self) -> tuple[OldText, ...]:
        return tuple(text for row in self.rows for text in row.old_texts)

    @property
    def is_open(self) -> bool:
        """Something must be mended or decided before it can be written."""
        undecided = any(not text.decided for text in self.old_texts)
        return undecided or self.count(Standing.REFUSED) > 0

    @property
    def changes_something(self) -> bool:
        return any(row.standing in (Standing.NEW, Standing.CHANGED) for row in self.rows)


_Said = dict[Column, dict[Raw, Value]]
_SAID_AGAIN = (str, float, datetime)
"""What cells of a column often have in common. Equal ones are alike; 1, 1.0 and True would not be."""


def row_readers(sheet: SheetRows, choices: Choices) -> Iterator[RowReader]:
    said: _Said = defaultdict(dict)
    return (RowReader(sheet, row, choices, said) for row in sheet.rows)


class RowReader:
    """One row of a sheet, read cell by cell; what cannot be taken is kept with its address.

    ``said``: what cells of the rows before, that were nothing but their value, came to.
    """

    def __init__(self, sheet: SheetRows, row: SheetRow, choices: Choices, said: _Said) -> None:
        self._sheet, self._row, self._choices, self._said = sheet, row, choices, said
        self.refusals: list[Refusal] = []
        self._refused: set[str] = set()
        self.old_texts: list[OldText] = []

    @property
    def number(self) -> int:
        return self._row.number

    @property
    def place(self) -> str:
        return f"{self._sheet.sheet}!{self._row.number}"

    def has(self, key: str) -> bool:
        return key in self._row.cells

    def column(self, key: str) -> Column:
        """With the commune's own lists."""
        return self._sheet.form.column(key)

    def address(self, key: str) -> str:
        return self._sheet.address(key, self.number)

    def value(self, column: Column) -> Value:
        """None for an empty cell and for one that is refused."""
        key = column.key
        raw = self._row.cells.get(key)
        if raw is None:
            if column.required:
                self.refuse(key, f"Chưa có {column.title.lower()}. Ô này phải ghi.")
            return None
        repeats = not self._row.marks and raw.__class__ in _SAID_AGAIN
        said = self._said[column]
        if repeats and raw in said:
            return said[raw]
        mark = self._row.marks.get(key, _PLAIN)
        if mark.fault:
            self.refuse(key, mark.fault)
            return None
        if isinstance(raw, str) and (found := legacy.detect(raw, mark.font)) is not None:
            address = self.address(key)
            place = f"{self._sheet.sheet}!{address}"
            decided = self._choices.converts(place)
            self.old_texts.append(OldText(place, address, shown(raw), found, decided is not None))
            raw, repeats = raw if decided is False else found.text, False
        try:
            value = read(
                column,
                raw,
                percent=mark.percent,
                unit=self._sheet.units.get(key, 1),
                base_1904=self._sheet.base_1904,
            )
        except CellRefused as error:
            self.refuse(key, error.message)
            return None
        if repeats:
            said[raw] = value
        return value

    def values(self, columns: Iterable[Column]) -> dict[str, Value]:
        """What the row says, by the key of the column."""
        cells = self._row.cells
        return {
            column.key: value
            for column in columns
            if (column.key in cells or column.required) and (value := self.value(column)) is not None
        }

    def is_refused(self, *keys: str) -> bool:
        """One of these cells cannot be taken: what needs it must wait."""
        return not self._refused.isdisjoint(keys)

    def refuse(self, key: str, expected: str) -> None:
        """A cell is told once, by the first that is wrong with it."""
        if key in self._refused:
            return
        self._refused.add(key)
        raw = self._row.cells.get(key)
        value = shown(raw) if raw is not None else ""
        known = key in self._sheet.heads
        head = self._sheet.heads[key][1] if known else self._sheet.form.column(key).title
        self.refusals.append(Refusal(self._sheet.sheet, self.address(key), head, value, expected, known))

    def view(
        self,
        name: str,
        standing: Standing,
        changes: Sequence[Change] = (),
        question: Question | None = None,
        note: str = "",
        content: Content | None = None,
    ) -> RowView:
        refused = self.refusals or question is not None
        return RowView(
            self._sheet.sheet,
            self.number,
            name,
            Standing.REFUSED if refused else standing,
            () if refused else tuple(changes),
            tuple(self.refusals),
            tuple(self.old_texts),
            question,
            "" if refused else note,
            None if refused else content,
        )


def owner_now(given: dict[str, Value], names: Mapping[tuple[str, str], str]) -> str:
    """Puts the name that the household of a row bears now in place of the one before; says so."""
    key = (spelling_key(str(given.get("giver") or "")), str(given.get("hamlet") or ""))
    if key not in names:
        return ""
    given["giver"] = names[key]
    return f"Hộ nay có tên “{names[key]}”."


def noted(note: str, more: str) -> str:
    """Two notes of a row in one; the first may be a fact without a full stop."""
    return f"{note.removesuffix('.')}. {more}" if note and more else note or more


def change(column: Column, old: Value, new: Value) -> Change:
    return Change(column.title, in_words(column, old), in_words(column, new))


_NUMBERS = {CellKind.SHARE: format_percent, CellKind.QUANTITY: format_decimal}


def in_words(column: Column, value: Value) -> str:
    """A value as a preview shows it; "" for none."""
    if value is None:
        return ""
    names = dict(column.choices)
    if isinstance(value, tuple):
        return "; ".join(names.get(one, one) for one in value)
    if isinstance(value, date):
        return format_date(value)
    if isinstance(value, int):
        return _NUMBERS.get(column.kind, format_int)(value)
    return names.get(value, value)


def write(session: Session, preview: Preview) -> Changes:
    """All of a preview. Raises NtmError when it is not ready, or the data changed since it was made."""
    if preview.is_open:
        raise NtmError(
            "Chưa nhập được: còn ô sai hoặc ô chưa chọn cách đọc. Sửa trong tệp hoặc chọn rồi nhập lại.",
            [refusal.sentence for refusal in preview.refusals],
        )
    if chain.head(session) != preview.head:
        raise NtmError("Dữ liệu đã thay đổi từ lúc xem trước. Đọc lại tệp để xem trước lần nữa.")
    changes = Changes()
    for step in preview.writes:
        changes |= step(session)
    return changes
