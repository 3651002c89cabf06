"""The works as they stand on a day, kept between two readings: only what an action touched is made anew.

What was touched is read from the history, the one record of every write. Judging stays where it is; here
its results are kept. Once an action has written, nothing is kept and nothing kept is used until it ends.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, Protocol, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import ColumnElement, Connection, Table, select

from ntm_desktop.db.models import clearance, commitment, contract, history, household, work, work_hamlet
from ntm_desktop.db.session import Session, live

_MOST_DAYS = 2  # today, and the end of the year that is reviewed
_MOST_BYTES = 500_000  # of images; after a large action all is made anew
_APART = frozenset(
    {"assessment", "evidence", "evidence_link", "file", "plan", "plan_note", "narrative", "year_rating"}
    | {"obstacle", "obstacle_event", "contractor_letter", "contractor_letter_work", "official_document"}
    | {"contribution", "contribution_withdrawal", "unit_price", "responsibility", "progress_photo"}
)
"""No work depends on them."""
_PARENTS = {"clearance_uid": clearance, "commitment_uid": commitment, "contract_uid": contract}
"""By the column that names one: rows that say which work they and what belongs to them are about."""
_SHOWN = ("contractor", "hamlet", "household", "person")
"""Their names stand in what is shown of the works that refer to them. Of any other table a row that names no
work makes all anew."""


class _View(Protocol):
    @property
    def uid(self) -> str: ...


V = TypeVar("V", bound=_View)
Make = Callable[[Collection[str] | None], Sequence[V]]
"""The views of all works, or of those with one of the uids, in the office's own order."""


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
    by_uid = {view.uid: view for view in kept.views if view.uid not in touched}
    by_uid.update((view.uid, view) for view in make(touched))
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
    parents: dict[str, set[str]] = {column: set() for column in _PARENTS}
    shown: dict[str, set[str]] = {name: set() for name in _SHOWN}
    for row in rows[1:]:
        for image in json.loads(row["images"]):
            contents = (image["before"] or {}, image["after"] or {})
            if image["table"] in _APART:
                continue
            if image["table"] in shown:
                shown[image["table"]].add(image["uid"])
                continue
            if image["table"] == work.name:
                found.add(image["uid"])
                continue
            column = next(
                (name for name in ("work_uid", *_PARENTS) if name in {**contents[0], **contents[1]}), ""
            )
            if not column:
                return None
            named = {content[column] for content in contents if content.get(column)}
            (found if column == "work_uid" else parents[column]).update(named)
    for column, uids in parents.items():
        found |= _works_of(session, _PARENTS[column], _PARENTS[column].c.uid, uids)
    return found | _showing(session, shown)


def _showing(session: Session, named: Mapping[str, Collection[str]]) -> set[str]:
    """The works in whose views a contractor, hamlet, household or person of ``named`` is told."""
    owners = {*named["household"], *_uids(session, household, household.c.hamlet_uid, named["hamlet"])}
    return {
        *_uids(session, work, work.c.person_uid, named["person"]),
        *_works_of(session, contract, contract.c.contractor_uid, named["contractor"]),
        *_works_of(session, work_hamlet, work_hamlet.c.hamlet_uid, named["hamlet"]),
        *_works_of(session, clearance, clearance.c.household_uid, owners),
    }


def _uids(session: Session, table: Table, column: ColumnElement[str], among: Collection[str]) -> set[str]:
    return _read(session, table, table.c.uid, column, among)


def _works_of(session: Session, table: Table, column: ColumnElement[str], among: Collection[str]) -> set[str]:
    return _read(session, table, table.c.work_uid, column, among) - {None}


def _read(
    session: Session,
    table: Table,
    wanted: ColumnElement[Any],
    column: ColumnElement[str],
    among: Collection[str],
) -> set[Any]:
    if not among:
        return set()
    query = select(wanted).where(table.c.commune_id == session.commune_id, column.in_(among))
    return set(session.connection.scalars(query))
