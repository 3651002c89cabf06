"""A commune of any number of facts, made fast: for figures only, its values mean nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

from sqlalchemy import insert

from ntm_desktop.db.engine import Database
from ntm_desktop.db.models import assessment
from ntm_desktop.domain.criteria import Indicator, Measure
from ntm_desktop.packs.criteria import load_builtin
from ntm_desktop.services import assessments, workplace

SET = "xa-ntm-2016-2020"
AT = datetime(2021, 6, 30, 1, tzinfo=UTC)
FIRST_DAY = date(2012, 1, 1)
TODAY = date(2021, 12, 31)
_FIGURES = count()


def make(folder: Path, *, facts: int = 0) -> Database:
    """An open database of a new commune; ``facts`` assessments spread over ten years and all indicators."""
    workplace.create(
        folder,
        commune=workplace.NewCommune(name="xã Đo Đếm", province="tỉnh Minh Họa", code="99999"),
        goal=workplace.NewGoal(set_id=SET, year=2021, profile="tdmnpb", valid_from=FIRST_DAY),
        new_people=[workplace.NewPerson(name="Nguyễn Văn Đo")],
        at=AT,
    )
    database = Database.open(folder)
    if facts:
        indicators = load_builtin(SET).indicators()
        rows = [row(database.commune_id, indicators[n % len(indicators)], n, facts) for n in range(facts)]
        with database.connection.begin():
            database.connection.exec_driver_sql("BEGIN IMMEDIATE")
            database.connection.execute(insert(assessment), rows)
    return database


def touch(database: Database) -> None:
    """A figure is recorded, so that what earlier readings found is kept only where it rests on no figures."""
    with database.write("Đo", "Nguyễn Văn Đo", AT) as session:
        texts = {"v": f"90,{next(_FIGURES) % 100:02}"}
        assessments.record(session, code="4.2", texts=texts, as_of=TODAY, today=TODAY)


def row(commune_id: str, indicator: Indicator, number: int, facts: int) -> dict[str, object]:
    days = (TODAY - FIRST_DAY).days
    value = ",".join(
        f'"{part.key}":{9_000 if part.measure is Measure.PERCENT else 1}' for part in indicator.parts
    )
    return {
        "commune_id": commune_id,
        "uid": f"{number:032x}",
        "rev": 1,
        "deleted": 0,
        "set_id": SET,
        "set_version": "1",
        "code": indicator.code,
        "value": f"{{{value}}}",
        "na_ground": None,
        "as_of": (FIRST_DAY + timedelta(days=number * days // facts)).isoformat(),
        "note": "",
        "verdict": "met" if number % 3 else "unmet",
        "target": "{}",
        "person_uid": None,
        "recorded_by": "Nguyễn Văn Đo",
        "recorded_at": "2021-06-30T01:00:00Z",
        "seq": number + 1,
        "supersedes": None,
        "reason": "",
        "carried_from": None,
    }
