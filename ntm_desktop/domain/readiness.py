"""What the dossier still lacks: one line a condition, each with its cure. Only ``block`` refuses it."""

from __future__ import annotations

from collections.abc import Sequence

from ntm_desktop.domain import readiness_criteria as of_criteria
from ntm_desktop.domain import readiness_papers as of_papers
from ntm_desktop.domain.readiness_input import Answer as Answer
from ntm_desktop.domain.readiness_input import CitedPaper as CitedPaper
from ntm_desktop.domain.readiness_input import DossierInput as DossierInput
from ntm_desktop.domain.readiness_input import Numbered as Numbered
from ntm_desktop.domain.readiness_input import Owed as Owed
from ntm_desktop.domain.readiness_input import ReadinessLine as ReadinessLine
from ntm_desktop.domain.readiness_input import ReadinessState as ReadinessState
from ntm_desktop.domain.readiness_input import Rules as Rules
from ntm_desktop.domain.readiness_input import SeparatePaper as SeparatePaper
from ntm_desktop.domain.readiness_input import Shown as Shown
from ntm_desktop.text import count_words


def readiness(given: DossierInput) -> tuple[ReadinessLine, ...]:
    """Every line, also those that are done, in the order of the work."""
    lines = [
        of_criteria.period(given),
        of_criteria.criteria(given),
        of_criteria.open_indicators(given),
        of_criteria.targets(given),
        of_criteria.evidence(given),
        of_criteria.lost(given),
        of_criteria.differs(given),
        of_papers.signer(given),
        of_papers.place(given),
        of_papers.addressee(given),
        *of_papers.unconfirmed_settings(given),
        of_papers.narratives(given),
        *of_papers.asked(given),
        *of_papers.separate(given),
        *of_papers.cited(given),
        *of_papers.numbers(given),
        *of_papers.left_out(given),
        *of_papers.conditions(given),
        of_papers.debts(given),
        of_papers.dates(given),
        of_papers.open_grounds(given),
        of_papers.missing_grounds(given),
        of_papers.unconfirmed_grounds(given),
        of_criteria.unverified(given),
        of_papers.code(given),
        of_papers.illustrative(given),
    ]
    return tuple(line for line in lines if line is not None)


def blocks(lines: Sequence[ReadinessLine]) -> tuple[ReadinessLine, ...]:
    return tuple(line for line in lines if line.state is ReadinessState.BLOCK)


def answer(lines: Sequence[ReadinessLine], *, numbered: bool = False) -> Answer:
    """Warnings keep nobody from printing, but each is named: nothing passes silently. ``numbered``: the
    papers bear their numbers and days already."""
    if open_ones := blocks(lines):
        why = f"Còn {count_words(len(open_ones), 'mục')} phải bổ sung, trước hết: {open_ones[0].what}."
        return Answer(ReadinessState.BLOCK, "Chưa in được bản chính thức", why)
    doubts = [line.what for line in lines if line.state is ReadinessState.WARN]
    then = "Bước tiếp: In hoặc Lưu PDF, trình ký" + ("." if numbered else ", rồi ghi số và ngày.")
    if doubts:
        what = f"In được bản chính thức, cần xem lại {count_words(len(doubts), 'mục')}"
        why = f"{then} Trước khi in xem lại: {', '.join(doubts)}."
        return Answer(ReadinessState.WARN, what, why)
    return Answer(ReadinessState.DONE, "In được bản chính thức", f"{then} Không còn thiếu mục nào.")


def open_count(lines: Sequence[ReadinessLine]) -> int:
    """How many lines the answer speaks of: those that refuse the final print, else those to look at again.
    The one number, wherever what the dossier lacks is counted."""
    return len(blocks(lines)) or sum(line.state is ReadinessState.WARN for line in lines)


def unproven(lines: Sequence[ReadinessLine]) -> tuple[str, ...]:
    """Printed codes of the indicators that are met without evidence: asked about before the final print."""
    return next((line.about for line in lines if line.key == "evidence"), ())
