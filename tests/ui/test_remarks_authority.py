"""The authority remarks on an open commune, says what it thinks of the answers, and concludes."""

from __future__ import annotations

import pytest
from fitting import settle
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from remarking import (
    YEN_HOA,
    dialog_of,
    known,
    page_of,
    press,
    remark_on_three,
    the_commune_answers,
    written,
)
from scripted import ScriptedAsk
from whole_window import begun, entries, opened, says

from ntm_desktop.domain.overview import Link
from ntm_desktop.services.remarks import NOTHING_CHOSEN
from ui.authority_window import AuthorityWindow
from ui.context import Context
from ui.dialogs.remark import DecisionDialog, RemarkDialog, ReturnDialog
from ui.models.indicators import REMARK
from ui.models.works import REMARK as WORK_REMARK
from ui.pages.criteria import CriteriaPage
from ui.pages.remarks import RemarksPage
from ui.pages.works import WorksPage
from ui.widgets.navigation import NavItem


@pytest.fixture
def context(authority_context: Context) -> Context:
    return authority_context


@pytest.fixture
def window(qtbot: QtBot, context: Context) -> AuthorityWindow:
    return opened(begun(qtbot, AuthorityWindow(context)), qtbot)


def test_one_remark_on_several_indicators_by_keyboard(
    window: AuthorityWindow, context: Context, qtbot: QtBot
) -> None:
    page = page_of(window, CriteriaPage, "tieu-chi")
    assert page._table.isColumnHidden(REMARK)
    page.select("2.1")
    page._table.setFocus()
    for _ in range(2):
        QTest.keyClick(page._table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(page._table, Qt.Key.Key_N)
    dialog = dialog_of(window, RemarkDialog)
    assert "Cùng một nhận xét cho 03 mục" in says(dialog)
    dialog.findChildren(QLineEdit)[0].setText("15/7/2021")
    written(dialog, "Bổ sung biên bản.")
    made = known(context, window)
    assert [one.target.indicator for one in reversed(made)] == ["2.1", "2.2", "2.3"]
    assert {(one.body, one.by, f"{one.due:%d/%m/%Y}") for one in made} == {
        ("Bổ sung biên bản.", "Cao Thị Hòa", "15/07/2021")
    }
    rows = (page._table.rows.row(number) for number in range(page._table.rows.rowCount()))
    marked = {str(row.data) for row in rows if row.cells[REMARK].text == "Chưa trả lời"}
    assert marked == {"2.1", "2.2", "2.3"}
    assert not page._table.isColumnHidden(REMARK)


def test_what_is_to_be_done_is_counted_anew(window: AuthorityWindow) -> None:
    def count() -> int:
        return next(item._count for item in window.findChildren(NavItem) if item.key == "tieu-chi")

    before = count()
    remark_on_three(window)  # two of them are met
    assert count() == before + 2


def test_a_work_is_remarked_on_from_its_table(window: AuthorityWindow, context: Context) -> None:
    page = page_of(window, WorksPage, "cong-trinh")
    page._table.selectRow(0)
    page._table.setFocus()
    name = page._table.rows.row(0).cells[1].text
    QTest.keyClick(page._table, Qt.Key.Key_N)
    written(dialog_of(window, RemarkDialog), "Chậm, nêu lý do.")
    (one,) = known(context, window)
    assert (one.subject, one.body) == (name, "Chậm, nêu lý do.")
    assert page._table.rows.row(0).cells[WORK_REMARK].text == "Chưa trả lời"


def test_a_remark_without_words_or_without_a_row_is_refused(
    window: AuthorityWindow, context: Context, qtbot: QtBot
) -> None:
    page = page_of(window, CriteriaPage, "tieu-chi")
    page.select("2.1")
    page._table.setFocus()
    QTest.keyClick(page._table, Qt.Key.Key_N)
    dialog = dialog_of(window, RemarkDialog)
    press(qtbot, dialog, "Ghi nhận xét")
    assert "Chưa nhập nội dung nhận xét." in says(dialog)
    dialog.findChildren(QLineEdit)[0].setText("31/2/2021")
    written(dialog, "Bổ sung.")
    assert dialog.isVisible()
    assert any("31/2/2021" in words for words in says(dialog))
    assert known(context, window) == ()


def test_a_criterion_is_not_remarked_on(window: AuthorityWindow, context: Context, ask: ScriptedAsk) -> None:
    page = page_of(window, CriteriaPage, "tieu-chi")
    page.select("2")
    page._table.setFocus()
    QTest.keyClick(page._table, Qt.Key.Key_N)
    assert [asked.title for asked in ask.asked] == [NOTHING_CHOSEN]
    assert known(context, window) == ()


def test_figures_of_the_commune_stay_as_they_are(
    window: AuthorityWindow, context: Context, qtbot: QtBot
) -> None:
    """Remarking opens no other door."""
    before = entries(context, window, YEN_HOA)
    page = remark_on_three(window)
    assert entries(context, window, YEN_HOA) == before + 1
    fields = [one for one in page.details.findChildren(QLineEdit) if one.isVisible()]
    assert [one for one in fields if not one.isReadOnly()] == []


def test_an_answer_is_accepted_another_returned_a_third_withdrawn(
    window: AuthorityWindow, context: Context, ask: ScriptedAsk, qtbot: QtBot
) -> None:
    remark_on_three(window)
    the_commune_answers(context)  # on the first
    assert next(item._count for item in window.findChildren(NavItem) if item.key == "nhan-xet") == 1
    page = page_of(window, RemarksPage, "nhan-xet")
    first, second, third = (one.uid for one in reversed(known(context, window)))
    page.select(first)
    assert "Đã bổ sung ngày 02/7/2021." in says(page.details)
    press(qtbot, page.details, "Trả lại")
    dialog = dialog_of(window, ReturnDialog)
    press(qtbot, dialog, "Trả lại")
    assert "Ghi lý do để xã biết cần bổ sung gì." in says(dialog)
    written(dialog, "Chưa có chữ ký.")
    assert "Chưa có chữ ký." in says(page.details)
    page.select(second)
    words = {one.text().replace("&", "") for one in page.details.findChildren(QPushButton) if one.isVisible()}
    assert "Trả lại" not in words  # nothing to return yet
    press(qtbot, page.details, "Chấp nhận")
    page.select(third)
    ask.answers.append(None)
    press(qtbot, page.details, "Rút nhận xét")
    assert known(context, window)[0].state == "new"
    ask.answers.append(True)
    press(qtbot, page.details, "Rút nhận xét")
    assert [one.state.value for one in reversed(known(context, window))] == [
        "returned",
        "accepted",
        "withdrawn",
    ]


def test_what_is_concluded_stands_above_the_remarks(
    window: AuthorityWindow, context: Context, qtbot: QtBot
) -> None:
    remark_on_three(window)
    page = page_of(window, RemarksPage, "nhan-xet")
    press(qtbot, page, "Kết luận thẩm định")
    dialog = dialog_of(window, DecisionDialog)
    assert any("Còn 03 nhận xét chưa khép lại" in words for words in says(dialog))
    press(qtbot, dialog, "Ghi kết luận")
    assert "Chọn một kết luận." in says(dialog)
    choice = dialog.findChildren(QComboBox)[0]
    choice.setCurrentIndex(choice.findText("Chưa đủ điều kiện"))
    dialog.findChildren(QLineEdit)[0].setText("12/BC-UBND")
    written(dialog, "Thiếu 04 tiêu chí.")
    for key in ("nhan-xet", "tong-quan", "cac-xa"):  # and on the commune's own first page
        window.follow(Link(key))
        settle()
        told = says(window._stage.current())  # type: ignore[arg-type]
        assert "Kết luận thẩm định" in told
        assert "Chưa đủ điều kiện" in told
        assert any(words.startswith("số 12/BC-UBND · ") for words in told)
        assert any(" · Thiếu 04 tiêu chí. · Cao Thị Hòa · ghi " in words for words in told)


def test_an_earlier_conclusion_stands_below_the_newest(window: AuthorityWindow, qtbot: QtBot) -> None:
    page = page_of(window, RemarksPage, "nhan-xet")
    for number, text in ((2, "Thiếu 04 tiêu chí."), (1, "")):
        press(qtbot, page, "Kết luận thẩm định")
        dialog = dialog_of(window, DecisionDialog)
        dialog.findChildren(QComboBox)[0].setCurrentIndex(number - 1)
        written(dialog, text)
    told = says(page._conclusions)
    assert told[:2] == ["Kết luận thẩm định", "Đủ điều kiện, đề nghị xét công nhận"]
    assert told[3:5] == ["Trước đó", "Chưa đủ điều kiện"]
