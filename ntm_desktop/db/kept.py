"""Answers of services that are kept from one transaction to the next, and what makes them go.

A service says by ``session.until_written`` which tables it reads; an action tells, when it is on disk, which
rows it wrote. So nothing is kept that the database would answer otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Any, TypeVar

T = TypeVar("T")

Service = Callable[..., Any]
Question = tuple[object, ...]
"""What a service is asked: its arguments."""

Content = Mapping[str, Any]
"""A row without commune and uid."""
Written = Mapping[str, Mapping[str, Sequence[Content]]]
"""By table and uid of the rows that were written, all that stood in each before and after."""
Find = Callable[[T | None, Written], T]
"""Gives an answer: the whole, or one that was right until some rows were written, anew."""

MOST_RENEWED = 200  # rows; after an import all is read anew


@dataclass(frozen=True, slots=True)
class RestsOn:
    """The tables that answers of a service are read from."""

    rows: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    """Only looked up: a row that is added says nothing until one of the others refers to it."""
    each: frozenset[str] = frozenset()
    """Of these only the rows that were written are asked for anew, by ``renew``."""
    renew: Callable[..., Any] | None = None
    most: int = 4
    """Answers: today, and some other days that are looked at."""

    @property
    def tables(self) -> frozenset[str]:
        return self.rows | self.named | self.each

    def is_lost(self, written: Set[str], changed: Set[str]) -> bool:
        """Whether rows of tables that were ``written``, or not only added to, leave nothing of an answer."""
        return not (self.rows.isdisjoint(written) and self.named.isdisjoint(changed))


NOTHING = RestsOn()


@dataclass(slots=True)
class _Answer:
    found: Any
    written: dict[str, dict[str, list[Content]]] = field(default_factory=dict)
    """Since then, of the tables in ``RestsOn.each``."""


class Kept:
    """Answers of services that serve one transaction after the other, until what they rest on is written."""

    def __init__(self) -> None:
        self._answers: dict[Service, dict[Question, _Answer]] = {}
        self._rests_on: dict[Service, RestsOn] = {}

    def find(self, service: Service, question: Question, rests_on: RestsOn, find: Find[T]) -> T:
        answers = self._answers.setdefault(service, {})
        self._rests_on[service] = rests_on
        kept = answers.get(question)
        if kept is None:
            kept = _Answer(find(None, {}))
            while len(answers) >= rests_on.most:
                del answers[next(iter(answers))]
        elif kept.written:
            kept = _Answer(find(kept.found, kept.written))
        answers[question] = kept
        answer: T = kept.found
        return answer

    def touched(self, images: Mapping[tuple[str, str], tuple[Content | None, Content | None]]) -> None:
        """These rows were written: by table and uid, as they were before and after."""
        rows: dict[str, dict[str, list[Content]]] = {}
        changed = set()
        for (table, uid), image in images.items():
            rows.setdefault(table, {})[uid] = [content for content in image if content is not None]
            if image[0] is not None:
                changed.add(table)
        for service, rests_on in self._rests_on.items():
            answers = self._answers[service]
            if rests_on.is_lost(rows.keys(), changed):
                answers.clear()
            elif tables := rests_on.each & rows.keys():
                for question, answer in list(answers.items()):
                    for table in tables:
                        written = answer.written.setdefault(table, {})
                        for uid, contents in rows[table].items():
                            written.setdefault(uid, []).extend(contents)
                    if sum(map(len, answer.written.values())) > MOST_RENEWED:
                        del answers[question]

    def clear(self) -> None:
        self._answers.clear()
        self._rests_on.clear()


def stood_in(written: Written, table: str, column: str) -> set[Any]:
    """All that stood in a column of the rows of a table that were written, before and after."""
    return {content[column] for contents in written.get(table, {}).values() for content in contents}
