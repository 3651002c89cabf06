"""Huy động: what did people give? Gifts with their sums, and the chosen one beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QResizeEvent

from ntm_desktop.services import contributions
from ntm_desktop.services.contributions import ContributionTable, ContributionView
from ntm_desktop.text import count_words, format_int
from ui.context import Context
from ui.dialogs.contribution import ContributionDialog, GiftChoices, WithdrawDialog
from ui.dialogs.report import ReportMenu
from ui.models.mobilise import HAMLET, PRICE, QUANTITY
from ui.pages.mobilise_gifts import GiftList
from ui.pages.mobilise_panel import GiftPanel
from ui.widgets.buttons import Button
from ui.widgets.page import Page

if TYPE_CHECKING:
    from datetime import date

    from ui.tasks import Session

_ROOM_FOR = {1000: (HAMLET, PRICE), 700: (QUANTITY,)}
"""On a page that is narrower names would shrink to two words: the panel says these too."""


@dataclass(frozen=True, slots=True)
class _Loaded:
    gifts: ContributionTable
    choices: GiftChoices


def _load(session: Session, on: date) -> _Loaded:
    given = contributions.table(session, on=on)
    indicators = tuple(contributions.indicator_codes(session, on=on).items())
    return _Loaded(given, GiftChoices(given.hamlets, given.works, indicators, given.prices))


class MobilisePage(Page):
    KEY: ClassVar[str] = "huy-dong"
    TABLES: ClassVar[frozenset[str]] = frozenset(
        {"contribution", "contribution_withdrawal", "goal", "hamlet", "household", "unit_price", "work"}
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Huy động"))
        self._loaded: _Loaded | None = None
        self._wanted = ""  # a link that came before the rows
        self._row: ContributionView | None = None
        self._reports = Button(self.tr("&In, xuất"), icon="printer")
        self._add = Button(self.tr("&Ghi đóng góp"), icon="plus")
        self._gifts = GiftList()
        self.details = GiftPanel()
        self.panel = self.details
        self.header.add(self._reports)
        self.header.add(self._add)
        self.column.addWidget(self._gifts, 1)
        self._connect()

    def reload(self) -> None:
        on = self.context.tasks.today()
        self.context.tasks.read(lambda session: _load(session, on), self._on_loaded, self)

    def select(self, anchor: str) -> None:
        """``anchor``: the uid of a gift."""
        self._wanted = "" if self._gifts.select(anchor) else anchor

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for least, dropped in _ROOM_FOR.items():
            for column in dropped:
                self._gifts.table.setColumnHidden(column, self.width() < least)

    # Slots

    def _on_loaded(self, loaded: _Loaded) -> None:
        self._loaded = loaded
        self._gifts.show_table(loaded.gifts)
        self._add.setVisible(bool(loaded.gifts.rows))
        self.header.set_facts(*self._facts_of(loaded.gifts))
        if self._wanted:
            self._gifts.select(self._wanted)
            self._wanted = ""
        if self._gifts.current() is None:
            self.details.close_panel()

    def _on_current_changed(self, row: ContributionView | None) -> None:
        self._row = row
        if row is None:
            self.details.close_panel()
            return
        self.details.show_gift(row)
        self.details.open_panel()

    def _on_add(self) -> None:
        if self._loaded is not None:
            ContributionDialog(self, self.context, self._loaded.choices).open()

    def _on_edit(self) -> None:
        if self._loaded is not None and self._row is not None and not self._row.withdrawal:
            ContributionDialog(self, self.context, self._loaded.choices, self._row).open()

    def _on_withdraw(self) -> None:
        if self._row is not None:
            WithdrawDialog(self, self.context, self._row).open()

    def _on_reports_clicked(self) -> None:
        ReportMenu(self, self.context, self.KEY).drop_from(self._reports)

    # What is shown

    def _facts_of(self, table: ContributionTable) -> list[str]:
        if not table.rows:
            return []
        sums = table.totals
        return [
            count_words(len(table.standing), self.tr("khoản đóng góp")),
            count_words(sums.households, self.tr("hộ")),
            self.tr("{} đồng").format(format_int(sums.value)),
        ]

    # Building

    def _connect(self) -> None:
        self._add.clicked.connect(self._on_add)
        self._reports.clicked.connect(self._on_reports_clicked)
        self._gifts.add_requested.connect(self._on_add)
        self._gifts.current_changed.connect(self._on_current_changed)
        self._gifts.opened.connect(self._on_edit)
        self.details.edit_requested.connect(self._on_edit)
        self.details.withdraw_requested.connect(self._on_withdraw)
