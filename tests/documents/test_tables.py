"""Statements as blocks: how cells read, which sums and units they have, how columns share a page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from statements import CANAL, HEADS, ROAD, statement

from ntm_desktop.documents import tables
from ntm_desktop.documents.blocks import Align, Note, Paragraph, Row, Signature, Table
from ntm_desktop.documents.tables import Head, Kind, Line, LineKind
from ntm_desktop.render import typography
from ntm_desktop.render.fonts import face, text_width

LARGEST = 10**15


def table_of(made: tables.Statement) -> Table:
    return next(block for block in tables.body(made) if isinstance(block, Table))


def notes_of(made: tables.Statement) -> list[str]:
    return [block.text for block in tables.body(made) if isinstance(block, Note)]


def test_cells_read_as_on_an_official_table() -> None:
    rows = table_of(statement(ROAD, CANAL)).rows
    assert rows[0] == Row(("I. Giao thông",), heading=True)
    assert rows[1].cells == ("1", "Đường thôn", "1.250,0", "300,0", "46,5%", "76", "620,5", "12/04/2021", "")
    assert rows[2].cells == ("2", "Kênh mương", "1.100,5", "0", "100%", "0", "", "", "=1+1")
    assert rows[3].cells == ("", "Tổng cộng", "2.350,5", "300,0", "", "76", "620,5", "", "")
    assert rows[3].bold == len(HEADS)


def test_the_day_and_the_unit_stand_above_the_table() -> None:
    assert notes_of(statement(ROAD)) == ["(Tính đến ngày 30/6/2021)", "Đơn vị tính: triệu đồng"]


def test_without_rows_the_paper_says_why_and_can_still_be_signed() -> None:
    empty = statement()
    assert tables.body(empty)[1:] == (Paragraph("Chưa có công trình nào."),)
    assert notes_of(empty) == ["(Tính đến ngày 30/6/2021)"]
    signed = tables.paper_of(empty).sections[0].blocks[-1]
    assert signed == Signature(
        (), ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Đinh Minh Đức", "NGƯỜI LẬP BIỂU", "Cao Thị Hòa"
    )


def test_columns_without_money_need_no_unit() -> None:
    heads = tables.Head("Thôn"), tables.Head("Số hộ", Kind.COUNT)
    made = replace(statement(), heads=heads, lines=(Line(("Yên Thọ", 76)),))
    assert notes_of(made) == ["(Tính đến ngày 30/6/2021)"]


@pytest.mark.parametrize(
    ("amount", "text", "rounded"),
    [
        (1_250_000_000, "1.250", False),
        (1_250_500_000, "1.250,5", False),
        (1_250_550_000, "1.250,550", False),
        (1_250_550_499, "1.250,550", True),
        (-5_000_000, "-5", False),
        (0, "0", False),
    ],
)
def test_as_few_decimals_as_show_the_amounts_whole(amount: int, text: str, rounded: bool) -> None:
    made = statement((1, "Đường", amount, 0, 0, 0, 0, None, ""))
    assert table_of(made).rows[1].cells[2] == text
    assert (tables.ROUNDED in notes_of(made)) is rounded


def test_a_column_has_one_number_of_decimals() -> None:
    """“13,7%” above “90,39%” reads as if one of them were less sure; 0% and 100% need no decimals."""
    shares, areas = (9039, 1370, 0, 10_000), (620_500, 1_000_000, 0, 12_250)
    rows = [
        (n, "Đường", 0, 0, share, 0, area, None, "")
        for n, (share, area) in enumerate(zip(shares, areas, strict=True), 1)
    ]
    cells = [row.cells for row in table_of(statement(*rows)).rows[1:5]]
    assert [row[4] for row in cells] == ["90,39%", "13,70%", "0%", "100%"]
    assert [row[6] for row in cells] == ["620,50", "1.000,00", "0", "12,25"]


def test_a_table_of_sums_may_ask_for_fewer_decimals_and_says_that_they_are_rounded() -> None:
    made = statement((1, "Đường", 1_250_550_000, 300_000_000, 0, 0, 0, None, ""), most_decimals=1)
    assert table_of(made).rows[1].cells[2:4] == ("1.250,6", "300,0")
    assert tables.ROUNDED in notes_of(made)


@given(st.lists(st.tuples(st.integers(0, LARGEST), st.integers(0, LARGEST)), min_size=1, max_size=8))
def test_totals_are_sums_of_dong(amounts: list[tuple[int, int]]) -> None:
    rows = [(n, "Đường", a, b, None, None, None, None, "") for n, (a, b) in enumerate(amounts, 1)]
    total = statement(*rows).lines[-1]
    assert total.kind is LineKind.TOTAL
    assert total.cells[2:4] == (sum(a for a, _ in amounts), sum(b for _, b in amounts))


@given(st.integers(0, LARGEST))
def test_numbers_have_the_room_they_need(amount: int) -> None:
    """At the size that is chosen no figure is cut, whatever the texts beside it ask for."""
    made = table_of(statement((1, "Đường thôn", amount, amount, 0, 0, 0, None, "")))
    whole = sum(column.share for column in made.columns)
    for column, cell in zip(made.columns, made.rows[-1].cells, strict=True):
        if column.align is Align.RIGHT:
            points = tables.LANDSCAPE_WIDTH * column.share / whole * 72 / 25.4 - 6
            figures = sum(letter.isdigit() for letter in cell or "")
            assert figures * 0.5 * made.size + (len(cell or "") - figures) * 0.25 * made.size <= points


def test_texts_that_ask_for_much_room_make_the_letters_smaller() -> None:
    wide = tuple(replace(head, width=140) if head.kind is Kind.TEXT else head for head in HEADS)
    assert table_of(statement(ROAD)).size == 12
    assert table_of(replace(statement(ROAD), heads=wide)).size == 11


@given(st.lists(st.text("từ ngữ dài/", max_size=90), min_size=2, max_size=2), st.integers(0, 12))
@example(["", "ddddd/////"], 11)
def test_letters_stay_readable_and_words_whole_where_the_page_can_hold_them(
    texts: list[str], more: int
) -> None:
    """Eleven points are the least that M12 takes; a column too many for them is printed in ten."""
    money = tuple(Head(f"Nguồn {n}", Kind.MONEY) for n in range(more))
    heads = (Head("TT", Kind.CODE), Head("Tên", width=60), *money, Head("Kiến nghị", width=90))
    row = Line((1, texts[0], *(10**12,) * more, texts[1]))
    made = table_of(statement(heads=heads, lines=(row,)))
    whole = sum(column.share for column in made.columns)
    widths = [tables.LANDSCAPE_WIDTH * column.share / whole * 72 / 25.4 - 6 for column in made.columns]
    font = face(times_new_roman=False).regular
    if made.size >= 11:
        for text, room in zip(texts, (widths[1], widths[-1]), strict=True):
            assert all(text_width(word, font, made.size) <= room + 0.5 for word in text.split())
    else:
        longest = max((len(word) for text in texts for word in text.split()), default=0)
        assert (made.size, more > 6 or longest > 20) == (10, True)


def test_the_widths_are_those_of_the_page() -> None:
    assert (tables.PORTRAIT_WIDTH, tables.LANDSCAPE_WIDTH) == (
        typography.TEXT_WIDTH,
        typography.LANDSCAPE_WIDTH,
    )
