"""Where the report hangs, when it was read out and what was said about it, as prepared rows. No queries."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from ntm_desktop.domain.consultation import (
    ACCEPTED_NAMES,
    OPINION_FORM_NAMES,
    Broadcast,
    Opinion,
    Publication,
    posting_period,
    within_posting,
)
from ntm_desktop.text import format_date, format_int
from ui.models.rows import Cell, Column, Row
from ui.tokens import State
from ui.wording import said

FORM, ON, CONTENT = 1, 2, 3  # of the opinions
NOTE = 4  # of the publications


def publication_columns() -> tuple[Column, ...]:
    return (
        Column(QCoreApplication.translate("Consultation", "Nơi niêm yết"), least=200),
        Column(QCoreApplication.translate("Consultation", "Từ ngày"), 88, right=True),
        Column(QCoreApplication.translate("Consultation", "Đến ngày"), 88, right=True),
        Column(
            QCoreApplication.translate("Consultation", "Số ngày"),
            70,
            right=True,
            full_title=QCoreApplication.translate("Consultation", "Số ngày, tính cả ngày đầu và ngày cuối"),
        ),
        Column(QCoreApplication.translate("Consultation", "Ghi chú"), 110),
    )


def publication_rows(publications: Sequence[Publication]) -> list[Row]:
    return [
        Row(
            (
                Cell(one.place, tooltip=one.place),
                Cell(format_date(one.first)),
                Cell(format_date(one.last)),
                Cell(format_int(one.days)),
                Cell(one.note, tooltip=one.note),
            ),
            one.uid,
        )
        for one in publications
    ]


def broadcast_columns() -> tuple[Column, ...]:
    return (
        Column(QCoreApplication.translate("Consultation", "Lần"), 48, right=True),
        Column(QCoreApplication.translate("Consultation", "Ngày phát"), 96, right=True),
        Column(
            QCoreApplication.translate("Consultation", "Số lần phát"),
            136,
            full_title=QCoreApplication.translate(
                "Consultation", "Tính vào số lần phát khi phát trong thời gian niêm yết"
            ),
        ),
        Column(QCoreApplication.translate("Consultation", "Ghi chú")),
    )


def broadcast_rows(broadcasts: Sequence[Broadcast], publications: Sequence[Publication]) -> list[Row]:
    counted = within_posting(broadcasts, publications)
    return [
        Row(
            (
                Cell(format_int(number)),
                Cell(format_date(one.on)),
                _counts(one, publications, counts=one in counted),
                Cell(one.note, tooltip=one.note),
            ),
            one.uid,
        )
        for number, one in enumerate(broadcasts, 1)
    ]


def _counts(one: Broadcast, publications: Sequence[Publication], *, counts: bool) -> Cell:
    """Whether rule and report count it, and why not."""
    period = posting_period(publications)
    if period is None:
        return Cell(tooltip=QCoreApplication.translate("Consultation", "Chưa ghi thời gian niêm yết"))
    if counts:
        return Cell(QCoreApplication.translate("Consultation", "Được tính"), state=State.MET)
    if one.on < period[0]:
        words = QCoreApplication.translate("Consultation", "Trước niêm yết")
        why = QCoreApplication.translate(
            "Consultation", "Không tính: phát ngày {}, trước ngày bắt đầu niêm yết {}"
        ).format(format_date(one.on), format_date(period[0]))
    else:
        words = QCoreApplication.translate("Consultation", "Sau niêm yết")
        why = QCoreApplication.translate(
            "Consultation", "Không tính: phát ngày {}, sau ngày kết thúc niêm yết {}"
        ).format(format_date(one.on), format_date(period[1]))
    return Cell(words, state=State.NOT_ASSESSED, tooltip=why)


def opinion_columns() -> tuple[Column, ...]:
    return (
        Column(QCoreApplication.translate("Consultation", "Người góp ý"), least=180),
        Column(QCoreApplication.translate("Consultation", "Hình thức"), 130),
        Column(QCoreApplication.translate("Consultation", "Ngày"), 84, right=True),
        Column(QCoreApplication.translate("Consultation", "Nội dung ý kiến"), least=170),
        Column(QCoreApplication.translate("Consultation", "Trả lời"), 116),
    )


def opinion_rows(opinions: Sequence[Opinion]) -> list[Row]:
    return [
        Row(
            (
                Cell(giver_words(one), tooltip=giver_words(one)),
                Cell(said(OPINION_FORM_NAMES[one.form])),
                Cell(format_date(one.on)),
                Cell(_first_line(one.content), tooltip=one.content),
                _answer(one),
            ),
            one.uid,
        )
        for one in opinions
    ]


def giver_words(one: Opinion) -> str:
    return said(one.giver_text)


def _answer(one: Opinion) -> Cell:
    if one.waits:
        words = QCoreApplication.translate("Consultation", "Chưa trả lời")
        return Cell(words, state=State.NOT_ASSESSED)
    if one.accepted is None:
        return Cell()
    return Cell(said(ACCEPTED_NAMES[one.accepted]), state=State.MET)


def _first_line(text: str) -> str:
    return " ".join(text.split())
