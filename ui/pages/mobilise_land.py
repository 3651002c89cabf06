"""Tabs *Giải phóng mặt bằng* (plots by work, what narrows them) and *Nguồn lực* (resources by origin)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ntm_desktop.domain.capital import Source
from ntm_desktop.domain.clearance import STATE_WORDS, State
from ntm_desktop.domain.resources import Resource, summed
from ntm_desktop.services.clearance import ClearanceTable, PlotView
from ui.models.mobilise_land import MARKS, plot_columns, plot_rows, resource_columns, resource_rows
from ui.widgets.buttons import ChipRow
from ui.widgets.cards import Card, EmptyState
from ui.widgets.labels import Label
from ui.widgets.table import Table

OPEN = "open"
_CHIPS = (State.NOT_STARTED, State.INVENTORIED, State.AGREED, State.HANDED_OVER)


class PlotList(QWidget):
    current_changed = Signal(object)  # PlotView or None
    opened = Signal(object)
    add_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._views: tuple[PlotView, ...] = ()
        self._chips = ChipRow(
            (
                (OPEN, self.tr("Chưa bàn giao"), None, "funnel"),
                *((state.value, STATE_WORDS[state], MARKS[state], "") for state in _CHIPS),
            )
        )
        self.table = Table(plot_columns(self.tr("Công trình, hộ")), self.tr("Giải phóng mặt bằng"))
        self._none = EmptyState(self.tr("Không có thửa đất nào thuộc nhóm này."))
        self._empty = EmptyState(
            self.tr("Chưa có thửa đất nào phải giải phóng. Ghi từng hộ, từng thửa mà công trình cần."),
            self.tr("&Thêm thửa đất"),
        )
        card = Card()
        card.body.setContentsMargins(1, 1, 1, 1)
        card.body.addWidget(self.table, 1)
        for state in (self._none, self._empty):
            card.body.addWidget(state)
            state.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._chips)
        column.addWidget(card, 1)
        self._chips.chosen.connect(self._on_narrowed)
        self.table.current_changed.connect(self._on_current_changed)
        self.table.opened.connect(self.opened)
        self._empty.acted.connect(self.add_requested)

    def show_table(self, loaded: ClearanceTable) -> None:
        self._views = loaded.rows
        counts = Counter(view.standing.state.value for view in loaded.rows)
        self._chips.set_counts({**counts, OPEN: len(loaded.open)})
        self._show()

    def current(self) -> PlotView | None:
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

    def _on_narrowed(self, _key: object = None) -> None:
        self._show()

    def _on_current_changed(self, _data: object) -> None:
        self.current_changed.emit(self.current())

    def _show(self) -> None:
        chip = self._chips.choice()
        shown = [
            view
            for view in self._views
            if not chip or chip == view.standing.state or (chip == OPEN and view.standing.is_open)
        ]
        self.table.show_rows(plot_rows(shown))
        self.table.setVisible(bool(shown))
        self._none.setVisible(bool(self._views) and not shown)
        self._empty.setVisible(not self._views)
        self._chips.setVisible(bool(self._views))


class ResourceTable(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.total = 0  # đồng
        self.table = Table(resource_columns(), self.tr("Nguồn lực huy động"))
        self._note = Label(
            self.tr(
                "Tiền: đồng. Đóng góp cho một công trình đã nằm trong vốn của công trình đó chỉ tính một lần."
            ),
            "caption",
            "text2",
            wrap=True,
        )
        card = Card()
        card.body.setContentsMargins(1, 1, 1, 1)
        card.body.addWidget(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._note)
        column.addWidget(card, 1)

    def show_resources(self, found: Mapping[Source, Resource]) -> None:
        self.total = summed(found.values()).mobilised
        self.table.show_rows(resource_rows(found))
