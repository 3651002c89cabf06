"""Tabs *Giải phóng mặt bằng* (plots by work, what narrows them) and *Nguồn lực* (resources by origin)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ntm_desktop.domain.capital import Source
from ntm_desktop.domain.clearance import STATE_WORDS, State
from ntm_desktop.domain.resources import Resource, summed
from ntm_desktop.services.clearance import ClearanceTable, PlotView
from ui.models.mobilise_land import (
    AREA,
    FORM,
    HAMLET,
    LAND,
    MARKS,
    SINCE,
    plot_columns,
    plot_rows,
    resource_columns,
    resource_rows,
)
from ui.models.rows import Row
from ui.widgets.cards import Card, EmptyState
from ui.widgets.labels import Label
from ui.widgets.narrowed import NarrowedList
from ui.widgets.table import Table
from ui.wording import said

OPEN = "open"
_CHIPS = (State.NOT_STARTED, State.INVENTORIED, State.AGREED, State.HANDED_OVER)


class PlotList(NarrowedList[PlotView]):
    def __init__(self) -> None:
        super().__init__(
            Table(plot_columns(self.tr("Công trình, hộ")), self.tr("Giải phóng mặt bằng")),
            (
                (OPEN, self.tr("Chưa bàn giao"), None, "funnel"),
                *((state.value, said(STATE_WORDS[state]), MARKS[state], "") for state in _CHIPS),
            ),
            EmptyState(
                self.tr(
                    "Chưa có thửa đất nào phải giải phóng. Ghi từng thửa mà công trình cần, "
                    "hoặc nhập từ Excel."
                ),
                self.tr("&Thêm thửa đất"),
                helps=True,
            ),
            self.tr("Không có thửa đất nào thuộc nhóm này."),
        )
        self.table.give_way(LAND, SINCE, HAMLET, FORM, AREA)  # the panel says these too

    def show_table(self, loaded: ClearanceTable) -> None:
        counts = Counter(view.standing.state.value for view in loaded.rows)
        self.show_views(loaded.rows, {**counts, OPEN: len(loaded.open)})

    def fits(self, view: PlotView, chip: str) -> bool:
        return not chip or chip == view.standing.state or (chip == OPEN and view.standing.is_open)

    def rows_of(self, views: Sequence[PlotView]) -> Sequence[Row]:
        return plot_rows(views)


class ResourceTable(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.total = 0  # đồng
        self.table = Table(resource_columns(), self.tr("Nguồn lực huy động"))
        self._note = Label(
            self.tr(
                "Tiền: đồng. Đóng góp cho một công trình đã nằm trong vốn của công trình đó chỉ tính "
                "một lần, kể cả khi ghi khác hình thức."
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
