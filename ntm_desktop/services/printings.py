"""What left by one action is one print: one file, or a dossier in volumes, each an entry of the register.

The volumes of one print are those of the same moment and the same content; a paper that went out alone is a
print by itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from ntm_desktop.services.dossier import PrintedView


@dataclass(frozen=True, slots=True)
class Printing:
    """One print with its entries in the register, volume by volume; mostly a single one."""

    entries: tuple[PrintedView, ...]

    @property
    def first(self) -> PrintedView:
        return self.entries[0]

    @property
    def ordinals(self) -> str:
        """“2”, or of volumes “2–21”."""
        first, last = self.first.ordinal, self.entries[-1].ordinal
        return str(first) if first == last else f"{first}–{last}"

    def volume(self, printed: PrintedView) -> str:
        """“2/20”; "" of a print that is one file."""
        total = len(self.entries)
        return f"{1 + self.entries.index(printed)}/{total}" if total > 1 else ""


def printings(prints: Sequence[PrintedView]) -> tuple[Printing, ...]:
    """Newest first."""
    found: dict[tuple[datetime, str, int], list[PrintedView]] = {}
    for one in sorted(prints, key=lambda printed: printed.ordinal):
        alone = one.ordinal if one.paper else 0
        found.setdefault((one.printed_at, one.content_root, alone), []).append(one)
    return tuple(Printing(tuple(entries)) for entries in reversed(found.values()))


def by_ordinal(prints: Sequence[PrintedView]) -> Mapping[int, Printing]:
    """The print that each entry belongs to."""
    return {entry.ordinal: one for one in printings(prints) for entry in one.entries}
