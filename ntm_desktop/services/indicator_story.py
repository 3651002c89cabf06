"""The story of one indicator: its facts, its curve, and what an earlier set or kind left behind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from ntm_desktop.db.models import assessment
from ntm_desktop.db.session import Session, live
from ntm_desktop.domain.criteria import Indicator, Measure
from ntm_desktop.domain.facts import Fact, standing_facts
from ntm_desktop.domain.judging import Regression, Verdict
from ntm_desktop.domain.targets import NO_TARGET_TEXT, recorded_levels, recorded_targets
from ntm_desktop.domain.values import Figure, exact, format_value, value_from_json
from ntm_desktop.services import criteria_sets, judged
from ntm_desktop.services.judged import IndicatorState, Judged
from ntm_desktop.text import format_date

NOT_APPLICABLE_TEXT = "không xét"
STORY = 200
"""Facts of one indicator that are shown, newest first; decades at one a month."""


@dataclass(frozen=True, slots=True)
class FactRow:
    uid: str
    as_of: date
    value_text: str
    verdict: Verdict
    target_text: str
    recorded_by: str
    recorded_at: datetime
    note: str
    reason: str
    superseded: bool
    set_id: str


@dataclass(frozen=True, slots=True)
class TrendPoint:
    as_of: date
    value: float
    text: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class CarryOver:
    """What was judged before a change of set or of the indicator's kind; it does not count by itself."""

    fact_uid: str
    set_title: str
    code: str
    value_text: str
    verdict: Verdict
    as_of: date
    may_be_taken_over: bool


def facts_of(session: Session, state: Judged, code: str) -> list[Fact]:
    """The story of an indicator in this set, newest first, superseded ones too."""
    query = (
        live(assessment, session)
        .where(assessment.c.set_id == state.criteria_set.id, assessment.c.code == code)
        .order_by(assessment.c.as_of.desc(), assessment.c.seq.desc())
        .limit(STORY)
    )
    return [judged.fact_of(row) for row in session.rows(query)]


def fact_rows(state: Judged, facts: list[Fact]) -> tuple[FactRow, ...]:
    standing = {fact.uid for fact in standing_facts(facts)}
    known = {code: state.criteria_set.indicator(code) for code in {fact.code for fact in facts}}
    return tuple(
        FactRow(
            uid=fact.uid,
            as_of=fact.as_of,
            value_text=_fact_text(known.get(fact.code), fact),
            verdict=fact.verdict,
            target_text=_recorded_text(fact),
            recorded_by=fact.recorded_by,
            recorded_at=datetime.fromisoformat(fact.recorded_at),
            note=fact.note,
            reason=fact.reason,
            superseded=fact.uid not in standing,
            set_id=fact.set_id,
        )
        for fact in facts
    )


def _fact_text(indicator: Indicator | None, fact: Fact) -> str:
    if fact.value is None:
        return NOT_APPLICABLE_TEXT
    if indicator is None:
        return ""
    return format_value(indicator, value_from_json(fact.value), levels=recorded_levels(fact.target))


def _recorded_text(fact: Fact) -> str:
    texts = (NO_TARGET_TEXT if one is None else one.text for one in recorded_targets(fact.target).values())
    return "; ".join(dict.fromkeys(texts))


def trend(state: Judged, indicator: Indicator, facts: list[Fact]) -> tuple[TrendPoint, ...]:
    part = indicator.parts[0]
    if part.measure in (Measure.ACHIEVED, Measure.LEVEL):
        return ()
    points = []
    for fact in standing_facts(facts):
        figure = value_from_json(fact.value).get(part.key) if fact.value is not None else None
        if figure is not None and fact.as_of <= state.on:
            levels = recorded_levels(fact.target)
            text = format_value(indicator, {part.key: figure}, short=True, levels=levels)
            points.append(TrendPoint(fact.as_of, _as_float(part.measure, figure), text, fact.verdict))
    return tuple(points)


def trend_target(state: IndicatorState) -> float | None:
    part = state.indicator.parts[0]
    one = state.targets.get(part.key)
    if one is None or one.target.value is None or part.measure in (Measure.ACHIEVED, Measure.LEVEL):
        return None
    return _as_float(part.measure, one.target.value)


def _as_float(measure: Measure, figure: Figure) -> float:
    """For drawing only: percent, or the unit itself."""
    scale = {Measure.PERCENT: 100, Measure.AMOUNT: 1000}.get(measure, 1)
    return float(exact(figure) / scale)


def regression_text(session: Session, fell: Regression | None, *, full: bool = False) -> str:
    """“Đạt ngày 31/12/2019, chưa đạt từ ngày 31/12/2020 theo Bộ tiêu chí 2016–2020”; "" without a fall.

    ``full`` names the set as papers do.
    """
    if fell is None:
        return ""
    met = f"Đạt ngày {format_date(fell.met_on)}"
    unmet = f"chưa đạt từ ngày {format_date(fell.unmet_on)}"
    met_set, unmet_set = (
        known.full_title if full else known.short_title
        for known in (criteria_sets.load(session, set_id=one) for one in (fell.met_set, fell.unmet_set))
    )
    if fell.met_set == fell.unmet_set:
        return f"{met}, {unmet} theo {met_set}"
    return f"{met} theo {met_set}, {unmet} theo {unmet_set}"


def carry_over(session: Session, state: Judged, one: IndicatorState) -> CarryOver | None:
    if one.fact is not None:
        return _carried(session, one.fact, may=False) if one.stale else None
    for set_id, code in judged.earlier_names(state.criteria_set, one.indicator.code):
        old = judged.newest_fact(session, set_id=set_id, code=code, on=state.on)
        if old is not None:
            return _carried(session, old, may=judged.measured_alike(one.indicator, old))
    return None


def _carried(session: Session, fact: Fact, *, may: bool) -> CarryOver:
    criteria_set = criteria_sets.load(session, set_id=fact.set_id)
    return CarryOver(
        fact_uid=fact.uid,
        set_title=criteria_set.short_title,
        code=criteria_set.official(fact.code),
        value_text=_fact_text(criteria_set.indicator(fact.code), fact),
        verdict=fact.verdict,
        as_of=fact.as_of,
        may_be_taken_over=may,
    )
