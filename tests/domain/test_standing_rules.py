"""The criterion rule, the commune verdict and the warning of revocation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntm_desktop.domain.judging import CriterionState, Judgement, Verdict
from ntm_desktop.domain.standing import criterion_state, revocation_levels, revocation_warning, standing
from ntm_desktop.packs.criteria import load_builtin


def judged(verdict, *, unverified=False) -> Judgement:
    return Judgement(verdict, (), unverified)


def all_met(criteria_set, **others):
    """Every indicator met, except those of the criteria named: ``c17=Verdict.UNMET``."""
    return {i.code: judged(others.get(f"c{i.criterion}", Verdict.MET)) for i in criteria_set.indicators()}


@given(st.lists(st.sampled_from(list(Verdict)), max_size=8))
def test_the_criterion_rule(verdicts):
    state = criterion_state(judged(verdict) for verdict in verdicts)
    if Verdict.UNMET in verdicts:
        assert state is CriterionState.UNMET
    elif not verdicts or Verdict.NOT_ASSESSED in verdicts or Verdict.NO_TARGET in verdicts:
        assert state is CriterionState.UNDECIDED
    elif Verdict.MET in verdicts:
        assert state is CriterionState.MET
    else:
        assert state is CriterionState.NOT_APPLICABLE


@given(st.data())
def test_counts_always_add_up_and_the_set_is_reached_only_without_anything_open(set_2016, data):
    judgements = {i.code: judged(data.draw(st.sampled_from(list(Verdict)))) for i in set_2016.indicators()}
    now = standing(set_2016, judgements)
    assert len(now.met_codes) + len(now.unmet_codes) + len(now.undecided_codes) == now.total == 19
    assert sum(now.indicator_counts().values()) == 49
    assert now.reaches_set is (len(now.met_codes) == 19)


def test_fifteen_of_nineteen_as_in_the_sample(set_2016):
    unmet = {f"c{code}": Verdict.UNMET for code in (2, 6, 10, 17)}
    now = standing(set_2016, all_met(set_2016, **unmet))
    assert len(now.met_codes) == 15
    assert now.unmet_codes == ("2", "6", "10", "17")
    assert not now.reaches_set


def test_a_missing_target_inside_an_unmet_criterion_leaves_it_unmet(set_2016):
    judgements = all_met(set_2016)
    judgements["2.2"] = judged(Verdict.NO_TARGET)
    assert standing(set_2016, judgements).state("2") is CriterionState.UNDECIDED
    judgements["2.4"] = judged(Verdict.UNMET)
    assert standing(set_2016, judgements).state("2") is CriterionState.UNMET


def test_what_does_not_apply_is_left_out_and_a_whole_criterion_counts_with_the_met(set_2016):
    judgements = all_met(set_2016, c7=Verdict.NOT_APPLICABLE)
    judgements["17.2"] = judged(Verdict.NOT_APPLICABLE)
    now = standing(set_2016, judgements)
    assert now.not_applicable_codes == ("7",)
    assert now.state("17") is CriterionState.MET
    assert len(now.met_codes) == 19
    assert now.left_out == 1
    assert now.reaches_set


def test_unverified_judgements_are_listed(set_2016):
    judgements = all_met(set_2016) | {"10.1": judged(Verdict.MET, unverified=True)}
    assert standing(set_2016, judgements).unverified_codes == ("10.1",)


def test_nothing_assessed_is_undecided_everywhere(set_2016):
    assert len(standing(set_2016, {}).undecided_codes) == 19


def test_a_skeleton_set_is_never_reached():
    now = standing(load_builtin("xa-ntm-2026-2030"), {})
    assert len(now.undecided_codes) == 10
    assert not now.reaches_set


def test_thirty_and_fifty_percent_of_nineteen_are_six_and_ten():
    assert revocation_levels(19) == (6, 10)
    assert revocation_levels(10) == (3, 5)


@given(st.integers(1, 60))
def test_the_levels_are_the_smallest_counts_that_reach_the_shares(total):
    first, second = revocation_levels(total)
    assert first / total >= 0.3 > (first - 1) / total
    assert second / total >= 0.5 > (second - 1) / total


@pytest.mark.parametrize(
    ("unmet", "reached"),
    [
        ([1, 2, 3, 4], None),
        ([1, 2, 3, 4, 5], False),
        ([1, 2, 3, 4, 5, 6], False),
        ([1, 2, 3, 4, 5, 10], True),
        ([1, 2, 3, 4, 5, 17], True),
        ([1, 2, 3, 4, 5, 19], True),
        ([1, 2, 3, 4, 5, 6, 7, 8, 9], False),
        ([1, 2, 3, 4, 5, 6, 7, 8, 9, 11], True),
    ],
)
def test_the_warning_of_revocation(set_2021, unmet, reached):
    now = standing(set_2021, all_met(set_2021, **{f"c{code}": Verdict.UNMET for code in unmet}))
    warning = revocation_warning(set_2021, now)
    assert (warning.reached if warning else None) is reached
    if warning:
        assert warning.sentence.startswith("Nếu xã đã được công nhận: có ")  # nobody told the program
        assert f"{len(unmet):02d} tiêu chí chưa đạt" in warning.sentence
        assert "từ 06 tiêu chí" in warning.sentence
        assert "từ 10 tiêu chí trở lên" in warning.sentence
        assert "Thu nhập" in warning.sentence


def test_the_older_set_has_no_such_rule(set_2016):
    assert revocation_warning(set_2016, standing(set_2016, all_met(set_2016, c10=Verdict.UNMET))) is None
