"""Names that nearly are one that is known, and names that are of another thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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


WORD = st.sampled_from(["noon", "onno", "noo", "nooo", "keno"])
OTHERS = st.lists(st.lists(st.tuples(st.integers(0, 5), WORD), max_size=3), min_size=4, max_size=12)


@given(st.lists(WORD, min_size=1, max_size=6), OTHERS)
def test_what_is_found_quickly_is_what_one_by_one_finds(
    typed: list[str], others: list[list[tuple[int, str]]]
) -> None:
    known = []
    for other in others:
        known.append(list(typed))
        for at, word in other:
            known[-1][at : at + 1] = [word]
    names = {str(at): " ".join(words) for at, words in enumerate(known)}
    letters = ["".join(words) for words in known]
    alike = (
        other
        for at in one_by_one(known, typed)
        for other in range(len(known))
        if letters[other] == letters[at]
    )
    expected = list(dict.fromkeys(alike))[:3]
    assert NearNames(names).find(" ".join(typed)) == tuple(str(at) for at in expected)


def one_by_one(known: Sequence[list[str]], typed: list[str]) -> Iterator[int]:
    letters = ["".join(words) for words in known]
    name = "".join(typed)
    by_length = sorted(range(len(known)), key=lambda at: len(letters[at]))
    for most in range(3):
        for at in by_length:
            allowed = min((len(it) >= 5) + (len(it) >= 10) for it in (letters[at], name))
            if changes(letters[at], name) <= min(most, allowed):
                yield at
    yield from (at for at, words in enumerate(known) if name in shorter(words))
    yield from (at for fewer in shorter(typed) for at in range(len(known)) if letters[at] == fewer)


def shorter(words: list[str]) -> list[str]:
    return ["".join(words[:at] + words[at + 1 :]) for at in range(len(words))] if len(words) > 4 else []


def changes(one: str, other: str) -> int:
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        before, row[0] = row[0], at
        for to, another in enumerate(other, 1):
            before, row[to] = row[to], min(row[to] + 1, row[to - 1] + 1, before + (letter != another))
    return row[-1]
