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
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
import small_commune
from exchanging import AT, ON, Side, content_of, made, new_authority, pinned, quiet, submitted

from ntm_desktop.db.engine import Session
from ntm_desktop.db.models import metadata
from ntm_desktop.errors import NtmError
from ntm_desktop.services import appraising, commune, receiving, sending
from ntm_desktop.services.receiving import Arrival
from ntm_desktop.sync import header as headers
from ntm_desktop.sync import manifest as manifests
from ntm_desktop.sync import rows, writer
from ntm_desktop.sync.keys import recipient
from ntm_desktop.sync.manifest import Manifest
from ntm_desktop.sync.reader import Package
from ntm_desktop.sync.refusals import PackageRefused, Refusal

Json = dict[str, Any]
SIGNED_ANEW = {
    Refusal.HEADER, Refusal.NEWER, Refusal.NOT_FOR_US, Refusal.UNKNOWN_SENDER, Refusal.MANIFEST, Refusal.HASH,
    Refusal.SCHEMA, Refusal.ARCHIVE, Refusal.FORK, Refusal.OLD_EPOCH,
}  # fmt: skip
STRANGE: tuple[Any, ...] = (
    None, True, False, -1, 0, 1, 2, 2**31, 2**53 - 1, 2**53, 2**63, 2**64, 10**30, 0.5, "", "x", "\0", "á", "../../x",
    "2021-02-30T25:61:61Z", "٢٠٢١-٠٢-٢٨T٠١:٠٠:٠٠Z", "0000-00-00", "9999-99-99T99:99:99Z", "x" * 30_000, "\ud800",
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
        entries = entries | {manifests.NAME: told, manifests.SIGNATURE: manifests.sign(told, self.commune.own)}
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name, content in entries.items():
                entry = zipfile.ZipInfo(name)
                entry.compress_type = zipfile.ZIP_DEFLATED if name.startswith("data/") else zipfile.ZIP_STORED
                archive.writestr(entry, content)
        return out.getvalue()

    def sealed(self, archive: bytes, header: Json | None = None) -> bytes:
        """Encrypted and signed for the authority; ``header`` says other things than the genuine one."""
        import pyrage  # type: ignore[import-untyped]

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

    def refusal(self, content: bytes) -> Refusal | Package:
        """By what it is refused, or what was read; applying it and showing it go well then."""
        try:
            with self.authority.database.read() as session:
                opened, package = self.read(session, content)
                receiving.package_preview_of(session, opened, package) if False else None
        except PackageRefused as refused:
            return refused.refusal
        return package


def dumped(value: Json) -> bytes:
    """As rfc8785 would, of things that it refuses too."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )
