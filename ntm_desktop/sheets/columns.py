"""What a register looks like as a sheet: its columns, and what may stand in each. No file is touched here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

Value = str | int | date | tuple[str, ...] | None
"""A cell as it was understood: text, the key of a choice, a number in its fixed unit, a day, several keys."""


Choices = tuple[tuple[str, str], ...]
"""Key, what stands in the cell."""


class CellKind(StrEnum):
    TEXT = "text"  # one line
    BODY = "body"  # several lines
    CHOICE = "choice"  # one of ``choices``
    NAME = "name"  # one of ``choices``, as people call it
    NAMES = "names"  # some of ``choices``, parted by semicolons
    CODES = "codes"  # codes of indicators, parted by semicolons or commas
    MONEY = "money"
    SHARE = "share"
    QUANTITY = "quantity"  # thousandths
    DATE = "date"


@dataclass(frozen=True, slots=True, eq=False)  # itself a key of what was read before
class Column:
    key: str
    title: str
    kind: CellKind = CellKind.TEXT
    note: str = ""
    required: bool = False
    choices: Choices = ()
    width: int = 16  # characters
    also: Sequence[str] = ()  # heads of the same column in the offices' own tables


@dataclass(frozen=True, slots=True)
class Form:
    """One sheet. A row of it is known by the column ``named_by``; ``examples`` are shown in the template."""

    key: str
    title: str
    named_by: str
    columns: Sequence[Column]
    examples: Sequence[Mapping[str, Value]] = ()

    def column(self, key: str) -> Column:
        return next(column for column in self.columns if column.key == key)

    def with_choices(self, key: str, choices: Sequence[tuple[str, str]]) -> Form:
        """The form of one commune: a list that the office keeps, as its hamlets."""
        columns = [
            replace(column, choices=tuple(choices)) if column.key == key else column
            for column in self.columns
        ]
        return replace(self, columns=tuple(columns))
