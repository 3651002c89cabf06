"""Will the commune make it? A verdict on the open criteria and the plans for them, with its causes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ntm_desktop.domain.criteria import CriteriaSet, Indicator
from ntm_desktop.domain.judging import Verdict
from ntm_desktop.domain.overview import Forecast
from ntm_desktop.domain.standing import Standing

MOST_CAUSES = 3


@dataclass(frozen=True, slots=True)
class Outlook:
    forecast: Forecast
    causes: tuple[tuple[str, str], ...]  # "2 Giao thông", why; the worst first


def outlook(
    criteria_set: CriteriaSet,
    now: Standing,
    *,
    plans: Mapping[str, date | None],
    deadline: date,
    today: date,
) -> Outlook:
    """``plans`` holds the deadline of each open plan by indicator code (None: a plan without one)."""
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
            if (reason := _reason(indicator, verdicts[indicator.code], plans, deadline, today))
        ]
        if not criterion.indicators:
            reasons = [(5, "bộ tiêu chí chưa có chỉ tiêu")]
        if reasons:
            rank, words = min(reasons)
            found.append((rank, place, f"{criterion.code} {criterion.short_name}", words))
    causes = tuple((name, words) for _rank, _place, name, words in sorted(found)[:MOST_CAUSES])
    if today > deadline:
        return Outlook(Forecast.OVERDUE, causes)
    return Outlook(Forecast.AT_RISK if found else Forecast.ON_TRACK, causes)


def _reason(
    indicator: Indicator, verdict: Verdict, plans: Mapping[str, date | None], deadline: date, today: date
) -> tuple[int, str] | None:
    """Why an indicator may not be met in time: how bad, and in words."""
    code = indicator.official_code
    if verdict is Verdict.UNMET:
        if indicator.code not in plans:
            return 2, f"chỉ tiêu {code} chưa có kế hoạch"
        due = plans[indicator.code]
        if due is not None and due < today:
            return 0, f"kế hoạch {code} quá hạn {(today - due).days} ngày"
        if due is not None and due > deadline:
            return 1, f"kế hoạch {code} muộn {(due - deadline).days} ngày"
    if verdict is Verdict.NO_TARGET:
        return 3, f"chưa có mức chỉ tiêu {code}"
    if verdict is Verdict.NOT_ASSESSED:
        return 4, f"chưa đánh giá chỉ tiêu {code}"
    return None
