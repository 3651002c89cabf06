"""The report on the register of prints: what changed between two of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ntm_desktop.db.session import Session
from ntm_desktop.documents.comparison_table import NAME, comparison_table
from ntm_desktop.services.comparison import NOTHING_PRINTED, Comparison, compare, usual_pair
from ntm_desktop.services.dossier import register_list
from ntm_desktop.services.office import office_of
from ntm_desktop.services.report_kinds import Made, Report, Wanted, made_of


def made_of_comparison(session: Session, found: Comparison, *, today: date, by: str) -> Made:
    office = office_of(session, today=today, by=by)
    return made_of(
        comparison_table(
            found.changes,
            then=found.then.told,
            now=found.now.told,
            on=found.now.as_of,
            office=office,
            notes=found.notes,
        )
    )


def compared(session: Session, *, then: int, now: int, on: date, by: str) -> tuple[Comparison, Made]:
    """What changed, and the paper that says so."""
    found = compare(session, then=then, now=now, on=on)
    return found, made_of_comparison(session, found, today=on, by=by)


def _usual(session: Session, wanted: Wanted) -> Made:
    """Of the newest print and the one before; of the only one, and today."""
    prints = register_list(session)
    if not prints:
        office = office_of(session, today=wanted.today, by=wanted.by)
        return made_of(
            comparison_table((), then="", now="", on=wanted.on, office=office, nothing=NOTHING_PRINTED)
        )
    then, now = usual_pair(prints)
    found = compare(session, then=then, now=now, on=wanted.on)
    return made_of_comparison(session, found, today=wanted.today, by=wanted.by)


COMPARISON = Report("so-sanh-ban-in", NAME, _usual, page="ho-so")
REPORTS: Sequence[Report] = (COMPARISON,)
