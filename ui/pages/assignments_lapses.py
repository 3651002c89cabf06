"""Tab *Đã đạt nay chưa đạt*: what was met and is not now, the chosen one in full, what being recognised again
takes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ntm_desktop.domain.recognition import CheckLine
from ntm_desktop.services.assignments import LapseView
from ui.models.assignments import CAUSE, MET_ON, MET_SET, SUPPORT, lapse_columns, lapse_rows_of, lapse_words
from ui.widgets.cards import Beneath, Card, EmptyState
from ui.widgets.labels import Label
from ui.widgets.table import Table

_LEAST_ROWS = 3


class LapseList(QWidget):
    opened = Signal(object)  # the indicator

    def __init__(self) -> None:
        super().__init__()
        self._views: Sequence[LapseView] = ()
        self.table = Table(lapse_columns(), self.tr("Đã đạt nay chưa đạt"))
        self.table.give_way(MET_SET, CAUSE, SUPPORT, MET_ON)  # said below too
        self.beneath = Beneath()
        self._none = EmptyState(self.tr("Không có chỉ tiêu nào đã đạt mà nay chưa đạt."))
        self._checks = Label("", "caption", "text2", wrap=True)
        card = Card()
        card.body.setContentsMargins(1, 1, 1, 1)
        card.body.addWidget(self.table, 100)
        for part in (self.beneath, self._none):
            card.body.addWidget(part)
        card.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(card, 1)
        column.addWidget(self._checks)
        self.table.current_changed.connect(self._on_current_changed)
        self.table.opened.connect(self.opened)

    def show_lapses(self, views: Sequence[LapseView], checks: Sequence[CheckLine]) -> None:
        self._views = views
        self.table.show_rows(lapse_rows_of(views))
        self.table.fit_rows(len(views), _LEAST_ROWS)
        if views and self.table.current_data() is None:
            self.table.select(views[0].indicator)
        heading = self.tr("Điều kiện để công nhận lại:")
        lines = [f"{place}. {line.sentence}" for place, line in enumerate(checks, 1)]
        self._checks.setText("\n".join([heading, *lines]))
        self._checks.setVisible(bool(views))
        self.table.setVisible(bool(views))
        self._none.setVisible(not views)
        self._on_current_changed(self.table.current_data())

    def _on_current_changed(self, indicator: object) -> None:
        view = next((view for view in self._views if view.indicator == indicator), None)
        self.beneath.show_words(*(lapse_words(view) if view is not None else ()))
