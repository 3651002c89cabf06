"""Verdicts: value against target, indicators into criteria, criteria into the commune's standing.

A value and a judgement are two things (architecture §3.2). Values here are ``Value`` objects of
``domain.values``; a percentage given as a fraction is judged exactly, never after rounding.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ntm_desktop.domain.criteria import Target


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
    """The target that applies to one part on one day, with who set it."""

    target: Target
    level: TargetLevel


@dataclass(frozen=True, slots=True)
class PartJudgement:
    """One part (or one sex) held against its target. ``gap`` > 0 is what is missing, in the part's unit."""

    part: str
    met: bool | None  # None: not given or no target
    gap: int
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


@dataclass(frozen=True, slots=True)
class Standing:
    """A whole set on one day. ``met`` counts what practice counts with the met (không xét), see the set."""

    criteria: tuple[tuple[str, CriterionState], ...]
    indicators: tuple[tuple[str, Judgement], ...]

    # methods (codes_of, counts, reaches_set …) are the domain's business, not the caller's
