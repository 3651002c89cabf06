"""What an authority prints of its communes, and two packages of one commune side by side."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from exchanging import AT, made, new_authority, pinned, submitted, taken
from pytestqt.qtbot import QtBot
from test_communes_page import CommunesScreen

from ntm_desktop.db.engine import Database
from ntm_desktop.services import commune as commune_service
from ntm_desktop.services import reports, sample
from ui.context import Context
from ui.dialogs.report import ReportDialog, ReportMenu
from ui.dialogs.submissions import SubmissionsDialog
from ui.pages.communes import CommunesPage

Open = Callable[[Path], Context]


@pytest.fixture
def screen(qtbot: QtBot, authority_context: Context) -> CommunesScreen:
    return CommunesScreen(qtbot, authority_context, CommunesPage(authority_context))


@pytest.fixture(autouse=True)
def unseen_menu(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ReportMenu, "popup", lambda _menu, _place: None)  # the offscreen platform has none


def report(screen: CommunesScreen, name: str) -> ReportDialog:
    screen.press("In, xuất")
    menu = screen.page.findChild(ReportMenu)
    assert isinstance(menu, ReportMenu)
    assert [action.text() for action in menu.actions()] == [
        "Tổng hợp kết quả của các xã",
        "Vốn cam kết cho các xã",
        "Khó khăn, vướng mắc theo cấp",
        "Báo cáo thẩm tra một xã",
    ]
    menu._on_triggered(next(one for one in menu.actions() if one.text() == reports.find(name).title))
    menu.close()
    return screen.dialog(ReportDialog)


def test_the_summary_goes_out_as_excel_too(screen: CommunesScreen, tmp_path: Path) -> None:
    dialog = report(screen, "tong-hop-xa")
    screen.ask.answers.append(tmp_path / "tong-hop.xlsx")
    screen.press("Lưu Excel", dialog)
    assert (tmp_path / "tong-hop.xlsx").stat().st_size > 0
    dialog.reject()


def test_the_appraisal_is_of_the_chosen_commune(screen: CommunesScreen, tmp_path: Path) -> None:
    assert screen.first_table().select("MH-TT")
    dialog = report(screen, "tham-tra")
    assert (dialog._choice.key(), dialog._choice.currentText()) == ("MH-TT", "xã Thái Thủy")
    assert {dialog._choice.itemText(number) for number in range(dialog._choice.count())} == {
        "xã Yên Hóa",
        "xã Đồng Hóa",
        "xã Thái Thủy",
    }
    screen.ask.answers.append(tmp_path / "tham-tra.docx")
    screen.press("Lưu Word", dialog)
    assert (tmp_path / "tham-tra.docx").stat().st_size > 0
    dialog.reject()


def test_one_package_cannot_be_compared(screen: CommunesScreen) -> None:
    screen.press("So sánh hai gói")
    dialog = screen.dialog(SubmissionsDialog)
    assert "Xã mới gửi một gói nên chưa có gì để so sánh. Chờ gói sau." in screen.says(dialog)
    assert not dialog._then.isVisible()


def test_two_packages_show_what_changed(qtbot: QtBot, tmp_path: Path, open_context: Open) -> None:
    sample.make(tmp_path / "yen-hoa")
    commune, authority = made(Database.open(tmp_path / "yen-hoa")), new_authority(tmp_path / "huyen")
    pinned(commune, authority)
    taken(authority, submitted(commune, tmp_path))
    with commune.database.write("Sửa", "Trần Thị Bình", AT) as session:
        commune_service.save(session, name="xã Yên Hóa Mới")
    taken(authority, submitted(commune, tmp_path))
    for side in (commune, authority):
        side.database.close()
    context = open_context(tmp_path / "huyen")
    screen = CommunesScreen(qtbot, context, CommunesPage(context))
    screen.press("So sánh hai gói")
    dialog = screen.dialog(SubmissionsDialog)
    assert dialog._then.currentText().startswith("Gói số 1 ")
    assert dialog._now.currentText().startswith("Gói số 2 ")
    assert any("Mới" in " ".join(row) for row in screen.rows(dialog._table))
    dialog._then.setCurrentIndex(dialog._then.findData("2"))
    dialog._then.committed.emit("2")
    assert "Chọn hai gói khác nhau để so sánh." in screen.says(dialog)
    assert not dialog._table.isVisible()
