"""The contractors as prepared rows: how many works, how late, how many letters wait for an answer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from ntm_desktop.domain.contractors import LetterState
from ntm_desktop.services.contractors import ContractorRow
from ntm_desktop.text import format_int
from ui.models.rows import Cell, Column, Row
from ui.tokens import State
from ui.wording import said

NAME, KIND, WORKS, LATE, WORST, LETTERS, UNANSWERED, STATE = range(8)

LETTER_MARKS = {
    LetterState.ANSWERED: State.MET,
    LetterState.WAITING: State.REGRESSED,
    LetterState.LATE: State.UNMET,
}


def columns() -> tuple[Column, ...]:
    return (
        Column(QCoreApplication.translate("Contractors", "Đơn vị thi công"), least=180),
        Column(QCoreApplication.translate("Contractors", "Loại đơn vị"), 142),
        Column(QCoreApplication.translate("Contractors", "Công trình"), 84, right=True),
        Column(
            QCoreApplication.translate("Contractors", "Chậm"),
            60,
            right=True,
            full_title=QCoreApplication.translate("Contractors", "Số công trình đang chậm"),
        ),
        Column(
            QCoreApplication.translate("Contractors", "Chậm nhất"),
            84,
            right=True,
            full_title=QCoreApplication.translate(
                "Contractors", "Số ngày chậm của công trình chậm nhất, so với kế hoạch hoặc hợp đồng"
            ),
        ),
        Column(
            QCoreApplication.translate("Contractors", "Công văn"),
            78,
            right=True,
            full_title=QCoreApplication.translate("Contractors", "Số công văn đôn đốc đã gửi"),
        ),
        Column(
            QCoreApplication.translate("Contractors", "Chưa trả lời"),
            94,
            right=True,
            full_title=QCoreApplication.translate("Contractors", "Số công văn chưa trả lời"),
        ),
        Column(QCoreApplication.translate("Contractors", "Tình trạng"), 158),
    )


def rows_of(rows: Sequence[ContractorRow]) -> list[Row]:
    return [_row(row) for row in rows]


def state_of(row: ContractorRow) -> State:
    record = row.record
    if record.overdue:
        return State.UNMET
    if record.late:
        return State.REGRESSED
    return State.MET if record.works else State.NOT_ASSESSED


def word_of(row: ContractorRow) -> str:
    record = row.record
    if record.overdue:
        return QCoreApplication.translate("Contractors", "Quá hạn trả lời")
    if record.late:
        return QCoreApplication.translate("Contractors", "Chậm {} ngày").format(format_int(record.worst))
    if record.unfinished:
        return QCoreApplication.translate("Contractors", "Đúng hạn")
    if record.works:
        return QCoreApplication.translate("Contractors", "Đã làm xong")
    return QCoreApplication.translate("Contractors", "Chưa có hợp đồng")


def _row(row: ContractorRow) -> Row:
    record = row.record
    cells = (
        Cell(row.name, tooltip=row.name),
        Cell(said(row.kind_text)),
        Cell(str(record.works)),
        Cell(str(record.late) if record.late else ""),
        Cell(format_int(record.worst) if record.worst else ""),
        Cell(str(record.letters) if record.letters else ""),
        Cell(str(record.unanswered) if record.unanswered else ""),
        Cell(word_of(row), state=state_of(row)),
    )
    return Row(cells, row.uid)
