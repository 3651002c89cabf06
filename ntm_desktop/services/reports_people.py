"""The papers on who answers for what, and on what was met and is not."""

from __future__ import annotations

from collections.abc import Sequence

from ntm_desktop.db.session import Session
from ntm_desktop.documents import people
from ntm_desktop.documents.people import (
    ChargeEntry,
    CriterionEntry,
    LapseEntry,
    LateWorkEntry,
    ReviewEntry,
    TaskEntry,
)
from ntm_desktop.domain.tasks import TaskState
from ntm_desktop.errors import NtmError
from ntm_desktop.services import assignments, recognition, year_review
from ntm_desktop.services.assignments import AssignmentRow, LapseView, TaskView
from ntm_desktop.services.office import office_of
from ntm_desktop.services.report_kinds import Form, Made, Option, Report, Wanted, made_of
from ntm_desktop.services.year_review import Review, ReviewRow

_PAGE = "phan-cong"


def _charges(session: Session, wanted: Wanted) -> Made:
    office = office_of(session, today=wanted.today, by=wanted.by)
    entries = [_charge(row) for row in assignments.table(session, on=wanted.on).rows]
    return made_of(people.charge_table(entries, on=wanted.on, office=office))


def _tasks(session: Session, wanted: Wanted) -> Made:
    office = office_of(session, today=wanted.today, by=wanted.by)
    entries = [_task(task) for task in assignments.table(session, on=wanted.on).tasks]
    return made_of(people.task_table(entries, on=wanted.on, office=office))


def _notice(session: Session, wanted: Wanted) -> Made:
    rows = assignments.table(session, on=wanted.on).rows
    if all(row.charge is None for row in rows):
        raise NtmError("Chưa phân công tiêu chí nào, nên chưa có gì để thông báo. Phân công trước đã.")
    office = office_of(session, today=wanted.today, by=wanted.by)
    entries = [_charge(row) for row in rows]
    return Made(people.charge_notice(entries, on=wanted.on, office=office), office)


def _lapses(session: Session, wanted: Wanted) -> Made:
    office = office_of(session, today=wanted.today, by=wanted.by)
    entries = [_lapse(view) for view in assignments.lapses(session, on=wanted.on)]
    lapses = people.lapse_table(entries, on=wanted.on, office=office)
    checked = recognition.checklist(session, on=wanted.on)
    checks = people.check_table(checked, on=wanted.on, office=office)
    return Made(people.lapse_paper(lapses, checks), office, (lapses, checks) if checks.lines else (lapses,))


def _review(session: Session, wanted: Wanted) -> Made:
    found = _reviewed(session, wanted)
    office = office_of(session, today=wanted.today, by=wanted.by)
    table = people.review_table(
        [_review_entry(row) for row in found.people],
        [_review_entry(row) for row in found.units],
        rule=found.rule,
        year=found.year,
        on=found.on,
        office=office,
    )
    return made_of(table)


def _reviewed(session: Session, wanted: Wanted) -> Review:
    year = wanted.on.year if wanted.year is None else wanted.year
    year_review.check_year(year, today=wanted.on)
    return year_review.review(session, year=year, on=wanted.on)


def _sheet(session: Session, wanted: Wanted) -> Made:
    found = _reviewed(session, wanted)
    row = year_review.find(found, wanted.subject)
    office = office_of(session, today=wanted.today, by=wanted.by)
    criteria = [
        CriterionEntry(one.code, one.name, one.state, kept=one.kept, lost=one.lost) for one in row.criteria
    ]
    table = people.review_sheet(
        _review_entry(row),
        criteria,
        [_task(task) for task in row.tasks],
        rule=found.rule,
        year=found.year,
        on=found.on,
        office=office,
    )
    return made_of(table)


def _review_entry(row: ReviewRow) -> ReviewEntry:
    return ReviewEntry(
        name=row.name,
        post=row.post,
        unit=row.unit,
        facts=row.facts,
        proposed=row.proposed,
        changed=row.changed,
        reason=row.reason if row.changed else "",
        late_works=tuple(LateWorkEntry(one.name, one.days, one.built) for one in row.works),
    )


def _charge(row: AssignmentRow) -> ChargeEntry:
    return ChargeEntry(
        code=row.criterion,
        name=row.name,
        state=row.state,
        person=row.person,
        unit=row.unit,
        head=row.head,
        department=row.department,
        from_date=row.charge.from_date if row.charge else None,
        to_date=row.charge.to_date if row.charge else None,
        tasks=row.count(TaskState.OPEN, TaskState.LATE),
        late=row.count(TaskState.LATE),
    )


def _task(task: TaskView) -> TaskEntry:
    return TaskEntry(task.code, task.solution, task.person, task.deadline, task.done_on, task.standing)


def _lapse(view: LapseView) -> LapseEntry:
    return LapseEntry(
        criterion=view.criterion_name,
        code=view.code,
        text=view.text,
        met_on=view.met_on,
        met_set=view.met_set,
        unmet_on=view.unmet_on,
        set_changed=view.set_changed,
        value_text=view.value_text,
        target_text=view.target_text,
        cause=view.plan.cause if view.plan else "",
        solution=view.plan.solution if view.plan else "",
        deadline=view.plan.deadline if view.plan else None,
        person=view.person,
        department=view.department,
    )


REPORTS: Sequence[Report] = (
    Report("phan-cong", "Phân công phụ trách tiêu chí", _charges, page=_PAGE),
    Report("thong-bao-phan-cong", "Thông báo phân công", _notice, form=Form.LETTER, page=_PAGE),
    Report("nhiem-vu", "Nhiệm vụ được giao", _tasks, page=_PAGE),
    Report("tai-cong-nhan", "Chỉ tiêu đã đạt nay chưa đạt", _lapses, page=_PAGE),
    Report("danh-gia", "Tổng hợp đánh giá năm", _review, (Option.YEAR,), page=_PAGE),
    Report("danh-gia-ca-nhan", "Phiếu đánh giá năm", _sheet, (Option.YEAR, Option.SUBJECT), page=_PAGE),
)
