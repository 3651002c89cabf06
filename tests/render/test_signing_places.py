"""One person at several places of a file, and whose name is printed there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas
from signers import AT, NAME, OFFICE, PASSWORD, Authority, needs_pdfsig, verdicts

from ntm_desktop.documents.data import DossierData
from ntm_desktop.errors import EntryRefused, NtmError
from ntm_desktop.render.fonts import face
from ntm_desktop.render.signature_place import block_to_seal, signatures
from ntm_desktop.services import papers
from ntm_desktop.services.signing import KeyFile, Manner, Prospect, Wish, foresee, sign

MM = 72 / 25.4
CHAIR = "Đinh Minh Đức"  # as the papers print it


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory, data: DossierData) -> Path:
    path = tmp_path_factory.mktemp("in") / "Hồ sơ.pdf"
    papers.make_dossier(data, path)
    return path


@pytest.fixture
def dossier(printed: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(printed, tmp_path / "Hồ sơ.pdf"))


@pytest.fixture(scope="module")
def keys(authority: Authority, tmp_path_factory: pytest.TempPathFactory) -> dict[str, KeyFile]:
    folder = tmp_path_factory.mktemp("k")
    issued = {
        "chair": authority.issue(CHAIR.upper()),
        "bare": authority.issue("Dinh Minh Duc"),
        "deputy": authority.issue("Cao Xuân Đạt"),
        "office": authority.issue(OFFICE, OFFICE),
    }
    return {
        name: KeyFile(authority.file(folder / f"{name}.p12", one), PASSWORD) for name, one in issued.items()
    }


def seen(path: Path, key: KeyFile, wish: Wish | None = None) -> Prospect:
    return foresee(path, key=key, wish=wish or Wish(), at=AT)


def refused(path: Path, key: KeyFile, wish: Wish) -> str:
    with pytest.raises(NtmError) as caught:
        seen(path, key, wish)
    return caught.value.message


def written(path: Path, *pages: tuple[str, ...]) -> Path:
    """Of each page: the names below the post of its chair, and below that of its secretary."""
    canvas = Canvas(str(path), pagesize=(210 * MM, 297 * MM))
    for names in pages:
        canvas.setFont(face().bold, 14)
        for name, middle, post in zip(names, (150, 60), ("CHỦ TỌA", "THƯ KÝ"), strict=False):
            canvas.drawCentredString(middle * MM, 190 * MM, post)
            canvas.drawCentredString(middle * MM, 160 * MM, name)
        canvas.showPage()
    canvas.save()
    return path


# Several places


@needs_pdfsig
def test_one_person_signs_every_paper_of_a_dossier(
    dossier: Path, keys: dict[str, KeyFile], authority: Authority, tmp_path: Path
) -> None:
    file, pages = dossier, []
    for number, paper in enumerate(("tờ trình", "báo cáo kết quả", "biểu chi tiết")):
        out = tmp_path / f"{number}.pdf"
        done = sign(file, out, key=keys["chair"], wish=Wish(paper=paper), at=AT)
        assert (done.before, done.in_block) == (number, True)
        pages.append(done.page)
        file = out
    assert sorted(set(pages)) == pages
    said = verdicts(file, authority.trusted(tmp_path / "nss"))
    assert [(one.name, one.signature) for one in said] == [(CHAIR.upper(), "Signature is Valid.")] * 3
    assert said[-1].whole
    assert file.read_bytes().startswith(dossier.read_bytes())


def test_the_very_place_is_signed_once(dossier: Path, keys: dict[str, KeyFile], tmp_path: Path) -> None:
    out = tmp_path / "1.pdf"
    page = sign(dossier, out, key=keys["chair"], wish=Wish(paper="tờ trình"), at=AT).page
    for wish in (Wish(paper="tờ trình"), Wish(page=page)):
        said = refused(out, keys["chair"], wish)
        assert said.startswith(
            f"Chỗ ký này “{CHAIR.upper()}” đã ký ngày 15/3/2026 ở trang {page}. Muốn ký chỗ khác"
        )
    assert "Muốn ký tiếp văn bản khác trong tệp thì ghi văn bản" in refused(out, keys["chair"], Wish())


def test_the_place_of_another_is_no_further_place(keys: dict[str, KeyFile], tmp_path: Path) -> None:
    """Chair and secretary sign one page: the chair's second click leaves the secretary's place alone."""
    paper, out = written(tmp_path / "biên bản.pdf", (CHAIR, "Trần Thị Bình"), (CHAIR,)), tmp_path / "1.pdf"
    sign(paper, out, key=keys["chair"], wish=Wish(), at=AT)
    assert "Chỗ ký này" in refused(out, keys["chair"], Wish(page=1))
    assert seen(out, keys["chair"], Wish(page=2)).printed == CHAIR
    assert seen(out, keys["deputy"], Wish(page=1)).printed == "Trần Thị Bình"


@needs_pdfsig
def test_the_office_seals_each_paper_once(
    keys: dict[str, KeyFile], authority: Authority, tmp_path: Path
) -> None:
    seal = tmp_path / "dấu.png"
    Image.new("RGBA", (420, 420), (200, 0, 0, 90)).save(seal, dpi=(300, 300))
    paper = written(tmp_path / "a.pdf", (CHAIR,), (CHAIR,))
    file = paper
    for number, page in enumerate((1, 2)):
        sign(file, out := tmp_path / f"k{number}.pdf", key=keys["chair"], wish=Wish(page=page), at=AT)
        file = out
    for number, page in enumerate((1, 2)):
        wish = Wish(Manner.ORGANISATION, page=page, picture=seal)
        out = tmp_path / f"d{number}.pdf"
        assert sign(file, out, key=keys["office"], wish=wish, at=AT).page == page
        assert f"ở trang {page}. Muốn ký chỗ khác" in refused(out, keys["office"], wish)
        file = out
    said = verdicts(file, authority.trusted(tmp_path / "nss"))
    assert {one.signature for one in said} == {"Signature is Valid."}
    assert len(said) == 4
    corner = Wish(Manner.ORGANISATION, page=1)
    sign(file, out := tmp_path / "góc.pdf", key=keys["office"], wish=corner, at=AT)
    assert "Chỗ ký này" in refused(out, keys["office"], corner)


def test_a_seal_goes_to_no_place_that_nobody_has_signed(keys: dict[str, KeyFile], tmp_path: Path) -> None:
    paper, signed, out = (tmp_path / f"{name}.pdf" for name in "abc")
    seal = tmp_path / "dấu.png"
    Image.new("RGBA", (420, 420), (200, 0, 0, 90)).save(seal, dpi=(300, 300))
    sign(written(paper, (CHAIR,), (CHAIR,)), signed, key=keys["chair"], wish=Wish(), at=AT)
    sign(signed, out, key=keys["office"], wish=Wish(Manner.ORGANISATION, picture=seal), at=AT)
    chair, stamped = sorted(signatures(out).values(), key=lambda place: -place.width)
    found = block_to_seal(out, range(2), signed=[chair], own=[stamped])
    assert found is not None
    assert found.place.page == 0  # it is sealed already, which is refused; the second is not signed


def test_a_file_that_its_signer_locked_takes_no_other_signature(
    keys: dict[str, KeyFile], tmp_path: Path
) -> None:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import fields, signers

    paper, locked = written(tmp_path / "a.pdf", (CHAIR,)), tmp_path / "khóa.pdf"
    signer = signers.SimpleSigner.load_pkcs12(str(keys["deputy"].path), passphrase=PASSWORD.encode())
    meta = signers.PdfSignatureMetadata(
        field_name="A", certify=True, docmdp_permissions=fields.MDPPerm.NO_CHANGES
    )
    with paper.open("rb") as file, locked.open("wb") as out:
        signers.sign_pdf(IncrementalPdfFileWriter(file), meta, signer, output=out)
    said = refused(locked, keys["chair"], Wish(page=1))
    assert said.startswith("“Cao Xuân Đạt” đã ký và khóa tệp: ký thêm thì chữ ký đó không còn đúng.")


# Whose name is there


@pytest.mark.parametrize(("key", "other"), [("chair", False), ("bare", False), ("deputy", True)])
def test_the_name_below_the_place_is_compared_with_the_certificate(
    dossier: Path, keys: dict[str, KeyFile], key: str, other: bool
) -> None:
    prospect = seen(dossier, keys[key])
    assert (prospect.printed, prospect.in_block) == (CHAIR, True)
    assert (prospect.is_other_person, prospect.is_office_as_person) == (other, False)


def test_a_mark_across_the_page_is_no_part_of_the_name(tmp_path: Path, keys: dict[str, KeyFile]) -> None:
    path = tmp_path / "mẫu.pdf"
    canvas = Canvas(str(path), pagesize=(210 * MM, 297 * MM))
    canvas.setFont(face().bold, 14)
    canvas.drawCentredString(150 * MM, 190 * MM, "CHỦ TỊCH")
    canvas.drawCentredString(150 * MM, 160 * MM, CHAIR)
    canvas.setFont(face().bold, 60)
    canvas.translate(150 * MM, 155 * MM)
    canvas.rotate(50)
    canvas.drawCentredString(0, 0, "SỐ LIỆU MINH HỌA")
    canvas.save()
    assert seen(path, keys["chair"]).printed == CHAIR


def test_an_office_is_no_person_but_may_seal(dossier: Path, keys: dict[str, KeyFile]) -> None:
    prospect = seen(dossier, keys["office"])
    assert (prospect.is_office_as_person, prospect.is_other_person) == (True, False)
    assert not seen(dossier, keys["office"], Wish(Manner.ORGANISATION)).is_office_as_person


@pytest.mark.parametrize(
    ("below", "printed"),
    [
        ("", ""),
        ("Lê A", "Lê A"),
        ("ThS. Lê Thị Ánh", "ThS. Lê Thị Ánh"),
        ("đã ký", ""),
        ("Trang 3/37", ""),
    ],
)
def test_a_line_that_is_no_name_is_no_ones_place(
    tmp_path: Path, person: KeyFile, below: str, printed: str
) -> None:
    prospect = seen(written(tmp_path / "a.pdf", (below,)), person)
    assert (prospect.name, prospect.printed) == (NAME, printed)
    assert prospect.is_other_person == bool(printed)


# Which field is wrong


def test_what_is_wrong_is_told_with_its_field_before_anything_is_written(
    dossier: Path, keys: dict[str, KeyFile], tmp_path: Path
) -> None:
    (broken := tmp_path / "hỏng.pdf").write_bytes(b"xin ch")
    (no_key := tmp_path / "lạ.p12").write_bytes(b"xin ch")
    cases = {
        "file": (broken, keys["chair"], Wish()),
        "key": (dossier, KeyFile(no_key, PASSWORD), Wish()),
        "password": (dossier, KeyFile(keys["chair"].path, "khác"), Wish()),
        "picture": (dossier, keys["chair"], Wish(picture=broken)),
        "page": (dossier, keys["chair"], Wish(page=99)),
        "paper": (dossier, keys["chair"], Wish(paper="giấy mời")),
        "number": (dossier, keys["chair"], Wish(Manner.ANNEX)),
    }
    there = sorted(tmp_path.iterdir())
    for field, (file, key, wish) in cases.items():
        with pytest.raises(EntryRefused) as caught:
            foresee(file, key=key, wish=wish, at=AT)
        assert caught.value.field == field
    assert sorted(tmp_path.iterdir()) == there
