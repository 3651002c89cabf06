"""Đơn vị thi công, a part of *Công trình*: who builds what, who is late, who does not answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from ntm_desktop.changes import Changes
from ntm_desktop.services import contractors, reports
from ntm_desktop.services.contractors import ContractorRow, LetterView
from ntm_desktop.services.reports import Option
from ntm_desktop.text import counted
from ui.context import Context
from ui.dialogs.contractor import ContractorDialog, LetterDialog
from ui.dialogs.report import ReportDialog
from ui.models.contractors import KIND, LETTERS, UNANSWERED, WORST, columns, rows_of
from ui.pages.contractors_panel import ContractorPanel
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, EmptyState
from ui.widgets.page import Page
from ui.widgets.table import Table

if TYPE_CHECKING:
    from ui.tasks import Session

_URGING = "don-doc"


class ContractorsPage(Page):
    KEY: ClassVar[str] = "don-vi-thi-cong"
    TABLES: ClassVar[frozenset[str]] = frozenset(
        {"baseline", "contract", "contract_annex", "contractor", "contractor_letter", "progress", "work"}
        | {"contractor_letter_work", "work_stage"}
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Đơn vị thi công"))
        self._wanted = ""  # a link that came before the rows
        self._rows: tuple[ContractorRow, ...] = ()
        self._row: ContractorRow | None = None
        self._back = Button(self.tr("Về &công trình"), "link")
        self._add = Button(self.tr("&Thêm đơn vị"), icon="plus", writes=True)
        self._table = Table(columns(), self.tr("Đơn vị thi công"))
        self._table.give_way(KIND, WORST, LETTERS, UNANSWERED)  # the panel says these too
        self._empty = EmptyState(
            self.tr("Chưa có đơn vị thi công nào. Đơn vị được thêm khi nhập hợp đồng, hoặc thêm ở đây."),
            self.tr("&Thêm đơn vị"),
            helps=True,
        )
        self.details = ContractorPanel()
        self.panel = self.details
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        on = self.context.tasks.today()
        self.context.tasks.read(lambda session: contractors.table(session, on=on), self._on_loaded, self)

    def select(self, anchor: str) -> None:
        """``anchor``: the uid of a contractor."""
        self._wanted = "" if self._table.select(anchor) else anchor

    # Slots

    def _on_loaded(self, rows: tuple[ContractorRow, ...]) -> None:
        self._rows = rows
        self._table.show_rows(rows_of(rows))
        self._table.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._add.setVisible(bool(rows))
        late = sum(bool(row.record.late) for row in rows)
        overdue = sum(row.record.overdue for row in rows)
        facts = [self.tr("{} đơn vị").format(counted(len(rows)))] if rows else []
        if late:
            facts.append(self.tr("{} đang chậm").format(counted(late)))
        if overdue:
            facts.append(self.tr("{} công văn quá hạn trả lời").format(counted(overdue)))
        self.header.set_facts(*facts)
        if self._wanted:
            self._table.select(self._wanted)
            self._wanted = ""
        self._on_current_changed(self._table.current_data())

    def _on_current_changed(self, data: object) -> None:
        self._row = next((row for row in self._rows if row.uid == data), None)
        if self._row is None:
            self.details.close_panel()
            return
        self.details.show_contractor(self._row)
        self.details.open_panel()

    def _on_back(self) -> None:
        self.follow("cong-trinh")

    def _on_work_chosen(self, uid: str) -> None:
        self.follow("cong-trinh", uid)

    def _on_add(self) -> None:
        ContractorDialog(self, self.context, None).open()

    def _on_edit(self) -> None:
        if self._row is not None:
            ContractorDialog(self, self.context, self._row).open()

    def _on_urging(self) -> None:
        """The letter as a paper; its dialog offers to record that it went."""
        if self._row is not None:
            named = {Option.CONTRACTOR: self._row.name}
            ReportDialog(self, self.context, reports.find(_URGING), named).open()

    def _on_letter(self) -> None:
        if self._row is not None:
            LetterDialog(self, self.context, self._row).open()

    def _on_letter_chosen(self, letter: LetterView) -> None:
        if self._row is not None:
            LetterDialog(self, self.context, self._row, letter).open()

    def _on_remove(self) -> None:
        """At once; the toast that follows offers to undo it."""
        if self._row is None:
            return
        uid = self._row.uid

        def remove(session: Session) -> Changes:
            return contractors.remove_contractor(session, uid=uid)

        action = f"Xóa đơn vị thi công {self._row.name}"
        self.context.tasks.write(action, remove, self._on_removed, self)

    def _on_removed(self, _changes: Changes) -> None:
        self.told.emit(self.tr("Đã xóa đơn vị thi công khỏi danh sách."))

    # Building

    def _lay_out(self) -> None:
        self.header.add(self._back)
        self.header.add(self._add)
        card = Card()
        card.body.setContentsMargins(1, 1, 1, 1)
        card.body.addWidget(self._table, 1)
        card.body.addWidget(self._empty)
        self.column.addWidget(card, 1)
        self._empty.hide()

    def _connect(self) -> None:
        self._table.current_changed.connect(self._on_current_changed)
        self._table.opened.connect(self._on_letter)
        self._back.clicked.connect(self._on_back)
        self._add.clicked.connect(self._on_add)
        self._empty.acted.connect(self._on_add)
        self.details.urging_requested.connect(self._on_urging)
        self.details.letter_requested.connect(self._on_letter)
        self.details.edit_requested.connect(self._on_edit)
        self.details.remove_requested.connect(self._on_remove)
        self.details.letter_chosen.connect(self._on_letter_chosen)
        self.details.work_chosen.connect(self._on_work_chosen)
