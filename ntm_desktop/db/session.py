"""What a service is handed: the open transaction of one action, and the shorthands to read rows.

Transactions are opened by ``db.engine`` alone; rows are written through ``db.history`` alone.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import ColumnElement, RowMapping, Select, Table, select

from ntm_desktop.db.backend import Backend
from ntm_desktop.db.files import FileStore
from ntm_desktop.db.kept import NOTHING, Find, Kept, Question, RestsOn, Service, Written

P = ParamSpec("P")
T = TypeVar("T")

Image = dict[str, Any] | None
"""A row without commune and uid, as it was before or after an action; None when there was none."""
Images = dict[tuple[str, str], tuple[Image, Image]]
"""By table and uid, the rows before and after an action."""


@dataclass(slots=True)
class Writing:
    """What one action has done so far: by whom, when, and the rows before and after."""

    action: str
    by: str
    at: datetime
    undoes: int | None = None
    images: Images = field(default_factory=dict)


class Session:
    """One transaction. Not to be kept after the ``with`` block that handed it out."""

    def __init__(
        self,
        backend: Backend,
        commune_id: str,
        files: FileStore,
        new_uid: Callable[[], str],
        writing: Writing | None = None,
        kept: Kept | None = None,
        *,
        own: bool = True,
    ) -> None:
        self.backend = backend
        self.connection = backend.connection
        self.commune_id = commune_id
        self.own = own
        """Whether the commune is this workplace's own unit, not one that an authority looks at."""
        self.replaced = False
        """Rows were taken over from a package, of which no images are kept."""
        self.files = files
        self.new_uid = new_uid
        self._writing = writing
        self._found: dict[tuple[Service, Question], Any] = {}  # by this transaction
        self._kept = Kept() if kept is None else kept  # by earlier ones too

    def answer(self, service: Service, question: Question, rests_on: RestsOn, find: Find[T]) -> T:
        """What ``find`` gives. It is asked once as long as the action under way has written nothing.

        With tables that it ``rests_on`` the transactions that follow have it too.
        """
        if self._writing is not None and self._writing.images:
            return find(None, {})
        if rests_on.tables:
            return self._kept.find(service, question, rests_on, find)
        if (service, question) not in self._found:
            self._found[service, question] = find(None, {})
        answer: T = self._found[service, question]
        return answer

    def anew(self) -> Session:
        """The same transaction for reading what was just taken over: nothing is known from before it, and
        what is asked twice is found once."""
        return Session(self.backend, self.commune_id, self.files, self.new_uid, own=self.own)

    def of(self, commune_id: str) -> Session:
        """The same moment of another commune of this workplace, to be read."""
        own = commune_id == self.commune_id and self.own
        return Session(self.backend, commune_id, self.files, self.new_uid, own=own)

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
    return _asked(service, NOTHING)


def until_written(
    *rows: Table,
    named: tuple[Table, ...] = (),
    each: tuple[Table, ...] = (),
    renew: Callable[..., Any] | None = None,
    most: int = NOTHING.most,
) -> Callable[[Callable[Concatenate[Session, P], T]], Callable[Concatenate[Session, P], T]]:
    """As ``once``; the next screens have the answer too, until one of the tables is written.

    They are all that the service reads, also through others; a test holds it to them. ``named`` as in
    ``RestsOn``. When only a few rows of ``each`` were written, ``renew(session, known, written, …)`` makes of
    the answer ``known`` the one that the service would give now. The ``most`` answers that are kept are those
    asked for last.
    """
    rests_on = RestsOn(_called(rows), _called(named), _called(each), renew, most)

    def keeping(service: Callable[Concatenate[Session, P], T]) -> Callable[Concatenate[Session, P], T]:
        return _asked(service, rests_on)

    return keeping


def _called(tables: tuple[Table, ...]) -> frozenset[str]:
    return frozenset(one.name for one in tables)


def _asked(
    service: Callable[Concatenate[Session, P], T], rests_on: RestsOn
) -> Callable[Concatenate[Session, P], T]:
    @wraps(service)
    def asked(session: Session, /, *args: P.args, **named: P.kwargs) -> T:
        def find(known: T | None, written: Written) -> T:
            if not written or rests_on.renew is None:
                return service(session, *args, **named)
            renewed: T = rests_on.renew(session, known, written, *args, **named)
            return renewed

        return session.answer(service, (args, *sorted(named.items())), rests_on, find)

    return asked


def live(table: Table, session: Session) -> Select[Any]:
    """All rows of the commune but tombstones."""
    return _live(table, session.commune_id)


def named_uid(*names: object) -> str:
    """Of a row that is derived: the same for the same names, so that unchanged data freeze alike."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, "/".join(map(str, names))))


def names(
    table: Table,
    session: Session,
    *order: ColumnElement[Any],
    of: Collection[str] | Select[Any] | None = None,
) -> dict[str, str]:
    """The names of all rows, or of those ``of`` the uids, by their uid: a list of thousands needs no more of
    each than these two."""
    if of is None:
        return dict(_all_names(session, table, *order))
    return _named(session, _name_of(session, table, *order).where(table.c.uid.in_(of)))


@once
def _all_names(session: Session, table: Table, *order: ColumnElement[Any]) -> dict[str, str]:
    return _named(session, _name_of(session, table, *order))


def _name_of(session: Session, table: Table, *order: ColumnElement[Any]) -> Select[Any]:
    return live(table, session).with_only_columns(table.c.uid, table.c.name).order_by(*order)


def _named(session: Session, query: Select[Any]) -> dict[str, str]:
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
