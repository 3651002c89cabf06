"""The ways out of *Hồ sơ*: to a printer, to a PDF file, to Word. What is shown goes out, nothing else; a
paper that goes out alone is made anew as a file of its own, whose pages count from 1.

A final print enters the store and the register before it leaves; a draft or an earlier print leaves at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from ntm_desktop import settings
from ntm_desktop.errors import NtmError, reason
from ntm_desktop.services import dossier, papers
from ntm_desktop.services.dossier import Way
from ntm_desktop.services.papers import DossierData, Printed
from ntm_desktop.services.preview import PdfPages
from ntm_desktop.text import counted, safe_file_name
from ui.ask import PAPERS
from ui.context import Context
from ui.opening import open_path

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from ntm_desktop.services.papers import PrintedDossier
    from ntm_desktop.services.signing import Signed
    from ui.tasks import Report


@dataclass(frozen=True, slots=True)
class Made:
    """The PDF of the dossier and what it was made of."""

    data: DossierData
    printed: PrintedDossier
    pdf: PdfPages


@dataclass(frozen=True, slots=True)
class Source:
    """The pages that are shown. ``made`` is None for an earlier print, ``paper`` is "" for all papers, else
    what ``papers.one_paper`` knows it by, with its ``title`` in the register."""

    pdf: PdfPages
    pages: range
    name: str  # of a file, without its ending
    made: Made | None
    paper: str = ""
    title: str = ""


class Output(QObject):
    told = Signal(str, str)  # what was done; words of the link that opens the folder, or ""
    unregistered = Signal()  # a final print was refused: what is shown may be older than what is known

    def __init__(self, context: Context, page: QWidget, work_folder: Path) -> None:
        """``work_folder``: swept at the start, so what a closed program leaves there goes then."""
        super().__init__(page)
        self._work_folder = work_folder
        self._numbers = count(1)
        self._context = context
        self._page = page
        self._folder: Path | None = None
        self.saved: Path | None = None  # the last PDF that may be signed next: no draft
        self.unproven: tuple[str, ...] = ()  # printed codes, as the conditions list them

    def print(self, source: Source) -> None:
        self._unless_unproven(source, partial(self._ask_printer, source))

    def save_pdf(self, source: Source) -> None:
        self._unless_unproven(source, partial(self._ask_pdf, source))

    def save_bound(self, made: Made, source: Source) -> None:
        """All papers and the evidence of each criterion as one file or in volumes."""
        self._unless_unproven(source, partial(self._ask_volumes, made))

    def save_word(self, made: Made, source: Source) -> None:
        """One paper as a file, or the whole dossier as a folder of files."""
        self._unless_unproven(source, partial(self._ask_word, made, source))

    def open_folder(self) -> None:
        if self._folder is not None:
            open_path(self._context.ask, self._page, self._folder)

    def tell_signed(self, signed: Signed) -> None:
        self._folder = signed.path.parent
        self.saved = signed.path  # whoever signs next signs this one
        words = self.tr("Đã ký “{}”, chữ ký ở trang {}.")
        self.told.emit(words.format(signed.path.name, signed.page), self.tr("Mở thư mục"))

    # Questions

    def _unless_unproven(self, source: Source, then: Callable[[], None]) -> None:
        """A final print whose met indicators lack evidence goes out only after a yes."""
        bare = self.unproven
        if not bare or source.made is None or source.made.data.draft:
            then()
            return
        self._context.ask.confirm(
            self._page,
            self.tr("In bản chính thức khi {} chỉ tiêu đạt chưa có minh chứng?").format(counted(len(bare))),
            self.tr(
                "Đoàn thẩm tra sẽ hỏi minh chứng của chỉ tiêu {}. Bản chính thức được ghi vào sổ bản in."
            ).format(", ".join(bare)),
            self.tr("&Vẫn in bản chính thức"),
            then,
            safe=self.tr("&Để thêm minh chứng"),
        )

    def _ask_printer(self, source: Source) -> None:
        preferred = settings.load(self._context.folder).printer
        done = partial(self._print, source)
        self._context.ask.printer(self._page, source.name, len(source.pages), preferred, done)

    def _ask_pdf(self, source: Source) -> None:
        title, filters = self.tr("Lưu PDF"), self.tr("Tệp PDF (*.pdf)")
        done = partial(self._save_pdf, source)
        self._context.ask.save_file(self._page, title, f"{source.name}.pdf", filters, done)

    def _ask_volumes(self, made: Made) -> None:
        from ui.dialogs.binding import BindingDialog  # not needed before the first binding

        dialog = BindingDialog(self._page, self._context)
        dialog.chosen.connect(partial(self._ask_bound, made))
        dialog.open()

    def _ask_bound(self, made: Made, limit: int | None) -> None:
        title, filters = self.tr("Lưu hồ sơ kèm minh chứng"), self.tr("Tệp PDF (*.pdf)")
        name = safe_file_name(self.tr("{} kèm minh chứng").format(papers.suggested_name(made.data)))
        done = partial(self._save_bound, made.data, limit)
        self._context.ask.save_file(self._page, title, f"{name}.pdf", filters, done)

    def _ask_word(self, made: Made, source: Source) -> None:
        if source.paper:
            title, filters = self.tr("Lưu Word"), self.tr("Tệp Word (*.docx)")
            done = partial(self._save_paper, made, source)
            self._context.ask.save_file(self._page, title, f"{source.name}.docx", filters, done)
        else:
            title = self.tr("Chọn nơi lưu các tệp Word")
            done = partial(self._save_papers, made, source.name)
            self._context.ask.folder(self._page, title, done, purpose=PAPERS)

    # Answers

    def _print(self, source: Source, printer: QPrinter) -> None:
        from ui.printing import chosen_pages, print_pages  # not needed before the first print

        if source.made is not None and source.paper:
            self._make_alone(source.made, source, partial(self._print_alone, source.made, source, printer))
            return
        pages = chosen_pages(printer, source.pages)

        def go() -> None:
            self._context.tasks.work(
                lambda report: print_pages(printer, source.pdf, pages, report),
                self._on_printed,
                self._page,
                title=self.tr("Đang in"),
            )

        self._when_registered(*_printed(source.made), Way.PRINTER, go)

    def _print_alone(self, made: Made, source: Source, printer: QPrinter, alone: PrintedDossier) -> None:
        from ui.printing import chosen_pages, print_pages  # not needed before the first print

        def draw(report: Report) -> int:
            pdf = PdfPages(alone.path)
            try:
                return print_pages(printer, pdf, chosen_pages(printer, range(alone.pages)), report)
            finally:
                pdf.discard()

        def go() -> None:
            self._context.tasks.work(draw, self._on_printed, self._page, title=self.tr("Đang in"))

        self._when_registered(
            made.data, (alone,), Way.PRINTER, go, partial(self._drop, (alone,)), paper=source.title
        )

    def _make_alone(self, made: Made, source: Source, then: Callable[[PrintedDossier], None]) -> None:
        """The paper that is shown, as a file nobody sees yet."""
        out = self._work_folder / f"ho-so-le-{next(self._numbers)}.pdf"
        folder = self._context.folder

        def make(report: Report) -> PrintedDossier:
            out.parent.mkdir(parents=True, exist_ok=True)
            wanted = settings.load(folder).times_new_roman
            return papers.make_paper(made.data, source.paper, out, times_new_roman=wanted, progress=report)

        self._context.tasks.work(make, then, self._page, title=self.tr("Đang lập văn bản"), for_done=True)

    def _save_pdf(self, source: Source, target: Path) -> None:
        if source.made is not None and source.paper:
            self._make_alone(source.made, source, partial(self._save_alone, source.made, source, target))
            return
        save = partial(source.pdf.save, target)
        words = self.tr("Đang lưu PDF")
        final = source.made is None or not source.made.data.draft
        self._when_registered(
            *_printed(source.made), Way.PDF, lambda: self._save(save, target, words, final=final)
        )

    def _save_alone(self, made: Made, source: Source, target: Path, alone: PrintedDossier) -> None:
        final = not made.data.draft
        release = partial(_release, [alone.path], [target], registered=final)
        self._when_registered(
            made.data,
            (alone,),
            Way.PDF,
            lambda: self._save(release, target, self.tr("Đang lưu PDF"), final=final),
            partial(self._drop, (alone,)),
            paper=source.title,
        )

    def _save_bound(self, data: DossierData, limit: int | None, target: Path) -> None:
        """A final one gets its names only when it is in the register; until then nothing of it is where the
        person looks."""
        waiting = self._work_folder / f"ho-so-kem-{next(self._numbers)}.pdf"
        folder, store = self._context.folder, self._context.tasks.store

        def bind(report: Report) -> tuple[papers.Bound, ...]:
            waiting.parent.mkdir(parents=True, exist_ok=True)
            papers.refuse_place(target, comes_from=waiting.parent)
            if limit is not None:
                papers.refuse_older_volumes(target)
            wanted = settings.load(folder).times_new_roman
            if limit is None:
                made: tuple[papers.Bound, ...] = (
                    papers.make_bound(data, waiting, store=store, times_new_roman=wanted, progress=report),
                )
            else:
                made = papers.make_volumes(
                    data, waiting, limit=limit, store=store, times_new_roman=wanted, progress=report
                )
            with ExitStack() as undone:
                for one in made:
                    undone.callback(papers.forget, one.path)
                size = sum(one.path.stat().st_size for one in made)
                papers.refuse_place(target, comes_from=waiting.parent, size=size)
                report(1, 1)  # pressed while the end was being checked, Hủy counts too
                undone.pop_all()
            return made

        def bound(made: tuple[papers.Bound, ...]) -> None:
            numbers = range(1, len(made) + 1)
            names = [target] if limit is None else [papers.volume_name(target, n) for n in numbers]
            release = partial(_release, [one.path for one in made], names, registered=not data.draft)
            self._when_registered(
                data,
                made,
                Way.PDF,
                lambda: self._save(
                    release, names[0], self.tr("Đang lưu PDF"), final=not data.draft, volumes=len(names)
                ),
                failed=partial(self._drop, made),
            )

        title = self.tr("Đang gộp hồ sơ và minh chứng")
        self._context.tasks.work(bind, bound, self._page, title=title, for_done=True)

    def _drop(self, made: Sequence[Printed], error: NtmError) -> None:
        for one in made:
            papers.forget(one.path)
        self._context.ask.problem(self._page, error)

    def _save_paper(self, made: Made, source: Source, target: Path) -> None:
        save = partial(papers.make_paper_docx, made.data, source.paper, target)
        words = self.tr("Đang lưu Word")
        if made.data.draft:
            self._save(save, target, words)
            return

        def register(alone: PrintedDossier) -> None:
            def go() -> None:
                papers.forget(alone.path)
                self._save(save, target, words)

            self._when_registered(
                made.data, (alone,), Way.WORD, go, partial(self._drop, (alone,)), paper=source.title
            )

        self._make_alone(made, source, register)

    def _save_papers(self, made: Made, name: str, parent: Path) -> None:
        """Into a folder of its own, so that no file a leader has edited is written over."""
        folder = parent / name
        number = 1
        while folder.exists():
            number += 1
            folder = parent / f"{name} ({number})"
        save = partial(_make_papers, made.data, folder)
        words = self.tr("Đang lưu Word")
        self._when_registered(*_printed(made), Way.WORD, lambda: self._save(save, folder, words))

    def _save(
        self,
        save: Callable[[], object],
        target: Path,
        title: str,
        *,
        final: bool = False,
        volumes: int = 1,
    ) -> None:
        """``final``: a PDF that may be signed."""
        done = partial(self._on_saved, target, final, volumes)
        self._context.tasks.work(lambda _report: save(), done, self._page, title=title)

    def _when_registered(
        self,
        data: DossierData | None,
        printed: Sequence[Printed],
        way: Way,
        then: Callable[[], None],
        failed: Callable[[NtmError], None] | None = None,
        *,
        paper: str = "",
    ) -> None:
        """Drafts and earlier prints are not registered; of volumes each is an entry. ``paper``: title of the
        one that goes out alone."""
        if data is None or data.draft:
            then()
            return
        tasks = self._context.tasks

        def refuse(error: NtmError) -> None:
            if failed is not None:
                failed(error)
            else:
                self._context.ask.problem(self._page, error)
            self.unregistered.emit()

        tasks.work(
            lambda _report: papers.keep(printed, tasks.store),
            lambda stored: tasks.write(
                dossier.print_action(way),
                lambda session: dossier.register_all(session, data=data, printed=stored, paper=paper),
                lambda _changes: then(),
                self._page,
                failed=refuse,
            ),
            self._page,
            failed=refuse,
        )

    def _on_printed(self, pages: int) -> None:
        self._folder = None
        self.told.emit(self.tr("Đã gửi {} trang tới máy in.").format(pages), "")

    def _on_saved(self, target: Path, final: bool, volumes: int, _result: object) -> None:
        self._folder = target if target.is_dir() else target.parent
        if final:
            self.saved = target
        if volumes > 1:
            words = self.tr("Đã lưu {} tập, từ “{}”.").format(counted(volumes), target.name)
        else:
            words = self.tr("Đã lưu “{}”.").format(target.name)
        self.told.emit(words, self.tr("Mở thư mục"))


def _printed(made: Made | None) -> tuple[DossierData | None, tuple[Printed, ...]]:
    return (made.data, (made.printed,)) if made is not None else (None, ())


def _release(waiting: Sequence[Path], targets: Sequence[Path], *, registered: bool) -> None:
    try:
        papers.release_all(waiting, targets)
    except NtmError as error:
        for path in waiting:
            papers.forget(path)
        if not registered:
            raise
        words = QCoreApplication.translate(
            "Output", "Hồ sơ đã vào sổ bản in nhưng chưa có tên. {} Mở Sổ bản in để lưu lại bản đó."
        )
        raise NtmError(words.format(error.message)) from error


def _make_papers(data: DossierData, folder: Path) -> None:
    try:
        folder.mkdir()
    except OSError as error:
        words = QCoreApplication.translate(
            "Output", "Không tạo được thư mục “{}” trong {}: {}. Chọn nơi khác."
        )
        raise NtmError(words.format(folder.name, folder.parent, reason(error))) from error
    papers.make_docx(data, folder)
