"""What every PDF says of itself: the whole dossier, a paper of it saved alone, a report. Bound files are in
``test_binding``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from paper_sample import yen_hoa

from ntm_desktop.documents.blocks import Paper, Paragraph, Section
from ntm_desktop.render.pdf import PrintedDossier, render_pdf
from ntm_desktop.services.papers import make_dossier, make_paper

WHOLE = "Hồ sơ đề nghị xét, công nhận xã Yên Hóa đạt chuẩn nông thôn mới năm 2021"


@dataclass(frozen=True)
class Told:
    version: str
    language: str
    title: str
    shows_title: bool
    opens_with: str
    labels: list[str]
    outline: list[tuple[str, int, list[tuple[str, int]]]]
    """Titles and pages, counting from 0."""


def told(path: Path) -> Told:
    with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
        places = {page.obj.objgen: place for place, page in enumerate(pdf.pages)}

        def place(item: pikepdf.OutlineItem) -> int:
            assert isinstance(item.destination, pikepdf.Array)
            return places[item.destination[0].objgen]

        return Told(
            pdf.pdf_version,
            str(pdf.Root.get("/Lang")),
            str(pdf.docinfo.get("/Title")),
            bool(pdf.Root.get("/ViewerPreferences", pikepdf.Dictionary()).get("/DisplayDocTitle")),
            str(pdf.Root.get("/PageMode")),
            [page.label for page in pdf.pages] if "/PageLabels" in pdf.Root else [],
            [
                (one.title, place(one), [(child.title, place(child)) for child in one.children])
                for one in outline.root
            ],
        )


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> PrintedDossier:
    return make_dossier(yen_hoa(), tmp_path_factory.mktemp("out") / "hs.pdf")


def test_the_whole_dossier_says_what_it_is(whole: PrintedDossier) -> None:
    said = told(whole.path)
    assert (said.version, said.language, said.title) == ("1.7", "vi-VN", WHOLE)
    assert (said.shows_title, said.opens_with) == (True, "/UseOutlines")
    assert said.labels == [str(number) for number in range(1, whole.pages + 1)]
    assert {title for title, _page, _under in said.outline} >= {"Tờ trình", "Báo cáo kết quả thực hiện"}


def test_a_paper_alone_says_what_it_is_and_counts_its_own_pages(
    whole: PrintedDossier, tmp_path: Path
) -> None:
    alone = make_paper(yen_hoa(), "bao_cao", tmp_path / "bc.pdf")
    said = told(alone.path)
    assert (said.version, said.language) == ("1.7", "vi-VN")
    assert said.title == f"{WHOLE} - Báo cáo kết quả thực hiện"
    assert (said.shows_title, said.opens_with) == (True, "/UseOutlines")
    sections = [one for one in whole.sections if one.form == "bao_cao"]
    assert alone.pages == sum(one.pages for one in sections)
    assert said.labels == [str(number) for number in range(1, alone.pages + 1)], "as each foot tells"
    ((title, page, under),) = said.outline
    assert (title, page) == ("Báo cáo kết quả thực hiện", 0)
    first = sections[0].first_page
    assert under == [(one.title, one.first_page - first) for one in sections if one.annex]
    with pikepdf.open(whole.path) as one, pikepdf.open(alone.path) as part:
        for key in ("/Author", "/CreationDate"):
            assert str(part.docinfo[key]) == str(one.docinfo[key])


def test_the_foot_of_a_paper_alone_tells_its_place_in_that_file(
    whole: PrintedDossier, tmp_path: Path
) -> None:
    alone = make_paper(yen_hoa(), "to_trinh", tmp_path / "tt.pdf")
    first = next(one.first_page for one in whole.sections if one.form == "to_trinh")
    with pypdfium2.PdfDocument(alone.path) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    assert all(f"Trang {n}/{len(texts)}" in text for n, text in enumerate(texts, 1))
    with pypdfium2.PdfDocument(whole.path) as document:
        assert f"Trang {first + 1}/{whole.pages}" in document[first].get_textpage().get_text_range()


def test_an_annex_alone_has_its_line(whole: PrintedDossier, tmp_path: Path) -> None:
    annex = next(one for one in whole.sections if one.annex)
    for name in ("1.pdf", "2.pdf"):
        made = make_paper(yen_hoa(), annex.key, tmp_path / name)
        assert made.pages == annex.pages
    said = told(tmp_path / "1.pdf")
    assert said.title == f"{WHOLE} - {annex.title}"
    assert said.outline == [(annex.title, 0, [])]
    assert (tmp_path / "1.pdf").read_bytes() == (tmp_path / "2.pdf").read_bytes()


def test_a_report_says_what_it_is(tmp_path: Path) -> None:
    paper = Paper("a", "Danh mục công trình", (Section("Danh mục", (Paragraph("Một dòng."),)),))
    render_pdf([paper], tmp_path / "a.pdf", title="Danh mục công trình", author="UBND")
    said = told(tmp_path / "a.pdf")
    assert (said.version, said.language, said.title) == ("1.7", "vi-VN", "Danh mục công trình")
    assert said.labels == ["1"]
    assert said.outline == [("Danh mục công trình", 0, [])]


def test_a_file_says_nothing_where_there_is_nothing_to_say(whole: PrintedDossier, tmp_path: Path) -> None:
    make_paper(yen_hoa(), "bao_cao", tmp_path / "bc.pdf")
    made = {"/Creator", "/Producer", "/CreationDate", "/ModDate"}
    for path in (whole.path, tmp_path / "bc.pdf"):
        with pikepdf.open(path) as pdf:
            said = {str(key): str(value) for key, value in pdf.docinfo.items()}
        assert all(said.values())
        assert said.keys() - made == {"/Title", "/Author"}
