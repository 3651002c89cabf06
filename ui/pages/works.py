"""Công trình: which work holds us back, and why. The table of all works, and the chosen one below it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QWidget

from ntm_desktop.domain.charts import works_gantt
from ntm_desktop.services import (
    contributions,
    obstacles,
    registers,
    remarks,
    work_contracts,
    work_diary,
    work_documents,
    work_entries,
    works,
)
from ntm_desktop.services.contributions import ContributionTable
from ntm_desktop.services.obstacles import ObstacleView
from ntm_desktop.services.remarks import RemarkView, Target
from ntm_desktop.services.reports import Option
from ntm_desktop.services.work_contracts import Papers
from ntm_desktop.services.work_diary import Measurement
from ntm_desktop.services.work_documents import WorkDocument
from ntm_desktop.services.work_entries import Entry
from ntm_desktop.services.works import WorkTable, WorkView
from ntm_desktop.text import counted, format_int
from ui.context import Context
from ui.dialogs.report import ReportMenu
from ui.models.works import (
    ALLOTTED,
    CONTRACTOR,
    CRITERION,
    DISBURSED,
    NUMBER,
    REMARK,
    STAGE,
    TOTAL,
    columns,
    prepared,
    rows_of,
)
from ui.pages.remark_acts import Named, RemarkActs
from ui.pages.sheets import SheetMenu
from ui.pages.works_actions import WorkActions
from ui.pages.works_detail import WorkDetail
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, EmptyState
from ui.widgets.chart_view import ChartView
from ui.widgets.labels import Label
from ui.widgets.page import Page
from ui.widgets.split import Split
from ui.widgets.table import HEADER_HEIGHT, ROW_HEIGHT, Table

if TYPE_CHECKING:
    from datetime import date

    from ui.tasks import Session

_LEAST_ROWS, _USUAL_ROWS = 4, 8
_USUAL_SHARE = 0.45  # of a high page
_USUAL_DETAIL = 308  # px in which all of the chosen work's first tab is seen
_LOW_BELOW = 440  # px; the page scrolls there, with all of the chosen work in it
_MOST_ROWS = 100  # of the chart of all works: what a picture can hold
_GIVING_WAY = (CONTRACTOR, CRITERION, TOTAL, NUMBER, ALLOTTED, DISBURSED, STAGE)
"""The chosen work says these too."""


@dataclass(frozen=True, slots=True)
class _Read:
    table: WorkTable
    remarks: Mapping[str, tuple[RemarkView, ...]]
    """By the work that they are about, newest first."""


def _read(session: Session, on: date) -> _Read:
    return _Read(works.table(session, on=on), remarks.of_works(session, on=on))


@dataclass(frozen=True, slots=True)
class _One:
    """What the chosen work shows besides its line of the list."""

    measured: tuple[Measurement, ...]
    entries: tuple[Entry, ...]
    papers: Papers
    held_up: tuple[ObstacleView, ...]  # open ones, the oldest first
    gifts: ContributionTable
    documents: tuple[WorkDocument, ...]


def _read_one(session: Session, *, uid: str, on: date) -> _One:
    return _One(
        work_diary.diary(session, uid=uid, on=on),
        work_entries.entries(session, uid=uid, on=on),
        work_contracts.papers(session, uid=uid, on=on),
        obstacles.open_of(session, work_uid=uid, on=on),
        contributions.of_work(session, work_uid=uid, on=on),
        work_documents.documents(session, uid=uid, on=on),
    )


class WorksPage(Page):
    KEY: ClassVar[str] = "cong-trinh"
    TABLES: ClassVar[frozenset[str]] = frozenset(
        {"acceptance", "baseline", "contract", "contract_annex", "contractor", "hamlet", "progress"}
        | {"clearance", "clearance_event", "household", "obstacle", "obstacle_event", "official_document"}
        | {"commitment", "commitment_amount", "contractor_letter", "contractor_letter_work", "evidence"}
        | {"contribution", "contribution_withdrawal", "unit_price", "person", "progress_photo", "work"}
        | {"work_hamlet", "work_indicator", "work_investment", "work_money", "work_stage"}
        | {"remark", "answer", "verdict"}
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Công trình"))
        self._loaded: WorkTable | None = None
        self._said: Mapping[str, tuple[RemarkView, ...]] = {}
        self._wanted = ""  # a link that came before the rows
        self._wants_newest = False  # a work was just added
        self._add = Button(self.tr("Thêm &công trình"), icon="plus", writes=True)
        self._builders = Button(self.tr("Đơ&n vị thi công"), "link")
        self._reports = Button(self.tr("&In, xuất"), icon="printer")
        self._table = Table(columns(), self.tr("Công trình"))
        self._table.give_way(*_GIVING_WAY)
        self._items = prepared()
        self._times = Button(self.tr("&Thời gian các công trình"), icon="calendar")
        self._times.setCheckable(True)
        self._gantt = ChartView(context.tasks, self.tr("Thời gian các công trình"))
        self._left_out = Label("", "caption", "text2")
        self._below = QWidget()  # takes what the chart leaves
        self._card, self._times_card, self._empty_card = Card(), Card(), Card()
        self._split = Split("cong-trinh", self.tr("Danh sách và công trình đang chọn"))
        self._actions = WorkActions(context, self)
        self._detail = WorkDetail(self._actions, context.tasks, of_authority=context.is_read_only)
        self._remarks = RemarkActs(self)
        self._sheets = SheetMenu(context, self, registers.WORKS, self.tr("công trình"))
        self._plot_sheets = SheetMenu(context, self, registers.PLOTS, self.tr("mặt bằng"))
        self._excel = Button(self.tr("Exce&l"), tip=self.tr("Nhập từ Excel, lưu mẫu, xuất Excel"))
        self._empty = EmptyState(
            self.tr("Chưa có công trình nào. Thêm từng công trình, hoặc nhập danh mục từ Excel."),
            self.tr("Thêm &công trình"),
            helps=True,
        )
        self._lay_out()
        self._connect()
        self.header.set_facts(self.tr("Đang đọc số liệu…"))

    def reload(self) -> None:
        on = self.context.tasks.today()
        self.context.tasks.read(lambda session: _read(session, on), self._on_loaded, self)

    def select(self, anchor: str) -> None:
        """``anchor``: the uid of a work."""
        self._wanted = "" if self._table.select(anchor) else anchor

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_times()
        self._fit_rows()

    # Slots

    def _on_loaded(self, read: _Read) -> None:
        table, self._said = read.table, read.remarks
        self._loaded = table
        self._show_facts(table)
        rows = rows_of(table, self._items)
        self._table.setColumnHidden(REMARK, not table.remarked)
        self._table.show_rows(rows)
        self._empty_card.setVisible(not rows)
        self._add.setVisible(bool(rows))
        self._times.setVisible(bool(rows))
        self._show_times()
        self._fit_rows()
        self.count_changed.emit(table.need_action)
        newest = table.rows[-1].uid if rows and self._wants_newest else ""
        # the work that holds the others back
        first = max(table.rows, key=lambda row: row.state.days_late).uid if rows else ""
        for wanted in (self._wanted, newest, self._table.current_data(), first):
            if wanted and self._table.select(wanted):
                break
        if newest:
            self._table.setFocus()
        self._wanted, self._wants_newest = "", False

    def _on_current_changed(self, data: object) -> None:
        self._detail.show_name(self._current())
        row = self._actions.row = self._current()
        if row is not None:
            self._detail.show_remarks(self._said.get(row.uid, ()))
            read = partial(_read_one, uid=row.uid, on=row.state.on)
            self.context.tasks.read(read, partial(self._on_one_read, row), self)

    def _on_one_read(self, row: WorkView, one: _One) -> None:
        if row is self._actions.row:
            self._detail.show_work(row, one.measured, one.entries, one.papers, one.held_up)
            self._detail.show_given(one.gifts, one.documents)

    def _on_times_toggled(self, _on: bool) -> None:
        self._show_times()

    def _on_row_pressed(self, key: str) -> None:
        """A work of the chart: back to the table, at its line."""
        self._times.setChecked(False)
        self._table.select(key)
        self._table.setFocus()

    def _on_builders(self) -> None:
        self.follow("don-vi-thi-cong")

    def _on_reports_clicked(self) -> None:
        row = self._current()
        chosen = {Option.CONTRACTOR: row.contractor, Option.WORK: row.name} if row is not None else {}
        menu = ReportMenu(self, self.context, self.KEY, chosen)
        menu.drop_from(self._reports)

    def _on_added(self) -> None:
        self._wants_newest = True
        self.reload()

    def _on_paste_requested(self, _key: object, _column: int, lines: list[list[str]]) -> None:
        self._sheets.paste(lines)

    def _on_excel_clicked(self) -> None:
        self._sheets.drop_from(self._excel)

    def _on_plots_wanted(self) -> None:
        row = self._current()
        if row is not None:
            self._plot_sheets.within = row.uid
            self._plot_sheets.from_file()

    # What is shown

    def _current(self) -> WorkView | None:
        rows = self._loaded.rows if self._loaded is not None else ()
        chosen = self._table.current_data()
        return next((row for row in rows if row.uid == chosen), None)

    def _chosen(self) -> list[Named]:
        """Works that are chosen together, to be remarked on."""
        rows = self._loaded.rows if self._loaded is not None else ()
        chosen = set(self._table.chosen_data())
        return [(Target(work=row.uid), row.name) for row in rows if row.uid in chosen]

    def _show_times(self) -> None:
        """All works on one line of time in place of the table and the chosen work, while that is wanted."""
        rows = self._loaded.rows if self._loaded is not None else ()
        wanted = self._times.isChecked() and bool(rows)
        self._card.setVisible(bool(rows) and not wanted)
        self._detail.setVisible(bool(rows) and not wanted)
        self._split.setVisible(bool(rows) and not wanted and not self._is_low())
        self._times_card.setVisible(wanted)
        self._below.setVisible(wanted)
        self._left_out.setVisible(wanted and len(rows) > _MOST_ROWS)
        if wanted and self._loaded is not None:
            shown = rows[:_MOST_ROWS]
            self._gantt.show_chart(works_gantt([(row.facts, row.state) for row in shown], self._loaded.on))
            words = self.tr("Biểu đồ vẽ {} công trình đầu danh mục, danh mục có {}.")
            self._left_out.setText(words.format(len(shown), format_int(len(rows))))

    # Building

    def _show_facts(self, table: WorkTable) -> None:
        if not table.rows:
            self.header.set_facts()
            return
        count = self.tr("{} công trình").format(counted(len(table.rows)))
        attention = self.tr("{} cần chú ý").format(counted(table.need_action))
        self.header.set_facts(count, attention, self.tr("tiền: triệu đồng, chậm: ngày"))

    def _is_low(self) -> bool:
        return self.height() < _LOW_BELOW

    def _fit_rows(self) -> None:
        """The list has a place of its own above the chosen work; on a low page both scroll together."""
        low, rows = self._is_low(), self._table.rows.rowCount()
        self._table.fit_rows(rows, _USUAL_ROWS if low else _LEAST_ROWS)
        self._detail.show_whole(whole=low)
        if low and self._split.indexOf(self._card) >= 0:
            self.column.insertWidget(0, self._card, 1)
            self.column.insertWidget(1, self._detail)
        elif not low and self._split.indexOf(self._card) < 0:
            self._split.addWidget(self._card)
            self._split.addWidget(self._detail)
        least, usual = (
            HEADER_HEIGHT + min(rows, number) * ROW_HEIGHT + 4 for number in (_LEAST_ROWS, _USUAL_ROWS)
        )
        usual = max(usual, int(self.height() * _USUAL_SHARE))
        self._split.set_usual(usual, least=least, lower=_USUAL_DETAIL)

    def _lay_out(self) -> None:
        self.header.add(self._builders)
        self.header.add(self._times)
        self.header.add(self._excel)
        self.header.add(self._reports)
        self.header.add(self._add)
        for card, parts in ((self._card, [self._table]), (self._times_card, [self._gantt, self._left_out])):
            card.body.setContentsMargins(1, 1, 1, 1)
            card.body.setSizeConstraint(QLayout.SizeConstraint.SetMinAndMaxSize)  # no higher than its rows
            for part in parts:
                card.body.addWidget(part)
        self._split.addWidget(self._card)
        self._split.addWidget(self._detail)
        self._empty_card.body.setContentsMargins(1, 1, 1, 1)
        self._empty_card.body.addWidget(self._empty)
        for part in (self._times_card, self._empty_card):
            self.column.addWidget(part)
        self.column.addWidget(self._split, 1)
        self.column.addWidget(self._below, 1)
        for part in (self._detail, self._card, self._split, self._empty_card, self._times_card, self._below):
            part.hide()
        self._left_out.hide()
        self._times.hide()

    def _connect(self) -> None:
        self._table.current_changed.connect(self._on_current_changed)
        self._times.toggled.connect(self._on_times_toggled)
        self._gantt.chosen.connect(self._on_row_pressed)
        self._table.opened.connect(self._actions.edit)
        self._builders.clicked.connect(self._on_builders)
        self._add.clicked.connect(self._actions.add)
        self._reports.clicked.connect(self._on_reports_clicked)
        self._empty.acted.connect(self._actions.add)
        self._actions.added.connect(self._on_added)
        self._actions.told.connect(self.told)
        self._table.paste_requested.connect(self._on_paste_requested)
        self._excel.clicked.connect(self._on_excel_clicked)
        for sheets in (self._sheets, self._plot_sheets):
            sheets.told.connect(self.told)
            sheets.written.connect(self.written)
        self._detail.land.import_requested.connect(self._on_plots_wanted)
        self._detail.remarks.made.connect(self._remarks.serve)
        self._remarks.offer(self._table, self._chosen)
        self._detail.land.followed.connect(self.navigate)
        self._detail.gifts.followed.connect(self.navigate)
        self._detail.overview.followed.connect(self.navigate)
