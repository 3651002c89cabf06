"""What held a sample commune back, told day by day: ``resources/samples/<commune>-obstacles.json``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from ntm_desktop.db.session import Session
from ntm_desktop.domain.capital import Source
from ntm_desktop.domain.obstacles import EventKind, Level
from ntm_desktop.services import commitments, contractors, obstacles, people, works
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

    for one in story["commitments"]:
        first, *later = one["amounts"]
        name = f"cam kết vốn của {one['promiser']}"
        act = partial(_promise, one=one, row=first)
        yield Doing(day_of_story(first[0]), by, f"Thêm {name}", act)
        for row in later:
            act = partial(_change, one=one, row=row)
            yield Doing(day_of_story(row[0]), by, f"Thay đổi {name}", act)
    for one in story["letters"]:
        to = one["contractor"]
        act = partial(_letter, one=one, answered=False)
        yield Doing(day_of_story(one["sent"]), by, f"Ghi công văn đôn đốc {to}", act)
        act = partial(_letter, one=one, answered=True)
        yield Doing(day_of_story(one["answered"]), by, f"Ghi trả lời của {to}", act)


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


def _promise(session: Session, *, one: Story, row: list[Any]) -> None:
    day, amount, _number, _reason = row
    on = day_of_story(day)
    commitments.save(
        session,
        promiser=one["promiser"],
        amount=amount,
        on=on,
        source=Source(one["source"]),
        year=one["year"],
        due=day_of_story(one["due"]),
        today=on,
        work_uid=works.uid_named(session, name=one["work"]) if one["work"] else None,
        document=one["document"],
        note=one["note"],
    )


def _change(session: Session, *, one: Story, row: list[Any]) -> None:
    day, amount, number, reason = row
    on = day_of_story(day)
    known = commitments.table(session, on=on).rows
    uid = next(view.uid for view in known if view.number == one["document"])
    commitments.change_amount(
        session, uid=uid, amount=amount, on=on, today=on, reason=reason, document=number
    )


def _letter(session: Session, *, one: Story, answered: bool) -> None:
    day = day_of_story(one["answered"] if answered else one["sent"])
    rows = contractors.table(session, on=day)
    builder = next(row for row in rows if row.name == one["contractor"])
    sent = next((letter.uid for letter in builder.letters if letter.number == one["number"]), None)
    contractors.save_letter(
        session,
        uid=sent,
        contractor_uid=builder.uid,
        number=one["number"],
        sent=day_of_story(one["sent"]),
        content=one["content"],
        works=[works.uid_named(session, name=name) for name in one["works"]],
        today=day,
        asked=day_of_story(one["asked"]),
        answered=day if answered else None,
        answer=one["answer"] if answered else "",
    )
