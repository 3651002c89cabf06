"""How far construction works are: what was measured, and the plan that it is held against.

Reading it back, with the photos, is ``work_diary``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import insert, next_seq
from ntm_desktop.db.models import baseline, progress
from ntm_desktop.db.session import Session
from ntm_desktop.domain.progress import (
    Baseline,
    DelayCause,
    Measured,
    PlanPoint,
    check_baseline,
    check_measurement,
    decided,
    in_force,
)
from ntm_desktop.domain.stages import Stage, done_on
from ntm_desktop.domain.works import WorkFacts
from ntm_desktop.errors import NtmError
from ntm_desktop.services import work_diary
from ntm_desktop.services.fields import body, line
from ntm_desktop.services.work_facts import gather, points_to_json


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
    """The share done so far (basis points) on a day. Falling back, or correcting, needs a reason.

    What corrects another (``supersedes``) takes over its photos.
    """
    facts = _facts(session, uid)
    if supersedes is not None and not line(reason):
        raise NtmError("Ghi lý do sửa khối lượng đã nhập; số trước vẫn được lưu.")
    new = Measured(on, share, value, supersedes=supersedes)
    started = done_on(facts.stages, Stage.START, today)
    check_measurement(new, facts.measured, today=today, started=started, reason=reason)
    new = replace(new, uid=session.new_uid())
    changes = add_measured(session, [(uid, new, Told(cause, note, reason))])
    return changes | work_diary.take_over_photos(session, old=supersedes, new=new.uid)


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
    check_baseline(new, decided(known, today), today=today)
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
    works = gather(session, of=[uid])
    if not works:
        raise NtmError("Công trình này không còn trong danh mục. Tải lại trang Công trình.")
    return works[0].facts
