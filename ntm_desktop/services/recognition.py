"""How the commune stands to the conditions of being recognised again."""

from __future__ import annotations

from datetime import date

from ntm_desktop.db.session import Session
from ntm_desktop.domain import recognition
from ntm_desktop.domain.judging import CriterionState
from ntm_desktop.domain.recognition import CheckLine, RecognitionFacts
from ntm_desktop.packs.recognition import recognition_items
from ntm_desktop.services import assignments, goals, works
from ntm_desktop.services.assignments import LapseView


def checklist(session: Session, *, on: date) -> tuple[CheckLine, ...]:
    """By the regime in force that day; empty while nothing fell back."""
    fell = assignments.lapses(session, on=on)
    if not fell:
        return ()
    rows = assignments.table(session, on=on).rows
    waiting = {row.criterion for row in rows if row.charge is None or row.charge.confirmation_uid is None} & {
        lapse.criterion for lapse in fell
    }
    facts = RecognitionFacts(
        criteria=len(rows),
        unmet=sum(row.state is CriterionState.UNMET for row in rows),
        undecided=sum(row.state is CriterionState.UNDECIDED for row in rows),
        unplanned=tuple(lapse.code for lapse in fell if not _is_planned(lapse)),
        unconfirmed=tuple(row.criterion for row in rows if row.criterion in waiting),
        debt=sum(row.state.account.debt for row in works.table(session, on=on).rows),
    )
    return recognition.check(recognition_items(), facts, regime=goals.current(session, on=on).regime)


def _is_planned(lapse: LapseView) -> bool:
    plan = lapse.plan
    return plan is not None and plan.deadline is not None and bool(plan.person or lapse.person)
