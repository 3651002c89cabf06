"""Who answers for a criterion: person in charge, head of unit, supporting department, from–to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import insert, update
from ntm_desktop.db.models import goal, person, responsibility
from ntm_desktop.db.session import Session, live, until_written
from ntm_desktop.errors import NtmError
from ntm_desktop.services import criteria_sets, goals
from ntm_desktop.services.fields import check_period, day_of, line
from ntm_desktop.services.people import PersonView, list_people


@dataclass(frozen=True, slots=True)
class ResponsibilityView:
    uid: str
    criterion: str
    person: PersonView | None
    head: PersonView | None
    department: str
    confirmation_uid: str | None  # official document by which the department confirms the criterion
    from_date: date
    to_date: date | None


@until_written(goal, person, responsibility)
def list_responsibilities(session: Session, *, on: date) -> tuple[ResponsibilityView, ...]:
    """Those that hold on a day, for the set in force that day; at most one a criterion."""
    set_id = goals.current(session, on=on).set_id
    people = {person.uid: person for person in list_people(session)}
    rows = session.rows(
        live(responsibility, session)
        .where(responsibility.c.set_id == set_id, responsibility.c.from_date <= on.isoformat())
        .order_by(responsibility.c.from_date, responsibility.c.uid)
    )
    newest = {
        row["criterion"]: ResponsibilityView(
            uid=row["uid"],
            criterion=row["criterion"],
            person=people.get(row["person_uid"]),
            head=people.get(row["head_uid"]),
            department=row["department"],
            confirmation_uid=row["confirmation_uid"],
            from_date=date.fromisoformat(row["from_date"]),
            to_date=day_of(row["to_date"]),
        )
        for row in rows
        if row["to_date"] is None or row["to_date"] >= on.isoformat()
    }
    return tuple(newest.values())


def assign(
    session: Session,
    *,
    criterion: str,
    person_uid: str | None,
    from_date: date,
    head_uid: str | None = None,
    department: str = "",
    confirmation_uid: str | None = None,
    to_date: date | None = None,
) -> Changes:
    """A new responsibility; the one before ends the day before. Same day: that one is corrected."""
    check_period(from_date, to_date)
    if person_uid is None and head_uid is None and not line(department):
        raise NtmError(
            "Chưa chọn ai phụ trách. Chọn người phụ trách, người đứng đầu hoặc phòng, ngành hỗ trợ."
        )
    set_id = goals.current(session, on=from_date).set_id
    criteria_sets.check_criterion(session, set_id=set_id, code=criterion)
    values = {
        "person_uid": person_uid,
        "head_uid": head_uid,
        "department": line(department),
        "confirmation_uid": confirmation_uid,
        "to_date": to_date.isoformat() if to_date else None,
    }
    changes = Changes()
    for view in list_responsibilities(session, on=from_date):
        if view.criterion != criterion:
            continue
        if view.from_date == from_date:
            return update(session, responsibility, view.uid, values)
        changes |= end(session, uid=view.uid, to_date=from_date - timedelta(days=1))
    row = {
        "uid": session.new_uid(),
        "set_id": set_id,
        "criterion": criterion,
        **values,
        "from_date": from_date.isoformat(),
    }
    return changes | insert(session, responsibility, [row])


def end(session: Session, *, uid: str, to_date: date) -> Changes:
    row = session.row(live(responsibility, session).where(responsibility.c.uid == uid))
    if row is None:
        raise NtmError("Phân công này không còn. Tải lại trang để xem phân công hiện nay.")
    check_period(date.fromisoformat(row["from_date"]), to_date)
    return update(session, responsibility, uid, {"to_date": to_date.isoformat()})
