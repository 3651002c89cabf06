"""Statements on A4: header of two levels on every page, and whoever signs has rows above the signature."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from pdf_reading import read
from statements import CANAL, ROAD, entry, office, statement

from ntm_desktop.documents.office import marks_of
from ntm_desktop.documents.tables import Statement, paper_of
from ntm_desktop.documents.work_tables import catalogue
from ntm_desktop.domain.capital import MoneyFact, Movement, Source
from ntm_desktop.render.docx import write_docx
from ntm_desktop.render.pdf import render_pdf


def printed(made: Statement, folder: Path) -> Path:
    out = folder / "bieu.pdf"
    render_pdf((paper_of(made),), out, title=made.name, author="UBND", marks=marks_of(made.office))
    return out


def test_a_group_stands_over_its_columns(tmp_path: Path) -> None:
    (page,) = read(printed(statement(ROAD, CANAL), tmp_path))
    assert page.width > page.height
    group, first, second = page.line("Nguồn vốn"), page.line("Ngân"), page.line("Nhân")
    assert group.down < first.down
    assert first.left < group.centre < second.right
    alone = page.line("Tên công trình")
    assert group.down < alone.down <= max(first.down, second.down)


@pytest.mark.parametrize("count", range(8, 60, 3))
def test_the_header_comes_again_and_the_signature_is_not_alone(tmp_path: Path, count: int) -> None:
    rows = [(n, f"Công trình {n}", *ROAD[2:]) for n in range(1, count)]
    pages = read(printed(statement(*rows), tmp_path))
    assert all(page.has("Nguồn vốn") and page.has("Ngân") for page in pages)
    assert all("Công trình" in page.text for page in pages)
    assert "Đinh Minh Đức" in pages[-1].text
    assert [page.has("2") for page in pages[1:2]] == [True] * (len(pages) > 1)


def test_both_who_drew_it_up_and_who_signs_have_a_place(tmp_path: Path) -> None:
    (page,) = read(printed(statement(ROAD), tmp_path))
    assert page.line("NGƯỜI LẬP BIỂU").down == page.line("TM. ỦY BAN NHÂN DÂN").down
    assert page.line("Cao Thị Hòa").down == page.line("Đinh Minh Đức").down
    assert page.line("Đinh Minh Đức").down - page.line("CHỦ TỊCH").down > 20
    assert not page.has("Số:")


def test_a_sample_says_so_on_the_page(tmp_path: Path) -> None:
    made = replace(statement(ROAD), office=office(illustrative=True))
    (page,) = read(printed(made, tmp_path))
    assert "SỐ LIỆU MINH HỌA" in page.text


@pytest.mark.parametrize("count", range(1, 7))
def test_the_words_over_the_sources_of_capital_are_whole(tmp_path: Path, count: int) -> None:
    """However few or many sources the works have."""
    sources = (*Source,)[:count]
    money = [MoneyFact(Movement.COMMITTED, one, 2021, 10**8, date(2021, 1, 1)) for one in sources]
    made = catalogue([entry(*money)], on=date(2021, 6, 30), office=office())
    (page,) = read(printed(made, tmp_path))
    header = [line for line in page.lines if line.down < page.line("1").down - 3]
    words = " ".join(line.text for line in sorted(header, key=lambda line: (line.left, line.down))).split()
    assert {"Cơ", "cấu", "nguồn", "vốn", "Khởi", "Hoàn", "Thời", "gian"} <= set(words)
    over = [line for line in header if line.text.split()[0] in ("Cơ", "nguồn", "vốn")]
    assert len({line.down for line in over}) <= 2


def test_word_has_the_same_table(tmp_path: Path) -> None:
    out = tmp_path / "bieu.docx"
    write_docx(paper_of(statement(ROAD, CANAL)), out, author="UBND")
    document = docx.Document(str(out))
    grid = document.tables[1]
    assert [cell.text for cell in grid.rows[0].cells] == [
        "TT",
        "Tên công trình",
        "Nguồn vốn",
        "Nguồn vốn",
        "Đạt",
        "Số hộ",
        "Đất (m²)",
        "Ngày",
        "Ghi chú",
    ]
    assert [cell.text for cell in grid.rows[1].cells][2:4] == ["Ngân sách", "Nhân dân"]
    money = grid.rows[3].cells[2]
    assert (money.text, money.paragraphs[0].alignment) == ("1.250,0", WD_ALIGN_PARAGRAPH.RIGHT)
    repeated = [row._tr.trPr is not None and "tblHeader" in row._tr.trPr.xml for row in grid.rows]
    assert repeated == [True, True, *[False] * (len(grid.rows) - 2)]
    assert "NGƯỜI LẬP BIỂU" in grid.rows[-1].cells[0].tables[0].cell(0, 0).text


def test_the_total_goes_over_with_two_rows(tmp_path: Path) -> None:
    """Not with the last row alone, where the page before would not be left half empty by it."""
    for count in range(4, 40):
        rows = [(n, f"Công trình {n}", *ROAD[2:]) for n in range(1, count)]
        pages = read(printed(statement(*rows), tmp_path))
        assert len(pages) == 1 or pages[-1].text.count("Công trình ") >= 2
