"""The consultation of a goal: where the report was posted, what was said about it, and what is still open.

Survey and meeting are written in ``consultation_survey`` and ``consultation_meeting``, figures in
``thresholds``. All are registers: edited in place, the history keeps before and after.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Table

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import insert, remove, update
from ntm_desktop.db.models import broadcast, opinion, paper, publication
from ntm_desktop.db.session import Session, live
from ntm_desktop.domain.consultation import (
    Accepted,
    Broadcast,
    Giver,
    HamletSurvey,
    Meeting,
    Opinion,
    OpinionForm,
    Publication,
    Question,
    Rate,
    Threshold,
    Totals,
    by_question,
    check_past,
    check_posting,
    totals,
)
from ntm_desktop.domain.consultation_breaks import breaks
from ntm_desktop.domain.consulted import Break, Consulted
from ntm_desktop.errors import EntryRefused
from ntm_desktop.packs.forms import load_regime
from ntm_desktop.services import commune, consultation_meeting, consultation_survey, goals
from ntm_desktop.services.commune import HamletView
from ntm_desktop.services.fields import body, line
from ntm_desktop.services.judged import judge_on
from ntm_desktop.services.thresholds import thresholds


@dataclass(frozen=True, slots=True)
class ConsultationView:
    """All that was entered for the goal in force on a day, and what the rules say of it on that day."""

    on: date
    goal_uid: str
    publications: tuple[Publication, ...]
    broadcasts: tuple[Broadcast, ...]
    opinions: tuple[Opinion, ...]
    """By giver, then by day."""
    questions: tuple[Question, ...]
    surveys: tuple[HamletSurvey, ...]
    """In the commune's order of hamlets."""
    hamlets: tuple[HamletView, ...]
    """All of them, in that order."""
    unsurveyed: tuple[HamletView, ...]
    meeting: Meeting | None
    thresholds: tuple[Threshold, ...]
    breaks: tuple[Break, ...]

    @property
    def counted(self) -> tuple[HamletSurvey, ...]:
        """Those whose row is whole: the hamlet is surveyed."""
        return tuple(one for one in self.surveys if one.is_whole)

    @property
    def totals(self) -> Totals:
        return totals(self.surveys)

    @property
    def by_question(self) -> tuple[tuple[Question, Rate], ...]:
        return by_question(self.questions, self.surveys)

    def threshold(self, key: str) -> Threshold | None:
        return next((one for one in self.thresholds if one.key == key), None)


def view(session: Session, *, on: date) -> ConsultationView:
    goal = goals.current(session, on=on)
    regime = load_regime(goal.regime)
    hamlets = commune.list_hamlets(session)
    places = {str(one.uid): one.name for one in hamlets}
    surveys = consultation_survey.surveys(session, goal_uid=goal.uid, places=places)
    counted = {one.hamlet_uid for one in surveys}
    unsurveyed = tuple(one for one in hamlets if one.uid not in counted)
    levels = thresholds(session, on=on)
    publications = _publications(session, goal.uid)
    given = Consulted(
        on=on,
        steps=f"Các bước theo {regime.asking} {regime.name}".replace("  ", " "),
        publications=publications,
        broadcasts=_broadcasts(session, goal.uid),
        opinions=_opinions(session, goal.uid, places),
        questions=consultation_survey.questions(session, goal_uid=goal.uid),
        surveys=surveys,
        unsurveyed=tuple(one.name for one in unsurveyed),
        meeting=consultation_meeting.meeting_of(session, goal_uid=goal.uid),
        thresholds={one.key: one for one in levels},
        papers=_papers(session, goal.uid),
        due=regime.due - _attached(session, goal.uid),
    )
    given = replace(
        given,
        newer=_newer(session, given.dates.first_posting, on),
        after_meeting=_newer(session, given.dates.meeting, on),
    )
    return ConsultationView(
        on=on,
        goal_uid=goal.uid,
        publications=tuple(given.publications),
        broadcasts=tuple(given.broadcasts),
        opinions=tuple(given.opinions),
        questions=tuple(given.questions),
        surveys=surveys,
        hamlets=tuple(hamlets),
        unsurveyed=unsurveyed,
        meeting=given.meeting,
        thresholds=levels,
        breaks=breaks(given),
    )


def save_publication(
    session: Session,
    *,
    place: str,
    first: date,
    last: date,
    today: date,
    note: str = "",
    uid: str | None = None,
) -> Changes:
    """Where the report hangs, from a day to the last day on which it still does; it may be yet to come."""
    _filled("place", place, "Ghi nơi niêm yết, ví dụ Trụ sở UBND xã.")
    check_posting(first, last)
    values = {
        "place": line(place),
        "first_day": first.isoformat(),
        "last_day": last.isoformat(),
        "note": line(note),
    }
    return _put(session, publication, uid, values, today)


def remove_publication(session: Session, *, uid: str) -> Changes:
    return remove(session, publication, [uid])


def save_broadcast(
    session: Session, *, on: date, today: date, note: str = "", uid: str | None = None
) -> Changes:
    """One time that the report was read out; several on one day are several."""
    check_past(on, today, "Lần phát thanh")
    return _put(session, broadcast, uid, {"on_date": on.isoformat(), "note": line(note)}, today)


def remove_broadcast(session: Session, *, uid: str) -> Changes:
    return remove(session, broadcast, [uid])


def save_opinion(
    session: Session,
    *,
    giver: Giver,
    form: OpinionForm,
    on: date,
    today: date,
    content: str,
    giver_name: str = "",
    hamlet_uid: str | None = None,
    number: str = "",
    proposal: str = "",
    reply: str = "",
    accepted: Accepted | None = None,
    uid: str | None = None,
) -> Changes:
    """What one side said, what it proposes, and what the commune makes of that."""
    if giver is Giver.OTHER:
        _filled("giver_name", giver_name, "Ghi tên cơ quan, tổ chức góp ý.")
    check_past(on, today, "Ý kiến")
    _filled("content", content, "Ghi nội dung ý kiến; không có góp ý thì ghi “thống nhất”.")
    if accepted is Accepted.EXPLAINED:
        _filled("reply", reply, "Ghi nội dung giải trình của UBND xã.")
    values = {
        "giver": giver.value,
        "giver_name": line(giver_name),
        "hamlet_uid": hamlet_uid,
        "form": form.value,
        "on_date": on.isoformat(),
        "number": line(number),
        "content": body(content),
        "proposal": body(proposal),
        "reply": body(reply),
        "accepted": accepted.value if accepted else "",
    }
    return _put(session, opinion, uid, values, today)


def remove_opinion(session: Session, *, uid: str) -> Changes:
    return remove(session, opinion, [uid])


def _put(session: Session, table: Table, uid: str | None, values: Mapping[str, Any], today: date) -> Changes:
    if uid is not None:
        return update(session, table, uid, values)
    goal = goals.current(session, on=today)
    return insert(session, table, [{"uid": session.new_uid(), "goal_uid": goal.uid, **values}])


def _filled(field: str, text: str, asked: str) -> None:
    if not line(text):
        raise EntryRefused(field, asked)


def _publications(session: Session, goal_uid: str) -> Sequence[Publication]:
    query = live(publication, session).where(publication.c.goal_uid == goal_uid)
    found = [
        Publication(
            uid=row["uid"],
            place=row["place"],
            first=date.fromisoformat(row["first_day"]),
            last=date.fromisoformat(row["last_day"]),
            note=row["note"],
        )
        for row in session.rows(query)
    ]
    return sorted(found, key=lambda one: (one.first, one.last, one.place, one.uid))


def _broadcasts(session: Session, goal_uid: str) -> Sequence[Broadcast]:
    query = live(broadcast, session).where(broadcast.c.goal_uid == goal_uid)
    found = [
        Broadcast(row["uid"], date.fromisoformat(row["on_date"]), row["note"]) for row in session.rows(query)
    ]
    return sorted(found, key=lambda one: (one.on, one.uid))


def _opinions(session: Session, goal_uid: str, places: Mapping[str, str]) -> Sequence[Opinion]:
    found = [
        Opinion(
            uid=row["uid"],
            giver=Giver(row["giver"]),
            giver_name=row["giver_name"],
            hamlet_uid=row["hamlet_uid"],
            hamlet=places.get(row["hamlet_uid"], ""),
            form=OpinionForm(row["form"]),
            on=date.fromisoformat(row["on_date"]),
            number=row["number"],
            content=row["content"],
            proposal=row["proposal"],
            reply=row["reply"],
            accepted=Accepted(row["accepted"]) if row["accepted"] else None,
        )
        for row in session.rows(live(opinion, session).where(opinion.c.goal_uid == goal_uid))
    ]
    order = list(Giver)
    return sorted(found, key=lambda one: (order.index(one.giver), one.on, one.uid))


def _newer(session: Session, than: date | None, on: date) -> tuple[str, ...]:
    """Indicators whose figures in force are of after that day."""
    if than is None or than >= on:
        return ()
    return tuple(
        state.indicator.official_code
        for state in judge_on(session, on=on).states.values()
        if state.fact is not None and state.fact.as_of > than
    )


def _attached(session: Session, goal_uid: str) -> frozenset[str]:
    """Papers whose signed file is there: nothing that the program would write into them is asked for."""
    query = live(paper, session).where(paper.c.goal_uid == goal_uid, paper.c.file_uid.is_not(None))
    return frozenset(row["form"] for row in session.rows(query))


def _papers(session: Session, goal_uid: str) -> Mapping[str, date]:
    query = live(paper, session).where(paper.c.goal_uid == goal_uid, paper.c.issued.is_not(None))
    return {row["form"]: date.fromisoformat(row["issued"]) for row in session.rows(query)}
