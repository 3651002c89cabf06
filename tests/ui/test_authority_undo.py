"""What an authority wrote about a commune is taken back while it has not left, and is always somebody's."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPlainTextEdit, QPushButton
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
from ntm_desktop.services import appraising, keys, sending
from ui.authority_window import AuthorityWindow
from ui.context import Context
from ui.dialogs.remark import DecisionDialog, RemarkDialog
from ui.pages.history_authority import AuthorityHistoryPage
from ui.pages.remarks import RemarksPage
from ui.pages.works import WorksPage
from ui.widgets.navigation import NavItem


@pytest.fixture
def context(authority_context: Context) -> Context:
    return authority_context


@pytest.fixture
def window(qtbot: QtBot, context: Context) -> AuthorityWindow:
    return opened(begun(qtbot, AuthorityWindow(context)), qtbot)


def toast(window: AuthorityWindow) -> list[str]:
    """Its words, and those on its buttons; nothing while there is none."""
    parts = [*window._toast.findChildren(QLabel), *window._toast.findChildren(QPushButton)]
    return [one.text() for one in parts if one.isVisible() and one.text()]


def take_back(window: AuthorityWindow) -> None:
    window.activateWindow()
    QApplication.processEvents()
    window._stage.setFocus()
    QTest.keySequence(window._stage, QKeySequence("Ctrl+Z"))
    QApplication.processEvents()


def send(context: Context) -> None:
    """The package with all that was said; it never went to a stick."""
    database = context.tasks._opened()
    with database.write("Lập khóa", "Lê Văn Thẩm", context.tasks.now()) as session:
        if not keys.have_keys(session):
            keys.init(session, password="")
    with database.write("Gửi xã", "Lê Văn Thẩm", context.tasks.now(), of=YEN_HOA) as session:
        _package, changes = appraising.appraise(session, to=sending.addressee(session), author="Lê Văn Thẩm")
    context.events.changed.emit(changes, None)


def test_remarks_are_taken_back_by_their_toast_and_by_ctrl_z(
    window: AuthorityWindow, context: Context
) -> None:
    page = remark_on_three(window)
    assert toast(window) == ["Đã ghi nhận xét cho 03 mục", "Hoàn tác"]
    window._toast.undo_requested.emit()
    assert known(context, window) == ()
    assert toast(window) == ["Đã hoàn tác: Nhận xét về 03 mục", "Làm lại"]
    window._toast.redo_requested.emit()
    assert len(known(context, window)) == 3
    page._table.setFocus()
    take_back(window)
    assert known(context, window) == ()


def test_what_was_concluded_is_taken_back(
    window: AuthorityWindow, context: Context, qtbot: QtBot, ask: ScriptedAsk
) -> None:
    remark_on_three(window)
    the_commune_answers(context)
    page = page_of(window, RemarksPage, "nhan-xet")
    first = known(context, window)[-1].uid
    page.select(first)
    press(qtbot, page.details, "Chấp nhận")
    assert known(context, window)[-1].state == "accepted"
    take_back(window)
    assert known(context, window)[-1].state == "answered"
    press(qtbot, page, "Kết luận thẩm định")
    dialog = dialog_of(window, DecisionDialog)
    dialog.findChildren(QComboBox)[0].setCurrentIndex(1)
    written(dialog, "Thiếu 04 tiêu chí.")
    assert "Hoàn tác" in toast(window)
    assert page._conclusions.isVisible()
    take_back(window)
    assert not page._conclusions.isVisible()


def test_the_last_action_is_that_of_what_is_in_front(
    window: AuthorityWindow, context: Context, qtbot: QtBot
) -> None:
    remark_on_three(window)
    before = entries(context, window)
    window.follow(Link("cac-xa"))
    assert toast(window) == []  # its button would mean another action now
    take_back(window)
    assert len(known(context, window)) == 3
    assert entries(context, window) in (before, before + 1)
    window.follow(Link("tieu-chi"))
    take_back(window)
    assert known(context, window) == ()


def test_the_history_shows_what_was_said_about_the_open_commune(
    window: AuthorityWindow, context: Context, qtbot: QtBot
) -> None:
    remark_on_three(window)
    page = page_of(window, AuthorityHistoryPage, "lich-su")
    assert page._table.rows.row(0).cells[2].text == "Nhận xét về 03 mục"
    page._whose.load("")
    page._whose.committed.emit("")
    assert page._table.rows.row(0).cells[2].text == "Lập khóa"
    page._whose.load("commune")
    page._whose.committed.emit("commune")
    press(qtbot, page, "Hoàn tác việc cuối")
    assert known(context, window) == ()


def test_what_was_sent_says_why_it_stays(
    window: AuthorityWindow, context: Context, ask: ScriptedAsk, qtbot: QtBot
) -> None:
    remark_on_three(window)
    send(context)
    remark_on_three(window, "Bổ sung ảnh.")
    take_back(window)  # has not been sent
    assert len(known(context, window)) == 3
    take_back(window)
    (refused,) = ask.asked
    assert refused.title.startswith("Không hoàn tác được “Gửi xã”: gói đã có số")
    assert "rút ở trang Nhận xét" in refused.title
    page = page_of(window, AuthorityHistoryPage, "lich-su")
    seq = next(row.seq for row in page._rows if row.action == "Nhận xét về 03 mục" and not row.undone_by)
    page.select(str(seq))
    why = [words for words in says(page._details) if words.startswith("Đã gửi xã trong gói số 1")]
    assert len(why) == 1
    page._details.undo_requested.emit(next(row for row in page._rows if row.seq == seq))
    assert ask.asked[-1].title.startswith("Không hoàn tác được vì đã gửi xã trong gói số 1.")
    assert len(known(context, window)) == 3


def test_who_remarks_is_asked_for_a_name_once(
    window: AuthorityWindow, context: Context, ask: ScriptedAsk
) -> None:
    context.tasks.by = ""  # and nobody is in charge
    ask.answers = [None]
    remark_on_three(window)
    dialog = dialog_of(window, RemarkDialog)
    assert any(words.startswith("Chưa ghi vì chưa biết ai ghi") for words in says(dialog))
    assert known(context, window) == ()
    ask.answers = ["Lê Văn Thẩm"]
    written(dialog, dialog.findChildren(QPlainTextEdit)[0].toPlainText())
    assert {one.by for one in known(context, window)} == {"Lê Văn Thẩm"}
    assert "Lê Văn Thẩm" in says(window._status)  # in charge from now on
    remark_on_three(window, "Bổ sung ảnh.")  # nothing is asked again
    assert {one.by for one in known(context, window)} == {"Lê Văn Thẩm"}
    assert [asked.title for asked in ask.asked] == ["Ai ghi?", "Ai ghi?"]


def test_an_acceptance_has_a_name_too(
    window: AuthorityWindow, context: Context, ask: ScriptedAsk, qtbot: QtBot
) -> None:
    remark_on_three(window)
    context.tasks.by = ""
    page = page_of(window, RemarksPage, "nhan-xet")
    ask.answers = [None, "Lê Văn Thẩm"]
    press(qtbot, page.details, "Chấp nhận")
    assert {one.state.value for one in known(context, window)} == {"new"}
    press(qtbot, page.details, "Chấp nhận")
    assert [said.by for one in known(context, window) for said in one.said] == ["Lê Văn Thẩm"]


def test_a_remark_on_a_work_counts_in_the_navigation_until_it_is_answered(
    window: AuthorityWindow, context: Context
) -> None:
    def count() -> int:
        return next(item._count for item in window.findChildren(NavItem) if item.key == "cong-trinh")

    page = page_of(window, WorksPage, "cong-trinh")
    before = count()
    quiet = next(row for row in page._loaded.rows if not row.warnings)  # type: ignore[union-attr]
    page.select(quiet.uid)
    page._table.setFocus()
    QTest.keyClick(page._table, Qt.Key.Key_N)
    written(dialog_of(window, RemarkDialog), "Nêu lý do.")
    assert count() == before + 1
    assert any(f"{before + 1:02} cần chú ý" in words for words in says(page.header))
    window.follow(Link("tieu-chi"))
    assert count() == before + 1
    the_commune_answers(context)
    assert count() == before
