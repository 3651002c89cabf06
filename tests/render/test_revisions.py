from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ntm_desktop.errors import NtmError
from ntm_desktop.services.signing import is_print

PIECES = st.sampled_from([b"%%EOF", b"%%EO", b"%", b"\n", b"\r\n", b"\r", b"a", b"\x00"])
QUIET = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()


@QUIET
@given(
    body=st.lists(PIECES).map(b"".join),
    end=st.sampled_from([b"%%EOF", b"%%EOF\n", b"%%EOF\r\n", b"%%EOF\r"]),
    added=st.lists(PIECES).map(b"".join),
)
def test_a_file_is_known_by_what_it_began_as(tmp_path: Path, body: bytes, end: bytes, added: bytes) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(body + end + added)
    assert is_print(path, _digest(body + end))
    assert is_print(path, _digest(body + end + added))


@QUIET
@given(content=st.lists(PIECES, min_size=1).map(b"".join), change=st.integers(0, 255))
def test_a_changed_file_is_not(tmp_path: Path, content: bytes, change: int) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(bytes([content[0] ^ (change or 1)]) + content[1:] + b"%%EOF")
    assert not is_print(path, _digest(content))


def test_only_whole_revisions_count(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"abc%%EOF\ndef%%EOF")
    assert not is_print(path, _digest(b"abc"))
    assert not is_print(path, _digest(b"abc%%EOF\nd"))


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(NtmError, match="Không đọc được “a"):
        is_print(tmp_path / "a.pdf", "")
