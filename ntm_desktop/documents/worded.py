"""The blocks that the parts of ``narratives`` become in a paper."""

from __future__ import annotations

from ntm_desktop.documents.blocks import Block, Heading, Paragraph
from ntm_desktop.documents.data import DossierData
from ntm_desktop.documents.narratives import parts, text_of

OPENING, CLOSING, INTRODUCTION = "mo_dau", "ket_thuc", "loi_dan"
"""Parts that most papers have; annexes have the last."""


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """One paragraph a line; empty lines are the office's way to space, not paragraphs."""
    return tuple(Paragraph(line.strip()) for line in text.splitlines() if line.strip())


def part(data: DossierData, form: str, key: str) -> tuple[Paragraph, ...]:
    """What one part says; nothing where it is left empty."""
    found = (one for one in parts(data.regime) if (one.paper, one.part) == (form, key))
    return tuple(line for one in found for line in paragraphs(text_of(one, data)))


def section(data: DossierData, form: str, number: str) -> list[Block]:
    """All parts of a section under their numbered titles, without the empty ones."""
    blocks: list[Block] = []
    written = [
        (one.title, lines)
        for one in parts(data.regime)
        if (one.paper, one.section) == (form, number) and (lines := paragraphs(text_of(one, data)))
    ]
    for order, (heading, lines) in enumerate(written, 1):
        blocks += (Heading(2, f"{order}. {heading}"), *lines)
    return blocks
