"""Phân công: who promised what? Who answers for each criterion, each task, what was met but is not now.

Who answers is entered here, for several criteria at once, or beside the plan on the page Tiêu chí.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ntm_desktop.domain.recognition import CheckLine
from ntm_desktop.services import assignments, people, recognition, year_review
from ntm_desktop.services.assignments import AssignmentTable, LapseView, TaskView
from ntm_desktop.services.people import PersonView
from ntm_desktop.services.reports import Option
from ntm_desktop.services.year_review import Review
from ntm_desktop.text import counted
from ui.context import Context
from ui.dialogs.assign import AssignDialog
from ui.dialogs.rating import RatingDialog
from ui.dialogs.report import ReportMenu
from ui.dialogs.task_done import TaskDoneDialog
from ui.models.assignments import (
    DEPARTMENT,
    DONE_ON,
    HEAD,
    OPEN,
    SINCE,
    TASK_DUE,
    columns,
    rows_of,
    task_columns,
    task_rows_of,
)
from ui.pages.assignments_lapses import LapseList
from ui.pages.assignments_review import ReviewList
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, EmptyState
from ui.widgets.page import Page
from ui.widgets.table import Table
from ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from datetime import date

    from ui.tasks import Session

CHARGES, TASKS, REVIEWS, LAPSES = range(4)
_TASKS = "nhiem-vu"  # of a link
_REVIEWS = "danh-gia"  # of a link
_LAPSED = "da-dat"  # of a link


@dataclass(frozen=True, slots=True)
class _Loaded:
    table: AssignmentTable
    lapses: tuple[LapseView, ...]
    checks: tuple[CheckLine, ...]  # before being recognised again


def _load(session: Session, on: date) -> _Loaded:
    return _Loaded(
        assignments.table(session, on=on),
        assignments.lapses(session, on=on),
        recognition.checklist(session, on=on),
    )


class AssignmentsPage(Page):
    KEY: ClassVar[str] = "phan-cong"
    TABLES: ClassVar[frozenset[str]] = frozenset(
        {"assessment", "commune", "criteria_set", "goal", "person", "plan", "responsibility"}
        | {"target_confirmation", "target_override", "work", "work_stage", "progress", "baseline"}
        | {"work_indicator", "year_rating", "acceptance", "work_money"}
        | {"broadcast", "meeting", "opinion", "paper", "publication", "survey", "threshold_override"}
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Phân công"))
        self._loaded: _Loaded | None = None
        self._reviewed = False
        self._tabs = Tabs(
            (
                self.tr("Phụ trách tiêu chí"),
                self.tr("Nhiệm vụ"),
                self.tr("Đánh giá năm"),
                self.tr("Đã đạt nay chưa đạt"),
            )
        )
        self._reports = Button(self.tr("&In, xuất"), icon="printer")
        self._open = Button(self.tr("&Mở tiêu chí"), icon="arrow-right")
        self._assign = Button(self.tr("&Phân công…"), "primary", "users", writes=True)
        self._done = Button(self.tr("&Ghi đã xong"), icon="check", writes=True)
        self._rate = Button(self.tr("&Đổi mức đánh giá"), icon="pencil", writes=True)
        self.reviews = ReviewList(context.tasks.today().year)
        self.table = Table(columns(), self.tr("Phụ trách tiêu chí"))
        self.table.give_way(HEAD, SINCE, DEPARTMENT, OPEN)
        self.tasks = Table(task_columns(), self.tr("Nhiệm vụ"))
        self.tasks.give_way(DONE_ON, TASK_DUE)
        self._no_task = EmptyState(
            self.tr(
                "Chưa có nhiệm vụ nào. Nhiệm vụ là giải pháp có hạn trong kế hoạch của chỉ tiêu chưa đạt, "
                "lập ở trang Tiêu chí."
            ),
            helps=True,
        )
        self.lapses = LapseList()
        self._lay_out()
        self._tabs.chosen.connect(self._on_tab_chosen)
        self._reports.clicked.connect(self._on_reports_clicked)
        self._open.clicked.connect(self._on_open_clicked)
        self._assign.clicked.connect(self._on_assign_clicked)
        self._done.clicked.connect(self._on_done_clicked)
        self._rate.clicked.connect(self._on_rate_clicked)
        self.reviews.opened.connect(self._on_rate_clicked)
        self.reviews.year_chosen.connect(self._read_review)
        self.reviews.current_changed.connect(self._show_tab)
        self.table.opened.connect(self._on_assign_clicked)
        self.tasks.opened.connect(self._on_done_clicked)
        self.tasks.current_changed.connect(self._on_task_chosen)
        self.lapses.opened.connect(self._on_opened)

    def reload(self) -> None:
        on = self.context.tasks.today()
        self.context.tasks.read(lambda session: _load(session, on), self._on_loaded, self)
        if self._tabs.current() == REVIEWS:
            self._read_review()

    def select(self, anchor: str) -> None:
        """``anchor``: “nhiem-vu”, “danh-gia”, “da-dat” for what was met before, else a criterion's code."""
        self._tabs.choose({_LAPSED: LAPSES, _TASKS: TASKS, _REVIEWS: REVIEWS}.get(anchor, CHARGES))
        if anchor == _REVIEWS:
            self._read_review()
        self.table.select(anchor)
        self._show_tab()

    # Slots

    def _on_loaded(self, loaded: _Loaded) -> None:
        self._loaded = loaded
        self.table.show_rows(rows_of(loaded.table.rows))
        if self.table.current_data() is None and loaded.table.rows:
            self.table.select(loaded.table.rows[0].criterion)
        self.tasks.show_rows(task_rows_of(loaded.table.tasks))
        if self._task is None and loaded.table.tasks:
            self.tasks.select(loaded.table.tasks[0])
        self.lapses.show_lapses(loaded.lapses, loaded.checks)
        self.count_changed.emit(loaded.table.need_action)
        table = loaded.table
        facts = [self.tr("{} tiêu chí").format(counted(len(table.rows)))]
        if table.unassigned:
            facts.append(self.tr("{} chưa phân công").format(counted(table.unassigned)))
        if table.late:
            facts.append(self.tr("{} nhiệm vụ quá hạn").format(counted(table.late)))
        if loaded.lapses:
            facts.append(self.tr("{} chỉ tiêu không giữ được").format(counted(len(loaded.lapses))))
        self.header.set_facts(*facts)
        self._show_tab()

    def _on_tab_chosen(self, _index: int) -> None:
        self._show_tab()
        if self._tabs.current() == REVIEWS:
            self._read_review()

    def _on_reviewed(self, review: Review) -> None:
        self._reviewed = True
        self.reviews.show_review(review)
        self._show_tab()

    def _on_rate_clicked(self) -> None:
        row = self.reviews.current()
        if row is not None:
            RatingDialog(self, self.context, row, self.reviews.year).open()

    def _on_reports_clicked(self) -> None:
        """A sheet is of the line chosen under *Đánh giá năm*, unless another one is chosen there."""
        row = self.reviews.current()
        about = {Option.SUBJECT: row.name if row else ""}
        ReportMenu(self, self.context, self.KEY, about).drop_from(self._reports)

    def _on_open_clicked(self) -> None:
        if self._tabs.current() == TASKS:
            task = self._task
            if task is not None:
                self.follow("tieu-chi", f"{task.indicator}/ke-hoach")
        else:
            shown = self.lapses.table if self._tabs.current() == LAPSES else self.table
            self._on_opened(shown.current_data())

    def _on_assign_clicked(self) -> None:
        """The chosen lines: several with Shift or Ctrl+A."""
        on = self.context.tasks.today()
        self.context.tasks.read(
            lambda session: people.list_people(session, on=on), self._on_people_read, self
        )

    def _on_people_read(self, known: tuple[PersonView, ...]) -> None:
        codes = self.table.chosen_data()
        rows = [row for row in self._loaded.table.rows if row.criterion in codes] if self._loaded else []
        if rows:
            dialog = AssignDialog(self, self.context, rows, known)
            dialog.saved.connect(self.table.setFocus)
            dialog.open()

    def _on_done_clicked(self) -> None:
        task = self._task
        if task is not None and task.done_on is None:
            TaskDoneDialog(self, self.context, task).open()

    def _on_task_chosen(self, _task: object) -> None:
        self._show_tab()

    def _on_opened(self, code: object) -> None:
        if isinstance(code, str):
            self.follow("tieu-chi", code)

    # What is shown

    def _read_review(self) -> None:
        """Only while it is looked at: it asks for two days of all criteria and for all works."""
        year, on = self.reviews.year, self.context.tasks.today()
        self.context.tasks.read(
            lambda session: year_review.review(session, year=year, on=on), self._on_reviewed, self
        )

    def _show_tab(self) -> None:
        tab, loaded = self._tabs.current(), self._loaded
        lapsed, tasked = tab == LAPSES, tab == TASKS
        some = loaded is not None and bool(loaded.lapses)
        any_task = loaded is not None and bool(loaded.table.tasks)
        self.table.setVisible(tab == CHARGES)
        self.tasks.setVisible(tasked and any_task)
        self._no_task.setVisible(tasked and not any_task)
        self.lapses.setVisible(lapsed and loaded is not None)
        self._card.setVisible(tab in (CHARGES, TASKS))
        self.reviews.setVisible(tab == REVIEWS and self._reviewed)
        self._rate.setVisible(tab == REVIEWS and self.reviews.current() is not None)
        self._assign.setVisible(tab == CHARGES)
        self._open.setVisible(tab == CHARGES or (lapsed and some) or (tasked and any_task))
        task = self._task
        self._done.setVisible(tasked and task is not None and task.done_on is None)

    @property
    def _task(self) -> TaskView | None:
        data = self.tasks.current_data()
        return data if isinstance(data, TaskView) else None

    def _lay_out(self) -> None:
        self.header.add(self._rate)
        self.header.add(self._done)
        self.header.add(self._open)
        self.header.add(self._reports)
        self.header.add(self._assign)
        card = self._card = Card()
        card.body.setContentsMargins(1, 1, 1, 1)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self.tasks, 1)
        card.body.addWidget(self._no_task)
        self.column.addWidget(self._tabs)
        self.column.addWidget(card, 1)
        self.column.addWidget(self.reviews, 1)
        self.column.addWidget(self.lapses, 1)
        for later in (
            self.tasks,
            self._no_task,
            self.lapses,
            self._done,
            self._rate,
            self.reviews,
        ):
            later.hide()
