"""The page Lấy ý kiến: opinions, the survey, the meeting and the figures that they are held against."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from consultation_screen import Screen
from fitting import settle
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from scripted import ScriptedAsk
from setup_screen import type_cell
from works_screen import edit, field, type_into

from ntm_desktop.domain.consultation import Accepted, Attendee, Question
from ui.context import Context
from ui.dialogs.meeting import AttendeesDialog, MeetingDialog, attendees_in
from ui.dialogs.opinion import OpinionDialog
from ui.dialogs.record import RecordDialog
from ui.dialogs.survey import QuestionsDialog, SurveyDialog, same_questions
from ui.dialogs.threshold import ThresholdDialog
from ui.models.consultation_survey import HOUSEHOLDS, ISSUED, RETURNED, survey_columns, survey_rows
from ui.models.rows import RowsModel
from ui.widgets.edits import Choice, TextArea
from ui.widgets.table import Table

POSTING, OPINIONS, SURVEY, MEETING, LEVELS = range(5)
LUU = "Nhân dân, Đinh Thị Lựu, Yên Hoá"


@pytest.fixture
def screen(qtbot: QtBot, sample_context: Context) -> Screen:
    return Screen(qtbot, sample_context)


@pytest.fixture
def empty(qtbot: QtBot, context: Context) -> Screen:
    return Screen(qtbot, context)


def pick(dialog: RecordDialog, label: str, words: str) -> None:
    choice = edit(dialog, label)
    assert isinstance(choice, Choice)
    assert choice.findText(words) >= 0
    choice.setCurrentIndex(choice.findText(words))
    choice.activated.emit(choice.currentIndex())


def write_into(dialog: RecordDialog, label: str, text: str) -> None:
    area = edit(dialog, label)
    assert isinstance(area, TextArea)
    area.setPlainText(text)


def turn_to(screen: Screen, tab: int) -> Table:
    screen.page.tabs.choose(tab)
    settle()
    return next(listed.table for at, listed in screen.page._lists.values() if at == tab)


# Opinions


def test_an_opinion_without_reply_is_marked_read_in_full_below_and_answered(screen: Screen) -> None:
    table = turn_to(screen, OPINIONS)
    assert [row[4] for row in screen.rows(table)] == ["Tiếp thu", "", "", "Giải trình", "Chưa trả lời"]
    uid = next(one.uid for one in screen.stored().opinions if one.giver_text == LUU)
    screen.page.select(f"y-kien/{uid}")
    beneath = screen.page.opinions.beneath
    assert beneath.isVisible()
    assert LUU in beneath.text()
    assert "Đề xuất: " in beneath.text()
    screen.press("Sửa, trả lời", screen.page.opinions)
    dialog = screen.dialog(OpinionDialog)
    pick(dialog, "UBND xã trả lời", "Giải trình")
    dialog.verb.click()
    assert "giải trình" in field(dialog, "Nội dung tiếp thu, giải trình").below.text()
    write_into(dialog, "Nội dung tiếp thu, giải trình", "Xã sẽ mua thêm ghế trong quý III.")
    dialog.verb.click()
    answered = next(one for one in screen.stored().opinions if one.uid == uid)
    assert answered.accepted is Accepted.EXPLAINED
    assert "Tiếp thu, giải trình" not in screen.breaks()
    assert "Trả lời: Xã sẽ mua thêm ghế" in beneath.text()


def test_an_opinion_is_added_and_removed(empty: Screen) -> None:
    table = turn_to(empty, OPINIONS)
    empty.press("Thêm ý kiến", empty.page.opinions)
    dialog = empty.dialog(OpinionDialog)
    assert not field(dialog, "Thuộc thôn").isVisible()
    pick(dialog, "Người góp ý", "Cơ quan, tổ chức khác")
    dialog.verb.click()
    assert "Ghi tên" in field(dialog, "Tên người, tổ chức").below.text()
    type_into(dialog, "Tên người, tổ chức", "Hội Người cao tuổi")
    dialog.verb.click()
    assert "Ghi nội dung ý kiến" in field(dialog, "Nội dung ý kiến").below.text()
    write_into(dialog, "Nội dung ý kiến", "Thống nhất")
    type_into(dialog, "Số văn bản", "05/CV-NCT")
    dialog.verb.click()
    assert empty.rows(table) == [("Hội Người cao tuổi", "Bằng văn bản", "30/6/2021", "Thống nhất", "")]
    assert table.hasFocus()
    empty.press("Xóa", empty.page.opinions)
    assert empty.told == ["Đã xóa ý kiến."]
    assert empty.stored().opinions == ()
    empty.undo()
    assert len(empty.stored().opinions) == 1


# The survey


def test_the_ballots_by_hamlet_with_both_rates_and_their_sums(screen: Screen) -> None:
    rows = screen.rows(turn_to(screen, SURVEY))
    assert rows[0] == ("Tân Lợi 1", "26/6/2021", "76", "76", "72", "72", "71", "94,74%", "98,61%")
    assert rows[2] == ("Yên Thắng", "", "231", "", "", "", "", "", "")
    assert rows[-1] == ("Cộng 04 thôn", "", "575", "568", "450", "445", "419", "78,26%", "94,16%")
    by_question = screen.rows(screen.page.survey.questions)
    assert by_question[0] == ("1. Đường giao thông, điện, thủy lợi", "401", "445", "90,11%")


def test_a_hamlet_is_typed_cell_by_cell_and_a_count_too_large_is_said_below(screen: Screen) -> None:
    table = turn_to(screen, SURVEY)
    type_cell(table, 2, ISSUED, "231", screen.qtbot)
    assert screen.rows(table)[2][:5] == ("Yên Thắng", "30/6/2021", "231", "231", "")
    type_cell(table, 2, RETURNED, "240", screen.qtbot)
    assert "Yên Thắng: Số phiếu thu về (240) lớn hơn số phiếu phát ra (231)" in (
        screen.page.survey.problem.text()
    )
    type_cell(table, 2, RETURNED, "1.5", screen.qtbot)
    assert "1.5" in screen.page.survey.problem.text()
    type_cell(table, 2, RETURNED, "200", screen.qtbot)
    assert screen.page.survey.problem.isHidden()
    assert screen.rows(table)[2][7] == "86,58%"
    screen.undo()
    assert screen.rows(table)[2][4] == ""


def test_several_hamlets_are_pasted_all_or_none(screen: Screen) -> None:
    table = turn_to(screen, SURVEY)
    before = screen.stored().surveys

    def paste(lines: Sequence[str]) -> None:
        table.setFocus()
        table.setCurrentIndex(table.rows.index(5, HOUSEHOLDS))
        QGuiApplication.clipboard().setText("\n".join(lines))
        screen.qtbot.keySequence(table, "Ctrl+V")

    paste(["205\t205\t180\t178\t170", "172\t172\t150\t149\tnhiều"])
    assert "Yên Hóa 2" in screen.page.survey.problem.text()
    assert screen.stored().surveys == before
    paste(["205\t205\t180\t178\t170", "172\t172\t150\t149\t160"])
    assert "Yên Hóa 2: Số phiếu hài lòng (160)" in screen.page.survey.problem.text()
    assert screen.stored().surveys == before
    paste(["205\t205\t180\t178\t170", "172\t172\t150\t149\t140"])
    assert screen.rows(table)[6][2:7] == ("172", "172", "150", "149", "140")
    assert len(screen.stored().surveys) == 6
    screen.undo()
    assert screen.stored().surveys == before


def test_the_ballots_of_a_hamlet_by_content_and_removed(screen: Screen) -> None:
    table = turn_to(screen, SURVEY)
    table.select(screen.stored().surveys[0].hamlet_uid)
    screen.qtbot.keyClick(table, Qt.Key.Key_Return)
    dialog = screen.dialog(SurveyDialog)
    label = "1. Đường giao thông, điện, thủy lợi"
    type_into(dialog, label, "73")
    dialog.verb.click()
    assert "lớn hơn số phiếu hợp lệ (72)" in field(dialog, label).below.text()
    type_into(dialog, label, "72")
    dialog.verb.click()
    question = screen.stored().questions[0].uid
    assert screen.stored().surveys[0].answers[question] == 72
    screen.press("Xóa phiếu", screen.page.survey)
    assert screen.rows(table)[0][3:] == ("", "", "", "", "", "")
    assert screen.told == ["Đã xóa phiếu khảo sát của thôn."]


def test_typing_in_a_cell_keeps_what_is_counted_by_content(screen: Screen) -> None:
    table = turn_to(screen, SURVEY)
    before = screen.stored().surveys[0]
    type_cell(table, 0, HOUSEHOLDS, "80", screen.qtbot)
    after = screen.stored().surveys[0]
    assert (after.households, after.answers, after.collector) == (80, before.answers, before.collector)


def test_the_ballot_is_worded_anew_without_losing_its_counts(screen: Screen) -> None:
    turn_to(screen, SURVEY)
    before = screen.stored()
    screen.press("Nội dung phiếu", screen.page.survey)
    dialog = screen.dialog(QuestionsDialog)
    titles = [one.title for one in before.questions]
    write_into(dialog, "Nội dung", "\n".join(["Đường, điện, nước", *titles[1:], titles[1]]))
    dialog.verb.click()
    assert "đã có" in field(dialog, "Nội dung").below.text()
    write_into(dialog, "Nội dung", "\n".join(["Đường, điện, nước", *titles[1:]]))
    dialog.verb.click()
    assert screen.rows(screen.page.survey.questions)[0] == ("1. Đường, điện, nước", "401", "445", "90,11%")


titles_lists = st.lists(st.sampled_from("ABCDEF"), unique=True, max_size=6)


@given(titles_lists, titles_lists)
def test_each_known_content_stays_one_line_at_most(known: list[str], titles: list[str]) -> None:
    questions = [Question(f"u{title}", title, asks_overall=False) for title in known]
    found = same_questions(questions, titles)
    assert len(found) == len(titles)
    kept = [uid for uid in found if uid is not None]
    assert len(kept) == len(set(kept))
    assert all(uid == f"u{title}" for title, uid in zip(titles, found, strict=True) if title in known)


# The meeting


def test_the_meeting_is_told_of_and_its_vote_held_against_the_level(screen: Screen) -> None:
    turn_to(screen, MEETING)
    assert screen.page.meeting.vote.text() == "Chưa có kết quả bỏ phiếu (cần 90%)"
    screen.press("Sửa cuộc họp", screen.page.meeting)
    dialog = screen.dialog(MeetingDialog)
    type_into(dialog, "Số người có mặt", "40")
    type_into(dialog, "Số người nhất trí", "41")
    dialog.verb.click()
    assert "chưa diễn ra" in field(dialog, "Số người có mặt").below.text()
    type_into(dialog, "Ngày họp", "30/6/2021")
    dialog.verb.click()
    assert "lớn hơn số người có mặt" in field(dialog, "Số người nhất trí").below.text()
    type_into(dialog, "Số người nhất trí", "35")
    type_into(dialog, "Giờ bắt đầu", "bảy giờ")
    dialog.verb.click()
    assert "07:30" in field(dialog, "Giờ bắt đầu").below.text()
    type_into(dialog, "Giờ bắt đầu", "7h30")
    type_into(dialog, "Giờ kết thúc", "9 giờ 45")
    dialog.verb.click()
    meeting = screen.stored().meeting
    assert meeting is not None
    assert (meeting.begins, meeting.ends) == ("07:30", "09:45")
    assert screen.page.meeting.vote.text() == "35 trong 40 người có mặt nhất trí, đạt 87,5% (cần 90%)"
    assert "Kết quả bỏ phiếu" in screen.breaks()


def test_a_meeting_comes_goes_and_comes_back_with_those_who_attended(empty: Screen) -> None:
    table = turn_to(empty, MEETING)
    assert not table.isVisible()
    empty.press("Ghi cuộc họp", empty.page.meeting)
    empty.dialog(MeetingDialog).verb.click()
    empty.press("Danh sách người dự họp", empty.page.meeting)
    dialog = empty.dialog(AttendeesDialog)
    write_into(
        dialog, "Người dự họp", "Đinh Minh Đức; Chủ tịch UBND xã\n\nCao Thị Hòa\tVăn phòng\nHồ Văn Cao"
    )
    dialog.verb.click()
    people = [("1", "Đinh Minh Đức", "Chủ tịch UBND xã"), ("2", "Cao Thị Hòa", "Văn phòng"),
              ("3", "Hồ Văn Cao", "")]  # fmt: skip
    assert empty.rows(table) == people
    empty.press("Xóa cuộc họp", empty.page.meeting)
    assert empty.stored().meeting is None
    assert empty.told == ["Đã xóa cuộc họp."]
    empty.undo()
    assert empty.rows(table) == people


def test_a_line_without_a_name_is_refused_beside_the_list(screen: Screen) -> None:
    turn_to(screen, MEETING)
    screen.press("Danh sách người dự họp", screen.page.meeting)
    dialog = screen.dialog(AttendeesDialog)
    write_into(dialog, "Người dự họp", "; Bí thư Chi bộ")
    dialog.verb.click()
    assert "thứ 1 chưa có tên" in field(dialog, "Người dự họp").below.text()


def test_names_on_one_line_are_taken_apart_with_consent(empty: Screen, ask: ScriptedAsk) -> None:
    table = turn_to(empty, MEETING)
    empty.press("Ghi cuộc họp", empty.page.meeting)
    empty.dialog(MeetingDialog).verb.click()
    empty.press("Danh sách người dự họp", empty.page.meeting)
    dialog = empty.dialog(AttendeesDialog)
    run_on = "Đinh Minh Đức, Chủ tịch UBND xã, Cao Thị Hòa\nHồ Văn Cao; Trưởng thôn, Bí thư"
    write_into(dialog, "Người dự họp", run_on)
    ask.answers = [None, 0]
    dialog.verb.click()
    assert empty.rows(table) == []
    dialog.verb.click()
    assert ask.asked[-1].verbs == ("&Tách thành 3 dòng", "&Giữ nguyên")
    assert "Đinh Minh Đức, Chủ tịch UBND xã, Cao Thị Hòa" in ask.asked[-1].body
    area = edit(dialog, "Người dự họp")
    assert isinstance(area, TextArea)
    apart = "Đinh Minh Đức; Chủ tịch UBND xã\nCao Thị Hòa\nHồ Văn Cao; Trưởng thôn, Bí thư"
    assert area.toPlainText() == apart
    dialog.verb.click()
    people = [("1", "Đinh Minh Đức", "Chủ tịch UBND xã"), ("2", "Cao Thị Hòa", ""),
              ("3", "Hồ Văn Cao", "Trưởng thôn, Bí thư")]  # fmt: skip
    assert empty.rows(table) == people
    empty.press("Danh sách người dự họp", empty.page.meeting)
    write_into(empty.dialog(AttendeesDialog), "Người dự họp", "Cao Thị Hòa, Hồ Văn Cao")
    ask.answers = [1]
    empty.dialog(AttendeesDialog).verb.click()
    assert empty.rows(table) == [("1", "Cao Thị Hòa, Hồ Văn Cao", "")]


words = st.text(
    st.characters(blacklist_characters=";\t", blacklist_categories=("Cc", "Zs", "Zl", "Zp", "Cs"))
)


@given(st.lists(st.builds(Attendee, words.filter(bool), words)))
def test_a_list_written_as_lines_is_read_back(people: list[Attendee]) -> None:
    assert attendees_in("\n".join(f"{one.name}; {one.post}" for one in people)) == people


# The figures


def test_a_level_is_entered_with_its_document_checked_and_given_up(screen: Screen) -> None:
    table = turn_to(screen, LEVELS)
    assert screen.rows(table)[1][1::2] == ("chưa có mức", "Chưa có mức")
    table.select("publication_days")
    assert "15 - 20 ngày" in screen.page.levels.beneath.text()
    assert not screen.page.levels.own.isEnabled()
    screen.press("Nhập mức, đối chiếu", screen.page.levels)
    dialog = screen.dialog(ThresholdDialog)
    type_into(dialog, "Mức", "400")
    dialog.verb.click()
    assert "không quá 365 ngày" in field(dialog, "Mức").below.text()
    type_into(dialog, "Mức", "20")
    dialog.verb.click()
    assert "Ghi số, ngày văn bản" in field(dialog, "Số, ngày văn bản").below.text()
    type_into(dialog, "Số, ngày văn bản", "16/HD-VPĐP.NTM, 22/01/2019")
    pick(dialog, "Đối chiếu", "Đã đối chiếu với văn bản")
    dialog.verb.click()
    assert screen.rows(table)[1] == (
        "Thời gian niêm yết, lấy ý kiến", "20 ngày", "16/HD-VPĐP.NTM, 22/01/2019", "Đã đối chiếu",
    )  # fmt: skip
    assert "Thời gian niêm yết" in screen.breaks()  # the houses of culture: 19 days
    screen.press("Bỏ mức riêng", screen.page.levels)
    assert screen.rows(table)[1][1] == "chưa có mức"
    assert screen.told == ["Đã bỏ mức riêng, dùng lại mức của trình tự."]


def test_a_share_is_typed_in_percent(screen: Screen) -> None:
    table = turn_to(screen, LEVELS)
    table.select("vote")
    screen.press("Nhập mức, đối chiếu", screen.page.levels)
    dialog = screen.dialog(ThresholdDialog)
    type_into(dialog, "Mức", "92,5")
    type_into(dialog, "Số, ngày văn bản", "18/2022/QĐ-TTg")
    dialog.verb.click()
    assert screen.rows(table)[0][1:] == ("92,5%", "18/2022/QĐ-TTg", "Chưa đối chiếu")


# Between the tabs


@pytest.mark.parametrize(
    ("anchor", "tab"),
    [("niem-yet", POSTING), ("phat-thanh", POSTING), ("y-kien", OPINIONS), ("khao-sat", SURVEY),
     ("cuoc-hop", MEETING), ("muc", LEVELS)],
)  # fmt: skip
def test_each_place_that_a_break_names_is_a_tab(screen: Screen, anchor: str, tab: int) -> None:
    screen.page.select(anchor)
    assert screen.page.tabs.current() == tab
    assert screen.page._parts[tab].isVisible()


def test_the_keyboard_goes_along_to_the_next_tab(screen: Screen) -> None:
    screen.first_table().setFocus()
    turn_to(screen, OPINIONS)
    assert screen.page.opinions.opinions.table.hasFocus()


def test_the_model_of_the_survey_keeps_the_rules_of_qt(screen: Screen, qtmodeltester: ModelTester) -> None:
    model = RowsModel(survey_columns())
    model.set_rows(survey_rows(screen.stored()))
    qtmodeltester.check(model)
