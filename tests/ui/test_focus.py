"""Where the keyboard is after an act: on what was just written, never by itself on what takes it back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from mobilise_screen import choose
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from works_screen import edit, type_into

from ntm_desktop.domain.overview import Link
from ui.context import Context
from ui.dialogs.contribution import ContributionDialog
from ui.dialogs.obstacle import ObstacleDialog
from ui.dialogs.record import RecordDialog
from ui.dialogs.work import WorkDialog
from ui.main_window import MainWindow
from ui.widgets.edits import Choice
from ui.widgets.table import Table

ROAD, HILL = "Đường bê tông thôn Tân Lợi 1,2 km", "Nhà văn hóa thôn Đồi"


@pytest.fixture
def window(qtbot: QtBot, folder: Path, open_context: Callable[[Path], Context]) -> MainWindow:
    """Of a commune that has nothing yet."""
    made = MainWindow(open_context(folder))
    made.furnish(None)
    qtbot.addWidget(made, before_close_func=lambda closing: closing._close_now())
    made.resize(1366, 697)
    made.show()
    made.begin()
    return made


def button(place: QWidget, words: str) -> QPushButton:
    shown = [b for b in place.findChildren(QPushButton) if b.isVisible()]
    return next(b for b in shown if b.text().replace("&", "") == words)


def press_key(qtbot: QtBot, pressed: QPushButton) -> None:
    pressed.setFocus()
    qtbot.keyClick(pressed, Qt.Key.Key_Return)


def finish(qtbot: QtBot, window: QWidget, dialog: RecordDialog) -> None:
    """By key, and until the window is active again."""
    press_key(qtbot, dialog.verb)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    QCoreApplication.processEvents()


def open_dialog(window: MainWindow, kind: type[RecordDialog]) -> RecordDialog:
    return next(dialog for dialog in window.findChildren(kind) if dialog.isVisible())


def here() -> tuple[str, str]:
    """The table that has the keyboard, and the text of its row that is current."""
    table = QApplication.focusWidget()
    assert isinstance(table, Table), table
    row = table.rows.row(table.currentIndex().row())
    return table.accessibleName(), " ".join(cell.text for cell in row.cells)


def add_work(qtbot: QtBot, window: MainWindow, name: str) -> None:
    press_key(qtbot, button(window, "Thêm công trình"))
    dialog = open_dialog(window, WorkDialog)
    type_into(dialog, "Tên công trình", name)
    finish(qtbot, window, dialog)


def test_the_first_work_has_the_keyboard_once_it_is_added(qtbot: QtBot, window: MainWindow) -> None:
    window.follow(Link("cong-trinh"))
    add_work(qtbot, window, ROAD)
    table, row = here()
    assert table == "Công trình"
    assert ROAD in row
    focus = QApplication.focusWidget()
    qtbot.keyClick(focus, Qt.Key.Key_Return)  # a person who presses once too often
    assert open_dialog(window, WorkDialog).windowTitle() == "Sửa công trình"


def test_each_further_work_too(qtbot: QtBot, window: MainWindow) -> None:
    window.follow(Link("cong-trinh"))
    add_work(qtbot, window, ROAD)
    add_work(qtbot, window, HILL)
    assert HILL in here()[1]


def test_a_work_that_is_removed_leaves_the_keyboard_on_the_list(qtbot: QtBot, window: MainWindow) -> None:
    window.follow(Link("cong-trinh"))
    add_work(qtbot, window, ROAD)
    add_work(qtbot, window, HILL)
    press_key(qtbot, button(window, "Xóa công trình"))
    assert ROAD in here()[1]


def test_the_first_gift_has_the_keyboard_once_it_is_written(qtbot: QtBot, window: MainWindow) -> None:
    window.follow(Link("huy-dong"))
    for giver in ("Cao Văn Thanh", "Đinh Thị Lan"):
        press_key(qtbot, button(window, "Ghi đóng góp"))
        dialog = open_dialog(window, ContributionDialog)
        given_by = edit(dialog, "Người đóng góp là")
        assert isinstance(given_by, Choice)
        choose(given_by, "Doanh nghiệp, HTX, tổ chức")
        type_into(dialog, "Tên tổ chức, người tài trợ", giver)
        type_into(dialog, "Số tiền", "2000000")
        finish(qtbot, window, dialog)
        assert giver in here()[1]


def test_the_first_obstacle_has_the_keyboard_once_it_is_written(qtbot: QtBot, window: MainWindow) -> None:
    window.follow(Link("vuong-mac"))
    for what in ("Ba hộ chưa bàn giao mặt bằng", "Chưa có mức đạt"):
        press_key(qtbot, button(window, "Thêm vướng mắc"))
        dialog = open_dialog(window, ObstacleDialog)
        type_into(dialog, "Nội dung vướng mắc", what)
        finish(qtbot, window, dialog)
        assert what in here()[1]


def test_what_is_taken_back_in_the_history_keeps_the_keyboard_there(qtbot: QtBot, window: MainWindow) -> None:
    window.follow(Link("cong-trinh"))
    add_work(qtbot, window, ROAD)
    window.follow(Link("lich-su"))
    history = next(t for t in window.findChildren(Table) if t.accessibleName() == "Lịch sử")
    qtbot.keyClick(history, Qt.Key.Key_Return)  # the newest one is the current one
    press_key(qtbot, button(window, "Hoàn tác việc này"))
    QCoreApplication.processEvents()
    table, row = here()
    assert table == "Lịch sử"
    assert f"Thêm công trình {ROAD}" in row


def test_a_pressed_undo_leaves_the_keyboard_where_it_was(qtbot: QtBot, window: MainWindow) -> None:
    window.follow(Link("cong-trinh"))
    add_work(qtbot, window, ROAD)
    add_work(qtbot, window, HILL)
    press_key(qtbot, button(window, "Xóa công trình"))
    for undo in [b for b in window.findChildren(QPushButton) if b.isVisible() and b.text() == "Hoàn tác"]:
        if undo.isVisible():
            qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
            QCoreApplication.processEvents()
            assert here()[0] == "Công trình"
