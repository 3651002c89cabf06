"""Overlays: a province's target values as one small file."""

import contextlib
import json
import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ntm_desktop.domain.judging import TargetLevel
from ntm_desktop.domain.targets import resolve, target_text
from ntm_desktop.errors import NtmError
from ntm_desktop.packs.criteria import load_builtin
from ntm_desktop.packs.overlay import overrides_of, read_overlay
from ntm_desktop.paths import resource

SET_2016 = load_builtin("xa-ntm-2016-2020")
SET_2021 = load_builtin("xa-ntm-2021-2025")
SAMPLE = resource("samples", "qb-minh-hoa.json").read_bytes()


def level(code):
    indicator = SET_2016.indicator(code)
    targets = resolve(
        indicator,
        overrides=overrides_of(read_overlay(SAMPLE), SET_2016),
        profile="tdmnpb",
        year=2021,
        schools=None,
        on=date(2021, 6, 30),
    )
    return target_text(indicator, targets), targets["v"].level


def test_the_sample_overlay_fits_its_set_and_says_that_it_is_invented():
    overlay = read_overlay(SAMPLE)
    assert len(overrides_of(overlay, load_builtin(overlay.set))) == 5
    assert overlay.illustrative
    assert "MINH HỌA" in overlay.title
    assert "minh họa" in overlay.decision


@pytest.mark.parametrize(
    ("code", "text"), [("2.1", "100%"), ("2.3", "100%"), ("2.4", "≥ 50%"), ("6.1", "Đạt"), ("6.2", "Đạt")]
)
def test_the_sample_province_sets_what_the_set_leaves_to_it(code, text):
    assert level(code) == (text, TargetLevel.PROVINCE)


def test_one_level_of_the_sample_province_stays_missing():
    assert level("2.2") == ("chưa có mức", TargetLevel.NATIONAL)


def overlay_with(**change):
    pack = json.loads(SAMPLE)
    del pack["sha256"]
    pack["overlay"]["targets"][0] |= change
    return read_overlay(json.dumps(pack).encode())


def one_line(criteria_set=SET_2016, head=(), **line):
    """An overlay of a single level, as an office writes it by hand."""
    overlay = json.loads(SAMPLE)["overlay"] | {"set": criteria_set.id, "targets": [line]} | dict(head)
    pack = {"format": 1, "kind": "targets", "overlay": overlay}
    return overrides_of(read_overlay(json.dumps(pack).encode()), criteria_set)


def test_an_overlay_written_by_hand_needs_no_checksum():
    assert overrides_of(overlay_with(value=9000), SET_2016)[0].value == 9000


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"code": "2.9"}, "Không có chỉ tiêu 2.9"),
        ({"part": "x"}, "không có phần “x”"),
        ({"profile": "x"}, "không có nhóm mức “x”"),
        ({"value": 10001}, "không hợp với cách đo"),
        ({"value": -1}, "không hợp với cách đo"),
        ({"measure": "level", "value": 1}, "measure phải là “percent”"),
        ({"code": "2.3"}, "trùng mức"),
    ],
)
def test_a_line_that_does_not_fit_the_set_is_named(change, says):
    with pytest.raises(NtmError) as refused:
        overrides_of(overlay_with(**change), SET_2016)
    assert any(says in problem for problem in refused.value.problems)


PARTS = [
    (one_set, indicator, part)
    for one_set in (SET_2016, SET_2021, load_builtin("xa-ntm-nang-cao-2021-2025"))
    for indicator in one_set.indicators()
    for part in indicator.parts
]


@given(st.sampled_from(PARTS), st.data())
def test_a_line_without_unit_and_sense_is_measured_as_its_indicator(where, data):
    criteria_set, indicator, part = where
    line = {"code": indicator.code, "part": part.key, "measure": part.measure, "value": 1}
    (plain,) = one_line(criteria_set, **line)
    given_too = data.draw(st.sampled_from([{}, {"unit": part.unit.upper()}, {"compare": part.compare}]))
    assert one_line(criteria_set, **line, **given_too) == (plain,)
    asked = resolve(
        indicator, overrides=[plain], profile="btb", year=2021, schools=None, on=date(2021, 6, 30)
    )
    assert asked[part.key].target.value == 1
    assert asked[part.key].part == part


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (
            {"code": "10.1", "measure": "amount", "unit": "nghìn đồng"},
            "tính bằng “triệu đồng/người/năm”, không",
        ),
        (
            {"code": "10.1", "measure": "amount", "unit": "triệu đồng"},
            "tính bằng “triệu đồng/người/năm”, không",
        ),
        ({"code": "1.1", "measure": "achieved", "unit": "%"}, "1.1 không có đơn vị, không phải “%”"),
        ({"code": "17.6", "measure": "count"}, "measure phải là “percent”"),
        ({"code": "17.6", "measure": "amount", "unit": "%"}, "measure phải là “percent”"),
        ({"code": "17.6", "measure": "achieved"}, "measure phải là “percent”"),
        ({"code": "10.1", "measure": "percent"}, "measure phải là “amount”"),
        ({"code": "10.1", "measure": "count", "unit": "triệu đồng/người/năm"}, "measure phải là “amount”"),
        ({"code": "11.1", "measure": "percent", "compare": ">="}, "compare phải là “<=”"),
        ({"code": "1.1", "measure": "level"}, "measure phải là “achieved”"),
        ({"code": "1.1", "measure": "percent", "unit": "hộ"}, "tính bằng “%”"),
        ({"code": "1.1", "measure": "amount"}, "chưa ghi đơn vị"),
        ({"code": "17.6", "measure": "percent", "year": 99999}, "năm 99999"),
    ],
)
def test_a_line_that_cannot_be_right_is_refused(line, says):
    with pytest.raises(NtmError) as refused:
        one_line(value=1, **line)
    assert any(says in problem for problem in refused.value.problems)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ({"code": "1.1", "measure": "percent", "value": 8000}, "≥ 80%"),
        ({"code": "1.1", "measure": "count", "unit": "bản đồ", "value": 2}, "≥ 2 bản đồ"),
        ({"code": "19.2", "measure": "amount", "unit": "điểm", "value": 80000}, "≥ 80 điểm"),
        ({"code": "19.2", "measure": "count", "unit": "vụ", "value": 0, "compare": "<="}, "Không"),
    ],
)
def test_a_province_may_ask_a_figure_where_the_decision_says_achieved(line, text):
    indicator = SET_2016.indicator(line["code"])
    found = resolve(
        indicator, overrides=one_line(**line), profile="btb", year=2021, schools=None, on=date(2021, 6, 30)
    )
    assert target_text(indicator, found, named=True) == text


def test_a_level_that_only_an_amendment_fits_holds_from_the_amendment_on():
    (level,) = one_line(SET_2021, code="15.4", measure="achieved", value=1)
    assert level.valid_from == date(2024, 3, 1)
    (level,) = one_line(SET_2021, {"valid_from": "2024-06-30"}, code="15.4", measure="achieved", value=1)
    assert level.valid_from == date(2024, 6, 30)
    (level,) = one_line(SET_2021, code="15.4", measure="percent", value=6000)
    assert level.valid_from is None


@pytest.mark.parametrize(
    ("head", "says"),
    [
        ({"decision": " "}, "số quyết định"),
        ({"province": ""}, "tên tỉnh"),
        ({"valid_from": "9999-01-01"}, "năm 9999"),
        ({"decided": "1021-01-05"}, "năm 1021"),
    ],
)
def test_an_overlay_that_does_not_say_whose_it_is_is_refused(head, says):
    with pytest.raises(NtmError) as refused:
        one_line(head=head, code="17.6", measure="percent", value=7500)
    assert any(says in problem for problem in refused.value.problems)


TEXTS = st.text("aệe\u0323\u0302 \ud800\x00", max_size=4)
FIELDS = st.fixed_dictionaries(
    {
        "code": st.sampled_from(["17.6", "1.1"]),
        "measure": st.just("percent"),
        "value": st.integers(0, 10_000) | st.integers() | st.just(10**40) | st.none(),
    },
    optional={
        "part": st.just("v") | TEXTS,
        "unit": st.just("%") | TEXTS,
        "compare": st.sampled_from([">=", "<="]),
        "printed": TEXTS,
        "profile": st.just("btb") | TEXTS,
        "year": st.just(2021) | st.integers(),
        "article": TEXTS,
    },
)


@settings(max_examples=300)
@given(FIELDS)
def test_any_line_is_taken_as_it_can_be_kept_or_refused_in_words(line):
    try:
        (level,) = one_line(**line)
    except NtmError:
        return
    for text in (level.code, level.part, level.printed, level.unit, level.article):
        assert text.encode().decode() == text == unicodedata.normalize("NFC", text)
    assert level.value is None or 0 <= level.value < 2**53


def test_an_overlay_of_another_set_is_refused():
    with pytest.raises(NtmError, match="xa-ntm-2016-2020"):
        overrides_of(read_overlay(SAMPLE), SET_2021)


def test_a_criteria_set_is_not_an_overlay():
    with pytest.raises(NtmError, match="là tệp bộ tiêu chí"):
        read_overlay(resource("criteria", "xa-ntm-2016-2020.json").read_bytes())


@settings(max_examples=1000)
@given(st.integers(0, len(SAMPLE) * 8 - 1), st.integers(0, len(SAMPLE)))
def test_a_damaged_overlay_loads_equal_or_is_refused(bit, length):
    damaged = bytearray(SAMPLE)
    damaged[bit // 8] ^= 1 << bit % 8
    for data in (bytes(damaged), SAMPLE[:length]):
        with contextlib.suppress(NtmError):
            assert read_overlay(data) == read_overlay(SAMPLE)
