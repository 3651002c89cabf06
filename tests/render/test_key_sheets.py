"""The sheets of keys as they are printed: what people read, what cameras read, what is never on them."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from pdf_reading import read, whole_text
from PIL import Image, ImageFilter

from ntm_desktop.documents.data import DossierData, SignerFacts
from ntm_desktop.documents.key_sheets import KeyFacts, enrolment_paper
from ntm_desktop.documents.office import Office
from ntm_desktop.errors import NtmError
from ntm_desktop.render.docx import write_docx
from ntm_desktop.services.key_sheets import Issuer, enrolment_sheet, issuer_of, recovery_sheet
from ntm_desktop.sync import paper
from ntm_desktop.sync.keys import OwnKeys, read_enrolment, write_enrolment

INSTALL = "01234567-89ab-cdef-0123-456789abcdef"
JUNE = date(2021, 6, 30)
KEYS = OwnKeys.make()
ISSUER = Issuer(
    agency=("ỦY BAN NHÂN DÂN", "XÃ YÊN HÓA"),
    place="Yên Hóa",
    today=JUNE,
    post=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    signer="Đinh Văn Hùng",
    prepared_by="Cao Thị Hòa",
)
TOLD = write_enrolment(KEYS, unit="18928", name="Xã Yên Hóa", level="xa", install=INSTALL)
AUTHORITY = Issuer(
    agency=("ỦY BAN NHÂN DÂN", "HUYỆN MINH HÓA", "VĂN PHÒNG ĐIỀU PHỐI CHƯƠNG TRÌNH"),
    place="Minh Hóa",
    today=JUNE,
    post=("KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
    marks=("SỐ LIỆU MINH HỌA",),
)
LONG = write_enrolment(
    KEYS,
    unit="H29.18.04-NTM",
    name="Văn phòng điều phối Chương trình mục tiêu quốc gia xây dựng nông thôn mới huyện Minh Hóa, "
    "tỉnh Quảng Bình, tiếp nhận và thẩm tra hồ sơ của các xã",
    level="huyen",
    install=INSTALL,
)


def scanned(path: Path, page: int) -> set[str]:
    """Off a poor print: 150 dots an inch, blurred, a little turned."""
    with pypdfium2.PdfDocument(path) as document:
        shown = document[page].render(scale=150 / 72).to_pil().convert("L")
    poor = shown.filter(ImageFilter.GaussianBlur(0.8)).rotate(3, Image.Resampling.BICUBIC, fillcolor=255)
    return {code.text for code in zxingcpp.read_barcodes(poor)}


def test_the_enrolment_sheet_says_what_the_other_side_compares(tmp_path: Path) -> None:
    made = enrolment_sheet(TOLD, issuer=ISSUER, out=tmp_path / "phiếu.pdf")
    (page,) = read(made.path)
    assert made.pages == 1
    assert re.fullmatch("[0-9A-Z]{5}(-[0-9A-Z]{5}){4}", made.code)
    assert page.line(made.code).size >= 20
    text = whole_text(made.path)
    one = read_enrolment(TOLD)
    for said in (
        "ỦY BAN NHÂN DÂN XÃ YÊN HÓA",
        "PHIẾU ĐĂNG KÝ KHÓA Khóa công khai",
        "Đơn vị Xã Yên Hóa Mã đơn vị 18928 Cấp Ủy ban nhân dân cấp xã",
        f"Bản cài đặt {INSTALL}",
        f"Mã khóa ký {' '.join(re.findall('....', one.key))}",
        f"Khóa mã hóa {KEYS.age_key}",
        "khác một chữ thì không dùng và gọi lại đơn vị",
        "NGƯỜI LẬP Cao Thị Hòa TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Đinh Văn Hùng",
    ):
        assert said in text, said
    assert "Số:" not in text, "an internal sheet has no number"
    place = page.line("Yên Hóa, ngày")
    assert place.text.endswith("tháng 6 năm 2021")
    assert "Italic" in place.font


def test_its_code_holds_the_whole_key_file(tmp_path: Path) -> None:
    made = enrolment_sheet(TOLD, issuer=ISSUER, out=tmp_path / "phiếu.pdf")
    assert paper.enrolment_of(scanned(made.path, 0)) == TOLD


def test_its_code_stands_clear_of_letters(tmp_path: Path) -> None:
    made = enrolment_sheet(TOLD, issuer=ISSUER, out=tmp_path / "phiếu.pdf")
    (page,) = read(made.path)
    with pypdfium2.PdfDocument(made.path) as document:
        (code,) = zxingcpp.read_barcodes(document[0].render(scale=150 / 72).to_pil())
    corners = code.position
    top, bottom = (corner.y * 25.4 / 150 for corner in (corners.top_left, corners.bottom_left))
    assert page.line("Mã QR").down - bottom > 4
    assert top - page.line("Cao Thị Hòa").down > 4
    assert bottom - top > 45, "large enough for a phone"


def test_a_long_file_has_its_codes_behind_the_page_that_is_signed(tmp_path: Path) -> None:
    made = enrolment_sheet(LONG, issuer=AUTHORITY, out=tmp_path / "phiếu.pdf")
    assert made.pages == 2
    first, second = read(made.path)
    for signed in (made.code, "KT. CHÁNH VĂN PHÒNG", "Văn phòng điều phối", "SỐ LIỆU MINH HỌA"):
        assert first.has(signed), signed
    assert second.has("Mã QR 1/2: nguyên tệp khóa")
    assert second.has("Mã QR 2/2: nguyên tệp khóa")
    assert paper.enrolment_of(scanned(made.path, 1)) == LONG
    assert "Ủy ban nhân dân cấp huyện" in first.text


def test_the_recovery_sheet_gives_the_keys_back(tmp_path: Path) -> None:
    made = recovery_sheet(KEYS, TOLD, issuer=ISSUER, out=tmp_path / "phiếu.pdf")
    (page,) = read(made.path)
    typed = [line.text for line in page.lines if re.fullmatch(r"[0-9A-Z]{4}( [0-9A-Z]{4}){3}", line.text)]
    found = paper.keys_of_lines(typed)
    assert (found.sign_key, str(found.age)) == (KEYS.sign_key, str(KEYS.age))
    (code,) = scanned(made.path, 0)
    found = paper.keys_of_code(code)
    assert (found.sign_key, str(found.age)) == (KEYS.sign_key, str(KEYS.age))
    text = whole_text(made.path)
    for said in (
        "PHIẾU PHỤC HỒI KHÓA - NIÊM PHONG",
        "In xong thì xóa tệp PDF",
        "Đơn vị Xã Yên Hóa",
        f"Mã khóa ký {' '.join(re.findall('....', found.key))}",
        "tắt bộ gõ tiếng Việt rồi nhập 8 dòng",
        "Việc Ngày Lý do mở Họ tên, chữ ký Lập và niêm phong",
    ):
        assert said in text, said


def test_a_long_name_leaves_the_recovery_sheet_on_one_page(tmp_path: Path) -> None:
    assert recovery_sheet(KEYS, LONG, issuer=AUTHORITY, out=tmp_path / "phiếu.pdf").pages == 1


def test_no_private_key_is_on_the_sheet_that_is_sent(tmp_path: Path) -> None:
    made = enrolment_sheet(TOLD, issuer=ISSUER, out=tmp_path / "phiếu.pdf")
    text = whole_text(made.path) + paper.enrolment_of(scanned(made.path, 0)).decode()
    secrets = [str(KEYS.age), bytes(KEYS.signing).hex(), *paper.recovery_lines(KEYS)]
    assert not [secret for secret in secrets if secret.casefold() in text.casefold()]


def test_what_is_no_key_file_makes_no_sheet(tmp_path: Path) -> None:
    out = tmp_path / "phiếu.pdf"
    out.write_bytes(b"of last year")
    with pytest.raises(NtmError, match="Xin lại tệp khóa"):
        enrolment_sheet(TOLD[:-1], issuer=ISSUER, out=out)
    with pytest.raises(ValueError, match="other keys"):
        recovery_sheet(OwnKeys.make(), TOLD, issuer=ISSUER, out=out)
    assert out.read_bytes() == b"of last year"


def test_the_same_keys_give_the_same_bytes(tmp_path: Path) -> None:
    for make, name in ((enrolment_sheet, "a"), (lambda *a, **k: recovery_sheet(KEYS, *a, **k), "b")):
        made = [make(TOLD, issuer=ISSUER, out=tmp_path / f"{name}{n}.pdf").path.read_bytes() for n in (1, 2)]
        assert made[0] == made[1]


def test_a_commune_issues_it_as_its_other_papers(data: DossierData, tmp_path: Path) -> None:
    deputy = SignerFacts("Ông Trần Văn Nam", "Phó Chủ tịch")
    office = Office(data.commune, deputy, JUNE, prepared_by="Cao Thị Hòa", illustrative=True)
    made = enrolment_sheet(TOLD, issuer=issuer_of(office), out=tmp_path / "phiếu.pdf")
    text = whole_text(made.path)
    assert "ỦY BAN NHÂN DÂN XÃ YÊN HÓA" in text
    assert "Yên Hóa, ngày tháng 6 năm 2021" in text
    assert "Cao Thị Hòa TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Trần Văn Nam" in text
    assert "SỐ LIỆU MINH HỌA" in text, "the sample's mark"


def test_no_word_file_is_made_of_keys(tmp_path: Path) -> None:
    """Word keeps copies and histories of what it opens."""
    facts = KeyFacts("Xã Yên Hóa", "18928", "xã", INSTALL, "0" * 16, KEYS.age_key)
    made = enrolment_paper(facts, ISSUER, code="A", qr=("A",))
    with pytest.raises(NotImplementedError):
        write_docx(made, tmp_path / "phiếu.docx", author="")
    assert not list(tmp_path.iterdir())
