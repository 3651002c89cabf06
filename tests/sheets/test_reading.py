"""Which files are opened, where the table is found in them, and what its odd cells say."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from sheets_file import HEADS, book

from ntm_desktop.errors import NtmError
from ntm_desktop.services.import_progress import FORM as PROGRESS
from ntm_desktop.services.import_works import FORM as WORKS
from ntm_desktop.sheets import grids, package, reading
from ntm_desktop.sheets.reading import SheetRows

ROAD = "Đường trục thôn"
NOON = datetime(2021, 2, 26)  # noqa: DTZ001 - sheets know no zone


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "so lieu.xlsx"


def read(path: Path) -> SheetRows:
    (found,) = reading.read(path, [WORKS])
    return found


def raw(sheet: SheetRows, key: str) -> list[tuple[str, Any]]:
    return [(sheet.address(key, row.number), row.cells[key]) for row in sheet.rows if key in row.cells]


def changed(path: Path, change: Callable[[Any], None]) -> SheetRows:
    made = openpyxl.load_workbook(path)
    change(made.active)
    made.save(path)
    return read(path)


# Files that are not opened


def _plain_zip(path: Path, parts: Sequence[tuple[str, bytes]]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts:
            made.writestr(name, content)
    return path


def _with_part(path: Path, name: str, content: bytes) -> Path:
    book(path, [HEADS])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as made:
        made.writestr(name, content)
    return path


def _ole(path: Path, inside: bytes) -> Path:
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + inside)
    return path


def _overlapping(path: Path) -> Path:
    """Two entries of the directory that name the same packed bytes."""
    book(path, [HEADS])
    content = bytearray(path.read_bytes())
    places = [at for at in range(len(content)) if content.startswith(b"PK\x01\x02", at)]
    offset = content[places[0] + 42 : places[0] + 46]
    content[places[1] + 42 : places[1] + 46] = offset
    path.write_bytes(content)
    return path


REFUSED: dict[str, tuple[Callable[[Path], Path], str]] = {
    "text": (lambda path: _bytes(path, "Tên công trình;Loại".encode()), "không phải tệp Excel .xlsx"),
    "empty": (lambda path: _bytes(path, b""), "không phải tệp Excel .xlsx"),
    "old": (lambda path: _ole(path, b"Workbook"), "kiểu cũ"),
    "locked": (lambda path: _ole(path, "EncryptedPackage".encode("utf-16-le")), "có mật khẩu"),
    "macro": (lambda path: _with_part(path, "xl/vbaProject.bin", b"x"), "có macro"),
    "zip": (lambda path: _plain_zip(path, [("a.txt", b"a")]), "không phải tệp Excel .xlsx"),
    "bomb": (lambda path: _with_part(path, "xl/media/a.bin", b"\0" * (151 << 20)), "nén bất thường"),
    "overlap": (_overlapping, "nén bất thường"),
    "entities": (
        lambda path: _with_part(path, "xl/a.xml", b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a/>'),
        "bị hỏng",
    ),
    "torn": (
        lambda path: _bytes(path, book(path, [HEADS]).read_bytes()[:-300]),
        "không phải tệp Excel .xlsx",
    ),
    "missing": (lambda path: path, "không thấy tệp"),
    "heads only elsewhere": (lambda path: book(path, [("Họ tên", "Ngày sinh")]), "Không thấy bảng"),
    "no rows": (lambda path: book(path, []), "Không thấy bảng"),
    "twice": (lambda path: book(path, [(*HEADS, "Loại công trình")]), "hai lần, ở ô B1 và ô E1"),
}


def _bytes(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("case", REFUSED)
def test_a_file_that_is_no_plain_workbook_is_refused_in_words(path: Path, case: str) -> None:
    make, says = REFUSED[case]
    make(path)
    with pytest.raises(NtmError, match=says):
        reading.read(path, [WORKS, PROGRESS])


def test_a_file_beyond_the_size_is_not_even_opened(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(package.MOST_BYTES + 1)
    with pytest.raises(NtmError, match="lớn hơn 20 MB"):
        read(path)


def test_too_many_rows_are_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grids, "MOST_ROWS", 3)
    book(path, [HEADS, (ROAD, "Điện"), (ROAD + " 2", "Điện")])
    assert len(read(path).rows) == 2
    book(path, [HEADS, *((f"{ROAD} {n}", "Điện") for n in range(3))])
    with pytest.raises(NtmError, match="hơn 3 dòng"):
        read(path)


def test_a_row_number_beyond_a_sheet_ends_the_reading(path: Path) -> None:
    book(path, [HEADS, (ROAD, "Điện")])
    parts = {}
    with zipfile.ZipFile(path) as made:
        parts = {name: made.read(name) for name in made.namelist()}
    name = "xl/worksheets/sheet1.xml"
    parts[name] = (
        parts[name].replace(b'<row r="2"', b'<row r="99999999"').replace(b'r="A2"', b'r="A99999999"')
    )
    _plain_zip(path, list(parts.items()))
    with pytest.raises(NtmError, match="bị hỏng"):
        read(path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_damaged_file_never_raises_anything_else(path: Path, damages: list[tuple[float, int]]) -> None:
    content = bytearray(book(path, [HEADS, (ROAD, "Điện", 5, date(2021, 1, 1))]).read_bytes())
    for place, byte in damages:
        content[int(place * (len(content) - 1))] = byte
    path.write_bytes(content)
    said = "."
    try:
        reading.read(path, [WORKS, PROGRESS])
    except NtmError as error:
        said = error.message
    assert said.endswith(".")


# Where the table is


def test_the_heads_are_found_below_titles_and_their_numbers_are_passed_over(path: Path) -> None:
    rows = [
        ("UBND xã Yên Hóa",),
        (None, "DANH MỤC CÔNG TRÌNH"),
        ("Đơn vị tính: triệu đồng",),
        ("TT", "Danh mục công trình", "TMĐT", "Ghi chú của huyện"),
        ("(1)", "(2)", "(3)", "(4)"),
        (1, ROAD, 1250, "x"),
        (None, "Tổng cộng", 1250),
    ]
    sheet = read(book(path, rows))
    assert raw(sheet, "name") == [("B6", ROAD)]
    assert (sheet.units["total"], sheet.unit_at) == (1_000_000, "A3")
    assert sheet.ignored == ("Ghi chú của huyện",)
    assert sheet.skipped == ("Dòng 7 là dòng cộng, không nhập.",)


def test_a_head_in_two_rows_is_read_as_one(path: Path) -> None:
    rows = [
        ("Tên công trình", "Loại", "Vốn", None),
        (None, None, "Tổng mức đầu tư", "Ngày phê duyệt"),
        (ROAD, "Điện", 5, None),
    ]
    sheet = read(book(path, rows))
    assert sheet.heads["total"] == ("C", "Tổng mức đầu tư")
    assert raw(sheet, "name") == [("A3", ROAD)]


def test_each_form_takes_the_sheet_that_suits_it(path: Path) -> None:
    made = openpyxl.Workbook()
    first = made.active
    assert first is not None
    first.append(["Hướng dẫn"])
    for title, rows in {
        "Tiến độ": [("Tên công trình", "Ngày đo", "Khối lượng"), (ROAD, date(2021, 6, 1), 46)],
        "Sheet3": [HEADS, (ROAD, "Điện")],
    }.items():
        for row in rows:
            (made[title] if title in made.sheetnames else made.create_sheet(title)).append(row)
    hidden = made.create_sheet("Công trình")
    hidden.append(HEADS)
    hidden.sheet_state = "hidden"
    made.save(path)
    found = reading.read(path, [WORKS, PROGRESS])
    assert [(one.form.key, one.sheet) for one in found] == [("works", "Sheet3"), ("progress", "Tiến độ")]


@given(st.lists(st.lists(st.one_of(st.none(), st.text(max_size=12), st.integers()), max_size=6), max_size=6))
def test_heads_are_found_below_whatever_stands_above(above: list[list[Any]]) -> None:
    lines = [["" if cell is None else str(cell) for cell in row] for row in above]
    sheet = reading.from_texts(
        [*lines, list(HEADS), [ROAD, "Điện", "5.000.000", "1/2/2021"]], [WORKS, PROGRESS]
    )
    assert raw(sheet, "name")[-1] == (f"A{len(lines) + 2}", ROAD)


# Odd cells


def test_merged_cells_say_the_same_in_each_row_but_money_is_refused(path: Path) -> None:
    book(path, [HEADS, (ROAD, "Điện", 5, None), ("Kênh mương", None, None, None)])

    def merge(sheet: Any) -> None:
        sheet.merge_cells("B2:B3")
        sheet.merge_cells("C2:C3")

    sheet = changed(path, merge)
    assert raw(sheet, "kind") == [("B2", "Điện"), ("B3", "Điện")]
    assert "total" not in sheet.rows[0].marks
    assert sheet.rows[1].marks["total"].fault[:7] == "Ô gộp n"


def test_a_formula_says_its_stored_value_and_one_without_is_told(path: Path) -> None:
    sheet = changed(book(path, [HEADS, (ROAD, "Điện", 5)]), lambda sheet: sheet.__setitem__("C2", "=2+3"))
    assert (sheet.rows[0].cells["total"], sheet.rows[0].marks["total"].fault[:9]) == ("", "Công thức")
    with zipfile.ZipFile(path) as made:
        parts = {name: made.read(name) for name in made.namelist()}
    name = "xl/worksheets/sheet1.xml"
    parts[name] = parts[name].replace(b"<v />", b"<v>5</v>").replace(b"<v></v>", b"<v>5</v>")
    parts[name] = parts[name].replace(b"</f><v/>", b"</f><v>5</v>")
    sheet = read(_plain_zip(path, list(parts.items())))
    assert raw(sheet, "total") == [("C2", 5)]


def test_fonts_and_percent_formats_come_along(path: Path) -> None:
    def dress(sheet: Any) -> None:
        sheet["A2"].font = openpyxl.styles.Font(name=".VnTimeH")
        sheet["C2"].number_format = "0.0%"

    sheet = changed(book(path, [HEADS, ("®­êng", "Điện", 0.46)]), dress)
    marks = sheet.rows[0].marks
    assert (marks["name"].font, marks["total"].percent) == (".VnTimeH", True)


def test_a_sheet_counted_from_1904_is_told_apart(path: Path) -> None:
    made = openpyxl.Workbook()
    made.epoch = CALENDAR_MAC_1904
    sheet = made.active
    assert sheet is not None
    sheet.append(HEADS)
    sheet.append((ROAD, "Điện", 5, NOON))
    made.save(path)
    found = read(path)
    assert (found.base_1904, raw(found, "approved")) == (True, [("D2", NOON)])


def test_heads_in_an_old_code_are_understood() -> None:
    sheet = reading.from_texts([["Tªn c«ng tr×nh", "Lo¹i"], [ROAD, "Điện"]], [WORKS, PROGRESS])
    assert raw(sheet, "kind") == [("B2", "Điện")]
