"""How a commune that fell back stands to the conditions of being recognised again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


@given(st.integers(1, 40).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n))))
def test_revocation_is_considered_exactly_from_its_share_on(counts: tuple[int, int]) -> None:
    criteria, unmet = counts
    found = line("revoked", replace(ALL_MET, criteria=criteria, unmet=unmet))
    assert found.holds is (unmet * 100 / criteria < REVOKED_FROM)
