"""The exchange of an authority with all its communes: who sent what, what lacks, who has its answer.

A few queries in all, however many communes there are; of one commune ``exchange.view`` says more.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import RowMapping, and_, exists, func, select

from ntm_desktop.db.models import export, inbox, outbox, peer
from ntm_desktop.db.session import Session
from ntm_desktop.services.exchange import Number, SentState
from ntm_desktop.text import search_key, sort_key


class Asked(StrEnum):
    NOTHING_CAME = "nothing_came"
    GAPS = "gaps"
    NOTHING_SENT = "nothing_sent"
    NOT_CONFIRMED = "not_confirmed"


@dataclass(frozen=True, slots=True)
class CommuneExchange:
    code: str
    name: str
    is_pinned: bool
    """A key of it stands: nothing is exchanged without."""
    received: Number | None
    """The newest that came."""
    received_at: str
    gaps: int
    """Numbers below it that never came."""
    sent: Number | None
    state: SentState | None
    """Of the newest that was sent."""
    silent: int
    """Packages that the commune has not confirmed."""

    @property
    def uid(self) -> str:
        return self.code

    def answers(self, asked: Asked) -> bool:
        match asked:
            case Asked.NOTHING_CAME:
                return self.received is None
            case Asked.GAPS:
                return self.gaps > 0
            case Asked.NOTHING_SENT:
                return self.received is not None and self.sent is None
            case Asked.NOT_CONFIRMED:
                return self.state in (SentState.SILENT, SentState.NOT_WRITTEN)


def communes(session: Session) -> tuple[CommuneExchange, ...]:
    """By name. Read with the session of the workplace's own unit."""
    came = _received(session)
    seen = {row["commune_id"]: json.loads(row["seen"]) for row in session.rows(_SEEN)}
    sent = {row["commune_id"]: row for row in session.rows(_SENT)}
    found = []
    for code, (name, is_pinned) in _peers(session).items():
        newest, count, at = came.get(code, (None, 0, ""))
        told = seen.get(code)
        left, state, silent = _sent(sent.get(code), (told[0], told[1]) if told else (0, 0))
        found.append(
            CommuneExchange(
                code=code,
                name=name,
                is_pinned=is_pinned,
                received=newest,
                received_at=at,
                gaps=newest[1] - count if newest else 0,
                sent=left,
                state=state,
                silent=silent,
            )
        )
    return tuple(sorted(found, key=lambda one: (sort_key(one.name), one.code)))


def narrowed(views: Sequence[CommuneExchange], *, asked: str, words: str) -> list[CommuneExchange]:
    key = search_key(words)
    return [
        one
        for one in views
        if (not asked or one.answers(Asked(asked))) and key in search_key(f"{one.name} {one.code}")
    ]


def _sent(row: RowMapping | None, seen: Number) -> tuple[Number | None, SentState | None, int]:
    if row is None:
        return None, None, 0
    newest = (row["epoch"], row["seq"])
    if seen >= newest:
        return newest, SentState.CONFIRMED, 0
    silent = newest[1] - (seen[1] if seen[0] == newest[0] else 0)
    return newest, SentState.SILENT if row["written"] else SentState.NOT_WRITTEN, silent


def _peers(session: Session) -> dict[str, tuple[str, bool]]:
    """By commune its name, and whether a key of it stands; the newest key says the name."""
    query = select(peer.c.commune_id, peer.c.name, peer.c.revoked).where(peer.c.deleted == 0)
    found: dict[str, tuple[str, bool]] = {}
    for row in session.rows(query.order_by(peer.c.pinned_on, peer.c.rev)):
        known = found.get(row["commune_id"], ("", False))
        found[row["commune_id"]] = (row["name"], known[1] or not row["revoked"])
    return found


def _received(session: Session) -> dict[str, tuple[Number, int, str]]:
    """The newest number that came, how many of its epoch, and when it was taken."""
    found: dict[str, tuple[Number, int, str]] = {}
    for row in session.rows(_RECEIVED):
        newest = (row["epoch"], row["seq"])
        if row["commune_id"] not in found or newest > found[row["commune_id"]][0]:
            found[row["commune_id"]] = (newest, row["count"], row["applied_at"])
    return found


_CAME = (
    select(inbox.c.commune_id, inbox.c.epoch, func.max(inbox.c.seq).label("seq"), func.count().label("count"))
    .where(inbox.c.deleted == 0)
    .group_by(inbox.c.commune_id, inbox.c.epoch)
    .subquery()
)
_RECEIVED = select(
    *_CAME.c,
    select(func.max(inbox.c.applied_at))
    .where(
        inbox.c.commune_id == _CAME.c.commune_id,
        inbox.c.epoch == _CAME.c.epoch,
        inbox.c.seq == _CAME.c.seq,
        inbox.c.deleted == 0,
    )
    .scalar_subquery()
    .label("applied_at"),
)
"""Of each epoch: there are few."""
_KNOWN = select(peer.c.commune_id).where(peer.c.deleted == 0).distinct().subquery()
_SEEN = (
    select(inbox.c.commune_id, inbox.c.seen)
    .select_from(_KNOWN)
    .join(inbox, inbox.c.commune_id == _KNOWN.c.commune_id)
    .where(
        inbox.c.kind == "submission", inbox.c.current == 1, inbox.c.deleted == 0, inbox.c.seen.is_not(None)
    )
)
"""What each commune had of ours when it made its newest submission."""
_LEFT = (
    select(outbox.c.commune_id, outbox.c.epoch, func.max(outbox.c.seq).label("seq"))
    .where(outbox.c.deleted == 0)
    .group_by(outbox.c.commune_id, outbox.c.epoch)
    .subquery()
)
_SENT = (
    select(
        *_LEFT.c,
        exists(
            select(export.c.uid).where(
                export.c.commune_id == outbox.c.commune_id, export.c.outbox_uid == outbox.c.uid
            )
        ).label("written"),
    )
    .join(
        outbox,
        and_(
            outbox.c.commune_id == _LEFT.c.commune_id,
            outbox.c.epoch == _LEFT.c.epoch,
            outbox.c.seq == _LEFT.c.seq,
            outbox.c.deleted == 0,
        ),
    )
    .order_by(_LEFT.c.epoch)
)
"""As ``_RECEIVED``; the newest comes last."""
