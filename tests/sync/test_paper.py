"""Keys on paper: what cameras scan and people type comes back whole, or the mistake is named."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntm_desktop.errors import NtmError
from ntm_desktop.sync import paper
from ntm_desktop.sync.keys import OwnKeys, read_enrolment, write_enrolment

KEYS = OwnKeys.make()
LINES = paper.recovery_lines(KEYS)
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def key_file(name: str = "Xã Yên Hóa") -> bytes:
    install = "01234567-89ab-cdef-0123-456789abcdef"
    return write_enrolment(KEYS, unit="18928", name=name, level="xa", install=install)


def same(found: OwnKeys, wanted: OwnKeys = KEYS) -> bool:
    return (found.sign_key, found.age_key, str(found.age)) == (
        wanted.sign_key,
        wanted.age_key,
        str(wanted.age),
    )


def test_an_usual_key_file_fits_one_code_and_comes_back() -> None:
    (code,) = paper.enrolment_codes(key_file())
    assert paper.enrolment_of([f" {code}\n"]) == key_file()
    assert read_enrolment(paper.enrolment_of([code])).name == "Xã Yên Hóa"


@given(st.binary(min_size=1, max_size=3000), st.randoms(use_true_random=False))
def test_codes_are_put_together_in_any_order_and_again(told: bytes, chance: object) -> None:
    codes = list(paper.enrolment_codes(told))
    assert all(re.fullmatch(r"NTMK1:\d+/\d+:\d+", code) for code in codes), "no letters that Unikey changes"
    scanned = codes * 2
    chance.shuffle(scanned)  # type: ignore[attr-defined]
    assert paper.enrolment_of(scanned) == told


def test_what_lacks_and_what_does_not_belong_is_named() -> None:
    long = key_file("Văn phòng điều phối " * 60)
    codes = paper.enrolment_codes(long)
    assert len(codes) == 4
    with pytest.raises(NtmError, match="Còn thiếu mã QR 2, 4 trong 4 mã"):
        paper.enrolment_of([codes[2], codes[0]])
    with pytest.raises(NtmError, match="không phải của cùng một phiếu"):
        paper.enrolment_of([codes[0], paper.enrolment_codes(long + b" ")[1]])
    with pytest.raises(NtmError, match="không phải của cùng một phiếu"):
        paper.enrolment_of([])


@pytest.mark.parametrize(
    "scanned",
    [
        "",
        "NTM1:18928:2021:ABC",
        "NTMK1:1/1:",
        "NTMK1:1/1:0",
        "NTMK1:0/1:300",
        "NTMK1:1/1:" + "9" * 1999,
        "NTMK1:1/1:" + "9" * 5000,
    ],
)
def test_another_code_is_refused(scanned: str) -> None:
    with pytest.raises(NtmError, match="Quét lại từng mã QR của phiếu"):
        paper.enrolment_of([scanned])


def test_a_digit_that_the_scanner_lost_is_found_out() -> None:
    (code,) = paper.enrolment_codes(key_file())
    begin = code.index(":", 7) + 1
    for place in range(begin, len(code), 7):
        with pytest.raises(NtmError, match="Quét lại"):
            paper.enrolment_of([code[:place] + code[place + 1 :]])


def test_the_two_sheets_are_not_taken_for_each_other() -> None:
    with pytest.raises(NtmError, match="không phải mã QR của phiếu này"):
        paper.keys_of_code(paper.enrolment_codes(key_file())[0])
    with pytest.raises(NtmError, match="không phải mã QR của phiếu này"):
        paper.enrolment_of([paper.recovery_code(KEYS)])


def test_keys_come_back_from_code_and_letters() -> None:
    for _ in range(50):
        keys = OwnKeys.make()
        assert same(paper.keys_of_code(paper.recovery_code(keys)), keys)
        assert same(paper.keys_of_lines(paper.recovery_lines(keys)), keys)


def test_letters_are_read_however_they_are_typed() -> None:
    assert len(LINES) == paper.LINES == 8
    assert all(re.fullmatch(f"[{ALPHABET}]{{4}}( [{ALPHABET}]{{4}}){{3}}", line) for line in LINES)
    typed = [line.lower().replace(" ", "-").replace("0", "o").replace("1", "l") for line in LINES]
    assert same(paper.keys_of_lines(typed))
    assert same(paper.keys_of_lines([line.replace(" ", "").replace("1", "i") for line in LINES]))


def test_each_mistyped_letter_is_found() -> None:
    for number, line in enumerate(LINES, 1):
        letters = line.replace(" ", "")
        for place, other in itertools.product(range(16), ALPHABET):
            if other == letters[place]:
                continue
            typed = list(LINES)
            typed[number - 1] = letters[:place] + other + letters[place + 1 :]
            assert paper.wrong_lines(typed) == (number,)


def test_letters_that_changed_places_are_found() -> None:
    for number, line in enumerate(LINES, 1):
        letters = line.replace(" ", "")
        for place in range(15):
            swapped = letters[:place] + letters[place + 1] + letters[place] + letters[place + 2 :]
            if swapped != letters:
                typed = [*LINES[: number - 1], swapped, *LINES[number:]]
                assert paper.wrong_lines(typed) == (number,)


def test_a_line_in_the_place_of_another_is_found() -> None:
    for first, second in itertools.combinations(range(8), 2):
        typed = list(LINES)
        typed[first], typed[second] = typed[second], typed[first]
        assert paper.wrong_lines(typed) == (first + 1, second + 1)


@pytest.mark.parametrize("wrong", ["", "ABCD", "ABCD EFGH JKMN PQRS T", "Â BCD EFGH JKMN PQRS", "U" * 16])
def test_every_wrong_line_is_named_at_once(wrong: str) -> None:
    typed = [LINES[0], wrong, *LINES[2:6], wrong, LINES[7]]
    with pytest.raises(NtmError, match="Tắt bộ gõ tiếng Việt") as refused:
        paper.keys_of_lines(typed)
    assert refused.value.problems == ("Dòng 2", "Dòng 7")
    with pytest.raises(NtmError, match="Nhập đủ 8 dòng"):
        paper.keys_of_lines(typed[:7])
