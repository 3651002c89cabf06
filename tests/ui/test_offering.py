"""Names offered below a field: typed in as UniKey does, picked, put away; and where the dialogs use them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from mobilise_screen import Screen
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from works_screen import edit, field, type_into

from ui.context import Context
from ui.dialogs.clearance import PlotDialog
from ui.dialogs.contribution import ContributionDialog
from ui.dialogs.record import RecordDialog
from ui.widgets.offering import OfferingEdit

NAMES = ["Đinh Văn Đức", "Cao Thị Đào", "Hồ Văn Cao", "Cáo Văn Tám"]


@pytest.fixture
def offering(qtbot: QtBot) -> OfferingEdit:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 300)
    column = QVBoxLayout(window)
    line = OfferingEdit()
    for part in (line, QLineEdit()):
        column.addWidget(part)
    column.addStretch(1)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    line.setFocus()
    line.offer(NAMES)
    line.parent_kept = window  # type: ignore[attr-defined]
    return line


def typed(line: QLineEdit, text: str) -> None:
    """As a person types: a key event has no Vietnamese letter."""
    line.insert(text)
    line.textEdited.emit(line.text())


def test_names_stand_below_and_nothing_comes_into_the_field(offering: OfferingEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(offering, "cao")
    assert offering.text() == "cao"
    assert offering.offered() == ["Cao Thị Đào", "Cáo Văn Tám", "Hồ Văn Cao"]
    qtbot.keyClick(offering, Qt.Key.Key_Backspace)  # UniKey: Backspace, then the letter
    typed(offering, "ò")
    assert offering.text() == "caò"
    assert offering.hasFocus()
    qtbot.keyClicks(offering, "x")
    assert offering.offered() == []
    assert offering.text() == "caòx"


def test_a_name_is_picked_with_the_keys_or_the_mouse_and_taken_back(
    offering: OfferingEdit, qtbot: QtBot
) -> None:
    qtbot.keyClicks(offering, "ca")
    qtbot.keyClick(offering, Qt.Key.Key_Down)
    qtbot.keyClick(offering, Qt.Key.Key_Down)
    qtbot.keyClick(offering, Qt.Key.Key_Return)
    assert (offering.text(), offering.offered()) == ("Cáo Văn Tám", [])
    offering.undo()
    assert offering.text() == "ca"
    qtbot.keyClick(offering, Qt.Key.Key_End)
    qtbot.keyClicks(offering, "o")
    assert offering._offers is not None
    shown = offering._offers.list
    place = shown.visualItemRect(shown.item(2)).center()
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert offering.text() == "Hồ Văn Cao"
    assert offering.hasFocus()


def test_it_is_put_away_with_escape_and_with_the_focus(offering: OfferingEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(offering, "ca")
    qtbot.keyClick(offering, Qt.Key.Key_Escape)
    assert (offering.text(), offering.offered()) == ("ca", [])
    qtbot.keyClick(offering, Qt.Key.Key_Down)
    assert offering.offered()
    qtbot.keyClick(offering, Qt.Key.Key_Tab)
    assert offering.offered() == []


@pytest.fixture
def sample(qtbot: QtBot, sample_context: Context) -> Screen:
    return Screen(qtbot, sample_context)


def line_of(dialog: RecordDialog, label: str) -> OfferingEdit:
    line = edit(dialog, label)
    assert isinstance(line, OfferingEdit)
    line.setFocus()
    return line


def test_households_of_the_hamlet_are_offered(sample: Screen) -> None:
    sample.press("Ghi đóng góp", sample.page)
    dialog = sample.dialog(ContributionDialog)
    sample.pick(dialog, "Thôn", "Tân Lợi 1")
    name = line_of(dialog, "Tên chủ hộ")
    typed(name, "dinh")
    assert "Đinh Xuân Hoá" in name.offered()
    name.clear()
    sample.pick(dialog, "Thôn", "Yên Thắng")
    typed(name, "dinh xuan hoa")
    assert name.offered() == []
    sample.pick(dialog, "Người đóng góp là", "Doanh nghiệp, HTX, tổ chức")
    name = line_of(dialog, "Tên tổ chức, người tài trợ")
    name.clear()
    typed(name, "cao")
    assert name.offered() == []


def test_land_that_has_a_price_is_offered_and_the_hint_follows_what_is_typed(sample: Screen) -> None:
    sample.press("Ghi đóng góp", sample.page)
    dialog = sample.dialog(ContributionDialog)
    type_into(dialog, "Tên chủ hộ", "Đinh Xuân Hóa")
    sample.pick(dialog, "Loại", "Hiến đất")
    hint = field(dialog, "Cách tính giá trị").below
    assert hint.text().startswith("Chưa có đơn giá áp dụng ngày này. Có đơn giá: ")
    item = line_of(dialog, "Tên hiện vật, loại đất")
    typed(item, "dat o nong thon")
    assert item.offered() == ["Đất ở nông thôn"]
    assert "150.000 đồng/m²" in hint.text()
    item.clear()
    typed(item, "Đất ao")
    assert hint.text().startswith("Chưa có đơn giá áp dụng ngày này.")
    type_into(dialog, "Số lượng", "50")
    sample.press("Ghi đóng góp", dialog)
    assert "Ghi tên có đơn giá (Đất ở nông thôn" in hint.text()
    assert "hoặc chọn “Đơn giá thỏa thuận” ở đây" in hint.text()
    type_into(dialog, "Ngày đóng góp", "1/1/2017")  # before there was any price
    assert hint.text() == "Chưa có đơn giá áp dụng ngày này."
    sample.press("Ghi đóng góp", dialog)
    assert "Chọn “Đơn giá thỏa thuận” ở đây, hoặc thêm vào bảng đơn giá." in hint.text()
    sample.pick(dialog, "Cách tính giá trị", "Đơn giá thỏa thuận")
    type_into(dialog, "Đơn giá thỏa thuận", "90.000")
    sample.press("Ghi đóng góp", dialog)
    loaded = sample.page._loaded
    assert loaded is not None
    assert any(row.gift.item == "Đất ao" for row in loaded.gifts.rows)


def test_without_hamlets_the_dialogs_say_where_they_are_entered(
    qtbot: QtBot, folder: Path, open_context: Callable[[Path], Context]
) -> None:
    screen = Screen(qtbot, open_context(folder))
    said = "Xã chưa nhập thôn nào. Nhập danh sách thôn ở trang Thiết lập, mục Xã, rồi ghi lại."
    screen.press("Ghi đóng góp", screen.page)
    dialog = screen.dialog(ContributionDialog)
    assert field(dialog, "Thôn").below.text() == said
    type_into(dialog, "Tên chủ hộ", "Lê Văn A")
    type_into(dialog, "Số tiền", "200.000")
    screen.press("Ghi đóng góp", dialog)
    assert field(dialog, "Thôn").below.text() == said
    assert edit(dialog, "Thôn").property("invalid")
    screen.page.tabs.choose(1)
    loaded = screen.page._loaded
    assert loaded is not None
    plot = PlotDialog(screen.page, screen.context, loaded.choices)
    plot.open()
    assert field(plot, "Thôn").below.text() == said
