"""Lists that people sign by hand: every line is high enough, in each hamlet the same."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import docx
from pdf_reading import read

from ntm_desktop.documents.data import DossierData
from ntm_desktop.documents.survey import hand_out_lists
from ntm_desktop.render.docx import write_docx
from ntm_desktop.render.pdf import render_pdf

HIGH = 8.0  # millimetres: a name is written in it


def lists(data: DossierData) -> DossierData:
    """Lower lines would save a page of the first hamlet, and would not of the second."""
    hamlets = tuple(
        replace(one, name=name, households=households)
        for one, name, households in zip(
            data.commune.hamlets, ("Tân Lợi 1", "Tân Lợi 2"), (76, 148), strict=False
        )
    )
    return replace(data, commune=replace(data.commune, hamlets=hamlets))


def test_they_are_of_one_height_in_print(data: DossierData, tmp_path: Path) -> None:
    out = tmp_path / "danh-sach.pdf"
    render_pdf([hand_out_lists(lists(data))], out, title="Danh sách", author="MTTQ")
    gaps = {
        round(below - above, 1)
        for page in read(out)
        for above, below in pairwise(
            line.down for line in page.lines if line.text.strip().isdigit() and 30 < line.centre < 44
        )
    }
    assert len(gaps) <= 2  # rounding
    assert min(gaps) >= HIGH
    assert max(gaps) - min(gaps) < 0.2


def test_they_are_of_one_height_in_word(data: DossierData, tmp_path: Path) -> None:
    out = tmp_path / "danh-sach.docx"
    write_docx(hand_out_lists(lists(data)), out, author="MTTQ")
    tables = [table for table in docx.Document(str(out)).tables if table.cell(0, 0).text == "TT"]
    assert [len(table.rows) for table in tables] == [1 + 76 + 1, 1 + 148 + 1]
    heights = {row.height for table in tables for row in table.rows[1:-1]}
    assert [height is not None and round(height.mm) for height in heights] == [9]
    assert all(row.height is None for table in tables for row in (table.rows[0], table.rows[-1]))
