"""The stages of one work as the strip shows them: ten stops of the sixteen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from ntm_desktop.domain.stages import SHORT_NAMES, Stage, done_on
from ntm_desktop.services.works import WorkView
from ntm_desktop.text import format_date, format_percent
from ui.wording import said

_STOPS = (
    Stage.DECISION,
    Stage.APPROVAL,
    Stage.CAPITAL,
    Stage.TENDER,
    Stage.CONTRACT,
    Stage.CLEARANCE,
    Stage.BUILDING,
    Stage.ACCEPTANCE,
    Stage.HANDOVER,
    Stage.SETTLEMENT,
)
_STANDS_AT = {
    Stage.PROPOSAL: Stage.DECISION,
    Stage.STUDY: Stage.APPROVAL,
    Stage.APPRAISAL: Stage.APPROVAL,
    Stage.START: Stage.BUILDING,
    Stage.PAYMENT: Stage.SETTLEMENT,
    Stage.WARRANTY: Stage.SETTLEMENT,
}


class Look(StrEnum):
    DONE = "done"
    CURRENT = "current"
    STUCK = "stuck"  # passed by, and still open: land that is not handed over
    COMING = "coming"


@dataclass(frozen=True, slots=True)
class Stop:
    name: str
    look: Look
    below: str = ""
    late: bool = False


def stops(row: WorkView) -> tuple[Stop, ...]:
    stages, on = row.facts.stages, row.state.on
    now = _STANDS_AT.get(row.state.stage, row.state.stage)
    shown = [stage for stage in _STOPS if stage is not Stage.CLEARANCE or stage in stages or stage is now]
    return tuple(_stop(row, stage, shown.index(stage) - shown.index(now), on) for stage in shown)


def spoken(shown: Sequence[Stop]) -> str:
    words = {
        Look.DONE: QCoreApplication.translate("Stages", "đã xong"),
        Look.CURRENT: QCoreApplication.translate("Stages", "đang làm"),
        Look.STUCK: QCoreApplication.translate("Stages", "chưa xong"),
        Look.COMING: QCoreApplication.translate("Stages", "chưa làm"),
    }
    return "; ".join(f"{stop.name}: {words[stop.look]} {stop.below}".rstrip() for stop in shown)


def _stop(row: WorkView, stage: Stage, place: int, on: date) -> Stop:
    """``place``: how many stops behind the current one."""
    name = said(SHORT_NAMES[stage])
    done = done_on(row.facts.stages, stage, on)
    known = row.facts.stages.get(stage)
    target = known.target if known else None
    if done is not None:
        return Stop(name, Look.DONE, _short(done, on))
    if place < 0:
        if stage is Stage.CLEARANCE:
            return Stop(name, Look.STUCK, QCoreApplication.translate("Stages", "chưa xong"), late=True)
        return Stop(name, Look.DONE)
    late = target is not None and target < on
    if place == 0:
        if stage is Stage.BUILDING and row.state.stage is Stage.BUILDING:
            return Stop(name, Look.CURRENT, format_percent(row.state.share))
        return Stop(name, Look.CURRENT, _due(target, on), late)
    return Stop(name, Look.COMING, _due(target, on), late)


def _due(target: date | None, on: date) -> str:
    if target is None:
        return ""
    words = (
        QCoreApplication.translate("Stages", "hạn {}")
        if target < on
        else QCoreApplication.translate("Stages", "kế hoạch {}")
    )
    return words.format(_short(target, on))


def _short(day: date, on: date) -> str:
    """Without the year where it is this one."""
    return f"{day.day}/{day.month}" if day.year == on.year else format_date(day)
