"""How a test remarks on the commune that an authority has open, and reads what was said."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from ntm_desktop.db.engine import Database
from ntm_desktop.db.history import insert, next_seq
from ntm_desktop.db.models import answer
from ntm_desktop.domain.overview import Link
from ntm_desktop.services import remarks
from ntm_desktop.services.remarks import RemarkView
from ui.authority_window import AuthorityWindow
from ui.context import Context
from ui.dialogs.record import RecordDialog
from ui.dialogs.remark import RemarkDialog
from ui.pages.criteria import CriteriaPage

P = TypeVar("P")
D = TypeVar("D", bound=QDialog)
YEN_HOA = "MH-YH"


def page_of(window: AuthorityWindow, kind: type[P], key: str) -> P:
    window.activateWindow()  # where there is no window manager nobody does after a dialog
    window.follow(Link(key))
    QCoreApplication.processEvents()
    page = window._stage.current()
    assert isinstance(page, kind)
    return page


def dialog_of(window: AuthorityWindow, kind: type[D]) -> D:
    QCoreApplication.processEvents()
    (dialog,) = [one for one in window.findChildren(kind) if one.isVisible()]
    return dialog


def press(qtbot: QtBot, place: object, words: str) -> None:
    QCoreApplication.processEvents()
    buttons = place.findChildren(QPushButton)  # type: ignore[attr-defined]
    (button,) = [one for one in buttons if one.isVisible() and one.text().replace("&", "") == words]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def written(dialog: RecordDialog, text: str) -> None:
    """Typed and sent off with the keys."""
    dialog.findChildren(QPlainTextEdit)[0].setPlainText(text)
    QTest.keyClick(
        dialog.findChildren(QPlainTextEdit)[0], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    QCoreApplication.processEvents()


def known(context: Context, window: AuthorityWindow) -> tuple[RemarkView, ...]:
    found: list[tuple[RemarkView, ...]] = []
    on = context.tasks.today()
    context.tasks.read(lambda session: remarks.list_remarks(session, on=on), found.append, window, of=YEN_HOA)
    return found[0]


def remark_on_three(window: AuthorityWindow, text: str = "Bổ sung biên bản.") -> CriteriaPage:
    page = page_of(window, CriteriaPage, "tieu-chi")
    page.select("2.1")
    page._table.setFocus()
    for _ in range(2):
        QTest.keyClick(page._table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(page._table, Qt.Key.Key_N)
    written(dialog_of(window, RemarkDialog), text)
    return page


def the_commune_answers(context: Context) -> None:
    """As its package brings it."""
    database: Database = context.tasks._opened()
    with database.write("Nhận gói", "Lê Văn Thẩm", context.tasks.now(), of=YEN_HOA) as session:
        session.own = True
        said = {
            "remark_uid": remarks.list_remarks(session, on=context.tasks.today())[-1].uid,
            "body": "Đã bổ sung ngày 02/7/2021.",
            "by_name": "Trần Thị Bình",
            "made_at": session.at_text,
            "seq": next_seq(session, answer),
        }
        changes = insert(session, answer, [said])
        session.own = False
    context.events.changed.emit(changes, None)
    QCoreApplication.processEvents()
