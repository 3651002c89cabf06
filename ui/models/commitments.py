"""The commitments of capital as prepared rows, in triệu đồng, with their sums. No queries."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from ntm_desktop.domain.capital import SOURCE_NAMES
from ntm_desktop.domain.commitments import PromiseState
from ntm_desktop.services.commitments import CommitmentView
from ntm_desktop.text import counted, format_date, format_int
from ui.models.rows import Cell, Column, Kind, Row, money_cell
from ui.tokens import State
from ui.wording import said

PROMISER, SUBJECT, SOURCE, PROMISED, ALLOTTED, MISSING, DUE, STATE = range(8)
TOTAL_ROW = ""

MARKS = {
    PromiseState.LATE: State.UNMET,
    PromiseState.PENDING: State.REGRESSED,
    PromiseState.KEPT: State.MET,
    PromiseState.WITHDRAWN: State.NOT_APPLICABLE,
}


def columns() -> tuple[Column, ...]:
    return (
        Column(QCoreApplication.translate("Commitments", "Nơi cam kết")),
        Column(QCoreApplication.translate("Commitments", "Công trình")),
        Column(QCoreApplication.translate("Commitments", "Nguồn, năm"), 158),
        Column(
            QCoreApplication.translate("Commitments", "Cam kết"),
            78,
            right=True,
            copied=QCoreApplication.translate("Commitments", "Cam kết (đồng)"),
        ),
        Column(
            QCoreApplication.translate("Commitments", "Đã bố trí"),
            78,
            right=True,
            copied=QCoreApplication.translate("Commitments", "Đã bố trí (đồng)"),
        ),
        Column(
            QCoreApplication.translate("Commitments", "Còn thiếu"),
            82,
            right=True,
            copied=QCoreApplication.translate("Commitments", "Còn thiếu (đồng)"),
        ),
        Column(
            QCoreApplication.translate("Commitments", "Hạn"),
            88,
            right=True,
            full_title=QCoreApplication.translate("Commitments", "Ngày phải bố trí xong"),
        ),
        Column(QCoreApplication.translate("Commitments", "Tình trạng"), 138),
    )


def rows_of(views: Sequence[CommitmentView]) -> list[Row]:
    """In their order, the sums below."""
    rows = [_row(view) for view in views]
    return [*rows, _sums(views)] if rows else []


def source_words(view: CommitmentView) -> str:
    return f"{said(SOURCE_NAMES[view.source])} {view.year}"


def long_word_of(view: CommitmentView) -> str:
    """As the open commitment wears it: late with its days."""
    if view.kept.days_over:
        return QCoreApplication.translate("Commitments", "Quá hạn {} ngày").format(
            format_int(view.kept.days_over)
        )
    return said(view.state_text)


def _row(view: CommitmentView) -> Row:
    kept = view.kept
    cells = (
        Cell(view.promiser, tooltip=view.promiser),
        Cell(said(view.subject), tooltip=said(view.subject)),
        Cell(source_words(view), tooltip=source_words(view)),
        money_cell(kept.promised),
        money_cell(kept.allotted),
        money_cell(kept.missing, strong=bool(kept.missing)),
        Cell(format_date(view.due)),
        Cell(said(view.state_text), state=MARKS[kept.state]),
    )
    return Row(cells, view.uid)


def _sums(views: Sequence[CommitmentView]) -> Row:
    cells = [Cell()] * len(columns())
    words = QCoreApplication.translate("Commitments", "Tổng {} cam kết")
    cells[PROMISER] = Cell(words.format(counted(len(views))))
    cells[PROMISED] = money_cell(sum(view.kept.promised for view in views))
    cells[ALLOTTED] = money_cell(sum(view.kept.allotted for view in views))
    cells[MISSING] = money_cell(sum(view.kept.missing for view in views))
    return Row(tuple(cells), TOTAL_ROW, Kind.TOTAL)
