"""5 000 works: from Excel, to openpyxl reading the same file; and the pages, with 50 measurements each."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Table, insert

from benchmarks import commune
from benchmarks.figures import Figure, medians, seconds
from ntm_desktop.db.engine import Database, Session
from ntm_desktop.db.models import contribution, progress, work, work_investment, work_stage
from ntm_desktop.domain.contributions import GiverKind, Kind
from ntm_desktop.services import (
    contributions,
    indicators,
    obstacles,
    status,
    work_diary,
    work_progress,
    works,
)

WORKS, MEASURED = 5_000, 50
_TIMES, _MORE_MB, _PAGE_MS = 3, 120, 200
_DAY = date(2021, 1, 4)

_PAGES: dict[str, Callable[[Session], object]] = {
    "page Công trình": lambda s: works.table(s, on=commune.TODAY),
    "page Công trình, one work": lambda s: (
        works.view(s, uid=_uid(7), on=commune.TODAY),
        work_diary.diary(s, uid=_uid(7), on=commune.TODAY),
    ),
    "page Tiêu chí": lambda s: (
        indicators.table(s, on=commune.TODAY),
        works.serving(s, set_id=commune.SET, on=commune.TODAY),
    ),
    "page Vướng mắc": lambda s: obstacles.table(s, on=commune.TODAY),
    "page Huy động, 5000 gifts": lambda s: contributions.table(s, on=commune.TODAY),
    "status": lambda s: status.status(s, on=commune.TODAY),
}


def figures() -> Sequence[Figure]:
    return list(_page_figures())


def _page_figures() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as name:
        database = commune.make(Path(name) / "data")
        _fill(database)
        first = _read(database, _PAGES["page Công trình"])["ms"]
        days = iter(range(MEASURED + 1, 300))
        taken = medians({page: partial(_read, database, read) for page, read in _PAGES.items()})
        after = medians({"after": partial(_measure_and_read, database, days)})["after"]["ms"]
        database.close()
    what = f"{WORKS} works of {MEASURED} measurements"
    for page, one in taken.items():
        yield Figure(f"{what}, {page}", one["ms"], "ms", _PAGE_MS)
    yield Figure(f"{what}, page Công trình after a measurement", after, "ms", _PAGE_MS)
    yield Figure(f"{what}, page Công trình the first time", first / 1e3, "s", 10)


def _read(database: Database, page: Callable[[Session], object]) -> dict[str, float]:
    with database.read() as session:
        return {"ms": seconds(lambda: page(session)) * 1e3}


def _measure_and_read(database: Database, days: Iterator[int]) -> dict[str, float]:
    on = _DAY + timedelta(days=next(days))
    with database.write("Ghi khối lượng", "Nguyễn Văn Đo", commune.AT) as session:
        work_progress.measure(session, uid=_uid(7), share=9_900, on=on, today=commune.TODAY)
    return _read(database, _PAGES["page Công trình"])


def _uid(number: int) -> str:
    return f"{number:032x}"


def _gift(number: int) -> dict[str, Any]:
    """Labour of a hamlet's households together, or money of a donor; each for another work."""
    money = number % 2
    given = {"kind": (Kind.MONEY if money else Kind.LABOUR).value, "unit": "đồng" if money else "công"}
    giver = {"giver_kind": GiverKind.DONOR.value, "giver": f"Ông Trần Văn {number % 700}", "hamlet_uid": None}
    rest = {"household_uid": None, "work_uid": _uid(number), "indicator": "", "item": "", "unpriced": 0}
    day = {"on_date": (_DAY + timedelta(days=number % 150)).isoformat(), "seq": number + 1}
    amounts = {"quantity": 500_000 if money else 3_500, "price": None if money else 200_000}
    return {"uid": _uid(number), "document": "", "note": "", "supersedes": None, "reason": ""} | (
        given | giver | rest | day | amounts
    )


def _fill(database: Database) -> None:
    """Past the history, as ``commune.make`` fills in facts."""
    rows: dict[Table, list[dict[str, Any]]] = {work: [], work_stage: [], work_investment: [], progress: []}
    rows |= {contribution: [_gift(number) for number in range(WORKS)]}
    for number in range(WORKS):
        uid = _uid(number)
        register = {"name": f"Đường số {number}", "kind": "giao-thong", "route": "ordinary", "place": ""}
        rows[work].append(
            register | {"uid": uid, "scale": "", "investor": "", "position": number, "note": ""}
        )
        stage = {"work_uid": uid, "stage": "start", "target": None, "done": _DAY.isoformat(), "note": ""}
        rows[work_stage].append(stage | {"uid": uid})
        total = {"work_uid": uid, "amount": 1_250_000_000, "on_date": _DAY.isoformat(), "reason": ""}
        rows[work_investment].append(total | {"uid": uid, "seq": number + 1})
        for place in range(MEASURED):
            seq = number * MEASURED + place + 1
            fact = {"work_uid": uid, "on_date": (_DAY + timedelta(days=place)).isoformat(), "seq": seq}
            fact |= {"share": 100 + place * 100, "cause": "", "note": "", "reason": ""}
            rows[progress].append(fact | {"uid": _uid(seq)})
    key = {"commune_id": database.commune_id, "rev": 1, "deleted": 0}
    with database.connection.begin():
        database.connection.exec_driver_sql("BEGIN IMMEDIATE")
        for table, some in rows.items():
            database.connection.execute(insert(table), [key | row for row in some])
