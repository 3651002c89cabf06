"""The papers of Huy động from the sample: what stands in the PDF, the Word file and the Excel sheets."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from office import TODAY
from statements import office as paper_office

from ntm_desktop.db.engine import Database
from ntm_desktop.documents.resource_table import resource_table
from ntm_desktop.domain.capital import Source
from ntm_desktop.domain.contributions import Kind
from ntm_desktop.domain.resources import ByYear, Came
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


def test_the_paper_on_resources_has_plan_years_sum_and_rate(yen_hoa: Database, tmp_path: Path) -> None:
    text = printed(yen_hoa, tmp_path, "nguon-luc")
    for line in (
        "Số lượng Kế hoạch Thực hiện theo năm 2020 2021 Lũy kế Tỷ lệ Ghi chú",
        "2 Ngân sách tỉnh 3.400,0 2.500,0 650,0 3.150,0 92,65%",
        "1.2 Vốn sự nghiệp - 0 0 0 -",
        "8.2 Ngày công 699,5 công 32,4 67,2 50,3 117,5 362,69%",
        "8.3 Đất, hiện vật 180,0 112,8 29,0 141,8 78,77% 57 triệu đồng theo vốn công trình, chưa ghi",
        "- Hiến đất 2.335 m² 55,8 20,6 76,4 Có 100 m² không quy ra tiền",
        "Tổng cộng 9.300,0 2.980,0 4.225,6 7.205,6 -",  # of the other sources nobody planned anything
        "Dấu “-”: chưa có số liệu kế hoạch.",
        "chỉ tính một lần",
    ):
        assert line in text
    assert "Trùng nhau" not in text


def test_years_long_ago_have_one_column_and_the_district_goes_with_its_level(tmp_path: Path) -> None:
    years = dict.fromkeys(range(2014, 2022), 10**6)
    known = {source: Came() for source in Source} | {Source.COMMUNE: Came(planned=4 * 10**6, years=years)}
    found = ByYear(known, {kind: Came() for kind in Kind})
    of = paper_office()
    of = replace(of, commune=replace(of.commune, district=""))
    made = resource_table(found, on=date(2021, 6, 30), office=of)
    heads = [head.title for head in made.heads if head.group]
    assert heads == ["Đến hết 2016", "2017", "2018", "2019", "2020", "2021"]
    (commune,) = [line.cells for line in made.lines if line.cells[1] == "Ngân sách xã"]
    assert commune == ("3", "Ngân sách xã", "", 4 * 10**6, 3 * 10**6, *[10**6] * 5, 8 * 10**6, 20_000, "")
    assert "Ngân sách huyện" not in [line.cells[1] for line in made.lines]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("dong-gop", "Chưa có khoản đóng góp nào."),
        ("gpmb", "Không có thửa đất nào phải giải phóng mặt bằng."),
        ("nguon-luc", "Ngân sách trung ương"),
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
