"""5 000 works with 50 measurements each: what every page reads, after any action and after one of its own.

As in the program (``ui.garbage``) nobody looks for cyclic garbage while a page is read.
"""

from __future__ import annotations

import gc
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from functools import partial
from itertools import count, cycle
from pathlib import Path

from benchmarks import commune
from benchmarks.around_works_content import PLOTS
from benchmarks.figures import Figure, Measurements, medians, seconds
from benchmarks.works_content import FIRST_DAY, MEASURED, WORKS, fill, uid
from benchmarks.works_pages import PAGES
from ntm_desktop.db.engine import Database, Session
from ntm_desktop.domain import clearance as land
from ntm_desktop.domain import contributions as given
from ntm_desktop.domain import obstacles as held_up
from ntm_desktop.domain.rating import Rating, SubjectKind
from ntm_desktop.services import (
    clearance,
    commitments,
    contributions,
    obstacles,
    work_progress,
    works,
    year_review,
)

_PAGE_MS, _FIRST_S = 200, 10
_COMMAND_MS = 500  # no page: it gathers what all of them show


def figures() -> Sequence[Figure]:
    gc.disable()
    try:
        return list(_page_figures())
    finally:
        gc.enable()


def _page_figures() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as name:
        database = commune.make(Path(name) / "data")
        fill(database)
        with database.read() as session:
            first = seconds(lambda: works.table(session, on=commune.TODAY))
        ratings = cycle((Rating.GOOD, Rating.DONE))
        taken = medians(
            {page: partial(_touch_and_read, database, page) for page in PAGES}
            | {
                f"{page} after {what}": partial(_act_and_read, database, act, page)
                for what, (page, act) in _acts().items()
            }
            | {"a rating decided": partial(_decide, database, ratings)}
        )
        database.close()
    what = f"{WORKS} works of {MEASURED} measurements"
    for page, one in taken.items():
        limit = _COMMAND_MS if page.startswith("command") else _PAGE_MS
        yield Figure(f"{what}, {page}", one["ms"], "ms", limit)
    yield Figure(f"{what}, page Công trình the first time", first, "s", _FIRST_S)


def _acts() -> dict[str, tuple[str, Callable[[Session], object]]]:
    """By what was done: the page that it is done on, and the action, each time on another row."""
    number = count(MEASURED + 1)
    plots = count(0, 4)  # not handed over yet
    today = commune.TODAY

    def measure(session: Session) -> object:
        on = FIRST_DAY + timedelta(days=next(number))
        return work_progress.measure(session, uid=uid(7), share=9_900, on=on, today=today)

    def give(session: Session) -> object:
        told = contributions.Told(
            given.GiverKind.HOUSEHOLD,
            given.Kind.MONEY,
            500_000,
            "đồng",
            today,
            giver=f"Cao Văn {next(number)}",
            hamlet_uid=uid(1),
            work_uid=uid(7),
        )
        return contributions.record(session, told, today=today)

    def hand_over(session: Session) -> object:
        done = land.EventKind.HANDED_OVER
        plot = uid(next(plots) % PLOTS)
        return clearance.record_event(session, uid=plot, event=done, on=today, today=today)

    def answer(session: Session) -> object:
        came, one = held_up.EventKind.ANSWERED, uid(next(number))
        return obstacles.record_event(session, uid=one, event=came, on=today, today=today, note="Đã rõ")

    def promise_more(session: Session) -> object:
        amount, one = 1_000_000_000, uid(next(number))
        return commitments.change_amount(
            session, uid=one, amount=amount, on=today, today=today, reason="Tăng vốn"
        )

    return {
        "a measurement": ("page Công trình", measure),
        "a gift": ("page Huy động", give),
        "land handed over": ("page Huy động", hand_over),
        "the same": ("page Công trình", hand_over),
        "an answer": ("page Vướng mắc", answer),
        "a promise": ("page Vướng mắc", promise_more),
    }


def _touch_and_read(database: Database, page: str) -> Measurements:
    commune.touch(database)
    return _read(database, page)


def _act_and_read(database: Database, act: Callable[[Session], object], page: str) -> Measurements:
    with database.write("Ghi", "Nguyễn Văn Đo", commune.AT) as session:
        act(session)
    return _read(database, page)


def _read(database: Database, page: str) -> Measurements:
    gc.collect()
    with database.read() as session:
        return {"ms": seconds(lambda: PAGES[page](session)) * 1e3}


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
