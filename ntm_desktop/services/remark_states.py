"""How each remark of the authority stands, by the rows of both sides; what else it says is in ``remarks``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import ColumnElement, RowMapping

from ntm_desktop.db.models import answer, remark, verdict, work
from ntm_desktop.db.session import Session, live, until_written
from ntm_desktop.domain.remarks import Outcome, State, Verdict, state_of

ByRemark = Mapping[str, Sequence[RowMapping]]


@until_written(remark, answer, verdict)
def states(session: Session) -> Sequence[State]:
    """Of all remarks, oldest first."""
    rows = session.rows(live(remark, session).order_by(remark.c.seq))
    return tuple(_states_of(session, rows))


def answered(session: Session) -> int:
    """How many wait for the authority."""
    return sum(state is State.ANSWERED for state in states(session))


@until_written(remark, answer, verdict)
def states_of_indicators(session: Session) -> Mapping[tuple[str, str], State]:
    """By set and code, the state of the newest remark that still waits for somebody."""
    waiting = _waiting(session, remark.c.indicator != "")
    return {(row["set_id"], row["indicator"]): state for row, state in waiting}


@until_written(remark, answer, verdict)
def states_of_works(session: Session) -> Mapping[str, State]:
    """By uid of the work, as ``states_of_indicators``."""
    waiting = _waiting(session, remark.c.table_name == work.name)
    return {row["row_uid"]: state for row, state in waiting}


def by_remark(session: Session) -> tuple[ByRemark, ByRemark]:
    """The answers and the verdicts, oldest first."""
    found: tuple[dict[str, list[RowMapping]], dict[str, list[RowMapping]]] = ({}, {})
    for table, rows in zip((answer, verdict), found, strict=True):
        for row in session.rows(live(table, session).order_by(table.c.seq)):
            rows.setdefault(row["remark_uid"], []).append(row)
    return found


def state_by(answers: Sequence[RowMapping], verdicts: Sequence[RowMapping]) -> State:
    return state_of(
        [row["uid"] for row in answers],
        [Verdict(row["answer_uid"], Outcome(row["outcome"])) for row in verdicts],
    )


def _waiting(session: Session, which: ColumnElement[bool]) -> Iterator[tuple[RowMapping, State]]:
    """Oldest first."""
    rows = session.rows(live(remark, session).where(which).order_by(remark.c.seq))
    told = zip(rows, _states_of(session, rows), strict=True)
    return ((row, state) for row, state in told if state.is_open)


def _states_of(session: Session, rows: Sequence[RowMapping]) -> list[State]:
    if not rows:
        return []
    answers, verdicts = by_remark(session)
    return [state_by(answers.get(row["uid"], ()), verdicts.get(row["uid"], ())) for row in rows]
