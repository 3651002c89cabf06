"""One cell: what it is read as, and what is said when it cannot be."""

from __future__ import annotations

import unicodedata
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntm_desktop.sheets.cells import CellRefused, read
from ntm_desktop.sheets.columns import CellKind, Column
from ntm_desktop.text import format_date, format_decimal, format_int, format_percent

MONEY = Column("a", "A", CellKind.MONEY)
SHARE = Column("a", "A", CellKind.SHARE)
DATE = Column("a", "A", CellKind.DATE)
TEXT = Column("a", "A")
CHOICE = Column("a", "A", CellKind.CHOICE, choices=(("dien", "Điện"), ("cho", "Chợ, thương mại")))
NAMES = Column("a", "A", CellKind.NAMES, choices=(("h1", "thôn Tân Lợi 1"), ("h2", "Yên Hóa")))
NAME = Column("a", "A", CellKind.NAME, choices=NAMES.choices)
QUANTITY = Column("a", "A", CellKind.QUANTITY)
UNIT = Column("a", "A", CellKind.CHOICE, choices=(("m²", "m²"), ("ca máy", "ca máy")))
CODES = Column("a", "A", CellKind.CODES)
RAW = st.one_of(
    st.text(max_size=20),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.datetimes(),
    st.dates(),
    st.timedeltas(),
)


@pytest.mark.parametrize(
    ("column", "raw", "value"),
    [
        (MONEY, "1.250.000.000", 1_250_000_000),
        (MONEY, " 1.250.000 đồng ", 1_250_000),
        (MONEY, 1_250_000.0, 1_250_000),
        (MONEY, "0", 0),
        (SHARE, "46,5%", 4650),
        (SHARE, 46.15, 4615),
        (SHARE, 100, 10_000),
        (QUANTITY, "5,5", 5_500),
        (QUANTITY, "1.250 ", 1_250_000),
        (QUANTITY, 0.1, 100),
        (QUANTITY, 0, 0),
        (UNIT, "m2", "m²"),
        (UNIT, "Ca máy", "ca máy"),
        (NAME, "Thôn Yên Hoá", "h2"),
        (DATE, "30/6/2021", date(2021, 6, 30)),
        (DATE, 44377, date(2021, 6, 30)),
        (DATE, datetime(2021, 6, 30, 8, tzinfo=UTC), date(2021, 6, 30)),
        (TEXT, "Xa\u0303  Yên\u00a0Hóa", "Xã Yên Hóa"),
        (TEXT, 2021, "2021"),
        (TEXT, 0.85, "0,85"),
        (CHOICE, "chợ,  Thương mại", "cho"),
        (CHOICE, "dien", "dien"),
        (NAMES, "Tân Lợi 1; thôn Yên Hoá", ("h1", "h2")),
        (CODES, "2.1; 6.2, 2.1", ("2.1", "6.2")),
        (CODES, 2.1, None),
    ],
)
def test_what_a_cell_is_read_as(column: Column, raw: Any, value: Any) -> None:
    if value is None:  # Excel made a number of the code: 2.10 would be 2.1
        with pytest.raises(CellRefused, match="dạng chữ"):
            read(column, raw)
    else:
        assert read(column, raw) == value


def test_a_percent_format_makes_a_hundredth_one_percent() -> None:
    assert (read(SHARE, 0.465, percent=True), read(SHARE, 0.465 * 100)) == (4650, 4650)


def test_a_column_in_millions_is_read_in_dong() -> None:
    assert (read(MONEY, 1250.1, unit=1_000_000), read(MONEY, "1.250,5", unit=1_000_000)) == (
        1_250_100_000,
        1_250_500_000,
    )


def test_days_counted_from_1904() -> None:
    assert read(DATE, 42915, base_1904=True) == date(2021, 6, 30)


@pytest.mark.parametrize(
    ("column", "raw", "says"),
    [
        (QUANTITY, -1, "không âm"),
        (QUANTITY, "85 m²", "không kèm đơn vị"),
        (QUANTITY, "1.5", "Chưa rõ số"),
        (QUANTITY, 1.23456, "quá ba chữ số thập phân"),
        (QUANTITY, 10**13, "không âm"),
        (NAME, "Tân Lợi 1; Yên Hóa", "Ghi một thôn"),
        (NAME, "Bản Xa", "Không có thôn “Bản Xa”"),
    ],
)
def test_what_is_said_of_a_cell_that_cannot_be_read(column: Column, raw: Any, says: str) -> None:
    with pytest.raises(CellRefused, match=says):
        read(column, raw)


@given(st.sampled_from((MONEY, SHARE, QUANTITY, DATE, TEXT, CHOICE, NAME, NAMES, CODES)), RAW, st.booleans())
def test_whatever_stands_in_a_cell_is_a_value_or_a_sentence(column: Column, raw: Any, percent: bool) -> None:
    try:
        value = read(column, raw, percent=percent)
    except CellRefused as error:
        refusal = error.message
        value = None
    else:
        refusal = "."
    assert refusal.endswith(".")
    if value is None:
        return
    if isinstance(value, str):
        assert value == unicodedata.normalize("NFC", value)
    if column is MONEY:
        assert isinstance(value, int)
        assert value >= 0
    if column is SHARE:
        assert isinstance(value, int)
        assert 0 <= value <= 10_000


@given(st.integers(0, 10**14))
def test_money_as_we_write_it_is_read_back(amount: int) -> None:
    assert read(MONEY, format_int(amount)) == read(MONEY, amount) == read(MONEY, float(amount)) == amount


@given(st.integers(0, 10**11))
def test_quantities_as_we_write_them_are_read_back(amount: int) -> None:
    assert read(QUANTITY, format_decimal(amount)) == read(QUANTITY, amount / 1000) == amount


@given(st.integers(0, 10_000))
def test_shares_as_we_write_them_are_read_back(share: int) -> None:
    assert read(SHARE, format_percent(share)) == read(SHARE, share / 100) == share
    assert read(SHARE, share / 10_000, percent=True) == share


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_days_are_read_from_text_number_and_date(day: date) -> None:
    serial = (day - date(1899, 12, 30)) // timedelta(days=1)
    assert read(DATE, format_date(day)) == read(DATE, serial) == read(DATE, day) == day


def test_a_word_in_a_column_of_money_gets_one_example_and_that_of_money() -> None:
    with pytest.raises(CellRefused) as refused:
        read(MONEY, "abc")
    assert str(refused.value) == (
        "“abc” không phải là số. Ghi số đồng nguyên, không âm, ví dụ 1.250.000.000."
    )
