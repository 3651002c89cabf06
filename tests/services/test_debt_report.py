"""The report on debts in the dossier: what is owed and how it is to be paid, or that nothing is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import docx
import pytest
from office import AT, LEAD
from test_reports import JUNE, pdf_text

from ntm_desktop.db.engine import Database
from ntm_desktop.documents.data import DebtFacts, DossierData
from ntm_desktop.documents.debts import debts
from ntm_desktop.documents.dossier import papers
from ntm_desktop.render.docx import write_docx
from ntm_desktop.render.pdf import render_pdf
from ntm_desktop.services import dossier, works


def collected(database: Database) -> DossierData:
    with database.read() as session:
        return dossier.collect(session, on=JUNE, today=JUNE, draft=True)


def printed(data: DossierData, folder: Path) -> str:
    out = folder / "no-dong.pdf"
    paper = next(paper for paper in papers(data) if paper.form == "no_dong")
    render_pdf([paper], out, title="Nợ đọng", author="UBND")
    return pdf_text(out)


def test_what_is_owed_stands_with_its_table(yen_hoa: Database, tmp_path: Path) -> None:
    text = printed(collected(yen_hoa), tmp_path)
    for words in (
        "/BC-UBND",
        "BÁO CÁO Tình hình nợ đọng xây dựng cơ bản trong xây dựng nông thôn mới của xã Yên Hóa",
        "Kính gửi: Ủy ban nhân dân huyện Minh Hóa",
        "Đến ngày 30/06/2021, xã Yên Hóa còn nợ đọng xây dựng cơ bản 120 triệu đồng của 01 công trình. "
        "Chi tiết tại Phụ lục kèm theo.",
        "Không tính là nợ đọng: 55 triệu đồng đã nghiệm thu, đã bố trí vốn, chưa thanh toán.",
        "- Kênh mương nội đồng 1,2 km: nợ đọng 120 triệu đồng; vốn huyện đã cam kết",
        "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Đinh Minh Đức",
        "Phụ lục TỔNG HỢP NỢ ĐỌNG XÂY DỰNG CƠ BẢN (Kèm theo Báo cáo số",
        "Đơn vị tính: triệu đồng",
    ):
        assert words in text


def test_that_nothing_is_owed_is_said(office: Database, tmp_path: Path) -> None:
    with office.write("Thêm", LEAD, AT) as session:
        works.save(session, name="Nhà văn hóa thôn", kind="van-hoa")
    text = printed(collected(office), tmp_path)
    assert "Xã có 01 công trình trong danh mục theo dõi." in text
    assert "Đến ngày 30/06/2021, xã Yên Hóa không có nợ đọng xây dựng cơ bản." in text
    assert "Phụ lục" not in text
    assert "II." not in text


def test_without_works_in_the_register_the_report_is_made_elsewhere(office: Database) -> None:
    assert "no_dong" not in [paper.form for paper in papers(collected(office))]


@pytest.mark.parametrize("owed", [True, False])
def test_the_report_in_word(yen_hoa: Database, tmp_path: Path, *, owed: bool) -> None:
    data = collected(yen_hoa)
    assert data.debts is not None
    shown = data if owed else replace(data, debts=DebtFacts(data.debts.works))
    rule = data.regime.form("no_dong")
    assert rule is not None
    out = tmp_path / "no-dong.docx"
    write_docx(debts(shown, rule), out, author="UBND")
    document = docx.Document(str(out))
    said = "\n".join(line.text for line in document.paragraphs)
    assert ("không có nợ đọng xây dựng cơ bản." in said) is not owed
    assert ("còn nợ đọng xây dựng cơ bản 120 triệu đồng" in said) is owed
    assert any("Kênh mương" in cell.text for table in document.tables for cell in table._cells) is owed
