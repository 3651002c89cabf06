"""Reading, keeping and showing values."""

import unicodedata
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_sets import make_indicator, make_part

from ntm_desktop.domain.criteria import Compare, Measure
from ntm_desktop.domain.values import (
    ByHamlet,
    Fraction2,
    editable_texts,
    exact,
    format_value,
    parse_value,
    value_from_json,
    value_to_json,
)
from ntm_desktop.errors import NtmError
from ntm_desktop.text import AmbiguousNumber

PERCENT = make_indicator(make_part(counted="hộ"))
ROADS = make_indicator(make_part(counted="km"))
ACHIEVED = make_indicator(make_part(measure=Measure.ACHIEVED))
INCOME = make_indicator(make_part(measure=Measure.AMOUNT))
NONE_LEFT = make_indicator(make_part(measure=Measure.COUNT, compare=Compare.AT_MOST))
LEVEL = make_indicator(make_part(measure=Measure.LEVEL, levels=("Trung bình", "Khá", "Tốt")))
BOTH_SEXES = make_indicator(make_part("nam", name="Nam"), make_part("nu", name="Nữ"))

fractions = st.integers(1, 10**9).flatmap(lambda den: st.builds(Fraction2, st.integers(0, den), st.just(den)))
figures = st.one_of(
    st.integers(0, 10**15),
    fractions,
    st.dictionaries(st.uuids().map(str), fractions, min_size=1).map(
        lambda rows: ByHamlet(tuple(sorted(rows.items())))
    ),
    st.dictionaries(st.uuids().map(str), st.integers(0, 9999), min_size=1).map(
        lambda rows: ByHamlet(tuple(sorted(rows.items())))
    ),
)


@pytest.mark.parametrize(
    ("indicator", "typed", "figure", "shown"),
    [
        (PERCENT, "95,5", 9550, "95,5%"),
        (PERCENT, "95,5%", 9550, "95,5%"),
        (PERCENT, "41", 4100, "41%"),
        (PERCENT, "100", 10000, "100%"),
        (PERCENT, "45/50", Fraction2(45, 50), "45/50 = 90%"),
        (PERCENT, "71/72", Fraction2(71, 72), "71/72 = 98,61%"),
        (PERCENT, "862/1.342", Fraction2(862, 1342), "862/1.342 = 64,23%"),
        (ROADS, "12,4/19,875", Fraction2(12400, 19875), "12,4/19,875 = 62,39%"),
        (ACHIEVED, "dat", 1, "Đạt"),
        (ACHIEVED, unicodedata.normalize("NFD", "Đạt"), 1, "Đạt"),
        (ACHIEVED, "chua-dat", 0, "Chưa đạt"),
        (ACHIEVED, "CHƯA ĐẠT", 0, "Chưa đạt"),
        (INCOME, "34,8", 34800, "34,8 triệu đồng/người/năm"),
        (NONE_LEFT, "0", 0, "Không"),
        (NONE_LEFT, "Không", 0, "Không"),
        (NONE_LEFT, "12", 12, "12 hộ"),
        (LEVEL, "khá", 2, "Khá"),
    ],
)
def test_what_an_officer_types_is_kept_exactly_and_shown(indicator, typed, figure, shown):
    value = parse_value(indicator, {"v": typed})
    assert value == {"v": figure}
    assert format_value(indicator, value) == shown


@pytest.mark.parametrize(
    ("indicator", "typed", "says"),
    [
        (PERCENT, "", "Chưa nhập"),
        (PERCENT, "nhiều", "không phải là số"),
        (PERCENT, "100,01", "lớn hơn 100%"),
        (PERCENT, "-1", "nhỏ hơn 0"),
        (PERCENT, "95,555", "hai chữ số thập phân"),
        (PERCENT, "51/50", "lớn hơn tổng số"),
        (PERCENT, "0/0", "lớn hơn 0"),
        (PERCENT, "4,5/50", "số đếm"),
        (PERCENT, "1/2/3", "không phải là số"),
        (ACHIEVED, "95", "Đạt hoặc Chưa đạt"),
        (NONE_LEFT, "1,5", "số đếm"),
        (INCOME, "34,8888", "ba chữ số"),
        (INCOME, "-3", "nhỏ hơn 0"),
        (LEVEL, "xuất sắc", "Trung bình, Khá, Tốt"),
    ],
)
def test_bad_input_is_refused_with_one_sentence(indicator, typed, says):
    with pytest.raises(NtmError) as refused:
        parse_value(indicator, {"v": typed})
    assert says in refused.value.message


def test_an_ambiguous_number_is_asked_about():
    with pytest.raises(AmbiguousNumber) as asked:
        parse_value(PERCENT, {"v": "64.2"})
    assert asked.value.readings == ("64,2",)  # 642 is no share


def test_all_defects_of_the_parts_are_named_together():
    with pytest.raises(NtmError) as refused:
        parse_value(BOTH_SEXES, {"nam": "x", "nu": "101", "khac": "1"})
    assert len(refused.value.problems) == 3
    assert any(problem.startswith("Nữ: ") for problem in refused.value.problems)


def test_hamlets_are_summed_and_one_may_have_nothing_to_count():
    value = parse_value(PERCENT, {"v@t1": "40/50", "v@t2": "0/0", "v@t3": "5/50", "v": ""})
    assert value == {
        "v": ByHamlet((("t1", Fraction2(40, 50)), ("t2", Fraction2(0, 0)), ("t3", Fraction2(5, 50))))
    }
    assert format_value(PERCENT, value) == "45/100 = 45%"
    assert value_from_json(value_to_json(value)) == value


def test_roads_are_summed_by_hamlet_in_decimals():
    value = parse_value(ROADS, {"v@t1": "1,5/2", "v@t2": "6/8,25"})
    assert value == {"v": ByHamlet((("t1", Fraction2(1500, 2000)), ("t2", Fraction2(6000, 8250))))}
    assert format_value(ROADS, value) == "7,5/10,25 = 73,17%"
    assert editable_texts(ROADS, value) == {"v@t1": "1,5/2", "v@t2": "6/8,25"}


@pytest.mark.parametrize(
    ("indicator", "texts"),
    [
        (PERCENT, {"v@t1": "1,5/2"}),
        (PERCENT, {"v@t1": "90"}),
        (PERCENT, {"v@t1": "0/0", "v@t2": "0/0"}),
        (PERCENT, {"v@t1": "1/2", "v": "50"}),
        (INCOME, {"v@t1": "30"}),
        (ACHIEVED, {"v@t1": "dat"}),
    ],
)
def test_hamlet_figures_that_cannot_be_summed_are_refused(indicator, texts):
    with pytest.raises(NtmError):
        parse_value(indicator, texts)


def test_both_sexes_are_kept_and_named():
    value = parse_value(BOTH_SEXES, {"nam": "70", "nu": "68,5"})
    assert value == {"nam": 7000, "nu": 6850}
    assert format_value(BOTH_SEXES, value) == "Nam: 70%; Nữ: 68,5%"
    assert format_value(BOTH_SEXES, value, short=True) == "70%; 68,5%"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("41", "41%"), ("862/1342", "64,23%"), ("100", "100%"), ("0", "0%"), ("95,5", "95,5%")],
)
def test_a_table_shows_the_percentage_alone_as_papers_do(typed, shown):
    assert format_value(PERCENT, parse_value(PERCENT, {"v": typed}), short=True) == shown


@pytest.mark.parametrize(
    ("typed", "level", "shown"),
    [
        ("19999/20000", 10_000, "99,995%"),
        ("19999/20000", None, "99,995%"),  # “100%” is said of all only
        ("1/30000", None, "0,003%"),
        ("69999/100000", 7_000, "69,999%"),
        ("69999/100000", 8_000, "70%"),
        ("7/10", 7_000, "70%"),
        ("9999999/10000000", 10_000, "99,99999%"),
    ],
)
def test_a_share_is_not_rounded_onto_its_level(typed, level, shown):
    levels = {} if level is None else {"v": level}
    text = format_value(PERCENT, parse_value(PERCENT, {"v": typed}), levels=levels)
    assert text.rpartition(" = ")[2] == shown


@given(fractions, st.integers(0, 10_000), st.booleans(), st.sampled_from(Compare))
def test_what_is_shown_fails_its_level_exactly_when_the_share_does(figure, level, short, compare):
    text = format_value(PERCENT, {"v": figure}, short=short, levels={"v": level})
    shown = Fraction(text.rpartition(" = ")[2].removesuffix("%").replace(",", ".")) * 100
    if compare is Compare.AT_LEAST:
        assert (shown >= level) is (exact(figure) >= level)
    else:
        assert (shown <= level) is (exact(figure) <= level)
    assert abs(shown - exact(figure)) <= Fraction(1, 2)


@given(st.dictionaries(st.sampled_from(["v", "a", "nuoc_sach"]), figures, min_size=1))
def test_canonical_json_comes_back_and_has_one_form(value):
    text = value_to_json(value)
    assert value_from_json(text) == value
    assert value_to_json(dict(reversed(value.items()))) == text
    assert " " not in text


@given(st.one_of(st.integers(0, 10_000), fractions))
def test_an_editable_percentage_is_read_back_as_it_was(figure):
    assert parse_value(PERCENT, editable_texts(PERCENT, {"v": figure})) == {"v": figure}


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_editable_amounts_counts_and_roads_are_read_back_as_they_were(amount, more):
    assert parse_value(INCOME, editable_texts(INCOME, {"v": amount})) == {"v": amount}
    assert parse_value(NONE_LEFT, editable_texts(NONE_LEFT, {"v": amount})) == {"v": amount}
    road = {"v": Fraction2(amount, amount + more + 1)}
    assert parse_value(ROADS, editable_texts(ROADS, road)) == road


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"v":1.5}', '{"v":true}', '{"v":-1}', '{"v":[3,2]}', '{"v":{}}']
)
def test_a_damaged_stored_value_is_refused(text):
    with pytest.raises(NtmError):
        value_from_json(text)
