"""What a sample's story file says was done, as dated doings for ``services.sample`` to carry out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from ntm_desktop.db.session import Session
from ntm_desktop.domain.rating import Rating, SubjectKind
from ntm_desktop.packs.criteria import load_builtin
from ntm_desktop.paths import resource
from ntm_desktop.services import (
    assessments,
    commune,
    dossier,
    evidence,
    goals,
    narratives,
    official_documents,
    people,
    plans,
    responsibilities,
    targets,
    year_review,
)
from ntm_desktop.services.commune import HamletView, PredecessorView
from ntm_desktop.services.files import IncomingFile

Story = Mapping[str, Any]
"""The parsed JSON of one commune, or a part of it."""


@dataclass(frozen=True, slots=True)
class Doing:
    day: date
    by: str
    action: str  # as the history shows it
    act: Callable[[Session], object]


def name_of(story: Story, key: str) -> str:
    return str(next(person["name"] for person in story["people"] if person["key"] == key))


def doings(story: Story, stored: Mapping[str, IncomingFile]) -> Iterator[Doing]:
    """Everything after the creation, in no particular order of days. ``stored``: evidence by its title."""
    lead = name_of(story, "lead")
    start = day_of_story(story["goals"][0]["valid_from"])
    yield Doing(start, lead, "Nhập cán bộ", partial(_people, story=story))
    yield Doing(start, lead, "Nhập danh sách thôn", partial(_places, story=story))
    yield Doing(date(2017, 7, 3), lead, "Nhập mức của tỉnh", partial(_targets, story=story))
    for goal in story["goals"][1:]:
        action = f"Đăng ký đạt chuẩn năm {goal['year']}"
        yield Doing(day_of_story(goal["valid_from"]), lead, action, partial(_goal, goal=goal))
    figures = story["figures"]
    yield Doing(
        day_of_story(figures["as_of"]), lead, "Nhập số liệu chung", partial(_figures, figures=figures)
    )
    charge = story["responsibilities"]
    yield Doing(
        day_of_story(charge["on"]), lead, "Phân công phụ trách", partial(_charge, story=story, charge=charge)
    )
    yield Doing(date(2021, 2, 8), lead, "Nhập văn bản", partial(_documents, documents=story["documents"]))
    for chapter in story["story"]:
        act = partial(_record, chapter=chapter)
        yield Doing(day_of_story(chapter["on"]), name_of(story, chapter["by"]), chapter["action"], act)
    for item in story["evidence"]:
        act = partial(_attach, story=story, item=item, stored=stored[item["title"]])
        yield Doing(day_of_story(item["on"]), lead, f"Thêm minh chứng “{item['title']}”", act)
    official = load_builtin(story["goals"][0]["set_id"]).official
    for item in story["plans"]:
        planned = day_of_story(item["on"])
        act = partial(_plan, story=story, item=item, on=planned)
        yield Doing(planned, lead, f"Lập kế hoạch cho chỉ tiêu {official(item['code'])}", act)
        if "done_on" in item:
            act = partial(_close, item=item)
            yield Doing(
                day_of_story(item["done_on"]),
                lead,
                f"Xong kế hoạch cho chỉ tiêu {official(item['code'])}",
                act,
            )
    for item in story.get("ratings", ()):
        name = name_of(story, item["person"])
        act = partial(_rate, story=story, item=item)
        yield Doing(day_of_story(item["on"]), lead, f"Đổi mức đánh giá năm {item['year']} của {name}", act)
    written = story["narratives"]
    yield Doing(
        day_of_story(written["on"]), lead, "Viết lời văn báo cáo", partial(_narratives, written=written)
    )
    if "papers" in story:
        act = partial(_papers, filled=story["papers"])
        yield Doing(day_of_story(story["papers"]["on"]), lead, "Ghi số, ngày, người ký", act)


def day_of_story(text: str) -> date:
    return date.fromisoformat(text)


def _people(session: Session, *, story: Story) -> None:
    for person in story["people"]:
        people.save_person(
            session,
            name=person["name"],
            post=person["post"],
            unit=person["unit"],
            role=person["role"],
            signs=person.get("signs", False),
            from_date=day_of_story(person["from"]) if "from" in person else None,
        )


def _uid_of(session: Session, story: Story, key: str) -> str:
    name = name_of(story, key)
    return next(view.uid for view in people.list_people(session) if view.name == name)


def _places(session: Session, *, story: Story) -> None:
    rows = [HamletView(None, name, households, heads) for name, households, heads in story["hamlets"]]
    commune.save_hamlets(session, rows=rows)
    commune.save_predecessors(
        session,
        rows=[
            PredecessorView(
                uid=None,
                code=row["code"],
                name=row["name"],
                district=row["district"],
                province=row["province"],
                valid_to=day_of_story(row["valid_to"]),
                recognised=row["recognised"],
            )
            for row in story["predecessors"]
        ],
    )


def _targets(session: Session, *, story: Story) -> None:
    targets.import_overlay(session, data=resource("samples", story["overlay"]).read_bytes())
    for row in story["targets"]:
        targets.override(
            session,
            code=row["code"],
            part=row["part"],
            level=row["level"],
            text=row["text"],
            decision=row["decision"],
            decided=day_of_story(row["decided"]),
            on=day_of_story(row["decided"]),
        )


def _goal(session: Session, *, goal: Story) -> None:
    goals.register(
        session,
        set_id=goal["set_id"],
        year=goal["year"],
        profile=goal["profile"],
        profile_ground=goal["profile_ground"],
        regime=goal["regime"],
        valid_from=day_of_story(goal["valid_from"]),
        deadline=day_of_story(goal["deadline"]),
    )


def _figures(session: Session, *, figures: Story) -> None:
    commune.save_figures(
        session, values=figures["values"], as_of=day_of_story(figures["as_of"]), source=figures["source"]
    )


def _charge(session: Session, *, story: Story, charge: Story) -> None:
    for key, codes in charge["by_person"].items():
        for code in codes:
            responsibilities.assign(
                session,
                criterion=code,
                person_uid=_uid_of(session, story, key),
                head_uid=_uid_of(session, story, charge["head"]),
                department=charge["departments"].get(code, ""),
                from_date=day_of_story(charge["on"]),
            )


def _documents(session: Session, *, documents: list[Story]) -> None:
    for row in documents:
        official_documents.save_document(
            session,
            kind=row["kind"],
            number=row["number"],
            issued=day_of_story(row["issued"]),
            issuer=row["issuer"],
            title=row["title"],
            role=row["role"],
        )


def _record(session: Session, *, chapter: Story) -> None:
    day = day_of_story(chapter["on"])
    hamlets = {view.name: view.uid for view in commune.list_hamlets(session)}
    for code, given in chapter["facts"].items():
        texts = given if isinstance(given, dict) else {"v": given}
        assessments.record(
            session,
            code=code,
            texts={_part_key(key, hamlets): text for key, text in texts.items()},
            as_of=day,
            today=day,
            note=chapter.get("notes", {}).get(code, ""),
            reason=chapter.get("reason", ""),
        )
    for code, ground in chapter.get("not_applicable", {}).items():
        assessments.record_not_applicable(session, code=code, ground=ground, as_of=day, today=day)


def _part_key(key: str, hamlets: Mapping[str, str | None]) -> str:
    """The story names hamlets; values are kept by their ``uid``."""
    part, at, hamlet = key.partition("@")
    return f"{part}@{hamlets[hamlet]}" if at else part


def _attach(session: Session, *, story: Story, item: Story, stored: IncomingFile) -> None:
    known = {view.number: view.uid for view in official_documents.list_documents(session)}
    numbers = {row["key"]: row["number"] for row in story["documents"]}
    for code in item["codes"]:
        evidence.attach(
            session,
            stored=stored,
            code=code,
            title=item["title"],
            document_uid=known[numbers[item["document"]]] if item["document"] else None,
            valid_from=day_of_story(item["valid_from"]) if "valid_from" in item else None,
            today=day_of_story(item["on"]),
        )


def _plan(session: Session, *, story: Story, item: Story, on: date) -> None:
    plans.save(
        session,
        code=item["code"],
        on=on,
        cause=item["cause"],
        solution=item["solution"],
        money=item["money"],
        deadline=day_of_story(item["deadline"]),
        person_uid=_uid_of(session, story, item["person"]),
    )
    if item["note"]:
        plans.add_note(session, plan_uid=_open_plan(session, item["code"], on), on=on, note=item["note"])


def _close(session: Session, *, item: Story) -> None:
    done = day_of_story(item["done_on"])
    plans.close(session, plan_uid=_open_plan(session, item["code"], done), done_on=done)


def _rate(session: Session, *, story: Story, item: Story) -> None:
    year_review.decide(
        session,
        year=item["year"],
        kind=SubjectKind.PERSON,
        key=_uid_of(session, story, item["person"]),
        rating=Rating(item["rating"]),
        reason=item["reason"],
        today=day_of_story(item["on"]),
    )


def _open_plan(session: Session, code: str, on: date) -> str:
    set_id = goals.current(session, on=on).set_id
    return next(view.uid for view in plans.list_plans(session, set_id=set_id, on=on) if view.code == code)


def _papers(session: Session, *, filled: Story) -> None:
    for item in filled["items"]:
        dossier.save_paper(
            session,
            form=item["form"],
            on=day_of_story(filled["on"]),
            number=item["number"],
            issued=day_of_story(item["issued"]),
        )


def _narratives(session: Session, *, written: Story) -> None:
    for item in written["items"]:
        narratives.save(
            session, paper=item["paper"], part=item["part"], body=item["body"], on=day_of_story(written["on"])
        )
