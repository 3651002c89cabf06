"""What stands above a signature on its page, in PDF and in Word."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from pdf_reading import read

from ntm_desktop.documents.blocks import (
    Align,
    Column,
    Heading,
    Note,
    Paper,
    Paragraph,
    Row,
    Section,
    Signature,
    Table,
)
from ntm_desktop.render.docx import write_docx
from ntm_desktop.render.pdf import render_pdf

SIGNED = Signature(("Như trên",), ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Đinh Minh Đức")


def report(lines: int) -> Paper:
    money = [Paragraph(f"- Chỉ tiêu {n}: 450.000.000 đồng;") for n in range(1, lines + 1)]
    closing = Paragraph("Trên đây là báo cáo của xã Yên Hóa, kính trình xem xét./.")
    return Paper("bao_cao", "Báo cáo", (Section("Báo cáo", (*money, closing, SIGNED)),))


@pytest.mark.parametrize("lines", range(20, 60))
def test_a_last_page_has_some_lines_above_its_signature(tmp_path: Path, lines: int) -> None:
    out = tmp_path / "bao-cao.pdf"
    render_pdf((report(lines),), out, title="Báo cáo", author="UBND")
    last = read(out)[-1]
    assert "Đinh Minh Đức" in last.text
    assert "Trên đây" in last.text
    assert last.text.count("- Chỉ tiêu") >= 4


def test_word_keeps_the_same_lines_with_the_signature(tmp_path: Path) -> None:
    out = tmp_path / "bao-cao.docx"
    write_docx(report(6), out, author="UBND")
    kept = [line.paragraph_format.keep_with_next for line in docx.Document(str(out)).paragraphs[:7]]
    assert kept == [False, False, True, True, True, True, True]


def test_a_heading_or_a_long_paragraph_ends_what_goes_over(tmp_path: Path) -> None:
    long = Paragraph("Xã đã tập trung chỉ đạo. " * 40)
    blocks = (Paragraph("Một."), Heading(2, "1. Kinh phí"), long, Paragraph("Trên đây là báo cáo./."), SIGNED)
    out = tmp_path / "bao-cao.docx"
    write_docx(Paper("bao_cao", "Báo cáo", (Section("Báo cáo", blocks),)), out, author="UBND")
    kept = [line.paragraph_format.keep_with_next for line in docx.Document(str(out)).paragraphs[:4]]
    assert kept == [False, True, False, True]


def tabled(rows: int, notes: int) -> Paper:
    table = Table(
        (Column("TT", 1), Column("Nội dung", 5)), tuple(Row((str(n), "Dòng " * 40)) for n in range(rows))
    )
    below = [
        Note(f"{n}. Điều kiện để công nhận lại: chưa đạt, còn nợ đọng 120 triệu đồng.") for n in range(notes)
    ]
    return Paper("bieu", "Biểu", (Section("Biểu", (table, *below, SIGNED), landscape=True),))


def test_notes_that_fill_a_page_of_their_own_take_no_row_from_the_page_before(tmp_path: Path) -> None:
    """Nine of them stand above the signature by themselves: all rows stay together on the first page."""
    render_pdf((tabled(9, 12),), tmp_path / "a.pdf", title="", author="")
    first, second = read(tmp_path / "a.pdf")
    assert [first.has(str(n)) for n in range(9)] == [True] * 9
    assert second.has("11. Điều kiện")
    assert second.has("Đinh Minh Đức")
    assert not second.has("Dòng")


@pytest.mark.parametrize("lines", range(24, 36))
def test_the_lines_over_a_table_stand_on_the_page_of_its_first_row(tmp_path: Path, lines: int) -> None:
    money = [Paragraph(f"- Chỉ tiêu {n}: 450.000.000 đồng;") for n in range(lines)]
    over = (
        Heading(2, "1. Vốn"),
        Note("(Tính đến ngày 31/12/2021)", Align.CENTRE),
        Note("Đơn vị tính: triệu đồng", Align.RIGHT),
    )
    rows = (Row(("Nhóm",), heading=True), *(Row((str(n), f"Dòng số {n}")) for n in range(100, 111)))
    table = Table((Column("TT", 1), Column("Nội dung", 5)), rows)
    paper = Paper("bao_cao", "Báo cáo", (Section("Báo cáo", (*money, *over, table, SIGNED)),))
    render_pdf((paper,), tmp_path / "a.pdf", title="", author="")
    (page,) = [page for page in read(tmp_path / "a.pdf") if page.has("Dòng số 100")]
    assert [page.has(words) for words in ("1. Vốn", "(Tính đến ngày", "Đơn vị tính", "Nhóm")] == [True] * 4


@pytest.mark.parametrize("notes", [0, 1, 2])
def test_a_signature_below_few_notes_has_rows_on_its_page_in_word_too(tmp_path: Path, notes: int) -> None:
    write_docx(tabled(12, notes), tmp_path / "a.docx", author="UBND")
    grid = docx.Document(str(tmp_path / "a.docx")).tables[0]
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in grid.rows[1:13]]
    assert kept == [False] * 10 + [True] * 2


@pytest.mark.parametrize("above", range(1, 30, 2))
def test_a_heading_takes_the_first_rows_of_its_table_and_not_the_whole(tmp_path: Path, above: int) -> None:
    table = Table((Column("TT", 1), Column("Nội dung", 5)), tuple(Row((str(n), "Dòng")) for n in range(20)))
    lines = tuple(Paragraph(f"Câu {n}.") for n in range(above))
    blocks = (*lines, Heading(1, "II. Kết quả"), Heading(2, "2. Theo nội dung"), table, Paragraph("Hết."))
    out = tmp_path / "a.pdf"
    render_pdf((Paper("a", "A", (Section("A", blocks),)),), out, title="", author="")
    pages = read(out)
    headed = next(page for page in pages if page.has("2. Theo nội dung"))
    assert headed.has("II. KẾT QUẢ")
    assert headed.text.count("Dòng") >= 2
    if len(pages) > 1 and headed is not pages[0]:
        assert max(line.down for line in pages[0].lines) > 225  # no hole larger than they and two rows need


def test_a_paragraph_of_four_lines_goes_over_with_the_signature_by_itself(tmp_path: Path) -> None:
    closing = Paragraph("Cuộc họp kết thúc, biên bản đã được đọc lại. " * 6)
    blocks = (Heading(2, "3. Kết quả"), Paragraph("Nhất trí: 38/40 người."), closing, SIGNED)
    out = tmp_path / "a.docx"
    write_docx(Paper("a", "A", (Section("A", blocks),)), out, author="UBND")
    kept = [line.paragraph_format.keep_with_next for line in docx.Document(str(out)).paragraphs[:3]]
    assert kept == [True, False, True]
