"""The sample commune made larger past its history: something in each column that travels, or ten years."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from datetime import date
from typing import Any

from complete import model_set
from exchanging import AT
from office import LEAD
from sqlalchemy import Column, Integer, Table, insert, select, update

from ntm_desktop.db.engine import Database, Session
from ntm_desktop.db.models import (
    acceptance,
    assessment,
    clearance,
    clearance_event,
    commitment,
    commitment_amount,
    contract,
    contract_annex,
    contribution,
    metadata,
    obstacle,
    obstacle_event,
    paper,
    plan,
    plan_note,
    progress,
    progress_photo,
    work,
    work_condition,
    work_hamlet,
    work_indicator,
    work_investment,
    work_money,
    work_stage,
)
from ntm_desktop.db.models import baseline as plan_of_progress
from ntm_desktop.services import criteria_sets

OWN = ("commune_id", "uid", "rev", "deleted")
DULL = (None, "", 0)
KNOWN: dict[tuple[str, str], object] = {
    ("assessment", "carried_from"): "xa-ntm-2011-2015",
    ("form_setting", "value"): "3",
    ("meeting", "ends"): "11:30",
    ("target_confirmation", "levels"): "[]",
    ("target_override", "profile"): "tdmnpb",
}
"""What nobody could guess from the name of the column."""
SEEN_WITH_WORKS = (
    work, work_stage, work_hamlet, work_indicator, work_condition, work_investment, work_money,
    plan_of_progress, progress, progress_photo, contract, contract_annex, acceptance, obstacle,
    obstacle_event, commitment, commitment_amount, clearance, clearance_event, contribution,
)  # fmt: skip
REPEATED = (assessment, plan, plan_note, *SEEN_WITH_WORKS)
"""What a commune has more of each year."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def travelling() -> list[Table]:
    tables = metadata.sorted_tables
    return [one for one in tables if one is paper or (one.info.get("travels") and not one.info["derived"])]


def columns_of(table: Table) -> list[Column[Any]]:
    return [column for column in table.c if column.name not in OWN]


def fill(database: Database) -> None:
    """No column of a table that travels is empty in all of its rows."""
    with database.write("Nhận bộ tiêu chí", LEAD, AT) as session:
        criteria_sets.import_pack(session, data=model_set())
        for table in travelling():
            if not _rows(session, table):
                key = {"commune_id": session.commune_id, "uid": _uid(table.name), "rev": 1, "deleted": 0}
                session.connection.execute(insert(table), [key | dict(_guessed(session, table, empty=True))])
            told = dict(_guessed(session, table, empty=False))
            if told:
                last = _rows(session, table)[-1]["uid"]
                session.connection.execute(update(table).where(table.c.uid == last), told)


def _uid(*names: object) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_URL, "/".join(map(str, names))))


def _rows(session: Session, table: Table) -> list[Any]:
    return list(session.rows(select(table).where(table.c.deleted == 0).order_by(table.c.uid)))


def _guessed(session: Session, table: Table, *, empty: bool) -> Iterator[tuple[str, object]]:
    rows = _rows(session, table)
    for column in columns_of(table):
        if empty or all(row[column.name] in DULL for row in rows):
            yield str(column.name), _guess(session, table, column, rows)


def _guess(session: Session, table: Table, column: Column[Any], rows: list[Any]) -> object:
    name = str(column.name)
    if (table.name, name) in KNOWN:
        return KNOWN[table.name, name]
    if column.foreign_keys:
        (key,) = column.foreign_keys
        return _rows(session, key.column.table)[0]["uid"]
    if name == "supersedes":
        return rows[0]["uid"] if rows else None
    if isinstance(column.type, Integer):
        return 0 if name in ("internal", "deleted") else 1
    is_day = name in ("issued", "decided", "established", "recognised") or name.endswith(
        ("date", "_to", "_from")
    )
    if is_day or name in ("retention_released", "debt_due", "valid_from"):
        return "2021-05-04"
    return "2021-05-04T03:00:00Z" if name.endswith("_at") else "Chữ thử"


def grow(database: Database, *, years: int = 9) -> None:
    """As much again for each of the years before."""
    with database.write("Thêm các năm trước", LEAD, AT) as session:
        repeated = [one for one in metadata.sorted_tables if one in REPEATED]
        now = {table: [dict(row) for row in _rows(session, table)] for table in repeated}
        for back in range(1, years + 1):
            uids: dict[str, str] = {}
            for table, before in now.items():
                uids |= {row["uid"]: _uid(row["uid"], back) for row in before}
                copies = [
                    {name: _earlier(name, value, back, uids) for name, value in row.items()} for row in before
                ]
                if copies:
                    session.connection.execute(insert(table), copies)


def _earlier(name: str, value: Any, back: int, uids: dict[str, str]) -> Any:
    if name == "seq":
        return value - 1_000 * back
    if name == "year":
        return value - back
    if name == "name":
        return f"{value} ({2021 - back})"
    if isinstance(value, str):
        if value in uids:
            return uids[value]
        return _DAY.sub(lambda found: _years_before(found[0], back), value)
    return value


def _years_before(day: str, back: int) -> str:
    then = date.fromisoformat(day)
    return then.replace(year=then.year - back, day=min(then.day, 28)).isoformat()
