"""Keys on the page *Trao đổi*: making them, handing them out, taking the other side's as its own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.errors import NtmError
from ntm_desktop.services import exchange_out, keys
from ntm_desktop.services.keys import Enrolment, Peer
from ntm_desktop.text import safe_file_name
from ui.context import Context
from ui.dialogs.key_password import ChangePasswordDialog, MakeKeysDialog
from ui.dialogs.keys import KeysDialog, KeysView, read
from ui.dialogs.pin_key import PinDialog
from ui.keyring import with_keys
from ui.pages.exchange_sheets import SheetFlow
from ui.pages.setup_section import read_bytes

if TYPE_CHECKING:
    from ntm_desktop.services.keys import OwnKeys
    from ui.tasks import Session


class KeysFlow(QObject):
    """``commune``: whose key is to be pinned at an authority; "" at a commune."""

    pinned = Signal()
    told = Signal(str)

    def __init__(self, page: QWidget, context: Context) -> None:
        super().__init__(page)
        self._page, self._context = page, context
        self._sheets = SheetFlow(page, context)
        self._dialog: KeysDialog | None = None
        self._own: OwnKeys | None = None
        self._view: KeysView | None = None
        self.is_authority = False
        self.commune = ""

    def make(self) -> None:
        dialog = MakeKeysDialog(self._page, self._context)
        dialog.saved.connect(self.open)
        dialog.open()

    def open(self) -> None:
        with_keys(self._page, self._context, self._on_keys)

    def pin(self) -> None:
        title = self.tr("Chọn tệp khóa của nơi trao đổi")
        filters = self.tr("Tệp khóa (*.ntmk);;Mọi tệp (*)")
        self._context.ask.open_files(self._place(), title, filters, self._on_file_chosen, many=False)

    # Slots

    def _on_keys(self, own: OwnKeys) -> None:
        self._own = own
        self._context.tasks.read(
            lambda session: read(session, own), self._on_read, self._page, of=self.commune or None
        )

    def _on_read(self, view: KeysView) -> None:
        self._view = view
        if self._dialog is not None:
            self._dialog.show_view(view)
            return
        whose, none = "", ""
        if self.is_authority:
            name = view.peers[-1].enrolment.name if view.peers and self.commune else ""
            whose = self.tr("Khóa của {}").format(name) if name else self.tr("Khóa của các xã")
            none = self.tr("Chọn một xã trong danh sách rồi mở lại để xem và thu hồi khóa của xã đó.")
        dialog = self._dialog = KeysDialog(self._page, view, whose=whose, none=none)
        dialog.finished.connect(self._on_closed)
        dialog.save_requested.connect(self._on_save)
        dialog.sheet_requested.connect(self._on_sheet)
        dialog.recovery_requested.connect(self._on_recovery)
        dialog.password_requested.connect(self._on_password)
        dialog.pin_requested.connect(self.pin)
        dialog.revoke_requested.connect(self._on_revoke)
        dialog.open()

    def _on_closed(self, _result: int) -> None:
        self._dialog = None

    def _on_save(self) -> None:
        if self._view is not None:
            own = self._view.own
            name = f"{safe_file_name(own.name)} {own.unit}.ntmk"
            title, filters = self.tr("Lưu tệp khóa"), self.tr("Tệp khóa (*.ntmk)")
            self._context.ask.save_file(self._place(), title, name, filters, self._on_save_chosen)

    def _on_save_chosen(self, path: Path) -> None:
        if self._view is not None:
            told = self._view.file
            self._context.tasks.work(
                lambda _report: exchange_out.save_file(path, told),
                self._on_saved,
                self._page,
                failed=self._on_failed,
            )

    def _on_saved(self, path: Path) -> None:
        if self._view is not None:
            title = self.tr("Đã lưu {}").format(path.name)
            body = self.tr(
                "Đưa tệp này cho nơi trao đổi. Nơi nhận gõ mã trên phiếu khóa để ghi nhận: {}"
            ).format(self._view.code)
            self._context.ask.tell(self._place(), title, body)

    def _on_sheet(self) -> None:
        self._start_sheet(recovery=False)

    def _on_recovery(self) -> None:
        self._start_sheet(recovery=True)

    def _start_sheet(self, *, recovery: bool) -> None:
        if self._view is not None and self._own is not None:
            self._sheets.start(self._place(), self._view, self._own, recovery=recovery)

    def _on_password(self) -> None:
        if self._view is not None:
            dialog = ChangePasswordDialog(
                self._place(), self._context, is_protected=self._view.own.is_protected
            )
            dialog.saved.connect(self.open)
            dialog.open()

    def _on_file_chosen(self, paths: list[Path]) -> None:
        try:
            told = read_bytes(paths[0])
            one = keys.read_file(told)
        except NtmError as error:
            self._on_failed(error)
            return
        self._context.tasks.read(
            lambda session: keys.require_other(session, one),
            lambda _nothing: self._ask_code(told, one),
            self._page,
            failed=self._on_failed,
            of=self._of(one),
        )

    def _ask_code(self, told: bytes, one: Enrolment) -> None:
        dialog = PinDialog(self._place(), self._context, told, one, of=self._of(one))
        dialog.saved.connect(self._on_pinned)
        dialog.open()

    def _of(self, one: Enrolment) -> str | None:
        """At an authority each commune's key lies with that commune."""
        return one.unit if self.is_authority else None

    def _on_pinned(self) -> None:
        if self._dialog is not None:
            self.open()
        self.pinned.emit()

    def _on_revoke(self, chosen: Peer) -> None:
        self._revoked = chosen
        self._context.ask.confirm(
            self._place(),
            self.tr("Thu hồi khóa của {}?").format(chosen.enrolment.name),
            self.tr(
                "Gói ký bằng khóa này sẽ không được nhận nữa; những gì đã nhận giữ nguyên. Thu hồi khi khóa "
                "bị mất, bị lộ hoặc máy giữ khóa bị lấy mất. Sau đó ghi nhận khóa mới, có phiếu giấy."
            ),
            self.tr("&Thu hồi khóa"),
            self._revoke,
            safe=self.tr("&Giữ khóa"),
            destructive=True,
        )

    def _revoke(self) -> None:
        uid = self._revoked.uid

        def revoke(session: Session) -> Changes:
            return keys.revoke(session, uid=uid)

        action = f"Thu hồi khóa của {self._revoked.enrolment.name}"
        self._context.tasks.write(
            action, revoke, self._on_revoked, self._page, failed=self._on_failed, of=self.commune or None
        )

    def _on_revoked(self, _changes: Changes) -> None:
        if self._dialog is not None:
            self.open()

    def _on_failed(self, error: NtmError) -> None:
        self._context.ask.problem(self._place(), error)

    def _place(self) -> QWidget:
        return self._dialog or self._page
