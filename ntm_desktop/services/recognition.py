"""How the commune stands to the conditions of being recognised again."""

from __future__ import annotations

from datetime import date

from ntm_desktop.db.session import Session
from ntm_desktop.domain import recognition
from ntm_desktop.domain.consultation import VOTE
from ntm_desktop.domain.consultation_breaks import OPINION_BREAKS
from ntm_desktop.domain.judging import CriterionState
from ntm_desktop.domain.recognition import CheckLine, RecognitionFacts
from ntm_desktop.packs.recognition import recognition_items
from ntm_desktop.services import assignments, consultation, goals, works
from ntm_desktop.services.assignments import LapseView
from ntm_desktop.services.consultation import ConsultationView


def checklist(session: Session, *, on: date) -> tuple[CheckLine, ...]:
    """By the regime in force that day; empty while nothing fell back."""
    fell = assignments.lapses(session, on=on)
    if not fell:
        return ()
    rows = assignments.table(session, on=on).rows
    waiting = {row.criterion for row in rows if row.charge is None or row.charge.confirmation_uid is None} & {
        lapse.criterion for lapse in fell
    }
    asked = consultation.view(session, on=on)
    meeting = asked.meeting if asked.meeting is not None and asked.meeting.held_by(on) else None
    facts = RecognitionFacts(
        criteria=len(rows),
        unmet=sum(row.state is CriterionState.UNMET for row in rows),
        undecided=sum(row.state is CriterionState.UNDECIDED for row in rows),
        unplanned=tuple(lapse.code for lapse in fell if not _is_planned(lapse)),
        unconfirmed=tuple(row.criterion for row in rows if row.criterion in waiting),
        debt=sum(row.state.account.debt for row in works.table(session, on=on).rows),
        unasked=_unasked(asked),
        vote=meeting.vote if meeting is not None else None,
        vote_level=asked.threshold(VOTE),
    )
    return recognition.check(recognition_items(), facts, regime=goals.current(session, on=on).regime)


def _unasked(asked: ConsultationView) -> tuple[str, ...] | None:
    """None while neither an opinion nor a ballot was entered for the goal."""
    days = [*(one.on for one in asked.opinions), *(one.on for one in asked.surveys)]
    if not any(day <= asked.on for day in days):
        return None
    found = [one for one in asked.breaks if one.key.partition("/")[0] in OPINION_BREAKS]
    return tuple(dict.fromkeys(one.what[:1].lower() + one.what[1:] for one in found))


def _is_planned(lapse: LapseView) -> bool:
    plan = lapse.plan
    return plan is not None and plan.deadline is not None and bool(plan.person or lapse.person)
