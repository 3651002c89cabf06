"""The bound dossier of the sample, as an appraiser turns its pages."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import msgspec
import pikepdf
import pypdfium2
import pytest
import zxingcpp
from office import AT, LEAD
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from ntm_desktop.db.engine import Database
from ntm_desktop.documents.data import AttachedFacts, DossierData, PaperFacts
from ntm_desktop.errors import NtmError
from ntm_desktop.packs.forms import FORM_NAMES
from ntm_desktop.services import dossier, evidence, files
from ntm_desktop.services.footed import with_foot
from ntm_desktop.services.papers import make_bound, make_paper
from ntm_desktop.services.sample_files import write_file
from ntm_desktop.sync.codes import short_code
from ntm_desktop.text import count_words

JUNE = date(2021, 6, 30)
SHEET = re.compile(r"Sheet (\d+)\.")


def collected(database: Database, *, draft: bool = True) -> DossierData:
    with database.read() as session:
        return dossier.collect(session, on=JUNE, today=JUNE, draft=draft)


def bound(database: Database, tmp_path: Path, data: DossierData | None = None) -> list[str]:
    """The text of each page."""
    out = tmp_path / "bound.pdf"
    made = make_bound(data or collected(database), out, store=database.files)
    with pypdfium2.PdfDocument(out) as document:
        texts = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    assert made.pages == len(texts)
    return texts


def attach(database: Database, path: Path, title: str, code: str, pages: str = "") -> None:
    taken = files.take_in(database.files, path)
    with database.write("Đính kèm", LEAD, AT) as session:
        evidence.attach(session, stored=taken, title=title, code=code, pages=pages, today=JUNE)


def test_each_page_number_of_the_lists_leads_to_what_it_names(yen_hoa: Database, tmp_path: Path) -> None:
    pages = bound(yen_hoa, tmp_path)
    first = next(place for place, text in enumerate(pages) if "Hồ sơ minh chứng theo tiêu chí" in text)
    listed = " ".join(pages[first : first + 2]).partition("Hồ sơ minh chứng theo tiêu chí")[2]
    found = re.findall(r"(Tiêu chí số \d+) - .+? (\d+)(?= Tiêu chí số| Trang|$| TT| BẢN)", listed)
    assert len(found) > 10
    for name, page in found:
        assert f"HỒ SƠ MINH CHỨNG {name} - " in pages[int(page) - 1], (name, page)


def test_the_list_of_evidence_tells_the_page_of_each_piece(yen_hoa: Database, tmp_path: Path) -> None:
    letter = tmp_path / "Công văn.docx"
    docx.Document().save(str(letter))
    attach(yen_hoa, letter, "Công văn đã thảo", "1.1")
    attach(yen_hoa, numbered(tmp_path, [(595, 842, 0)] * 3), "Biên bản bàn giao", "1.2", "2-3")
    pages = bound(yen_hoa, tmp_path)
    first = next(place for place, text in enumerate(pages) if "DANH MỤC HỒ SƠ MINH CHỨNG" in text)
    assert "DANH MỤC CÔNG TRÌNH" in pages[first + 2]
    listed = " ".join(pages[first : first + 2])
    for title in ("Biên bản kiểm tra hiện trạng đường giao thông", "Hồ sơ hệ thống chính trị"):
        (page,) = re.findall(rf"{title} (\d+) ", listed)
        assert title in pages[int(page) - 1]
        assert "Trang 1/" in pages[int(page) - 1]  # the foot of the file's own first page
    (page,) = re.findall(r"Biên bản bàn giao (\d+) Trích trang 2-3", listed)
    assert "Sheet 2." in pages[int(page) - 1]
    twice = re.findall(r"Báo cáo lao động, việc làm (\d+)", listed)
    assert len(twice) == 2
    assert len(set(twice)) == 1  # bound once
    assert "Công văn đã thảo Tệp DOCX, xem tệp riêng" in listed


def test_alone_the_list_of_evidence_has_no_column_for_pages(yen_hoa: Database, tmp_path: Path) -> None:
    out = tmp_path / "list.pdf"
    make_paper(collected(yen_hoa), "minh_chung", out)
    with pypdfium2.PdfDocument(out) as document:
        text = " ".join(document[0].get_textpage().get_text_range().split())
    assert "Số, ký hiệu văn bản Ghi chú" in text


def test_every_face_of_the_bound_sample_is_in_the_file_and_can_be_read(
    yen_hoa: Database, tmp_path: Path
) -> None:
    bound(yen_hoa, tmp_path)
    with pikepdf.open(tmp_path / "bound.pdf") as pdf:
        faces = {
            (str(one.BaseFont), "/FontFile2" in one.get("/FontDescriptor", {}), "/ToUnicode" in one)
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font"
        }
    assert len(faces) >= 4
    assert all(embedded and readable for _name, embedded, readable in faces), faces


def blank(folder: Path, pages: int, height: int) -> Path:
    path = folder / f"{pages} {height}.pdf"
    with pikepdf.new() as pdf:
        for _ in range(pages):
            pdf.add_blank_page(page_size=(595, height))
        pdf.save(path)
    return path


def test_a_dossier_of_more_than_a_thousand_pages_tells_them_all(yen_hoa: Database, tmp_path: Path) -> None:
    attach(yen_hoa, blank(tmp_path, 1_000, 842), "Biên bản các năm", "1.1")
    for number in range(1, 32):
        attach(yen_hoa, blank(tmp_path, 1, 842 - number), f"Ảnh thôn {number:02d}.", "2.1")
    pages = bound(yen_hoa, tmp_path)
    with pikepdf.open(tmp_path / "bound.pdf") as pdf, pdf.open_outline() as outline:
        (second,) = (one for one in outline.root if one.title.startswith("Tiêu chí số 2 "))
        places = {
            str(one.title): pdf.pages.index(pikepdf.Page(one.destination[0])) + 1 for one in second.children
        }
    first = next(place for place, text in enumerate(pages) if "HỒ SƠ MINH CHỨNG Tiêu chí số 2 " in text)
    listed = " ".join(pages[first : min(places.values()) - 1])
    assert first > 1_000
    for number in range(1, 32):
        title = f"Ảnh thôn {number:02d}."
        assert f"{title} {places[title]} 01 trang" in listed


def numbered(folder: Path, sheets: Sequence[tuple[float, float, int]]) -> Path:
    """A page for each width, height and turn; each says which one it is."""
    path = folder / f"{len(sheets)} sheets.pdf"
    with pikepdf.new() as pdf:
        face = pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
            )
        )
        for number, (width, height, turn) in enumerate(sheets, 1):
            page = pdf.add_blank_page(page_size=(width, height))
            page.obj["/Resources"] = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=face))
            page.contents_add(b"BT /F 12 Tf 20 20 Td (Sheet %d.) Tj ET" % number)
            page.rotate(turn, relative=False)
        pdf.save(path)
    return path


MIXED = [
    (width, height, turn)
    for across, down in ((595, 842), (842, 1191), (420, 595))
    for width, height in ((across, down), (down, across))
    for turn in (0, 90, 180, 270)
]


@pytest.mark.parametrize("sheets", [[(595, 842, 0)] * 1_000, MIXED], ids=["1 000 pages", "mixed"])
def test_every_page_of_long_or_mixed_evidence_is_bound_in_order(
    yen_hoa: Database, tmp_path: Path, sheets: list[tuple[float, float, int]]
) -> None:
    path = numbered(tmp_path, sheets)
    before = path.read_bytes()
    attach(yen_hoa, path, "Hồ sơ địa chính", "1.1")
    pages = bound(yen_hoa, tmp_path)
    shown = [(number, found[1]) for number, text in enumerate(pages) if (found := SHEET.search(text))]
    first = shown[0][0]
    assert shown == [(first + order, str(order + 1)) for order in range(len(sheets))]
    for number, text in enumerate(pages, 1):
        assert re.search(rf"\bTrang {number}/{len(pages)}(?!\d)", text), number
    told = next(text for text in pages if "HỒ SƠ MINH CHỨNG Tiêu chí số 1 " in text)
    assert f"Hồ sơ địa chính {first + 1} {count_words(len(sheets), 'trang')}" in told
    assert path.read_bytes() == before
    assert yen_hoa.files.path(hashlib.sha256(before).hexdigest()).read_bytes() == before


def test_all_evidence_is_there_behind_the_sheet_of_its_criterion(yen_hoa: Database, tmp_path: Path) -> None:
    data = collected(yen_hoa)
    pages = bound(yen_hoa, tmp_path, data)
    found = [item for one in data.indicators() for item in one.evidence]
    titles = {item.title for item in found}
    with pikepdf.open(tmp_path / "bound.pdf") as pdf, pdf.open_outline() as outline:
        parts = {one.title: [child.title for child in one.children] for one in outline.root}
    assert {
        title for name, below in parts.items() if name.startswith("Tiêu chí số") for title in below
    } == titles
    assert "ỦY BAN NHÂN DÂN XÃ YÊN HÓA HỒ SƠ" in pages[0]


def test_only_the_pages_named_are_bound_and_a_file_stands_once(yen_hoa: Database, tmp_path: Path) -> None:
    path = blank(tmp_path, 3, 842)
    before = len(bound(yen_hoa, tmp_path))
    attach(yen_hoa, path, "Nghị quyết ba trang", "1.1", pages="1, 3")
    attach(yen_hoa, path, "Nghị quyết ba trang", "4.1", pages="1, 3")
    pages = bound(yen_hoa, tmp_path)
    assert len(pages) == before + 2
    assert any("Nghị quyết ba trang" in text and "Xem tiêu chí số 1" in text for text in pages)


def test_a_text_is_typeset_and_what_is_no_text_is_listed(yen_hoa: Database, tmp_path: Path) -> None:
    words = "Danh sách hộ đã nộp\n\nThôn Yên Phú:\t12 hộ; <b>x</b>\n" + "dài " * 3_000 + "hết."
    (tmp_path / "danh sách.txt").write_text(words, encoding="utf-8-sig")
    (tmp_path / "nhật ký.txt").write_text("một dòng\n" * 30_000, encoding="utf-8")
    for name in ("danh sách", "nhật ký"):
        attach(yen_hoa, tmp_path / f"{name}.txt", f"Tệp {name}", "1.1")
    pages = bound(yen_hoa, tmp_path)
    (first,) = (place for place, text in enumerate(pages) if "Thôn Yên Phú: 12 hộ; <b>x</b>" in text)
    assert "Tệp danh sách (chỉ tiêu 1.1)" in pages[first]
    end = next(place for place, text in enumerate(pages[first:], first) if "hết." in text)
    assert end > first, "on as many pages as it needs"
    sheet = next(text for text in pages if "HỒ SƠ MINH CHỨNG Tiêu chí số 1 " in text)
    assert re.search(rf"Tệp danh sách {first + 1}\b", sheet)
    assert "Tệp nhật ký Tệp TXT, xem tệp riêng" in sheet


def test_every_page_of_a_draft_says_so_the_evidence_too(yen_hoa: Database, tmp_path: Path) -> None:
    assert all("BẢN NHÁP" in text for text in bound(yen_hoa, tmp_path))
    final = bound(yen_hoa, tmp_path, collected(yen_hoa, draft=False))
    assert not any("BẢN NHÁP" in text for text in final)


def test_what_cannot_be_bound_is_told_where_it_would_stand(yen_hoa: Database, tmp_path: Path) -> None:
    data = collected(yen_hoa)
    lost = next(item for one in data.indicators() for item in one.evidence if item.file_type == "pdf")
    stored = yen_hoa.files.path(lost.sha256)
    stored.write_bytes(b"%PDF-1.4 cut off")
    assert any("Tệp bị hỏng, không gộp được" in text for text in bound(yen_hoa, tmp_path, data))
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(595, 842))
        pdf.save(stored, encryption=pikepdf.Encryption(owner="a", user="b"))
    assert any("Tệp có mật khẩu, không gộp được" in text for text in bound(yen_hoa, tmp_path, data))
    stored.unlink()
    assert any("Không còn thấy tệp đã lưu" in text for text in bound(yen_hoa, tmp_path, data))


def test_a_final_one_has_the_code_of_the_register_on_every_page(yen_hoa: Database, tmp_path: Path) -> None:
    data = collected(yen_hoa, draft=False)
    pages = bound(yen_hoa, tmp_path, data)
    out = tmp_path / "bound.pdf"
    with yen_hoa.write(dossier.print_action(dossier.Way.PDF), LEAD, AT) as session:
        dossier.register(session, data=data, printed=session.files.put_file(out), pages=len(pages))
        entry = dossier.register_list(session)[0]
    assert entry.content_root == data.root
    assert all(short_code(entry.content_root) in text for text in pages)
    with pypdfium2.PdfDocument(out) as document:
        shown = [document[page].render(scale=200 / 72).to_pil().convert("L") for page in (0, len(pages) - 1)]
    read = {code.text for page in shown for code in zxingcpp.read_barcodes(page)}
    assert len(read) == 1
    assert next(iter(read)).startswith(f"NTM1:{yen_hoa.commune_id}:2021:")


def test_a_draft_has_none(yen_hoa: Database, tmp_path: Path) -> None:
    assert collected(yen_hoa).root == ""
    assert not any(re.search(r"[0-9A-Z]{5}(-[0-9A-Z]{5}){4}", text) for text in bound(yen_hoa, tmp_path))


def test_the_signed_paper_of_others_is_bound_and_its_page_is_in_the_list(
    yen_hoa: Database, tmp_path: Path
) -> None:
    before = bound(yen_hoa, tmp_path)
    path = write_file(tmp_path, title="Phieu hai long", kind="pdf", pages=2, commune="xã Yên Hóa")
    with yen_hoa.write("Đính kèm", LEAD, AT) as session:
        dossier.attach_paper(session, form="hai_long", stored=files.take_in(session.files, path), on=JUNE)
    pages = bound(yen_hoa, tmp_path)
    assert len(pages) == len(before) + 2
    (first, _second) = (place for place, text in enumerate(pages, 1) if "Phieu hai long" in text)
    listed = next(text for text in pages if "DANH MỤC" in text and "sự hài lòng của người dân" in text)
    assert re.search(rf"sự hài lòng của người dân .*?Bản đã ký {first}\b", listed)
    with pikepdf.open(tmp_path / "bound.pdf") as pdf, pdf.open_outline() as outline:
        assert "Báo cáo kết quả lấy ý kiến hài lòng" in [one.title for one in outline.root]


def test_signed_papers_stand_in_the_order_of_the_list(yen_hoa: Database, tmp_path: Path) -> None:
    for form in ("hai_long", "bien_ban", "tong_hop_y_kien"):
        path = write_file(tmp_path, title=f"scan {form}", kind="pdf", pages=1, commune="xã Yên Hóa")
        with yen_hoa.write("Đính kèm", LEAD, AT) as session:
            dossier.attach_paper(session, form=form, stored=files.take_in(session.files, path), on=JUNE)
    data = collected(yen_hoa)
    map_of = AttachedFacts("scan001.pdf", data.paper("hai_long").file.sha256)  # type: ignore[union-attr]
    like = data.regime.form("hai_long")
    assert like is not None
    last = msgspec.structs.replace(like, form="ban_do", title="Bản đồ quy hoạch {commune}")
    data = replace(
        data,
        regime=msgspec.structs.replace(data.regime, forms=(*data.regime.forms, last)),
        papers=(*data.papers, PaperFacts("ban_do", file=map_of)),
    )
    pages = bound(yen_hoa, tmp_path, data)
    with pikepdf.open(tmp_path / "bound.pdf") as pdf, pdf.open_outline() as outline:
        titles = [one.title for one in outline.root]
    rules = [rule for rule in data.regime.forms if not rule.annex_of]
    named = [FORM_NAMES.get(rule.form, "Bản đồ quy hoạch xã Yên Hóa") for rule in rules]
    bound_titles = titles[: next(n for n, one in enumerate(titles) if one.startswith("Tiêu chí số"))]
    assert [one for one in bound_titles if one in named] == [one for one in named if one in bound_titles]
    assert {"Báo cáo tổng hợp ý kiến", "Biên bản cuộc họp đề nghị xét, công nhận"} < set(bound_titles)
    assert bound_titles[-1] == "Bản đồ quy hoạch xã Yên Hóa"
    first = next(place for place, text in enumerate(pages) if "Hồ sơ minh chứng theo tiêu chí" in text)
    listed = " ".join(pages[first - 1 : first + 1]).partition("Hồ sơ minh chứng theo tiêu chí")[0]
    signed = [int(page) for page in re.findall(r"Bản đã ký (\d+)\b", listed)]
    assert len(signed) == 4
    assert signed == sorted(signed)


def test_each_signed_paper_that_cannot_be_bound_is_named(yen_hoa: Database, tmp_path: Path) -> None:
    for form in ("hai_long", "bien_ban"):
        path = write_file(tmp_path, title=f"scan {form}", kind="pdf", pages=1, commune="xã Yên Hóa")
        with yen_hoa.write("Đính kèm", LEAD, AT) as session:
            dossier.attach_paper(session, form=form, stored=files.take_in(session.files, path), on=JUNE)
    data = collected(yen_hoa)
    damaged, lost = (data.paper(form).file for form in ("bien_ban", "hai_long"))
    assert damaged is not None
    assert lost is not None
    yen_hoa.files.path(damaged.sha256).write_bytes(b"%PDF-1.4 cut off")
    yen_hoa.files.path(lost.sha256).unlink()
    with pytest.raises(NtmError, match="đính kèm lại tệp ở Số, ngày, người ký") as refused:
        bound(yen_hoa, tmp_path, data)
    first, second = refused.value.problems
    assert first.startswith("Biên bản cuộc họp đề nghị xét, công nhận (“scan bien_ban")
    assert first.endswith("Tệp bị hỏng, không gộp được")
    assert second.startswith("Báo cáo kết quả lấy ý kiến hài lòng (“scan hai_long")
    assert "Không còn thấy tệp đã lưu" in second
    assert not (tmp_path / "bound.pdf").exists()


@pytest.mark.parametrize("pages", ["phụ lục", "9"])
def test_pages_that_there_are_not_are_told_and_all_are_bound(
    yen_hoa: Database, tmp_path: Path, pages: str
) -> None:
    data = collected(yen_hoa)
    first = next(item for one in data.indicators() for item in one.evidence if item.file_type == "pdf")
    changed = replace(
        data,
        criteria=tuple(
            replace(
                criterion,
                indicators=tuple(
                    replace(
                        one,
                        evidence=tuple(replace(e, pages=pages) if e == first else e for e in one.evidence),
                    )
                    for one in criterion.indicators
                ),
            )
            for criterion in data.criteria
        ),
    )
    assert any(f"không có trang “{pages}”" in text for text in bound(yen_hoa, tmp_path, changed))


def test_a_scanner_that_holds_the_papers_it_was_made_of_spoils_nothing(
    yen_hoa: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(path: Path, missing_ok: bool = False) -> None:
        raise PermissionError(13, "used by another process", str(path))

    monkeypatch.setattr(Path, "unlink", held)
    assert len(bound(yen_hoa, tmp_path)) > 20


def test_a_paper_of_this_program_bound_as_evidence_bears_one_foot(yen_hoa: Database, tmp_path: Path) -> None:
    own, plain = tmp_path / "tờ trình.pdf", blank(tmp_path, 2, 842)
    data = collected(yen_hoa, draft=False)
    made = make_paper(data, "to_trinh", own)
    assert made.pages == 2
    attach(yen_hoa, own, "Tờ trình đã ký", "1.1")
    attach(yen_hoa, plain, "Tờ trắng", "1.1")
    data = replace(collected(yen_hoa, draft=False), illustrative=False)
    out = tmp_path / "bound.pdf"
    make_bound(data, out, store=yen_hoa.files)
    with pypdfium2.PdfDocument(out) as whole, pypdfium2.PdfDocument(own) as alone:
        texts = [" ".join(page.get_textpage().get_text_range().split()) for page in whole]
        place = next(n for n, text in enumerate(texts) if "TỜ TRÌNH" in text and "Trang 1/2" in text)
        foots = [foot(whole[n]) for n in (place, place + 1, place + 2)]
        assert [zxingcpp.read_barcode(one) is not None for one in foots] == [True] * 3
        assert len(zxingcpp.read_barcodes(foots[0])) == 1
        on_white = foot(whole[place + 2])
        right = (on_white.width // 4, 0, on_white.width, on_white.height)  # the page's number is at the left
        assert foots[0].crop(right).tobytes() == on_white.crop(right).tobytes()
        assert above(whole[place]).tobytes() == above(alone[0]).tobytes(), "as large as it was"


def foot(page: pypdfium2.PdfPage) -> Image.Image:
    drawn = page.render(scale=3).to_pil().convert("L")
    return drawn.crop((0, round(drawn.height * (1 - 17 / 297)), drawn.width, drawn.height))


def above(page: pypdfium2.PdfPage) -> Image.Image:
    drawn = page.render(scale=3).to_pil().convert("L")
    return drawn.crop((0, 0, drawn.width, round(drawn.height * (1 - 20 / 297))))


def test_a_code_in_the_text_is_no_foot(tmp_path: Path) -> None:
    path = tmp_path / "công văn.pdf"
    canvas = Canvas(str(path))
    canvas.drawString(60, 700, f"Trang 3/37 {short_code('5af3' * 16)}")
    canvas.save()
    assert with_foot(path, (0,)) == frozenset()
    canvas = Canvas(str(path))
    canvas.drawString(60, 26, f"Trang 3/37 {short_code('5af3' * 16)}")
    canvas.showPage()
    canvas.drawString(60, 26, "Trang 2")
    canvas.save()
    assert with_foot(path, (0, 1)) == {0}
    assert with_foot(blank(tmp_path, 1, 842), (0,)) == frozenset()
