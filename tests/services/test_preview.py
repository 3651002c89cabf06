"""The PDF shown on the screen: pixels of a page, its bands, its text found as people type it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from ntm_desktop.errors import NtmError
from ntm_desktop.paths import resource
from ntm_desktop.services.preview import PdfPages, TextHit


@pytest.fixture
def pages(tmp_path: Path) -> Iterator[PdfPages]:
    pdfmetrics.registerFont(TTFont("Preview", str(resource("fonts", "Tinos-Regular.ttf"))))
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842))
    for line in ("Đường số 1 ấp Hòa", "cứng hoá kênh mương", "đường   thôn, duong thon", "m² ≥ 98,61%"):
        canvas.setFont("Preview", 14)
        canvas.drawString(85, 700, line)
        canvas.showPage()
    canvas.setPageSize((842, 595))
    canvas.rect(0, 0, 842, 297.5, stroke=0, fill=1)
    canvas.save()
    opened = PdfPages(tmp_path / "a.pdf")
    yield opened
    opened.close()


def find(pages: PdfPages, words: str) -> list[int]:
    return [hit.page for hit in search(pages, words)]


def search(pages: PdfPages, words: str) -> tuple[TextHit, ...]:
    return pages.find(words, lambda _done, _total: None)


def test_a_page_is_rendered_as_wide_as_asked(pages: PdfPages) -> None:
    made = pages.render(0, 300)
    assert (made.width, made.height) == (300, round(300 * 842 / 595))
    assert len(made.pixels) == made.width * made.height * 4
    assert pages.render(4, 300).height == round(300 * 595 / 842)


def test_bands_of_a_page_are_the_page(pages: PdfPages) -> None:
    whole = pages.render(1, 350)
    cut = 131
    above = pages.render(1, 350, rows=range(cut))
    below = pages.render(1, 350, rows=range(cut, whole.height))
    assert bytes(above.pixels) + bytes(below.pixels) == bytes(whole.pixels)


def test_words_are_found_without_marks_and_across_spaces(pages: PdfPages) -> None:
    assert find(pages, "duong so") == [0]
    assert find(pages, "ĐƯỜNG SỐ") == [0]
    assert find(pages, "98,61%") == [3]
    assert find(pages, "m² ≥") == [3]
    assert find(pages, "không có chữ này") == []
    assert find(pages, "   ") == []


def test_marks_that_are_typed_count_wherever_they_sit(pages: PdfPages) -> None:
    assert find(pages, "hóa") == [1]
    assert find(pages, "hoà") == [0]
    assert find(pages, "hoa") == [0, 1]
    assert len(search(pages, "duong thon")) == 2
    assert len(search(pages, "đường thôn")) == 1


def test_a_hit_says_where_it_stands(pages: PdfPages) -> None:
    (hit,) = search(pages, "ấp Hòa")
    (box,) = hit.boxes
    baseline = 842 - 700
    assert box.left > 85
    assert box.top < baseline <= box.top + box.height + 1
    assert 30 < box.width < 60


def test_a_file_that_is_no_pdf_or_is_gone_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "b.pdf").write_bytes(b"not a pdf")
    for name in ("b.pdf", "c.pdf"):
        with pytest.raises(NtmError, match="Không mở được bản in"):
            PdfPages(tmp_path / name)


def test_closed_pages_refuse_and_may_be_closed_twice(pages: PdfPages) -> None:
    pages.close()
    pages.close()
    with pytest.raises(NtmError):
        pages.render(0, 100)


def test_discarding_deletes_the_file(pages: PdfPages) -> None:
    pages.discard()
    assert not pages.path.exists()


def test_saving_gives_the_same_bytes(pages: PdfPages, tmp_path: Path) -> None:
    target = tmp_path / "Ho so xa Yên Hóa.pdf"
    target.write_bytes(b"what was there before")
    pages.save(target)
    assert target.read_bytes() == pages.path.read_bytes()


def test_a_place_that_cannot_be_written_is_told_in_words(pages: PdfPages, tmp_path: Path) -> None:
    with pytest.raises(NtmError, match="không có thư mục"):
        pages.save(tmp_path / "gone" / "a.pdf")
    (tmp_path / "taken.pdf").mkdir()
    with pytest.raises(NtmError, match="Không ghi được"):
        pages.save(tmp_path / "taken.pdf")
