"""The remarks of the authority as the commune reads them: value then, value now, and its answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ntm_desktop.domain.remarks import STATE_WORDS, Outcome
from ntm_desktop.domain.remarks import State as RemarkState
from ntm_desktop.services.remarks import RemarkView, Said
from ntm_desktop.text import counted, format_date
from ui.models.exchange import moment
from ui.models.remarks import BODY, DUE, MARKS, THEN, columns, rows_of
from ui.models.rows import Row
from ui.widgets.buttons import Button
from ui.widgets.cards import EmptyState
from ui.widgets.flow import FlowLayout, flowing
from ui.widgets.labels import Label, Rule
from ui.widgets.marks import Badge
from ui.widgets.narrowed import NarrowedList
from ui.widgets.page import SidePanel
from ui.widgets.table import Table
from ui.wording import said

_CHIPS = (RemarkState.NEW, RemarkState.RETURNED, RemarkState.ANSWERED, RemarkState.ACCEPTED)


def summary(views: Sequence[RemarkView]) -> str:
    """“02 chưa trả lời, 01 trả lại”; "" without any."""
    if not views:
        return ""
    states = Counter(view.state for view in views)
    new, back = states[RemarkState.NEW], states[RemarkState.RETURNED]
    parts = []
    if new:
        parts.append(QCoreApplication.translate("RemarkList", "{} chưa trả lời").format(counted(new)))
    if back:
        parts.append(QCoreApplication.translate("RemarkList", "{} bị trả lại").format(counted(back)))
    return ", ".join(parts) or QCoreApplication.translate("RemarkList", "Đã trả lời hết")


class RemarkList(NarrowedList[RemarkView]):
    def __init__(self) -> None:
        super().__init__(
            Table(columns(), self.tr("Nhận xét")),
            [(state.value, said(STATE_WORDS[state]), MARKS[state], "") for state in _CHIPS],
            EmptyState(self.tr("Chưa có nhận xét nào. Nhận xét của cơ quan thẩm định đến cùng gói gửi về.")),
            self.tr("Không có nhận xét nào thuộc nhóm này."),
        )
        self.table.give_way(BODY, DUE, THEN)  # the panel says these too

    def show_remarks(self, views: Sequence[RemarkView]) -> None:
        self.show_views(views, Counter(view.state.value for view in views))

    def fits(self, view: RemarkView, chip: str) -> bool:
        return not chip or view.state == chip

    def rows_of(self, views: Sequence[RemarkView]) -> Sequence[Row]:
        return rows_of(views)


class RemarkPanel(SidePanel):
    answer_requested = Signal()
    subject_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._badge = Badge(MARKS[RemarkState.NEW])
        self._subject = Label("", "card", wrap=True)
        self._facts = Label("", "caption", "text2", wrap=True)
        self._body = Label("", wrap=True)
        self._then, self._now = Label("", wrap=True), Label("", "medium", wrap=True)
        self._answer = Button(self.tr("&Trả lời"), "primary", "corner-down-left")
        self._open = Button("", "outlined", "arrow-right")
        self._story = QWidget()
        self._lay_out()
        self._answer.clicked.connect(self.answer_requested)
        self._open.clicked.connect(self.subject_requested)

    def show_remark(self, view: RemarkView) -> None:
        self._badge.set_state(MARKS[view.state], said(STATE_WORDS[view.state]))
        self._subject.setText(view.subject)
        facts = [
            self.tr("{}, {}").format(view.by, moment(view.made_at)),
            self.tr("trên gói số {}").format(view.on_seq),
        ]
        if view.due:
            facts.append(self.tr("hạn {}").format(format_date(view.due)))
        self._facts.setText(" · ".join(facts))
        self._body.setText(view.body)
        self._then.setText(self.tr("Khi nhận xét: {}").format(view.value_then))
        self._now.setText(self.tr("Hiện nay: {}").format(view.value_now))
        self._then.setVisible(bool(view.value_then))
        self._now.setVisible(bool(view.value_now))
        self._answer.setVisible(view.state not in (RemarkState.ACCEPTED, RemarkState.WITHDRAWN))
        self._answer.setText(self.tr("&Trả lời lại") if view.said else self.tr("&Trả lời"))
        self._open.setText(self.tr("&Mở chỉ tiêu") if view.target.indicator else self.tr("&Mở công trình"))
        self._open.setVisible(bool(view.target.indicator or view.target.work))
        self._show_story(view.said)
        self.open_panel()

    def _show_story(self, story: Sequence[Said]) -> None:
        before = self._story
        self._story = QWidget()
        column = QVBoxLayout(self._story)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for one in story:
            column.addWidget(Rule())
            column.addWidget(Label(self._heading(one), "caption", "text2", wrap=True))
            if one.body:
                column.addWidget(Label(one.body, wrap=True))
        self.body.replaceWidget(before, self._story)
        before.hide()
        before.deleteLater()

    def _heading(self, one: Said) -> str:
        words = {
            None: self.tr("Xã trả lời"),
            Outcome.ACCEPTED: self.tr("Chấp nhận"),
            Outcome.RETURNED: self.tr("Trả lại"),
            Outcome.WITHDRAWN: self.tr("Rút nhận xét"),
        }
        return self.tr("{} · {}, {}").format(words[one.outcome], one.by, moment(one.at))

    def _lay_out(self) -> None:
        head = QWidget()
        row = FlowLayout(8, head)
        head.setSizePolicy(flowing())
        close = Button(self.tr("Đóng"), "icon", "x")
        close.clicked.connect(self.close_panel)
        row.add(self._badge, grows=False)
        row.add(QWidget(), grows=True)
        row.addWidget(close)
        acts = QWidget()
        flow = FlowLayout(8, acts)
        acts.setSizePolicy(flowing())
        flow.addWidget(self._answer)
        flow.addWidget(self._open)
        for part in (head, self._subject, self._facts, self._body, self._then, self._now, acts, self._story):
            self.body.addWidget(part)
        self.body.addStretch(1)
