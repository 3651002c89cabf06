"""Words that screen states have on paper, and small pieces of sentences that several papers use."""

from __future__ import annotations

from collections.abc import Sequence

from ntm_desktop.documents.data import CommuneFacts, CriterionFacts, DossierData, IndicatorFacts
from ntm_desktop.domain.judging import CriterionState, Verdict
from ntm_desktop.packs.forms import fill
from ntm_desktop.text import GAP, count_words, format_percent, lowered

SAMPLE_MARK = "SỐ LIỆU MINH HỌA"
"""Stands across each page of a sample's papers."""

VERDICT_WORDS = {
    Verdict.MET: "Đạt",
    Verdict.UNMET: "Chưa đạt",
    Verdict.NOT_ASSESSED: "Chưa đánh giá",
    Verdict.NOT_APPLICABLE: "Không xét",
    Verdict.NO_TARGET: "Chưa thể xét",
}
STATE_WORDS = {
    CriterionState.MET: "Đạt",
    CriterionState.UNMET: "Chưa đạt",
    CriterionState.UNDECIDED: "Chưa đủ căn cứ đánh giá",
    CriterionState.NOT_APPLICABLE: "Không xét",
}


def without_end(text: str) -> str:
    """A sentence to be gone on with: without its full stop or semicolon."""
    return text.strip().rstrip(".;")


def ended(text: str) -> str:
    """With a full stop, unless it ends in a gap that is still to be filled in."""
    return text if text.endswith("…") else f"{text}."


def joined(pieces: Sequence[str]) -> str:
    """Clauses of one sentence: a capital stands only at its beginning."""
    return "; ".join([*pieces[:1], *(lowered(piece) for piece in pieces[1:])])


def target_text(indicator: IndicatorFacts) -> str:
    """The level, with the mark of one that nobody has checked."""
    return f"{indicator.target_text} (*)" if indicator.marked else indicator.target_text


def gap_clause(indicator: IndicatorFacts) -> str:
    """What is missing, to be gone on with inside a sentence: ", còn thiếu 5,8 điểm %"."""
    gap = without_end(indicator.gap_text)
    return f", {lowered(gap)}" if gap else ""


def regression_clause(indicator: IndicatorFacts) -> str:
    """That it was met before, with both days and sets: "; trước đây đã đạt ngày 31/12/2019, …"."""
    told = indicator.regression
    return f"; trước đây đã {lowered(told)}" if told else ""


def evidence_count(indicator: IndicatorFacts) -> str:
    """Of what is still in force; "" when nothing is."""
    count = sum(not item.expired for item in indicator.evidence)
    return count_words(count, "tài liệu") if count else ""


def places(data: DossierData) -> dict[str, str]:
    """What the templates of a regime may name."""
    return {
        "commune": data.commune.name,
        "district": data.commune.district or GAP,
        "province": data.commune.province or GAP,
        "tier": data.goal.tier,
        "year": str(data.goal.year),
    }


def indicator_name(indicator: IndicatorFacts) -> str:
    return f"Chỉ tiêu {indicator.official_code}"


def criterion_name(criterion: CriterionFacts) -> str:
    return f"Tiêu chí số {criterion.code} - {criterion.name}"


def met_text(data: DossierData) -> str:
    total = data.goal.set_criteria
    tenths = (data.met * 1000 + total // 2) // total
    return f"{data.met}/{total} tiêu chí{left_out_text(data, ' ({})')}, bằng {format_percent(tenths * 10)}"


def left_out_text(data: DossierData, form: str) -> str:
    """The clause in ``form``: which of the met criteria nobody judged; nothing where there are none."""
    if not data.left_out:
        return ""
    return form.format(f"trong đó {count_words(data.left_out, 'tiêu chí không xét')}")


def committee(commune: CommuneFacts) -> str:
    return f"Ủy ban nhân dân {commune.name}"


def addressees(data: DossierData) -> tuple[str, ...]:
    return data.addressed or tuple(fill(line, places(data)) for line in data.regime.addressees)
