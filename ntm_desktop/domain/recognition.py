"""What must hold before a commune that fell back can be recognised again (công nhận lại).

The list is data (``packs.recognition``); here is only how an item that the facts can answer stands.
"""

from __future__ import annotations

from dataclasses import dataclass

from ntm_desktop.text import count_words, format_millions

ANSWERED = frozenset({"criteria", "plans", "confirmed", "debt", "revoked"})
"""Keys of the items that the facts answer; one without a key is looked into by a person."""

REVOKED_FROM = 30  # percent of the criteria, from which revocation is considered


@dataclass(frozen=True, slots=True)
class CheckItem:
    key: str
    text: str
    regimes: tuple[str, ...]  # none: of every regime
    source: str


@dataclass(frozen=True, slots=True)
class RecognitionFacts:
    criteria: int
    unmet: int
    undecided: int
    unplanned: tuple[str, ...]  # codes of indicators that fell back, without plan, deadline or doer
    unconfirmed: tuple[str, ...]  # codes of their criteria, without the department's paper
    debt: int  # đồng


@dataclass(frozen=True, slots=True)
class CheckLine:
    text: str
    source: str
    holds: bool | None  # None: a person looks into it
    detail: str

    @property
    def state(self) -> str:
        return {True: "đạt", False: "chưa đạt", None: "tự kiểm tra"}[self.holds]

    @property
    def sentence(self) -> str:
        """The item with how it stands, as the screen says it."""
        stands = f"{self.state}, {self.detail}" if self.detail else self.state
        return f"{self.text} ({self.source}): {stands}."


def check(items: tuple[CheckItem, ...], facts: RecognitionFacts, *, regime: str) -> tuple[CheckLine, ...]:
    return tuple(
        CheckLine(item.text, item.source, *_answer(item.key, facts))
        for item in items
        if not item.regimes or regime in item.regimes
    )


def _answer(key: str, facts: RecognitionFacts) -> tuple[bool | None, str]:
    left = facts.unmet + facts.undecided
    if key == "criteria":
        return not left, f"còn {count_words(left, 'tiêu chí')}" if left else ""
    if key == "plans":
        return not facts.unplanned, f"còn thiếu {', '.join(facts.unplanned)}" if facts.unplanned else ""
    if key == "confirmed":
        waiting = ", ".join(facts.unconfirmed)
        return not waiting, f"chưa có văn bản về tiêu chí {waiting}" if waiting else ""
    if key == "debt":
        return not facts.debt, f"còn {format_millions(facts.debt)}" if facts.debt else ""
    if key == "revoked":
        unmet = f"{facts.unmet}/{facts.criteria} tiêu chí không đạt"
        return facts.unmet * 100 < REVOKED_FROM * facts.criteria, unmet
    return None, ""
