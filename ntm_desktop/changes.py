"""What a write touched. Screens decide from this whether to reload; nothing here knows a screen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """Tables that an action wrote to. Empty when nothing changed (then no history entry is kept)."""

    tables: frozenset[str] = frozenset()

    @classmethod
    def of(cls, *tables: str) -> Changes:
        return cls(frozenset(tables))

    def __or__(self, other: Changes) -> Changes:
        return Changes(self.tables | other.tables)

    def __bool__(self) -> bool:
        return bool(self.tables)

    def touches(self, *tables: str) -> bool:
        return not self.tables.isdisjoint(tables)
