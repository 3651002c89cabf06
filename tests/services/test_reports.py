"""The registry of reports, what is refused, and the papers of the sample and of an empty register."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from office import TODAY

from ntm_desktop.db.engine import Database
from ntm_desktop.errors import NtmError
from ntm_desktop.services import reports, reports_works
from ntm_desktop.text import nfc

JUNE = date(2021, 6, 30)
TABLES = [report.name for report in reports_works.REPORTS if report.form is reports.Form.TABLE]


def made(database: Database, name: str, on: date = JUNE, **given: object) -> reports.Made:
    wanted = reports.Wanted(on=on, today=on, by="Cao Thị Hòa", **given)  # type: ignore[arg-type]
    with database.read() as session:
        return reports.collect(session, report=reports.find(name), wanted=wanted)


def pdf_text(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        text = " ".join(page.get_textpage().get_text_range() for page in pdf)
    return nfc(" ".join(text.split()))


def printed(database: Database, folder: Path, name: str, **given: object) -> str:
    out = folder / f"{name}.pdf"
    reports.write(made(database, name, **given), out)  # type: ignore[arg-type]
    return pdf_text(out)


def test_each_report_has_a_name_of_its_own_and_a_title() -> None:
    assert all(name == report.name and report.title for name, report in reports.REPORTS.items())
    assert "danh-muc" in reports.REPORTS


def test_an_unknown_name_is_refused_with_all_names() -> None:
    with pytest.raises(NtmError, match="Không có báo cáo “danh mục”") as refused:
        reports.find("danh mục")
    assert "danh-muc: Danh mục công trình" in refused.value.problems


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("bieu.txt", "“bieu.txt” đuôi .txt: Danh mục công trình lập được ra PDF, Word"),
        ("bieu", "“bieu” không có đuôi"),
        ("khong-co/bieu.pdf", "Không có thư mục"),
    ],
)
def test_a_file_that_cannot_be_made_is_refused(tmp_path: Path, file: str, said: str) -> None:
    with pytest.raises(NtmError, match=said):
        reports.check_file(reports.find("danh-muc"), tmp_path / file)


def test_a_day_to_come_is_refused() -> None:
    with pytest.raises(NtmError, match="ngày 1/7/2021 ở sau hôm nay"):
        reports.refuse_future(on=date(2021, 7, 1), today=JUNE)


@pytest.mark.parametrize("name", TABLES)
def test_without_works_a_table_says_so_and_can_be_signed(office: Database, tmp_path: Path, name: str) -> None:
    text = printed(office, tmp_path, name, on=TODAY)
    assert "Chưa có công trình nào." in text
    assert "NGƯỜI LẬP BIỂU" in text


def test_the_list_of_works(yen_hoa: Database, tmp_path: Path) -> None:
    text = printed(yen_hoa, tmp_path, "danh-muc")
    for words in (
        "DANH MỤC CÔNG TRÌNH",
        "Tính đến ngày 30/06/2021",
        "Đơn vị tính: triệu đồng",
        "Cơ cấu nguồn vốn",
        "Tổng cộng 9.050 1.000 3.150 3.220 1.050 630",
        "SỐ LIỆU MINH HỌA",
        "Đinh Minh Đức",
        "Cao Thị Hòa",
    ):
        assert words in text


def test_the_list_in_excel(yen_hoa: Database, tmp_path: Path) -> None:
    out = tmp_path / "danh-muc.XLSX"
    reports.write(made(yen_hoa, "danh-muc"), out)
    sheet = openpyxl.load_workbook(BytesIO(out.read_bytes())).active
    assert sheet is not None
    total = next(row for row in sheet.iter_rows(values_only=True) if row[1] == "Tổng cộng")
    assert total[6] == 9050


def test_a_file_that_cannot_be_written_leaves_the_old_one(yen_hoa: Database, tmp_path: Path) -> None:
    with pytest.raises(NtmError, match="không có thư mục"):
        reports.write(made(yen_hoa, "danh-muc"), tmp_path / "mất" / "bieu.xlsx")


def test_the_file_is_named_after_report_and_commune(yen_hoa: Database) -> None:
    assert reports.suggested_name(made(yen_hoa, "danh-muc")) == "Danh mục công trình xã Yên Hóa"
