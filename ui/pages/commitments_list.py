"""The list of commitments of capital: what was promised, what came, what is missing."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ntm_desktop.domain.commitments import STATE_WORDS, PromiseState
from ntm_desktop.services.commitments import CommitmentTable, CommitmentView
from ui.models.commitments import MARKS, columns, rows_of
from ui.widgets.buttons import ChipRow
from ui.widgets.cards import Card, EmptyState
from ui.widgets.table import Table

MISSING = "missing"


class CommitmentList(QWidget):
    current_changed = Signal(object)  # CommitmentView or None
    opened = Signal(object)
    add_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._views: tuple[CommitmentView, ...] = ()
        self._chips = ChipRow(
            (
                (MISSING, self.tr("Còn thiếu"), None, "funnel"),
                *((state.value, STATE_WORDS[state], MARKS[state], "") for state in PromiseState),
            )
        )
        self.table = Table(columns(), self.tr("Cam kết vốn"))
        self._none = EmptyState(self.tr("Không có cam kết nào thuộc nhóm này."))
        self._empty = EmptyState(
            self.tr("Chưa ghi cam kết vốn nào. Ghi nơi cam kết, văn bản, số tiền và hạn bố trí."),
            self.tr("&Thêm cam kết"),
        )
        card = Card()
        card.body.setContentsMargins(1, 1, 1, 1)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self._none)
        card.body.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._chips)
        column.addWidget(card, 1)
        self._none.hide()
        self._empty.hide()
        self._chips.chosen.connect(self._on_chosen)
        self.table.current_changed.connect(self._on_current_changed)
        self.table.opened.connect(self.opened)
        self._empty.acted.connect(self.add_requested)

    def show_table(self, loaded: CommitmentTable) -> None:
        self._views = loaded.rows
        counts = Counter(view.kept.state.value for view in loaded.rows)
        self._chips.set_counts({**counts, MISSING: sum(bool(view.kept.missing) for view in loaded.rows)})
        self._show()

    def current(self) -> CommitmentView | None:
        chosen = self.table.current_data()
        return next((view for view in self._views if view.uid == chosen), None)

    def select(self, uid: str) -> bool:
        """Widens the list when what is meant is not in it."""
        if self.table.select(uid):
            return True
        if not any(view.uid == uid for view in self._views):
            return False
        self._chips.choose("")
        return self.table.select(uid)

    def _on_chosen(self, _key: str) -> None:
        self._show()

    def _on_current_changed(self, _data: object) -> None:
        self.current_changed.emit(self.current())

    def _show(self) -> None:
        chip = self._chips.choice()
        shown = [
            view
            for view in self._views
            if not chip or chip == view.kept.state or (chip == MISSING and view.kept.missing)
        ]
        self.table.show_rows(rows_of(shown))
        self.table.setVisible(bool(shown))
        self._none.setVisible(bool(self._views) and not shown)
        self._empty.setVisible(not self._views)
        self._chips.setVisible(bool(self._views))
