"""Tab *Mặt bằng* of a work: the plots that it needs and what each household has done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ntm_desktop.domain.overview import Link
from ntm_desktop.services.works import WorkView
from ntm_desktop.text import counted
from ui.models.mobilise_land import LAND, SINCE, plot_columns, work_plot_rows
from ui.read_only import is_read_only
from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Label
from ui.widgets.table import Table

_MOST_ROWS = 8


class WorkLand(QWidget):
    followed = Signal(object)  # Link
    import_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._first = ""  # the plot that Huy động shows first
        self.table = Table(plot_columns(self.tr("Hộ")), self.tr("Mặt bằng của công trình"))
        for column in (LAND, SINCE):
            self.table.setColumnHidden(column, True)
        self._empty = Label("", "body", "text2")
        follow = Button(self.tr("&Mở Giải phóng mặt bằng"), "link")
        buttons = FlowLayout()
        read = Button(
            self.tr("Nhậ&p từ Excel…"),
            "link",
            tip=self.tr("Các hộ, thửa đất của công trình này"),
            writes=True,
        )
        for button in (follow, read):
            buttons.addWidget(button)
        column_of_parts = QVBoxLayout(self)
        column_of_parts.setContentsMargins(0, 6, 0, 0)
        column_of_parts.setSpacing(6)
        column_of_parts.addLayout(buttons)
        column_of_parts.addWidget(self._empty)
        column_of_parts.addWidget(self.table)
        follow.clicked.connect(self._on_follow)
        read.clicked.connect(self.import_requested)
        self.table.opened.connect(self._on_opened)

    def show_work(self, row: WorkView) -> None:
        self._first = row.plots[0].uid if row.plots else ""
        self.table.show_rows(work_plot_rows(row.plots))
        self.table.fit_rows(min(max(1, len(row.plots)), _MOST_ROWS))
        self.table.setVisible(bool(row.plots))
        self._empty.setVisible(not row.plots)
        self._empty.setText(self._why_none(row))

    def _why_none(self, row: WorkView) -> str:
        if not is_read_only(self):
            return self.tr("Công trình này chưa có thửa đất nào phải giải phóng.")
        if row.open_land:
            words = self.tr("{} hộ chưa bàn giao hết đất. Danh sách hộ và thửa đất ở lại xã.")
            return words.format(counted(row.open_land))
        return self.tr("Không có hộ nào còn phải bàn giao đất.")

    def _on_follow(self) -> None:
        self.followed.emit(Link("huy-dong", f"gpmb/{self._first}"))

    def _on_opened(self, uid: object) -> None:
        self.followed.emit(Link("huy-dong", f"gpmb/{uid}"))
