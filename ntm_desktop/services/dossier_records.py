"""What other registers give the papers of a dossier: how people were asked, what is owed for works."""

from __future__ import annotations

from datetime import date

from ntm_desktop.db.session import Session
from ntm_desktop.documents.data import ConsultationFacts, DebtFacts, OwedFacts
from ntm_desktop.documents.tables import body
from ntm_desktop.documents.work_tables import debt_table
from ntm_desktop.services import consultation, reports_works
from ntm_desktop.services.office import office_of
from ntm_desktop.services.report_kinds import Wanted


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


def debt_facts(session: Session, *, on: date, today: date) -> DebtFacts | None:
    """As the table of debts has them; None when no work is in the register."""
    works = reports_works.entries(session, wanted=Wanted(on=on, today=today))
    if not works:
        return None
    table = debt_table(works, on=on, office=office_of(session, today=today, by=""))
    owed = [work for work in works if work.state.account.debt]
    return DebtFacts(
        works=len(works),
        owed=tuple(OwedFacts(work.name, work.state.account.debt, work.debt_plan) for work in owed),
        table=body(table, dated=False) if owed else (),
        notes=table.notes,
    )
