"""The side panel of *Tiêu chí*: one indicator in three tabs, or one criterion with who answers for it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from ntm_desktop.domain.forecast import Awaited
from ntm_desktop.domain.judging import Verdict
from ntm_desktop.domain.remarks import State as Remarked
from ntm_desktop.services.indicators import CriterionRow, IndicatorDetail
from ntm_desktop.services.people import PersonView
from ntm_desktop.services.remarks import RemarkView
from ntm_desktop.services.works import WorkView
from ntm_desktop.text import counted
from ui.models.indicators import indicator_state
from ui.models.remarks import MARKS, short_word
from ui.pages.criteria_figures import FiguresTab
from ui.pages.criteria_history import HistoryTab
from ui.pages.criteria_plan import Answerable, PlanForm, ResponsibilityForm
from ui.pages.remark_card import RemarksHere
from ui.tokens import State
from ui.widgets.buttons import Button
from ui.widgets.labels import ElidedLabel, IconLabel, Label
from ui.widgets.marks import Badge, criterion_state, criterion_word
from ui.widgets.page import SidePanel
from ui.widgets.tabs import Tabs

FIGURES, PLAN, HISTORY = range(3)


class IndicatorPanel(SidePanel):
    hidden = Signal()  # closed, or another page is shown

    def __init__(self, *, of_authority: bool = False) -> None:
        """``of_authority``: it looks at the commune, and decides on remarks instead of answering them."""
        super().__init__()
        self.remarks = RemarksHere(of_authority=of_authority)
        self.figures = FiguresTab()
        self.plan = PlanForm()
        self.history = HistoryTab()
        self.responsibility = ResponsibilityForm()
        self.tabs = Tabs((self.tr("Số liệu"), self.tr("Kế hoạch"), self.tr("Lịch sử")))
        self._code = Label("", "selection", "text2")
        self._badge, self._remark = Badge(State.NOT_ASSESSED), Badge(State.RETURNED)
        close = Button(self.tr("Đóng bảng chi tiết"), "icon", "x", self.tr("Đóng bảng chi tiết (Esc)"))
        self._title = Label("", "card", wrap=True)
        self._person = ElidedLabel("", "body", "text2")
        self._nobody = Button(
            self.tr("Chưa giao người phụ trách"), "slim", tip=self.tr("Phân công tiêu chí này")
        )
        self._summary = Label("", "body", "text2", wrap=True)

        head = QHBoxLayout()
        head.setSpacing(8)
        for widget in (self._code, self._badge, self._remark):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(close)
        person = QHBoxLayout()
        person.setSpacing(6)
        person.addWidget(IconLabel("user", 14))
        person.addWidget(self._person, 1)
        person.addWidget(self._nobody)
        person.addStretch(0)
        self.body.addLayout(head)
        self.body.addWidget(self._title)
        self.body.addLayout(person)
        self.body.addWidget(self._summary)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self.remarks)
        self.body.addWidget(self.figures)
        self.body.addWidget(self.plan)
        self.body.addWidget(self.responsibility)
        self.body.addWidget(self.history)
        self.body.addStretch(1)

        self.figures.evidence.area.cover(self)
        close.clicked.connect(self.close_panel)
        self.tabs.chosen.connect(self._on_tab_chosen)
        self._nobody.clicked.connect(self._on_nobody_clicked)
        self._on_tab_chosen(FIGURES)

    def set_people(self, people: Sequence[PersonView]) -> None:
        self.plan.set_people(people)
        self.responsibility.set_people(people)

    def show_indicator(
        self,
        detail: IndicatorDetail,
        works: Sequence[WorkView] = (),
        wait: Awaited | None = None,
        remarks: Sequence[RemarkView] = (),
    ) -> None:
        """``works``: those that serve it; ``wait``: when it should be met."""
        row = detail.row
        self._show_head(row.official_code, indicator_state(row), row.text, row.remark)
        self.remarks.show_remarks(remarks)
        self._show_person(detail.person.label if detail.person else "")
        self._summary.hide()
        self.tabs.show()
        self.tabs.set_words(HISTORY, f"{self.tr('Lịch sử')} {len(detail.facts) or ''}".rstrip())
        self.figures.show_detail(detail, works, wait)
        self.plan.show_plan(row.code, detail.plan, detail.on)
        self.history.show_facts(detail.facts, row.as_of)
        self.responsibility.show_answerable(row.criterion, answerable_of(detail))
        self._on_tab_chosen(self.tabs.current())
        # Fields made for this indicator stand at the end of the focus chain: put them where they are seen.
        stops: list[QWidget] = [*self.tabs.findChildren(QAbstractButton)]
        for one, other in pairwise([*stops, *self.figures.entry.stops, *self.figures.evidence.stops]):
            QWidget.setTabOrder(one, other)

    def show_criterion(self, row: CriterionRow, answerable: Answerable) -> None:
        state = criterion_state(row.state, regressed=row.regressed)
        self._show_head(row.code, state, row.name, None)
        self._badge.set_state(state, criterion_word(row.state, regressed=row.regressed))
        self._show_person(row.person)
        self._summary.setText(_summary(row))
        self._summary.show()
        self.tabs.hide()
        self.responsibility.show_answerable(row.code, answerable)
        for part in (self.remarks, self.figures, self.plan, self.history):
            part.hide()
        self.responsibility.show()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.plan.flush()
        self.hidden.emit()

    def _show_head(self, code: str, state: State, title: str, remark: Remarked | None) -> None:
        self._code.setText(code)
        self._badge.set_state(state)
        if remark is not None:
            self._remark.set_state(MARKS[remark], short_word(remark))
        self._remark.setVisible(remark is not None)
        self._title.setText(title)

    def _show_person(self, name: str) -> None:
        self._person.setText(name)
        self._person.setVisible(bool(name))
        self._nobody.setVisible(not name)

    def _on_nobody_clicked(self) -> None:
        """To where somebody is chosen; of a criterion that stands below already."""
        if self.tabs.isVisible():
            self.tabs.choose(PLAN)
        self.responsibility.begin()

    def _on_tab_chosen(self, index: int) -> None:
        if self.tabs.isHidden():
            return  # a criterion has none; what is chosen is for the next indicator
        self.remarks.setVisible(index == FIGURES and self.remarks.has_any())
        self.figures.setVisible(index == FIGURES)
        self.plan.setVisible(index == PLAN)
        self.responsibility.setVisible(index == PLAN)
        self.history.setVisible(index == HISTORY)


def answerable_of(detail: IndicatorDetail) -> Answerable:
    return Answerable(
        detail.person.uid if detail.person else None,
        detail.head.uid if detail.head else None,
        detail.department,
    )


def _summary(row: CriterionRow) -> str:
    """“04 chỉ tiêu: 02 đạt, 01 chưa đạt, 01 chưa đánh giá”."""
    counts = {verdict: sum(i.verdict is verdict for i in row.indicators) for verdict in Verdict}
    words = {
        Verdict.MET: QCoreApplication.translate("IndicatorPanel", "{} đạt"),
        Verdict.UNMET: QCoreApplication.translate("IndicatorPanel", "{} chưa đạt"),
        Verdict.NOT_ASSESSED: QCoreApplication.translate("IndicatorPanel", "{} chưa đánh giá"),
        Verdict.NOT_APPLICABLE: QCoreApplication.translate("IndicatorPanel", "{} không áp dụng"),
        Verdict.NO_TARGET: QCoreApplication.translate("IndicatorPanel", "{} chưa thể xét"),
    }
    pieces = [words[verdict].format(counted(n)) for verdict, n in counts.items() if n]
    whole = QCoreApplication.translate("IndicatorPanel", "{} chỉ tiêu: {}")
    return whole.format(counted(len(row.indicators)), ", ".join(pieces))
