"""Tab *Tổng quan* of a work: where it stands, its money by source, and why it is late."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ntm_desktop.domain.alerts import SEVERE, Alert
from ntm_desktop.domain.capital import SOURCE_NAMES, Amounts, by_source
from ntm_desktop.domain.charts import s_curve
from ntm_desktop.domain.overview import Link
from ntm_desktop.domain.progress import CAUSE_NAMES
from ntm_desktop.services.obstacles import ObstacleView
from ntm_desktop.services.work_diary import Measurement
from ntm_desktop.services.works import WorkView
from ntm_desktop.text import counted, format_date, millions
from ui.models.work_stages import stops
from ui.pages.works_charts import titled
from ui.tasks import Tasks
from ui.tokens import State
from ui.widgets.bars import MoneyBar, MoneyKey
from ui.widgets.buttons import Button
from ui.widgets.chart_view import ChartView
from ui.widgets.flow import FlowLayout, flowing
from ui.widgets.labels import IconLabel, Label, Rule
from ui.widgets.marks import Mark
from ui.widgets.stage_strip import StageStrip
from ui.wording import said

_CURVE_LEAST, _CAPITAL_LEAST, _WHY_LEAST = 240, 392, 350  # px to stand side by side, in a window of 1280 too
_BAR_LEAST = 40
_NUMBER_LEAST = 66
_LATE = (Alert.LATE, Alert.OVERDUE)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class WorkOverview(QWidget):
    stages_wanted = Signal()
    followed = Signal(object)  # Link

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._strip = StageStrip()
        self._curve = ChartView(tasks, self.tr("Biểu đồ tiến độ lũy kế"))
        self._below = QWidget()
        self._flow = FlowLayout(14, self._below, between_lines=12)
        self._below.setSizePolicy(flowing(QSizePolicy.Policy.Preferred))
        self._flow.add(titled(self.tr("Tiến độ lũy kế"), self._curve), least=_CURVE_LEAST, grows=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._strip)
        column.addWidget(Rule())
        column.addWidget(self._below)
        column.addStretch(1)

    def show_work(
        self, row: WorkView, measured: Sequence[Measurement], held_up: Sequence[ObstacleView]
    ) -> None:
        self._strip.show_stops(stops(row))
        while (item := self._flow.takeAt(1)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._curve.show_chart(s_curve(row.facts, row.state.on))
        self._flow.add(_Capital(row), least=_CAPITAL_LEAST, grows=True)
        why = _Why(row, measured, held_up)
        why.stages_wanted.connect(self.stages_wanted)
        why.followed.connect(self.followed)
        self._flow.add(why, least=_WHY_LEAST, grows=True)


class _Capital(QWidget):
    """What each source promised, allotted and paid, as bars and as numbers."""

    def __init__(self, row: WorkView) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._add_head()
        sources = by_source(row.facts.money, on=row.state.on)
        largest = max((max(a.committed, a.allotted, a.disbursed) for _, a in sources), default=0)
        for source, amounts in sources:
            number = self._add_numbers(said(SOURCE_NAMES[source]), amounts, strong=False)
            bar = MoneyBar(amounts.committed, amounts.allotted, amounts.disbursed, largest)
            bar.setMinimumWidth(_BAR_LEAST)
            self._grid.addWidget(bar, number, 1)
        if sources:
            rule = self._grid.rowCount()
            self._grid.addWidget(Rule(), rule, 0, 1, 5)
            self._add_numbers(self.tr("Tổng"), row.state.account.amounts, strong=True)
        else:
            nothing = Label(self.tr("Chưa nhập vốn."), "body", "text2")
            self._grid.addWidget(nothing, 1, 0, 1, 5)
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def _add_head(self) -> None:
        title = QHBoxLayout()
        title.setSpacing(8)
        title.addWidget(Label(self.tr("Vốn theo nguồn"), "strong"))
        title.addWidget(Label(self.tr("triệu đồng"), "caption", "text2"))
        title.addStretch(1)
        self._grid.addLayout(title, 0, 0, 1, 2)
        for place, (style, words) in enumerate(
            (
                ("committed", self.tr("cam kết")),
                ("allotted", self.tr("bố trí")),
                ("disbursed", self.tr("giải ngân")),
            ),
            start=2,
        ):
            head = QHBoxLayout()
            head.setSpacing(5)
            head.addStretch(1)
            head.addWidget(MoneyKey(style))
            head.addWidget(Label(words, "caption", "text2"))
            self._grid.addLayout(head, 0, place)
            self._grid.setColumnMinimumWidth(place, _NUMBER_LEAST)

    def _add_numbers(self, name: str, amounts: Amounts, *, strong: bool) -> int:
        number = self._grid.rowCount()
        self._grid.addWidget(Label(name, "caption-strong" if strong else "caption"), number, 0)
        numbers = (amounts.committed, amounts.allotted, amounts.disbursed)
        for place, amount in enumerate(numbers, start=2):
            paid = place == len(numbers) + 1
            label = Label(millions(amount), "caption-strong" if strong or paid else "caption")
            label.setAlignment(_RIGHT)
            self._grid.addWidget(label, number, place)
        return number


class _Why(QWidget):
    """All alarms, most urgent first, and what the newest measurement names as the cause."""

    stages_wanted = Signal()
    followed = Signal(object)  # Link

    def __init__(
        self, row: WorkView, measured: Sequence[Measurement], held_up: Sequence[ObstacleView]
    ) -> None:
        """``held_up``: the open obstacles that name it, the oldest first."""
        super().__init__()
        late = any(one.alert in _LATE for one in row.warnings)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)  # or the last one falls below the fold of a usual screen
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("Vì sao chậm") if late else self.tr("Cần chú ý"), "strong"), 1)
        if held_up:
            self._obstacle = held_up[0].uid
            words = self.tr("&Mở vướng mắc")
            if len(held_up) > 1:
                words = self.tr("&Mở {} vướng mắc").format(counted(len(held_up)))
            link = Button(words, "slim", tip="\n".join(one.what for one in held_up))
            link.clicked.connect(self._on_obstacle)
            head.addWidget(link)
        self._column.addLayout(head)
        for warning in row.warnings:
            state = State.UNMET if warning.alert in SEVERE else State.REGRESSED
            self._add(Mark(state, 16), warning.text)
        if not row.warnings:
            self._add(Mark(State.MET, 16), self.tr("Không có việc gì phải chú ý."))
        cause = next((one for one in measured if one.cause is not None), None)
        if late and cause is not None and cause.cause is not None:
            words = self.tr("{} ngày {}: {}").format(
                said(CAUSE_NAMES[cause.cause]), format_date(cause.on), cause.note or self.tr("không ghi chú")
            )
            self._add(IconLabel("clock"), words)
        if any(one.alert is Alert.STAGE_BEHIND for one in row.warnings):
            stages = Button(self.tr("Ghi giai đo&ạn"), "link", writes=True)
            stages.clicked.connect(self.stages_wanted)
            self._column.addWidget(stages, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)

    def _on_obstacle(self) -> None:
        self.followed.emit(Link("vuong-mac", self._obstacle))

    def _add(self, mark: QWidget, words: str) -> None:
        line = QHBoxLayout()
        line.setSpacing(6)
        holder = QVBoxLayout()
        holder.setContentsMargins(0, 1, 0, 0)
        holder.addWidget(mark)
        holder.addStretch(1)
        line.addLayout(holder)
        line.addWidget(Label(words, "caption", wrap=True), 1)
        self._column.addLayout(line)
