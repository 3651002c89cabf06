"""The papers of Huy động from the sample: what stands in the PDF, the Word file and the Excel sheets."""

from __future__ import annotations

import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from office import TODAY

from ntm_desktop.db.engine import Database
from ntm_desktop.services import reports, status
from ntm_desktop.services.reports import Made, Wanted
from ntm_desktop.text import nfc


def made(database: Database, name: str, on: date = TODAY) -> Made:
    with database.read() as session:
        return reports.collect(session, report=reports.find(name), wanted=Wanted(on, on))


def printed(database: Database, folder: Path, name: str, on: date = TODAY) -> str:
    out = folder / f"{name}.pdf"
    reports.write(made(database, name, on), out)
    with pypdfium2.PdfDocument(out) as pdf:
        text = " ".join(page.get_textpage().get_text_range() for page in pdf)
    return nfc(" ".join(text.split()))


def test_the_page_offers_its_three_reports() -> None:
    assert [report.name for report in reports.of_page("huy-dong")] == ["dong-gop", "gpmb", "nguon-luc"]


def test_the_paper_on_gifts_has_zeros_gaps_and_the_public_list(yen_hoa: Database, tmp_path: Path) -> None:
    text = printed(yen_hoa, tmp_path, "dong-gop")
    for words in (
        "SỐ LIỆU MINH HỌA",
        "Tính đến ngày 30/06/2021",
        "Đơn vị tính: đồng",
        "Dòng trống: chưa có số liệu. Số 0: không đóng góp.",
        "Trong diện tích hiến có 100 m² không quy ra tiền, không tính vào giá trị.",
        "Tổ chức, nhà tài trợ ngoài thôn",
        "DANH SÁCH ĐÓNG GÓP",
        "Đinh Văn Đức",
    ):
        assert words in text
    assert "Đinh Thị Lợi" not in text  # withdrawn
    assert "Đinh Thị Lợi" in printed(yen_hoa, tmp_path, "dong-gop", date(2021, 6, 9))


def test_the_paper_on_land_says_what_is_open_on_its_day(yen_hoa: Database, tmp_path: Path) -> None:
    text = printed(yen_hoa, tmp_path, "gpmb")
    assert "Đường trục thôn Tân Lợi 1, bê tông 0,85 km: 4/5 thửa đã bàn giao, còn 01 thửa" in text
    assert "Bãi tập kết rác xã: 2/2 thửa đã bàn giao" in printed(
        yen_hoa, tmp_path, "gpmb", date(2021, 12, 31)
    )


def test_the_paper_on_resources_takes_off_what_is_in_both(yen_hoa: Database, tmp_path: Path) -> None:
    text = printed(yen_hoa, tmp_path, "nguon-luc")
    assert "Tổng cộng 7.160,0 466,0 420,4 7.205,6 100%" in text
    assert "Nhân dân, đất và hiện vật 180,0 84,8 123,0 141,8" in text  # of it 67,2 were days
    assert "chỉ tính một lần" in text


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("dong-gop", "Chưa có khoản đóng góp nào."),
        ("gpmb", "Không có thửa đất nào phải giải phóng mặt bằng."),
        ("nguon-luc", "Ngân sách nhà nước"),
    ],
)
def test_with_nothing_entered_the_papers_say_so(
    office: Database, tmp_path: Path, name: str, said: str
) -> None:
    assert said in printed(office, tmp_path, name)


@pytest.mark.parametrize("name", ["dong-gop", "gpmb", "nguon-luc"])
def test_word_and_excel_hold_the_same(yen_hoa: Database, tmp_path: Path, name: str) -> None:
    report = made(yen_hoa, name)
    reports.write(report, tmp_path / "a.docx")
    with zipfile.ZipFile(tmp_path / "a.docx") as parts:
        assert "TỔNG CỘNG" in nfc(parts.read("word/document.xml").decode()).upper()
    reports.write(report, tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(BytesIO((tmp_path / "a.xlsx").read_bytes()))
    assert len(book.worksheets) == len(report.sheets)
    numbers = [cell.value for row in book.worksheets[0].iter_rows() for cell in row]
    assert sum(isinstance(value, int | float) for value in numbers) > 10


def test_the_status_counts_gifts_and_plots(yen_hoa: Database) -> None:
    with yen_hoa.read() as session:
        found = status.status(session, on=TODAY)
    assert found["contributions"] == {
        "value": 466_000_000, "households": 6, "labour_days": 699.5, "land_m2": 2335.0,
    }  # fmt: skip
    assert found["clearance"] == {"plots": 7, "open": 3, "unpaid": 54_700_000}
