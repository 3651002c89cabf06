from __future__ import annotations

from dataclasses import astuple, replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from whole_consultation import (
    LEVELS,
    MEETING,
    NOTHING,
    STEPS,
    WHOLE,
    at,
    attendees_of,
    keys,
    only,
    only_of,
    opinion,
    survey,
    threshold,
)

from ntm_desktop.domain.consultation import (
    GIVER_NAMES,
    Accepted,
    Attendee,
    Broadcast,
    Giver,
    OpinionForm,
    Publication,
    Rate,
    by_question,
    check_meeting,
    check_survey,
    days_posted,
    places_of,
    totals,
)
from ntm_desktop.domain.consultation_breaks import breaks
from ntm_desktop.domain.consultation_order import order_of_dates
from ntm_desktop.domain.consulted import BreakKind, Consulted, Dates
from ntm_desktop.errors import EntryRefused


def test_a_consultation_by_the_rules_breaks_nothing() -> None:
    assert breaks(WHOLE) == ()


def test_before_anything_is_entered_each_step_is_asked_for() -> None:
    assert keys(NOTHING) == ["publication", "opinions", "survey", "meeting"]
    assert {one.kind for one in breaks(NOTHING)} == {BreakKind.MISSING}


ALL_WRONG = replace(
    WHOLE,
    publications=(Publication("p", "Trụ sở UBND xã", at(6, 1), at(6, 3)),),
    broadcasts=(),
    opinions=(opinion(Giver.FRONT, form=OpinionForm.MEETING, proposal="Thêm đèn", on=at(6, 26)),),
    surveys=(survey("Thôn 1", 100, 50, 50, 50, 20, answers={"q1": 10}),),
    unsurveyed=("Thôn 2",),
    meeting=replace(MEETING, agreed=1, attendees=(Attendee("A"),) * 32),
    papers=dict(zip(WHOLE.papers, (at(6, day) for day in (25, 20, 11, 10)), strict=True)),
)


def test_all_that_can_be_wrong_at_once_is_told_in_the_order_of_the_work() -> None:
    assert keys(ALL_WRONG) == [
        "publication_days", "publication_places", "broadcasts", "opinions", "opinions_written",
        "opinions_reply", "opinions_late", "survey", "survey_coverage", "satisfaction",
        "satisfaction_item/1", "satisfaction_item/2", "vote", "attendees", "minutes", "report_later",
        "order/submitted",
    ]  # fmt: skip


@pytest.mark.parametrize("known", [NOTHING, ALL_WRONG, replace(NOTHING, on=at(1, 1))])
@pytest.mark.parametrize("confirmed", [True, False])
def test_each_break_says_what_why_by_which_rule_and_what_to_do(known: Consulted, confirmed: bool) -> None:
    levels = {key: threshold(key, value, confirmed=confirmed) for key, value in LEVELS.items()}
    for one in (*breaks(replace(known, thresholds=levels)), *breaks(known)):
        assert all((one.what, one.why, one.source, one.action, one.link.page, one.link.anchor))


# Dates


@pytest.mark.parametrize(
    ("wrong", "key", "said"),
    [
        ({"bao_cao": at(6, 29)}, "order/report/meeting", "Ngày họp 28/6/2022 ở trước ngày báo cáo kết quả"),
        ({"tong_hop_y_kien": at(6, 14)}, "order/summary", "ở trước ngày kết thúc niêm yết 15/6/2022"),
        ({"tong_hop_y_kien": at(6, 29)}, "order/meeting", "Ngày họp 28/6/2022 ở trước ngày báo cáo tổng hợp"),
        ({"to_trinh": at(6, 27)}, "order/submitted", "Ngày tờ trình 27/6/2022 ở trước ngày họp 28/6/2022"),
    ],
)
def test_each_step_before_the_one_that_it_follows_is_told(
    wrong: dict[str, date], key: str, said: str
) -> None:
    given = replace(WHOLE, papers={**WHOLE.papers, **wrong})
    found = only_of(given, key)
    assert [one for one in keys(given) if one.startswith("order/")] == [key]
    assert (found.kind, found.source) == (BreakKind.BROKEN, STEPS)
    assert said in found.why


def test_a_report_completed_after_the_posting_is_told_and_may_be_kept() -> None:
    """What is posted is the draft: the figures of the day after it leave no other day for the report."""
    papers = {**WHOLE.papers, "bao_cao": at(6, 20)}
    found = only(replace(WHOLE, papers=papers, newer=("10.1", "17.2")))
    assert (found.key, found.kind, found.stops) == ("report_later", BreakKind.UNUSUAL, False)
    assert "ghi ngày 20/6/2022, sau ngày bắt đầu niêm yết 1/6/2022" in found.why
    assert "02 chỉ tiêu có số liệu mới hơn bản niêm yết: 10.1, 17.2" in found.why
    assert "Niêm yết lại bản mới, hoặc giữ nguyên" in found.action
    assert breaks(replace(WHOLE, newer=("10.1",))) == ()  # the report itself is of before


_DAY = st.none() | st.dates(at(1, 1), at(1, 20))
_DATES = st.builds(Dates, _DAY, _DAY, _DAY, _DAY, _DAY, _DAY)


@given(_DATES)
def test_no_break_of_the_order_exactly_when_the_known_days_go_up(dates: Dates) -> None:
    report, *steps = astuple(dates)
    known = [day for day in steps if day is not None]
    read_at = dates.meeting or dates.submitted
    goes_up = known == sorted(known) and not (report and read_at and read_at < report)
    assert (list(order_of_dates(dates, STEPS)) == []) == goes_up


@given(_DATES, st.integers(0, 40))
def test_the_order_is_the_same_on_other_days(dates: Dates, shift: int) -> None:
    moved = Dates(*(day and day + timedelta(days=shift) for day in astuple(dates)))
    here, there = ([(one.key, one.link) for one in order_of_dates(given, STEPS)] for given in (dates, moved))
    assert here == there


# Publication


@given(st.dates(), st.integers(0, 60))
def test_the_first_and_the_last_day_both_count(first: date, more: int) -> None:
    first = min(first, date(9999, 1, 1))
    assert days_posted(first, first + timedelta(days=more)) == more + 1


def test_a_day_less_than_the_rule_is_too_short() -> None:
    short = Publication("q", "Nhà văn hóa thôn 1", at(6, 2), at(6, 15))
    found = only(replace(WHOLE, publications=(*WHOLE.publications, short)))
    assert (found.key, found.source) == ("publication_days", "Điều của publication_days")
    assert found.why == ("Mới Nhà văn hóa thôn 1 14 ngày, tính cả ngày đầu và ngày cuối; cần ít nhất 15 ngày")


def test_while_it_is_posted_the_posting_is_open_and_broadcasts_may_still_come() -> None:
    under_way = replace(WHOLE, on=at(6, 10), surveys=(), meeting=None, papers={})
    found = {one.key: one for one in breaks(under_way)}
    assert found["publication_open"].why == "Đang niêm yết đến hết ngày 15/6/2022"
    assert found["broadcasts"].kind is BreakKind.MISSING
    assert "Đã phát 03 lần" in found["broadcasts"].why
    assert "publication_open" not in keys(replace(under_way, on=at(6, 15)))


def test_what_is_planned_for_later_days_is_not_there_yet() -> None:
    before = replace(WHOLE, on=at(5, 31), meeting=None, papers={})
    assert keys(before)[0] == "publication"
    ballots = replace(WHOLE, on=at(6, 19), meeting=None, papers={})
    assert only_of(ballots, "survey").why == "Chưa có phiếu của thôn nào"
    later = replace(WHOLE.surveys[0], uid="l", hamlet="Thôn 2", on=at(8, 1), satisfied=0, answers={})
    told = only(replace(WHOLE, surveys=(*WHOLE.surveys, later)))
    assert told.why == "Chưa có phiếu của 01 thôn: Thôn 2"


def test_on_the_last_day_of_the_posting_a_broadcast_may_still_come() -> None:
    few = replace(WHOLE, on=at(6, 15), broadcasts=WHOLE.broadcasts[:4], meeting=None, papers={})
    assert only_of(few, "broadcasts").kind is BreakKind.MISSING
    assert only_of(replace(few, on=at(6, 16)), "broadcasts").kind is BreakKind.BROKEN


@pytest.mark.parametrize("sure", [True, False])
def test_broadcasts_spread_over_a_long_posting_are_counted_within_its_days_on_end(sure: bool) -> None:
    """The rule says five times within 15 days: one every ten days is not that."""
    long = (Publication("p", "Trụ sở UBND xã", at(4, 20), at(6, 20)),)
    spread = tuple(Broadcast(str(day), day) for day in (at(4, 25), at(5, 5), at(5, 15), at(5, 25), at(6, 4)))
    levels = WHOLE.thresholds | {"publication_days": threshold("publication_days", 15, confirmed=sure)}
    given = replace(WHOLE, publications=long, broadcasts=spread, papers={}, thresholds=levels)
    found = only_of(given, "broadcasts")
    assert "nhiều nhất 02 lần trong 15 ngày liền; cần ít nhất" in found.why
    assert found.doubted is not sure
    close = (*spread, *(Broadcast(f"d{day}", at(6, day)) for day in (8, 12, 16, 18)))
    assert "broadcasts" not in keys(replace(given, broadcasts=close))
    assert "broadcasts" in keys(replace(given, broadcasts=(*close[:-1], Broadcast("x", at(6, 19)))))


def test_a_broadcast_outside_the_posting_does_not_count() -> None:
    late = (*WHOLE.broadcasts[:-1], Broadcast("l", at(6, 16)))
    found = only(replace(WHOLE, broadcasts=late))
    assert (found.key, found.kind) == ("broadcasts", BreakKind.BROKEN)
    assert "Đã phát 04 lần" in found.why
    assert "Không tính 01 lần ngoài thời gian đó" in found.why


# Opinions


def test_who_has_said_nothing_is_named() -> None:
    said = [one for one in WHOLE.opinions if one.giver not in (Giver.UNION, Giver.RESIDENTS)]
    found = only(replace(WHOLE, opinions=said))
    assert found.why == "Chưa có ý kiến của 02 nơi: Công đoàn xã; Nhân dân"


def test_an_organisation_says_it_in_writing_at_least_once() -> None:
    front, *others = WHOLE.opinions
    spoken = replace(front, form=OpinionForm.MEETING)
    assert keys(replace(WHOLE, opinions=(spoken, *others))) == ["opinions_written"]
    assert keys(replace(WHOLE, opinions=(spoken, *WHOLE.opinions))) == []


def test_what_is_proposed_waits_for_an_answer() -> None:
    asked = opinion(
        Giver.RESIDENTS, giver_name="Cao Văn An", hamlet="thôn Yên Thắng", proposal="Thêm đèn đường"
    )
    found = only(replace(WHOLE, opinions=(*WHOLE.opinions, asked)))
    assert found.why == "Chưa trả lời 01 đề xuất: Nhân dân, Cao Văn An, thôn Yên Thắng ngày 10/6/2022"
    answered = replace(asked, accepted=Accepted.TAKEN)
    assert keys(replace(WHOLE, opinions=(*WHOLE.opinions, answered))) == []


def test_an_opinion_after_the_summary_is_not_in_it() -> None:
    same_day = opinion(Giver.OTHER, giver_name="Hội Người cao tuổi xã", on=at(6, 25))
    assert keys(replace(WHOLE, opinions=(*WHOLE.opinions, same_day))) == []
    late = replace(same_day, on=at(6, 26))
    found = only(replace(WHOLE, opinions=(*WHOLE.opinions, late)))
    assert found.key == "opinions_late"
    assert "Hội Người cao tuổi xã ngày 26/6/2022" in found.why


# Rates


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10_000))
def test_a_rate_is_held_against_its_level_exactly(part: int, whole: int, level: int) -> None:
    rate = Rate(part, whole)
    if whole == 0:
        assert (rate.basis_points, rate.reaches(level), rate.text()) == (None, None, "")
        return
    exact = Fraction(part, whole)
    assert rate.reaches(level) == (exact >= Fraction(level, 10_000))
    assert rate.basis_points is not None
    assert abs(rate.basis_points - exact * 10_000) <= Fraction(1, 2)
    needed = rate.needed(level)
    assert Rate(needed, whole).reaches(level)
    assert needed == 0 or not Rate(needed - 1, whole).reaches(level)


def test_the_hamlet_with_76_households() -> None:
    one = survey("Tân Lợi 1", 76, 76, 72, 72, 71)
    assert (one.coverage.text(), one.satisfaction.text()) == ("94,74%", "98,61%")
    assert (one.coverage.basis_points, one.satisfaction.basis_points) == (9474, 9861)


def test_what_rounds_to_its_level_without_reaching_it_is_seen() -> None:
    short = survey("Thôn 1", 80_000, 80_000, 80_000, 80_000, 71_999)
    found = only(replace(WHOLE, surveys=(short,), questions=()))
    assert found.why == (
        "Hài lòng 71.999 trong 80.000 phiếu hợp lệ, đạt 89,999%; cần 90%, ít nhất 72.000 phiếu"
    )


def test_coverage_and_satisfaction_have_their_own_denominators() -> None:
    few = survey("Thôn 1", 100, 100, 69, 60, 54)
    found = only(replace(WHOLE, surveys=(few,), questions=()))
    assert found.key == "survey_coverage"
    assert found.why == "Thu về 69 phiếu của 100 hộ, đạt 69%; cần 70%, ít nhất 70 phiếu"
    unhappy = survey("Thôn 1", 100, 100, 100, 60, 53)
    found = only(replace(WHOLE, surveys=(unhappy,), questions=()))
    assert found.key == "satisfaction"
    assert "53 trong 60 phiếu hợp lệ" in found.why


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(0, 300)), max_size=6), st.integers(0, 10_000))
def test_the_rates_of_a_column_have_the_same_decimals(found: list[tuple[int, int]], level: int) -> None:
    """But for nothing and all, and for what is just under the level."""
    rates = [Rate(min(pair), max(pair)) for pair in found]
    places = places_of(rates)
    shown = [rate.text(level, places).removesuffix("%") for rate in rates if rate.whole]
    for text, rate in zip(shown, (one for one in rates if one.whole), strict=True):
        decimals = len(text.partition(",")[2])
        assert decimals == places or text in ("0", "100") or decimals > 2
        assert (text == "0") == (rate.part == 0)
        assert (text == "100") == (rate.part == rate.whole)
        assert decimals >= places or text in ("0", "100")
    assert places == 0 or any(not text.endswith("0") for text in shown)


def test_hamlets_are_added_up_before_the_rate_is_taken() -> None:
    both = [survey("A", 10, 10, 5, 5, 5), survey("B", 90, 90, 90, 90, 81)]
    count = totals(both)
    assert (count.coverage, count.satisfaction) == (Rate(95, 100), Rate(86, 95))


def test_each_content_has_its_own_floor_and_the_overall_one_is_the_survey() -> None:
    low = survey("Thôn 1", 76, 76, 72, 72, 71, answers={"q1": 57})
    found = only(replace(WHOLE, surveys=(low,)))
    assert (found.key, found.kind) == ("satisfaction_item/1", BreakKind.BROKEN)
    assert "Nội dung 1 “Đường thôn”: hài lòng 57 trong 72 phiếu hợp lệ, đạt 79,17%; cần 80%" in found.why
    assert dict(by_question(WHOLE.questions, [low]))[WHOLE.questions[1]] == Rate(71, 72)


def test_a_hamlet_that_did_not_count_a_content_is_left_out_of_it() -> None:
    rows = [survey("A", 50, 50, 50, 50, 50, answers={"q1": 40}), survey("B", 50, 50, 50, 50, 50)]
    assert by_question(WHOLE.questions, rows)[0][1] == Rate(40, 50)


def test_hamlets_without_ballots_are_named() -> None:
    found = only(replace(WHOLE, unsurveyed=("Thôn 2", "Thôn 3")))
    assert found.why == "Chưa có phiếu của 02 thôn: Thôn 2; Thôn 3"
    assert found.source == "Điều của survey_coverage"


_COUNTS = st.lists(st.integers(-1, 12), min_size=5, max_size=6)


@given(_COUNTS)
def test_a_survey_is_taken_exactly_when_its_figures_can_be(counts: list[int]) -> None:
    households, issued, returned, valid, satisfied, *rest = counts
    can_be = (
        min(counts) >= 0
        and satisfied <= valid <= returned <= min(issued, households)
        and all(one <= valid for one in rest)
    )
    entry = {
        "households": households, "issued": issued, "returned": returned, "valid": valid,
        "satisfied": satisfied,
    }  # fmt: skip
    answers = {f"Nội dung {number}": one for number, one in enumerate(rest)}
    if can_be:
        check_survey(**entry, answers=answers)
    else:
        with pytest.raises(EntryRefused) as refused:
            check_survey(**entry, answers=answers)
        assert refused.value.field in (*entry, "answers")


# Meeting


@pytest.mark.parametrize(
    ("agreed", "present", "passes"),
    [(28, 31, True), (27, 31, False), (27, 30, True), (26, 30, False), (18, 20, True), (31, 31, True)],
)
def test_nine_of_ten_agree_exactly(agreed: int, present: int, passes: bool) -> None:
    held = replace(MEETING, agreed=agreed, invited=32, present=present, attendees=attendees_of(present))
    given = replace(WHOLE, meeting=held)
    assert (keys(given) == []) is passes


def test_a_vote_that_falls_short_says_how_many_it_takes() -> None:
    found = only(replace(WHOLE, meeting=replace(MEETING, agreed=27)))
    assert found.why == "Nhất trí 27 trong 31 người có mặt, đạt 87,1%; cần 90%, ít nhất 28 người"
    assert found.source == "Điều của vote"


def test_a_meeting_to_come_and_one_without_a_vote_are_not_held() -> None:
    planned = replace(WHOLE, on=at(6, 27), papers={})
    assert keys(planned) == ["meeting"]
    unvoted = replace(WHOLE, meeting=replace(MEETING, present=0, agreed=0))
    assert only(unvoted).why == "Cuộc họp ngày 28/6/2022 chưa có số người có mặt và kết quả bỏ phiếu"


def test_more_people_on_the_list_than_present_and_minutes_of_another_day() -> None:
    listed = attendees_of(32)
    assert keys(replace(WHOLE, meeting=replace(MEETING, attendees=listed))) == ["attendees"]
    assert keys(replace(WHOLE, meeting=replace(MEETING, attendees=listed[1:]))) == []
    assert keys(replace(WHOLE, papers={**WHOLE.papers, "bien_ban": at(6, 29)})) == ["minutes"]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"begins": "7h30"}, "begins"),
        ({"ends": "07:00"}, "ends"),
        ({"agreed": 32}, "agreed"),
        ({"present": -1}, "present"),
        ({"on": at(6, 29)}, "present"),
    ],
)
def test_a_meeting_that_cannot_be_is_refused(values: dict[str, object], field: str) -> None:
    entry: dict[str, object] = {
        "on": at(6, 28), "today": at(6, 28), "begins": "07:30", "ends": "", "invited": 32, "present": 31,
        "agreed": 28, "copies_kept": 1, "copies_sent": 2,
    }  # fmt: skip
    check_meeting(**entry)  # type: ignore[arg-type]
    planned = {**entry, "on": at(7, 5), "present": 0, "agreed": 0}
    check_meeting(**planned)  # type: ignore[arg-type]
    with pytest.raises(EntryRefused) as refused:
        check_meeting(**{**entry, **values})  # type: ignore[arg-type]
    assert refused.value.field == field


# Thresholds


@pytest.mark.parametrize("key", LEVELS)
def test_a_figure_that_is_not_known_is_told_and_never_guessed(key: str) -> None:
    known = {**WHOLE.thresholds, key: threshold(key, None, confirmed=False)}
    short = replace(
        WHOLE,
        thresholds=known,
        meeting=replace(MEETING, agreed=28 if key != "vote" else 1),
        surveys=(survey("Thôn 1", 76, 76, 72, 72, 71 if key != "satisfaction" else 65, answers={"q1": 60}),),
    )
    found = only(short)
    assert (found.key, found.kind) == (f"threshold/{key}", BreakKind.NO_THRESHOLD)
    assert found.why == "Chưa có mức, nhập mức theo văn bản của tỉnh hoặc Mặt trận"


def test_a_procedure_without_a_figure_of_a_kind_does_not_ask_for_it() -> None:
    known = {**WHOLE.thresholds, "satisfaction_item": threshold("satisfaction_item", None, asked=False)}
    assert keys(replace(WHOLE, thresholds=known)) == []


def test_a_figure_that_nobody_has_checked_is_used_and_said_to_be_so() -> None:
    known = {**WHOLE.thresholds, "vote": threshold("vote", 9000, confirmed=False)}
    found = only(replace(WHOLE, thresholds=known))
    assert (found.key, found.kind) == ("thresholds", BreakKind.UNCONFIRMED)
    assert "Tỷ lệ đại biểu dự họp nhất trí 90%" in found.why
    assert found.source == "Tỷ lệ đại biểu dự họp nhất trí: Điều của vote"
    broken = breaks(replace(WHOLE, thresholds=known, meeting=replace(MEETING, agreed=27)))[0]
    assert broken.source == "Điều của vote; chưa đối chiếu"


def test_every_giver_has_a_name() -> None:
    assert set(GIVER_NAMES) == set(Giver)
