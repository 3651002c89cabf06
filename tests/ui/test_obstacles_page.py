"""The page Vướng mắc: the list of the sample, the chosen one beside it, and what is written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from fitting import settle
from obstacles_screen import CAPITAL, CLOSED, LAND, LEVEL, Screen
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from scripted import ScriptedAsk, cut_labels
from works_screen import edit, field, type_into

from ntm_desktop.domain.obstacles import EventKind, Level, State
from ntm_desktop.domain.overview import Link
from ntm_desktop.services import targets
from ntm_desktop.services.commitments import CommitmentView
from ui import theme
from ui.context import Context
from ui.dialogs.commitment import AmountDialog, CommitmentDialog
from ui.dialogs.obstacle import EventDialog, ObstacleDialog
from ui.dialogs.record import RecordDialog, content
from ui.dialogs.report import ReportDialog, ReportMenu
from ui.main_window import MainWindow
from ui.models import commitments as commitment_models
from ui.models.obstacles import columns, rows_of
from ui.models.rows import RowsModel
from ui.pages.obstacles import ObstaclesPage
from ui.widgets.cards import Line
from ui.widgets.edits import Choice


@pytest.fixture
def screen(qtbot: QtBot, sample_context: Context) -> Screen:
    return Screen(qtbot, sample_context)


@pytest.fixture
def empty(qtbot: QtBot, context: Context) -> Screen:
    return Screen(qtbot, context)


def pick(dialog: RecordDialog, label: str, words: str) -> None:
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
        (LAND, "Đường trục thôn Tân Lợi 1, bê tông 0,85 km", "Xã", "25/6/2021", "5", "",
         "Xã giải quyết"),
    ]  # fmt: skip
    assert "03 vướng mắc đang mở  ·  01 quá hạn trả lời  ·  lâu nhất 121 ngày" in screen.says()
    assert screen.counted == [3]


def test_the_list_is_narrowed_by_state_level_and_work(screen: Screen) -> None:
    listed = screen.page._list
    listed.chips.choose(State.CLOSED)
    assert [row[0] for row in screen.rows()] == [CLOSED]
    listed.chips.choose("")
    assert len(screen.rows()) == 4
    assert narrow(screen, listed._level, "Huyện") == [CAPITAL, CLOSED]
    assert narrow(screen, listed._work, "Sân thể thao xã") == [CAPITAL]
    listed.chips.choose(State.NOT_SENT)
    assert "Không có vướng mắc nào thuộc nhóm này." in screen.says()


def test_what_the_commune_itself_solves_waits_for_no_letter(screen: Screen) -> None:
    """One word in the list and beside it; the chip of what is not sent does not count it."""
    screen.page._list.chips.choose("")
    assert screen.obstacle(LAND).standing.state == State.OWN
    screen.choose(LAND)
    assert screen.page.details.obstacle._badge.accessibleName() == "Xã giải quyết"
    assert "Chưa gửi cấp giải quyết." not in screen.says(screen.page.details)
    screen.press("Ghi diễn biến", screen.page.details)
    kind = edit(screen.dialog(EventDialog), "Diễn biến")
    assert isinstance(kind, Choice)
    assert kind.key() == EventKind.CLOSED


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


def test_an_obstacle_whose_level_was_given_is_offered_to_be_closed(screen: Screen) -> None:
    screen.choose(LEVEL)
    details = screen.page.details
    assert not any("đã có mức" in words for words in screen.says(details))
    screen.context.tasks.write(
        "Nhập mức",
        lambda session: targets.override(
            session, code="2.2", text="60", decision="1551/QĐ-UBND", decided=date(2021, 6, 28),
            on=date(2021, 6, 30),
        ),
        lambda _changes: None,
        screen.page,
    )  # fmt: skip
    given = "Chỉ tiêu 2.2 đã có mức ≥ 60% theo QĐ 1551/QĐ-UBND ngày 28/6/2021."
    assert f"{given} Vướng mắc này đã được giải quyết?" in screen.says(details)
    assert (
        "03 vướng mắc đang mở  ·  01 quá hạn trả lời  ·  01 có thể đóng  ·  lâu nhất 121 ngày"
        in screen.says()
    )
    assert screen.obstacle(LEVEL).standing.is_open  # never closed by itself
    screen.press("Đóng vướng mắc", details)
    dialog = screen.dialog(EventDialog)
    assert content(field(dialog, "Diễn biến")) == EventKind.CLOSED
    assert content(field(dialog, "Nội dung")) == given
    screen.press("Ghi diễn biến", dialog)
    assert screen.obstacle(LEVEL).standing.state is State.CLOSED
    assert [row[0] for row in screen.rows()] == [CAPITAL, LAND]


def test_the_panel_tells_the_whole_story(screen: Screen) -> None:
    screen.choose(LEVEL)
    says = screen.says(screen.page.details)
    assert "Cấp giải quyết: UBND tỉnh Quảng Bình (Tỉnh)" in "\n".join(says)
    assert "Từ 1/3/2021, đến nay 121 ngày" in "\n".join(says)
    assert says[-5:] == [
        "Sửa",
        "Huyện đã chuyển kiến nghị lên tỉnh",
        "15/3/2021 · Gửi cấp giải quyết",
        "Số 21/UBND-XD, hạn trả lời 15/4/2021",
        "Sửa",
    ]
    screen.choose(CAPITAL)
    assert screen.page.details.obstacle._badge.accessibleName() == "Quá hạn 9 ngày"


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
    assert (event.kind, event.due, event.number) == (EventKind.SENT, date(2021, 7, 5), "44/UBND-XD")
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
    window = MainWindow(sample_context)
    window.furnish(None)
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


# Cam kết vốn


def promised(screen: Screen) -> list[tuple[str, ...]]:
    return screen.rows(screen.page._promises.table)


def choose_promise(screen: Screen, subject: str) -> CommitmentView:
    view = next(row for row in screen.page._promises.views if row.subject == subject)
    screen.page.select(f"cam-ket/{view.uid}")
    return view


def test_promised_allotted_and_missing_of_the_sample(screen: Screen) -> None:
    screen.page.tabs.choose(1)
    rows = promised(screen)
    assert rows[0] == (
        "UBND huyện Minh Hóa", "Kênh mương nội đồng 1,2 km", "Ngân sách huyện 2020", "420", "300", "120",
        "31/10/2020", "Quá hạn",
    )  # fmt: skip
    assert rows[5][3:] == ("250", "0", "250", "30/9/2021", "Chưa đến hạn")
    assert rows[6][:7] == ("Tổng 06 cam kết", "", "", "3.720", "2.350", "1.370", "")
    facts = "các nơi cam kết 3.720  ·  đã bố trí 2.350  ·  thiếu so với cam kết 1.370 triệu đồng"
    assert facts in screen.says()
    screen.page._promises.chips.choose("late")
    assert [row[5] for row in promised(screen)] == ["120", "1.000", "1.120"]


def test_commitments_are_copied_in_whole_dong_and_say_so(screen: Screen) -> None:
    screen.page.tabs.choose(1)
    table = screen.page._promises.table
    table.setCurrentIndex(table.rows.index(0, 0))
    for key in (Qt.Key.Key_A, Qt.Key.Key_C):
        screen.qtbot.keyClick(table, key, Qt.KeyboardModifier.ControlModifier)
    heads, first, *_others = (line.split("\t") for line in QGuiApplication.clipboard().text().split("\n"))
    assert heads[3:6] == ["Cam kết (đồng)", "Đã bố trí (đồng)", "Còn thiếu (đồng)"]
    assert first[3:6] == ["420000000", "300000000", "120000000"]


def test_a_link_leads_to_a_commitment(screen: Screen) -> None:
    choose_promise(screen, "Sân thể thao xã")
    says = "\n".join(screen.says(screen.page.details))
    assert "Đã bố trí 0, thiếu so với cam kết 1.000 triệu đồng" in says
    assert "Công văn số 16/UBND-TCKH ngày 28/1/2021 của UBND huyện Minh Hóa" in says
    assert screen.page.details.commitment._badge.accessibleName() == "Quá hạn 30 ngày"


def test_a_commitment_is_reduced_with_a_reason(screen: Screen) -> None:
    choose_promise(screen, "Sân thể thao xã")
    screen.press("Đổi số tiền")
    dialog = screen.dialog(AmountDialog)
    assert "Đang cam kết 1.000.000.000 đồng. Rút hết thì nhập 0." in screen.says(dialog)
    type_into(dialog, "Số tiền cam kết mới", "sáu trăm triệu")
    screen.press("Ghi", dialog)
    assert "không phải là số" in screen.says(field(dialog, "Số tiền cam kết mới").below)[0]
    assert screen.says(field(dialog, "Lý do").below) == ["Chưa ghi lý do tăng, giảm, rút hoặc sửa."]
    type_into(dialog, "Số tiền cam kết mới", "600.000.000")
    type_into(dialog, "Lý do", "Huyện cân đối lại")
    screen.press("Ghi", dialog)
    hall = next(row for row in promised(screen) if row[1] == "Sân thể thao xã")
    assert hall[3:6] == ("600", "0", "600")
    assert "Huyện cân đối lại" in screen.says(screen.page.details)


def test_a_commitment_is_added_edited_and_taken_out(empty: Screen) -> None:
    empty.page.tabs.choose(1)
    empty.press("Thêm cam kết")
    dialog = empty.dialog(CommitmentDialog)
    type_into(dialog, "Nơi cam kết", "Sở Giao thông vận tải")
    type_into(dialog, "Số tiền", "500.000.000")
    type_into(dialog, "Hạn bố trí", "30/9/2021")
    type_into(dialog, "Năm ngân sách", "hai mốt")
    empty.press("Thêm cam kết", dialog)
    assert empty.says(field(dialog, "Năm ngân sách").below) == ["Nhập năm ngân sách, ví dụ 2021."]
    type_into(dialog, "Năm ngân sách", "2021")
    empty.press("Thêm cam kết", dialog)
    assert promised(empty)[0][:6] == (
        "Sở Giao thông vận tải", "Chung của xã", "Ngân sách huyện 2021", "500", "0", "500",
    )  # fmt: skip
    choose_promise(empty, "Chung của xã")
    empty.press("Sửa", empty.page.details)
    dialog = empty.dialog(CommitmentDialog)
    assert not field(dialog, "Số tiền").isVisible()
    pick(dialog, "Nguồn", "Ngân sách tỉnh")
    empty.press("Ghi", dialog)
    assert promised(empty)[0][2] == "Ngân sách tỉnh 2021"
    empty.press("Xóa cam kết")
    assert promised(empty) == []
    assert empty.told == ["Đã xóa cam kết vốn khỏi danh sách."]


def test_the_models_of_commitments_are_sound(screen: Screen, qtmodeltester: ModelTester) -> None:
    model = RowsModel(commitment_models.columns())
    model.set_rows(commitment_models.rows_of(screen.page._promises.views))
    qtmodeltester.check(model)


@pytest.mark.parametrize(("width", "height"), [(1176, 621), (1041, 488), (631, 272)])
def test_every_label_of_the_commitments_fits(
    qtbot: QtBot, sample_context: Context, width: int, height: int
) -> None:
    screen = Screen(qtbot, sample_context, width, height)
    for subject in ("Sân thể thao xã", "Chung của xã"):
        choose_promise(screen, subject)
        settle()
        assert cut_labels(screen.stage) == []


# Papers


@pytest.fixture
def menus_stay_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pop-up asks the offscreen platform for what it cannot do."""
    monkeypatch.setattr(ReportMenu, "popup", lambda _menu, _place: None)


def report_dialog(screen: Screen, name: str) -> ReportDialog:
    """By the button and its menu."""
    screen.press("In, xuất")
    menu = screen.page.findChild(ReportMenu)
    assert isinstance(menu, ReportMenu)
    assert [action.data() for action in menu.actions()] == ["vuong-mac", "cam-ket-von", "de-nghi-von"]
    menu.triggered.emit(next(action for action in menu.actions() if action.data() == name))
    menu.close()
    settle()
    return screen.dialog(ReportDialog)


def ask_of(screen: Screen) -> ScriptedAsk:
    ask = screen.context.ask
    assert isinstance(ask, ScriptedAsk)
    return ask


@pytest.mark.usefixtures("menus_stay_open")
def test_the_report_on_obstacles_is_saved(screen: Screen, tmp_path: Path) -> None:
    dialog = report_dialog(screen, "vuong-mac")
    out = tmp_path / "vướng mắc.xlsx"
    ask_of(screen).answers = [out]
    screen.press("Lưu Excel", dialog)
    assert ask_of(screen).asked[0].body == "Báo cáo khó khăn, vướng mắc xã Yên Hóa.xlsx"
    assert out.stat().st_size > 1000
    dialog.reject()


@pytest.mark.usefixtures("menus_stay_open")
def test_the_letter_goes_to_the_promiser_of_the_chosen_commitment(screen: Screen, tmp_path: Path) -> None:
    choose_promise(screen, "Chung của xã")
    dialog = report_dialog(screen, "de-nghi-von")
    assert dialog._choice.currentText() == "Văn phòng Điều phối nông thôn mới tỉnh"
    dialog._choice.setCurrentIndex(dialog._choice.findText("UBND huyện Minh Hóa"))
    dialog._choice.activated.emit(dialog._choice.currentIndex())
    settle()
    out = tmp_path / "de-nghi.docx"
    ask_of(screen).answers = [out]
    screen.press("Lưu Word", dialog)
    cells = docx.Document(str(out)).element.iter(qn("w:t"))  # what stands over the signature is in the table
    assert "kính đề nghị UBND huyện Minh Hóa xem xét" in "".join(node.text or "" for node in cells)
    dialog.reject()
