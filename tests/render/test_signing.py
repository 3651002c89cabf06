"""A signed dossier, as another program judges it, and as a reader sees it."""

from __future__ import annotations

import shutil
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pikepdf
import pytest
from pdf_reading import Page, read
from PIL import Image
from reportlab.pdfgen.canvas import Canvas
from signers import AT, NAME, OFFICE, PASSWORD, Authority, needs_pdfsig, verdicts

from ntm_desktop.documents.data import DossierData
from ntm_desktop.errors import NtmError
from ntm_desktop.render.fonts import face
from ntm_desktop.render.output import CancelledError
from ntm_desktop.render.signature_place import block
from ntm_desktop.services import papers, print_check
from ntm_desktop.services.dossier import PrintedView
from ntm_desktop.services.print_check import Found, Known
from ntm_desktop.services.signing import KeyFile, Manner, Wish, sign, suggested_name

MM = 72 / 25.4


@pytest.fixture(scope="module")
def trusted(authority: Authority, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return authority.trusted(tmp_path_factory.mktemp("tin") / "nss")


@pytest.fixture(scope="module")
def office(authority: Authority, tmp_path_factory: pytest.TempPathFactory) -> KeyFile:
    path = tmp_path_factory.mktemp("k") / "dau.pfx"
    return KeyFile(authority.file(path, authority.issue(OFFICE, OFFICE)), PASSWORD)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory, data: DossierData) -> Path:
    path = tmp_path_factory.mktemp("in") / "Hồ sơ.pdf"
    papers.make_dossier(data, path)
    return path


@pytest.fixture
def dossier(printed: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(printed, tmp_path / "Hồ sơ.pdf"))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "đã ký.pdf"


def shown(path: Path) -> list[Page]:
    """The pages with their signatures as a reader shows them."""
    flat = path.with_name("phẳng.pdf")
    with pikepdf.open(path) as pdf:
        pdf.flatten_annotations("all")
        pdf.save(flat)
    return read(flat)


def boxes(path: Path) -> list[tuple[float, float, float, float]]:
    """Left, top, right and bottom of each signature, in millimetres from the upper left corner."""
    found = []
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            height = float(page.mediabox[3])
            for one in page.get("/Annots", []):
                if one.get("/FT") == "/Sig":
                    left, bottom, right, top = (float(edge) for edge in one.Rect)
                    edges = (left, height - top, right, height - bottom)
                    found.append(tuple(edge / 72 * 25.4 for edge in edges))
    return found  # type: ignore[return-value]


def picture(path: Path, size: tuple[int, int], dots: int | None = None) -> Path:
    Image.new("RGBA", size, (0, 0, 200, 90)).save(path, dpi=(dots, dots) if dots else (72, 72))
    return path


@needs_pdfsig
def test_another_program_finds_the_signature_good(
    dossier: Path, out: Path, person: KeyFile, trusted: Path
) -> None:
    before = dossier.read_bytes()
    signed = sign(dossier, out, key=person, wish=Wish(), at=AT)
    (said,) = verdicts(out, trusted)
    assert (said.name, said.signed_at) == (NAME, "Mar 15 2026 07:00:05")
    assert (said.signature, said.certificate) == ("Signature is Valid.", "Certificate is Trusted.")
    assert said.whole
    assert (signed.name, signed.organisation, signed.before, signed.in_block) == (NAME, OFFICE, 0, True)
    assert dossier.read_bytes() == before


@needs_pdfsig
@pytest.mark.parametrize("place", [0.02, 0.5, 0.93])
def test_another_program_notices_a_changed_byte(
    dossier: Path, out: Path, person: KeyFile, trusted: Path, place: float
) -> None:
    sign(dossier, out, key=person, wish=Wish(), at=AT)
    content = bytearray(out.read_bytes())
    content[int(len(dossier.read_bytes()) * place)] ^= 1
    out.write_bytes(content)
    assert [said.signature for said in verdicts(out, trusted)] != ["Signature is Valid."]


@needs_pdfsig
def test_who_signs_later_leaves_earlier_signatures_good(
    dossier: Path, tmp_path: Path, person: KeyFile, office: KeyFile, trusted: Path
) -> None:
    first, second = tmp_path / "1.pdf", tmp_path / "2.pdf"
    sign(dossier, first, key=person, wish=Wish(), at=AT)
    signed = sign(first, second, key=office, wish=Wish(Manner.ORGANISATION), at=AT + timedelta(hours=1))
    said = verdicts(second, trusted)
    assert [(one.name, one.signature, one.whole) for one in said] == [
        (NAME, "Signature is Valid.", False),
        (OFFICE, "Signature is Valid.", True),
    ]
    assert signed.before == 1


def test_a_signed_file_is_still_the_registered_print(
    dossier: Path, tmp_path: Path, person: KeyFile, office: KeyFile, data: DossierData
) -> None:
    first, second = tmp_path / "1.pdf", tmp_path / "2.pdf"
    digest = sha256(dossier.read_bytes()).hexdigest()
    printed = PrintedView("a", 1, 2021, data.on, AT, "0" * 64, digest, 30, "", None)
    known = [Known(printed, dossier.stat().st_size, dossier)]
    sign(dossier, first, key=person, wish=Wish(), at=AT)
    sign(first, second, key=office, wish=Wish(Manner.ORGANISATION), at=AT)
    assert second.read_bytes().startswith(first.read_bytes())
    assert first.read_bytes().startswith(dossier.read_bytes())
    found = [print_check.check(path, known) for path in (dossier, first, second)]
    assert [one.found for one in found] == [Found.SAME, Found.ADDED, Found.ADDED]


def test_the_person_signs_between_post_and_name(dossier: Path, out: Path, person: KeyFile) -> None:
    signed = sign(dossier, out, key=person, wish=Wish(), at=AT)
    page = shown(out)[signed.page - 1]
    lines = {one.text.strip(): one for one in page.lines}
    post, name = lines["CHỦ TỊCH"], lines["Đinh Minh Đức"]
    words = [f"Ký bởi: {NAME}", f"Cơ quan: {OFFICE}", "Thời gian ký: 15.03.2026 14:00:05 +07:00"]
    for line in words:
        assert post.down < lines[line].down < name.down, line
        assert lines[line].centre == pytest.approx(post.centre, abs=0.5)


def test_a_mark_across_the_page_hides_no_space(tmp_path: Path) -> None:
    path = tmp_path / "mẫu.pdf"
    canvas = Canvas(str(path), pagesize=(210 * MM, 297 * MM))
    canvas.setFont(face().bold, 14)
    canvas.drawCentredString(150 * MM, 190 * MM, "CHỦ TỊCH")
    canvas.setFont(face().bold, 60)
    canvas.translate(130 * MM, 103 * MM)
    canvas.rotate(50)
    canvas.drawCentredString(0, 0, "SỐ LIỆU MINH HỌA")
    canvas.save()
    assert block(path, range(1)) is not None


def test_a_picture_of_the_signature_stands_alone(
    dossier: Path, out: Path, tmp_path: Path, person: KeyFile
) -> None:
    drawn = picture(tmp_path / "chữ ký.png", (600, 200))
    words = sign(dossier, out, key=person, wish=Wish(), at=AT)
    (whole,) = boxes(out)
    out.unlink()
    sign(dossier, out, key=person, wish=Wish(picture=drawn), at=AT)
    (left, top, right, bottom) = boxes(out)[0]
    assert (right - left) / (bottom - top) == pytest.approx(3, abs=0.1)
    assert (left + right) / 2 == pytest.approx((whole[0] + whole[2]) / 2, abs=0.5)
    assert whole[1] - 0.5 <= top < bottom <= whole[3] + 0.5
    assert "Ký bởi" not in "".join(one.text for one in shown(out)[words.page - 1].lines)


def test_the_seal_has_its_real_size_and_covers_a_third_of_the_signature(
    dossier: Path, tmp_path: Path, person: KeyFile, office: KeyFile
) -> None:
    first, second = tmp_path / "1.pdf", tmp_path / "2.pdf"
    drawn = picture(tmp_path / "chữ ký.png", (400, 200))
    seal = picture(tmp_path / "dấu.png", (420, 420), dots=300)  # 35.6 mm
    sign(dossier, first, key=person, wish=Wish(picture=drawn), at=AT)
    sign(first, second, key=office, wish=Wish(Manner.ORGANISATION, picture=seal), at=AT)
    signature, stamped = boxes(second)
    assert stamped[2] - stamped[0] == pytest.approx(35.6, abs=0.5)
    assert stamped[2] == pytest.approx(signature[0] + (signature[2] - signature[0]) / 3, abs=0.5)
    assert (stamped[1] + stamped[3]) / 2 == pytest.approx((signature[1] + signature[3]) / 2, abs=0.5)


def test_an_annex_tells_number_and_time_in_the_upper_right_corner(
    dossier: Path, out: Path, office: KeyFile
) -> None:
    wish = Wish(Manner.ANNEX, paper="biểu chi tiết", number=" 12/TTr-UBND ")
    signed = sign(dossier, out, key=office, wish=wish, at=AT)
    page = shown(out)[signed.page - 1]
    lines = [one for one in page.lines if one.down < 20 and one.right > 150]
    assert [one.text.strip() for one in lines] == ["12/TTr-UBND", "15.03.2026 14:00:05 +07:00"]
    assert {(round(one.size), "Tinos" in one.font) for one in lines} == {(10, True)}
    assert any("Phụ lục I" in one.text for one in page.lines)


def test_one_paper_of_several_is_signed(dossier: Path, tmp_path: Path, person: KeyFile) -> None:
    first = sign(dossier, tmp_path / "1.pdf", key=person, wish=Wish(), at=AT)
    report = sign(dossier, tmp_path / "2.pdf", key=person, wish=Wish(paper="báo cáo kết quả"), at=AT)
    assert report.page > first.page
    assert report.in_block
    plain = sign(dossier, tmp_path / "3.pdf", key=person, wish=Wish(page=1), at=AT)
    assert (plain.page, plain.in_block) == (1, False)  # the cover has no place to sign


@pytest.mark.parametrize(
    ("lines", "expected"),  # of each line: middle and baseline in millimetres from the upper left corner
    [
        ({"TM. ỦY BAN NHÂN DÂN": (150, 100), "CHỦ TỊCH": (150, 106), "Lê A": (150, 136)}, (150, 108, 134)),
        ({"KT. CHỦ TỊCH": (150, 106), "PHÓ CHỦ TỊCH": (150, 112), "Lê A": (150, 140)}, (150, 114, 138)),
        ({"QUYỀN CHỦ TỊCH": (150, 106)}, (150, 108, 134)),  # nobody is named: the space of the papers
        ({"THƯ KÝ": (60, 106), "CHỦ TỌA": (150, 106), "Lê A": (60, 136)}, (150, 108, 134)),
        ({"Quyết định của CHỦ TỊCH tỉnh về": (60, 60), "việc": (60, 66)}, None),
        ({"CHỦ TỊCH": (150, 106), "xã": (150, 112)}, None),  # no room below: it is no signature
    ],
)
def test_the_space_of_a_signer_is_found(
    tmp_path: Path, lines: dict[str, tuple[float, float]], expected: tuple[float, float, float] | None
) -> None:
    path = tmp_path / "trang.pdf"
    canvas = Canvas(str(path), pagesize=(210 * MM, 297 * MM))
    canvas.setFont(face().bold, 14)
    for text, (middle, down) in lines.items():
        canvas.drawCentredString(middle * MM, (297 - down) * MM, text)
    canvas.save()
    space = block(path, range(1))
    if expected is None:
        assert space is None
        return
    assert space is not None
    place = space.place
    top = 297 - (place.bottom + place.height) / MM
    found = ((place.left + place.width / 2) / MM, top, top + place.height / MM)
    assert found == pytest.approx(expected, abs=2)


# Several people


def minutes(path: Path, names: tuple[str, str] = ("", "")) -> Path:
    """A page that secretary and chair sign."""
    canvas = Canvas(str(path), pagesize=(210 * MM, 297 * MM))
    canvas.setFont(face().bold, 14)
    for middle, post, name in ((60, "THƯ KÝ", names[0]), (150, "CHỦ TỌA", names[1])):
        canvas.drawCentredString(middle * MM, 190 * MM, post)
        canvas.drawCentredString(middle * MM, 160 * MM, name)
    canvas.save()
    return path


@pytest.fixture(scope="module")
def people(authority: Authority, tmp_path_factory: pytest.TempPathFactory) -> list[KeyFile]:
    """Three whose names stand on no paper."""
    folder = tmp_path_factory.mktemp("k")
    return [
        KeyFile(authority.file(folder / f"{n}.p12", authority.issue(f"Người {n}")), PASSWORD)
        for n in range(3)
    ]


def middles(path: Path) -> list[float]:
    return [(left + right) / 2 for left, _top, right, _bottom in boxes(path)]


def test_the_secretary_signs_above_his_own_name_and_the_chair_above_hers(
    tmp_path: Path, authority: Authority, person: KeyFile
) -> None:
    paper = minutes(tmp_path / "biên bản.pdf", ("Trần Thị Bình", NAME.upper()))
    own = KeyFile(authority.file(tmp_path / "k.p12", authority.issue("Trần Thị Bình")), PASSWORD)
    first, second = tmp_path / "1.pdf", tmp_path / "2.pdf"
    sign(paper, first, key=own, wish=Wish(), at=AT)
    assert middles(first) == pytest.approx([60], abs=1)
    sign(first, second, key=person, wish=Wish(), at=AT)
    assert middles(second) == pytest.approx([60, 150], abs=1)


def test_who_signs_next_takes_the_next_space_and_never_one_that_is_signed(
    tmp_path: Path, people: list[KeyFile]
) -> None:
    first, second = tmp_path / "1.pdf", tmp_path / "2.pdf"
    sign(minutes(tmp_path / "biên bản.pdf"), first, key=people[0], wish=Wish(), at=AT)
    assert middles(first) == pytest.approx([150], abs=1)
    sign(first, second, key=people[1], wish=Wish(), at=AT)
    assert middles(second) == pytest.approx([150, 60], abs=1)
    assert "đã có chữ ký, không ký đè lên được. Chọn trang" in refused(second, tmp_path / "3.pdf", people[2])


def test_in_a_dossier_the_next_person_signs_the_next_paper(
    dossier: Path, out: Path, people: list[KeyFile]
) -> None:
    first = sign(dossier, out, key=people[0], wish=Wish(), at=AT)
    second = sign(out, out.with_name("2.pdf"), key=people[1], wish=Wish(), at=AT)
    assert second.in_block
    assert second.page > first.page


def test_a_seal_goes_to_the_space_that_is_signed_and_leaves_it_to_who_signs_later(
    tmp_path: Path, people: list[KeyFile], office: KeyFile
) -> None:
    paper, first, second = minutes(tmp_path / "biên bản.pdf"), tmp_path / "1.pdf", tmp_path / "2.pdf"
    seal = picture(tmp_path / "dấu.png", (420, 420), dots=300)
    sign(paper, first, key=office, wish=Wish(Manner.ORGANISATION, picture=seal), at=AT)
    sign(first, second, key=people[0], wish=Wish(), at=AT)
    stamped, signature = middles(second)
    assert signature == pytest.approx(150, abs=1)
    assert 110 < stamped < 130


def test_in_the_corner_the_next_one_stands_on_the_other_side(
    dossier: Path, tmp_path: Path, people: list[KeyFile]
) -> None:
    files = [dossier, *(tmp_path / f"{n}.pdf" for n in range(3))]
    for n in range(2):
        sign(files[n], files[n + 1], key=people[n], wish=Wish(page=1), at=AT)
    (left, _top, right, _bottom), (other_left, _, other_right, _) = boxes(files[2])
    assert (left > 120, right < 210, other_left > 0, other_right < 90) == (True, True, True, True)
    assert "đã có chữ ký" in refused(files[2], files[3], people[2], Wish(page=1))


# Refusals


def refused(dossier: Path, out: Path, key: KeyFile, wish: Wish | None = None) -> str:
    """What is said; nothing is written, nothing is left behind."""
    there = {path: path.read_bytes() for path in out.parent.iterdir() if path.is_file()}
    with pytest.raises(NtmError) as caught:
        sign(dossier, out, key=key, wish=wish or Wish(), at=AT)
    assert {path: path.read_bytes() for path in out.parent.iterdir() if path.is_file()} == there
    return caught.value.message


def test_a_wrong_password_is_told(dossier: Path, out: Path, person: KeyFile) -> None:
    said = refused(dossier, out, KeyFile(person.path, "khác"))
    assert said == "Sai mật khẩu của tệp “ký số.p12”. Nhập lại mật khẩu; tệp PDF chưa được ký."
    assert "khác" not in repr(KeyFile(person.path, "khác"))


@pytest.mark.parametrize(
    ("begins", "days", "words"),
    [
        (-500, 400, "“Đinh Minh Tuấn” đã hết hạn ngày 5/12/2025. Gia hạn rồi ký lại"),
        (30, 400, "có hiệu lực từ ngày 14/4/2026, mà máy đang là 14:00 ngày 15/3/2026. Chỉnh lại ngày giờ"),
    ],
)
def test_a_certificate_out_of_its_time_signs_nothing(
    dossier: Path, out: Path, authority: Authority, tmp_path: Path, begins: int, days: int, words: str
) -> None:
    issued = authority.issue(begins=AT + timedelta(days=begins), days=days)
    assert words in refused(dossier, out, KeyFile(authority.file(tmp_path / "k.p12", issued), PASSWORD))


def test_a_certificate_for_something_else_signs_nothing(
    dossier: Path, out: Path, authority: Authority, tmp_path: Path
) -> None:
    key = KeyFile(authority.file(tmp_path / "k.p12", authority.issue(signs=False)), PASSWORD)
    assert "không dùng để ký văn bản" in refused(dossier, out, key)


def test_who_has_signed_is_not_taken_for_another_place_that_nobody_chose(
    dossier: Path, out: Path, person: KeyFile
) -> None:
    page = sign(dossier, out, key=person, wish=Wish(), at=AT).page
    said = refused(out, out.with_name("2.pdf"), person)
    assert said.startswith(
        f"Tệp này “Đinh Minh Tuấn” đã ký ngày 15/3/2026 ở trang {page}. Muốn ký tiếp văn bản"
    )


def test_nothing_is_added_to_a_file_that_was_changed_after_signing(
    dossier: Path, out: Path, person: KeyFile, office: KeyFile
) -> None:
    sign(dossier, out, key=person, wish=Wish(), at=AT)
    changed = out.with_name("sửa.pdf")
    changed.write_bytes(out.read_bytes().replace(b"/Producer", b"/Producar", 1))
    assert "Tệp đã bị sửa sau khi “Đinh Minh Tuấn” ký" in refused(changed, out.with_name("2.pdf"), office)


def _locked(path: Path) -> None:
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(owner="a", user="b"))


def _limited(path: Path) -> None:
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(owner="a", user=""))


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda path: path.write_bytes(b"xin ch\xc3\xa0o"), "không phải tệp PDF hoặc đã hỏng"),
        (lambda path: path.write_bytes(b""), "không phải tệp PDF hoặc đã hỏng"),
        (lambda path: path.unlink(), "Không đọc được “Hồ sơ.pdf”: không thấy tệp"),
        (_locked, "có mật khẩu nên không ký được"),
        (_limited, "có mật khẩu nên không ký được"),
    ],
)
def test_what_is_no_open_pdf_is_told(
    dossier: Path, out: Path, person: KeyFile, spoil: object, words: str
) -> None:
    spoil(dossier)  # type: ignore[operator]
    assert words in refused(dossier, out, person)


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        (Wish(page=99), "không có trang 99. Ghi số trang từ 1 đến"),
        (Wish(page=0), "không có trang 0"),
        (Wish(paper="giấy mời"), "không có văn bản “giấy mời” (có: Bìa hồ sơ; Danh mục văn bản; Tờ trình;"),
        (Wish(Manner.ANNEX), "Chưa nhập số, ký hiệu của văn bản chính"),
        (Wish(Manner.ANNEX, number="1", picture=Path("a.png")), "không hiện hình chữ ký"),
        (Wish(picture=Path("không có.png")), "Không đọc được hình “không có.png”: không thấy tệp"),
        (Wish(picture=Path(__file__)), "không phải hình PNG đọc được"),
    ],
)
def test_what_cannot_be_done_is_told(
    dossier: Path, out: Path, person: KeyFile, wish: Wish, words: str
) -> None:
    assert words in refused(dossier, out, person, wish)


def test_the_original_is_never_written_over(dossier: Path, out: Path, person: KeyFile) -> None:
    assert "Đặt tên khác cho tệp đã ký" in refused(dossier, dossier, person)
    with pytest.raises(NtmError, match="Không có thư mục"):
        sign(dossier, out.parent / "không có" / "a.pdf", key=person, wish=Wish(), at=AT)
    assert "không có đuôi .pdf" in refused(dossier, out.with_suffix(".docx"), person)


@pytest.mark.parametrize("content", [b"", b"kh\xc3\xb4ng ph\xe1\xba\xa3i", b"0\x82\x01\x00"])
def test_what_is_no_key_file_is_told(dossier: Path, out: Path, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "lạ.p12"
    path.write_bytes(content)
    assert "không phải tệp chứng thư số" in refused(dossier, out, KeyFile(path, PASSWORD))
    path.unlink()
    assert "Không đọc được “lạ.p12”: không thấy tệp" in refused(dossier, out, KeyFile(path, PASSWORD))


@pytest.mark.skipif(not hasattr(__import__("os"), "fork"), reason="limits of a process are POSIX")
def test_a_full_disk_leaves_no_half_file(dossier: Path, out: Path, person: KeyFile) -> None:
    import resource
    import signal

    before, handler = resource.getrlimit(resource.RLIMIT_FSIZE), signal.getsignal(signal.SIGXFSZ)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (dossier.stat().st_size // 2, before[1]))
    try:
        said = refused(dossier, out, person)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert said.startswith("Không ghi được “đã ký.pdf”: tệp quá lớn")


def test_a_cancelled_signing_leaves_no_file(dossier: Path, out: Path, person: KeyFile) -> None:
    def cancel(_done: int, _total: int) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        sign(dossier, out, key=person, wish=Wish(), at=AT, report=cancel)
    assert [path.name for path in out.parent.iterdir()] == [dossier.name]


def test_the_name_offered_for_the_signed_file() -> None:
    assert suggested_name(Path("Hồ sơ NTM xã Yên Hóa 2021.pdf")) == "Hồ sơ NTM xã Yên Hóa 2021 - đã ký"
