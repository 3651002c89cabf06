"""Names that nearly are one that is known, and names that are of another thing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntm_desktop.domain.near_names import NearNames, is_near

ROAD = "Đường trục thôn Tân Lợi 1, bê tông 0,85 km"
LETTERS = st.sampled_from("bcdeghklnprstuy")


@pytest.mark.parametrize(
    "name",
    [
        "Đường trục thôn Tân Lợi 1, bê tông 0.85 km",
        "Đường trục thôn Tân Lợi 1 – bê tông 0,85km",
        "Đường trục, thôn Tân Lợi 1, bêtông 0,850 km.",
        "Dường truc thôn Tân Lợi 1, bê tông 0,85 km",
        "Đường trục thôn Tân Lơii 1, bê tôn 0,85 km",
        "Đường trục thôn Tân Lợi 1, bê tông 0,85 km xã",
    ],
)
def test_punctuation_spaces_the_form_of_a_number_and_two_letters_are_near(name: str) -> None:
    assert is_near(name, ROAD)


def test_a_word_more_or_less_is_near_in_a_name_of_several() -> None:
    assert is_near("Bãi tập kết rác thải xã", "Bãi tập kết rác xã")
    assert is_near("Bãi tập kết rác xã", "Bãi tập kết rác thải xã")
    assert not is_near("Nhà văn hóa", "Nhà văn hóa thiếu nhi")
    assert not is_near("Cầu treo", "Cầu treo Khe Nước")


@pytest.mark.parametrize(
    ("name", "other"),
    [
        (ROAD, ROAD.replace("1", "2")),
        (ROAD, ROAD.replace("0,85", "0,58")),
        ("Kênh mương giai đoạn I", "Kênh mương giai đoạn II"),
        ("Nhà văn hóa thôn Hai", "Nhà văn hóa thôn Ba"),
        ("Đường nội đồng khu A", "Đường nội đồng khu B"),
        ("Nhà văn hóa thôn Tân Lợi", "Nhà văn hóa thôn Yên Thắng"),
        ("Cầu", "Cấu kè"),
        ("Trạm y tế xã", "Trạm điện xã"),
        ("", ROAD),
        ("", ""),
    ],
)
def test_another_number_or_more_letters_are_another_name(name: str, other: str) -> None:
    assert not is_near(name, other)


def test_the_nearest_of_many_come_first() -> None:
    near = NearNames({"c": "Cầu treo Yên Hoang", "b": "Cầu treo Yên Hóam", "a": "Cầu treo, Yên Hóa"})
    assert near.find("Cầu treo Yên Hóa") == ("a", "b", "c")
    assert near.find("Trạm bơm Yên Hóa") == ()


@given(
    st.lists(st.text(LETTERS, min_size=2, max_size=8), min_size=3, max_size=6),
    st.lists(st.tuples(st.integers(0, 60), st.sampled_from(["drop", "put", "change"]), LETTERS), max_size=2),
)
def test_up_to_two_letters_of_a_long_name_are_always_found(
    words: list[str], slips: list[tuple[int, str, str]]
) -> None:
    name = "cau " + " ".join(f"k{word}k" for word in words)
    typed = list(name)
    for at, slip, letter in slips:
        at = 5 + at % (len(typed) - 6)
        if typed[at] == " " or typed[at] == "k":
            continue
        typed[at : at + 1] = {"drop": [], "put": [typed[at], letter], "change": [letter]}[slip]
    assert NearNames({"it": name, "other": "Trạm bơm 3"}).find("".join(typed)) == ("it",)
