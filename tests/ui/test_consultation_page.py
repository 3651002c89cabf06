"""The page Lấy ý kiến: may the dossier go up, where the report hangs, when it was read out."""

from __future__ import annotations

import pytest
from consultation_screen import Screen
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from works_screen import field, type_into

from ntm_desktop.domain.consulted import Break, BreakKind
from ntm_desktop.domain.overview import Link
from ui.context import Context
from ui.dialogs.posting import BroadcastDialog, PublicationDialog
from ui.dialogs.report import ReportDialog, ReportMenu
from ui.main_window import MainWindow
from ui.models.consultation import publication_columns, publication_rows
from ui.models.rows import RowsModel
from ui.pages.consultation_answer import AnswerCard
from ui.pages.dossier_preview import PreviewCard


@pytest.fixture
def screen(qtbot: QtBot, sample_context: Context) -> Screen:
    return Screen(qtbot, sample_context)


@pytest.fixture
def empty(qtbot: QtBot, context: Context) -> Screen:
    return Screen(qtbot, context)


def test_ballots_lists_and_reports_are_printed_from_here(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ReportMenu, "popup", lambda _menu, _place: None)  # the offscreen platform has none
    screen.press("In, xuất")
    menu = screen.page.findChild(ReportMenu)
    assert isinstance(menu, ReportMenu)
    offered = {action.data(): action for action in menu.actions()}
    assert [action.text() for action in offered.values()] == [
        "Phiếu lấy ý kiến hài lòng",
        "Danh sách phát phiếu lấy ý kiến",
        "Báo cáo kết quả lấy ý kiến hài lòng (Mặt trận Tổ quốc)",
        "Báo cáo tổng hợp ý kiến tham gia",
        "Biên bản họp đề nghị xét, công nhận",
    ]
    menu.triggered.emit(offered["phieu-y-kien"])
    menu.close()
    dialog = screen.page.findChild(ReportDialog)
    assert isinstance(dialog, ReportDialog)
    preview = dialog.findChild(PreviewCard)
    assert isinstance(preview, PreviewCard)
    screen.qtbot.waitUntil(preview.is_ready)
    assert dialog.windowTitle() == "Phiếu lấy ý kiến hài lòng"


# The answer


def test_the_sample_may_not_go_up_yet_and_each_break_says_why_by_which_rule_and_what_to_do(
    screen: Screen,
) -> None:
    assert screen.page.answer.what.text() == "Chưa trình được hồ sơ"
    assert screen.page.answer.why.text() == "Còn 04 việc phải làm hoặc phải sửa; làm từ trên xuống."
    assert screen.breaks()[:4] == ["Niêm yết", "Ý kiến tham gia", "Tiếp thu, giải trình", "Khảo sát hài lòng"]
    assert screen.says(screen.line("Niêm yết")) == [
        "Niêm yết",
        "Đang niêm yết đến hết ngày 10/7/2021",
        "Căn cứ: Các bước theo Quyết định số 2540/QĐ-TTg",
        "Chờ hết thời gian niêm yết rồi mới tổng hợp ý kiến",
    ]
    assert screen.counted == [len(screen.breaks())]


def test_a_break_leads_to_where_it_is_mended(screen: Screen) -> None:
    screen.qtbot.keyClick(screen.line("Niêm yết"), Qt.Key.Key_Return)
    assert screen.followed == []
    assert screen.stage.window().focusWidget() is screen.page.posting.publications.table


def test_a_break_that_is_mended_on_another_page_leads_there(qtbot: QtBot) -> None:
    card, followed = AnswerCard(), list[object]()
    qtbot.addWidget(card)
    card.followed.connect(followed.append)
    link = Link("ho-so", "so-ngay")
    card.show_breaks(
        [Break("order/summary", BreakKind.BROKEN, "Thứ tự ngày", "vì sao", "căn cứ", "sửa", link)]
    )
    card.show()
    qtbot.mouseClick(card._scroll.body.itemAt(0).widget(), Qt.MouseButton.LeftButton)
    assert followed == [link]


@pytest.mark.parametrize(
    ("kinds", "answer"),
    [
        ([], "Đã lấy ý kiến xong, trình hồ sơ được"),
        ([BreakKind.NO_THRESHOLD, BreakKind.UNCONFIRMED], "Trình được, nhưng còn mức phải xem lại"),
        ([BreakKind.UNCONFIRMED, BreakKind.BROKEN], "Chưa trình được hồ sơ"),
        ([BreakKind.MISSING], "Chưa trình được hồ sơ"),
    ],
)
def test_figures_that_nobody_checked_warn_and_do_not_stop(
    qtbot: QtBot, kinds: list[BreakKind], answer: str
) -> None:
    card = AnswerCard()
    qtbot.addWidget(card)
    link = Link("lay-y-kien", "muc")
    card.show_breaks([Break(kind, kind, "Niêm yết", "vì sao", "căn cứ", "sửa", link) for kind in kinds])
    assert card.what.text() == answer


def test_the_navigation_counts_the_breaks(qtbot: QtBot, sample_context: Context) -> None:
    window = MainWindow(sample_context)
    window.furnish(None)
    qtbot.addWidget(window, before_close_func=lambda closing: closing._close_now())
    window.begin()
    assert window._navigation._items["lay-y-kien"].accessibleName() == "Lấy ý kiến: 8"
    window.follow(Link("lay-y-kien"))
    assert window._navigation._items["lay-y-kien"].accessibleName() == "Lấy ý kiến: 8"


# Posting and broadcasts


def test_the_places_of_the_sample_with_their_days(screen: Screen) -> None:
    assert screen.rows()[0][:4] == ("Trụ sở UBND xã", "21/6/2021", "10/7/2021", "20")
    assert [row[1] for row in screen.rows(screen.page.posting.broadcasts.table)] == [
        "21/6/2021", "24/6/2021", "28/6/2021",
    ]  # fmt: skip
    assert "03 nơi niêm yết  ·  03 lần phát thanh" in screen.says()


def test_a_place_is_added_becomes_the_chosen_one_and_is_taken_back(empty: Screen) -> None:
    before = empty.breaks()
    empty.press("Thêm nơi niêm yết", empty.page.posting)
    dialog = empty.dialog(PublicationDialog)
    type_into(dialog, "Nơi niêm yết", "Trụ sở UBND xã")
    type_into(dialog, "Từ ngày", "10/6/2021")
    type_into(dialog, "Đến ngày", "24/6/2021")
    dialog.verb.click()
    assert empty.rows() == [("Trụ sở UBND xã", "10/6/2021", "24/6/2021", "15", "")]
    assert empty.page.posting.publications.table.current_data() == empty.stored().publications[0].uid
    assert "Niêm yết" in before
    assert "Niêm yết" not in empty.breaks()
    empty.undo()
    assert empty.rows() == []
    assert empty.breaks() == before


def test_what_is_refused_of_a_place_is_said_beside_its_field_and_nothing_is_lost(empty: Screen) -> None:
    empty.press("Thêm nơi niêm yết", empty.page.posting)
    dialog = empty.dialog(PublicationDialog)
    dialog.verb.click()
    assert field(dialog, "Đến ngày").below.text() == "Chưa nhập ngày cuối còn niêm yết."
    type_into(dialog, "Đến ngày", "1/6/2021")
    dialog.verb.click()
    assert "Ghi nơi niêm yết" in field(dialog, "Nơi niêm yết").below.text()
    type_into(dialog, "Nơi niêm yết", "Nhà văn hóa thôn")
    dialog.verb.click()
    assert "ở trước ngày bắt đầu niêm yết" in field(dialog, "Đến ngày").below.text()
    assert empty.stored().publications == ()


def test_a_place_is_changed_by_enter_and_removed_at_once(screen: Screen) -> None:
    table = screen.first_table()
    table.select(screen.stored().publications[0].uid)
    screen.qtbot.keyClick(table, Qt.Key.Key_Return)
    dialog = screen.dialog(PublicationDialog)
    type_into(dialog, "Đến ngày", "12/7/2021")
    dialog.verb.click()
    assert screen.rows()[0][2:4] == ("12/7/2021", "22")
    screen.press("Xóa", screen.page.posting)
    assert screen.told == ["Đã xóa nơi niêm yết."]
    assert len(screen.rows()) == 2
    screen.undo()
    assert screen.rows()[0][2] == "12/7/2021"


def test_a_broadcast_is_added_changed_and_removed(screen: Screen) -> None:
    table = screen.page.posting.broadcasts.table
    screen.press("Thêm lần phát", screen.page.posting)
    dialog = screen.dialog(BroadcastDialog)
    type_into(dialog, "Ngày phát", "1/7/2021")
    dialog.verb.click()
    assert "sau hôm nay" in field(dialog, "Ngày phát").below.text()
    type_into(dialog, "Ngày phát", "30/6/2021")
    dialog.verb.click()
    assert screen.rows(table)[-1][:2] == ("4", "30/6/2021")
    assert table.currentIndex().row() == 3
    assert table.hasFocus()
    screen.press("Sửa lần phát", screen.page.posting)
    dialog = screen.dialog(BroadcastDialog)
    type_into(dialog, "Ghi chú", "Bản tin 5 giờ 30")
    dialog.verb.click()
    assert screen.rows(table)[-1] == ("4", "30/6/2021", "Được tính", "Bản tin 5 giờ 30")
    screen.press("Xóa lần phát", screen.page.posting)
    assert len(screen.rows(table)) == 3
    assert screen.told == ["Đã xóa lần phát thanh."]


def test_a_broadcast_outside_the_posting_is_marked_with_why(screen: Screen) -> None:
    table = screen.page.posting.broadcasts.table
    screen.press("Thêm lần phát", screen.page.posting)
    dialog = screen.dialog(BroadcastDialog)
    type_into(dialog, "Ngày phát", "19/6/2021")
    dialog.verb.click()
    assert [row[2] for row in screen.rows(table)] == ["Trước niêm yết", *["Được tính"] * 3]
    tip = table.rows.index(0, 2).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "Không tính: phát ngày 19/6/2021, trước ngày bắt đầu niêm yết 21/6/2021"
    assert "03 nơi niêm yết  ·  04 lần phát thanh  ·  01 lần ngoài thời gian niêm yết" in screen.says()


def test_the_model_of_the_places_keeps_the_rules_of_qt(screen: Screen, qtmodeltester: ModelTester) -> None:
    model = RowsModel(publication_columns())
    model.set_rows(publication_rows(screen.stored().publications))
    qtmodeltester.check(model)
