"""Plans for unmet indicators: cause, solution, money, deadline, who, and notes on how it goes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import insert, update
from ntm_desktop.db.models import plan, plan_note
from ntm_desktop.db.session import Session, live
from ntm_desktop.errors import NtmError
from ntm_desktop.services import goals
from ntm_desktop.services.fields import body, day_of, iso, required
from ntm_desktop.services.people import PersonView, list_people
from ntm_desktop.text import natural_key


@dataclass(frozen=True, slots=True)
class PlanNote:
    on: date
    note: str


@dataclass(frozen=True, slots=True)
class PlanView:
    uid: str
    code: str
    cause: str
    solution: str
    money: int | None
    deadline: date | None
    person: PersonView | None
    done_on: date | None
    notes: tuple[PlanNote, ...]


def list_plans(session: Session, *, set_id: str, on: date) -> tuple[PlanView, ...]:
    """Plans of a set that are not done by the end of a day, by code, at most one an indicator."""
    people = {person.uid: person for person in list_people(session)}
    notes: dict[str, list[PlanNote]] = {}
    for row in session.rows(live(plan_note, session).order_by(plan_note.c.on_date, plan_note.c.uid)):
        notes.setdefault(row["plan_uid"], []).append(
            PlanNote(date.fromisoformat(row["on_date"]), row["note"])
        )
    rows = session.rows(
        live(plan, session).where(
            plan.c.set_id == set_id, or_(plan.c.done_on.is_(None), plan.c.done_on > on.isoformat())
        )
    )
    rows = sorted(rows, key=lambda row: natural_key(row["code"]))
    return tuple(
        PlanView(
            uid=row["uid"],
            code=row["code"],
            cause=row["cause"],
            solution=row["solution"],
            money=row["money"],
            deadline=day_of(row["deadline"]),
            person=people.get(row["person_uid"]),
            done_on=day_of(row["done_on"]),
            notes=tuple(notes.get(row["uid"], ())),
        )
        for row in rows
    )


def save(
    session: Session,
    *,
    code: str,
    on: date,
    cause: str = "",
    solution: str = "",
    money: int | None = None,
    deadline: date | None = None,
    person_uid: str | None = None,
) -> Changes:
    """The open plan of an indicator: made if there is none, else changed."""
    if money is not None and money < 0:
        raise NtmError("Kinh phí không thể âm. Nhập số tiền bằng đồng, ví dụ 250.000.000.")
    set_id = goals.current(session, on=on).set_id
    values = {
        "cause": body(cause),
        "solution": body(solution),
        "money": money,
        "deadline": iso(deadline),
        "person_uid": person_uid,
    }
    known = next((view for view in list_plans(session, set_id=set_id, on=on) if view.code == code), None)
    if known is not None:
        return update(session, plan, known.uid, values)
    row = {"uid": session.new_uid(), "set_id": set_id, "code": code, **values, "done_on": None}
    return insert(session, plan, [row])


def add_note(session: Session, *, plan_uid: str, on: date, note: str) -> Changes:
    required({"nội dung ghi chép": note})
    row = {"uid": session.new_uid(), "plan_uid": plan_uid, "on_date": on.isoformat(), "note": body(note)}
    return insert(session, plan_note, [row])


def close(session: Session, *, plan_uid: str, done_on: date) -> Changes:
    return update(session, plan, plan_uid, {"done_on": done_on.isoformat()})
