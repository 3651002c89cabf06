"""How titles are broken over lines."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntm_desktop.render.fonts import face, text_width, wrap
from ntm_desktop.render.titles import balanced

BOLD = face().bold
MM = 72 / 25.4
WORDS = st.sampled_from(
    ("tự", "đánh", "giá", "và", "của", "xã", "nông", "thôn", "mới", "năm", "2021,", "theo", "mức", "Hóa")
)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "DANH MỤC NỘI DUNG TỰ ĐÁNH GIÁ THEO MỨC CHƯA ĐỐI CHIẾU",
            ("DANH MỤC NỘI DUNG TỰ ĐÁNH GIÁ", "THEO MỨC CHƯA ĐỐI CHIẾU"),
        ),
        ("BIỂU CHI TIẾT MỨC ĐỘ ĐẠT", ("BIỂU CHI TIẾT MỨC ĐỘ ĐẠT",)),
        (
            "Về việc thẩm tra, đề nghị xét, công nhận xã Yên Hóa đạt chuẩn nông thôn mới năm 2021",
            ("Về việc thẩm tra, đề nghị xét, công nhận", "xã Yên Hóa đạt chuẩn nông thôn mới năm 2021"),
        ),
    ],
)
def test_breaks_stand_where_a_reader_pauses(text: str, lines: tuple[str, ...]) -> None:
    assert balanced(text, BOLD, 14, 160 * MM) == lines


def test_a_word_of_several_syllables_is_not_broken() -> None:
    for width in range(60, 200, 3):
        lines = balanced("BIỂU TỔNG HỢP KẾT QUẢ TỰ ĐÁNH GIÁ NÔNG THÔN MỚI NĂM 2021", BOLD, 14, width * MM)
        joined = "|".join(lines)
        for whole in ("TỔNG HỢP", "KẾT QUẢ", "TỰ ĐÁNH GIÁ", "NÔNG THÔN MỚI", "NĂM 2021"):
            assert whole in joined, (width, joined)


@given(st.lists(WORDS, min_size=1, max_size=30).map(" ".join), st.integers(40, 160))
def test_nothing_is_lost_and_no_line_is_too_long(text: str, across: int) -> None:
    width = across * MM
    lines = balanced(text, BOLD, 14, width)
    assert " ".join(lines) == text
    assert all(text_width(line, BOLD, 14) <= width + 0.02 for line in lines)
    assert len(lines) >= len(wrap(text, BOLD, 14, width))


@given(st.integers(20, 60), st.integers(60, 160))
def test_equal_words_make_lines_of_about_one_length(count: int, across: int) -> None:
    lines = balanced(" ".join(["thôn"] * count), BOLD, 14, across * MM)
    lengths = [len(line.split()) for line in lines]
    assert all(abs(one - other) <= 1 for one, other in pairwise(lengths))


def test_a_name_wider_than_the_page_is_printed_all_the_same() -> None:
    lines = balanced("Ủy" * 80, BOLD, 14, 100 * MM)
    assert "".join(lines) == "Ủy" * 80
