"""Facts, the state on a day, regression, goals and dates."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from fact_rule import state_on
from hypothesis import given
from hypothesis import strategies as st

from ntm_desktop.domain.facts import FIRST_SET, Fact, check_as_of, regression, standing_facts
from ntm_desktop.domain.goals import Goal, goal_on
from ntm_desktop.domain.judging import Verdict
from ntm_desktop.errors import NtmError

START = date(2019, 1, 1)


def make_fact(uid, day=0, seq=0, verdict=Verdict.MET, set_id="xa-ntm-2016-2020", **rest) -> Fact:
    return Fact(uid, set_id, "17.6", '{"v":7000}', None, START + timedelta(day), seq, verdict, **rest)


@st.composite
def histories(draw):
    """Facts in order of recording; some correct an earlier one, some were deleted."""
    facts = []
    for seq in range(draw(st.integers(0, 12))):
        earlier = [fact.uid for fact in facts]
        facts.append(
            make_fact(
                f"f{seq}",
                day=draw(st.integers(0, 20)),
                seq=seq,
                verdict=draw(st.sampled_from([Verdict.MET, Verdict.UNMET, Verdict.NO_TARGET])),
                supersedes=draw(st.sampled_from(earlier)) if earlier and draw(st.booleans()) else None,
                deleted=draw(st.booleans()) and draw(st.booleans()),
            )
        )
    return facts


@given(histories(), st.integers(-1, 21), st.randoms())
def test_the_state_is_the_newest_fact_that_stands(facts, day, random):
    on = START + timedelta(day)
    shuffled = list(facts)
    random.shuffle(shuffled)
    found = state_on(shuffled, on)
    replaced = {fact.supersedes for fact in facts if not fact.deleted}
    candidates = [f for f in facts if f.as_of <= on and not f.deleted and f.uid not in replaced]
    if found is None:
        assert not candidates
    else:
        assert found in candidates
        assert all((f.as_of, f.seq) <= (found.as_of, found.seq) for f in candidates)


def test_looking_back_sees_the_figures_of_then_not_the_time_of_typing():
    june, typed_later = make_fact("a", day=10, seq=2), make_fact("b", day=5, seq=9)
    assert state_on([june, typed_later], START + timedelta(7)) is typed_later
    assert state_on([june, typed_later], START + timedelta(10)) is june
    assert state_on([june, typed_later], START) is None


def test_of_two_facts_of_one_day_the_later_recorded_counts():
    assert state_on([make_fact("a", seq=1), make_fact("b", seq=2)], START).uid == "b"


def test_deleting_a_correction_brings_the_corrected_fact_back():
    first, correction = make_fact("a"), make_fact("b", seq=1, supersedes="a")
    assert state_on([first, correction], START) is correction
    assert state_on([first, replace(correction, deleted=True)], START) is first


@given(histories())
def test_a_regression_is_reported_exactly_when_met_before_and_unmet_now(facts):
    standing = standing_facts(facts)
    found = regression(facts)
    fell = (
        bool(standing)
        and standing[-1].verdict is Verdict.UNMET
        and any(fact.verdict is Verdict.MET for fact in standing)
    )
    assert (found is not None) is fell
    if found is not None:
        assert found.met_on <= found.unmet_on <= standing[-1].as_of


def test_a_regression_names_both_days_and_both_sets():
    history = [
        make_fact("2017", 0, 0, Verdict.UNMET),
        make_fact("2018", 10, 1, Verdict.MET),
        make_fact("2019", 20, 2, Verdict.MET),
        make_fact("2022", 30, 3, Verdict.UNMET, "xa-ntm-2021-2025"),
        make_fact("2023", 40, 4, Verdict.UNMET, "xa-ntm-2021-2025"),
    ]
    found = regression(history)
    assert (found.met_on, found.met_set) == (START + timedelta(20), "xa-ntm-2016-2020")
    assert (found.unmet_on, found.unmet_set) == (START + timedelta(30), "xa-ntm-2021-2025")


@given(st.dates(), st.dates(), st.none() | st.dates())
def test_a_date_of_figures_lies_between_the_founding_and_today(as_of, today, established):
    fine = FIRST_SET <= as_of <= today and (established is None or established <= as_of)
    if fine:
        check_as_of(as_of, today=today, established=established)
    else:
        with pytest.raises(NtmError):
            check_as_of(as_of, today=today, established=established)


def test_a_year_that_lost_a_digit_is_no_date_of_figures():
    with pytest.raises(NtmError, match="bộ tiêu chí đầu tiên \\(16/4/2009\\)"):
        check_as_of(date(202, 6, 30), today=date(2021, 6, 30), established=None)


def test_both_refusals_say_which_day_stands_against_it():
    with pytest.raises(NtmError, match="sau hôm nay \\(30/6/2021\\)"):
        check_as_of(date(2021, 7, 1), today=date(2021, 6, 30), established=None)
    with pytest.raises(NtmError, match="trước ngày thành lập xã \\(1/7/2025\\)"):
        check_as_of(date(2025, 6, 30), today=date(2025, 8, 1), established=date(2025, 7, 1))


def make_goal(uid, valid_from) -> Goal:
    return Goal(
        uid, "xa-ntm-2016-2020", "1", "2016", "ntm", valid_from.year, "tdmnpb", "", valid_from, valid_from
    )


def test_the_goal_in_force_changes_on_its_day_and_the_first_reaches_back():
    first, second = make_goal("a", date(2021, 1, 4)), make_goal("b", date(2022, 1, 10))
    assert goal_on([second, first], date(2019, 1, 1)) is first
    assert goal_on([second, first], date(2022, 1, 9)) is first
    assert goal_on([second, first], date(2022, 1, 10)) is second


def test_without_a_goal_the_officer_is_told_where_to_register_one():
    with pytest.raises(NtmError, match="Thiết lập"):
        goal_on([], START)
