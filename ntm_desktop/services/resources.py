"""What was mobilised for the programme, by origin, as of a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ntm_desktop.db.models import (
    commitment,
    commitment_amount,
    contribution,
    contribution_withdrawal,
    hamlet,
    household,
    unit_price,
    work,
    work_money,
)
from ntm_desktop.db.session import Session, until_written
from ntm_desktop.documents.data import ResourceFacts
from ntm_desktop.domain.capital import Source
from ntm_desktop.domain.resources import (
    ORIGINS,
    ByYear,
    Purpose,
    Resource,
    came_by_year,
    planned,
    resources,
    summed,
)
from ntm_desktop.services import contributions
from ntm_desktop.services.work_facts import movements, promises


@until_written(
    *(contribution, contribution_withdrawal, hamlet, unit_price, work, work_money), named=(household,)
)
def by_origin(session: Session, *, on: date) -> Mapping[Source, Resource]:
    return resources(_plans(session, on=on), contributions.gifts(session, on=on))


@until_written(
    *(
        commitment,
        commitment_amount,
        contribution,
        contribution_withdrawal,
        hamlet,
        unit_price,
        work,
        work_money,
    ),
    named=(household,),
)
def yearly(session: Session, *, on: date) -> ByYear:
    """The same by year, beside what was planned."""
    promised = [fact for promise in promises(session) for fact in promise.movements()]
    return came_by_year(movements(session), promised, contributions.gifts(session, on=on), on=on)


@until_written(work_money)
def _plans(session: Session, *, on: date) -> Mapping[Purpose, int]:
    return planned(movements(session), on=on)


def resource_facts(session: Session, *, on: date) -> ResourceFacts:
    """As the report of the dossier tells it."""
    found = by_origin(session, on=on)
    sums = ((name, summed(found[source] for source in sources)) for name, sources in ORIGINS.items())
    return ResourceFacts(
        origins=tuple((name, one.mobilised) for name, one in sums if one.mobilised > 0),
        unpriced=sum(one.gifts for one in contributions.gifts(session, on=on) if one.value is None),
    )
