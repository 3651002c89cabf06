"""What was mobilised for the programme, by origin, as of a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ntm_desktop.db.session import Session
from ntm_desktop.domain.capital import Source
from ntm_desktop.domain.resources import Resource, resources
from ntm_desktop.services import contributions
from ntm_desktop.services.work_facts import gather


def by_origin(session: Session, *, on: date) -> Mapping[Source, Resource]:
    capital = {one.facts.uid: one.facts.money for one in gather(session)}
    return resources(capital, contributions.gifts(session, on=on), on=on)
