"""Huy động: what did people give, whose land is still missing, and where the resources came from?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ntm_desktop.changes import Changes
from ntm_desktop.domain.capital import Source
from ntm_desktop.domain.resources import Resource
from ntm_desktop.services import clearance, contributions, registers, resources, unit_prices
from ntm_desktop.services.clearance import ClearanceTable, EventView, PlotView
from ntm_desktop.services.contributions import ContributionTable, ContributionView
from ntm_desktop.services.unit_prices import PriceView
from ntm_desktop.text import counted, format_int
from ui.context import Context
from ui.dialogs.clearance import PlotDialog, PlotEventDialog
from ui.dialogs.contribution import ContributionDialog, GiftChoices, WithdrawDialog
from ui.dialogs.household import HouseholdDialog
from ui.dialogs.report import ReportMenu
from ui.dialogs.unit_price import UnitPriceDialog
from ui.models.mobilise_land import land_columns, land_rows
from ui.pages.mobilise_gifts import GiftList
from ui.pages.mobilise_land import PlotList, ResourceTable
from ui.pages.mobilise_panel import MobilisePanel
from ui.pages.sheets import SheetMenu
from ui.pages.tabbed import TabbedPage
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.table import Table

if TYPE_CHECKING:
    from datetime import date

    from ui.tasks import Session

GIFTS, PLOTS, RESOURCES = range(3)
_PLOT = "gpmb"


@dataclass(frozen=True, slots=True)
class _Loaded:
    gifts: ContributionTable
    plots: ClearanceTable
    found: Mapping[Source, Resource]
    choices: GiftChoices
    prices: tuple[PriceView, ...]


def _load(session: Session, on: date) -> _Loaded:
    given = contributions.table(session, on=on)
    indicators = tuple(contributions.indicator_codes(session, on=on).items())
    return _Loaded(
        given,
        clearance.table(session, on=on),
        resources.by_origin(session, on=on),
        GiftChoices(given.hamlets, given.works, indicators, given.prices),
        unit_prices.list_prices(session),
    )


class MobilisePage(TabbedPage):
    KEY: ClassVar[str] = "huy-dong"
    TABLES: ClassVar[frozenset[str]] = frozenset(
        {"clearance", "clearance_event", "contribution", "contribution_withdrawal", "goal", "hamlet"}
        | {"household", "unit_price", "work", "work_money"}
    )

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            self.tr("Huy động"),
            (self.tr("Đóng góp"), self.tr("Giải phóng mặt bằng"), self.tr("Nguồn lực")),
        )
        self._loaded: _Loaded | None = None
        self._reports = Button(self.tr("&In, xuất"), icon="printer")
        self._excel = Button(self.tr("Exce&l"), tip=self.tr("Nhập từ Excel, lưu mẫu, xuất Excel"))
        self._gift_sheets = SheetMenu(context, self, registers.CONTRIBUTIONS, self.tr("đóng góp"))
        self._plot_sheets = SheetMenu(context, self, registers.PLOTS, self.tr("mặt bằng"))
        self._prices = Button(self.tr("Đơ&n giá"))
        self._add = Button(self.tr("&Ghi đóng góp"), icon="plus", writes=True)
        self._add_plot = Button(self.tr("&Thêm thửa đất"), icon="plus", writes=True)
        self._gifts = GiftList()
        self._plots = PlotList()
        self._land = Table(land_columns(), self.tr("Giải phóng mặt bằng theo công trình"))
        self._land_card = Card()
        self._resources = ResourceTable()
        self.details = MobilisePanel()
        self.panel = self.details
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        on = self.context.tasks.today()
        self.context.tasks.read(lambda session: _load(session, on), self._on_loaded, self)

    @property
    def _gift(self) -> ContributionView | None:
        return self._gifts.current()

    @property
    def _plot(self) -> PlotView | None:
        return self._plots.current()

    # Slots

    def _on_loaded(self, loaded: _Loaded) -> None:
        before, self._loaded = self._loaded, loaded
        if before is None or before.gifts is not loaded.gifts:  # what nothing was written to is the same
            self._gifts.show_table(loaded.gifts)
        if before is None or before.plots is not loaded.plots:
            self._plots.show_table(loaded.plots)
            self._land.show_rows(land_rows(loaded.plots.sums, dict(loaded.gifts.works)))
        self._resources.show_resources(loaded.found)
        self.count_changed.emit(loaded.plots.open_count)
        self.show_loaded()

    def _on_add(self) -> None:
        if self._loaded is not None:
            self.open_to_add(ContributionDialog(self, self.context, self._loaded.choices))

    def _on_edit(self) -> None:
        if self._loaded is not None and self._gift is not None and not self._gift.withdrawal:
            ContributionDialog(self, self.context, self._loaded.choices, self._gift).open()

    def _on_withdraw(self) -> None:
        if self._gift is not None:
            WithdrawDialog(self, self.context, self._gift).open()

    def _on_household(self) -> None:
        """Of the chosen gift or plot: what is on the tab in front."""
        if self._loaded is None:
            return
        if self.tabs.current() == PLOTS and self._plot is not None:
            uid, name, hamlet = self._plot.household_uid, self._plot.household, self._plot.hamlet_uid
        elif self._gift is not None:
            uid, name, hamlet = self._gift.gift.giver_key, self._gift.giver, self._gift.gift.hamlet or ""
        else:
            return
        HouseholdDialog(self, self.context, uid, name, hamlet, self._loaded.gifts.hamlets).open()

    def _on_prices(self) -> None:
        if self._loaded is not None:
            UnitPriceDialog(self, self.context, self._loaded.prices).open()

    def _on_add_plot(self) -> None:
        if self._loaded is not None:
            self.open_to_add(PlotDialog(self, self.context, self._loaded.choices))

    def _on_edit_plot(self) -> None:
        if self._loaded is not None and self._plot is not None:
            PlotDialog(self, self.context, self._loaded.choices, self._plot).open()

    def _on_event(self) -> None:
        if self._plot is not None:
            PlotEventDialog(self, self.context, self._plot).open()

    def _on_correction(self, event: EventView) -> None:
        if self._plot is not None:
            PlotEventDialog(self, self.context, self._plot, event).open()

    def _on_remove_plot(self) -> None:
        """At once; the toast that follows offers to undo it."""
        if self._plot is None:
            return
        uid = self._plot.uid

        def remove(session: Session) -> Changes:
            return clearance.remove_plot(session, uid=uid)

        action = f"Xóa thửa đất của {self._plot.household}"
        self.context.tasks.write(action, remove, self._on_removed, self)

    def _on_removed(self, _changes: Changes) -> None:
        self.told.emit(self.tr("Đã xóa thửa đất khỏi danh sách."))

    def _on_work(self) -> None:
        if self._plot is not None:
            self.follow("cong-trinh", self._plot.work_uid)

    def _on_excel_clicked(self) -> None:
        sheets = self._plot_sheets if self.tabs.current() == PLOTS else self._gift_sheets
        sheets.drop_from(self._excel)

    def _on_gifts_pasted(self, _data: object, _column: int, lines: list[list[str]]) -> None:
        self._gift_sheets.paste(lines)

    def _on_plots_pasted(self, _data: object, _column: int, lines: list[list[str]]) -> None:
        self._plot_sheets.paste(lines)

    def _on_reports_clicked(self) -> None:
        ReportMenu(self, self.context, self.KEY).drop_from(self._reports)

    # What is shown

    def show_tab(self) -> None:
        tab, loaded = self.tabs.current(), self._loaded
        sums = loaded is not None and bool(loaded.plots.sums)
        for part, here in (
            (self._gifts, tab == GIFTS),
            (self._plots, tab == PLOTS and not sums),
            (self._land_card, tab == PLOTS and sums),
            (self._resources, tab == RESOURCES),
        ):
            part.setVisible(here)
        own = not self.context.is_read_only
        self._prices.setVisible(tab == GIFTS and own)  # of an authority the rows that these value
        self._excel.setVisible(tab in (GIFTS, PLOTS) and own)  # and write out stay in the commune
        self._add.setVisible(tab == GIFTS and loaded is not None and bool(loaded.gifts.rows))
        self._add_plot.setVisible(tab == PLOTS and loaded is not None and bool(loaded.plots.rows))
        if loaded is not None:
            facts = (self._facts_of_gifts, self._facts_of_plots, self._facts_of_resources)[tab]
            self.header.set_facts(*facts(loaded))
        self.show_details()

    def show_details(self) -> None:
        tab = self.tabs.current()
        if tab == GIFTS and self._gift is not None:
            self.details.show_gift(self._gift)
        elif tab == PLOTS and self._plot is not None:
            self.details.show_plot(self._plot)
        else:
            self.details.close_panel()

    def _facts_of_gifts(self, loaded: _Loaded) -> list[str]:
        counts = loaded.gifts.counts()
        if not loaded.gifts.rows and not counts:
            return []
        sums, standing = loaded.gifts.totals, sum(counts.values())
        listed = len(loaded.gifts.rows)
        gone = [self.tr("{} khoản đã rút").format(counted(listed - standing))] if listed > standing else []
        return [
            self.tr("{} khoản đóng góp").format(counted(standing)),
            *gone,
            self.tr("{} hộ").format(counted(sums.households)),
            self.tr("{} đồng").format(format_int(sums.value)),
        ]

    def _facts_of_plots(self, loaded: _Loaded) -> list[str]:
        totals = loaded.plots.totals
        if not totals:
            return []
        unpaid = sum(one.unpaid for one in totals)
        facts = [self.tr("{} thửa chưa bàn giao").format(counted(loaded.plots.open_count))]
        if unpaid:
            facts.append(self.tr("còn {} đồng bồi thường chưa chi trả").format(format_int(unpaid)))
        return facts

    def _facts_of_resources(self, _loaded: _Loaded) -> list[str]:
        return [self.tr("đã huy động {} đồng").format(format_int(self._resources.total))]

    # Building

    def _lay_out(self) -> None:
        self.add_list(GIFTS, self._gifts)
        self.add_list(PLOTS, self._plots, _PLOT)
        for button in (self._prices, self._excel, self._reports, self._add, self._add_plot):
            self.header.add(button)
        self._land_card.body.setContentsMargins(1, 1, 1, 1)
        self._land_card.body.addWidget(self._land, 1)
        for part in (self._gifts, self._plots, self._land_card, self._resources):
            self.column.addWidget(part, 1)
        self.show_tab()

    def _connect(self) -> None:
        self._add.clicked.connect(self._on_add)
        self._add_plot.clicked.connect(self._on_add_plot)
        self._prices.clicked.connect(self._on_prices)
        self._excel.clicked.connect(self._on_excel_clicked)
        for sheets in (self._gift_sheets, self._plot_sheets):
            sheets.told.connect(self.told)
            sheets.written.connect(self.written)
        self._plots.table.paste_requested.connect(self._on_plots_pasted)
        self._gifts.table.paste_requested.connect(self._on_gifts_pasted)
        self._reports.clicked.connect(self._on_reports_clicked)
        self._gifts.add_requested.connect(self._on_add)
        self._gifts.opened.connect(self._on_edit)
        self._plots.add_requested.connect(self._on_add_plot)
        self._plots.opened.connect(self._on_event)
        self.details.gift.edit_requested.connect(self._on_edit)
        self.details.gift.withdraw_requested.connect(self._on_withdraw)
        for part in (self.details.gift, self.details.plot):
            part.household_requested.connect(self._on_household)
        self.details.plot.event_requested.connect(self._on_event)
        self.details.plot.edit_requested.connect(self._on_edit_plot)
        self.details.plot.remove_requested.connect(self._on_remove_plot)
        self.details.plot.work_requested.connect(self._on_work)
        self.details.plot.correction_requested.connect(self._on_correction)
