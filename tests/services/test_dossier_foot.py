"""The foot of a printed dossier: its place in the whole, and in a final one the code of what it says."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import docx
import pypdfium2
import pytest
import zxingcpp

from ntm_desktop.db.engine import Database
from ntm_desktop.documents.data import DossierData
from ntm_desktop.services import dossier
from ntm_desktop.services.papers import make_bound, make_docx, make_dossier, make_paper, make_paper_docx
from ntm_desktop.sync.codes import short_code

JUNE = date(2021, 6, 30)
A_CODE = re.compile("[0-9A-Z]{5}(-[0-9A-Z]{5}){4}")


def collected(database: Database, *, draft: bool) -> DossierData:
    with database.read() as session:
        return dossier.collect(session, on=JUNE, today=JUNE, draft=draft)


def texts(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_range() for page in document]


def qr_codes(path: Path) -> list[set[str]]:
    """What a camera reads on each page as an office's printer prints it."""
    with pypdfium2.PdfDocument(path) as document:
        shown = (page.render(scale=200 / 72).to_pil().convert("L") for page in document)
        return [{code.text for code in zxingcpp.read_barcodes(page)} for page in shown]


def test_every_page_of_a_final_print_tells_its_place_and_the_code(yen_hoa: Database, tmp_path: Path) -> None:
    data = collected(yen_hoa, draft=False)
    made = make_dossier(data, tmp_path / "ho-so.pdf")
    pages = texts(made.path)
    assert len(pages) == made.pages > 20
    for number, text in enumerate(pages, 1):
        assert f"Trang {number}/{made.pages}" in text, number
        assert text.count(short_code(data.root)) == 1, number


def test_the_plain_and_the_bound_print_have_the_same_qr_code(yen_hoa: Database, tmp_path: Path) -> None:
    data = collected(yen_hoa, draft=False)
    plain = make_dossier(data, tmp_path / "ho-so.pdf")
    bound = make_bound(data, tmp_path / "gop.pdf", store=yen_hoa.files)
    read = qr_codes(plain.path)
    assert read[0] == qr_codes(bound.path)[0]
    assert set(map(frozenset, read)) == {frozenset(read[0])}, "one on each page, everywhere the same"
    assert [code.partition(":2021:")[0] for code in read[0]] == [f"NTM1:{yen_hoa.commune_id}"]


def test_a_draft_tells_its_place_and_has_no_code(yen_hoa: Database, tmp_path: Path) -> None:
    made = make_dossier(collected(yen_hoa, draft=True), tmp_path / "nhap.pdf")
    pages = texts(made.path)
    assert all(f"Trang {number}/{made.pages}" in text for number, text in enumerate(pages, 1))
    assert not A_CODE.search("".join(pages))


def test_a_paper_alone_keeps_the_code_and_counts_its_own_pages(yen_hoa: Database, tmp_path: Path) -> None:
    data = collected(yen_hoa, draft=False)
    made = make_paper(data, "to_trinh", tmp_path / "to-trinh.pdf")
    pages = texts(made.path)
    assert len(pages) == made.pages == 2
    assert all(f"Trang {number}/2" in text for number, text in enumerate(pages, 1))
    assert all(short_code(data.root) in text for text in pages)


@pytest.mark.parametrize("draft", [True, False])
def test_word_files_have_the_code_of_a_final_print_in_the_foot(
    yen_hoa: Database, tmp_path: Path, draft: bool
) -> None:
    data = collected(yen_hoa, draft=draft)
    alone = tmp_path / "Tờ trình.docx"
    make_paper_docx(data, "to_trinh", alone)
    (tmp_path / "word").mkdir()
    for path in (alone, *make_docx(data, tmp_path / "word")):
        for pages in docx.Document(str(path)).sections:
            for footer in (pages.footer, pages.first_page_footer):
                said = [line.text for line in footer.paragraphs]
                assert (short_code(data.root) in said) if not draft else not A_CODE.search(" ".join(said))
