"""The ballots by hamlet, typed or pasted: what Enter does, what stays open and what is replaced."""

from __future__ import annotations

import pytest
from consultation_screen import Screen
from fitting import settle
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from setup_screen import type_cell
from works_screen import edit

from ntm_desktop.services import consultation_survey
from ui.context import Context
from ui.dialogs.survey import SurveyDialog
from ui.models.consultation_survey import DAY, HOUSEHOLDS, ISSUED, RETURNED, SATISFIED, VALID
from ui.widgets.table import Table


@pytest.fixture
def screen(qtbot: QtBot, sample_context: Context) -> Screen:
    return Screen(qtbot, sample_context)


def rows_of(screen: Screen) -> Table:
    screen.page.select("khao-sat")
    settle()
    return screen.page.survey.surveys.table


def dialogs(screen: Screen) -> list[SurveyDialog]:
    settle()
    return [one for one in screen.page.findChildren(SurveyDialog) if one.isVisible()]


def test_enter_saves_the_number_and_opens_nothing(screen: Screen) -> None:
    """It opened the dialog too, with the number as it was before: its Ghi took the new one back."""
    table = rows_of(screen)
    type_cell(table, 1, RETURNED, "125", screen.qtbot)
    assert dialogs(screen) == []
    assert screen.rows(table)[1][4] == "125"
    assert (table.currentIndex().row(), table.currentIndex().column()) == (2, RETURNED)
    table.setCurrentIndex(table.rows.index(1, RETURNED))
    screen.qtbot.keyClick(table, Qt.Key.Key_Return)
    dialog = screen.dialog(SurveyDialog)
    assert edit(dialog, "Số phiếu thu về").text() == "125"


def test_the_dialog_has_what_is_still_being_typed_in_the_row(screen: Screen) -> None:
    table = rows_of(screen)
    table.setFocus()
    table.setCurrentIndex(table.rows.index(1, RETURNED))
    screen.qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.indexWidget(table.currentIndex())
    assert isinstance(editor, QLineEdit)
    screen.qtbot.keyClicks(editor, "125")
    buttons = screen.page.survey.findChildren(QPushButton)
    next(one for one in buttons if one.text() == "&Ghi phiếu").click()  # Alt+G: the cell keeps the focus
    dialog = screen.dialog(SurveyDialog)
    assert edit(dialog, "Số phiếu thu về").text() == "125"
    dialog.verb.click()
    assert screen.rows(table)[1][4] == "125"


def test_two_cells_typed_before_the_rows_are_read_again_are_both_kept(screen: Screen) -> None:
    table = rows_of(screen)
    uid, view = screen.stored().surveys[1].hamlet_uid, screen.page.survey.view
    screen.page.survey._on_typed(uid, RETURNED, "125")
    screen.page.survey.view = view  # as read before that was written
    screen.page.survey._on_typed(uid, HOUSEHOLDS, "160")
    assert screen.rows(table)[1][2:5:2] == ("160", "125")


def test_what_was_not_typed_stays_empty_and_nought_is_a_number(screen: Screen) -> None:
    table = rows_of(screen)
    type_cell(table, 2, DAY, "29/6/2021", screen.qtbot)
    assert screen.rows(table)[2] == ("Yên Thắng", "29/6/2021", "231", "", "", "", "", "", "")
    for column, text in ((ISSUED, "231"), (RETURNED, "200"), (VALID, "198")):
        type_cell(table, 2, column, text, screen.qtbot)
    assert screen.rows(table)[2][5:] == ("198", "", "86,58%", "")
    assert screen.rows(table)[-1][0] == "Cộng 04 thôn"
    type_cell(table, 2, SATISFIED, "0", screen.qtbot)
    assert screen.rows(table)[2][6:] == ("0", "86,58%", "0%")
    assert screen.rows(table)[-1][0] == "Cộng 05 thôn"
    type_cell(table, 2, SATISFIED, "", screen.qtbot)
    assert screen.rows(table)[2][6] == ""
    table.select(screen.stored().hamlets[2].uid)
    screen.press("Ghi phiếu", screen.page.survey)
    dialog = screen.dialog(SurveyDialog)
    assert edit(dialog, "Số phiếu hài lòng").text() == ""
    dialog.verb.click()
    assert screen.rows(table)[2][5:7] == ("198", "")


def test_a_block_pasted_over_other_hamlets_says_so_and_is_undone(screen: Screen) -> None:
    table = rows_of(screen)
    before = screen.stored().surveys
    table.setFocus()
    table.setCurrentIndex(table.rows.index(0, HOUSEHOLDS))
    screen.qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.indexWidget(table.currentIndex())
    assert editor is not None
    QGuiApplication.clipboard().setText("80\t80\n150\t150\n231\t231\n")
    screen.qtbot.keySequence(editor, "Ctrl+V")
    assert [row[2:4] for row in screen.rows(table)[:3]] == [("80", "80"), ("150", "150"), ("231", "231")]
    assert screen.told == ["Đã ghi phiếu của 03 thôn, thay số đã có của 02 thôn: Tân Lợi 1, Tân Lợi 2."]
    screen.undo()
    assert screen.stored().surveys == before


@pytest.mark.parametrize("asked", [True, False])
def test_what_is_refused_does_not_move_the_rows(screen: Screen, *, asked: bool) -> None:
    table, today = rows_of(screen), screen.context.tasks.today()
    if not asked:
        screen.context.tasks.write(
            "Bỏ nội dung",
            lambda session: consultation_survey.save_questions(session, rows=[], today=today),
            lambda _changes: None,
            screen.page,
        )
        settle()
    before = table.geometry()
    table.setFocus()
    table.setCurrentIndex(table.rows.index(0, HOUSEHOLDS))
    QGuiApplication.clipboard().setText("\n".join("a\tb" for _row in range(6)))
    screen.qtbot.keySequence(table, "Ctrl+V")
    settle()
    problem = screen.page.survey.problem
    assert problem.isVisible()
    assert problem.height() >= problem.heightForWidth(problem.width())
    assert table.geometry() == before
