"""What is written about a work besides its progress: stages, plan, money, accepted volume, contract."""

from __future__ import annotations

from datetime import date

import pytest
from fitting import SMALL, misfits, settle
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from scripted import ScriptedAsk
from works_screen import ROAD, Screen, edit, field, type_into

from ntm_desktop.domain.alerts import Alert
from ntm_desktop.domain.stages import Stage
from ntm_desktop.services.works import WorkChoices
from ui.context import Context
from ui.dialogs import fit
from ui.dialogs.record import RecordDialog
from ui.dialogs.work import WorkDialog
from ui.dialogs.work_contract import ContractDialog
from ui.dialogs.work_debt import DebtDialog
from ui.dialogs.work_money import AcceptDialog, MoneyDialog
from ui.dialogs.work_plan import PlanDialog
from ui.dialogs.work_progress import MeasureDialog
from ui.dialogs.work_route import RouteDialog
from ui.dialogs.work_stages import StagesDialog
from ui.pages.works_detail import CONTRACT, MONEY, PROGRESS
from ui.widgets.edits import Choice

PEOPLE = (("p", "Trần Văn Đông, Địa chính – Xây dựng"),)
CHOICES = WorkChoices("xa-ntm-2016-2020", ("2.2",), PEOPLE, (("h", "Tân Lợi 1"),), {}, "UBND xã")
HALL = "Nhà văn hóa thôn Yên Thắng"
FIELD = "Sân thể thao xã"


@pytest.fixture
def screen(qtbot: QtBot, sample_context: Context) -> Screen:
    return Screen(qtbot, sample_context)


def open_from(screen: Screen, name: str, tab: int, words: str) -> None:
    screen.choose(name)
    screen.page._detail.tabs.choose(tab)
    screen.press(words)


def choose_in(dialog: RecordDialog, label: str, words: str) -> None:
    choice = edit(dialog, label)
    assert isinstance(choice, Choice)
    choice.setCurrentIndex(choice.findText(words))
    choice.activated.emit(choice.currentIndex())


def problem(dialog: RecordDialog) -> str:
    return dialog._problem.text() if dialog._problem.isVisible() else ""


def test_land_that_was_handed_over_frees_the_stage(screen: Screen) -> None:
    open_from(screen, ROAD, PROGRESS, "Giai đoạn")
    dialog = screen.dialog(StagesDialog)
    target, done = dialog._edits[Stage.CLEARANCE]
    assert target.text() == "10/4/2021"
    assert done.text() == ""
    done.setText("28/6/2021")
    screen.press("Ghi giai đoạn", dialog)
    stage = screen.work(ROAD).facts.stages[Stage.CLEARANCE]
    assert (stage.target, stage.done) == (date(2021, 4, 10), date(2021, 6, 28))
    assert screen.work(ROAD).facts.stages[Stage.ACCEPTANCE].target == date(2021, 7, 20)


def test_a_work_that_is_built_before_it_began_is_asked_about(screen: Screen) -> None:
    road = new_work(screen)
    screen.choose(road)
    screen.press("Ghi khối lượng")
    dialog = screen.dialog(MeasureDialog)
    type_into(dialog, "Khối lượng lũy kế", "40")
    screen.press("Ghi khối lượng", dialog)
    overview = screen.page._detail.overview
    assert any(words.startswith("Đã đạt 40% khối lượng mà giai đoạn") for words in screen.says(overview))
    screen.press("Ghi giai đoạn", overview)
    dialog = screen.dialog(StagesDialog)
    dialog._edits[Stage.START][1].setText("1/6/2021")
    screen.press("Ghi giai đoạn", dialog)
    assert Alert.STAGE_BEHIND not in {warning.alert for warning in screen.work(road).warnings}
    assert not any("khối lượng mà giai đoạn" in words for words in screen.says(overview))


def test_the_stages_name_their_work_and_begin_where_a_day_is_missing(screen: Screen) -> None:
    open_from(screen, FIELD, PROGRESS, "Giai đoạn")
    dialog = screen.dialog(StagesDialog)
    assert dialog.windowTitle() == f"Giai đoạn: {FIELD}"
    stage = screen.work(FIELD).state.stage
    assert dialog.focusWidget() is dialog._edits[stage][1]
    assert {edit.placeholderText() for pair in dialog._edits.values() for edit in pair} == {"chưa có"}


def test_a_stage_before_an_earlier_one_is_taken_and_told_while_it_is_typed(screen: Screen) -> None:
    open_from(screen, FIELD, PROGRESS, "Giai đoạn")
    dialog = screen.dialog(StagesDialog)
    assert not dialog._warning.isVisible()
    for stage, day in ((Stage.PROPOSAL, "5/3/2021"), (Stage.DECISION, "1/3/2021")):
        line = dialog._edits[stage][1]
        line.selectAll()
        line.insert(day)
        line.textEdited.emit(line.text())
    assert dialog._warning.isVisible()
    assert dialog._warning.text().startswith(
        "“Chủ trương đầu tư” xong ngày 1/3/2021, trước “Đề xuất, chọn công trình” (5/3/2021)."
    )
    screen.press("Ghi giai đoạn", dialog)
    assert screen.work(FIELD).facts.stages[Stage.DECISION].done == date(2021, 3, 1)


@pytest.mark.parametrize(
    ("text", "said"),
    [("1/7/2021", "Giải phóng mặt bằng: Ngày hoàn thành ở sau"), ("31/6/2021", "Giải phóng")],
)
def test_a_stage_is_not_done_on_a_day_to_come(screen: Screen, text: str, said: str) -> None:
    open_from(screen, ROAD, PROGRESS, "Giai đoạn")
    dialog = screen.dialog(StagesDialog)
    dialog._edits[Stage.CLEARANCE][1].setText(text)
    screen.press("Ghi giai đoạn", dialog)
    assert problem(dialog).startswith(said)
    assert dialog._edits[Stage.CLEARANCE][1].property("invalid")
    assert screen.work(ROAD).facts.stages[Stage.CLEARANCE].done == date(2021, 9, 6)  # of the story to come


def test_a_plan_makes_a_work_late(screen: Screen) -> None:
    open_from(screen, FIELD, PROGRESS, "Kế hoạch khối lượng")
    dialog = screen.dialog(PlanDialog)
    type_into(dialog, "Bắt đầu (0%)", "31/5/2021")
    type_into(dialog, "Hoàn thành (100%)", "30/7/2021")
    assert not field(dialog, "Lý do đổi kế hoạch").isVisible()  # the sample's own plan is still to come
    screen.press("Chốt kế hoạch", dialog)
    state = screen.work(FIELD).state
    assert (state.planned, state.delay) == (5000, 30)


def test_a_plan_must_end_after_it_begins(screen: Screen) -> None:
    open_from(screen, FIELD, PROGRESS, "Kế hoạch khối lượng")
    dialog = screen.dialog(PlanDialog)
    type_into(dialog, "Bắt đầu (0%)", "31/5/2021")
    type_into(dialog, "Hoàn thành (100%)", "30/5/2021")
    screen.press("Chốt kế hoạch", dialog)
    assert problem(dialog).startswith("Ngày hoàn thành 30/5/2021 không sau ngày bắt đầu")


def test_a_plan_by_months_starts_from_the_one_in_force_and_keeps_it(screen: Screen) -> None:
    open_from(screen, ROAD, PROGRESS, "Kế hoạch khối lượng")
    dialog = screen.dialog(PlanDialog)
    assert "Kế hoạch đang dùng chốt ngày 12/4/2021." in screen.says(dialog)
    assert [edit.text() for _day, _name, edit in dialog._shares] == ["15", "55", "86"]
    type_into(dialog, "Hoàn thành (100%)", "31/8/2021")
    screen.press("Chốt kế hoạch", dialog)
    assert problem(dialog).startswith("Ngày đã đổi. Kiểm tra lại khối lượng")
    shares = {name: edit for _day, name, edit in dialog._shares}
    assert list(shares) == ["Đến 30/4/2021", "Đến 31/5/2021", "Đến 30/6/2021", "Đến 31/7/2021"]
    for name, text in zip(shares, ("10", "30", "5", "70"), strict=True):
        shares[name].setText(text)
    screen.press("Chốt kế hoạch", dialog)
    assert problem(dialog).startswith("Kế hoạch lũy kế không giảm")
    shares["Đến 30/6/2021"].setText("50")
    screen.press("Chốt kế hoạch", dialog)
    assert screen.says(field(dialog, "Lý do đổi kế hoạch").below)[0].startswith(
        "Kế hoạch khối lượng đã chốt."
    )
    type_into(dialog, "Lý do đổi kế hoạch", "Chờ mặt bằng")
    screen.press("Chốt kế hoạch", dialog)
    row = screen.work(ROAD)
    assert (row.state.planned, row.state.delay) == (5000, 6)
    assert [one.reason for one in row.facts.baselines] == ["", "Chờ mặt bằng"]
    assert row.facts.plan_on(date(2021, 6, 29)) == row.facts.baselines[0].points
    words = "Kế hoạch chốt ngày 30/6/2021. Kế hoạch trước chốt ngày 12/4/2021; đổi vì: Chờ mặt bằng."
    assert words in screen.says()


def test_a_plan_by_weights_of_the_stages(screen: Screen) -> None:
    open_from(screen, FIELD, PROGRESS, "Kế hoạch khối lượng")
    dialog = screen.dialog(PlanDialog)
    type_into(dialog, "Bắt đầu (0%)", "1/6/2021")
    choose_in(dialog, "Cách lập", "Theo giai đoạn, tỷ trọng")
    assert not field(dialog, "Hoàn thành (100%)").isVisible()
    shares = {name.split(",")[0]: edit for _day, name, edit in dialog._shares}
    assert shares["Thi công"].text() == "100"
    shares["Khởi công"].setText("20")
    screen.press("Chốt kế hoạch", dialog)
    assert problem(dialog) == "Tổng tỷ trọng đang là 120%, phải đủ 100%. Sửa lại tỷ trọng."
    shares["Thi công"].setText("80,555")
    screen.press("Chốt kế hoạch", dialog)
    assert problem(dialog).startswith("Thi công, kế hoạch 15/11/2021: Tỷ lệ có nhiều nhất")
    shares["Thi công"].setText("80")
    screen.press("Chốt kế hoạch", dialog)
    points = screen.work(FIELD).facts.plan_on(date(2021, 6, 30))
    assert [(point.on, point.share) for point in points] == [
        (date(2021, 6, 1), 0),
        (date(2021, 7, 20), 2000),
        (date(2021, 11, 15), 10_000),
    ]


def test_a_plan_is_not_decided_ahead_and_no_month_is_left_out(screen: Screen) -> None:
    open_from(screen, ROAD, PROGRESS, "Kế hoạch khối lượng")
    dialog = screen.dialog(PlanDialog)
    dialog._shares[1][2].setText("")
    screen.press("Chốt kế hoạch", dialog)
    assert problem(dialog).startswith("Đến 31/5/2021: Chưa nhập khối lượng lũy kế")
    dialog._shares[1][2].setText("54")
    type_into(dialog, "Ngày chốt", "1/7/2021")
    type_into(dialog, "Lý do đổi kế hoạch", "Sửa")
    screen.press("Chốt kế hoạch", dialog)
    assert screen.says(field(dialog, "Ngày chốt").below)[0].startswith("Ngày chốt 1/7/2021 ở sau hôm nay")
    assert len(screen.work(ROAD).facts.baselines) == 1


def test_allotted_money_takes_the_debt_away(screen: Screen) -> None:
    canal = "Kênh mương nội đồng 1,2 km"
    open_from(screen, canal, MONEY, "Nhập vốn")
    dialog = screen.dialog(MoneyDialog)
    choose_in(dialog, "Khoản", "Bố trí (giao kế hoạch vốn)")
    type_into(dialog, "Số tiền", "120.000.000")
    screen.press("Nhập vốn", dialog)
    row = screen.work(canal)
    assert row.state.account.debt == 0
    assert Alert.DEBT not in {warning.alert for warning in row.warnings}
    assert screen.rows()[1][7] == "1.100"


def test_paying_more_than_was_allotted_is_shown_and_written_all_the_same(screen: Screen) -> None:
    open_from(screen, ROAD, MONEY, "Nhập vốn")
    dialog = screen.dialog(MoneyDialog)
    choose_in(dialog, "Khoản", "Giải ngân")
    type_into(dialog, "Số tiền", "900.000.000")
    screen.ask.answers = [None, True]
    screen.press("Nhập vốn", dialog)
    assert (screen.ask.asked[-1].title, screen.ask.asked[-1].body.split(" Nếu")[0]) == (
        "Giải ngân vượt vốn đã bố trí?",
        "Đã giải ngân 900 triệu đồng, cao hơn vốn đã bố trí 120 triệu đồng (ngân sách xã, năm 2021).",
    )
    assert Alert.OVERPAID not in {warning.alert for warning in screen.work(ROAD).warnings}
    screen.press("Nhập vốn", dialog)
    told = {warning.alert: warning.text for warning in screen.work(ROAD).warnings}
    assert told[Alert.OVERPAID].startswith("Đã giải ngân 900 triệu đồng, cao hơn vốn đã bố trí 120")
    screen.page._detail.tabs.choose(0)
    assert told[Alert.OVERPAID] in screen.says(screen.page._detail.overview)


def test_less_money_needs_a_reason_and_an_adjusted_total_too(screen: Screen) -> None:
    open_from(screen, ROAD, MONEY, "Nhập vốn")
    dialog = screen.dialog(MoneyDialog)
    type_into(dialog, "Số tiền", "-20.000.000")
    screen.press("Nhập vốn", dialog)
    assert problem(dialog).startswith("Ghi lý do giảm hoặc sửa số tiền")
    choose_in(dialog, "Khoản", "Tổng mức đầu tư được duyệt")
    assert not field(dialog, "Nguồn").isVisible()
    type_into(dialog, "Số tiền", "1.300.000.000")
    type_into(dialog, "Lý do", "Bổ sung rãnh thoát nước")
    screen.press("Nhập vốn", dialog)
    assert screen.work(ROAD).state.account.total == 1_300_000_000


def new_work(screen: Screen) -> str:
    screen.press("Thêm công trình")
    dialog = screen.dialog(WorkDialog)
    type_into(dialog, "Tên công trình", "Đường bê tông thôn Đồi")
    screen.press("Thêm công trình", dialog)
    return "Đường bê tông thôn Đồi"


def test_a_total_that_no_work_costs_is_asked_about(screen: Screen) -> None:
    road = new_work(screen)
    open_from(screen, road, MONEY, "Nhập vốn")
    dialog = screen.dialog(MoneyDialog)
    type_into(dialog, "Số tiền", "1250")
    screen.ask.answers = [None]
    screen.press("Nhập vốn", dialog)
    asked = screen.ask.asked[-1]
    assert asked.title == "Tổng mức đầu tư 1.250 đồng?"
    assert asked.verbs == ("Ghi 1.250.000.000 đồng", "Ghi 1.250 đồng")
    assert screen.work(road).state.account.total == 0
    screen.ask.answers = [0]
    screen.press("Nhập vốn", dialog)
    assert screen.work(road).state.account.total == 1_250_000_000


def test_a_small_total_that_was_meant_is_written_and_can_be_set_right(screen: Screen) -> None:
    road = new_work(screen)
    open_from(screen, road, MONEY, "Nhập vốn")
    dialog = screen.dialog(MoneyDialog)
    type_into(dialog, "Số tiền", "1250")
    screen.ask.answers = [1]
    screen.press("Nhập vốn", dialog)
    assert screen.work(road).state.account.total == 1_250
    screen.press("Nhập vốn")
    dialog = screen.dialog(MoneyDialog)  # opens on what was entered last
    assert dialog.kind() == "investment"
    assert any(words.startswith("Đã có tổng mức 1.250 đồng; số mới là") for words in screen.says(dialog))
    type_into(dialog, "Số tiền", "1,25 tỷ")
    type_into(dialog, "Lý do", "Nhập nhầm đơn vị")
    screen.press("Nhập vốn", dialog)
    assert screen.work(road).state.account.total == 1_250_000_000
    assert screen.work(road).state.account.amounts.allotted == 0


def test_integrated_money_names_its_programme_and_a_year_is_a_year(screen: Screen) -> None:
    open_from(screen, ROAD, MONEY, "Nhập vốn")
    dialog = screen.dialog(MoneyDialog)
    assert not field(dialog, "Chương trình lồng ghép").isVisible()
    choose_in(dialog, "Nguồn", "Lồng ghép")
    type_into(dialog, "Chương trình lồng ghép", "Chương trình 135")
    type_into(dialog, "Năm ngân sách", "năm nay")
    type_into(dialog, "Số tiền", "50.000.000")
    screen.press("Nhập vốn", dialog)
    assert screen.says(field(dialog, "Năm ngân sách").below) == ["Nhập năm ngân sách, ví dụ 2021."]
    type_into(dialog, "Năm ngân sách", "2021")
    screen.press("Nhập vốn", dialog)
    assert screen.work(ROAD).state.account.amounts.allotted == 1_150_000_000


def test_accepted_volume_may_fall_only_with_a_reason(screen: Screen) -> None:
    open_from(screen, ROAD, MONEY, "Nhập nghiệm thu")
    dialog = screen.dialog(AcceptDialog)
    type_into(dialog, "Giá trị lũy kế", "100.000.000")
    screen.press("Nhập nghiệm thu", dialog)
    assert problem(dialog).startswith("Giá trị nghiệm thu lũy kế thấp hơn")
    type_into(dialog, "Giá trị lũy kế", "600.000.000")
    screen.press("Nhập nghiệm thu", dialog)
    assert screen.work(ROAD).state.account.accepted == 600_000_000


def test_a_contract_with_a_new_contractor(screen: Screen) -> None:
    open_from(screen, FIELD, CONTRACT, "Nhập hợp đồng")
    dialog = screen.dialog(ContractDialog)
    choose_in(dialog, "Đơn vị thi công", "Đơn vị mới")
    type_into(dialog, "Số hợp đồng", "07/2021/HĐ-XD")
    for label, text in (("Ngày ký", "28/6/2021"), ("Khởi công", "1/7/2021"), ("Hoàn thành", "15/11/2021")):
        type_into(dialog, label, text)
    type_into(dialog, "Giá hợp đồng", "1.800.000.000")
    screen.press("Nhập hợp đồng", dialog)
    assert problem(dialog) == "Chưa nhập tên đơn vị thi công."
    type_into(dialog, "Tên đơn vị mới", "Tổ thợ Yên Hóa")
    screen.press("Nhập hợp đồng", dialog)
    row = screen.work(FIELD)
    assert (row.contractor, row.state.contract_value) == ("Tổ thợ Yên Hóa", 1_800_000_000)
    open_from(screen, HALL, CONTRACT, "Nhập hợp đồng")
    again = edit(screen.dialog(ContractDialog), "Đơn vị thi công")
    assert isinstance(again, Choice)
    assert again.findText("Tổ thợ Yên Hóa") > 0


def test_no_contractor_is_chosen_until_a_person_does(screen: Screen) -> None:
    open_from(screen, FIELD, CONTRACT, "Nhập hợp đồng")
    dialog = screen.dialog(ContractDialog)
    assert dialog.focusWidget() is edit(dialog, "Đơn vị thi công")
    screen.press("Nhập hợp đồng", dialog)
    assert "Chưa chọn đơn vị thi công." in screen.says(field(dialog, "Đơn vị thi công").below)


def test_a_contract_dates_the_stage_of_signing_and_says_so(screen: Screen) -> None:
    open_from(screen, FIELD, CONTRACT, "Nhập hợp đồng")
    dialog = screen.dialog(ContractDialog)
    noted = "Giai đoạn Ký hợp đồng chưa có ngày: ghi luôn ngày này."
    assert screen.says(field(dialog, "Ngày ký").below) == [noted]
    choose_in(dialog, "Đơn vị thi công", "Đơn vị mới")
    type_into(dialog, "Tên đơn vị mới", "Tổ thợ Yên Hóa")
    for label, text in (("Ngày ký", "28/6/2021"), ("Khởi công", "1/7/2021"), ("Hoàn thành", "15/11/2021")):
        type_into(dialog, label, text)
    type_into(dialog, "Giá hợp đồng", "1.800.000.000")
    screen.press("Nhập hợp đồng", dialog)
    assert screen.told == ["Đã nhập hợp đồng; giai đoạn Ký hợp đồng xong ngày 28/6/2021"]
    row = screen.work(FIELD)
    assert row.facts.stages[Stage.CONTRACT].done == date(2021, 6, 28)
    assert row.state.stage.value in ("clearance", "start")
    screen.press("Nhập hợp đồng")
    dialog = screen.dialog(ContractDialog)
    assert screen.says(field(dialog, "Ngày ký").below) == []  # of a second one


@pytest.mark.parametrize("kind", ["work", "measure", "plan", "stages", "money", "accept", "contract", "debt"])
def test_dialogs_are_no_larger_than_the_screen(
    qtbot: QtBot, screen: Screen, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = QSize(675, 308)
    monkeypatch.setattr(fit, "room", lambda _widget: room)
    context, row = screen.context, screen.work(ROAD)
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(*SMALL)
    page.show()
    made: RecordDialog = {
        "work": lambda: WorkDialog(page, context, row, CHOICES),
        "measure": lambda: MeasureDialog(page, context, row),
        "plan": lambda: PlanDialog(page, context, row),
        "stages": lambda: StagesDialog(page, context, row),
        "money": lambda: MoneyDialog(page, context, row),
        "accept": lambda: AcceptDialog(page, context, row),
        "contract": lambda: ContractDialog(page, context, row, ()),
        "debt": lambda: DebtDialog(page, context, row),
    }[kind]()
    made.open()
    settle()
    assert made.width() <= room.width()
    assert made.height() <= room.height()
    assert misfits(made) == []
    made.close()


def test_the_buttons_stay_in_sight_below_a_warning(
    qtbot: QtBot, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = QSize(675, 308)
    monkeypatch.setattr(fit, "room", lambda _widget: room)
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(*SMALL)
    page.show()
    dialog = StagesDialog(page, screen.context, screen.work(FIELD))
    dialog.open()
    for stage in (Stage.TENDER, Stage.CONTRACT, Stage.START):
        line = dialog._edits[stage][1]
        line.insert("1/1/2021")
        line.textEdited.emit(line.text())
    settle()
    assert dialog._warning.text().count("\n") == 3
    assert dialog.height() <= room.height()
    assert misfits(dialog) == []
    asked = screen.context.ask
    assert isinstance(asked, ScriptedAsk)
    asked.answers = [True]
    dialog.close()


def test_the_simplified_route_is_checked_and_what_fails_is_told(screen: Screen) -> None:
    open_from(screen, ROAD, PROGRESS, "Điều kiện đặc thù")
    dialog = screen.dialog(RouteDialog)
    said = screen.says(dialog)
    assert any("Xét theo Nghị định số 161/2016/NĐ-CP, ngày 26/2/2021." in words for words in said)
    assert any("chưa đối chiếu với bản gốc; xem bản gốc" in words for words in said)
    assert not any("hiểu biết chung" in words for words in said)  # how the program came to it
    assert any("Tổng mức đầu tư dưới 05 tỷ đồng: đạt" in words for words in said)
    choose_in(dialog, "Thuộc danh mục loại công trình do UBND tỉnh quy định", "Không đạt")
    (note,) = [
        note
        for choice, note, _said in dialog._said.values()
        if choice._label.text().startswith("Thuộc danh mục")
    ]
    assert isinstance(note.edit, QLineEdit)
    note.edit.clear()
    screen.press("Ghi điều kiện", dialog)
    assert "Ghi lý do vào ô bên cạnh" in problem(dialog)
    note.edit.insert("chợ không có trong danh mục")
    screen.press("Ghi điều kiện", dialog)
    (alarm,) = [one for one in screen.work(ROAD).warnings if one.alert is Alert.ROUTE]
    assert alarm.text.endswith("do UBND tỉnh quy định” (chợ không có trong danh mục).")


def test_the_ordinary_route_has_no_conditions(screen: Screen) -> None:
    screen.choose(FIELD)
    screen.page._detail.tabs.choose(PROGRESS)
    assert not screen.page._detail._route.isVisible()
