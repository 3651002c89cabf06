"""Overlays: a province's target values as one small file."""

import contextlib
import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ntm_desktop.domain.judging import TargetLevel
from ntm_desktop.domain.targets import resolve, target_text
from ntm_desktop.errors import NtmError
from ntm_desktop.packs.criteria import load_builtin
from ntm_desktop.packs.overlay import check_overlay, read_overlay
from ntm_desktop.paths import resource

SAMPLE = resource("samples", "qb-minh-hoa.json").read_bytes()


def level(code):
    indicator = load_builtin("xa-ntm-2016-2020").indicator(code)
    targets = resolve(
        indicator,
        overrides=read_overlay(SAMPLE).overrides,
        profile="tdmnpb",
        year=2021,
        schools=None,
        on=date(2021, 6, 30),
    )
    return target_text(indicator, targets), targets["v"].level


def test_the_sample_overlay_fits_its_set_and_says_that_it_is_invented():
    overlay = read_overlay(SAMPLE)
    check_overlay(overlay, load_builtin(overlay.set_id))
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


def test_an_overlay_written_by_hand_needs_no_checksum():
    assert overlay_with(value=9000).overrides[0].value == 9000


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"code": "2.9"}, "Không có chỉ tiêu 2.9"),
        ({"part": "x"}, "không có phần “x”"),
        ({"profile": "x"}, "không có nhóm mức “x”"),
        ({"value": 10001}, "không hợp với cách đo"),
        ({"value": -1}, "không hợp với cách đo"),
        ({"measure": "level", "value": 1}, "không xếp theo mức độ"),
        ({"code": "2.3"}, "trùng mức"),
    ],
)
def test_a_line_that_does_not_fit_the_set_is_named(change, says):
    with pytest.raises(NtmError) as refused:
        check_overlay(overlay_with(**change), load_builtin("xa-ntm-2016-2020"))
    assert any(says in problem for problem in refused.value.problems)


def test_an_overlay_of_another_set_is_refused():
    with pytest.raises(NtmError, match="xa-ntm-2016-2020"):
        check_overlay(read_overlay(SAMPLE), load_builtin("xa-ntm-2021-2025"))


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
