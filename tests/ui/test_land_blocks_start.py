"""From a plot that was entered to the line that keeps its work from starting, and back by its link."""

from __future__ import annotations

from mobilise_screen import choose
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from works_screen import edit, type_into

from ui.context import Context
from ui.dialogs.clearance import PlotDialog, PlotEventDialog
from ui.main_window import MainWindow
from ui.pages.mobilise import MobilisePage
from ui.widgets.cards import Line
from ui.widgets.edits import Choice

FIELD = "Sân thể thao xã"
WHAT = f"Vận động 01 hộ bàn giao mặt bằng {FIELD}"
WHY = "Chưa bàn giao xong thì chưa khởi công được"


def press(place: QWidget, words: str) -> None:
    QCoreApplication.sendPostedEvents()  # a header shows its buttons in their turn
    buttons = [b for b in place.findChildren(QPushButton) if b.isVisible()]
    (button,) = [b for b in buttons if b.text().replace("&", "") == words]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def pick(dialog: QDialog, label: str, words: str) -> None:
    choice = edit(dialog, label)  # type: ignore[arg-type]
    assert isinstance(choice, Choice)
    choose(choice, words)


def opened(window: MainWindow, kind: type[QDialog]) -> QDialog:
    return next(dialog for dialog in window.findChildren(kind) if dialog.isVisible())


def line_of(window: MainWindow, qtbot: QtBot) -> Line | None:
    """The line about the sports field in the whole list of the overview."""
    qtbot.keySequence(window, "Ctrl+1")
    QCoreApplication.sendPostedEvents()
    for button in window.findChildren(QPushButton):
        if button.isVisible() and button.text().endswith("việc cần làm"):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    QCoreApplication.sendPostedEvents()
    shown = [line for line in window.findChildren(Line) if line.isVisible()]
    return next((line for line in shown if WHAT in line.accessibleName()), None)


def test_an_open_plot_stands_in_the_list_until_its_land_is_handed_over(
    qtbot: QtBot, sample_context: Context
) -> None:
    window = MainWindow(sample_context)
    window.furnish(None)
    qtbot.addWidget(window, before_close_func=lambda closing: closing._close_now())
    window.resize(1366, 697)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.begin()
    assert line_of(window, qtbot) is None

    qtbot.keySequence(window, "Ctrl+4")
    page = window._stage.page("huy-dong")
    assert isinstance(page, MobilisePage)
    page.tabs.choose(1)
    press(page, "Thêm thửa đất")
    dialog = opened(window, PlotDialog)
    assert isinstance(dialog, PlotDialog)
    pick(dialog, "Công trình", FIELD)
    for label, text in (("Tên chủ hộ", "Hồ Thị Đặng"), ("Số thửa", "77"), ("Tờ bản đồ", "9")):
        type_into(dialog, label, text)
    type_into(dialog, "Diện tích", "210")
    press(dialog, "Thêm thửa đất")

    line = line_of(window, qtbot)
    assert line is not None
    assert WHY in " ".join(label.text() for label in line.findChildren(QLabel))
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert page.isVisible()
    assert page._plot is not None
    assert (page._plot.household, page._plot.work) == ("Hồ Thị Đặng", FIELD)

    press(page.details, "Ghi diễn biến")
    event = opened(window, PlotEventDialog)
    assert isinstance(event, PlotEventDialog)
    pick(event, "Diễn biến", "Bàn giao mặt bằng")
    type_into(event, "Ngày", "30/6/2021")
    press(event, "Ghi diễn biến")
    assert line_of(window, qtbot) is None
