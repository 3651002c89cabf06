"""Tab *Hợp đồng* of a work: contracts and annexes, and how the work was closed."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ntm_desktop.services.work_contracts import AnnexView, ContractView, Papers
from ntm_desktop.text import format_date, format_int
from ui.models.work_papers import contract_columns, contract_rows
from ui.pages.works_actions import WorkActions
from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Label
from ui.widgets.table import Table

_MOST_ROWS = 8


class WorkContracts(QWidget):
    """Enter on a contract or an annex mends it."""

    def __init__(self, actions: WorkActions) -> None:
        super().__init__()
        self._actions = actions
        self._papers = Papers()
        self.table = Table(contract_columns(), self.tr("Hợp đồng và phụ lục"))
        self._empty = Label(self.tr("Chưa nhập hợp đồng."), "body", "text2")
        self._closed = Label("", "body", wrap=True)
        self._annex = Button(self.tr("Nhập &phụ lục"), writes=True)
        self._mend = Button(self.tr("S&ửa hợp đồng, phụ lục"), writes=True)
        self._remove = Button(self.tr("Xó&a hợp đồng, phụ lục"), writes=True)
        buttons = FlowLayout()
        for button, act in (
            (Button(self.tr("Nhập &hợp đồng"), writes=True), actions.contract),
            (self._annex, actions.annex),
            (self._mend, actions.mend_paper),
            (self._remove, actions.remove_paper),
            (Button(self.tr("Quyết &toán, bảo hành"), writes=True), actions.close_work),
        ):
            button.clicked.connect(act)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        column.addLayout(buttons)
        for part in (self._empty, self.table, self._closed):
            column.addWidget(part)
        self.table.current_changed.connect(self._on_current_changed)
        self.table.opened.connect(actions.mend_paper)

    def show_papers(self, papers: Papers) -> None:
        self._papers = self._actions.papers = papers
        rows = contract_rows(papers)
        self.table.show_rows(rows)
        self.table.fit_rows(min(max(1, len(rows)), _MOST_ROWS))
        self.table.setVisible(bool(rows))
        self._empty.setVisible(not papers.contracts)
        if rows and self._current() is None:
            self.table.select(rows[0].data)
        self._on_current_changed(None)
        self._closed.setText("\n".join(self._closing(papers)))

    def _closing(self, papers: Papers) -> list[str]:
        if papers.settled_on is None:
            settled = self.tr("Chưa quyết toán.")
        elif papers.settled is None:
            settled = self.tr("Quyết toán ngày {}, chưa nhập giá trị.").format(format_date(papers.settled_on))
        elif papers.settled_by:
            settled = self.tr("Quyết toán {} đồng theo quyết định số {} ngày {}.").format(
                format_int(papers.settled), papers.settled_by, format_date(papers.settled_on)
            )
        else:
            settled = self.tr("Quyết toán {} đồng, ngày {}.").format(
                format_int(papers.settled), format_date(papers.settled_on)
            )
        if papers.warranty_to is None:
            return [settled, self.tr("Chưa nhập thời hạn bảo hành."), *self._kept(papers)]
        warranty = self.tr("Bảo hành đến {}.").format(format_date(papers.warranty_to))
        return [settled, warranty, *self._kept(papers)]

    def _kept(self, papers: Papers) -> list[str]:
        if papers.retention is None:
            return []
        amount = format_int(papers.retention)
        if papers.released is None:
            return [self.tr("Tiền giữ lại bảo hành {} đồng, chưa trả.").format(amount)]
        words = self.tr("Tiền giữ lại bảo hành {} đồng, đã trả ngày {}.")
        return [words.format(amount, format_date(papers.released))]

    def _current(self) -> ContractView | AnnexView | None:
        chosen = self.table.current_data()
        known: list[ContractView | AnnexView] = []
        for one in self._papers.contracts:
            known += [one, *one.annexes]
        return next((paper for paper in known if paper.uid == chosen), None)

    def _on_current_changed(self, _data: object) -> None:
        one = self._actions.paper = self._current()
        for button in (self._annex, self._mend, self._remove):
            button.setEnabled(one is not None)
