"""Nhận xét: what the authority said of the commune that is open, what came back, and what it concludes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ntm_desktop.domain.remarks import Decision
from ntm_desktop.services import exchange, remarks
from ntm_desktop.services.remarks import RemarkView
from ntm_desktop.text import counted
from ui.context import Context
from ui.dialogs.remark import DecisionDialog
from ui.pages.exchange_remarks import RemarkList, RemarkPanel
from ui.pages.remark_acts import RemarkActs
from ui.widgets.buttons import Button
from ui.widgets.conclusion import Conclusions
from ui.widgets.page import Page

if TYPE_CHECKING:
    from datetime import date

    from ui.tasks import Session


@dataclass(frozen=True, slots=True)
class _Read:
    remarks: tuple[RemarkView, ...]
    decisions: tuple[Decision, ...]


def _read(session: Session, on: date) -> _Read:
    return _Read(remarks.list_remarks(session, on=on), remarks.decisions(session))


class RemarksPage(Page):
    KEY: ClassVar[str] = "nhan-xet"
    TABLES: ClassVar[frozenset[str]] = exchange.TABLES

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Nhận xét"))
        self._read: _Read | None = None
        self._wanted = ""  # a link that came before the rows
        self._acts = RemarkActs(self)
        self._list = RemarkList(
            self.tr(
                "Chưa có nhận xét nào về xã này. Mở Tiêu chí hoặc Công trình, chọn một hay nhiều dòng "
                "(Shift và mũi tên), nhấn N."
            )
        )
        self._decide = Button(self.tr("&Kết luận thẩm định"), "primary", "stamp")
        self._conclusions = Conclusions()
        self.details = RemarkPanel(of_authority=True)
        self.panel = self.details
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        on = self.context.tasks.today()
        self.context.tasks.read(lambda session: _read(session, on), self._on_loaded, self, shows="nhan-xet")

    def select(self, anchor: str) -> None:
        """``anchor``: the uid of a remark."""
        self._wanted = "" if self._list.select(anchor) else anchor

    # Slots

    def _on_loaded(self, read: _Read) -> None:
        self._read = read
        self._list.show_remarks(read.remarks)
        waiting = sum(view.state.is_open for view in read.remarks)
        answered = sum(view.state.is_open and not view.state.waits_for_commune for view in read.remarks)
        facts = []
        if read.remarks:
            facts.append(self.tr("{} nhận xét").format(counted(len(read.remarks))))
            facts.append(self.tr("{} chưa khép lại").format(counted(waiting)))
        self.header.set_facts(*facts)
        self.count_changed.emit(answered)
        self._conclusions.show_decisions(read.decisions)
        if self._wanted and self._list.select(self._wanted):
            self._wanted = ""
        elif self._list.current() is None and read.remarks:
            self._list.select(read.remarks[0].uid)
        self._show_details()

    def _on_line_chosen(self, _view: object) -> None:
        self._show_details()

    def _on_subject(self) -> None:
        view = self._list.current()
        if view is not None and view.target.indicator:
            self.follow("tieu-chi", view.target.indicator)
        elif view is not None:
            self.follow("cong-trinh", view.target.work)

    def _on_decide(self) -> None:
        known = self._read.remarks if self._read is not None else ()
        dialog = DecisionDialog(self, self.context, sum(view.state.is_open for view in known))
        dialog.saved.connect(self._on_decided)
        dialog.open()

    def _on_decided(self) -> None:
        self.told.emit(self.tr("Đã ghi kết luận. Xã nhận cùng gói gửi về lần tới."))

    # What is shown

    def _show_details(self) -> None:
        view = self._list.current()
        if view is not None:
            self.details.show_remark(view)
        else:
            self.details.close_panel()

    # Building

    def _lay_out(self) -> None:
        self.header.add(self._decide)
        self.column.addWidget(self._conclusions)
        self.column.addWidget(self._list, 1)

    def _connect(self) -> None:
        self._decide.clicked.connect(self._on_decide)
        self._list.current_changed.connect(self._on_line_chosen)
        self._acts.serve(self.details.card)
        self.details.subject_requested.connect(self._on_subject)
