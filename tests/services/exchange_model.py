"""What an office must hold after each package that came to it: docs/package-format.md §10 written once
more, as plainly and slowly as can be, for tests to compare the program with. It asks the program nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from ntm_desktop.sync.header import Header

NOTHING = "0" * 64
Rows = Mapping[str, object]
"""Of each table."""
Receipt = tuple[int, int, str, str, frozenset[str]]
"""Epoch, number, package, what stands, and which attachments lack."""


@dataclass(frozen=True, eq=False)
class Sent:
    """A package on a stick, and what its sender held when it was numbered."""

    path: Path
    header: Header
    rows: Rows
    named: frozenset[str] = frozenset()
    """Attachments that the rows name."""
    held: frozenset[str] = frozenset()
    """Those of them that travel in this file."""
    announces: str = ""
    """The key that it vouches for."""

    @property
    def id(self) -> str:
        return self.header.package_id

    @property
    def kind(self) -> str:
        return self.header.place.kind

    @property
    def key(self) -> str:
        return self.header.place.sender.key

    @property
    def epoch(self) -> int:
        return self.header.place.epoch.n

    @property
    def seq(self) -> int:
        return self.header.place.seq

    @property
    def prev(self) -> str:
        return self.header.place.prev

    def contradicts(self, other: Sent) -> bool:
        """Of one key and epoch: one of them is of another PC."""
        if self.header.place.epoch.nonce != other.header.place.epoch.nonce:
            return True
        return (
            (other.seq == self.seq and other.id != self.id)
            or (other.seq == self.seq - 1 and other.id != self.prev)
            or (other.seq == self.seq + 1 and other.prev != self.id)
        )


@dataclass
class Office:
    """One side: what it sent, what it took, whom it knows."""

    keys: set[str]
    pinned: list[str]
    """The other side's keys, in the order in which they were pinned; the last one stands."""
    applied: list[Sent] = field(default_factory=list)
    last: Sent | None = None
    """Of its own packages."""
    epochs: set[int] = field(default_factory=set)
    """That it ever numbered in, also before a backup was put back."""
    files: set[str] = field(default_factory=set)

    def copy(self) -> Office:
        """As a backup holds it, or another PC; attachments are never taken away."""
        return replace(self, keys=set(self.keys), pinned=[*self.pinned], applied=[*self.applied])

    def current(self, kind: str) -> Sent | None:
        """The newest of its kind: under the newest key, in the newest epoch, of the highest number."""
        own = [one for one in self.applied if one.kind == kind]
        return max(own, key=lambda one: (self.pinned.index(one.key), one.epoch, one.seq), default=None)

    def receipts(self) -> set[Receipt]:
        newest = {self.current(one.kind) for one in self.applied}
        return {
            (
                one.epoch,
                one.seq,
                one.id,
                "OK" if one in newest else "OK_LATE",
                one.named - self.files,
            )
            for one in self.applied
        }

    def missing(self, one: Sent) -> tuple[int, ...]:
        """Numbers of its epoch that would lack once it was taken."""
        there = {other.seq for other in self._beside(one)} | {one.seq}
        return tuple(seq for seq in range(1, max(there)) if seq not in there)

    def says(self, one: Sent) -> str:
        if one.key not in self.pinned[-1:]:
            return "E_UNKNOWN_SENDER"
        if one.header.place.to.key not in self.keys:
            return "E_NOT_FOR_US"
        stream = [other for other in self.applied if other.key == one.key]
        if one.id in {other.id for other in stream}:
            return "OK_AGAIN"
        newest = max((other.epoch for other in stream), default=one.epoch)
        if one.epoch < newest:
            return "E_OLD_EPOCH"
        if one.epoch > newest:
            return "NEW_EPOCH" if one.kind in ("submission", "appraisal") else "E_EPOCH"
        beside = self._beside(one)
        if any(one.contradicts(other) for other in beside):
            return "E_FORK"
        if any(other.kind == one.kind and other.seq > one.seq for other in beside):
            return "OK_LATE"
        return "OK_GAP" if self.missing(one) else "OK"

    def take(self, one: Sent, *, instead: bool = False) -> str:
        if instead:
            self._give_up(one)
        said = self.says(one)
        if said.startswith("E_"):
            return said
        self.files |= one.held
        if said != "OK_AGAIN":
            self.applied.append(one)
            if one.announces:
                self.pinned.append(one.announces)
        return said

    def numbered(self, one: Sent, *, anew: bool) -> None:
        """What a package of our own must be called. ``anew``: the data differ from those of the last one."""
        last = self.last if self.last is not None and self.last.epoch == one.epoch else None
        if last is None:
            assert (one.seq, one.prev) == (1, NOTHING)
            assert one.epoch > max(self.epochs, default=0), "a number that was given before"
        elif one.id == last.id:
            assert not anew, "other data under a number that was given"
        else:
            assert (one.seq, one.prev) == (last.seq + 1, last.id)
        self.last = one
        self.epochs.add(one.epoch)

    def _beside(self, one: Sent) -> list[Sent]:
        return [other for other in self.applied if (other.key, other.epoch) == (one.key, one.epoch)]

    def _give_up(self, one: Sent) -> None:
        """From the first number that contradicts it on."""
        beside = self._beside(one)
        wrong = [other for other in beside if one.contradicts(other)]
        if not wrong:
            return
        nonce = one.header.place.epoch.nonce
        another = any(other.header.place.epoch.nonce != nonce for other in beside)
        first = 1 if another else min(other.seq for other in wrong)
        gone = {other.id for other in beside if other.seq >= first}
        self.applied = [other for other in self.applied if other.id not in gone]
