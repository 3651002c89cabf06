"""What both pages *Trao đổi* share: the flows of keys, sending and receiving, and the held packages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ntm_desktop.changes import Changes
from ntm_desktop.services import quarantine
from ntm_desktop.services.quarantine import Held
from ui.context import Context
from ui.pages.exchange_keys import KeysFlow
from ui.pages.exchange_lists import HeldList
from ui.pages.exchange_receiving import ReceivingFlow
from ui.pages.exchange_sending import SendingFlow
from ui.pages.tabbed import TabbedPage
from ui.widgets.buttons import Button

if TYPE_CHECKING:
    from ui.tasks import Job


class Exchanging(TabbedPage):
    def __init__(self, context: Context, title: str, tabs: Sequence[str]) -> None:
        super().__init__(context, title, tabs)
        self.keys = KeysFlow(self, context)
        self.sending = SendingFlow(self, context)
        self.receiving = ReceivingFlow(self, context)
        self.open_keys = Button(self.tr("&Khóa"), icon="key-round")
        self.receive = Button(self.tr("&Nhận gói"), icon="download")
        self.send = Button(self.tr("&Xuất gói"), "primary", "usb")
        self.send.setEnabled(False)
        self.receive.setEnabled(False)
        self.open_keys.clicked.connect(self._on_keys)
        self.receive.clicked.connect(self.receiving.choose)
        self.keys.pinned.connect(self.receiving.start_waiting)
        self.sending.finished.connect(self.reload)
        self.receiving.finished.connect(self.reload)
        context.tasks.finished.connect(self._on_job_finished)
        context.events.changed.connect(self._on_changed)

    def has_own_keys(self) -> bool:
        raise NotImplementedError

    def connect_held(self, held: HeldList) -> None:
        held.retry_requested.connect(self._on_retry)
        held.instead_requested.connect(self._on_instead)
        held.remove_requested.connect(self._on_remove)

    def _on_keys(self) -> None:
        if self.has_own_keys():
            self.keys.open()
        else:
            self.keys.make()

    def _on_retry(self, held: Held) -> None:
        if held.parts:
            self.receiving.choose()
        else:
            self.receiving.retry([held])

    def _on_instead(self, held: Held) -> None:
        self.receiving.retry([held], instead=True)

    def _on_remove(self, held: Held) -> None:
        self._removed = held
        if held.is_fork:
            self.context.ask.confirm(
                self,
                self.tr("Giữ gói đã nhận, bỏ gói {}?").format(held.name),
                self.tr(
                    "Gọi nơi gửi so mã trước: gói đúng là gói có mã {}. Báo nơi gửi chỉ gửi từ một máy."
                ).format(held.applied_code),
                self.tr("&Giữ gói đã nhận"),
                self._remove,
                destructive=True,
            )
            return
        self.context.ask.confirm(
            self,
            self.tr("Xóa gói {}?").format(held.name),
            self.tr("Chỉ xóa bản chép trên máy này; số liệu và tệp trên USB không bị đụng đến."),
            self.tr("&Xóa gói này"),
            self._remove,
            destructive=True,
        )

    def _remove(self) -> None:
        held = self._removed
        self.context.tasks.work(lambda _report: quarantine.throw_away(held), self._on_removed, self)

    def _on_removed(self, _nothing: None) -> None:
        self.reload()

    def _on_job_finished(self, job: Job) -> None:
        """What was broken off half-way is told, and stands in the lists: a package with a number, a file that
        was held."""
        if job.cancelled and job.owner is self and job.title:
            self.stop()
            self.reload()

    def stop(self) -> None:
        """*Hủy* was pressed: whichever flow it was."""
        self.sending.stop()
        self.receiving.stop()

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        """A restore brought other keys, or none."""
        if changes.touches("history"):
            self.context.keyring.forget()
