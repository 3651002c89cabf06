"""What a person reads off paper and what a camera reads hold the same root (sync-package.md §6)."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ntm_desktop.sync.codes import qr_text, short_code

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 32 + _LETTERS.index(letter)
    return number


@given(st.binary(min_size=32, max_size=32))
def test_the_code_is_the_first_125_bits_and_the_qr_all_of_them(root: bytes) -> None:
    groups = short_code(root.hex()).split("-")
    assert [len(group) for group in groups] == [5] * 5
    assert _number("".join(groups)) == int.from_bytes(root, "big") >> 131
    head, unit, period, letters = qr_text(unit="27256", period="2021 - 2025", content_root=root.hex()).split(
        ":"
    )
    assert (head, unit, period, len(letters)) == ("NTM1", "27256", "20212025", 52)
    assert _number(letters) == int.from_bytes(root, "big") << 4


def test_letters_that_look_like_others_are_not_used() -> None:
    assert short_code("00" * 32) == "00000-00000-00000-00000-00000"
    assert short_code("ff" * 32) == "ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ"
