"""A package on its way out of the page *Trao đổi*: number, build, copy, read back, note; one or many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.errors import NtmError
from ntm_desktop.services import exchange_out, export_plan
from ntm_desktop.services.exchange_out import Medium, Numbered, Written, place_name
from ntm_desktop.services.export_plan import Plan
from ntm_desktop.text import counted, format_bytes
from ui.context import Context
from ui.dialogs.export_package import ExportDialog, Target
from ui.keyring import with_keys

if TYPE_CHECKING:
    from ntm_desktop.services.keys import OwnKeys
    from ui.tasks import Report, Session


@dataclass(frozen=True, slots=True)
class Receiver:
    """``commune``: the one that is open for it at an authority; "" at a commune."""

    name: str
    commune: str = ""


@dataclass(slots=True)
class _Run:
    target: Target
    left: list[Receiver]
    done: list[tuple[Numbered, Written]] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    numbered: Numbered | None = None
    many: bool = False


class SendingFlow(QObject):
    """Whatever fails, a package that has a number keeps it, and the page says that it was not written."""

    finished = Signal()

    def __init__(self, page: QWidget, context: Context) -> None:
        super().__init__(page)
        self._page, self._context = page, context
        self._own: OwnKeys | None = None
        self._to: tuple[Receiver, ...] = ()
        self._everything = False
        self._plan: Plan | None = None
        self._sets: Sequence[tuple[str, str]] = ()
        self._run: _Run | None = None
        self._read_again: Written | None = None

    def start(
        self, to: Sequence[Receiver], *, everything: bool = False, sets: Sequence[tuple[str, str]] = ()
    ) -> None:
        """``sets``: criteria sets, with their names, that may go instead."""
        self._to, self._everything, self._sets = tuple(to), everything, sets
        with_keys(self._page, self._context, self._on_keys)

    # Slots

    def _on_keys(self, own: OwnKeys) -> None:
        self._own, self._plan, on = own, None, self._context.tasks.today()
        if len(self._to) > 1:
            self._look_for_places()
            return
        self._context.tasks.read(
            lambda session: export_plan.plan(session, on=on),
            self._on_planned,
            self._page,
            failed=self._on_not_planned,
            of=self._to[0].commune or None,
        )

    def _on_planned(self, plan: Plan) -> None:
        self._plan = plan
        self._look_for_places()

    def _on_not_planned(self, error: NtmError) -> None:
        self._context.ask.problem(self._page, error)

    def _look_for_places(self) -> None:
        store = self._context.tasks.store

        def look(_report: Report) -> tuple[tuple[Medium, ...], int]:
            return exchange_out.places(), exchange_out.free_here(store)

        self._context.tasks.work(look, self._on_places, self._page)

    def _on_places(self, found: tuple[tuple[Medium, ...], int]) -> None:
        names = [one.name for one in self._to]
        to = names[0] if len(names) == 1 else self.tr("{} xã").format(counted(len(names)))
        media, here = found
        dialog = ExportDialog(
            self._page,
            self._context,
            media,
            to=to,
            plan=self._plan,
            here=here,
            everything=self._everything,
            sets=self._sets,
        )
        dialog.chosen.connect(self._on_target)
        dialog.open()

    def _on_target(self, target: Target) -> None:
        self._run = _Run(target, list(self._to), many=len(self._to) > 1)
        self._number_next()

    def _number_next(self) -> None:
        run = self._run
        if run is None:
            return
        if not run.left:
            self._finish()
            return
        to, on, target = run.left[0], self._context.tasks.today(), run.target

        def number(session: Session) -> Changes:
            run.numbered, changes = exchange_out.number(
                session, on=on, enclosed=target.enclosed, set_id=target.set_id
            )
            return changes

        action = f"Lập gói gửi {to.name}"
        self._context.tasks.write(
            action, number, self._on_numbered, self._page, failed=self._on_refused, of=to.commune or None
        )

    def _on_numbered(self, _changes: Changes) -> None:
        run, own = self._run, self._own
        if run is None or run.numbered is None or own is None:
            return
        one, store, target = run.numbered, self._context.tasks.store, run.target

        def write(report: Report) -> Written:
            return exchange_out.write_out(
                one, own, store, target.medium.folder, limit=target.limit, report=report
            )

        words = self.tr("Đang ghi gói số {} ra {} (MB)").format(one.seq, place_name(target.medium))
        self._context.tasks.work(write, self._on_written, self._page, title=words, failed=self._on_refused)

    def _on_written(self, written: Written) -> None:
        run = self._run
        if run is None or run.numbered is None:
            return
        one, name, commune = run.numbered, place_name(run.target.medium), run.left[0].commune
        run.done.append((one, written))

        def note(session: Session) -> Changes:
            return exchange_out.note(session, one, written, medium_name=name)

        self._context.tasks.write(
            f"Xuất gói số {one.seq} ra {name}",
            note,
            self._on_noted,
            self._page,
            failed=self._on_refused,
            of=commune or None,
        )

    def _on_noted(self, _changes: Changes) -> None:
        if self._run is not None:
            self._run.left.pop(0)
            self._number_next()

    def _on_refused(self, error: NtmError) -> None:
        """Of many the others go on."""
        run = self._run
        if run is None:
            return
        if not run.many:
            self._run = None
            self._context.ask.problem(self._page, error)
            self.finished.emit()
            return
        run.refused.append(f"{run.left.pop(0).name}: {error.message}")
        self._number_next()

    def stop(self) -> None:
        """*Hủy* was pressed while a package was on its way."""
        run, self._run = self._run, None
        if run is None or run.numbered is None:
            return
        name = place_name(run.target.medium)
        lines = [
            self.tr("Gói giữ số; bấm Xuất gói để ghi lại. Tệp đang ghi dở đã được xóa khỏi {}.").format(name)
        ]
        if run.many:
            done, left = counted(len(run.done)), counted(len(run.left))
            lines.insert(0, self.tr("Đã ghi xong gói của {} xã, còn {} xã chưa ghi.").format(done, left))
        title = self.tr("Đã dừng: gói số {} chưa ghi ra {}").format(run.numbered.seq, name)
        self._context.ask.tell(self._page, title, "\n".join(lines))

    # Telling

    def _finish(self) -> None:
        run, self._run = self._run, None
        if run is None:
            return
        self.finished.emit()
        if run.many:
            self._tell_many(run)
        else:
            self._tell_one(run)

    def _tell_one(self, run: _Run) -> None:
        (one, written) = run.done[0]
        lines = []
        if not one.is_new:
            lines.append(
                self.tr("Không có gì mới từ gói số {}, nên đây vẫn là gói đó, không phải gói mới.").format(
                    one.seq
                )
            )
        lines += [self._files(written), self._read(written, run.target.medium)]
        lines.append(self.tr("Mã của gói, để đọc cho nơi nhận so: {}").format(one.code))
        title = self.tr("Đã xuất gói số {} ra {}").format(one.seq, place_name(run.target.medium))
        if not written.read_back_cached:
            self._context.ask.tell(self._page, title, "\n".join(lines))
            return
        self._read_again = written
        self._context.ask.confirm(
            self._page,
            title,
            "\n".join(lines),
            self.tr("&Kiểm tra lại"),
            self._check_again,
            safe=self.tr("Đó&ng"),
        )

    def _tell_many(self, run: _Run) -> None:
        same = sum(1 for one, _written in run.done if not one.is_new)
        lines = [f"– {one}" for one in run.refused]
        if same:
            lines.insert(0, self.tr("{} gói không có gì mới, vẫn là gói đã lập trước.").format(counted(same)))
        lines.append(self._read(run.done[0][1], run.target.medium) if run.done else "")
        title = self.tr("Đã xuất {} gói ra {}").format(counted(len(run.done)), place_name(run.target.medium))
        self._context.ask.tell(self._page, title, "\n".join(line for line in lines if line))

    def _files(self, written: Written) -> str:
        size = format_bytes(sum(one.size for one in written.files), up=True)
        if len(written.files) == 1:
            return self.tr("Tệp {}, {}.").format(written.paths[0].name, size)
        return self.tr("{} phần, cộng {}: {} … Nơi nhận cần đủ các phần.").format(
            counted(len(written.files)), size, written.paths[0].name
        )

    def _read(self, written: Written, medium: Medium) -> str:
        if written.read_back_cached:
            return self.tr(
                "Máy này chưa đọc lại được thẳng từ USB: tháo USB an toàn, cắm lại, rồi bấm Kiểm tra lại."
            )
        if medium.removable:
            return self.tr("Đã đọc lại và khớp. Tháo USB an toàn (Eject) rồi hãy rút.")
        return self.tr("Đã đọc lại và khớp.")

    def _check_again(self) -> None:
        written = self._read_again
        if written is not None:
            self._context.tasks.work(
                lambda report: exchange_out.check(written, report=report),
                self._on_checked,
                self._page,
                title=self.tr("Đang đọc lại từ USB (MB)"),
                failed=self._on_check_failed,
            )

    def _on_checked(self, _nothing: None) -> None:
        self._context.ask.tell(
            self._page, self.tr("Đã đọc lại và khớp"), self.tr("Tháo USB an toàn (Eject) rồi hãy rút.")
        )

    def _on_check_failed(self, error: NtmError) -> None:
        self._context.ask.problem(self._page, error)
