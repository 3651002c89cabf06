"""What stands before the evidence of each criterion in a bound dossier: which criterion, and what follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ntm_desktop.documents.blocks import (
    Align,
    Block,
    Column,
    Paper,
    Paragraph,
    Picture,
    Row,
    Section,
    Table,
    Title,
)
from ntm_desktop.documents.data import CriterionFacts, EvidenceFacts
from ntm_desktop.documents.wording import criterion_name
from ntm_desktop.text import count_words

FORM = "minh_chung_tieu_chi"


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A piece of evidence as the bound dossier has it."""

    item: EvidenceFacts
    codes: tuple[str, ...]
    """Printed codes of the indicators that it stands for under its criterion."""
    path: Path | None = None
    """None: it is not bound here."""
    pages: tuple[int, ...] = ()
    """Of the file, counting from 0; a picture has one."""
    picture: bool = False
    note: str = ""
    """Where else it is bound, or why it is not."""

    @property
    def is_bound(self) -> bool:
        return self.path is not None


def separator(criterion: CriterionFacts, enclosed: Sequence[Enclosure], first: Sequence[int | None]) -> Paper:
    """One section with the list, then one for each picture. ``first``: where each begins in the whole,
    counting from 1; None as long as nobody has counted, and for what is not bound."""
    name = criterion_name(criterion)
    rows = tuple(
        Row((str(order), ", ".join(one.codes), one.item.title, one.item.document, _place(one, page)))
        for order, (one, page) in enumerate(zip(enclosed, first, strict=True), 1)
    )
    columns = (
        Column("TT", 9, Align.CENTRE),
        Column("Chỉ tiêu", 18, Align.CENTRE),
        Column("Tên tài liệu", 62),
        Column("Số, ký hiệu văn bản", 44),
        Column("Trang", 28, Align.CENTRE),
    )
    listed: Block = Table(columns, rows) if rows else Paragraph("Chưa có tài liệu minh chứng kèm theo.")
    sections = [Section(name, (Title("HỒ SƠ MINH CHỨNG", name), listed))]
    for one in enclosed:
        if one.picture and one.path is not None:
            sections.append(Section(one.item.title, (Picture(one.path, _caption(one), whole=True),)))
    return Paper(FORM, name, tuple(sections))


def _place(one: Enclosure, page: int | None) -> str:
    if not one.is_bound:
        return one.note
    length = count_words(len(one.pages), "trang")
    said = f"{page} ({length})" if page else f"({length})"
    return f"{said}; {one.note}" if one.note else said


def _caption(one: Enclosure) -> str:
    return f"{one.item.title} (chỉ tiêu {', '.join(one.codes)})"
