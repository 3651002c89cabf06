"""Phân công: who promised what? Each criterion with who answers for it, and what was met but is not now.

Both lists only show: who answers for a criterion and the plan are entered on the page Tiêu chí.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QResizeEvent

from ntm_desktop.services import assignments
from ntm_desktop.services.assignments import AssignmentTable, LapseView
from ntm_desktop.text import count_words
from ui.context import Context
from ui.dialogs.report import ReportMenu
from ui.models.assignments import (
    DEPARTMENT,
    HEAD,
    MET_SET,
    SINCE,
    columns,
    lapse_columns,
    lapse_rows_of,
    rows_of,
)
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, EmptyState
from ui.widgets.page import Page
from ui.widgets.table import Table
from ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from datetime import date

    from ui.tasks import Session

CHARGES, LAPSES = range(2)
_LAPSED = "da-dat"  # of a link
_ROOM_FOR = {1000: (HEAD, SINCE), 760: (DEPARTMENT,)}
_ROOM_FOR_LAPSES = {900: (MET_SET,)}


@dataclass(frozen=True, slots=True)
class _Loaded:
    table: AssignmentTable
    lapses: tuple[LapseView, ...]


def _load(session: Session, on: date) -> _Loaded:
    return _Loaded(assignments.table(session, on=on), assignments.lapses(session, on=on))


class AssignmentsPage(Page):
    KEY: ClassVar[str] = "phan-cong"
    TABLES: ClassVar[frozenset[str]] = frozenset(
        {"assessment", "commune", "criteria_set", "goal", "person", "plan", "responsibility"}
        | {"target_confirmation", "target_override"}
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Phân công"))
        self._loaded: _Loaded | None = None
        self._tabs = Tabs((self.tr("Phụ trách tiêu chí"), self.tr("Đã đạt nay chưa đạt")))
        self._reports = Button(self.tr("&In, xuất"), icon="printer")
        self._open = Button(self.tr("&Mở tiêu chí"), icon="arrow-right")
        self.table = Table(columns(), self.tr("Phụ trách tiêu chí"))
        self.lapses = Table(lapse_columns(), self.tr("Đã đạt nay chưa đạt"))
        self._none = EmptyState(self.tr("Không có chỉ tiêu nào đã đạt mà nay chưa đạt."))
        self._lay_out()
        self._tabs.chosen.connect(self._on_tab_chosen)
        self._reports.clicked.connect(self._on_reports_clicked)
        self._open.clicked.connect(self._on_open_clicked)
        self.table.opened.connect(self._on_opened)
        self.lapses.opened.connect(self._on_opened)

    def reload(self) -> None:
        on = self.context.tasks.today()
        self.context.tasks.read(lambda session: _load(session, on), self._on_loaded, self)

    def select(self, anchor: str) -> None:
        """``anchor``: “da-dat” for what was met before, else a criterion's code."""
        self._tabs.choose(LAPSES if anchor == _LAPSED else CHARGES)
        self.table.select(anchor)
        self._show_tab()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for table, room in ((self.table, _ROOM_FOR), (self.lapses, _ROOM_FOR_LAPSES)):
            for least, dropped in room.items():
                for column in dropped:
                    table.setColumnHidden(column, self.width() < least)

    # Slots

    def _on_loaded(self, loaded: _Loaded) -> None:
        self._loaded = loaded
        self.table.show_rows(rows_of(loaded.table.rows))
        self.lapses.show_rows(lapse_rows_of(loaded.lapses))
        table = loaded.table
        facts = [count_words(len(table.rows), self.tr("tiêu chí"))]
        if table.unassigned:
            facts.append(self.tr("{} chưa phân công").format(table.unassigned))
        if table.late:
            facts.append(count_words(table.late, self.tr("nhiệm vụ quá hạn")))
        if loaded.lapses:
            facts.append(count_words(len(loaded.lapses), self.tr("chỉ tiêu không giữ được")))
        self.header.set_facts(*facts)
        self._show_tab()

    def _on_tab_chosen(self, _index: int) -> None:
        self._show_tab()

    def _on_reports_clicked(self) -> None:
        ReportMenu(self, self.context, self.KEY).drop_from(self._reports)

    def _on_open_clicked(self) -> None:
        shown = self.lapses if self._tabs.current() == LAPSES else self.table
        self._on_opened(shown.current_data())

    def _on_opened(self, code: object) -> None:
        if isinstance(code, str):
            self.follow("tieu-chi", code)

    # What is shown

    def _show_tab(self) -> None:
        lapsed = self._tabs.current() == LAPSES
        some = self._loaded is not None and bool(self._loaded.lapses)
        self.table.setVisible(not lapsed)
        self.lapses.setVisible(lapsed and some)
        self._none.setVisible(lapsed and not some)
        self._open.setVisible(not lapsed or some)

    def _lay_out(self) -> None:
        self.header.add(self._open)
        self.header.add(self._reports)
        card = Card()
        card.body.setContentsMargins(1, 1, 1, 1)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self.lapses, 1)
        card.body.addWidget(self._none)
        self.column.addWidget(self._tabs)
        self.column.addWidget(card, 1)
        self.lapses.hide()
        self._none.hide()
