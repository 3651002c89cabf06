"""How far construction works are: measurements with photos, and the plan that they are held against."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, select

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import insert
from ntm_desktop.db.models import baseline, progress
from ntm_desktop.db.session import Session, live
from ntm_desktop.domain.progress import DelayCause, Measured, PlanPoint, check_measurement, check_plan
from ntm_desktop.domain.stages import Stage, done_on
from ntm_desktop.errors import NtmError
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
    """The share done so far (basis points) on a day. Falling back, or correcting, needs a reason."""
    works = gather(session, uid=uid)
    if not works:
        raise NtmError("Công trình này không còn trong danh mục. Tải lại trang Công trình.")
    facts = works[0].facts
    if supersedes is not None and not line(reason):
        raise NtmError("Ghi lý do sửa khối lượng đã nhập; số trước vẫn được lưu.")
    new = Measured(on, share, value, supersedes=supersedes)
    started = done_on(facts.stages, Stage.START, today)
    check_measurement(new, facts.measured, today=today, started=started, reason=reason)
    row = {
        "uid": session.new_uid(),
        "work_uid": uid,
        "on_date": on.isoformat(),
        "share": share,
        "value": value,
        "cause": cause.value if cause else "",
        "note": body(note),
        "supersedes": supersedes,
        "reason": line(reason),
        "seq": _next_measurement(session),
    }
    return insert(session, progress, [row])


def freeze_plan(
    session: Session, *, uid: str, points: Sequence[PlanPoint], on: date, reason: str = ""
) -> Changes:
    """The planned curve from then on. The one before is kept; changing it needs a reason."""
    check_plan(points)
    known = session.rows(live(baseline, session).where(baseline.c.work_uid == uid).order_by(baseline.c.seq))
    text = points_to_json(points)
    if known and known[-1]["points"] == text:
        return Changes()
    if known and not line(reason):
        raise NtmError("Kế hoạch khối lượng đã chốt. Ghi lý do đổi; kế hoạch trước vẫn được lưu để so sánh.")
    newest = session.scalar(
        select(func.max(baseline.c.seq)).where(baseline.c.commune_id == session.commune_id)
    )
    row = {
        "uid": session.new_uid(),
        "work_uid": uid,
        "points": text,
        "on_date": on.isoformat(),
        "reason": line(reason),
        "seq": 1 + (newest or 0),
    }
    return insert(session, baseline, [row])


def _next_measurement(session: Session) -> int:
    newest = session.scalar(
        select(func.max(progress.c.seq)).where(progress.c.commune_id == session.commune_id)
    )
    return 1 + (newest or 0)
