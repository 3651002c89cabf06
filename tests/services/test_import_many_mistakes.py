"""Rows with several mistakes: each bad cell is told, with what is expected there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import test_import_contributions as gifts
import test_import_plots as plots
from imported import ROAD, refused, with_hamlets_and_works, write

from ntm_desktop.db.engine import Database
from ntm_desktop.services.importing import Preview

MARCH, MAY, JULY = date(2021, 3, 1), date(2021, 5, 10), date(2021, 7, 1)
Rows = Sequence[tuple[Sequence[Any], Mapping[str, str]]]


@pytest.fixture
def register(office: Database) -> Database:
    return with_hamlets_and_works(office)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "Nhiều lỗi.xlsx"


def check(shown: Preview, rows: Rows) -> None:
    for row, (_cells, says) in zip(shown.rows, rows, strict=True):
        told = {one.address[0]: one.expected for one in row.refusals}
        assert told.keys() == says.keys()
        assert {at: words for at, words in says.items() if words not in told[at]} == {}


def test_each_bad_cell_of_a_gift_is_told(register: Database, file: Path) -> None:
    heads = (*gifts.HEADS, "Chỉ tiêu", "Công trình")
    rows: Rows = (
        (
            ("Đinh Văn Đức", None, "Ngày công", "31/2/2021", None, 5, "m²", 180_000, "88.1", None),
            {"B": "Chưa chọn thôn", "D": "Không có ngày", "G": "tính bằng công", "I": "chỉ tiêu 88.1"},
        ),
        (
            ("Cao Thị Hòa", "Tân Lợi 1", "Ngày công", JULY, None, 5, "m²", 0, None, None),
            {"D": "sau hôm nay", "G": "Ngày công tính bằng công", "H": "lớn hơn 0"},
        ),
        (
            ("Cao Thị Hòa", "Bản Xa", "Tiền mặt", JULY, 200, None, None, None, None, "Cầu chưa có"),
            {"B": "Không có thôn", "D": "sau hôm nay", "E": "quá nhỏ", "J": "Không có công trình tên này"},
        ),
        (
            (None, "Tân Lợi 1", "Góp công", JULY, None, 5, None, None, "88.1", None),
            {"A": "Chưa nhập tên", "C": "Chọn một trong", "D": "sau hôm nay", "I": "chỉ tiêu 88.1"},
        ),
        (
            ("Cao Thị Hòa", "Tân Lợi 1", "Ngày công", MAY, None, 5, None, None, "88.1", None),
            {"H": "Chưa có đơn giá", "I": "chỉ tiêu 88.1"},
        ),
    )
    shown = gifts.preview(register, gifts.with_rows(file, *(cells for cells, _says in rows), heads=heads))
    check(shown, rows)


def test_a_correction_without_a_reason_does_not_hide_another_cell(register: Database, file: Path) -> None:
    heads = (*gifts.HEADS, "Chỉ tiêu")
    write(register, gifts.preview(register, gifts.with_rows(file, (*gifts.DUC, None), heads=heads)))
    shown = gifts.preview(
        register, gifts.with_rows(file, (*gifts.DUC[:5], 6, None, None, "88.1"), heads=heads)
    )
    assert [at for at, _says in refused(shown)] == ["A2", "I2"]  # there is no column for the reason


def test_each_bad_cell_of_a_plot_is_told(register: Database, file: Path) -> None:
    heads = (*plots.HEADS, "Ngày kiểm kê", "Duyệt bồi thường", "Tiền bồi thường", "Công trình")
    rows: Rows = (
        (
            ("Đinh Văn Đức", None, 14, 112, 0, "Bồi thường", JULY, None, None, JULY, 0, ROAD),
            {
                "B": "phải ghi thôn",
                "E": "lớn hơn 0",
                "G": "sau hôm nay",
                "J": "sau hôm nay",
                "K": "lớn hơn 0",
            },
        ),
        (
            ("Đinh Văn Đức", "Bản Xa", 14, 113, 0, "Bồi thường", MARCH, "tháng 4", JULY, None, None, ROAD),
            {"B": "Không có thôn", "E": "lớn hơn 0", "H": "Không đọc được ngày", "I": "sau hôm nay"},
        ),
        (
            ("Đinh Văn Đức", "Tân Lợi 1", 14, 114, 0, "Mua", JULY, None, JULY, None, None, "Cầu chưa có"),
            {
                "E": "lớn hơn 0",
                "F": "Hiến; Bồi thường",
                "G": "sau hôm nay",
                "I": "sau hôm nay",
                "L": "tên này",
            },
        ),
        (
            ("Đinh Văn Đức", "Tân Lợi 1", 14, 115, 0, "Hiến", MARCH, MARCH, date(2021, 4, 1), MARCH, 5, ROAD),
            {"E": "lớn hơn 0", "I": "đó. Nhập lại ngày", "J": "Đất hiến không có bồi thường"},
        ),
    )
    shown = plots.preview(
        register, plots.with_rows(file, *(cells for cells, _says in rows), heads=heads), within=""
    )
    check(shown, rows)
