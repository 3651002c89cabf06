"""The remarks of the authority as a list: value then, value now; the chosen one stands beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from ntm_desktop.domain.remarks import STATE_WORDS
from ntm_desktop.domain.remarks import State as RemarkState
from ntm_desktop.services.remarks import RemarkView
from ntm_desktop.text import counted
from ui.models.remarks import BODY, DUE, MARKS, THEN, columns, rows_of
from ui.models.rows import Row
from ui.pages.remark_card import RemarkCard
from ui.widgets.buttons import Button
from ui.widgets.cards import EmptyState
from ui.widgets.labels import Label
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
    def __init__(self, empty: str = "") -> None:
        empty = empty or self.tr("Chưa có nhận xét nào. Nhận xét của cơ quan thẩm định đến cùng gói gửi về.")
        super().__init__(
            Table(columns(), self.tr("Nhận xét")),
            [(state.value, said(STATE_WORDS[state]), MARKS[state], "") for state in _CHIPS],
            EmptyState(empty),
            self.tr("Không có nhận xét nào thuộc nhóm này."),
        )
        self.table.give_way(DUE, THEN, BODY)  # the panel says these too

    def show_remarks(self, views: Sequence[RemarkView]) -> None:
        self.show_views(views, Counter(view.state.value for view in views))

    def fits(self, view: RemarkView, chip: str) -> bool:
        return not chip or view.state == chip

    def rows_of(self, views: Sequence[RemarkView]) -> Sequence[Row]:
        return rows_of(views)


class RemarkPanel(SidePanel):
    subject_requested = Signal()

    def __init__(self, *, of_authority: bool = False) -> None:
        super().__init__()
        self.card = RemarkCard(of_authority=of_authority)
        self._subject = Label("", "card", wrap=True)
        self._open = Button("", "outlined", "arrow-right")
        self._lay_out()
        self._open.clicked.connect(self.subject_requested)

    def show_remark(self, view: RemarkView) -> None:
        self._subject.setText(view.subject)
        self.card.show_remark(view)
        self._open.setText(self.tr("&Mở chỉ tiêu") if view.target.indicator else self.tr("&Mở công trình"))
        self._open.setVisible(bool(view.target.indicator or view.target.work))
        self.open_panel()

    def _lay_out(self) -> None:
        close = Button(self.tr("Đóng"), "icon", "x")
        close.clicked.connect(self.close_panel)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._subject, 1)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.card.acts.addWidget(self._open)
        self.body.addLayout(head)
        self.body.addWidget(self.card)
        self.body.addStretch(1)
