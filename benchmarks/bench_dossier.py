"""A dossier of 150 pages with a 2 000-row table and 50 photos of 12 megapixels, against Typst."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops

from benchmarks.dossier_content import LETTERS
from benchmarks.figures import Figure, Measurements, medians
from ntm_desktop.db.files import FileStore
from ntm_desktop.services.files import print_copy, take_in

PHOTOS = 50
_PIXELS = (4000, 3000)


def figures() -> Sequence[Figure]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        originals = _photographs(folder, 2 * PHOTOS)
        copies = _taken_in(folder / "data", originals)
        pdf = folder / "product.pdf"
        taken = medians(
            {
                "product": lambda: _print("product", pdf, copies[:PHOTOS]),
                "typst, originals": lambda: _print("typst", folder / "a.pdf", originals[:PHOTOS]),
                "typst, print size": lambda: _print("typst", folder / "b.pdf", copies[:PHOTOS]),
                "product, twice the photos": lambda: _print("product", folder / "c.pdf", copies),
            }
        )
        pages, lost = _read_back(pdf)
    product, more = taken["product"], taken["product, twice the photos"]
    return [
        Figure(
            f"dossier of {pages} pages, to Typst with the original photos",
            product["s"],
            "s",
            0.35,
            taken["typst, originals"]["s"],
        ),
        Figure(
            "the same, to Typst with print-size photos",
            product["s"],
            "s",
            1.5,
            taken["typst, print size"]["s"],
        ),
        Figure("memory while printing", product["mb"], "MB", 150),
        Figure("memory with twice the photos", more["mb"], "MB", 1.2, product["mb"]),
        Figure("pages that are lacking to 150", max(0, 150 - pages), "pages", 0),
        Figure("Vietnamese letters that do not come back", lost, "letters", 0),
    ]


def _photographs(folder: Path, count: int) -> list[Path]:
    """Noise over a gradient, as large as a telephone's pictures; each different."""
    noise = Image.effect_noise(_PIXELS, 24)
    sky = Image.linear_gradient("L").resize(_PIXELS)
    picture = Image.merge("RGB", (ImageChops.add(noise, sky, 2), sky, ImageChops.add(sky, noise, 2, 20)))
    paths = []
    for number in range(count):
        paths.append(folder / f"{number}.jpg")
        ImageChops.offset(picture, 40 * number, 30 * number).save(paths[-1], quality=88)
    return paths


def _taken_in(folder: Path, originals: Sequence[Path]) -> list[Path]:
    """Through the same door as a person's photos: the print-size copy is made when the photo enters."""
    folder.mkdir()
    store = FileStore(folder)
    return [print_copy(store, take_in(store, path).sha256, path.name) for path in originals]


def _print(contestant: str, out: Path, photos: Sequence[Path]) -> Measurements:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.dossier_process", contestant, str(out)],
        input="\n".join(map(str, photos)),
        capture_output=True,
        text=True,
        check=True,
    )
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


def _read_back(path: Path) -> tuple[int, int]:
    with pypdfium2.PdfDocument(path) as document:
        text = "".join(page.get_textpage().get_text_range() for page in document)
        return len(document), sum(letter not in text for letter in LETTERS + LETTERS.upper())
