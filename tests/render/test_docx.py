"""The Word files: the same measures as the PDF, read back by python-docx."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as PLACE
from docx.oxml.ns import qn
from docx.shared import Pt

from ntm_desktop.documents.blocks import Column, Paper, Paragraph, Row, Section, Table
from ntm_desktop.documents.data import DossierData
from ntm_desktop.errors import NtmError
from ntm_desktop.render.docx import render_docx, write_docx
from ntm_desktop.render.fonts import face, text_width
from ntm_desktop.services.papers import make_docx

VML = "{urn:schemas-microsoft-com:vml}"
HARD = "Đường số 1 ấp Hòa <Minh> & 5 m² ≥ 98,61%"


@pytest.fixture(scope="module")
def files(data: DossierData, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    return make_docx(data, tmp_path_factory.mktemp("word"))


@pytest.fixture(scope="module")
def submission(files: tuple[Path, ...]) -> Document:
    return docx.Document(str(files[2]))


@pytest.fixture(scope="module")
def report(files: tuple[Path, ...]) -> Document:
    return docx.Document(str(files[3]))


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def test_each_paper_is_a_file_in_the_order_of_the_dossier(files: tuple[Path, ...]) -> None:
    assert [path.name for path in files] == [
        "01 Bìa hồ sơ.docx",
        "02 Danh mục văn bản.docx",
        "03 Tờ trình.docx",
        "04 Báo cáo kết quả thực hiện.docx",
    ]


def test_margins_font_and_sizes_are_those_of_the_decree(submission: Document) -> None:
    pages = submission.sections[0]
    assert [round(side.mm) for side in (pages.page_width, pages.page_height)] == [210, 297]
    margins = (pages.top_margin, pages.bottom_margin, pages.left_margin, pages.right_margin)
    assert [round(margin.mm) for margin in margins] == [20, 20, 30, 20]
    normal = submission.styles["Normal"]
    assert (normal.font.name, normal.font.size) == ("Times New Roman", Pt(14))
    body = next(
        p for p in submission.paragraphs if p.text.startswith("Ủy ban nhân dân xã Yên Hóa kính trình")
    )
    shape = body.paragraph_format
    assert shape.alignment is PLACE.JUSTIFY
    assert round(shape.first_line_indent.mm, 1) == 12.7
    assert shape.space_before == Pt(6)


def test_letterhead_grounds_and_signature_say_what_the_pdf_says(submission: Document) -> None:
    head, foot = submission.tables
    assert [p.text for p in head.cell(0, 0).paragraphs if p.text] == [
        "ỦY BAN NHÂN DÂN",
        "XÃ YÊN HÓA",
        "Số:      /TTr-UBND",
    ]
    dated = head.cell(0, 1).paragraphs[-1]
    assert dated.text == "Yên Hóa, ngày      tháng 7 năm 2021"
    assert dated.runs[0].italic
    assert [p.text for p in foot.cell(0, 0).paragraphs][:2] == ["Nơi nhận:", "- Như trên;"]
    head_run = foot.cell(0, 0).paragraphs[0].runs[0]
    assert (head_run.bold, head_run.italic, head_run.font.size) == (True, True, Pt(12))
    assert [p.text for p in foot.cell(0, 1).paragraphs] == [
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Đinh Minh Đức",
    ]
    grounds = [p for p in submission.paragraphs if p.text.startswith("Căn cứ")]
    assert all(p.runs[0].italic for p in grounds)
    assert [p.text[-1] for p in grounds] == [";"] * (len(grounds) - 1) + ["."]
    assert next(text for text in reversed(texts(submission)) if text).endswith("./.")


def test_the_page_number_is_a_field_that_the_first_page_does_not_show(report: Document) -> None:
    for pages in report.sections:
        assert pages.different_first_page_header_footer
        assert "PAGE" in "".join(node.text or "" for node in pages.header._element.iter(qn("w:instrText")))
        assert not list(pages.first_page_header._element.iter(qn("w:instrText")))
        assert pages._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"


def test_the_annex_of_results_lies_across_and_repeats_its_header(report: Document) -> None:
    assert [s.orientation for s in report.sections[:3]] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.PORTRAIT,
    ]
    results = next(t for t in report.tables if t.cell(0, 0).text == "TT")
    assert results.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    last = results.rows[-2].cells
    assert last[0].text == "Tổng số: 15/19 tiêu chí đạt"
    assert last[0]._tc is last[-1]._tc


def test_no_row_is_broken_over_pages(report: Document) -> None:
    tables = [table for table in report.tables if table.cell(0, 0).text == "TT"]
    assert tables
    for table in tables:
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_the_last_rows_go_over_with_the_signature(report: Document) -> None:
    results = next(t for t in report.tables if t.cell(0, 0).text == "TT")
    for row in results.rows[-3:-1]:
        assert all(line.find(f".//{qn('w:keepNext')}") is not None for line in row._tr.iter(qn("w:p")))
    assert not results.rows[-6].cells[2].paragraphs[0].paragraph_format.keep_with_next


def test_the_signature_below_a_table_is_a_row_of_it_without_borders(report: Document) -> None:
    """Other programs than Word keep rows of one table together, not a table and what follows it."""
    results = next(t for t in report.tables if t.cell(0, 0).text == "TT")
    last = results.rows[-1]
    assert last.cells[0]._tc is last.cells[-1]._tc
    signed = last.cells[0].tables[0].rows[0]
    assert "CHỦ TỊCH" in signed.cells[1].text
    assert signed.cells[1].text.rstrip().endswith("Đinh Minh Đức")
    borders = last.cells[0]._tc.tcPr.find(qn("w:tcBorders"))
    assert {side.tag: side.get(qn("w:val")) for side in borders} == {
        qn(f"w:{side}"): "nil" for side in ("left", "bottom", "right")
    }


def test_no_signature_is_broken_over_pages(submission: Document) -> None:
    signed = submission.tables[-1]
    assert "Đinh Minh Đức" in signed.cell(0, 1).text
    assert signed.rows[0]._tr.trPr.find(qn("w:cantSplit")) is not None


@pytest.mark.parametrize(("text", "least", "most"), [("XÃ YÊN HÓA", 1 / 3, 1 / 2), ("Độc lập", 1, 1)])
def test_rules_of_the_letterhead_have_the_decreed_lengths(
    submission: Document, text: str, least: float, most: float
) -> None:
    """B3, B7: measured against the width of the line above in the same letters."""
    head = submission.tables[0]
    cell = next(c for c in head.rows[0].cells if text in c.text)
    lines = list(cell.paragraphs)
    at = next(n for n, line in enumerate(lines) if line.text.startswith(text))
    shape = lines[at + 1].paragraph_format
    length = cell.width.pt - shape.left_indent.pt - shape.right_indent.pt
    size = lines[at].runs[0].font.size.pt
    whole = text_width(lines[at].text, face().bold, size)
    assert whole * least - 1 <= length <= whole * most + 1


def test_the_cover_has_a_double_frame_and_no_other_paper_has(files: tuple[Path, ...]) -> None:
    framed = [docx.Document(str(path)).sections[0]._sectPr.find(qn("w:pgBorders")) for path in files]
    assert [one is not None for one in framed] == [True, False, False, False]
    assert {side.get(qn("w:val")) for side in framed[0]} == {"double"}
    assert len(framed[0]) == 4


def test_a_draft_says_so_across_every_page(tmp_path: Path) -> None:
    """On the first page of each section as on the others, in shapes with names of their own."""
    blocks = (Paragraph("a"),)
    paper = Paper("a", "Thử", (Section("Thử", blocks), Section("Phụ lục", blocks, landscape=True)))
    (path,) = render_docx([paper], tmp_path, author="a", marks=("BẢN NHÁP", 'SỐ "LIỆU" & <MINH HỌA>'))
    names = []
    for pages in docx.Document(str(path)).sections:
        for header in (pages.first_page_header, pages.header):
            (shape,) = header._element.iter(f"{VML}shape")
            assert shape.find(f"{VML}textpath").get("string") == 'BẢN NHÁP - SỐ "LIỆU" & <MINH HỌA>'
            assert "z-index:-" in shape.get("style")
            names.append(shape.get("id"))
    assert len(set(names)) == 4


def test_a_final_print_has_nothing_across_its_pages(files: tuple[Path, ...]) -> None:
    for path in files:
        for pages in docx.Document(str(path)).sections:
            assert not list(pages.header._element.iter(f"{VML}shape"))


def test_photos_are_in_the_file(files: tuple[Path, ...], photos: dict[str, Path]) -> None:
    with zipfile.ZipFile(files[3]) as archive:
        media = [archive.read(name) for name in archive.namelist() if name.startswith("word/media/")]
    assert sorted(media) == sorted(path.read_bytes() for path in photos.values())


def test_the_text_is_marked_vietnamese_and_nothing_foreign_is_in_the_file(files: tuple[Path, ...]) -> None:
    for path in files:
        with zipfile.ZipFile(path) as held:
            names = held.namelist()
            parts = {name: held.read(name).decode() for name in names if name.endswith((".xml", ".rels"))}
        assert 'w:lang w:val="vi-VN"' in parts["word/styles.xml"]
        for name, part in parts.items():
            assert 'w:val="en-US"' not in part, name
        assert not [name for name in names if "thumbnail" in name or "customXml" in name or "Effects" in name]
        left = " ".join(part for name, part in parts.items() if name.endswith(".rels") or "Types" in name)
        assert "customXml" not in left
        assert "stylesWithEffects" not in left
        assert "Macintosh" not in " ".join(parts.values())
        docx.Document(str(path))  # still a document


def test_hard_text_is_kept(tmp_path: Path) -> None:
    blocks = (Paragraph(f"{HARD}\x00"), Table((Column("a", 1), Column("b", 1)), (Row((HARD, "")),)))
    (path,) = render_docx([Paper("a", "Thử: 1/2", (Section("Thử", blocks),))], tmp_path, author=HARD)
    document = docx.Document(str(path))
    assert HARD in texts(document)
    assert document.tables[0].cell(1, 0).text == HARD


def test_two_writings_are_byte_identical(data: DossierData, files: tuple[Path, ...], tmp_path: Path) -> None:
    again = make_docx(data, tmp_path)
    assert [path.read_bytes() for path in again] == [path.read_bytes() for path in files]


def test_a_draft_says_so_on_every_page(tmp_path: Path) -> None:
    paper = Paper("a", "Thử", (Section("Thử", (Paragraph("a"),)),))
    (path,) = render_docx([paper], tmp_path, author="", marks=("BẢN NHÁP", "SỐ LIỆU MINH HỌA"))
    pages = docx.Document(str(path)).sections[0]
    for footer in (pages.footer, pages.first_page_footer):
        assert [p.text for p in footer.paragraphs] == ["BẢN NHÁP - SỐ LIỆU MINH HỌA"]


def test_a_folder_that_is_not_there(data: DossierData, tmp_path: Path) -> None:
    with pytest.raises(NtmError, match="không có thư mục"):
        make_docx(data, tmp_path / "không có")


def test_the_rows_of_one_criterion_stay_together_as_far_as_they_are_few(tmp_path: Path) -> None:
    """Word does not say the criterion again on the next page: no single row of it is left alone there."""
    rows = [
        Row((f"Tiêu chí {count}" if not place else None, f"{count}.{place + 1}", "Đạt"))
        for count in (1, 2, 4, 7)
        for place in range(count)
    ]
    columns = (Column("Tiêu chí", 2), Column("Chỉ tiêu", 1), Column("Kết quả", 1))
    section = Section(
        "Biểu chi tiết", (Table(columns, tuple(rows)), Paragraph("Trên đây là biểu chi tiết./."))
    )
    out = tmp_path / "bieu.docx"
    write_docx(Paper("bieu", "Biểu", (section,)), out, author="UBND")
    (table,) = docx.Document(str(out)).tables
    kept = [row.cells[1].paragraphs[0].paragraph_format.keep_with_next for row in table.rows[1:]]
    alone, two, four = [False], [True, False], [True, True, True, False]
    assert [bool(one) for one in kept] == alone + two + four + [True, *[False] * 4, True, False]
