"""Writing to a disk that takes no more, and reading from one that gives no more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ntm_desktop.db import durable
from ntm_desktop.errors import NtmError

FULL = Path("/dev/full")

full_disk = pytest.mark.skipif(not FULL.exists(), reason="only Linux has a disk that is always full")


@full_disk
@pytest.mark.parametrize("content", [b"x", b"x" * 9000, b"x" * 100_000])
def test_a_disk_that_is_full_until_the_file_is_closed_is_told(content: bytes) -> None:
    with pytest.raises(NtmError, match="ổ đĩa hết chỗ trống"):
        durable.write_checked(FULL, [content])


@full_disk
def test_what_is_wrong_with_the_source_is_not_blamed_on_the_target(tmp_path: Path) -> None:
    def rotten() -> Iterator[bytes]:
        yield b"half"
        raise PermissionError("the source")

    with pytest.raises(PermissionError, match="the source"):
        durable.write_checked(tmp_path / "a", rotten())
