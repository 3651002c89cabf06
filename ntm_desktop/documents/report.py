"""Báo cáo kết quả thực hiện xây dựng nông thôn mới: parts I–VI and its annexes."""

from __future__ import annotations

from dataclasses import replace

from ntm_desktop.documents.annexes import Annex, annexes
from ntm_desktop.documents.blocks import (
    Addressees,
    Block,
    Heading,
    Paper,
    Paragraph,
    Section,
)
from ntm_desktop.documents.data import CriterionFacts, DossierData, IndicatorFacts
from ntm_desktop.documents.formal import (
    MissingGround,
    annex_heading,
    citation_text,
    ground_documents,
    letterhead,
    recipients,
    roman,
    short_citation,
    signature,
    title,
)
from ntm_desktop.documents.worded import CLOSING, OPENING, part, section
from ntm_desktop.documents.wording import (
    STATE_WORDS,
    VERDICT_WORDS,
    addressees,
    criterion_name,
    evidence_count,
    gap_clause,
    indicator_name,
    regression_clause,
    target_text,
    without_end,
)
from ntm_desktop.domain.judging import Verdict
from ntm_desktop.packs.forms import FormRule
from ntm_desktop.text import format_date, lowered


def report(data: DossierData, rule: FormRule) -> Paper:
    added = annexes(data, rule)
    numbers = {annex.form: f"Phụ lục {roman(i)}" for i, annex in enumerate(added, 1)}
    if len(added) == 1:
        numbers = {added[0].form: "Phụ lục"}
    blocks: list[Block] = [
        letterhead(data, rule),
        title(data, rule, "BÁO CÁO"),
        Addressees(addressees(data)),
        *part(data, rule.form, OPENING),
        Heading(1, "I. Đặc điểm tình hình chung"),
        *section(data, rule.form, "I"),
        Heading(1, "II. Căn cứ triển khai thực hiện"),
        *_ground_list(data),
        Heading(1, "III. Kết quả chỉ đạo thực hiện"),
        *section(data, rule.form, "III"),
        Heading(1, "IV. Kết quả thực hiện các tiêu chí"),
        *part(data, rule.form, "tu_danh_gia"),
        *_criteria(data, added, numbers),
        Heading(1, "V. Đánh giá chung"),
        *section(data, rule.form, "V"),
        Heading(1, "VI. Kế hoạch giữ vững, nâng cao chất lượng tiêu chí"),
        *section(data, rule.form, "VI"),
        *part(data, rule.form, CLOSING),
        signature(data, rule.form, recipients(data)),
    ]
    sections = [Section("Báo cáo kết quả thực hiện", tuple(blocks))]
    for annex in added:
        heading = annex_heading(data, numbers[annex.form], annex.title, rule, form=annex.form)
        bookmark = f"{numbers[annex.form]}. {annex.title}"
        sections.append(Section(bookmark, (heading, *annex.blocks), annex.landscape, annex.form))
    return Paper(rule.form, "Báo cáo kết quả thực hiện", tuple(sections))


def _ground_list(data: DossierData) -> list[Paragraph]:
    lines = [
        ground.text if isinstance(ground, MissingGround) else citation_text(ground)
        for ground in ground_documents(data)
    ]
    return [Paragraph(f"- {line};") for line in lines[:-1]] + [Paragraph(f"- {lines[-1]}.")]


def _criteria(data: DossierData, added: tuple[Annex, ...], numbers: dict[str, str]) -> list[Block]:
    blocks: list[Block] = []
    for annex in added:
        blocks.append(Paragraph(f"- {annex.title}: tại {numbers[annex.form]} kèm theo."))
    if any(indicator.marked for indicator in data.indicators()):
        blocks.append(
            Paragraph(
                "Mức có dấu (*) chưa đối chiếu với văn bản gốc; kết quả tự đánh giá theo mức đó nêu riêng."
            )
        )
    for order, criterion in enumerate(data.criteria, 1):
        blocks.append(Heading(2, f"{order}. {criterion_name(criterion)}"))
        if not criterion.indicators:
            blocks.append(Paragraph(_unknown(data)))
            continue
        blocks.append(Heading(3, "a) Yêu cầu của tiêu chí"))
        blocks += _lines([f"{i.text}: {target_text(i)}" for i in criterion.indicators], criterion)
        blocks.append(Heading(3, "b) Kết quả thực hiện"))
        *most, last = _lines([_result(i) for i in criterion.indicators], criterion)
        blocks += [*most, replace(last, kept=True)]  # the self-assessment never begins a page alone
        blocks.append(Paragraph(f"c) Tự đánh giá: {STATE_WORDS[criterion.state].lower()}."))
    return blocks


def _unknown(data: DossierData) -> str:
    """The decision has the indicators; only this program lacks them."""
    decision = short_citation(data.goal.set_citation)
    return f"(Chỉ tiêu của tiêu chí này chưa có trong chương trình; bổ sung theo {decision} trước khi ký.)"


def _lines(texts: list[str], criterion: CriterionFacts) -> list[Paragraph]:
    several = len(criterion.indicators) > 1
    lines = []
    for indicator, text in zip(criterion.indicators, texts, strict=True):
        name = f"- {indicator_name(indicator)}: " if several else ""
        body = without_end(text)
        lines.append(f"{name}{body if several else body[:1].upper() + body[1:]}")
    return [Paragraph(f"{line};") for line in lines[:-1]] + [Paragraph(f"{lines[-1]}.")]


def _result(indicator: IndicatorFacts) -> str:
    if indicator.verdict is Verdict.NOT_ASSESSED:
        return "chưa đánh giá"
    if indicator.verdict is Verdict.NOT_APPLICABLE:
        return f"không xét, căn cứ {without_end(indicator.na_ground)}"
    text = lowered(indicator.value_text)
    if indicator.as_of:
        text += f" (ngày {format_date(indicator.as_of)})"
    if indicator.value_text != VERDICT_WORDS[indicator.verdict]:
        text += f", {VERDICT_WORDS[indicator.verdict].lower()}"
    text += f"{gap_clause(indicator)}{regression_clause(indicator)}"
    if indicator.note:
        text += f". {without_end(indicator.note)}"
    if count := evidence_count(indicator):
        text += f". Minh chứng: {count}"
    return text
