"""Đánh giá cuối năm: for each person and unit the facts of a year, the rating that they propose, and the
one that the head decided on instead, with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import insert, remove, update
from ntm_desktop.db.models import year_rating
from ntm_desktop.db.session import Session, live
from ntm_desktop.domain.facts import FIRST_SET
from ntm_desktop.domain.judging import CriterionState
from ntm_desktop.domain.rating import (
    Rating,
    RatingRule,
    SubjectKind,
    YearFacts,
    proposed_rating,
)
from ntm_desktop.domain.tasks import TaskState
from ntm_desktop.errors import NtmError
from ntm_desktop.packs.ratings import rating_rule
from ntm_desktop.services import assignments, criteria_sets, works
from ntm_desktop.services.assignments import AssignmentTable, TaskView
from ntm_desktop.services.fields import body
from ntm_desktop.services.people import PersonView, list_people

_MET = (CriterionState.MET, CriterionState.NOT_APPLICABLE)
_LATE = (TaskState.LATE, TaskState.DONE_LATE)
_Key = tuple[SubjectKind, str]


@dataclass(frozen=True, slots=True)
class CriterionYear:
    """How a criterion came out of the year."""

    code: str
    name: str
    state: CriterionState
    kept: bool | None
    """None: the set of the year before has no criterion that asks for the same."""
    lost: bool


@dataclass(frozen=True, slots=True)
class LateWork:
    name: str
    days: int
    built: date | None
    """None: it is not built yet."""


@dataclass(frozen=True, slots=True)
class ReviewRow:
    kind: SubjectKind
    key: str  # uid of a person, name of a unit
    name: str
    post: str
    unit: str
    criteria: tuple[CriterionYear, ...]
    tasks: tuple[TaskView, ...]  # due within the year
    works: tuple[LateWork, ...]
    facts: YearFacts
    proposed: Rating | None
    changed: Rating | None  # by the head
    reason: str

    @property
    def rating(self) -> Rating | None:
        return self.changed or self.proposed


@dataclass(frozen=True, slots=True)
class Review:
    year: int
    on: date
    """The day of the facts: the last of the year, or today while the year runs."""
    rule: RatingRule
    people: tuple[ReviewRow, ...]
    units: tuple[ReviewRow, ...]

    @property
    def rows(self) -> tuple[ReviewRow, ...]:
        return (*self.people, *self.units)


@dataclass(slots=True)
class _Gathered:
    """In the order of the set; what two persons of a unit share counts once."""

    criteria: dict[str, CriterionYear] = field(default_factory=dict)
    tasks: dict[str, TaskView] = field(default_factory=dict)
    works: dict[str, LateWork] = field(default_factory=dict)

    def add(self, other: _Gathered) -> None:
        self.criteria |= other.criteria
        self.tasks |= other.tasks
        self.works |= other.works

    def facts(self) -> YearFacts:
        tasks = self.tasks.values()
        return YearFacts(
            criteria=len(self.criteria),
            met=sum(one.state in _MET for one in self.criteria.values()),
            kept=sum(one.kept is True for one in self.criteria.values()),
            unlike=sum(one.kept is None for one in self.criteria.values()),
            lost=sum(one.lost for one in self.criteria.values()),
            tasks=len(tasks),
            in_time=sum(task.standing.state is TaskState.DONE for task in tasks),
            late=sum(task.standing.state in _LATE for task in tasks),
            late_works=len(self.works),
        )


def check_year(year: int, *, today: date) -> None:
    if not FIRST_SET.year <= year <= today.year:
        raise NtmError(f"Năm {year} không đánh giá được. Nhập một năm từ {FIRST_SET.year} đến {today.year}.")


def review(session: Session, *, year: int, on: date) -> Review:
    """Of those in charge on the last day of the year, or on ``on`` while it runs; in the office's order.

    A work that is late on that day, or was built late within the year, counts for who follows it, without
    such a person for who answers for the criteria that it serves; a task for who does it.
    """
    day = min(on, date(year, 12, 31))
    staff = list_people(session)
    gathered = _gather(session, year, day)
    rule, decided = rating_rule(), _decided(session, year)
    people, of_units = [], dict[str, _Gathered]()
    for one in staff:
        if one.uid in gathered:
            people.append(_row(SubjectKind.PERSON, one.uid, one, gathered[one.uid], rule, decided))
            if one.unit:
                of_units.setdefault(one.unit, _Gathered()).add(gathered[one.uid])
    units = [_row(SubjectKind.UNIT, name, None, found, rule, decided) for name, found in of_units.items()]
    return Review(year, day, rule, tuple(people), tuple(units))


def decide(
    session: Session,
    *,
    year: int,
    kind: SubjectKind,
    key: str,
    rating: Rating | None,
    reason: str,
    today: date,
) -> Changes:
    """The head's rating in place of the proposed one; None goes back to the proposal."""
    check_year(year, today=today)
    row = next(
        (one for one in review(session, year=year, on=today).rows if (one.kind, one.key) == (kind, key)), None
    )
    if row is None:
        raise NtmError(f"Năm {year} không có gì để đánh giá ở đây. Tải lại trang.")
    known = _decided(session, year).get((kind, key))
    if rating is None or rating == row.proposed:
        return remove(session, year_rating, [known[0]]) if known else Changes()
    if not body(reason):
        raise NtmError("Chưa ghi lý do. Mức khác với mức đề xuất phải có lý do.")
    values = {
        "rating": rating.value,
        "proposed": row.proposed.value if row.proposed else "",
        "reason": body(reason),
        "on_date": today.isoformat(),
    }
    if known:
        return update(session, year_rating, known[0], values)
    person = kind is SubjectKind.PERSON
    added = {
        "uid": session.new_uid(),
        "year": year,
        "kind": kind.value,
        "person_uid": key if person else None,
        "unit": "" if person else key,
        **values,
    }
    return insert(session, year_rating, [added])


def find(review: Review, name: str) -> ReviewRow:
    """The person or unit of a name, or of words of it. Raises NtmError with all names."""
    wanted = name.strip().casefold()
    exact = [row for row in review.rows if row.name.casefold() == wanted]
    found = exact or [row for row in review.rows if wanted and wanted in row.name.casefold()]
    if len(found) == 1:
        return found[0]
    if not review.rows:
        raise NtmError(f"Năm {review.year} chưa phân công ai, nên chưa có ai để đánh giá.")
    names = [row.name for row in (found or review.rows)]
    if not wanted:
        raise NtmError("Chưa chọn cá nhân, đơn vị được đánh giá. Chọn một trong các tên dưới đây.", names)
    said = f"Có nhiều tên chứa “{name}”." if found else f"Không có cá nhân, đơn vị nào tên “{name}”."
    raise NtmError(f"{said} Chọn một trong các tên dưới đây.", names)


def _gather(session: Session, year: int, day: date) -> dict[str, _Gathered]:
    table = assignments.table(session, on=day)
    met_before = _met_before(session, table, date(year - 1, 12, 31))
    fell = {view.criterion for view in assignments.lapses(session, on=day) if view.unmet_on.year == year}
    found: dict[str, _Gathered] = {}
    in_charge: dict[str, str] = {}
    for row in table.rows:
        if row.charge is not None and row.charge.person is not None:
            uid = in_charge[row.criterion] = row.charge.person.uid
            kept = met_before.get(row.criterion)
            if kept is not None:
                kept = kept and row.state in _MET
            lost = row.criterion in fell
            came_out = CriterionYear(row.criterion, row.name, row.state, kept, lost)
            found.setdefault(uid, _Gathered()).criteria[row.criterion] = came_out
        for task in row.tasks:
            if task.person_uid and task.deadline is not None and task.deadline.year == year:
                found.setdefault(task.person_uid, _Gathered()).tasks[task.uid] = task
    for work in works.table(session, on=day).rows:
        state = work.state
        if state.is_late or (state.delay and state.built is not None and state.built.year == year):
            late = LateWork(work.name, state.delay, state.built)
            served = {in_charge[code] for code in work.criteria if code in in_charge}
            for uid in {work.person_uid} if work.person_uid else served:
                found.setdefault(uid, _Gathered()).works[work.uid] = late
    return found


def _met_before(session: Session, table: AssignmentTable, day: date) -> Mapping[str, bool]:
    """Whether a criterion was met on a day, of those that the set of that day had, too."""
    before = assignments.table(session, on=day)
    now = criteria_sets.load(session, set_id=table.set_id).on(table.on)
    then = criteria_sets.load(session, set_id=before.set_id).on(day)
    states = {row.criterion: row.state in _MET for row in before.rows}
    return {ours: states[theirs] for ours, theirs in now.same_criteria(then).items()}


def _row(
    kind: SubjectKind,
    key: str,
    person: PersonView | None,
    found: _Gathered,
    rule: RatingRule,
    decided: Mapping[_Key, tuple[str, Rating, str]],
) -> ReviewRow:
    facts = found.facts()
    known = decided.get((kind, key))
    return ReviewRow(
        kind=kind,
        key=key,
        name=person.name if person else key,
        post=person.post if person else "",
        unit=person.unit if person else "",
        criteria=tuple(found.criteria.values()),
        tasks=tuple(found.tasks.values()),
        works=_longest_first(found.works.values()),
        facts=facts,
        proposed=proposed_rating(facts, rule),
        changed=known[1] if known else None,
        reason=known[2] if known else "",
    )


def _longest_first(late: Iterable[LateWork]) -> tuple[LateWork, ...]:
    return tuple(sorted(late, key=lambda work: -work.days))


def _decided(session: Session, year: int) -> dict[_Key, tuple[str, Rating, str]]:
    """By who is rated: the row, its rating and the reason."""
    rows = session.rows(live(year_rating, session).where(year_rating.c.year == year))
    return {
        (SubjectKind(row["kind"]), row["person_uid"] or row["unit"]): (
            row["uid"],
            Rating(row["rating"]),
            row["reason"],
        )
        for row in rows
    }
