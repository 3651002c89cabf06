"""The papers on what waits for others: obstacles and promised capital."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ntm_desktop.db.session import Session
from ntm_desktop.documents import held_up
from ntm_desktop.documents.held_up import CommitmentEntry, EventEntry, ObstacleEntry
from ntm_desktop.errors import NtmError
from ntm_desktop.services import commitments, obstacles
from ntm_desktop.services.commitments import CommitmentView
from ntm_desktop.services.obstacles import ObstacleView
from ntm_desktop.services.office import office_of
from ntm_desktop.services.report_kinds import Form, Made, Option, Report, Wanted, made_of
from ntm_desktop.text import format_date, search_key

_PAGE = "vuong-mac"


def known_obstacles(session: Session, *, on: date) -> tuple[ObstacleEntry, ...]:
    """All that had arisen by a day, the solved ones too."""
    return tuple(map(_obstacle, obstacles.table(session, on=on).rows))


def _obstacles(session: Session, wanted: Wanted) -> Made:
    office = office_of(session, today=wanted.today, by=wanted.by)
    entries = known_obstacles(session, on=wanted.on)
    paper = held_up.obstacle_report(entries, on=wanted.on, office=office)
    return Made(paper, office, (held_up.obstacle_table(entries, on=wanted.on, office=office),))


def _commitments(session: Session, wanted: Wanted) -> Made:
    office = office_of(session, today=wanted.today, by=wanted.by)
    entries = [_commitment(view) for view in commitments.table(session, on=wanted.on).rows]
    return made_of(held_up.commitment_table(entries, on=wanted.on, office=office))


def _request(session: Session, wanted: Wanted) -> Made:
    known = commitments.table(session, on=wanted.on)
    owed = known.owed_by()
    if not owed:
        raise NtmError("Không có cam kết vốn nào còn thiếu, nên không có gì để đề nghị.")
    words = search_key(wanted.promiser).split()
    found = [name for name in owed if all(word in search_key(name) for word in words)]
    if len(found) != 1:
        nobody = f"Không có nơi cam kết “{wanted.promiser}” còn thiếu vốn."
        what = "Chưa rõ gửi nơi nào." if found else nobody
        raise NtmError(f"{what} Chọn một trong các nơi dưới đây.", list(owed))
    office = office_of(session, today=wanted.today, by=wanted.by)
    entries = [_commitment(view) for view in known.rows if view.promiser == found[0]]
    return Made(held_up.request_letter(found[0], entries, on=wanted.on, office=office), office)


def _obstacle(view: ObstacleView) -> ObstacleEntry:
    return ObstacleEntry(
        what=view.what,
        subject=view.subject,
        level=view.level,
        decider=view.decider,
        person=view.person,
        since=view.since,
        proposal=view.proposal,
        standing=view.standing,
        events=tuple(
            EventEntry(one.kind, one.on, one.number, " ".join(one.note.split()))
            for one in reversed(view.events)
        ),
    )


def _commitment(view: CommitmentView) -> CommitmentEntry:
    issued = f" ngày {format_date(view.issued)}" if view.issued else ""
    return CommitmentEntry(
        promiser=view.promiser,
        document=f"{view.number}{issued}" if view.number else "",
        subject=view.subject,
        source=view.source,
        year=view.year,
        due=view.due,
        note=view.note,
        kept=view.kept,
    )


REPORTS: Sequence[Report] = (
    Report("vuong-mac", "Báo cáo khó khăn, vướng mắc", _obstacles, page=_PAGE),
    Report("cam-ket-von", "Cam kết vốn và kết quả bố trí", _commitments, page=_PAGE),
    Report("de-nghi-von", "Công văn đề nghị bố trí vốn", _request, (Option.PROMISER,), Form.LETTER, _PAGE),
)
