"""Tab *Tiến độ* of a work: its S-curve and the Gantt chart of its stages, with what is planned there."""

from __future__ import annotations

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


class WorkCharts(QWidget):
    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self.buttons = FlowLayout()
        self.curve = ChartView(tasks, self.tr("Biểu đồ tiến độ lũy kế"))
        self.gantt = ChartView(tasks, self.tr("Biểu đồ các giai đoạn"))
        self._plan = Label("", "caption", "text2", wrap=True)
        self._gap = Label("", "caption", "text2", wrap=True)
        charts = QWidget()
        flow = FlowLayout(20, charts, between_lines=12)
        charts.setSizePolicy(flowing())
        flow.add(
            titled(self.tr("Tiến độ lũy kế"), self.curve, self._plan, self._gap), least=_LEAST, grows=True
        )
        flow.add(titled(self.tr("Các giai đoạn"), self.gantt), least=_LEAST, grows=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(8)
        column.addLayout(self.buttons)
        column.addWidget(charts)

    def show_work(self, row: WorkView) -> None:
        on = row.state.on
        self.curve.show_chart(s_curve(row.facts, on))
        self.gantt.show_chart(stages_gantt(row.facts, on))
        self._plan.setText(self._plan_words(row))
        self._gap.setText(self._gap_words(row))
        self._gap.setVisible(bool(self._gap.text()))

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


def titled(title: str, *parts: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(Label(title, "strong"))
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return holder
