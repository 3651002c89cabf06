"""The file itself: the same bytes twice, text unchanged, marks, outline, and the ways it can fail."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from threading import Event

import docx
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ordinary_user import ordinary_user, read_only
from paper_sample import yen_hoa
from pdf_reading import read, whole_text
from PIL import Image

from ntm_desktop.documents.blocks import Column, Paper, Paragraph, Picture, Row, Section, Table
from ntm_desktop.documents.data import DossierData
from ntm_desktop.domain.judging import CriterionState
from ntm_desktop.errors import NtmError
from ntm_desktop.render.docx import render_docx
from ntm_desktop.render.output import CancelledError
from ntm_desktop.render.pdf import render_pdf
from ntm_desktop.services.papers import make_dossier

HARD = "Đường số 1 ấp Hòa <Minh> & 5 m² ≥ 98,61%"
VIETNAMESE = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"


def one_page(*blocks: Paragraph | Table | Picture) -> list[Paper]:
    return [Paper("a", "Thử", (Section("Thử", blocks),))]


def test_a_criterion_that_nobody_judged_is_told_in_print(tmp_path: Path) -> None:
    data = yen_hoa()
    left_out = (
        replace(c, state=CriterionState.NOT_APPLICABLE) if c.code == "7" else c for c in data.criteria
    )
    make_dossier(replace(data, criteria=tuple(left_out)), tmp_path / "a.pdf")
    said = "15/19 tiêu chí (trong đó 01 tiêu chí không xét), bằng 78,9%"
    text = " ".join(whole_text(tmp_path / "a.pdf").replace("\xa0", " ").split())
    assert text.count(said) >= 2  # tờ trình and báo cáo
    assert "15/19 tiêu chí đạt, trong đó 01 tiêu chí không xét" in text


def test_hard_text_comes_back_unchanged_from_paragraph_and_table(tmp_path: Path) -> None:
    table = Table((Column("Tên", 1), Column("Ghi chú", 1)), (Row((HARD, "")),))
    render_pdf(one_page(Paragraph(HARD), table), tmp_path / "a.pdf", title=HARD, author="")
    assert whole_text(tmp_path / "a.pdf").count(HARD) == 2
    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        assert str(pdf.docinfo["/Title"]) == HARD
        assert str(pdf.Root["/Lang"]) == "vi-VN"


def test_more_letters_than_one_subset_holds_come_back_wherever_they_stand_again(tmp_path: Path) -> None:
    """A face is cut into subsets of 256 letters, filled as letters come."""
    lines = ["Đường số 1", "ÀÉÿ\u00a0ñ", VIETNAMESE, VIETNAMESE.upper()]
    lines += ["αβγδεζηθικλμνξοπρστυφχψω", "ĂĀĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮ", "ố ω ÿ Ī", "ňŉŋōŏőœŕŗřśŝşšţťŧũūŭůűųŵ"]
    rows = tuple(Row((f"{line} là {line[::-1]}",)) for line in (*lines, *reversed(lines)))
    render_pdf(one_page(Table((Column("Chữ", 1),), rows)), tmp_path / "a.pdf", title="", author="")
    text = "".join(whole_text(tmp_path / "a.pdf").split())
    for row in rows:
        assert text.count("".join(row.cells[0].split())) == 2
    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        names = {str(name) for page in pdf.pages for name in page.Resources.Font}
    assert len({name for name in names if "+" in name}) > 1


def test_all_vietnamese_letters_come_back(tmp_path: Path) -> None:
    letters = " ".join(
        (VIETNAMESE + VIETNAMESE.upper())[n : n + 12] for n in range(0, 2 * len(VIETNAMESE), 12)
    )
    cuts = (Paragraph(letters), Paragraph(letters, bold=True), Paragraph(letters, italic=True))
    render_pdf(one_page(*cuts), tmp_path / "a.pdf", title="", author="")
    assert whole_text(tmp_path / "a.pdf").count(letters) == 3


def test_decomposed_text_is_printed_composed(tmp_path: Path) -> None:
    render_pdf(one_page(Paragraph("Ho\u0300a Bi\u0300nh\x00\x07")), tmp_path / "a.pdf", title="", author="")
    assert "Hòa Bình" in whole_text(tmp_path / "a.pdf")


@settings(max_examples=30)
@given(st.text(alphabet=f"{VIETNAMESE} <>&\"'/\\%#;()[]{{}}0123456789", min_size=1, max_size=60))
def test_any_text_is_printable(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    out = tmp_path_factory.mktemp("any") / "a.pdf"
    table = Table((Column("a", 1), Column("b", 9)), (Row((text, text)),))
    render_pdf(one_page(Paragraph(f"x{text}"), table), out, title=text, author=text)
    assert "".join(f"x{text}".split()) in "".join(whole_text(out).split())


def test_two_prints_are_byte_identical_wherever_the_photos_lie(
    data: DossierData, photos: dict[str, Path], tmp_path: Path
) -> None:
    first = make_dossier(data, tmp_path / "a.pdf")
    moved = {}
    for title, path in photos.items():
        moved[title] = tmp_path / path.name
        moved[title].write_bytes(path.read_bytes())
    again = make_dossier(
        replace(yen_hoa(draft=False, pictures=moved), illustrative=False), tmp_path / "b.pdf"
    )
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    assert first.sha256 == again.sha256
    assert first.pages == len(read(tmp_path / "a.pdf"))


def test_the_file_is_sound(data: DossierData, tmp_path: Path) -> None:
    make_dossier(data, tmp_path / "a.pdf")
    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        assert pdf.check_pdf_syntax() == []


def test_bookmarks_name_papers_and_annexes(data: DossierData, tmp_path: Path) -> None:
    printed = make_dossier(data, tmp_path / "a.pdf")
    with pikepdf.open(tmp_path / "a.pdf") as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == [
            "Bìa hồ sơ",
            "Danh mục văn bản",
            "Tờ trình",
            "Báo cáo kết quả thực hiện",
        ]
        assert [item.title.split(".")[0] for item in outline.root[-1].children] == [
            f"Phụ lục {number}" for number in ("I", "II", "III", "IV")
        ]
    pages = read(tmp_path / "a.pdf")
    annex = next(section for section in printed.sections if section.annex)
    assert pages[annex.first_page].has("Phụ lục I")
    assert sum(section.pages for section in printed.sections) == printed.pages


@pytest.mark.parametrize(
    ("draft", "illustrative", "marks"),
    [
        (True, True, {"BẢN NHÁP", "SỐ LIỆU MINH HỌA"}),
        (True, False, {"BẢN NHÁP"}),
        (False, True, {"SỐ LIỆU MINH HỌA"}),
        (False, False, set()),
    ],
)
def test_marks_stand_on_every_page(tmp_path: Path, draft: bool, illustrative: bool, marks: set[str]) -> None:
    make_dossier(replace(yen_hoa(draft=draft), illustrative=illustrative), tmp_path / "a.pdf")
    for page in read(tmp_path / "a.pdf"):
        foot = " ".join(line.text for line in page.lines if line.down > page.height - 20)
        assert {mark for mark in ("BẢN NHÁP", "SỐ LIỆU MINH HỌA") if mark in foot} == marks
    assert "Minh Hóa" in whole_text(tmp_path / "a.pdf")


def test_a_print_is_dated_by_its_data(data: DossierData, tmp_path: Path) -> None:
    make_dossier(data, tmp_path / "a.pdf")
    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith(f"D:{data.on:%Y%m%d}")


def test_each_photo_is_stored_once_as_it_is(photos: dict[str, Path], tmp_path: Path) -> None:
    path = photos["Ảnh đường trục thôn"]
    render_pdf(
        one_page(*(Picture(path, f"Hình {n}") for n in range(6))), tmp_path / "a.pdf", title="", author=""
    )
    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        images = {image.objgen: image for page in pdf.pages for image in page.get_images().values()}
        (image,) = images.values()
        assert image.read_raw_bytes() == path.read_bytes()


def test_a_photo_of_another_kind_is_shown_too(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.new("RGBA", (30, 20), (200, 30, 30, 255)).save(path)
    render_pdf(one_page(Picture(path, "Hình 1")), tmp_path / "a.pdf", title="", author="")
    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        (image,) = pdf.pages[0].get_images().values()
        assert pikepdf.PdfImage(image).as_pil_image().size == (30, 20)


def test_progress_ends_at_the_whole(data: DossierData, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    make_dossier(data, tmp_path / "a.pdf", progress=lambda done, total: seen.append((done, total)))
    assert seen[-1][0] == seen[-1][1]
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)


def test_cancelling_leaves_the_old_file(data: DossierData, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old")
    cancel = Event()
    with pytest.raises(CancelledError):
        make_dossier(
            data, tmp_path / "a.pdf", cancel=cancel, progress=lambda done, _total: done > 50 and cancel.set()
        )
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.pdf", b"old")]


@pytest.mark.parametrize("content", [None, b"not a photo", b""])
def test_a_photo_that_cannot_be_read_is_named(tmp_path: Path, content: bytes | None) -> None:
    gone = tmp_path / "print.jpg"
    if content is not None:
        gone.write_bytes(content)
    paper = one_page(Picture(gone, "Hình 1. Sân thể thao"))
    with pytest.raises(NtmError, match=r"Hình 1\. Sân thể thao"):
        render_pdf(paper, tmp_path / "a.pdf", title="", author="")
    with pytest.raises(NtmError, match=r"Hình 1\. Sân thể thao"):
        render_docx(paper, tmp_path, author="")
    assert [path for path in tmp_path.iterdir() if path != gone] == []


def test_a_photo_that_is_gone_leaves_a_box(tmp_path: Path) -> None:
    said = "Không còn tệp ảnh “Sân thể thao thôn Tân Lợi 1, chụp ngày 15/12/2021”"
    there = tmp_path / "a.png"
    Image.new("RGB", (30, 20)).save(there)
    paper = one_page(Picture(None, "Hình 1. Sân", said), Picture(there, "Hình 2. Nhà"))
    render_pdf(paper, tmp_path / "a.pdf", title="", author="")
    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        assert len(pdf.pages[0].get_images()) == 1
    words = " ".join(whole_text(tmp_path / "a.pdf").split())
    assert said in words
    assert "Hình 1. Sân" in words
    (made,) = render_docx(paper, tmp_path, author="")
    shown = [line.text for line in docx.Document(str(made)).paragraphs]
    assert said in shown
    assert "Hình 1. Sân" in shown


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NtmError, match="không có thư mục"):
        render_pdf(one_page(Paragraph("a")), tmp_path / "không có" / "a.pdf", title="", author="")


def test_a_folder_of_the_same_name(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(NtmError, match=r"Không ghi được “a.pdf”"):
        render_pdf(one_page(Paragraph("a")), tmp_path / "a.pdf", title="", author="")
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs the full device of Linux")
def test_a_full_disk(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old")
    (tmp_path / ".a.pdf.tmp").symlink_to("/dev/full")
    with pytest.raises(NtmError, match="ổ đĩa đã đầy"):
        render_pdf(one_page(Paragraph("a")), tmp_path / "a.pdf", title="", author="")
    assert (tmp_path / "a.pdf").read_bytes() == b"old"


@pytest.mark.skipif(os.name != "posix", reason="Windows' permissions are not those of chmod")
def test_a_read_only_folder(tmp_path: Path) -> None:
    render_pdf(one_page(Paragraph("a")), tmp_path / "a.pdf", title="", author="")
    before = (tmp_path / "a.pdf").read_bytes()
    with read_only(tmp_path) as folder, ordinary_user():
        with pytest.raises(NtmError, match="chỉ cho đọc"):
            render_pdf(one_page(Paragraph("b")), folder / "a.pdf", title="", author="")
        assert [path.name for path in folder.iterdir()] == ["a.pdf"]
        assert (folder / "a.pdf").read_bytes() == before
