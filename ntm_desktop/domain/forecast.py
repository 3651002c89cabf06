"""Will the commune make it? A verdict on the open criteria and the plans for them, with its causes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ntm_desktop.domain.criteria import CriteriaSet, Indicator
from ntm_desktop.domain.judging import Verdict
from ntm_desktop.domain.overview import Forecast
from ntm_desktop.domain.standing import Standing
from ntm_desktop.text import format_date

MOST_CAUSES = 3


@dataclass(frozen=True, slots=True)
class Outlook:
    forecast: Forecast
    causes: tuple[tuple[str, str], ...]  # "2 Giao thông", why; the worst first


@dataclass(frozen=True, slots=True)
class Awaited:
    """When an unmet indicator should be met."""

    due: date | None
    """None: unknown."""
    work: str
    """The work that says so, the last one that serves it; "" when its plan does."""
    plan_due: date | None

    @property
    def after_plan(self) -> bool:
        """A work comes later than the plan says, or it is not known when."""
        if not self.work or self.plan_due is None:
            return False
        return self.due is None or self.due > self.plan_due

    @property
    def words(self) -> str:
        """What is said of its work: “Bãi rác dự kiến xong 20/7/2023”; "" without one."""
        if not self.work:
            return ""
        if self.due is None:
            return f"{self.work} chưa dự kiến được ngày xong"
        return f"{self.work} dự kiến xong {format_date(self.due)}"


def awaited(plan_due: date | None, works: Sequence[tuple[str, date | None]]) -> Awaited:
    """``works``: name and expected end of those that serve the indicator and are not finished. The last of
    them counts, also before the plan does; while one is unknown, so is the indicator."""
    if not works:
        return Awaited(plan_due, "", plan_due)
    name, due = max(works, key=lambda one: (one[1] is None, one[1] or date.min))
    return Awaited(due, name, plan_due)


def outlook(
    criteria_set: CriteriaSet,
    now: Standing,
    *,
    waits: Mapping[str, Awaited],
    deadline: date,
    today: date,
) -> Outlook:
    """``waits``: by the code of each indicator that has an open plan or an unfinished work."""
    if now.reaches_set:
        return Outlook(Forecast.REACHED, ())
    verdicts = {code: judgement.verdict for code, judgement in now.indicators}
    open_codes = {*now.unmet_codes, *now.undecided_codes}
    found = []
    for place, criterion in enumerate(criteria_set.criteria):
        if criterion.code not in open_codes:
            continue
        reasons = [
            reason
            for indicator in criterion.indicators
            if (reason := _reason(indicator, verdicts[indicator.code], waits, deadline, today))
        ]
        if not criterion.indicators:
            reasons = [(5, 0, "bộ tiêu chí chưa có chỉ tiêu")]
        if reasons:
            rank, sooner, words = min(reasons)
            found.append((rank, sooner, place, f"{criterion.code} {criterion.short_name}", words))
    causes = tuple((name, words) for _rank, _sooner, _place, name, words in sorted(found)[:MOST_CAUSES])
    if today > deadline:
        return Outlook(Forecast.OVERDUE, causes)
    return Outlook(Forecast.AT_RISK if found else Forecast.ON_TRACK, causes)


def _reason(
    indicator: Indicator, verdict: Verdict, waits: Mapping[str, Awaited], deadline: date, today: date
) -> tuple[int, int, str] | None:
    """Why an indicator may not be met in time: how bad, minus the days it is late, in words."""
    code = indicator.official_code
    if verdict is Verdict.UNMET:
        wait = waits.get(indicator.code)
        if wait is None:
            return 2, 0, f"chỉ tiêu {code} chưa có kế hoạch"
        if wait.plan_due is not None and wait.plan_due < today:
            more = f", {wait.words}" if wait.after_plan else ""
            days = (today - wait.plan_due).days
            return 0, -days, f"kế hoạch {code} quá hạn {days} ngày{more}"
        if wait.due is not None and wait.due > deadline:
            what = f"{wait.words}," if wait.work else f"kế hoạch {code}"
            days = (wait.due - deadline).days
            return 1, -days, f"{what} muộn {days} ngày"
        if wait.work and wait.due is None:
            return 1, 0, wait.words
    if verdict is Verdict.NO_TARGET:
        return 3, 0, f"chưa có mức chỉ tiêu {code}"
    if verdict is Verdict.NOT_ASSESSED:
        return 4, 0, f"chưa đánh giá chỉ tiêu {code}"
    return None
