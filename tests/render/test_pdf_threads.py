"""ReportLab keeps one place in a font's file for all threads."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from ntm_desktop.documents.blocks import Paper, Paragraph, Section
from ntm_desktop.render.pdf import render_pdf

LETTERS = "".join(map(chr, (*range(0xC0, 0x1B0), *range(0x1EA0, 0x1EFA))))


def test_papers_are_written_on_two_threads_at_once(tmp_path: Path) -> None:
    paper = Paper("a", "Thử", (Section("Thử", (Paragraph(LETTERS), Paragraph(LETTERS, bold=True))),))

    def write(number: int) -> bytes:
        out = tmp_path / f"{number}.pdf"
        render_pdf([paper], out, title="Thử", author="")
        return out.read_bytes()

    alone = write(0)
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as threads:
            assert set(threads.map(write, range(1, 61))) == {alone}
    finally:
        sys.setswitchinterval(before)
