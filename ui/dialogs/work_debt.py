"""How a debt of a work is to be paid: from what, and by when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.services import work_money
from ntm_desktop.services.works import WorkView
from ntm_desktop.text import format_int
from ui.context import Context
from ui.dialogs.record import RecordDialog, content, day
from ui.widgets.edits import DateEdit, TextEdit
from ui.widgets.forms import Field
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from ui.tasks import Session


class DebtDialog(RecordDialog):
    """Both are said, or both are left empty again."""

    def __init__(self, parent: QWidget, context: Context, row: WorkView) -> None:
        super().__init__(parent, context, self.tr("Nguồn và thời hạn xử lý nợ đọng"), self.tr("&Ghi"))
        self._row = row
        self.column.addWidget(Label(row.name, "medium", wrap=True))
        owed = self.tr("Nợ đọng {} đồng.").format(format_int(row.state.account.debt))
        self.column.addWidget(Label(owed, "body", "text2", wrap=True))
        due = DateEdit()
        due.load_date(row.debt_due)
        self._source = Field(
            self.tr("Ng&uồn xử lý"),
            TextEdit(row.debt_source, placeholder=self.tr("Ngân sách xã năm 2022")),
        )
        self._due = Field(self.tr("&Thời hạn"), due)
        self.add_row(self._source)
        self.add_row(self._due)
        self._source.edit.setFocus()

    def save(self) -> None:
        uid, source, due = self._row.uid, content(self._source), day(self._due)

        def save(session: Session) -> Changes:
            return work_money.plan_debt(session, uid=uid, source=source, due=due)

        self.write(f"Ghi nguồn, thời hạn xử lý nợ đọng {self._row.name}", save)
