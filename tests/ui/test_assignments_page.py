"""The page Phân công: who answers for what, what was met before, and where the rows lead."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from fitting import settle
from page_screen import PageScreen
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from scripted import cut_labels
from works_screen import type_into

from ntm_desktop.domain.overview import Link
from ntm_desktop.domain.rating import Rating, RatingRule, SubjectKind, YearFacts
from ntm_desktop.services import reports
from ntm_desktop.services.reports import Option
from ntm_desktop.services.year_review import Review, ReviewRow
from ui.context import Context
from ui.dialogs.assign import AssignDialog
from ui.dialogs.rating import RatingDialog
from ui.dialogs.report import ReportDialog, ReportMenu
from ui.dialogs.task_done import TaskDoneDialog
from ui.models.assignments import CAUSE, DAYS_LATE, DOER, DONE_ON, PLAN, SUPPORT, TASK_STATE
from ui.models.reviews import KEPT, NAME, RATED, REASON, rows_of
from ui.pages.assignments import CHARGES, LAPSES, AssignmentsPage
from ui.widgets.edits import Choice
from ui.widgets.table import Table

Opener = Callable[[Path], Context]


class Screen(PageScreen[AssignmentsPage]):
    def __init__(self, qtbot: QtBot, context: Context, width: int = 1176, height: int = 621) -> None:
        super().__init__(qtbot, context, AssignmentsPage(context), width, height)
        qtbot.waitUntil(lambda: self.page.table.rows.rowCount() > 0)

    def first_table(self) -> Table:
        return self.page.table


@pytest.fixture
def sample(qtbot: QtBot, tmp_path: Path, sample_folder: Path, open_context: Opener) -> Screen:
    return writable(qtbot, tmp_path, sample_folder, open_context)


def test_each_criterion_has_who_answers_for_it(sample: Screen) -> None:
    rows = sample.rows(sample.page.table)
    assert len(rows) == 19
    assert rows[16][0] == "17. Môi trường và an toàn thực phẩm"
    assert rows[16][2:5] == ("Phạm Quốc Việt", "Đinh Minh Đức", "Phòng Tài nguyên và Môi trường huyện")
    assert sample.page.header.isVisible()


def test_several_criteria_are_given_to_one_person_at_once(qtbot: QtBot, context: Context) -> None:
    screen = Screen(qtbot, context)
    table = screen.page.table
    table.selectAll()
    screen.press("Phân công…")
    dialog = screen.dialog(AssignDialog)
    assert dialog.windowTitle() == "Phân công 19 tiêu chí"
    screen.press("Phân công", dialog)
    assert any("Chưa chọn ai phụ trách" in words for words in screen.says(dialog))
    assert isinstance(dialog._person.edit, Choice)
    dialog._person.edit.load(next(uid for uid in keys(dialog._person.edit) if uid))
    type_into(dialog, "Đến ngày", "31/12/2021")
    screen.press("Phân công", dialog)
    assert {row[2] for row in screen.rows(table)} == {"Cao Thị Hòa"}
    assert screen.counted[-1] == 0


def test_what_differs_stays_as_it_is(sample: Screen) -> None:
    table = sample.page.table
    before = [row[2:5] for row in sample.rows(table)]
    assert len(set(before)) > 3
    table.selectAll()
    sample.press("Phân công…")
    dialog = sample.dialog(AssignDialog)
    type_into(dialog, "Từ ngày", "1/1/2000")
    sample.press("Phân công", dialog)
    assert any("đã phân công từ" in words for words in sample.says(dialog._since.below))
    type_into(dialog, "Từ ngày", "30/6/2021")
    sample.press("Phân công", dialog)
    assert [row[2:5] for row in sample.rows(table)] == before
    assert {row[5] for row in sample.rows(table)} == {"30/6/2021"}


def test_a_double_click_assigns_the_line(qtbot: QtBot, context: Context) -> None:
    screen = Screen(qtbot, context)
    screen.page.select("3")
    qtbot.keyClick(screen.page.table, Qt.Key.Key_Return)
    dialog = screen.dialog(AssignDialog)
    assert dialog.windowTitle() == "Phân công tiêu chí 3"
    assert "3. Thủy lợi" in screen.says(dialog)[0]
    assert screen.followed == []


def keys(choice: Choice) -> list[str]:
    return [str(choice.itemData(number)) for number in range(choice.count())]


def test_a_row_leads_to_where_it_is_entered(sample: Screen) -> None:
    sample.page.select("17")
    sample.press("Mở tiêu chí")
    assert sample.followed == [Link("tieu-chi", "17")]


def writable(qtbot: QtBot, tmp_path: Path, sample_folder: Path, open_context: Opener) -> Screen:
    folder = tmp_path / "xa"
    shutil.copytree(sample_folder, folder, ignore=shutil.ignore_patterns("lock"))
    return Screen(qtbot, open_context(folder))


def test_a_task_is_told_to_be_done(
    qtbot: QtBot, tmp_path: Path, sample_folder: Path, open_context: Opener
) -> None:
    screen = writable(qtbot, tmp_path, sample_folder, open_context)
    screen.page.select("nhiem-vu")
    before = screen.rows(screen.page.tasks)
    first = before[0]
    assert (first[TASK_STATE], first[DAYS_LATE], first[DONE_ON]) == ("Quá hạn", "10", "")
    assert first[DOER] == "Đinh Thị Hoá"
    assert before[1][TASK_STATE] == "Đang làm"
    screen.press("Ghi đã xong")
    dialog = screen.dialog(TaskDoneDialog)
    dialog._on.edit.setText("1/7/2021")
    screen.press("Ghi đã xong", dialog)
    assert any("ở sau hôm nay" in words for words in screen.says(dialog))
    dialog._on.edit.setText("30/6/2021")
    screen.press("Ghi đã xong", dialog)
    done = next(row for row in screen.rows(screen.page.tasks) if row[0] == first[0])
    assert (done[TASK_STATE], done[DONE_ON]) == ("Xong trễ hạn", "30/6/2021")


def test_the_page_tells_how_much_needs_action(qtbot: QtBot, context: Context, sample: Screen) -> None:
    screen = Screen(qtbot, context)
    assert screen.counted[-1] == 19  # nobody answers for any criterion
    assert sample.counted[-1] == 1  # a task is overdue


def test_what_is_done_stands_last_with_its_days(sample: Screen) -> None:
    rows = sample.rows(sample.page.tasks)
    assert [row[TASK_STATE] for row in rows[-2:]] == ["Xong trễ hạn", "Xong đúng hạn"]
    assert rows[-2][DAYS_LATE] == "12"


def test_a_task_leads_to_its_indicator(sample: Screen) -> None:
    sample.page.select("nhiem-vu")
    sample.press("Mở tiêu chí")
    assert sample.followed == [Link("tieu-chi", "6.2/ke-hoach")]


def test_a_rating_is_changed_with_a_reason(
    qtbot: QtBot, tmp_path: Path, sample_folder: Path, open_context: Opener
) -> None:
    screen = writable(qtbot, tmp_path, sample_folder, open_context)
    screen.page.select("danh-gia")
    assert any("đạt từ 80% tiêu chí" in words for words in screen.says())
    name = screen.rows(screen.page.reviews.table)[0][NAME]
    screen.press("Đổi mức đánh giá")
    dialog = screen.dialog(RatingDialog)
    dialog._rating.edit.load(Rating.FAILED.value)
    dialog._show_parts()
    screen.press("Ghi mức đánh giá", dialog)
    assert any("phải có lý do" in words for words in screen.says(dialog))
    dialog._reason.edit.setText("Chậm nộp báo cáo")
    screen.press("Ghi mức đánh giá", dialog)
    row = screen.rows(screen.page.reviews.table)[0]
    assert (row[NAME], row[RATED], row[REASON]) == (name, "Không hoàn thành nhiệm vụ", "Chậm nộp báo cáo")


def test_the_sheet_of_the_chosen_person(sample: Screen) -> None:
    about = {Option.SUBJECT: "Công an xã"}
    dialog = ReportDialog(sample.page, sample.context, reports.find("danh-gia-ca-nhan"), about)
    dialog.open()
    assert dialog._choice.key() == "Công an xã"
    made = dialog._made
    assert made is not None
    assert made.title == "Phiếu đánh giá năm 2021"


def test_nobody_in_charge_is_nobody_to_rate(qtbot: QtBot, context: Context) -> None:
    screen = Screen(qtbot, context)
    screen.page.select("danh-gia")
    assert any("chưa có ai để đánh giá" in words for words in screen.says())


def test_what_fell_back_has_a_list_of_its_own(sample: Screen) -> None:
    sample.page.select("da-dat")
    assert sample.page.lapses.table.isVisible()
    assert not sample.page.table.isVisible()
    rows = sample.rows(sample.page.lapses.table)
    assert [row[0].split()[0] for row in rows] == ["17.5", "17.6"]
    assert all(row[PLAN] and row[CAUSE] for row in rows)
    assert {row[SUPPORT] for row in rows} == {"Phòng Tài nguyên và Môi trường huyện"}
    says = " ".join(sample.says())
    assert "Điều kiện để công nhận lại:" in says
    assert "chưa có văn bản về tiêu chí 17" in says
    sample.page.select("1")
    assert sample.page._tabs.current() == CHARGES
    assert not sample.page.lapses.table.isVisible()


def test_a_commune_that_just_began(qtbot: QtBot, context: Context) -> None:
    screen = Screen(qtbot, context)
    assert {row[2] for row in screen.rows(screen.page.table)} == {"Chưa phân công"}
    screen.page._tabs.choose(LAPSES)
    screen.page._on_tab_chosen(LAPSES)
    assert screen.page.lapses._none.isVisible()
    assert not [b for b in screen.stage.findChildren(QPushButton) if b.isVisible() and "Mở" in b.text()]


def test_its_papers_are_offered(sample: Screen) -> None:
    menu = ReportMenu(sample.page, sample.page.context, "phan-cong")
    offered = [action.data() for action in menu.actions()]
    assert offered == [
        "phan-cong",
        "thong-bao-phan-cong",
        "nhiem-vu",
        "tai-cong-nhan",
        "danh-gia",
        "danh-gia-ca-nhan",
    ]


@pytest.mark.parametrize("size", [(1176, 621), (820, 480)])
@pytest.mark.parametrize("anchor", ["1", "nhiem-vu", "danh-gia", "da-dat"])
def test_nothing_is_cut(sample: Screen, size: tuple[int, int], anchor: str) -> None:
    sample.page.select(anchor)
    sample.stage.resize(*size)
    settle()
    assert cut_labels(sample.stage) == []


@pytest.mark.parametrize(
    ("facts", "shown", "told"),
    [
        (YearFacts(criteria=2, met=1, lost=0, tasks=0, late=0, kept=1), "1", ""),
        (
            YearFacts(criteria=2, met=1, lost=0, tasks=0, late=0, unlike=2),
            "–",
            "Không so sánh được 2 tiêu chí",
        ),
        (
            YearFacts(criteria=3, met=1, lost=0, tasks=0, late=0, kept=1, unlike=2),
            "1",
            "Không so sánh được 2 tiêu chí vì đổi bộ tiêu chí",
        ),
    ],
)
def test_what_cannot_be_compared_with_the_year_before_is_not_shown_as_none(
    themed: object, facts: YearFacts, shown: str, told: str
) -> None:
    row = ReviewRow(SubjectKind.PERSON, "p", "Cao Thị Hòa", "", "", (), (), (), facts, Rating.DONE, None, "")
    review = Review(2022, date(2022, 6, 30), RatingRule("nguồn", ()), (row,), ())
    cell = rows_of(review)[0].cells[KEPT]
    assert cell.text == shown
    assert cell.tooltip.startswith(told) if told else not cell.tooltip
