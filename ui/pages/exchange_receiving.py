"""Packages on their way in on the page *Trao đổi*: found, opened, shown, taken or held, one after another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.errors import NtmError
from ntm_desktop.services import exchange_in, exchange_out, quarantine
from ntm_desktop.services.exchange_in import Applied, Arrival, Opened, Package, Search, Shown
from ntm_desktop.services.exchange_out import Medium
from ntm_desktop.services.quarantine import Held
from ntm_desktop.text import counted
from ui.context import Context
from ui.dialogs.import_package import ImportDialog
from ui.keyring import with_keys

if TYPE_CHECKING:
    from ntm_desktop.services.keys import OwnKeys
    from ui.tasks import Report, Session

T = TypeVar("T")


@dataclass(slots=True)
class _Run:
    left: list[Path | Held]
    told: list[str] = field(default_factory=list)
    """What else is to be said at the end."""
    taken: list[str] = field(default_factory=list)
    held: list[str] = field(default_factory=list)
    count: int = 0
    passed_over: int = 0
    place: int = 0
    unasked: bool = False
    retried: bool = False
    """What waited for something has been tried again."""
    instead: bool = False
    """A fork that a person takes in the place of what was applied."""
    trying: bool = False
    """The present one is such a one: when it must wait on, nobody is told again."""
    arrival: Arrival | None = None
    opened: Opened | None = None
    package: Package | None = None
    shown: Shown | None = None

    @property
    def takes_instead(self) -> bool:
        return self.instead and not self.trying


class ReceivingFlow(QObject):
    """A file that was copied here stays in quarantine until it is taken or thrown away: whatever stops this
    on its way, nothing is lost."""

    finished = Signal()
    own_chosen = Signal(object)
    """Somebody named a package that this commune sent itself: its path."""

    def __init__(self, page: QWidget, context: Context) -> None:
        super().__init__(page)
        self._page, self._context = page, context
        self._own: OwnKeys | None = None
        self._paths: Sequence[Path] = ()
        self._held: Sequence[Held] = ()
        self._instead = False
        self._media: tuple[Medium, ...] = ()
        self._run: _Run | None = None

    def start(self, paths: Sequence[Path]) -> None:
        """Files, or folders and sticks to search."""
        self._paths, self._held = paths, ()
        with_keys(self._page, self._context, self._on_keys)

    def retry(self, held: Sequence[Held], *, instead: bool = False) -> None:
        self._paths, self._held, self._instead = (), held, instead
        with_keys(self._page, self._context, self._on_keys)

    def start_waiting(self) -> None:
        """A key was pinned: those that waited for one are tried."""
        folder = self._context.folder
        self._context.tasks.work(lambda _report: quarantine.held(folder), self._on_waiting, self._page)

    def choose(self) -> None:
        """From a stick, when one is plugged in, else from files."""
        self._context.tasks.work(lambda _report: exchange_out.places(), self._on_media, self._page)

    # Finding

    def _on_waiting(self, held: tuple[Held, ...]) -> None:
        if waiting := [one for one in held if one.is_tried_again]:
            self.retry(waiting)

    def _on_media(self, media: tuple[Medium, ...]) -> None:
        self._media = media
        if not media:
            self._choose_files()
            return
        self._context.ask.choose(
            self._page,
            self.tr("Nhận gói từ đâu?"),
            self.tr("Gói được tìm theo nội dung, tên tệp đổi khác cũng thấy."),
            [*(self.tr("Tìm trên {}").format(one.name) for one in media), self.tr("Chọn tệp…")],
            self._on_place_chosen,
            safe=self.tr("Bỏ &qua"),
        )

    def _on_place_chosen(self, index: int) -> None:
        if index < len(self._media):
            self.start([self._media[index].folder])
        else:
            self._choose_files()

    def _choose_files(self) -> None:
        title = self.tr("Chọn gói hoặc các phần của gói")
        filters = self.tr("Gói dữ liệu (*.ntmx *.ntmx.p*);;Mọi tệp (*)")
        self._context.ask.open_files(self._page, title, filters, self.start)

    def _on_keys(self, own: OwnKeys) -> None:
        self._own = own
        if self._held:
            self._run = _Run(list(self._held), count=len(self._held), instead=self._instead)
            self._next()
            return
        paths, folder = list(self._paths), self._context.folder
        self._context.tasks.work(
            lambda report: exchange_in.find(paths, folder, report, keys=own),
            self._on_found,
            self._page,
            title=self.tr("Đang tìm gói"),
            failed=self._on_not_found,
        )

    def _on_not_found(self, error: NtmError) -> None:
        self._context.ask.problem(self._page, error)

    def _on_found(self, found: Search) -> None:
        if found.own:
            self.own_chosen.emit(found.own[-1])
            return
        self._run = _Run(list(found.packages), told=list(found.told), count=len(found.packages))
        self._run.passed_over = found.passed_over
        self._next()

    # One package

    def _next(self) -> None:
        run = self._run
        if run is None:
            return
        if not run.left:
            self._retry_waiting(run)
            return
        one = run.left.pop(0)
        run.place += 1
        run.arrival = run.opened = run.package = run.shown = None
        if isinstance(one, Held):
            self._on_arrived(one.arrival)
            return
        folder = self._context.folder
        self._work(
            lambda report: exchange_in.arrive(folder, one, report=report),
            self._on_arrived,
            self.tr("Đang chép gói vào máy (MB)"),
        )

    def _on_arrived(self, arrival: Arrival) -> None:
        run = self._run
        if run is not None:
            run.arrival, instead = arrival, run.takes_instead
            self._context.tasks.read(
                lambda session: exchange_in.open_package(session, arrival, instead=instead),
                self._on_opened,
                self._page,
                failed=self._on_refused,
            )

    def _on_opened(self, opened: Opened) -> None:
        run, own, folder = self._run, self._own, self._context.folder
        if run is not None and own is not None:
            run.opened = opened
            self._work(
                lambda report: exchange_in.read(opened, own, folder, report=report),
                self._on_read,
                self.tr("Đang kiểm tra gói (MB)"),
            )

    def _on_read(self, package: Package) -> None:
        run, now = self._run, self._context.tasks.now()
        if run is not None and (opened := run.opened) is not None:
            run.package = package
            self._context.tasks.read(
                lambda session: exchange_in.show(session, opened, package, now=now),
                self._on_shown,
                self._page,
                failed=self._on_refused,
                of=opened.peer.commune,
            )

    def _on_shown(self, shown: Shown) -> None:
        run = self._run
        if run is None:
            return
        run.shown = shown
        if shown.is_again or (run.unasked and not shown.asks and not shown.preview.warnings):
            self._keep()
            return
        dialog = ImportDialog(self._page, shown, place=run.place, count=run.count)
        dialog.taken.connect(self._on_taken)
        dialog.put_aside.connect(self._on_put_aside)
        dialog.open()

    def _on_taken(self, unasked: bool) -> None:
        if self._run is not None:
            self._run.unasked = unasked
            self._keep()

    def _keep(self) -> None:
        run, store = self._run, self._context.tasks.store
        if run is not None and (package := run.package) is not None:
            self._work(
                lambda report: exchange_in.keep(store, package, report=report),
                self._on_kept,
                self.tr("Đang cất tệp của gói (MB)"),
            )

    def _on_kept(self, _nothing: None) -> None:
        run = self._run
        if run is None or run.opened is None or run.package is None or run.shown is None:
            return
        opened, package, shown = run.opened, run.package, run.shown
        applied: list[Applied] = []

        def apply(session: Session) -> Changes:
            applied.append(exchange_in.apply(session, opened, package))
            return applied[0].changes

        self._context.tasks.write(
            f"Nhận gói số {shown.seq} của {shown.sender}",
            apply,
            self._on_applied,
            self._page,
            failed=self._on_refused,
            of=opened.peer.commune,
        )

    def _on_applied(self, _changes: Changes) -> None:
        run = self._run
        if run is None or run.opened is None or run.package is None or run.shown is None:
            return
        opened, package, shown = run.opened, run.package, run.shown
        words = self.tr("Gói số {} của {}").format(shown.seq, shown.sender)
        run.taken.append(self.tr("{}: đã nhận từ trước").format(words) if shown.is_again else words)
        self._context.tasks.work(
            lambda _report: exchange_in.finish(opened, package), self._on_finished, self._page
        )

    def _on_finished(self, _nothing: None) -> None:
        self._next()

    def _on_put_aside(self) -> None:
        self._hold(None)

    def _on_refused(self, error: NtmError) -> None:
        self._hold(error)

    def _hold(self, error: NtmError | None) -> None:
        """What did not even begin as a package was not copied: that one is only told."""
        run = self._run
        if run is None:
            return
        arrival = run.arrival
        if error is not None and not run.trying:
            name = arrival.name if arrival is not None else ""
            run.held.append(f"{name}: {error.message}" if name else error.message)

        self._put_aside(run, error, self._on_finished)

    def _put_aside(self, run: _Run, error: NtmError | None, done: Callable[[None], None]) -> None:
        arrival, instead = run.arrival, run.takes_instead
        folder, at = self._context.folder, self._context.tasks.now().isoformat()

        def hold(_report: Report) -> None:
            if arrival is not None:
                exchange_in.put_aside(folder, arrival, error, at=at, instead=instead)

        self._context.tasks.work(hold, done, self._page)

    def stop(self) -> None:
        """*Hủy* was pressed while a package was on its way."""
        run, self._run = self._run, None
        if run is None:
            return
        lines = [f"– {one}" for one in run.taken]
        if run.arrival is not None:
            self._put_aside(run, None, self._on_put_away)
            lines.append(self.tr("Gói đang nhận dở nằm ở tab Giữ lại: bấm Thử lại để nhận tiếp."))
        else:
            lines.append(self.tr("Gói đang chép dở đã được xóa khỏi máy này; trên USB vẫn còn."))
        if run.taken:
            title = self.tr("Đã dừng: đã nhận {} gói, còn {} gói chưa nhận").format(
                counted(len(run.taken)), counted(len(run.left) + 1)
            )
        else:
            title = self.tr("Đã dừng: chưa nhận gói nào, số liệu không thay đổi")
        self._context.ask.tell(self._page, title, "\n".join(lines))

    def _on_put_away(self, _nothing: None) -> None:
        self.finished.emit()

    def _work(self, fn: Callable[[Report], T], done: Callable[[T], None], title: str) -> None:
        self._context.tasks.work(fn, done, self._page, title=title, failed=self._on_refused)

    # The end

    def _retry_waiting(self, run: _Run) -> None:
        """Something was taken: those that waited for a key or an epoch may have it now."""
        if run.retried or not run.taken:
            self._finish(run)
            return
        run.retried = run.trying = True
        folder = self._context.folder
        self._context.tasks.work(lambda _report: quarantine.held(folder), self._on_held, self._page)

    def _on_held(self, held: tuple[Held, ...]) -> None:
        run = self._run
        if run is not None:
            run.left = [one for one in held if one.is_tried_again]
            run.count += len(run.left)
            self._next()

    def _finish(self, run: _Run) -> None:
        self._run = None
        self.finished.emit()
        told = [f"– {one}" for one in run.held + run.told]
        if run.taken and not told and len(run.taken) == 1:
            title, body = self.tr("Đã nhận {}").format(run.taken[0][:1].lower() + run.taken[0][1:]), ""
        elif run.taken:
            title = self.tr("Đã nhận {} gói").format(counted(len(run.taken)))
            body = "\n".join([*(f"– {one}" for one in run.taken), *told])
        elif run.held:
            title, body = self.tr("Chưa nhận được gói"), "\n".join(told)
        elif told:
            title, body = self.tr("Chưa đủ để nhận"), "\n".join(told)
        elif run.count == 0:
            title = self.tr("Không thấy gói nào")
            body = self.tr("Ở đó không có gói dữ liệu (.ntmx) hay phần nào của gói. Chọn chỗ khác.")
            if run.passed_over:
                body = self.tr(
                    "Ở đó có {} gói, nhưng là gói gửi cho nơi khác hoặc của chính đơn vị này gửi đi."
                ).format(counted(run.passed_over))
        else:
            return  # put aside by a person, who knows
        self._context.ask.tell(self._page, title, body)
