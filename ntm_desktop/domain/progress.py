"""Physical progress of a construction work against its plan: measurements, the planned curve, delay.

Shares are basis points (46 % = 4600). A work on which nothing was measured stands at 0, never at "unknown".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from operator import attrgetter

from ntm_desktop.domain.corrections import beside, in_order
from ntm_desktop.errors import EntryRefused, NtmError
from ntm_desktop.text import format_date, format_percent

WHOLE = 10_000


class DelayCause(StrEnum):
    CONTRACTOR = "contractor"
    CAPITAL = "capital"
    LAND = "land"
    PROCEDURE = "procedure"
    WEATHER = "weather"
    EPIDEMIC = "epidemic"
    OTHER = "other"


CAUSE_NAMES = {
    DelayCause.CONTRACTOR: "Nhà thầu",
    DelayCause.CAPITAL: "Vốn",
    DelayCause.LAND: "Mặt bằng",
    DelayCause.PROCEDURE: "Thủ tục",
    DelayCause.WEATHER: "Thời tiết",
    DelayCause.EPIDEMIC: "Dịch bệnh",
    DelayCause.OTHER: "Khác",
}


@dataclass(frozen=True, slots=True)
class Measured:
    """One dated measurement. ``value`` is the executed volume in đồng so far, None if not told."""

    on: date
    share: int
    value: int | None = None
    uid: str = ""
    seq: int = 0
    supersedes: str | None = None


@dataclass(frozen=True, slots=True)
class PlanPoint:
    """By the end of ``on`` the plan has ``share`` done. A plan is some of these, rising from 0 to WHOLE."""

    on: date
    share: int


@dataclass(frozen=True, slots=True)
class Baseline:
    """A plan as it was decided on a day; ``reason`` says why the one before was given up, "" of the first."""

    on: date
    points: tuple[PlanPoint, ...]
    reason: str = ""
    uid: str = ""
    seq: int = 0


def in_force(baselines: Iterable[Baseline], on: date) -> Baseline | None:
    """The newest that was decided by the end of a day; None while there was none."""
    return max(decided(baselines, on), key=lambda one: (one.on, one.seq), default=None)


def replaced(baselines: Iterable[Baseline], on: date) -> Baseline | None:
    """The one that the plan in force took the place of."""
    known = sorted(decided(baselines, on), key=lambda one: (one.on, one.seq))
    return known[-2] if len(known) > 1 else None


def decided(baselines: Iterable[Baseline], on: date) -> list[Baseline]:
    return [one for one in baselines if one.on <= on]


def share_on(measured: Iterable[Measured], on: date) -> int:
    """The newest measurement by its day; 0 before the first."""
    known = [one for one in in_order(measured) if one.on <= on]
    return known[-1].share if known else 0


def whole_since(measured: Iterable[Measured], on: date) -> date | None:
    """The day from which all was done, as known by the end of ``on``; None while something is left."""
    since = None
    for one in in_order(measured):
        if one.on <= on:
            since = (since or one.on) if one.share >= WHOLE else None
    return since


def check_measurement(
    new: Measured, earlier: Sequence[Measured], *, today: date, started: date | None, reason: str
) -> None:
    """Refuses the first of ``measurement_problems``."""
    for refused in measurement_problems(new, earlier, today=today, started=started, reason=reason):
        raise refused


def measurement_problems(
    new: Measured, earlier: Sequence[Measured], *, today: date, started: date | None, reason: str
) -> Iterator[EntryRefused]:
    """A share outside 0–100 %, a day in the future, and progress that falls back unexplained.

    ``earlier`` are the measurements of the work; the one that ``new`` supersedes does not count, nor what
    lies after ``today``, which no screen shows.
    """
    begun = started is None or not new.share or new.on >= started
    sound = 0 <= new.share <= WHOLE and new.on <= today and begun
    if not 0 <= new.share <= WHOLE:
        yield EntryRefused(
            "share",
            f"Khối lượng {format_percent(new.share)} không hợp lệ. Nhập tỷ lệ lũy kế từ 0% đến 100%.",
        )
    if new.on > today:
        yield EntryRefused(
            "on",
            f"Ngày {format_date(new.on)} ở sau hôm nay ({format_date(today)}). Nhập lại ngày đo khối lượng.",
        )
    if started is not None and not begun:
        yield EntryRefused(
            "on",
            f"Ngày {format_date(new.on)} ở trước ngày khởi công ({format_date(started)}). "
            "Nhập lại ngày, hoặc sửa ngày khởi công.",
        )
    if new.value is not None and new.value < 0:
        yield EntryRefused(
            "value", "Giá trị khối lượng không thể âm. Nhập số tiền bằng đồng, ví dụ 250.000.000."
        )
    if reason.strip() or not sound:
        return
    others = [one for one in in_order(earlier) if one.on <= today and one.uid != new.supersedes]
    before, after = beside(others, new.on, attrgetter("on"))
    fall = before if before is not None and before.share > new.share else None
    if fall is None and after is not None and after.share < new.share:
        fall = after
    if fall is not None:
        yield EntryRefused(
            "reason",
            f"Khối lượng lùi so với ngày {format_date(fall.on)} ({format_percent(fall.share)}). "
            "Ghi lý do, ví dụ phải làm lại, đo sai lần trước.",
        )


def check_plan(points: Sequence[PlanPoint]) -> None:
    """Raises NtmError unless the days rise, the shares never fall, and the plan goes from 0 to 100 %."""
    if len(points) < 2:
        raise NtmError("Kế hoạch khối lượng cần ít nhất ngày bắt đầu (0%) và ngày hoàn thành (100%).")
    for before, after in pairwise(points):
        if after.on <= before.on:
            raise NtmError(
                f"Các mốc kế hoạch phải theo thứ tự ngày: {format_date(after.on)} không sau "
                f"{format_date(before.on)}. Sửa lại ngày."
            )
        if after.share < before.share:
            raise NtmError(
                f"Kế hoạch lũy kế không giảm: ngày {format_date(after.on)} ({format_percent(after.share)}) "
                f"thấp hơn ngày {format_date(before.on)} ({format_percent(before.share)}). Sửa lại tỷ lệ."
            )
    if points[0].share != 0 or points[-1].share != WHOLE:
        raise NtmError("Kế hoạch bắt đầu từ 0% và kết thúc ở 100%. Sửa lại mốc đầu hoặc mốc cuối.")


def planned_share(points: Sequence[PlanPoint], on: date) -> int:
    """The plan's share on a day: straight between its points, 0 before, WHOLE after. Without points 0."""
    if not points or on <= points[0].on:
        return 0
    for before, after in pairwise(points):
        if on <= after.on:
            days = (after.on - before.on).days
            return before.share + (after.share - before.share) * (on - before.on).days // days
    return WHOLE


def planned_day(points: Sequence[PlanPoint], share: int) -> date | None:
    """The last day on which the plan has not more than ``share``; None without a plan."""
    if not points:
        return None
    if share >= WHOLE:
        return points[-1].on
    day = points[0].on
    for before, after in pairwise(points):
        if after.share > share:
            rise, days = after.share - before.share, (after.on - before.on).days
            return before.on + timedelta(days=((share - before.share + 1) * days - 1) // rise)
        day = after.on
    return day


def delay_days(points: Sequence[PlanPoint], share: int, *, on: date, finished: date | None = None) -> int:
    """How many days behind its plan a work is; 0 when it is not, or has no plan.

    Of a finished work: how late it was finished. Otherwise the days since the plan had what is done now.
    """
    if not points:
        return 0
    if finished is not None and finished <= on:
        return max(0, (finished - points[-1].on).days)
    reached = planned_day(points, share)
    return 0 if reached is None else max(0, (on - reached).days)


def gap(share: int, money: int) -> int:
    """Physical minus money progress, basis points: positive, the builders work ahead of their pay."""
    return share - money


def expected_finish(
    points: Sequence[PlanPoint], share: int, *, on: date, finished: date | None = None
) -> date | None:
    """When it was, or will be, finished if the delay stays what it is; None without a plan."""
    if finished is not None and finished <= on:
        return finished
    if not points:
        return None
    expected = points[-1].on + timedelta(days=delay_days(points, share, on=on))
    return max(expected, on)


def check_baseline(new: Baseline, earlier: Sequence[Baseline], *, today: date) -> None:
    """Refuses a day in the future, and a plan that replaces another without a reason."""
    check_plan(new.points)
    if new.on > today:
        raise EntryRefused(
            "on",
            f"Ngày chốt {format_date(new.on)} ở sau hôm nay ({format_date(today)}). Nhập lại ngày chốt.",
        )
    if earlier and not new.reason.strip():
        raise EntryRefused(
            "reason", "Kế hoạch khối lượng đã chốt. Ghi lý do đổi; kế hoạch trước vẫn được lưu để so sánh."
        )


def even_plan(start: date, finish: date) -> tuple[PlanPoint, ...]:
    """Raises NtmError when the finish is not after the start."""
    check_span(start, finish)
    return checked_plan([PlanPoint(start, 0), PlanPoint(finish, WHOLE)])


def weighted_plan(start: date, parts: Sequence[tuple[date, int]]) -> tuple[PlanPoint, ...]:
    """A plan of parts: by its day each adds its weight (tỷ trọng, basis points), and all make 100 %.

    Parts may come in any order and share a day. Raises NtmError when they do not make a plan.
    """
    total = sum(weight for _day, weight in parts)
    if any(weight < 0 for _day, weight in parts):
        raise NtmError("Tỷ trọng không thể âm. Nhập tỷ trọng từ 0% đến 100%.")
    if total != WHOLE:
        raise NtmError(f"Tổng tỷ trọng đang là {format_percent(total)}, phải đủ 100%. Sửa lại tỷ trọng.")
    points, share = [PlanPoint(start, 0)], 0
    for day in sorted({day for day, weight in parts if weight}):
        share += sum(weight for one, weight in parts if one == day)
        points.append(PlanPoint(day, share))
    return checked_plan(points)


def monthly_plan(start: date, months: Sequence[tuple[date, int]]) -> tuple[PlanPoint, ...]:
    """A plan of what shall be done by the end of each month, so far, basis points; the last is the finish."""
    return checked_plan([PlanPoint(start, 0), *(PlanPoint(day, share) for day, share in months)])


def month_ends(start: date, finish: date) -> tuple[date, ...]:
    """The last days of the months after ``start``, and ``finish`` in place of the last."""
    ends: list[date] = []
    day = start
    while True:
        following = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
        end = following - timedelta(days=1)
        if end >= finish:
            return (*ends, finish)
        if end > start:
            ends.append(end)
        day = following


def check_span(start: date, finish: date) -> None:
    if finish <= start:
        raise NtmError(
            f"Ngày hoàn thành {format_date(finish)} không sau ngày bắt đầu {format_date(start)}. "
            "Sửa lại một trong hai ngày."
        )


def checked_plan(points: Sequence[PlanPoint]) -> tuple[PlanPoint, ...]:
    check_plan(points)
    return tuple(points)
