"""Which works look different once some rows were written; all others stay as they were read."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Table, select

from ntm_desktop.db.kept import Written, stood_in
from ntm_desktop.db.models import (
    acceptance,
    baseline,
    clearance,
    clearance_event,
    commitment,
    commitment_amount,
    contract,
    contract_annex,
    contractor,
    hamlet,
    household,
    person,
    progress,
    work,
    work_condition,
    work_hamlet,
    work_indicator,
    work_investment,
    work_money,
    work_stage,
)
from ntm_desktop.db.session import Session

_NAMING = (
    *(acceptance, baseline, clearance, commitment, contract, progress, work_condition, work_hamlet),
    *(work_indicator, work_investment, work_money, work_stage),
)
"""Each row says by ``work_uid`` which work it is about."""
_PARTS = {clearance_event: clearance, commitment_amount: commitment, contract_annex: contract}
"""Each row belongs to one of the others, which it names by ``…_uid``."""
_SHOWN = (contractor, hamlet, household, person)
"""Their names stand in what is shown of the works that refer to them."""
TABLES = (work, *_NAMING, *_PARTS, *_SHOWN)


def uids(session: Session, written: Written) -> set[str]:
    """Of the works. A row that went from one work to another touches both."""
    found = set(written.get(work.name, ()))
    for table in _NAMING:
        found |= stood_in(written, table.name, "work_uid")
    for part, whole in _PARTS.items():
        wholes = stood_in(written, part.name, f"{whole.name}_uid")
        found |= _works_of(session, whole, whole.c.uid, wholes)
    return (found | _showing(session, written)) - {None}


def _showing(session: Session, written: Written) -> set[str]:
    """The works in whose views a contractor, hamlet, household or person that was written is told."""
    builders, hamlets, owners, people = (written.get(table.name, {}).keys() for table in _SHOWN)
    living = _read(session, household, household.c.uid, household.c.hamlet_uid, hamlets)
    return {
        *_read(session, work, work.c.uid, work.c.person_uid, people),
        *_works_of(session, contract, contract.c.contractor_uid, builders),
        *_works_of(session, work_hamlet, work_hamlet.c.hamlet_uid, hamlets),
        *_works_of(session, clearance, clearance.c.household_uid, owners | living),
    }


def _works_of(session: Session, table: Table, column: ColumnElement[str], among: Collection[str]) -> set[str]:
    return _read(session, table, table.c.work_uid, column, among)


def _read(
    session: Session,
    table: Table,
    wanted: ColumnElement[Any],
    column: ColumnElement[str],
    among: Collection[str],
) -> set[Any]:
    if not among:
        return set()
    query = select(wanted).where(table.c.commune_id == session.commune_id, column.in_(among))
    return set(session.connection.scalars(query))
