"""Plans for unmet indicators: cause, solution, money, deadline, who, and notes on how it goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import insert, update
from ntm_desktop.db.models import plan, plan_note
from ntm_desktop.db.session import Session, live, once
from ntm_desktop.domain.facts import FIRST_SET
from ntm_desktop.errors import NtmError
from ntm_desktop.services import goals
from ntm_desktop.services.fields import body, day_of, iso, required
from ntm_desktop.services.people import PersonView, list_people
from ntm_desktop.text import format_date, natural_key


class PastDeadline(NtmError):  # noqa: N818 - it asks, it does not blame
    """The deadline has passed already: ask, then call again with ``though_past``."""


@dataclass(frozen=True, slots=True)
class PlanNote:
    on: date
    note: str


@dataclass(frozen=True, slots=True)
class PlanView:
    uid: str
    code: str
    decided_on: date
    cause: str
    solution: str
    money: int | None
    deadline: date | None
    person: PersonView | None
    done_on: date | None
    notes: tuple[PlanNote, ...]


@once
def list_plans(session: Session, *, set_id: str, on: date, with_done: bool = False) -> tuple[PlanView, ...]:
    """Plans of a set made by the end of a day and not done by then, by code, at most one an indicator.

    ``with_done``: those done by then too, several an indicator, oldest first.
    """
    people = {person.uid: person for person in list_people(session)}
    notes: dict[str, list[PlanNote]] = {}
    for row in session.rows(live(plan_note, session).order_by(plan_note.c.on_date, plan_note.c.uid)):
        notes.setdefault(row["plan_uid"], []).append(
            PlanNote(date.fromisoformat(row["on_date"]), row["note"])
        )
    wanted = live(plan, session).where(plan.c.set_id == set_id, plan.c.decided_on <= on.isoformat())
    if not with_done:
        wanted = wanted.where(or_(plan.c.done_on.is_(None), plan.c.done_on > on.isoformat()))
    rows = sorted(
        session.rows(wanted.order_by(plan.c.decided_on, plan.c.uid)),
        key=lambda row: natural_key(row["code"]),
    )
    return tuple(
        PlanView(
            uid=row["uid"],
            code=row["code"],
            decided_on=date.fromisoformat(row["decided_on"]),
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


_FIELD_NAMES = {
    "decided_on": "ngày lập",
    "cause": "nguyên nhân",
    "solution": "giải pháp",
    "money": "kinh phí",
    "deadline": "thời hạn",
    "person_uid": "người thực hiện",
}


def edit_action(name: str, changed: Sequence[str]) -> str:
    """What the history calls a change of these fields in the plan of an indicator."""
    fields = ", ".join(_FIELD_NAMES[field] for field in changed)
    return f"Sửa kế hoạch chỉ tiêu {name}: {fields}" if fields else f"Sửa kế hoạch chỉ tiêu {name}"


def save(
    session: Session,
    *,
    code: str,
    on: date,
    decided_on: date | None = None,
    cause: str = "",
    solution: str = "",
    money: int | None = None,
    deadline: date | None = None,
    person_uid: str | None = None,
    though_past: bool = False,
) -> Changes:
    """The open plan of an indicator: made if there is none, else changed.

    ``on`` is today; ``decided_on`` the day on which the plan was made, None for as it is, of a new one today.
    ``though_past``: somebody was asked and wants the deadline that has passed already.
    """
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
    decided = decided_on or (known.decided_on if known else on)
    values["decided_on"] = decided.isoformat()
    if known is None or known.decided_on != decided:
        _check_decided(decided, on)
        _check_apart(session, set_id, code, decided, known.uid if known else None)
    if deadline is not None and (known is None or (known.deadline, known.decided_on) != (deadline, decided)):
        _check_deadline(deadline, decided)
        if deadline < on and not though_past and (known is None or known.deadline != deadline):
            raise PastDeadline(
                f"Hạn {format_date(deadline)} đã qua. Kế hoạch cũ nhập muộn thì vẫn lưu được; nếu gõ nhầm, "
                "nhập lại ngày."
            )
    if known is not None:
        return update(session, plan, known.uid, values)
    row = {"uid": session.new_uid(), "set_id": set_id, "code": code, **values, "done_on": None}
    return insert(session, plan, [row])


def add_note(session: Session, *, plan_uid: str, on: date, note: str) -> Changes:
    required({"nội dung ghi chép": note})
    row = {"uid": session.new_uid(), "plan_uid": plan_uid, "on_date": on.isoformat(), "note": body(note)}
    return insert(session, plan_note, [row])


def close(session: Session, *, plan_uid: str, done_on: date) -> Changes:
    row = session.row(live(plan, session).where(plan.c.uid == plan_uid))
    if row is not None and done_on < date.fromisoformat(row["decided_on"]):
        raise NtmError(f"Ngày kết thúc {format_date(done_on)} ở trước ngày lập kế hoạch. Nhập lại ngày.")
    return update(session, plan, plan_uid, {"done_on": done_on.isoformat()})


def _check_decided(decided: date, today: date) -> None:
    if decided > today:
        raise NtmError(
            f"Ngày lập kế hoạch {format_date(decided)} ở sau hôm nay ({format_date(today)}). Nhập lại ngày."
        )
    if decided < FIRST_SET:
        raise NtmError(
            f"Ngày lập kế hoạch {format_date(decided)} ở trước khi có bộ tiêu chí đầu tiên "
            f"({format_date(FIRST_SET)}). Nhập lại ngày."
        )


def _check_apart(session: Session, set_id: str, code: str, decided: date, uid: str | None) -> None:
    """On each day an indicator has one plan; ``uid`` is the one that is being saved, open from then on."""
    for row in session.rows(live(plan, session).where(plan.c.set_id == set_id, plan.c.code == code)):
        done_on = day_of(row["done_on"])
        if row["uid"] == uid or (done_on is not None and done_on <= decided):
            continue
        made = format_date(date.fromisoformat(row["decided_on"]))
        if done_on is None:
            raise NtmError(f"Chỉ tiêu này đã có kế hoạch lập ngày {made}. Sửa kế hoạch đó.")
        raise NtmError(
            f"Chỉ tiêu này đã có kế hoạch lập ngày {made}, kết thúc ngày {format_date(done_on)}. "
            "Nhập ngày lập từ khi kế hoạch đó kết thúc."
        )


def _check_deadline(deadline: date, decided: date) -> None:
    if deadline < decided:
        raise NtmError(
            f"Hạn {format_date(deadline)} ở trước ngày lập kế hoạch {format_date(decided)}. "
            "Sửa lại một trong hai ngày."
        )
