"""How each remark of the authority stands, by the rows of both sides; what else it says is in ``remarks``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import RowMapping

from ntm_desktop.db.models import answer, remark, verdict
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
    rows = session.rows(live(remark, session).where(remark.c.indicator != "").order_by(remark.c.seq))
    found: dict[tuple[str, str], State] = {}
    for row, state in zip(rows, _states_of(session, rows), strict=True):
        if state.is_open:
            found[row["set_id"], row["indicator"]] = state
    return found


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


def _states_of(session: Session, rows: Sequence[RowMapping]) -> list[State]:
    if not rows:
        return []
    answers, verdicts = by_remark(session)
    return [state_by(answers.get(row["uid"], ()), verdicts.get(row["uid"], ())) for row in rows]
