"""The table of criteria and indicators, and everything about one of them, as the screen shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ntm_desktop.db.session import Session
from ntm_desktop.domain.criteria import Measure
from ntm_desktop.domain.judging import CriterionState, Verdict, gap_text
from ntm_desktop.domain.remarks import State as Remarked
from ntm_desktop.domain.targets import (
    levels_of,
    part_target_text,
    source_text,
    target_text,
)
from ntm_desktop.domain.values import editable_texts, format_value
from ntm_desktop.errors import NtmError
from ntm_desktop.services import evidence, judged, plans, remark_states, responsibilities
from ntm_desktop.services import indicator_story as story
from ntm_desktop.services.commune import HamletView, list_hamlets
from ntm_desktop.services.evidence import EvidenceView
from ntm_desktop.services.indicator_story import CarryOver
from ntm_desktop.services.indicator_story import FactRow as FactRow
from ntm_desktop.services.indicator_story import TrendPoint as TrendPoint
from ntm_desktop.services.judged import IndicatorState, Judged
from ntm_desktop.services.people import PersonView
from ntm_desktop.services.plans import PlanView
from ntm_desktop.services.responsibilities import ResponsibilityView
from ntm_desktop.text import search_key


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    code: str
    official_code: str
    criterion: str
    text: str
    target_text: str
    level_text: str  # the same where room is scarce: “≥ 80%” for “Đạt (≥ 80%)”
    unverified: bool  # a target that applies is not confirmed: (*) after the figure
    value_text: str
    verdict: Verdict
    regressed: bool
    as_of: date | None
    person: str
    evidence_count: int  # in force on the day
    note: str
    judged_differs: bool
    search_key: str
    evidence_outdated: int = 0  # had run out by the day
    remark: Remarked | None = None  # the newest of the authority that still waits for somebody

    @property
    def needs_action(self) -> bool:
        """Counted in the navigation, shown by the filter *Cần xử lý*. One that is met waits for nothing, also
        when it was judged otherwise at first: the panel says so. A remark waits until it is answered."""
        settled = self.verdict in (Verdict.MET, Verdict.NOT_APPLICABLE)
        return not settled or (self.remark is not None and self.remark.waits_for_commune)


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
    criteria_left_out: int = 0  # so many of criteria_met are not applicable


@dataclass(frozen=True, slots=True)
class IndicatorTable:
    criteria: tuple[CriterionRow, ...]
    counts: IndicatorCounts
    on: date
    footnote: bool  # some figure wears (*)
    set_id: str


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
    counted: str  # what a percentage counts: hộ, người …
    of_them: str  # what stands before the stroke: số đạt, số hộ nghèo
    fraction_scale: int  # 1000 where decimals may stand in a fraction: km, ha


@dataclass(frozen=True, slots=True)
class IndicatorDetail:
    on: date  # the day that is shown
    set_id: str  # the set in force on the day that is shown
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
    regression_text: str  # both days and sets of it; "" when there is none
    recorded_by: str  # of the fact that counts: a correction by another person needs a reason


def table(session: Session, *, on: date) -> IndicatorTable:
    return table_of(session, judged.judge_on(session, on=on))


def table_of(session: Session, state: Judged) -> IndicatorTable:
    set_id = state.criteria_set.id
    files = evidence.counts(session, set_id=set_id, on=state.on)
    outdated = evidence.outdated_counts(session, set_id=set_id, on=state.on)
    remarked = remark_states.states_of_indicators(session)
    people = {
        view.criterion: view.person.name if view.person else ""
        for view in responsibilities.list_responsibilities(session, on=state.on)
    }
    states = dict(state.standing.criteria)
    criteria = []
    for criterion in state.criteria_set.criteria:
        person = people.get(criterion.code, "")
        rows = tuple(
            _row(
                state.states[indicator.code],
                person,
                files.get(indicator.code, 0),
                outdated.get(indicator.code, 0),
                remarked.get((set_id, indicator.code)),
            )
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
        tuple(criteria), _counts(state, rows), state.on, any(row.unverified for row in rows), set_id
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
    facts = story.facts_of(session, state, code)
    return IndicatorDetail(
        on=on,
        set_id=state.criteria_set.id,
        row=_row(
            one,
            person.name if person else "",
            sum(proof.counts_on(on) for proof in proofs),
            sum(proof.has_run_out(on) for proof in proofs),
            remark_states.states_of_indicators(session).get((state.criteria_set.id, code)),
        ),
        note=indicator.note,
        parts=_parts(state, one),
        gap_text=gap_text(indicator, one.judgement, one.value),
        person=person,
        head=responsibility.head if responsibility else None,
        department=responsibility.department if responsibility else "",
        responsibility_uid=responsibility.uid if responsibility else None,
        evidence=proofs,
        facts=story.fact_rows(state, facts),
        trend=story.trend(state, indicator, facts),
        trend_target=story.trend_target(one),
        plan=next(
            (p for p in plans.list_plans(session, set_id=state.criteria_set.id, on=on) if p.code == code),
            None,
        ),
        carry=story.carry_over(session, state, one),
        na_ground=one.fact.na_ground or "" if one.fact else "",
        hamlets=list_hamlets(session),
        met_on=one.regression.met_on if one.regression else None,
        regression_text=story.regression_text(session, one.regression),
        recorded_by=one.fact.recorded_by if one.fact else "",
    )


def value_text(state: IndicatorState, *, short: bool) -> str:
    if state.judgement.verdict is Verdict.NOT_APPLICABLE:
        return story.NOT_APPLICABLE_TEXT
    if not state.value:
        return ""
    return format_value(state.indicator, state.value, short=short, levels=levels_of(state.targets))


def rests_on_unverified(state: IndicatorState) -> bool:
    """Some target that applies is not confirmed, whether or not it decides the verdict: the mark (*).

    What is left out of the assessment is held against no level, so it has no mark.
    """
    return state.judgement.verdict is not Verdict.NOT_APPLICABLE and any(
        one is not None and one.target.value is not None and one.target.verification != "confirmed"
        for one in state.targets.values()
    )


def _row(
    state: IndicatorState, person: str, files: int, outdated: int, remark: Remarked | None
) -> IndicatorRow:
    indicator = state.indicator
    return IndicatorRow(
        code=indicator.code,
        official_code=indicator.official_code,
        criterion=indicator.criterion,
        text=indicator.text,
        target_text=target_text(indicator, state.targets),
        level_text=target_text(indicator, state.targets, bare=True),
        unverified=rests_on_unverified(state),
        value_text=value_text(state, short=True),
        verdict=state.judgement.verdict,
        regressed=state.regression is not None,
        as_of=state.fact.as_of if state.fact else None,
        person=person,
        evidence_count=files,
        note=state.fact.note if state.fact else "",
        judged_differs=state.differs,
        evidence_outdated=outdated,
        remark=remark,
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
        criteria_left_out=state.standing.left_out,
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
            counted=part.counted,
            of_them=part.of_them,
            fraction_scale=part.fraction_scale,
        )
        for part in one.indicator.parts
    )
