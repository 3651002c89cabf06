"""Two units with keys, and packages between them, without a database."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ntm_desktop.sync import reader, writer
from ntm_desktop.sync.canonical import CriteriaRef
from ntm_desktop.sync.header import NOTHING_BEFORE, Addressee, Epoch, Place, Sender
from ntm_desktop.sync.keys import Enrolment, OwnKeys, read_enrolment, write_enrolment
from ntm_desktop.sync.manifest import Blob, DataFile, Manifest
from ntm_desktop.sync.reader import Package
from ntm_desktop.sync.writer import Content

EPOCH = Epoch(1, "0" * 32)
ROWS = b'{"deleted":false,"name":"D\xc6\xb0\xc6\xa1ng \xc4\x90\xe1\xbb\xa9c","rev":1,"uid":"a"}\n' * 3
BLOB = b"%PDF-1.7 a scan" * 9_000


@dataclass(frozen=True)
class Unit:
    keys: OwnKeys
    enrolment: Enrolment

    @classmethod
    def make(cls, unit: str, install: str = "01234567-89ab-cdef-0123-456789abcdef") -> Unit:
        keys = OwnKeys.make()
        told = write_enrolment(keys, unit=unit, name=f"Đơn vị {unit}", level="xa", install=install)
        return cls(keys, read_enrolment(told))

    @property
    def sender(self) -> Sender:
        return Sender(self.enrolment.unit, self.enrolment.install, self.enrolment.key)

    @property
    def addressee(self) -> Addressee:
        return Addressee(self.enrolment.unit, self.enrolment.key)


def manifest(
    sender: Unit,
    to: Unit,
    *,
    data: Mapping[str, bytes],
    blobs: Mapping[str, bytes],
    seq: int = 1,
    prev: str = NOTHING_BEFORE,
    epoch: Epoch = EPOCH,
    kind: str = "submission",
) -> Manifest:
    told = Manifest(
        place=Place(kind, sender.sender, to.addressee, epoch, seq, prev, "2021-12-31T01:00:00Z"),
        period="2021",
        criteria=CriteriaRef("xa-ntm-2016-2020", "1", "0" * 64),
        schema=14,
        content_root="0" * 64,
        author="Nguyễn Thị Đào",
        note="",
        seen=None,
        files=tuple(
            DataFile(path, hashlib.sha256(rows).hexdigest(), len(rows), rows.count(b"\n"))
            for path, rows in sorted(data.items())
        ),
        blobs=tuple(Blob(sha256, len(content), "pdf") for sha256, content in sorted(blobs.items())),
        dossiers=(),
    )
    return replace(told, content_root=told.root())


def package(folder: Path, sender: Unit, to: Unit, **place: object) -> Path:
    """One of some rows and one attachment."""
    blobs = {hashlib.sha256(BLOB).hexdigest(): BLOB}
    told = manifest(sender, to, data={"data/hamlet.jsonl": ROWS}, blobs=blobs, **place)  # type: ignore[arg-type]
    (folder / "rows").write_bytes(ROWS)
    (folder / "blob").write_bytes(BLOB)
    content = Content(told, {"data/hamlet.jsonl": folder / "rows"}, dict.fromkeys(blobs, folder / "blob"))
    path = folder / f"{told.place.seq}.ntmx"
    with (folder / "body").open("w+b") as body, path.open("w+b") as out:
        writer.archive(content, sender.keys, body, quiet)
        writer.seal(body, told, sender.keys, to=[to.enrolment.age_key], app="0.1.0", out=out, alive=quiet)
    return path


def read(path: Path, sender: Unit, to: Unit, folder: Path) -> Package:
    """All steps that need no database."""
    known = {sender.enrolment.key: sender.enrolment}
    opening = reader.open_header(path, known.get, unit=to.enrolment.unit, keys=frozenset([to.enrolment.key]))
    reader.check_body(path, opening, quiet)
    body = folder / "opened"
    reader.decrypt(path, opening, to.keys, body, quiet)
    return reader.open_archive(body, opening.header, sender.enrolment.sign_key, quiet)


def quiet(_done: int) -> None:
    pass
