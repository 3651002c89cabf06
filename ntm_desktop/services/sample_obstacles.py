"""What held a sample commune back, told day by day: ``resources/samples/<commune>-obstacles.json``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from ntm_desktop.db.session import Session
from ntm_desktop.domain.obstacles import EventKind, Level
from ntm_desktop.services import obstacles, people, works
from ntm_desktop.services.sample_story import Doing, Story, day_of_story, name_of


def doings(story: Story, *, commune: Story) -> Iterator[Doing]:
    """``commune``: the story of the commune itself, which knows its people."""
    by = name_of(commune, "works")
    for one in story["obstacles"]:
        act = partial(_add, one=one, person=name_of(commune, one["person"]))
        yield Doing(day_of_story(one["since"]), by, f"Thêm vướng mắc {one['what']}", act)
        for row in one["events"]:
            event = partial(_event, what=one["what"], row=row)
            yield Doing(day_of_story(row[1]), by, f"Ghi diễn biến vướng mắc {one['what']}", event)


def _add(session: Session, *, one: Story, person: str) -> None:
    on = day_of_story(one["since"])
    obstacles.save(
        session,
        what=one["what"],
        since=on,
        today=on,
        level=Level(one["level"]),
        authority=one["authority"],
        work_uid=works.uid_named(session, name=one["work"]) if one["work"] else None,
        criterion=one["criterion"],
        person_uid=next(view.uid for view in people.list_people(session) if view.name == person),
        proposal=one["proposal"],
    )


def _event(session: Session, *, what: str, row: list[Any]) -> None:
    kind, day, due, document, note = row
    on = day_of_story(day)
    obstacles.record_event(
        session,
        uid=next(view.uid for view in obstacles.table(session, on=on).rows if view.what == what),
        event=EventKind(kind),
        on=on,
        today=on,
        due=day_of_story(due) if due else None,
        document=document,
        note=note,
    )
