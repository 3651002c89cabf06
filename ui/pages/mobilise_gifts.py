"""Tab *Đóng góp*: every gift, or their sums by hamlet, kind and work; what narrows the list."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ntm_desktop.domain.contributions import KIND_NAMES
from ntm_desktop.services.contributions import ContributionTable, ContributionView
from ui.models.mobilise import (
    BY_HAMLET,
    BY_KIND,
    BY_WORK,
    HAMLET,
    PRICE,
    QUANTITY,
    WHAT,
    gift_columns,
    gift_rows,
    sum_columns,
    sums_by,
)
from ui.widgets.buttons import ChipRow
from ui.widgets.cards import Card, EmptyState
from ui.widgets.edits import Choice
from ui.widgets.flow import FlowLayout, flowing
from ui.widgets.narrowed import named_choice
from ui.widgets.table import Table
from ui.wording import said

EACH = "each"
_VIEW_WIDTH, _HAMLET_WIDTH = 196, 150


class GiftList(QWidget):
    current_changed = Signal(object)  # ContributionView or None
    opened = Signal(object)
    add_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._loaded: ContributionTable | None = None
        self._kinds = ChipRow(tuple((kind.value, said(name), None, "") for kind, name in KIND_NAMES.items()))
        self._view, self._hamlet = Choice(narrows=True), Choice(narrows=True)
        self.table = Table(gift_columns(), self.tr("Các khoản đóng góp"))
        self.table.give_way(HAMLET, PRICE, QUANTITY, WHAT)  # the panel says these too
        self._summed = {
            BY_HAMLET: self.tr("Thôn"),
            BY_KIND: self.tr("Loại đóng góp"),
            BY_WORK: self.tr("Công trình"),
        }
        self.sums = Table(sum_columns(self._summed[BY_HAMLET]), self.tr("Tổng hợp đóng góp"))
        self._none = EmptyState(self.tr("Không có khoản đóng góp nào thuộc nhóm này."))
        self._empty = EmptyState(
            self.tr(
                "Chưa ghi khoản đóng góp nào. Ghi từng hộ, cả thôn, hoặc nhập từ Excel. Thôn không đóng góp "
                "thì ghi số 0."
            ),
            self.tr("&Ghi đóng góp"),
            helps=True,
        )
        self._bar = QWidget()
        self._lay_out()
        self._view.load(EACH)
        self._kinds.chosen.connect(self._on_narrowed)
        self._view.committed.connect(self._on_narrowed)
        self._hamlet.committed.connect(self._on_narrowed)
        self.table.current_changed.connect(self._on_current_changed)
        self.table.opened.connect(self.opened)
        self._empty.acted.connect(self.add_requested)

    def show_table(self, loaded: ContributionTable) -> None:
        self._loaded = loaded
        self._kinds.set_counts({kind.value: count for kind, count in loaded.counts().items()})
        if loaded.is_summed and self._view.key() == EACH:  # the gifts of people stay in the commune
            self._view.set_options(self._ways()[1:])
            self._view.load(BY_HAMLET)
        self._hamlet.set_options([("", self.tr("Mọi thôn")), *loaded.hamlets])
        if not self._hamlet.key():
            self._hamlet.load("")
        self._show()

    def current(self) -> ContributionView | None:
        if self._loaded is None or self._view.key() != EACH:
            return None
        chosen = self.table.current_data()
        return next((row for row in self._loaded.rows if row.uid == chosen), None)

    def uids(self) -> list[str]:
        return [row.uid for row in self._loaded.rows] if self._loaded is not None else []

    def select(self, uid: str) -> bool:
        """Widens the list when what is meant is not in it."""
        if self._loaded is None or not any(row.uid == uid for row in self._loaded.rows):
            return False
        self._view.load(EACH)
        if not self.table.select(uid):
            self._hamlet.load("")
            self._kinds.choose("")
        self._show()
        return self.table.select(uid)

    def _on_narrowed(self, _key: object = None) -> None:
        self._show()
        self._on_current_changed(None)

    def _on_current_changed(self, _data: object) -> None:
        self.current_changed.emit(self.current())

    def _show(self) -> None:
        if self._loaded is None:
            return
        each = self._view.key() == EACH
        kind, hamlet = self._kinds.choice(), self._hamlet.key()
        if each:
            rows = gift_rows(self._loaded.narrowed(kind=kind, hamlet=hamlet).rows, self._loaded)
        else:
            rows = sums_by(self._view.key(), self._loaded, kind=kind, hamlet=hamlet)
            self.sums.rows.set_title(0, self._summed[self._view.key()])
        (self.table if each else self.sums).show_rows(rows)
        known = bool(self._loaded.rows or self._loaded.sums)
        self.table.setVisible(known and each and bool(rows))
        self.sums.setVisible(known and not each and bool(rows))
        self._none.setVisible(known and not rows)
        self._empty.setVisible(not known)
        self._bar.setVisible(known)

    def _ways(self) -> list[tuple[str, str]]:
        return [
            (EACH, self.tr("Từng khoản")),
            (BY_HAMLET, self.tr("Tổng theo thôn")),
            (BY_KIND, self.tr("Tổng theo loại")),
            (BY_WORK, self.tr("Tổng theo công trình")),
        ]

    def _lay_out(self) -> None:
        self._view.set_options(self._ways())
        flow = FlowLayout(12, self._bar, between_lines=6)
        self._bar.setSizePolicy(flowing())
        flow.add(named_choice(self.tr("X&em"), self._view, _VIEW_WIDTH))
        flow.add(named_choice(self.tr("T&hôn"), self._hamlet, _HAMLET_WIDTH))
        flow.add(self._kinds)
        card = Card()
        card.body.setContentsMargins(1, 1, 1, 1)
        for part in (self.table, self.sums):
            card.body.addWidget(part, 1)
        self.sums.hide()
        for state in (self._none, self._empty):
            card.body.addWidget(state)
            state.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._bar)
        column.addWidget(card, 1)
