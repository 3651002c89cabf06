"""The sheets of keys on paper: the one that the other side compares, and the one that is sealed."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ntm_desktop import settings
from ntm_desktop.errors import NtmError
from ntm_desktop.services import exchange_out, key_sheets, office
from ntm_desktop.services.key_sheets import Issuer
from ntm_desktop.services.preview import PdfPages
from ntm_desktop.text import safe_file_name
from ui.context import Context
from ui.dialogs.keys import KeysView

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from ntm_desktop.services.keys import OwnKeys
    from ui.tasks import Report, Session

_WORK_FOLDER = "tmp"
_MOST_PAGES = 2


class SheetFlow(QObject):
    """One sheet at a time."""

    def __init__(self, page: QWidget, context: Context) -> None:
        super().__init__(page)
        self._page, self._context = page, context
        self._place: QWidget = page
        self._view: KeysView | None = None
        self._own: OwnKeys | None = None
        self._recovery = False
        self._saves = False
        self._issuer: Issuer | None = None

    def start(self, place: QWidget, view: KeysView, own: OwnKeys, *, recovery: bool) -> None:
        """``place``: the dialog that asks."""
        self._place, self._view, self._own, self._recovery = place, view, own, recovery
        if recovery:
            body = self.tr(
                "Phiếu này chứa chính khóa của đơn vị: ai có phiếu thì gửi và mở được gói thay đơn vị. In "
                "một bản, niêm phong, lãnh đạo giữ trong tủ khóa; dùng khi máy hỏng hoặc quên mật khẩu."
            )
        else:
            body = self.tr(
                "Lãnh đạo ký, đóng dấu rồi đưa phiếu cho nơi trao đổi, kèm tệp khóa .ntmk. Nơi nhận gõ mã "
                "trên phiếu để so với tệp."
            )
        verbs = [self.tr("&In phiếu"), self.tr("&Lưu PDF")]
        self._context.ask.choose(place, self._title(), body, verbs, self._on_chosen, safe=self.tr("Bỏ &qua"))

    def _on_chosen(self, index: int) -> None:
        self._saves = index == 1
        today, by = self._context.tasks.today(), self._context.tasks.by

        def read(session: Session) -> Issuer:
            return key_sheets.issuer_of(office.issuing_of(session, today=today, by=by))

        self._context.tasks.read(read, self._on_issuer, self._page, failed=self._on_failed)

    def _on_issuer(self, issuer: Issuer) -> None:
        self._issuer = issuer
        if self._saves:
            name, filters = f"{safe_file_name(self._title())}.pdf", self.tr("Tệp PDF (*.pdf)")
            self._context.ask.save_file(self._place, self.tr("Lưu PDF"), name, filters, self._on_target)
        else:
            preferred = settings.load(self._context.folder).printer
            self._context.ask.printer(self._place, self._title(), _MOST_PAGES, preferred, self._on_printer)

    def _on_printer(self, printer: QPrinter) -> None:
        from ui.printing import chosen_pages, print_pages  # not needed before the first print

        def send(pdf: PdfPages, report: Report) -> None:
            print_pages(printer, pdf, chosen_pages(printer, range(len(pdf.sizes))), report)

        self._make(send, self.tr("Đang in"))

    def _on_target(self, target: Path) -> None:
        def save(pdf: PdfPages, _report: Report) -> None:
            exchange_out.save_file(target, pdf.path.read_bytes())

        self._make(save, self.tr("Đang lập phiếu"))

    def _make(self, then: Callable[[PdfPages, Report], None], title: str) -> None:
        """Made, handed on and deleted in one go: of a recovery sheet nothing may stay in the data folder."""
        view, own, folder, recovery = self._view, self._own, self._context.folder, self._recovery
        issuer = self._issuer
        if view is None or own is None or issuer is None:
            return

        def make(report: Report) -> None:
            out = folder / _WORK_FOLDER / f"phieu-{uuid.uuid4().hex}.pdf"
            out.parent.mkdir(parents=True, exist_ok=True)
            times = settings.load(folder).times_new_roman
            try:
                if recovery:
                    key_sheets.recovery_sheet(own, view.file, issuer=issuer, out=out, times_new_roman=times)
                else:
                    key_sheets.enrolment_sheet(view.file, issuer=issuer, out=out, times_new_roman=times)
                pdf = PdfPages(out)
                try:
                    then(pdf, report)
                finally:
                    pdf.close()
            finally:
                out.unlink(missing_ok=True)

        self._context.tasks.work(make, self._on_done, self._page, title=title, failed=self._on_failed)

    def _on_done(self, _nothing: None) -> None:
        if self._recovery:
            body = self.tr("Niêm phong phiếu giấy. Nếu đã lưu PDF thì xóa tệp sau khi in.")
        else:
            body = self.tr("Mã trên phiếu: {}").format(self._view.code if self._view else "")
        title = self.tr("Đã lưu {}") if self._saves else self.tr("Đã gửi {} ra máy in")
        self._context.ask.tell(self._place, title.format(self._title().lower()), body)

    def _on_failed(self, error: NtmError) -> None:
        self._context.ask.problem(self._place, error)

    def _title(self) -> str:
        name = self._view.own.name if self._view is not None else ""
        words = self.tr("Phiếu phục hồi khóa {}") if self._recovery else self.tr("Phiếu khóa {}")
        return words.format(name)
