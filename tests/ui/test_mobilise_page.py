"""The page Huy động: gifts entered, refused, corrected and withdrawn; their sums."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from fitting import settle
from mobilise_screen import Screen, choose
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from scripted import cut_labels
from works_screen import field, type_into

from ntm_desktop.domain.alerts import Alert
from ntm_desktop.services import commune, works
from ntm_desktop.services.clearance import PlotView
from ntm_desktop.services.commune import HamletView
from ntm_desktop.services.works import WorkTable
from ui import theme
from ui.context import Context
from ui.dialogs.clearance import PlotDialog, PlotEventDialog
from ui.dialogs.contribution import ContributionDialog, WithdrawDialog
from ui.dialogs.household import HouseholdDialog
from ui.dialogs.unit_price import UnitPriceDialog
from ui.models.mobilise import gift_columns, gift_rows
from ui.models.mobilise_land import plot_columns, plot_rows, resource_columns, resource_rows
from ui.models.rows import RowsModel
from ui.widgets.buttons import Chip


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
    assert "Ghi từng hộ, cả thôn, hoặc nhập từ Excel." in " ".join(screen.says())
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
    assert "Chưa có đơn giá ngày công" in field(dialog, "Cách tính giá trị").below.text()
    type_into(dialog, "Số lượng", "-1")
    screen.press("Ghi đóng góp", dialog)
    assert "không được âm" in field(dialog, "Số lượng").below.text()
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
    assert "Ghi lý do rút" in field(dialog, "Lý do").below.text()
    type_into(dialog, "Lý do", "Hộ đổi ý")
    screen.press("Rút đóng góp", dialog)
    assert [row[-1] for row in screen.rows(screen.page._gifts.table)] == ["Đã rút", "0"]
    today = screen.context.tasks.today()
    assert f"Rút ngày {today.day}/{today.month}/{today.year}: Hộ đổi ý" in screen.says(screen.page.details)


# Giải phóng mặt bằng, Nguồn lực, Đơn giá


@pytest.fixture
def sample(qtbot: QtBot, sample_context: Context) -> Screen:
    return Screen(qtbot, sample_context)


def plot_of(screen: Screen, household: str) -> PlotView:
    loaded = screen.page._loaded
    assert loaded is not None
    return next(row for row in loaded.plots.rows if row.household == household)


def test_the_plots_of_the_sample_by_work_and_the_one_that_is_open(sample: Screen) -> None:
    assert sample.counted == [3]
    sample.page.select(f"gpmb/{plot_of(sample, 'Đinh Xuân Đỗ').uid}")
    plots = sample.page._plots
    shown = sample.rows(plots.table)
    assert (shown[0][0], shown[0][-1]) == ("Đường trục thôn Tân Lợi 1, bê tông 0,85 km", "4/5 đã bàn giao")
    assert shown[1] == ("Đinh Xuân Đỗ", "Tân Lợi 1", "124/14", "85", "Đất ở nông thôn", "Hiến", "",
                        "5/3/2021", "Đã kiểm kê")  # fmt: skip
    assert "03 thửa chưa bàn giao  ·  còn 54.700.000 đồng bồi thường chưa chi trả" in sample.says()
    plots.chips.choose("open")
    assert [row[0] for row in sample.rows(plots.table) if row[2]] == [
        "Đinh Xuân Đỗ", "Cao Xuân Đô", "Đinh Thị Đoan",
    ]  # fmt: skip
    sample.page.select(f"gpmb/{plot_of(sample, 'Cao Thị Đào').uid}")
    assert len(sample.rows(plots.table)) == 9


def test_a_plot_is_handed_over_and_the_work_is_free(sample: Screen) -> None:
    sample.page.select(f"gpmb/{plot_of(sample, 'Đinh Xuân Đỗ').uid}")
    sample.press("Ghi diễn biến", sample.page.details)
    dialog = sample.dialog(PlotEventDialog)
    sample.pick(dialog, "Diễn biến", "Bàn giao mặt bằng")
    type_into(dialog, "Ngày", "1/7/2021")
    sample.press("Ghi diễn biến", dialog)
    assert "ở sau hôm nay" in field(dialog, "Ngày").below.text()
    type_into(dialog, "Ngày", "28/6/2021")
    sample.press("Ghi diễn biến", dialog)
    assert plot_of(sample, "Đinh Xuân Đỗ").state_text == "Đã bàn giao"
    assert sample.counted[-1] == 2
    found: list[WorkTable] = []
    on = sample.context.tasks.today()
    sample.context.tasks.read(lambda session: works.table(session, on=on), found.append, sample.page)
    road = next(row for row in found[0].rows if row.name.startswith("Đường trục"))
    assert Alert.LAND not in {one.alert for one in road.warnings}


def test_the_same_plot_is_refused_and_another_one_added_and_removed(sample: Screen) -> None:
    sample.page.tabs.choose(1)
    sample.press("Thêm thửa đất", sample.page)
    dialog = sample.dialog(PlotDialog)
    sample.press("Thêm thửa đất", dialog)
    assert field(dialog, "Công trình").below.text() == "Chưa chọn công trình cần mặt bằng."
    sample.pick(dialog, "Công trình", "Bãi tập kết rác xã")
    for label, text in (("Tên chủ hộ", "Hồ Thị Đặng"), ("Số thửa", "9"), ("Tờ bản đồ", "22")):
        type_into(dialog, label, text)
    type_into(dialog, "Diện tích", "310,5")
    sample.press("Thêm thửa đất", dialog)
    assert "của hộ Đinh Thị Đoan" in field(dialog, "Số thửa").below.text()
    type_into(dialog, "Số thửa", "11")
    sample.press("Thêm thửa đất", dialog)
    added = plot_of(sample, "Hồ Thị Đặng")
    assert (added.area, added.state_text) == (310_500, "Chưa vận động")
    sample.page.select(f"gpmb/{added.uid}")
    sample.press("Xóa thửa đất", sample.page.details)
    assert sample.told == ["Đã xóa thửa đất khỏi danh sách."]
    assert sample.counted[-1] == 3


def test_a_household_is_renamed_everywhere_but_not_to_another_one(sample: Screen) -> None:
    sample.page.select(f"gpmb/{plot_of(sample, 'Đinh Văn Đức').uid}")
    sample.press("Sửa tên hộ", sample.page.details)
    dialog = sample.dialog(HouseholdDialog)
    type_into(dialog, "Tên chủ hộ", "Cao Thị Đào")
    sample.press("Ghi", dialog)
    assert any("Thôn này đã có hộ “Cao Thị Đào”" in words for words in sample.says(dialog))
    type_into(dialog, "Tên chủ hộ", "Đinh Văn Đức (Sáu)")
    sample.press("Ghi", dialog)
    assert plot_of(sample, "Đinh Văn Đức (Sáu)").plot == "112"
    loaded = sample.page._loaded
    assert loaded is not None
    assert sum(row.giver == "Đinh Văn Đức (Sáu)" for row in loaded.gifts.rows) == 2


def test_resources_are_counted_once(sample: Screen) -> None:
    sample.page.tabs.choose(2)
    shown = {row[0]: row[1:] for row in sample.rows(sample.page._resources.table)}
    assert shown["Nhân dân, tiền mặt"][:4] == ("347.600.000", "236.500.000", "264.990.000", "319.110.000")
    assert shown["Tổng cộng"] == ("7.160.000.000", "466.000.000", "420.390.000", "7.205.610.000", "100%")
    assert "đã huy động 7.205.610.000 đồng" in sample.says()
    shares = [row[4] for row in shown.values() if row[4] not in ("", "0%", "100%")]
    assert shares
    assert all(re.fullmatch(r"\d+,\d%", share) for share in shares), shares  # as on paper


def test_the_title_and_the_chips_count_the_same_gifts(sample: Screen) -> None:
    """One gift was withdrawn: it is listed, and counted on its own."""
    chips = sample.page._gifts._kinds.findChildren(Chip)
    shown = [int(digits[0]) for chip in chips if (digits := re.findall(r"\d+", chip.text()))]
    assert sum(shown) == 17
    assert any("17 khoản đóng góp  ·  01 khoản đã rút" in words for words in sample.says())


def test_a_price_is_added_corrected_and_refused(sample: Screen) -> None:
    sample.press("Đơn giá", sample.page)
    dialog = sample.dialog(UnitPriceDialog)
    type_into(dialog, "Đơn giá", "200.000")
    type_into(dialog, "Áp dụng từ ngày", "4/1/2021")
    sample.press("Ghi đơn giá", dialog)
    assert "Đã có đơn giá này" in field(dialog, "Áp dụng từ ngày").below.text()
    sample.pick(dialog, "Việc", "Sửa: Ngày công, 180.000 đồng/công từ 4/1/2021")
    type_into(dialog, "Đơn giá", "190.000")
    sample.press("Ghi đơn giá", dialog)
    assert "Ghi lý do sửa" in field(dialog, "Lý do sửa").below.text()
    type_into(dialog, "Lý do sửa", "Nhập nhầm")
    sample.press("Ghi đơn giá", dialog)
    loaded = sample.page._loaded
    assert loaded is not None
    assert (
        loaded.gifts.totals.value == 466_000_000 + 279_500 * 10
    )  # 279,5 công of 2021, ten thousand more each


def test_the_models_keep_to_the_rules_of_qt(sample: Screen, qtmodeltester: ModelTester) -> None:
    loaded = sample.page._loaded
    assert loaded is not None
    for columns, rows in (
        (gift_columns(), gift_rows(loaded.gifts.rows, loaded.gifts)),
        (plot_columns("Hộ"), plot_rows(loaded.plots.rows)),
        (resource_columns(), resource_rows(loaded.found)),
    ):
        model = RowsModel(columns)
        model.set_rows(rows)
        qtmodeltester.check(model)


@pytest.mark.parametrize(("width", "height"), [(1176, 621), (1041, 482)])
@pytest.mark.parametrize("theme_name", ["light", "dark"])
def test_nothing_is_cut_on_a_small_screen(sample: Screen, width: int, height: int, theme_name: str) -> None:
    theme.apply(theme_name)
    sample.stage.resize(width, height)
    for tab in range(3):
        sample.page.tabs.choose(tab)
        settle()
        assert cut_labels(sample.stage) == []


def test_the_sums_are_headed_by_what_they_are_of(screen: Screen) -> None:
    give(screen, "Đinh Văn Đức", "5,5", "180000")
    gifts = screen.page._gifts
    heads = []
    for words in ("Tổng theo thôn", "Tổng theo loại", "Tổng theo công trình"):
        choose(gifts._view, words)
        settle()
        heads.append(gifts.sums.rows.headerData(0, Qt.Orientation.Horizontal))
        arrow = 30  # px, with the edges
        assert gifts._view.width() >= gifts._view.fontMetrics().horizontalAdvance(words) + arrow
    assert heads == ["Thôn", "Loại đóng góp", "Công trình"]
