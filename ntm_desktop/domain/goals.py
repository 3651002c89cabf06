"""Goals (đăng ký mục tiêu): dated facts that say which set, regime, tier, year and profile are in force."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ntm_desktop.domain.facts import FIRST_SET
from ntm_desktop.errors import NtmError

TWO_LEVELS = "2025-2cap"
"""The procedure in which the commune's dossier goes straight to the province."""

TWO_LEVELS_FROM = date(2025, 7, 1)
"""No districts from this day on (Luật Tổ chức chính quyền địa phương 2025)."""

TIERS = {
    "ntm": "nông thôn mới",
    "nang-cao": "nông thôn mới nâng cao",
    "kieu-mau": "nông thôn mới kiểu mẫu",
    "hien-dai": "nông thôn mới hiện đại",
}
"""Tiers of sets, as the titles of the papers say them."""

YEARS = range(FIRST_SET.year, 2101)
"""Years that anything of the Programme can be of."""


@dataclass(frozen=True, slots=True)
class Goal:
    uid: str
    set_id: str
    set_version: str
    regime: str
    tier: str
    year: int
    profile: str
    profile_ground: str
    valid_from: date
    deadline: date


def usual_regime(of_set: str, *, district: str, on: date, year: int) -> str:
    """The procedure of a goal that names none: the set's; without a district level that of two levels.

    ``of_set``: default of the criteria set; ``district`` as typed; ``on``: the day from which the goal holds,
    which may be entered years after its ``year``.
    """
    with_districts = min(on, date(year, 12, 31)) < TWO_LEVELS_FROM
    return of_set if district.strip() and with_districts else TWO_LEVELS


def goal_on(goals: Sequence[Goal], day: date) -> Goal:
    """The goal in force on a day; before the first one, the first. Of two from one day, the later listed."""
    if not goals:
        raise NtmError("Xã chưa đăng ký mục tiêu. Đăng ký ở trang Thiết lập.")
    in_order = sorted(goals, key=lambda goal: goal.valid_from)
    in_force = [goal for goal in in_order if goal.valid_from <= day]
    return in_force[-1] if in_force else in_order[0]
