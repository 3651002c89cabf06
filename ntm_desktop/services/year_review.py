"""Đánh giá cuối năm: for each person the facts of a year, and the rating that they propose."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ntm_desktop.db.session import Session
from ntm_desktop.domain.judging import CriterionState
from ntm_desktop.domain.rating import Rating, YearFacts, proposed_rating
from ntm_desktop.domain.tasks import TaskState
from ntm_desktop.services import assignments
from ntm_desktop.services.assignments import AssignmentRow
from ntm_desktop.services.people import list_people

_LATE = (TaskState.LATE, TaskState.DONE_LATE)


@dataclass(frozen=True, slots=True)
class ReviewRow:
    name: str
    post: str
    unit: str
    facts: YearFacts
    proposed: Rating | None


def review(session: Session, *, year: int, on: date) -> tuple[ReviewRow, ...]:
    """Of those in charge on the last day of the year, or on ``on`` while it runs; in the office's order."""
    day = min(on, date(year, 12, 31))
    fell = {view.criterion for view in assignments.lapses(session, on=day) if view.unmet_on.year == year}
    found: dict[str, YearFacts] = {}
    for row in assignments.table(session, on=day).rows:
        if row.charge is not None and row.charge.person is not None:
            uid = row.charge.person.uid
            facts = _facts_of(row, year, lost=row.criterion in fell)
            found[uid] = found[uid] + facts if uid in found else facts
    return tuple(
        ReviewRow(one.name, one.post, one.unit, found[one.uid], proposed_rating(found[one.uid]))
        for one in list_people(session)
        if one.uid in found
    )


def _facts_of(row: AssignmentRow, year: int, *, lost: bool) -> YearFacts:
    due = [task for task in row.tasks if task.deadline is not None and task.deadline.year == year]
    met = row.state in (CriterionState.MET, CriterionState.NOT_APPLICABLE)
    late = sum(task.standing.state in _LATE for task in due)
    return YearFacts(1, int(met), int(lost), len(due), late)
