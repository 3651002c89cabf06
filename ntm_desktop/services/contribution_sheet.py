"""What the sheet of contributions looks like: its columns and its examples."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ntm_desktop.domain.contributions import GIVER_NAMES, KIND_NAMES, UNITS, GiverKind, Kind
from ntm_desktop.services import known_works
from ntm_desktop.sheets.columns import CellKind, Column, Form

PRICED, UNPRICED = "co", "khong"
"""Whether a gift has a value in money."""
_UNITS = tuple(dict.fromkeys(unit for units in UNITS.values() for unit in units))

WORK = Column(
    "work",
    "Công trình",
    note="Để trống khi góp chung cho xã.",
    width=40,
    also=("Tên công trình", "Đóng góp cho", "Đóng góp cho công trình"),
)
CODE = replace(
    known_works.CODE, key="work_code", note="Chương trình ghi khi xuất Excel. Có tên thì không cần mã."
)
FORM = Form(
    key="contributions",
    title="Đóng góp",
    named_by="giver",
    columns=(
        Column(
            "giver_kind",
            "Người đóng góp là",
            CellKind.CHOICE,
            "Để trống là hộ gia đình.",
            choices=tuple((kind.value, name) for kind, name in GIVER_NAMES.items()),
            width=20,
            also=("Đối tượng", "Đối tượng đóng góp"),
        ),
        Column(
            "giver",
            "Người đóng góp",
            note="Tên chủ hộ, tổ chức, nhà tài trợ; cả thôn thì để trống.",
            width=26,
            also=("Chủ hộ", "Tên chủ hộ", "Họ tên chủ hộ", "Họ và tên chủ hộ", "Họ và tên", "Họ tên", "Hộ"),
        ),
        Column("hamlet", "Thôn", CellKind.NAME, "Hộ, cả thôn phải ghi thôn.", width=18, also=("Thôn, bản",)),
        Column(
            "kind",
            "Loại đóng góp",
            CellKind.CHOICE,
            required=True,
            choices=tuple((kind.value, name) for kind, name in KIND_NAMES.items()),
            width=18,
            also=("Loại", "Hình thức", "Hình thức đóng góp"),
        ),
        Column("on", "Ngày đóng góp", CellKind.DATE, required=True, width=14, also=("Ngày",)),
        Column(
            "amount",
            "Số tiền",
            CellKind.MONEY,
            "Chỉ của tiền mặt. Không góp thì ghi 0.",
            also=("Tiền mặt",),
        ),
        Column("item", "Tên hiện vật, loại đất", width=22, also=("Tên hiện vật", "Loại đất", "Hiện vật")),
        Column(
            "quantity",
            "Số lượng",
            CellKind.QUANTITY,
            "Của ngày công, đất, hiện vật.",
            width=12,
            also=("Khối lượng",),
        ),
        Column(
            "unit",
            "Đơn vị",
            CellKind.CHOICE,
            "Tiền mặt, ngày công, hiến đất để trống cũng được.",
            choices=tuple((unit, unit) for unit in _UNITS),
            width=10,
            also=("Đơn vị tính", "ĐVT"),
        ),
        Column(
            "price",
            "Đơn giá thỏa thuận",
            CellKind.MONEY,
            "Để trống thì tính theo bảng đơn giá.",
            also=("Đơn giá",),
        ),
        Column(
            "priced",
            "Quy ra tiền",
            CellKind.CHOICE,
            "Đất hiến không quy ra tiền thì chọn Không.",
            choices=((PRICED, "Có"), (UNPRICED, "Không")),
            width=12,
        ),
        WORK,
        CODE,
        Column("indicator", "Chỉ tiêu", CellKind.CODES, "Một mã, khi góp cho một chỉ tiêu.", width=10),
        Column("document", "Biên bản, phiếu thu", width=22, also=("Chứng từ", "Văn bản")),
        Column("note", "Ghi chú", CellKind.BODY, width=30),
        Column("reason", "Lý do sửa", note="Phải ghi khi sửa khoản đã nhập.", width=26),
    ),
    examples=(
        {
            "giver_kind": GiverKind.HOUSEHOLD.value,
            "giver": "Đinh Văn Đức",
            "kind": Kind.LABOUR.value,
            "on": date(2021, 5, 10),
            "quantity": 5_500,
            "unit": "công",
            "price": 180_000,
            "work": "Đường trục thôn Tân Lợi 1, bê tông 0,85 km",
        },
        {
            "giver_kind": GiverKind.HOUSEHOLD.value,
            "giver": "Cao Thị Hòa",
            "kind": Kind.LAND.value,
            "on": date(2021, 5, 12),
            "item": "đất vườn",
            "quantity": 85_000,
            "unit": "m²",
            "priced": UNPRICED,
        },
        {
            "giver_kind": GiverKind.DONOR.value,
            "giver": "Hội đồng hương Minh Hóa tại Hà Nội",
            "kind": Kind.MONEY.value,
            "on": date(2021, 6, 1),
            "amount": 20_000_000,
            "document": "PT 12/2021",
        },
    ),
)
