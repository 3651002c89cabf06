"""A consultation with nothing left to ask for, made through the services: for tests of whole dossiers."""

from __future__ import annotations

from datetime import date, timedelta

from ntm_desktop.changes import Changes
from ntm_desktop.db.session import Session
from ntm_desktop.domain.consultation import WRITE, Attendee, Giver, OpinionForm
from ntm_desktop.services import consultation, consultation_meeting, consultation_survey
from ntm_desktop.services.consultation_survey import QuestionEntry

HOUSEHOLDS = 100


def consult(session: Session, *, on: date) -> Changes:
    """All steps until the meeting, which is held ``on`` that day; what was entered before is replaced."""
    before = consultation.view(session, on=on)
    changes = Changes()
    for posted in before.publications:
        changes |= consultation.remove_publication(session, uid=posted.uid)
    for heard in before.broadcasts:
        changes |= consultation.remove_broadcast(session, uid=heard.uid)
    for said in before.opinions:
        changes |= consultation.remove_opinion(session, uid=said.uid)

    def days(before: int) -> date:
        return on - timedelta(days=before)

    changes |= consultation.save_publication(
        session, place="Trụ sở UBND xã", first=days(24), last=days(5), today=on
    )
    changes |= consultation.save_publication(
        session, place="Nhà văn hóa các thôn", first=days(24), last=days(5), today=on
    )
    for day in range(20, 15, -1):
        changes |= consultation.save_broadcast(session, on=days(day), today=on)
    for order, giver in enumerate((*WRITE, Giver.RESIDENTS), 1):
        is_written = giver is not Giver.RESIDENTS
        changes |= consultation.save_opinion(
            session,
            giver=giver,
            form=OpinionForm.WRITTEN if is_written else OpinionForm.BOX,
            number=f"{order}/CV" if is_written else "",
            on=days(4),
            today=on,
            content="Thống nhất.",
        )
    ballot = [QuestionEntry(None, "Đường thôn"), QuestionEntry(None, "Hài lòng chung", asks_overall=True)]
    if not before.questions:
        changes |= consultation_survey.save_questions(session, rows=ballot, today=on)
    now = consultation.view(session, on=on)
    asked = [one.uid for one in now.questions if not one.asks_overall]
    for hamlet in now.hamlets:
        changes |= consultation_survey.save_survey(
            session,
            hamlet_uid=str(hamlet.uid),
            on=days(4),
            today=on,
            households=HOUSEHOLDS,
            issued=HOUSEHOLDS,
            returned=98,
            valid=98,
            satisfied=97,
            answers=dict.fromkeys(asked, 96),
        )
    return changes | meet(session, on=on)


def meet(session: Session, *, on: date, **other: object) -> Changes:
    """The meeting as it was held, but for what is told otherwise."""
    told: dict[str, object] = {
        "begins": "07:30", "ends": "10:00", "place": "Hội trường UBND xã", "chair": "Đinh Minh Đức",
        "chair_post": "Chủ tịch UBND xã", "secretary": "Cao Thị Hòa", "secretary_post": "Công chức",
        "invited": 40, "present": 38, "agreed": 38, "discussion": "Các đại biểu nhất trí.",
        "copies_kept": 1, "copies_sent": 2,
    }  # fmt: skip
    changes = consultation_meeting.save_meeting(session, on=on, today=on, **(told | other))  # type: ignore[arg-type]
    came = consultation.view(session, on=on).meeting
    present = came.present if came else 0
    rows = [Attendee("Đinh Minh Đức", "Chủ tịch UBND xã")]
    rows += [Attendee(f"Người dự họp {number}") for number in range(2, present + 1)]
    return changes | consultation_meeting.save_attendees(session, rows=rows, today=on)
