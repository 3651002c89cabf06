"""Annexes of the report: result per criterion, list of evidence, unverified targets, photos."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from ntm_desktop.documents.blocks import Align, Block, Column, Note, Paragraph, Picture, Row, Table
from ntm_desktop.documents.data import CriterionFacts, DossierData, EvidenceFacts, IndicatorFacts
from ntm_desktop.documents.formal import signature
from ntm_desktop.documents.resource_table import resource_table
from ntm_desktop.documents.tables import body
from ntm_desktop.documents.worded import INTRODUCTION, part
from ntm_desktop.documents.wording import (
    STATE_WORDS,
    VERDICT_WORDS,
    criterion_name,
    evidence_count,
    joined,
    left_out_text,
    places,
    target_text,
    without_end,
)
from ntm_desktop.documents.work_tables import catalogue
from ntm_desktop.domain.judging import Verdict
from ntm_desktop.packs.forms import FormRule, fill
from ntm_desktop.text import format_date

_Builder = Callable[[DossierData, FormRule], tuple[Block, ...]]


EVIDENCE_LIST = "minh_chung"
ProofKey = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Bound:
    """Where evidence begins in the bound dossier, from 1; of evidence that is not there, why."""

    page: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Annex:
    form: str
    title: str
    blocks: tuple[Block, ...]
    landscape: bool = False


def annexes(data: DossierData, rule: FormRule) -> tuple[Annex, ...]:
    """The annexes that the regime gives this paper, without those that are empty or made elsewhere."""
    made = []
    for annex in data.regime.forms:
        build = _BUILDERS.get(annex.form)
        if annex.annex_of == rule.form and build is not None and (blocks := build(data, rule)):
            heading = fill(annex.title, places(data))
            whole = _introduced(data, annex, blocks)
            made.append(Annex(annex.form, heading, whole, annex.form in _LANDSCAPE))
    return tuple(made)


def _introduced(data: DossierData, annex: FormRule, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The day of the figures stays below the heading."""
    dated = int(isinstance(blocks[0], Note))
    return (*blocks[:dated], *part(data, annex.form, INTRODUCTION), *blocks[dated:])


def _results(data: DossierData, rule: FormRule) -> tuple[Block, ...]:
    rows: list[Row] = []
    group = ""
    for criterion in data.criteria:
        if criterion.group != group:
            group = criterion.group
            rows.append(Row((group.upper(),), heading=True))
        rows += _criterion_rows(criterion)
    total = f"Tổng số: {data.met}/{data.goal.set_criteria} tiêu chí đạt{left_out_text(data, ', {}')}"
    rows.append(Row((total,), heading=True))
    table = Table(
        (
            Column("TT", 12, Align.CENTRE),
            Column("Tên tiêu chí", 27),
            Column("Nội dung tiêu chí", 73),
            Column("Tiêu chuẩn đạt chuẩn", 30, Align.CENTRE),
            Column("Kết quả thực hiện", 32, Align.CENTRE),
            Column("Kết quả tự đánh giá của xã", 24, Align.CENTRE),
            Column("Hồ sơ minh chứng, ghi chú", 52),
        ),
        tuple(rows),
    )
    marked = any(indicator.marked for indicator in data.indicators())
    foot = (Paragraph("(*) Mức chưa đối chiếu với văn bản gốc.", italic=True),) if marked else ()
    return (table, *foot, signature(data, rule.form))


def _criterion_rows(criterion: CriterionFacts) -> list[Row]:
    state = STATE_WORDS[criterion.state]
    if len(criterion.indicators) == 1:
        return [_indicator_row(criterion.indicators[0], criterion.code, criterion.name, bold=2)]
    cells = (criterion.code, criterion.name, "", "", "", state, "")
    if not criterion.indicators:
        return [Row(cells, bold=2)]
    rows = [Row(cells, heading=True)]
    return rows + [
        _indicator_row(indicator, indicator.official_code, None) for indicator in criterion.indicators
    ]


def _indicator_row(indicator: IndicatorFacts, order: str, name: str | None, bold: int = 0) -> Row:
    return Row(
        (
            order,
            name,
            indicator.text,
            target_text(indicator),
            indicator.value_text,
            VERDICT_WORDS[indicator.verdict],
            _note(indicator),
        ),
        bold=bold,
    )


def _note(indicator: IndicatorFacts) -> str:
    notes = []
    if indicator.verdict is Verdict.NOT_APPLICABLE:
        notes.append(f"Không xét theo {without_end(indicator.na_ground)}")
    if indicator.unverified:
        notes.append("Đánh giá theo mức chưa đối chiếu (*)")
    if indicator.gap_text:
        notes.append(without_end(indicator.gap_text[:1].upper() + indicator.gap_text[1:]))
    if indicator.regression:
        notes.append(indicator.regression)
    if indicator.note:
        notes.append(without_end(indicator.note))
    if count := evidence_count(indicator):
        notes.append(f"Minh chứng: {count}")
    return joined(notes)


def _evidence(data: DossierData, _rule: FormRule) -> tuple[Block, ...]:
    return evidence_list(data)


def evidence_list(data: DossierData, bound: Mapping[ProofKey, Bound] | None = None) -> tuple[Block, ...]:
    """``bound``: of a bound dossier, where each piece of evidence stands in it."""
    rows: list[Row] = []
    for criterion in data.criteria:
        if criterion.indicators:
            rows.append(Row((criterion_name(criterion),), heading=True))
        for order, (item, codes) in enumerate(shared(criterion.indicators), 1):
            rows.append(Row((str(order), ", ".join(codes), item.title, *_proof_cells(item, bound))))
        width = 5 if bound is None else 6
        lacking = [i.official_code for i in criterion.indicators if not i.evidence]
        outdated = [i.official_code for i in criterion.indicators if i.evidence and not evidence_count(i)]
        for codes, said in (
            (lacking, "Chưa có tài liệu minh chứng kèm theo"),
            (outdated, "Chưa có tài liệu minh chứng còn hiệu lực"),
        ):
            if codes:
                rows.append(Row(("", ", ".join(codes), said, *[""] * (width - 3))))
    columns = (
        Column("TT", 9, Align.CENTRE),
        Column("Chỉ tiêu", 22, Align.CENTRE),
        Column("Tên tài liệu", 58),
        Column("Số, ký hiệu văn bản", 38),
        *((Column("Trang", 15, Align.CENTRE),) if bound is not None else ()),
        Column("Ghi chú", 30),
    )
    return (Table(columns, tuple(rows)),) if rows else ()


def _proof_cells(item: EvidenceFacts, bound: Mapping[ProofKey, Bound] | None) -> tuple[str, ...]:
    notes = _evidence_notes(item)
    if bound is None:
        return item.document, joined(notes)
    place = bound.get(proof_key(item), Bound())
    notes += [place.note] if place.note else []
    return item.document, str(place.page or ""), joined(notes)


def shared(indicators: Iterable[IndicatorFacts]) -> list[tuple[EvidenceFacts, list[str]]]:
    """Each piece of evidence once, with all indicators that it stands for."""
    found: dict[tuple[str, str, str], tuple[EvidenceFacts, list[str]]] = {}
    for indicator in indicators:
        for item in indicator.evidence:
            key = (item.title, item.document, item.sha256)
            found.setdefault(key, (item, []))[1].append(indicator.official_code)
    return list(found.values())


def proof_key(item: EvidenceFacts) -> ProofKey:
    """Evidence of one key is bound once."""
    return item.sha256, item.pages


def _evidence_notes(item: EvidenceFacts) -> list[str]:
    notes = ["Ảnh"] if item.picture or item.absent else []
    if item.pages:
        notes.append(f"Trích trang {item.pages}")
    if item.valid_to:
        words = "Đã hết hiệu lực ngày" if item.expired else "Có giá trị đến"
        notes.append(f"{words} {format_date(item.valid_to)}")
    return notes


def _unverified(data: DossierData, _rule: FormRule) -> tuple[Block, ...]:
    judged = data.unverified()
    if not judged:
        return ()
    columns = (
        Column("TT", 10, Align.CENTRE),
        Column("Chỉ tiêu", 16, Align.CENTRE),
        Column("Nội dung", 54),
        Column("Mức đã dùng", 23, Align.CENTRE),
        Column("Nguồn của mức", 44),
        Column("Tự đánh giá", 19, Align.CENTRE),
    )
    rows = tuple(
        Row(
            (
                str(order),
                indicator.official_code,
                indicator.text,
                indicator.target_text,
                indicator.target_source,
                VERDICT_WORDS[indicator.verdict],
            )
        )
        for order, indicator in enumerate(judged, 1)
    )
    return (Table(columns, rows),)


def _pictures(data: DossierData, _rule: FormRule) -> tuple[Block, ...]:
    photos = [(e, codes) for e, codes in shared(data.indicators()) if e.picture or e.absent]
    return tuple(
        Picture(e.picture, f"Hình {order}. {without_end(e.title)} (chỉ tiêu {', '.join(codes)})", e.absent)
        for order, (e, codes) in enumerate(photos, 1)
    )


def _works(data: DossierData, _rule: FormRule) -> tuple[Block, ...]:
    known = data.registers
    if known is None or not known.works:
        return ()
    return body(catalogue(known.works, on=data.on, office=known.office))


def _mobilised(data: DossierData, _rule: FormRule) -> tuple[Block, ...]:
    known = data.registers
    if known is None or not known.has_resources:
        return ()
    return body(resource_table(known.resources, on=data.on, office=known.office))


_BUILDERS: dict[str, _Builder] = {
    "bieu_chi_tiet": _results,
    EVIDENCE_LIST: _evidence,
    "danh_muc_cong_trinh": _works,
    "nguon_luc": _mobilised,
    "chua_doi_chieu": _unverified,
    "hinh_anh": _pictures,
}
_LANDSCAPE = {"bieu_chi_tiet", "danh_muc_cong_trinh", "nguon_luc"}
