"""5 000 works with 50 measurements each: what the pages read, and the year-end review on top of it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from functools import partial
from itertools import cycle
from pathlib import Path

from benchmarks import commune
from benchmarks.figures import Figure, Measurements, medians, seconds
from benchmarks.works_content import FIRST_DAY, MEASURED, WORKS, fill, uid
from ntm_desktop.db.engine import Database, Session
from ntm_desktop.domain.rating import Rating, SubjectKind
from ntm_desktop.services import (
    assignments,
    clearance,
    commitments,
    contributions,
    indicators,
    obstacles,
    recognition,
    resources,
    status,
    unit_prices,
    work_diary,
    work_progress,
    works,
    year_review,
)

_PAGE_MS, _FIRST_S = 200, 10
_COMMAND_MS = 500  # no page: it gathers what all of them show

_PAGES: Mapping[str, Callable[[Session], object]] = {
    "page Công trình": lambda s: works.table(s, on=commune.TODAY),
    "page Công trình, one work": lambda s: (
        works.view(s, uid=uid(7), on=commune.TODAY),
        work_diary.diary(s, uid=uid(7), on=commune.TODAY),
    ),
    "page Tiêu chí": lambda s: (
        indicators.table(s, on=commune.TODAY),
        works.serving(s, set_id=commune.SET, on=commune.TODAY),
    ),
    "page Vướng mắc": lambda s: (
        obstacles.table(s, on=commune.TODAY),
        commitments.table(s, on=commune.TODAY),
    ),
    "page Huy động": lambda s: (
        contributions.table(s, on=commune.TODAY),
        contributions.indicator_codes(s, on=commune.TODAY),
        clearance.table(s, on=commune.TODAY),
        resources.by_origin(s, on=commune.TODAY),
        unit_prices.list_prices(s),
    ),
    "page Phân công": lambda s: (
        assignments.table(s, on=commune.TODAY),
        assignments.lapses(s, on=commune.TODAY),
        recognition.checklist(s, on=commune.TODAY),
    ),
    "year-end review": lambda s: year_review.review(s, year=2021, on=commune.TODAY),
}


def figures() -> Sequence[Figure]:
    return list(_page_figures())


def _page_figures() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as name:
        database = commune.make(Path(name) / "data")
        fill(database)
        with database.read() as session:
            first = seconds(lambda: works.table(session, on=commune.TODAY))
        days, ratings = iter(range(MEASURED + 1, 300)), cycle((Rating.GOOD, Rating.DONE))
        taken = medians(
            {page: partial(_read, database, read) for page, read in _PAGES.items()}
            | {
                "page Công trình after a measurement": partial(_measure_and_read, database, days),
                "a rating decided": partial(_decide, database, ratings),
                "command status": partial(_read, database, lambda s: status.status(s, on=commune.TODAY)),
            }
        )
        database.close()
    what = f"{WORKS} works of {MEASURED} measurements"
    for page, one in taken.items():
        limit = _COMMAND_MS if page.startswith("command") else _PAGE_MS
        yield Figure(f"{what}, {page}", one["ms"], "ms", limit)
    yield Figure(f"{what}, page Công trình the first time", first, "s", _FIRST_S)


def _read(database: Database, page: Callable[[Session], object]) -> Measurements:
    with database.read() as session:
        return {"ms": seconds(lambda: page(session)) * 1e3}


def _measure_and_read(database: Database, days: Iterator[int]) -> Measurements:
    on = FIRST_DAY + timedelta(days=next(days))
    with database.write("Ghi khối lượng", "Nguyễn Văn Đo", commune.AT) as session:
        work_progress.measure(session, uid=uid(7), share=9_900, on=on, today=commune.TODAY)
    return _read(database, _PAGES["page Công trình"])


def _decide(database: Database, ratings: Iterator[Rating]) -> Measurements:
    """Of the one who follows all the works; the page of works was read before, as in the window."""
    with database.read() as session:
        (row,) = year_review.review(session, year=2021, on=commune.TODAY).people

    def decide() -> None:
        with database.write("Ghi mức xếp loại", "Nguyễn Văn Đo", commune.AT) as session:
            year_review.decide(
                session,
                year=2021,
                kind=SubjectKind.PERSON,
                key=row.key,
                rating=next(ratings),
                reason="Xét cả năm",
                today=commune.TODAY,
            )

    return {"ms": seconds(decide) * 1e3}
