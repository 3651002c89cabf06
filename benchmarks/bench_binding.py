"""300 scanned pages merged, stamped and outlined, against pikepdf told to do just that; 2 000 pages of
evidence in 500 files; and how long *Hủy* takes in each part of the work."""

from __future__ import annotations

import io
import random
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from benchmarks.figures import Figure, in_process, medians

SCANS, FILES, PAGES_OF_ONE = 300, 500, 4
_A4 = (595, 842)


def figures() -> Sequence[Figure]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        scans, evidence = folder / "scans", folder / "evidence"
        _scan(scans, SCANS, 1)
        _scan(evidence, FILES, PAGES_OF_ONE)
        out = folder / "bound.pdf"
        taken = medians(
            {
                "product": lambda: in_process("binding_process", "product", scans, out),
                "bare": lambda: in_process("binding_process", "bare", scans, out),
                "many": lambda: in_process("binding_process", "product", evidence, out),
                "cancelled": lambda: in_process("binding_process", "cancelled", evidence, out),
            }
        )
        given = sum(path.stat().st_size for path in scans.glob("*.pdf"))
    product, many = taken["product"], taken["many"]
    return [
        Figure(f"{SCANS} scans bound, to bare pikepdf", product["s"], "s", 1.5, taken["bare"]["s"]),
        Figure("their size, to that of the scans", product["bytes"], "bytes", 1.02, given),
        Figure(f"memory while {FILES * PAGES_OF_ONE} pages are bound", many["mb"], "MB", 300),
        Figure("the longest time without a word of progress", many["silent"], "s", 0.5),
        Figure("the longest time from Hủy to the end", taken["cancelled"]["s"], "s", 0.5),
        Figure("files left by what was cancelled", taken["cancelled"]["left"], "files", 0),
    ]


def _scan(folder: Path, files: int, pages: int) -> None:
    """Each page a picture of half a megabyte that does not compress."""
    folder.mkdir()
    noise = random.Random(1)
    picture = folder / "page.jpg"
    for number in range(files):
        canvas = Canvas(str(folder / f"{number:03}.pdf"), pagesize=_A4)
        for _ in range(pages):
            grain = Image.frombytes("L", (300, 424), noise.randbytes(300 * 424))
            grain.resize((1240, 1754)).save(picture, quality=55)
            canvas.drawImage(ImageReader(io.BytesIO(picture.read_bytes())), 0, 0, *_A4)
            canvas.showPage()
        canvas.save()
    picture.unlink()
