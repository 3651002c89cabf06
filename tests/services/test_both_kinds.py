"""The same rows on a server say the same as in a file: whatever a service reads, value by value."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from desks import Server, Shared, copied
from office import AT, LEAD, TODAY, record

from ntm_desktop.db import chain
from ntm_desktop.db.engine import Database, Session
from ntm_desktop.db.past import past
from ntm_desktop.errors import NtmError
from ntm_desktop.services import (
    assignments,
    clearance,
    commitments,
    commune,
    communes,
    comparison,
    consultation,
    contractors,
    contributions,
    criteria_sets,
    digests,
    dossier,
    dossier_papers,
    dossier_readiness,
    evidence,
    exchange,
    forecasts,
    form_settings,
    freezing,
    goals,
    grounds,
    history,
    households,
    indicators,
    judged,
    narratives,
    obstacles,
    official_documents,
    overview,
    people,
    plans,
    print_check,
    recognition,
    registers,
    remarks,
    reports,
    resources,
    responsibilities,
    search,
    status,
    targets,
    thresholds,
    unit_prices,
    work_contracts,
    work_diary,
    work_documents,
    work_entries,
    work_facts,
    workplace,
    works,
    year_review,
)
from ntm_desktop.services.known_works import known_works
from ntm_desktop.services.report_kinds import Option, Wanted

DAYS = (TODAY, TODAY - timedelta(days=200), date(2022, 3, 1))
Read = Callable[[Session], object]


def _set(session: Session) -> str:
    return str(goals.current(session, on=TODAY).set_id)


def _told(read: Callable[[], object]) -> object:
    """What a service says, also when it refuses."""
    try:
        return read()
    except NtmError as error:
        return (error.message, error.problems)


def _of_works(read: Callable[..., object]) -> Read:
    def read_all(session: Session) -> object:
        return [read(session, uid=row.uid, on=TODAY) for row in works.table(session, on=TODAY).rows]

    return read_all


def _indicators(session: Session) -> Iterator[object]:
    for indicator in criteria_sets.load(session, set_id=_set(session)).indicators():
        for on in DAYS:
            yield indicators.detail(session, code=indicator.code, on=on)


def _wanted(session: Session, option: Option | None) -> Iterator[Wanted]:
    choices: Mapping[Option, list[str]] = {
        Option.CONTRACTOR: sorted(contractors.names(session).values()),
        Option.PROMISER: sorted({row.promiser for row in commitments.table(session, on=TODAY).rows}),
        Option.WORK: [row.name for row in works.table(session, on=TODAY).rows],
        Option.SUBJECT: [one.name for one in people.list_people(session)],
    }
    yield Wanted(TODAY, TODAY, LEAD)
    if option in choices:
        yield from (Wanted(TODAY, TODAY, LEAD, **{option.value: one}) for one in choices[option])


def _reports(session: Session) -> Iterator[object]:
    for report in reports.REPORTS.values():
        for option in report.options or (None,):
            for wanted in _wanted(session, option):
                yield (
                    report.name,
                    _told(
                        lambda r=report, w=wanted: reports.collect(session, report=r, wanted=w)  # type: ignore[misc]
                    ),
                )


def _history(session: Session) -> Iterator[object]:
    rows = history.entries(session, limit=10_000)
    yield rows
    yield from (history.entry(session, seq=row.seq) for row in rows)
    yield history.entries(session, limit=50, text="cong trinh")
    yield history.next_to_undo(session), history.newest_step(session), chain.head(session)


def _searches(session: Session) -> Iterator[object]:
    for words in ("đường", "thon", "2.1", "Cao", "nha van hoa", "quyết định"):
        yield search.search(session, text=words, on=TODAY)


def _registers(session: Session) -> Iterator[object]:
    known = known_works(session)
    for book in (registers.WORKS, registers.CONTRIBUTIONS, registers.PLOTS):
        for kind in book.kinds:
            yield kind.own_form(session), kind.values(session, TODAY, known)


def _years_ago(session: Session) -> Iterator[object]:
    last = history.entries(session, limit=1)[0].seq
    with past(session) as copy:
        for seq in (last - 1, last // 2, last // 4):
            before = copy.back_to(seq)
            yield (
                works.table(before, on=TODAY),
                commune.load(before),
                freezing.root(before, on=TODAY),
            )


READ: Mapping[str, Read] = {
    "status": lambda s: [status.status(s, on=day) for day in DAYS],
    "overview": lambda s: [overview.load(s, today=TODAY, on=day) for day in DAYS],
    "indicators": lambda s: [indicators.table(s, on=day) for day in DAYS],
    "each indicator": lambda s: list(_indicators(s)),
    "judging": lambda s: [judged.judge_on(s, on=day) for day in DAYS],
    "targets": lambda s: [targets.table(s, on=day) for day in DAYS],
    "works": lambda s: [works.table(s, on=day) for day in DAYS],
    "each work": _of_works(works.view),
    "choices for works": lambda s: [works.choices(s, on=day) for day in DAYS],
    "diaries": _of_works(work_diary.diary),
    "documents of works": _of_works(work_documents.documents),
    "contracts of works": _of_works(work_contracts.papers),
    "entries of works": _of_works(work_entries.entries),
    "facts of works": lambda s: (work_facts.gather(s), work_facts.movements(s), work_facts.promises(s)),
    "mobilise": lambda s: [(clearance.table(s, on=d), contributions.table(s, on=d)) for d in DAYS],
    "resources": lambda s: [(resources.by_origin(s, on=d), resources.yearly(s, on=d)) for d in DAYS],
    "prices and households": lambda s: (unit_prices.list_prices(s), households.list_households(s)),
    "obstacles": lambda s: [obstacles.table(s, on=day) for day in DAYS],
    "commitments": lambda s: [commitments.table(s, on=day) for day in DAYS],
    "contractors": lambda s: [(contractors.table(s, on=d), contractors.letters(s, on=d)) for d in DAYS],
    "assignments": lambda s: [(assignments.table(s, on=d), assignments.lapses(s, on=d)) for d in DAYS],
    "responsibilities": lambda s: [responsibilities.list_responsibilities(s, on=day) for day in DAYS],
    "reviews": lambda s: [year_review.review(s, year=year, on=TODAY) for year in (2019, 2020, 2021)],
    "plans": lambda s: plans.list_plans(s, set_id=_set(s), on=TODAY, with_done=True),
    "forecasts": lambda s: forecasts.awaited_on(s, set_id=_set(s), on=TODAY),
    "consultation": lambda s: [consultation.view(s, on=day) for day in DAYS],
    "readiness": lambda s: [dossier_readiness.readiness(s, on=day) for day in DAYS],
    "papers": lambda s: [dossier_papers.papers(s, on=day) for day in DAYS],
    "dossier": lambda s: [
        _told(lambda d=d: dossier.collect(s, on=d, today=TODAY, draft=True))
        for d in DAYS  # type: ignore[misc]
    ],
    "prints": lambda s: (dossier.register_list(s), print_check.known_prints(s)),
    "comparison": lambda s: _told(lambda: comparison.compare(s, then=1, now=0, on=TODAY)),
    "settings of forms": lambda s: [
        (form_settings.settings(s, on=d), thresholds.thresholds(s, on=d)) for d in DAYS
    ],
    "narratives": lambda s: narratives.written_parts(s, goal=goals.current(s, on=TODAY)),
    "grounds": lambda s: [_told(lambda d=d: grounds.grounds_on(s, on=d)) for d in DAYS],  # type: ignore[misc]
    "recognition": lambda s: [recognition.checklist(s, on=day) for day in DAYS],
    "evidence": lambda s: (
        evidence.list_evidence(s, set_id=_set(s)),
        evidence.counts(s, set_id=_set(s), on=TODAY),
        evidence.outdated_counts(s, set_id=_set(s), on=DAYS[2]),
        evidence.lost(s, set_id=_set(s), on=TODAY),
    ),
    "commune": lambda s: (
        commune.load(s),
        commune.list_hamlets(s),
        people.list_people(s),
        goals.list_goals(s),
    ),
    "official documents": official_documents.list_documents,
    "history": lambda s: list(_history(s)),
    "freeze": lambda s: freezing.root(s, on=TODAY),
    "earlier data": lambda s: list(_years_ago(s)),
    "search": lambda s: list(_searches(s)),
    "reports": lambda s: list(_reports(s)),
    "registers": lambda s: list(_registers(s)),
    "exchange": lambda s: (
        exchange.view(s),
        remarks.list_remarks(s, on=TODAY),
        communes.overview(s, on=TODAY),
    ),
    "digest": lambda s: digests.make(s, on=TODAY),
    "warnings": lambda s: workplace.warnings(s, now=AT),
}


@pytest.fixture(scope="module")
def in_a_file(sample_original: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    folder = tmp_path_factory.mktemp("tệp") / "Yên Hóa"
    shutil.copytree(sample_original, folder)
    with Database.open(folder) as database:
        with database.write(dossier.print_action(dossier.Way.PDF), LEAD, AT) as session:
            data = dossier.collect(session, on=TODAY, today=TODAY, draft=True)
            dossier.register(session, data=data, printed=session.files.put_bytes(b"%PDF"), pages=3)
        record(database, "6.1", "dat", reason="Ghi lại")
        yield database


@pytest.fixture(scope="module")
def on_a_server(
    in_a_file: Database, postgresql: Server, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Database]:
    shared = Shared(postgresql.url(postgresql.fresh()), tmp_path_factory.mktemp("máy chủ"))
    shared.create().close()
    with copied(in_a_file, shared) as database:
        yield database


def _plain(value: object) -> object:
    """All that it says, types too, as 5 is not Decimal("5"); a mapping has no order."""
    if is_dataclass(value) and not isinstance(value, type):
        return type(value).__name__, [(one.name, _plain(getattr(value, one.name))) for one in fields(value)]
    if isinstance(value, Mapping):
        return {repr(key): _plain(one) for key, one in value.items()}
    if isinstance(value, Path):
        return value.name
    if isinstance(value, set | frozenset):
        return sorted(map(repr, value))
    if isinstance(value, list | tuple | Iterator):
        return [_plain(one) for one in value]
    return repr(value)


def _found(database: Database, read: Read) -> object:
    with database.read() as session:
        return _plain(read(session))


def _first_difference(here: object, there: object, at: str = "") -> str:
    if isinstance(here, dict) and isinstance(there, dict) and here.keys() == there.keys():
        pairs = [(key, here[key], there[key]) for key in here]
    elif isinstance(here, list | tuple) and isinstance(there, list | tuple) and len(here) == len(there):
        pairs = [(str(n), *pair) for n, pair in enumerate(zip(here, there, strict=True))]
    else:
        return f"{at}: {here!r:.300} in the file, {there!r:.300} on the server"
    return next(
        _first_difference(ours, theirs, f"{at}/{key}") for key, ours, theirs in pairs if ours != theirs
    )


@pytest.mark.parametrize("what", READ)
def test_a_service_says_the_same(in_a_file: Database, on_a_server: Database, what: str) -> None:
    here, there = (_found(database, READ[what]) for database in (in_a_file, on_a_server))
    assert len(repr(here)) > 60
    if here != there:  # megabytes, in which nobody finds a difference
        pytest.fail(_first_difference(here, there))
