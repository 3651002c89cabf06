"""How far construction works are: measurements with photos, and the plan that they are held against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import insert, next_seq
from ntm_desktop.db.models import baseline, progress
from ntm_desktop.db.session import Session, live
from ntm_desktop.domain.progress import (
    Baseline,
    DelayCause,
    Measured,
    PlanPoint,
    check_baseline,
    check_measurement,
    in_force,
)
from ntm_desktop.domain.stages import Stage, done_on
from ntm_desktop.domain.works import WorkFacts
from ntm_desktop.errors import NtmError
from ntm_desktop.services.fields import body, line
from ntm_desktop.services.work_facts import gather, points_to_json, standing


@dataclass(frozen=True, slots=True)
class Measurement:
    """One measurement as it was entered; ``reason`` says why it fell back or what it corrects."""

    uid: str
    on: date
    share: int
    value: int | None
    cause: DelayCause | None
    note: str
    reason: str


def diary(session: Session, *, uid: str, on: date) -> tuple[Measurement, ...]:
    """What was measured of a work until the end of a day, newest first; without what was corrected since."""
    found = []
    rows = standing(session.rows(live(progress, session).where(progress.c.work_uid == uid)))
    for row in sorted(rows, key=lambda row: (row["on_date"], row["seq"]), reverse=True):
        day = date.fromisoformat(row["on_date"])
        cause = DelayCause(row["cause"]) if row["cause"] else None
        one = Measurement(row["uid"], day, row["share"], row["value"], cause, row["note"], row["reason"])
        if day <= on:
            found.append(one)
    return tuple(found)


def measure(
    session: Session,
    *,
    uid: str,
    share: int,
    on: date,
    today: date,
    value: int | None = None,
    cause: DelayCause | None = None,
    note: str = "",
    supersedes: str | None = None,
    reason: str = "",
) -> Changes:
    """The share done so far (basis points) on a day. Falling back, or correcting, needs a reason."""
    facts = _facts(session, uid)
    if supersedes is not None and not line(reason):
        raise NtmError("Ghi lý do sửa khối lượng đã nhập; số trước vẫn được lưu.")
    new = Measured(on, share, value, supersedes=supersedes)
    started = done_on(facts.stages, Stage.START, today)
    check_measurement(new, facts.measured, today=today, started=started, reason=reason)
    return add_measured(session, [(uid, new, Told(cause, note, reason))])


class Told(NamedTuple):
    """What is said beside a measurement."""

    cause: DelayCause | None = None
    note: str = ""
    reason: str = ""


def add_measured(session: Session, measured: Sequence[tuple[str, Measured, Told]]) -> Changes:
    """Writes measurements that were checked, each of the work of its uid."""
    seq = next_seq(session, progress)
    rows = [
        {
            "uid": new.uid or session.new_uid(),
            "work_uid": uid,
            "on_date": new.on.isoformat(),
            "share": new.share,
            "value": new.value,
            "cause": told.cause.value if told.cause else "",
            "note": body(told.note),
            "supersedes": new.supersedes,
            "reason": line(told.reason),
            "seq": seq + place,
        }
        for place, (uid, new, told) in enumerate(measured)
    ]
    return insert(session, progress, rows)


def freeze_plan(
    session: Session, *, uid: str, points: Sequence[PlanPoint], on: date, today: date, reason: str = ""
) -> Changes:
    """The planned curve from the day of its decision. The one before is kept; changing it needs a reason."""
    known = _facts(session, uid).baselines
    new = Baseline(on, tuple(points), line(reason))
    now = in_force(known, on)
    if now is not None and now.points == new.points:
        return Changes()
    check_baseline(new, known, today=today)
    row = {
        "uid": session.new_uid(),
        "work_uid": uid,
        "points": points_to_json(points),
        "on_date": on.isoformat(),
        "reason": new.reason,
        "seq": next_seq(session, baseline),
    }
    return insert(session, baseline, [row])


def _facts(session: Session, uid: str) -> WorkFacts:
    works = gather(session, uid=uid)
    if not works:
        raise NtmError("Công trình này không còn trong danh mục. Tải lại trang Công trình.")
    return works[0].facts
