"""Tab *Đóng góp* of a work: what people gave to it, with the sum of what stands."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ntm_desktop.domain.overview import Link
from ntm_desktop.services.contributions import ContributionTable
from ntm_desktop.text import counted, format_int
from ui.models.mobilise import BY_HAMLET, PURPOSE, TOTAL, gift_rows, sum_columns, sums_by, work_gift_columns
from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Label
from ui.widgets.table import Table

_MOST_ROWS = 30  # the place scrolls; only a long list scrolls by itself


class WorkGifts(QWidget):
    """Enter on a gift shows it in Huy động."""

    followed = Signal(object)  # Link

    def __init__(self) -> None:
        super().__init__()
        self._first = ""  # the gift that Huy động shows first
        self.table = Table(work_gift_columns(), self.tr("Đóng góp cho công trình"))
        self.table.setColumnHidden(PURPOSE, True)
        self.sums = Table(sum_columns(self.tr("Thôn")), self.tr("Đóng góp cho công trình theo thôn"))
        self._sums = Label("", "body", "text2")
        self._empty = Label(self.tr("Chưa ghi khoản đóng góp nào cho công trình này."), "body", "text2")
        follow = Button(self.tr("&Mở Huy động"), "link")
        buttons = FlowLayout()
        for part in (follow, self._sums):
            buttons.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        column.addLayout(buttons)
        column.addWidget(self._empty)
        column.addWidget(self.table)
        column.addWidget(self.sums)
        follow.clicked.connect(self._on_follow)
        self.table.opened.connect(self._on_opened)

    def show_gifts(self, gifts: ContributionTable) -> None:
        self._first = gifts.rows[0].uid if gifts.rows else ""
        rows = gift_rows(gifts.rows, gifts)
        self.table.show_rows(rows)
        self.table.fit_rows(min(max(1, len(rows)), _MOST_ROWS))
        self.table.setVisible(bool(rows))
        sums = sums_by(BY_HAMLET, gifts, of_work=True) if gifts.sums else []
        self.sums.show_rows(sums)
        self.sums.fit_rows(min(max(1, len(sums)), _MOST_ROWS))
        self.sums.setVisible(bool(sums))
        self._empty.setVisible(not rows and not sums)

        self._sums.setText(self._sum_of(gifts) if rows or sums else "")

    def _sum_of(self, gifts: ContributionTable) -> str:
        standing, value = sum(gifts.counts().values()), format_int(gifts.totals.value)
        if gone := len(gifts.rows) - len(gifts.standing):
            words = self.tr("{} khoản, tổng giá trị {} đồng; đã rút {} khoản")
            return words.format(counted(standing), value, counted(gone))
        return self.tr("{} khoản, tổng giá trị {} đồng").format(counted(standing), value)

    def _on_follow(self) -> None:
        self.followed.emit(Link("huy-dong", self._first))

    def _on_opened(self, uid: object) -> None:
        if uid != TOTAL:
            self.followed.emit(Link("huy-dong", str(uid)))
