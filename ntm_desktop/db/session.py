"""What a service is handed: the open transaction of one action, and the shorthands to read rows.

Transactions are opened by ``db.engine`` alone; rows are written through ``db.history`` alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, Table, select

from ntm_desktop.db.files import FileStore

P = ParamSpec("P")
T = TypeVar("T")

Service = Callable[..., Any]
Question = tuple[object, ...]
"""What a service is asked: its arguments."""

_MOST_OF_ONE = 4  # answers of a service: today, and some other days that are looked at

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


@dataclass(frozen=True, slots=True)
class RestsOn:
    """The tables that answers of a service are read from."""

    rows: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    """Only looked up: a row that is added says nothing until one of ``rows`` refers to it."""

    def is_touched(self, written: Mapping[str, bool]) -> bool:
        return any(name in self.rows or (name in self.named and old) for name, old in written.items())


_NOTHING = RestsOn()


class Kept:
    """Answers of services that serve one transaction after the other, until what they rest on is written."""

    def __init__(self) -> None:
        self._answers: dict[Service, dict[Question, Any]] = {}
        self._rests_on: dict[Service, RestsOn] = {}

    def find(self, service: Service, question: Question, rests_on: RestsOn, find: Callable[[], T]) -> T:
        answers = self._answers.setdefault(service, {})
        self._rests_on[service] = rests_on
        if question not in answers:
            found = find()
            while len(answers) >= _MOST_OF_ONE:
                del answers[next(iter(answers))]
            answers[question] = found
        answer: T = answers[question]
        return answer

    def touched(self, written: Mapping[str, bool]) -> None:
        """Rows of these tables were written; by each, whether rows that were there before."""
        for service, rests_on in self._rests_on.items():
            if rests_on.is_touched(written):
                self._answers[service].clear()

    def clear(self) -> None:
        self._answers.clear()
        self._rests_on.clear()


class Session:
    """One transaction. Not to be kept after the ``with`` block that handed it out."""

    def __init__(
        self,
        connection: Connection,
        commune_id: str,
        files: FileStore,
        new_uid: Callable[[], str],
        writing: Writing | None = None,
        kept: Kept | None = None,
    ) -> None:
        self.connection = connection
        self.commune_id = commune_id
        self.files = files
        self.new_uid = new_uid
        self._writing = writing
        self._found: dict[tuple[Service, Question], Any] = {}  # by this transaction
        self._kept = Kept() if kept is None else kept  # by earlier ones too

    def answer(self, service: Service, question: Question, find: Callable[[], T], rests_on: RestsOn) -> T:
        """What ``find`` gives. It is asked once as long as the action under way has written nothing.

        With tables that it ``rests_on`` the transactions that follow have it too.
        """
        if self._writing is not None and self._writing.images:
            return find()
        if rests_on.rows:
            return self._kept.find(service, question, rests_on, find)
        if (service, question) not in self._found:
            self._found[service, question] = find()
        answer: T = self._found[service, question]
        return answer

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
    return _asked(service, _NOTHING)


def until_written(
    *rows: Table,
    named: tuple[Table, ...] = (),
) -> Callable[[Callable[Concatenate[Session, P], T]], Callable[Concatenate[Session, P], T]]:
    """As ``once``; the next screens have the answer too, until one of the tables is written.

    They are all that the service reads, also through others; a test holds it to them. ``named`` as in
    ``RestsOn``.
    """
    rests_on = RestsOn(frozenset(one.name for one in rows), frozenset(one.name for one in named))

    def keeping(service: Callable[Concatenate[Session, P], T]) -> Callable[Concatenate[Session, P], T]:
        return _asked(service, rests_on)

    return keeping


def _asked(
    service: Callable[Concatenate[Session, P], T], rests_on: RestsOn
) -> Callable[Concatenate[Session, P], T]:
    @wraps(service)
    def asked(session: Session, /, *args: P.args, **named: P.kwargs) -> T:
        question = (args, *sorted(named.items()))
        return session.answer(service, question, lambda: service(session, *args, **named), rests_on)

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
