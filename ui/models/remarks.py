"""Remarks as prepared rows: what each is about, its values of then and now, how it stands. No queries."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from ntm_desktop.domain import remarks
from ntm_desktop.domain.remarks import STATE_WORDS
from ntm_desktop.services.remarks import RemarkView
from ntm_desktop.text import format_date
from ui.models.rows import Cell, Column, Row
from ui.tokens import State
from ui.wording import said

SUBJECT, BODY, THEN, NOW, DUE, STATE = range(6)

MARKS = {
    remarks.State.NEW: State.UNMET,
    remarks.State.ANSWERED: State.NOT_ASSESSED,
    remarks.State.ACCEPTED: State.MET,
    remarks.State.RETURNED: State.RETURNED,
    remarks.State.WITHDRAWN: State.NOT_APPLICABLE,
}


def short_word(state: remarks.State) -> str:
    """As a table has room for, of a remark that waits."""
    translate = QCoreApplication.translate
    if state is remarks.State.ANSWERED:
        return translate("Remarks", "Đã trả lời")
    return (
        translate("Remarks", "Bị trả lại")
        if state is remarks.State.RETURNED
        else translate("Remarks", "Chưa trả lời")
    )


def column() -> Column:
    """Of a table of what is remarked on."""
    return Column(
        QCoreApplication.translate("Remarks", "Nhận xét"),
        118,
        full_title=QCoreApplication.translate("Remarks", "Nhận xét của cơ quan thẩm định chưa khép lại"),
    )


def waiting_cell(state: remarks.State | None) -> Cell:
    if state is None:
        return Cell()
    return Cell(short_word(state), state=MARKS[state], tooltip=said(STATE_WORDS[state]))


def columns() -> tuple[Column, ...]:
    translate = QCoreApplication.translate
    return (
        Column(translate("Remarks", "Về"), least=180),
        Column(translate("Remarks", "Nhận xét"), least=180),
        Column(translate("Remarks", "Mức khi nhận xét"), 130),
        Column(translate("Remarks", "Mức hiện nay"), 130),
        Column(translate("Remarks", "Hạn"), 84, right=True),
        Column(translate("Remarks", "Tình trạng"), 176),
    )


def rows_of(views: Sequence[RemarkView]) -> list[Row]:
    return [_row(view) for view in views]


def _row(view: RemarkView) -> Row:
    one_line = " ".join(view.body.split())
    cells = (
        Cell(view.subject, tooltip=view.subject),
        Cell(one_line, tooltip=view.body),
        Cell(view.value_then, tooltip=view.value_then),
        Cell(view.value_now, tooltip=view.value_now, strong=view.is_changed),
        Cell(format_date(view.due) if view.due else ""),
        Cell(said(STATE_WORDS[view.state]), state=MARKS[view.state]),
    )
    return Row(cells, view.uid)
