"""So sánh với lần trước: what changed between two prints of the dossier, or since one of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ntm_desktop import settings
from ntm_desktop.errors import NtmError
from ntm_desktop.services import comparison, dossier, people, reports, reports_prints
from ntm_desktop.services.comparison import TODAY, Comparison
from ntm_desktop.services.dossier import PrintedView
from ntm_desktop.services.printings import Printing, printings
from ntm_desktop.services.reports import Made
from ntm_desktop.text import counted, format_date, office_time
from ui.context import Context
from ui.dialogs import fit
from ui.models import comparison as lines
from ui.opening import open_path
from ui.widgets.buttons import Button
from ui.widgets.edits import Choice, TextArea
from ui.widgets.flow import FlowLayout
from ui.widgets.forms import Field, Sentence
from ui.widgets.labels import Label
from ui.widgets.page import Whole
from ui.widgets.table import Table

if TYPE_CHECKING:
    from ui.tasks import Session

_SIZE, _SMALL = (980, 640), (980, 230)  # with changes to show, and without
_CHOICE, _TEXT_HEIGHT = 460, 74  # px
_SHOWS = "comparison"


@dataclass(frozen=True, slots=True)
class _Read:
    prints: tuple[PrintedView, ...]
    found: Comparison
    made: Made


class ComparisonDialog(fit.Dialog):
    WRITES: ClassVar[bool] = False

    def __init__(self, parent: QWidget, context: Context) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("So sánh với lần trước"))
        self._context = context
        self._read: _Read | None = None
        self._saved: Path | None = None
        self._then, self._now = Choice(parent=self), Choice(parent=self)
        self._answer = Label("", "strong", wrap=True)
        self._notes = Label("", "caption", "text2", wrap=True)
        self._problem = Sentence()
        self._table = Table(lines.columns(), self.tr("Những gì đã thay đổi"))
        self._what = Label("", "caption-medium", "text2", wrap=True)
        self._was, self._is = TextArea(), TextArea()
        self._told = Label("", "caption", "text2", wrap=True)
        self._open = Button(self.tr("&Mở tệp"), "slim")
        self._save = Button(self.tr("&Lưu bảng so sánh"), "primary", "download")
        self._close = Button(self.tr("Đón&g"))
        self._lay_out()
        self._connect()
        self._load(None)

    # Reading

    def _load(self, pair: tuple[int, int] | None) -> None:
        """None: the two that are usually compared."""
        on, by = self._context.tasks.today(), self._context.tasks.by

        def read(session: Session) -> _Read:
            prints = dossier.register_list(session)
            then, now = pair or comparison.usual_pair(prints)
            signed = by or people.lead(session)
            return _Read(prints, *reports_prints.compared(session, then=then, now=now, on=on, by=signed))

        self._context.tasks.read(read, self._on_read, self, failed=self._on_refused, shows=_SHOWS)

    def _on_read(self, read: _Read) -> None:
        self._read = read
        offered = [(str(one.first.ordinal), self._words(one)) for one in printings(read.prints)]
        today = (str(TODAY), self.tr("Số liệu hiện nay"))
        found = read.found
        then, now = (str(side.printed.ordinal if side.printed else TODAY) for side in (found.then, found.now))
        self._then.set_options(offered)
        self._then.load(then)
        self._now.set_options([today, *offered])
        self._now.load(now)
        changes = found.changes
        self._problem.say("", failed=False)
        self._answer.setText(
            self.tr("{} nội dung thay đổi").format(counted(len(changes)))
            if changes
            else self.tr("Không có gì thay đổi")
        )
        self._notes.setText("\n".join(found.notes))
        self._notes.setVisible(bool(found.notes))
        rows = list(lines.rows(changes))
        self._show_parts(chosen=True, changes=bool(changes))
        self._table.show_rows(rows)
        if changes:
            self._table.select(rows[1].data)

    def _on_refused(self, error: NtmError) -> None:
        """Nothing is printed yet, or the two cannot be compared."""
        chosen = self._then.count() > 0
        self._read = None
        self._table.show_rows([])
        self._show_parts(chosen=chosen, changes=False)
        self._problem.say(error.message, failed=chosen)
        self._answer.hide()
        self._notes.hide()

    def _show_parts(self, *, chosen: bool, changes: bool) -> None:
        """``chosen``: there is something to choose from; ``changes``: there are some to show."""
        self._fields.setVisible(chosen)
        self._answer.setVisible(chosen)
        self._save.setVisible(chosen)
        self._save.setEnabled(self._read is not None)
        for widget in (self._table, self._what, self._was, self._is):
            widget.setVisible(changes)
        self._told.setText("")
        self._open.hide()
        fit.resize(self, *(_SIZE if changes else _SMALL))

    def _words(self, one: Printing) -> str:
        at = format_date(office_time(one.first.printed_at).date())
        as_of = format_date(one.first.as_of)
        if len(one.entries) == 1:
            which = f"{one.ordinals} ({one.first.paper})" if one.first.paper else one.ordinals
            return self.tr("Lần in {}, ngày {}, số liệu đến {}").format(which, at, as_of)
        total = counted(len(one.entries))
        return self.tr("Lần in {} ({} tập), ngày {}, số liệu đến {}").format(one.ordinals, total, at, as_of)

    # What is chosen and asked for

    def _on_chosen(self, _key: object) -> None:
        self._load((int(self._then.key()), int(self._now.key())))

    def _on_current_changed(self, data: object) -> None:
        change = data[1] if isinstance(data, tuple) else None
        self._what.setText(change.what if change is not None else "")
        self._was.load(change.then if change is not None else "")
        self._is.load(change.now if change is not None else "")

    def _on_save_clicked(self) -> None:
        if self._read is not None:
            filters = self.tr("Tệp PDF (*.pdf);;Tệp Word (*.docx);;Tệp Excel (*.xlsx)")
            name = f"{reports.suggested_name(self._read.made)}.pdf"
            self._context.ask.save_file(self, self.tr("Lưu bảng so sánh"), name, filters, self._write)

    def _write(self, target: Path) -> None:
        if self._read is None:
            return
        made, folder = self._read.made, self._context.folder

        def write() -> Path:
            reports.check_file(reports_prints.COMPARISON, target)
            reports.write(made, target, times_new_roman=settings.load(folder).times_new_roman)
            return target

        self._context.tasks.work(
            lambda _report: write(), self._on_saved, self, title=self.tr("Đang lưu bảng so sánh")
        )

    def _on_saved(self, target: Path) -> None:
        self._saved = target
        self._told.setText(self.tr("Đã lưu “{}”.").format(target.name))
        self._open.show()

    def _on_open_clicked(self) -> None:
        if self._saved is not None:
            open_path(self._context.ask, self, self._saved)

    # Building

    def _lay_out(self) -> None:
        self._fields = QWidget()
        fields = FlowLayout(parent=self._fields)
        for words, choice in ((self.tr("&Trước"), self._then), (self.tr("&Nay"), self._now)):
            field = Field(words, choice)
            field.setFixedWidth(_CHOICE)
            fields.addWidget(field)
        for area, name in ((self._was, self.tr("Trước, cả lời")), (self._is, self.tr("Nay, cả lời"))):
            area.setReadOnly(True)
            area.setAccessibleName(name)
            area.setFixedHeight(_TEXT_HEIGHT)
        texts = QHBoxLayout()
        texts.setSpacing(8)
        texts.addWidget(self._was)
        texts.addWidget(self._is)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._told, 1)
        for button in (self._open, self._save, self._close):
            foot.addWidget(button)
        whole = Whole()  # on a small screen it scrolls
        whole.body.setSpacing(8)
        for widget in (self._fields, self._problem, self._answer, self._notes):
            whole.body.addWidget(widget)
        whole.body.addWidget(self._table, 1)
        whole.body.addWidget(self._what)
        whole.body.addLayout(texts)
        whole.body.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        column.addWidget(whole, 1)
        column.addLayout(foot)
        self._show_parts(chosen=False, changes=False)
        self._notes.hide()

    def _connect(self) -> None:
        self._then.committed.connect(self._on_chosen)
        self._now.committed.connect(self._on_chosen)
        self._table.current_changed.connect(self._on_current_changed)
        self._save.clicked.connect(self._on_save_clicked)
        self._open.clicked.connect(self._on_open_clicked)
        self._close.clicked.connect(self.reject)
