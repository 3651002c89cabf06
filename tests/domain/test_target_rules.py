"""Which target applies, and how it is written."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_sets import make_indicator, make_part, make_target

from ntm_desktop.domain.criteria import Compare, Measure, Verification
from ntm_desktop.domain.judging import TargetLevel
from ntm_desktop.domain.targets import (
    Override,
    measured,
    recorded_targets,
    resolve,
    same_measures,
    source_text,
    target_text,
    targets_to_json,
)

NATIONAL = make_target(8500)
PROFILE = make_target(7000, profile="tdmnpb", verification=Verification.UNVERIFIED)
INDICATOR = make_indicator(targets=(NATIONAL, PROFILE))
ON = date(2021, 6, 30)


def make_override(level=TargetLevel.PROVINCE, value=7500, **rest) -> Override:
    plain = Override(
        level,
        "xa-ntm-2016-2020",
        "17.6",
        "v",
        value,
        "",
        Compare.AT_LEAST,
        Measure.PERCENT,
        "%",
        "1/QĐ",
        None,
    )
    return replace(plain, **rest)


def applying(indicator=INDICATOR, *, profile="tdmnpb", year=2021, schools=None, on=ON, **rest):
    found = resolve(indicator, profile=profile, year=year, schools=schools, on=on, **rest)
    return found[indicator.parts[0].key]


SOURCES = {
    TargetLevel.COMMUNE: make_override(TargetLevel.COMMUNE, 7600),
    TargetLevel.PROVINCE: make_override(TargetLevel.PROVINCE, 7500),
    TargetLevel.PROFILE: PROFILE,
    TargetLevel.NATIONAL: NATIONAL,
}


@given(st.sets(st.sampled_from(list(TargetLevel)), min_size=1), st.randoms())
def test_commune_before_province_before_profile_before_national(levels, random):
    overrides = [SOURCES[level] for level in levels if isinstance(SOURCES[level], Override)]
    random.shuffle(overrides)
    indicator = make_indicator(
        targets=tuple(SOURCES[level] for level in levels if not isinstance(SOURCES[level], Override))
    )
    first = next(level for level in TargetLevel if level in levels)
    found = applying(indicator, overrides=overrides)
    assert found.level is first
    assert found.target.value == SOURCES[first].value


def test_a_profile_whose_level_is_unknown_does_not_take_the_national_one():
    indicator = make_indicator(targets=(NATIONAL, make_target(None, profile="dbscl")))
    assert applying(indicator, profile="dbscl").target.value is None
    assert applying(indicator, profile="btb").target.value == 8500
    assert target_text(indicator, {"v": applying(indicator, profile="dbscl")}) == "chưa có mức"


def test_an_override_counts_only_for_its_profile_year_and_from_its_day():
    assert applying(overrides=[make_override(profile="btb")]).level is TargetLevel.PROFILE
    assert applying(overrides=[make_override(year=2022)]).level is TargetLevel.PROFILE
    assert applying(overrides=[make_override(valid_from=date(2021, 7, 1))]).level is TargetLevel.PROFILE
    assert applying(overrides=[make_override(valid_from=ON)]).level is TargetLevel.PROVINCE
    assert applying(overrides=[make_override(code="17.7")]).level is TargetLevel.PROFILE


def test_the_more_particular_and_the_newer_override_of_a_level_wins():
    general = make_override(value=1000)
    for_profile = make_override(value=2000, profile="tdmnpb")
    newer = make_override(value=3000, profile="tdmnpb", valid_from=date(2021, 1, 1))
    assert applying(overrides=[for_profile, general]).target.value == 2000
    assert applying(overrides=[newer, for_profile, general]).target.value == 3000


YEARS = make_indicator(
    make_part(measure=Measure.AMOUNT),
    targets=(make_target(36000, year=2020), make_target(39000, year=2022)),
)


def test_income_takes_the_level_of_the_goals_year():
    assert applying(YEARS, year=2022).target.value == 39000
    assert applying(YEARS, year=2020).target.verification is Verification.CONFIRMED


def test_a_year_without_a_level_takes_the_one_before_as_unverified():
    borrowed = applying(YEARS, year=2021)
    assert borrowed.target.value == 36000
    assert borrowed.target.verification is Verification.UNVERIFIED
    assert "năm 2020" in borrowed.target.provenance.source
    assert applying(YEARS, year=2019) is None


SCHOOLS = make_indicator(
    targets=(make_target(5000, schools=(0, 3)), make_target(7000, schools=(4, None))), code="5.1"
)


@pytest.mark.parametrize(("schools", "value"), [(1, 5000), (3, 5000), (4, 7000), (12, 7000)])
def test_levels_by_number_of_schools(schools, value):
    assert applying(SCHOOLS, schools=schools).target.value == value


def test_without_the_number_of_schools_there_is_no_target():
    assert applying(SCHOOLS, schools=None) is None
    assert target_text(SCHOOLS, {"v": None}) == "chưa có mức"


@pytest.mark.parametrize(
    ("part", "value", "short", "named"),
    [
        (make_part(), 7000, "≥ 70%", "≥ 70%"),
        (make_part(), 10000, "100%", "100%"),
        (make_part(compare=Compare.AT_MOST), 2670, "≤ 26,7%", "≤ 26,7%"),
        (make_part(measure=Measure.AMOUNT), 36000, "≥ 36", "≥ 36 triệu đồng/người/năm"),
        (make_part(measure=Measure.ACHIEVED), 1, "Đạt", "Đạt"),
        (make_part(measure=Measure.COUNT, compare=Compare.AT_MOST), 0, "Không", "Không"),
        (make_part(measure=Measure.COUNT), 1, "≥ 1", "≥ 1 hộ"),
        (make_part(measure=Measure.LEVEL, levels=("Mức độ 1", "Mức độ 2")), 2, "Mức độ 2", "Mức độ 2"),
        (make_part(hidden=True), 8000, "Đạt (≥ 80%)", "Đạt (≥ 80%)"),
        (
            make_part(hidden=True, measure=Measure.AMOUNT),
            36_000,
            "Đạt (≥ 36 triệu đồng/người/năm)",
            "Đạt (≥ 36 triệu đồng/người/năm)",
        ),
    ],
)
def test_levels_are_written_as_the_decision_does(part, value, short, named):
    indicator = make_indicator(part, targets=(make_target(value),))
    targets = {"v": applying(indicator)}
    assert target_text(indicator, targets) == short
    assert target_text(indicator, targets, named=True) == named


def test_compound_levels_name_their_parts_and_equal_levels_are_written_once():
    indicator = make_indicator(
        make_part("nam", name="Nam"),
        make_part("nu", name="Nữ"),
        targets=(make_target(7000, "nam"), make_target(7000, "nu")),
    )
    targets = resolve(indicator, profile="btb", year=2022, schools=None, on=ON)
    assert target_text(indicator, targets) == "≥ 70%"
    assert target_text(indicator, targets, named=True) == "Nam ≥ 70%; Nữ ≥ 70%"


def test_the_source_line_names_decision_and_who_set_the_level():
    assert source_text(applying(), "Trung du MNPB") == "QĐ 1980/QĐ-TTg, Trung du MNPB"
    assert source_text(applying(overrides=[make_override()])) == "QĐ 1/QĐ, mức của tỉnh"


@pytest.mark.parametrize(
    ("measure", "unit", "same"),
    [
        (Measure.PERCENT, "", True),  # a level that an office entered without its sign
        (Measure.AMOUNT, "nghìn đồng/người/năm", False),
        (Measure.COUNT, "", False),
    ],
)
def test_another_unit_is_another_measure_where_there_can_be_several(measure, unit, same):
    indicator = make_indicator(make_part(measure=measure), targets=(make_target(1),))
    of_unit = make_override(value=1, measure=measure, unit=unit)
    before = resolve(indicator, overrides=[of_unit], profile="btb", year=2021, schools=None, on=ON)
    assert same_measures(indicator, recorded_targets(targets_to_json(before))) == same


def test_a_value_recorded_under_another_measure_is_not_of_the_same_kind():
    achieved = make_indicator(make_part(measure=Measure.ACHIEVED), targets=(make_target(1),))
    before = resolve(achieved, profile="btb", year=2021, schools=None, on=ON)
    recorded = recorded_targets(targets_to_json(before))
    assert recorded["v"].text == "Đạt"
    assert same_measures(achieved, recorded)
    by_province = resolve(
        achieved, overrides=[make_override(value=8000)], profile="btb", year=2021, schools=None, on=ON
    )
    now = measured(achieved, by_province)
    assert now.parts[0].measure is Measure.PERCENT
    assert not same_measures(now, recorded)
