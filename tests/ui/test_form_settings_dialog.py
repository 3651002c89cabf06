"""Where the dossier goes, in how many copies, under which form numbers: entered where its lines lead."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

import pytest
from dossier_screen import lines, press, show
from pytestqt.qtbot import QtBot

from ntm_desktop.documents.data import DossierData
from ntm_desktop.documents.wording import addressees
from ntm_desktop.services import dossier
from ui.context import Context
from ui.dialogs.form_settings import FormNumberDialog, FormSettingDialog, FormSettingsDialog
from ui.dialogs.record import RecordDialog

TODAY = date(2021, 6, 30)
OFFICE = "Văn phòng Điều phối nông thôn mới tỉnh Quảng Bình"
Kind = TypeVar("Kind", bound=RecordDialog)


class Screen:
    def __init__(self, qtbot: QtBot, context: Context) -> None:
        self.qtbot, self.context = qtbot, context
        self.page = show(qtbot, context)

    @property
    def dialog(self) -> FormSettingsDialog:
        return self.page.findChildren(FormSettingsDialog)[-1]

    def rows(self) -> dict[str, tuple[str, str]]:
        rows = self.dialog._table.rows
        cells = [rows.row(n).cells for n in range(rows.rowCount())]
        return {name.text: (used.text, state.text) for name, used, state in cells}

    def enter(self, key: str, kind: type[Kind], verb: str) -> Kind:
        assert self.dialog._table.select(key)
        press(self.qtbot, self.dialog, verb)
        return self.dialog.findChildren(kind)[-1]

    def data(self) -> DossierData:
        found = list[DossierData]()
        self.context.tasks.read(
            lambda session: dossier.collect(session, on=TODAY, today=TODAY, draft=True),
            found.append,
            self.page,
        )
        return found[0]


@pytest.fixture
def screen(qtbot: QtBot, sample_context: Context) -> Screen:
    return Screen(qtbot, sample_context)


def test_copies_are_confirmed_where_their_line_leads_and_the_line_goes(screen: Screen) -> None:
    assert "02 bản" in lines(screen.page)["Số bản chưa đối chiếu"][1]
    screen.page.select("noi-nhan/copies")
    assert screen.dialog._table.current_data() == "copies"
    dialog = screen.enter("copies", FormSettingDialog, "Nhập, đối chiếu")
    assert dialog._value.edit.text() == "2"
    dialog._value.edit.setText("1")
    dialog.verb.click()
    assert "Ghi số, ngày văn bản quy định số bản." in dialog._source.below.text()
    dialog._source.edit.setText("12/HD-VPĐP, 03/02/2021")
    choose_checked(dialog)
    dialog._by.edit.setText("")
    dialog.verb.click()
    assert "Ghi tên người đã đối chiếu" in dialog._by.below.text()
    dialog._by.edit.setText("Cao Thị Hòa")
    dialog.verb.click()
    assert screen.rows()["Số bản"] == ("01 bản", "Đã đối chiếu")
    assert "Số bản chưa đối chiếu" not in lines(screen.page)
    assert screen.data().copies == 1
    press(screen.qtbot, screen.dialog, "Bỏ mục riêng")
    assert screen.rows()["Số bản"] == ("02 bản", "Chưa đối chiếu")
    assert "Số bản chưa đối chiếu" in lines(screen.page)


def choose_checked(dialog: FormSettingDialog) -> None:
    choice = dialog._checked.edit
    choice.setCurrentIndex(1)
    choice.activated.emit(1)


def test_another_addressee_is_entered_and_doubted_until_it_is_confirmed(screen: Screen) -> None:
    press(screen.qtbot, screen.page, "Nơi nhận")
    dialog = screen.enter("addressees", FormSettingDialog, "Nhập, đối chiếu")
    assert dialog._value.edit.toPlainText() == "Ủy ban nhân dân huyện Minh Hóa"
    dialog._value.edit.setPlainText(f"Kính gửi: {OFFICE}.")
    dialog._source.edit.setText("12/HD-VPĐP")
    dialog.verb.click()
    assert addressees(screen.data()) == (OFFICE,)
    assert OFFICE in lines(screen.page)["Nơi nhận hồ sơ chưa đối chiếu"][1]
    dialog = screen.enter("addressees", FormSettingDialog, "Nhập, đối chiếu")
    assert dialog._source.edit.text() == "12/HD-VPĐP"
    choose_checked(dialog)
    dialog._by.edit.setText("Cao Thị Hòa")
    dialog.verb.click()
    assert "Nơi nhận hồ sơ chưa đối chiếu" not in lines(screen.page)


def test_a_form_number_is_entered_for_an_annex_too_and_taken_off(screen: Screen) -> None:
    press(screen.qtbot, screen.page, "Nơi nhận")
    name = "Mẫu số: Biểu chi tiết mức độ đạt từng tiêu chí"
    assert screen.rows()[name] == ("không in", "")
    dialog = screen.enter("bieu_chi_tiet", FormNumberDialog, "Nhập mẫu số")
    dialog._number.edit.setText("Mẫu số 2.1")
    dialog.verb.click()
    assert screen.rows()[name][0] == "Mẫu số 2.1"
    assert screen.dialog._table.current_data() == "bieu_chi_tiet"
    assert screen.data().paper("bieu_chi_tiet").form_number == "Mẫu số 2.1"
    press(screen.qtbot, screen.dialog, "Bỏ mục riêng")
    assert screen.rows()[name][0] == "không in"
