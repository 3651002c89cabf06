"""What the pages of a commune show, at home and at the authority that took its package: value by value.

What cannot be the same is named where it is left out: households with their gifts and plots, the rating of
people, who did what, and what is of the PC itself.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import grown_commune
import pytest
from exchanging import AT, ON, Side, made, new_authority, pinned, submitted, taken

from ntm_desktop.db.engine import Database, Session, live
from ntm_desktop.db.models import metadata
from ntm_desktop.db.models import work_money as money_table
from ntm_desktop.services import (
    assignments,
    clearance,
    commitments,
    commune,
    consultation,
    contractors,
    contributions,
    dossier,
    dossier_readiness,
    evidence,
    goals,
    indicators,
    judged,
    obstacles,
    official_documents,
    overview,
    people,
    plans,
    recognition,
    remarks,
    reports,
    resources,
    responsibilities,
    search,
    status,
    targets,
    thresholds,
    work_contracts,
    work_diary,
    work_documents,
    work_money,
    works,
    year_review,
)
from ntm_desktop.services.report_kinds import Wanted
from ntm_desktop.services.works import WorkView

Read = Callable[[Session], Any]
SET = "xa-ntm-2016-2020"
AT_HOME = ("household", "contribution", "plot")


def of_indicators(session: Session) -> Any:
    found = indicators.table(session, on=ON)
    codes = [row.code for criterion in found.criteria for row in criterion.indicators]
    assert len(codes) > 40
    return found, {code: indicators.detail(session, code=code, on=ON) for code in codes}


def without_plots(one: WorkView) -> WorkView:
    """Plots are those of households; how much land waits for whom is known without them."""
    return replace(one, plots=())


def of_works(session: Session) -> Any:
    """The register, and all that the pages of a single work show."""
    found = works.table(session, on=ON)
    assert len(found.rows) > 3
    return replace(found, rows=tuple(map(without_plots, found.rows))), {
        row.name: (
            without_plots(works.view(session, uid=row.uid, on=ON)),
            work_diary.diary(session, uid=row.uid, on=ON),
            work_contracts.papers(session, uid=row.uid, on=ON),
            work_documents.documents(session, uid=row.uid, on=ON),
            work_money.contracts_of(session, uid=row.uid),
            obstacles.open_of(session, work_uid=row.uid, on=ON),
        )
        for row in found.rows
    }


def of_mobilised(session: Session) -> Any:
    """Sums alone travel: households, gifts and plots stay at home."""
    given, land = contributions.table(session, on=ON), clearance.table(session, on=ON)
    return given.totals, given.by_hamlet(), given.by_work(), land.totals


def of_searches(session: Session) -> Any:
    """What leads to a household or a gift is the commune's alone; no other hit differs."""
    words = ("đường", "trường", "nước", "thôn", "2.1", "Minh Hóa", "nghiệm thu", "tiêu chí")
    found = {text: search.search(session, text=text, on=ON, limit=5_000) for text in words}
    return {text: [hit for hit in hits if hit.kind not in AT_HOME] for text, hits in found.items()}


def of_overview(session: Session) -> Any:
    """What can be undone, backups, and whether the clock goes right by the history, are of the PC; which
    households to visit for their land is the commune's."""
    found = overview.load(session, today=ON, on=ON, now=AT, last_backup=AT)
    warnings = tuple(one for one in found.warnings if "Đồng hồ máy" not in one.sentence)
    todos = tuple(one for one in found.todos if not one.key.startswith(("land", "backup")))
    return replace(found, undoable="", warnings=warnings, todos=todos)


def of_year(session: Session) -> Any:
    """How people are rated stays at home, the figures that it rests on do not."""
    found = year_review.review(session, year=2021, on=ON)
    return replace(found, people=tuple(replace(row, changed=None, reason="") for row in found.people))


def of_dossier(session: Session) -> Any:
    """All that the dossier says; where a picture lies, and the end of the history, are of the PC."""
    data = replace(dossier.collect(session, on=ON, today=ON, draft=True), head="")
    assert len(data.criteria) == 19
    return named_only(data)


def named_only(value: Any) -> Any:
    """With files by their names alone."""
    if isinstance(value, Path):
        return value.name
    if is_dataclass(value):
        return type(value), {one.name: named_only(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Mapping):
        return {key: named_only(one) for key, one in value.items()}
    return [named_only(one) for one in value] if isinstance(value, (list, tuple)) else value


def of_reports(session: Session) -> Any:
    """Those of which every line may be told; of the month and the quarter the list of plots stays home, and
    a gift that was withdrawn since is in no sum of the months before."""
    told: dict[str, Any] = {}
    for name in REPORTS_OF_ALL:
        told[name] = reports.collect(session, report=reports.find(name), wanted=Wanted(on=ON, today=ON))
    for name in ("thang", "quy"):
        made_of = reports.collect(session, report=reports.find(name), wanted=Wanted(on=ON, today=ON))
        told[name] = made_of.sheets[1:5]
        assert "thửa" in repr(made_of.sheets[5])
    return told


REPORTS_OF_ALL = (
    "danh-muc", "tien-do", "von", "no-dong", "nguon-luc", "vuong-mac", "cam-ket-von", "phan-cong",
    "thong-bao-phan-cong", "nhiem-vu", "tai-cong-nhan",
)  # fmt: skip
PAGES: dict[str, Read] = {
    "dossier": of_dossier,
    "reports": of_reports,
    "status": lambda session: status.status(session, on=ON),
    "doubts": lambda session: status.doubts(session, on=ON),
    "overview": of_overview,
    "judged": lambda session: judged.judge_on(session, on=ON).standing,
    "overrides": lambda session: judged.list_overrides(session, set_id=SET),
    "confirmations": lambda session: judged.list_confirmations(session, set_id=SET),
    "indicators": of_indicators,
    "evidence": lambda session: evidence.list_evidence(session, set_id=SET),
    "lost evidence": lambda session: evidence.lost(session, set_id=SET, on=ON),
    "works": of_works,
    "works serving": lambda session: {
        code: tuple(map(without_plots, rows))
        for code, rows in works.serving(session, set_id=SET, on=ON).items()
    },
    "contractors": lambda session: (
        contractors.table(session, on=ON),
        contractors.letters(session, on=ON),
        work_money.contractors(session),
    ),
    "mobilise": of_mobilised,
    "resources": lambda session: (
        resources.by_origin(session, on=ON),
        resources.yearly(session, on=ON),
        resources.resource_facts(session, on=ON),
    ),
    "obstacles": lambda session: obstacles.table(session, on=ON),
    "commitments": lambda session: commitments.table(session, on=ON),
    "assignments": lambda session: (assignments.table(session, on=ON), assignments.lapses(session, on=ON)),
    "responsibilities": lambda session: responsibilities.list_responsibilities(session, on=ON),
    "plans": lambda session: plans.list_plans(session, set_id=SET, on=ON, with_done=True),
    "consultation": lambda session: consultation.view(session, on=ON),
    "recognition": lambda session: recognition.checklist(session, on=ON),
    "readiness": lambda session: dossier_readiness.readiness(session, on=ON, today=ON),
    "documents": official_documents.list_documents,
    "targets": lambda session: targets.table(session, on=ON),
    "thresholds": lambda session: thresholds.thresholds(session, on=ON),
    "commune": lambda session: (commune.load(session), commune.list_hamlets(session)),
    "goals": lambda session: (goals.list_goals(session), goals.current(session, on=ON)),
    "people": lambda session: (people.list_people(session, on=ON), people.list_signers(session, on=ON)),
    "year review": of_year,
    "search": of_searches,
    "remarks": lambda session: remarks.list_remarks(session, on=ON),
}


def exchanged(original: Path, folder: Path, grown: Callable[[Database], None]) -> tuple[Side, Side]:
    shutil.copytree(original, folder / "xã")
    database = Database.open(folder / "xã")
    grown(database)
    side, authority = made(database), new_authority(folder / "huyện")
    pinned(side, authority)
    taken(authority, submitted(side, folder))
    return side, authority


def as_it_is(_database: Database) -> None:
    pass


GROWN = {"sample": as_it_is, "ten years": grown_commune.grow}


@pytest.fixture(scope="module", params=GROWN)
def both(
    sample_original: Path, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[tuple[Database, Database]]:
    sides = exchanged(sample_original, tmp_path_factory.mktemp("hai bên"), GROWN[request.param])
    side, authority = (one.database for one in sides)
    yield side, authority
    side.close()
    authority.close()


@pytest.mark.parametrize("page", PAGES)
def test_the_authority_reads_what_the_commune_reads(both: tuple[Database, Database], page: str) -> None:
    ours, theirs = both
    with ours.read() as own, theirs.read(of=ours.unit) as other:
        assert PAGES[page](other) == PAGES[page](own)


def test_ten_years_are_ten_times_as_much(
    both: tuple[Database, Database], request: pytest.FixtureRequest
) -> None:
    with both[1].read(of=both[0].unit) as session:
        found = works.table(session, on=ON).rows
        years = {row["year"] for row in session.rows(live(money_table, session))}
    is_grown = "ten years" in request.node.callspec.id
    assert len(found) == (60 if is_grown else 6)
    assert (min(years) <= 2012) is is_grown


STAYS_AT_HOME = {
    "clearance", "clearance_event", "contribution", "contribution_withdrawal", "dossier", "freeze",
    "ground_confirmation", "household", "unit_price", "year_rating",
}  # fmt: skip
"""Of the tables that the commune writes; each other one goes over whole."""
DERIVED = {"clearance_total", "contribution_total"}


def test_every_column_of_every_table_arrives(sample_original: Path, tmp_path: Path) -> None:
    """Also of those of which the sample has no row. Read past all that the program reads with."""
    side, authority = exchanged(sample_original, tmp_path, grown_commune.fill)
    unit = side.database.unit
    own = {table for table in metadata.sorted_tables if table.info.get("owner") == "unit"}
    for table in sorted(own, key=lambda one: str(one.name)):
        asked = f"SELECT * FROM {table.name} WHERE deleted = 0 AND commune_id = ? ORDER BY uid"
        with side.database.read() as session, authority.database.read(of=unit) as other:
            here = session.connection.exec_driver_sql(asked, (unit,)).mappings().all()
            there = other.connection.exec_driver_sql(asked, (unit,)).mappings().all()
        if table.name in STAYS_AT_HOME:
            assert there == [], table.name
        elif table.name in DERIVED:
            assert there, table.name
        else:
            assert there == here, table.name
            for column in grown_commune.columns_of(table):
                assert column.name == "internal" or any(row[column.name] for row in there), column
    side.database.close()
    authority.database.close()


def test_what_stays_at_home_is_not_there(both: tuple[Database, Database]) -> None:
    ours, theirs = both
    with ours.read() as own, theirs.read(of=ours.unit) as other:
        for read in (contributions.table, clearance.table):
            assert read(own, on=ON).rows
            assert read(other, on=ON).rows == ()
        found = [hit.kind for hit in search.search(other, text="thôn", on=ON, limit=200)]
        assert not set(found) & set(AT_HOME)
