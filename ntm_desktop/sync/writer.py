"""Builds a package: archive, encryption, header. docs/package-format.md §4 and §5.

Knows no database: what goes in comes as a manifest and files of the store.
"""

from __future__ import annotations

import os
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

import pyrage  # type: ignore[import-untyped]  # it brings no types

from ntm_desktop.sync import header as headers
from ntm_desktop.sync import manifest as manifests
from ntm_desktop.sync.age_file import Alive, Told
from ntm_desktop.sync.header import Header
from ntm_desktop.sync.keys import OwnKeys, recipient
from ntm_desktop.sync.manifest import Manifest
from ntm_desktop.sync.strict_zip import MOST_BYTES, MOST_ENTRIES

_BLOCK = 1 << 20
_CHUNK, _TAG = 65_536, 16  # of age
_NEVER = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Content:
    """What a package holds: the manifest, its data files, and those attachments that travel this time."""

    manifest: Manifest
    data: Mapping[str, Path]
    blobs: Mapping[str, Path]


def archive(content: Content, keys: OwnKeys, out: BinaryIO, alive: Alive) -> str:
    """The body before its encryption; gives the ``package_id``. The same content gives the same bytes."""
    told = content.manifest.write()
    named = [one.path for one in content.manifest.files]
    if sorted(content.data) != named or len(content.blobs) + len(named) + 2 > MOST_ENTRIES:
        raise ValueError("the files of the manifest and those given differ, or are too many")
    with zipfile.ZipFile(out, "w", allowZip64=True) as made:
        made.writestr(_entry(manifests.NAME), told)
        made.writestr(_entry(manifests.SIGNATURE), manifests.sign(told, keys))
        for path in named:
            _add(made, path, content.data[path], zipfile.ZIP_DEFLATED, alive)
        for sha256 in sorted(content.blobs):
            _add(made, f"blobs/{sha256}", content.blobs[sha256], zipfile.ZIP_STORED, alive)
    return manifests.package_id(told)


def _add(made: zipfile.ZipFile, name: str, source: Path, method: int, alive: Alive) -> None:
    entry = _entry(name, method)
    entry.file_size = source.stat().st_size
    with source.open("rb") as file, made.open(entry, "w") as out:
        while block := file.read(_BLOCK):
            out.write(block)
            alive(len(block))


def _entry(name: str, method: int = zipfile.ZIP_STORED) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _NEVER)
    entry.compress_type = method
    return entry


def seal(
    body: BinaryIO,
    manifest: Manifest,
    keys: OwnKeys,
    *,
    to: Sequence[str],
    app: str,
    out: BinaryIO,
    alive: Alive,
) -> None:
    """Encrypts an archive for ``to`` (age keys) and for the sender, behind a signed header.

    The header tells length and digest of the body and stands before it, so the body is written first, behind
    the room that the header takes. That depends on how many digits the length has, which is nearly always
    known: age adds something of a random length.
    """
    size = body.seek(0, os.SEEK_END)
    if size > MOST_BYTES:
        raise ValueError("more than a package may hold")
    recipients = [recipient(key) for key in dict.fromkeys((*to, keys.age_key))]
    package_id = manifests.package_id(manifest.write())
    header = Header(manifest.place, package_id, size + _TAG * (size // _CHUNK), "0" * 64, app)
    while True:
        begin = len(headers.write(header, keys))
        sealed = _encrypted(body, recipients, out, begin, alive)
        header = replace(header, body_len=sealed.size, body_sha256=sealed.sha256)
        opening = headers.write(header, keys)
        if len(opening) == begin:
            break
    out.truncate()
    out.seek(0)
    out.write(opening)


def _encrypted(body: BinaryIO, recipients: Sequence[object], out: BinaryIO, begin: int, alive: Alive) -> Told:
    body.seek(0)
    out.seek(begin)
    sealed = Told(out, alive)
    with sealed.own_errors():
        pyrage.encrypt_io(body, sealed, recipients)
    return sealed
