"""Which attachments of a package travel this time: docs/package-format.md §7."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ntm_desktop.services.files import PICTURES

_PICTURES_AND_FILMS = frozenset({*PICTURES, "mp4"})


class Enclosed(StrEnum):
    """What is left out goes with a later export: of the same package too, which keeps its number."""

    LACKING = "lacking"
    """Those that the other side's receipts do not show as held."""
    ALL = "all"
    NO_PICTURES = "no-pictures"
    """Of those that lack, the ones that are neither photos nor films."""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Attachments:
    """All that a package names, each with its size and type; ``held`` are there already."""

    found: Mapping[str, tuple[int, str]]
    held: frozenset[str]

    def of(self, enclosed: Enclosed) -> tuple[str, ...]:
        return tuple(one for one, (_size, kind) in self.found.items() if self._goes(one, kind, enclosed))

    def size_of(self, sha256s: Iterable[str]) -> int:
        return sum(self.found[one][0] for one in sha256s)

    def _goes(self, sha256: str, kind: str, enclosed: Enclosed) -> bool:
        if enclosed is Enclosed.ALL:
            return True
        if enclosed is Enclosed.NONE or sha256 in self.held:
            return False
        return enclosed is Enclosed.LACKING or kind not in _PICTURES_AND_FILMS
