"""The survey of satisfaction: what the ballot asks, and the ballots of each hamlet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import RowMapping

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import insert, remove, update
from ntm_desktop.db.models import survey, survey_answer, survey_question
from ntm_desktop.db.session import Session, live
from ntm_desktop.domain.consultation import HamletSurvey, Question, check_past, check_survey
from ntm_desktop.errors import EntryRefused
from ntm_desktop.services import commune, goals
from ntm_desktop.services.fields import line
from ntm_desktop.services.whole_lists import replace_list
from ntm_desktop.text import search_key

COUNTS = ("households", "issued", "returned", "valid", "satisfied")
"""The counts of a hamlet's ballots, in the order in which they are typed."""


@dataclass(frozen=True, slots=True)
class QuestionEntry:
    uid: str | None  # None: a new one
    title: str
    asks_overall: bool = False


def questions(session: Session, *, goal_uid: str) -> tuple[Question, ...]:
    """In the order of the ballot."""
    query = live(survey_question, session).where(survey_question.c.goal_uid == goal_uid)
    rows = session.rows(query.order_by(survey_question.c.position, survey_question.c.uid))
    return tuple(Question(row["uid"], row["title"], bool(row["asks_overall"])) for row in rows)


def surveys(session: Session, *, goal_uid: str, places: Mapping[str, str]) -> tuple[HamletSurvey, ...]:
    """``places``: the names of the hamlets by uid, in the commune's order, which is also the answer's."""
    rows = {
        row["hamlet_uid"]: row
        for row in session.rows(live(survey, session).where(survey.c.goal_uid == goal_uid))
    }
    answers = _answers(session, [row["uid"] for row in rows.values()])
    return tuple(
        _survey(rows[uid], name, answers.get(rows[uid]["uid"], {}))
        for uid, name in places.items()
        if uid in rows
    )


def save_questions(session: Session, *, rows: Sequence[QuestionEntry], today: date) -> Changes:
    """The whole ballot in its order; with a content that is left out go the ballots counted by it."""
    goal = goals.current(session, on=today)
    seen = set[str]()
    for number, row in enumerate(rows, 1):
        if not line(row.title):
            raise EntryRefused("title", f"Nội dung thứ {number} chưa có lời. Ghi lời hoặc xóa dòng đó.")
        if (key := search_key(row.title)) in seen:
            raise EntryRefused("title", f"Nội dung thứ {number} “{line(row.title)}” đã có. Xóa một dòng.")
        seen.add(key)
    if sum(row.asks_overall for row in rows) > 1:
        raise EntryRefused("asks_overall", "Chỉ một nội dung hỏi hài lòng chung. Bỏ đánh dấu nội dung kia.")
    known = {one.uid: one for one in questions(session, goal_uid=goal.uid)}
    for row in rows:
        one = known.get(row.uid or "")
        if one is not None and row.asks_overall and not one.asks_overall and _is_counted(session, one.uid):
            raise EntryRefused(
                "asks_overall",
                f"“{one.title}” đã có số phiếu của các thôn. Xóa số phiếu đó trước: nội dung hỏi hài lòng "
                "chung lấy số phiếu hài lòng của thôn.",
            )
    return replace_list(
        session,
        survey_question,
        known=known.keys(),
        uids=[row.uid for row in rows],
        values=[
            {
                "goal_uid": goal.uid,
                "position": position,
                "title": line(row.title),
                "asks_overall": row.asks_overall,
            }
            for position, row in enumerate(rows)
        ],
        children=True,
    )


def save_survey(
    session: Session,
    *,
    hamlet_uid: str,
    on: date,
    today: date,
    households: int | None,
    issued: int | None,
    returned: int | None,
    valid: int | None,
    satisfied: int | None,
    answers: Mapping[str, int] | None = None,
    collector: str = "",
) -> Changes:
    """The ballots of a hamlet, which has one survey; ``answers``: satisfied ones by uid of the content, those
    left out are not counted."""
    goal = goals.current(session, on=today)
    check_past(on, today, "Khảo sát")
    counted = dict(answers or {})
    titles = {one.uid: one.title for one in questions(session, goal_uid=goal.uid) if not one.asks_overall}
    if counted.keys() - titles.keys():
        raise EntryRefused(
            "answers",
            "Nội dung của phiếu đã thay đổi. Tải lại trang Lấy ý kiến rồi nhập lại số phiếu từng nội dung.",
        )
    check_survey(
        households=households,
        issued=issued,
        returned=returned,
        valid=valid,
        satisfied=satisfied,
        answers={titles[uid]: count for uid, count in counted.items()},
    )
    values = {
        "on_date": on.isoformat(),
        "households": households,
        "issued": issued,
        "returned": returned,
        "valid": valid,
        "satisfied": satisfied,
        "collector": line(collector),
    }
    known = _row_of(session, goal.uid, hamlet_uid)
    if known is None:
        uid = session.new_uid()
        row = {"uid": uid, "goal_uid": goal.uid, "hamlet_uid": hamlet_uid, **values}
        changes = insert(session, survey, [row])
    else:
        uid = known["uid"]
        changes = update(session, survey, uid, values)
    return changes | _put_answers(session, uid, counted)


def change_survey(
    session: Session,
    *,
    hamlet_uid: str,
    today: date,
    on: date | None = None,
    counts: Mapping[str, int | None],
) -> Changes:
    """Only what was typed of a hamlet's ballots, over what is stored by now; the rest stays as it is.

    ``counts``: by the name of the field, None for one that was emptied. What is typed first brings today and
    the households that the commune knows of.
    """
    goal = goals.current(session, on=today)
    places = {str(one.uid): one for one in commune.list_hamlets(session)}
    hamlet = places[hamlet_uid]
    known = next(iter(surveys(session, goal_uid=goal.uid, places={hamlet_uid: hamlet.name})), None)
    if known is None:
        stored: dict[str, int | None] = dict.fromkeys(COUNTS) | {"households": hamlet.households}
    else:
        stored = dict(zip(COUNTS, known.counts, strict=True))
    return save_survey(
        session,
        hamlet_uid=hamlet_uid,
        on=on or (known.on if known else today),
        today=today,
        answers=known.answers if known else None,
        collector=known.collector if known else "",
        **(stored | dict(counts)),
    )


def is_begun(session: Session, *, hamlet_uid: str, today: date) -> bool:
    """Whether something is stored of a hamlet's ballots."""
    goal = goals.current(session, on=today)
    return _row_of(session, goal.uid, hamlet_uid) is not None


def remove_survey(session: Session, *, uid: str) -> Changes:
    return remove(session, survey, [uid], children=True)


def _row_of(session: Session, goal_uid: str, hamlet_uid: str) -> RowMapping | None:
    of_hamlet = survey.c.goal_uid == goal_uid, survey.c.hamlet_uid == hamlet_uid
    return session.row(live(survey, session).where(*of_hamlet))


def _put_answers(session: Session, survey_uid: str, counted: Mapping[str, int]) -> Changes:
    rows = session.rows(live(survey_answer, session).where(survey_answer.c.survey_uid == survey_uid))
    known = {row["question_uid"]: row["uid"] for row in rows}
    return replace_list(
        session,
        survey_answer,
        known=set(known.values()),
        uids=[known.get(uid) for uid in counted],
        values=[
            {"survey_uid": survey_uid, "question_uid": uid, "satisfied": count}
            for uid, count in counted.items()
        ],
    )


def _is_counted(session: Session, question_uid: str) -> bool:
    query = live(survey_answer, session).where(survey_answer.c.question_uid == question_uid)
    return session.row(query) is not None


def _answers(session: Session, surveys: Sequence[str]) -> Mapping[str, Mapping[str, int]]:
    found: dict[str, dict[str, int]] = {}
    query = live(survey_answer, session).where(survey_answer.c.survey_uid.in_(surveys))
    for row in session.rows(query.order_by(survey_answer.c.question_uid)):
        found.setdefault(row["survey_uid"], {})[row["question_uid"]] = row["satisfied"]
    return found


def _survey(row: RowMapping, hamlet: str, answers: Mapping[str, int]) -> HamletSurvey:
    return HamletSurvey(
        uid=row["uid"],
        hamlet_uid=row["hamlet_uid"],
        hamlet=hamlet,
        on=date.fromisoformat(row["on_date"]),
        households=row["households"],
        issued=row["issued"],
        returned=row["returned"],
        valid=row["valid"],
        satisfied=row["satisfied"],
        collector=row["collector"],
        answers=answers,
    )
