"""Reads a package in the order of docs/package-format.md §9, steps 2 to 7; the first error ends it.

Nothing is parsed before the signature is valid and its sender is known, and nothing is handed on before the
whole was decrypted and hashed. Knows no database: what is known of senders comes in.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import pyrage  # type: ignore[import-untyped]  # it brings no types

from ntm_desktop.sync import header as headers
from ntm_desktop.sync import manifest as manifests
from ntm_desktop.sync import strict_zip
from ntm_desktop.sync.age_file import Alive, Told
from ntm_desktop.sync.header import Header, Opening
from ntm_desktop.sync.keys import Enrolment, OwnKeys
from ntm_desktop.sync.manifest import Manifest
from ntm_desktop.sync.refusals import PackageRefused, Refusal
from ntm_desktop.sync.strict_zip import Entry

_BLOCK = 1 << 20
_MOST_MANIFEST = 64 << 20


@dataclass(frozen=True, slots=True)
class Package:
    """A package whose archive is whole and says what its manifest says. Rows are not looked at here."""

    header: Header
    manifest: Manifest
    told: bytes  # the manifest as it was signed
    entries: Mapping[str, Entry]
    body: Path
    unpacked: Path | None = None
    """A folder with each attachment under its digest."""

    @property
    def held(self) -> frozenset[str]:
        """Digests of the attachments that travel in it."""
        return frozenset(name.removeprefix("blobs/") for name in self.entries if name.startswith("blobs/"))

    @contextmanager
    def stream(self, name: str) -> Iterator[Iterator[bytes]]:
        with self.body.open("rb") as file:
            yield strict_zip.stream(file, self.entries[name])


def open_header(
    path: Path, sender: Callable[[str], Enrolment | None], *, unit: str, keys: frozenset[str]
) -> Opening:
    """Steps 2 and 3. ``sender`` finds what is pinned under a key id; ``keys`` are the receiver's own ids."""
    with path.open("rb") as file:
        opening = headers.read(file)
    place = opening.header.place
    pinned = sender(place.sender.key)
    if pinned is None or pinned.unit != place.sender.unit:
        raise PackageRefused(Refusal.UNKNOWN_SENDER, place.sender.key)
    if place.to.unit != unit or place.to.key not in keys:
        raise PackageRefused(Refusal.NOT_FOR_US, place.to.unit)
    if not opening.is_signed_by(pinned.sign_key):
        raise PackageRefused(Refusal.SIGNATURE)
    return opening


def check_body(path: Path, opening: Opening, alive: Alive) -> None:
    """Step 4."""
    wanted = opening.length + opening.header.body_len
    size = path.stat().st_size
    if size < wanted:
        raise PackageRefused(Refusal.TRUNCATED, f"{size} of {wanted} bytes")
    digest = hashlib.sha256()
    with path.open("rb") as file:
        file.seek(opening.length)
        while block := file.read(_BLOCK):
            digest.update(block)
            alive(len(block))
    if size > wanted or digest.hexdigest() != opening.header.body_sha256:
        raise PackageRefused(Refusal.DAMAGED)


def decrypt(path: Path, opening: Opening, keys: OwnKeys, out: Path, alive: Alive) -> None:
    """Step 6: to the end, or the file is gone; age hands out what is authentic before it sees a cut."""
    try:
        with path.open("rb") as file, out.open("wb") as plain:
            file.seek(opening.length)
            told = Told(plain, alive, digested=False)
            try:
                with told.own_errors():
                    pyrage.decrypt_io(file, told, [one.age for one in keys.all])
            except pyrage.DecryptError as error:
                raise PackageRefused(Refusal.DECRYPT, str(error)) from error
            except OSError as error:  # what age finds within the body it tells as one; it has no number
                if error.errno is not None:
                    raise
                raise PackageRefused(Refusal.DECRYPT, str(error)) from error
    except BaseException:
        out.unlink(missing_ok=True)
        raise


def open_archive(
    body: Path, header: Header, sign_key: str, alive: Alive, *, unpacked: Path | None = None
) -> Package:
    """Step 7 but for the rows: profile, manifest, and every size and digest. The attachments that were looked
    at so are written into the folder ``unpacked``, if one is given: they are read but once."""
    with body.open("rb") as file:
        entries = strict_zip.read_entries(file)
        _refuse_order(list(entries))
        told = _whole(file, entries[manifests.NAME], _MOST_MANIFEST)
        manifest = manifests.read(told, _whole(file, entries[manifests.SIGNATURE], 64), sign_key)
        if manifest.place != header.place or manifests.package_id(told) != header.package_id:
            raise PackageRefused(Refusal.MANIFEST, "not the manifest of this header")
        _check_entries(file, entries, manifest, alive, unpacked)
    return Package(header, manifest, told, entries, body, unpacked)


def open_whole(
    path: Path, opening: Opening, keys: OwnKeys, sign_key: str, body: Path, alive: Alive
) -> Package:
    """All of it at once, of a package whose place in a stream matters to nobody."""
    if not opening.is_signed_by(sign_key):
        raise PackageRefused(Refusal.SIGNATURE)
    check_body(path, opening, alive)
    decrypt(path, opening, keys, body, alive)
    return open_archive(body, opening.header, sign_key, alive)


def _refuse_order(names: list[str]) -> None:
    """One archive for one content: manifest, its signature, then the rest by name, data before blobs."""
    first, rest = names[:2], names[2:]
    if first != [manifests.NAME, manifests.SIGNATURE] or rest != sorted(
        rest, key=lambda one: (one[0] != "d", one)
    ):
        raise PackageRefused(Refusal.ARCHIVE, "order of the entries")


def _check_entries(
    file: BinaryIO,
    entries: Mapping[str, Entry],
    manifest: Manifest,
    alive: Alive,
    unpacked: Path | None,
) -> None:
    named = {one.path: (one.sha256, one.size) for one in manifest.files}
    if missing := named.keys() - entries.keys():
        raise PackageRefused(Refusal.ARCHIVE, f"without {min(missing)}")
    named |= {f"blobs/{one.sha256}": (one.sha256, one.size) for one in manifest.blobs}
    named |= {f"blobs/{one.sha256}": (one.sha256, one.size) for one in manifest.dossiers}
    for name, entry in list(entries.items())[2:]:
        if name not in named:
            raise PackageRefused(Refusal.ARCHIVE, f"{name} is not in the manifest")
        sha256, size = named[name]
        if entry.size != size:
            raise PackageRefused(Refusal.HASH, f"size of {name}")
        blocks = _told_of(strict_zip.stream(file, entry), alive)
        if _digest(blocks, unpacked / sha256 if unpacked and name.startswith("blobs/") else None) != sha256:
            raise PackageRefused(Refusal.HASH, name)


def _told_of(blocks: Iterator[bytes], alive: Alive) -> Iterator[bytes]:
    for block in blocks:
        alive(len(block))
        yield block


def _digest(blocks: Iterator[bytes], out: Path | None) -> str:
    """Of the blocks, which are written to ``out`` on the way."""
    digest = hashlib.sha256()
    if out is None:
        for block in blocks:
            digest.update(block)
        return digest.hexdigest()
    with out.open("wb") as file:
        for block in blocks:
            digest.update(block)
            file.write(block)
    return digest.hexdigest()


def _whole(file: BinaryIO, entry: Entry, most: int) -> bytes:
    if entry.size > most:
        raise PackageRefused(Refusal.ARCHIVE, f"{entry.name} is too long")
    return b"".join(strict_zip.stream(file, entry))
