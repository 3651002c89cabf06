"""Lines of the running clock of work about what waits for others: obstacles, promised capital, letters."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ntm_desktop.db.session import Session
from ntm_desktop.domain.contractors import LetterState
from ntm_desktop.domain.obstacles import OLD, State
from ntm_desktop.domain.overview import Link, Todo
from ntm_desktop.services import commitments, contractors, obstacles
from ntm_desktop.services.obstacles import ObstacleView
from ntm_desktop.text import format_date, millions


def urgent(session: Session, today: date) -> Iterator[Todo]:
    """What others should have done by now, and what they have done already."""
    for row in obstacles.table(session, on=today).closable:
        assert row.given is not None
        yield _obstacle(row, f"Xem lại để đóng vướng mắc: {row.what}", row.given.text)
    for row in obstacles.table(session, on=today).overdue:
        if row.given is not None:
            continue
        due = row.standing.due
        assert due is not None
        why = f"Hạn trả lời {format_date(due)}, quá {row.standing.days_over} ngày{_who(row)}"
        yield _obstacle(row, f"Nhắc {row.decider} trả lời: {row.what}", why)
    for promise in commitments.table(session, on=today).late:
        missing = millions(promise.kept.missing)
        why = f"Hạn {format_date(promise.due)}, quá {promise.kept.days_over} ngày · {promise.subject}"
        what = f"Đề nghị {promise.promiser} bố trí {missing} triệu đồng đã cam kết"
        link = Link("vuong-mac", f"cam-ket/{promise.uid}")
        yield Todo(f"commitment/{promise.uid}", what, why, "warn", link)
    names = contractors.names(session)
    for builder, letters in contractors.letters(session, on=today).items():
        for letter in letters:
            if letter.state is LetterState.LATE:
                assert letter.asked is not None
                why = f"{letter.label}, hạn trả lời {format_date(letter.asked)}"
                what = f"Nhắc {names[builder]} trả lời công văn"
                yield Todo(f"letter/{letter.uid}", what, why, "warn", Link("don-vi-thi-cong", builder))


def old(session: Session, today: date) -> Iterator[Todo]:
    """Obstacles that are open for long, though nobody is late with an answer."""
    for row in obstacles.table(session, on=today).open:
        told = row.standing.state is State.OVERDUE or row.given is not None
        if row.standing.age > OLD and not told:
            why = f"{row.state_text}, đã {row.standing.age} ngày{_who(row)}"
            yield _obstacle(row, f"Tháo gỡ vướng mắc: {row.what}", why)


def _obstacle(row: ObstacleView, what: str, why: str) -> Todo:
    return Todo(f"obstacle/{row.uid}", what, why, "warn", Link("vuong-mac", row.uid))


def _who(row: ObstacleView) -> str:
    return f" · {row.person}" if row.person else ""
