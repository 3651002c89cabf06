"""Obstacles: what holds the commune back, the level that must decide, and what was done about it so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import RowMapping, select

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import insert, next_seq, remove, update
from ntm_desktop.db.models import commune as commune_row
from ntm_desktop.db.models import (
    criteria_pack,
    goal,
    obstacle,
    obstacle_event,
    official_document,
    person,
    target_confirmation,
    target_override,
    work,
)
from ntm_desktop.db.session import Session, live, names, until_written
from ntm_desktop.domain.corrections import check_stands, in_order
from ntm_desktop.domain.obstacles import (
    LEVEL_NAMES,
    STATE_WORDS,
    Event,
    EventKind,
    Level,
    Standing,
    State,
    check_event,
    standing_on,
    waits_for_level,
)
from ntm_desktop.domain.targets import target_text
from ntm_desktop.errors import NtmError
from ntm_desktop.services import commune, criteria_sets, goals, official_documents, people
from ntm_desktop.services.fields import body, day_of, iso, line, required
from ntm_desktop.services.judged import Yardstick, yardstick
from ntm_desktop.services.official_documents import DocumentView
from ntm_desktop.text import format_date

_GONE = "Vướng mắc này không còn trong danh sách. Tải lại trang Vướng mắc."


@dataclass(frozen=True, slots=True)
class EventView:
    """One event as it was entered; ``document`` is the label of its paper, ``number`` its number, or ""."""

    uid: str
    kind: EventKind
    on: date
    due: date | None
    document: str
    number: str
    note: str
    reason: str


@dataclass(frozen=True, slots=True)
class LevelGiven:
    """The level that an obstacle still waits for although it is known now."""

    code: str
    level: str
    decision: str
    decided: date | None

    @property
    def text(self) -> str:
        by = f" theo QĐ {self.decision}" if self.decision else ""
        day = f" ngày {format_date(self.decided)}" if self.decided else ""
        return f"Chỉ tiêu {self.code} đã có mức {self.level}{by}{day}."


@dataclass(frozen=True, slots=True)
class ObstacleView:
    uid: str
    what: str
    work_uid: str | None
    work: str
    criterion: str
    criterion_name: str
    since: date
    person_uid: str | None
    person: str
    level: Level
    authority: str
    proposal: str
    standing: Standing
    events: tuple[EventView, ...]
    """Until the day of the list, newest first; without what was corrected since."""
    given: LevelGiven | None = None
    """Of an open one about a level that was not set: that level, once it is. It is never closed by itself."""

    @property
    def subject(self) -> str:
        """What it holds back: the work, else the criterion, else the commune as a whole."""
        if self.work:
            return self.work
        return (
            f"Tiêu chí {self.criterion} {self.criterion_name}".strip() if self.criterion else "Chung của xã"
        )

    @property
    def decider(self) -> str:
        return self.authority or LEVEL_NAMES[self.level]

    @property
    def state_text(self) -> str:
        return STATE_WORDS[self.standing.state]


@dataclass(frozen=True, slots=True)
class ObstacleTable:
    on: date
    rows: tuple[ObstacleView, ...]
    """The open ones first, the oldest first in both parts."""

    @property
    def open(self) -> tuple[ObstacleView, ...]:
        return tuple(row for row in self.rows if row.standing.is_open)

    @property
    def closable(self) -> tuple[ObstacleView, ...]:
        """Open ones whose level was set meanwhile."""
        return tuple(row for row in self.rows if row.given is not None)

    @property
    def overdue(self) -> tuple[ObstacleView, ...]:
        return tuple(row for row in self.rows if row.standing.state is State.OVERDUE)


@until_written(
    *(obstacle, obstacle_event),
    *(commune_row, criteria_pack, goal, target_confirmation, target_override),  # a level that is waited for
    named=(official_document, person, work),
)
def table(session: Session, *, on: date) -> ObstacleTable:
    """All that had arisen by a day, as they stood then."""
    return ObstacleTable(on, _views(session, on))


def open_of(session: Session, *, work_uid: str, on: date) -> tuple[ObstacleView, ...]:
    """The open ones of a work, the oldest first."""
    return tuple(view for view in _views(session, on, work_uid) if view.standing.is_open)


def _views(session: Session, on: date, work_uid: str | None = None) -> tuple[ObstacleView, ...]:
    """Of one work where it is given."""
    arisen = live(obstacle, session).where(obstacle.c.since <= on.isoformat())
    happened = live(obstacle_event, session)
    if work_uid is not None:
        arisen = arisen.where(obstacle.c.work_uid == work_uid)
        theirs = select(obstacle.c.uid).where(
            obstacle.c.commune_id == session.commune_id, obstacle.c.work_uid == work_uid
        )
        happened = happened.where(obstacle_event.c.obstacle_uid.in_(theirs))
    rows = session.rows(arisen)
    if not rows:
        return ()
    works, staff = names(work, session), names(person, session)
    papers = {view.uid: view for view in official_documents.list_documents(session)}
    criteria, levels = _criteria(session, on), _Levels(session, on)
    events: dict[str, list[RowMapping]] = {}
    for found in session.rows(happened):
        events.setdefault(found["obstacle_uid"], []).append(found)
    views = []
    for row in rows:
        by_uid = {event["uid"]: event for event in events.get(row["uid"], ())}
        known = in_order(map(_event, by_uid.values()))
        since, level = date.fromisoformat(row["since"]), Level(row["level"])
        standing = standing_on(since, level, known, on)
        views.append(
            ObstacleView(
                uid=row["uid"],
                what=row["what"],
                work_uid=row["work_uid"],
                work=works.get(row["work_uid"], ""),
                criterion=row["criterion"],
                criterion_name=criteria.get(row["criterion"], ""),
                since=since,
                person_uid=row["person_uid"],
                person=staff.get(row["person_uid"], ""),
                level=level,
                authority=row["authority"],
                proposal=row["proposal"],
                standing=standing,
                events=tuple(_shown(one, by_uid[one.uid], papers) for one in reversed(known) if one.on <= on),
                given=levels.given(row["what"], row["criterion"]) if standing.is_open else None,
            )
        )
    return tuple(sorted(views, key=lambda view: (not view.standing.is_open, view.since, view.uid)))


@dataclass(frozen=True, slots=True)
class ObstacleChoices:
    """What an obstacle may name: (key, words) of works, criteria and people."""

    works: tuple[tuple[str, str], ...]
    criteria: tuple[tuple[str, str], ...]
    people: tuple[tuple[str, str], ...]


def choices(session: Session, *, on: date) -> ObstacleChoices:
    return ObstacleChoices(
        tuple(names(work, session, work.c.position, work.c.uid).items()),
        tuple((code, f"{code} {name}") for code, name in _criteria(session, on).items()),
        tuple((view.uid, view.label) for view in people.list_people(session, on=on)),
    )


def view(session: Session, *, uid: str, on: date) -> ObstacleView:
    """One obstacle. Raises NtmError when it is no longer there."""
    found = next((row for row in table(session, on=on).rows if row.uid == uid), None)
    if found is None:
        raise NtmError(_GONE)
    return found


def save(
    session: Session,
    *,
    uid: str | None = None,
    what: str,
    since: date,
    today: date,
    level: Level,
    authority: str = "",
    work_uid: str | None = None,
    criterion: str = "",
    person_uid: str | None = None,
    proposal: str = "",
) -> Changes:
    """Adds an obstacle, or changes the one of ``uid``; its events stay as they are."""
    required({"nội dung vướng mắc": what})
    if since > today:
        raise NtmError(
            f"Ngày phát sinh {format_date(since)} ở sau hôm nay ({format_date(today)}). Nhập lại ngày."
        )
    before = session.row(live(obstacle, session).where(obstacle.c.uid == uid))
    known = before["criterion"] if before is not None else ""
    if criterion not in ("", known) and criterion not in _criteria(session, today):
        raise NtmError(f"Không có tiêu chí {criterion} trong bộ tiêu chí đang áp dụng. Chọn lại tiêu chí.")
    values = {
        "what": line(what),
        "work_uid": work_uid,
        "criterion": criterion,
        "since": since.isoformat(),
        "person_uid": person_uid,
        "level": level.value,
        "authority": line(authority),
        "proposal": body(proposal),
    }
    if uid is None:
        return insert(session, obstacle, [{"uid": session.new_uid(), **values}])
    first = in_order(map(_event, _events_of(session, uid)))
    if first and first[0].on < since:
        raise NtmError(
            f"Ngày phát sinh {format_date(since)} ở sau diễn biến ngày {format_date(first[0].on)}. "
            "Nhập lại ngày phát sinh."
        )
    return update(session, obstacle, uid, values)


def remove_obstacle(session: Session, *, uid: str) -> Changes:
    """Takes an obstacle out with all its events; undo brings it back."""
    return remove(session, obstacle, [uid], children=True)


def record_event(
    session: Session,
    *,
    uid: str,
    event: EventKind,
    on: date,
    today: date,
    due: date | None = None,
    document: str = "",
    note: str = "",
    supersedes: str | None = None,
    reason: str = "",
) -> Changes:
    """What happened to an obstacle on a day; correcting an event of it needs a reason.

    ``document`` is the number of the paper: of the commune when it sends, of the decider when it answers.
    """
    row = session.row(live(obstacle, session).where(obstacle.c.uid == uid))
    if row is None:
        raise NtmError(_GONE)
    known = [_event(found) for found in _events_of(session, uid)]
    check_stands(supersedes, known)
    seq = next_seq(session, obstacle_event)
    asks = event in (EventKind.SENT, EventKind.REMINDED)
    new = Event(event, on, due if asks else None, uid=session.new_uid(), seq=seq, supersedes=supersedes)
    since = date.fromisoformat(row["since"])
    check_event(new, known, since=since, today=today, note=note, reason=reason)
    changes, document_uid = Changes(), None
    if line(document):
        answers = event is EventKind.ANSWERED
        issuer = row["authority"] if answers else f"UBND {commune.load(session).name}"
        changes, document_uid = official_documents.letter_numbered(
            session, number=document, issued=on, issuer=issuer, title=row["what"]
        )
    values = {
        "uid": new.uid,
        "obstacle_uid": uid,
        "event": event.value,
        "on_date": on.isoformat(),
        "due": iso(new.due),
        "document_uid": document_uid,
        "note": body(note),
        "supersedes": supersedes,
        "reason": line(reason),
        "seq": seq,
    }
    return changes | insert(session, obstacle_event, [values])


def _events_of(session: Session, uid: str) -> Sequence[RowMapping]:
    return session.rows(live(obstacle_event, session).where(obstacle_event.c.obstacle_uid == uid))


def _event(row: RowMapping) -> Event:
    return Event(
        EventKind(row["event"]),
        date.fromisoformat(row["on_date"]),
        day_of(row["due"]),
        uid=row["uid"],
        seq=row["seq"],
        supersedes=row["supersedes"],
    )


def _shown(one: Event, row: RowMapping, papers: Mapping[str, DocumentView]) -> EventView:
    paper = papers.get(row["document_uid"])
    label, number = (paper.label, paper.number) if paper else ("", "")
    return EventView(one.uid, one.kind, one.on, one.due, label, number, row["note"], row["reason"])


def _criteria(session: Session, on: date) -> Mapping[str, str]:
    goal = goals.current(session, on=on)
    criteria_set = criteria_sets.load(session, set_id=goal.set_id).on(on)
    return {criterion.code: criterion.short_name or criterion.name for criterion in criteria_set.criteria}


class _Levels:
    """The levels of a day; read when the first obstacle asks for one."""

    def __init__(self, session: Session, on: date) -> None:
        self._session, self._on = session, on
        self._rule: Yardstick | None = None

    def given(self, what: str, criterion: str) -> LevelGiven | None:
        """None unless each indicator that it waits for, within its criterion, has all its levels."""
        if not (codes := waits_for_level(what)):
            return None
        rule = self._rule = self._rule or yardstick(self._session, on=self._on)
        found = []
        for indicator in rule.criteria_set.indicators():
            named = indicator.code in codes or indicator.official_code in codes
            if named and criterion in ("", indicator.criterion):
                targets = rule.targets(indicator)
                if any(one is None or one.target.value is None for one in targets.values()):
                    return None
                first = next(one for one in targets.values() if one is not None).target.provenance
                level = target_text(indicator, targets, named=True)
                found.append(LevelGiven(indicator.official_code, level, first.decision, first.issued))
        return found[0] if found else None
