"""What stands before the evidence of each criterion in a bound dossier, and before all of a volume: what
it is, and what follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path

from ntm_desktop.documents.blocks import (
    Align,
    Block,
    Column,
    Cover,
    Paper,
    Paragraph,
    Picture,
    Row,
    Section,
    Table,
    Title,
)
from ntm_desktop.documents.data import CriterionFacts, DossierData, EvidenceFacts
from ntm_desktop.documents.submission import cover
from ntm_desktop.documents.wording import criterion_name
from ntm_desktop.text import count_words

FORM = "minh_chung_tieu_chi"
VOLUME = "tap"
_LONGEST = 2_000  # letters of a paragraph


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
    text: str = ""
    """Of a file that has letters only: what it says."""
    note: str = ""
    """Where else it is bound, or why it is not."""

    @property
    def is_laid_out(self) -> bool:
        """On pages of ours, not on those of the file."""
        return self.picture or bool(self.text)

    @property
    def is_bound(self) -> bool:
        return self.path is not None


def separator(criterion: CriterionFacts, enclosed: Sequence[Enclosure], first: Sequence[int | None]) -> Paper:
    """One section with the list, then one for each picture. ``first``: where each begins in the whole,
    counting from 1; None as long as nobody has counted, and for what is not bound."""
    name = criterion_name(criterion)
    rows = tuple(
        Row(
            (
                str(order),
                ", ".join(one.codes),
                one.item.title,
                one.item.document,
                str(page or ""),
                _length(one),
            )
        )
        for order, (one, page) in enumerate(zip(enclosed, first, strict=True), 1)
    )
    columns = (
        Column("TT", 9, Align.CENTRE),
        Column("Chỉ tiêu", 18, Align.CENTRE),
        Column("Tên tài liệu", 56),
        Column("Số, ký hiệu văn bản", 40),
        Column("Trang", 14, Align.CENTRE),
        Column("Ghi chú", 24, Align.CENTRE),
    )
    listed: Block = Table(columns, rows) if rows else Paragraph("Chưa có tài liệu minh chứng kèm theo.")
    sections = [Section(name, (Title("HỒ SƠ MINH CHỨNG", name), listed))]
    for one in enclosed:
        if one.picture and one.path is not None:
            sections.append(Section(one.item.title, (Picture(one.path, _caption(one), whole=True),)))
        elif one.text:
            sections.append(Section(one.item.title, (Paragraph(_caption(one), bold=True), *_lines(one.text))))
    return Paper(FORM, name, tuple(sections))


@dataclass(frozen=True, slots=True)
class Listed:
    """What a volume holds: where it begins in the whole, from 1, None as long as nobody has counted."""

    title: str
    level: int
    first: int | None
    pages: int


def volume_title(number: int, count: int) -> str:
    return f"Tập {number}/{count}"


def volume_front(
    data: DossierData, number: int, count: int, held: Sequence[Listed], begins: int | None
) -> Paper:
    """Two sections: the cover, and the list of what the volume holds. ``begins``: the page of its cover."""
    name = volume_title(number, count)
    (first,) = cover(data).sections[0].blocks
    assert isinstance(first, Cover)
    last = (held[-1].first or 0) + held[-1].pages - 1
    place = f"Từ trang {begins} đến trang {last} của hồ sơ" if begins else " "
    rows = tuple(
        Row(("" if one.level else str(order), one.title, str(one.first or ""), str(one.pages)))
        for one, order in zip(held, _orders(held), strict=True)
    )
    columns = (
        Column("TT", 9, Align.CENTRE),
        Column("Tên tài liệu", 112),
        Column("Trang", 20, Align.CENTRE),
        Column("Số trang", 20, Align.CENTRE),
    )
    return Paper(
        VOLUME,
        name,
        (
            Section(name, (replace(first, lines=(*first.lines, name, place)),)),
            Section("Danh mục tài liệu", (Title("DANH MỤC TÀI LIỆU", name), Table(columns, rows))),
        ),
    )


def _orders(held: Sequence[Listed]) -> Iterator[int]:
    return accumulate(int(not one.level) for one in held)


def _length(one: Enclosure) -> str:
    """Apart from the page where it begins: what is told here takes as many lines whatever that page is."""
    length = count_words(len(one.pages), "trang") if one.pages else ""
    return "; ".join(said for said in (length, one.note) if said)


def _lines(text: str) -> tuple[Paragraph, ...]:
    """As they stand there, cut where one would be longer than a page can be."""
    lines = (line.expandtabs(4).rstrip() for line in text.splitlines())
    return tuple(
        Paragraph(line[start : start + _LONGEST])
        for line in lines
        if line
        for start in range(0, len(line), _LONGEST)
    )


def _caption(one: Enclosure) -> str:
    return f"{one.item.title} (chỉ tiêu {', '.join(one.codes)})"
