"""What other registers of the commune give the papers of a dossier: how people were asked."""

from __future__ import annotations

from datetime import date

from ntm_desktop.db.session import Session
from ntm_desktop.documents.data import ConsultationFacts
from ntm_desktop.services import consultation


def consultation_facts(session: Session, *, on: date, today: date) -> ConsultationFacts:
    """Of the goal in force ``on`` a day: what began by ``today``; the meeting may be yet to come."""
    known = consultation.view(session, on=on)
    return ConsultationFacts(
        publications=tuple(one for one in known.publications if one.first <= today),
        broadcasts=tuple(one for one in known.broadcasts if one.on <= today),
        opinions=tuple(one for one in known.opinions if one.on <= today),
        questions=known.questions,
        surveys=tuple(one for one in known.surveys if one.on <= today),
        meeting=known.meeting,
        thresholds=known.thresholds,
    )
