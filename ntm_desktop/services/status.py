"""The commune's standing as one plain object: what ``status --json`` prints (architecture §7)."""

from __future__ import annotations

from datetime import date
from typing import Any

from ntm_desktop.db.session import Session
from ntm_desktop.domain.readiness import ReadinessLine, ReadinessState
from ntm_desktop.services import clearance, commune, contributions, dossier, obstacles, works
from ntm_desktop.services.judged import judge_on


def doubts(session: Session, *, on: date) -> tuple[str, ...]:
    """What to know of the criteria set before relying on the standing."""
    doubt = judge_on(session, on=on).criteria_set.doubt
    return (doubt,) if doubt else ()


def status(session: Session, *, on: date) -> dict[str, Any]:
    view = commune.load(session)
    state = judge_on(session, on=on)
    now = state.standing
    lines = dossier.readiness_of(session, state, today=state.on)
    built = works.table(session, on=on)
    held_up = obstacles.table(session, on=on)
    given = contributions.table(session, on=on).totals
    land = clearance.table(session, on=on)
    return {
        "commune": {"code": view.code, "name": view.name},
        "on": on.isoformat(),
        "goal": {
            "set": state.goal.set_id,
            "regime": state.goal.regime,
            "tier": state.goal.tier,
            "year": state.goal.year,
        },
        "illustrative": view.illustrative,
        "criteria": {
            "total": state.criteria_total,
            "met": state.criteria_met,
            "unmet": len(now.unmet_codes),
            "undecided": len(now.undecided_codes),
            "not_applicable": len(now.not_applicable_codes),
            "met_codes": list(now.met_codes),
            "unmet_codes": list(now.unmet_codes),
            "undecided_codes": list(now.undecided_codes),
        },
        "indicators": {verdict.value: count for verdict, count in now.indicator_counts().items()},
        "readiness": {
            level.value: sum(line.state is level for line in lines)
            for level in (ReadinessState.BLOCK, ReadinessState.WARN)
        }
        | {"lines": [_line(line) for line in lines if line.state is not ReadinessState.DONE]},
        "works": {
            "total": len(built.rows),
            "late": sum(row.state.is_late for row in built.rows),
            "need_action": built.need_action,
        },
        "debt": sum(row.state.account.debt for row in built.rows),
        "missing_capital": built.missing_capital,
        "obstacles": {"open": len(held_up.open), "overdue": len(held_up.overdue)},
        "contributions": {
            "value": given.value,
            "households": given.households,
            "labour_days": given.labour / 1000,
            "land_m2": given.land / 1000,
        },
        "clearance": {
            "plots": sum(one.plots for one in land.totals),
            "open": sum(one.open_plots for one in land.totals),
            "unpaid": sum(one.unpaid for one in land.totals),
        },
    }


def _line(line: ReadinessLine) -> dict[str, Any]:
    return {
        "key": line.key,
        "state": line.state.value,
        "what": line.what,
        "why": line.why,
        "source": line.source,
        "who": line.who,
        "sentence": line.sentence,
        "link": {"page": line.link.page, "anchor": line.link.anchor},
    }
