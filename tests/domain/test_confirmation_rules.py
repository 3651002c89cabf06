"""A confirmation counts for the levels that were checked and for no other."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_sets import make_indicator, make_part, make_target

from ntm_desktop.domain.confirmations import (
    CheckedLevel,
    Confirmation,
    checked_level,
    confirmed,
    decisions,
    levels_by,
    levels_from_json,
    levels_to_json,
)
from ntm_desktop.domain.criteria import Compare, Measure, Provenance, Verification
from ntm_desktop.domain.judging import ResolvedTarget, TargetLevel
from ntm_desktop.domain.targets import resolve
from ntm_desktop.packs.criteria import load_builtin

SET = load_builtin("xa-ntm-2021-2025")
FEBRUARY, MARCH = date(2024, 2, 1), date(2024, 3, 1)
UNVERIFIED = Verification.UNVERIFIED


def confirmation(*levels: CheckedLevel | None, decision="318/QĐ-TTg") -> Confirmation:
    return Confirmation(
        decision, date(2022, 3, 8), "Cao Thị Hòa", frozenset(level for level in levels if level)
    )


def applying(code, *given_for, profile="btb", year=2024, on=FEBRUARY) -> ResolvedTarget:
    indicator = SET.on(on).indicator(code)
    found = resolve(indicator, confirmations=given_for, profile=profile, year=year, schools=4, on=on)
    return next(iter(found.values()))


def checked(code, **rest) -> Confirmation:
    return confirmation(checked_level(code, applying(code, **rest), rest.get("year", 2024)))


def test_it_lifts_the_mark_and_names_who_gave_it():
    assert applying("15.3").target.verification is UNVERIFIED
    lifted = applying("15.3", checked("15.3")).target
    assert lifted.verification is Verification.CONFIRMED
    assert lifted.provenance.decision == "318/QĐ-TTg"
    assert lifted.provenance.source == "Cao Thị Hòa đối chiếu"


def test_the_level_of_another_profile_was_not_checked():
    given_for = checked("15.3", profile="btb")
    assert applying("15.3", profile="btb").target.value != applying("15.3", profile="tdmnpb").target.value
    assert applying("15.3", given_for, profile="tdmnpb").target.verification is UNVERIFIED


@pytest.mark.parametrize("code", ["13.1", "18.4"])
def test_what_an_amendment_asks_was_not_checked(code):
    given_for = checked(code, on=FEBRUARY)
    assert applying(code, given_for, on=FEBRUARY).target.verification is Verification.CONFIRMED
    assert applying(code, given_for, on=MARCH).target.verification is UNVERIFIED


def test_another_indicator_was_not_checked():
    assert applying("15.1", checked("15.3")).target.verification is UNVERIFIED


def test_it_never_changes_where_a_level_comes_from():
    mistyped = replace(checked("15.3"), decision="999/QD", decided=date(2020, 1, 1))
    before, after = applying("15.3").target.provenance, applying("15.3", mistyped).target.provenance
    assert (after.decision, after.issued) == (before.decision, before.issued)


def test_a_level_without_a_decision_takes_the_one_it_was_checked_against():
    target = replace(make_target(7000, verification=UNVERIFIED), provenance=Provenance())
    resolved = ResolvedTarget(target, TargetLevel.NATIONAL, make_part())
    after = confirmed(resolved, "17.6", [confirmation(checked_level("17.6", resolved, 2021))], 2021)
    assert after.target.provenance.decision == "318/QĐ-TTg"


def test_a_level_borrowed_for_one_year_is_not_that_of_the_next():
    income = make_indicator(make_part(measure=Measure.AMOUNT), targets=(make_target(36000, year=2020),))

    def borrowed(year, *given_for):
        return resolve(
            income, confirmations=given_for, profile="btb", year=year, schools=None, on=date(2021, 6, 30)
        )["v"]

    given_for = confirmation(checked_level("17.6", borrowed(2021), 2021))
    assert borrowed(2021, given_for).target.verification is Verification.CONFIRMED
    assert borrowed(2022, given_for).target.verification is UNVERIFIED


# The whole table of a decision


def test_the_table_of_a_decision_covers_all_its_profiles_but_not_what_amends_it():
    whole = confirmation(*levels_by(SET, "318/QĐ-TTg"))
    for profile in SET.profiles:
        for indicator in SET.indicators():
            found = resolve(
                indicator, confirmations=[whole], profile=profile.id, year=2024, schools=4, on=FEBRUARY
            )
            for one in found.values():
                borrowed = one is not None and one.target.year not in (None, 2024)
                if one is not None and one.target.value is not None and not borrowed:
                    assert one.target.verification is Verification.CONFIRMED
    for code in ("13.1", "15.4", "18.4"):
        assert applying(code, whole, on=MARCH).target.verification is UNVERIFIED


def test_the_table_of_an_amendment_is_its_own():
    amending = confirmation(*levels_by(SET, "211 / qđ-ttg"))
    assert {level.code for level in levels_by(SET, "211/QĐ-TTg")} == {"13.1", "15.4", "18.4"}
    assert applying("15.4", amending, on=MARCH).target.verification is Verification.CONFIRMED
    assert applying("15.4", amending, on=FEBRUARY).target.verification is UNVERIFIED
    assert levels_by(SET, "12/QĐ-UBND") == ()
    assert {"318/QĐ-TTg", "211/QĐ-TTg"} <= set(decisions(SET))


def test_the_table_covers_neither_overrides_nor_borrowed_years():
    whole = confirmation(*levels_by(load_builtin("xa-ntm-2016-2020"), "1980/QĐ-TTg"))
    income = load_builtin("xa-ntm-2016-2020").indicator("10.1")
    own = resolve(income, confirmations=[whole], profile="btb", year=2021, schools=4, on=date(2021, 6, 30))
    assert next(iter(own.values())).target.verification is UNVERIFIED
    cell = next(level for level in levels_by(SET, "318/QĐ-TTg") if level.code == "15.3")
    assert replace(cell, level="province") not in whole.levels


# As it is kept


LEVELS = st.builds(
    CheckedLevel,
    code=st.sampled_from(["2.1", "10.1"]),
    part=st.sampled_from(["v", "nam"]),
    value=st.integers(0, 2**53),
    printed=st.text(max_size=5),
    compare=st.sampled_from([str(one) for one in Compare]),
    measure=st.sampled_from([str(one) for one in Measure]),
    unit=st.sampled_from(["%", ""]),
    decision=st.sampled_from(["318/QĐ-TTg", ""]),
    level=st.sampled_from([str(one) for one in TargetLevel]),
    profile=st.none() | st.just("btb"),
    year=st.none() | st.integers(2016, 2030),
    used_for=st.none() | st.integers(2016, 2030),
    schools=st.none() | st.tuples(st.integers(0, 9), st.none() | st.integers(0, 9)),
)


@given(st.lists(LEVELS), st.randoms())
def test_levels_are_kept_in_one_way_and_read_back(levels, random):
    text = levels_to_json(levels)
    assert levels_from_json(text) == frozenset(levels)
    random.shuffle(levels)
    assert levels_to_json(levels) == text
    assert levels_from_json(None) == frozenset()
