"""The ballots of each hamlet, satisfaction by content and the figures of the procedure, as prepared rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from ntm_desktop.domain.consultation import (
    COVERAGE,
    SATISFACTION,
    SATISFACTION_ITEM,
    Attendee,
    HamletSurvey,
    Rate,
    Threshold,
    places_of,
    survey_places,
)
from ntm_desktop.services.commune import HamletView
from ntm_desktop.services.consultation import ConsultationView
from ntm_desktop.text import counted, format_date, format_int
from ui.models.rows import Cell, Column, Kind, Row
from ui.tokens import State
from ui.wording import said

HAMLET, DAY, HOUSEHOLDS, ISSUED, RETURNED, VALID, SATISFIED, TAKEN_PART, CONTENT_RATE = range(9)
SOURCE = 2  # of the thresholds


def survey_columns() -> tuple[Column, ...]:
    return (
        Column(QCoreApplication.translate("Consultation", "Thôn"), least=96),
        Column(
            QCoreApplication.translate("Consultation", "Ngày"),
            82,
            right=True,
            full_title=QCoreApplication.translate("Consultation", "Ngày lấy phiếu"),
        ),
        Column(QCoreApplication.translate("Consultation", "Số hộ"), 64, right=True),
        Column(
            QCoreApplication.translate("Consultation", "Phát"),
            56,
            right=True,
            full_title=QCoreApplication.translate("Consultation", "Số phiếu phát ra"),
        ),
        Column(
            QCoreApplication.translate("Consultation", "Thu về"),
            58,
            right=True,
            full_title=QCoreApplication.translate("Consultation", "Số phiếu thu về"),
        ),
        Column(
            QCoreApplication.translate("Consultation", "Hợp lệ"),
            58,
            right=True,
            full_title=QCoreApplication.translate("Consultation", "Số phiếu hợp lệ"),
        ),
        Column(
            QCoreApplication.translate("Consultation", "Hài lòng"),
            66,
            right=True,
            full_title=QCoreApplication.translate("Consultation", "Số phiếu hài lòng"),
        ),
        Column(
            QCoreApplication.translate("Consultation", "% tham gia"),
            84,
            right=True,
            full_title=QCoreApplication.translate("Consultation", "Tỷ lệ hộ tham gia: thu về chia số hộ"),
        ),
        Column(
            QCoreApplication.translate("Consultation", "% hài lòng"),
            84,
            right=True,
            full_title=QCoreApplication.translate("Consultation", "Tỷ lệ hài lòng: hài lòng chia hợp lệ"),
        ),
    )


def survey_rows(view: ConsultationView) -> list[Row]:
    """In the commune's order, known by the hamlet; those without ballots wait for the first number."""
    if not view.hamlets:
        return []
    coverage, satisfaction = view.threshold(COVERAGE), view.threshold(SATISFACTION)
    known = {one.hamlet_uid: one for one in view.surveys}
    sums = view.totals
    places = survey_places(view.surveys, sums)
    rows = [
        _survey_row(known[str(hamlet.uid)], coverage, satisfaction, places)
        if hamlet.uid in known
        else _waiting_row(hamlet)
        for hamlet in view.hamlets
    ]
    words = QCoreApplication.translate("Consultation", "Cộng {} thôn").format(counted(len(view.counted)))
    counts = (sums.households, sums.issued, sums.returned, sums.valid, sums.satisfied)
    cells = (
        Cell(words),
        Cell(),
        *(Cell(format_int(count)) for count in counts),
        _rate(sums.coverage, coverage, places[0]),
        _rate(sums.satisfaction, satisfaction, places[1]),
    )
    return [*rows, Row(cells, None, Kind.TOTAL)]


def question_columns() -> tuple[Column, ...]:
    return (
        Column(QCoreApplication.translate("Consultation", "Nội dung lấy ý kiến")),
        Column(QCoreApplication.translate("Consultation", "Hài lòng"), 74, right=True),
        Column(QCoreApplication.translate("Consultation", "Hợp lệ"), 70, right=True),
        Column(QCoreApplication.translate("Consultation", "Tỷ lệ"), 82, right=True),
    )


def question_rows(view: ConsultationView) -> list[Row]:
    item, overall = view.threshold(SATISFACTION_ITEM), view.threshold(SATISFACTION)
    places = places_of(rate for _question, rate in view.by_question)
    rows = []
    for number, (question, rate) in enumerate(view.by_question, 1):
        cells = (
            Cell(f"{number}. {question.title}", tooltip=question.title, strong=question.asks_overall),
            Cell(format_int(rate.part) if rate.whole else ""),
            Cell(format_int(rate.whole) if rate.whole else ""),
            _rate(rate, overall if question.asks_overall else item, places),
        )
        rows.append(Row(cells, question.uid))
    return rows


def threshold_columns() -> tuple[Column, ...]:
    return (
        Column(QCoreApplication.translate("Consultation", "Mức"), least=190),
        Column(QCoreApplication.translate("Consultation", "Giá trị"), 92, right=True),
        Column(QCoreApplication.translate("Consultation", "Căn cứ"), least=150),
        Column(QCoreApplication.translate("Consultation", "Đối chiếu"), 128),
    )


def threshold_rows(levels: Sequence[Threshold]) -> list[Row]:
    return [
        Row(
            (
                Cell(said(one.name), tooltip=said(one.name)),
                Cell(_level_text(one), strong=one.own, tone="text" if one.value is not None else "text3"),
                Cell(one.source, tooltip=one.source),
                _mark(one),
            ),
            one.key,
        )
        for one in levels
    ]


def attendee_columns() -> tuple[Column, ...]:
    return (
        Column(QCoreApplication.translate("Consultation", "STT"), 48, right=True),
        Column(QCoreApplication.translate("Consultation", "Họ tên")),
        Column(QCoreApplication.translate("Consultation", "Chức vụ")),
    )


def attendee_rows(attendees: Sequence[Attendee]) -> list[Row]:
    return [
        Row((Cell(format_int(number)), Cell(one.name), Cell(one.post, tooltip=one.post)), str(number))
        for number, one in enumerate(attendees, 1)
    ]


def _survey_row(
    one: HamletSurvey,
    coverage: Threshold | None,
    satisfaction: Threshold | None,
    places: tuple[int, int],
) -> Row:
    cells = (
        Cell(one.hamlet, tooltip=one.collector),
        Cell(format_date(one.on), editable=format_date(one.on)),
        *map(_count, one.counts),
        _rate(one.coverage, coverage, places[0]),
        _rate(one.satisfaction, satisfaction, places[1]),
    )
    return Row(cells, one.hamlet_uid)


def _count(count: int | None) -> Cell:
    """What was not typed yet stays empty: nought is a count."""
    if count is None:
        return Cell(tooltip=QCoreApplication.translate("Consultation", "Chưa nhập"), editable="")
    return Cell(format_int(count), editable=format_int(count))


def _waiting_row(hamlet: HamletView) -> Row:
    """The households that the commune knows of stand there in grey: they are taken with the first number."""
    households = "" if hamlet.households is None else format_int(hamlet.households)
    cells = (
        Cell(hamlet.name),
        Cell(editable=""),
        Cell(households, "text3", editable=households),
        *(Cell(editable="") for _column in range(ISSUED, SATISFIED + 1)),
        Cell(),
        Cell(),
    )
    return Row(cells, str(hamlet.uid))


def _rate(rate: Rate, level: Threshold | None, places: int) -> Cell:
    """Below the level of the whole commune it is strong and in the colour of what is not reached."""
    value = level.value if level is not None else None
    below = value is not None and rate.reaches(value) is False
    return Cell(rate.text(value, places), "unmet" if below else "text", strong=below)


def _level_text(one: Threshold) -> str:
    if one.value is None:
        return QCoreApplication.translate("Consultation", "chưa có mức") if one.asked else ""
    return one.text


def _mark(one: Threshold) -> Cell:
    if one.value is None:
        words = QCoreApplication.translate("Consultation", "Chưa có mức")
        return Cell(words, state=State.NO_TARGET) if one.asked else Cell()
    if one.confirmed:
        return Cell(QCoreApplication.translate("Consultation", "Đã đối chiếu"), state=State.MET)
    return Cell(QCoreApplication.translate("Consultation", "Chưa đối chiếu"), state=State.REGRESSED)
