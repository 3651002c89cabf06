from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntm_desktop.domain.page_ranges import pages_of


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("", (0, 1, 2, 3, 4, 5)),
        ("1-3, 5", (0, 1, 2, 4)),
        ("trang 2", (1,)),
        ("Tr. 4 – 6.", (3, 4, 5)),
        ("5; 1", (4, 0)),
        ("2, 2-3", (1, 2)),
    ],
)
def test_what_an_office_writes_is_understood(text: str, pages: tuple[int, ...]) -> None:
    assert pages_of(text, 6) == pages


@pytest.mark.parametrize("text", ["7", "0", "3-1", "1-7", "phụ lục", "1,,2", "-2"])
def test_what_names_no_page_of_the_document_is_not_guessed(text: str) -> None:
    assert pages_of(text, 6) is None


@given(st.text(max_size=12), st.integers(1, 50))
def test_only_pages_that_there_are_each_once(text: str, total: int) -> None:
    pages = pages_of(text, total)
    assert pages is None or (set(pages) <= set(range(total)) and len(set(pages)) == len(pages) > 0)
