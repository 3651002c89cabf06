"""Vướng mắc: what must someone above us decide, and what capital did somebody promise us?

Two lists under two tabs; the chosen line of the one that is shown stands beside it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ntm_desktop.changes import Changes
from ntm_desktop.services import commitments, obstacles
from ntm_desktop.services.commitments import AmountView, CommitmentTable, CommitmentView
from ntm_desktop.services.obstacles import EventView, ObstacleChoices, ObstacleTable, ObstacleView
from ntm_desktop.services.reports import Option
from ntm_desktop.text import counted, millions
from ui.context import Context
from ui.dialogs.commitment import AmountDialog, CommitmentDialog
from ui.dialogs.obstacle import EventDialog, ObstacleDialog
from ui.dialogs.report import ReportMenu
from ui.pages.commitments_list import CommitmentList
from ui.pages.obstacles_list import ObstacleList
from ui.pages.obstacles_panel import HeldUpPanel
from ui.pages.tabbed import TabbedPage
from ui.widgets.buttons import Button

if TYPE_CHECKING:
    from datetime import date

    from ui.tasks import Session

OBSTACLES, COMMITMENTS = range(2)
_PROMISES = "cam-ket"  # of a link
"""On a page that is narrower the obstacles would shrink to two words: the panel says these too."""


@dataclass(frozen=True, slots=True)
class _Loaded:
    obstacles: ObstacleTable
    commitments: CommitmentTable


def _load(session: Session, on: date) -> _Loaded:
    return _Loaded(obstacles.table(session, on=on), commitments.table(session, on=on))


class ObstaclesPage(TabbedPage):
    KEY: ClassVar[str] = "vuong-mac"
    TABLES: ClassVar[frozenset[str]] = frozenset(
        {"commitment", "commitment_amount", "obstacle", "obstacle_event", "official_document", "person"}
        | {"goal", "target_override", "work", "work_money"}
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Vướng mắc"), (self.tr("Vướng mắc"), self.tr("Cam kết vốn")))
        self._loaded: _Loaded | None = None
        self._reports = Button(self.tr("&In, xuất"), icon="printer")
        self._add = Button(self.tr("&Thêm vướng mắc"), icon="plus", writes=True)
        self._add_promise = Button(self.tr("&Thêm cam kết"), icon="plus", writes=True)
        self._list = ObstacleList()
        self._promises = CommitmentList()
        self.details = HeldUpPanel()
        self.panel = self.details
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        on = self.context.tasks.today()
        self.context.tasks.read(lambda session: _load(session, on), self._on_loaded, self)

    @property
    def _row(self) -> ObstacleView | None:
        return self._list.current()

    @property
    def _promise(self) -> CommitmentView | None:
        return self._promises.current()

    # Slots

    def _on_loaded(self, loaded: _Loaded) -> None:
        self._loaded = loaded
        self._list.show_table(loaded.obstacles)
        self._promises.show_table(loaded.commitments)
        self.count_changed.emit(len(loaded.obstacles.open))
        self.show_loaded()

    def _on_add(self) -> None:
        self._read_choices(self._on_choices_to_add)

    def _on_edit(self) -> None:
        if self._row is not None:
            self._read_choices(self._on_choices_to_edit)

    def _on_event(self) -> None:
        if self._row is not None:
            EventDialog(self, self.context, self._row).open()

    def _on_closing(self) -> None:
        """Offered where the level that was waited for is set; a person decides."""
        if self._row is not None and self._row.given is not None:
            EventDialog(self, self.context, self._row, closing=self._row.given.text).open()

    def _on_correction(self, event: EventView) -> None:
        if self._row is not None:
            EventDialog(self, self.context, self._row, event).open()

    def _on_remove(self) -> None:
        """At once; the toast that follows offers to undo it."""
        if self._row is None:
            return
        uid = self._row.uid

        def remove(session: Session) -> Changes:
            return obstacles.remove_obstacle(session, uid=uid)

        self.context.tasks.write(f"Xóa vướng mắc {self._row.what}", remove, self._on_removed, self)

    def _on_removed(self, _changes: Changes) -> None:
        self.told.emit(self.tr("Đã xóa vướng mắc khỏi danh sách."))

    def _on_choices_to_add(self, choices: ObstacleChoices) -> None:
        self.open_to_add(ObstacleDialog(self, self.context, None, choices))

    def _on_choices_to_edit(self, choices: ObstacleChoices) -> None:
        if self._row is not None:
            ObstacleDialog(self, self.context, self._row, choices).open()

    def _on_reports_clicked(self) -> None:
        """A letter goes to the promiser of the chosen commitment, unless another one is chosen there."""
        owes = self._promise is not None and bool(self._promise.kept.missing)
        promiser = self._promise.promiser if self._promise is not None and owes else ""
        ReportMenu(self, self.context, self.KEY, {Option.PROMISER: promiser}).drop_from(self._reports)

    def _on_add_promise(self) -> None:
        self._read_choices(self._on_choices_to_promise)

    def _on_edit_promise(self) -> None:
        if self._promise is not None:
            self._read_choices(self._on_choices_to_edit_promise)

    def _on_change(self) -> None:
        if self._promise is not None:
            AmountDialog(self, self.context, self._promise).open()

    def _on_amount_correction(self, amount: AmountView) -> None:
        if self._promise is not None:
            AmountDialog(self, self.context, self._promise, amount).open()

    def _on_remove_promise(self) -> None:
        if self._promise is None:
            return
        uid = self._promise.uid

        def remove(session: Session) -> Changes:
            return commitments.remove_commitment(session, uid=uid)

        action = f"Xóa cam kết vốn của {self._promise.promiser}"
        self.context.tasks.write(action, remove, self._on_promise_removed, self)

    def _on_promise_removed(self, _changes: Changes) -> None:
        self.told.emit(self.tr("Đã xóa cam kết vốn khỏi danh sách."))

    def _on_choices_to_promise(self, choices: ObstacleChoices) -> None:
        self.open_to_add(CommitmentDialog(self, self.context, None, choices.works))

    def _on_choices_to_edit_promise(self, choices: ObstacleChoices) -> None:
        if self._promise is not None:
            CommitmentDialog(self, self.context, self._promise, choices.works).open()

    # What is shown

    def show_tab(self) -> None:
        promises = self.tabs.current() == COMMITMENTS
        self._list.setVisible(not promises)
        self._promises.setVisible(promises)
        if self._loaded is not None:
            held_up, promised = self._loaded.obstacles, self._loaded.commitments
            self._reports.setVisible(bool(held_up.rows or promised.rows))
            self._add.setVisible(not promises and bool(held_up.rows))
            self._add_promise.setVisible(promises and bool(promised.rows))
            facts = self._facts_of_promises(promised) if promises else self._facts_of(held_up)
            self.header.set_facts(*facts)
        self.show_details()

    def show_details(self) -> None:
        promises = self.tabs.current() == COMMITMENTS
        if promises and self._promise is not None:
            self.details.commitment.show_commitment(self._promise)
            self.details.open_with(self.details.commitment)
        elif not promises and self._row is not None:
            self.details.obstacle.show_obstacle(self._row)
            self.details.open_with(self.details.obstacle)
        else:
            self.details.close_panel()

    def _facts_of_promises(self, table: CommitmentTable) -> list[str]:
        if not table.rows:
            return []
        facts = [self.tr("các nơi cam kết {}").format(millions(table.promised))]
        facts.append(self.tr("đã bố trí {}").format(millions(table.allotted)))
        facts.append(self.tr("thiếu so với cam kết {} triệu đồng").format(millions(table.missing)))
        return facts

    def _facts_of(self, table: ObstacleTable) -> list[str]:
        if not table.rows:
            return []
        facts = [self.tr("{} vướng mắc đang mở").format(counted(len(table.open)))]
        if table.overdue:
            facts.append(self.tr("{} quá hạn trả lời").format(counted(len(table.overdue))))
        if table.closable:
            facts.append(self.tr("{} có thể đóng").format(counted(len(table.closable))))
        if table.open:
            oldest = max(row.standing.age for row in table.open)
            facts.append(self.tr("lâu nhất {} ngày").format(oldest))
        return facts

    # Building

    def _read_choices(self, done: Callable[[ObstacleChoices], None]) -> None:
        on = self.context.tasks.today()
        self.context.tasks.read(lambda session: obstacles.choices(session, on=on), done, self)

    def _lay_out(self) -> None:
        self.add_list(OBSTACLES, self._list)
        self.add_list(COMMITMENTS, self._promises, _PROMISES)
        self.header.add(self._reports)
        self.header.add(self._add)
        self.header.add(self._add_promise)
        self.column.addWidget(self._list, 1)
        self.column.addWidget(self._promises, 1)
        self._add.hide()
        self._reports.hide()
        self._add_promise.hide()
        self._promises.hide()

    def _connect(self) -> None:
        self._reports.clicked.connect(self._on_reports_clicked)
        self._add_promise.clicked.connect(self._on_add_promise)
        self._promises.add_requested.connect(self._on_add_promise)
        self._promises.opened.connect(self._on_change)
        promise = self.details.commitment
        promise.change_requested.connect(self._on_change)
        promise.edit_requested.connect(self._on_edit_promise)
        promise.remove_requested.connect(self._on_remove_promise)
        promise.correction_requested.connect(self._on_amount_correction)
        self._add.clicked.connect(self._on_add)
        self._list.add_requested.connect(self._on_add)
        self._list.opened.connect(self._on_event)
        obstacle = self.details.obstacle
        obstacle.event_requested.connect(self._on_event)
        obstacle.closing_requested.connect(self._on_closing)
        obstacle.edit_requested.connect(self._on_edit)
        obstacle.remove_requested.connect(self._on_remove)
        obstacle.correction_requested.connect(self._on_correction)
