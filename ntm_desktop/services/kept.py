"""What a service found, kept for the next readings until an action writes to a table that it was read from.

What was written is read from the history, the one record of every write, as ``work_views`` does, which keeps
works one by one. Once an action has written, nothing is kept and nothing kept is used until it ends.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Table, func, select, text

from ntm_desktop.db.models import history
from ntm_desktop.db.session import Session

P = ParamSpec("P")
T = TypeVar("T")

_MOST_OF_ONE = 2  # today, and another day that is looked at
_WRITTEN = text(
    "SELECT json_extract(image.value, '$.table'), max(json_extract(image.value, '$.before') IS NOT NULL) "
    "FROM history, json_each(history.images) AS image "
    "WHERE history.commune_id = :commune AND history.seq > :seq GROUP BY 1"
)
"""The tables that actions wrote to, and whether to rows that were there before."""


@dataclass(frozen=True, slots=True)
class ReadFrom:
    """The tables of a service: of ``rows`` each row counts. Those of ``named`` it only looks up, so that a
    row that was added changes nothing before a row of ``rows`` refers to it."""

    rows: frozenset[str]
    named: frozenset[str] = frozenset()

    @property
    def tables(self) -> frozenset[str]:
        return self.rows | self.named


@dataclass(slots=True)
class _Shelf:
    """What was found of one commune as of an entry of its history; the newest answers stand last."""

    seq: int
    digest: str
    answers: dict[tuple[object, ...], tuple[ReadFrom, Any]] = field(default_factory=dict)


_shelves: WeakKeyDictionary[Connection, dict[str, _Shelf]] = WeakKeyDictionary()


def kept_until_written(
    *rows: Table, named: tuple[Table, ...] = ()
) -> Callable[[Callable[Concatenate[Session, P], T]], Callable[Concatenate[Session, P], T]]:
    """For a service that is dear to read; what it returns is never changed. A test holds it to its tables."""
    source = ReadFrom(frozenset(one.name for one in rows), frozenset(one.name for one in named))

    def keeping(service: Callable[Concatenate[Session, P], T]) -> Callable[Concatenate[Session, P], T]:
        @wraps(service)
        def asked(session: Session, /, *args: P.args, **options: P.kwargs) -> T:
            if session.is_writing and session.writing.images:
                return service(session, *args, **options)
            answers = _current(session).answers
            question = (service, args, tuple(sorted(options.items())))
            found = answers.pop(question, None)
            answer: T = found[1] if found is not None else service(session, *args, **options)
            answers[question] = (source, answer)
            others = [one for one in answers if one[0] is service]
            for oldest in others[:-_MOST_OF_ONE]:
                del answers[oldest]
            return answer

        SOURCES[asked] = source
        return asked

    return keeping


SOURCES: dict[Callable[..., Any], ReadFrom] = {}
"""By the service that is kept."""


def _current(session: Session) -> _Shelf:
    """The shelf as of now: without what was written to since it was filled."""
    shelves = _shelves.setdefault(session.connection, {})
    query = select(history.c.seq, history.c.digest).where(history.c.commune_id == session.commune_id)
    row = session.row(query.order_by(history.c.seq.desc()).limit(1))
    newest = (row["seq"], row["digest"]) if row is not None else (0, "")
    shelf = shelves.get(session.commune_id)
    if shelf is None or not _continues(session, shelf):
        shelf = shelves[session.commune_id] = _Shelf(*newest)
    elif (shelf.seq, shelf.digest) != newest:
        written = {
            name: bool(before)
            for name, before in session.connection.execute(
                _WRITTEN, {"commune": session.commune_id, "seq": shelf.seq}
            )
        }
        shelf.answers = {
            question: (source, answer)
            for question, (source, answer) in shelf.answers.items()
            if not any(name in source.rows or (name in source.named and written[name]) for name in written)
        }
        shelf.seq, shelf.digest = newest
    return shelf


def _continues(session: Session, shelf: _Shelf) -> bool:
    """Whether the history goes on from where the shelf was filled, and tells of all that was written."""
    since = select(history.c.digest).where(
        history.c.commune_id == session.commune_id, history.c.seq == shelf.seq
    )
    if shelf.seq and session.scalar(since) != shelf.digest:
        return False
    untold = select(func.count()).where(
        history.c.commune_id == session.commune_id, history.c.seq > shelf.seq, history.c.images.is_(None)
    )
    return not session.scalar(untold)
