"""What stands between this workplace and the other side: what was sent, who has it, what came, what lacks.

Of the commune that is open, on either side. Order comes from numbers; dates are shown and decide nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import RowMapping

from ntm_desktop.db.models import export, inbox, outbox, peer, receipt, workplace
from ntm_desktop.db.session import Session, live
from ntm_desktop.services import keys as key_services
from ntm_desktop.services.keys import OwnUnit, Peer
from ntm_desktop.sync import canonical
from ntm_desktop.sync.codes import short_code

TABLES = frozenset(
    {
        workplace.name,
        peer.name,
        outbox.name,
        export.name,
        inbox.name,
        receipt.name,
        "remark",
        "answer",
        "verdict",
        "decision",
    }
) | {table.name for table in canonical.travelling_tables()}
"""What the exchange shows: whatever travels may be newer than the last package."""

Number = tuple[int, int]
"""Epoch and number of a package."""


class SentState(StrEnum):
    NOT_WRITTEN = "not_written"  # it has a number and never went to a medium
    SILENT = "silent"
    CONFIRMED = "confirmed"
    REPLACED = "replaced"  # a later one that holds the same and more was confirmed, or a new epoch began


SENT_WORDS = {
    SentState.NOT_WRITTEN: "Chưa ghi ra",
    SentState.SILENT: "Chưa xác nhận",
    SentState.CONFIRMED: "Đã nhận",
    SentState.REPLACED: "Đã có gói sau thay",
}


@dataclass(frozen=True, slots=True)
class Exported:
    at: str
    medium: str
    name: str
    bytes: int
    parts: int


@dataclass(frozen=True, slots=True)
class Sent:
    uid: str
    epoch: int
    seq: int
    kind: str
    to_name: str
    created_at: str
    code: str
    state: SentState
    exports: tuple[Exported, ...]
    """Newest first."""
    missing: int
    """Attachments that the other side says it does not hold."""


@dataclass(frozen=True, slots=True)
class Received:
    uid: str
    epoch: int
    seq: int
    kind: str
    created_at: str
    applied_at: str
    author: str
    note: str
    code: str
    is_current: bool
    missing: int
    """Attachments that never came."""


@dataclass(frozen=True, slots=True)
class ExchangeView:
    """``own`` is None before keys were made; ``peer`` before a key was pinned, or when all are revoked."""

    own: OwnUnit | None
    is_authority: bool
    """Whose workplace this is: an authority's, of which one commune is open."""
    peers: tuple[Peer, ...]
    peer: Peer | None
    sent: tuple[Sent, ...]
    received: tuple[Received, ...]
    silent: tuple[int, ...]
    """Numbers of this epoch that the other side has not confirmed, and that no later one replaces."""
    gaps: tuple[int, ...]
    """Numbers of the other side's present epoch that never came."""
    restored: Number | None
    """The other side now knows of less than it did: it was restored. The highest number that it had."""
    ahead: Number | None
    """The other side holds a number that this workplace never gave: this one is an older copy."""
    left_out: int
    """Attachments of the newest package that no export took along and that the other side is not known to
    hold."""

    @property
    def last_sent(self) -> Sent | None:
        return self.sent[0] if self.sent else None

    @property
    def last_received(self) -> Received | None:
        return self.received[0] if self.received else None

    @property
    def confirmed(self) -> Sent | None:
        """The newest that the other side is known to have."""
        return next((one for one in self.sent if one.state is SentState.CONFIRMED), None)


def view(session: Session) -> ExchangeView:
    peers = key_services.peers(session)
    own = key_services.own_unit(session) if key_services.have_keys(session) else None
    came = session.rows(live(inbox, session).order_by(inbox.c.epoch.desc(), inbox.c.seq.desc()))
    receipts = {row["package_id"]: row for row in session.rows(live(receipt, session))} if session.own else {}
    seen = [(row, _seen(row)) for row in came]
    epoch = key_services.epoch(session).n if own else 0
    left = session.rows(live(outbox, session).order_by(outbox.c.epoch.desc(), outbox.c.seq.desc()))
    known = receipts.keys() | {told[2] for _row, told in seen if told is not None}
    sent = _sent(session, left, known, receipts, epoch)
    return ExchangeView(
        own=own,
        is_authority=key_services.is_authority(session),
        peers=peers,
        peer=next((one for one in reversed(peers) if not one.is_revoked), None),
        sent=sent,
        received=tuple(_received(session, row) for row in came),
        silent=tuple(sorted(one.seq for one in sent if one.epoch == epoch and one.state is SentState.SILENT)),
        gaps=gaps((row["epoch"], row["seq"]) for row in came),
        restored=_restored([told for _row, told in seen]),
        ahead=_ahead(left, epoch, receipts.values(), [told for _row, told in seen]) if own else None,
        left_out=_left_out(session, left) if session.own else 0,
    )


def _left_out(session: Session, left: Sequence[RowMapping]) -> int:
    """``left`` newest first. What receipts say is read, which takes longer, only where something lacks."""
    newest = next((row for row in left if row["kind"] == "submission"), None)
    exports = session.rows(live(export, session)) if newest is not None else ()
    if newest is None or all(row["outbox_uid"] != newest["uid"] for row in exports):
        return 0
    from ntm_desktop.services import sending  # takes the cryptography along

    went = {sha256 for row in exports for sha256 in json.loads(row["blobs"])}
    stayed = set(sending.manifest_of(session.files, newest).attachments) - went
    return len(stayed - sending.held_there(session)) if stayed else 0


def gaps(numbers: Iterable[Number]) -> tuple[int, ...]:
    """What lacks below the highest number of the newest epoch."""
    known = set(numbers)
    if not known:
        return ()
    epoch, highest = max(known)
    return tuple(seq for seq in range(1, highest) if (epoch, seq) not in known)


def _sent(
    session: Session,
    rows: Sequence[RowMapping],
    known: frozenset[str] | set[str],
    receipts: Mapping[str, RowMapping],
    epoch: int,
) -> tuple[Sent, ...]:
    """``rows`` newest first."""
    exports: dict[str, list[RowMapping]] = {}
    for row in session.rows(live(export, session).order_by(export.c.at.desc())):
        exports.setdefault(row["outbox_uid"], []).append(row)
    names = {one.enrolment.unit: one.enrolment.name for one in key_services.peers(session)}
    found, confirmed = [], set[str]()
    for row in rows:
        written = exports.get(row["uid"], [])
        if row["package_id"] in known:
            state = SentState.CONFIRMED
            confirmed.add(row["kind"])
        elif row["epoch"] < epoch or row["kind"] in confirmed:
            state = SentState.REPLACED
        else:
            state = SentState.SILENT if written else SentState.NOT_WRITTEN
        told = receipts.get(row["package_id"])
        found.append(
            Sent(
                uid=row["uid"],
                epoch=row["epoch"],
                seq=row["seq"],
                kind=row["kind"],
                to_name=names.get(row["to_unit"], row["to_unit"]),
                created_at=row["created_at"],
                code=short_code(row["content_root"]),
                state=state,
                exports=tuple(_exported(one) for one in written),
                missing=len(json.loads(told["missing"])) if told is not None else 0,
            )
        )
    return tuple(found)


def _exported(row: RowMapping) -> Exported:
    return Exported(row["at"], row["medium"], row["name"], row["bytes"], row["parts"])


def _received(session: Session, row: RowMapping) -> Received:
    lacking = 0
    if row["current"]:
        named = {sha256 for path, sha256 in json.loads(row["files"]) if path.startswith("blobs/")}
        lacking = len(session.files.missing(named))
    return Received(
        uid=row["uid"],
        epoch=row["epoch"],
        seq=row["seq"],
        kind=row["kind"],
        created_at=row["created_at"],
        applied_at=row["applied_at"],
        author=row["author"],
        note=row["note"],
        code=short_code(row["content_root"]),
        is_current=bool(row["current"]),
        missing=lacking,
    )


def _seen(row: RowMapping) -> tuple[int, int, str] | None:
    """What the other side had of ours when it numbered this one."""
    if row["seen"] is None:
        return None
    epoch, seq, package_id = json.loads(row["seen"])
    return epoch, seq, package_id


def _restored(seen: Sequence[tuple[int, int, str] | None]) -> Number | None:
    """``seen`` by the other side's own numbers, newest first."""
    if not seen:
        return None
    told = [(one[0], one[1]) if one else (0, 0) for one in seen]
    highest = max(told)
    return highest if told[0] < highest else None


def _ahead(
    left: Sequence[RowMapping],
    epoch: int,
    receipts: Iterable[RowMapping],
    seen: Sequence[tuple[int, int, str] | None],
) -> Number | None:
    told = [(row["epoch"], row["seq"]) for row in receipts]
    told += [(one[0], one[1]) for one in seen if one is not None]
    own = max(((row["epoch"], row["seq"]) for row in left), default=(0, 0))
    return max((one for one in told if one > max(own, (epoch, 0))), default=None)
