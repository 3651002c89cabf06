"""Packages that a pinned sender itself made wrong, by a fault or on purpose: signed, sealed, and hostile.

Each is refused by a name, or says what the genuine one says, or is a state that the authority can hold.
"""

from __future__ import annotations

import hashlib
import io
import json
import random
import struct
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import pyrage  # type: ignore[import-untyped]  # it brings no types
import pytest
import small_commune
from exchanging import AT, Side, content_of, made, new_authority, pinned, quiet, submitted, taken
from sqlalchemy import select

from ntm_desktop.db.engine import Session
from ntm_desktop.db.models import commune_digest
from ntm_desktop.services import commune, package_preview, receiving
from ntm_desktop.services.receiving import Arrival
from ntm_desktop.sync import canonical, kinds, rows
from ntm_desktop.sync import header as headers
from ntm_desktop.sync import manifest as manifests
from ntm_desktop.sync.canonical import CriteriaRef
from ntm_desktop.sync.keys import recipient
from ntm_desktop.sync.reader import Package
from ntm_desktop.sync.refusals import PackageRefused, Refusal
from ntm_desktop.sync.sequence import Result

Json = dict[str, Any]
SIGNED_ANEW = {
    Refusal.HEADER, Refusal.NEWER, Refusal.NOT_FOR_US, Refusal.UNKNOWN_SENDER, Refusal.MANIFEST, Refusal.HASH,
    Refusal.SCHEMA, Refusal.ARCHIVE, Refusal.FORK, Refusal.OLD_EPOCH,
}  # fmt: skip
STRANGE: tuple[Any, ...] = (
    None, True, False, -1, 0, 1, 2, 2**31, 2**53 - 1, 2**53, 2**63, 2**64, 10**30, 0.5, "", "x", "\0", "á",
    "../../x", "2021-02-30T25:61:61Z", "٢٠٢١-٠٢-٢٨T٠١:٠٠:٠٠Z", "0000-00-00", "9999-99-99T99:99:99Z", "\ud800",
    "x" * 30_000,
    [], {}, [None], {"": None}, [[[[[]]]]], "NaN", "f" * 64, "0" * 64, "0" * 16, "18964",
)  # fmt: skip


class Undone(Exception):  # noqa: N818
    """Ends a transaction so that nothing of it stays."""


@dataclass
class Hostile:
    """A commune whose keys the authority has pinned, and what it can make with them."""

    commune: Side
    authority: Side
    folder: Path
    genuine: Package
    archive: bytes

    @property
    def told(self) -> Json:
        found: Json = json.loads(self.genuine.told)
        return found

    def entries(self) -> dict[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(self.archive)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    def packed(self, told: bytes, entries: dict[str, bytes]) -> bytes:
        """The archive of other content, signed as it should be."""
        entries = entries | {
            manifests.NAME: told,
            manifests.SIGNATURE: manifests.sign(told, self.commune.own),
        }
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name, content in entries.items():
                entry = zipfile.ZipInfo(name)
                entry.compress_type = zipfile.ZIP_DEFLATED if name.startswith("data/") else zipfile.ZIP_STORED
                archive.writestr(entry, content)
        return out.getvalue()

    def sealed(self, archive: bytes, header: Json | None = None) -> bytes:
        """Encrypted and signed for the authority; ``header`` says other things than the genuine one."""
        body = pyrage.encrypt(archive, [recipient(self.authority.own.age_key)])
        return self.headed(body, header)

    def headed(self, body: bytes, header: Json | None = None) -> bytes:
        told = self.genuine.header
        plain = (
            told.place.told()
            | {"min_reader": 1, "package_id": told.package_id, "app": told.app}
            | {"body_len": len(body), "body_sha256": hashlib.sha256(body).hexdigest()}
            | (header or {})
        )
        written = dumped(plain)
        signature = self.commune.own.sign(b"NTM/header/1\0", written)
        return headers.MAGIC + struct.pack(">I", len(written)) + written + signature + body

    def saying(self, told: Json, entries: dict[str, bytes] | None = None) -> bytes:
        """A package of another manifest, whose header says the same as that."""
        written = dumped(told)
        place = {name: told[name] for name in headers.PLACE_FIELDS if name in told}
        header = place | {"package_id": manifests.package_id(written)}
        return self.sealed(self.packed(written, entries or self.entries()), header)

    def read(self, session: Session, content: bytes) -> tuple[receiving.Opened, Package]:
        path = self.folder / "gói.ntmx"
        path.write_bytes(content)
        opened = receiving.open_package(session, Arrival(path, path.name))
        return opened, receiving.read(opened, self.authority.own, self.folder / "body.zip", quiet)

    def end(self, content: bytes) -> Refusal | Package:
        """By what it is refused, or what was read. Then it is applied too: the tables hold what it says, the
        list of communes has its line, and nothing of it stays."""
        at = self.authority.database
        try:
            with at.read(of=at.unit) as session:
                opened, package = self.read(session, content)
            receiving.keep(at.files, package, quiet)
            with at.write("Nhận gói", "Lê Văn Thẩm", AT, of=self.commune.database.unit) as session:
                package_preview.preview(session, opened, package, now=AT)
                receiving.apply(session, opened, package)
                if opened.decision.result is not Result.AGAIN:
                    assert_held(session, package)
                raise Undone
        except PackageRefused as refused:
            return refused.refusal
        except Undone:
            return package


def assert_held(session: Session, package: Package) -> None:
    for table, file in kinds.match("submission", package.manifest.files).items():
        with package.stream(file.path) as blocks:
            told = list(rows.read_rows(table, blocks, session.commune_id))
        held = session.rows(
            select(table).where(table.c.commune_id == session.commune_id).order_by(table.c.uid)
        )
        assert [dict(row) for row in held] == told
    assert session.row(select(commune_digest).where(commune_digest.c.commune_id == session.commune_id))


def dumped(value: Json) -> bytes:
    """As rfc8785 would, of things that it refuses too."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hostile]:
    """Its first package was taken; what is made wrong is the second."""
    folder = tmp_path_factory.mktemp("kẻ xấu")
    side = made(small_commune.make(folder / "xã"))
    authority = new_authority(folder / "huyện")
    pinned(side, authority)
    taken(authority, submitted(side, folder))
    with side.database.write("Sửa", "Trần Thị Bình", AT) as session:
        commune.save(session, schools=7)
    path = submitted(side, folder, everything=True)
    with authority.database.read() as session:
        opened = receiving.open_package(session, Arrival(path, path.name))
    package = receiving.read(opened, authority.own, folder / "genuine.zip", quiet)
    yield Hostile(side, authority, folder, package, package.body.read_bytes())
    side.database.close()
    authority.database.close()


def archives(hostile: Hostile, chance: random.Random) -> Iterator[bytes]:
    """Bytes of the archive, its directory above all."""
    good = hostile.archive
    directory = good.index(b"PK\1\2")
    for place in chance.sample(range(directory, len(good)), 1000):
        yield good[:place] + bytes([good[place] ^ 1 << place % 8]) + good[place + 1 :]
    for _ in range(100):
        yield good[: chance.randrange(len(good))]
        first, second, third = sorted(chance.sample(range(len(good) + 1), 3))
        yield good[:first] + good[second:third] + good[first:second] + good[third:]
        yield good[:first] + good[second:]
        yield good[:first] + chance.randbytes(9) + good[first:]
    while True:
        place = chance.randrange(directory)
        yield good[:place] + bytes([good[place] ^ chance.randrange(1, 256)]) + good[place + 1 :]


def test_archives_that_are_changed_and_sealed_anew(hostile: Hostile) -> None:
    found = Counter[str]()
    folder = hostile.authority.database.folder
    before = content_of(folder)
    good = hostile.entries()
    with hostile.authority.database.read() as session:
        for archive in islice(archives(hostile, random.Random(7)), 2000):
            try:
                _opened, package = hostile.read(session, hostile.sealed(archive))
            except PackageRefused as refused:
                found[refused.refusal.name] += 1
                continue
            found["same"] += 1
            read = {}
            for name in package.entries:
                with package.stream(name) as blocks:
                    read[name] = b"".join(blocks)
            assert read == good
    assert set(found) <= {"same", "ARCHIVE", "MANIFEST", "HASH"}
    assert found.total() == 2000
    assert content_of(folder) == before


def test_content_that_is_not_what_the_manifest_says(hostile: Hostile) -> None:
    """A whole archive, with the checksums of what is in it."""
    for name, content in hostile.entries().items():
        if content and name not in (manifests.NAME, manifests.SIGNATURE):
            for other in (content[:-2] + b" \n", content.replace(b"1", b"2", 1), content + b"\n", b""):
                if other != content:
                    archive = hostile.packed(hostile.genuine.told, hostile.entries() | {name: other})
                    assert hostile.end(hostile.sealed(archive)) is Refusal.HASH


def test_bodies_that_are_changed_under_a_new_header(hostile: Hostile) -> None:
    good = pyrage.encrypt(hostile.archive, [recipient(hostile.authority.own.age_key)])
    chance, bodies = random.Random(3), list[bytes]()
    for _ in range(200):
        place = chance.randrange(len(good))
        bodies += [
            good[: chance.randrange(len(good))],
            good[:place] + bytes([good[place] ^ 1 << chance.randrange(8)]) + good[place + 1 :],
            good[:place] + good[: len(good) - place],
        ]
    with hostile.authority.database.read() as session:
        for body in [*bodies, good + b"\0", good + good, b"age-encryption.org/v1\n", b"", hostile.archive]:
            with pytest.raises(PackageRefused) as refused:
                hostile.read(session, hostile.headed(body))
            assert refused.value.refusal in (Refusal.DECRYPT, Refusal.HEADER)
    assert not (hostile.folder / "body.zip").exists()


def strange(value: Any) -> Iterator[Any]:
    """The value with something strange in one of its places, at any depth."""
    yield from STRANGE
    if isinstance(value, dict):
        for name, inner in value.items():
            yield {key: one for key, one in value.items() if key != name}
            for other in strange(inner):
                yield value | {name: other}
        yield value | {"zzz": 1}
    elif isinstance(value, list) and value:
        yield value + value[-1:]
        yield value[::-1]
        yield value[1:]
        for other in strange(value[0]):
            yield [other, *value[1:]]


def test_headers_that_say_something_strange(hostile: Hostile) -> None:
    told = hostile.genuine.header.place.told()
    plain = told | {"min_reader": 1, "package_id": hostile.genuine.header.package_id, "app": "1"}
    with hostile.authority.database.read() as session:
        for name, value in plain.items():
            for other in strange(value):
                try:
                    hostile.read(session, hostile.sealed(hostile.archive, {name: other}))
                except PackageRefused as refused:
                    assert refused.refusal in SIGNED_ANEW  # noqa: PT017
                else:
                    assert name == "app" or other == value


def test_manifests_that_say_something_strange(hostile: Hostile) -> None:
    found = Counter[Refusal]()
    chance = random.Random(13)
    for name, value in hostile.told.items():
        others = list(strange(value))
        for other in chance.sample(others, max(9, len(others) // 3)):
            end = hostile.end(hostile.saying(hostile.told | {name: other}))
            if isinstance(end, Package):
                assert json.loads(end.told)[name] == other
            else:
                found[end] += 1
    assert set(found) <= SIGNED_ANEW
    assert found.total() > 200


def root_of(told: Json) -> str:
    return canonical.content_root(
        unit=told["from"]["unit"],
        period=told["period"],
        criteria=CriteriaRef(**told["criteria"]),
        data=[(one["path"], one["sha256"]) for one in told["files"] if one["path"] != manifests.LATER],
        blobs=[one["sha256"] for one in told["blobs"]],
    )


def with_rows(hostile: Hostile, path: str, content: bytes) -> bytes:
    """Other rows in a table, under a manifest that says what they are."""
    told = hostile.told
    for one in told["files"]:
        if one["path"] == path:
            one |= {
                "sha256": hashlib.sha256(content).hexdigest(),
                "size": len(content),
                "rows": content.count(b"\n"),
            }
    told["content_root"] = root_of(told)
    return hostile.saying(told, hostile.entries() | {path: content})


def tables(hostile: Hostile) -> Iterator[tuple[str, list[Json]]]:
    for path, content in hostile.entries().items():
        if path.startswith("data/") and content:
            yield path, [json.loads(line) for line in content.splitlines()]


def test_rows_that_hold_something_strange(hostile: Hostile) -> None:
    """One value in one row: what is taken of that stands in the tables, and the list of communes bears it."""
    found = Counter[str]()
    chance = random.Random(11)
    for path, lines in tables(hostile):
        for name in lines[0]:
            for value in chance.sample(STRANGE, 2):
                content = b"".join(dumped(one) + b"\n" for one in [lines[0] | {name: value}, *lines[1:]])
                end = hostile.end(with_rows(hostile, path, content))
                found[end.name if isinstance(end, Refusal) else "taken"] += 1
    assert found["SCHEMA"] > 50
    assert found["taken"] > 10
    assert set(found) <= {"SCHEMA", "ARCHIVE", "taken"}


def test_tables_that_are_strange_as_a_whole(hostile: Hostile) -> None:
    for path, lines in tables(hostile):
        good = [dumped(one) for one in lines]
        tombstone = dumped({"uid": lines[0]["uid"], "rev": 2, "deleted": True})
        for content in (
            b"",
            b"\n",
            b"\n".join(good),
            b"".join(one + b"\n" for one in [*good, good[-1]]),
            b"".join(one + b"\n" for one in [good[-1], *good]),
            b"".join(one + b"\r\n" for one in good),
            b"".join(one.replace(b",", b", ") + b"\n" for one in good),
            b"[" * 100_000 + b"\n",
            good[0][:-1] + b',"zzz":' + b"[" * 5_000 + b"]" * 5_000 + b"}\n",
            good[0][:-1] + b',"zzz":' + b"9" * 5_000 + b"}\n",
            good[0][:-1] + b',"zzz":1e999}\n',
            b"x" * (9 << 20),
            b"\xff\xfe\n",
            tombstone + b"\n",
            b"".join(one + b"\n" for one in [tombstone, *good[1:]]),
        ):
            end = hostile.end(with_rows(hostile, path, content))
            assert isinstance(end, Package) or end in SIGNED_ANEW


def test_a_manifest_that_counts_wrongly_is_refused(hostile: Hostile) -> None:
    for rows_said in (0, 1, 10**6):
        told = hostile.told
        one = next(one for one in told["files"] if one["path"] == "data/hamlet.jsonl")
        one["rows"] = rows_said
        assert hostile.end(hostile.saying(told)) is Refusal.SCHEMA


@pytest.mark.parametrize(
    "told",
    [
        {"created_at": "2021-02-30T01:00:00Z"},
        {"created_at": "9999-99-99T99:99:99Z"},
        {"created_at": "٢٠٢١-٠٢-٢٨T٠١:٠٠:٠٠Z"},
        {"seq": 1_000_001},
        {"seq": 2**53 - 1},
        {"epoch": {"n": 2**53 - 1, "nonce": "0" * 32}},
    ],
    ids=str,
)
def test_a_moment_or_number_that_nobody_could_list_is_refused(hostile: Hostile, told: Json) -> None:
    assert hostile.end(hostile.saying(hostile.told | told)) is Refusal.HEADER


@pytest.mark.parametrize("kind", ["appraisal", "criteria"])
def test_each_side_sends_what_is_its_own_alone(hostile: Hostile, kind: str) -> None:
    """A commune that sends remarks on itself, whole and signed, in the name of nobody."""
    paths = sorted(canonical.path_of(table) for table in kinds.tables_of(kind))
    empty = {"sha256": hashlib.sha256(b"").hexdigest(), "size": 0, "rows": 0}
    told = hostile.told | {"kind": kind, "blobs": [], "files": [{"path": path, **empty} for path in paths]}
    told["content_root"] = root_of(told)
    names = (manifests.NAME, manifests.SIGNATURE, *paths)
    assert hostile.end(hostile.saying(told, dict.fromkeys(names, b""))) is Refusal.SCHEMA
