"""Statements in Excel, read back with openpyxl: numbers are numbers, dates dates, texts never formulas."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO

import openpyxl
import pytest
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet
from statements import CANAL, HEADS, ROAD, office, statement

from ntm_desktop.documents.tables import Statement
from ntm_desktop.sheets.tables import workbook


def sheet_of(*made: Statement) -> Worksheet:
    book = openpyxl.load_workbook(BytesIO(workbook(made, author="UBND xã Yên Hóa")))
    return book.worksheets[0]


def row_of(sheet: Worksheet, name: str) -> list[Cell]:
    return next(list(row) for row in sheet.iter_rows() if len(row) > 1 and row[1].value == name)


def test_numbers_are_numbers_and_dates_are_dates() -> None:
    sheet = sheet_of(statement(ROAD, CANAL))
    road = row_of(sheet, "Đường thôn")
    assert [cell.value for cell in road[:7]] == [1, "Đường thôn", 1250, 300, 0.465, 76, 620.5]
    assert road[7].value == datetime.fromisoformat("2021-04-12")
    assert [cell.data_type for cell in road[:8]] == ["n", "s", "n", "n", "n", "n", "n", "d"]
    formats = [cell.number_format for cell in road[2:8]]
    assert formats == ["#,##0.0", "#,##0.0", "0.0%", "#,##0", "#,##0.0", "dd/mm/yyyy"]
    assert row_of(sheet, "Tổng cộng")[2].value == 2350.5


@pytest.mark.parametrize("text", ["=1+1", "+84 912", "-5", "@xã", '=HYPERLINK("http://x")'])
def test_a_text_that_looks_like_a_formula_stays_a_text(text: str) -> None:
    cell = row_of(sheet_of(statement((1, "Đường thôn", 0, 0, 0, 0, 0, None, text))), "Đường thôn")[8]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


def test_unknown_facts_are_empty_and_zero_is_a_number() -> None:
    canal = row_of(sheet_of(statement(ROAD, CANAL)), "Kênh mương")
    assert [cell.value for cell in canal[3:8]] == [0, 1, 0, None, None]


def test_a_day_before_excel_counts_is_written_as_it_reads() -> None:
    cell = row_of(sheet_of(statement((1, "Đình", 0, 0, 0, 0, 0, date(1802, 6, 1), ""))), "Đình")[7]
    assert (cell.value, cell.data_type) == ("01/06/1802", "s")


def test_it_prints_on_a4_across_and_the_header_stays() -> None:
    sheet = sheet_of(statement(ROAD, CANAL))
    header = next(row[0].row for row in sheet.iter_rows() if row[0].value == "TT")
    assert sheet.freeze_panes == f"C{header + 1}"
    assert sheet.print_title_rows == f"${header - 1}:${header}"
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToWidth in (None, 1)  # one page across is what Excel takes for granted
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.cell(header - 1, 3).value == "Nguồn vốn"
    assert f"C{header - 1}:D{header - 1}" in {str(merged) for merged in sheet.merged_cells.ranges}


def test_what_stands_round_the_table() -> None:
    sheet = sheet_of(replace(statement(ROAD), office=office(illustrative=True), notes=("Ghi chú một.",)))
    texts = [str(row[0].value) for row in sheet.iter_rows() if row[0].value is not None]
    assert texts[:2] == ["ỦY BAN NHÂN DÂN", "XÃ YÊN HÓA"]
    for text in (
        "SỐ LIỆU MINH HỌA",
        "BIỂU THỬ",
        "(Tính đến ngày 30/06/2021)",
        "Đơn vị tính: triệu đồng",
        "I. Giao thông",
        "Ghi chú một.",
        "NGƯỜI LẬP BIỂU",
        "Cao Thị Hòa",
    ):
        assert text in texts
    right = [cell.value for row in sheet.iter_rows() for cell in row[1:] if cell.value is not None]
    assert right[-2:] == ["CHỦ TỊCH", "Đinh Minh Đức"]


def test_a_sheet_of_nothing_says_so() -> None:
    sheet = sheet_of(statement())
    texts = [row[0].value for row in sheet.iter_rows()]
    assert "Chưa có công trình nào." in texts
    assert "TT" not in texts


def test_each_statement_has_a_sheet_of_its_own_name() -> None:
    long = "Kế hoạch vốn và giải ngân năm 2021/2022 [bản dài]"
    made = [replace(statement(ROAD), name=name) for name in (long, long, "Nợ đọng")]
    book = openpyxl.load_workbook(BytesIO(workbook(made, author="")))
    first, second, third = book.sheetnames
    assert third == "Nợ đọng"
    assert first != second
    assert all(len(name) <= 31 for name in book.sheetnames)


def test_equal_statements_are_equal_files() -> None:
    assert workbook([statement(ROAD)], author="x") == workbook([statement(ROAD)], author="x")


def test_a_table_of_many_rows_is_whole() -> None:
    rows = [(n, f"Công trình {n}", n * 1_000_000, 0, 0, 0, 0, None, "") for n in range(1, 1001)]
    sheet = sheet_of(statement(*rows))
    assert row_of(sheet, "Công trình 1000")[2].value == 1000
    assert row_of(sheet, "Tổng cộng")[2].value == sum(range(1, 1001))
    assert len(HEADS) == sheet.max_column
