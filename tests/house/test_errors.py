from __future__ import annotations

import errno

import pytest

from ntm_desktop.errors import reason


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_no_english_word_of_the_system_reaches_a_sentence(number: int) -> None:
    error = OSError(number, "No such thing")
    assert reason(error)
    assert "No such thing" not in reason(error)


def test_a_full_disk_is_called_so() -> None:
    assert reason(OSError(errno.ENOSPC, "No space left on device")) == "ổ đĩa hết chỗ trống"


def test_what_we_raised_ourselves_is_told_as_it_is() -> None:
    assert reason(OSError("nội dung đọc lại khác nội dung đã ghi")) == "nội dung đọc lại khác nội dung đã ghi"
