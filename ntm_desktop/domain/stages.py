"""Stages of a construction work (giai đoạn của công trình): which there are, and where a work stands.

A stage is a dated event with a target date; their order is not strictly linear, so the current stage is
derived, never typed. Source: the project's notes on works, §2 [recalled, high].
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Route(StrEnum):
    ORDINARY = "ordinary"
    SIMPLIFIED = "simplified"  # cơ chế đặc thù


class Stage(StrEnum):
    PROPOSAL = "proposal"
    DECISION = "decision"
    STUDY = "study"
    APPRAISAL = "appraisal"
    APPROVAL = "approval"
    CAPITAL = "capital"
    TENDER = "tender"
    CONTRACT = "contract"
    CLEARANCE = "clearance"
    START = "start"
    BUILDING = "building"
    ACCEPTANCE = "acceptance"
    HANDOVER = "handover"
    PAYMENT = "payment"
    SETTLEMENT = "settlement"
    WARRANTY = "warranty"


STAGE_NAMES: Mapping[Stage, str] = {
    Stage.PROPOSAL: "Đề xuất, chọn công trình",
    Stage.DECISION: "Chủ trương đầu tư",
    Stage.STUDY: "Lập báo cáo kinh tế - kỹ thuật",
    Stage.APPRAISAL: "Thẩm định",
    Stage.APPROVAL: "Phê duyệt",
    Stage.CAPITAL: "Giao kế hoạch vốn",
    Stage.TENDER: "Chọn nhà thầu",
    Stage.CONTRACT: "Ký hợp đồng",
    Stage.CLEARANCE: "Giải phóng mặt bằng",
    Stage.START: "Khởi công",
    Stage.BUILDING: "Thi công",
    Stage.ACCEPTANCE: "Nghiệm thu hoàn thành",
    Stage.HANDOVER: "Bàn giao, đưa vào sử dụng",
    Stage.PAYMENT: "Thanh toán",
    Stage.SETTLEMENT: "Quyết toán",
    Stage.WARRANTY: "Bảo hành",
}

SHORT_NAMES: Mapping[Stage, str] = {
    Stage.PROPOSAL: "Đề xuất",
    Stage.DECISION: "Chủ trương",
    Stage.STUDY: "Lập BCKTKT",
    Stage.APPRAISAL: "Thẩm định",
    Stage.APPROVAL: "Phê duyệt",
    Stage.CAPITAL: "Giao vốn",
    Stage.TENDER: "Chọn nhà thầu",
    Stage.CONTRACT: "Hợp đồng",
    Stage.CLEARANCE: "Mặt bằng",
    Stage.START: "Khởi công",
    Stage.BUILDING: "Thi công",
    Stage.ACCEPTANCE: "Nghiệm thu",
    Stage.HANDOVER: "Bàn giao",
    Stage.PAYMENT: "Thanh toán",
    Stage.SETTLEMENT: "Quyết toán",
    Stage.WARRANTY: "Bảo hành",
}

_SIMPLIFIED_NAMES = {
    Stage.DECISION: "Đưa vào danh mục hằng năm",
    Stage.STUDY: "Lập hồ sơ xây dựng công trình",
    Stage.TENDER: "Giao cộng đồng, tổ nhóm thợ",
    Stage.CONTRACT: "Thỏa thuận, hợp đồng với tổ nhóm",
}

_SIDE = frozenset({Stage.CLEARANCE, Stage.PAYMENT, Stage.WARRANTY})
_MAIN = tuple(stage for stage in Stage if stage not in _SIDE)


@dataclass(frozen=True, slots=True)
class StageDates:
    """One stage of one work: when it should be done and when it was. For WARRANTY ``target`` is its end."""

    stage: Stage
    target: date | None = None
    done: date | None = None


def stage_name(stage: Stage, route: Route) -> str:
    """In full, as the route calls it."""
    if route is Route.SIMPLIFIED and stage in _SIMPLIFIED_NAMES:
        return _SIMPLIFIED_NAMES[stage]
    return STAGE_NAMES[stage]


def runs_beside(stage: Stage) -> bool:
    """Beside others: it never holds the place where a work stands, except while that waits for its land."""
    return stage in _SIDE


def comes_after(stage: Stage, other: Stage) -> bool:
    """On the way of a work; one that runs beside others comes when it comes."""
    return not runs_beside(stage) and _place(stage) > _place(other)


def done_on(stages: Mapping[Stage, StageDates], stage: Stage, on: date) -> date | None:
    """When a stage was done, if it was by the end of a day."""
    known = stages.get(stage)
    return known.done if known and known.done and known.done <= on else None


def accepted_on(stages: Mapping[Stage, StageDates], on: date) -> date | None:
    """When the work was accepted as complete; an acceptance from before its start is no such thing."""
    return None if start_after_acceptance(stages) else done_on(stages, Stage.ACCEPTANCE, on)


def start_after_acceptance(stages: Mapping[Stage, StageDates]) -> date | None:
    """The start of a work that was accepted before it; None where the days are in order.

    By the days that were entered, whatever the day of the look: such an acceptance never counts.
    """
    accepted, started = (
        stages[stage].done if stage in stages else None for stage in (Stage.ACCEPTANCE, Stage.START)
    )
    return started if accepted is not None and started is not None and accepted < started else None


def current_stage(stages: Mapping[Stage, StageDates], on: date) -> Stage:
    """The stage a work is in: the one after the furthest that is done.

    A contract without handed-over land waits in CLEARANCE until the work begins.
    The furthest counts because an office that enters an acceptance does not enter ten dates before it.
    """
    done = {stage for stage in _MAIN if done_on(stages, stage, on)}
    if accepted_on(stages, on) is None:
        done.discard(Stage.ACCEPTANCE)
    reached = [place for place, stage in enumerate(_MAIN) if stage in done]
    if not reached:
        return Stage.PROPOSAL
    following = _MAIN[min(reached[-1] + 1, len(_MAIN) - 1)]
    if following is Stage.START:
        cleared = Stage.CLEARANCE not in stages or done_on(stages, Stage.CLEARANCE, on)
        return Stage.START if cleared else Stage.CLEARANCE
    return following


def out_of_order(stages: Mapping[Stage, StageDates], on: date) -> tuple[tuple[Stage, Stage], ...]:
    """Each stage that was done before an earlier one of the route, and which of those was done last."""
    done = [(stage, day) for stage in _MAIN if (day := done_on(stages, stage, on))]
    found = []
    for place, (stage, day) in enumerate(done):
        last, latest = max(done[: place + 1], key=lambda one: one[1])
        if latest > day:
            found.append((stage, last))
    return tuple(found)


def entered_on(stages: Mapping[Stage, StageDates], on: date) -> date | None:
    """Since when a work has been in its current stage: the last day on which a stage before it was done."""
    now = _place(current_stage(stages, on))
    before = [stage for stage in _MAIN if _place(stage) < now]
    done = [day for stage in before if (day := done_on(stages, stage, on))]
    return max(done, default=None)


def days_in_stage(stages: Mapping[Stage, StageDates], on: date) -> int | None:
    """None while nothing is dated, and once the work is settled: that is done, not going on."""
    if done_on(stages, Stage.SETTLEMENT, on):
        return None
    entered = entered_on(stages, on)
    return None if entered is None else (on - entered).days


_PLACES = {stage: place for place, stage in enumerate(Stage)}


def _place(stage: Stage) -> int:
    return _PLACES[stage]
