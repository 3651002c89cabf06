"""Money and contracts entered wrongly are mended on the page Công trình; what was entered is kept."""

from __future__ import annotations

from datetime import date

import pytest
from fitting import SMALL, misfits, settle
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot
from works_screen import ROAD, Screen, edit, field, type_into

from ntm_desktop.domain.capital import Movement, Source
from ntm_desktop.services import history, work_money
from ui.context import Context
from ui.dialogs import fit
from ui.dialogs.reason import ReasonDialog
from ui.dialogs.record import RecordDialog
from ui.dialogs.work_contract import AnnexDialog, CloseDialog, ContractDialog
from ui.dialogs.work_money import AcceptDialog, MoneyDialog
from ui.pages.works_detail import CONTRACT, MONEY
from ui.widgets.edits import Choice

CANAL = "Kênh mương nội đồng 1,2 km"
SCHOOL = "04 phòng học Trường Mầm non Yên Hóa"


@pytest.fixture
def screen(qtbot: QtBot, sample_context: Context) -> Screen:
    return Screen(qtbot, sample_context)


def entries(screen: Screen) -> list[tuple[str, ...]]:
    return screen.rows(screen.page._detail.money.entries)


def contracts(screen: Screen) -> list[tuple[str, ...]]:
    return screen.rows(screen.page._detail.contracts.table)


def open_entry(screen: Screen, *cells: str) -> None:
    """Enter on the entry that begins with these cells."""
    screen.choose(ROAD)
    screen.page._detail.tabs.choose(MONEY)
    choose_row(screen, *cells)
    table = screen.page._detail.money.entries
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)


def choose_row(screen: Screen, *cells: str) -> None:
    table = screen.page._detail.money.entries
    number = next(n for n, row in enumerate(entries(screen)) if row[: len(cells)] == cells)
    table.select(table.rows.row(number).data)


def open_contract(screen: Screen, name: str, row: str) -> None:
    screen.choose(name)
    screen.page._detail.tabs.choose(CONTRACT)
    table = screen.page._detail.contracts.table
    number = next(n for n, shown in enumerate(contracts(screen)) if shown[0] == row)
    table.select(table.rows.row(number).data)


def text_of(dialog: RecordDialog, label: str) -> str:
    return edit(dialog, label).text()  # type: ignore[union-attr]


# Money


def test_every_entry_of_the_money_is_listed_the_newest_first(screen: Screen) -> None:
    screen.choose(ROAD)
    screen.page._detail.tabs.choose(MONEY)
    assert entries(screen)[:3] == [
        ("20/6/2021", "Giải ngân", "Trung ương, vốn đầu tư 2021", "235.000.000", ""),
        ("18/6/2021", "Nghiệm thu lũy kế", "", "540.000.000", ""),
        ("31/5/2021", "Giải ngân", "Nhân dân, tiền mặt 2021", "77.600.000", ""),
    ]
    assert ("26/2/2021", "Tổng mức đầu tư", "", "1.250.000.000", "") in entries(screen)


def test_a_wrong_amount_and_day_of_a_payment_are_corrected_with_a_reason(screen: Screen) -> None:
    open_entry(screen, "20/6/2021", "Giải ngân")
    dialog = screen.dialog(MoneyDialog)
    assert [text_of(dialog, one) for one in ("Năm ngân sách", "Số tiền", "Ngày")] == [
        "2021", "235.000.000", "20/6/2021",
    ]  # fmt: skip
    type_into(dialog, "Số tiền", "225.000.000")
    type_into(dialog, "Ngày", "21/6/2021")
    screen.press("Sửa khoản vốn", dialog)
    assert screen.says(field(dialog, "Lý do sửa").below) == ["Ghi lý do sửa; số đã nhập vẫn được lưu."]
    type_into(dialog, "Lý do sửa", "Gõ nhầm số")
    screen.press("Sửa khoản vốn", dialog)
    assert entries(screen)[0] == (
        "21/6/2021", "Giải ngân", "Trung ương, vốn đầu tư 2021", "225.000.000", "Gõ nhầm số",
    )  # fmt: skip
    assert screen.work(ROAD).state.account.amounts.disbursed == 475_000_000
    choose_row(screen, "21/6/2021")
    before = "Trước khi sửa: ngày 20/6/2021, 235.000.000 đồng, Trung ương, vốn đầu tư 2021."
    assert before in screen.says(screen.page._detail.money)
    screen.context.tasks.write("Hoàn tác", history.undo_last, lambda _changes: None, screen.page)
    assert screen.work(ROAD).state.account.amounts.disbursed == 485_000_000


def test_a_payment_of_another_work_is_taken_back_and_stays_to_be_seen(screen: Screen) -> None:
    screen.choose(ROAD)
    screen.page._detail.tabs.choose(MONEY)
    choose_row(screen, "12/5/2021", "Giải ngân")
    screen.press("Hủy khoản")
    dialog = screen.dialog(ReasonDialog)
    screen.press("Hủy khoản này", dialog)
    assert screen.says(field(dialog, "Lý do").below) == ["Ghi lý do, ví dụ nhập nhầm công trình."]
    type_into(dialog, "Lý do", "Của Sân thể thao")
    screen.press("Hủy khoản này", dialog)
    assert screen.work(ROAD).state.account.amounts.disbursed == 345_000_000
    choose_row(
        screen, "12/5/2021", "Giải ngân", "Trung ương, vốn đầu tư 2021", "0", "Đã hủy: Của Sân thể thao"
    )
    assert not screen.page._detail.money._correct.isEnabled()
    assert "Khoản này đã hủy, không sửa được nữa." in screen.says(screen.page._detail.money)
    assert any("140.000.000 đồng" in words for words in screen.says(screen.page._detail.money))


def test_what_was_allotted_is_moved_to_its_right_source(screen: Screen) -> None:
    open_entry(screen, "15/3/2021", "Bố trí", "Ngân sách tỉnh 2021")
    dialog = screen.dialog(MoneyDialog)
    source = edit(dialog, "Nguồn")
    assert isinstance(source, Choice)
    source.setCurrentIndex(source.findText("Ngân sách huyện"))
    type_into(dialog, "Lý do sửa", "Nhầm nguồn")
    screen.press("Sửa khoản vốn", dialog)
    money = screen.rows(screen.page._detail.money.table)
    assert ("Ngân sách huyện", "0", "250", "0") in money
    assert ("Ngân sách tỉnh", "250", "0", "0") in money


def test_an_accepted_value_is_corrected_or_taken_back(screen: Screen) -> None:
    open_entry(screen, "18/6/2021", "Nghiệm thu lũy kế")
    dialog = screen.dialog(AcceptDialog)
    type_into(dialog, "Giá trị lũy kế", "450.000.000")
    type_into(dialog, "Lý do sửa", "Biên bản ghi 450 triệu")
    screen.press("Sửa nghiệm thu", dialog)
    assert screen.work(ROAD).state.account.accepted == 450_000_000
    choose_row(screen, "18/6/2021", "Nghiệm thu lũy kế")
    screen.press("Hủy khoản")
    dialog = screen.dialog(ReasonDialog)
    type_into(dialog, "Lý do", "Chưa nghiệm thu")
    screen.press("Hủy khoản này", dialog)
    assert screen.work(ROAD).state.account.accepted == 260_000_000


def test_a_correction_never_leaves_less_than_was_taken_back(screen: Screen) -> None:
    uid, today = screen.work(ROAD).uid, screen.context.tasks.today()
    screen.context.tasks.write(
        "Giảm vốn tỉnh",
        lambda session: work_money.record_money(
            session, uid=uid, movement=Movement.ALLOTTED, source=Source.PROVINCE, year=2021,
            amount=-200_000_000, on=today, today=today, reason="Điều chuyển",
        ),
        lambda _changes: None,
        screen.page,
    )  # fmt: skip
    open_entry(screen, "15/3/2021", "Bố trí", "Ngân sách tỉnh 2021")
    dialog = screen.dialog(MoneyDialog)
    type_into(dialog, "Số tiền", "150.000.000")
    type_into(dialog, "Lý do sửa", "Nhầm số")
    screen.press("Sửa khoản vốn", dialog)
    assert dialog._problem.text().startswith("Nguồn này đã ghi giảm 200.000.000 đồng")
    type_into(dialog, "Số tiền", "220.000.000")
    screen.press("Sửa khoản vốn", dialog)
    assert ("Ngân sách tỉnh", "250", "20", "0") in screen.rows(screen.page._detail.money.table)


@pytest.mark.parametrize("kind", ["money", "accept", "annex", "close", "contract"])
def test_dialogs_are_no_larger_than_the_screen(
    qtbot: QtBot, screen: Screen, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = QSize(675, 308)
    monkeypatch.setattr(fit, "room", lambda _widget: room)
    screen.choose(SCHOOL)
    context, row, actions = screen.context, screen.work(SCHOOL), screen.page._actions
    (contract,) = actions.papers.contracts
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(*SMALL)
    page.show()
    made: RecordDialog = {
        "money": lambda: MoneyDialog(page, context, row, actions.entry),
        "accept": lambda: AcceptDialog(page, context, row, actions.entry),
        "annex": lambda: AnnexDialog(page, context, row, contract, contract.annexes[0]),
        "close": lambda: CloseDialog(page, context, row, actions.papers),
        "contract": lambda: ContractDialog(page, context, row, (), contract),
    }[kind]()
    made.open()
    settle()
    assert made.width() <= room.width()
    assert made.height() <= room.height()
    assert misfits(made) == []
    made.close()


# Contracts


def test_contracts_and_annexes_are_listed_with_how_the_work_was_closed(screen: Screen) -> None:
    screen.choose(SCHOOL)
    screen.page._detail.tabs.choose(CONTRACT)
    assert [row[:5] for row in contracts(screen)] == [
        ("Hợp đồng 15/2020/HĐ-XD", "28/7/2020", "3.350.000.000", "10/8/2020", "30/6/2021"),
        ("Phụ lục 01/PL", "10/12/2020", "3.520.000.000", "", ""),
        ("Phụ lục 02/PL", "25/6/2021", "", "", "10/7/2021"),
    ]
    assert "Chưa quyết toán.\nChưa nhập thời hạn bảo hành." in screen.says(screen.page._detail.contracts)
    screen.choose(CANAL)
    closed = (
        "Quyết toán 1.100.000.000 đồng, ngày 12/5/2021.\nBảo hành đến 25/12/2021.\n"
        "Tiền giữ lại bảo hành 55.000.000 đồng, chưa trả."
    )
    assert closed in screen.says(screen.page._detail.contracts)


def test_a_wrong_value_of_a_contract_is_mended_and_the_history_says_why(screen: Screen) -> None:
    open_contract(screen, ROAD, "Hợp đồng 07/2021/HĐ-XD")
    screen.press("Sửa hợp đồng, phụ lục")
    dialog = screen.dialog(ContractDialog)
    assert text_of(dialog, "Giá hợp đồng") == "1.180.000.000"
    type_into(dialog, "Giá hợp đồng", "1.108.000.000")
    type_into(dialog, "Ngày ký", "8/4/2021")
    type_into(dialog, "Lý do sửa", "Đảo hai chữ số")
    screen.press("Sửa hợp đồng", dialog)
    assert contracts(screen)[0][1:3] == ("8/4/2021", "1.108.000.000")
    assert contracts(screen)[0][5] == "Công ty TNHH Xây dựng Hồng Phúc; đã sửa: Đảo hai chữ số"
    assert screen.work(ROAD).state.contract_value == 1_108_000_000
    assert last_action(screen) == f"Sửa hợp đồng {ROAD}: Đảo hai chữ số"


def last_action(screen: Screen) -> str:
    found: list[str] = []
    screen.context.tasks.read(
        lambda session: history.entries(session, limit=1)[0].what, found.append, screen.page
    )
    return found[0]


def test_an_annex_extends_the_contract_and_can_be_mended_and_taken_out(screen: Screen) -> None:
    open_contract(screen, ROAD, "Hợp đồng 07/2021/HĐ-XD")
    screen.press("Nhập phụ lục")
    dialog = screen.dialog(AnnexDialog)
    type_into(dialog, "Số phụ lục", "01/PL")
    type_into(dialog, "Ngày ký", "28/3/2021")
    type_into(dialog, "Hoàn thành mới", "30/9/2021")
    type_into(dialog, "Lý do điều chỉnh", "Mưa lũ")
    screen.press("Nhập phụ lục", dialog)
    assert dialog._problem.text().startswith("Phụ lục ký ngày 28/3/2021, trước hợp đồng (9/4/2021).")
    type_into(dialog, "Ngày ký", "28/6/2021")
    screen.press("Nhập phụ lục", dialog)
    assert contracts(screen)[1] == ("Phụ lục 01/PL", "28/6/2021", "", "", "30/9/2021", "Mưa lũ")
    assert screen.work(ROAD).state.contract_finish == date(2021, 9, 30)
    open_contract(screen, ROAD, "Phụ lục 01/PL")
    screen.press("Sửa hợp đồng, phụ lục")
    dialog = screen.dialog(AnnexDialog)
    type_into(dialog, "Hoàn thành mới", "31/8/2021")
    type_into(dialog, "Lý do sửa", "Nhầm tháng")
    screen.press("Sửa phụ lục", dialog)
    assert screen.work(ROAD).state.contract_finish == date(2021, 8, 31)
    assert contracts(screen)[1][5] == "Mưa lũ; đã sửa: Nhầm tháng"
    screen.press("Xóa hợp đồng, phụ lục")
    why = screen.dialog(ReasonDialog)
    type_into(why, "Lý do", "Chưa ký")
    screen.press("Xóa phụ lục", why)
    assert [row[0] for row in contracts(screen)] == ["Hợp đồng 07/2021/HĐ-XD", "Phụ lục 01/PL"]
    assert contracts(screen)[1][5] == "Đã xóa ngày 30/6/2021: Chưa ký"
    assert screen.work(ROAD).state.contract_finish == date(2021, 7, 20)


def test_a_contract_entered_for_the_wrong_work_is_taken_out(screen: Screen) -> None:
    open_contract(screen, ROAD, "Hợp đồng 07/2021/HĐ-XD")
    screen.press("Xóa hợp đồng, phụ lục")
    dialog = screen.dialog(ReasonDialog)
    type_into(dialog, "Lý do", "Nhầm công trình")
    screen.press("Xóa hợp đồng", dialog)
    assert contracts(screen) == [
        (
            *("Hợp đồng 07/2021/HĐ-XD", "9/4/2021", "1.180.000.000", "12/4/2021", "20/7/2021"),
            "Đã xóa ngày 30/6/2021: Nhầm công trình",
        )
    ]
    assert "Chưa nhập hợp đồng." in screen.says(screen.page._detail.contracts)
    assert last_action(screen) == f"Xóa hợp đồng 07/2021/HĐ-XD của {ROAD}: Nhầm công trình"
    buttons = [b for b in screen.page._detail.contracts.findChildren(QPushButton) if b.isVisible()]
    assert [b.isEnabled() for b in buttons] == [True, False, False, False, True]
    screen.context.tasks.write("Hoàn tác", history.undo_last, lambda _changes: None, screen.page)
    open_contract(screen, ROAD, "Hợp đồng 07/2021/HĐ-XD")
    assert [row[5] for row in contracts(screen)] == ["Công ty TNHH Xây dựng Hồng Phúc"]


# Settlement and warranty


def test_a_work_is_settled_and_warranted(screen: Screen) -> None:
    screen.choose(CANAL)
    screen.page._detail.tabs.choose(CONTRACT)
    screen.press("Quyết toán, bảo hành")
    dialog = screen.dialog(CloseDialog)
    assert text_of(dialog, "Giá trị quyết toán") == "1.100.000.000"
    assert "Ít nhất 12 tháng từ ngày nghiệm thu: đến 24/12/2021." in screen.says(dialog)
    type_into(dialog, "Giá trị quyết toán", "1.090.000.000")
    type_into(dialog, "Số quyết định", "88/QĐ-UBND")
    type_into(dialog, "Cơ quan phê duyệt", "UBND xã Yên Hóa")
    type_into(dialog, "Bảo hành đến", "1/12/2020")
    screen.press("Ghi", dialog)
    assert dialog._problem.text().startswith("Hạn bảo hành phải ở sau ngày nghiệm thu hoàn thành 25/12/2020.")
    type_into(dialog, "Bảo hành đến", "25/6/2022")
    screen.press("Ghi", dialog)
    says = screen.says(screen.page._detail.contracts)
    settled = "Quyết toán 1.090.000.000 đồng theo quyết định số 88/QĐ-UBND ngày 12/5/2021."
    assert any(words.startswith(f"{settled}\nBảo hành đến 25/6/2022.\n") for words in says)
    assert screen.work(CANAL).state.account.debt == 110_000_000


def test_a_work_that_is_not_accepted_is_not_settled(screen: Screen) -> None:
    screen.choose(ROAD)
    screen.page._detail.tabs.choose(CONTRACT)
    screen.press("Quyết toán, bảo hành")
    dialog = screen.dialog(CloseDialog)
    type_into(dialog, "Bảo hành đến", "30/6/2022")
    screen.press("Ghi", dialog)
    assert dialog._problem.text().startswith("Bảo hành bắt đầu từ ngày nghiệm thu hoàn thành.")
