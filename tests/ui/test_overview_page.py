"""The overview and the window around it, on the sample commune."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from fitting import cut_tiles
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from scripted import ScriptedAsk, cut_labels

from ntm_desktop import settings
from ntm_desktop.db.engine import Database
from ntm_desktop.domain.obstacles import Level
from ntm_desktop.domain.overview import Link
from ntm_desktop.services import assessments, backup, commune, obstacles
from ui import overview_cache, theme
from ui.context import Context
from ui.events import Events
from ui.main_window import MainWindow
from ui.tasks import InlineTasks
from ui.tokens import State
from ui.widgets.buttons import Button
from ui.widgets.cards import Line
from ui.widgets.labels import Ribbon
from ui.widgets.marks import Mark
from ui.widgets.navigation import NARROW, WIDE, Navigation, NavItem
from ui.widgets.table import Table
from ui.widgets.tile import TileButton

Opener = Callable[[Path], Context]


@pytest.fixture
def sample(sample_folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sample_folder, tmp_path / "mẫu"))


def open_window(qtbot: QtBot, context: Context, size: tuple[int, int] = (1366, 697)) -> MainWindow:
    kept = overview_cache.read(context.folder)
    window = MainWindow(context)
    window.furnish(kept.overview if kept else None)
    qtbot.addWidget(window, before_close_func=lambda closing: closing._close_now())
    window.resize(*size)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def window(qtbot: QtBot, sample: Path, open_context: Opener) -> MainWindow:
    made = open_window(qtbot, open_context(sample))
    made.begin()
    return made


def words(window: MainWindow) -> str:
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def lines(window: MainWindow) -> list[Line]:
    QCoreApplication.sendPostedEvents()  # new widgets of a layout are shown in their turn
    return [line for line in window.findChildren(Line) if line.isVisible()]


def test_it_answers_on_30_june_2021(window: MainWindow) -> None:
    shown = words(window)
    assert "15/19" in shown
    assert "Còn 04 tiêu chí: 2, 6, 10, 17" in shown
    assert "05 việc gần hạn nhất" in shown
    assert "Đến hạn 31/12/2021" in shown
    assert "184" in shown
    assert "Xã Yên Hóa" in shown


@pytest.mark.parametrize("size", [(1366, 697), (1093, 558)])
def test_a_criterion_that_nobody_judged_is_told_beside_the_count(
    qtbot: QtBot, sample: Path, open_context: Opener, size: tuple[int, int]
) -> None:
    window = open_window(qtbot, open_context(sample), size)
    window.begin()
    tasks = window._context.tasks
    assert "gồm" not in words(window)
    tasks.write(
        "Không xét 7.1",
        lambda session: assessments.record_not_applicable(
            session, code="7.1", ground="QĐ 01", as_of=tasks.today(), today=tasks.today()
        ),
        lambda _changes: None,
        window,
    )
    assert "tiêu chí đạt, gồm 01 không xét" in words(window)
    assert cut_labels(window._overview._answer) == []


def test_the_causes_are_read_in_full(window: MainWindow) -> None:
    for name, why in window._overview._answer._causes:
        assert name.text()
        assert why.fontMetrics().horizontalAdvance(why.text()) <= why.width()


def test_every_tile_says_its_state_in_words(window: MainWindow) -> None:
    tiles = [tile for tile in window.findChildren(TileButton) if tile.isVisible()]
    assert len(tiles) == 19
    unmet = [
        tile.accessibleName()
        for tile in tiles
        if "hưa đạt" in tile.accessibleName() or "Tụt" in tile.accessibleName()
    ]
    assert [name.split()[0] for name in unmet] == ["2", "6", "10", "17"]


def test_the_navigation_counts_what_needs_action(window: MainWindow) -> None:
    item = next(item for item in window.findChildren(NavItem) if item.key == "tieu-chi")
    counts = dict(window._overview._overview.indicator_counts)
    assert (
        item.accessibleName() == f"Tiêu chí: {counts['unmet'] + counts['not_assessed'] + counts['no_target']}"
    )


def test_sample_data_wear_the_frame_and_the_words(window: MainWindow) -> None:
    assert window.findChild(Ribbon).isVisible()
    assert window._frame.property("sample") is True


def test_links_lead_where_they_say(window: MainWindow, qtbot: QtBot) -> None:
    followed: list[Link] = []
    window._overview.navigate.disconnect()
    window._overview.navigate.connect(followed.append)
    tile = next(tile for tile in window.findChildren(TileButton) if tile.accessibleName().startswith("17 "))
    qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)
    line = window.findChild(Line)
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert followed[0] == Link("tieu-chi", "17")
    assert followed[1] == window._overview._overview.todos[0].link


def test_a_page_stands_filled_when_the_mouse_has_come_near_it(window: MainWindow, qtbot: QtBot) -> None:
    item = next(item for item in window.findChildren(NavItem) if item.key == "tieu-chi")
    qtbot.waitUntil(lambda: "ui.pages.criteria" in sys.modules)
    middle = QPointF(item.rect().center())
    QApplication.sendEvent(item, QEnterEvent(middle, middle, item.mapToGlobal(middle)))
    qtbot.waitUntil(lambda: window._stage.page("tieu-chi") is not None)
    page = window._stage.page("tieu-chi")
    assert page is not None
    table = page.findChild(Table)
    assert table is not None
    qtbot.waitUntil(lambda: table.model().rowCount() > 0)
    assert not page.isVisible()
    qtbot.mouseClick(item, Qt.MouseButton.LeftButton)
    assert page.isVisible()


def test_all_that_must_be_done_is_one_click_away(window: MainWindow, qtbot: QtBot) -> None:
    todos = window._overview._overview.todos
    assert len(lines(window)) == 5
    button = next(b for b in window.findChildren(Button) if b.text() == f"{len(todos)} việc cần làm")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(lines(window)) == len(todos)


def test_a_write_is_shown_at_once_and_says_when_it_was_saved(window: MainWindow) -> None:
    tasks = window._context.tasks
    tasks.write(
        "Ghi số liệu 10.1",
        lambda session: assessments.record(
            session, code="10.1", texts={"v": "45"}, as_of=tasks.today(), today=tasks.today()
        ),
        lambda _changes: None,
        window,
    )
    assert "16/19" in words(window)
    assert "Đã lưu 10:32:05" in words(window)


def test_undo_takes_it_back(window: MainWindow, qtbot: QtBot) -> None:
    test_a_write_is_shown_at_once_and_says_when_it_was_saved(window)
    button = next(b for b in window.findChildren(Button) if b.text() == "Hoàn tác" and b.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert "15/19" in words(window)
    assert "Đã hoàn tác: Ghi số liệu 10.1" in words(window)
    assert "Đã lưu 10:32:05" not in words(window)  # what was saved then is gone
    assert "Đã hoàn tác 10:32:05" in words(window)


def test_after_a_restore_the_status_does_not_claim_what_was_saved_before(window: MainWindow) -> None:
    test_a_write_is_shown_at_once_and_says_when_it_was_saved(window)
    window._context.events.changed.emit(backup.EVERYTHING, window)
    assert "Đã lưu" not in words(window)


def test_what_was_taken_back_is_done_again_with_ctrl_y(window: MainWindow, qtbot: QtBot) -> None:
    test_undo_takes_it_back(window, qtbot)
    qtbot.keySequence(window, "Ctrl+Y")
    assert "16/19" in words(window)
    assert "Đã làm lại: Ghi số liệu 10.1" in words(window)


def test_a_new_commune_has_nothing_to_take_back(
    qtbot: QtBot, folder: Path, open_context: Opener, ask: ScriptedAsk
) -> None:
    window = open_window(qtbot, open_context(folder))
    window.begin()
    refused: list[str] = []
    window._context.tasks.failed.connect(lambda error, _owner: refused.append(error.message))
    button = next(b for b in window.findChildren(Button) if b.text() == "Hoàn tác" and b.isVisible())
    assert not button.isEnabled()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (refused, ask.asked) == ([], [])
    window._context.tasks.write(
        "Sửa địa danh", lambda session: commune.save(session, place="Lợi"), lambda _changes: None, window
    )
    assert button.isEnabled()
    assert "Sửa địa danh" in button.toolTip()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "Đã hoàn tác: Sửa địa danh" in words(window)
    assert not button.isEnabled()


def test_a_notice_leads_where_it_is_mended(window: MainWindow, qtbot: QtBot) -> None:
    followed: list[Link] = []
    window._overview.navigate.disconnect()
    window._overview.navigate.connect(followed.append)
    assert "chưa đối chiếu, ghi dấu (*)." in words(window)
    button = next(b for b in window.findChildren(Button) if b.text() == "Đối chiếu mức" and b.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert followed == [Link("thiet-lap", "muc")]


def test_the_last_overview_is_painted_before_the_database_opens(
    qtbot: QtBot, sample: Path, open_context: Opener, window: MainWindow
) -> None:
    context = open_context(sample)  # never opened: nothing was read yet
    again = open_window(qtbot, context)
    assert "15/19" in words(again)
    assert not context.tasks.is_open


def test_a_stale_cache_is_ignored(qtbot: QtBot, sample: Path, open_context: Opener) -> None:
    cache = sample / "cache" / "overview.json"
    cache.parent.mkdir(exist_ok=True)
    cache.write_text('{"commune": 1', encoding="utf-8")
    window = open_window(qtbot, open_context(sample))
    assert "15/19" not in words(window)
    assert "Đang đọc số liệu…" in words(window)
    assert not [mark for mark in window.findChildren(Mark) if mark.isVisible()]  # no answer is known yet
    window.begin()
    assert "15/19" in words(window)


def test_closing_backs_up(window: MainWindow, sample: Path) -> None:
    window.close()
    assert len(backup.list_backups(place=backup.own_place(sample))) == 1


def test_closing_says_which_backup_place_is_missing(
    window: MainWindow, sample: Path, ask: ScriptedAsk, qtbot: QtBot
) -> None:
    settings.save(settings.Settings(backup_places=("/không/có/usb",)), sample)
    ask.answers = [None]
    window.close()
    assert window.isVisible()
    assert "/không/có/usb" in ask.asked[0].body
    ask.answers = [True]
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())


def test_search_finds_without_marks_and_leads_there(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    search = window._top._search
    assert search.hasFocus()
    qtbot.keyClicks(search, "duong truc thon")
    qtbot.waitUntil(lambda: search.open_results() is not None)
    followed: list[Link] = []
    search.followed.disconnect()
    search.followed.connect(followed.append)
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert followed[0].page == "tieu-chi"
    assert search.open_results() is None


def test_search_finds_what_came_up_today(folder: Path, qtbot: QtBot, open_context: Opener) -> None:
    """Months after the only goal was registered."""
    context = open_context(folder)
    today = context.tasks.today()
    with (
        Database.open(folder) as database,
        database.write("Thêm vướng mắc", "An", context.tasks.now()) as session,
    ):
        obstacles.save(session, what="Mưa lũ kéo dài", since=today, today=today, level=Level.COMMUNE)
    window = open_window(qtbot, context)
    window.begin()
    search = window._top._search
    search.setFocus()
    qtbot.keyClicks(search, "mua lu keo dai")
    qtbot.waitUntil(lambda: search.open_results() is not None)
    followed: list[Link] = []
    search.followed.disconnect()
    search.followed.connect(followed.append)
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert [link.page for link in followed] == ["vuong-mac"]


def test_keys_move_through_the_hits_and_escape_gives_up(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    search = window._top._search
    followed: list[Link] = []
    search.followed.disconnect()
    search.followed.connect(followed.append)
    for downs in (0, 1):
        qtbot.keyClicks(search, "duong")
        qtbot.waitUntil(lambda: search.open_results() is not None)
        for _ in range(downs):
            qtbot.keyClick(search, Qt.Key.Key_Down)
        qtbot.keyClick(search, Qt.Key.Key_Return)
    first, second = followed
    assert first != second
    qtbot.keyClicks(search, "duong")
    qtbot.waitUntil(lambda: search.open_results() is not None)
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert search.open_results() is None
    assert search.text() == ""
    assert search.hasFocus()


def test_the_focus_does_not_stray_to_a_button_when_the_page_changes(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget().accessibleName() == "Tiêu chí và chỉ tiêu"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is window._stage


def test_the_glass_of_the_search_follows_the_theme(window: MainWindow) -> None:
    (glass,) = window._top._search.actions()
    light = glass.icon().pixmap(16, 16).toImage()
    theme.apply("dark")
    assert glass.icon().pixmap(16, 16).toImage() != light


def test_escape_in_the_empty_search_goes_back_to_where_one_was(window: MainWindow, qtbot: QtBot) -> None:
    tile = next(tile for tile in window.findChildren(TileButton))
    tile.setFocus()
    qtbot.keyClick(tile, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    search = window._top._search
    assert search.hasFocus()
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert tile.hasFocus()


@pytest.mark.parametrize("setting", ["light", "dark"])
@pytest.mark.parametrize("size", [(1366, 697), (1093, 558)])
def test_nothing_is_cut_off(
    qtbot: QtBot, sample: Path, open_context: Opener, size: tuple[int, int], setting: str
) -> None:
    theme.apply(setting)
    window = open_window(qtbot, open_context(sample), size)
    window.begin()
    assert cut_labels(window) == []
    assert cut_tiles(window) == []


def test_with_little_room_the_navigation_folds(qtbot: QtBot, sample: Path, open_context: Opener) -> None:
    window = open_window(qtbot, open_context(sample), (1093, 558))
    assert window.findChild(Navigation).width() == NARROW
    window.resize(1366, 697)
    assert window.findChild(Navigation).width() == WIDE


def test_what_fell_back_leads_to_its_list(window: MainWindow) -> None:
    (link,) = [
        button
        for button in window._overview.findChildren(QPushButton)
        if button.text().replace("&", "") == "Xem danh sách"
    ]
    assert link.property("link") == ("phan-cong", "da-dat")
    link.click()
    page = window._stage.current()
    assert page is not None
    shown = [table.accessibleName() for table in page.findChildren(Table) if table.isVisible()]
    assert shown == ["Đã đạt nay chưa đạt"]


def test_a_long_list_beside_them_leaves_the_tiles_together(
    qtbot: QtBot, folder: Path, open_context: Opener
) -> None:
    window = open_window(qtbot, open_context(folder))
    window.begin()
    window.follow(Link("tong-quan", "viec-can-lam"))
    shown = lines(window)
    assert len(shown) > 20
    qtbot.waitUntil(lambda: window._overview.scrolled.verticalScrollBar().maximum() > 0)
    QApplication.processEvents()
    tiles = window.findChildren(TileButton)
    tops = sorted({tile.mapTo(window, QPoint()).y() for tile in tiles})
    steps = {below - above for above, below in pairwise(tops)}
    assert steps == {tiles[0].height() + window._overview._grid.verticalSpacing()}
    assert window._overview._works.height() < 200  # no empty paper below its lines
    numbers = [line.findChildren(QLabel)[0] for line in shown]
    assert [label.text() for label in numbers] == [str(number) for number in range(1, len(shown) + 1)]
    assert all(label.width() >= label.sizeHint().width() for label in numbers)


def test_a_clock_that_went_back_is_told_at_once_and_hinders_nothing(
    qtbot: QtBot, sample: Path, ask: ScriptedAsk
) -> None:
    events, then = Events(), datetime(2020, 1, 1, 1, tzinfo=UTC)
    tasks = InlineTasks(lambda: Database.open(sample), events, lambda: then, day=date(2021, 6, 30))
    window = open_window(qtbot, Context(sample, tasks, events, ask))
    window.begin()
    QCoreApplication.sendPostedEvents()  # new widgets of a layout are shown in their turn
    assert "Đồng hồ máy đang chỉ 08:00 ngày 1/1/2020 nhưng lịch sử đã có thao tác lúc" in words(window)
    assert "Chỉnh lại ngày giờ của máy trước khi nhập tiếp." in words(window)
    tasks.stop()


def test_a_name_too_long_for_its_tile_ends_in_dots(qtbot: QtBot) -> None:
    tile = TileButton()
    qtbot.addWidget(tile)
    tile.show_criterion("7", "CSHT thương mại", "Cơ sở hạ tầng", State.MET, "Đạt", "1/1")
    tile.resize(200, 64)
    assert tile.shown_name() == "CSHT thương mại"
    tile.resize(132, 64)
    assert tile.shown_name() == "CSHT thương mại"  # in smaller letters
    tile.resize(110, 64)
    assert tile.shown_name().endswith("…")
    assert theme.metrics("caption-strong").horizontalAdvance(f"7{tile.shown_name()}") + 18 < 110
