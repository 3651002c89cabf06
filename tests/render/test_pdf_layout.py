"""Section M of the layout rules of Nghị định 30/2020/NĐ-CP, read back from the PDF."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import docx
import pikepdf
import pytest
from paper_sample import yen_hoa
from pdf_reading import Page, read

from ntm_desktop.documents.blocks import Align, Column, Paper, Paragraph, Row, Section, Signature, Table
from ntm_desktop.documents.data import DossierData, PaperFacts, SignerFacts
from ntm_desktop.packs.forms import load_regime
from ntm_desktop.render import typography
from ntm_desktop.render.pdf import render_pdf
from ntm_desktop.services.papers import make_docx, make_dossier

POINT = 25.4 / 72
SUBMISSION = 2  # page of the Tờ trình, after cover and list


@pytest.fixture
def submission(pages: list[Page]) -> Page:
    return pages[SUBMISSION]


@pytest.fixture
def ending(pages: list[Page]) -> Page:
    return pages[SUBMISSION + 1]


def numbered(data: DossierData, **facts: object) -> DossierData:
    """With number and date of the Tờ trình filled in."""
    return replace(data, papers=(PaperFacts("to_trinh", **facts), PaperFacts("bao_cao")))  # type: ignore[arg-type]


def annexes(pages: list[Page]) -> list[int]:
    return [index for index, page in enumerate(pages) if page.has("Phụ lục I")]


def top_line(page: Page) -> str:
    """What stands in the top margin."""
    return " ".join(line.text for line in page.lines if line.down < 18)


def test_the_first_page_shows_no_number_and_the_second_a_2_in_the_top_centre(
    submission: Page, ending: Page
) -> None:
    assert top_line(submission) == ""
    number = next(line for line in ending.lines if line.down < 18)
    assert (number.text, number.font, number.size) == ("2", "Tinos-Regular", 13)
    assert number.centre == pytest.approx(30 + 160 / 2, abs=0.3)


def test_grounds_are_italic_and_end_with_semicolons_and_a_last_full_stop(submission: Page) -> None:
    grounds = [line for line in submission.lines if line.font == "Tinos-Italic" and line.down > 85]
    assert grounds[0].text.startswith("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;")
    assert {line.size for line in grounds} == {14}
    text = " ".join(line.text for line in grounds)
    assert text.count("Căn cứ") == text.count(";") + 1 - text.count("mới; địa phương")
    assert text.endswith(".")


@pytest.mark.parametrize(
    ("issued", "printed"),
    [
        (date(2021, 1, 5), "Yên Hóa, ngày 05 tháng 01 năm 2021"),
        (date(2021, 2, 28), "Yên Hóa, ngày 28 tháng 02 năm 2021"),
        (date(2021, 6, 29), "Yên Hóa, ngày 29 tháng 6 năm 2021"),
    ],
)
def test_place_and_date_are_italic_with_the_zero_rule(
    data: DossierData, tmp_path: Path, issued: date, printed: str
) -> None:
    make_dossier(numbered(data, issued=issued), tmp_path / "a.pdf")
    line = read(tmp_path / "a.pdf")[SUBMISSION].line("Yên Hóa, ngày")
    assert (line.text, line.font, line.size) == (printed, "Tinos-Italic", 14)


def test_rules_have_the_decreed_lengths(submission: Page) -> None:
    motto = submission.line("Độc lập - Tự do - Hạnh phúc")
    (below_motto,) = submission.rules_near(motto)
    assert below_motto.length == pytest.approx(motto.right - motto.left, abs=1)
    for line in (submission.line("XÃ YÊN HÓA"), submission.line("xã Yên Hóa đạt chuẩn nông thôn mới")):
        (rule,) = submission.rules_near(line)
        assert 1 / 3 <= rule.length / (line.right - line.left) <= 1 / 2
        assert (rule.left + rule.right) / 2 == pytest.approx(line.centre, abs=0.5)


def test_letterhead_stands_in_two_columns_on_common_lines(submission: Page) -> None:
    agency, state = submission.line("ỦY BAN NHÂN DÂN"), submission.line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    number, dated = submission.line("Số:"), submission.line("Yên Hóa, ngày")
    assert agency.down == pytest.approx(state.down, abs=0.1)
    assert number.down == pytest.approx(dated.down, abs=0.1)
    assert agency.right < state.left
    assert number.centre == pytest.approx(agency.centre, abs=0.5)
    assert dated.centre == pytest.approx(state.centre, abs=0.5)
    assert (agency.font, agency.size, state.font, state.size) == ("Tinos-Bold", 13, "Tinos-Bold", 13)


def test_recipients_are_small_and_level_with_the_post(ending: Page) -> None:
    head = ending.line("Nơi nhận:")
    assert (head.font, head.size) == ("Tinos-BoldItalic", 12)
    assert head.down == pytest.approx(ending.line("TM. ỦY BAN NHÂN DÂN").down, abs=0.1)
    entries = [line for line in ending.lines if line.size == 11]
    assert (entries[0].text, entries[-1].text) == ("- Như trên;", "- Lưu: VT.")
    assert {line.font for line in entries} == {"Tinos-Regular"}


@pytest.mark.parametrize(
    ("post", "lines"),
    [
        ("Chủ tịch", ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]),
        ("Phó Chủ tịch", ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
    ],
)
def test_the_signer_has_a_bold_name_without_title_below_the_post(
    data: DossierData, tmp_path: Path, post: str, lines: list[str]
) -> None:
    make_dossier(numbered(data, signer=SignerFacts("ThS. Cao Xuân Đạt", post)), tmp_path / "a.pdf")
    page = read(tmp_path / "a.pdf")[SUBMISSION + 1]
    places = [page.line(line) for line in [*lines, "Cao Xuân Đạt"]]
    assert {(line.font, line.size) for line in places} == {("Tinos-Bold", 14)}
    assert max(line.centre for line in places) - min(line.centre for line in places) < 0.6
    assert places[-1].down - places[-2].down > 25
    assert "ThS" not in page.text


def test_a_known_number_is_set_without_spaces_and_below_ten_with_a_zero(
    data: DossierData, tmp_path: Path
) -> None:
    make_dossier(numbered(data, number="5"), tmp_path / "a.pdf")
    assert read(tmp_path / "a.pdf")[SUBMISSION].line("Số:").text == "Số: 05/TTr-UBND"


def test_an_unknown_number_and_day_leave_the_clerk_a_gap(
    submission: Page, data: DossierData, tmp_path: Path
) -> None:
    make_dossier(numbered(data, number="1"), tmp_path / "a.pdf")
    known = read(tmp_path / "a.pdf")[SUBMISSION].line("Số:")
    gap = submission.line("Số:")
    assert gap.text.replace(" ", "") == "Số:/TTr-UBND"
    assert gap.right - gap.left > known.right - known.left + 1
    dated = submission.line("Yên Hóa, ngày")
    assert dated.text.split() == ["Yên", "Hóa,", "ngày", "tháng", "7", "năm", "2021"]


def test_every_letter_is_of_an_embedded_face(data: DossierData, tmp_path: Path, pages: list[Page]) -> None:
    assert {line.font for page in pages for line in page.lines} == {
        "Tinos-Regular",
        "Tinos-Bold",
        "Tinos-Italic",
        "Tinos-BoldItalic",
    }
    make_dossier(data, tmp_path / "a.pdf")
    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        for page in pdf.pages:
            for font in page.resources.get("/Font", {}).values():
                assert "/FontFile2" in font["/FontDescriptor"]


def test_annexes_have_roman_numbers_in_bold_14_and_count_their_own_pages(pages: list[Page]) -> None:
    starts = annexes(pages)
    heads = [pages[index].line("Phụ lục ") for index in starts]
    assert [head.text for head in heads] == ["Phụ lục I", "Phụ lục II", "Phụ lục III", "Phụ lục IV"]
    assert {(head.font, head.size) for head in heads} == {("Tinos-Bold", 14)}
    assert all(top_line(pages[index]) == "" for index in starts)
    assert top_line(pages[starts[0] + 1]) == top_line(pages[starts[1] + 1]) == "2"
    reference = pages[starts[0]].line("(Kèm theo Báo cáo số")
    assert reference.font == "Tinos-Italic"
    assert reference.text.endswith("của Ủy ban nhân dân xã Yên Hóa)")
    assert pages[starts[0]].width > pages[starts[0]].height > 200
    assert pages[starts[1]].width < pages[starts[1]].height


def test_the_main_text_points_to_every_annex(pages: list[Page]) -> None:
    text = " ".join(page.text for page in pages[SUBMISSION : annexes(pages)[0]])
    assert all(f"tại Phụ lục {number} kèm theo" in text for number in ("I", "II", "III", "IV"))


def test_a_single_annex_has_no_number(data: DossierData, tmp_path: Path) -> None:
    regime = load_regime("2016")
    only = tuple(form for form in regime.forms if form.annex_of == "" or form.form == "bieu_chi_tiet")
    from msgspec.structs import replace as changed

    make_dossier(replace(data, regime=changed(regime, forms=only)), tmp_path / "a.pdf")
    assert [p.line("Phụ lục").text for p in read(tmp_path / "a.pdf") if p.has("(Kèm theo Báo")] == ["Phụ lục"]


def test_body_is_justified_indented_and_spaced(submission: Page) -> None:
    body = [line for line in submission.lines if 85 < line.down < submission.height - 20]
    assert {line.size for line in body} == {14}
    firsts = [line for line in body if line.left == pytest.approx(30 + 12.7, abs=0.7)]
    wrapped = [line for line, after in pairwise(body) if after.left < 32]
    assert len(firsts) >= 8
    assert all(line.right == pytest.approx(190, abs=0.7) for line in wrapped)
    for above, line in pairwise(body):
        step = (line.down - above.down) / POINT
        single = 14 * 1.15
        assert single <= step - (6 if line in firsts else 0) <= 14 * 1.5 * 1.15


def test_the_signature_never_stands_alone_on_a_page(tmp_path: Path) -> None:
    """Whatever the length of the text before it, words of the text share its page."""
    signature = Signature(("Như trên", "Lưu: VT"), ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Đinh Minh Đức")
    for count in range(20, 38):
        lines = tuple(Paragraph(f"Đoạn văn số {n}.") for n in range(count))
        paper = Paper("a", "Thử", (Section("Thử", (*lines, signature)),))
        render_pdf([paper], tmp_path / "a.pdf", title="", author="")
        signed = next(page for page in read(tmp_path / "a.pdf") if page.has("TM."))
        assert signed.has("Đoạn văn")
        assert signed.has("Đinh Minh Đức")


def test_the_signature_under_a_table_shares_its_page_with_rows(tmp_path: Path) -> None:
    signature = Signature((), ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Đinh Minh Đức")
    for count in range(20, 45):
        table = Table((Column("TT", 1),), tuple(Row((f"Dòng {n}",)) for n in range(count)))
        paper = Paper("a", "Thử", (Section("Thử", (table, signature)),))
        render_pdf([paper], tmp_path / "a.pdf", title="", author="")
        assert next(page for page in read(tmp_path / "a.pdf") if page.has("TM.")).has("Dòng")


def test_a_long_last_row_leaves_the_signature_a_row_for_company(tmp_path: Path) -> None:
    signature = Signature((), ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Đinh Minh Đức")
    columns = (Column("TT", 1), Column("Nội dung", 3))
    for length in range(200, 3000, 200):
        rows = (Row(("Nhóm",), heading=True), Row(("1", "từ " * length)), Row(("Tổng số",), heading=True))
        section = Section("Thử", (Table(columns, rows), signature), landscape=True)
        render_pdf([Paper("a", "Thử", (section,))], tmp_path / "a.pdf", title="", author="")
        pages = read(tmp_path / "a.pdf")
        assert next(page for page in pages if page.has("TM.")).has("Tổng số")
        assert all(page.has("Nội dung") for page in pages)


def test_a_tall_row_before_the_total_leaves_no_hole_in_the_page_before(tmp_path: Path) -> None:
    signature = Signature((), ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Đinh Minh Đức")
    short = tuple(Row((str(n), "Nội dung ngắn")) for n in range(12))
    tall = Row(("cao", "từ " * 500))
    table = Table((Column("TT", 1), Column("Nội dung", 3)), (*short, tall, Row(("Tổng số",), heading=True)))
    section = Section("Thử", (table, signature), landscape=True)
    render_pdf([Paper("a", "Thử", (section,))], tmp_path / "a.pdf", title="", author="")
    first, second = read(tmp_path / "a.pdf")
    assert first.has("cao")
    assert second.has("Tổng số")
    assert second.has("TM.")


def test_rows_stand_closer_rather_than_leave_a_page_with_hardly_anything(tmp_path: Path) -> None:
    signature = Signature((), ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Đinh Minh Đức")
    filled = []
    for count in range(20, 80):
        rows = tuple(Row((str(n), "Nội dung ngắn")) for n in range(count))
        table = Table((Column("TT", 1), Column("Nội dung", 3)), rows)
        paper = Paper("a", "Thử", (Section("Thử", (table, signature)),))
        render_pdf([paper], tmp_path / "a.pdf", title="", author="")
        pages = read(tmp_path / "a.pdf")
        text = " ".join(page.text for page in pages)
        assert text.count("Nội dung ngắn") == count
        assert all(line.down < page.height - 20 for page in pages for line in page.lines)
        filled.append(sum(line.text.startswith("Nội dung ngắn") for line in pages[-1].lines))
    assert sum(rows <= 4 for rows in filled) <= 6


def test_a_criterion_that_goes_on_is_named_again_on_the_next_page(pages: list[Page]) -> None:
    told = [page for page in pages if page.has("Nội dung tiêu chí")]
    goes_on = 0
    for page in told[1:]:
        order = min((line for line in page.lines if line.left < 40 and line.down > 40), key=lambda x: x.down)
        if re.match(r"[0-9]+\.", order.text):  # an indicator: its criterion began before
            name = [line for line in page.lines if 41 < line.left < 67 and line.text.endswith("(tiếp)")]
            assert [line.font for line in name] == ["Tinos-Bold"]
            goes_on += 1
    assert goes_on


def test_what_a_page_repeats_makes_its_row_as_high_as_it_must_be(tmp_path: Path) -> None:
    """The name is longer than the row that it stands beside."""
    columns = Column("TT", 10), Column("Tên", 15), Column("Nội dung", 75)
    name = "Môi trường và an toàn thực phẩm trong cả xã"
    rows = [Row(("17", name, ""), heading=True), *(Row((f"17.{n}", None, f"Dòng {n}")) for n in range(1, 80))]
    paper = Paper("a", "Thử", (Section("Thử", (Table(columns, tuple(rows)),)),))
    render_pdf([paper], tmp_path / "a.pdf", title="", author="")
    _first, *others = read(tmp_path / "a.pdf")
    for page in others:
        ends = (
            page.line("(tiếp)")
            if page.has("(tiếp)")
            else next(line for line in page.lines if line.text.endswith("(tiếp)"))
        )
        first = next(line for line in page.lines if line.text.startswith("Dòng"))
        second = [line for line in page.lines if line.text.startswith("Dòng")][1]
        assert first.down < ends.down < second.down
        assert max(line.down for line in page.lines) < page.height - typography.BOTTOM


def test_the_last_page_of_a_table_holds_two_rows_beside_its_total(tmp_path: Path) -> None:
    """A total across the whole table is one like any other."""
    signature = Signature((), ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Đinh Minh Đức")
    for count in range(12, 60, 3):
        rows = (*(Row((str(n), "Nội dung ngắn")) for n in range(count)), Row(("Tổng số",), heading=True))
        table = Table((Column("TT", 1), Column("Nội dung", 3)), rows)
        section = Section("Thử", (table, signature), landscape=True)
        render_pdf([Paper("a", "Thử", (section,))], tmp_path / "a.pdf", title="", author="")
        last = read(tmp_path / "a.pdf")[-1]
        assert last.has("Tổng số")
        assert sum(line.text.startswith("Nội dung ngắn") for line in last.lines) >= 2


def test_a_document_number_is_never_broken(tmp_path: Path) -> None:
    columns = (Column("TT", 10), Column("Tên văn bản", 140), Column("Số", 12), Column("Ghi chú", 60))
    rows = tuple(Row((str(n), "Báo cáo kết quả", f"{n}/BC-UBND", "bản chính")) for n in range(9, 14))
    paper = Paper("a", "Thử", (Section("Thử", (Table(columns, rows),)),))
    render_pdf([paper], tmp_path / "a.pdf", title="", author="")
    (page,) = read(tmp_path / "a.pdf")
    assert all(page.has(f"{n}/BC-UBND") for n in range(9, 14))


def test_a_date_is_never_broken_nor_a_word_of_a_title(tmp_path: Path) -> None:
    columns = (
        Column("TT", 10),
        Column("Nghiệm thu", 8, group="Công trình"),
        Column("Nơi", 140),
        Column("Ngày tháng", 12),
        Column("Trang", 8),
    )
    rows = tuple(Row(("1", "có", "Thôn Tân Lợi", f"{day}/12/2021", "4")) for day in range(10, 14))
    paper = Paper("a", "Thử", (Section("Thử", (Table(columns, rows),)),))
    render_pdf([paper], tmp_path / "a.pdf", title="", author="")
    (page,) = read(tmp_path / "a.pdf")
    for whole in ("Trang", "Công", "Nghiệm", *(f"{day}/12/2021" for day in range(10, 14))):
        assert whole in page.text


def test_a_table_of_headings_alone_goes_on_over_pages(tmp_path: Path) -> None:
    table = Table((Column("TT", 1),), tuple(Row((f"Nhóm {n}",), heading=True) for n in range(90)))
    render_pdf([Paper("a", "Thử", (Section("Thử", (table,)),))], tmp_path / "a.pdf", title="", author="")
    text = " ".join(page.text for page in read(tmp_path / "a.pdf"))
    assert all(f"Nhóm {n}" in text for n in range(90))


def test_the_header_of_a_table_stands_on_each_of_its_pages(pages: list[Page]) -> None:
    starts = annexes(pages)
    for page in pages[starts[0] : starts[1]]:
        assert page.has("Nội dung tiêu chí")
        assert page.line("Nội dung tiêu chí").font == "Tinos-Bold"
        assert {line.size for line in page.lines if line.text.startswith("Đạt")} <= {11, 12, 13}


def test_a_row_taller_than_a_page_is_printed_whole(tmp_path: Path) -> None:
    words = " ".join(f"từ{n}" for n in range(3000))
    table = Table(
        (Column("TT", 1, Align.CENTRE), Column("Nội dung", 3)), (Row(("1", words)), Row(("2", "sau")))
    )
    render_pdf([Paper("a", "Thử", (Section("Thử", (table,)),))], tmp_path / "a.pdf", title="", author="")
    text = " ".join(line.text for page in read(tmp_path / "a.pdf") for line in page.lines)
    assert [word for word in text.split() if word.startswith("từ")] == words.split()
    assert "sau" in text


def test_several_addressees_stand_one_below_the_other(data: DossierData, tmp_path: Path) -> None:
    from msgspec.structs import replace as changed

    both = ("Ủy ban nhân dân {district}", "Văn phòng Điều phối nông thôn mới {province}")
    make_dossier(replace(data, regime=changed(data.regime, addressees=both)), tmp_path / "a.pdf")
    page = read(tmp_path / "a.pdf")[SUBMISSION]
    opening = page.line("Kính gửi:")
    first, last = page.line("- Ủy ban nhân dân huyện"), page.line("- Văn phòng")
    assert opening.text == "Kính gửi:"
    assert first.text.endswith("huyện Minh Hóa;")
    assert last.text.endswith("tỉnh Quảng Bình.")
    assert first.left == pytest.approx(last.left, abs=0.2) == pytest.approx(opening.right, abs=2)


def test_the_margins_hold_on_every_page(pages: list[Page]) -> None:
    for page in pages:
        for line in page.lines:
            if line.size == 9:  # the foot
                assert line.down == pytest.approx(page.height - 9, abs=0.1)
                continue
            assert line.left > 29.5
            assert line.right < page.width - 19.5
            assert line.down < page.height - 20


def test_two_level_government_addresses_the_province(tmp_path: Path) -> None:
    make_dossier(yen_hoa(regime="2025-2cap"), tmp_path / "a.pdf")
    page = read(tmp_path / "a.pdf")[SUBMISSION]
    assert page.line("Kính gửi:").text == "Kính gửi: Ủy ban nhân dân tỉnh Quảng Bình"
    assert "huyện" not in " ".join(line.text for line in page.lines if line.down < 85)


def test_a_period_of_years_is_not_broken_over_two_lines() -> None:
    assert typography.plain("giai đoạn 2016 - 2020, 862 - 1") == "giai đoạn 2016\u00a0-\u00a02020, 862 - 1"


def test_the_title_of_an_annex_is_broken_between_words_in_pdf_and_word(
    pages: list[Page], data: DossierData, tmp_path: Path
) -> None:
    lines = ["DANH MỤC NỘI DUNG TỰ ĐÁNH GIÁ", "THEO MỨC CHƯA ĐỐI CHIẾU"]
    third = next(page for page in pages if page.has("Phụ lục III"))
    assert [line.text for line in third.lines if line.text in lines] == lines
    report = docx.Document(str(make_docx(data, tmp_path)[3]))
    assert "\n".join(lines) in [paragraph.text for paragraph in report.paragraphs]
