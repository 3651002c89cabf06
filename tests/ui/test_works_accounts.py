"""Who follows a work, how its debt is paid, what is kept for its warranty, on the page Công trình."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from works_screen import ROAD, Screen, edit, field, type_into

from ntm_desktop.services import history, reports, work_money
from ntm_desktop.services.reports import Wanted
from ui.context import Context
from ui.dialogs.reason import ReasonDialog
from ui.dialogs.work import WorkDialog
from ui.dialogs.work_contract import CloseDialog
from ui.dialogs.work_debt import DebtDialog
from ui.dialogs.work_money import MoneyDialog
from ui.pages.works_detail import CONTRACT, MONEY
from ui.widgets.edits import Choice

CANAL = "Kênh mương nội đồng 1,2 km"
SCHOOL = "04 phòng học Trường Mầm non Yên Hóa"


@pytest.fixture
def screen(qtbot: QtBot, sample_context: Context) -> Screen:
    return Screen(qtbot, sample_context)


def undo(screen: Screen) -> None:
    screen.context.tasks.write("Hoàn tác", history.undo_last, lambda _changes: None, screen.page)


def paper(screen: Screen, name: str, **given: str) -> str:
    found: list[reports.Made] = []
    today = screen.context.tasks.today()
    wanted = Wanted(on=today, today=today, by="Cao Thị Hòa", **given)  # type: ignore[arg-type]
    screen.context.tasks.read(
        lambda session: reports.collect(session, report=reports.find(name), wanted=wanted),
        found.append,
        screen.page,
    )
    return repr(found[0])


def choose_in(dialog: WorkDialog, label: str, words: str) -> None:
    choice = edit(dialog, label)
    assert isinstance(choice, Choice)
    choice.setCurrentIndex(choice.findText(words, Qt.MatchFlag.MatchStartsWith))


def test_a_person_follows_a_work_and_its_papers_say_so(screen: Screen) -> None:
    screen.choose(SCHOOL)
    screen.press("Sửa")
    dialog = screen.dialog(WorkDialog)
    choose_in(dialog, "Người phụ trách", "Đinh Thị Hoá")
    screen.press("Ghi", dialog)
    assert screen.work(SCHOOL).person == "Đinh Thị Hoá"
    assert "phụ trách Đinh Thị Hoá" in screen.page._detail._facts.text()
    assert "Đinh Thị Hoá" in paper(screen, "danh-muc")
    assert "Đinh Thị Hoá" in paper(screen, "phieu-cong-trinh", work=SCHOOL)
    screen.press("Sửa")
    dialog = screen.dialog(WorkDialog)
    assert field(dialog, "Người phụ trách").edit.currentText().startswith("Đinh Thị Hoá")  # type: ignore[union-attr]
    choose_in(dialog, "Người phụ trách", "Chưa giao")
    screen.press("Ghi", dialog)
    assert screen.work(SCHOOL).person == ""
    undo(screen)
    assert screen.work(SCHOOL).person == "Đinh Thị Hoá"


def test_a_debt_gets_its_source_and_day_and_the_paper_shows_them(screen: Screen) -> None:
    uid, today = screen.work(ROAD).uid, screen.context.tasks.today()
    screen.choose(ROAD)
    screen.page._detail.tabs.choose(MONEY)
    assert not screen.page._detail.money._pay.isEnabled()
    screen.context.tasks.write(
        "Nhập nghiệm thu",
        lambda session: work_money.accept(session, uid=uid, value=1_180_000_000, on=today, today=today),
        lambda _changes: None,
        screen.page,
    )
    owed = screen.work(ROAD).state.account.debt
    assert owed > 0
    says = screen.says(screen.page._detail.money)
    assert any("Nợ đọng" in words and "Chưa có nguồn và thời hạn xử lý." in words for words in says)
    assert "Chưa xác định" in paper(screen, "no-dong")
    screen.press("Nguồn trả nợ đọng")
    dialog = screen.dialog(DebtDialog)
    type_into(dialog, "Nguồn xử lý", "Ngân sách xã năm 2022")
    screen.press("Ghi", dialog)
    assert dialog._problem.text().startswith("Ghi cả nguồn và thời hạn")
    type_into(dialog, "Thời hạn", "31/3/2022")
    screen.press("Ghi", dialog)
    says = screen.says(screen.page._detail.money)
    assert any("Nguồn xử lý nợ đọng: Ngân sách xã năm 2022; hạn 31/3/2022." in words for words in says)
    assert "Ngân sách xã năm 2022, hạn 31/3/2022" in paper(screen, "no-dong")
    assert "Ngân sách xã năm 2022, hạn 31/3/2022" in paper(screen, "phieu-cong-trinh", work=ROAD)
    undo(screen)
    assert screen.work(ROAD).debt_due is None


def test_what_is_kept_for_the_warranty_is_entered_and_given_back(screen: Screen) -> None:
    screen.choose(CANAL)
    screen.page._detail.tabs.choose(CONTRACT)
    screen.press("Quyết toán, bảo hành")
    dialog = screen.dialog(CloseDialog)
    assert "Thường 5% giá hợp đồng: 55.000.000 đồng." in screen.says(dialog)
    type_into(dialog, "Tiền giữ lại bảo hành", "33.000.000")
    type_into(dialog, "Đã trả ngày", "")
    screen.press("Ghi", dialog)
    words = screen.page._detail.contracts._closed.text()
    assert "Tiền giữ lại bảo hành 33.000.000 đồng, chưa trả." in words
    assert "giữ lại 33 triệu đồng, chưa trả" in paper(screen, "phieu-cong-trinh", work=CANAL)
    screen.press("Quyết toán, bảo hành")
    dialog = screen.dialog(CloseDialog)
    type_into(dialog, "Đã trả ngày", "30/6/2021")
    screen.press("Ghi", dialog)
    words = screen.page._detail.contracts._closed.text()
    assert "Tiền giữ lại bảo hành 33.000.000 đồng, đã trả ngày 30/6/2021." in words


def test_a_total_is_corrected_and_taken_back(screen: Screen) -> None:
    screen.choose(SCHOOL)
    screen.page._detail.tabs.choose(MONEY)
    table = screen.page._detail.money.entries
    rows = screen.rows(table)
    first = ("1/12/2020", "Tổng mức đầu tư", "", "3.600.000.000")
    table.select(table.rows.row(next(n for n, row in enumerate(rows) if row[:4] == first)).data)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    dialog = screen.dialog(MoneyDialog)
    assert not field(dialog, "Nguồn").isVisible()
    type_into(dialog, "Số tiền", "3.620.000.000")
    screen.press("Sửa khoản vốn", dialog)
    assert screen.says(field(dialog, "Lý do sửa").below) == ["Ghi lý do sửa; số đã nhập vẫn được lưu."]
    type_into(dialog, "Lý do sửa", "Gõ nhầm số")
    screen.press("Sửa khoản vốn", dialog)
    assert screen.work(SCHOOL).state.account.total == 3_620_000_000
    rows = screen.rows(table)
    place = next(n for n, row in enumerate(rows) if row[3] == "3.620.000.000")
    assert rows[place][4] == "Gõ nhầm số"
    table.select(table.rows.row(place).data)
    before = "Trước khi sửa: ngày 1/12/2020, 3.600.000.000 đồng."
    assert before in screen.says(screen.page._detail.money)
    screen.press("Hủy khoản")
    why = screen.dialog(ReasonDialog)
    type_into(why, "Lý do", "Chưa có quyết định")
    screen.press("Hủy khoản này", why)
    assert screen.work(SCHOOL).state.account.total == 3_400_000_000
    undo(screen)
    undo(screen)
    assert screen.work(SCHOOL).state.account.total == 3_600_000_000
