"""What must hold before a commune that fell back can be recognised again (công nhận lại).

The list is data (``packs.recognition``); here is only how an item that the facts can answer stands.
"""

from __future__ import annotations

from dataclasses import dataclass

from ntm_desktop.domain.consultation import Rate, Threshold
from ntm_desktop.text import count_words, format_int, format_millions

ANSWERED = frozenset({"criteria", "plans", "confirmed", "debt", "opinions", "vote", "revoked"})
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
    unasked: tuple[str, ...] | None = None
    """What opinions and survey still lack or fall short of; None: nothing was entered of them yet."""
    vote: Rate | None = None  # those who agreed of those who came; None: no meeting was held yet
    vote_level: Threshold | None = None


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
    if key == "opinions" and facts.unasked is not None:
        return not facts.unasked, f"còn: {'; '.join(facts.unasked)}" if facts.unasked else ""
    if key == "vote":
        return _vote(facts)
    return None, ""


def _vote(facts: RecognitionFacts) -> tuple[bool | None, str]:
    level = facts.vote_level.value if facts.vote_level is not None else None
    asked = "chưa có mức"
    if facts.vote_level is not None and level is not None:
        doubt = "" if facts.vote_level.confirmed else ", mức chưa đối chiếu"
        asked = f"cần từ {facts.vote_level.text} đại biểu dự họp nhất trí{doubt}"
    if facts.vote is None:
        return None, asked
    share = facts.vote.text(level)
    told = f"{format_int(facts.vote.part)}/{format_int(facts.vote.whole)} đại biểu nhất trí ({share})"
    return (None if level is None else facts.vote.reaches(level)), f"{told}; {asked}"
