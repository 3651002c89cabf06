"""Goals (đăng ký mục tiêu): dated facts that say which set, regime, tier, year and profile are in force."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ntm_desktop.errors import NtmError

TWO_LEVELS = "2025-2cap"
TWO_LEVELS_FROM = date(2025, 7, 1)  # Nghị định 131/2025/NĐ-CP: no district level any more


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


def usual_regime(of_set: str, *, district: str, on: date) -> str:
    """The procedure of a goal that names none: the set's; without a district level that of two levels.

    ``of_set``: default of the criteria set; ``district`` as typed; ``on``: the day from which the goal holds.
    """
    return of_set if district.strip() and on < TWO_LEVELS_FROM else TWO_LEVELS


def goal_on(goals: Sequence[Goal], day: date) -> Goal:
    """The goal in force on a day; before the first one, the first. Of two from one day, the later listed."""
    if not goals:
        raise NtmError("Xã chưa đăng ký mục tiêu. Đăng ký ở trang Thiết lập.")
    in_order = sorted(goals, key=lambda goal: goal.valid_from)
    in_force = [goal for goal in in_order if goal.valid_from <= day]
    return in_force[-1] if in_force else in_order[0]
