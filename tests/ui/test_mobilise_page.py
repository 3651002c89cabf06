"""The page Huy động: gifts entered, refused, corrected and withdrawn; their sums."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from mobilise_screen import Screen, choose
from pytestqt.qtbot import QtBot
from works_screen import field, type_into

from ntm_desktop.services import commune
from ntm_desktop.services.commune import HamletView
from ui.context import Context
from ui.dialogs.contribution import ContributionDialog, WithdrawDialog


@pytest.fixture
def screen(qtbot: QtBot, folder: Path, open_context: Callable[[Path], Context]) -> Screen:
    """A commune of two hamlets where nobody gave anything yet."""
    context = open_context(folder)
    rows = [HamletView(None, "Tân Lợi 1", 76, 298), HamletView(None, "Đặng Hoá", 159, 621)]
    context.tasks.write("Nhập thôn", lambda s: commune.save_hamlets(s, rows=rows), print, None)
    return Screen(qtbot, context)


def give(screen: Screen, giver: str, quantity: str, price: str = "") -> ContributionDialog:
    screen.press("Ghi đóng góp", screen.page)
    dialog = screen.dialog(ContributionDialog)
    type_into(dialog, "Tên chủ hộ", giver)
    screen.pick(dialog, "Loại", "Ngày công")
    type_into(dialog, "Số lượng", quantity)
    if price:
        screen.pick(dialog, "Cách tính giá trị", "Đơn giá thỏa thuận")
        type_into(dialog, "Đơn giá thỏa thuận", price)
    screen.press("Ghi đóng góp", dialog)
    return dialog


def test_a_gift_is_typed_listed_and_summed(screen: Screen) -> None:
    assert "Chưa ghi khoản đóng góp nào." in " ".join(screen.says())
    give(screen, "Đinh Văn Đức", "5,5", "180.000")
    gifts = screen.page._gifts
    assert [row[1:] for row in screen.rows(gifts.table)] == [
        ("Đinh Văn Đức", "Tân Lợi 1", "Chung của xã", "Ngày công", "5,5 công", "180.000", "990.000"),
        ("Tổng cộng", "", "", "", "", "", "990.000"),
    ]
    assert "01 khoản đóng góp  ·  01 hộ  ·  990.000 đồng" in screen.says()
    choose(gifts._view, "Tổng theo thôn")
    assert screen.rows(gifts.sums) == [
        ("Tân Lợi 1", "1", "0", "5,5", "990.000", "0", "0", "0", "990.000"),
        ("Đặng Hoá", "", "", "", "", "", "", "", ""),
        ("Tổng cộng", "1", "0", "5,5", "990.000", "0", "0", "0", "990.000"),
    ]


def test_what_is_refused_is_said_beside_its_field_and_the_dialog_stays(screen: Screen) -> None:
    dialog = give(screen, "Đinh Văn Đức", "5")
    assert "Chưa có đơn giá ngày công" in field(dialog, "Cách tính giá trị")._below.text()
    type_into(dialog, "Số lượng", "-1")
    screen.press("Ghi đóng góp", dialog)
    assert "không được âm" in field(dialog, "Số lượng")._below.text()
    assert dialog.isVisible()
    assert screen.rows(screen.page._gifts.table) == []


def test_a_gift_is_withdrawn_and_stays_to_be_seen(screen: Screen) -> None:
    give(screen, "Đinh Văn Đức", "5", "180.000")
    loaded = screen.page._loaded
    assert loaded is not None
    screen.page.select(loaded.gifts.rows[0].uid)
    screen.press("Rút đóng góp", screen.page.details)
    dialog = screen.dialog(WithdrawDialog)
    screen.press("Rút đóng góp", dialog)
    assert "Ghi lý do rút" in field(dialog, "Lý do")._below.text()
    type_into(dialog, "Lý do", "Hộ đổi ý")
    screen.press("Rút đóng góp", dialog)
    assert [row[-1] for row in screen.rows(screen.page._gifts.table)] == ["Đã rút", "0"]
    today = screen.context.tasks.today()
    assert f"Rút ngày {today.day}/{today.month}/{today.year}: Hộ đổi ý" in screen.says(screen.page.details)
