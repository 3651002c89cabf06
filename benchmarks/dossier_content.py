"""A large dossier as data: 2 000 pieces of evidence, long narratives, photos. About 150 pages.

The same papers as Typst source, so that both sides set the same words, tables and pictures.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from ntm_desktop.documents.blocks import Block, Grounds, Heading, Paper, Paragraph, Picture, Row, Table
from ntm_desktop.documents.data import (
    CommuneFacts,
    CriterionFacts,
    DossierData,
    EvidenceFacts,
    GoalFacts,
    IndicatorFacts,
    NarrativeFacts,
)
from ntm_desktop.domain.judging import CriterionState, Verdict
from ntm_desktop.packs.forms import load_regime

EVIDENCE = 2_000
LETTERS = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
_SENTENCE = (
    "Đường số {n} ấp Hòa được cứng hóa, bảo đảm ô tô đi lại thuận tiện quanh năm; Nhân dân đóng góp "
    "ngày công, hiến đất và vật kiến trúc theo biên bản họp thôn, kết quả đạt {m},{n}% so với kế hoạch. "
)
_ON = date(2021, 12, 31)


def dossier(photos: Sequence[Path]) -> DossierData:
    regime = load_regime("2016")
    criteria = tuple(_criterion(number, photos) for number in range(1, 20))
    return DossierData(
        commune=CommuneFacts("xã Yên Hóa", "huyện Minh Hóa", "tỉnh Quảng Bình", "Yên Hóa"),
        goal=GoalFacts(
            set_id="bench",
            set_title="Bộ tiêu chí 2016–2020",
            set_citation=regime.decision,
            set_amendments=(),
            set_criteria=19,
            set_period=(2016, 2020),
            tier="nông thôn mới",
            year=2021,
            profile_name="Bắc Trung Bộ",
        ),
        regime=regime,
        on=_ON,
        today=_ON,
        criteria=criteria,
        met=19,
        narratives=(
            NarrativeFacts("bao_cao", "chi_dao", "\n".join(_paragraph(n) for n in range(158))),
            NarrativeFacts("bao_cao", "thuan_loi", f"{LETTERS}\n{LETTERS.upper()}"),
        ),
        illustrative=True,
    )


def _paragraph(number: int) -> str:
    return "".join(_SENTENCE.format(n=number + n, m=50 + n) for n in range(6))


def _criterion(number: int, photos: Sequence[Path]) -> CriterionFacts:
    return CriterionFacts(
        code=str(number),
        name=f"Tiêu chí {number}",
        group=f"Nhóm {(number - 1) // 4 + 1}",
        state=CriterionState.MET,
        indicators=tuple(_indicator(number, order, photos) for order in range(1, 4)),
    )


def _indicator(number: int, order: int, photos: Sequence[Path]) -> IndicatorFacts:
    at = (number - 1) * 3 + order - 1  # of 57
    own = [n for n in range(EVIDENCE) if n % 57 == at]
    return IndicatorFacts(
        code=f"{number}.{order}",
        official_code=f"{number}.{order}",
        text="Tỷ lệ đường trục thôn, bản, ấp được cứng hóa, đảm bảo ô tô đi lại thuận tiện quanh năm",
        target_text="≥ 70%",
        target_source="QĐ 1980/QĐ-TTg",
        value_text=f"{70 + number},{order}%",
        verdict=Verdict.MET,
        as_of=_ON,
        evidence=tuple(
            EvidenceFacts(
                title=f"Biên bản nghiệm thu số {n}",
                document=f"{n}/QĐ-UBND",
                pages=f"1-{n % 7 + 1}",
                sha256=f"{n:064x}",
                picture=photos[n] if n < len(photos) else None,
            )
            for n in own
        ),
    )


def typst_source(papers: Sequence[Paper]) -> str:
    lines = [
        '#set text(font: "Tinos", size: 14pt, lang: "vi", hyphenate: false)',
        "#set par(justify: true, first-line-indent: (amount: 12.7mm, all: true))",
        "#set par(leading: 8.2pt, spacing: 14.2pt)",
        "#show table: set text(size: 12pt)",
        "#show table: set par(justify: false, first-line-indent: 0pt)",
    ]
    for paper in papers:
        for section in paper.sections:
            margins = "(top: 20mm, bottom: 20mm, left: 30mm, right: 20mm)"
            lines.append(f'#set page("a4", flipped: {str(section.landscape).lower()}, margin: {margins})')
            lines += _typst(section.blocks)
    return "\n".join(lines)


def _typst(blocks: Sequence[Block]) -> Iterator[str]:
    pictures: list[Picture] = []
    for block in blocks:
        match block:
            case Grounds(texts):
                yield from (f"#par(emph({json.dumps(text, ensure_ascii=False)}))" for text in texts)
            case Heading(_, text):
                yield f"#par(strong({json.dumps(text, ensure_ascii=False)}))"
            case Paragraph():
                yield f"#par({json.dumps(block.text, ensure_ascii=False)})"
            case Table():
                yield from _typst_table(block)
            case Picture():
                pictures.append(block)
            case _:
                pass
    if pictures:
        yield "#grid(columns: (1fr, 1fr), gutter: 6mm,"
        for one in pictures:
            caption = json.dumps(one.caption, ensure_ascii=False)
            yield f"[#image({json.dumps(str(one.path))}, height: 56mm)\n#text(size: 12pt, {caption})],"
        yield ")"


def _typst_table(table: Table) -> Iterator[str]:
    widths = ", ".join(f"{column.share}fr" for column in table.columns)
    yield f"#table(columns: ({widths}), stroke: 0.5pt, inset: (x: 3pt, y: 6pt),"
    yield f"table.header({_typst_cells(Row(tuple(c.title for c in table.columns)), len(table.columns))}),"
    for row in table.rows:
        yield f"{_typst_cells(row, len(table.columns))},"
    yield ")"


def _typst_cells(row: Row, columns: int) -> str:
    if len(row.cells) == 1:
        return f"table.cell(colspan: {columns}, {json.dumps(row.cells[0], ensure_ascii=False)})"
    return ", ".join(json.dumps(cell or "", ensure_ascii=False) for cell in row.cells)
