"""Trao đổi of an authority: what came from each commune, what goes back, and what is held.

One line a commune, of which there may be thousands; the chosen one stands beside the list. Packages are made
for one or for many communes at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal

from ntm_desktop.services import criteria_sets, exchange, exchange_communes, exchange_todo, keys, quarantine
from ntm_desktop.services.exchange import ExchangeView
from ntm_desktop.services.exchange_communes import Asked, CommuneExchange
from ntm_desktop.services.exchange_todo import Act, Doing
from ntm_desktop.services.quarantine import Held
from ntm_desktop.text import counted
from ui.context import Context
from ui.models.exchange_communes import AT, CODE, GAPS, KEY, columns, rows_of
from ui.models.rows import Row
from ui.pages.exchange_flows import Exchanging
from ui.pages.exchange_lists import DoingsView, HeldList
from ui.pages.exchange_panel import CommunePanel
from ui.pages.exchange_sending import Receiver
from ui.tokens import State
from ui.widgets.buttons import Button
from ui.widgets.cards import EmptyState
from ui.widgets.narrowed import NarrowedList
from ui.widgets.table import Table

if TYPE_CHECKING:
    from datetime import date

    from ui.tasks import Session

COMMUNES, HELD = range(2)


@dataclass(frozen=True, slots=True)
class _Loaded:
    has_keys: bool
    communes: tuple[CommuneExchange, ...]
    held: tuple[Held, ...]
    sets: tuple[tuple[str, str], ...]
    """Criteria sets that were brought in here, with their names: they may be sent."""


@dataclass(frozen=True, slots=True)
class _One:
    view: ExchangeView
    doings: tuple[Doing, ...]


def _load(session: Session, folder: Path) -> _Loaded:
    held = quarantine.compared(session, quarantine.held(folder))
    sets = tuple((one.id, one.short_title) for one in criteria_sets.available(session) if one.imported)
    return _Loaded(keys.have_keys(session), exchange_communes.communes(session), held, sets)


def _load_one(session: Session, on: date) -> _One:
    view = exchange.view(session)
    unsent = exchange_todo.unsent(session, view, on=on)
    doings = exchange_todo.doings(view)
    return _One(view, (*doings, unsent) if unsent else doings)


class CommuneList(NarrowedList[CommuneExchange]):
    def __init__(self) -> None:
        super().__init__(
            Table(columns(), self.tr("Các xã")),
            (
                (Asked.NOTHING_CAME.value, self.tr("Chưa gửi gói nào"), State.NOT_ASSESSED, ""),
                (Asked.GAPS.value, self.tr("Thiếu gói"), State.UNMET, ""),
                (Asked.NOTHING_SENT.value, self.tr("Chưa gửi lại gì"), State.REGRESSED, ""),
                (Asked.NOT_CONFIRMED.value, self.tr("Xã chưa xác nhận"), None, "clock"),
            ),
            EmptyState(
                self.tr(
                    "Chưa ghi nhận khóa của xã nào. Xã gửi tệp khóa .ntmk kèm phiếu giấy có chữ ký, đóng "
                    "dấu; gõ mã trên phiếu để ghi nhận."
                ),
                self.tr("&Ghi nhận khóa xã"),
                helps=True,
            ),
            self.tr("Không có xã nào thuộc nhóm này."),
        )
        self.table.give_way(CODE, KEY, AT, GAPS)  # the panel says these too

    def show_communes(self, views: Sequence[CommuneExchange]) -> None:
        counts = Counter(asked.value for view in views for asked in Asked if view.answers(asked))
        self.show_views(views, counts)

    def chosen(self) -> list[CommuneExchange]:
        """All that are chosen together."""
        by_code = {view.code: view for view in self.views}
        return [by_code[str(code)] for code in self.table.chosen_data() if str(code) in by_code]

    def fits(self, view: CommuneExchange, chip: str) -> bool:
        return not chip or view.answers(Asked(chip))

    def rows_of(self, views: Sequence[CommuneExchange]) -> Sequence[Row]:
        return rows_of(views)


class CommunesExchangePage(Exchanging):
    KEY: ClassVar[str] = "trao-doi"
    TABLES: ClassVar[frozenset[str]] = exchange.TABLES | {"criteria_pack"}

    loaded = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Trao đổi"), (self.tr("Các xã"), self.tr("Giữ lại")))
        self._loaded: _Loaded | None = None
        self._list = CommuneList()
        self._doings = DoingsView()
        self._held = HeldList()
        self.details = CommunePanel()
        self.panel = self.details
        self.keys.is_authority = True
        self._pin = Button(self.tr("&Ghi nhận khóa xã"), icon="plus")
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        folder = self.context.folder
        self.context.tasks.read(
            lambda session: _load(session, folder), self._on_loaded, self, shows="exchange/communes"
        )

    # Slots

    def _on_loaded(self, loaded: _Loaded) -> None:
        self._loaded = loaded
        self._list.show_communes(loaded.communes)
        self._held.show_views(loaded.held)
        if not loaded.has_keys:
            self._doings.show_doings((exchange_todo.no_keys(is_authority=True),))
        self._show_facts(loaded)
        self.count_changed.emit(len(loaded.held) + (not loaded.has_keys))
        self.show_loaded()

    def _on_one_loaded(self, one: _One) -> None:
        view = self._list.current()
        if view is not None:
            self.details.show_commune(view, one.view, one.doings)

    def _on_act(self, act: Act) -> None:
        if act is Act.KEYS:
            self.keys.make()
        elif act is Act.PIN:
            self.keys.pin()
        elif act in (Act.EXPORT, Act.EXPORT_ALL) and (one := self._list.current()) is not None:
            self.sending.start([Receiver(one.name, one.code)], everything=act is Act.EXPORT_ALL)

    def _on_send(self) -> None:
        chosen = [Receiver(one.name, one.code) for one in self._list.chosen() if one.is_pinned]
        if chosen:
            self.sending.start(chosen, sets=self._loaded.sets if self._loaded is not None else ())

    def _on_chosen(self) -> None:
        chosen = [one for one in self._list.chosen() if one.is_pinned]
        self.send.setEnabled(bool(chosen) and self._has_keys())
        self.send.setText(
            self.tr("&Xuất gói cho {} xã").format(counted(len(chosen)))
            if len(chosen) > 1
            else self.tr("&Xuất gói")
        )

    def _on_escaped(self) -> None:
        self.details.close_panel()

    # What is shown

    def show_tab(self) -> None:
        communes, ready = self.tabs.current() == COMMUNES, self._has_keys()
        self._list.setVisible(communes and ready)
        self._doings.setVisible(communes and not ready)
        self._held.setVisible(not communes)
        self.send.setVisible(communes)
        self.show_details()

    def show_details(self) -> None:
        view = self._list.current()
        self.keys.commune = view.code if view is not None else ""
        self._on_chosen()
        if view is None or self.tabs.current() != COMMUNES:
            self.details.close_panel()
            return
        on = self.context.tasks.today()
        self.context.tasks.read(
            lambda session: _load_one(session, on),
            self._on_one_loaded,
            self,
            shows="exchange/commune",
            of=view.code,
        )

    def _has_keys(self) -> bool:
        return self._loaded is None or self._loaded.has_keys

    def _show_facts(self, loaded: _Loaded) -> None:
        facts = []
        if loaded.communes:
            facts.append(self.tr("{} xã đã ghi nhận khóa").format(counted(len(loaded.communes))))
            sent = sum(1 for one in loaded.communes if one.received is not None)
            facts.append(self.tr("{} xã đã gửi gói").format(counted(sent)))
        self.header.set_facts(*facts)
        held = len(loaded.held)
        self.tabs.set_words(HELD, self.tr("Giữ lại {}").format(counted(held)) if held else self.tr("Giữ lại"))
        self.open_keys.setText(self.tr("&Khóa") if loaded.has_keys else self.tr("Lập &khóa"))
        self.receive.setEnabled(loaded.has_keys)
        self._pin.setEnabled(loaded.has_keys)

    def has_own_keys(self) -> bool:
        return self._loaded is not None and self._loaded.has_keys

    # Building

    def _lay_out(self) -> None:
        self.add_list(COMMUNES, self._list)
        for button in (self.open_keys, self._pin, self.receive, self.send):
            self.header.add(button)
        for part in (self._list, self._doings, self._held):
            self.column.addWidget(part, 1)
        self._pin.setEnabled(False)
        self.show_tab()

    def _connect(self) -> None:
        self._pin.clicked.connect(self.keys.pin)
        self.send.clicked.connect(self._on_send)
        self._list.add_requested.connect(self.keys.pin)
        self._list.table.selectionModel().selectionChanged.connect(self._on_chosen)
        self._doings.pressed.connect(self._on_act)
        self.details.act_requested.connect(self._on_act)
        self.connect_held(self._held)
