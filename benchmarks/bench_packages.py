"""1 GB of photos put into a package and taken out of one, against bare ZIP, age and SHA-256 of them."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pyrage  # type: ignore[import-untyped]  # it brings no types

from benchmarks import packages_content
from benchmarks.figures import Figure, Measurements, in_process, medians

PHOTOS, SIZE, RUNS = 500, 2 << 20, 3


def figures() -> Sequence[Figure]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        photos, sides = folder / "photos", folder / "sides"
        packages_content.make_photos(photos, PHOTOS, SIZE)
        packages_content.make_sides(sides, photos)
        _floor_of_taking(folder, photos)
        built, made = folder / "gói.ntmx", folder / "floor.age"
        pristine = folder / "huyen"
        shutil.copytree(sides / "huyen", pristine)

        def take() -> Measurements:
            shutil.rmtree(sides / "huyen")
            shutil.copytree(pristine, sides / "huyen")
            return in_process("packages_process", "take", sides, photos, built)

        build = medians(
            {
                "product": lambda: in_process("packages_process", "build", sides, photos, built),
                "floor": lambda: in_process("packages_process", "build_floor", sides, photos, made),
            },
            RUNS,
        )
        taken = medians(
            {
                "product": take,
                "floor": lambda: in_process(
                    "packages_process", "take_floor", sides, photos, folder / "sealed"
                ),
            },
            RUNS,
        )
    return [
        Figure("1 GB built and read back", build["product"]["s"], "s", 1.3, build["floor"]["s"]),
        Figure("memory while it is built", build["product"]["mb"], "MB", 250),
        Figure("1 GB verified and imported", taken["product"]["s"], "s", 1.3, taken["floor"]["s"]),
        Figure("memory while it is imported", taken["product"]["mb"], "MB", 250),
    ]


def _floor_of_taking(folder: Path, photos: Path) -> None:
    """The same bytes as a ZIP behind age, and the key to it."""
    identity = pyrage.x25519.Identity.generate()
    (folder / "floor.key").write_text(str(identity), encoding="ascii")
    with zipfile.ZipFile(folder / "sealed.zip", "w") as made:
        for path in sorted(photos.iterdir()):
            made.write(path, path.name)
    pyrage.encrypt_file(str(folder / "sealed.zip"), str(folder / "sealed"), [identity.to_public()])
    (folder / "sealed.zip").unlink()
