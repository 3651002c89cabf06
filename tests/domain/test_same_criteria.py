"""Which criteria of two sets ask for the same, so that "kept" can be said of them at all."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from small_sets import make_indicator

from ntm_desktop.domain.criteria import CriteriaSet, Criterion
from ntm_desktop.packs.criteria import load_builtin


def test_only_criteria_whose_every_indicator_was_carried_over_are_the_same(
    set_2016: CriteriaSet, set_2021: CriteriaSet
) -> None:
    assert set_2021.same_criteria(set_2016) == {"7": "7", "8": "8"}  # of 17 only two indicators are
    assert set_2016.same_criteria(set_2021) == {}
    assert load_builtin("xa-ntm-2026-2030").same_criteria(set_2021) == {}


def test_a_criterion_of_another_number_is_found_by_its_indicators(set_2021: CriteriaSet) -> None:
    higher = load_builtin("xa-ntm-nang-cao-2021-2025")
    assert higher.same_criteria(set_2021) == {"10": "10", "11": "11"}
    moved = replace(
        higher,
        criteria=(Criterion("4", "Thương mại", "Thương mại", "", (make_indicator(code="4.1"),)),),
        carried_from=((set_2021.id, "7.1", "4.1"),),
    )
    assert moved.same_criteria(set_2021) == {"4": "7"}


def test_each_criterion_of_one_set_is_its_own(set_2016: CriteriaSet) -> None:
    same = set_2016.same_criteria(set_2016)
    assert same == {criterion.code: criterion.code for criterion in set_2016.criteria}


@given(st.data())
def test_with_one_indicator_less_carried_over_nothing_is_claimed(data: st.DataObject) -> None:
    old, new = load_builtin("xa-ntm-2016-2020"), load_builtin("xa-ntm-2021-2025")
    carried = data.draw(st.sets(st.sampled_from(new.carried_from)))
    same = replace(new, carried_from=tuple(sorted(carried))).same_criteria(old)
    for ours, theirs in same.items():
        mine = {i.code for c in new.criteria if c.code == ours for i in c.indicators}
        pairs = [(theirs_code, code) for _set, theirs_code, code in carried if code in mine]
        assert {code for _old, code in pairs} == mine
        assert {code.split(".")[0] for code, _new in pairs} == {theirs}
        assert len(pairs) == sum(len(c.indicators) for c in old.criteria if c.code == theirs)
