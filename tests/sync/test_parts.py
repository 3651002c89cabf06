"""A package cut for chats, and put together again from whatever comes, whenever."""

from __future__ import annotations

import hashlib
import io
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ntm_desktop.sync import parts
from ntm_desktop.sync.parts import Part
from ntm_desktop.sync.refusals import PackageRefused, Refusal

WHOLE = random.Random(3).randbytes(70_000)
LIMIT = 20_000


def cut(folder: Path, whole: bytes = WHOLE, limit: int = LIMIT) -> list[Path]:
    shares = parts.shares(len(whole), limit)
    paths = []
    for number, (name, (offset, length)) in enumerate(
        zip(parts.names("g.ntmx", len(shares)), shares, strict=True), 1
    ):
        part = Part(
            package_id="1" * 64,
            file_sha256=hashlib.sha256(whole).hexdigest(),
            file_len=len(whole),
            index=number,
            count=len(shares),
            offset=offset,
            len=length,
            sha256=hashlib.sha256(whole[offset : offset + length]).hexdigest(),
        )
        paths.append(folder / name)
        with paths[-1].open("wb") as out:
            parts.write(io.BytesIO(whole), part, out)
    return paths


def joined(paths: list[Path]) -> bytes:
    out = io.BytesIO()
    parts.join(paths, out)
    return out.getvalue()


@given(st.randoms(use_true_random=False))
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_parts_in_any_order_make_the_file(tmp_path: Path, chance: random.Random) -> None:
    paths = cut(tmp_path)
    assert [path.name for path in paths[:2]] == ["g.ntmx.p01of05", "g.ntmx.p02of05"]
    assert all(path.stat().st_size <= LIMIT for path in paths)
    chance.shuffle(paths)
    assert joined(paths) == WHOLE


def test_the_parts_that_lack_are_named(tmp_path: Path) -> None:
    known = []
    for path in cut(tmp_path)[::2]:
        with path.open("rb") as file:
            known.append(parts.read(file))
    assert parts.lacking(known) == [2, 4]
    assert parts.lacking([]) == []


@given(st.integers(0, 19_999), st.integers(1, 255))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_bad_part_is_found_out_alone(tmp_path: Path, place: int, change: int) -> None:
    paths = cut(tmp_path)
    content = bytearray(paths[1].read_bytes())
    content[place % len(content)] ^= change
    paths[1].write_bytes(content)
    with pytest.raises(PackageRefused) as refused:
        joined(paths)
    assert refused.value.refusal is Refusal.PART


@pytest.mark.parametrize("lost", [b"", b"NTMPART1", WHOLE[:99]])
def test_what_is_no_part(lost: bytes) -> None:
    with pytest.raises(PackageRefused, match="E_PART"):
        parts.read(io.BytesIO(lost))


def test_parts_of_two_exports_are_not_mixed(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    mine, others = cut(tmp_path / "a"), cut(tmp_path / "b", WHOLE[::-1])
    with pytest.raises(PackageRefused, match="several files"):
        joined([*mine[:2], *others[2:]])
    with pytest.raises(PackageRefused, match="not all"):
        joined(mine[:2])


def test_a_limit_without_room_is_refused() -> None:
    with pytest.raises(ValueError, match="no room"):
        parts.shares(100, 4_000)
    with pytest.raises(ValueError, match="parts"):
        parts.shares(10**9, 5_000)
