"""300 scanned pages merged, stamped and outlined, against pikepdf told to do just that; 2 000 pages of
evidence in 500 files; and how long *Hủy* takes in each part of the work."""

from __future__ import annotations

import io
import random
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pikepdf
from PIL import Image

from benchmarks.figures import Figure, in_process, medians

SCANS, FILES, PAGES_OF_ONE = 300, 500, 4
_A4, _PIXELS = (595, 842), (1240, 1754)


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
            }
        )
        many = in_process("binding_process", "product", evidence, out)
        cancelled = in_process("binding_process", "cancelled", evidence, out)
        given = sum(path.stat().st_size for path in scans.glob("*.pdf"))
    product = taken["product"]
    return [
        Figure(f"{SCANS} scans bound, to bare pikepdf", product["s"], "s", 1.5, taken["bare"]["s"]),
        Figure("their size, to that of the scans", product["bytes"], "bytes", 1.02, given),
        Figure(f"memory while {FILES * PAGES_OF_ONE} pages are bound", many["mb"], "MB", 300),
        Figure("the longest time without a word of progress", many["silent"], "s", 0.5),
        Figure("the longest time from Hủy to the end", cancelled["s"], "s", 0.5),
        Figure("files left by what was cancelled", cancelled["left"], "files", 0),
    ]


def _scan(folder: Path, files: int, pages: int) -> None:
    """Each page a picture of half a megabyte that does not compress, none like another."""
    folder.mkdir()
    noise = random.Random(1)
    pictures = [_picture(noise) for _ in range(8)]
    for number in range(files):
        with pikepdf.new() as pdf:
            for page in range(pages):
                _add(pdf, _renamed(pictures[(number + page) % len(pictures)], f"{number}-{page}"))
            pdf.save(folder / f"{number:03}.pdf")


def _picture(noise: random.Random) -> bytes:
    grain = Image.frombytes("L", (300, 424), noise.randbytes(300 * 424))
    target = io.BytesIO()
    grain.resize(_PIXELS).save(target, "JPEG", quality=55)
    return target.getvalue()


def _renamed(picture: bytes, name: str) -> bytes:
    """The same with a comment after its first mark."""
    comment = name.encode()
    return picture[:2] + b"\xff\xfe" + (len(comment) + 2).to_bytes(2, "big") + comment + picture[2:]


def _add(pdf: pikepdf.Pdf, picture: bytes) -> None:
    pdf.add_blank_page(page_size=_A4)
    image = pikepdf.Stream(
        pdf,
        picture,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=_PIXELS[0],
        Height=_PIXELS[1],
        ColorSpace=pikepdf.Name.DeviceGray,
        BitsPerComponent=8,
        Filter=pikepdf.Name.DCTDecode,
    )
    page = pdf.pages[-1]
    page.obj["/Resources"] = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Scan=image))
    page.contents_add(f"q {_A4[0]} 0 0 {_A4[1]} 0 0 cm /Scan Do Q".encode())
