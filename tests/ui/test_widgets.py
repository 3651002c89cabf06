"""Tabs, chips, the drop area, the side panel, the progress card and the toast."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import ClassVar

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QFont
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from scripted import cut_labels

from ntm_desktop.db.engine import Database
from ui import theme
from ui.context import Context
from ui.events import Events
from ui.models.rows import Cell, Column, Row
from ui.stage import Stage
from ui.tasks import Report, Tasks
from ui.tokens import State
from ui.widgets.buttons import Button, ChipRow
from ui.widgets.cards import Line, Note
from ui.widgets.drop_area import FileDropArea
from ui.widgets.labels import ElidedLabel, TwoLines
from ui.widgets.options import OptionRow
from ui.widgets.over_page import ProgressCover, Toast
from ui.widgets.page import Page, SidePanel
from ui.widgets.table import Table
from ui.widgets.tabs import Tab, Tabs
from ui.widgets.trend import Point, Trend


def show(qtbot: QtBot, widget: QWidget, width: int = 700, height: int = 400) -> None:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)


def test_tabs_move_with_the_arrows(qtbot: QtBot) -> None:
    tabs = Tabs(["Số liệu", "Kế hoạch", "Lịch sử"])
    show(qtbot, tabs)
    chosen: list[int] = []
    tabs.chosen.connect(chosen.append)
    qtbot.keyClick(tabs, Qt.Key.Key_Right)
    qtbot.keyClick(tabs, Qt.Key.Key_Right)
    qtbot.keyClick(tabs, Qt.Key.Key_Right)
    qtbot.keyClick(tabs, Qt.Key.Key_Left)
    assert chosen == [1, 2, 1]


def test_tab_stops_once_at_tabs_and_arrows_go_on_from_there(qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    before, tabs, after = QLineEdit(), Tabs(["Số liệu", "Kế hoạch", "Lịch sử"]), QLineEdit()
    for part in (before, tabs, after):
        column.addWidget(part)
    show(qtbot, window)
    tabs.choose(1)
    before.setFocus()
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    focused = window.focusWidget()
    assert isinstance(focused, Tab)
    assert focused.text() == "Kế hoạch"
    qtbot.keyClick(focused, Qt.Key.Key_Right)
    assert (tabs.current(), window.focusWidget()) == (2, tabs._tabs[2])
    qtbot.keyClick(tabs._tabs[2], Qt.Key.Key_Tab)
    assert after.hasFocus()
    qtbot.keyClick(after, Qt.Key.Key_Backtab)
    assert window.focusWidget() is tabs._tabs[2]


def test_one_chip_at_most_is_pressed_and_a_zero_stays_in_place(qtbot: QtBot) -> None:
    row = ChipRow([("todo", "Cần xử lý", None, "funnel"), ("unmet", "Chưa đạt", State.UNMET, "")])
    show(qtbot, row)
    row.set_counts({"todo": 7})
    todo, unmet = row._chips
    assert (todo.text(), unmet.text()) == ("Cần xử lý 7", "Chưa đạt 0")
    assert not unmet.isEnabled()
    row.set_counts({"todo": 7, "unmet": 4})
    qtbot.mouseClick(todo, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(unmet, Qt.MouseButton.LeftButton)
    assert row.choice() == "unmet"
    qtbot.mouseClick(unmet, Qt.MouseButton.LeftButton)
    assert row.choice() == ""


def test_a_long_name_is_shortened_but_spoken_in_full(qtbot: QtBot) -> None:
    name = "Đường trục thôn, bản, ấp và đường liên thôn, bản, ấp"
    label = ElidedLabel(name)
    show(qtbot, label, 120, 20)
    label.grab()
    assert label.toolTip() == name
    assert label.accessibleName() == name


def test_a_line_is_pressed_by_key_and_by_mouse(qtbot: QtBot) -> None:
    line = Line("Tiêu chí", "15/19 tiêu chí đạt", state=State.UNMET, link="Xem 4 tiêu chí")
    show(qtbot, line)
    for act in (
        lambda: qtbot.mouseClick(line, Qt.MouseButton.LeftButton),
        lambda: qtbot.keyClick(line, Qt.Key.Key_Return),
        lambda: qtbot.keyClick(line, Qt.Key.Key_Space),
    ):
        with qtbot.waitSignal(line.pressed):
            act()


def test_files_from_explorer_are_dropped(qtbot: QtBot, tmp_path: Path) -> None:
    area = FileDropArea("Kéo tệp vào đây", "Thêm tệp")
    show(qtbot, area)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "biên bản.pdf")), QUrl("https://example.org/a.pdf")])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    with qtbot.waitSignal(area.dropped) as dropped:
        area.dropEvent(event)
    assert dropped.args == [[tmp_path / "biên bản.pdf"]]


def test_a_trend_is_spoken_and_drawn(qtbot: QtBot) -> None:
    trend = Trend()
    points = [Point("2019", 74.6, "74,6", State.MET), Point("6/2021", 64.2, "64,2", State.UNMET)]
    trend.show_points(points, 70.0, "≥ 70%")
    show(qtbot, trend)
    assert trend.accessibleName() == "2019: 74,6; 6/2021: 64,2"
    drawn = trend.grab().toImage()
    trend.show_points([], None, "")
    assert trend.grab().toImage() != drawn


class PageWithPanel(Page):
    KEY: ClassVar[str] = "tieu-chi"
    TABLES: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, context: Context) -> None:
        super().__init__(context, "Tiêu chí")
        self.panel = SidePanel()

    def reload(self) -> None:
        pass


@pytest.fixture
def stage(qtbot: QtBot, context: Context) -> Stage:
    made = Stage()
    made.add(PageWithPanel(context))
    show(qtbot, made, 1176, 600)
    made.show_page("tieu-chi")
    return made


def test_the_panel_stands_beside_the_page_and_keeps_its_width(stage: Stage, qtbot: QtBot) -> None:
    page = stage.page("tieu-chi")
    panel = page.panel
    assert not panel.isVisible()
    panel.open_panel()
    assert (panel.width(), page.width()) == (360, 1176 - 360)
    stage.drag_to(1176 - 800)
    assert panel.width() == 420
    qtbot.keyClick(stage, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert page.width() == 1176
    assert Stage()._width == 420


def test_with_little_room_the_panel_lies_over_the_page(stage: Stage) -> None:
    stage.set_narrow(True)
    page = stage.page("tieu-chi")
    page.panel.open_panel()
    assert page.width() == 1176
    assert page.panel.geometry().topLeft() == QPoint(1176 - 360, 0)


def test_long_work_shows_a_card_that_can_be_cancelled(qtbot: QtBot, folder: Path) -> None:
    page = QWidget()
    show(qtbot, page)
    tasks = Tasks(lambda: Database.open(folder), Events())
    cover = ProgressCover(tasks, page)
    begun, go_on = threading.Event(), threading.Event()
    results: list[object] = []

    def count(report: Report) -> int:
        report(12, 49)
        begun.set()
        go_on.wait(10)
        report(13, 49)
        return 49

    tasks.start()
    tasks.work(count, results.append, page, title="Đang in hồ sơ")
    assert not cover.isVisible()
    begun.wait(10)
    qtbot.waitUntil(cover.isVisible)
    texts = {label.text() for label in cover.findChildren(QLabel)}
    assert {"Đang in hồ sơ", "12/49"} <= texts
    qtbot.mouseClick(cover.findChild(Button), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(tasks.finished):
        go_on.set()
    assert not cover.isVisible()
    assert results == []
    tasks.stop()


def test_a_toast_offers_to_undo(qtbot: QtBot) -> None:
    page = QWidget()
    show(qtbot, page)
    toast = Toast(page)
    toast.tell("Đã xóa minh chứng")
    assert toast.isVisible()
    with qtbot.waitSignal(toast.undo_requested):
        qtbot.mouseClick(toast.findChild(Button), Qt.MouseButton.LeftButton)
    assert not toast.isVisible()


def test_a_toast_offers_to_do_again(qtbot: QtBot) -> None:
    page = QWidget()
    show(qtbot, page)
    toast = Toast(page)
    toast.tell("Đã hoàn tác: Nhập số liệu", undo=False, redo=True)
    (shown,) = (button for button in toast.findChildren(Button) if button.isVisible())
    assert shown.text() == "Làm lại"
    with qtbot.waitSignal(toast.redo_requested):
        qtbot.mouseClick(shown, Qt.MouseButton.LeftButton)


def test_a_toast_leaves_the_edited_row_free(qtbot: QtBot) -> None:
    page = QWidget()
    table = Table((Column("Mã", 60), Column("Tên")), "Thôn")
    QVBoxLayout(page).addWidget(table)
    table.show_rows([Row((Cell(str(n)), Cell("Thôn")), data=n) for n in range(40)])
    show(qtbot, page)
    last = table.rows.index(39, 0)
    table.setCurrentIndex(last)
    table.scrollTo(last)
    toast = Toast(page)
    toast.tell("Đã lưu")
    row = table.visualRect(last).translated(table.viewport().mapTo(page, QPoint()))
    assert row.bottom() < page.height()
    assert not toast.geometry().intersects(row)


def test_a_toast_makes_way_for_the_row_that_is_chosen_after_it(qtbot: QtBot) -> None:
    page = QWidget()
    table = Table((Column("Mã", 60), Column("Tên")), "Thôn")
    QVBoxLayout(page).addWidget(table)
    table.show_rows([Row((Cell(str(n)), Cell("Thôn")), data=n) for n in range(40)])
    show(qtbot, page)
    toast = Toast(page)
    toast.tell("Đã lưu")
    last = table.rows.index(39, 0)
    table.setCurrentIndex(last)
    table.scrollTo(last)
    row = table.visualRect(last).translated(table.viewport().mapTo(page, QPoint()))
    assert toast.geometry().intersects(row)
    qtbot.waitUntil(lambda: not toast.geometry().intersects(row))
    assert toast.isVisible()


def test_a_theme_change_repaints_what_stands(qtbot: QtBot) -> None:
    button = Button("In", "primary", "printer")
    show(qtbot, button, 120, 30)
    light = button.grab().toImage()
    theme.apply("dark")
    assert button.grab().toImage() != light
    assert button.grab().toImage().pixelColor(60, 4).name() == theme.color("accent").name()


def test_a_note_shows_all_its_lines(qtbot: QtBot) -> None:
    panel = SidePanel()
    note = Note("Theo Bộ tiêu chí 2016–2020, chỉ tiêu 9.1 ngày 30/6/2021: Không, Đạt.", "Nhận số liệu cũ")
    panel.body.addWidget(note)
    panel.body.addStretch(1)
    show(qtbot, panel, 360, 600)
    assert cut_labels(panel) == []


def test_space_goes_through_the_answers(qtbot: QtBot) -> None:
    row = OptionRow(["Đạt", "Chưa đạt"])
    qtbot.addWidget(row)
    said = []
    for _ in range(3):
        qtbot.keyClick(row, Qt.Key.Key_Space)
        said.append(row.text())
    assert said == ["Đạt", "Chưa đạt", "Đạt"]


@pytest.mark.parametrize("way", ["letter", "mouse"])
def test_the_picked_answer_is_bold_however_it_was_picked(qtbot: QtBot, way: str) -> None:
    row = OptionRow(["Đạt", "Chưa đạt"])
    show(qtbot, row, 300, 60)
    yes, no = row.findChildren(QPushButton)
    row.setFocus()
    if way == "letter":
        qtbot.keyClicks(row, "c")
    else:
        qtbot.mouseClick(no, Qt.MouseButton.LeftButton)
    assert [button.font().weight() >= QFont.Weight.DemiBold for button in (yes, no)] == [False, True]
    theme.apply("dark")
    try:
        assert no.font().weight() >= QFont.Weight.DemiBold
    finally:
        theme.apply("light")


def test_the_reason_of_a_readiness_line_goes_on_to_a_second_line(qtbot: QtBot) -> None:
    why = "Chưa có số, ngày: 02 văn bản phải có trước khi trình (Báo cáo tổng hợp ý kiến tham gia; "
    why += "Biên bản cuộc họp đề nghị xét, công nhận xã Yên Hóa đạt chuẩn nông thôn mới năm 2021)"
    line = Line("Văn bản lập riêng", why, link="Nhập số, ngày", two_lines=True)
    qtbot.addWidget(line)
    line.resize(420, line.heightForWidth(420))
    line.show()
    (reason,) = line.findChildren(TwoLines)
    qtbot.waitUntil(lambda: reason.height() >= 2 * theme.line_height("caption"))
    shown = reason._lines(reason.width())
    assert len(shown) == 2
    assert " ".join(shown).startswith("Chưa có số, ngày: 02 văn bản phải có trước khi trình (")
    reason.grab()
    assert reason.toolTip() == why  # the rest of it
    line.resize(1200, line.heightForWidth(1200))
    assert reason._lines(3000) == (why,)
