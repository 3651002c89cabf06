"""The annexes of the report that come from other registers: works, and what was mobilised."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from office import AT, LEAD
from test_reports import JUNE, pdf_text

from ntm_desktop.db.engine import Database
from ntm_desktop.documents.blocks import Section
from ntm_desktop.documents.data import DossierData
from ntm_desktop.documents.dossier import papers
from ntm_desktop.documents.submission import document_list
from ntm_desktop.render.pdf import render_pdf
from ntm_desktop.services import dossier, works


def collected(database: Database, on: date = JUNE) -> DossierData:
    with database.read() as session:
        return dossier.collect(session, on=on, today=on, draft=True)


def annexes(data: DossierData) -> dict[str, Section]:
    report = next(paper for paper in papers(data) if paper.form == "bao_cao")
    return {section.key: section for section in report.sections}


def test_works_and_resources_go_with_the_report(yen_hoa: Database, tmp_path: Path) -> None:
    data = collected(yen_hoa)
    found = annexes(data)
    assert found["danh_muc_cong_trinh"].landscape
    assert found["nguon_luc"].landscape
    report = next(paper for paper in papers(data) if paper.form == "bao_cao")
    out = tmp_path / "bao-cao.pdf"
    render_pdf([report], out, title="Báo cáo", author="UBND")
    text = pdf_text(out)
    for words in (
        "- Danh mục công trình: tại Phụ lục III kèm theo.",
        "Phụ lục III DANH MỤC CÔNG TRÌNH (Kèm theo Báo cáo số",
        "Phụ lục IV NGUỒN LỰC HUY ĐỘNG XÂY DỰNG NÔNG THÔN MỚI (Kèm theo Báo cáo số",
        "Kênh mương nội đồng 1,2 km",
    ):
        assert words in text
    listed = repr(document_list(data))
    assert "Danh mục công trình" in listed
    assert "Nguồn lực huy động xây dựng nông thôn mới" in listed


def test_empty_registers_have_no_annex(office: Database) -> None:
    data = collected(office)
    assert not {"danh_muc_cong_trinh", "nguon_luc"} & annexes(data).keys()
    assert "Danh mục công trình" not in repr(document_list(data))
    with office.write("Thêm", LEAD, AT) as session:
        works.save(session, name="Nhà văn hóa thôn", kind="van-hoa")
    assert "danh_muc_cong_trinh" in annexes(collected(office))
    assert "nguon_luc" not in annexes(collected(office))
