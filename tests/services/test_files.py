from __future__ import annotations

import io
import os
import shutil
import struct
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from ntm_desktop.db.files import FileStore
from ntm_desktop.errors import NtmError
from ntm_desktop.services import files


@pytest.fixture
def store(tmp_path: Path) -> FileStore:
    return FileStore(tmp_path / "data")


def pdf(path: Path, pages: int = 2, **save: object) -> Path:
    with pikepdf.new() as document:
        for _ in range(pages):
            document.add_blank_page()
        document.save(path, **save)
    return path


def office(path: Path, inside: str, **members: bytes) -> Path:
    kind = "application/vnd.ms-word.document.macroEnabled" if "macro" in members else "application/xml"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", f'<Types ContentType="{kind}"/>')
        archive.writestr("_rels/.rels", "<x/>")
        archive.writestr(inside, "<x/>")
        if inside.startswith("xl/"):
            archive.writestr("xl/worksheets/sheet1.xml", "<x/>")
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def picture(path: Path, kind: str, size: tuple[int, int] = (3000, 1500), **save: object) -> Path:
    Image.new("RGB", size, "#6E9C6A").save(path, kind, **save)
    return path


def test_a_pdf_is_kept_once_with_its_pages(store: FileStore, tmp_path: Path) -> None:
    first = files.take_in(store, pdf(tmp_path / "Biên bản.pdf", pages=3))
    (tmp_path / "bản sao.pdf").write_bytes((tmp_path / "Biên bản.pdf").read_bytes())
    second = files.take_in(store, tmp_path / "bản sao.pdf")
    assert (first.type, first.pages, first.name) == ("pdf", 3, "Biên bản.pdf")
    assert first.sha256 == second.sha256
    assert list(store.stored()) == [first.sha256]


def test_a_name_in_decomposed_letters_is_kept_composed(store: FileStore, tmp_path: Path) -> None:
    path = tmp_path / "Bie\u0302n ba\u0309n.txt"
    path.write_text("nội dung", encoding="utf-8")
    assert files.take_in(store, path).name == "Biên bản.txt"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_gets_a_print_size_copy_made_again_when_missing(
    store: FileStore, tmp_path: Path, kind: str
) -> None:
    taken = files.take_in(store, picture(tmp_path / "ảnh.bin", kind))
    assert taken.type == kind.lower()
    copy = files.print_copy(store, taken.sha256, taken.name)
    with Image.open(copy) as shown:
        assert (shown.format, shown.size) == ("JPEG", (2000, 1000))
    copy.unlink()
    assert files.print_copy(store, taken.sha256, taken.name).is_file()


def test_a_photo_taken_upright_prints_upright(store: FileStore, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by the camera
    taken = files.take_in(store, picture(tmp_path / "ảnh.jpg", "JPEG", exif=exif))
    with Image.open(files.print_copy(store, taken.sha256, taken.name)) as shown:
        assert shown.size == (1000, 2000)


def test_a_transparent_picture_stands_on_white(store: FileStore, tmp_path: Path) -> None:
    Image.new("RGBA", (50, 50), (0, 0, 0, 0)).save(tmp_path / "dấu.png")
    taken = files.take_in(store, tmp_path / "dấu.png")
    with Image.open(files.print_copy(store, taken.sha256, taken.name)) as shown:
        assert shown.getpixel((10, 10)) == (255, 255, 255)


def test_a_grey_picture_of_16_bits_keeps_its_shades(store: FileStore, tmp_path: Path) -> None:
    """As some scanners write it."""
    scan = Image.new("I;16", (90, 30))
    scan.putdata([(0, 32_896, 65_535)[x // 30] for _ in range(30) for x in range(90)])
    scan.save(tmp_path / "quét.png")
    taken = files.take_in(store, tmp_path / "quét.png")
    with Image.open(files.print_copy(store, taken.sha256, taken.name)) as shown:
        greys = [shown.getpixel((x, 15))[0] for x in (15, 45, 75)]
    assert greys == pytest.approx([0, 128, 255], abs=2)


def test_office_files_are_told_apart_by_content(store: FileStore, tmp_path: Path) -> None:
    assert files.take_in(store, office(tmp_path / "a.bin", "word/document.xml")).type == "docx"
    assert files.take_in(store, office(tmp_path / "b.docx", "xl/workbook.xml")).type == "xlsx"


def png_header(width: int, height: int) -> bytes:
    """A picture that says it is huge, in a few bytes."""
    body = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = b"IDAT" + zlib.compress(b"\0" * 64)
    chunks = [body, data, b"IEND"]
    framed = (struct.pack(">I", len(c) - 4) + c + struct.pack(">I", zlib.crc32(c)) for c in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(framed)


def test_a_picture_of_300_megapixels_is_refused_before_it_is_decoded(
    store: FileStore, tmp_path: Path
) -> None:
    (tmp_path / "lớn.png").write_bytes(png_header(20_000, 15_000))
    with pytest.raises(NtmError, match="300 triệu điểm ảnh"):
        files.take_in(store, tmp_path / "lớn.png")


def test_an_encrypted_pdf_is_refused(store: FileStore, tmp_path: Path) -> None:
    path = pdf(tmp_path / "mật.pdf", encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(NtmError, match="mật khẩu"):
        files.take_in(store, path)


def test_a_file_that_vanished_is_refused(store: FileStore, tmp_path: Path) -> None:
    with pytest.raises(NtmError, match="Không còn thấy tệp “đã xóa"):
        files.take_in(store, tmp_path / "đã xóa.pdf")


def test_a_pdf_with_a_script_is_taken_as_it_is_and_told(store: FileStore, tmp_path: Path) -> None:
    path = tmp_path / "lệnh.pdf"
    with pikepdf.new() as document:
        document.add_blank_page()
        action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        document.Root.OpenAction = action
        document.save(path)
    taken = files.take_in(store, path)
    assert "JavaScript" in taken.doubt
    assert "“lệnh.pdf”" in taken.doubt
    assert store.read(taken.sha256) == path.read_bytes()


def judged(store: FileStore, path: Path, kind: str) -> None:
    """A script is told; what starts a program stays out."""
    if kind == "JavaScript":
        assert "lệnh tự chạy" in files.take_in(store, path).doubt
        return
    with pytest.raises(NtmError, match="lệnh mở chương trình khác"):
        files.take_in(store, path)
    assert list(store.stored()) == []


@pytest.mark.parametrize("kind", ["JavaScript", "Launch"])
@pytest.mark.parametrize("place", ["catalogue", "page", "following"])
def test_a_pdf_that_runs_something_at_an_event_is_found_out(
    store: FileStore, tmp_path: Path, kind: str, place: str
) -> None:
    """Printing, saving, turning to a page: the script need not stand at the opening of the file."""
    action = pikepdf.Dictionary(S=pikepdf.Name(f"/{kind}"))
    with pikepdf.new() as document:
        document.add_blank_page()
        page = document.add_blank_page()
        if place == "page":
            page.obj.AA = pikepdf.Dictionary(O=action)
        elif place == "catalogue":
            document.Root.AA = pikepdf.Dictionary(WP=action)
        else:
            harmless = pikepdf.Dictionary(S=pikepdf.Name.Named, N=pikepdf.Name.NextPage, Next=[action])
            document.Root.AA = pikepdf.Dictionary(DP=harmless)
        document.save(tmp_path / "lệnh.pdf")
    judged(store, tmp_path / "lệnh.pdf", kind)


def annotated(path: Path, place: str, action: pikepdf.Dictionary) -> Path:
    """A page with one link or field; ``place`` says where the action stands."""
    with pikepdf.new() as document:
        page = document.add_blank_page()
        field = pikepdf.Dictionary(FT=pikepdf.Name.Tx, T="ô")
        mark = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9])
        if place == "link":
            mark.A = action
        elif place == "hovering":
            mark.AA = pikepdf.Dictionary(E=action)
        else:
            field.AA = pikepdf.Dictionary({f"/{place}": action})
        page.obj.Annots = pikepdf.Array([document.make_indirect(mark)])
        parent = pikepdf.Dictionary(T="nhóm", Kids=[document.make_indirect(field)])
        document.Root.AcroForm = pikepdf.Dictionary(Fields=[document.make_indirect(parent)])
        document.save(path)
    return path


@pytest.mark.parametrize("kind", ["JavaScript", "Launch"])
@pytest.mark.parametrize("place", ["link", "hovering", "C", "F", "K", "V"])
def test_a_pdf_whose_link_or_field_runs_something_is_found_out(
    store: FileStore, tmp_path: Path, place: str, kind: str
) -> None:
    path = annotated(tmp_path / "lệnh.pdf", place, pikepdf.Dictionary(S=pikepdf.Name(f"/{kind}")))
    judged(store, path, kind)


def test_a_pdf_with_a_web_link_and_a_plain_form_is_taken(store: FileStore, tmp_path: Path) -> None:
    link = pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://example.vn")
    assert files.take_in(store, annotated(tmp_path / "thường.pdf", "link", link)).pages == 1


def test_a_pdf_with_an_xfa_form_is_refused(store: FileStore, tmp_path: Path) -> None:
    with pikepdf.new() as document:
        document.add_blank_page()
        document.Root.AcroForm = pikepdf.Dictionary(Fields=[], XFA=document.make_stream(b"<xdp/>"))
        document.save(tmp_path / "xfa.pdf")
    with pytest.raises(NtmError, match="biểu mẫu XFA"):
        files.take_in(store, tmp_path / "xfa.pdf")


def test_a_form_whose_fields_contain_themselves_is_walked_once(store: FileStore, tmp_path: Path) -> None:
    with pikepdf.new() as document:
        document.add_blank_page()
        field = document.make_indirect(pikepdf.Dictionary(T="vòng"))
        field.Kids = pikepdf.Array([field])
        document.Root.AcroForm = pikepdf.Dictionary(Fields=[field])
        document.save(tmp_path / "vòng.pdf")
    assert files.take_in(store, tmp_path / "vòng.pdf").pages == 1


def test_a_pdf_with_endlessly_many_fields_is_refused(store: FileStore, tmp_path: Path) -> None:
    with pikepdf.new() as document:
        document.add_blank_page()
        document.Root.AcroForm = pikepdf.Dictionary(Fields=[pikepdf.Dictionary()] * 50_001)
        document.save(tmp_path / "nhiều.pdf")
    with pytest.raises(NtmError, match="quá nhiều ô điền"):
        files.take_in(store, tmp_path / "nhiều.pdf")


def test_a_pdf_that_only_opens_at_a_page_is_taken(store: FileStore, tmp_path: Path) -> None:
    with pikepdf.new() as document:
        page = document.add_blank_page()
        document.Root.OpenAction = pikepdf.Array([page.obj, pikepdf.Name.Fit])
        going = pikepdf.Dictionary(S=pikepdf.Name.Named, N=pikepdf.Name.FirstPage)
        page.obj.AA = pikepdf.Dictionary(C=going)
        document.save(tmp_path / "thường.pdf")
    assert files.take_in(store, tmp_path / "thường.pdf").pages == 1


def pdf_without_a_count_of_pages() -> bytes:
    whole = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.add_blank_page()
        document.save(whole)
    return whole.getvalue().replace(b"/Count", b"/Cound").replace(b"<< >>", b"<< >\t", 1)


def old_word() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512


def docx_with_damaged_list_of_contents() -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>" * 40)
        archive.writestr("word/document.xml", "<x/>")
    content = bytearray(whole.getvalue())
    start = content.index(b"[Content_Types].xml") + len("[Content_Types].xml")
    content[start : start + 4] = b"\xff\xff\xff\xff"
    return bytes(content)


def docx_with_damaged_names() -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("word/tài-liệu.xml", "<x/>")
    return whole.getvalue().replace("tài".encode(), b"t\xff\xfei")


def half_picture() -> bytes:
    whole = io.BytesIO()
    Image.effect_noise((400, 400), 50).save(whole, "JPEG")
    return whole.getvalue()[:2000]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("rỗng.pdf", b"", "rỗng"),
        ("chương trình.pdf", b"MZ\x90\0" + b"\0" * 100, "là một chương trình"),
        ("cũ.doc", old_word(), "đời cũ"),
        ("hỏng.pdf", b"%PDF-1.7\nkhong co gi", "bị hỏng"),
        ("hỏng trong.pdf", pdf_without_a_count_of_pages(), "bị hỏng"),
        ("hỏng.docx", b"PK\x03\x04" + b"\0" * 50, "bị hỏng"),
        ("hỏng trong.docx", docx_with_damaged_list_of_contents(), "bị hỏng"),
        ("hỏng tên.docx", docx_with_damaged_names(), "bị hỏng"),
        ("hỏng.jpg", half_picture(), "bị hỏng"),
        ("cũ.txt", b"C\xe9ng h\xdfa x\xb7 h\xe9i ch\xf1 ngh\xdca", "TCVN3 hoặc VNI"),
        ("lạ.txt", b"\xff\x00\x01\x02", "Không nhận ra loại"),
        ("trang.txt", b"<html><script>alert(1)</script></html>", "tệp lệnh"),
        ("chạy.bat", b"del *.*", "tệp lệnh"),
        ("chạy.txt", b"#!/bin/sh\nrm -rf /", "tệp lệnh"),
        ("lạ.dat", bytes(range(256)), "Không nhận ra"),
    ],
)
def test_what_is_no_document_is_refused_whatever_its_name(
    store: FileStore, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(NtmError, match=said):
        files.take_in(store, tmp_path / name)


def test_macros_are_refused(store: FileStore, tmp_path: Path) -> None:
    path = office(tmp_path / "a.docx", "word/document.xml", **{"word/vbaProject.bin": b"x"})
    with pytest.raises(NtmError, match="macro"):
        files.take_in(store, path)


def test_a_folder_and_a_plain_archive_are_refused(store: FileStore, tmp_path: Path) -> None:
    with pytest.raises(NtmError, match="thư mục"):
        files.take_in(store, tmp_path)
    with pytest.raises(NtmError, match="Giải nén"):
        files.take_in(store, office(tmp_path / "nhiều.zip", "a.txt"))
    assert list(store.stored()) == []


def test_a_photo_whose_camera_data_are_damaged_is_refused_in_plain_words(
    store: FileStore, tmp_path: Path
) -> None:
    camera = Image.Exif()
    camera[0x0112], camera[0x010F] = 6, "x" * 5
    path = picture(tmp_path / "a.jpg", "JPEG", exif=camera)
    content = bytearray(path.read_bytes())
    content[content.index(b"Exif") + 17] = 17  # a kind of tag that there is not
    path.write_bytes(content)
    with pytest.raises(NtmError, match="Không đọc được ảnh"):
        files.take_in(store, path)


def test_a_disk_that_is_full_is_not_blamed_on_the_picture(store: FileStore, tmp_path: Path) -> None:
    stored = files.take_in(store, picture(tmp_path / "a.png", "PNG"))
    cache = store.derivative(stored.sha256, "print.jpg").parent
    shutil.rmtree(cache)
    cache.write_bytes(b"")  # as little can be written there as on a full disk
    with pytest.raises(NtmError, match="Không ghi được vào"):
        files.print_copy(store, stored.sha256, stored.name)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes and devices among its files")
@pytest.mark.parametrize("ending", ["pdf", "txt", "jpg"])
def test_what_never_ends_is_refused_at_once(store: FileStore, tmp_path: Path, ending: str) -> None:
    os.mkfifo(tmp_path / f"ống.{ending}")
    (tmp_path / f"zero.{ending}").symlink_to("/dev/zero")
    for name in ("ống", "zero"):
        with pytest.raises(NtmError, match="đó là thiết bị hoặc ống dẫn của máy, không phải tệp"):
            files.take_in(store, tmp_path / f"{name}.{ending}")


def test_camera_data_that_pillow_complains_of_say_nothing(store: FileStore, tmp_path: Path) -> None:
    path = picture(
        tmp_path / "a.jpg", "JPEG", exif=b"Exif\0\0II*\0\x08\0\0\0\x01\0\x0f\x01\x02\0\xff\0\0\0\xff\0\0\0"
    )
    assert files.take_in(store, path).type == "jpeg"


@pytest.mark.parametrize("linearize", [False, True])
@pytest.mark.parametrize("part", [0.3, 0.5, 0.9, 0.99])
def test_a_pdf_that_was_not_copied_to_its_end_is_refused(
    store: FileStore, tmp_path: Path, part: float, linearize: bool
) -> None:
    path = pdf(tmp_path / "a.pdf", pages=20, linearize=linearize)
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * part)])
    with pytest.raises(NtmError, match=r"Chép (lại tệp gốc|hoặc quét lại)"):
        files.take_in(store, path)


def test_a_pdf_without_pages_is_refused(store: FileStore, tmp_path: Path) -> None:
    with pytest.raises(NtmError, match="không có trang nào"):
        files.take_in(store, pdf(tmp_path / "a.pdf", pages=0))


@pytest.mark.parametrize(
    ("made", "doubted"),
    [
        (lambda whole: whole, False),
        (lambda whole: whole.rstrip()[:-5], False),  # without %%EOF
        (lambda whole: b"scanned\n" + whole, False),
        (lambda whole: whole + b"\0" * 3000, True),
        (lambda whole: whole.replace(b"\n", b"\r\n"), True),
        (lambda whole: whole.replace(b"startxref\n", b"startxref\n9"), True),
    ],
)
def test_a_whole_pdf_that_a_machine_wrote_badly_is_taken(
    store: FileStore, tmp_path: Path, made: Callable[[bytes], bytes], doubted: bool
) -> None:
    path = pdf(tmp_path / "a.pdf", pages=20)
    path.write_bytes(made(path.read_bytes()))
    taken = files.take_in(store, path)
    assert taken.pages == 20
    assert ("Mở tệp xem đủ 20 trang chưa" in taken.doubt) == doubted


@pytest.mark.parametrize("left_out", ["_rels/.rels", "xl/worksheets/sheet1.xml", "[Content_Types].xml"])
def test_an_office_file_of_which_parts_are_missing_is_refused(
    store: FileStore, tmp_path: Path, left_out: str
) -> None:
    whole = office(tmp_path / "whole.xlsx", "xl/workbook.xml")
    with zipfile.ZipFile(whole) as parts, zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        for name in set(parts.namelist()) - {left_out}:
            archive.writestr(name, parts.read(name))
    with pytest.raises(NtmError, match="bị hỏng hoặc chưa chép xong"):
        files.take_in(store, tmp_path / "a.xlsx")
