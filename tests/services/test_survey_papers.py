"""Papers of the survey of satisfaction: the ballot, who gets one, and MTTQ's report, never signed by UBND."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx
import pypdfium2
import pytest
from office import AT, LEAD
from test_reports import JUNE, made, printed

from ntm_desktop.db.engine import Database
from ntm_desktop.documents.blocks import Table
from ntm_desktop.errors import NtmError
from ntm_desktop.services import consultation, consultation_survey, reports


def test_the_ballot_is_one_sheet_of_a5_with_the_contents_that_were_entered(
    yen_hoa: Database, tmp_path: Path
) -> None:
    text = printed(yen_hoa, tmp_path, "phieu-y-kien")
    with pypdfium2.PdfDocument(tmp_path / "phieu-y-kien.pdf") as pdf:
        sizes = [tuple(round(side * 25.4 / 72) for side in page.get_size()) for page in pdf]
    assert sizes == [(148, 210)]
    assert "PHIẾU LẤY Ý KIẾN Sự hài lòng của người dân về kết quả xây dựng nông thôn mới năm 2021" in text
    assert "TT Nội dung Hài lòng Chưa hài lòng 1 Đường giao thông, điện, thủy lợi 2 Trường học" in text
    assert "6 Hài lòng chung với kết quả xây dựng nông thôn mới của xã" in text
    assert "ỦY BAN NHÂN DÂN" not in text
    out = tmp_path / "phieu.docx"
    reports.write(made(yen_hoa, "phieu-y-kien"), out)
    document = docx.Document(str(out))
    width, height = document.sections[0].page_width, document.sections[0].page_height
    assert width is not None
    assert height is not None
    assert (round(width.mm), round(height.mm)) == (148, 210)
    assert document.tables[0].cell(4, 1).text == "Môi trường, nước sạch"


def test_each_household_has_a_line_in_the_list_of_its_hamlet(yen_hoa: Database, tmp_path: Path) -> None:
    sections = made(yen_hoa, "danh-sach-phat-phieu").paper.sections
    lines = {
        section.title: len(block.rows)
        for section in sections
        for block in section.blocks
        if isinstance(block, Table)
    }
    assert (lines["Thôn Tân Lợi 1"], lines["Thôn Yên Phú 3"], len(lines)) == (76, 187, 8)
    text = printed(yen_hoa, tmp_path, "danh-sach-phat-phieu")
    assert "của xã Yên Hóa, thôn Tân Lợi 1 Tổng số: 76 hộ" in text
    assert "NGƯỜI PHÁT PHIẾU TRƯỞNG BAN CÔNG TÁC MẶT TRẬN" in text
    assert "ỦY BAN NHÂN DÂN" not in text


def test_the_report_of_the_front_has_both_rates_with_what_they_are_of(
    yen_hoa: Database, tmp_path: Path
) -> None:
    text = printed(yen_hoa, tmp_path, "ket-qua-hai-long")
    for words in (
        "BAN THƯỜNG TRỰC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "/BC-MTTQ-BTT",
        "Kết quả lấy ý kiến về sự hài lòng của người dân đối với kết quả xây dựng nông thôn mới năm 2021",
        "từ ngày 26/06/2021 đến ngày 29/06/2021",
        "1 Tân Lợi 1 76 76 72 72 71 94,74% 98,61%",
        "3 Yên Thắng 4 Yên Phú 3 187",  # nobody counted there yet
        "Tổng cộng 575 568 450 445 419 78,26% 94,16%",
        "Tỷ lệ hộ tham gia: 450/575 hộ, đạt 78,26%. Tỷ lệ hài lòng: 419/445 phiếu hợp lệ, đạt 94,16%.",
        "4 Môi trường, nước sạch 445 368 82,70%",
        "TM. BAN THƯỜNG TRỰC CHỦ TỊCH",
    ):
        assert words in text
    for never in ("TM. ỦY BAN NHÂN DÂN", "ỦY BAN NHÂN DÂN XÃ", "Đinh Minh Đức"):
        assert never not in text


def test_hamlets_without_ballots_by_content_are_told_under_that_table(
    yen_hoa: Database, tmp_path: Path
) -> None:
    assert "chưa ghi đủ số phiếu của từng nội dung" not in printed(yen_hoa, tmp_path, "ket-qua-hai-long")
    with yen_hoa.write("Ghi phiếu", by=LEAD, at=AT) as session:
        view = consultation.view(session, on=JUNE)
        hamlet = view.unsurveyed[0]
        counts = {"issued": 200, "returned": 190, "valid": 190, "satisfied": 180}
        consultation_survey.change_survey(
            session, hamlet_uid=str(hamlet.uid), today=JUNE, on=date(2021, 6, 29), counts=counts
        )
    text = printed(yen_hoa, tmp_path, "ket-qua-hai-long")
    assert "4 Môi trường, nước sạch 445 368 82,70%" in text
    assert (
        "Ghi chú: 01 thôn chưa ghi đủ số phiếu của từng nội dung (Yên Thắng); mỗi nội dung tính trên số "
        "phiếu hợp lệ của các thôn đã ghi nội dung đó." in text
    )


def test_nothing_counted_leaves_the_form_to_fill_in(office: Database, tmp_path: Path) -> None:
    text = printed(office, tmp_path, "ket-qua-hai-long")
    assert "từ ngày ………… đến ngày …………" in text
    assert "%" not in text
    out = tmp_path / "form.docx"
    reports.write(made(office, "ket-qua-hai-long"), out)
    said = [cell.text for table in docx.Document(str(out)).tables for cell in table._cells]
    assert "TM. BAN THƯỜNG TRỰC\nCHỦ TỊCH\n" in said


@pytest.mark.parametrize(
    ("name", "why"),
    [("phieu-y-kien", "Nhập nội dung phiếu"), ("danh-sach-phat-phieu", "Nhập danh sách thôn")],
)
def test_what_cannot_be_made_yet_says_what_to_enter(office: Database, name: str, why: str) -> None:
    with pytest.raises(NtmError, match=why):
        made(office, name, JUNE)
