"""Which pages of a file that is bound bear the foot of a dossier already: a paper of this program that came
back signed, or serves as evidence.

The foot is letters, not a picture of them: what was printed and scanned stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from reportlab.lib.units import mm

from ntm_desktop.errors import NtmError
from ntm_desktop.render import typography as t
from ntm_desktop.render.rasters import OpenPdf
from ntm_desktop.sync.codes import SHORT_CODE

_PLACE = re.compile(r"Trang \d{1,5}/\d{1,5}(?!\d)")


def with_foot(path: Path, pages: Sequence[int]) -> frozenset[int]:
    """Of a file whose first page of these has none, no page is looked at: it may be a thousand scans."""
    try:
        pdf = OpenPdf(path, path.name)
    except NtmError:
        return frozenset()
    with closing(pdf):
        if not pages or not _has_foot(pdf, pages[0]):
            return frozenset()
        return frozenset(page for page in pages if _has_foot(pdf, page))


def _has_foot(pdf: OpenPdf, page: int) -> bool:
    letters = pdf.letters(page)
    code, place = SHORT_CODE.search(letters), _PLACE.search(letters)
    if code is None or place is None:
        return False
    begins = pdf.sizes[page].height - t.SHEET_FOOT * mm
    spans = [(found.start(), found.end() - 1) for found in (code, place)]
    boxes = [box for some in pdf.boxes(page, spans) for box in some]
    return bool(boxes) and all(box.top >= begins for box in boxes)
