"""A package that this commune sent, taken back on the page *Trao đổi* after an older backup was restored."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.errors import NtmError
from ntm_desktop.services import exchange_in, taking_back
from ntm_desktop.services.exchange_in import Opening, Package
from ntm_desktop.services.taking_back import Lost
from ntm_desktop.text import counted
from ui.context import Context
from ui.dialogs.take_back import TakeBackDialog
from ui.keyring import with_keys

if TYPE_CHECKING:
    from ntm_desktop.services.keys import OwnKeys
    from ui.tasks import Report, Session

T = TypeVar("T")


class TakingBackFlow(QObject):
    """The rows are one action; the new epoch, when a person wants one, is another."""

    finished = Signal()
    send_requested = Signal()

    def __init__(self, page: QWidget, context: Context) -> None:
        super().__init__(page)
        self._page, self._context = page, context
        self._own: OwnKeys | None = None
        self._path = Path()
        self._opening: Opening | None = None
        self._package: Package | None = None
        self._lost: Lost | None = None

    def choose(self) -> None:
        title = self.tr("Chọn gói mới nhất mà đơn vị đã gửi")
        filters = self.tr("Gói dữ liệu (*.ntmx);;Mọi tệp (*)")
        self._context.ask.open_files(self._page, title, filters, self._on_chosen)

    def start(self, path: Path) -> None:
        self._path = path
        with_keys(self._page, self._context, self._on_keys)

    # Slots

    def _on_chosen(self, paths: Sequence[Path]) -> None:
        if paths:
            self.start(paths[0])

    def _on_keys(self, own: OwnKeys) -> None:
        self._own, path = own, self._path
        self._context.tasks.read(
            lambda session: taking_back.open_own(session, path),
            self._on_opened,
            self._page,
            failed=self._on_failed,
        )

    def _on_opened(self, opening: Opening) -> None:
        path, own, folder = self._path, self._own, self._context.folder
        self._opening = opening
        if own is not None:
            self._work(
                lambda report: taking_back.read_in(path, opening, own, folder, report=report),
                self._on_read,
                self.tr("Đang kiểm tra gói (MB)"),
            )

    def _on_read(self, package: Package) -> None:
        self._package = package
        self._context.tasks.read(
            lambda session: taking_back.show(session, package),
            self._on_shown,
            self._page,
            failed=self._on_failed,
        )

    def _on_shown(self, lost: Lost) -> None:
        self._lost = lost
        if not lost.tables:
            self._put_away()
            self._tell_done(lost)
            return
        dialog = TakeBackDialog(self._page, lost)
        dialog.taken.connect(self._on_taken)
        dialog.left.connect(self._put_away)
        dialog.open()

    def _on_taken(self) -> None:
        package, store = self._package, self._context.tasks.store
        if package is not None:
            self._work(
                lambda report: exchange_in.keep(store, package, report=report),
                self._on_kept,
                self.tr("Đang cất tệp của gói (MB)"),
            )

    def _on_kept(self, _nothing: None) -> None:
        package, lost = self._package, self._lost
        if package is not None and lost is not None:
            self._context.tasks.write(
                f"Lấy lại gói số {lost.seq} đã gửi",
                lambda session: taking_back.take_back(session, package),
                self._on_back,
                self._page,
                failed=self._on_failed,
            )

    def _on_back(self, _changes: Changes) -> None:
        self._put_away()
        self.finished.emit()
        if self._lost is not None:
            self._tell_done(self._lost)

    def _on_new_epoch(self) -> None:
        lost = self._lost
        if lost is not None:

            def begin(session: Session) -> Changes:
                return taking_back.start_over(session, after=lost.epoch)

            self._context.tasks.write(
                "Bắt đầu đợt gửi mới", begin, self._on_begun, self._page, failed=self._on_failed
            )

    def _on_begun(self, _changes: Changes) -> None:
        self.finished.emit()
        self.send_requested.emit()

    def _on_send(self) -> None:
        self.send_requested.emit()

    def _on_failed(self, error: NtmError) -> None:
        self._put_away()
        self._context.ask.problem(self._page, error)

    def stop(self) -> None:
        """*Hủy* was pressed while the package was on its way."""
        if self._opening is not None:
            self._put_away()
            title = self.tr("Đã dừng: chưa lấy lại gì, số liệu không thay đổi")
            self._context.ask.tell(self._page, title, self.tr("Chọn lại gói đó khi muốn lấy lại."))

    # What is said

    def _tell_done(self, lost: Lost) -> None:
        if lost.tables:
            title = self.tr("Đã lấy lại {} mục từ gói số {}").format(counted(lost.rows), lost.seq)
        else:
            title = self.tr("Máy này đang có đủ số liệu của gói số {}").format(lost.seq)
        if lost.needs_epoch:
            self._context.ask.confirm(
                self._page,
                title,
                self.tr(
                    "Số của gói đã cấp sau bản sao lưu không dùng lại được: phải bắt đầu đợt gửi mới. Cơ "
                    "quan sẽ so mã khi nhận gói đầu của đợt."
                ),
                self.tr("&Bắt đầu đợt mới và xuất gói"),
                self._on_new_epoch,
                safe=self.tr("Để &sau"),
            )
        elif lost.tables:
            body = self.tr("Xuất gói để cơ quan có số liệu hiện nay của xã.")
            self._context.ask.confirm(
                self._page, title, body, self.tr("&Xuất gói"), self._on_send, safe=self.tr("Để &sau")
            )
        else:
            self._context.ask.tell(self._page, title, self.tr("Không có gì để lấy lại từ gói này."))

    def _put_away(self) -> None:
        package, self._package, self._opening = self._package, None, None
        if package is not None:
            exchange_in.put_away(package)

    def _work(self, fn: Callable[[Report], T], done: Callable[[T], None], title: str) -> None:
        self._context.tasks.work(fn, done, self._page, title=title, failed=self._on_failed)
