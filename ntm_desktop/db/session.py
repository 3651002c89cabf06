"""What a service is handed: the open transaction of one action, and the shorthands to read rows.

Transactions are opened by ``db.engine`` alone; rows are written through ``db.history`` alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, Table, select

from ntm_desktop.db.files import FileStore

P = ParamSpec("P")
T = TypeVar("T")

Answers = dict[tuple[object, ...], Any]
"""What services found, by the service and its arguments."""

Image = dict[str, Any] | None
"""A row without commune and uid, as it was before or after an action; None when there was none."""


@dataclass(slots=True)
class Writing:
    """What one action has done so far: by whom, when, and the rows before and after."""

    action: str
    by: str
    at: datetime
    undoes: int | None = None
    images: dict[tuple[str, str], tuple[Image, Image]] = field(default_factory=dict)


class Session:
    """One transaction. Not to be kept after the ``with`` block that handed it out."""

    def __init__(
        self,
        connection: Connection,
        commune_id: str,
        files: FileStore,
        new_uid: Callable[[], str],
        writing: Writing | None = None,
        kept: Answers | None = None,
    ) -> None:
        self.connection = connection
        self.commune_id = commune_id
        self.files = files
        self.new_uid = new_uid
        self._writing = writing
        self._answers: Answers = {}
        self._kept: Answers = {} if kept is None else kept  # of earlier readings too

    def answer(self, question: tuple[object, ...], find: Callable[[], T], *, keep: bool) -> T:
        """What ``find`` gives. While only reading it is asked once, for nothing can change meanwhile."""
        if self._writing is not None:
            return find()
        answers = self._kept if keep else self._answers
        if question not in answers:
            answers[question] = find()
        found: T = answers[question]
        return found

    @property
    def writing(self) -> Writing:
        """The action under way. Asking for it while only reading is a mistake of the program."""
        if self._writing is None:
            raise RuntimeError("this session only reads")
        return self._writing

    @property
    def is_writing(self) -> bool:
        return self._writing is not None

    @property
    def by(self) -> str:
        return self.writing.by

    @property
    def at(self) -> datetime:
        return self.writing.at

    @property
    def at_text(self) -> str:
        return utc_text(self.writing.at)

    def rows(self, query: Select[Any]) -> list[RowMapping]:
        return list(self.connection.execute(query).mappings().all())

    def row(self, query: Select[Any]) -> RowMapping | None:
        return self.connection.execute(query).mappings().first()

    def scalar(self, query: Select[Any]) -> Any:
        """The first column of the first row; None when there is no row."""
        return self.connection.execute(query).scalar()


def once(service: Callable[Concatenate[Session, P], T]) -> Callable[Concatenate[Session, P], T]:
    """For a service that many others ask while a screen is read; what it returns is never changed."""
    return _asked(service, keep=False)


def until_written(service: Callable[Concatenate[Session, P], T]) -> Callable[Concatenate[Session, P], T]:
    """As ``once``; the next screens have the answer too, until something is written. It must be small."""
    return _asked(service, keep=True)


def _asked(
    service: Callable[Concatenate[Session, P], T], *, keep: bool
) -> Callable[Concatenate[Session, P], T]:
    @wraps(service)
    def asked(session: Session, /, *args: P.args, **named: P.kwargs) -> T:
        question = (service, args, tuple(named.items()))
        return session.answer(question, lambda: service(session, *args, **named), keep=keep)

    return asked


def live(table: Table, session: Session) -> Select[Any]:
    """All rows of the commune but tombstones."""
    return _live(table, session.commune_id)


def names(table: Table, session: Session, *order: ColumnElement[Any]) -> dict[str, str]:
    """The names of all rows by their uid: a list of thousands needs no more of each than these two."""
    query = live(table, session).with_only_columns(table.c.uid, table.c.name).order_by(*order)
    return {row[0]: row[1] for row in session.connection.execute(query).all()}


@lru_cache(maxsize=256)
def _live(table: Table, commune_id: str) -> Select[Any]:
    """Statements never change, so one is made once: half of the time of a small read was spent making it."""
    return select(table).where(table.c.commune_id == commune_id, table.c.deleted == 0)


def utc_text(moment: datetime) -> str:
    """A timestamp as stored: UTC to the second, so that texts sort as moments do."""
    if moment.tzinfo is None:
        raise ValueError("a timestamp needs its offset")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
