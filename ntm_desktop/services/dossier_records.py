"""What other registers give the papers of a dossier: how people were asked, works, debts, resources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ntm_desktop.db.session import Session
from ntm_desktop.documents.data import ConsultationFacts, DebtFacts, DossierData, OwedFacts, RegisterFacts
from ntm_desktop.documents.office import Office
from ntm_desktop.documents.tables import body
from ntm_desktop.documents.work_tables import WorkEntry, debt_table
from ntm_desktop.domain.consultation import within_posting
from ntm_desktop.services import consultation, reports_works, resources
from ntm_desktop.services.consultation import ConsultationView
from ntm_desktop.services.office import office_of


def consultation_facts(session: Session, *, on: date, today: date) -> ConsultationFacts:
    """Of the goal in force ``on`` a day: what began by ``today``, of the broadcasts those that count; the
    meeting may be yet to come."""
    return facts_by(consultation.view(session, on=on), today=today)


def facts_by(known: ConsultationView, *, today: date) -> ConsultationFacts:
    heard = within_posting(known.broadcasts, known.publications)
    return ConsultationFacts(
        publications=tuple(one for one in known.publications if one.first <= today),
        broadcasts=tuple(one for one in heard if one.on <= today),
        opinions=tuple(one for one in known.opinions if one.on <= today),
        questions=known.questions,
        surveys=tuple(one for one in known.counted if one.on <= today),
        meeting=known.meeting,
        thresholds=known.thresholds,
    )


def with_records(session: Session, data: DossierData, *, today: date) -> DossierData:
    """With how people were asked, the works, their debts and what was mobilised, on the day of ``data``."""
    works = reports_works.register_entries(session, on=data.on)
    office = office_of(session, today=today, by="")
    return replace(
        data,
        consultation=consultation_facts(session, on=data.on, today=today),
        registers=RegisterFacts(office, works, resources.yearly(session, on=data.on)),
        debts=_debts(works, on=data.on, office=office) if works else None,
    )


def _debts(works: Sequence[WorkEntry], *, on: date, office: Office) -> DebtFacts:
    table = debt_table(works, on=on, office=office)
    owed = [work for work in works if work.state.account.debt]
    return DebtFacts(
        works=len(works),
        owed=tuple(OwedFacts(work.name, work.state.account.debt, work.debt_plan) for work in owed),
        table=body(table, dated=False) if owed else (),
        notes=table.notes,
    )
