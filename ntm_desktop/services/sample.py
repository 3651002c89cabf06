"""The sample communes: real names, invented figures, told day by day through the same services.

Each day's doings are dated 08:00 of that day and every ``uid`` comes from the sample's name and its turn, so
two runs make equal rows. The stories themselves are data: ``resources/samples``.
"""

from __future__ import annotations

import json
import tempfile
import uuid
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from ntm_desktop import settings
from ntm_desktop.db.engine import Database
from ntm_desktop.errors import NtmError
from ntm_desktop.paths import resource
from ntm_desktop.services import (
    files,
    plot_sheet,
    registers,
    sample_consultation,
    sample_files,
    sample_mobilise,
    sample_obstacles,
    sample_works,
    workplace,
)
from ntm_desktop.services.files import IncomingFile
from ntm_desktop.services.sample_story import Story, doings, name_of
from ntm_desktop.settings import Settings
from ntm_desktop.text import OFFICE

STORY_DAY = "2021-06-30"  # the window of a sample shows this day: four criteria to go, half a year left
COMMUNES = ("yen-hoa", "thai-thuy", "dong-hoa", "son-loc", "quang-dong", "xa-a", "xa-b")

_NAMES = uuid.UUID("5b0d2f0e-6f7c-5a3e-9a51-0e8a5f6f2c11")


def make(folder: Path, *, commune: str = COMMUNES[0]) -> None:
    """Creates the sample's data folder, whole or not at all; a folder that already has data is refused."""
    if commune not in COMMUNES:
        raise NtmError(f"Không có xã mẫu “{commune}”. Chọn một trong: {', '.join(COMMUNES)}.")
    story = _story(commune)
    built = resource("samples", f"{commune}-works.json")
    mobilised = resource("samples", f"{commune}-mobilise.json")
    held_up = resource("samples", f"{commune}-obstacles.json")
    consulted = resource("samples", f"{commune}-consultation.json")
    uids = _uids(commune)
    with workplace.built_beside(folder) as building:
        _create(building, story, uids)
        with (
            Database.open(building, uids=uids) as database,
            tempfile.TemporaryDirectory(prefix="ntm-") as temporary,
        ):
            stored = _take_in_evidence(database, story, Path(temporary))
            told = list(doings(story, stored))
            if built.is_file():
                of_works: Story = json.loads(built.read_text(encoding="utf-8"))
                photos = _take_in_photos(database, of_works, Path(temporary))
                told += sample_works.doings(
                    of_works,
                    commune=story,
                    photos=photos,
                    set_id=story["goals"][0]["set_id"],
                    by=name_of(story, "works"),
                )
            if held_up.is_file():
                of_obstacles: Story = json.loads(held_up.read_text(encoding="utf-8"))
                told += sample_obstacles.doings(of_obstacles, commune=story)
            if mobilised.is_file():
                of_people: Story = json.loads(mobilised.read_text(encoding="utf-8"))
                told += sample_mobilise.doings(of_people, commune=story)
            if consulted.is_file():
                of_consultation: Story = json.loads(consulted.read_text(encoding="utf-8"))
                told += sample_consultation.doings(of_consultation, of_commune=story)
            for doing in sorted(told, key=lambda doing: doing.day):
                with database.write(doing.action, doing.by, _morning(doing.day)) as session:
                    doing.act(session)
        settings.save(Settings(story_day=STORY_DAY), building)
        _leave_old_list(folder, commune)


def _story(name: str) -> Story:
    """Some communes are told as another one with differences: ``base``."""
    told: dict[str, Any] = json.loads(resource("samples", f"{name}.json").read_text(encoding="utf-8"))
    if "base" not in told:
        return told
    base = dict(_story(told.pop("base")))
    names, facts = told.pop("names"), told.pop("facts")
    people = [one | {"name": names.get(one["key"], one["name"])} for one in base["people"]]
    days = [one | {"facts": one["facts"] | facts.get(one["on"], {})} for one in base["story"]]
    place, other = told["commune"]["place"], base["commune"]["place"]
    documents = [one | {"title": one["title"].replace(other, place)} for one in base["documents"]]
    return base | told | {"people": people, "story": days, "documents": documents}


def _leave_old_list(folder: Path, name: str) -> None:
    """A list of households in the old code beside the data, to try an import with."""
    told = resource("samples", f"{name}-old-list.json")
    if told.is_file():
        of: Story = json.loads(told.read_text(encoding="utf-8"))
        content = sample_files.old_list(of["heads"], of["rows"], plot_sheet.FORM.title)
        registers.save(folder / of["file"], content)


def _uids(name: str) -> Callable[[], str]:
    turn = iter(range(1_000_000))
    return lambda: str(uuid.uuid5(_NAMES, f"{name}/{next(turn)}"))


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(8), OFFICE).astimezone(UTC)


def _create(folder: Path, story: Story, uids: Callable[[], str]) -> None:
    unit, goal = story["commune"], story["goals"][0]
    workplace.found(
        folder,
        commune=workplace.NewCommune(
            name=unit["name"],
            province=unit["province"],
            district=unit["district"],
            code=unit["code"],
            provisional=True,
            place=unit["place"],
            region=unit["region"],
            schools=unit["schools"],
            illustrative=True,
        ),
        goal=workplace.NewGoal(
            set_id=goal["set_id"],
            year=goal["year"],
            profile=goal["profile"],
            valid_from=date.fromisoformat(goal["valid_from"]),
            profile_ground=goal["profile_ground"],
            regime=goal["regime"],
            deadline=date.fromisoformat(goal["deadline"]),
        ),
        at=_morning(date.fromisoformat(goal["valid_from"])),
        by=name_of(story, "lead"),
        uids=uids,
    )


def _take_in_evidence(database: Database, story: Story, temporary: Path) -> Mapping[str, IncomingFile]:
    stored = {}
    for item in story["evidence"]:
        path = sample_files.write_file(
            temporary,
            title=item["title"],
            kind=item["type"],
            pages=item["pages"],
            commune=story["commune"]["name"],
        )
        stored[item["title"]] = files.take_in(database.files, path)
    return stored


def _take_in_photos(database: Database, of_works: Story, temporary: Path) -> Mapping[str, IncomingFile]:
    return {
        title: files.take_in(
            database.files, sample_files.write_site_photo(temporary, title=title, building=building)
        )
        for title, building in sample_works.photo_titles(of_works)
    }
