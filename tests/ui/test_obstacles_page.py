"""The page Vướng mắc: the list of the sample, the chosen one beside it, and what is written."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from fitting import settle
from obstacles_screen import CAPITAL, CLOSED, LAND, LEVEL, Screen
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from scripted import cut_labels
from works_screen import edit, field, type_into

from ntm_desktop.domain.obstacles import EventKind, Level, State
from ntm_desktop.domain.overview import Link
from ui import theme
from ui.context import Context
from ui.dialogs.obstacle import EventDialog, ObstacleDialog
from ui.main_window import MainWindow
from ui.models.obstacles import columns, rows_of
from ui.models.rows import RowsModel
from ui.pages.obstacles import ObstaclesPage
from ui.widgets.cards import Line
from ui.widgets.edits import Choice


@pytest.fixture
def sample_context(sample_folder: Path, tmp_path: Path, open_context: Callable[[Path], Context]) -> Context:
    return open_context(Path(shutil.copytree(sample_folder, tmp_path / "mẫu")))


@pytest.fixture
def screen(qtbot: QtBot, sample_context: Context) -> Screen:
    return Screen(qtbot, sample_context)


@pytest.fixture
def empty(qtbot: QtBot, context: Context) -> Screen:
    return Screen(qtbot, context)


def pick(dialog: EventDialog | ObstacleDialog, label: str, words: str) -> None:
    choice = edit(dialog, label)
    assert isinstance(choice, Choice)
    choice.setCurrentIndex(choice.findText(words))
    choice.activated.emit(choice.currentIndex())


def narrow(screen: Screen, choice: Choice, words: str) -> list[str]:
    choice.setCurrentIndex(choice.findText(words))
    choice.activated.emit(choice.currentIndex())
    return [row[0] for row in screen.rows()]


# The list


def test_the_open_ones_of_the_sample_the_oldest_first(screen: Screen) -> None:
    assert screen.rows() == [
        (LEVEL, "Tiêu chí 2 Giao thông", "UBND tỉnh Quảng Bình", "1/3/2021", "121", "10/7/2021",
         "Chờ trả lời"),
        (CAPITAL, "Sân thể thao xã", "UBND huyện Minh Hóa", "31/5/2021", "30", "21/6/2021",
         "Quá hạn trả lời"),
        (LAND, "Đường trục thôn Tân Lợi 1, bê tông 0,85 km", "Xã", "25/6/2021", "5", "", "Chưa gửi"),
    ]  # fmt: skip
    assert "03 đang mở  ·  01 quá hạn trả lời  ·  lâu nhất 121 ngày" in screen.says()
    assert screen.counted == [3]


def test_the_list_is_narrowed_by_state_level_and_work(screen: Screen) -> None:
    listed = screen.page._list
    listed._chips.choose(State.CLOSED)
    assert [row[0] for row in screen.rows()] == [CLOSED]
    listed._chips.choose("")
    assert len(screen.rows()) == 4
    assert narrow(screen, listed._level, "Huyện") == [CAPITAL, CLOSED]
    assert narrow(screen, listed._work, "Sân thể thao xã") == [CAPITAL]
    listed._chips.choose(State.NOT_SENT)
    assert "Không có vướng mắc nào thuộc nhóm này." in screen.says()


def test_a_link_to_one_that_is_not_listed_widens_the_list(screen: Screen) -> None:
    screen.choose(CLOSED)
    assert CLOSED in screen.says(screen.page.details)
    assert len(screen.rows()) == 4


def test_a_link_that_comes_before_the_rows_is_followed_with_them(
    qtbot: QtBot, sample_context: Context
) -> None:
    first = Screen(qtbot, sample_context)
    uid = first.obstacle(CAPITAL).uid
    page = ObstaclesPage(sample_context)
    qtbot.addWidget(page)
    page.select(uid)
    page.reload()
    assert page._row is not None
    assert page._row.what == CAPITAL


def test_the_model_is_sound(screen: Screen, qtmodeltester: ModelTester) -> None:
    model = RowsModel(columns())
    model.set_rows(rows_of([screen.obstacle(LEVEL), screen.obstacle(CLOSED)]))
    qtmodeltester.check(model)


def test_without_any_the_page_says_how_to_begin(empty: Screen) -> None:
    assert any(text.startswith("Chưa ghi vướng mắc nào.") for text in empty.says())
    empty.press("Thêm vướng mắc")
    dialog = empty.dialog(ObstacleDialog)
    empty.press("Thêm vướng mắc", dialog)
    assert empty.says(field(dialog, "Nội dung vướng mắc").below) == ["Chưa nhập nội dung vướng mắc."]
    type_into(dialog, "Nội dung vướng mắc", "Chưa có mỏ đất đắp nền đường")
    type_into(dialog, "Phát sinh ngày", "1/6/2021")
    pick(dialog, "Cấp giải quyết", "Tỉnh")
    pick(dialog, "Tiêu chí", "2 Giao thông")
    empty.press("Thêm vướng mắc", dialog)
    (row,) = empty.rows()
    assert row[:4] == ("Chưa có mỏ đất đắp nền đường", "Tiêu chí 2 Giao thông", "Tỉnh", "1/6/2021")
    assert empty.obstacle(row[0]).level is Level.PROVINCE


# The chosen one


def test_the_panel_tells_the_whole_story(screen: Screen) -> None:
    screen.choose(LEVEL)
    says = screen.says(screen.page.details)
    assert "Cấp giải quyết: UBND tỉnh Quảng Bình (Tỉnh)" in "\n".join(says)
    assert "Từ 1/3/2021, đến nay 121 ngày" in "\n".join(says)
    assert says[-5:] == [
        "Sửa",
        "Huyện đã chuyển kiến nghị lên tỉnh",
        "15/3/2021 · Gửi cấp giải quyết",
        "Số 21/UBND, hạn trả lời 15/4/2021",
        "Sửa",
    ]
    screen.choose(CAPITAL)
    assert screen.page.details._badge.accessibleName() == "Quá hạn 9 ngày"


def test_an_answer_is_recorded_and_then_it_is_closed(screen: Screen) -> None:
    screen.choose(CAPITAL)
    screen.press("Ghi diễn biến")
    dialog = screen.dialog(EventDialog)
    kind = edit(dialog, "Diễn biến")
    assert isinstance(kind, Choice)
    assert kind.currentText() == "Nhắc lại"  # overdue: that comes next
    pick(dialog, "Diễn biến", "Có trả lời")
    assert not field(dialog, "Hạn trả lời").isVisible()
    type_into(dialog, "Số văn bản", "612/UBND-TCKH")
    screen.press("Ghi diễn biến", dialog)
    assert screen.obstacle(CAPITAL).standing.state is State.ANSWERED
    screen.press("Ghi diễn biến")
    dialog = screen.dialog(EventDialog)
    screen.press("Ghi diễn biến", dialog)
    assert screen.obstacle(CAPITAL).standing.state is State.CLOSED
    assert [row[0] for row in screen.rows()] == [LEVEL, LAND]
    assert screen.counted[-1] == 2


def test_what_cannot_be_is_said_beside_its_field(screen: Screen) -> None:
    screen.choose(LAND)
    screen.press("Ghi diễn biến")
    dialog = screen.dialog(EventDialog)
    pick(dialog, "Diễn biến", "Có trả lời")
    screen.press("Ghi diễn biến", dialog)
    assert screen.says(field(dialog, "Diễn biến").below)[0].startswith("Chưa ghi ngày gửi")
    pick(dialog, "Diễn biến", "Đã giải quyết")
    type_into(dialog, "Ngày", "1/7/2021")
    screen.press("Ghi diễn biến", dialog)
    assert screen.says(field(dialog, "Ngày").below)[0].startswith("Ngày 1/7/2021 ở sau hôm nay")
    type_into(dialog, "Ngày", "24/6/2021")
    screen.press("Ghi diễn biến", dialog)
    assert "ở trước ngày phát sinh (25/6/2021)" in screen.says(field(dialog, "Ngày").below)[0]
    assert screen.obstacle(LAND).events == ()


def test_an_event_is_corrected_with_a_reason(screen: Screen) -> None:
    screen.choose(CAPITAL)
    (line,) = [one for one in screen.page.details.findChildren(Line) if one.isVisible()]
    line.pressed.emit()
    dialog = screen.dialog(EventDialog)
    type_into(dialog, "Hạn trả lời", "5/7/2021")
    screen.press("Ghi", dialog)
    assert screen.says(field(dialog, "Lý do sửa").below)[0].startswith("Ghi lý do sửa diễn biến")
    type_into(dialog, "Lý do sửa", "Gõ nhầm hạn")
    screen.press("Ghi", dialog)
    (event,) = screen.obstacle(CAPITAL).events
    assert (event.kind, event.due, event.number) == (EventKind.SENT, date(2021, 7, 5), "44/UBND")
    assert "Lý do sửa: Gõ nhầm hạn" in screen.says(screen.page.details)


def test_one_is_edited_and_one_is_taken_out(screen: Screen) -> None:
    screen.choose(LAND)
    screen.press("Sửa", screen.page.details)
    dialog = screen.dialog(ObstacleDialog)
    type_into(dialog, "Nội dung vướng mắc", "Hộ ông Đỗ chưa bàn giao đất")
    screen.press("Ghi", dialog)
    assert screen.obstacle("Hộ ông Đỗ chưa bàn giao đất").subject.startswith("Đường trục thôn")
    screen.press("Xóa vướng mắc")
    assert [row[0] for row in screen.rows()] == [LEVEL, CAPITAL]
    assert screen.told == ["Đã xóa vướng mắc khỏi danh sách."]
    assert not screen.page.details.is_open


# In the window


def test_the_number_in_the_navigation_is_that_of_the_page(qtbot: QtBot, sample_context: Context) -> None:
    window = MainWindow(sample_context, None)
    qtbot.addWidget(window, before_close_func=lambda closing: closing._close_now())
    window.resize(1366, 697)
    window.show()
    window.begin()
    assert window._navigation._items["vuong-mac"].accessibleName() == "Vướng mắc: 3"
    window.follow(Link("vuong-mac"))
    assert window._navigation._items["vuong-mac"].accessibleName() == "Vướng mắc: 3"


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1176, 621), (1041, 488), (631, 272)])
def test_every_label_fits(qtbot: QtBot, sample_context: Context, look: str, width: int, height: int) -> None:
    theme.apply(look)
    screen = Screen(qtbot, sample_context, width, height)
    for what in (LEVEL, CAPITAL, LAND, CLOSED):
        screen.choose(what)
        settle()
        assert cut_labels(screen.stage) == []
