"""The reports on construction works."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ntm_desktop.db.models import work_stage
from ntm_desktop.db.session import Session, live
from ntm_desktop.documents import work_tables
from ntm_desktop.documents.tables import Statement
from ntm_desktop.documents.work_tables import WorkEntry
from ntm_desktop.domain.stages import Stage
from ntm_desktop.services import works
from ntm_desktop.services.fields import day_of
from ntm_desktop.services.office import office_of
from ntm_desktop.services.official_documents import list_documents
from ntm_desktop.services.report_kinds import Made, Report, Wanted, made_of
from ntm_desktop.text import format_date


def entries(session: Session, *, wanted: Wanted) -> tuple[WorkEntry, ...]:
    """All works as the tables want them, on the day that is wanted."""
    approvals = _approvals(session)
    return tuple(
        WorkEntry(
            name=row.name,
            place=row.place or ", ".join(row.hamlets),
            criteria=row.criteria,
            scale=row.scale,
            approval=approvals.get(row.uid, ""),
            investor=row.investor,
            contractor=row.contractor,
            note=row.note,
            facts=row.facts,
            state=row.state,
            warnings=row.warnings,
        )
        for row in works.table(session, on=wanted.on).rows
    )


def _approvals(session: Session) -> dict[str, str]:
    """The approving decision of each work that has one: "12/QĐ-UBND, 20/5/2020"; else the day alone."""
    documents = {view.uid: view for view in list_documents(session)}
    found = {}
    for row in session.rows(live(work_stage, session).where(work_stage.c.stage == Stage.APPROVAL.value)):
        document = documents.get(row["document_uid"])
        issued = document.issued if document else day_of(row["done"])
        parts = (document.number if document else "", format_date(issued) if issued else "")
        found[row["work_uid"]] = ", ".join(part for part in parts if part)
    return found


def _table(make: Callable[..., Statement]) -> Callable[[Session, Wanted], Made]:
    def collect(session: Session, wanted: Wanted) -> Made:
        office = office_of(session, today=wanted.today, by=wanted.by)
        return made_of(make(entries(session, wanted=wanted), on=wanted.on, office=office))

    return collect


REPORTS: Sequence[Report] = (Report("danh-muc", "Danh mục công trình", _table(work_tables.catalogue)),)
