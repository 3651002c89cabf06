"""The table of criteria and indicators, and everything about one of them, as the screen shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from ntm_desktop.db.models import assessment
from ntm_desktop.db.session import Session, live
from ntm_desktop.domain.criteria import CriteriaSet, Indicator, Measure
from ntm_desktop.domain.facts import Fact, standing_facts
from ntm_desktop.domain.judging import CriterionState, Verdict, gap_text
from ntm_desktop.domain.targets import (
    NO_TARGET_TEXT,
    part_target_text,
    recorded_targets,
    source_text,
    target_text,
)
from ntm_desktop.domain.values import Figure, editable_texts, exact, format_value, value_from_json
from ntm_desktop.errors import NtmError
from ntm_desktop.services import criteria_sets, evidence, judged, plans, responsibilities
from ntm_desktop.services.commune import HamletView, list_hamlets
from ntm_desktop.services.evidence import EvidenceView
from ntm_desktop.services.judged import IndicatorState, Judged
from ntm_desktop.services.people import PersonView
from ntm_desktop.services.plans import PlanView
from ntm_desktop.services.responsibilities import ResponsibilityView
from ntm_desktop.text import search_key

NOT_APPLICABLE_TEXT = "không xét"
STORY = 200
"""Facts of one indicator that are shown, newest first; decades at one a month."""


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    code: str
    official_code: str
    criterion: str
    text: str
    target_text: str
    unverified: bool  # a target that applies is not confirmed: (*) after the figure
    value_text: str
    verdict: Verdict
    regressed: bool
    as_of: date | None
    person: str
    evidence_count: int
    note: str
    judged_differs: bool
    search_key: str
    returned: bool = False  # remarks of the appraiser come with the exchange of packages


@dataclass(frozen=True, slots=True)
class CriterionRow:
    code: str
    name: str
    short_name: str
    state: CriterionState
    evidence_count: int
    person: str
    met: int
    applicable: int
    regressed: bool
    indicators: tuple[IndicatorRow, ...]


@dataclass(frozen=True, slots=True)
class IndicatorCounts:
    total: int
    met: int
    unmet: int
    not_assessed: int
    not_applicable: int
    no_target: int
    regressed: int
    differing: int
    criteria_met: int  # as practice counts: with those not applicable
    criteria_total: int  # as the decision counts them


@dataclass(frozen=True, slots=True)
class IndicatorTable:
    criteria: tuple[CriterionRow, ...]
    counts: IndicatorCounts
    on: date
    footnote: bool  # some figure wears (*)


@dataclass(frozen=True, slots=True)
class PartEntry:
    """One field of the entry form."""

    key: str
    name: str
    measure: Measure
    unit: str
    levels: tuple[str, ...]
    target_text: str
    target_source: str
    value_text: str  # as it may be typed again
    by_hamlet: tuple[tuple[str, str], ...]  # hamlet uid, text; then ``value_text`` is empty
    hidden: bool
    fraction: bool  # may be given as 45/50


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


@dataclass(frozen=True, slots=True)
class IndicatorDetail:
    row: IndicatorRow
    note: str  # of the pack: how the indicator is meant
    parts: tuple[PartEntry, ...]
    gap_text: str
    person: PersonView | None
    head: PersonView | None
    department: str
    responsibility_uid: str | None
    evidence: tuple[EvidenceView, ...]
    facts: tuple[FactRow, ...]  # newest first
    trend: tuple[TrendPoint, ...]  # oldest first
    trend_target: float | None
    plan: PlanView | None
    carry: CarryOver | None
    na_ground: str
    hamlets: tuple[HamletView, ...]
    met_on: date | None  # a regression: the last day it was met
    recorded_by: str  # of the fact that counts: a correction by another person needs a reason


def table(session: Session, *, on: date) -> IndicatorTable:
    return table_of(session, judged.judge_on(session, on=on))


def table_of(session: Session, state: Judged) -> IndicatorTable:
    set_id = state.criteria_set.id
    files = evidence.counts(session, set_id=set_id)
    people = {
        view.criterion: view.person.name if view.person else ""
        for view in responsibilities.list_responsibilities(session, on=state.on)
    }
    states = dict(state.standing.criteria)
    criteria = []
    for criterion in state.criteria_set.criteria:
        person = people.get(criterion.code, "")
        rows = tuple(
            _row(state.states[indicator.code], person, files.get(indicator.code, 0))
            for indicator in criterion.indicators
        )
        criteria.append(
            CriterionRow(
                code=criterion.code,
                name=criterion.name,
                short_name=criterion.short_name,
                state=states[criterion.code],
                evidence_count=sum(row.evidence_count for row in rows),
                person=person,
                met=sum(row.verdict is Verdict.MET for row in rows),
                applicable=sum(row.verdict is not Verdict.NOT_APPLICABLE for row in rows),
                regressed=any(row.regressed for row in rows),
                indicators=rows,
            )
        )
    rows = tuple(row for criterion in criteria for row in criterion.indicators)
    return IndicatorTable(
        tuple(criteria), _counts(state, rows), state.on, any(row.unverified for row in rows)
    )


def detail(session: Session, *, code: str, on: date) -> IndicatorDetail:
    state = judged.judge_on(session, on=on)
    one = state.states.get(code)
    if one is None:
        raise NtmError(f"{state.criteria_set.short_title} không có chỉ tiêu “{code}”. Chọn lại chỉ tiêu.")
    indicator = one.indicator
    responsibility = _responsibility(session, indicator.criterion, on)
    person = responsibility.person if responsibility else None
    proofs = evidence.list_evidence(session, set_id=state.criteria_set.id, code=code)
    facts = _facts(session, state, code)
    return IndicatorDetail(
        row=_row(one, person.name if person else "", len(proofs)),
        note=indicator.note,
        parts=_parts(state, one),
        gap_text=gap_text(indicator, one.judgement, one.value),
        person=person,
        head=responsibility.head if responsibility else None,
        department=responsibility.department if responsibility else "",
        responsibility_uid=responsibility.uid if responsibility else None,
        evidence=proofs,
        facts=_fact_rows(state, facts),
        trend=_trend(state, indicator, facts),
        trend_target=_trend_target(one),
        plan=next(
            (p for p in plans.list_plans(session, set_id=state.criteria_set.id, on=on) if p.code == code),
            None,
        ),
        carry=_carry(session, state, one),
        na_ground=one.fact.na_ground or "" if one.fact else "",
        hamlets=list_hamlets(session),
        met_on=one.regression.met_on if one.regression else None,
        recorded_by=one.fact.recorded_by if one.fact else "",
    )


def value_text(state: IndicatorState, *, short: bool) -> str:
    if state.judgement.verdict is Verdict.NOT_APPLICABLE:
        return NOT_APPLICABLE_TEXT
    return format_value(state.indicator, state.value, short=short) if state.value else ""


def rests_on_unverified(state: IndicatorState) -> bool:
    """Some target that applies is not confirmed, whether or not it decides the verdict."""
    return any(
        one is not None and one.target.value is not None and one.target.verification != "confirmed"
        for one in state.targets.values()
    )


def _row(state: IndicatorState, person: str, files: int) -> IndicatorRow:
    indicator = state.indicator
    return IndicatorRow(
        code=indicator.code,
        official_code=indicator.official_code,
        criterion=indicator.criterion,
        text=indicator.text,
        target_text=target_text(indicator, state.targets),
        unverified=rests_on_unverified(state),
        value_text=value_text(state, short=True),
        verdict=state.judgement.verdict,
        regressed=state.regression is not None,
        as_of=state.fact.as_of if state.fact else None,
        person=person,
        evidence_count=files,
        note=state.fact.note if state.fact else "",
        judged_differs=state.differs,
        search_key=search_key(f"{indicator.code} {indicator.text} {person}"),
    )


def _counts(state: Judged, rows: tuple[IndicatorRow, ...]) -> IndicatorCounts:
    def count(verdict: Verdict) -> int:
        return sum(row.verdict is verdict for row in rows)

    return IndicatorCounts(
        total=len(rows),
        met=count(Verdict.MET),
        unmet=count(Verdict.UNMET),
        not_assessed=count(Verdict.NOT_ASSESSED),
        not_applicable=count(Verdict.NOT_APPLICABLE),
        no_target=count(Verdict.NO_TARGET),
        regressed=sum(row.regressed for row in rows),
        differing=sum(row.judged_differs for row in rows),
        criteria_met=state.criteria_met,
        criteria_total=state.criteria_total,
    )


def _responsibility(session: Session, criterion: str, on: date) -> ResponsibilityView | None:
    views = responsibilities.list_responsibilities(session, on=on)
    return next((view for view in views if view.criterion == criterion), None)


def _parts(state: Judged, one: IndicatorState) -> tuple[PartEntry, ...]:
    texts = editable_texts(one.indicator, one.value) if one.value else {}
    profile = state.profile_name
    return tuple(
        PartEntry(
            key=part.key,
            name=part.name,
            measure=part.measure,
            unit=part.unit,
            levels=part.levels,
            target_text=part_target_text(one.targets.get(part.key), named=True),
            target_source=source_text(one.targets.get(part.key), profile),
            value_text=texts.get(part.key, ""),
            by_hamlet=tuple(
                (key.partition("@")[2], text) for key, text in texts.items() if key.startswith(f"{part.key}@")
            ),
            hidden=part.hidden,
            fraction=part.measure is Measure.PERCENT,
        )
        for part in one.indicator.parts
    )


def _facts(session: Session, state: Judged, code: str) -> list[Fact]:
    """The story of an indicator in this set, newest first, superseded ones too."""
    query = (
        live(assessment, session)
        .where(assessment.c.set_id == state.criteria_set.id, assessment.c.code == code)
        .order_by(assessment.c.as_of.desc(), assessment.c.seq.desc())
        .limit(STORY)
    )
    return [judged.fact_of(row) for row in session.rows(query)]


def _fact_rows(state: Judged, facts: list[Fact]) -> tuple[FactRow, ...]:
    standing = {fact.uid for fact in standing_facts(facts)}
    return tuple(
        FactRow(
            uid=fact.uid,
            as_of=fact.as_of,
            value_text=_fact_text(state.criteria_set, fact),
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


def _fact_text(criteria_set: CriteriaSet, fact: Fact) -> str:
    if fact.value is None:
        return NOT_APPLICABLE_TEXT
    indicator = criteria_set.indicator(fact.code)
    return format_value(indicator, value_from_json(fact.value)) if indicator else ""


def _recorded_text(fact: Fact) -> str:
    texts = (NO_TARGET_TEXT if one is None else one.text for one in recorded_targets(fact.target).values())
    return "; ".join(dict.fromkeys(texts))


def _trend(state: Judged, indicator: Indicator, facts: list[Fact]) -> tuple[TrendPoint, ...]:
    part = indicator.parts[0]
    if part.measure in (Measure.ACHIEVED, Measure.LEVEL):
        return ()
    points = []
    for fact in standing_facts(facts):
        figure = value_from_json(fact.value).get(part.key) if fact.value is not None else None
        if figure is not None and fact.as_of <= state.on:
            text = format_value(indicator, {part.key: figure}, short=True)
            points.append(TrendPoint(fact.as_of, _as_float(part.measure, figure), text, fact.verdict))
    return tuple(points)


def _trend_target(state: IndicatorState) -> float | None:
    part = state.indicator.parts[0]
    one = state.targets.get(part.key)
    if one is None or one.target.value is None or part.measure in (Measure.ACHIEVED, Measure.LEVEL):
        return None
    return _as_float(part.measure, one.target.value)


def _as_float(measure: Measure, figure: Figure) -> float:
    """For drawing only: percent, or the unit itself."""
    scale = {Measure.PERCENT: 100, Measure.AMOUNT: 1000}.get(measure, 1)
    return float(exact(figure) / scale)


def _carry(session: Session, state: Judged, one: IndicatorState) -> CarryOver | None:
    if one.fact is not None:
        return _carry_over(session, one.fact, may=False) if one.stale else None
    for set_id, code in judged.earlier_names(state.criteria_set, one.indicator.code):
        old = judged.newest_fact(session, set_id=set_id, code=code, on=state.on)
        if old is not None:
            return _carry_over(session, old, may=True)
    return None


def _carry_over(session: Session, fact: Fact, *, may: bool) -> CarryOver:
    criteria_set = criteria_sets.load(session, set_id=fact.set_id)
    return CarryOver(
        fact_uid=fact.uid,
        set_title=criteria_set.short_title,
        code=fact.code,
        value_text=_fact_text(criteria_set, fact),
        verdict=fact.verdict,
        as_of=fact.as_of,
        may_be_taken_over=may,
    )
