"""The page Công trình: the table of the sample, the chosen work, and what is written."""

from __future__ import annotations

import pytest
from fitting import settle
from PySide6.QtCore import QPoint, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from scripted import cut_labels
from works_screen import ROAD, Screen, edit, field, type_into

from ntm_desktop.domain.overview import Link
from ntm_desktop.services import obstacles, official_documents, works
from ntm_desktop.services.obstacles import ObstacleTable
from ntm_desktop.services.official_documents import DocumentView
from ui import theme
from ui.context import Context
from ui.dialogs.work import WorkDialog
from ui.dialogs.work_progress import MeasureDialog
from ui.main_window import MainWindow
from ui.models.rows import RowsModel
from ui.models.work_stages import Look, spoken, stops
from ui.models.works import columns, millions, money_columns, money_rows, prepared, rows_of
from ui.pages.works import WorksPage
from ui.pages.works_detail import DIARY, MONEY
from ui.widgets.edits import Choice, TextArea, TextEdit
from ui.widgets.table import HEADER_HEIGHT, ROW_HEIGHT


@pytest.fixture
def screen(qtbot: QtBot, sample_context: Context) -> Screen:
    return Screen(qtbot, sample_context)


@pytest.fixture
def empty(qtbot: QtBot, context: Context) -> Screen:
    return Screen(qtbot, context)


# The table


def test_the_table_of_the_sample(screen: Screen) -> None:
    assert screen.rows()[1:7] == [
        ("2", "Kênh mương nội đồng 1,2 km", "3", "Quyết toán", "100%", "", "1.100", "980", "980",
         "HTX Dịch vụ nông nghiệp Yên Hóa", "", "Nợ đọng 120"),
        ("3", "Sân thể thao xã", "6", "Chọn nhà thầu", "0%", "", "1.900", "500", "0", "", "", "Thiếu vốn"),
        ("4", "Nhà văn hóa thôn Yên Thắng", "6", "Thi công", "82%", "28", "780", "780", "560",
         "Tổ thợ Yên Thắng", "", "Quá hạn HĐ"),
        ("5", ROAD, "2", "Thi công", "46%", "37", "1.250", "1.100", "485",
         "Công ty TNHH Xây dựng Hồng Phúc", "", "Chậm"),
        ("6", "Bãi tập kết rác xã", "17", "Hợp đồng", "0%", "20", "420", "200", "0", "", "", "Chậm"),
        ("", "Tổng 06 công trình", "", "", "", "", "9.050", "7.160", "5.005", "", "", ""),
    ]  # fmt: skip
    assert screen.rows()[0][-1] == "Đúng hạn"
    assert "06 công trình  ·  05 cần chú ý  ·  tiền: triệu đồng, chậm: ngày" in screen.says()
    assert screen.counted == [5]


def test_the_planned_share_is_told_to_those_who_do_not_see_the_tick(screen: Screen) -> None:
    row = screen.page._table.rows.row(4)
    bar = row.cells[4].bar
    assert bar is not None
    assert (bar.share, bar.planned) == (4600, 8600)
    assert row.cells[4].tooltip == "Đã làm 46%, kế hoạch đến nay 86%"


@pytest.mark.parametrize(
    ("amount", "words"),
    [(0, "0"), (1_250_000_000, "1.250"), (55_400_000, "55,4"), (55_449_999, "55,4"), (99_960_000, "100")],
)
def test_money_has_a_decimal_only_where_it_needs_one(amount: int, words: str) -> None:
    assert millions(amount) == words


def test_the_models_are_sound(screen: Screen, qtmodeltester: ModelTester) -> None:
    for heads, rows in (
        (columns(), rows_of(screen.table_of(), prepared())),
        (money_columns(), money_rows(screen.work(ROAD))),
    ):
        model = RowsModel(heads)
        model.set_rows(rows)
        qtmodeltester.check(model)


def test_without_works_the_page_says_how_to_begin(empty: Screen) -> None:
    assert "Chưa có công trình nào. Thêm từng công trình, hoặc nhập danh mục từ Excel." in empty.says()
    assert not empty.page._detail.isVisible()
    empty.press("Thêm công trình")
    dialog = empty.dialog(WorkDialog)
    type_into(dialog, "Tên công trình", "Cầu dân sinh thôn Hạ")
    empty.press("Thêm công trình", dialog)
    assert [row[1] for row in empty.rows()] == ["Cầu dân sinh thôn Hạ", "Tổng 01 công trình"]
    assert empty.work("Cầu dân sinh thôn Hạ").investor == "Ban quản lý xã"
    assert "Cầu dân sinh thôn Hạ" in empty.says(empty.page._detail)


# The chosen work


def test_the_work_that_is_most_late_is_shown_first(screen: Screen) -> None:
    assert screen.page._current() == screen.work(ROAD)


def test_the_chosen_work_says_where_it_stands_and_why_it_is_late(screen: Screen) -> None:
    screen.choose(ROAD)
    says = screen.says(screen.page._detail)
    assert ROAD in says
    assert screen.page._detail._badge.accessibleName() == "Chậm 37 ngày"
    at = says.index("Vì sao chậm")
    assert says[at + 1 :] == [
        "Chậm 37 ngày: đạt 46%, kế hoạch 86%.",
        "Còn 01 hộ chưa bàn giao mặt bằng.",
        "Còn thiếu 150 triệu đồng vốn so với tổng mức đầu tư 1.250 triệu đồng.",
        "Hợp đồng còn 20 ngày (hạn 20/7/2021), mới đạt 46%.",
        "Đã nghiệm thu, có vốn mà chưa thanh toán 55 triệu đồng.",
        "Mặt bằng ngày 25/6/2021: Hộ ông Đinh Xuân Đỗ chưa bàn giao 85 m² ở Km 0+510",
    ]
    at = says.index("Tổng")
    assert says[at : at + 4] == ["Tổng", "1.250", "1.100", "485"]


def test_the_strip_of_stages(screen: Screen) -> None:
    shown = stops(screen.work(ROAD))
    assert [stop.look for stop in shown] == [Look.DONE] * 5 + [Look.STUCK, Look.CURRENT] + [Look.COMING] * 3
    assert [stop.below for stop in shown[4:8]] == ["9/4", "chưa xong", "46%", "kế hoạch 20/7"]
    assert "Thi công: đang làm 46%" in spoken(shown)
    hall = stops(screen.work("Nhà văn hóa thôn Yên Thắng"))
    late = next(stop for stop in hall if stop.name == "Nghiệm thu")
    assert (late.below, late.late) == ("hạn 20/6", True)
    assert hall[0].below == ""  # nobody entered it; what follows is done
    assert hall[0].look is Look.DONE


def test_tabs_show_measurements_and_money(screen: Screen) -> None:
    screen.choose(ROAD)
    screen.page._detail.tabs.choose(DIARY)
    first = screen.rows(screen.page._detail.diary.table)[0]
    assert first[:2] == ("25/6/2021", "46%")
    assert first[3] == "Mặt bằng"
    screen.page._detail.tabs.choose(MONEY)
    money = screen.rows(screen.page._detail.money.table)
    assert money[0][0] == "Năm 2021"
    assert money[1] == ("Trung ương, vốn đầu tư", "500", "500", "375")
    assert money[-1] == ("Tổng", "1.250", "1.100", "485")


def test_the_chosen_work_stays_chosen_after_a_write(screen: Screen) -> None:
    screen.choose(ROAD)
    screen.press("Sửa")
    dialog = screen.dialog(WorkDialog)
    type_into(dialog, "Tên công trình", "Đường trục thôn Tân Lợi 1")
    screen.press("Ghi", dialog)
    assert screen.page._current() is not None
    assert screen.page._current().name == "Đường trục thôn Tân Lợi 1"  # type: ignore[union-attr]


def test_the_indicators_that_a_work_serves_are_linked(screen: Screen) -> None:
    screen.choose(ROAD)
    screen.press("Sửa")
    dialog = screen.dialog(WorkDialog)
    serves = edit(dialog, "Phục vụ chỉ tiêu")
    assert isinstance(serves, TextEdit)
    assert serves.text() == "2.2"
    type_into(dialog, "Phục vụ chỉ tiêu", "2.2; 2.30")
    screen.press("Ghi", dialog)
    assert screen.says(field(dialog, "Phục vụ chỉ tiêu").below) == [
        "Không có chỉ tiêu 2.30. Nhập mã, ví dụ 2.2, 6.1."
    ]
    type_into(dialog, "Phục vụ chỉ tiêu", "2.2, 2.3")
    screen.press("Ghi", dialog)
    assert [code for _set, code in screen.work(ROAD).indicators] == ["2.2", "2.3"]


def test_the_hamlets_and_the_note_of_a_work_are_typed_in_its_form(screen: Screen) -> None:
    screen.choose(ROAD)
    screen.press("Sửa")
    dialog = screen.dialog(WorkDialog)
    hamlets = edit(dialog, "Thôn")
    assert isinstance(hamlets, TextEdit)
    assert hamlets.text() == "Tân Lợi 1"
    type_into(dialog, "Thôn", "thôn Tân Lợi 1; Yên Thăng")
    screen.press("Ghi", dialog)
    assert screen.says(field(dialog, "Thôn").below) == [
        "Không có thôn “Yên Thăng”. Ý là “Yên Thắng”? Ghi đúng tên thôn."
    ]
    type_into(dialog, "Thôn", "thôn Tân Lợi 1; Yên Thắng")
    note = edit(dialog, "Ghi chú")
    assert isinstance(note, TextArea)
    note.insertPlainText("Đường liên thôn\nHiến đất một phía")
    screen.press("Ghi", dialog)
    work = screen.work(ROAD)
    assert (work.hamlets, work.note) == (("Tân Lợi 1", "Yên Thắng"), "Đường liên thôn\nHiến đất một phía")


def test_the_decision_that_approved_a_work_gets_its_number_once_its_day_is_known(screen: Screen) -> None:
    screen.choose(ROAD)
    screen.press("Sửa")
    dialog = screen.dialog(WorkDialog)
    number = edit(dialog, "Số quyết định phê duyệt")
    assert isinstance(number, TextEdit)
    assert number.text() == "17/QĐ-UBND"
    type_into(dialog, "Số quyết định phê duyệt", "18/QĐ-UBND")
    screen.press("Ghi", dialog)
    screen.press("Sửa")
    number = edit(screen.dialog(WorkDialog), "Số quyết định phê duyệt")
    assert isinstance(number, TextEdit)
    assert number.text() == "18/QĐ-UBND"


def test_a_decision_of_another_body_is_entered_as_that_bodys_and_can_be_taken_off(screen: Screen) -> None:
    names = ("Số quyết định phê duyệt", "Cơ quan ban hành")

    def decisions() -> list[tuple[str, str]]:
        found: list[tuple[DocumentView, ...]] = []
        screen.context.tasks.read(official_documents.list_documents, found.append, screen.page)
        return [(one.number, one.issuer) for one in found[0]]

    def reopened() -> list[str]:
        screen.press("Sửa")
        edits = [edit(screen.dialog(WorkDialog), name) for name in names]
        return [one.text() for one in edits if isinstance(one, TextEdit)]

    def enter(*texts: str) -> None:
        dialog = screen.dialog(WorkDialog)
        for name, text in zip(names, texts, strict=True):
            type_into(dialog, name, text)
        screen.press("Ghi", dialog)

    screen.choose(ROAD)
    before = decisions()
    assert reopened() == ["17/QĐ-UBND", "UBND xã Yên Hóa"]
    enter("728/QĐ-UBND", "UBND tỉnh Quảng Bình")
    assert set(decisions()) - set(before) == {("728/QĐ-UBND", "UBND tỉnh Quảng Bình")}
    assert len(decisions()) == len(before)  # the one entered with a mistake does not stay beside it
    assert reopened() == ["728/QĐ-UBND", "UBND tỉnh Quảng Bình"]
    enter("", "UBND tỉnh Quảng Bình")
    assert reopened() == ["", "UBND xã Yên Hóa"]


def test_a_decision_without_its_day_says_where_the_day_is_entered(empty: Screen) -> None:
    empty.press("Thêm công trình")
    dialog = empty.dialog(WorkDialog)
    assert not field(dialog, "Số quyết định phê duyệt").isVisible()
    type_into(dialog, "Tên công trình", "Cầu dân sinh")
    empty.press("Thêm công trình", dialog)
    empty.press("Sửa")
    dialog = empty.dialog(WorkDialog)
    type_into(dialog, "Số quyết định phê duyệt", "18/QĐ-UBND")
    empty.press("Ghi", dialog)
    assert dialog._problem.text().startswith(
        "Chưa có ngày phê duyệt. Nhập ngày hoàn thành giai đoạn Phê duyệt"
    )


def test_a_work_that_was_taken_out_can_come_back(screen: Screen) -> None:
    screen.context.tasks.write(
        "Thêm công trình Chợ xã",
        lambda session: works.save(session, name="Chợ xã", kind="cho"),
        lambda _changes: None,
        screen.page,
    )
    assert len(screen.table_of().rows) == 7
    screen.choose("Chợ xã")
    screen.press("Xóa công trình")
    assert len(screen.table_of().rows) == 6
    assert screen.told == ["Đã xóa công trình khỏi danh mục."]


def test_a_work_with_a_commitment_is_not_taken_out(screen: Screen) -> None:
    refused: list[str] = []
    screen.context.tasks.failed.connect(lambda error, _owner: refused.append(error.message))
    screen.choose(ROAD)
    screen.press("Xóa công trình")
    assert len(screen.table_of().rows) == 6
    (words,) = refused
    assert "cam kết vốn" in words


# The list and the chosen work share the page


def place_of(screen: Screen) -> tuple[int, int]:
    """Where the list stands on the page and how high it is."""
    settle()
    table = screen.page._table
    return table.mapTo(screen.page, QPoint(0, 0)).y(), table.height()


def test_the_list_keeps_its_place_and_its_rows_whatever_tab_is_in_front(screen: Screen) -> None:
    for number in range(5):
        screen.context.tasks.write(
            f"Thêm công trình {number}",
            lambda session, number=number: works.save(session, name=f"Cầu số {number}", kind="giao-thong"),
            lambda _changes: None,
            screen.page,
        )
    screen.choose(ROAD)
    first = place_of(screen)
    assert first[1] >= HEADER_HEIGHT + 7 * ROW_HEIGHT  # six works, and what all of them cost
    for tab in range(6):
        screen.page._detail.tabs.choose(tab)
        assert place_of(screen) == first
        assert screen.page.scrolled.verticalScrollBar().maximum() == 0  # only the tab scrolls
    screen.choose("Cầu số 3")
    assert place_of(screen) == first


def test_where_a_person_put_the_border_is_remembered(
    screen: Screen, qtbot: QtBot, sample_context: Context
) -> None:
    settle()
    split = screen.page._split
    before = screen.page._table.height()
    handle = split.handle(1)
    middle = handle.rect().center()
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseMove(handle, middle - QPoint(0, 56))
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=middle - QPoint(0, 56))
    moved = screen.page._table.height()
    assert moved < before - 40
    screen.page._detail.tabs.choose(DIARY)
    assert place_of(screen)[1] == moved
    again = Screen(qtbot, sample_context)
    assert place_of(again)[1] == moved


# Ghi khối lượng


def open_measure(screen: Screen) -> MeasureDialog:
    screen.choose(ROAD)
    screen.press("Ghi khối lượng")
    return screen.dialog(MeasureDialog)


def test_half_of_the_road_is_recorded(screen: Screen) -> None:
    dialog = open_measure(screen)
    assert "Đang là 46%, kế hoạch đến nay 86%." in screen.says(dialog)
    type_into(dialog, "Khối lượng lũy kế", "50")
    type_into(dialog, "Giá trị lũy kế", "570.000.000")
    cause = edit(dialog, "Nguyên nhân chậm")
    assert isinstance(cause, Choice)
    cause.setCurrentIndex(cause.findText("Thời tiết"))
    screen.press("Ghi khối lượng", dialog)
    assert screen.rows()[4][4] == "50%"
    assert screen.work(ROAD).state.share == 5000
    screen.page._detail.tabs.choose(DIARY)
    first = screen.rows(screen.page._detail.diary.table)[0]
    assert first == ("30/6/2021", "50%", "570", "Thời tiết", "", "")
    assert screen.page._detail.diary.table.currentIndex().row() == 0  # what was just measured


def test_more_than_everything_is_refused_beside_the_field(screen: Screen) -> None:
    dialog = open_measure(screen)
    type_into(dialog, "Khối lượng lũy kế", "120")
    screen.press("Ghi khối lượng", dialog)
    assert dialog.isVisible()
    below = field(dialog, "Khối lượng lũy kế").below
    assert screen.says(below) == ["Khối lượng 120% không hợp lệ. Nhập tỷ lệ lũy kế từ 0% đến 100%."]
    assert screen.work(ROAD).state.share == 4600


def test_a_day_to_come_is_refused_beside_the_day(screen: Screen) -> None:
    dialog = open_measure(screen)
    type_into(dialog, "Ngày đo", "1/7/2021")
    type_into(dialog, "Khối lượng lũy kế", "50")
    screen.press("Ghi khối lượng", dialog)
    assert screen.says(field(dialog, "Ngày đo").below)[0].startswith("Ngày 1/7/2021 ở sau hôm nay")


def test_falling_back_asks_for_a_reason(screen: Screen) -> None:
    dialog = open_measure(screen)
    assert not field(dialog, "Lý do khối lượng lùi").isVisible()
    type_into(dialog, "Khối lượng lũy kế", "40")
    screen.press("Ghi khối lượng", dialog)
    why = field(dialog, "Lý do khối lượng lùi")
    assert screen.says(why.below)[0].startswith("Khối lượng lùi so với ngày 25/6/2021 (46%).")
    type_into(dialog, "Lý do khối lượng lùi", "Phá bỏ đoạn bê tông bị nứt")
    screen.press("Ghi khối lượng", dialog)
    assert screen.work(ROAD).state.share == 4000


@pytest.mark.parametrize(("text", "said"), [("", "Chưa nhập khối lượng"), ("46,555", "Tỷ lệ có nhiều nhất")])
def test_what_is_no_share_is_said_before_anything_is_written(screen: Screen, text: str, said: str) -> None:
    dialog = open_measure(screen)
    type_into(dialog, "Khối lượng lũy kế", text)
    screen.press("Ghi khối lượng", dialog)
    assert screen.says(field(dialog, "Khối lượng lũy kế").below)[0].startswith(said)


# In the window


def test_the_number_in_the_navigation_is_that_of_the_page(qtbot: QtBot, sample_context: Context) -> None:
    window = MainWindow(sample_context)
    window.furnish(None)
    qtbot.addWidget(window, before_close_func=lambda closing: closing._close_now())
    window.resize(1366, 697)
    window.show()
    window.begin()
    assert window._navigation._items["cong-trinh"].accessibleName() == "Công trình: 5"
    window.follow(Link("cong-trinh"))
    assert window._navigation._items["cong-trinh"].accessibleName() == "Công trình: 5"
    page = window._stage.current()
    assert isinstance(page, WorksPage)
    assert page._table.rows.rowCount() == 7


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1176, 621), (1041, 488), (631, 272)])
def test_every_label_fits(qtbot: QtBot, sample_context: Context, look: str, width: int, height: int) -> None:
    theme.apply(look)
    screen = Screen(qtbot, sample_context, width, height)
    for row in screen.table_of().rows:
        screen.choose(row.name)
        for tab in range(6):
            screen.page._detail.tabs.choose(tab)
            assert cut_labels(screen.page) == []


def test_a_work_that_is_held_up_leads_to_its_obstacle(screen: Screen) -> None:
    screen.choose(ROAD)
    found: list[ObstacleTable] = []
    screen.context.tasks.read(
        lambda session: obstacles.table(session, on=screen.context.tasks.today()), found.append, screen.page
    )
    (held_up,) = (one for one in found[0].open if one.work == ROAD)
    screen.press("Mở vướng mắc")
    assert screen.followed == [Link("vuong-mac", held_up.uid)]
