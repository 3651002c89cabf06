"""Which numbers are asked about because they can hardly be meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_sets import make_indicator, make_part, make_target, resolved

from ntm_desktop.domain.criteria import Measure
from ntm_desktop.domain.doubts import FAR, far_beyond

INCOME = make_part(measure=Measure.AMOUNT)


def test_an_income_typed_in_dong_is_asked_about_against_its_level() -> None:
    (doubt,) = far_beyond(
        make_indicator(INCOME), {"v": 34_500_000_000}, {"v": resolved(INCOME, 36_000)}, None
    )
    assert doubt.startswith("34.500.000 triệu đồng/người/năm gấp hơn 20 lần mức ≥ 36 triệu đồng/người/năm.")


def test_without_a_level_the_last_figure_or_the_levels_of_others_stand_in() -> None:
    bare = make_indicator(INCOME)
    (doubt,) = far_beyond(bare, {"v": 34_500_000_000}, {"v": None}, {"v": 34_500})
    assert "20 lần số đã ghi 34,5 triệu đồng/người/năm" in doubt
    assert far_beyond(bare, {"v": 34_500_000_000}, {"v": None}, None) == []
    known = make_indicator(INCOME, targets=(make_target(36_000, year=2020), make_target(45_000, year=2020)))
    (doubt,) = far_beyond(known, {"v": 34_500_000_000}, {"v": None}, None)
    assert "mức ≥ 45 triệu" in doubt


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10**9))
def test_nothing_within_reach_of_what_is_known_is_asked_about(level: int, last: int, typed: int) -> None:
    doubts = far_beyond(make_indicator(INCOME), {"v": typed}, {"v": resolved(INCOME, level)}, {"v": last})
    assert bool(doubts) == (0 < max(level, last) * FAR < typed)


@pytest.mark.parametrize("measure", [Measure.PERCENT, Measure.ACHIEVED, Measure.LEVEL])
def test_what_has_an_end_of_its_own_is_never_asked_about(measure: Measure) -> None:
    part = make_part(measure=measure, levels=("A", "B"))
    assert far_beyond(make_indicator(part), {"v": 10_000}, {"v": resolved(part, 1)}, {"v": 1}) == []
