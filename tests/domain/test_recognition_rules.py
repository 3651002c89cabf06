"""How a commune that fell back stands to the conditions of being recognised again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntm_desktop.domain.consultation import Rate, Threshold
from ntm_desktop.domain.recognition import REVOKED_FROM, CheckItem, CheckLine, RecognitionFacts, check

ALL_MET = RecognitionFacts(criteria=19, unmet=0, undecided=0, unplanned=(), unconfirmed=(), debt=0)


def line(key: str, facts: RecognitionFacts) -> CheckLine:
    (found,) = check((CheckItem(key, "Điều kiện", (), "nguồn"),), facts, regime="2016")
    return found


@pytest.mark.parametrize(
    ("key", "facts", "holds", "said"),
    [
        ("criteria", ALL_MET, True, "Điều kiện (nguồn): đạt."),
        ("criteria", replace(ALL_MET, unmet=3, undecided=1), False, "chưa đạt, còn 04 tiêu chí."),
        ("criteria", replace(ALL_MET, undecided=1), False, "chưa đạt, còn 01 tiêu chí."),
        ("plans", ALL_MET, True, "đạt."),
        ("plans", replace(ALL_MET, unplanned=("17.5", "17.6")), False, "chưa đạt, còn thiếu 17.5, 17.6."),
        ("confirmed", replace(ALL_MET, unconfirmed=("17",)), False, "chưa có văn bản về tiêu chí 17."),
        ("debt", replace(ALL_MET, debt=120_000_000), False, "chưa đạt, còn 120 triệu đồng."),
        ("debt", ALL_MET, True, "đạt."),
        ("revoked", replace(ALL_MET, unmet=5), True, "đạt, 5/19 tiêu chí không đạt."),
        ("revoked", replace(ALL_MET, unmet=6), False, "chưa đạt, 6/19 tiêu chí không đạt."),
        ("", replace(ALL_MET, unmet=19), None, "tự kiểm tra."),
        ("opinions", ALL_MET, None, "tự kiểm tra."),
        ("opinions", replace(ALL_MET, unasked=()), True, "đạt."),
        ("opinions", replace(ALL_MET, unasked=("khảo sát", "ý kiến")), False, "còn: khảo sát; ý kiến."),
        ("vote", ALL_MET, None, "tự kiểm tra, chưa có mức."),
        ("vote", replace(ALL_MET, vote=Rate(27, 30)), None, "27/30 đại biểu nhất trí (90%); chưa có mức."),
    ],
)
def test_each_condition_says_how_it_stands(
    key: str, facts: RecognitionFacts, holds: bool | None, said: str
) -> None:
    found = line(key, facts)
    assert found.holds is holds
    assert found.sentence.endswith(said)


def test_an_item_of_another_regime_is_left_out() -> None:
    items = (CheckItem("debt", "A", ("2021",), "x"), CheckItem("debt", "B", (), "x"))
    assert [one.text for one in check(items, ALL_MET, regime="2016")] == ["B"]
    assert [one.text for one in check(items, ALL_MET, regime="2021")] == ["A", "B"]


def test_the_vote_is_held_against_the_figure_of_the_goal() -> None:
    level = Threshold("vote", "Tỷ lệ nhất trí", 9000, "%", False, "x")
    waits = line("vote", replace(ALL_MET, vote_level=level))
    assert waits.holds is None
    assert waits.detail == "cần từ 90% đại biểu dự họp nhất trí, mức chưa đối chiếu"
    own = replace(level, value=7500, confirmed=True)
    voted = replace(ALL_MET, vote=Rate(26, 30))
    assert line("vote", replace(voted, vote_level=level)).holds is False
    found = line("vote", replace(voted, vote_level=own))
    assert found.holds is True
    assert found.detail == "26/30 đại biểu nhất trí (86,67%); cần từ 75% đại biểu dự họp nhất trí"


@given(st.integers(1, 200), st.integers(0, 200), st.integers(1, 10_000))
def test_the_vote_holds_exactly_from_its_figure_on(present: int, agreed: int, level: int) -> None:
    agreed = min(agreed, present)
    figure = Threshold("vote", "Tỷ lệ nhất trí", level, "%", True, "x")
    found = line("vote", replace(ALL_MET, vote=Rate(agreed, present), vote_level=figure))
    assert found.holds is (agreed * 10_000 >= level * present)


@given(st.integers(1, 40).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n))))
def test_revocation_is_considered_exactly_from_its_share_on(counts: tuple[int, int]) -> None:
    criteria, unmet = counts
    found = line("revoked", replace(ALL_MET, criteria=criteria, unmet=unmet))
    assert found.holds is (unmet * 100 / criteria < REVOKED_FROM)
