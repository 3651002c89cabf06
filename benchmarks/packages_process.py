"""One step of a package in a process of its own: which, folder of the two sides, folder of the photos, file.
JSON on stdout."""

from __future__ import annotations

import json
import shutil
import sys
import time
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyrage  # type: ignore[import-untyped]  # it brings no types

from benchmarks.memory import peak_megabytes
from benchmarks.packages_content import AT, opened, package_of
from ntm_desktop.db import durable
from ntm_desktop.services import receiving, sending

_BLOCK = 1 << 20


def build(sides: Path, _photos: Path, out: Path) -> Mapping[str, float]:
    """Archive, encryption, header, and the file read back."""
    with opened(sides, "xa") as side:
        outgoing, blobs = package_of(side)
        start = time.perf_counter()
        sending.build(outgoing, blobs, side.own, side.database.files, out, _quiet)
        durable.sha256_of(out)
        return _told(start)


def build_floor(_sides: Path, photos: Path, out: Path) -> Mapping[str, float]:
    """A stored ZIP, its digest, age without us, the digest of what came out."""
    keys = [pyrage.x25519.Identity.generate().to_public() for _ in range(2)]
    body = out.with_suffix(".zip")
    start = time.perf_counter()
    with zipfile.ZipFile(body, "w") as made:
        for path in sorted(photos.iterdir()):
            made.write(path, path.name)
    durable.sha256_of(body)
    pyrage.encrypt_file(str(body), str(out), keys)
    durable.sha256_of(out)
    told = _told(start)
    body.unlink()
    return told


def take(sides: Path, _photos: Path, package: Path) -> Mapping[str, float]:
    """Verified, decrypted, stored and applied, from the copy in quarantine on."""
    with opened(sides, "huyen") as side:
        arrival = receiving.Arrival(package, package.name)
        body = sides / "body.zip"
        start = time.perf_counter()
        with side.database.read(of=side.database.unit) as session:
            found = receiving.open_package(session, arrival)
        read = receiving.read(found, side.own, body, _quiet)
        receiving.keep(side.database.files, read, _quiet)
        with side.database.write("Nhận gói", "Lê Văn Thẩm", AT, of=found.peer.commune) as session:
            receiving.apply(session, found, read)
        told = _told(start)
        receiving.put_away(read)
        return told


def take_floor(sides: Path, _photos: Path, sealed: Path) -> Mapping[str, float]:
    """age without us, one digest, and the bytes copied to where they stay."""
    key = pyrage.x25519.Identity.from_str((sealed.parent / "floor.key").read_text(encoding="ascii"))
    body, kept = sides / "floor.zip", sides / "kept"
    kept.mkdir()
    start = time.perf_counter()
    pyrage.decrypt_file(str(sealed), str(body), [key])
    durable.sha256_of(body)
    with zipfile.ZipFile(body) as archive:
        for name in archive.namelist():
            with archive.open(name) as source, (kept / name).open("wb") as target:
                shutil.copyfileobj(source, target, _BLOCK)
    told = _told(start)
    shutil.rmtree(kept)
    body.unlink()
    return told


def _told(start: float) -> Mapping[str, float]:
    return {"s": time.perf_counter() - start, "mb": peak_megabytes()}


def _quiet(_done: int) -> None:
    pass


if __name__ == "__main__":
    steps: dict[str, Any] = {
        "build": build,
        "build_floor": build_floor,
        "take": take,
        "take_floor": take_floor,
    }
    print(json.dumps(steps[sys.argv[1]](*map(Path, sys.argv[2:5]))))
