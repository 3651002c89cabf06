"""Tab *Số liệu*: required level, entry, what is missing, evidence, and how the figure went over the years."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ntm_desktop.domain.forecast import Awaited
from ntm_desktop.domain.judging import Verdict
from ntm_desktop.domain.targets import NO_TARGET_TEXT
from ntm_desktop.services.indicators import IndicatorDetail, TrendPoint
from ntm_desktop.services.works import WorkView
from ntm_desktop.text import format_date
from ui.pages.criteria_entry import EntryForm
from ui.pages.criteria_evidence import EvidenceList
from ui.pages.criteria_works import ServingWorks
from ui.tokens import State
from ui.widgets.buttons import Button
from ui.widgets.cards import Note
from ui.widgets.labels import Label, Rule
from ui.widgets.marks import state_word
from ui.widgets.trend import Point, Trend

_LEAST_POINTS = 2  # one figure is no development
_SETTLED = (Verdict.MET, Verdict.NOT_APPLICABLE)  # waits for no work
_MOST_POINTS = 6  # that many labels fit side by side


class FiguresTab(QWidget):
    target_wanted = Signal()
    carry_wanted = Signal()
    keep_wanted = Signal()  # the figure stands, though it is judged another way now

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = EntryForm()
        self.works = ServingWorks()
        self.evidence = EvidenceList()
        self._target = Label("", "strong")
        self._source = Label("", "caption", "text2", wrap=True)
        self._target_link = Button("", "link", writes=True)
        self._fell = Note("")
        self._differs = Note("", self.tr("Số liệu &vẫn đúng"))
        self._carry = Note("", self.tr("Nhận số liệ&u cũ"), "repeat")
        self._earlier = Note("", icon="repeat")  # measured in another way: shown, never taken over
        self._trend_title = QWidget()
        self._trend_note = Label("", "caption", "text2")
        self._trend_rule = Rule()
        self._trend = Trend()
        self._meaning_title = Label(self.tr("Giải thích, nguồn của mức yêu cầu"), "caption-strong", "text2")
        self._meaning = Label("", "caption", "text2", wrap=True)

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        target = QHBoxLayout()
        target.setSpacing(8)
        target.addWidget(Label(self.tr("Mức yêu cầu"), "body", "text2"))
        target.addWidget(self._target)
        target.addStretch(1)
        target.addWidget(self._target_link)
        column.addLayout(target)
        column.addWidget(self._source)
        column.addWidget(self.entry)
        column.addWidget(self._fell)
        column.addWidget(self._differs)
        column.addWidget(self._carry)
        column.addWidget(self._earlier)
        column.addWidget(self.works)
        column.addWidget(Rule())
        column.addWidget(self.evidence)
        column.addWidget(self._trend_rule)
        title = QHBoxLayout(self._trend_title)
        title.setContentsMargins(0, 0, 0, 0)
        title.addWidget(Label(self.tr("Diễn biến"), "strong"))
        title.addStretch(1)
        title.addWidget(self._trend_note)
        column.addWidget(self._trend_title)
        column.addWidget(self._trend)
        column.addWidget(self._meaning_title)
        column.addWidget(self._meaning)
        column.addStretch(1)

        self._target_link.clicked.connect(self.target_wanted)
        self._carry.pressed.connect(self.carry_wanted)
        self._differs.pressed.connect(self.keep_wanted)

    def show_detail(
        self, detail: IndicatorDetail, works: Sequence[WorkView], wait: Awaited | None = None
    ) -> None:
        self._show_target(detail)
        self.entry.show_detail(detail)
        fell = f"{detail.regression_text}." if detail.regression_text else ""
        for note, text in ((self._fell, fell), (self._differs, self._differs_text(detail))):
            note.set_text(text)
            note.setVisible(bool(text))
        self._show_carry(detail)
        self.works.show_works(() if detail.row.verdict in _SETTLED else works, wait)
        self.evidence.show_evidence(detail.evidence, detail.on)
        self._show_trend(detail)
        self._meaning.setText(detail.note)
        for widget in (self._meaning_title, self._meaning):
            widget.setVisible(bool(detail.note))

    def _show_target(self, detail: IndicatorDetail) -> None:
        row = detail.row
        missing = row.target_text == NO_TARGET_TEXT
        self._target.setText(f"{row.target_text} (*)" if row.unverified else row.target_text)
        self._target.set_tone(State.NO_TARGET if missing else "text")
        self._source.setText(
            "; ".join(dict.fromkeys(p.target_source for p in detail.parts if p.target_source))
        )
        self._source.setVisible(bool(self._source.text()))
        self._target_link.setText(self.tr("&Nhập mức") if missing else self.tr("Đối &chiếu"))
        self._target_link.setVisible(missing or row.unverified)

    def _differs_text(self, detail: IndicatorDetail) -> str:
        row = detail.row
        known = (fact for fact in detail.facts if not fact.superseded and fact.as_of <= detail.on)
        fact = next(known, None)
        if not row.judged_differs or fact is None:
            return ""
        return self.tr("Khi nhập ngày {} kết quả là {} (mức {}). Theo mức đang áp dụng là {}.").format(
            format_date(fact.as_of),
            state_word(State(fact.verdict.value)),
            fact.target_text,
            state_word(State(row.verdict.value)),
        )

    def _show_carry(self, detail: IndicatorDetail) -> None:
        carry = detail.carry
        self._carry.setVisible(carry is not None and carry.may_be_taken_over)
        self._earlier.setVisible(carry is not None and not carry.may_be_taken_over)
        if carry is None:
            return
        result = dict.fromkeys((carry.value_text, state_word(State(carry.verdict.value))))  # not "Đạt, Đạt"
        words = self.tr("Theo {}, chỉ tiêu {} ngày {}: {}.").format(
            carry.set_title, carry.code, format_date(carry.as_of), ", ".join(result)
        )
        self._carry.set_text(words)
        self._earlier.set_text(self.tr("{} Cách tính nay đã khác, cần nhập số liệu mới.").format(words))

    def _show_trend(self, detail: IndicatorDetail) -> None:
        shown = len(detail.trend) >= _LEAST_POINTS
        for widget in (self._trend_rule, self._trend_title, self._trend):
            widget.setVisible(shown)
        if not shown:
            return
        trend = _thinned(detail.trend)
        points = [_point(point, trend) for point in trend]
        target = detail.trend_target
        self._trend.show_points(points, target, detail.parts[0].target_text if target is not None else "")
        met_on = detail.met_on
        self._trend_note.setText(self.tr("đạt năm {}, nay chưa đạt").format(met_on.year) if met_on else "")


def _thinned(trend: tuple[TrendPoint, ...]) -> tuple[TrendPoint, ...]:
    """The last figure of each year where there are too many, and of these the newest."""
    if len(trend) > _MOST_POINTS:
        trend = tuple({point.as_of.year: point for point in trend}.values())
    return trend[-_MOST_POINTS:]


def _point(point: TrendPoint, trend: tuple[TrendPoint, ...]) -> Point:
    """The year, with the month where two figures share a year or the year is not over."""
    alone = sum(other.as_of.year == point.as_of.year for other in trend) == 1
    whole = alone and point.as_of.month == 12
    when = str(point.as_of.year) if whole else f"{point.as_of.month}/{point.as_of.year}"
    return Point(when, point.value, point.text, State(point.verdict.value))
