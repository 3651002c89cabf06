"""So sánh hai gói: what a commune changed between two of its submissions."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ntm_desktop.errors import NtmError
from ntm_desktop.services import submissions
from ntm_desktop.services.submissions import Compared, Submission
from ntm_desktop.text import counted
from ui.context import Context
from ui.dialogs import fit
from ui.models import comparison as lines
from ui.widgets.buttons import Button, buttons_row
from ui.widgets.edits import Choice
from ui.widgets.flow import FlowLayout
from ui.widgets.forms import Field, Sentence
from ui.widgets.labels import Label
from ui.widgets.table import Table

if TYPE_CHECKING:
    from ui.tasks import Session

_SIZE = (980, 600)
_CHOICE = 300  # px
_LEAST = 2  # to compare


class SubmissionsDialog(fit.Dialog):
    WRITES: ClassVar[bool] = False

    def __init__(self, parent: QWidget, context: Context, code: str, name: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("So sánh hai gói của {}").format(name))
        fit.resize(self, *_SIZE)
        self._context, self._code = context, code
        self._then, self._now = Choice(narrows=True), Choice(narrows=True)
        self._answer = Label("", "strong", wrap=True)
        self._notes = Label("", "caption", "text2", wrap=True)
        self._problem = Sentence()
        self._table = Table(lines.columns(), self.tr("Những gì đã thay đổi"))
        self._what = Label("", "body", "text2", wrap=True)
        self._close = Button(self.tr("Đón&g"))
        self._lay_out()
        self._then.committed.connect(self._on_chosen)
        self._now.committed.connect(self._on_chosen)
        self._table.current_changed.connect(self._on_current_changed)
        self._close.clicked.connect(self.reject)
        context.tasks.read(submissions.listed, self._on_listed, self, of=code)

    # Slots

    def _on_listed(self, found: tuple[Submission, ...]) -> None:
        newest = [one for one in found if one.epoch == found[0].epoch]
        options = [(str(one.seq), one.name) for one in newest]
        for choice in (self._then, self._now):
            choice.set_options(options)
        if len(newest) < _LEAST:
            self._refuse(self.tr("Xã mới gửi một gói nên chưa có gì để so sánh. Chờ gói sau."), failed=False)
            self._fields.hide()
            return
        self._now.load(options[0][0])
        self._then.load(options[1][0])
        self._compare()

    def _on_chosen(self, _key: object) -> None:
        self._compare()

    def _on_compared(self, found: Compared) -> None:
        self._problem.say("", failed=False)
        changes = found.changes
        self._answer.setText(
            self.tr("{} nội dung thay đổi").format(counted(len(changes)))
            if changes
            else self.tr("Không có gì thay đổi")
        )
        self._notes.setText("\n".join(found.notes))
        self._notes.setVisible(bool(found.notes))
        rows = list(lines.rows(changes))
        self._table.show_rows(rows)
        for part, shown in ((self._answer, True), (self._table, bool(rows)), (self._what, bool(rows))):
            part.setVisible(shown)
        if rows:
            self._table.select(rows[1].data)

    def _on_not_compared(self, error: NtmError) -> None:
        self._refuse(error.message, failed=True)

    def _on_current_changed(self, data: object) -> None:
        change = data[1] if isinstance(data, tuple) else None
        if change is None:
            self._what.setText("")
            return
        words = self.tr("{}\nTrước: {}\nNay: {}")
        self._what.setText(words.format(change.what, change.then or "–", change.now or "–"))

    # Reading

    def _compare(self) -> None:
        then, now = int(self._then.key()), int(self._now.key())

        def read(session: Session) -> Compared:
            return submissions.compare(session, then=then, now=now)

        self._context.tasks.read(
            read,
            self._on_compared,
            self,
            failed=self._on_not_compared,
            shows="submissions",
            of=self._code,
        )

    def _refuse(self, words: str, *, failed: bool) -> None:
        self._table.show_rows([])
        for part in (self._answer, self._notes, self._table, self._what):
            part.hide()
        self._problem.say(words, failed=failed)

    # Building

    def _lay_out(self) -> None:
        self._fields = QWidget()
        fields = FlowLayout(parent=self._fields)
        for words, choice in ((self.tr("&Trước"), self._then), (self.tr("&Nay"), self._now)):
            field = Field(words, choice)
            field.setFixedWidth(_CHOICE)
            fields.addWidget(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        for part in (self._fields, self._problem, self._answer, self._notes):
            column.addWidget(part)
        column.addWidget(self._table, 1)
        column.addWidget(self._what)
        column.addStretch(0)
        column.addLayout(buttons_row(self._close))
        for part in (self._answer, self._notes, self._what):
            part.hide()
