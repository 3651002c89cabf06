"""The conditions of the simplified route of a work: what is stated of each, and how the work stands."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import insert, remove, update
from ntm_desktop.db.models import work_condition
from ntm_desktop.db.session import Session, live
from ntm_desktop.domain.simplified import CEILING, CONDITION_NAMES, RouteCheck, Stated, check_route
from ntm_desktop.domain.stages import Route
from ntm_desktop.domain.works import WorkFacts, WorkState
from ntm_desktop.errors import NtmError
from ntm_desktop.packs.decrees import route_decrees
from ntm_desktop.services.fields import line


def stated(session: Session, *, of: Collection[str] | None = None) -> Mapping[str, Mapping[str, Stated]]:
    """By work, or of the works ``of``, then by condition."""
    query = live(work_condition, session)
    if of is not None:
        query = query.where(work_condition.c.work_uid.in_(of))
    found: dict[str, dict[str, Stated]] = {}
    for row in session.rows(query):
        found.setdefault(row["work_uid"], {})[row["condition"]] = Stated(bool(row["holds"]), row["note"])
    return found


def check(work: WorkFacts, state: WorkState, said: Mapping[str, Stated]) -> RouteCheck | None:
    if work.route is not Route.SIMPLIFIED:
        return None
    return check_route(route_decrees(), work.stages, said, total=state.account.total, on=state.on)


def state_condition(session: Session, *, uid: str, condition: str, said: Stated | None) -> Changes:
    """What holds for the work of ``uid``; None takes back what was said. A failing one needs its reason."""
    if condition not in CONDITION_NAMES or condition == CEILING:
        raise NtmError(
            "Điều kiện này do chương trình tự xét hoặc không có trong nghị định. Chọn điều kiện khác."
        )
    if said is not None and not said.holds and not line(said.note):
        raise NtmError(
            f"Điều kiện “{CONDITION_NAMES[condition]}” ghi là không đạt. Ghi lý do vào ô bên cạnh."
        )
    known = session.row(
        live(work_condition, session).where(
            work_condition.c.work_uid == uid, work_condition.c.condition == condition
        )
    )
    if said is None:
        return remove(session, work_condition, [known["uid"]]) if known is not None else Changes()
    values = {"holds": int(said.holds), "note": line(said.note)}
    if known is not None:
        return update(session, work_condition, known["uid"], values)
    row = {"uid": session.new_uid(), "work_uid": uid, "condition": condition, **values}
    return insert(session, work_condition, [row])
