"""Which package comes after which, and what to do with one that arrives: docs/package-format.md §10.

Pure: what the receiver knows of one sender's stream goes in, a result comes out. No clock is asked.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ntm_desktop.sync.header import Epoch, Header

FURTHEST = 1000
"""So far beyond the highest known number a package is believed at once."""
OPENS_EPOCH = ("submission", "appraisal")


class Result(StrEnum):
    OK = "OK"
    LATE = "OK_LATE"
    GAP = "OK_GAP"
    AGAIN = "OK_AGAIN"
    NEW_EPOCH = "NEW_EPOCH"
    FORK = "E_FORK"
    JUMP = "E_JUMP"
    OLD_EPOCH = "E_OLD_EPOCH"
    EPOCH = "E_EPOCH"

    @property
    def is_refusal(self) -> bool:
        return self.value.startswith("E_")


@dataclass(frozen=True, slots=True)
class Known:
    """Of one key of a sender: its newest epoch and every package of that epoch, by number."""

    epoch: Epoch | None = None
    ids: Mapping[int, str] = field(default_factory=dict)
    before: Mapping[int, str] = field(default_factory=dict)
    """By number, the ``prev`` that the package told."""
    kinds: Mapping[int, str] = field(default_factory=dict)
    older: Collection[str] = ()
    """Ids that were applied in earlier epochs."""


@dataclass(frozen=True, slots=True)
class Decision:
    result: Result
    is_current: bool = False
    """Its rows become those of the sender."""
    missing: tuple[int, ...] = ()
    """Numbers up to this one that never came."""


def decide(header: Header, known: Known, *, confirmed: bool = False) -> Decision:
    """``confirmed``: a person compared the codes, or confirmed the jump."""
    place = header.place
    if header.package_id in known.older:
        return Decision(Result.AGAIN)
    if known.epoch is not None and place.epoch.n < known.epoch.n:
        return Decision(Result.OLD_EPOCH)
    if known.epoch is None or place.epoch.n > known.epoch.n:
        return _of_new_epoch(header, known)
    if place.epoch != known.epoch:
        return Decision(Result.FORK)
    if known.ids.get(place.seq) == header.package_id:
        return Decision(Result.AGAIN)
    if place.seq in known.ids or _contradicts(header, known):
        return Decision(Result.FORK)
    if place.seq > max(known.ids, default=0) + FURTHEST and not confirmed:
        return Decision(Result.JUMP)
    return _in_order(header, known)


def given_up(header: Header, known: Known) -> tuple[int, ...]:
    """Numbers of the known branch that go when this package is taken in its place: from the first that
    contradicts it on; of another nonce all of the epoch."""
    place = header.place
    if known.epoch is None or place.epoch.n != known.epoch.n:
        return ()
    if place.epoch != known.epoch:
        return tuple(sorted(known.ids))
    before, own, after = (
        known.ids.get(place.seq - 1),
        known.ids.get(place.seq),
        known.before.get(place.seq + 1),
    )
    contradicting = [
        seq
        for seq, contradicts in (
            (place.seq - 1, before is not None and before != place.prev),
            (place.seq, own is not None and own != header.package_id),
            (place.seq + 1, after is not None and after != header.package_id),
        )
        if contradicts
    ]
    return tuple(sorted(seq for seq in known.ids if contradicting and seq >= contradicting[0]))


def _of_new_epoch(header: Header, known: Known) -> Decision:
    """The very first package of a sender may be of any kind: there is nothing that it could put an end to."""
    missing = tuple(range(1, header.place.seq))
    if known.epoch is None:
        return Decision(Result.GAP if missing else Result.OK, True, missing)
    if header.place.kind not in OPENS_EPOCH:
        return Decision(Result.EPOCH)
    return Decision(Result.NEW_EPOCH, True, missing)


def _contradicts(header: Header, known: Known) -> bool:
    """Packages that are not of one stream: the one before is another, or the one after names another."""
    place = header.place
    before, after = known.ids.get(place.seq - 1), known.before.get(place.seq + 1)
    return (before is not None and before != place.prev) or (after is not None and after != header.package_id)


def _in_order(header: Header, known: Known) -> Decision:
    place = header.place
    is_current = all(seq < place.seq for seq, kind in known.kinds.items() if kind == place.kind)
    present = {*known.ids, place.seq}
    missing = tuple(seq for seq in range(1, max(present)) if seq not in present)
    if not is_current:
        return Decision(Result.LATE, False, missing)
    return Decision(Result.GAP if missing else Result.OK, True, missing)
