"""The page Đơn vị thi công: who is late, who does not answer, and what is recorded."""

from __future__ import annotations

import pytest
from fitting import settle
from page_screen import PageScreen
from PySide6.QtWidgets import QDialog
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from scripted import cut_labels
from works_screen import edit, field, type_into

from ntm_desktop.domain.overview import Link
from ui.context import Context
from ui.dialogs.contractor import ContractorDialog, LetterDialog
from ui.dialogs.report import ReportDialog
from ui.main_window import MainWindow
from ui.models.contractors import columns, rows_of
from ui.models.rows import RowsModel
from ui.pages.contractors import ContractorsPage
from ui.widgets.cards import Line
from ui.widgets.edits import Choice, DateEdit
from ui.widgets.table import Table

GROUP = "Tổ thợ Yên Thắng"


class Screen(PageScreen[ContractorsPage]):
    def __init__(self, qtbot: QtBot, context: Context, width: int = 1176, height: int = 621) -> None:
        super().__init__(qtbot, context, ContractorsPage(context), width, height)

    def first_table(self) -> Table:
        return self.page._table

    def choose(self, name: str) -> None:
        self.page.select(next(row.uid for row in self.page._rows if row.name == name))

    def line(self, words: str) -> Line:
        lines = self.page.details.findChildren(Line)
        return next(one for one in lines if one.isVisible() and words in one.accessibleName())


@pytest.fixture
def screen(qtbot: QtBot, sample_context: Context) -> Screen:
    return Screen(qtbot, sample_context)


def test_the_contractors_of_the_sample(screen: Screen) -> None:
    assert screen.rows() == [
        ("Công ty TNHH Xây dựng Hồng Phúc", "Doanh nghiệp, HTX", "1", "1", "37", "1", "", "Chậm 37 ngày"),
        (GROUP, "Cộng đồng, tổ nhóm", "1", "1", "28", "1", "1", "Quá hạn trả lời"),
        ("Công ty CP Xây dựng Minh Hóa", "Doanh nghiệp, HTX", "1", "", "", "", "", "Đã làm xong"),
        ("HTX Dịch vụ nông nghiệp Yên Hóa", "Cộng đồng, tổ nhóm", "1", "", "", "", "", "Đã làm xong"),
        ("Tổ thợ Đồng Tâm", "Cộng đồng, tổ nhóm", "0", "", "", "", "", "Chưa có hợp đồng"),
    ]


def test_the_panel_leads_to_the_work(screen: Screen) -> None:
    screen.choose(GROUP)
    says = screen.says(screen.page.details)
    assert "đạt 82%, chậm 28 ngày, hợp đồng đến 20/6/2021" in says
    assert "Quá hạn trả lời, hạn trả lời 28/6/2021" in says
    screen.line("Nhà văn hóa").pressed.emit()
    (link,) = screen.followed
    assert isinstance(link, Link)
    assert link.page == "cong-trinh"


def test_the_answer_to_a_letter_is_recorded(screen: Screen) -> None:
    screen.choose(GROUP)
    screen.line("Số 40/CV-BQL").pressed.emit()
    dialog = screen.dialog(QDialog)
    assert isinstance(dialog, LetterDialog)
    type_into(dialog, "Ngày trả lời", "20/6/2021")
    screen.press("Ghi công văn", dialog)
    assert "ở trước ngày gửi 21/6/2021" in screen.says(field(dialog, "Ngày trả lời").below)[0]
    type_into(dialog, "Ngày trả lời", "29/6/2021")
    screen.press("Ghi công văn", dialog)
    assert screen.says(field(dialog, "Nội dung trả lời").below)[0].startswith("Chưa nhập nội dung trả lời")
    area = edit(dialog, "Nội dung trả lời")
    area.insertPlainText("Đủ thợ từ 1/7")  # type: ignore[union-attr]
    screen.press("Ghi công văn", dialog)
    assert screen.rows()[1][5:] == ("1", "", "Chậm 28 ngày")
    assert any("Trả lời 29/6/2021: Đủ thợ từ 1/7" in text for text in screen.says(screen.page.details))


def test_a_letter_is_recorded(screen: Screen) -> None:
    screen.choose(GROUP)
    screen.press("Ghi công văn")
    dialog = screen.dialog(QDialog)
    assert isinstance(dialog, LetterDialog)
    work = edit(dialog, "Công trình")
    assert isinstance(work, Choice)
    assert work.currentText() == "Nhà văn hóa thôn Yên Thắng"
    type_into(dialog, "Số công văn", "45/CV-BQL")
    screen.press("Ghi công văn", dialog)
    assert screen.says(field(dialog, "Nội dung").below) == ["Chưa nhập nội dung công văn."]
    edit(dialog, "Nội dung").insertPlainText("Nhắc lần hai")  # type: ignore[union-attr]
    screen.press("Ghi công văn", dialog)
    assert screen.rows()[1][5:7] == ("2", "2")


def test_making_the_letter_offers_to_record_it(screen: Screen) -> None:
    screen.choose(GROUP)
    screen.press("Lập công văn đôn đốc")
    settle()
    paper = screen.dialog(QDialog)
    assert isinstance(paper, ReportDialog)
    assert paper._choice.currentText() == GROUP
    screen.press("Ghi công văn đã gửi", paper)
    dialog = next(one for one in paper.findChildren(LetterDialog) if one.isVisible())
    asked = edit(dialog, "Hạn trả lời")
    assert isinstance(asked, DateEdit)
    assert asked.text() == "7/7/2021"  # what the letter asks for
    type_into(dialog, "Số công văn", "45/UBND-XD")
    screen.press("Ghi công văn", dialog)
    paper.reject()
    assert screen.rows()[1][5:7] == ("2", "2")
    assert "Công văn đôn đốc tiến độ" in screen.says(screen.page.details)


def test_a_letter_without_a_work_is_refused(screen: Screen) -> None:
    screen.choose("Tổ thợ Đồng Tâm")
    screen.press("Ghi công văn")
    dialog = screen.dialog(QDialog)
    assert isinstance(dialog, LetterDialog)
    edit(dialog, "Nội dung").insertPlainText("Bắt đầu thi công")  # type: ignore[union-attr]
    screen.press("Ghi công văn", dialog)
    assert any(text.startswith("Chưa chọn công trình.") for text in screen.says(dialog))


def test_a_contractor_is_added_edited_and_taken_out(screen: Screen) -> None:
    screen.press("Thêm đơn vị")
    dialog = screen.dialog(QDialog)
    assert isinstance(dialog, ContractorDialog)
    type_into(dialog, "Tên đơn vị", "Công ty Á Đông")
    screen.press("Thêm đơn vị", dialog)
    screen.choose("Công ty Á Đông")
    screen.press("Sửa")
    dialog = screen.dialog(QDialog)
    assert isinstance(dialog, ContractorDialog)
    type_into(dialog, "Mã số thuế", "3100123456")
    screen.press("Ghi", dialog)
    assert "Mã số thuế 3100123456" in "\n".join(screen.says(screen.page.details))
    screen.press("Xóa đơn vị")
    assert len(screen.rows()) == 5
    assert not screen.page.details.is_open


def test_the_works_lead_here_and_back(qtbot: QtBot, sample_context: Context) -> None:
    window = MainWindow(sample_context)
    window.furnish(None)
    qtbot.addWidget(window, before_close_func=lambda closing: closing._close_now())
    window.resize(1366, 697)
    window.show()
    window.begin()
    window.follow(Link("cong-trinh"))
    works = window._stage.current()
    assert works is not None
    works._builders.click()  # type: ignore[attr-defined]
    page = window._stage.current()
    assert isinstance(page, ContractorsPage)
    assert window._navigation._items["cong-trinh"].isChecked()
    page._back.click()
    assert window._stage.current() is works


def test_the_model_is_sound(screen: Screen, qtmodeltester: ModelTester) -> None:
    model = RowsModel(columns())
    model.set_rows(rows_of(screen.page._rows))
    qtmodeltester.check(model)


@pytest.mark.parametrize(("width", "height"), [(1176, 621), (1041, 488), (631, 272)])
def test_every_label_fits(qtbot: QtBot, sample_context: Context, width: int, height: int) -> None:
    screen = Screen(qtbot, sample_context, width, height)
    for row in screen.page._rows:
        screen.choose(row.name)
        settle()
        assert cut_labels(screen.stage) == []
