"""A package as a file: whole it comes back as it was, and whatever was changed in it has a name."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path

import packages
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from packages import BLOB, ROWS, Unit, package, read

from ntm_desktop.sync import header as headers
from ntm_desktop.sync.refusals import PackageRefused, Refusal

ANY_FOLDER = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def commune() -> Unit:
    return Unit.make("18964")


@pytest.fixture(scope="module")
def district() -> Unit:
    return Unit.make("450")


@pytest.fixture(scope="module")
def whole(commune: Unit, district: Unit, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return package(tmp_path_factory.mktemp("gói"), commune, district).read_bytes()


def refusal(content: bytes, commune: Unit, district: Unit, folder: Path) -> Refusal | None:
    path = folder / "gói.ntmx"
    path.write_bytes(content)
    try:
        read(path, commune, district, folder)
    except PackageRefused as refused:
        return refused.refusal
    return None


def test_what_was_sent_comes_back(whole: bytes, commune: Unit, district: Unit, tmp_path: Path) -> None:
    path = tmp_path / "gói.ntmx"
    path.write_bytes(whole)
    found = read(path, commune, district, tmp_path)
    with found.stream("data/hamlet.jsonl") as rows:
        assert b"".join(rows) == ROWS
    (sha256,) = found.held
    with found.stream(f"blobs/{sha256}") as blob:
        assert b"".join(blob) == BLOB
    assert found.manifest.author == "Nguyễn Thị Đào"


def test_the_sender_opens_it_too_and_nobody_else(
    whole: bytes, commune: Unit, district: Unit, tmp_path: Path
) -> None:
    path = tmp_path / "gói.ntmx"
    path.write_bytes(whole)
    with path.open("rb") as file:
        opening = headers.read(file)
    packages.reader.decrypt(path, opening, commune.keys, tmp_path / "mở", packages.quiet)
    assert (tmp_path / "mở").stat().st_size > len(BLOB)
    with pytest.raises(PackageRefused, match="E_DECRYPT"):
        packages.reader.decrypt(path, opening, Unit.make("9").keys, tmp_path / "lạ", packages.quiet)
    assert not (tmp_path / "lạ").exists()


def test_nobody_reads_on_the_stick_what_is_in_it(whole: bytes) -> None:
    for text in (ROWS, BLOB, "Nguyễn Thị Đào".encode(), "Đức".encode()):
        assert text[:40] not in whole


def test_sent_again_it_is_the_same_package_in_other_bytes(
    commune: Unit, district: Unit, tmp_path: Path
) -> None:
    told = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        path = package(tmp_path / name, commune, district)
        with path.open("rb") as file:
            told.append(headers.read(file).header)
    assert told[0].package_id == told[1].package_id
    assert told[0].body_sha256 != told[1].body_sha256


def test_each_byte_of_the_beginning_is_watched(
    whole: bytes, commune: Unit, district: Unit, tmp_path: Path
) -> None:
    begin = whole.index(b"age-encryption.org")
    for place in range(begin):
        changed = bytearray(whole)
        changed[place] ^= 1 << place % 8
        assert refusal(bytes(changed), commune, district, tmp_path) is not None, f"byte {place}"


def test_a_changed_body_and_a_cut_file_have_a_name(
    whole: bytes, commune: Unit, district: Unit, tmp_path: Path
) -> None:
    chance = random.Random(5)
    begin = whole.index(b"age-encryption.org")
    for _ in range(1000):
        changed = bytearray(whole)
        changed[chance.randrange(begin, len(whole))] ^= 1 << chance.randrange(8)
        assert refusal(bytes(changed), commune, district, tmp_path) is Refusal.DAMAGED
    for _ in range(1000):
        cut = whole[: chance.randrange(len(whole))]
        wanted = (
            {Refusal.TRUNCATED}
            if len(cut) > begin
            else {Refusal.NOT_PACKAGE, Refusal.HEADER, Refusal.TRUNCATED}
        )
        assert refusal(cut, commune, district, tmp_path) in wanted
    assert refusal(whole + b"\0", commune, district, tmp_path) is Refusal.DAMAGED


@ANY_FOLDER
@given(data=st.data())
def test_swapped_and_doubled_pieces_have_a_name(
    whole: bytes, commune: Unit, district: Unit, tmp_path: Path, data: st.DataObject
) -> None:
    places = sorted(data.draw(st.lists(st.integers(0, len(whole)), min_size=3, max_size=3)))
    first, second, third = places
    changed = whole[:first] + whole[second:third] + whole[first:second] + whole[third:]
    found = refusal(changed, commune, district, tmp_path)
    assert (found is None) == (changed == whole)


def test_a_header_over_another_body_and_a_foreign_signature(
    commune: Unit, district: Unit, tmp_path: Path
) -> None:
    other = Unit.make("18997")
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    mine = package(tmp_path / "a", commune, district).read_bytes()
    theirs = package(tmp_path / "b", other, district).read_bytes()
    path = tmp_path / "gói.ntmx"
    openings = []
    for content in (mine, theirs):
        path.write_bytes(content)
        with path.open("rb") as file:
            openings.append(headers.read(file))
    body = theirs[openings[1].length :]
    assert refusal(mine[: openings[0].length] + body, commune, district, tmp_path) in (
        Refusal.TRUNCATED,
        Refusal.DAMAGED,
    )
    forged = mine.replace(openings[0].signature, openings[1].signature)
    assert refusal(forged, commune, district, tmp_path) is Refusal.SIGNATURE
    assert refusal(theirs, commune, district, tmp_path) is Refusal.UNKNOWN_SENDER
    assert refusal(mine, commune, Unit.make("451"), tmp_path) is Refusal.NOT_FOR_US


def test_a_body_signed_anew_by_its_sender_does_not_pass_for_another_manifest(
    commune: Unit, district: Unit, tmp_path: Path
) -> None:
    """Header of one package, body of another of the same sender, digest and signature made to fit."""
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    first, second = (
        package(tmp_path / "a", commune, district),
        package(tmp_path / "b", commune, district, seq=2, prev="1" * 64),
    )
    with first.open("rb") as file:
        header = headers.read(file).header
    with second.open("rb") as file:
        body = second.read_bytes()[headers.read(file).length :]
    header = packages.replace(header, body_len=len(body), body_sha256=hashlib.sha256(body).hexdigest())
    made = headers.write(header, commune.keys) + body
    assert refusal(made, commune, district, tmp_path) is Refusal.MANIFEST
