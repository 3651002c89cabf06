"""A dossier of 150 pages with a 2 000-row table and 50 photos of 12 megapixels, from the click to the file,
against Typst, which is given the same papers. Time is taken without a window (the program's own threads would
share the two cores with it), memory also in the running window."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops

from benchmarks import dossier_content
from benchmarks.dossier_content import LETTERS
from benchmarks.figures import Figure, Measurements, in_process, medians

PHOTOS = 50
_PIXELS = (4000, 3000)


def figures() -> Sequence[Figure]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        originals = _photographs(folder, 2 * PHOTOS)
        data, twice = folder / "data", folder / "twice"
        dossier_content.make(data, originals[:PHOTOS])
        dossier_content.copy(data, twice)
        dossier_content.add_photos(twice, originals[PHOTOS:])
        pdf = folder / "product.pdf"
        taken = medians(
            {
                "product": lambda: _run("dossier_process", "product", data, pdf),
                "typst, originals": lambda: _run(
                    "dossier_process", "typst-originals", data, folder / "a.pdf"
                ),
                "typst, print size": lambda: _run("dossier_process", "typst", data, folder / "b.pdf"),
                "window": lambda: _run("print_process", "", data, folder / "c.pdf"),
                "window, twice the photos": lambda: _run("print_process", "", twice, folder / "d.pdf"),
            }
        )
        pages, lost = _read_back(pdf)
    product, window, more = taken["product"], taken["window"], taken["window, twice the photos"]
    seconds = [f"{product[part]:.2f} s {part}" for part in ("collect", "make", "register")]
    return [
        Figure(
            f"dossier of {pages} pages ({', '.join(seconds)}), to Typst with the original photos",
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
        Figure("memory while printing, without a window", product["mb"], "MB", 150),
        Figure(
            f"memory of the window ({window['rest']:.0f} MB at rest) while printing", window["mb"], "MB", 150
        ),
        Figure("the same with twice the photos", more["mb"], "MB", 1.2, window["mb"]),
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


def _run(process: str, contestant: str, data: Path, out: Path) -> Measurements:
    """On a copy of its own: a print changes the register."""
    with tempfile.TemporaryDirectory(dir=out.parent) as name:
        folder = dossier_content.copy(data, Path(name) / "data")
        return in_process(process, *filter(None, [contestant]), folder, out)


def _read_back(path: Path) -> tuple[int, int]:
    with pypdfium2.PdfDocument(path) as document:
        text = "".join(page.get_textpage().get_text_range() for page in document)
        return len(document), sum(letter not in text for letter in LETTERS + LETTERS.upper())
