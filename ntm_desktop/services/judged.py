"""The commune's criteria set as it stands on a day: facts found, targets resolved, judged anew.

The one place that joins facts, targets and goal; tables, overview, to-do list and dossier read it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import RowMapping, Select, bindparam, exists, select

from ntm_desktop.db.models import (
    assessment,
    commune,
    criteria_pack,
    goal,
    target_confirmation,
    target_override,
)
from ntm_desktop.db.session import Session, live, once, until_written
from ntm_desktop.domain.confirmations import CheckedLevel, Confirmation, levels_from_json
from ntm_desktop.domain.criteria import Compare, CriteriaSet, Indicator, Measure, Verification
from ntm_desktop.domain.facts import Fact, regression
from ntm_desktop.domain.goals import Goal
from ntm_desktop.domain.judging import (
    Judgement,
    Regression,
    ResolvedTarget,
    TargetLevel,
    Verdict,
    judge,
    judge_not_applicable,
    not_assessed,
)
from ntm_desktop.domain.standing import Standing, standing
from ntm_desktop.domain.targets import (
    Override,
    measured,
    recorded_targets,
    resolve,
    same_measures,
)
from ntm_desktop.domain.values import Value, value_from_json
from ntm_desktop.services import criteria_sets, goals
from ntm_desktop.services.fields import day_of

Targets = Mapping[str, ResolvedTarget | None]


@dataclass(frozen=True, slots=True)
class IndicatorState:
    indicator: Indicator  # as it is measured under its targets
    targets: Targets
    fact: Fact | None  # the newest one; it counts unless ``stale``
    value: Value | None  # what counts
    judgement: Judgement
    stale: bool  # the fact was measured in another way than the indicator is now
    regression: Regression | None

    @property
    def differs(self) -> bool:
        """Judged another way now than when it was recorded. What could not be judged then is no change."""
        if self.fact is None or self.stale or self.fact.verdict is Verdict.NO_TARGET:
            return False
        return self.fact.verdict is not self.judgement.verdict


@dataclass(frozen=True, slots=True)
class Judged:
    on: date
    goal: Goal
    criteria_set: CriteriaSet  # as amended on the day
    states: Mapping[str, IndicatorState]
    standing: Standing

    @property
    def criteria_met(self) -> int:
        """The 15 of “15/19”."""
        return len(self.standing.met_codes)

    @property
    def criteria_total(self) -> int:
        """As the decision counts them."""
        return self.criteria_set.expected[0]

    @property
    def profile_name(self) -> str:
        names = {profile.id: profile.name for profile in self.criteria_set.profiles}
        return names.get(self.goal.profile, "")

    @property
    def differing(self) -> tuple[str, ...]:
        return tuple(code for code, state in self.states.items() if state.differs)


@dataclass(frozen=True, slots=True)
class Yardstick:
    """What values are held against on a day; facts are not in it."""

    goal: Goal
    criteria_set: CriteriaSet
    schools: int | None
    established: date | None
    overrides: Sequence[Override]
    confirmations: Sequence[Confirmation]
    on: date

    def targets(self, indicator: Indicator) -> Targets:
        return resolve(
            indicator,
            overrides=self.overrides,
            confirmations=self.confirmations,
            profile=self.goal.profile,
            year=self.goal.year,
            schools=self.schools,
            on=self.on,
        )


@until_written(assessment, commune, criteria_pack, goal, target_confirmation, target_override)
def judge_on(session: Session, *, on: date) -> Judged:
    rule = yardstick(session, on=on)
    facts = newest_facts(session, rule.criteria_set, on=on)
    states = {
        one.code: _held_against(rule, one, facts.get(one.code)) for one in rule.criteria_set.indicators()
    }
    states |= _fallen(session, rule.criteria_set, states)
    judgements = {code: state.judgement for code, state in states.items()}
    return Judged(on, rule.goal, rule.criteria_set, states, standing(rule.criteria_set, judgements))


def yardstick(session: Session, *, on: date) -> Yardstick:
    own = goals.current(session, on=on)
    schools, established = _of_commune(session)
    return Yardstick(
        goal=own,
        criteria_set=criteria_sets.load(session, set_id=own.set_id).on(on),
        schools=schools,
        established=established,
        overrides=list_overrides(session, set_id=own.set_id),
        confirmations=list_confirmations(session, set_id=own.set_id),
        on=on,
    )


@until_written(commune)
def _of_commune(session: Session) -> tuple[int | None, date | None]:
    """Its number of schools, and the day on which it was established."""
    row = session.row(live(commune, session))
    assert row is not None
    return row["schools"], day_of(row["established"])


@until_written(target_override)
def list_overrides(session: Session, *, set_id: str) -> tuple[Override, ...]:
    rows = session.rows(
        live(target_override, session)
        .where(target_override.c.set_id == set_id)
        .order_by(target_override.c.uid)
    )
    return tuple(
        Override(
            level=TargetLevel(row["level"]),
            set_id=row["set_id"],
            code=row["code"],
            part=row["part"],
            value=row["value"],
            printed=row["printed"],
            compare=Compare(row["compare"]),
            measure=Measure(row["measure"]),
            unit=row["unit"],
            decision=row["decision"],
            decided=day_of(row["decided"]),
            article=row["article"],
            profile=row["profile"],
            year=row["year"],
            verification=Verification(row["verification"]),
            valid_from=day_of(row["valid_from"]),
        )
        for row in rows
    )


def fact_of(row: RowMapping) -> Fact:
    return Fact(
        uid=row["uid"],
        set_id=row["set_id"],
        code=row["code"],
        value=row["value"],
        na_ground=row["na_ground"],
        as_of=date.fromisoformat(row["as_of"]),
        seq=row["seq"],
        verdict=Verdict(row["verdict"]),
        supersedes=row["supersedes"],
        deleted=bool(row["deleted"]),
        set_version=row["set_version"],
        target=row["target"],
        note=row["note"],
        reason=row["reason"],
        person_uid=row["person_uid"],
        recorded_by=row["recorded_by"],
        recorded_at=row["recorded_at"],
        carried_from=row["carried_from"],
    )


def newest_facts(session: Session, criteria_set: CriteriaSet, *, on: date) -> Mapping[str, Fact]:
    """The standing fact of each indicator on a day. One short indexed search each: this stays fast at any
    number of facts. Of a commune that an authority looks at, one for all: it may go to a server."""
    if not session.own:
        values = {"commune": session.commune_id, "set": criteria_set.id, "on": on.isoformat()}
        rows = session.connection.execute(_all_newest_first(), values).mappings().all()
        newest = {row["code"]: row for row in reversed(rows)}
        return {code: fact_of(row) for code, row in newest.items()}
    found = {}
    for indicator in criteria_set.indicators():
        fact = newest_fact(session, set_id=criteria_set.id, code=indicator.code, on=on)
        if fact is not None:
            found[indicator.code] = fact
    return found


@once
def newest_fact(session: Session, *, set_id: str, code: str, on: date) -> Fact | None:
    values = {"commune": session.commune_id, "set": set_id, "code": code, "on": on.isoformat()}
    row = session.connection.execute(_newest(), values).mappings().first()
    return None if row is None else fact_of(row)


def earlier_names(criteria_set: CriteriaSet, code: str) -> tuple[tuple[str, str], ...]:
    """(set, code) pairs under which other sets keep what has the same meaning."""
    return tuple((other, theirs) for other, theirs, ours in criteria_set.carried_from if ours == code)


def measured_alike(indicator: Indicator, fact: Fact) -> bool:
    """Whether a fact says what the indicator asks for now; that it does not apply says the same for all."""
    return fact.value is None or same_measures(indicator, recorded_targets(fact.target))


def _fallen(
    session: Session, criteria_set: CriteriaSet, states: Mapping[str, IndicatorState]
) -> Iterator[tuple[str, IndicatorState]]:
    """Those that are not met, with the regression where they were met before."""
    unmet = {
        code: replace(state.fact, verdict=Verdict.UNMET)
        for code, state in states.items()
        if state.fact is not None and state.judgement.verdict is Verdict.UNMET
    }
    earlier = Earlier(session)
    earlier.expect(criteria_set, unmet.values())
    for code, fact in unmet.items():
        yield code, replace(states[code], regression=earlier.regression(criteria_set, fact))


def _held_against(rule: Yardstick, indicator: Indicator, fact: Fact | None) -> IndicatorState:
    """A fact by a yardstick; nothing about earlier ones."""
    targets = rule.targets(indicator)
    now = measured(indicator, targets)
    stale = fact is not None and not measured_alike(now, fact)
    value = value_from_json(fact.value) if fact and fact.value is not None and not stale else None
    if fact is not None and fact.na_ground is not None:
        judgement = judge_not_applicable()
    elif value is None:
        judgement = not_assessed()
    else:
        judgement = judge(now, value, targets)
    return IndicatorState(now, targets, fact, value, judgement, stale, regression=None)


_MAY_HAVE_MET = (Verdict.MET.value, Verdict.NO_TARGET.value)
"""Also what was recorded before there was a target."""


class Earlier:
    """The facts of earlier days. What was called met or unmet then stands; what could not be judged for want
    of a target is judged anew, by the goal and the targets in force on its day.

    What is in force changes on few days and values repeat, so a long story is judged quickly.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._turns: Sequence[date] = ()
        self._begun: Mapping[str, date] = {}
        self._rules: dict[int, Yardstick] = {}
        self._verdicts: dict[tuple[object, ...], Verdict] = {}
        self._expected: Mapping[tuple[str, str], Sequence[RowMapping]] | None = None

    def expect(self, criteria_set: CriteriaSet, unmet: Collection[Fact]) -> None:
        """Of a commune that an authority looks at, what may have been met is asked for all at once: a server
        takes its time for each question. At home one short search each is quicker."""
        if self._session.own:
            return
        codes = {fact.code for fact in unmet} | {
            code for fact in unmet for _set, code in earlier_names(criteria_set, fact.code)
        }
        query = select(assessment).where(
            assessment.c.commune_id == self._session.commune_id,
            assessment.c.code.in_(codes),
            assessment.c.verdict.in_(_MAY_HAVE_MET),
            assessment.c.deleted == 0,
            ~_superseded(),
        )
        found: dict[tuple[str, str], list[RowMapping]] = {}
        for row in self._session.rows(query.order_by(assessment.c.as_of.desc(), assessment.c.seq.desc())):
            found.setdefault((row["set_id"], row["code"]), []).append(row)
        self._expected = found

    def regression(self, criteria_set: CriteriaSet, unmet: Fact) -> Regression | None:
        """Met on an earlier day, in this set or in one that maps to it."""
        names = ((unmet.set_id, unmet.code), *earlier_names(criteria_set, unmet.code))
        met = [self._last_met(set_id, code, unmet) for set_id, code in names]
        last = max((fact for fact in met if fact), key=lambda fact: (fact.as_of, fact.seq), default=None)
        if last is None:
            return None
        values = {"commune": self._session.commune_id, "set": unmet.set_id, "code": unmet.code}
        values |= {"since": last.as_of.isoformat(), "on": unmet.as_of.isoformat()}
        since = self._session.connection.execute(_since(), values).mappings()
        others = [fact for fact in map(fact_of, since) if fact.uid not in (last.uid, unmet.uid)]
        return regression([last, *(self._anew(fact) for fact in others), unmet])

    def _last_met(self, set_id: str, code: str, unmet: Fact) -> Fact | None:
        """``unmet`` itself does not count: it may have been recorded as met, under a lower target."""
        for row in self._may_have_met(set_id, code, unmet):
            fact = self._anew(fact_of(row))
            if fact.verdict is Verdict.MET:
                return fact
        return None

    def _may_have_met(self, set_id: str, code: str, unmet: Fact) -> Iterator[RowMapping]:
        """Newest first."""
        on, but = unmet.as_of.isoformat(), unmet.uid
        if self._expected is not None:
            rows = self._expected.get((set_id, code), ())
            yield from (row for row in rows if row["as_of"] <= on and row["uid"] != but)
            return
        values = {"commune": self._session.commune_id, "set": set_id, "code": code, "on": on, "but": but}
        with self._session.connection.execute(_once_met(), values) as found:
            yield from found.mappings()

    def _anew(self, fact: Fact) -> Fact:
        if fact.verdict is not Verdict.NO_TARGET:
            return fact
        if not self._rules:
            self._find_turns()
        # one taken over from another set is older than the goal that it counts for
        day = max(fact.as_of, self._begun.get(fact.set_id, fact.as_of))
        epoch = bisect_right(self._turns, day)
        key = (epoch, fact.set_id, fact.code, fact.value, fact.target)
        if key not in self._verdicts:
            if epoch not in self._rules:
                self._rules[epoch] = yardstick(self._session, on=day)
            self._verdicts[key] = _verdict_by(self._rules[epoch], fact)
        return replace(fact, verdict=self._verdicts[key])

    def _find_turns(self) -> None:
        """The days from which another goal, another text of a set or another level is in force."""
        first, *later = goals.list_goals(self._session)
        self._begun = {goal.set_id: goal.valid_from for goal in reversed(later)}
        self._begun[first.set_id] = date.min  # it holds before its day too
        turns = {goal.valid_from for goal in later}
        for set_id in self._begun:
            turns |= {one.effective for one in criteria_sets.load(self._session, set_id=set_id).amendments}
            levels = list_overrides(self._session, set_id=set_id)
            turns |= {one.valid_from for one in levels if one.valid_from is not None}
        self._turns = sorted(turns)


def _verdict_by(rule: Yardstick, fact: Fact) -> Verdict:
    """What cannot be judged anew, as another set holds or it was measured otherwise, stays as recorded."""
    known = rule.criteria_set.indicator(fact.code) if rule.criteria_set.id == fact.set_id else None
    if known is None:
        return fact.verdict
    state = _held_against(rule, known, fact)
    return fact.verdict if state.stale else state.judgement.verdict


@cache
def _newest() -> Select[Any]:
    return _newest_first().limit(1)


@cache
def _since() -> Select[Any]:
    return _newest_first().where(assessment.c.as_of >= bindparam("since"))


@cache
def _once_met() -> Select[Any]:
    return _newest_first().where(
        assessment.c.verdict.in_(_MAY_HAVE_MET), assessment.c.uid != bindparam("but")
    )


def _newest_first() -> Select[Any]:
    """Facts of an indicator by a day that are neither deleted nor superseded."""
    return _all_newest_first().where(assessment.c.code == bindparam("code"))


@cache
def _all_newest_first() -> Select[Any]:
    return (
        select(assessment)
        .where(
            assessment.c.commune_id == bindparam("commune"),
            assessment.c.set_id == bindparam("set"),
            assessment.c.as_of <= bindparam("on"),
            assessment.c.deleted == 0,
            ~_superseded(),
        )
        .order_by(assessment.c.as_of.desc(), assessment.c.seq.desc())
    )


@cache
def _superseded() -> Any:
    newer = assessment.alias("newer")
    return exists().where(
        newer.c.commune_id == assessment.c.commune_id,
        newer.c.supersedes == assessment.c.uid,
        newer.c.deleted == 0,
    )


@until_written(target_confirmation)
def list_confirmations(session: Session, *, set_id: str) -> tuple[Confirmation, ...]:
    rows = session.rows(live(target_confirmation, session).where(target_confirmation.c.set_id == set_id))
    return tuple(
        Confirmation(
            decision=row["decision"],
            decided=day_of(row["decided"]),
            by_name=row["by_name"],
            levels=_levels(row["levels"]),
        )
        for row in rows
    )


@lru_cache(maxsize=256)
def _levels(text: str | None) -> frozenset[CheckedLevel]:
    """A whole set has hundreds, and they are looked at with every screen."""
    return levels_from_json(text)
