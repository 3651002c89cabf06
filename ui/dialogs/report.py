"""One report of a page: what it must be told, the real pages, and the ways out: printer, PDF, Word, Excel.

``ReportMenu`` lists what a page offers; which reports there are is the registry's business.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from ntm_desktop import settings
from ntm_desktop.errors import NothingEntered, NtmError
from ntm_desktop.services import (
    commitments,
    communes,
    contractors,
    people,
    reports,
    work_money,
    works,
    year_review,
)
from ntm_desktop.services.communes import CommuneLine
from ntm_desktop.services.contractors import ContractorRow
from ntm_desktop.services.preview import PdfPages
from ntm_desktop.services.reports import Made, Option, Report, Wanted
from ntm_desktop.services.work_money import ContractorView
from ntm_desktop.services.works import WorkTable
from ntm_desktop.services.year_review import Review
from ui.context import Context
from ui.dialogs import fit
from ui.dialogs.contractor import LetterDialog
from ui.open_pdfs import OpenPdfs
from ui.opening import open_path
from ui.pages.dossier_preview import PreviewCard
from ui.widgets.buttons import Button
from ui.widgets.edits import Choice, DateEdit, TextEdit
from ui.widgets.flow import FlowLayout
from ui.widgets.forms import Field, Sentence
from ui.widgets.page import Page

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from ui.tasks import Session

_SIZE = (980, 640)
_DAY, _YEAR, _CONTRACTOR = 130, 90, 320  # px
_WORK_FOLDER = "tmp"
_NUMBERS = count(1)
"""Names of previews: two dialogs never write the same file."""


class ReportMenu(QMenu):
    """The reports of a page. ``chosen`` is whom or what it is about unless another is taken."""

    def __init__(
        self, window: QWidget, context: Context, page: str, chosen: Mapping[Option, str] | None = None
    ) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window, self._context, self._chosen = window, context, chosen or {}
        for report in reports.of_page(page):
            self.addAction(report.title).setData(report.name)
        self.triggered.connect(self._on_triggered)

    def drop_from(self, button: QWidget) -> None:
        """Below the button, their right edges in one line."""
        corner = button.mapToGlobal(button.rect().bottomRight())
        self.popup(corner - QPoint(self.sizeHint().width(), 0))

    def _on_triggered(self, action: QAction) -> None:
        report = reports.find(action.data())
        ReportDialog(self._window, self._context, report, self._chosen).open()


class ReportDialog(fit.Dialog):
    WRITES: ClassVar[bool] = False

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        report: Report,
        chosen: Mapping[Option, str] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(report.title)
        fit.resize(self, *_SIZE)
        self._context, self._report, self._chosen = context, report, chosen or {}
        self._made: Made | None = None
        self._pdf: PdfPages | None = None
        self._open = OpenPdfs(self)
        self._missing: NothingEntered | None = None
        self._newest = 0  # of the previews that were asked for
        self._saved: Path | None = None
        self._day = DateEdit()
        self._year = TextEdit(parent=self)
        self._choice = Choice(parent=self)
        self._record = Button(self.tr("&Ghi công văn đã gửi"), icon="plus", parent=self)
        self._problem = Sentence()
        self._preview = PreviewCard(context.tasks, self)
        self._lay_out()
        self._connect()
        self._day.load_date(context.tasks.today())
        self._year.load(str(context.tasks.today().year))
        if Option.CONTRACTOR in report.options:
            context.tasks.read(work_money.contractors, self._on_contractors, self)
        elif Option.PROMISER in report.options:
            on = context.tasks.today()
            context.tasks.read(
                lambda session: list(commitments.table(session, on=on).owed_by()), self._on_promisers, self
            )
        elif Option.WORK in report.options:
            on = context.tasks.today()
            context.tasks.read(lambda session: works.table(session, on=on), self._on_works, self)
        elif Option.SUBJECT in report.options:
            on = context.tasks.today()
            context.tasks.read(
                lambda session: year_review.review(session, year=on.year, on=on), self._on_reviewed, self
            )
        elif Option.COMMUNE in report.options:
            on = context.tasks.today()
            context.tasks.read(
                lambda session: communes.overview(session, on=on).lines, self._on_communes, self
            )
        else:
            self._make()

    # Making

    def _make(self) -> None:
        self._preview.set_ready(ready=False)
        self._problem.say("", failed=False)
        try:
            wanted = self._wanted()
        except NtmError as error:
            self._on_not_made(error)
            return
        report, by = self._report, self._context.tasks.by

        def read(session: Session) -> Made:
            return reports.collect(session, report=report, wanted=wanted(by or people.lead(session)))

        self._context.tasks.read(read, self._on_collected, self, failed=self._on_not_made)

    def _wanted(self) -> Callable[[str], Wanted]:
        """What the fields ask for, still without who draws it up. Raises NtmError for what is not read."""
        today = self._context.tasks.today()
        on = self._day.read(self._day.text().strip()) or today
        reports.refuse_future(on=on, today=today)
        text = self._year.text().strip() if Option.YEAR in self._report.options else ""
        if text and not (text.isascii() and text.isdigit()):
            raise NtmError(self.tr("Năm “{}” không hợp lệ. Nhập năm, ví dụ {}.").format(text, on.year))
        year = int(text) if text else None
        named = dict.fromkeys(self._report.options, self._choice.key())
        return partial(_wanted, on, today, year, named)

    def _on_contractors(self, known: tuple[ContractorView, ...]) -> None:
        self._offer(Option.CONTRACTOR, [view.name for view in known])

    def _on_promisers(self, names: list[str]) -> None:
        self._offer(Option.PROMISER, names)

    def _on_works(self, table: WorkTable) -> None:
        self._offer(Option.WORK, [row.name for row in table.rows])

    def _on_reviewed(self, review: Review) -> None:
        self._offer(Option.SUBJECT, [row.name for row in review.rows])

    def _on_communes(self, lines: tuple[CommuneLine, ...]) -> None:
        self._offer_keys(Option.COMMUNE, [(line.code, line.name) for line in lines if line.seq])

    def _offer(self, option: Option, names: Sequence[str]) -> None:
        self._offer_keys(option, [(name, name) for name in names])

    def _offer_keys(self, option: Option, known: Sequence[tuple[str, str]]) -> None:
        chosen, keys = self._chosen.get(option, ""), [key for key, _name in known]
        self._choice.set_options(known)
        self._choice.load(chosen if chosen in keys else "".join(keys[:1]))
        self._make()

    def _on_collected(self, made: Made) -> None:
        number = self._newest = next(_NUMBERS)
        folder = self._context.folder
        out = folder / _WORK_FOLDER / f"ho-so-bieu-{number}.pdf"
        self._context.tasks.work(
            lambda _report: _print(made, folder, out),
            partial(self._on_printed, number, made),
            self,
            title=self.tr("Đang lập báo cáo"),
            failed=self._on_not_made,
        )

    def _on_printed(self, number: int, made: Made, pdf: PdfPages) -> None:
        if number != self._newest:
            self._discard(pdf)  # another was asked for meanwhile
            return
        before, self._pdf, self._made = self._pdf, pdf, made
        self._open.add(pdf)
        self._preview.show_title(made.title)
        self._preview.show_pdf(pdf)
        if before is not None:
            self._discard(before)

    def _on_not_made(self, error: NtmError) -> None:
        self._made = None
        self._drop_pdf()
        self._missing = error if isinstance(error, NothingEntered) else None
        if self._missing is not None:
            self._preview.show_missing(error.message, self._missing.action)
            return
        self._problem.say("\n".join([error.message, *(f"– {one}" for one in error.problems)]), failed=True)

    def _on_missing_requested(self) -> None:
        missing, page = self._missing, self.parentWidget()
        if missing is not None and isinstance(page, Page):
            self.reject()
            page.follow(missing.page, missing.anchor)

    def _drop_pdf(self) -> None:
        pdf, self._pdf = self._pdf, None
        self._preview.show_pdf(None)
        if pdf is not None:
            self._discard(pdf)

    def _discard(self, pdf: PdfPages) -> None:
        self._open.remove(pdf)
        tasks = self._context.tasks
        tasks.work(lambda _report: pdf.discard(), _nothing, tasks)  # also when this dialog is closed

    # Ways out

    def _on_print_requested(self) -> None:
        if self._made is not None and self._pdf is not None:
            preferred = settings.load(self._context.folder).printer
            pages = len(self._pdf.sizes)
            self._context.ask.printer(self, self._made.title, pages, preferred, self._on_printer_chosen)

    def _on_printer_chosen(self, printer: QPrinter) -> None:
        from ui.printing import chosen_pages, print_pages  # not needed before the first print

        pdf = self._pdf
        if pdf is None:
            return
        pages = chosen_pages(printer, range(len(pdf.sizes)))
        self._context.tasks.work(
            lambda report: print_pages(printer, pdf, pages, report),
            self._on_sent,
            self,
            title=self.tr("Đang in"),
            failed=self._on_refused,
        )

    def _on_pdf_requested(self) -> None:
        self._ask_where(".pdf", self.tr("Lưu PDF"), self.tr("Tệp PDF (*.pdf)"))

    def _on_word_requested(self) -> None:
        self._ask_where(".docx", self.tr("Lưu Word"), self.tr("Tệp Word (*.docx)"))

    def _on_excel_requested(self) -> None:
        self._ask_where(".xlsx", self.tr("Lưu Excel"), self.tr("Tệp Excel (*.xlsx)"))

    def _ask_where(self, suffix: str, title: str, filters: str) -> None:
        if self._made is not None:
            name = f"{reports.suggested_name(self._made)}{suffix}"
            self._context.ask.save_file(self, title, name, filters, self._save)

    def _save(self, target: Path) -> None:
        made, report, folder = self._made, self._report, self._context.folder
        if made is None:
            return

        def save() -> Path:
            reports.check_file(report, target)
            reports.write(made, target, times_new_roman=settings.load(folder).times_new_roman)
            return target

        self._context.tasks.work(
            lambda _report: save(),
            self._on_saved,
            self,
            title=self.tr("Đang lưu báo cáo"),
            failed=self._on_refused,
        )

    def _on_saved(self, target: Path) -> None:
        self._saved = target
        self._preview.tell(self.tr("Đã lưu “{}”.").format(target.name), self.tr("Mở tệp"))

    def _on_sent(self, pages: int) -> None:
        self._saved = None
        self._preview.tell(self.tr("Đã gửi {} trang tới máy in.").format(pages), "")

    def _on_open_requested(self) -> None:
        if self._saved is not None:
            open_path(self._context.ask, self, self._saved)

    def _on_refused(self, error: NtmError) -> None:
        self._context.ask.problem(self, error)

    def _on_record_clicked(self) -> None:
        """Once the letter has left: into the contractor's record, with the day its answer is asked for."""
        on, name = self._context.tasks.today(), self._choice.key()

        def read(session: Session) -> ContractorRow | None:
            return next((row for row in contractors.table(session, on=on) if row.name == name), None)

        self._context.tasks.read(read, self._on_record_read, self)

    def _on_record_read(self, row: ContractorRow | None) -> None:
        if row is not None:
            due = contractors.asked_by(self._context.tasks.today())
            LetterDialog(self, self._context, row, proposed=self._report.title, due=due).open()

    def _on_changed(self, _value: object) -> None:
        self._make()

    def _on_unreadable(self, _message: str) -> None:
        """The field says why; what was made for another day may not go out."""
        self._made = None
        self._drop_pdf()

    def _on_finished(self, _result: int) -> None:
        self._newest = 0
        self._drop_pdf()

    # Building

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        fields = FlowLayout()
        fields.addWidget(_field(self.tr("Tính đến &ngày"), self._day, _DAY))
        if Option.YEAR in self._report.options:
            fields.addWidget(_field(self.tr("Năm kế &hoạch"), self._year, _YEAR))
        else:
            self._year.hide()
        if Option.CONTRACTOR in self._report.options:
            fields.addWidget(_field(self.tr("Nhà &thầu"), self._choice, _CONTRACTOR))
            fields.addWidget(self._record)
        else:
            self._record.hide()
        if Option.PROMISER in self._report.options:
            fields.addWidget(_field(self.tr("Nơi cam &kết"), self._choice, _CONTRACTOR))
        elif Option.WORK in self._report.options:
            fields.addWidget(_field(self.tr("&Công trình"), self._choice, _CONTRACTOR))
        elif Option.SUBJECT in self._report.options:
            fields.addWidget(_field(self.tr("Cá nhân, đơn &vị"), self._choice, _CONTRACTOR))
        elif Option.COMMUNE in self._report.options:
            fields.addWidget(_field(self.tr("&Xã"), self._choice, _CONTRACTOR))
        elif Option.CONTRACTOR not in self._report.options:
            self._choice.hide()
        column.addLayout(fields)
        column.addWidget(self._problem)
        column.addWidget(self._preview, 1)
        self._problem.say("", failed=False)
        if ".xlsx" in self._report.suffixes:
            self._preview.offer_excel()

    def _connect(self) -> None:
        self.finished.connect(self._on_finished)
        self._day.committed.connect(self._on_changed)
        self._day.refused.connect(self._on_unreadable)
        self._day.taken_back.connect(self._make)
        self._year.committed.connect(self._on_changed)
        self._choice.committed.connect(self._on_changed)
        self._record.clicked.connect(self._on_record_clicked)
        self._preview.print_requested.connect(self._on_print_requested)
        self._preview.pdf_requested.connect(self._on_pdf_requested)
        self._preview.word_requested.connect(self._on_word_requested)
        self._preview.excel_requested.connect(self._on_excel_requested)
        self._preview.make_requested.connect(self._make)
        self._preview.missing_requested.connect(self._on_missing_requested)
        self._preview.folder_requested.connect(self._on_open_requested)


def _field(label: str, edit: TextEdit | Choice, width: int) -> Field:
    field = Field(label, edit)
    field.setFixedWidth(width)
    return field


def _wanted(on: date, today: date, year: int | None, named: Mapping[Option, str], by: str) -> Wanted:
    contractor, promiser, work, subject = (
        named.get(option, "") for option in (Option.CONTRACTOR, Option.PROMISER, Option.WORK, Option.SUBJECT)
    )
    return Wanted(
        on=on, today=today, by=by, year=year,
        contractor=contractor, promiser=promiser, work=work, subject=subject,
        commune=named.get(Option.COMMUNE, ""),
    )  # fmt: skip


def _print(made: Made, folder: Path, out: Path) -> PdfPages:
    out.parent.mkdir(parents=True, exist_ok=True)
    reports.write(made, out, times_new_roman=settings.load(folder).times_new_roman)
    return PdfPages(out)


def _nothing(_result: object) -> None:
    pass
