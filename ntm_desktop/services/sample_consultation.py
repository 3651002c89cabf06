"""How far a sample commune got with asking its people: ``resources/samples/<commune>-consultation.json``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ntm_desktop.db.session import Session
from ntm_desktop.domain.consultation import Accepted, Attendee, Giver, OpinionForm
from ntm_desktop.services import (
    commune,
    consultation,
    consultation_meeting,
    consultation_survey,
    goals,
)
from ntm_desktop.services.consultation_survey import QuestionEntry
from ntm_desktop.services.sample_story import Doing, Story, day_of_story, name_of


def doings(story: Story, *, of_commune: Story) -> Iterator[Doing]:
    """``of_commune``: the story of the commune itself, which knows its people."""
    by = name_of(of_commune, "lead")
    for one in story["publications"]:
        act = partial(_post, one=one)
        yield Doing(day_of_story(one["on"]), by, f"Ghi niêm yết tại {one['place']}", act)
    for one in story["broadcasts"]:
        yield Doing(day_of_story(one["on"]), by, "Ghi lần phát thanh", partial(_broadcast, one=one))
    for one in story["opinions"]:
        yield Doing(day_of_story(one["on"]), by, "Ghi ý kiến tham gia", partial(_opinion, one=one))
    asked = story["questions"]
    yield Doing(day_of_story(asked["on"]), by, "Nhập nội dung phiếu khảo sát", partial(_ask, asked=asked))
    for one in story["surveys"]:
        yield Doing(
            day_of_story(one["on"]), by, f"Nhập phiếu khảo sát thôn {one['hamlet']}", partial(_count, one=one)
        )
    meeting = story["meeting"]
    act = partial(_meet, meeting=meeting, of_commune=of_commune)
    held = "present" in meeting
    doing = "Ghi cuộc họp đề nghị xét, công nhận" if held else "Ghi lịch họp đề nghị xét, công nhận"
    yield Doing(day_of_story(meeting["on"]), by, doing, act)


def _post(session: Session, *, one: Story) -> None:
    consultation.save_publication(
        session,
        place=one["place"],
        first=day_of_story(one["first"]),
        last=day_of_story(one["last"]),
        today=day_of_story(one["on"]),
        note=one["note"],
    )


def _broadcast(session: Session, *, one: Story) -> None:
    on = day_of_story(one["on"])
    consultation.save_broadcast(session, on=on, today=on, note=one["note"])


def _opinion(session: Session, *, one: Story) -> None:
    on = day_of_story(one["on"])
    consultation.save_opinion(
        session,
        giver=Giver(one["giver"]),
        giver_name=one.get("giver_name", ""),
        hamlet_uid=_hamlet(session, one["hamlet"]) if "hamlet" in one else None,
        form=OpinionForm(one["form"]),
        on=on,
        today=on,
        number=one.get("number", ""),
        content=one["content"],
        proposal=one["proposal"],
        reply=one["reply"],
        accepted=Accepted(one["accepted"]) if one["accepted"] else None,
    )


def _ask(session: Session, *, asked: Story) -> None:
    rows = [QuestionEntry(None, title, asks_overall=overall) for title, overall in asked["rows"]]
    consultation_survey.save_questions(session, rows=rows, today=day_of_story(asked["on"]))


def _count(session: Session, *, one: Story) -> None:
    on = day_of_story(one["on"])
    goal = goals.current(session, on=on)
    asked = [
        question.uid
        for question in consultation_survey.questions(session, goal_uid=goal.uid)
        if not question.asks_overall
    ]
    households, issued, returned, valid, satisfied = one["counts"]
    consultation_survey.save_survey(
        session,
        hamlet_uid=_hamlet(session, one["hamlet"]),
        on=on,
        today=on,
        households=households,
        issued=issued,
        returned=returned,
        valid=valid,
        satisfied=satisfied,
        answers=dict(zip(asked, one["answers"], strict=True)),
        collector=one["collector"],
    )


def _meet(session: Session, *, meeting: Story, of_commune: Story) -> None:
    """How it went, where the story tells that; else what is planned."""
    chair, clerk = (
        next(person for person in of_commune["people"] if person["key"] == key) for key in ("chair", "lead")
    )
    today = day_of_story(meeting["on"])
    consultation_meeting.save_meeting(
        session,
        on=day_of_story(meeting["day"]),
        today=today,
        begins=meeting["begins"],
        ends=meeting.get("ends", ""),
        place=meeting["place"],
        chair=chair["name"],
        chair_post=f"{chair['post']} UBND xã",
        secretary=clerk["name"],
        secretary_post=clerk["post"],
        invited=meeting["invited"],
        present=meeting.get("present", 0),
        agreed=meeting.get("agreed", 0),
        discussion=meeting.get("discussion", ""),
        copies_kept=meeting["copies_kept"],
        copies_sent=meeting["copies_sent"],
    )
    if came := meeting.get("attendees"):
        consultation_meeting.save_attendees(
            session, rows=[Attendee(name, post) for name, post in came], today=today
        )


def _hamlet(session: Session, name: str) -> str:
    return str(next(one.uid for one in commune.list_hamlets(session) if one.name == name))
