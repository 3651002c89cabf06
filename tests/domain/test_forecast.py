from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from ntm_desktop.domain.forecast import awaited, outlook
from ntm_desktop.domain.judging import Judgement, Verdict
from ntm_desktop.domain.overview import Forecast
from ntm_desktop.domain.standing import standing
from ntm_desktop.packs.criteria import load_builtin

SET = load_builtin("xa-ntm-2016-2020")
TODAY, DEADLINE = date(2021, 6, 30), date(2021, 12, 31)


def forecast(
    open_ones: dict[str, Verdict],
    plans: dict[str, date | None],
    today: date = TODAY,
    works: Sequence[tuple[str, date | None]] = (),
) -> tuple[Forecast, tuple[tuple[str, str], ...]]:
    met = Judgement(Verdict.MET, (), unverified=False)
    judgements = {indicator.code: met for indicator in SET.indicators()}
    judgements |= {code: replace(met, verdict=verdict) for code, verdict in open_ones.items()}
    waits = {code: awaited(due, works) for code, due in plans.items()}
    found = outlook(SET, standing(SET, judgements), waits=waits, deadline=DEADLINE, today=today)
    return found.forecast, found.causes


def test_reached_needs_nothing_more() -> None:
    assert forecast({}, {}) == (Forecast.REACHED, ())


def test_a_plan_that_ends_in_time_is_on_track() -> None:
    assert forecast({"17.6": Verdict.UNMET}, {"17.6": date(2021, 11, 30)})[0] is Forecast.ON_TRACK


@pytest.mark.parametrize(
    ("verdict", "plans", "why"),
    [
        (Verdict.UNMET, {}, "chỉ tiêu 17.6 chưa có kế hoạch"),
        (Verdict.UNMET, {"17.6": date(2021, 6, 10)}, "kế hoạch 17.6 quá hạn 20 ngày"),
        (Verdict.UNMET, {"17.6": date(2022, 1, 10)}, "kế hoạch 17.6 muộn 10 ngày"),
        (Verdict.NO_TARGET, {}, "chưa có mức chỉ tiêu 17.6"),
        (Verdict.NOT_ASSESSED, {}, "chưa đánh giá chỉ tiêu 17.6"),
    ],
)
def test_what_is_not_provided_for_is_a_risk(
    verdict: Verdict, plans: dict[str, date | None], why: str
) -> None:
    verdict_now, causes = forecast({"17.6": verdict}, plans)
    assert verdict_now is Forecast.AT_RISK
    assert [words for _name, words in causes] == [why]
    assert causes[0][0].startswith("17 ")


@pytest.mark.parametrize(
    ("due", "works", "why"),
    [
        (None, [("Bãi rác", date(2023, 7, 20))], "Bãi rác dự kiến xong 20/7/2023, muộn 566 ngày"),
        (
            date(2021, 11, 30),
            [("A", date(2021, 8, 1)), ("B", date(2022, 1, 10))],
            "B dự kiến xong 10/1/2022, muộn 10 ngày",
        ),
        (date(2021, 11, 30), [("A", date(2022, 8, 1)), ("B", None)], "B chưa dự kiến được ngày xong"),
        (
            date(2021, 6, 10),
            [("A", date(2021, 8, 1))],
            "kế hoạch 17.6 quá hạn 20 ngày, A dự kiến xong 1/8/2021",
        ),
        (date(2022, 1, 10), [("A", date(2021, 8, 1))], None),
        (date(2021, 11, 30), [("A", date(2021, 12, 1))], None),
    ],
)
def test_the_last_work_that_serves_an_indicator_says_when_it_is_met(
    due: date | None, works: list[tuple[str, date | None]], why: str | None
) -> None:
    found, causes = forecast({"17.6": Verdict.UNMET}, {"17.6": due}, works=works)
    assert found is (Forecast.AT_RISK if why else Forecast.ON_TRACK)
    assert [words for _name, words in causes] == ([why] if why else [])


def test_a_work_comes_after_the_plan_also_while_nobody_knows_when() -> None:
    assert awaited(date(2021, 11, 30), [("A", date(2021, 12, 1))]).after_plan
    assert awaited(date(2021, 11, 30), [("A", None)]).after_plan
    assert not awaited(date(2021, 11, 30), [("A", date(2021, 11, 30))]).after_plan
    assert not awaited(None, [("A", date(2021, 11, 30))]).after_plan
    assert not awaited(date(2021, 11, 30), []).after_plan


def test_the_worst_causes_come_first_and_at_most_three() -> None:
    open_ones = dict.fromkeys(("1.1", "2.4", "10.1", "17.6"), Verdict.UNMET)
    causes = forecast(open_ones, {"17.6": date(2021, 6, 1), "10.1": date(2022, 6, 1)})[1]
    assert [name.split()[0] for name, _words in causes] == ["17", "10", "1"]


def test_a_set_whose_indicators_are_unknown_is_a_risk() -> None:
    skeleton = load_builtin("xa-ntm-2026-2030")
    found = outlook(skeleton, standing(skeleton, {}), waits={}, deadline=date(2030, 12, 31), today=TODAY)
    assert found.forecast is Forecast.AT_RISK
    assert found.causes[0][1] == "bộ tiêu chí chưa có chỉ tiêu"


def test_past_the_deadline_it_is_overdue() -> None:
    plans: dict[str, date | None] = {"17.6": None}
    assert forecast({"17.6": Verdict.UNMET}, plans, date(2022, 1, 1))[0] is Forecast.OVERDUE
