"""Indicators into criteria, criteria into the commune's standing, and the early warning of revocation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ntm_desktop.domain.criteria import CriteriaSet
from ntm_desktop.domain.judging import CriterionState, Judgement, Verdict, not_assessed
from ntm_desktop.text import count_words


@dataclass(frozen=True, slots=True)
class Standing:
    """A whole set on one day. ``met_codes`` counts “không xét” with the met ones where the set says so."""

    criteria: tuple[tuple[str, CriterionState], ...]
    indicators: tuple[tuple[str, Judgement], ...]
    na_counts_as_met: bool

    @property
    def total(self) -> int:
        return len(self.criteria)

    @property
    def met_codes(self) -> tuple[str, ...]:
        """As counted in “15/19”."""
        states = {CriterionState.MET}
        if self.na_counts_as_met:
            states.add(CriterionState.NOT_APPLICABLE)
        return tuple(code for code, state in self.criteria if state in states)

    @property
    def unmet_codes(self) -> tuple[str, ...]:
        return self.codes_in(CriterionState.UNMET)

    @property
    def undecided_codes(self) -> tuple[str, ...]:
        return self.codes_in(CriterionState.UNDECIDED)

    @property
    def not_applicable_codes(self) -> tuple[str, ...]:
        return self.codes_in(CriterionState.NOT_APPLICABLE)

    @property
    def left_out(self) -> int:
        """So many of “15/19” are counted with the met ones though nothing of them was judged."""
        return len(self.met_codes) - len(self.codes_in(CriterionState.MET))

    @property
    def reaches_set(self) -> bool:
        """Commune verdict: nothing unmet, nothing undecided."""
        return bool(self.criteria) and not self.unmet_codes and not self.undecided_codes

    @property
    def unverified_codes(self) -> tuple[str, ...]:
        """Indicators whose verdict rests on a target that nobody has confirmed."""
        return tuple(code for code, judgement in self.indicators if judgement.unverified)

    def codes_in(self, state: CriterionState) -> tuple[str, ...]:
        return tuple(code for code, own in self.criteria if own is state)

    def state(self, criterion: str) -> CriterionState:
        return dict(self.criteria)[criterion]

    def indicators_in(self, verdict: Verdict) -> tuple[str, ...]:
        return tuple(code for code, judgement in self.indicators if judgement.verdict is verdict)

    def indicator_counts(self) -> Mapping[Verdict, int]:
        """Every verdict, also those that nothing has."""
        found = Counter(judgement.verdict for _, judgement in self.indicators)
        return {verdict: found[verdict] for verdict in Verdict}


def criterion_state(judgements: Iterable[Judgement]) -> CriterionState:
    """Unmet if any is unmet; undecided if any is open; without what does not apply, else met."""
    verdicts = {judgement.verdict for judgement in judgements}
    if Verdict.UNMET in verdicts:
        return CriterionState.UNMET
    if not verdicts or verdicts & {Verdict.NOT_ASSESSED, Verdict.NO_TARGET}:
        return CriterionState.UNDECIDED  # a criterion whose indicators are not known yet is not met either
    return CriterionState.NOT_APPLICABLE if verdicts == {Verdict.NOT_APPLICABLE} else CriterionState.MET


def standing(criteria_set: CriteriaSet, judgements: Mapping[str, Judgement]) -> Standing:
    """``judgements`` by indicator code; one that is missing is not assessed."""
    indicators = tuple((i.code, judgements.get(i.code, not_assessed())) for i in criteria_set.indicators())
    known = dict(indicators)
    return Standing(
        criteria=tuple(
            (c.code, criterion_state(known[i.code] for i in c.indicators)) for c in criteria_set.criteria
        ),
        indicators=indicators,
        na_counts_as_met=criteria_set.na_counts_as_met,
    )


# Revocation (Quyết định 18/2022/QĐ-TTg)


@dataclass(frozen=True, slots=True)
class RevocationWarning:
    """How near a recognised commune is to losing the title; ``reached``: the rule already applies.

    The program does not know whether the commune was ever recognised: the sentence is conditional.
    """

    unmet: int
    key_unmet: tuple[str, ...]
    reached: bool
    sentence: str


def revocation_levels(total: int) -> tuple[int, int]:
    """30 % and 50 % of the criteria, rounded up: 6 and 10 of 19."""
    return -(-total * 3 // 10), -(-total // 2)


def revocation_warning(criteria_set: CriteriaSet, now: Standing) -> RevocationWarning | None:
    """A warning when the rule applies, or would with one more unmet criterion; None else.

    Sets without key criteria have no such rule (2016–2020) or none that is known yet (2026–2030).
    """
    keys = criteria_set.revocation_key_criteria
    if not keys:
        return None
    first, second = revocation_levels(now.total)
    unmet = len(now.unmet_codes)
    key_unmet = tuple(code for code in now.unmet_codes if code in keys)
    reached = unmet >= second or (unmet >= first and bool(key_unmet))
    if not reached and unmet + 1 < first:
        return None
    names = ", ".join(c.name for c in criteria_set.criteria if c.code in keys)
    now_unmet = f"Nếu xã đã được công nhận: có {count_words(unmet, 'tiêu chí')} chưa đạt"
    rule = (
        f"từ {count_words(first, 'tiêu chí')} chưa đạt, trong đó có một trong các tiêu chí {names}, "
        f"hoặc từ {count_words(second, 'tiêu chí')} trở lên"
    )
    if reached:
        sentence = f"{now_unmet}, thuộc diện xét thu hồi quyết định công nhận ({rule})."
    else:
        sentence = f"{now_unmet}, gần mức xét thu hồi quyết định công nhận ({rule})."
    return RevocationWarning(unmet, key_unmet, reached, sentence)
