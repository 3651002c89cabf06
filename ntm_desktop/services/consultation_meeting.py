"""The meeting that proposes recognition: who came, what was said, how they voted. A goal has one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import RowMapping

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import insert, remove, update
from ntm_desktop.db.models import attendee, meeting
from ntm_desktop.db.session import Session, live
from ntm_desktop.domain.consultation import Attendee, Meeting, check_meeting
from ntm_desktop.errors import EntryRefused, NtmError
from ntm_desktop.services import goals
from ntm_desktop.services.fields import body, line
from ntm_desktop.services.whole_lists import replace_list
from ntm_desktop.text import clock

_NONE = "Chưa có cuộc họp nào. Ghi ngày họp trước."


def meeting_of(session: Session, *, goal_uid: str) -> Meeting | None:
    row = session.row(live(meeting, session).where(meeting.c.goal_uid == goal_uid))
    if row is None:
        return None
    return Meeting(
        uid=row["uid"],
        on=date.fromisoformat(row["on_date"]),
        begins=row["begins"],
        ends=row["ends"],
        place=row["place"],
        chair=row["chair"],
        chair_post=row["chair_post"],
        secretary=row["secretary"],
        secretary_post=row["secretary_post"],
        invited=row["invited"],
        present=row["present"],
        agreed=row["agreed"],
        discussion=row["discussion"],
        copies_kept=row["copies_kept"],
        copies_sent=row["copies_sent"],
        attendees=tuple(Attendee(one["name"], one["post"]) for one in _attendees(session, row["uid"])),
    )


def save_meeting(
    session: Session,
    *,
    on: date,
    today: date,
    place: str = "",
    begins: str = "",
    ends: str = "",
    chair: str = "",
    chair_post: str = "",
    secretary: str = "",
    secretary_post: str = "",
    invited: int = 0,
    present: int = 0,
    agreed: int = 0,
    discussion: str = "",
    copies_kept: int = 1,
    copies_sent: int = 1,
) -> Changes:
    """Plans the meeting, or tells how it went; the goal's meeting is changed in place."""
    begins, ends = clock(begins), clock(ends)
    check_meeting(
        on=on,
        today=today,
        begins=begins,
        ends=ends,
        invited=invited,
        present=present,
        agreed=agreed,
        copies_kept=copies_kept,
        copies_sent=copies_sent,
    )
    values = {
        "on_date": on.isoformat(),
        "begins": begins,
        "ends": ends,
        "place": line(place),
        "chair": line(chair),
        "chair_post": line(chair_post),
        "secretary": line(secretary),
        "secretary_post": line(secretary_post),
        "invited": invited,
        "present": present,
        "agreed": agreed,
        "discussion": body(discussion),
        "copies_kept": copies_kept,
        "copies_sent": copies_sent,
    }
    goal = goals.current(session, on=today)
    known = session.row(live(meeting, session).where(meeting.c.goal_uid == goal.uid))
    if known is not None:
        return update(session, meeting, known["uid"], values)
    return insert(session, meeting, [{"uid": session.new_uid(), "goal_uid": goal.uid, **values}])


def save_attendees(session: Session, *, rows: Sequence[Attendee], today: date) -> Changes:
    """The whole list of those who came, in its order."""
    goal = goals.current(session, on=today)
    found = session.row(live(meeting, session).where(meeting.c.goal_uid == goal.uid))
    if found is None:
        raise NtmError(_NONE)
    for number, row in enumerate(rows, 1):
        if not line(row.name):
            raise EntryRefused("name", f"Người dự họp thứ {number} chưa có tên. Ghi tên hoặc xóa dòng đó.")
    known = [row["uid"] for row in _attendees(session, found["uid"])]
    return replace_list(
        session,
        attendee,
        known=set(known),
        uids=[known[place] if place < len(known) else None for place in range(len(rows))],
        values=[
            {
                "meeting_uid": found["uid"],
                "position": position,
                "name": line(row.name),
                "post": line(row.post),
            }
            for position, row in enumerate(rows)
        ],
    )


def remove_meeting(session: Session, *, today: date) -> Changes:
    """With the list of those who came."""
    goal = goals.current(session, on=today)
    found = session.row(live(meeting, session).where(meeting.c.goal_uid == goal.uid))
    if found is None:
        raise NtmError(_NONE)
    return remove(session, meeting, [found["uid"]], children=True)


def _attendees(session: Session, meeting_uid: str) -> Sequence[RowMapping]:
    query = live(attendee, session).where(attendee.c.meeting_uid == meeting_uid)
    return session.rows(query.order_by(attendee.c.position, attendee.c.uid))
