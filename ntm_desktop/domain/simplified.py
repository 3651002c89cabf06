"""The simplified route (cơ chế đặc thù): whether a work meets the conditions of the decree of its day.

The decrees are data (``resources/works``). What only people know is stated by them;
the ceiling of the total investment is compared by the program. Source: the project's notes on works, §3.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ntm_desktop.domain.criteria import Verification
from ntm_desktop.domain.stages import Stage, StageDates, done_on
from ntm_desktop.text import format_date, format_millions

CEILING = "ceiling"
"""The condition that is computed."""

CONDITION_NAMES: Mapping[str, str] = {
    "programme": "Thuộc nội dung đầu tư của chương trình",
    CEILING: "Tổng mức đầu tư",
    "place": "Trên địa bàn một xã",
    "technique": "Kỹ thuật đơn giản, có thiết kế mẫu",
    "contribution": "Người dân đóng góp, tham gia",
    "list": "Thuộc danh mục của tỉnh",
}
"""Short, for lists; each decree words them in its own way."""


class Check(StrEnum):
    HOLDS = "holds"
    FAILS = "fails"
    OPEN = "open"  # nobody said yet


@dataclass(frozen=True, slots=True)
class Condition:
    key: str
    text: str
    verification: Verification
    source: str


@dataclass(frozen=True, slots=True)
class Decree:
    """``since`` and ``until`` are its first and last day; ``ceiling`` in đồng."""

    name: str
    since: date
    until: date | None
    verification: Verification
    source: str
    ceiling: int
    ceiling_included: bool
    conditions: tuple[Condition, ...]

    def is_in_force(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Stated:
    """What an officer says of one condition; ``note`` names the paper that shows it, or why it fails."""

    holds: bool
    note: str


@dataclass(frozen=True, slots=True)
class Finding:
    condition: Condition
    check: Check
    reason: str


@dataclass(frozen=True, slots=True)
class RouteCheck:
    """``decree`` is None when none of the known ones was in force on ``day``; then nothing is found."""

    day: date
    decree: Decree | None
    findings: tuple[Finding, ...]

    @property
    def failed(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.check is Check.FAILS)

    @property
    def open(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.check is Check.OPEN)


def check_route(
    decrees: Sequence[Decree],
    stages: Mapping[Stage, StageDates],
    stated: Mapping[str, Stated],
    *,
    total: int,
    on: date,
) -> RouteCheck:
    """Against the decree of the day of approval, or of ``on`` while the work is not approved.

    ``total``: the total investment in force, đồng; 0 while none is known.
    """
    day = done_on(stages, Stage.APPROVAL, on) or on
    decree = next((one for one in decrees if one.is_in_force(day)), None)
    if decree is None:
        return RouteCheck(day, None, ())
    findings = (
        _ceiling(decree, condition, total) if condition.key == CEILING else _said(condition, stated)
        for condition in decree.conditions
    )
    return RouteCheck(day, decree, tuple(findings))


def lacking(check: RouteCheck) -> str:
    """The sentence of the alarm; "" while nothing fails."""
    if check.decree is None or not check.failed:
        return ""
    reasons = "; ".join(finding.reason for finding in check.failed)
    decree = f"{check.decree.name} (xét ngày {format_date(check.day)})"
    return f"Không đủ điều kiện cơ chế đặc thù theo {decree}: {reasons}."


def _ceiling(decree: Decree, condition: Condition, total: int) -> Finding:
    if not total:
        return Finding(condition, Check.OPEN, "chưa nhập tổng mức đầu tư")
    within = total <= decree.ceiling if decree.ceiling_included else total < decree.ceiling
    limit = "không quá" if decree.ceiling_included else "dưới"
    reason = f"tổng mức đầu tư {format_millions(total)}, quy định {limit} {format_millions(decree.ceiling)}"
    return Finding(condition, Check.HOLDS if within else Check.FAILS, reason)


def _said(condition: Condition, stated: Mapping[str, Stated]) -> Finding:
    known = stated.get(condition.key)
    if known is None:
        return Finding(condition, Check.OPEN, "chưa xác định")
    if known.holds:
        return Finding(condition, Check.HOLDS, known.note)
    named = condition.text[0].lower() + condition.text[1:]
    why = f" ({known.note})" if known.note else ""
    return Finding(condition, Check.FAILS, f"không đạt điều kiện “{named}”{why}")
