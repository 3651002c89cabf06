"""The obstacles as prepared rows: what each column says, which mark a state wears. No queries."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from ntm_desktop.domain import obstacles
from ntm_desktop.services.obstacles import ObstacleView
from ntm_desktop.text import format_date, format_int
from ui.models.rows import Cell, Column, Row
from ui.tokens import State
from ui.wording import said

WHAT, SUBJECT, DECIDER, SINCE, AGE, DUE, STATE = range(7)

MARKS = {
    obstacles.State.OWN: State.REGRESSED,
    obstacles.State.NOT_SENT: State.NOT_ASSESSED,
    obstacles.State.WAITING: State.REGRESSED,
    obstacles.State.OVERDUE: State.UNMET,
    obstacles.State.ANSWERED: State.REGRESSED,
    obstacles.State.CLOSED: State.MET,
}
"""Silhouettes as the works wear them: a square must be acted upon, a triangle watched."""


def columns() -> tuple[Column, ...]:
    return (
        Column(QCoreApplication.translate("Obstacles", "Vướng mắc"), least=280),
        Column(QCoreApplication.translate("Obstacles", "Công trình, tiêu chí"), 190),
        Column(QCoreApplication.translate("Obstacles", "Cấp giải quyết"), 158),
        Column(QCoreApplication.translate("Obstacles", "Từ ngày"), 84, right=True),
        Column(
            QCoreApplication.translate("Obstacles", "Số ngày"),
            70,
            right=True,
            full_title=QCoreApplication.translate(
                "Obstacles", "Số ngày từ khi phát sinh đến nay, hoặc đến khi giải quyết"
            ),
        ),
        Column(
            QCoreApplication.translate("Obstacles", "Hạn trả lời"),
            88,
            right=True,
            full_title=QCoreApplication.translate("Obstacles", "Hạn trả lời của cấp giải quyết"),
        ),
        Column(QCoreApplication.translate("Obstacles", "Tình trạng"), 158),
    )


def rows_of(views: Sequence[ObstacleView]) -> list[Row]:
    return [_row(view) for view in views]


def long_word_of(view: ObstacleView) -> str:
    """As the open obstacle wears it: overdue with its days."""
    if view.standing.days_over:
        return QCoreApplication.translate("Obstacles", "Quá hạn {} ngày").format(
            format_int(view.standing.days_over)
        )
    return said(view.state_text)


def _row(view: ObstacleView) -> Row:
    standing = view.standing
    waits = standing.state in (obstacles.State.WAITING, obstacles.State.OVERDUE)
    cells = (
        Cell(view.what, tooltip=view.what),
        Cell(said(view.subject), tooltip=said(view.subject)),
        Cell(said(view.decider), tooltip=said(view.decider)),
        Cell(format_date(view.since)),
        Cell(format_int(standing.age), strong=standing.is_open and standing.age > obstacles.OLD),
        Cell(format_date(standing.due) if standing.due and waits else ""),
        Cell(said(view.state_text), state=MARKS[standing.state]),
    )
    return Row(cells, view.uid)
