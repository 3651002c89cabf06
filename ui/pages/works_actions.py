"""What a person does with the chosen work: each opens its dialog, or writes at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.services import (
    files,
    work_contracts,
    work_diary,
    work_documents,
    work_entries,
    work_money,
    works,
)
from ntm_desktop.services.files import IncomingFile
from ntm_desktop.services.work_contracts import AnnexView, ContractView, Papers
from ntm_desktop.services.work_diary import Measurement, Photo
from ntm_desktop.services.work_documents import WorkDocument
from ntm_desktop.services.work_entries import ACCEPTED, Entry
from ntm_desktop.services.work_money import ContractorView
from ntm_desktop.services.works import WorkChoices, WorkView
from ntm_desktop.text import format_date, format_int
from ui.context import Context
from ui.dialogs.reason import ReasonDialog
from ui.dialogs.work import WorkDialog
from ui.dialogs.work_contract import AnnexDialog, CloseDialog, ContractDialog
from ui.dialogs.work_debt import DebtDialog
from ui.dialogs.work_money import AcceptDialog, MoneyDialog
from ui.dialogs.work_plan import PlanDialog
from ui.dialogs.work_progress import MeasureDialog
from ui.dialogs.work_route import RouteDialog
from ui.dialogs.work_stages import StagesDialog
from ui.models.work_papers import kind_word
from ui.opening import open_stored
from ui.tasks import Report

if TYPE_CHECKING:
    from ui.tasks import Session


class WorkActions(QObject):
    """Acts on ``row``, or its ``measurement``, as it is when the act begins."""

    added = Signal()
    told = Signal(str)

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self.row: WorkView | None = None
        self.measurement: Measurement | None = None
        self.entry: Entry | None = None
        self._money_kind = ""  # what was entered last
        self.papers = Papers()
        self.paper: ContractView | AnnexView | None = None
        self.document: WorkDocument | None = None

    def add(self) -> None:
        self._read_choices(self._on_choices_to_add)

    def edit(self) -> None:
        if self.row is not None:
            self._read_choices(self._on_choices_to_edit)

    def measure(self) -> None:
        if self.row is not None:
            MeasureDialog(self._window, self._context, self.row).open()

    def correct(self) -> None:
        if self.row is not None and self.measurement is not None:
            MeasureDialog(self._window, self._context, self.row, self.measurement).open()

    def choose_photos(self) -> None:
        filters = self.tr("Ảnh (*.jpg *.jpeg *.png *.webp);;Mọi tệp (*)")
        self._context.ask.open_files(self._window, self.tr("Chọn ảnh hiện trường"), filters, self.add_photos)

    def add_photos(self, paths: list[Path]) -> None:
        """Copies the photos in on a work thread, then hangs them all on the measurement in one action."""
        tasks = self._context.tasks
        if self.row is None or self.measurement is None or not paths:
            return

        def take_in(report: Report) -> list[IncomingFile]:
            return files.take_in_all(tasks.store, paths, report)

        done = partial(self._hang, self.row.name, self.measurement)
        tasks.work(take_in, done, self, title=self.tr("Đang nhận ảnh"))

    def _hang(self, name: str, measurement: Measurement, taken: list[IncomingFile]) -> None:
        self._context.tasks.write(
            f"Thêm ảnh ngày {format_date(measurement.on)} của công trình {name}",
            lambda session: work_diary.add_photos(session, measurement_uid=measurement.uid, stored=taken),
            _nothing,
            self,
        )

    def open_photo(self, photo: Photo) -> None:
        open_stored(self._context, self._window, self, photo.sha256, photo.file_name)

    def remove_photo(self, photo: Photo) -> None:
        self._context.tasks.write(
            f"Gỡ ảnh “{photo.title}”",
            lambda session: work_diary.remove_photo(session, uid=photo.uid),
            self._on_photo_removed,
            self,
        )

    def plan(self) -> None:
        if self.row is not None:
            PlanDialog(self._window, self._context, self.row).open()

    def stages(self) -> None:
        if self.row is not None:
            StagesDialog(self._window, self._context, self.row).open()

    def route(self) -> None:
        if self.row is not None and self.row.route is not None:
            RouteDialog(self._window, self._context, self.row, self.row.route).open()

    def money(self) -> None:
        if self.row is not None:
            dialog = MoneyDialog(self._window, self._context, self.row, kind=self._money_kind)
            dialog.saved.connect(self._on_money_saved)
            dialog.open()

    def accept(self) -> None:
        if self.row is not None:
            AcceptDialog(self._window, self._context, self.row).open()

    def plan_debt(self) -> None:
        if self.row is not None:
            DebtDialog(self._window, self._context, self.row).open()

    def correct_entry(self) -> None:
        if self.row is None or self.entry is None or not self.entry.can_be_corrected:
            return
        kind = AcceptDialog if self.entry.kind == ACCEPTED else MoneyDialog
        kind(self._window, self._context, self.row, self.entry).open()

    def void_entry(self) -> None:
        """Only with a reason; the entry stays in the list as one that was taken back."""
        if self.row is None or self.entry is None or not self.entry.can_be_corrected:
            return
        uid, entry, today = self.row.uid, self.entry, self._context.tasks.today()

        def void(session: Session, reason: str) -> Changes:
            return work_entries.void(session, entry=entry, work_uid=uid, today=today, reason=reason)

        words = self.tr("{} {} đồng ngày {} sẽ không còn được tính. Khoản đã nhập vẫn được lưu.")
        ReasonDialog(
            self._window,
            self._context,
            title=self.tr("Hủy khoản đã ghi"),
            verb=self.tr("&Hủy khoản này"),
            words=words.format(kind_word(entry), format_int(entry.amount), format_date(entry.on)),
            action=f"Hủy khoản đã ghi của {self.row.name}",
            act=void,
        ).open()

    def contract(self) -> None:
        self._context.tasks.read(work_money.contractors, self._on_contractors, self)

    def annex(self) -> None:
        """Of the chosen contract, or of the one that the chosen annex changes."""
        contract = self._contract_of_paper()
        if self.row is not None and contract is not None:
            AnnexDialog(self._window, self._context, self.row, contract).open()

    def mend_paper(self) -> None:
        contract = self._contract_of_paper()
        if self.row is None or contract is None:
            return
        if isinstance(self.paper, AnnexView):
            AnnexDialog(self._window, self._context, self.row, contract, self.paper).open()
        else:
            self._context.tasks.read(work_money.contractors, self._on_contractors_to_mend, self)

    def remove_paper(self) -> None:
        if self.row is None or self.paper is None:
            return
        uid, annex = self.paper.uid, isinstance(self.paper, AnnexView)
        today = self._context.tasks.today()

        def remove(session: Session, reason: str) -> Changes:
            act = work_contracts.remove_annex if annex else work_contracts.remove_contract
            return act(session, uid=uid, reason=reason, today=today)

        number, work = self.paper.number, self.row.name
        ReasonDialog(
            self._window,
            self._context,
            title=self.tr("Xóa phụ lục") if annex else self.tr("Xóa hợp đồng"),
            verb=self.tr("&Xóa phụ lục") if annex else self.tr("&Xóa hợp đồng"),
            words=self.tr("Chỉ xóa khi nhập nhầm. Nội dung đã nhập và lý do xóa vẫn được lưu."),
            action=f"Xóa phụ lục {number} của {work}" if annex else f"Xóa hợp đồng {number} của {work}",
            act=remove,
        ).open()

    def close_work(self) -> None:
        if self.row is not None:
            CloseDialog(self._window, self._context, self.row, self.papers).open()

    def remove(self) -> None:
        """At once; the toast that follows offers to undo it."""
        if self.row is None:
            return
        uid = self.row.uid

        def remove(session: Session) -> Changes:
            return works.remove_work(session, uid=uid)

        self._context.tasks.write(f"Xóa công trình {self.row.name}", remove, self._on_removed, self)

    def open_document(self) -> None:
        if self.document is not None and self.document.file is not None:
            file = self.document.file
            open_stored(self._context, self._window, self, file.sha256, file.name)

    def choose_document_file(self) -> None:
        """Of the chosen official document; what is signed or sent has its file elsewhere."""
        if self.document is not None and self.document.kind:
            filters = self.tr("Văn bản (*.pdf *.jpg *.jpeg *.png *.docx);;Mọi tệp (*)")
            title = self.tr("Chọn tệp của văn bản")
            self._context.ask.open_files(self._window, title, filters, self._take_document_file, many=False)

    def _take_document_file(self, paths: list[Path]) -> None:
        tasks = self._context.tasks
        if self.document is None or not paths:
            return

        def take_in(report: Report) -> list[IncomingFile]:
            return files.take_in_all(tasks.store, paths, report)

        done = partial(self._keep_document_file, self.document)
        tasks.work(take_in, done, self, title=self.tr("Đang nhận tệp"))

    def _keep_document_file(self, document: WorkDocument, taken: list[IncomingFile]) -> None:
        self._context.tasks.write(
            f"Đính kèm tệp vào {document.kind} {document.number}".strip(),
            lambda session: work_documents.attach(session, uid=document.uid, stored=taken[0]),
            _nothing,
            self,
        )

    def _read_choices(self, done: Callable[[WorkChoices], None]) -> None:
        on = self._context.tasks.today()
        self._context.tasks.read(lambda session: works.choices(session, on=on), done, self)

    def _on_choices_to_add(self, choices: WorkChoices) -> None:
        dialog = WorkDialog(self._window, self._context, None, choices)
        dialog.saved.connect(self.added)
        dialog.open()

    def _on_choices_to_edit(self, choices: WorkChoices) -> None:
        if self.row is not None:
            WorkDialog(self._window, self._context, self.row, choices).open()

    def _on_contractors(self, contractors: tuple[ContractorView, ...]) -> None:
        if self.row is not None:
            dialog = ContractDialog(self._window, self._context, self.row, contractors)
            dialog.saved.connect(self._on_contract_saved)
            dialog.open()

    def _on_contractors_to_mend(self, contractors: tuple[ContractorView, ...]) -> None:
        if self.row is not None and isinstance(self.paper, ContractView):
            ContractDialog(self._window, self._context, self.row, contractors, self.paper).open()

    def _contract_of_paper(self) -> ContractView | None:
        if isinstance(self.paper, AnnexView):
            known = self.papers.contracts
            return next((one for one in known if one.uid == self.paper.contract_uid), None)
        return self.paper

    def _on_contract_saved(self) -> None:
        dialog = self.sender()
        assert isinstance(dialog, ContractDialog)
        if words := dialog.told():
            self.told.emit(words)

    def _on_money_saved(self) -> None:
        dialog = self.sender()
        assert isinstance(dialog, MoneyDialog)
        self._money_kind = dialog.kind()

    def _on_photo_removed(self, _changes: Changes) -> None:
        self.told.emit(self.tr("Đã gỡ ảnh khỏi lần đo."))

    def _on_removed(self, _changes: Changes) -> None:
        self.told.emit(self.tr("Đã xóa công trình khỏi danh mục."))


def _nothing(_changes: Changes) -> None:
    pass
