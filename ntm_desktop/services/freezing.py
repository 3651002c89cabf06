"""Freezing a commune's data: under which name, and with which sums in place of what stays at home."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, TypedDict

from sqlalchemy import Table

from ntm_desktop.changes import Changes
from ntm_desktop.db.models import clearance_total, contribution_total
from ntm_desktop.db.session import Session
from ntm_desktop.services import clearance, commune, contributions, criteria_sets, goals, totals
from ntm_desktop.sync import freeze
from ntm_desktop.sync.canonical import CriteriaRef
from ntm_desktop.sync.freeze import Freeze, Measured


class Named(TypedDict):
    period: str
    criteria: CriteriaRef


def named(session: Session, *, on: date) -> Named:
    """The year of the goal and the criteria set of a day, in print and package alike."""
    goal = goals.current(session, on=on)
    criteria_set = criteria_sets.load(session, set_id=goal.set_id).on(on)
    reference = CriteriaRef(criteria_set.id, criteria_set.version, criteria_set.sha256)
    return Named(period=str(goal.year), criteria=reference)


def measure(session: Session, *, on: date) -> Measured:
    """What ``take`` would find, without writing anything."""
    return freeze.measure(session, **named(session, on=on), derived=derived(session, on=on))


def root(session: Session, *, on: date) -> str:
    return measure(session, on=on).content_root


def take(session: Session, *, on: date, today: date) -> tuple[Freeze, Changes]:
    """Freezes the data as they are; ``on`` says which goal they are for, ``today`` when it was done."""
    return freeze.take(session, **named(session, on=on), derived=derived(session, on=on), on=today)


def derived(session: Session, *, on: date) -> Mapping[Table, Sequence[Mapping[str, Any]]]:
    """Sums of all that is recorded, on whatever day that is asked: the same data give the same. Of a sample,
    whose story goes on after its day, of that day."""
    last = on if commune.load(session).illustrative else totals.last_day(session, on)
    rows = {
        contribution_total: totals.rows_of_gifts(contributions.table(session, on=last).valued),
        clearance_total: totals.rows_of_land(clearance.table(session, on=last).totals),
    }
    return {table: [row | {"rev": 1, "deleted": 0} for row in found] for table, found in rows.items()}
