"""Value against target, exactly."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from small_sets import make_indicator, make_part, make_target, resolved

from ntm_desktop.domain.criteria import Compare, Measure, Verification
from ntm_desktop.domain.judging import ResolvedTarget, TargetLevel, Verdict, gap_text, judge
from ntm_desktop.domain.values import ByHamlet, Fraction2

PERCENT = make_indicator(make_part(counted="hộ"))
AT_MOST = make_indicator(make_part(compare=Compare.AT_MOST, counted="hộ"))
COMPOUND = make_indicator(make_part("a", name="nước hợp vệ sinh"), make_part("b", name="trong đó nước sạch"))

fractions = st.integers(1, 10**6).flatmap(lambda den: st.builds(Fraction2, st.integers(0, den), st.just(den)))


def verdict_of(indicator, figure, target, verification=Verification.CONFIRMED):
    part = indicator.parts[0]
    return judge(indicator, {"v": figure}, {"v": resolved(part, target, verification)}).verdict


@pytest.mark.parametrize(
    ("compare", "measure", "figure", "target", "verdict"),
    [
        (Compare.AT_LEAST, Measure.PERCENT, 7000, 7000, Verdict.MET),
        (Compare.AT_LEAST, Measure.PERCENT, 6999, 7000, Verdict.UNMET),
        (Compare.AT_MOST, Measure.PERCENT, 1200, 1200, Verdict.MET),
        (Compare.AT_MOST, Measure.PERCENT, 1201, 1200, Verdict.UNMET),
        (Compare.AT_LEAST, Measure.ACHIEVED, 1, 1, Verdict.MET),
        (Compare.AT_LEAST, Measure.ACHIEVED, 0, 1, Verdict.UNMET),
        (Compare.AT_MOST, Measure.COUNT, 0, 0, Verdict.MET),
        (Compare.AT_MOST, Measure.COUNT, 1, 0, Verdict.UNMET),
        (Compare.AT_LEAST, Measure.AMOUNT, 35999, 36000, Verdict.UNMET),
        (Compare.AT_LEAST, Measure.AMOUNT, 36000, 36000, Verdict.MET),
        (Compare.AT_LEAST, Measure.LEVEL, 2, 3, Verdict.UNMET),
        (Compare.AT_LEAST, Measure.LEVEL, 3, 2, Verdict.MET),
        (Compare.AT_LEAST, Measure.PERCENT, 10000, None, Verdict.NO_TARGET),
    ],
)
def test_each_measure_at_its_edge(compare, measure, figure, target, verdict):
    levels = ("Mức độ 1", "Mức độ 2", "Mức độ 3") if measure is Measure.LEVEL else ()
    indicator = make_indicator(make_part(measure=measure, compare=compare, levels=levels))
    assert verdict_of(indicator, figure, target) is verdict


@given(fractions, st.integers(0, 10_000))
def test_a_fraction_is_judged_exactly_not_as_it_is_shown(figure, target):
    met = Fraction(figure.num, figure.den) >= Fraction(target, 10_000)
    assert (verdict_of(PERCENT, figure, target) is Verdict.MET) is met
    upper = Fraction(figure.num, figure.den) <= Fraction(target, 10_000)
    assert (verdict_of(AT_MOST, figure, target) is Verdict.MET) is upper


def test_a_percentage_that_only_rounds_to_the_level_is_unmet():
    judgement = judge(PERCENT, {"v": Fraction2(139_999, 200_000)}, {"v": resolved(PERCENT.parts[0], 7000)})
    assert judgement.verdict is Verdict.UNMET
    text = gap_text(PERCENT, judgement, {"v": Fraction2(139_999, 200_000)})
    assert text == "Còn thiếu chưa đến 0,01 điểm %, khoảng 1 hộ trong 200.000 hộ."


@given(st.lists(fractions, min_size=1, max_size=12), st.integers(0, 10_000))
def test_hamlets_are_judged_by_their_exact_sum(rows, target):
    by_hamlet = ByHamlet(tuple((f"t{n:02d}", row) for n, row in enumerate(rows)))
    whole = Fraction2(sum(r.num for r in rows), sum(r.den for r in rows))
    assert verdict_of(PERCENT, by_hamlet, target) is verdict_of(PERCENT, whole, target)


@given(st.integers(0, 10_000), st.integers(0, 10_000), st.integers(0, 10_000))
def test_a_better_value_never_turns_met_into_unmet(value, better, target):
    assume(better >= value)
    if verdict_of(PERCENT, value, target) is Verdict.MET:
        assert verdict_of(PERCENT, better, target) is Verdict.MET
    if verdict_of(AT_MOST, better, target) is Verdict.MET:
        assert verdict_of(AT_MOST, value, target) is Verdict.MET


@given(fractions, st.integers(0, 10_000), st.sampled_from([PERCENT, AT_MOST]))
def test_a_gap_is_shown_exactly_when_something_is_missing(figure, target, indicator):
    judgement = judge(indicator, {"v": figure}, {"v": resolved(indicator.parts[0], target)})
    assert (judgement.parts[0].gap > 0) is (judgement.verdict is Verdict.UNMET)
    assert bool(gap_text(indicator, judgement, {"v": figure})) is (judgement.verdict is Verdict.UNMET)


@given(fractions, st.integers(0, 10_000))
def test_the_missing_households_are_just_enough(figure, target):
    judgement = judge(PERCENT, {"v": figure}, {"v": resolved(PERCENT.parts[0], target)})
    assume(judgement.verdict is Verdict.UNMET)
    text = gap_text(PERCENT, judgement, {"v": figure})
    missing = int(text.split("khoảng ")[1].split(" hộ")[0].replace(".", ""))
    assert verdict_of(PERCENT, replace(figure, num=figure.num + missing), target) is Verdict.MET
    assert verdict_of(PERCENT, replace(figure, num=figure.num + missing - 1), target) is Verdict.UNMET


def both(a, b, sure_a=Verification.CONFIRMED, sure_b=Verification.CONFIRMED):
    first, second = COMPOUND.parts
    return {"a": resolved(first, a, sure_a), "b": resolved(second, b, sure_b)}


@pytest.mark.parametrize(
    ("value", "targets", "verdict"),
    [
        ({"a": 9600, "b": 5500}, both(9000, 5000), Verdict.MET),
        ({"a": 9600, "b": 4900}, both(9000, 5000), Verdict.UNMET),
        ({"a": 8900, "b": 5500}, both(9000, None), Verdict.UNMET),
        ({"a": 9600, "b": 5500}, both(9000, None), Verdict.NO_TARGET),
        ({"a": 9600}, both(9000, 5000), Verdict.NOT_ASSESSED),
        ({"a": 8900}, both(9000, 5000), Verdict.UNMET),
        (None, both(9000, 5000), Verdict.NOT_ASSESSED),
    ],
)
def test_all_parts_must_hold_and_one_that_fails_is_enough(value, targets, verdict):
    assert judge(COMPOUND, value, targets).verdict is verdict


SURE, UNSURE = Verification.CONFIRMED, Verification.UNVERIFIED


@pytest.mark.parametrize(
    ("value", "sure_a", "sure_b", "unverified"),
    [
        ({"a": 9600, "b": 5500}, SURE, SURE, False),
        ({"a": 9600, "b": 5500}, SURE, UNSURE, True),
        ({"a": 8000, "b": 5500}, SURE, UNSURE, False),
        ({"a": 8000, "b": 5500}, UNSURE, SURE, True),
        ({"a": 8000, "b": 4000}, SURE, UNSURE, False),
    ],
)
def test_a_verdict_rests_on_an_unverified_target_only_if_that_decided(value, sure_a, sure_b, unverified):
    assert judge(COMPOUND, value, both(9000, 5000, sure_a, sure_b)).unverified is unverified


@pytest.mark.parametrize(
    ("indicator", "figure", "target", "says"),
    [
        (PERCENT, 6420, 7000, "Còn thiếu 5,8 điểm %."),
        (PERCENT, Fraction2(862, 1342), 7000, "Còn thiếu 5,8 điểm %, khoảng 78 hộ trong 1.342 hộ."),
        (AT_MOST, Fraction2(13, 100), 1200, "Vượt 1 điểm %, khoảng 1 hộ trong 100 hộ."),
        (
            make_indicator(make_part(counted="km")),
            Fraction2(500, 2000),
            5000,
            "Còn thiếu 25 điểm %, khoảng 0,5 km trong 2 km.",
        ),
        (
            make_indicator(make_part(measure=Measure.AMOUNT)),
            34800,
            36000,
            "Còn thiếu 1,2 triệu đồng/người/năm.",
        ),
        (make_indicator(make_part(measure=Measure.COUNT, compare=Compare.AT_MOST)), 12, 0, "Còn 12 hộ."),
        (make_indicator(make_part(measure=Measure.ACHIEVED)), 0, 1, ""),
        (
            make_indicator(make_part(measure=Measure.LEVEL, levels=("Trung bình", "Khá"))),
            1,
            2,
            "Còn thiếu 1 bậc để đạt mức Khá.",
        ),
    ],
)
def test_what_is_missing_is_said_in_the_unit_of_the_indicator(indicator, figure, target, says):
    judgement = judge(indicator, {"v": figure}, {"v": resolved(indicator.parts[0], target)})
    assert gap_text(indicator, judgement, {"v": figure}) == says


def test_the_part_that_is_missing_is_named():
    value = {"a": 9600, "b": 4900}
    judgement = judge(COMPOUND, value, both(9000, 5000))
    assert gap_text(COMPOUND, judgement, value) == "Trong đó nước sạch: còn thiếu 1 điểm %."


def test_a_province_may_ask_a_percentage_where_the_set_has_none():
    achieved = make_indicator(make_part(measure=Measure.ACHIEVED))
    target = ResolvedTarget(make_target(8000), TargetLevel.PROVINCE, make_part())
    assert judge(achieved, {"v": 7900}, {"v": target}).verdict is Verdict.UNMET
