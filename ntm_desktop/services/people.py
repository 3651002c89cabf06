"""Staff and leaders with their terms: who answers for a criterion, who signs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import insert, remove, update
from ntm_desktop.db.models import person
from ntm_desktop.db.session import Session, live, until_written
from ntm_desktop.domain.signing import signing_post
from ntm_desktop.errors import NtmError
from ntm_desktop.services.fields import check_period, day_of, iso, line, required
from ntm_desktop.text import spelling_key

ROLES = {
    "lead": "Phụ trách chung",
    "in_charge": "Phụ trách tiêu chí",
    "read_only": "Chỉ xem",
    "none": "Chỉ ký văn bản",
}


@dataclass(frozen=True, slots=True)
class PersonView:
    uid: str
    name: str
    post: str
    unit: str
    role: str
    role_text: str
    signs: bool
    from_date: date | None
    to_date: date | None

    @property
    def label(self) -> str:
        """“Cao Thị Hòa, Văn phòng – Thống kê”."""
        return f"{self.name}, {self.post}" if self.post else self.name


@until_written(person)
def list_people(session: Session, *, on: date | None = None) -> tuple[PersonView, ...]:
    """In the office's own order; with ``on`` only those whose term holds that day."""
    views = (
        PersonView(
            uid=row["uid"],
            name=row["name"],
            post=row["post"],
            unit=row["unit"],
            role=row["role"],
            role_text=ROLES[row["role"]],
            signs=bool(row["signs"]),
            from_date=day_of(row["from_date"]),
            to_date=day_of(row["to_date"]),
        )
        for row in session.rows(live(person, session).order_by(person.c.position, person.c.uid))
    )
    return tuple(view for view in views if on is None or _serves(view, on))


def list_signers(session: Session, *, on: date | None = None) -> tuple[PersonView, ...]:
    """Who signs and may do so for the committee, the usual one first; with ``on`` those in office then."""
    return tuple(view for view in list_people(session, on=on) if view.signs and signing_post(view.post))


def lead(session: Session) -> str:
    """The name that acts when nobody else is named; "" when nobody leads yet."""
    person = _lead(session)
    return person.name if person else ""


def lead_label(session: Session) -> str:
    person = _lead(session)
    return person.label if person else ""


def save_person(
    session: Session,
    *,
    uid: str | None = None,
    name: str,
    post: str,
    unit: str = "",
    role: str = "in_charge",
    signs: bool = False,
    from_date: date | None = None,
    to_date: date | None = None,
) -> Changes:
    """Adds a person, or changes the one of ``uid``."""
    required({"họ và tên": name})
    if role not in ROLES:
        raise NtmError(f"Không có vai trò “{role}”. Chọn một trong: {', '.join(ROLES.values())}.")
    check_period(from_date, to_date)
    values = {
        "name": line(name),
        "post": line(post),
        "unit": line(unit),
        "role": role,
        "signs": int(signs),
        "from_date": iso(from_date),
        "to_date": iso(to_date),
    }
    if uid is not None:
        return update(session, person, uid, values)
    position = len(session.rows(live(person, session)))
    return insert(session, person, [{"uid": session.new_uid(), **values, "position": position}])


def take_charge(session: Session, *, name: str) -> Changes:
    """Who is named leads from now on, known before or not."""
    required({"họ và tên": name})
    key = spelling_key(line(name))
    known = next((view for view in list_people(session) if spelling_key(view.name) == key), None)
    if known is not None:
        return update(session, person, known.uid, {"role": "lead"})
    return save_person(session, name=name, post="", role="lead")


def remove_person(session: Session, *, uid: str) -> Changes:
    """Refused while the person still answers for something: end the responsibility first."""
    return remove(session, person, [uid])


def _lead(session: Session) -> PersonView | None:
    return next((person for person in list_people(session) if person.role == "lead"), None)


def _serves(view: PersonView, on: date) -> bool:
    started = view.from_date is None or view.from_date <= on
    return started and (view.to_date is None or on <= view.to_date)
