"""What the rules about a consultation look at, and what they say: values of ``consultation_breaks``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ntm_desktop.domain.consultation import (
    MINUTES_FORM,
    SUMMARY_FORM,
    Broadcast,
    HamletSurvey,
    Meeting,
    Opinion,
    Publication,
    Question,
    Threshold,
    posting_period,
)
from ntm_desktop.domain.overview import Link

PAGE = "lay-y-kien"
PAPERS = Link("ho-so", "so-ngay")


class BreakKind(StrEnum):
    MISSING = "missing"  # not entered, or not over yet
    BROKEN = "broken"  # against the rule
    NO_THRESHOLD = "no_threshold"
    UNCONFIRMED = "unconfirmed"  # figures that nobody has held against the document
    UNUSUAL = "unusual"  # no rule forbids it, but it is seldom meant


@dataclass(frozen=True, slots=True)
class Break:
    key: str
    kind: BreakKind
    what: str
    why: str
    source: str  # of the rule
    action: str  # what to do
    link: Link
    who: str = ""  # who mends it; "" the commune's lead
    doubted: bool = False  # by a figure that nobody has held against the document
    due: bool = True  # the procedure asks for the paper that rests on it before the dossier goes up

    @property
    def stops(self) -> bool:
        return self.due and not self.doubted and self.kind in (BreakKind.MISSING, BreakKind.BROKEN)


def stopping(found: Sequence[Break]) -> tuple[Break, ...]:
    """Those with which the dossier may not go up. A figure that nobody knows or has checked only warns."""
    return tuple(one for one in found if one.stops)


@dataclass(frozen=True, slots=True)
class Dates:
    """The days that must follow one another; None: not known."""

    report: date | None = None
    first_posting: date | None = None
    last_posting: date | None = None
    summary: date | None = None
    meeting: date | None = None
    submitted: date | None = None


@dataclass(frozen=True, slots=True)
class Consulted:
    """All that the rules look at, on a day. ``steps``: where the order of the steps stands."""

    on: date
    steps: str
    publications: Sequence[Publication]
    broadcasts: Sequence[Broadcast]
    opinions: Sequence[Opinion]
    questions: Sequence[Question]
    surveys: Sequence[HamletSurvey]
    unsurveyed: Sequence[str]  # names of the hamlets without ballots
    meeting: Meeting | None
    thresholds: Mapping[str, Threshold]
    papers: Mapping[str, date]  # by form, the days of those that have one
    due: frozenset[str]  # forms that the procedure requires before the dossier goes up
    newer: Sequence[str] = ()  # printed codes of the indicators whose figures are of after the first posting
    after_meeting: Sequence[str] = ()  # those whose figures are of after the meeting

    @property
    def dates(self) -> Dates:
        first, last = posting_period(self.publications) or (None, None)
        return Dates(
            report=self.papers.get("bao_cao"),
            first_posting=first,
            last_posting=last,
            summary=self.papers.get(SUMMARY_FORM),
            meeting=self.meeting.on if self.meeting else self.papers.get(MINUTES_FORM),
            submitted=self.papers.get("to_trinh"),
        )
