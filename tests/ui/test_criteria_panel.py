"""Page Tiêu chí beside the figures: table, filters, links, evidence, plan, responsibility, history."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from criteria_screen import TODAY, Screen
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from scripted import cut_labels

from ntm_desktop.changes import Changes
from ntm_desktop.db.session import Session
from ntm_desktop.domain.judging import Verdict
from ntm_desktop.services import assessments, goals, history, targets
from ui import theme
from ui.context import Context
from ui.dialogs.hamlet_values import HamletValuesDialog
from ui.models.indicators import AS_OF, FILES, PERSON, TARGET, TEXT, VERDICT, columns, matching, rows_of
from ui.models.rows import RowsModel
from ui.pages.criteria_history import FactEntry
from ui.pages.criteria_panel import HISTORY, PLAN
from ui.pages.criteria_typing import current_indicator
from ui.widgets.cards import Line


@pytest.fixture
def screen(qtbot: QtBot, context: Context) -> Screen:
    return Screen(qtbot, context)


@pytest.fixture
def sample_screen(qtbot: QtBot, sample_context: Context) -> Screen:
    return Screen(qtbot, sample_context)


def _enter(screen: Screen, code: str, text: str) -> None:
    screen.choose(code)
    screen.type(text)
    screen.press(Qt.Key.Key_Return)


# What the table shows


def test_the_table_answers_for_the_sample(sample_screen: Screen) -> None:
    sample_screen.page.select("all")
    assert sample_screen.cell("2.2", TARGET) == "chưa có mức"
    assert sample_screen.cell("2.2", VERDICT) == "Chưa thể xét"
    assert "(*)" in sample_screen.cell("17.5", TARGET)
    assert sample_screen.page._footnote.isVisible()


def test_a_level_that_lacks_a_part_or_was_not_checked_says_so_first(sample_screen: Screen) -> None:
    """The column cuts what is long: the figure may go, not the mark."""
    assert sample_screen.page._loaded is not None
    loaded = sample_screen.page._loaded.table
    row = next(one for criterion in loaded.criteria for one in criterion.indicators if one.code == "17.1")
    cut = replace(row, level_text="100%; chưa có mức", unverified=True)
    criterion = next(one for one in loaded.criteria if row in one.indicators)
    table = replace(loaded, criteria=(replace(criterion, indicators=(cut,)),))
    cell = rows_of(table, {"17.1"})[1].cells[TARGET]
    assert cell.text == cell.tooltip == "(*) chưa có mức; 100%"


def test_files_are_counted_in_the_panel_as_in_the_table(sample_screen: Screen) -> None:
    sample_screen.page.select("all")
    sample_screen.choose("6.2")
    assert sample_screen.cell("6.2", FILES) == "0"
    assert "0 tệp có hiệu lực, 01 chưa có hiệu lực" in sample_screen.says()


def test_a_filter_shows_only_its_state(sample_screen: Screen) -> None:
    sample_screen.page.select("unmet")
    table = sample_screen.table
    assert sample_screen.codes()
    for code in sample_screen.codes():
        assert sample_screen.cell(code, VERDICT) in ("Chưa đạt", "Tụt chuẩn")
    sample_screen.page.select("all")
    assert len(sample_screen.codes()) == 49
    assert table.rows.rowCount() == 49 + 19


def test_a_row_that_was_mended_stays_until_the_filter_is_chosen_anew(screen: Screen) -> None:
    screen.page.select("not_assessed")
    _enter(screen, "1.1", "d")
    assert "1.1" in screen.codes()
    assert screen.cell("1.1", VERDICT) == "Đạt"
    screen.page.select("unmet")
    screen.page.select("not_assessed")
    assert "1.1" not in screen.codes()


def test_nothing_left_to_do_says_so(screen: Screen) -> None:
    screen.page.select("unmet")
    assert screen.page._empty.isVisible()
    screen.page._empty.acted.emit()
    assert len(screen.codes()) == 49


def test_a_link_to_an_indicator_of_another_filter_finds_it(sample_screen: Screen) -> None:
    sample_screen.page.select("unmet")
    sample_screen.page.select("19.1")
    assert current_indicator(sample_screen.table) == "19.1"
    assert "19.1" in sample_screen.says()


def test_keys_go_to_the_table_when_the_page_is_shown_again(screen: Screen) -> None:
    screen.page.hide()
    screen.page.show()
    assert screen.focus() is screen.table


def test_a_link_to_a_criterion_shows_who_answers_for_it(sample_screen: Screen) -> None:
    sample_screen.page.select("17")
    assert "08 chỉ tiêu" in sample_screen.says()
    assert "Phân công tiêu chí 17" in sample_screen.says()


def test_a_work_that_an_indicator_waits_for_is_named_with_the_way_there(
    qtbot: QtBot, sample_screen: Screen
) -> None:
    sample_screen.page.select("2.2")
    works = sample_screen.page.details.figures.works
    (line,) = works.findChildren(Line)
    assert line.accessibleName() == "Đường trục thôn Tân Lợi 1, bê tông 0,85 km"
    assert line.accessibleDescription() == "Chậm, 46%, dự kiến xong 26/8/2021"
    assert "Dự kiến đạt 26/8/2021 theo công trình" in sample_screen.says()
    with qtbot.waitSignal(sample_screen.page.navigate) as gone:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert gone.args[0].page == "cong-trinh"
    assert gone.args[0].anchor
    sample_screen.page.select("2.1")
    assert not works.isVisible()


def test_date_and_person_are_columns_while_the_panel_is_closed(sample_screen: Screen) -> None:
    table = sample_screen.table
    assert table.isColumnHidden(AS_OF)
    sample_screen.page.details.close_panel()
    assert not table.isColumnHidden(AS_OF)
    sample_screen.choose("17.6")
    assert sample_screen.cell("17.6", AS_OF) == "25/6/2021"
    assert sample_screen.cell("17.6", PERSON)


def test_at_150_per_cent_the_names_keep_their_room(
    qtbot: QtBot, sample_folder: Path, tmp_path: Path, open_context: Callable[[Path], Context]
) -> None:
    folder = Path(shutil.copytree(sample_folder, tmp_path / "mẫu"))
    narrow = Screen(qtbot, open_context(folder), width=848, height=420)
    narrow.stage.set_narrow(True)
    narrow.press(Qt.Key.Key_Escape)
    assert not narrow.page.details.isVisible()
    assert narrow.table.columnWidth(TEXT) > 300


def test_a_refusal_is_told_over_the_whole_width(screen: Screen) -> None:
    _enter(screen, "17.6", "150")
    (told,) = (w for w in screen.page.details.findChildren(QLabel) if w.isVisible() and "150%" in w.text())
    assert told.width() > 250
    assert cut_labels(screen.page.details) == []


def test_the_model_holds_what_qt_expects(sample_screen: Screen, qtmodeltester: ModelTester) -> None:
    loaded = sample_screen.page._loaded
    assert loaded is not None
    model = RowsModel(columns())
    model.set_rows(rows_of(loaded.table, matching(loaded.table, "all")))
    qtmodeltester.check(model)


# Plan and responsibility


def test_leaving_a_field_of_the_plan_saves_it(screen: Screen) -> None:
    _enter(screen, "17.6", "64,2")
    screen.choose("17.6")
    screen.open_tab(PLAN)
    screen.fill("Nguyên nhân chưa đạt", "Thiếu vốn làm nhà tiêu")
    screen.fill("Giải pháp", "Vay vốn chính sách")
    screen.fill("Kinh phí (đồng)", "250.000.000")
    screen.fill("Hoàn thành trước ngày", "31/10/2021")
    screen.press(Qt.Key.Key_Return)
    plan = screen.detail("17.6").plan
    assert plan is not None
    assert (plan.cause, plan.solution) == ("Thiếu vốn làm nhà tiêu", "Vay vốn chính sách")
    assert (plan.money, plan.deadline) == (250_000_000, date(2021, 10, 31))

    told: list[tuple[history.HistoryRow, ...]] = []
    screen.context.tasks.read(lambda session: history.entries(session, limit=4), told.append, screen.stage)
    assert [row.action for row in told[0]] == [
        f"Sửa kế hoạch chỉ tiêu 17.6: {field}"
        for field in ("thời hạn", "kinh phí", "giải pháp", "nguyên nhân")
    ]

    screen.fill("Thêm ghi chép tiến độ", "Đã xây 12 nhà tiêu")
    screen.press(Qt.Key.Key_Return)
    assert "30/6/2021: Đã xây 12 nhà tiêu" in screen.says()
    screen.field("Kết thúc kế hoạch").setFocus()
    screen.press(Qt.Key.Key_Return)
    assert screen.detail("17.6").plan is None
    assert screen.told == ["Đã kết thúc kế hoạch chỉ tiêu 17.6"]


def test_a_plan_has_its_day_and_a_past_deadline_is_asked_about(screen: Screen) -> None:
    _enter(screen, "17.6", "64,2")
    screen.choose("17.6")
    screen.open_tab(PLAN)
    assert screen.field("Ngày lập kế hoạch").text() == "30/6/2021"
    screen.fill("Ngày lập kế hoạch", "1/3/2021")
    screen.press(Qt.Key.Key_Return)
    screen.ask.answers = [None, 0]
    screen.fill("Hoàn thành trước ngày", "10/6/2021")
    screen.press(Qt.Key.Key_Return)
    assert screen.ask.asked[-1].title == "Lưu kế hoạch chỉ tiêu 17.6 với hạn đã qua?"
    assert screen.field("Hoàn thành trước ngày").text() == ""
    screen.fill("Hoàn thành trước ngày", "10/6/2021")
    screen.press(Qt.Key.Key_Return)
    plan = screen.detail("17.6").plan
    assert plan is not None
    assert (plan.decided_on, plan.deadline) == (date(2021, 3, 1), date(2021, 6, 10))

    screen.fill("Ngày lập kế hoạch", "1/7/2021")
    screen.press(Qt.Key.Key_Return)
    assert "ở sau hôm nay" in screen.ask.asked[-1].title
    assert screen.field("Ngày lập kế hoạch").text() == "1/3/2021"


def test_what_is_no_amount_stays_until_it_is_mended(screen: Screen) -> None:
    for code in ("17.6", "17.1"):
        _enter(screen, code, "64,2")
    screen.choose("17.6")
    screen.open_tab(PLAN)
    screen.fill("Kinh phí (đồng)", "850 triệu lẻ")
    screen.fill("Giải pháp", "Vay vốn chính sách")
    screen.field("Kinh phí (đồng)").setFocus()  # the plan is saved, and shown anew
    screen.field("Giải pháp").setFocus()
    assert screen.field("Kinh phí (đồng)").text() == "850 triệu lẻ"
    assert "ví dụ 250.000.000 hoặc 250 triệu." in screen.says()
    screen.fill("Kinh phí (đồng)", "850 triệu")
    screen.press(Qt.Key.Key_Return)
    plan = screen.detail("17.6").plan
    assert plan is not None
    assert (plan.money, plan.solution) == (850_000_000, "Vay vốn chính sách")
    assert "không phải là số tiền" not in screen.says()


def test_what_was_refused_is_no_matter_of_another_indicator(screen: Screen) -> None:
    screen.choose("17.6")
    screen.open_tab(PLAN)
    screen.fill("Kinh phí (đồng)", "nhiều")
    screen.choose("17.1")
    screen.open_tab(PLAN)
    assert screen.field("Kinh phí (đồng)").text() == ""
    assert "không phải là số tiền" not in screen.says()


def test_opening_the_plan_writes_nothing(sample_screen: Screen) -> None:
    saved: list[object] = []
    sample_screen.context.tasks.saved.connect(saved.append)
    for code in ("2.4", "17.6", "2.4"):
        sample_screen.choose(code)
        sample_screen.open_tab(PLAN)
        sample_screen.field("Giải pháp").setFocus()
    sample_screen.table.setFocus()
    assert saved == []


@pytest.mark.parametrize("code", ["17.6", "17"])
def test_nobody_in_charge_leads_to_where_somebody_is_chosen(screen: Screen, code: str) -> None:
    screen.page.select(code)
    screen.settle()
    screen.field("Chưa giao người phụ trách").setFocus()
    screen.press(Qt.Key.Key_Return)
    assert screen.focus() is screen.field("Người phụ trách")
    screen.press(Qt.Key.Key_Down)
    assert "Cao Thị Hòa" in screen.says()
    assert "Chưa giao người phụ trách" not in screen.says()


def test_who_answers_is_chosen_once_for_the_criterion(screen: Screen) -> None:
    screen.choose("17.6")
    screen.open_tab(PLAN)
    person = screen.field("Người phụ trách")
    assert isinstance(person, QComboBox)
    person.setFocus()
    screen.press(Qt.Key.Key_Down)
    screen.fill("Phòng, ngành hỗ trợ", "Phòng Nông nghiệp")
    screen.press(Qt.Key.Key_Return)
    detail = screen.detail("17.1")
    assert detail.person is not None
    assert (detail.person.name, detail.department) == ("Cao Thị Hòa", "Phòng Nông nghiệp")
    assert "Cao Thị Hòa" in screen.says()


# History and carrying over


def test_a_verdict_that_a_new_target_changed_is_explained(screen: Screen) -> None:
    _enter(screen, "17.6", "80")
    screen.context.tasks.write(
        "Nhập mức của tỉnh",
        lambda session: targets.override(
            session, code="17.6", text="70%", decision="1271/QĐ-UBND", decided=date(2021, 5, 16), on=TODAY
        ),
        lambda _changes: None,
        screen.stage,
    )
    screen.choose("17.6")
    assert "Khi nhập ngày 30/6/2021 kết quả là Chưa đạt" in screen.says()
    assert "Theo mức đang áp dụng là Đạt." in screen.says()
    assert screen.cell("17.6", TARGET) == "≥ 70%"
    screen.field("Số liệu vẫn đúng").setFocus()
    screen.press(Qt.Key.Key_Return)
    assert "Theo mức đang áp dụng" not in screen.says()
    assert screen.detail("17.6").facts[0].verdict is Verdict.MET


def test_a_figure_of_days_to_come_explains_no_verdict_of_today(sample_screen: Screen) -> None:
    """The sample knows its whole story; 17.6 reaches 70% at the end of the year, and stands at 64,23% now."""
    sample_screen.context.tasks.write(
        "Nhập mức của tỉnh",
        lambda session: targets.override(
            session, code="17.6", text="60%", decision="12/QĐ-UBND", decided=date(2021, 1, 5), on=TODAY
        ),
        lambda _changes: None,
        sample_screen.stage,
    )
    sample_screen.page.select("17.6")
    assert "Khi nhập ngày 25/6/2021 kết quả là Chưa đạt (mức ≥ 70%)" in sample_screen.says()


def test_a_corrected_figure_stays_in_the_history(screen: Screen) -> None:
    _enter(screen, "17.6", "60")
    _enter(screen, "17.6", "90")
    screen.choose("17.6")
    screen.open_tab(HISTORY)
    assert "Chưa đạt, đã được thay" in screen.says()
    screen.ask.answers = ["Nhập nhầm ngày"]
    screen.field("Xóa số liệu ngày 30/6/2021").setFocus()
    screen.press(Qt.Key.Key_Return)
    (fact,) = [fact for fact in screen.detail("17.6").facts if not fact.superseded]
    assert fact.value_text == "60%"
    assert screen.told == ["Đã xóa số liệu ngày 30/6/2021"]


def test_many_entries_of_the_history_come_by_and_by(screen: Screen) -> None:
    screen.choose("17.6")
    screen.context.tasks.write(
        "Nhập nhiều năm",
        lambda session: _monthly_figures(session, "17.6", months=30),
        lambda _changes: None,
        screen.stage,
    )
    screen.open_tab(HISTORY)
    assert len(screen.page.details.findChildren(FactEntry)) == 20
    screen.field("Xem 10 số liệu cũ hơn").setFocus()
    screen.press(Qt.Key.Key_Return)
    screen.settle()
    assert "1/1/2018" in screen.says()
    screen.choose("17.1")
    screen.choose("17.6")
    screen.settle()
    assert "1/1/2018" not in screen.says()


def _monthly_figures(session: Session, code: str, months: int) -> Changes:
    changes = Changes()
    for month in range(months):
        day = date(2018 + month // 12, month % 12 + 1, 1)
        changes |= assessments.record(session, code=code, texts={"v": "60"}, as_of=day, today=TODAY)
    return changes


def test_an_old_figure_counts_in_the_new_set_once_a_person_takes_it_over(screen: Screen) -> None:
    _enter(screen, "8.1", "d")
    screen.context.tasks.write(
        "Đăng ký lại",
        lambda session: goals.register(
            session, set_id="xa-ntm-2021-2025", year=2022, profile="btb", valid_from=TODAY
        ),
        lambda _changes: None,
        screen.stage,
    )
    code = next(code for code in screen.codes() if screen.detail(code).carry is not None)
    screen.choose(code)
    assert "chỉ tiêu 8.1 ngày 30/6/2021: Đạt." in screen.says()
    screen.field("Nhận số liệu cũ").setFocus()
    screen.press(Qt.Key.Key_Return)
    assert screen.detail(code).facts[0].value_text == "Đạt"
    assert screen.detail(code).carry is None


# Layout


@pytest.mark.parametrize("setting", ["light", "dark"])
@pytest.mark.parametrize("size", [(1176, 621), (1041, 482)])
def test_nothing_is_cut(qtbot: QtBot, sample_screen: Screen, size: tuple[int, int], setting: str) -> None:
    theme.apply(setting)
    sample_screen.stage.set_narrow(size[0] < 1100)
    sample_screen.stage.resize(*size)
    sample_screen.page.select("all")
    for code in ("2.2", "5.1", "10.1", "17.1", "17.2", "17.6"):
        sample_screen.page.select(code)
        for tab in range(3):
            sample_screen.open_tab(tab)
            QApplication.processEvents()
            assert cut_labels(sample_screen.stage) == []


def test_tab_goes_through_the_panel_as_it_is_read(sample_screen: Screen) -> None:
    sample_screen.choose("2.1")
    sample_screen.press(Qt.Key.Key_F2)
    passed = []
    for _ in range(8):
        passed.append(sample_screen.focus().accessibleName())
        sample_screen.press(Qt.Key.Key_Tab)
    assert passed == [
        "Hiện trạng (%)",
        "Số liệu ngày",
        "Thêm ghi chú",
        "Không áp dụng…",
        "Cộng theo thôn",
        "Ảnh đường trục thôn",
        "Biên bản kiểm tra hiện trạng đường giao thông",
        "Thêm tệp",
    ]


def test_f4_in_the_table_opens_the_hamlets(sample_screen: Screen) -> None:
    sample_screen.page.select("all")
    sample_screen.choose("17.6")
    sample_screen.press(Qt.Key.Key_F4)
    (dialog,) = sample_screen.page.findChildren(HamletValuesDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_f4_in_the_date_opens_the_hamlets_too(sample_screen: Screen) -> None:
    sample_screen.choose("17.6")
    sample_screen.field("Số liệu ngày").setFocus()
    sample_screen.press(Qt.Key.Key_F4)
    (dialog,) = sample_screen.page.findChildren(HamletValuesDialog)
    dialog.reject()
