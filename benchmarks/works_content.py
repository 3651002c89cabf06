"""5 000 works with 50 measurements each, 5 000 gifts of 1 500 households and 2 000 obstacles: for
figures only, filled in past the history as ``commune.make`` fills in facts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Table, insert, select

from benchmarks import around_works_content, commune
from ntm_desktop.db.engine import Database
from ntm_desktop.db.models import (
    baseline,
    contribution,
    hamlet,
    household,
    obstacle,
    obstacle_event,
    person,
    progress,
    work,
    work_investment,
    work_stage,
)
from ntm_desktop.domain.contributions import GiverKind, Kind
from ntm_desktop.domain.obstacles import EventKind, Level
from ntm_desktop.domain.progress import WHOLE, PlanPoint
from ntm_desktop.domain.stages import Stage
from ntm_desktop.services.work_facts import points_to_json

WORKS, MEASURED, GIFTS, OBSTACLES = 5_000, 50, 5_000, 2_000
FIRST_DAY = date(2021, 1, 4)
_HAMLETS, _HOUSEHOLDS = 20, 1_500
_LATE_EVERY = 10


def uid(number: int) -> str:
    return f"{number:032x}"


def fill(database: Database) -> None:
    lead = str(database.connection.scalar(select(person.c.uid)))
    database.connection.rollback()
    rows: dict[Table, Iterator[dict[str, Any]]] = {
        hamlet: map(_hamlet, range(_HAMLETS)),
        household: map(_household, range(_HOUSEHOLDS)),
        work: (_work(number, lead) for number in range(WORKS)),
        work_stage: map(_start, range(WORKS)),
        baseline: map(_plan, range(WORKS)),
        work_investment: map(_investment, range(WORKS)),
        progress: map(_measurement, range(WORKS * MEASURED)),
        contribution: map(_gift, range(GIFTS)),
        obstacle: (_obstacle(number, lead) for number in range(OBSTACLES)),
        obstacle_event: map(_event, range(OBSTACLES)),
    }
    around = around_works_content.rows(WORKS, _HOUSEHOLDS, _HAMLETS, commune.SET, FIRST_DAY)
    key = {"commune_id": database.commune_id, "rev": 1, "deleted": 0}
    with database.connection.begin():
        database.connection.exec_driver_sql("BEGIN IMMEDIATE")
        for table, some in {**rows, **around}.items():
            database.connection.execute(insert(table), [key | row for row in some])


def _hamlet(number: int) -> dict[str, Any]:
    counted = {"households": 80, "population": 300}
    return {"uid": uid(number), "name": f"Tân Lợi {number}", "position": number, **counted}


def _household(number: int) -> dict[str, Any]:
    return {"uid": uid(number), "name": f"Đinh Văn {number}", "hamlet_uid": uid(number % _HAMLETS)}


def _work(number: int, lead: str) -> dict[str, Any]:
    register = {"name": f"Đường số {number}", "kind": "giao-thong", "route": "ordinary", "place": ""}
    words = {"scale": "", "investor": "", "note": "", "debt_source": "", "person_uid": lead}
    return {"uid": uid(number), "position": number, **register, **words}


def _start(number: int) -> dict[str, Any]:
    stage = {"stage": Stage.START.value, "target": None, "done": FIRST_DAY.isoformat(), "note": ""}
    return {"uid": uid(number), "work_uid": uid(number), **stage}


def _plan(number: int) -> dict[str, Any]:
    """By which some works are late."""
    end = date(2021, 6, 30) if number % _LATE_EVERY == 0 else date(2023, 6, 30)
    points = points_to_json([PlanPoint(FIRST_DAY, 0), PlanPoint(end, WHOLE)])
    decided = {"points": points, "on_date": FIRST_DAY.isoformat(), "reason": "", "seq": number + 1}
    return {"uid": uid(number), "work_uid": uid(number), **decided}


def _investment(number: int) -> dict[str, Any]:
    total = {"work_uid": uid(number), "amount": 1_250_000_000, "on_date": FIRST_DAY.isoformat(), "reason": ""}
    return {"uid": uid(number), "seq": number + 1, **total}


def _measurement(number: int) -> dict[str, Any]:
    of_work, place = divmod(number, MEASURED)
    day = {"on_date": (FIRST_DAY + timedelta(days=place)).isoformat(), "seq": number + 1}
    said = {"share": 100 + place * 100, "cause": "", "note": "", "reason": ""}
    return {"uid": uid(number + 1), "work_uid": uid(of_work), **day, **said}


def _gift(number: int) -> dict[str, Any]:
    """Labour and money of households in turn, each for another work."""
    money, owner = number % 2, number % _HOUSEHOLDS
    giver = {"giver_kind": GiverKind.HOUSEHOLD.value, "giver": "", "household_uid": uid(owner)}
    given = {"kind": (Kind.MONEY if money else Kind.LABOUR).value, "unit": "đồng" if money else "công"}
    amounts = {"quantity": 500_000 if money else 3_500, "price": None if money else 200_000, "unpriced": 0}
    day = {"on_date": (FIRST_DAY + timedelta(days=number % 150)).isoformat(), "seq": number + 1}
    words = {"indicator": "", "item": "", "document": "", "note": "", "supersedes": None, "reason": ""}
    places = {"hamlet_uid": uid(owner % _HAMLETS), "work_uid": uid(number)}
    return {"uid": uid(number), **giver, **given, **amounts, **day, **words, **places}


def _obstacle(number: int, lead: str) -> dict[str, Any]:
    about = {"what": f"Vướng mặt bằng đoạn {number}", "work_uid": uid(number), "criterion": ""}
    level = {"level": list(Level)[number % 3].value, "authority": "UBND huyện", "proposal": "Đề nghị xem xét"}
    since = (FIRST_DAY + timedelta(days=number % 300)).isoformat()
    return {"uid": uid(number), "since": since, "person_uid": lead, **about, **level}


def _event(number: int) -> dict[str, Any]:
    """Each was sent, with a day by which an answer is asked for."""
    sent = FIRST_DAY + timedelta(days=number % 300 + 5)
    words = {"note": "", "supersedes": None, "reason": "", "document_uid": None}
    days = {"on_date": sent.isoformat(), "due": (sent + timedelta(days=15)).isoformat()}
    kind = {"obstacle_uid": uid(number), "event": EventKind.SENT.value}
    return {"uid": uid(number), "seq": number + 1, **words, **days, **kind}
