"""What a PDF that pikepdf puts together says of itself: title, language, names of its pages, outline.

What ReportLab makes says the same by its canvas (``pdf_file``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pikepdf

from ntm_desktop.render import typography as t

VERSION = "1.7"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the outline: a page of the file, counting from 0."""

    title: str
    page: int
    level: int = 0


def describe(target: pikepdf.Pdf, *, title: str, author: str, dated: date, first: int) -> None:
    """Its pages count from ``first``; it was made on that day, whatever the clock says."""
    _open_as(target, first)
    made = f"{dated.isoformat()}T00:00:00+07:00"
    with target.open_metadata(set_pikepdf_as_editor=False, update_docinfo=True) as about:
        about["dc:title"] = t.plain(title)
        about["dc:creator"] = [t.plain(author)]
        about["dc:language"] = {"vi-VN"}
        about["xmp:CreatorTool"] = "NTM Desktop"
        about["xmp:CreateDate"] = about["xmp:ModifyDate"] = made


def outlined(target: pikepdf.Pdf, entries: Sequence[Entry]) -> None:
    with target.open_outline() as outline:
        open_at: list[list[pikepdf.OutlineItem]] = [outline.root]
        for entry in entries:
            item = pikepdf.OutlineItem(t.plain(entry.title), entry.page)
            del open_at[entry.level + 1 :]
            open_at[-1].append(item)
            open_at.append(item.children)


def _open_as(target: pikepdf.Pdf, first: int) -> None:
    root = target.Root
    root["/Lang"] = pikepdf.String("vi-VN")
    root["/ViewerPreferences"] = pikepdf.Dictionary(DisplayDocTitle=True)
    root["/PageMode"] = pikepdf.Name.UseOutlines
    root["/PageLabels"] = pikepdf.Dictionary(Nums=[0, pikepdf.Dictionary(S=pikepdf.Name.D, St=first)])
