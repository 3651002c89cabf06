"""Number, date and signer of each paper, or the file of one made elsewhere: what the clerk fills in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QLayout, QVBoxLayout, QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.errors import NtmError
from ntm_desktop.services import dossier, files, people
from ntm_desktop.services.dossier import PaperView
from ntm_desktop.services.files import IncomingFile
from ntm_desktop.services.people import PersonView
from ui.context import Context
from ui.dialogs import fit
from ui.dialogs.paper_file import PaperFile
from ui.opening import open_stored
from ui.widgets.buttons import Button, buttons_row
from ui.widgets.edits import Choice, DateEdit, TextEdit
from ui.widgets.forms import Field
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.page import scroll_to

if TYPE_CHECKING:
    from ui.tasks import Session

_WIDTH = 640
_MARGIN = 20
_AROUND = 130  # px: margins, the sentence above, the button below


@dataclass(frozen=True, slots=True)
class _Loaded:
    papers: tuple[PaperView, ...]
    signers: tuple[PersonView, ...]


class PaperFactsDialog(fit.Dialog):
    """``form``: the paper that it begins at, else the first one."""

    def __init__(self, parent: QWidget, context: Context, form: str = "") -> None:
        super().__init__(parent)
        self._context = context
        self._form = form
        self._rows: dict[str, _PaperRow] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Số, ngày, người ký"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_MARGIN, 16, _MARGIN, 16)
        self._column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)  # grows with a field's error
        self._column.setSpacing(10)
        why = self.tr(
            "Để trống số và ngày thì bản in chừa chỗ cho văn thư ghi tay. "
            "Điền sau khi in không làm đổi mã hồ sơ."
        )
        words = Label(why, "body", "text2", wrap=True)
        words.setFixedWidth(_WIDTH - 2 * _MARGIN)
        self._column.addWidget(words)
        papers = fit.scrolled(self, _WIDTH - 2 * _MARGIN, _AROUND)
        self._papers = papers.body
        self._papers.setSpacing(6)
        self._column.addWidget(papers)
        close = Button(self.tr("Đón&g"))
        close.clicked.connect(self.accept)
        self._column.addLayout(buttons_row(close))
        self._read(self._on_loaded)

    def done(self, result: int) -> None:
        """However it is closed, the field being edited is left, and so saved; a date that is none stays."""
        if (field := self.focusWidget()) is not None:
            field.clearFocus()
        refused = next((row for row in self._rows.values() if row.is_refused()), None)
        if refused is not None and result == QDialog.DialogCode.Accepted:
            refused.focus_date()
        else:
            super().done(result)

    def _read(self, show: Callable[[_Loaded], None]) -> None:
        today = self._context.tasks.today()

        def read(session: Session) -> _Loaded:
            return _Loaded(dossier.papers(session, on=today), people.list_signers(session, on=today))

        self._context.tasks.read(read, show, self)

    def _on_loaded(self, loaded: _Loaded) -> None:
        first = not self._rows
        for paper in loaded.papers:
            row = self._rows.get(paper.form)
            if row is None:
                row = self._rows[paper.form] = _PaperRow(paper)
                row.changed.connect(self._on_changed)
                row.attach_wanted.connect(self._on_attach)
                row.open_wanted.connect(self._on_open)
                row.detach_wanted.connect(self._on_detach)
                self._papers.addWidget(row)
            row.show_paper(paper, loaded.signers)
        if first and self._rows:
            begin = self._rows.get(self._form, next(iter(self._rows.values()))).begin
            QTimer.singleShot(0, self, begin)  # once it is shown

    def _on_changed(self, form: str, number: str, issued: date | None, signer: str) -> None:
        today = self._context.tasks.today()

        def save(session: Session) -> Changes:
            return dossier.save_paper(
                session, form=form, on=today, number=number, issued=issued, signer_uid=signer or None
            )

        refused = partial(self._on_refused, form)
        self._context.tasks.write("Ghi số, ngày, người ký", save, self._on_saved, self, failed=refused)

    def _on_attach(self, paper: PaperView) -> None:
        filters = self.tr("Tệp PDF (*.pdf);;Mọi tệp (*)")
        title = self.tr("Chọn bản đã ký")
        chosen = partial(self._on_chosen, paper)
        self._context.ask.open_files(self, title, filters, chosen, many=False)

    def _on_chosen(self, paper: PaperView, paths: list[Path]) -> None:
        tasks = self._context.tasks
        if paths:
            tasks.work(
                lambda _report: files.take_in(tasks.store, paths[0]),
                partial(self._on_taken, paper),
                self,
                title=self.tr("Đang nhận tệp"),
                failed=self._on_file_refused,
            )

    def _on_taken(self, paper: PaperView, stored: IncomingFile) -> None:
        today = self._context.tasks.today()
        self._write(
            f"Đính kèm bản đã ký: {paper.title}",
            lambda session: dossier.attach_paper(session, form=paper.form, stored=stored, on=today),
        )
        if stored.doubt:
            self._context.ask.tell(self, self.tr("Đã đính kèm; nên mở xem lại tệp."), stored.doubt)

    def _on_open(self, paper: PaperView) -> None:
        if paper.file is not None:
            open_stored(self._context, self, self, paper.file.sha256, paper.file.name)

    def _on_detach(self, paper: PaperView) -> None:
        today = self._context.tasks.today()
        self._write(
            f"Gỡ bản đã ký: {paper.title}",
            lambda session: dossier.detach_paper(session, form=paper.form, on=today),
        )

    def _write(self, action: str, act: Callable[[Session], Changes]) -> None:
        self._context.tasks.write(action, act, self._on_file_saved, self, failed=self._on_file_refused)

    def _on_file_saved(self, _changes: Changes) -> None:
        self._read(self._show_files)

    def _on_file_refused(self, error: NtmError) -> None:
        self._context.ask.problem(self, error)
        self._read(self._show_files)

    def _show_files(self, loaded: _Loaded) -> None:
        """Only these: a number may be half typed in any row."""
        for paper in loaded.papers:
            self._rows[paper.form].show_file(paper)

    def _on_saved(self, _changes: Changes) -> None:
        pass  # the fields show what was typed

    def _on_refused(self, form: str, error: NtmError) -> None:
        """What is stored stands in its row again; the others may be typed in."""
        self._context.ask.problem(self, error)

        def show(loaded: _Loaded) -> None:
            paper = next(paper for paper in loaded.papers if paper.form == form)
            self._rows[form].show_paper(paper, loaded.signers)

        self._read(show)


class _PaperRow(QWidget):
    """The three fields of one paper; each one left with another content saves all three."""

    changed = Signal(str, str, object, str)  # form, number, date or None, signer's uid or ""
    attach_wanted = Signal(object)  # PaperView
    open_wanted = Signal(object)
    detach_wanted = Signal(object)

    def __init__(self, paper: PaperView) -> None:
        super().__init__()
        self._form = paper.form
        self._paper = paper
        self._issued_on: date | None = None
        self._number = TextEdit()
        self._issued = DateEdit()
        self._signer = Choice()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.addWidget(ElidedLabel(paper.title, "strong"), 0, 0, 1, 3)
        number = Field(self.tr("Số"), self._number, f"/{paper.symbol}")
        grid.addWidget(number, 1, 0)
        issued = Field(self.tr("Ngày ban hành"), self._issued)
        self._issued.refused.disconnect(issued.show_error)  # the sentence needs the whole width
        grid.addWidget(issued, 1, 1)
        signer = Field(self.tr("Người ký"), self._signer)
        self._file = PaperFile()
        grid.addWidget(signer, 1, 2)
        row = 3 if paper.signed_here else 1  # one that is made elsewhere, or by others, is signed there
        grid.addWidget(self._file, row, 2, Qt.AlignmentFlag.AlignTop)
        signer.setVisible(paper.signed_here)
        self._file.setVisible(paper.attached)
        if not paper.symbol:
            number.hide()
            issued.hide()
        self._problem = ElidedLabel("", "caption", "unmet")
        self._problem.hide()
        grid.addWidget(self._problem, 2, 0, 1, 3)
        for column, share in enumerate((4, 3, 6)):
            grid.setColumnStretch(column, share)
        self._number.committed.connect(self._on_committed)
        self._issued.committed.connect(self._on_issued)
        self._issued.refused.connect(self._on_refused)
        self._issued.taken_back.connect(self._problem.hide)
        self._signer.committed.connect(self._on_committed)
        self._file.attach_wanted.connect(self._on_attach)
        self._file.open_wanted.connect(self._on_open)
        self._file.detach_wanted.connect(self._on_detach)

    def begin(self) -> None:
        """In the first field that is empty."""
        place = self._issued if self._number.text() and not self._issued.text() else self._number
        place.setFocus()
        scroll_to(self)

    def focus_date(self) -> None:
        self._issued.setFocus()

    def is_refused(self) -> bool:
        return bool(self._issued.property("invalid"))

    def show_paper(self, paper: PaperView, signers: tuple[PersonView, ...]) -> None:
        self._issued_on = paper.issued
        self._number.load(paper.number)
        self._issued.load_date(paper.issued)
        usual = self.tr("Mặc định: {}").format(signers[0].name) if signers else self.tr("Chưa có người ký")
        self._signer.set_options([("", usual), *((signer.uid, signer.label) for signer in signers)])
        self._signer.load(paper.signer_uid or "")
        self.show_file(paper)

    def show_file(self, paper: PaperView) -> None:
        self._paper = paper
        self._file.show_paper(paper)

    def _on_attach(self) -> None:
        self.attach_wanted.emit(self._paper)

    def _on_open(self) -> None:
        self.open_wanted.emit(self._paper)

    def _on_detach(self) -> None:
        self.detach_wanted.emit(self._paper)

    def _on_refused(self, sentence: str) -> None:
        self._issued.set_invalid(True)
        self._problem.setText(sentence)
        self._problem.show()

    def _on_issued(self, issued: date | None) -> None:
        self._problem.hide()
        self._issued_on = issued
        self._on_committed()

    def _on_committed(self) -> None:
        self.changed.emit(self._form, self._number.text().strip(), self._issued_on, self._signer.key())
