"""Verdicts: value against target (architecture §3.2, §4).

A value and a judgement are two things. Values here are ``Value`` objects of ``domain.values``; a percentage
given as a fraction is judged exactly, never after rounding. Criteria and the commune: ``domain.standing``.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from ntm_desktop.domain.criteria import Compare, Indicator, Measure, Part, Target, Verification
from ntm_desktop.domain.values import ByHamlet, Figure, Fraction2, Value, exact, of_total
from ntm_desktop.text import format_decimal, format_int, format_percent


class Verdict(StrEnum):
    MET = "met"
    UNMET = "unmet"
    NOT_ASSESSED = "not_assessed"
    NOT_APPLICABLE = "not_applicable"
    NO_TARGET = "no_target"  # cannot be judged: no target yet


class CriterionState(StrEnum):
    MET = "met"
    UNMET = "unmet"
    UNDECIDED = "undecided"
    NOT_APPLICABLE = "not_applicable"


class TargetLevel(StrEnum):
    """Who set the target; the first that has one wins, from top to bottom."""

    COMMUNE = "commune"
    PROVINCE = "province"
    PROFILE = "profile"
    NATIONAL = "national"


@dataclass(frozen=True, slots=True)
class ResolvedTarget:
    """The target that applies to one part on one day, who set it, and the part as it is then measured."""

    target: Target
    level: TargetLevel
    part: Part


@dataclass(frozen=True, slots=True)
class PartJudgement:
    """One part (or one sex) held against its target. ``gap`` > 0 is what is missing, in the part's unit."""

    part: str
    met: bool | None  # None: not given or no target
    gap: int  # rounded up, so that it is 0 only when nothing is missing
    target: ResolvedTarget | None


@dataclass(frozen=True, slots=True)
class Judgement:
    verdict: Verdict
    parts: tuple[PartJudgement, ...]
    unverified: bool  # a target that decided the verdict is not confirmed


@dataclass(frozen=True, slots=True)
class Regression:
    """Met before, unmet now: the last day it was met and the first day after that it was not."""

    code: str
    met_on: date
    met_set: str
    unmet_on: date
    unmet_set: str


def judge(
    indicator: Indicator, value: Value | None, targets: Mapping[str, ResolvedTarget | None]
) -> Judgement:
    """Holds a value against the resolved targets: all parts must hold, and one that fails is enough."""
    if value is None:
        return not_assessed()
    parts = tuple(
        _judge_part(part.key, value.get(part.key), targets.get(part.key)) for part in indicator.parts
    )
    if any(part.met is False for part in parts):
        verdict = Verdict.UNMET
        deciding = [part for part in parts if part.met is False]
    elif any(part.target is None or part.target.target.value is None for part in parts):
        verdict, deciding = Verdict.NO_TARGET, []
    elif any(part.met is None for part in parts):
        verdict, deciding = Verdict.NOT_ASSESSED, []
    else:
        verdict, deciding = Verdict.MET, list(parts)
    # One confirmed level that is missed settles "chưa đạt"; "đạt" needs every level confirmed.
    unsure = [
        p.target is not None and p.target.target.verification is not Verification.CONFIRMED for p in deciding
    ]
    return Judgement(
        verdict, parts, bool(unsure) and (all(unsure) if verdict is Verdict.UNMET else any(unsure))
    )


def _judge_part(key: str, figure: Figure | None, resolved: ResolvedTarget | None) -> PartJudgement:
    if figure is None or resolved is None or resolved.target.value is None:
        return PartJudgement(key, None, 0, resolved)
    missing = resolved.target.value - exact(figure)
    if resolved.part.compare is Compare.AT_MOST:
        missing = -missing
    return PartJudgement(key, missing <= 0, max(0, math.ceil(missing)), resolved)


def judge_not_applicable() -> Judgement:
    return Judgement(Verdict.NOT_APPLICABLE, (), unverified=False)


def not_assessed() -> Judgement:
    return Judgement(Verdict.NOT_ASSESSED, (), unverified=False)


# What is missing, in words


def gap_text(indicator: Indicator, judgement: Judgement, value: Value | None) -> str:
    """“Còn thiếu 5,8 điểm %, khoảng 78 hộ trong 1.342 hộ.” Empty when nothing measurable is missing."""
    sentences = []
    for part in judgement.parts:
        figure = value.get(part.part) if value else None
        if part.met is False and part.target is not None and figure is not None:
            sentence = _part_gap(part.target, figure)
            if sentence and len(indicator.parts) > 1:
                name = part.target.part.name
                sentence = f"{name[:1].upper()}{name[1:]}: {sentence[:1].lower()}{sentence[1:]}"
            sentences += [sentence] if sentence else []
    return " ".join(sentences)


def _part_gap(resolved: ResolvedTarget, figure: Figure) -> str:
    part, target = resolved.part, resolved.target.value or 0
    at_most = part.compare is Compare.AT_MOST
    verb = "Vượt" if at_most else "Còn thiếu"
    missing = abs(target - exact(figure))
    match part.measure:
        case Measure.PERCENT:
            return f"{verb} {_points(missing)} điểm %{_counted_gap(part, target, figure)}."
        case Measure.COUNT:
            verb = "Còn" if at_most and target == 0 else verb
            return f"{verb} {format_int(math.ceil(missing))} {part.unit}".rstrip() + "."
        case Measure.AMOUNT:
            return f"{verb} {format_decimal(math.ceil(missing))} {part.unit}".rstrip() + "."
        case Measure.LEVEL:
            return f"Còn thiếu {int(missing)} bậc để đạt mức {part.levels[target - 1]}."
        case Measure.ACHIEVED:
            return ""


def _points(missing: Fraction) -> str:
    """Percentage points to one decimal; a tiny gap is never shown as none."""
    if missing < 1:
        return "chưa đến 0,01"
    if missing < 10:
        return format_percent(math.ceil(missing)).removesuffix("%")
    return format_percent(int(missing / 10 + Fraction(1, 2)) * 10).removesuffix("%")


def _counted_gap(part: Part, target: int, figure: Figure) -> str:
    if isinstance(figure, ByHamlet):
        figure = figure.total()
    if not isinstance(figure, Fraction2):
        return ""
    level = Fraction(target * figure.den, 10_000)
    at_most = part.compare is Compare.AT_MOST
    things = figure.num - math.floor(level) if at_most else math.ceil(level) - figure.num
    noun = f" {part.counted}" if part.counted else ""
    return f", khoảng {of_total(part, things)}{noun} trong {of_total(part, figure.den)}{noun}"
