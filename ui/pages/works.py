"""Công trình: which work holds us back, and why. The table of all works, and the chosen one below it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout

from ntm_desktop.services import work_progress, works
from ntm_desktop.services.work_progress import Measurement
from ntm_desktop.services.works import WorkTable, WorkView
from ntm_desktop.text import count_words
from ui.context import Context
from ui.dialogs.report import ReportMenu
from ui.models.works import (
    ALLOTTED,
    CONTRACTOR,
    CRITERION,
    DISBURSED,
    NUMBER,
    STAGE,
    TOTAL,
    columns,
    rows_of,
)
from ui.pages.works_actions import WorkActions
from ui.pages.works_detail import WorkDetail
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, EmptyState
from ui.widgets.page import Page
from ui.widgets.table import Table

if TYPE_CHECKING:
    from ui.tasks import Session

_LEAST_ROWS, _LEAST_ROWS_LOW = 4, 8
_LOW_BELOW = 440  # px; the page scrolls anyway there, a table that scrolls in it would show half a row
_ROOM_FOR = {
    1050: (CONTRACTOR,),
    860: (CRITERION, TOTAL),
    720: (NUMBER, ALLOTTED, DISBURSED),
    640: (STAGE,),
}
"""On a page that is narrower, names of works would shrink to two words: the chosen work says these too."""


@dataclass(frozen=True, slots=True)
class _Loaded:
    table: WorkTable
    diary: Mapping[str, tuple[Measurement, ...]]


def _load(session: Session, on: date) -> _Loaded:
    return _Loaded(works.table(session, on=on), work_progress.diary(session, on=on))


class WorksPage(Page):
    KEY: ClassVar[str] = "cong-trinh"
    TABLES: ClassVar[frozenset[str]] = frozenset(
        {"acceptance", "baseline", "contract", "contract_annex", "contractor", "hamlet", "progress", "work"}
        | {"clearance", "clearance_event", "household"}
        | {"work_hamlet", "work_indicator", "work_investment", "work_money", "work_stage"}
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Công trình"))
        self._loaded: _Loaded | None = None
        self._wanted = ""  # a link that came before the rows
        self._wants_newest = False  # a work was just added
        self._add = Button(self.tr("Thêm &công trình"), icon="plus")
        self._reports = Button(self.tr("&In, xuất"), icon="printer")
        self._table = Table(columns(), self.tr("Công trình"))
        self._card = Card()
        self._actions = WorkActions(context, self)
        self._detail = WorkDetail(self._actions)
        self._empty = EmptyState(
            self.tr("Chưa có công trình nào. Thêm từng công trình của xã, rồi ghi vốn và khối lượng."),
            self.tr("Thêm &công trình"),
        )
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        on = self.context.tasks.today()
        self.context.tasks.read(lambda session: _load(session, on), self._on_loaded, self)

    def select(self, anchor: str) -> None:
        """``anchor``: the uid of a work."""
        self._wanted = "" if self._table.select(anchor) else anchor

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for least, dropped in _ROOM_FOR.items():
            for column in dropped:
                self._table.setColumnHidden(column, self.width() < least)
        self._fit_rows()

    # Slots

    def _on_loaded(self, loaded: _Loaded) -> None:
        self._loaded = loaded
        table = loaded.table
        self._show_facts(table)
        rows = rows_of(table)
        self._table.show_rows(rows)
        self._fit_rows()
        self._table.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._add.setVisible(bool(rows))
        self.count_changed.emit(table.need_action)
        self._detail.setVisible(bool(rows))
        newest = table.rows[-1].uid if rows and self._wants_newest else ""
        first = max(table.rows, key=_lateness).uid if rows else ""
        for wanted in (self._wanted, newest, self._table.current_data(), first):
            if wanted and self._table.select(wanted):
                break
        self._wanted, self._wants_newest = "", False

    def _on_current_changed(self, data: object) -> None:
        row = self._actions.row = self._current()
        if row is not None and self._loaded is not None:
            self._detail.show_work(row, self._loaded.diary.get(row.uid, ()))

    def _on_reports_clicked(self) -> None:
        row = self._current()
        menu = ReportMenu(self, self.context, self.KEY, row.contractor if row is not None else "")
        menu.drop_from(self._reports)

    def _on_added(self) -> None:
        self._wants_newest = True
        self.reload()

    # What is shown

    def _current(self) -> WorkView | None:
        rows = self._loaded.table.rows if self._loaded is not None else ()
        chosen = self._table.current_data()
        return next((row for row in rows if row.uid == chosen), None)

    # Building

    def _show_facts(self, table: WorkTable) -> None:
        if not table.rows:
            self.header.set_facts()
            return
        count = count_words(len(table.rows), self.tr("công trình"))
        attention = count_words(table.need_action, self.tr("cần chú ý"))
        self.header.set_facts(count, attention, self.tr("tiền: triệu đồng, chậm: ngày"))

    def _fit_rows(self) -> None:
        least = _LEAST_ROWS_LOW if self.height() < _LOW_BELOW else _LEAST_ROWS
        self._table.fit_rows(self._table.rows.rowCount(), least)

    def _lay_out(self) -> None:
        self.header.add(self._reports)
        self.header.add(self._add)
        self._card.body.setContentsMargins(1, 1, 1, 1)
        self._card.body.addWidget(self._table)
        self._card.body.addWidget(self._empty)
        self._card.body.setSizeConstraint(QLayout.SizeConstraint.SetMinAndMaxSize)  # no higher than its rows
        self.column.addWidget(self._card, 1)
        self.column.addWidget(self._detail)
        self._detail.hide()
        self._empty.hide()

    def _connect(self) -> None:
        self._table.current_changed.connect(self._on_current_changed)
        self._table.opened.connect(self._actions.edit)
        self._add.clicked.connect(self._actions.add)
        self._reports.clicked.connect(self._on_reports_clicked)
        self._empty.acted.connect(self._actions.add)
        self._actions.added.connect(self._on_added)
        self._actions.told.connect(self.told)
        self._detail.land.followed.connect(self.navigate)


def _lateness(row: WorkView) -> int:
    """Shown first is the work that holds the others back."""
    return 0 if row.state.built else row.state.delay
