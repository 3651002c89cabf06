"""A form number stands small and slanted at the right above the letterhead or annex, in PDF as in Word."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH as PLACE
from pdf_reading import read

from ntm_desktop.documents.data import DossierData, PaperFacts
from ntm_desktop.services.papers import make_docx, make_dossier

NUMBERS = {"to_trinh": "Mẫu số 1.1", "bieu_chi_tiet": "Mẫu số 2.1"}


@pytest.fixture
def numbered(data: DossierData) -> DossierData:
    others = tuple(one for one in data.papers if one.form not in NUMBERS)
    entered = tuple(PaperFacts(form, form_number=number) for form, number in NUMBERS.items())
    return replace(data, papers=(*others, *entered))


def test_it_stands_above_all_else_at_the_right_margin_of_the_pdf(
    numbered: DossierData, tmp_path: Path
) -> None:
    out = tmp_path / "hs.pdf"
    make_dossier(numbered, out)
    pages = [page for page in read(out) if page.has("Mẫu số")]
    assert [page.line("Mẫu số").text for page in pages] == list(NUMBERS.values())
    for page, head in zip(pages, ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Phụ lục I"), strict=True):
        number, below = page.line("Mẫu số"), page.line(head)
        assert number.down < below.down
        assert abs(page.width - 20 - number.right) < 1
        assert (number.size, "Italic" in number.font) == (12, True)


def test_it_is_the_first_line_of_the_paper_and_of_the_annex_in_word(
    numbered: DossierData, tmp_path: Path
) -> None:
    made = {path.name[3:-5]: docx.Document(str(path)) for path in make_docx(numbered, tmp_path)}
    (line,) = (one for one in made["Tờ trình"].paragraphs if one.text == "Mẫu số 1.1")
    assert line._p.getparent().index(line._p) == 0
    (of_annex,) = (
        one for one in made["Báo cáo kết quả thực hiện"].paragraphs if one.text.startswith("Mẫu số")
    )
    assert of_annex.text == "Mẫu số 2.1"
    for one in (line, of_annex):
        assert one.alignment == PLACE.RIGHT
        assert (one.runs[0].font.size.pt, one.runs[0].italic) == (12, True)


def test_without_one_there_is_none(data: DossierData, tmp_path: Path) -> None:
    out = tmp_path / "hs.pdf"
    make_dossier(data, out)
    assert not any(page.has("Mẫu số") for page in read(out))
