"""A prepared spreadsheet with forty different mistakes, some in one row: each is told with its address."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import openpyxl
import pytest
from office import AT, LEAD, TODAY

from ntm_desktop.db.engine import Database
from ntm_desktop.domain.stages import Stage
from ntm_desktop.errors import NtmError
from ntm_desktop.services import commune, importing, registers, work_money, work_progress, works
from ntm_desktop.services.importing import Preview

WORKS = (
    "TT",
    "Mã công trình",
    "Tên công trình",
    "Loại công trình",
    "Trình tự",
    "Thôn",
    "Chỉ tiêu",
    "TMĐT (đồng)",
    "Ngày phê duyệt",
    "Ngày điều chỉnh",
    "Lý do điều chỉnh",
    "Khởi công",
    "Kế hoạch hoàn thành",
    "Ngày nghiệm thu",
)
PROGRESS = (
    "Tên công trình",
    "Ngày đo",
    "Khối lượng (%)",
    "Giá trị khối lượng (đồng)",
    "Vì sao chậm",
    "Lý do",
)
KNOWN, OTHER = "Đường trục thôn Tân Lợi 1", "Kênh mương nội đồng"
FIRST = 6  # the first row of data: titles, heads and their numbers stand above


class Mistake(NamedTuple):
    column: str
    value: Any
    says: str
    at: str = ""
    """The column told, where it is another one."""
    name: str = ""
    """The work of the row; "" a new one."""
    beside: Mapping[str, Any] = MappingProxyType({})
    percent: bool = False
    more: Mapping[str, tuple[Any, str]] = MappingProxyType({})
    """Further mistakes of the row, by their column: what stands there, what is said."""


OF_WORKS = (
    Mistake(
        "B",
        "khong-co",
        "Không có công trình mã này",
        more={"H": (1250, "có phải triệu đồng không"), "L": (date(2022, 1, 1), "sau hôm nay")},
    ),
    Mistake("C", None, "Ô này phải ghi"),
    Mistake("C", KNOWN, "Trùng công trình ở ô C6"),
    Mistake("C", "#REF!", "Công thức bị lỗi"),
    Mistake("C", date(2021, 6, 1), "đổi chữ trong ô thành ngày"),
    Mistake(
        "D",
        "Cầu đường",
        "Chọn một trong: Giao thông",
        more={"H": (1250, "có phải triệu đồng không"), "G": ("88.1", "không có chỉ tiêu 88.1")},
    ),
    Mistake("D", None, "Công trình mới phải ghi loại"),
    Mistake("D", 3, "Chọn một trong"),
    Mistake("E", "đặc biệt", "Thông thường; Cơ chế đặc thù"),
    Mistake("F", "Tân Lợi 9", "Không có thôn “Tân Lợi 9”", more={"D": (None, "phải ghi loại")}),
    Mistake("F", "Tân Lợi 1; Bản Xa", "Không có thôn “Bản Xa”"),
    Mistake("G", date(2021, 2, 2), "đổi chữ trong ô thành ngày"),
    Mistake("G", "giao thông", "Ghi mã chỉ tiêu"),
    Mistake("G", "99.9", "không có chỉ tiêu 99.9"),
    Mistake("H", "1.5", "Chưa rõ số"),
    Mistake("H", "1,250,000,000", "Chưa rõ số"),
    Mistake("H", "một tỷ", "không phải là số"),
    Mistake("H", -5_000_000, "không âm"),
    Mistake("H", 1_250_000.5, "số đồng nguyên"),
    Mistake("H", 1250, "có phải triệu đồng không"),
    Mistake("H", 1_250 * 10**9, "có thừa chữ số không"),
    Mistake("H", 10**16, "số đồng nguyên"),
    Mistake("H", True, "Ô đúng/sai"),
    Mistake("H", 900_000_000, "Ghi ngày phê duyệt", at="I", beside={"I": None}),
    Mistake("I", "31/2/2021", "Không có ngày"),
    Mistake("I", "04/2021", "Không đọc được ngày"),
    Mistake("I", date(2021, 7, 1), "sau hôm nay (30/6/2021)"),
    Mistake("I", date(1021, 3, 1), "Năm từ 1990 đến 2100"),
    Mistake("I", 9_999_999, "Năm từ 1990 đến 2100"),
    Mistake("L", "hôm qua", "Không đọc được ngày"),
    Mistake("L", date(2022, 1, 1), "sau hôm nay"),
    Mistake("N", "#N/A", "Công thức bị lỗi"),
    Mistake("H", 700_000_000, "Ghi ngày điều chỉnh", at="J", name=OTHER, more={"K": (None, "Ghi lý do")}),
)
OF_PROGRESS = (
    Mistake(
        "A",
        "Cầu chưa có",
        "Không có công trình tên này",
        more={"B": (date(2021, 7, 5), "sau hôm nay"), "E": ("Mưa", "Nhà thầu; Vốn")},
    ),
    Mistake("B", None, "Ô này phải ghi"),
    Mistake("B", date(2021, 7, 5), "sau hôm nay"),
    Mistake("B", date(2021, 3, 1), "trước ngày khởi công"),
    Mistake(
        "C",
        120,
        "từ 0 đến 100",
        more={"B": (date(2099, 1, 1), "sau hôm nay"), "D": ("nhiều", "không phải là số")},
    ),
    Mistake("C", 1.2, "từ 0 đến 100", percent=True),
    Mistake("C", 46.155, "quá hai chữ số thập phân"),
    Mistake("C", 10, "Ghi lý do", at="F", beside={"B": date(2021, 6, 20)}),
    Mistake("C", 60, "Ghi lý do sửa", at="F", beside={"B": date(2021, 6, 1)}),
    Mistake("D", "nhiều", "không phải là số", more={"B": (date(2021, 3, 2), "trước ngày khởi công")}),
    Mistake("E", "Trời mưa", "Nhà thầu; Vốn"),
)


@pytest.fixture
def register(office: Database) -> Database:
    """Two works that are known, one begun and measured; two hamlets."""
    rows = [commune.HamletView(None, "Tân Lợi 1", 76, 298), commune.HamletView(None, "Yên Hoá", 205, 811)]
    with office.write("Nhập công trình", LEAD, AT) as session:
        commune.save_hamlets(session, rows=rows)
        for name in (KNOWN, OTHER):
            works.save(session, name=name, kind="giao-thong")
        uid = works.uid_named(session, name=KNOWN)
        works.set_stage(session, uid=uid, stage=Stage.START, done=date(2021, 4, 12), today=TODAY)
        work_progress.measure(session, uid=uid, share=4_600, on=date(2021, 6, 1), today=TODAY)
        uid = works.uid_named(session, name=OTHER)
        work_money.set_investment(session, uid=uid, amount=600_000_000, on=date(2021, 2, 1), today=TODAY)
    return office


def _prepared(path: Path) -> dict[str, str]:
    """Makes the workbook; what each bad cell must say, by its address (with P! before those of progress)."""
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = "Danh mục 2021"
    sheet["C1"], sheet["C2"] = "DANH MỤC CÔNG TRÌNH NÔNG THÔN MỚI", "Tính đến ngày 30/6/2021"
    sheet.merge_cells("C1:H1")
    for place, head in enumerate(WORKS, 1):
        sheet.cell(4, place, head)
        sheet.cell(5, place, f"({place})")
    wanted = {}
    sheet.cell(FIRST, 3, KNOWN)
    for number, mistake in enumerate(OF_WORKS, FIRST + 1):
        cells = {
            "A": number,
            "C": mistake.name or f"Công trình {number}",
            "D": "Giao thông",
            "I": date(2021, 2, 26),
        }
        for letter, value in _row(cells, mistake).items():
            sheet[f"{letter}{number}"] = value
        wanted |= {f"{letter}{number}": says for letter, says in _says(mistake).items()}
    more = made.create_sheet("Khối lượng")
    more.append(PROGRESS)
    for number, mistake in enumerate(OF_PROGRESS, 2):
        cells = {"A": KNOWN, "B": date(2021, 6, 3 + number), "C": 50}
        for letter, value in _row(cells, mistake).items():
            more[f"{letter}{number}"] = value
        if mistake.percent:
            more[f"{mistake.column}{number}"].number_format = "0%"
        wanted |= {f"P!{letter}{number}": says for letter, says in _says(mistake).items()}
    made.save(path)
    return wanted


def _row(cells: Mapping[str, Any], mistake: Mistake) -> Mapping[str, Any]:
    more = {letter: value for letter, (value, _says) in mistake.more.items()}
    return {**cells, **mistake.beside, mistake.column: mistake.value, **more}


def _says(mistake: Mistake) -> Mapping[str, str]:
    more = {letter: says for letter, (_value, says) in mistake.more.items()}
    return {mistake.at or mistake.column: mistake.says, **more}


def _preview(database: Database, path: Path) -> Preview:
    sheets = registers.read_file(path, registers.WORKS)
    with database.read() as session:
        return registers.preview(session, registers.WORKS, sheets=sheets, today=TODAY)


def test_each_of_forty_mistakes_is_told_with_its_address(register: Database, tmp_path: Path) -> None:
    path = tmp_path / "bốn mươi lỗi.xlsx"
    wanted = _prepared(path)
    assert len(wanted) >= 40
    shown = _preview(register, path)
    told = {
        ("P!" if row.sheet == "Khối lượng" else "") + one.address: one.expected
        for row in shown.rows
        for one in row.refusals
    }
    assert told.keys() == wanted.keys()
    assert {at: says for at, says in wanted.items() if says not in told[at]} == {}


def test_nothing_of_a_file_with_mistakes_is_written(register: Database, tmp_path: Path) -> None:
    path = tmp_path / "bốn mươi lỗi.xlsx"
    _prepared(path)
    shown = _preview(register, path)
    with (
        pytest.raises(NtmError, match="còn ô sai") as caught,
        register.write("Nhập từ Excel", LEAD, AT) as session,
    ):
        importing.write(session, shown)
    assert any("Ô H21, trang “Danh mục 2021”" in problem for problem in caught.value.problems)
    assert any("Ô B3, trang “Khối lượng” (Ngày đo)" in problem for problem in caught.value.problems)
    with register.read() as session:
        assert [row.name for row in works.table(session, on=TODAY).rows] == [KNOWN, OTHER]
