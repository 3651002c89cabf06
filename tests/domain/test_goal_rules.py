"""Which procedure a goal follows when nobody names one."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ntm_desktop.domain.goals import TWO_LEVELS, TWO_LEVELS_FROM, usual_regime


@given(st.sampled_from(["", " ", "huyện Minh Hóa"]), st.integers(-4000, 4000))
def test_the_district_procedure_needs_a_district_and_its_time(district: str, days: int) -> None:
    found = usual_regime("2021", district=district, on=TWO_LEVELS_FROM + timedelta(days=days))
    assert found == ("2021" if district.strip() and days < 0 else TWO_LEVELS)


def test_the_last_day_of_the_districts() -> None:
    assert usual_regime("2021", district="huyện Minh Hóa", on=date(2025, 6, 30)) == "2021"
    assert usual_regime("2021", district="huyện Minh Hóa", on=date(2025, 7, 1)) == "2025-2cap"
