"""The papers of the consultation: what they say of the sample commune, and of one that has asked nobody."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx
import pytest
from office import AT, LEAD, TODAY
from test_reports import JUNE, made, pdf_text, printed

from ntm_desktop.db.engine import Database
from ntm_desktop.documents.blocks import Table
from ntm_desktop.documents.data import DossierData
from ntm_desktop.documents.dossier import papers
from ntm_desktop.documents.submission import document_list
from ntm_desktop.domain.consultation import Giver, OpinionForm
from ntm_desktop.errors import NtmError
from ntm_desktop.services import consultation, dossier, reports
from ntm_desktop.services.papers import make_dossier


def collected(database: Database) -> DossierData:
    with database.read() as session:
        return dossier.collect(session, on=JUNE, today=JUNE, draft=True)


def listed(data: DossierData, title: str) -> str:
    """What the list of documents remarks on a paper."""
    tables = [block for block in document_list(data).sections[0].blocks if isinstance(block, Table)]
    return next(row.cells[-1] or "" for row in tables[0].rows if (row.cells[1] or "").startswith(title))


def word_text(database: Database, folder: Path, name: str) -> str:
    """Everything a Word file says, tables too, in no order."""
    out = folder / f"{name}.docx"
    reports.write(made(database, name), out)
    document = docx.Document(str(out))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return " ".join(" ".join([*(line.text for line in document.paragraphs), *cells]).split())


def test_the_opinions_are_reported_with_how_people_were_asked_and_answered(
    yen_hoa: Database, tmp_path: Path
) -> None:
    text = printed(yen_hoa, tmp_path, "tong-hop-y-kien")
    for words in (
        "/BC-UBND",
        "BÁO CÁO Tổng hợp ý kiến tham gia của Mặt trận Tổ quốc",
        "Kính gửi: Ủy ban nhân dân huyện Minh Hóa",
        "- Trụ sở UBND xã: từ ngày 21/06/2021 đến hết ngày 10/07/2021 (20 ngày, đang niêm yết);",
        "Đã phát 03 lần trên hệ thống truyền thanh của xã, các ngày: 21/06/2021, 24/06/2021, 28/06/2021.",
        "Đã tiếp nhận 05 ý kiến: 03 ý kiến bằng văn bản, 01 ý kiến tại cuộc họp, "
        "01 ý kiến qua hòm thư góp ý.",
        "Họp lấy ý kiến: thôn Tân Lợi 1 ngày 26/06/2021.",
        "1. Ủy ban Mặt trận Tổ quốc Việt Nam xã - Hình thức: bằng văn bản số 12/MTTQ-BTT, ngày 25/06/2021;",
        "a) Hội Nông dân xã - Hình thức: bằng văn bản số 08/HND, ngày 25/06/2021; - Nội dung ý kiến: "
        "Thống nhất với dự thảo báo cáo tự đánh giá; - Đề xuất, kiến nghị: không.",
        "c) Hội Cựu chiến binh xã (Chưa nhận được ý kiến; bổ sung trước khi ký.)",
        "a) Cao Văn Tiến, thôn Tân Lợi 1 - Hình thức: tại cuộc họp, ngày 26/06/2021;",
        "“Làm tiếp rãnh thoát nước dọc đường trục thôn”. Giải trình: Rãnh thoát nước thuộc giai đoạn sau",
        "“Mua thêm 20 bộ bàn ghế và bộ âm thanh”. (Chưa tiếp thu, giải trình; bổ sung trước khi ký.)",
        "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Đinh Minh Đức",
    ):
        assert words in text
    word = word_text(yen_hoa, tmp_path, "tong-hop-y-kien")
    assert "- Đề xuất, kiến nghị: Ưu tiên xử lý rác thải ở các thôn ven suối trước mùa mưa lũ." in word
    assert "Đinh Minh Đức" in word


def test_the_dossier_has_the_report_on_opinions_once_there_are_any(
    yen_hoa: Database, office: Database, tmp_path: Path
) -> None:
    out = tmp_path / "hồ sơ.pdf"
    make_dossier(collected(yen_hoa), out)
    text = pdf_text(out)
    assert "II. Ý KIẾN THAM GIA" in text.upper()
    assert "tong_hop_y_kien" not in [paper.form for paper in papers(collected(office))]
    assert listed(collected(office), "Báo cáo tổng hợp ý kiến") == "Lập riêng"
    with office.write("Ghi ý kiến", LEAD, AT) as session:
        consultation.save_opinion(
            session,
            giver=Giver.FRONT,
            form=OpinionForm.WRITTEN,
            on=TODAY,
            today=TODAY,
            content="Nhất trí <b> & ký",
        )
    make_dossier(collected(office), out)
    assert listed(collected(office), "Báo cáo tổng hợp ý kiến") == ""
    text = pdf_text(out)
    assert "Nhấttrí<b>&ký;" in text.replace(" ", "")
    assert "Không có đề xuất, kiến nghị phải tiếp thu, giải trình." in text
    assert "(Chưa ghi nơi, thời gian niêm yết; bổ sung trước khi ký.)" in text


def test_without_any_opinion_there_is_nothing_to_report(office: Database) -> None:
    with pytest.raises(NtmError, match="Ghi ý kiến ở trang Lấy ý kiến"):
        made(office, "tong-hop-y-kien")


def test_what_comes_after_the_day_of_the_papers_is_not_told(yen_hoa: Database) -> None:
    on = date(2021, 6, 26)
    told = repr(made(yen_hoa, "tong-hop-y-kien", on).paper)
    assert "Đã tiếp nhận 03 ý kiến" in told
    assert "Đinh Thị Lựu" not in told
