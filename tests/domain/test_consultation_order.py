"""Opinions and ballots out of turn, the list of those who came, broadcasts that count, ballots by content."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from whole_consultation import MEETING, WHOLE, at, keys, only, opinion, survey

from ntm_desktop.domain.consultation import (
    Attendee,
    Broadcast,
    Giver,
    Publication,
    Question,
    within_posting,
    without_contents,
)
from ntm_desktop.domain.consulted import BreakKind, stopping

LATE_PAPERS = {"bao_cao": at(5, 30)}  # nothing of the later papers is numbered yet
RESIDENT = opinion(Giver.RESIDENTS, giver_name="Cao Văn An")


def test_an_opinion_before_the_posting_is_asked_about_and_stops_nothing() -> None:
    early = replace(RESIDENT, on=at(5, 31))
    found = only(replace(WHOLE, opinions=(*WHOLE.opinions, early)))
    assert (found.key, found.kind, found.stops) == ("opinions_early", BreakKind.UNUSUAL, False)
    assert found.why == (
        "Báo cáo niêm yết từ ngày 1/6/2022, ở sau ý kiến của Nhân dân, Cao Văn An ngày 31/5/2022"
    )


def test_an_opinion_after_the_meeting_is_against_the_steps_without_the_day_of_any_paper() -> None:
    late = replace(RESIDENT, on=at(6, 29))
    known = replace(WHOLE, opinions=(*WHOLE.opinions, late))
    found = only(replace(known, papers=LATE_PAPERS))
    assert (found.key, found.kind, found.stops) == ("opinions_after_meeting", BreakKind.BROKEN, True)
    assert "Cuộc họp ngày 28/6/2022" in found.why
    assert found.why.endswith("Nhân dân, Cao Văn An ngày 29/6/2022")
    assert keys(known) == ["opinions_late"]  # told once
    held_that_day = replace(known, papers=LATE_PAPERS, meeting=replace(MEETING, on=at(6, 29)))
    assert keys(held_that_day) == []


@pytest.mark.parametrize(
    ("papers", "told"),
    [
        (WHOLE.papers, "báo cáo tổng hợp ý kiến ngày 25/6/2022: Thôn 1 ngày 29/6/2022"),
        (LATE_PAPERS, "cuộc họp ngày 28/6/2022: Thôn 1 ngày 29/6/2022"),
    ],
)
def test_ballots_after_the_summary_or_the_meeting_are_asked_about(
    papers: dict[str, object], told: str
) -> None:
    late = replace(WHOLE.surveys[0], on=at(6, 29))
    given = replace(WHOLE, surveys=(late,), papers=papers)  # type: ignore[arg-type]
    found = only(given)
    assert (found.key, found.kind) == ("survey_late", BreakKind.UNUSUAL)
    assert found.why == f"Phiếu của 01 thôn lấy sau {told}"
    assert stopping([found]) == ()


def test_a_list_shorter_than_those_who_came_is_asked_about() -> None:
    four = tuple(Attendee(name) for name in "ABCD")
    found = only(replace(WHOLE, meeting=replace(MEETING, attendees=four)))
    assert (found.key, found.stops) == ("attendees_few", False)
    assert found.why == "Biên bản ghi 31 người có mặt (danh sách kèm theo), danh sách mới có 04 người"
    assert (
        keys(replace(WHOLE, meeting=replace(MEETING, attendees=four, invited=5, present=4, agreed=4))) == []
    )


def test_minutes_without_a_list_of_those_who_came_name_nobody() -> None:
    found = only(replace(WHOLE, meeting=replace(MEETING, attendees=())))
    assert (found.key, found.kind, found.stops) == ("attendees_none", BreakKind.MISSING, True)
    assert found.why == "Biên bản ghi 31 người có mặt, chưa có danh sách người dự họp"


def test_names_that_stand_on_one_line_with_commas_are_asked_about() -> None:
    run_on = Attendee("Cao Thị Hòa, Trần Văn Đông")
    held = replace(MEETING, attendees=(run_on, Attendee("An")), invited=2, present=2, agreed=2)
    found = only(replace(WHOLE, meeting=held))
    assert (found.key, found.stops) == ("attendees_run_on", False)
    assert "Cao Thị Hòa, Trần Văn Đông" in found.why


def test_figures_of_after_the_meeting_were_not_voted_on() -> None:
    given = replace(WHOLE, after_meeting=("5", "6.1"))
    found = only(given)
    assert (found.key, found.stops) == ("figures_later", False)
    assert found.why == "Số liệu của 02 chỉ tiêu ghi sau ngày họp 28/6/2022: 5, 6.1"
    later = replace(given, papers={**WHOLE.papers, "bao_cao": at(6, 29)})
    assert keys(later) == ["report_later", "order/report/meeting"]


def test_a_chair_who_is_the_secretary_signs_twice() -> None:
    found = only(replace(WHOLE, meeting=replace(MEETING, secretary="a ", secretary_post="Chủ tịch")))
    assert (found.key, found.stops) == ("minutes_same", True)


def test_posts_of_those_who_sign_the_minutes_are_asked_for() -> None:
    found = only(replace(WHOLE, meeting=replace(MEETING, chair_post="", secretary_post="")))
    assert (found.key, found.stops) == ("minutes_posts", False)
    assert found.why == "Chưa ghi chức vụ của người chủ trì, thư ký"


def test_fewer_than_half_of_those_invited_are_asked_about() -> None:
    for invited, told in ((62, []), (63, ["attendance"])):
        assert keys(replace(WHOLE, meeting=replace(MEETING, invited=invited))) == told


def test_one_place_of_posting_is_asked_about() -> None:
    once = WHOLE.publications[:1]
    again = replace(once[0], uid="r", first=at(6, 2), last=at(6, 16))
    for posted in (once, (*once, again)):
        assert keys(replace(WHOLE, publications=posted)) == ["publication_places"]


def test_the_fronts_report_is_not_before_the_last_ballots_it_counts() -> None:
    taken = max(one.on for one in WHOLE.surveys)
    for day, told in ((taken - timedelta(days=1), ["survey_report"]), (taken, [])):
        assert keys(replace(WHOLE, papers={**WHOLE.papers, "hai_long": day})) == told
    early = only(replace(WHOLE, papers={**WHOLE.papers, "hai_long": at(3, 1)}))
    assert (early.kind, early.who) == (BreakKind.BROKEN, "Ủy ban Mặt trận Tổ quốc Việt Nam xã")
    assert "ghi ngày 1/3/2022, ở trước ngày lấy phiếu" in early.why
    assert early.link.anchor == "so-ngay/hai_long"


days = st.integers(0, 40).map(lambda day: at(6, 1) + timedelta(days=day))


@given(st.lists(days), st.lists(st.tuples(days, days).map(sorted)))
def test_broadcasts_count_from_the_first_to_the_last_day_of_the_posting(heard, posted) -> None:  # type: ignore[no-untyped-def]
    broadcasts = [Broadcast(str(place), on) for place, on in enumerate(heard)]
    publications = [Publication("p", "UBND", first, last) for first, last in posted]
    counted = within_posting(broadcasts, publications)
    for one in broadcasts:
        inside = any(first <= one.on for first, _ in posted) and any(one.on <= last for _, last in posted)
        assert (one in counted) == (inside or not posted)


def test_hamlets_that_have_not_recorded_every_content_are_known() -> None:
    asked = [Question("q1", "Đường", asks_overall=False), Question("q2", "Chung", asks_overall=True)]
    rows = [
        survey("Đủ", 9, 9, 8, 8, 8, answers={"q1": 7}),
        survey("Thiếu", 9, 9, 8, 8, 8),
        survey("Chưa xong", 9, 9, 0, 0, 0),
    ]
    assert [one.hamlet for one in without_contents(asked, rows)] == ["Thiếu"]
    assert without_contents(asked[1:], rows) == ()
