"""The year's review as prepared rows: people first, then units. No queries."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ntm_desktop.domain.rating import RATING_NAMES, Rating, YearFacts
from ntm_desktop.services.year_review import Review, ReviewRow
from ntm_desktop.text import format_int
from ui.models.rows import Cell, Column, Row
from ui.tokens import State
from ui.wording import said

NAME, MET, KEPT, LOST, IN_TIME, LATE, LATE_WORKS, PROPOSED, RATED, REASON = range(10)


def columns() -> tuple[Column, ...]:
    return (
        Column(QCoreApplication.translate("Reviews", "Cá nhân, đơn vị")),
        Column(
            QCoreApplication.translate("Reviews", "Đạt"),
            62,
            right=True,
            full_title=QCoreApplication.translate("Reviews", "Số tiêu chí đạt trên số tiêu chí phụ trách"),
        ),
        Column(
            QCoreApplication.translate("Reviews", "Giữ"),
            46,
            right=True,
            full_title=QCoreApplication.translate("Reviews", "Số tiêu chí đã đạt cuối năm trước và vẫn đạt"),
        ),
        Column(
            QCoreApplication.translate("Reviews", "Mất"),
            46,
            right=True,
            full_title=QCoreApplication.translate("Reviews", "Số tiêu chí không còn đạt trong năm"),
        ),
        Column(
            QCoreApplication.translate("Reviews", "Đúng hạn"),
            76,
            right=True,
            full_title=QCoreApplication.translate("Reviews", "Số nhiệm vụ của năm xong đúng hạn"),
        ),
        Column(
            QCoreApplication.translate("Reviews", "Trễ hạn"),
            68,
            right=True,
            full_title=QCoreApplication.translate("Reviews", "Số nhiệm vụ của năm xong trễ hoặc quá hạn"),
        ),
        Column(
            QCoreApplication.translate("Reviews", "CT chậm"),
            70,
            right=True,
            full_title=QCoreApplication.translate("Reviews", "Số công trình chậm thuộc phần phụ trách"),
        ),
        Column(QCoreApplication.translate("Reviews", "Mức đề xuất"), 190, whole=True),
        Column(QCoreApplication.translate("Reviews", "Mức đánh giá"), 190, whole=True),
        Column(QCoreApplication.translate("Reviews", "Lý do đổi mức"), 150),
    )


def rows_of(review: Review) -> list[Row]:
    return [_row(row) for row in review.rows]


def rating_word(rating: Rating | None) -> str:
    return said(RATING_NAMES[rating]) if rating else QCoreApplication.translate("Reviews", "Chưa có căn cứ")


def review_words(row: ReviewRow) -> tuple[str, ...]:
    """In full, a line each: who, what is proposed, what was decided and why."""
    proposed = QCoreApplication.translate("Reviews", "Mức đề xuất: {}").format(rating_word(row.proposed))
    if not row.changed:
        return _name(row), proposed
    rated = QCoreApplication.translate("Reviews", "Mức đánh giá: {}").format(rating_word(row.rating))
    why = QCoreApplication.translate("Reviews", "Lý do đổi mức: {}").format(row.reason)
    return _name(row), proposed, rated, why if row.reason else ""


def _name(row: ReviewRow) -> str:
    return ", ".join(part for part in (row.name, row.post) if part)


def _kept(facts: YearFacts) -> Cell:
    """What cannot be compared is not counted as 0."""
    if not facts.unlike:
        return Cell(str(facts.kept))
    words = QCoreApplication.translate("Reviews", "Không so sánh được {} tiêu chí vì đổi bộ tiêu chí")
    said_of = words.format(facts.unlike)
    return Cell("–" if facts.unlike == facts.criteria else str(facts.kept), tooltip=said_of)


def _late_works(row: ReviewRow) -> str:
    words = QCoreApplication.translate("Reviews", "{}: chậm {} ngày")
    return "\n".join(words.format(one.name, format_int(one.days)) for one in row.works)


def _row(row: ReviewRow) -> Row:
    facts = row.facts
    name = _name(row)
    reason = row.reason if row.changed else ""
    cells = (
        Cell(name, tooltip=name),
        Cell(f"{facts.met}/{facts.criteria}"),
        _kept(facts),
        Cell(str(facts.lost), strong=bool(facts.lost)),
        Cell(f"{facts.in_time}/{facts.tasks}"),
        Cell(str(facts.late), strong=bool(facts.late)),
        Cell(str(facts.late_works), strong=bool(facts.late_works), tooltip=_late_works(row)),
        Cell(rating_word(row.proposed)),
        Cell(rating_word(row.rating), state=State.REGRESSED if row.changed else None),
        Cell(reason, tooltip=reason),
    )
    return Row(cells, row)
