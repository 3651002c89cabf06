"""What the sheet of plots to be cleared looks like: its columns and its examples."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from ntm_desktop.domain.clearance import FORM_NAMES
from ntm_desktop.domain.clearance import Form as Terms
from ntm_desktop.services import contribution_sheet
from ntm_desktop.sheets.columns import CellKind, Column, Form

WORK = replace(
    contribution_sheet.WORK, note="Công trình cần mặt bằng.", also=("Tên công trình", "Công trình, dự án")
)
CODE = contribution_sheet.CODE
PLOT_AND_SHEET = ("Thửa/tờ", "Số thửa/tờ", "Thửa/tờ bản đồ", "Số thửa/số tờ")
"""Heads of a column that holds both, “112/14”: so the office's own table of clearance has it."""
MISSING: Mapping[str, str] = {
    "giver": "Thửa mới phải ghi tên chủ hộ.",
    "hamlet": "Thửa mới phải ghi thôn của hộ.",
    "area": "Thửa mới phải ghi diện tích bằng mét vuông, ví dụ 85,5.",
    "terms": "Thửa mới phải ghi hình thức: Hiến hoặc Bồi thường.",
}
"""What a plot that is new must have."""
FORM = Form(
    key="plots",
    title="Mặt bằng",
    named_by="plot",
    columns=(
        WORK,
        CODE,
        Column(
            "giver",
            "Chủ hộ",
            note="Thửa mới phải ghi.",
            width=26,
            also=("Tên chủ hộ", "Họ tên chủ hộ", "Họ và tên chủ hộ", "Họ và tên", "Họ tên", "Hộ", "Hộ dân"),
        ),
        Column("hamlet", "Thôn", CellKind.NAME, "Thửa mới phải ghi.", width=18, also=("Thôn, bản",)),
        Column("sheet", "Tờ bản đồ", width=10, also=("Tờ", "Số tờ", "Tờ bản đồ số")),
        Column(
            "plot",
            "Số thửa",
            note="Cùng công trình, tờ, thửa là một thửa đất.",
            required=True,
            width=10,
            also=("Thửa", "Thửa đất", "Thửa đất số", "Thửa số", *PLOT_AND_SHEET),
        ),
        Column(
            "area",
            "Diện tích (m²)",
            CellKind.QUANTITY,
            "Thửa mới phải ghi.",
            width=12,
            also=("Diện tích", "Diện tích thu hồi", "Diện tích hiến", "m²", "m2"),
        ),
        Column("land", "Loại đất", width=18),
        Column(
            "terms",
            "Hình thức",
            CellKind.CHOICE,
            "Thửa mới phải ghi.",
            choices=tuple((terms.value, name) for terms, name in FORM_NAMES.items()),
            width=14,
            also=("Hình thức giải phóng mặt bằng", "Hình thức GPMB"),
        ),
        Column("assets", "Tài sản trên đất", width=26, also=("Tài sản", "Tài sản gắn liền với đất")),
        Column(
            "since",
            "Ngày lập danh sách",
            CellKind.DATE,
            "Để trống là ngày của diễn biến đầu tiên, chưa có diễn biến thì ngày nhập.",
            width=14,
        ),
        Column("inventory", "Ngày kiểm kê", CellKind.DATE, width=14, also=("Kiểm kê",)),
        Column("agreed", "Ngày hộ đồng ý", CellKind.DATE, width=14, also=("Hộ đồng ý", "Ngày đồng ý")),
        Column(
            "decided",
            "Ngày duyệt bồi thường",
            CellKind.DATE,
            "Ghi cùng số tiền được duyệt.",
            width=14,
            also=("Duyệt bồi thường",),
        ),
        Column(
            "amount",
            "Tiền bồi thường được duyệt",
            CellKind.MONEY,
            "Ghi cùng ngày duyệt.",
            width=18,
            also=("Tiền bồi thường", "Số tiền bồi thường"),
        ),
        Column(
            "paid_on",
            "Ngày chi trả",
            CellKind.DATE,
            "Ghi cùng số tiền chi trả. Chi trả nhiều lần thì mỗi lần một dòng, ghi lại công trình, tờ, thửa.",
            width=14,
            also=("Chi trả", "Ngày chi trả bồi thường", "Ngày chi trả tiền bồi thường"),
        ),
        Column(
            "paid",
            "Tiền chi trả",
            CellKind.MONEY,
            "Số tiền của lần chi trả ngày đó.",
            width=18,
            also=("Số tiền chi trả", "Tiền đã chi trả", "Số tiền đã chi trả", "Đã chi trả"),
        ),
        Column(
            "handed_over",
            "Ngày bàn giao",
            CellKind.DATE,
            width=14,
            also=("Bàn giao", "Bàn giao mặt bằng", "Ngày bàn giao mặt bằng"),
        ),
        Column("note", "Ghi chú", CellKind.BODY, width=30),
    ),
    examples=(
        {
            "work": "Đường trục thôn Tân Lợi 1, bê tông 0,85 km",
            "giver": "Đinh Văn Đức",
            "sheet": "14",
            "plot": "112",
            "area": 210_000,
            "land": "đất vườn",
            "terms": Terms.DONATED.value,
            "since": date(2021, 3, 1),
            "inventory": date(2021, 3, 5),
            "agreed": date(2021, 3, 8),
            "handed_over": date(2021, 3, 12),
        },
        {
            "work": "Đường trục thôn Tân Lợi 1, bê tông 0,85 km",
            "giver": "Cao Thị Hòa",
            "sheet": "14",
            "plot": "115",
            "area": 85_500,
            "land": "đất ở",
            "terms": Terms.COMPENSATED.value,
            "assets": "tường rào 12 m",
            "since": date(2021, 3, 1),
            "decided": date(2021, 4, 2),
            "amount": 12_500_000,
            "paid_on": date(2021, 4, 20),
            "paid": 12_500_000,
        },
    ),
)
