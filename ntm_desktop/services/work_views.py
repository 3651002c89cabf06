"""The works as they stand on a day, kept between two readings: only what an action touched is made anew.

What was touched is read from the history, the one record of every write. Judging stays where it is; here
its results are kept. Once an action has written, nothing is kept and nothing kept is used until it ends.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, Protocol, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, select

from ntm_desktop.db.models import contract, history, work
from ntm_desktop.db.session import Session, live

_MOST_DAYS = 2  # today, and the end of the year that is reviewed
_MOST_BYTES = 500_000  # of images; after a large action all is made anew
_APART = frozenset(
    {"assessment", "evidence", "evidence_link", "file", "plan", "plan_note", "narrative", "year_rating"}
)
"""No work depends on them. Of any other table a row that names no work makes all anew."""


class _View(Protocol):
    @property
    def uid(self) -> str: ...


V = TypeVar("V", bound=_View)
Make = Callable[[str | None], Sequence[V]]
"""The views of all works, or of the one of that uid, in the office's own order."""


@dataclass(frozen=True, slots=True)
class _Kept(Generic[V]):
    seq: int
    digest: str
    views: tuple[V, ...]


_Days = dict[tuple[date, str], _Kept[V]]
"""By day and commune; the one that was used last stands last."""
_kept: WeakKeyDictionary[Connection, _Days[_View]] = WeakKeyDictionary()


def views(session: Session, on: date, make: Make[V]) -> tuple[V, ...]:
    if session.is_writing and session.writing.images:
        return tuple(make(None))
    newest = _newest(session)
    days: _Days[V] = _kept.setdefault(session.connection, {})  # type: ignore[assignment]
    kept = days.pop((on, session.commune_id), None)
    if kept is None:
        found = tuple(make(None))
    elif (kept.seq, kept.digest) == newest:
        found = kept.views
    else:
        found = _renewed(session, kept, make)
    days[on, session.commune_id] = _Kept(*newest, found)
    while len(days) > _MOST_DAYS:
        days.pop(next(iter(days)))
    return found


def _newest(session: Session) -> tuple[int, str]:
    query = select(history.c.seq, history.c.digest).where(history.c.commune_id == session.commune_id)
    row = session.row(query.order_by(history.c.seq.desc()).limit(1))
    return (row["seq"], row["digest"]) if row is not None else (0, "")


def _renewed(session: Session, kept: _Kept[V], make: Make[V]) -> tuple[V, ...]:
    touched = _touched(session, kept)
    if touched is None:
        return tuple(make(None))
    if not touched:
        return kept.views
    by_uid = {view.uid: view for view in kept.views}
    for uid in touched:
        by_uid.pop(uid, None)
        by_uid.update({view.uid: view for view in make(uid)})
    query = live(work, session).with_only_columns(work.c.uid).order_by(work.c.position, work.c.uid)
    order = [row["uid"] for row in session.rows(query)]
    if by_uid.keys() != set(order):
        return tuple(make(None))
    return tuple(by_uid[uid] for uid in order)


def _touched(session: Session, kept: _Kept[V]) -> set[str] | None:
    """The works that actions since then wrote to; None when that cannot be told, or is too much."""
    query = select(history.c.seq, history.c.digest, history.c.images)
    query = query.where(history.c.commune_id == session.commune_id, history.c.seq >= kept.seq)
    rows = session.rows(query.order_by(history.c.seq))
    if not rows or (rows[0]["seq"], rows[0]["digest"]) != (kept.seq, kept.digest):
        return None
    if any(row["images"] is None for row in rows[1:]):
        return None
    if sum(len(row["images"]) for row in rows[1:]) > _MOST_BYTES:
        return None
    found: set[str] = set()
    contracts: set[str] = set()
    for row in rows[1:]:
        for image in json.loads(row["images"]):
            contents = (image["before"] or {}, image["after"] or {})
            if image["table"] == work.name:
                found.add(image["uid"])
            elif any("work_uid" in content for content in contents):
                found |= {content["work_uid"] for content in contents if content.get("work_uid")}
            elif any("contract_uid" in content for content in contents):
                contracts |= {content["contract_uid"] for content in contents if content.get("contract_uid")}
            elif image["table"] not in _APART:
                return None
    if contracts:
        signed = select(contract.c.work_uid).where(
            contract.c.commune_id == session.commune_id, contract.c.uid.in_(contracts)
        )
        found |= {row["work_uid"] for row in session.rows(signed)}
    return found
