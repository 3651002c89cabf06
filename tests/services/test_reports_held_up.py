"""The report on obstacles, the table of promised capital and the letter that asks for it."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest
from office import AT, LEAD, TODAY
from test_reports import made, printed

from ntm_desktop.db.engine import Database
from ntm_desktop.domain.capital import Source
from ntm_desktop.domain.obstacles import Level
from ntm_desktop.errors import NtmError
from ntm_desktop.services import commitments, obstacles, reports

DECEMBER = date(2021, 12, 31)


def test_the_report_on_obstacles(yen_hoa: Database, tmp_path: Path) -> None:
    text = printed(yen_hoa, tmp_path, "vuong-mac")
    for words in (
        "BÁO CÁO Khó khăn, vướng mắc trong xây dựng nông thôn mới (tính đến ngày 30/06/2021)",
        "Kính gửi: Ban Chỉ đạo các chương trình mục tiêu quốc gia huyện Minh Hóa",
        "Đến nay còn 03 vướng mắc chưa giải quyết, trong đó 01 vướng mắc quá hạn trả lời; vướng mắc lâu nhất "
        "kéo dài 121 ngày. Thuộc thẩm quyền cấp tỉnh 01 vướng mắc, cấp huyện 01 vướng mắc, "
        "cấp xã 01 vướng mắc. Đã giải quyết 01 vướng mắc. Chi tiết tại Phụ lục kèm theo.",
        "phát sinh ngày 31/05/2021, đến nay 30 ngày. Xã đã gửi UBND huyện Minh Hóa ngày 07/06/2021 (văn bản "
        "số 44/UBND-XD). Hạn trả lời 21/06/2021, đã quá 09 ngày.",
        "đến nay 05 ngày. Xã giải quyết.",
        "1. Đề nghị UBND tỉnh Quảng Bình: UBND tỉnh quy định mức đạt chỉ tiêu 2.2",
        "2. Đề nghị UBND huyện Minh Hóa: Giao 1.000 triệu đồng",
        "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Đinh Minh Đức",
        "Phụ lục TỔNG HỢP KHÓ KHĂN, VƯỚNG MẮC",
        "Đã giải quyết ngày 24/05/2021: đồng ý theo đề nghị",
        "SỐ LIỆU MINH HỌA",
    ):
        assert words in text


def test_the_report_in_word_and_excel(yen_hoa: Database, tmp_path: Path) -> None:
    report = made(yen_hoa, "vuong-mac")
    word, excel = tmp_path / "vuong-mac.docx", tmp_path / "vuong-mac.xlsx"
    reports.write(report, word)
    reports.write(report, excel)
    said = [paragraph.text for paragraph in docx.Document(str(word)).paragraphs]
    assert "Thuộc thẩm quyền cấp huyện" in "\n".join(said)
    sheet = openpyxl.load_workbook(BytesIO(excel.read_bytes())).active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    capital = next(row for row in rows if row[1] == "Vốn huyện đã cam kết cho Sân thể thao xã chưa được giao")
    assert capital[4] == 30
    assert capital[9] == "Quá hạn trả lời 09 ngày"


def test_without_obstacles_the_report_says_so(office: Database, tmp_path: Path) -> None:
    text = printed(office, tmp_path, "vuong-mac", on=TODAY)
    assert "Tính đến ngày 30/06/2021, xã không có khó khăn, vướng mắc chưa giải quyết." in text
    assert "Phụ lục" not in text


def test_names_with_signs_of_markup_stand_as_they_are(office: Database, tmp_path: Path) -> None:
    with office.write("Thêm", LEAD, AT) as session:
        obstacles.save(
            session, what="Thiếu <vốn> & đất b", since=TODAY, today=TODAY, level=Level.DISTRICT,
            proposal="Cấp <b>vốn",
        )  # fmt: skip
    text = printed(office, tmp_path, "vuong-mac", on=TODAY)
    assert "Thiếu <vốn> & đất b (chung của xã): phát sinh ngày 30/06/2021, đến nay 0 ngày." in text
    assert "Xã chưa gửi văn bản." in text
    assert "1. Đề nghị Huyện: Cấp <b>vốn." in text


def test_the_table_of_promised_capital(yen_hoa: Database, tmp_path: Path) -> None:
    text = printed(yen_hoa, tmp_path, "cam-ket-von")
    assert "Đơn vị tính: triệu đồng" in text
    assert "Tổng cộng 3.720 2.350 1.370" in text
    assert "16/UBND-TCKH ngày 28/01/2021" in text
    later = printed(yen_hoa, tmp_path, "cam-ket-von", on=DECEMBER)
    assert "Đã rút cam kết" in later
    assert "Tổng cộng 3.070 2.950 120" in later


def test_the_letter_that_asks_for_capital(yen_hoa: Database, tmp_path: Path) -> None:
    text = printed(yen_hoa, tmp_path, "de-nghi-von", promiser="huyen")
    for words in (
        "V/v đề nghị bố trí vốn đã cam kết",
        "Kính gửi: UBND huyện Minh Hóa",
        "/UBND-TC ",
        "UBND huyện Minh Hóa đã cam kết 3.220 triệu đồng; đến ngày 30/06/2021 đã bố trí 2.100 triệu đồng, "
        "còn thiếu 1.120 triệu đồng. Các khoản chưa bố trí đủ, đều đã quá hạn cam kết, cụ thể như sau:",
        "Tổng cộng 1.420 300 1.120",
        "bố trí số vốn còn thiếu 1.120 triệu đồng",
    ):
        assert words in text
    assert "Trường Mầm non" not in text  # allotted in full


@pytest.mark.parametrize(
    ("promiser", "said"),
    [("", "Chưa rõ gửi nơi nào."), ("bộ tài chính", "Không có nơi cam kết “bộ tài")],
)
def test_who_is_asked_must_be_clear(yen_hoa: Database, promiser: str, said: str) -> None:
    with pytest.raises(NtmError, match=said) as refused:
        made(yen_hoa, "de-nghi-von", promiser=promiser)
    assert refused.value.problems == ("UBND huyện Minh Hóa", "Văn phòng Điều phối nông thôn mới tỉnh")


def test_nothing_is_asked_for_when_all_came(office: Database) -> None:
    with pytest.raises(NtmError, match="không có gì để đề nghị"):
        made(office, "de-nghi-von", on=TODAY)


def test_the_only_one_who_owes_needs_no_name(office: Database, tmp_path: Path) -> None:
    with office.write("Thêm", LEAD, AT) as session:
        commitments.save(
            session, promiser="Sở Giao thông vận tải", amount=55_500_000, on=TODAY, source=Source.PROVINCE,
            year=2021, due=DECEMBER, today=TODAY,
        )  # fmt: skip
    text = printed(office, tmp_path, "de-nghi-von", on=TODAY)
    assert "còn thiếu 55,5 triệu đồng. Các khoản chưa bố trí đủ cụ thể như sau:" in text
    assert "quá hạn" not in text


def test_the_letter_tells_all_that_was_promised_and_what_of_the_missing_is_overdue(
    office: Database, tmp_path: Path
) -> None:
    with office.write("Thêm", LEAD, AT) as session:
        for amount, due in ((60_000_000, TODAY - timedelta(days=1)), (40_000_000, DECEMBER)):
            commitments.save(
                session, promiser="Sở Tài chính", amount=amount, on=TODAY - timedelta(days=9),
                source=Source.PROVINCE, year=2021, due=due, today=TODAY,
            )  # fmt: skip
    text = printed(office, tmp_path, "de-nghi-von", on=TODAY)
    assert "đã cam kết 100 triệu đồng" in text
    assert "còn thiếu 100 triệu đồng, trong đó 60 triệu đồng đã quá hạn. Các khoản" in text
