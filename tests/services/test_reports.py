"""The registry of reports, what is refused, and the papers of the sample and of an empty register."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from office import TODAY

from ntm_desktop.db.engine import Database
from ntm_desktop.documents.blocks import Table
from ntm_desktop.errors import NtmError
from ntm_desktop.services import reports, works
from ntm_desktop.text import nfc

JUNE = date(2021, 6, 30)
OF_COMMUNE = sorted(name for name, report in reports.REPORTS.items() if not report.of_authority)
TABLES = ["danh-muc", "tien-do", "von", "no-dong"]


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


def test_the_list_of_a_day_knows_nothing_that_came_later(yen_hoa: Database, tmp_path: Path) -> None:
    early = printed(yen_hoa, tmp_path, "danh-muc", on=date(2019, 12, 31))
    assert "04 phòng học Trường Mầm non" in early  # decided on 20/12/2019
    assert "Kênh mương" not in early  # proposed in 2020
    assert "QĐ-UBND" not in early
    spring = printed(yen_hoa, tmp_path, "danh-muc", on=date(2021, 3, 31))
    assert "Sân thể thao xã" in spring
    assert "41/QĐ-UBND" not in spring  # of 20/4/2021
    assert "17/QĐ-UBND, 26/02/2021" in spring
    (table,) = made(yen_hoa, "von", on=date(2019, 12, 31), year=2020).sheets
    assert [line.cells[1] for line in table.lines] == [
        "04 phòng học Trường Mầm non Yên Hóa", "Tổng cộng"
    ]  # fmt: skip
    assert all(not isinstance(cell, int) or cell == 0 for cell in table.lines[-1].cells)


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


def test_progress_says_who_is_late_and_what_to_do(yen_hoa: Database, tmp_path: Path) -> None:
    text = printed(yen_hoa, tmp_path, "tien-do")
    for words in (
        "TIẾN ĐỘ THỰC HIỆN CÔNG TRÌNH",
        "Công ty TNHH Xây dựng Hồng Phúc",
        "Tổng cộng 9.050 6.560 5.180 7.160 5.005 69,90%",
        "Quá hạn HĐ 10 ngày",
        "Bố trí vốn trả nợ đọng",
    ):
        assert words in text


def test_the_year_is_told_from_the_years_before(yen_hoa: Database, tmp_path: Path) -> None:
    text = printed(yen_hoa, tmp_path, "von")
    assert "KẾ HOẠCH VỐN VÀ GIẢI NGÂN NĂM 2021" in text
    assert "Lũy kế đến hết năm 2020" in text
    assert "Tổng cộng 9.050 2.600 2.180 4.180 1.000 650 1.800 350 380 800 2.025 48,44% 5.005 4.080" in text
    assert "04 phòng học Trường Mầm non Yên Hóa 3.600 1.500 1.500" in text
    assert "Tỷ lệ giải ngân: giải ngân so với vốn bố trí" in text
    out = tmp_path / "von.xlsx"
    reports.write(made(yen_hoa, "von"), out)
    sheet = openpyxl.load_workbook(out).active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    assert any("Tỷ lệ giải ngân" in row for row in rows)
    assert next(row for row in rows if row[1] == "Tổng cộng")[3:5] == (2600, 2180)
    with yen_hoa.read() as session:
        assert works.table(session, on=JUNE).amounts.disbursed == 5_005_000_000
    before = printed(yen_hoa, tmp_path, "von", year=2020)
    assert "KẾ HOẠCH VỐN VÀ GIẢI NGÂN NĂM 2020" in before


@pytest.mark.parametrize("year", [1999, 2031])
def test_a_year_that_cannot_be_is_refused(yen_hoa: Database, year: int) -> None:
    with pytest.raises(NtmError, match=f"Năm {year} không hợp lệ"):
        made(yen_hoa, "von", year=year)


def test_what_is_owed_and_what_only_waits_for_payment(yen_hoa: Database, tmp_path: Path) -> None:
    text = printed(yen_hoa, tmp_path, "no-dong")
    assert "1 Kênh mương nội đồng 1,2 km" in text
    assert "Tổng cộng 1.100 1.100 980 500 300 180 980 120" in text
    assert "Không tính là nợ đọng: 55 triệu đồng" in text


def test_owing_nothing_is_said(yen_hoa: Database, office: Database, tmp_path: Path) -> None:
    text = printed(yen_hoa, tmp_path, "no-dong", on=date(2020, 5, 1))
    assert "Đến ngày 01/05/2020, xã Yên Hóa không có nợ đọng xây dựng cơ bản." in text
    assert "Tổng cộng" not in text
    assert "không có nợ đọng xây dựng cơ bản" in printed(office, tmp_path, "no-dong", on=TODAY)


def test_the_quarter_tells_what_changed_and_gathers_the_tables(yen_hoa: Database, tmp_path: Path) -> None:
    text = printed(yen_hoa, tmp_path, "quy")
    for words in (
        "Số: /BC-UBND",
        "quý II năm 2021",
        "Kính gửi: Ủy ban nhân dân huyện Minh Hóa",
        "xã có 06 công trình, tổng mức đầu tư 9.050 triệu đồng",
        "- Khởi công: Đường trục thôn Tân Lợi 1, bê tông 0,85 km.",
        "- Hoàn thành: không có.",
        "(chậm 37 ngày); Bãi tập kết rác xã (chậm 20 ngày).",
        "Vốn đã giải ngân 2.980,0 2.025,0 5.005,0",
        "Nợ đọng xây dựng cơ bản 120,0 0 120,0",
        "Phụ lục IV NỢ ĐỌNG XÂY DỰNG CƠ BẢN",
        "Lưu: VT",
    ):
        assert words in text


def test_the_quarter_gathers_land_and_gifts_without_a_household(yen_hoa: Database, tmp_path: Path) -> None:
    text = printed(yen_hoa, tmp_path, "quy")
    for words in (
        "- Giải phóng mặt bằng: bàn giao 02 thửa; còn 03 thửa chưa bàn giao.",
        "Đóng góp của nhân dân và tổ chức 302,0 164,0 466,0",
        "Phụ lục V GIẢI PHÓNG MẶT BẰNG THEO CÔNG TRÌNH",
        "Bãi tập kết rác xã 2 2.070,5 0 2 54,7 0",
        "Phụ lục VI ĐÓNG GÓP CỦA NHÂN DÂN VÀ TỔ CHỨC",
        "Phụ lục VII ĐÓNG GÓP THEO CÔNG TRÌNH",
        "Phụ lục VIII NGUỒN LỰC HUY ĐỘNG",
    ):
        assert words in text
    assert "Cao Thị Đào" not in text


def test_a_quarter_without_land_and_gifts_says_so(office: Database, tmp_path: Path) -> None:
    text = printed(office, tmp_path, "quy", on=TODAY)
    assert "- Giải phóng mặt bằng: không có thửa đất phải bàn giao." in text
    assert "- Đóng góp của nhân dân và tổ chức: chưa có khoản đóng góp nào." in text
    assert "không có nợ đọng xây dựng cơ bản." in text
    assert "Phụ lục I NGUỒN LỰC HUY ĐỘNG" in text
    assert "Phụ lục II" not in text  # no page for a table without lines


def test_the_month_begins_with_the_month(yen_hoa: Database, tmp_path: Path) -> None:
    text = printed(yen_hoa, tmp_path, "thang")
    assert "tháng 6 năm 2021" in text
    assert "Đến 31/05/2021" in text
    assert "- Khởi công: không có." in text


def test_the_month_tells_how_far_each_work_came_and_what_held_up(yen_hoa: Database, tmp_path: Path) -> None:
    text = printed(yen_hoa, tmp_path, "thang")
    assert "Đường trục thôn Tân Lợi 1, bê tông 0,85 km từ 25% lên 46%" in text
    assert "Kênh mương nội đồng 1,2 km từ" not in text  # as it was a month ago
    assert "- Quyết toán: không có." in text
    assert "- Vướng mắc mới: 01 hộ chưa bàn giao 85 m² đất ở Km 0+510." in text
    assert "- Vướng mắc đã giải quyết: không có." in text


def test_the_quarter_tells_what_was_approved_settled_and_solved(yen_hoa: Database, tmp_path: Path) -> None:
    text = printed(yen_hoa, tmp_path, "quy")
    assert "- Phê duyệt: Sân thể thao xã; Bãi tập kết rác xã." in text
    assert "- Quyết toán: Kênh mương nội đồng 1,2 km." in text
    assert "- Vướng mắc đã giải quyết: Thợ mái ở vùng giãn cách không vào được công trường." in text
    assert "thợ mái" not in text.split("III. KHÓ KHĂN")[1]


def missing_by_work(text: str) -> list[int]:
    return [int(amount.replace(".", "")) for amount in re.findall(r"[Cc]òn thiếu ([0-9.]+) triệu", text)]


def test_missing_capital_is_the_same_figure_in_table_and_text(yen_hoa: Database, tmp_path: Path) -> None:
    """Against the total investment everywhere, never the contract; a debt is told as what it is."""
    text = printed(yen_hoa, tmp_path, "thang")
    assert "còn thiếu 150 triệu đồng vốn so với tổng mức đầu tư 1.250 triệu đồng" in text
    total = re.search(r"Vốn còn thiếu [0-9.,]+ -?[0-9.,]+ ([0-9.]+)", text)
    assert total is not None
    owed = 120  # of the canal, finished before its capital came
    assert sum(missing_by_work(text)) + owed == int(total[1].replace(".", "")) == 1890


@pytest.mark.parametrize("name", ["thang", "quy", "phieu-cong-trinh", "dong-gop", "nguon-luc", "cam-ket-von"])
def test_a_paper_counts_money_in_one_unit(yen_hoa: Database, tmp_path: Path, name: str) -> None:
    given = {"work": "1"} if name == "phieu-cong-trinh" else {}
    text = printed(yen_hoa, tmp_path, name, on=date(2021, 12, 31), **given)
    units = {match[1].strip() for match in re.finditer(r"(?:[0-9]|tính: ?)((?: ?triệu)? ?đồng)(?! bộ)", text)}
    assert len(units) <= 1, units


GIVEN = {
    "don-doc": {"contractor": "hong phuc"},
    "phieu-cong-trinh": {"work": "1"},
    "de-nghi-von": {"promiser": "huyện"},
    "danh-gia-ca-nhan": {"subject": "Đông"},
}


def test_tables_are_printed_in_letters_of_eleven_points_at_least(yen_hoa: Database) -> None:
    """M12; none of the sample's tables has so many columns that it must do with less."""
    sizes = {
        (name, block.size)
        for name in OF_COMMUNE
        for section in made(yen_hoa, name, **GIVEN.get(name, {})).paper.sections
        for block in section.blocks
        if isinstance(block, Table)
    }
    assert {name for name, _size in sizes} >= {*TABLES, "gpmb", "danh-gia", "danh-gia-ca-nhan"}
    assert [one for one in sizes if one[1] < 11] == []


@pytest.mark.parametrize("name", OF_COMMUNE)
def test_dates_and_counts_have_one_style(yen_hoa: Database, tmp_path: Path, name: str) -> None:
    text = printed(yen_hoa, tmp_path, name, **GIVEN.get(name, {}))
    dates = re.findall(r"(?<![0-9/])[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}", text)
    assert all(len(day) == len("dd/MM/yyyy") for day in dates), dates
    assert not re.findall(r"(?<![0-9.,/-])[1-9] (?:ngày(?! [0-9])|hộ|thửa|tiêu chí|công trình)\b", text)


def test_the_approving_decision_has_its_number_and_day(yen_hoa: Database, tmp_path: Path) -> None:
    text = printed(yen_hoa, tmp_path, "danh-muc")
    assert "17/QĐ-UBND, 26/02/2021" in text
    assert "Khởi công: chưa khởi công thì theo kế hoạch." in text


def test_a_pdf_says_it_was_made_on_the_day_of_the_paper(yen_hoa: Database, tmp_path: Path) -> None:
    printed(yen_hoa, tmp_path, "danh-muc")
    with pypdfium2.PdfDocument(tmp_path / "danh-muc.pdf") as pdf:
        assert pdf.get_metadata_value("CreationDate").startswith("D:20210630")


def test_the_sheets_of_the_month_are_one_workbook(yen_hoa: Database, tmp_path: Path) -> None:
    out = tmp_path / "thang.xlsx"
    reports.write(made(yen_hoa, "thang"), out)
    book = openpyxl.load_workbook(BytesIO(out.read_bytes()))
    assert book.sheetnames == [
        "Thay đổi trong tháng 6 năm 2021",
        "Danh mục công trình",
        "Tiến độ thực hiện công trình",
        "Kế hoạch vốn và giải ngân năm…",
        "Nợ đọng xây dựng cơ bản",
        "Giải phóng mặt bằng theo công…",
        "Đóng góp của nhân dân và tổ…",
        "Đóng góp theo công trình",
        "Nguồn lực huy động",
    ]


def test_a_contractor_is_urged_with_the_facts(yen_hoa: Database, tmp_path: Path) -> None:
    text = printed(yen_hoa, tmp_path, "don-doc", contractor="hong phuc")
    for words in (
        "Số: /UBND-XD",
        "V/v đôn đốc tiến độ thi công công trình Đường trục thôn Tân Lợi 1",
        "Kính gửi: Công ty TNHH Xây dựng Hồng Phúc",
        "Hợp đồng số 07/2021/HĐ-XD ngày 09 tháng 4 năm 2021",
        "giá trị 1.180.000.000 đồng, thời hạn hoàn thành ngày 20 tháng 7 năm 2021",
        "đạt 46% khối lượng, kế hoạch 86%, chậm 37 ngày.",
        "Hợp đồng còn 20 ngày",
        "gửi trước ngày 07 tháng 7 năm 2021",
        "./.",
        "Nơi nhận:",
        "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Đinh Minh Đức",
    ):
        assert words in text


def test_a_contract_that_has_run_out_leaves_the_new_day_open(yen_hoa: Database, tmp_path: Path) -> None:
    text = printed(yen_hoa, tmp_path, "don-doc", contractor="Tổ thợ Yên Thắng")
    assert "Quá hạn hợp đồng 10 ngày" in text
    assert "chậm nhất ngày … tháng … năm … 2. Lập tiến độ" in text


@pytest.mark.parametrize(
    ("contractor", "said"),
    [
        ("", "Chưa chọn nhà thầu"),
        ("yên", "Có 02 nhà thầu hợp với “yên”"),
        ("Vinaconex", "Không có nhà thầu “Vinaconex”"),
        ("Minh Hóa", ""),
        ("HTX", "không có công trình nào chậm, sắp hết hạn hợp đồng hay chờ nghiệm thu"),
    ],
)
def test_who_cannot_be_urged(yen_hoa: Database, contractor: str, said: str) -> None:
    if not said:
        assert made(yen_hoa, "don-doc", contractor=contractor).title.endswith("Minh Hóa")
        return
    with pytest.raises(NtmError, match=said):
        made(yen_hoa, "don-doc", contractor=contractor)


def test_without_contractors_there_is_nobody_to_urge(office: Database) -> None:
    with pytest.raises(NtmError, match="Chưa có nhà thầu nào"):
        made(office, "don-doc", on=TODAY, contractor="x")


def test_a_letter_has_no_sheet(tmp_path: Path) -> None:
    with pytest.raises(NtmError, match="Công văn đôn đốc tiến độ lập được ra PDF, Word"):
        reports.check_file(reports.find("don-doc"), tmp_path / "x.xlsx")
