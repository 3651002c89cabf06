"""The criteria sets that ship with the program."""

import json
import re
from collections import Counter
from datetime import date

import pytest

from ntm_desktop.domain.criteria import (
    LevelGaps,
    Measure,
    SetState,
    Verification,
    missing_levels,
    unknown_code_message,
)
from ntm_desktop.domain.targets import resolve, target_text
from ntm_desktop.errors import NtmError
from ntm_desktop.packs.criteria import builtin_ids, load_builtin
from ntm_desktop.packs.forms import regime_ids
from ntm_desktop.paths import resource

SETS = ("xa-ntm-2016-2020", "xa-ntm-2021-2025", "xa-ntm-2026-2030", "xa-ntm-nang-cao-2021-2025")


def targets_of(criteria_set, code, profile, *, year=2021, schools=None, on=date(2021, 6, 30)):
    indicator = criteria_set.on(on).indicator(code)
    return indicator, resolve(indicator, profile=profile, year=year, schools=schools, on=on)


def text_of(criteria_set, code, profile, **rest):
    return target_text(*targets_of(criteria_set, code, profile, **rest))


@pytest.mark.parametrize(
    ("set_id", "gaps", "said"),
    [
        ("xa-ntm-2016-2020", LevelGaps(6, 6, 19), "thiếu mức 06 chỉ tiêu, do tỉnh quy định"),
        ("xa-ntm-2021-2025", LevelGaps(18, 6, 36), "thiếu mức 18 chỉ tiêu, trong đó 06 do tỉnh quy định"),
        (
            "xa-ntm-nang-cao-2021-2025",
            LevelGaps(27, 4, 51),
            "thiếu mức 27 chỉ tiêu, trong đó 04 do tỉnh quy định",
        ),
        ("xa-ntm-2026-2030", LevelGaps(0, 0, 0), ""),
    ],
)
def test_what_a_set_lacks_is_counted(set_id, gaps, said):
    criteria_set = load_builtin(set_id)
    assert criteria_set.level_gaps() == gaps
    lacking = [i for i in criteria_set.indicators() if any(t.value is None for t in i.targets)]
    assert missing_levels(lacking) == said


def test_the_four_commune_sets_are_built_in():
    assert builtin_ids() == SETS


@pytest.mark.parametrize(
    ("set_id", "criteria", "indicators", "expected", "state"),
    [
        ("xa-ntm-2016-2020", 19, 49, (19, 49), SetState.COMPLETE),
        ("xa-ntm-2021-2025", 19, 57, (19, 57), SetState.PARTIAL),
        ("xa-ntm-nang-cao-2021-2025", 19, 75, (19, 75), SetState.PARTIAL),
        ("xa-ntm-2026-2030", 10, 0, (10, 47), SetState.SKELETON),
    ],
)
def test_each_set_has_the_counts_of_its_decision(set_id, criteria, indicators, expected, state):
    criteria_set = load_builtin(set_id)
    assert (len(criteria_set.criteria), len(criteria_set.indicators())) == (criteria, indicators)
    assert criteria_set.expected == expected
    assert criteria_set.state is state
    assert criteria_set.default_regime in regime_ids()


def test_the_skeleton_says_what_it_is():
    assert "chưa đánh giá được theo bộ này" in load_builtin("xa-ntm-2026-2030").notes[0]
    assert "chưa có chỉ tiêu" in unknown_code_message(load_builtin("xa-ntm-2026-2030"), "1.1")


RESEARCH = (
    "đọc được", "xác minh", "tìm thấy", "bản tin", "(tin ", "Nguồn", "ứng viên", "mã nguồn", "tin cậy",
    "KHÔNG", "CHƯA", "hiểu biết chung",
)  # fmt: skip
"""How the data came to be, which no officer can do anything with."""


@pytest.mark.parametrize("set_id", SETS)
def test_the_notes_of_a_set_speak_to_the_office(set_id):
    criteria_set = load_builtin(set_id)
    notes = [*criteria_set.notes, *(indicator.note for indicator in criteria_set.indicators())]
    assert [note for note in notes if any(words in note for words in RESEARCH)] == []


@pytest.mark.parametrize("set_id", SETS)
def test_every_target_says_where_it_comes_from(set_id):
    criteria_set = load_builtin(set_id)
    amended = [i for a in criteria_set.amendments for i in a.indicators]
    for indicator in [*criteria_set.indicators(), *amended]:
        assert {t.part for t in indicator.targets} == {p.key for p in indicator.parts}
        for target in indicator.targets:
            where = target.provenance
            assert where.decision
            assert where.issued
            assert where.source
            assert where.confidence in ("high", "medium", "low")
            if target.verification is Verification.CONFIRMED:
                assert where.source.startswith("found:")
                assert where.confidence == "high"


@pytest.mark.parametrize(
    ("set_id", "fully", "partly", "with_confirmed_level"),
    [
        ("xa-ntm-2016-2020", 29, 13, 33),
        ("xa-ntm-2021-2025", 10, 10, 11),
        ("xa-ntm-nang-cao-2021-2025", 0, 4, 1),
    ],
)
def test_how_much_was_found_in_a_source_matches_the_record(set_id, fully, partly, with_confirmed_level):
    plain = json.loads(resource("criteria", f"{set_id}.json").read_bytes())["set"]
    read = Counter(i["read"] for c in plain["criteria"] for i in c["indicators"])
    assert (read["full"], read["partial"]) == (fully, partly)
    confirmed = [
        i
        for i in load_builtin(set_id).indicators()
        if any(t.verification is Verification.CONFIRMED and t.value is not None for t in i.targets)
    ]
    assert len(confirmed) == with_confirmed_level


@pytest.mark.parametrize(
    ("code", "profile", "text"),
    [
        ("3.1", "tdmnpb", "Đạt (≥ 80%)"),
        ("4.2", "dbsh", "≥ 99%"),
        ("5.1", "tdmnpb", "≥ 70%"),
        ("9.1", "btb", "Không"),
        ("9.2", "dbscl", "≥ 70%"),
        ("10.1", "tdmnpb", "≥ 36"),
        ("10.1", "dnb", "≥ 59"),
        ("11.1", "btb", "≤ 5%"),
        ("11.1", "tdmnpb", "≤ 12%"),
        ("14.3", "dbsh", "≥ 45%"),
        ("15.3", "tn", "≤ 31,4%"),
        ("17.1", "tdmnpb", "≥ 90%; ≥ 50%"),
        ("17.1", "dhntb", "≥ 95%; ≥ 60%"),
        ("17.6", "tdmnpb", "≥ 70%"),
        ("17.7", "dhntb", "≥ 75%"),
        ("2.2", "btb", "chưa có mức"),
        ("6.1", "btb", "chưa có mức"),
        ("18.1", "btb", "Đạt (100%)"),
    ],
)
def test_levels_of_2016_by_profile(code, profile, text):
    assert text_of(load_builtin("xa-ntm-2016-2020"), code, profile) == text


def test_the_number_behind_dat_is_judged_by():
    for set_id, code, measure, value in (
        ("xa-ntm-2016-2020", "3.1", Measure.PERCENT, 8000),
        ("xa-ntm-2016-2020", "18.1", Measure.PERCENT, 10000),
        ("xa-ntm-2021-2025", "3.2", Measure.AMOUNT, 50000),
        ("xa-ntm-nang-cao-2021-2025", "3.1", Measure.PERCENT, 9000),
    ):
        indicator, targets = targets_of(load_builtin(set_id), code, "btb")
        assert indicator.parts[0].hidden
        assert indicator.parts[0].measure is measure
        assert targets["v"].target.value == value
        assert targets["v"].target.printed == "Đạt"


@pytest.mark.parametrize(
    ("code", "profile", "state"),
    [
        ("15.1", "tdmnpb", Verification.CONFIRMED),
        ("4.2", None, Verification.CONFIRMED),
        ("4.2", "tdmnpb", Verification.UNVERIFIED),
        ("12.1", None, Verification.CONFIRMED),
        ("12.1", "btb", Verification.UNVERIFIED),
        ("14.3", "btb", Verification.CONFIRMED),
        ("14.3", "dbsh", Verification.UNVERIFIED),
        ("17.7", "dhntb", Verification.UNVERIFIED),
        ("19.1", "btb", Verification.UNVERIFIED),
        ("10.1", "tdmnpb", Verification.UNVERIFIED),
    ],
)
def test_what_was_only_recalled_stays_unverified(code, profile, state):
    _, targets = targets_of(load_builtin("xa-ntm-2016-2020"), code, profile or "")
    assert targets["v"].target.verification is state


def test_income_of_2020_is_confirmed_for_that_year_alone():
    set_2016 = load_builtin("xa-ntm-2016-2020")
    _, targets = targets_of(set_2016, "10.1", "tdmnpb", year=2020)
    assert targets["v"].target.verification is Verification.CONFIRMED
    assert text_of(set_2016, "10.1", "tdmnpb", year=2019) == "chưa có mức"


@pytest.mark.parametrize(("year", "text"), [(2021, "≥ 36"), (2022, "≥ 39"), (2025, "≥ 48"), (2027, "≥ 48")])
def test_income_of_2021_to_2025_by_year(year, text):
    assert text_of(load_builtin("xa-ntm-2021-2025"), "10.1", "btb", year=year) == text


@pytest.mark.parametrize(
    ("profile", "schools", "text"),
    [
        ("btb", 3, "100%; ≥ 50%"),
        ("btb", 4, "100%; ≥ 70%"),
        ("btb", None, "100%; chưa có mức"),
        ("dbsh", None, "100%"),
        ("", 3, "chưa có mức"),
    ],
)
def test_schools_of_2021_by_their_number(profile, schools, text):
    assert text_of(load_builtin("xa-ntm-2021-2025"), "5.1", profile, schools=schools) == text


def test_both_sexes_are_two_parts():
    indicator, targets = targets_of(load_builtin("xa-ntm-2021-2025"), "14.2", "btb")
    assert [part.key for part in indicator.parts] == ["nam", "nu"]
    assert {key: one.target.value for key, one in targets.items()} == {"nam": 8500, "nu": 8500}


def test_levels_that_have_ranks():
    nang_cao = load_builtin("xa-ntm-nang-cao-2021-2025")
    assert [text_of(nang_cao, code, "btb") for code in ("5.3", "5.4", "5.5")] == [
        "Mức độ 3",
        "Mức độ 2",
        "Khá",
    ]


def test_the_higher_tier_also_asks_for_one_school_of_the_second_grade():
    indicator, targets = targets_of(load_builtin("xa-ntm-nang-cao-2021-2025"), "5.1", "btb")
    assert target_text(indicator, targets, named=True) == (
        "trường đạt mức độ 1 100%; trường đạt mức độ 2 ≥ 1 trường"
    )


BEFORE, AFTER = date(2024, 2, 29), date(2024, 3, 1)


def test_an_amendment_changes_the_kind_from_its_day():
    set_2021 = load_builtin("xa-ntm-2021-2025")
    assert text_of(set_2021, "15.4", "tdmnpb", on=BEFORE) == "≥ 50%"
    assert text_of(set_2021, "15.4", "tdmnpb", on=AFTER) == "Đạt"
    assert set_2021.on(AFTER).indicator("15.4").amended_by.decision == "211/QĐ-TTg"
    assert "tổ hợp tác" not in set_2021.on(BEFORE).indicator("13.1").text
    assert "tổ hợp tác" in set_2021.on(AFTER).indicator("13.1").text
    assert set_2021.on(AFTER).indicator("18.4").text.startswith("Tiếp cận pháp luật")


def test_an_amendment_whose_content_is_unknown_leaves_no_target():
    set_2021 = load_builtin("xa-ntm-2021-2025")
    assert text_of(set_2021, "17.1", "btb", on=AFTER) == "chưa có mức"
    assert len(set_2021.on(AFTER).indicators()) == 57


@pytest.mark.parametrize("set_id", SETS)
def test_values_are_carried_only_between_indicators_measured_alike(set_id):
    criteria_set = load_builtin(set_id)
    for other_id, theirs, ours in criteria_set.carried_from:
        there, here = load_builtin(other_id).indicator(theirs), criteria_set.indicator(ours)
        assert [(p.key, p.measure, p.unit, p.compare) for p in there.parts] == [
            (p.key, p.measure, p.unit, p.compare) for p in here.parts
        ]


def test_criteria_that_can_cost_the_title():
    assert load_builtin("xa-ntm-2021-2025").revocation_key_criteria == ("10", "17", "19")
    assert load_builtin("xa-ntm-nang-cao-2021-2025").revocation_key_criteria == ("10", "17", "18", "19")


def test_an_unknown_code_is_answered_with_the_codes_of_its_criterion():
    set_2016 = load_builtin("xa-ntm-2016-2020")
    message = unknown_code_message(set_2016, "2.9")
    assert "Tiêu chí này có 2.1, 2.2, 2.3, 2.4." in message
    assert "Bộ tiêu chí 2016–2020" in message
    assert "Xem mã ở trang Tiêu chí" in unknown_code_message(set_2016, "zz")


def test_an_unknown_set_is_refused_with_the_ones_there_are():
    with pytest.raises(NtmError, match="xa-ntm-2021-2025"):
        load_builtin("../x")


_OF_THE_MAKING = re.compile(
    "đọc được|nguồn|lỗi đánh máy|bản tin|tin cậy|chưa xác minh|chưa điền|suy từ|câu chữ|đã xác nhận",
    re.IGNORECASE,
)


@pytest.mark.parametrize("set_id", SETS)
def test_a_note_says_what_to_look_up_and_nothing_of_how_the_set_was_made(set_id):
    for indicator in load_builtin(set_id).on(date(2025, 6, 30)).indicators():
        assert not _OF_THE_MAKING.search(indicator.note), (indicator.code, indicator.note)


def test_a_low_share_says_what_it_counts():
    for set_id in SETS:
        for indicator in load_builtin(set_id).indicators():
            for part in indicator.parts:
                low = part.measure is Measure.PERCENT and part.compare == "<="
                assert bool(part.numerator) == low, indicator.code
