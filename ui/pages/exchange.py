"""Trao đổi: what did they get, what do they say?

The answer above; below it what is to be done, packages sent, received and held, and the remarks. What is
pressed runs in flows of its own: keys, sending, receiving.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from ntm_desktop.changes import Changes
from ntm_desktop.services import exchange, exchange_todo, offered_sets, quarantine, remarks
from ntm_desktop.services.exchange import ExchangeView
from ntm_desktop.services.exchange_todo import Act, Doing
from ntm_desktop.services.offered_sets import OfferedSet
from ntm_desktop.services.quarantine import Held
from ntm_desktop.services.remarks import RemarkView
from ntm_desktop.text import counted
from ui.context import Context
from ui.dialogs.answer import AnswerDialog
from ui.pages.exchange_flows import Exchanging
from ui.pages.exchange_lists import AnswerStrip, DoingsView, HeldList, ReceivedList, SentList
from ui.pages.exchange_remarks import RemarkList, RemarkPanel, summary
from ui.pages.exchange_sending import Receiver
from ui.pages.exchange_taking_back import TakingBackFlow

if TYPE_CHECKING:
    from datetime import date

    from ui.tasks import Session

TODO, SENT, RECEIVED, REMARKS, HELD = range(5)
_SENT, _RECEIVED = "da-gui", "da-nhan"  # of a link; one without a prefix means a remark


@dataclass(frozen=True, slots=True)
class _Loaded:
    view: ExchangeView
    remarks: tuple[RemarkView, ...]
    held: tuple[Held, ...]
    doings: tuple[Doing, ...]
    sets: tuple[OfferedSet, ...]


def _load(session: Session, folder: Path, on: date) -> _Loaded:
    view, held = exchange.view(session), quarantine.compared(session, quarantine.held(folder))
    known = remarks.list_remarks(session, on=on)
    sets = offered_sets.offered(session)
    doings = exchange_todo.of_commune(session, view, held, sets)
    return _Loaded(view, known, held, doings, sets)


class ExchangePage(Exchanging):
    KEY: ClassVar[str] = "trao-doi"
    TABLES: ClassVar[frozenset[str]] = exchange.TABLES

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            self.tr("Trao đổi"),
            (
                self.tr("Việc cần làm"),
                self.tr("Đã gửi"),
                self.tr("Đã nhận"),
                self.tr("Nhận xét"),
                self.tr("Giữ lại"),
            ),
        )
        self._loaded: _Loaded | None = None
        self._unsent: Doing | None = None
        self.taking_back = TakingBackFlow(self, context)
        self._strip = AnswerStrip()
        self._doings = DoingsView()
        self._sent, self._received, self._held = SentList(), ReceivedList(), HeldList()
        self._remarks = RemarkList()
        self.details = RemarkPanel()
        self.panel = self.details
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        on, folder = self.context.tasks.today(), self.context.folder
        self.context.tasks.read(lambda session: _load(session, folder, on), self._on_loaded, self)

    # Slots

    def _on_loaded(self, loaded: _Loaded) -> None:
        self._loaded = loaded
        self._strip.show_view(loaded.view, summary(loaded.remarks))
        self._sent.show_views(loaded.view.sent)
        self._received.show_views(loaded.view.received)
        self._remarks.show_remarks(loaded.remarks)
        self._held.show_views(loaded.held)
        self._show_doings()
        self.count_changed.emit(len(loaded.doings))
        self.show_loaded()
        view, on = loaded.view, self.context.tasks.today()
        self.context.tasks.read(
            lambda session: exchange_todo.unsent(session, view, on=on),
            self._on_unsent,
            self,
            shows="exchange/unsent",
            behind=True,
        )

    def _on_unsent(self, doing: Doing | None) -> None:
        self._unsent = doing
        self._show_doings()

    def _on_act(self, act: Act) -> None:
        acts = {
            Act.KEYS: self.keys.make,
            Act.SHEET: self.keys.open,
            Act.PIN: self.keys.pin,
            Act.EXPORT: self._on_send,
            Act.EXPORT_ALL: self._on_send_all,
            Act.IMPORT: self.receiving.choose,
            Act.TAKE_BACK: self.taking_back.choose,
            Act.CRITERIA: self._on_set,
        }
        tabs = {Act.REMARKS: REMARKS, Act.HELD: HELD, Act.SENT: SENT, Act.RECEIVED: RECEIVED}
        if act in tabs:
            self.tabs.choose(tabs[act])
            self.show_tab()
        else:
            acts[act]()

    def _on_send(self) -> None:
        self._start_sending(everything=False)

    def _on_send_all(self) -> None:
        self._start_sending(everything=True)

    def _start_sending(self, *, everything: bool) -> None:
        if self._loaded is not None and (peer := self._loaded.view.peer) is not None:
            self.sending.start([Receiver(peer.enrolment.name)], everything=everything)

    def _on_set(self) -> None:
        """The first that waits; the next one stands in the list then."""
        if self._loaded is None or not self._loaded.sets:
            return
        one = self._loaded.sets[0]
        self.context.ask.confirm(
            self,
            self.tr("Đưa {} vào máy?").format(one.short_title),
            self.tr(
                "{}\nQuyết định {}, bản {}. Mục tiêu đã đăng ký giữ nguyên; muốn dùng bộ này thì đăng ký mục "
                "tiêu ở Thiết lập, mục Mục tiêu."
            ).format(one.title, one.decision, one.version),
            self.tr("&Nhận bộ tiêu chí"),
            self._take_set,
            safe=self.tr("Để &sau"),
        )

    def _take_set(self) -> None:
        if self._loaded is None or not self._loaded.sets:
            return
        one = self._loaded.sets[0]
        self.context.tasks.write(
            f"Nhận {one.short_title} do cơ quan gửi",
            lambda session: offered_sets.take_over(session, set_id=one.set_id),
            self._on_set_taken,
            self,
        )

    def _on_set_taken(self, _changes: Changes) -> None:
        self.told.emit(self.tr("Đã nhận bộ tiêu chí."))

    def _on_answer(self) -> None:
        view = self._remarks.current()
        if view is not None:
            AnswerDialog(self, self.context, view).open()

    def _on_subject(self) -> None:
        view = self._remarks.current()
        if view is not None and view.target.indicator:
            self.follow("tieu-chi", view.target.indicator)
        elif view is not None:
            self.follow("cong-trinh", view.target.work)

    def has_own_keys(self) -> bool:
        return self._loaded is not None and self._loaded.view.own is not None

    def stop(self) -> None:
        super().stop()
        self.taking_back.stop()

    # What is shown

    def show_tab(self) -> None:
        tab = self.tabs.current()
        parts = (self._doings, self._sent, self._received, self._remarks, self._held)
        for number, part in enumerate(parts):
            part.setVisible(number == tab)
        self.show_details()

    def show_details(self) -> None:
        view = self._remarks.current() if self.tabs.current() == REMARKS else None
        if view is not None:
            self.details.show_remark(view)
        else:
            self.details.close_panel()

    def _show_doings(self) -> None:
        if self._loaded is None:
            return
        doings = self._loaded.doings
        if self._unsent is not None:
            doings = (*doings, self._unsent)
        self._doings.show_doings(doings)
        view = self._loaded.view
        self.header.set_facts(
            view.peer.enrolment.name
            if view.peer is not None
            else self.tr("chưa ghi nhận khóa cơ quan thẩm định")
        )
        self.open_keys.setText(self.tr("&Khóa") if view.own is not None else self.tr("Lập &khóa"))
        self.send.setEnabled(view.peer is not None and view.own is not None)
        self.receive.setEnabled(view.own is not None)
        words = (
            (self.tr("Việc cần làm"), len(doings)),
            (self.tr("Đã gửi"), 0),
            (self.tr("Đã nhận"), 0),
            (self.tr("Nhận xét"), sum(1 for one in self._loaded.remarks if one.state.waits_for_commune)),
            (self.tr("Giữ lại"), len(self._loaded.held)),
        )
        for tab, (name, count) in enumerate(words):
            self.tabs.set_words(tab, f"{name} {counted(count)}" if count else name)

    # Building

    def _lay_out(self) -> None:
        self.add_list(REMARKS, self._remarks)
        self.add_list(SENT, self._sent, _SENT)
        self.add_list(RECEIVED, self._received, _RECEIVED)
        for button in (self.open_keys, self.receive, self.send):
            self.header.add(button)
        self.column.insertWidget(0, self._strip)
        for part in (self._doings, self._sent, self._received, self._remarks, self._held):
            self.column.addWidget(part, 1)
        self.show_tab()

    def _connect(self) -> None:
        self.send.clicked.connect(self._on_send)
        self.receiving.own_chosen.connect(self.taking_back.start)
        self.taking_back.finished.connect(self.reload)
        self.taking_back.send_requested.connect(self._on_send)
        self.connect_held(self._held)
        self._sent.empty.acted.connect(self._on_send)
        self._received.empty.acted.connect(self.receiving.choose)
        self._doings.pressed.connect(self._on_act)
        self._remarks.opened.connect(self._on_answer)
        self.details.card.answer_requested.connect(self._on_answer)
        self.details.subject_requested.connect(self._on_subject)
