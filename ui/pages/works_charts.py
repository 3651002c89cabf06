"""Tab *Tiến độ* of a work: its S-curve and the Gantt chart of its stages, with what is planned there."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ntm_desktop.domain.charts import s_curve, stages_gantt
from ntm_desktop.domain.progress import in_force, replaced
from ntm_desktop.services.works import WorkView
from ntm_desktop.text import format_date, format_percent
from ui.tasks import Tasks
from ui.widgets.chart_view import ChartView
from ui.widgets.flow import FlowLayout, flowing
from ui.widgets.labels import Label

_LEAST = 420  # px to stand beside the other
_BETWEEN = 4
_HEAD = 30 + _BETWEEN  # px: a title with buttons


class WorkCharts(QWidget):
    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self.curve_buttons, self.stage_buttons = FlowLayout(), FlowLayout()
        self.curve = ChartView(tasks, self.tr("Biểu đồ tiến độ lũy kế"))
        self.gantt = ChartView(tasks, self.tr("Biểu đồ các giai đoạn"))
        self._plan = Label("", "caption", "text2", wrap=True)
        self._gap = Label("", "caption", "text2", wrap=True)
        flow = FlowLayout(20, self, between_lines=12)
        self.setSizePolicy(flowing())
        words = self.tr("Tiến độ lũy kế")
        left = titled(words, self.curve, self._plan, self._gap, buttons=self.curve_buttons)
        flow.add(left, least=_LEAST, grows=True)
        right = titled(self.tr("Các giai đoạn"), self.gantt, buttons=self.stage_buttons)
        flow.add(right, least=_LEAST, grows=True)
        self._room = 0

    def show_work(self, row: WorkView) -> None:
        on = row.state.on
        self.curve.show_chart(s_curve(row.facts, on))
        self.gantt.show_chart(stages_gantt(row.facts, on))
        self._plan.setText(self._plan_words(row))
        self._gap.setText(self._gap_words(row))
        self._gap.setVisible(bool(self._gap.text()))
        self.fit(self._room)

    def fit(self, room: int) -> None:
        """Lower charts rather than half ones where there are but ``room`` px; 0: as many as it needs."""
        self._room = room
        notes = [note for note in (self._plan, self._gap) if note.text()]
        below = sum(note.heightForWidth(self.curve.width()) + _BETWEEN for note in notes)
        self.curve.set_most(max(1, room - _HEAD - below) if room else 0)
        self.gantt.set_most(max(1, room - _HEAD) if room else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit(self._room)

    def _plan_words(self, row: WorkView) -> str:
        on = row.state.on
        now, before = in_force(row.facts.baselines, on), replaced(row.facts.baselines, on)
        if now is None:
            return self.tr("Chưa chốt kế hoạch khối lượng nên không tính được số ngày chậm.")
        words = self.tr("Kế hoạch chốt ngày {}.").format(format_date(now.on))
        if before is None:
            return words
        why = self.tr("Kế hoạch trước chốt ngày {}; đổi vì: {}.")
        return f"{words} {why.format(format_date(before.on), now.reason)}"

    def _gap_words(self, row: WorkView) -> str:
        state = row.state
        if not state.account.total or not (state.share or state.money_share):
            return ""
        words = (
            self.tr("Khối lượng cao hơn giải ngân {} điểm phần trăm.")
            if state.gap > 0
            else self.tr("Khối lượng thấp hơn giải ngân {} điểm phần trăm.")
        )
        if not state.gap:
            return self.tr("Khối lượng và giải ngân bằng nhau.")
        return words.format(format_percent(abs(state.gap)).removesuffix("%"))


def titled(title: str, *parts: QWidget, buttons: FlowLayout | None = None) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(_BETWEEN)
    words = Label(title, "strong")
    if buttons is None:
        column.addWidget(words)
    else:
        head = FlowLayout(12)
        head.add(words, grows=True)
        head.add(buttons)
        column.addLayout(head)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return holder
