"""Which procedure a goal follows when nobody names one."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ntm_desktop.domain.goals import TWO_LEVELS, TWO_LEVELS_FROM, usual_regime


@given(st.sampled_from(["", " ", "huyện Minh Hóa"]), st.integers(-4000, 4000))
def test_the_district_procedure_needs_a_district_and_its_time(district: str, days: int) -> None:
    found = usual_regime("2021", district=district, on=TWO_LEVELS_FROM + timedelta(days=days), year=2030)
    assert found == ("2021" if district.strip() and days < 0 else TWO_LEVELS)


def test_the_last_day_of_the_districts() -> None:
    assert usual_regime("2021", district="huyện Minh Hóa", on=date(2025, 6, 30), year=2025) == "2021"
    assert usual_regime("2021", district="huyện Minh Hóa", on=date(2025, 7, 1), year=2025) == "2025-2cap"


def test_a_goal_of_a_year_with_districts_entered_later_goes_to_its_district() -> None:
    late = date(2026, 11, 1)
    assert usual_regime("2016", district="huyện Minh Hóa", on=late, year=2021) == "2016"
    assert usual_regime("2016", district="", on=late, year=2021) == TWO_LEVELS
