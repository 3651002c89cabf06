"""A saved file is held against the register of what was printed."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from office import AT, LEAD, record

from ntm_desktop.db.engine import Database
from ntm_desktop.errors import NtmError
from ntm_desktop.render.output import CancelledError
from ntm_desktop.services import dossier, print_check
from ntm_desktop.services.print_check import Checked, Found
from ntm_desktop.sync.codes import short_code

JUNE = date(2021, 6, 30)


def pdf_of(words: str) -> bytes:
    """A page that says so."""
    page = f"BT /F1 9 Tf 50 50 Td ({words}) Tj ET".encode()
    with pikepdf.new() as pdf:
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        pdf.add_blank_page(page_size=(595, 842))
        pdf.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        pdf.pages[0].Contents = pdf.make_stream(page)
        made = BytesIO()
        pdf.save(made, deterministic_id=True)
    return made.getvalue()


def print_it(database: Database, content: bytes, minute: int, *volumes: bytes, paper: str = "") -> None:
    with database.read() as session:
        data = dossier.collect(session, on=JUNE, today=JUNE, draft=False)
    action = dossier.print_action(dossier.Way.PDF)
    stored = [(database.files.put_bytes(one), 12) for one in (content, *volumes)]
    with database.write(action, LEAD, AT + timedelta(minutes=minute)) as session:
        dossier.register_all(session, data=data, printed=stored, paper=paper)


def checked(database: Database, path: Path) -> Checked:
    with database.read() as session:
        known = print_check.known_prints(session)
    return print_check.check(path, known)


@pytest.fixture
def printed(yen_hoa: Database) -> Database:
    """Two prints, of other data and other bytes."""
    print_it(yen_hoa, pdf_of("ban mot"), 1)
    record(yen_hoa, "17.6", "70", reason="đo lại")
    print_it(yen_hoa, pdf_of("ban hai") + b"%", 2)
    return yen_hoa


def code_of(database: Database, ordinal: int) -> str:
    with database.read() as session:
        return next(one.code for one in dossier.register_list(session) if one.ordinal == ordinal)


def test_the_very_bytes_are_the_print(printed: Database, tmp_path: Path) -> None:
    path = tmp_path / "hồ sơ.pdf"
    path.write_bytes(pdf_of("ban mot"))
    found = checked(printed, path)
    assert (found.found, [one.ordinal for one in found.prints]) == (Found.SAME, [1])
    assert found.sentence == (
        "“hồ sơ.pdf” đúng từng byte với bản đã ghi sổ: bản in lần 1 ngày 30/6/2021 "
        "(Cao Thị Hòa, số liệu đến 30/6/2021, 12 trang)."
    )
    print_it(printed, pdf_of("ban mot"), 3)
    assert [one.ordinal for one in checked(printed, path).prints] == [3, 1]


def test_of_volumes_it_is_told_which_one_it_is(printed: Database, tmp_path: Path) -> None:
    record(printed, "17.6", "71", reason="đo lại")
    print_it(printed, pdf_of("tap mot"), 3, pdf_of("tap hai"), pdf_of("tap ba"))
    path = tmp_path / "hồ sơ-tap-2.pdf"
    path.write_bytes(pdf_of("tap hai"))
    assert checked(printed, path).sentence.endswith(
        ": bản in lần 4 ngày 30/6/2021 (tập 2/3, Cao Thị Hòa, số liệu đến 30/6/2021, 12 trang)."
    )
    path.write_bytes(pdf_of(f"Trang 3 {code_of(printed, 4)}"))  # all of them bear it
    found = checked(printed, path)
    assert found.found is Found.ALTERED
    assert [one.ordinal for one in found.prints] == [5, 4, 3]
    assert (
        "Cùng mã nội dung: bản in lần 3–5 ngày 30/6/2021 (03 tập, Cao Thị Hòa, "
        "số liệu đến 30/6/2021, 36 trang)" in found.sentence
    )


def test_a_signature_added_behind_leaves_the_print_to_be_seen(printed: Database, tmp_path: Path) -> None:
    path = tmp_path / "đã ký.pdf"
    path.write_bytes(pdf_of("ban hai") + b"%" + b"chu ky so")
    found = checked(printed, path)
    assert (found.found, [one.ordinal for one in found.prints]) == (Found.ADDED, [2])
    assert "kiểm tra chữ ký" in found.sentence


def of_pages(*words: str) -> bytes:
    """A page for each, in a file of its own."""
    made = BytesIO()
    with pikepdf.new() as pdf:
        for one in words:
            with pikepdf.open(BytesIO(pdf_of(one))) as page:
                pdf.pages.extend(page.pages)
        pdf.save(made, deterministic_id=True)
    return made.getvalue()


def test_a_part_of_a_print_is_told_apart_from_an_altered_file(printed: Database, tmp_path: Path) -> None:
    record(printed, "17.6", "72", reason="đo lại")
    with printed.read() as session:
        data = dossier.collect(session, on=JUNE, today=JUNE, draft=False)
    feet = [f"Trang {n}/3 {short_code(data.root)} 1.{n}00 trieu" for n in (1, 2, 3)]
    print_it(printed, of_pages(*feet), 3)
    path = tmp_path / "một phần.pdf"
    path.write_bytes(of_pages(*feet[1:]))
    found = checked(printed, path)
    assert (found.found, [one.ordinal for one in found.prints]) == (Found.PART, [3])
    assert "cả 02 trang hiện ra đúng như trong sổ" in found.sentence
    assert not found.found.is_match
    path.write_bytes(of_pages(feet[0], feet[1].replace("1.200", "9.200"), feet[2]))
    found = checked(printed, path)
    assert (found.found, [one.ordinal for one in found.prints]) == (Found.ALTERED, [3])
    assert found.sentence.startswith("“một phần.pdf” đã bị sửa sau khi lưu: trang 2 khác mọi trang")
    path.write_bytes(of_pages(*feet, *(f"{feet[0]} {n}" for n in range(5))))
    assert "trang 4, 5, 6 và 02 trang nữa khác mọi trang" in checked(printed, path).sentence


def test_the_same_letters_over_another_picture_are_altered(printed: Database, tmp_path: Path) -> None:
    record(printed, "17.6", "72", reason="đo lại")
    with printed.read() as session:
        data = dossier.collect(session, on=JUNE, today=JUNE, draft=False)
    print_it(printed, pdf_of(f"Trang 1/1 {short_code(data.root)}"), 3)
    with pikepdf.open(BytesIO(pdf_of(f"Trang 1/1 {short_code(data.root)}"))) as pdf:
        pdf.pages[0].contents_add(pdf.make_stream(b"300 400 20 9 re f"))
        pdf.save(tmp_path / "che.pdf")
    assert checked(printed, tmp_path / "che.pdf").found is Found.ALTERED


def test_without_the_printed_file_nobody_knows_whether_it_is_a_part(
    printed: Database, tmp_path: Path
) -> None:
    with printed.read() as session:
        for one in dossier.register_list(session):
            printed.files.path(one.sha256).unlink()
    path = tmp_path / "một phần.pdf"
    path.write_bytes(pdf_of(f"Trang 3 {code_of(printed, 2)}"))
    found = checked(printed, path)
    assert (found.found, [one.ordinal for one in found.prints]) == (Found.CODED, [2])
    assert "không còn tệp của bản in đó" in found.sentence


def test_only_the_newest_prints_are_told(printed: Database, tmp_path: Path) -> None:
    for minute in range(3, 8):
        print_it(printed, pdf_of("ban mot"), minute)
    path = tmp_path / "hồ sơ.pdf"
    path.write_bytes(pdf_of("ban mot"))
    found = checked(printed, path)
    assert len(found.prints) == 6
    assert [f"lần {n} ngày" in found.sentence for n in (7, 6, 5, 4, 3, 1)] == [True] * 3 + [False] * 3
    assert found.sentence.endswith("… và 03 lần khác.")


def test_a_paper_alone_is_an_entry_of_its_own(printed: Database, tmp_path: Path) -> None:
    print_it(printed, pdf_of("to trinh"), 3, paper="Tờ trình")
    print_it(printed, pdf_of("bao cao"), 3, paper="Báo cáo")
    path = tmp_path / "tờ trình.pdf"
    path.write_bytes(pdf_of("to trinh"))
    assert checked(printed, path).sentence.endswith(
        ": bản in lần 3 ngày 30/6/2021 (Tờ trình, Cao Thị Hòa, số liệu đến 30/6/2021, 12 trang)."
    ), "of the same moment and content, and yet no volume"


def test_a_code_of_nobody_is_told(printed: Database, tmp_path: Path) -> None:
    path = tmp_path / "một phần.pdf"
    path.write_bytes(pdf_of("Trang 3 00000-00000-00000-00000-00000"))
    found = checked(printed, path)
    assert (found.found, found.prints) == (Found.UNKNOWN, ())
    assert "mã nội dung 00000-00000-00000-00000-00000, không có trong sổ" in found.sentence


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 h\xe1\xbb\x8fng", b"\xd0\xcf\x11\xe0 van ban"])
def test_anything_else_is_not_in_the_register(printed: Database, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "khác.pdf"
    path.write_bytes(content)
    found = checked(printed, path)
    assert (found.found, found.prints) == (Found.UNKNOWN, ())
    assert "không có trong sổ bản in" in found.sentence


def test_a_print_whose_file_the_store_has_lost_is_still_known_by_its_hash(
    printed: Database, tmp_path: Path
) -> None:
    with printed.read() as session:
        for one in dossier.register_list(session):
            printed.files.path(one.sha256).unlink()
    path = tmp_path / "hồ sơ.pdf"
    path.write_bytes(pdf_of("ban mot"))
    assert checked(printed, path).found is Found.SAME


def test_it_tells_how_far_it_is_and_can_be_stopped(printed: Database, tmp_path: Path) -> None:
    path = tmp_path / "to.pdf"
    path.write_bytes(bytes(5 << 20))
    with printed.read() as session:
        known = print_check.known_prints(session)
    heard: list[tuple[int, int]] = []
    print_check.check(path, known, report=lambda done, total: heard.append((done, total)))
    assert {total for _done, total in heard} == {5 << 20}
    read = [done for done, _total in heard]
    assert read[-1] == 5 << 20
    assert max(after - before for before, after in zip([0, *read], read, strict=False)) <= 1 << 20

    def cancel(done: int, _total: int) -> None:
        heard.append((done, 0))
        raise CancelledError

    with pytest.raises(CancelledError):
        print_check.check(path, known, report=cancel)
    assert heard[-1][0] < 2 << 20


def test_a_file_that_cannot_be_read_is_said_to_be_so(printed: Database, tmp_path: Path) -> None:
    with pytest.raises(NtmError, match="Không đọc được tệp “mất"):
        checked(printed, tmp_path / "mất.pdf")
    with pytest.raises(NtmError, match="Không đọc được tệp"):
        checked(printed, tmp_path)
