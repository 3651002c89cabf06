"""When each indicator that is open should be met: by the works that serve it, else by its plan."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ntm_desktop.db.session import Session, once
from ntm_desktop.domain.forecast import Awaited, awaited
from ntm_desktop.services import plans, works


@once
def awaited_on(session: Session, *, set_id: str, on: date) -> Mapping[str, Awaited]:
    """By the code of the indicator; none for one without a plan that no unfinished work serves."""
    deadlines = {plan.code: plan.deadline for plan in plans.list_plans(session, set_id=set_id, on=on)}
    waiting = {
        code: [(row.name, row.state.expected) for row in rows if row.state.finished is None]
        for code, rows in works.serving(session, set_id=set_id, on=on).items()
    }
    codes = [*deadlines, *(code for code, found in waiting.items() if found and code not in deadlines)]
    return {code: awaited(deadlines.get(code), waiting.get(code, ())) for code in codes}
