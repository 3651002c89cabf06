"""The signatures that a PDF bears, read without pyHanko and without judging them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pikepdf

_DEEPEST = 20  # of fields in fields; a form that a person made has two or three


def signatures_of(path: Path) -> frozenset[bytes]:
    """Content of each; none where there is no file, or no PDF that can be read."""
    try:
        with pikepdf.open(path) as pdf:
            fields = pdf.Root.get("/AcroForm", pikepdf.Dictionary()).get("/Fields", pikepdf.Array())
            return frozenset(_contents(fields, 0))
    except (OSError, pikepdf.PdfError, pikepdf.PasswordError):
        return frozenset()


def _contents(fields: pikepdf.Object, depth: int) -> Iterator[bytes]:
    for field in fields:
        value = field.get("/V")
        if isinstance(value, pikepdf.Dictionary) and "/ByteRange" in value:
            yield bytes(value.get("/Contents", pikepdf.String("")))
        if depth < _DEEPEST:
            yield from _contents(field.get("/Kids", pikepdf.Array()), depth + 1)
