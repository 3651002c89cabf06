"""The chosen work below the table: its name and badge, what can be done with it, and its tabs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ntm_desktop.domain.charts import capital_bars
from ntm_desktop.services.work_diary import Measurement
from ntm_desktop.services.works import WorkView
from ntm_desktop.text import format_date
from ui.models.rows import Row
from ui.models.works import (
    long_word_of,
    money_columns,
    money_rows,
    state_of,
)
from ui.pages.works_actions import WorkActions
from ui.pages.works_charts import WorkCharts
from ui.pages.works_diary import WorkDiary
from ui.pages.works_land import WorkLand
from ui.pages.works_overview import WorkOverview
from ui.tasks import Tasks
from ui.tokens import State
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.chart_view import ChartView
from ui.widgets.flow import FlowLayout, flowing
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.marks import Badge
from ui.widgets.table import Table
from ui.widgets.tabs import Tabs

OVERVIEW, PROGRESS, DIARY, MONEY, LAND = range(5)
_NAME_LEAST, _FACTS_LEAST = 320, 260  # px to stand beside the buttons, the tabs
_MOST_ROWS = 8


class WorkDetail(Card):
    def __init__(self, actions: WorkActions, tasks: Tasks) -> None:
        super().__init__()
        self._actions = actions
        self._name = ElidedLabel("", "selection")
        self._badge = Badge(State.MET)
        self.tabs = Tabs(
            (
                self.tr("Tổng quan"),
                self.tr("Tiến độ"),
                self.tr("Nhật ký và ảnh"),
                self.tr("Vốn"),
                self.tr("Mặt bằng"),
            )
        )
        self._facts = ElidedLabel("", "caption", "text2")
        self._overview = WorkOverview(tasks)
        self.progress = WorkCharts(tasks)
        self.diary = WorkDiary(actions, tasks)
        self._route = Button(self.tr("Điề&u kiện đặc thù"))
        self._capital = ChartView(tasks, self.tr("Biểu đồ vốn theo năm"))
        self.money = _Listed(
            Table(money_columns(), self.tr("Vốn theo năm và nguồn")), self.tr("Chưa nhập vốn.")
        )
        self.land = WorkLand()
        self._lay_out()

    def show_name(self, row: WorkView | None) -> None:
        """At once; the rest takes a reading."""
        if row is not None:
            self._name.setText(row.name)
            self._badge.set_state(state_of(row), long_word_of(row))

    def show_work(self, row: WorkView, measured: Sequence[Measurement]) -> None:
        self._name.setText(row.name)
        self._badge.set_state(state_of(row), long_word_of(row))
        self._facts.setText("  ·  ".join(self._facts_of(row)))
        self._overview.show_work(row, measured)
        self._route.setVisible(row.route is not None)
        self.progress.show_work(row)
        self.diary.show_diary(measured)
        photos = sum(len(one.photos) for one in measured)
        words = self.tr("Nhật ký và ảnh {}").format(photos) if photos else self.tr("Nhật ký và ảnh")
        self.tabs.set_words(DIARY, words)
        self.money.show_rows(money_rows(row))
        self._capital.setVisible(bool(row.facts.money))
        self._capital.show_chart(capital_bars(row.facts, row.state.on))
        self.land.show_work(row)
        words = self.tr("Mặt bằng {}").format(row.open_land) if row.open_land else self.tr("Mặt bằng")
        self.tabs.set_words(LAND, words)
        self._on_tab_chosen(self.tabs.current())

    def _on_tab_chosen(self, index: int) -> None:
        for place, part in enumerate(self._parts()):
            part.setVisible(place == index)

    def _parts(self) -> tuple[QWidget, ...]:
        return self._overview, self.progress, self.diary, self.money, self.land

    def _facts_of(self, row: WorkView) -> list[str]:
        facts = []
        if row.state.expected is not None and row.state.built is None:
            facts.append(self.tr("dự kiến xong {}").format(format_date(row.state.expected)))
        if row.state.contract_finish is not None:
            facts.append(self.tr("hợp đồng đến {}").format(format_date(row.state.contract_finish)))
        facts += [row.contractor, row.place or ", ".join(row.hamlets), row.kind_text, row.scale]
        return [fact for fact in facts if fact]

    def _lay_out(self) -> None:
        named = QWidget()
        name = QHBoxLayout(named)
        name.setContentsMargins(0, 0, 0, 0)
        name.setSpacing(10)
        self._name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        name.addWidget(self._name)
        name.addWidget(self._badge)
        name.addStretch(1)
        buttons = FlowLayout()
        for words, kind, icon, act in (
            (self.tr("&Xóa công trình"), "outlined", "trash-2", self._actions.remove),
            (self.tr("&Sửa"), "outlined", "pencil", self._actions.edit),
            (self.tr("&Ghi khối lượng"), "primary", "plus", self._actions.measure),
        ):
            _add_button(buttons, Button(words, kind, icon), act)
        for words, act in (
            (self.tr("Giai đ&oạn"), self._actions.stages),
            (self.tr("&Kế hoạch khối lượng"), self._actions.plan),
        ):
            _add_button(self.progress.buttons, Button(words), act)
        _add_button(self.progress.buttons, self._route, self._actions.route)
        for words, act in (
            (self.tr("Nhập &vốn"), self._actions.money),
            (self.tr("Nhập nghiệm th&u"), self._actions.accept),
            (self.tr("Nhập &hợp đồng"), self._actions.contract),
        ):
            _add_button(self.money.buttons, Button(words), act)
        self.body.addWidget(_flow((named, _NAME_LEAST), buttons))
        self.body.addWidget(_flow(self.tabs, (self._facts, _FACTS_LEAST)))
        self.body.setSpacing(4)
        self.money.add(self._capital)
        for part in self._parts():
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.tabs.chosen.connect(self._on_tab_chosen)
        self._on_tab_chosen(OVERVIEW)


class _Listed(QWidget):
    """A table with buttons above it, or a sentence while it has no rows."""

    def __init__(self, table: Table, empty: str) -> None:
        super().__init__()
        self.table = table
        self.buttons = FlowLayout()
        self._empty = Label(empty, "body", "text2")
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        column.addLayout(self.buttons)
        column.addWidget(self._empty)
        column.addWidget(table)

    def add(self, widget: QWidget) -> None:
        """Below the table."""
        self._column.addWidget(widget)

    def show_rows(self, rows: Sequence[Row]) -> None:
        self.table.show_rows(rows)
        self.table.fit_rows(min(max(1, len(rows)), _MOST_ROWS))
        self.table.setVisible(bool(rows))
        self._empty.setVisible(not rows)


def _add_button(place: FlowLayout, button: Button, act: Callable[[], None]) -> None:
    button.clicked.connect(act)
    place.addWidget(button)


def _flow(*parts: QWidget | FlowLayout | tuple[QWidget, int]) -> QWidget:
    """Parts side by side; one with a width needs that much and takes what the others leave."""
    holder = QWidget()
    flow = FlowLayout(12, holder, between_lines=6)
    holder.setSizePolicy(flowing())
    for part in parts:
        if isinstance(part, tuple):
            flow.add(part[0], least=part[1], grows=True)
        else:
            flow.add(part)
    return holder
