"""Making a report and saving it: the facts are read, the person chooses the kind of file and its place."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ntm_desktop import settings
from ntm_desktop.services import reports
from ntm_desktop.services.reports import Made, Report, Wanted, Written
from ui.context import Context

if TYPE_CHECKING:
    from ui.tasks import Session


class ReportSaving(QObject):
    told = Signal(str)

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page

    def save(self, name: str, *, contractor: str = "", promiser: str = "") -> None:
        """As of today; ``contractor`` and ``promiser`` for the letters that go to one."""
        report = reports.find(name)
        tasks = self._context.tasks
        on = tasks.today()
        wanted = Wanted(on=on, today=on, by=tasks.by, contractor=contractor, promiser=promiser)

        def collect(session: Session) -> Made:
            return reports.collect(session, report=report, wanted=wanted)

        tasks.read(collect, partial(self._on_collected, report), self)

    def _on_collected(self, report: Report, made: Made) -> None:
        names = {".pdf": "PDF", ".docx": "Word", ".xlsx": "Excel"}
        words = self.tr("Chọn dạng tệp. Word và Excel sửa được sau khi lưu.")
        self._context.ask.choose(
            self._page,
            self.tr("Lưu {}?").format(report.title),
            words,
            [names[suffix] for suffix in report.suffixes],
            partial(self._on_kind_chosen, report, made),
            safe=self.tr("Bỏ qua"),
        )

    def _on_kind_chosen(self, report: Report, made: Made, index: int) -> None:
        suffix = report.suffixes[index]
        names = {
            ".pdf": self.tr("Tệp PDF (*.pdf)"),
            ".docx": self.tr("Tệp Word (*.docx)"),
            ".xlsx": self.tr("Tệp Excel (*.xlsx)"),
        }
        title = self.tr("Lưu {}").format(report.title)
        suggested = f"{reports.suggested_name(made)}{suffix}"
        done = partial(self._on_file_chosen, report, made)
        self._context.ask.save_file(self._page, title, suggested, names[suffix], done)

    def _on_file_chosen(self, report: Report, made: Made, target: Path) -> None:
        face = settings.load(self._context.folder).times_new_roman

        def write() -> Written:
            reports.check_file(report, target)
            return reports.write(made, target, times_new_roman=face)

        title = self.tr("Đang lập văn bản")
        self._context.tasks.work(lambda _report: write(), self._on_written, self, title=title)

    def _on_written(self, written: Written) -> None:
        self.told.emit(self.tr("Đã lưu “{}”.").format(written.path.name))
