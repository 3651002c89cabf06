"""Vietnamese text, numbers and dates."""

import unicodedata
from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntm_desktop.errors import NtmError
from ntm_desktop.text import (
    AmbiguousNumber,
    clock,
    count_words,
    format_date,
    format_decimal,
    format_int,
    format_long_date,
    format_month,
    format_percent,
    natural_key,
    nfc,
    pad_dates,
    parse_amount,
    parse_date,
    parse_number,
    safe_file_name,
    search_key,
    sort_key,
    spelling_key,
    without_groups,
)


def test_both_tone_placements_and_both_forms_are_found_by_the_same_key():
    assert search_key("Đồng  Hoá") == search_key("đồng hóa") == search_key("dong hoa") == "dong hoa"
    assert search_key(unicodedata.normalize("NFD", "Mường Khương")) == "muong khuong"
    assert search_key("Yên\u00a0Hóa") == "yen hoa"


@given(st.integers())
def test_a_whole_number_is_copied_without_group_marks(number: int) -> None:
    assert without_groups(format_int(number)) == str(number)


@pytest.mark.parametrize("text", ["2.070,5", "30/6/2021", "2.1", "46%", "1.450 m²", "không tính", ""])
def test_any_other_text_is_copied_as_it_is(text: str) -> None:
    assert without_groups(text) == text


def test_a_spelling_key_moves_the_tone_and_nothing_else() -> None:
    assert spelling_key("NHÀ VĂN HOÁ  thủy") == spelling_key("nhà văn hóa thuỷ")
    for one, other in (("Hóa", "Hoa"), ("Văn An", "Văn Na"), ("Đức", "Dức"), ("Lợi", "Lời")):
        assert spelling_key(one) != spelling_key(other)


def test_nfc_composes_and_leaves_square_metres_alone():
    assert nfc(unicodedata.normalize("NFD", "Ấp Hòa 5 m²")) == "Ấp Hòa 5 m²"


@pytest.mark.parametrize(
    "ordered",
    [
        ["An", "Anh", "Ánh", "Ân", "Ẩn", "Ấn"],
        ["Cảnh Hóa", "Cao Quảng", "Dân Hóa", "Đồng Hóa", "Mỹ Trạch", "Quảng Đông", "Sơn Lộc", "Tân Hóa"],
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["Thôn 1", "Thôn 2", "thôn An", "Thôn An"],
    ],
)
def test_names_sort_by_the_vietnamese_alphabet(ordered):
    assert sorted(set(ordered), key=sort_key) == ordered


def test_codes_sort_as_numbers():
    assert sorted(["17.10", "2.10", "17.2", "2.2"], key=natural_key) == ["2.2", "2.10", "17.2", "17.10"]


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1234567", "1234567"),
        ("1.234.567", "1234567"),
        ("1234567,5", "1234567.5"),
        (" 95,5 ", "95.5"),
        ("1.234,56", "1234.56"),
        ("-5", "-5"),
        ("\u22125", "-5"),
        ("0", "0"),
    ],
)
def test_numbers_in_vietnamese_notation_are_read(typed, number):
    assert parse_number(typed) == Decimal(number)


@pytest.mark.parametrize(
    ("typed", "readings"),
    [
        ("1.5", ("1,5", "15")),
        ("64.2", ("64,2", "642")),
        ("0.5", ("0,5",)),
        ("1,234,567", ("1.234.567",)),
        ("1,234.5", ("1.234,5",)),
        ("1.234.56", ("123.456",)),
        ("0.123", ("0,123",)),
    ],
)
def test_foreign_notation_is_asked_about_not_guessed(typed, readings):
    with pytest.raises(AmbiguousNumber) as asked:
        parse_number(typed)
    assert asked.value.readings == readings
    assert all(reading in asked.value.message for reading in readings)


@given(st.from_regex(r"[+-]?[0-9]{1,5}([.,][0-9]{1,4}){1,2}", fullmatch=True))
def test_every_reading_offered_can_be_typed(typed):
    try:
        readings = (str(parse_number(typed)).replace(".", ","),)
    except AmbiguousNumber as asked:
        readings = asked.readings
    assert readings
    for reading in readings:
        parse_number(reading)


@pytest.mark.parametrize(
    "typed", ["", "abc", "12a", "1 234", ",5", "5,", "1e5", "١٢", "--5", "NaN", "9" * 16]
)
def test_what_is_no_number_is_refused_in_words(typed):
    with pytest.raises(NtmError) as refused:
        parse_number(typed)
    assert not isinstance(refused.value, AmbiguousNumber)
    assert refused.value.message.endswith(".")


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("1250", 1_250),
        ("1.250.000.000", 1_250_000_000),
        ("1.250.000.000 đồng", 1_250_000_000),
        ("850 triệu", 850_000_000),
        ("850 trieu dong", 850_000_000),
        ("850tr", 850_000_000),
        ("1.250 TRIỆU", 1_250_000_000),
        ("1,25 tỷ", 1_250_000_000),
        ("1,25 tỉ đồng", 1_250_000_000),
        ("1 tỷ 250 triệu", 1_250_000_000),
        ("500 nghìn", 500_000),
        ("500 ngàn", 500_000),
        ("-20 triệu", -20_000_000),
        ("\u221220 triệu", -20_000_000),
    ],
)
def test_money_may_be_said_in_millions_and_billions(typed, amount):
    assert parse_amount(typed) == amount
    assert parse_amount(unicodedata.normalize("NFD", typed)) == amount


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "abc",
        "850 triệu lẻ",
        "triệu",
        "1 triệu 2 tỷ",
        "1 triệu 2 triệu",
        "850 t",
        "1 tỷ 250",
        "5 triệu -3 nghìn",
    ],
)
def test_what_is_no_amount_is_refused_with_an_example_in_dong(typed):
    with pytest.raises(NtmError) as refused:
        parse_amount(typed)
    assert refused.value.message.endswith("ví dụ 250.000.000 hoặc 250 triệu.")


@pytest.mark.parametrize("typed", ["0,5", "1,2345 nghìn"])
def test_parts_of_a_dong_are_refused(typed):
    with pytest.raises(NtmError, match="không có phần lẻ"):
        parse_amount(typed)


def test_a_foreign_comma_before_a_unit_is_asked_about():
    with pytest.raises(AmbiguousNumber) as asked:
        parse_amount("1.5 tỷ")
    assert asked.value.readings == ("1,5 tỷ", "15 tỷ")


@given(st.integers(0, 9_999), st.integers(1, 999), st.sampled_from(["triệu", "tr", "Triệu", "trieu"]))
def test_billions_and_millions_said_one_after_the_other_add_up(billions, millions, unit):
    said = f"{format_int(billions)} tỷ {millions} {unit}"
    assert parse_amount(said) == billions * 10**9 + millions * 10**6


@given(st.integers(-(10**14), 10**14))
def test_an_amount_comes_back(amount):
    assert parse_amount(format_int(amount)) == amount


@given(st.integers(-(10**14), 10**14))
def test_whole_numbers_come_back(number):
    assert parse_number(format_int(number)) == number


@given(st.integers(-(10**11), 10**11))
def test_thousandths_and_percentages_come_back(number):
    assert parse_number(format_decimal(number)) * 1000 == number
    assert parse_number(format_percent(number).removesuffix("%")) * 100 == number


def test_numbers_look_as_the_office_writes_them():
    assert format_int(1234567) == "1.234.567"
    assert format_decimal(34800) == "34,8"
    assert format_decimal(1234567890, 1) == "1.234.567,9"
    assert format_decimal(5000, 2) == "5,00"
    assert [format_percent(n) for n in (6420, 7000, 9861, 5, 10000)] == [
        "64,2%",
        "70%",
        "98,61%",
        "0,05%",
        "100%",
    ]
    assert format_percent(4100, 1) == "41,0%"
    assert format_percent(5768, 1) == "57,7%"
    assert [count_words(n, "tiêu chí") for n in (0, 4, 10, 1200)] == [
        "0 tiêu chí",
        "04 tiêu chí",
        "10 tiêu chí",
        "1.200 tiêu chí",
    ]


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_dates_come_back_in_both_forms(day):
    assert parse_date(format_date(day)) == parse_date(day.isoformat()) == day


def test_long_dates_pad_days_under_ten_and_months_one_and_two_only():
    assert format_long_date(date(2021, 1, 5)) == "ngày 05 tháng 01 năm 2021"
    assert format_long_date(date(2019, 6, 29)) == "ngày 29 tháng 6 năm 2019"
    assert format_long_date(date(2021, 12, 31)) == "ngày 31 tháng 12 năm 2021"
    assert format_month(date(2021, 2, 28)) == "tháng 02 năm 2021"
    assert format_month(date(2021, 3, 1)) == "tháng 3 năm 2021"


@pytest.mark.parametrize("typed", ["30/2/2021", "2021-13-01", "0/1/2021"])
def test_a_day_that_does_not_exist_is_named(typed):
    with pytest.raises(NtmError, match="Không có ngày"):
        parse_date(typed)


@pytest.mark.parametrize("typed", ["31/12/1899", "1/1/2101", "9999-12-31", "0001-01-01"])
def test_a_year_that_nobody_means_is_refused(typed):
    with pytest.raises(NtmError, match=f"Ngày “{typed}” không nằm trong các năm 1900 đến 2100. Xem lại năm"):
        parse_date(typed)


@pytest.mark.parametrize("typed", ["", "hôm qua", "6/2021", "30/6/21"])
def test_what_is_no_date_is_refused(typed):
    with pytest.raises(NtmError, match="30/6/2021"):
        parse_date(typed)


@given(st.text(max_size=200))
def test_file_names_are_safe_everywhere(text):
    name = safe_file_name(text)
    assert name
    assert not set(name) & set('<>:"/\\|?*\0\n')
    assert name == name.strip(" .")
    assert len(name) <= 121
    assert safe_file_name(name) == name


def test_file_names_keep_vietnamese_letters_and_avoid_windows_devices():
    assert safe_file_name("Tờ trình: xã Yên Hóa 30/6") == "Tờ trình- xã Yên Hóa 30-6"
    assert safe_file_name("CON.pdf") == "_CON.pdf"
    assert safe_file_name(" .. ") == "tep"


@pytest.mark.parametrize(
    ("text", "padded"),
    [
        ("Có giá trị đến 9/3/2022", "Có giá trị đến 09/03/2022"),
        ("Quyết định số 5/2/2021/QĐ-UBND ngày 1/12/2021;", "Quyết định số 5/2/2021/QĐ-UBND ngày 01/12/2021;"),
        ("862/1.342 = 64,23%", "862/1.342 = 64,23%"),
        ("31/12/2021", "31/12/2021"),
        ("", ""),
    ],
)
def test_dates_in_a_table_have_two_digits_each(text: str, padded: str) -> None:
    assert pad_dates(text) == padded


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("9:45", "09:45"), ("09:45", "09:45"), ("9h45", "09:45"), ("9 giờ 45", "09:45"),
        ("9 giờ 45 phút", "09:45"), ("14H", "14:00"), ("7 giờ", "07:00"), ("9.45", "09:45"),
        (" 9h5 ", "09:05"), ("", ""), ("24:00", "24:00"), ("9h75", "9h75"), ("9:4", "9:4"),
        ("945", "945"), ("sáng", "sáng"),
    ],
)  # fmt: skip
def test_an_hour_is_stored_as_the_minutes_have_it(typed: str, stored: str) -> None:
    """What is no hour is left for the sentence that refuses it."""
    assert clock(typed) == stored


@given(st.times())
def test_an_hour_that_is_stored_stays(hour: time) -> None:
    assert clock(f"{hour:%H:%M}") == f"{hour:%H:%M}"
