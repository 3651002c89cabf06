"""Hồ sơ: what is still missing, and print it. The lists and the preview are beside this file; here they meet.

The preview is the very PDF that goes out: made on a work thread whenever the data differ, kept in ``tmp/``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ntm_desktop import settings
from ntm_desktop.domain.readiness import ReadinessLine, blocks, open_count, unproven
from ntm_desktop.errors import NtmError
from ntm_desktop.services import dossier, papers, signing
from ntm_desktop.services.dossier import PaperView, PrintedView
from ntm_desktop.services.papers import DossierData
from ntm_desktop.services.preview import PdfPages
from ntm_desktop.text import format_date, safe_file_name
from ui.context import Context
from ui.open_pdfs import OpenPdfs
from ui.pages.dossier_lists import Entry, PapersCard, ReadinessCard
from ui.pages.dossier_output import Made, Output, Source
from ui.pages.dossier_preview import PreviewCard
from ui.tasks import Job, Report
from ui.widgets.buttons import Button
from ui.widgets.page import ANY_SIZE, Page

if TYPE_CHECKING:
    from ui.tasks import Session

_LEFT, _LEFT_NARROW = 474, 392
_NARROW_BELOW, _LOW_BELOW = 1100, 520
_STACKED_BELOW = 800
_PREVIEW_LEAST = 300
_PREVIEW_SCANT, _SCANT_BELOW = 500, 440  # px; on a low page it scrolls, half a line of a paper helps nobody
_NARRATIVES = "loi-van"
_FACTS = "so-ngay"  # or "so-ngay/bien_ban"
_GROUNDS = "can-cu"
_SETTINGS = "noi-nhan"  # or "noi-nhan/copies"
_WORK_FOLDER = "tmp"
_WORK_FILES = ("ho-so-*", ".ho-so-*")


@dataclass(frozen=True, slots=True)
class _Read:
    lines: tuple[ReadinessLine, ...]
    papers: tuple[PaperView, ...]
    data: DossierData | NtmError  # why the papers cannot be made


class DossierPage(Page):
    KEY: ClassVar[str] = "ho-so"
    READ_AHEAD: ClassVar[bool] = True
    TABLES: ClassVar[frozenset[str]] = frozenset(  # all that is read: a test counts them
        {"assessment", "commune", "criteria_pack", "evidence", "evidence_link", "figure", "file", "goal"}
        | {"contribution", "contribution_withdrawal", "form_setting", "ground_confirmation", "unit_price"}
        | {"commitment", "commitment_amount", "contractor_letter", "contractor_letter_work"}
        | {"work", "work_condition", "work_hamlet", "work_indicator", "work_investment", "work_money"}
        | {"acceptance", "baseline", "contract", "contract_annex", "contractor", "progress", "work_stage"}
        | {"clearance", "clearance_event", "household", "obstacle", "obstacle_event", "progress_photo"}
        | {"hamlet", "narrative", "official_document", "paper", "person", "plan", "plan_note", "predecessor"}
        | {"responsibility", "target_confirmation", "target_override"}
        | {"answer", "attendee", "broadcast", "meeting", "opinion", "publication", "remark"}
        | {"survey", "survey_answer", "survey_question", "threshold_override"}
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Hồ sơ"))
        self._views: tuple[PaperView, ...] = ()
        self._make_when_shown = False
        self._data: DossierData | None = None
        self._made: Made | None = None
        self._old: tuple[PrintedView, PdfPages] | None = None  # an earlier print being looked at
        self._shown = ""  # title of what is chosen
        self._open = OpenPdfs(self)
        self._numbers = count(1)
        self._maker = QObject(self)  # owns the making of previews, so that its end can be told apart
        self._readiness = ReadinessCard()
        self._papers = PapersCard()
        self._preview = PreviewCard(context.tasks, self)
        self._preview.offer_bound()
        self._compare = Button(self.tr("So sánh với lần t&rước"), icon="arrow-left-right")
        self._register = Button(self.tr("Sổ &bản in"), icon="history")
        self._sign = Button(self.tr("&Ký số"), icon="stamp", tip=self.tr("Ký số một tệp PDF đã lưu"))
        work_folder = context.folder / _WORK_FOLDER
        self._output = Output(context, self, work_folder)
        self._lay_out()
        self._connect()
        context.tasks.work(lambda _report: _sweep(work_folder), _nothing, self)

    def reload(self) -> None:
        """With one look at the database, half of which both need; the lists are there even when the papers
        cannot be made."""
        today = self.context.tasks.today()
        self.context.tasks.read(lambda session: _read(session, today), self._on_read, self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._make_when_shown:
            self._make()

    def select(self, anchor: str) -> None:
        if anchor == _NARRATIVES:
            self._write("")
        elif anchor.startswith(_FACTS):
            self._tell_facts(anchor.removeprefix(_FACTS).removeprefix("/"))
        elif anchor == _GROUNDS:
            from ui.dialogs.grounds import GroundsDialog

            GroundsDialog(self, self.context).open()
        elif anchor.startswith(_SETTINGS):
            key = anchor.removeprefix(_SETTINGS).removeprefix("/")
            self._set_forms(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stacked = self.width() < _STACKED_BELOW
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(down if stacked else across)
        left = _LEFT_NARROW if self.width() < _NARROW_BELOW else _LEFT
        self._left.setMinimumWidth(0 if stacked else left)
        self._left.setMaximumWidth(ANY_SIZE if stacked else left)
        self._readiness.set_scrolls(scrolls=not stacked)
        scant = _PREVIEW_SCANT if self.height() < _SCANT_BELOW else 0
        self._preview.setMinimumHeight(max(_PREVIEW_LEAST, self.height()) if stacked else scant)
        self._papers.set_rows_in_sight(4 if self.height() < _LOW_BELOW else 6)

    # What was read, and the PDF made of it

    def _on_read(self, read: _Read) -> None:
        self._views = read.papers
        numbered = isinstance(read.data, DossierData) and papers.are_numbered(read.data)
        self._readiness.show_lines(read.lines, numbered=numbered)
        self._output.unproven = unproven(read.lines)
        self.count_changed.emit(open_count(read.lines))
        if isinstance(read.data, NtmError):
            self._on_not_made(read.data)
        else:
            self._on_data(read.data)

    def _on_data(self, data: DossierData) -> None:
        self._data = data
        self.header.set_facts(
            self.tr("Đề nghị công nhận đạt chuẩn {} năm {}").format(data.goal.tier, data.goal.year),
            data.regime.title,
        )
        if self._made is None or self._made.data != data:
            if self.isVisible():
                self._make()
            else:  # read ahead: a preview is made for whoever opens the page
                self._make_when_shown = True
        else:
            self._show_made()

    def _make(self) -> None:
        data = self._data
        if data is None:
            self.reload()
            return
        self._make_when_shown = False
        self._preview.set_ready(ready=False)
        folder = self.context.folder
        out = folder / _WORK_FOLDER / f"ho-so-{next(self._numbers)}.pdf"
        self.context.tasks.work(
            lambda report: _make(data, folder, out, report),
            self._on_made,
            self._maker,
            title=self.tr("Đang lập hồ sơ"),
            failed=self._on_not_made,
            after_paint=True,
        )

    def _on_made(self, made: Made) -> None:
        if made.data != self._data:
            self._discard(made)  # the data moved on; the newer one is on its way
            return
        before, self._made = self._made, made
        self._open.add(made.pdf)
        if self._old is None:
            self._preview.tell("", "")
            self._preview.show_pdf(made.pdf)
        self._discard(before)
        self._show_made()

    def _on_not_made(self, error: NtmError) -> None:
        self._data = None
        self._show_nothing()
        self.context.ask.problem(self, error)

    def _on_job_finished(self, job: Job) -> None:
        if job.owner is self._maker and job.cancelled:
            self._show_nothing()

    def _show_nothing(self) -> None:
        """Better no preview than one that no longer says what is known."""
        before, self._made = self._made, None
        if self._old is None:
            self._preview.show_pdf(None)
            self._preview.show_note("")
        self._discard(before)

    def _show_made(self) -> None:
        if self._made is None or self._old is not None:
            return
        draft = self._made.data.draft
        self._preview.show_note(
            self.tr("Bản nháp: mọi trang in ghi “BẢN NHÁP”, không ghi sổ. Chưa in được bản chính thức.")
            if draft
            else ""
        )
        self._preview.set_ready(ready=True)
        self._papers.show_papers(self._made.printed, self._views, draft=draft)

    def _discard(self, made: Made | None) -> None:
        if made is not None:
            self._open.remove(made.pdf)
            self.context.tasks.work(lambda _report: made.pdf.discard(), _nothing, self)

    # What is chosen and asked for

    def _on_chosen(self, entry: Entry) -> None:
        self._leave_old_print()
        if entry.title != self._shown:
            self._preview.tell("", "")  # it told of another paper
        self._shown = entry.title
        self._preview.show_title(entry.title)
        self._preview.show_pages(entry.pages)

    def _on_write_requested(self) -> None:
        entry = self._papers.entry()
        self._write(entry.paper if entry else "")

    # Dialogs are brought in when they are opened: most days none is

    def _write(self, paper: str) -> None:
        from ui.dialogs.narratives import NarrativesDialog

        NarrativesDialog(self, self.context, paper).open()

    def _tell_facts(self, form: str = "") -> None:
        from ui.dialogs.paper_facts import PaperFactsDialog

        PaperFactsDialog(self, self.context, form).open()

    def _set_forms(self, key: str = "") -> None:
        from ui.dialogs.form_settings import FormSettingsDialog

        FormSettingsDialog(self, self.context, key).open()

    def _on_register_clicked(self) -> None:
        from ui.dialogs.print_register import PrintRegisterDialog

        dialog = PrintRegisterDialog(self, self.context)
        dialog.chosen.connect(self._on_old_print_chosen)
        dialog.open()

    def _on_compare_clicked(self) -> None:
        from ui.dialogs.comparison import ComparisonDialog  # with all the reports

        ComparisonDialog(self, self.context).open()

    def _on_sign_clicked(self) -> None:
        from ui.dialogs.sign import SignDialog  # most offices sign on paper

        dialog = SignDialog(self, self.context, self._output.saved)
        dialog.signed.connect(self._output.tell_signed)
        dialog.open()

    def _on_print_requested(self) -> None:
        if (source := self._source()) is not None:
            self._output.print(source)

    def _on_pdf_requested(self) -> None:
        if (source := self._source()) is not None:
            self._output.save_pdf(source)

    def _on_bound_requested(self) -> None:
        source = self._source()
        if source is not None and source.made is not None:
            self._output.save_bound(source.made, source)

    def _on_word_requested(self) -> None:
        source = self._source()
        if source is not None and source.made is not None:
            self._output.save_word(source.made, source)

    def _source(self) -> Source | None:
        """What is shown, if it may go out."""
        if self._old is not None:
            printed, pdf = self._old
            name = self.tr("Hồ sơ NTM {} - bản in lần {}").format(printed.year, printed.ordinal)
            if printed.paper:
                name = f"{name} - {printed.paper}"
            return Source(pdf, self._preview.view.pages(), safe_file_name(name), None)
        entry = self._papers.entry()
        if self._made is None or entry is None or not self._preview.is_ready():
            return None
        name = papers.suggested_name(self._made.data)
        if entry.paper:
            name = safe_file_name(f"{name} - {entry.title}")
        return Source(self._made.pdf, entry.pages, name, self._made, entry.paper, entry.title)

    # An earlier print

    def _on_old_print_chosen(self, printed: PrintedView) -> None:
        tasks = self.context.tasks
        tasks.work(
            lambda _report: (printed, PdfPages(tasks.store.path(printed.sha256))),
            self._on_old_print_opened,
            self,
        )

    def _on_old_print_opened(self, old: tuple[PrintedView, PdfPages]) -> None:
        self._leave_old_print()
        self._old = old
        printed, pdf = old
        self._open.add(pdf)
        self._preview.show_pdf(pdf)
        self._preview.set_ready(ready=True, word=False)
        self._preview.tell("", "")
        title = self.tr("Bản in lần {}").format(printed.ordinal)
        self._preview.show_title(f"{title} - {printed.paper}" if printed.paper else title)
        which = f"{printed.ordinal} ({printed.paper})" if printed.paper else str(printed.ordinal)
        words = self.tr("Đang xem bản in lần {}, số liệu đến {}, mã {}.")
        self._preview.show_note(
            words.format(which, format_date(printed.as_of), printed.code),
            self.tr("Về hồ sơ hiện nay"),
            "history",
        )

    def _leave_old_print(self) -> None:
        if self._old is None:
            return
        (_, pdf), self._old = self._old, None
        self._open.remove(pdf)
        self._preview.show_pdf(self._made.pdf if self._made else None)
        self.context.tasks.work(lambda _report: pdf.close(), _nothing, self)
        self._show_made()

    # Building

    def _lay_out(self) -> None:
        self.header.add(self._compare)
        self.header.add(self._sign)
        self._sign.setVisible(signing.is_installed())  # without a parent it would flash as a window
        self.header.add(self._register)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(8)
        left.addWidget(self._readiness, 1)
        left.addWidget(self._papers)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(12)
        self._sides.addWidget(self._left)
        self._sides.addWidget(self._preview, 1)
        self.column.addLayout(self._sides, 1)

    def _connect(self) -> None:
        self._readiness.followed.connect(self.navigate)
        self._papers.chosen.connect(self._on_chosen)
        self._papers.write_requested.connect(self._on_write_requested)
        self._papers.facts_requested.connect(self._tell_facts)
        self._papers.settings_requested.connect(self._set_forms)
        self._compare.clicked.connect(self._on_compare_clicked)
        self._register.clicked.connect(self._on_register_clicked)
        self._sign.clicked.connect(self._on_sign_clicked)
        self._preview.print_requested.connect(self._on_print_requested)
        self._preview.pdf_requested.connect(self._on_pdf_requested)
        self._preview.bound_requested.connect(self._on_bound_requested)
        self._preview.word_requested.connect(self._on_word_requested)
        self._preview.make_requested.connect(self._make)
        self._preview.note_pressed.connect(self._leave_old_print)
        self._preview.folder_requested.connect(self._output.open_folder)
        self._output.told.connect(self._preview.tell)
        self._output.unregistered.connect(self.reload)
        self.context.tasks.finished.connect(self._on_job_finished)


def _read(session: Session, today: date) -> _Read:
    lines = dossier.readiness(session, on=today)
    try:
        data: DossierData | NtmError = dossier.collect(
            session, on=today, today=today, draft=bool(blocks(lines))
        )
    except NtmError as error:
        data = error
    return _Read(lines, dossier.papers(session, on=today), data)


def _make(data: DossierData, folder: Path, out: Path, report: Report) -> Made:
    out.parent.mkdir(parents=True, exist_ok=True)
    wanted = settings.load(folder).times_new_roman
    printed = papers.make_dossier(data, out, times_new_roman=wanted, progress=report)
    return Made(data, printed, PdfPages(out))


def _sweep(folder: Path) -> None:
    """Previews, and bound files that nobody waited for, which an earlier run left behind."""
    for files in _WORK_FILES:
        for left in folder.glob(files):
            papers.forget(left)


def _nothing(_result: object) -> None:
    pass
