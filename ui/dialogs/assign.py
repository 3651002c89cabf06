"""Who answers for the chosen criteria, from when, and until when if that is settled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.services import responsibilities
from ntm_desktop.services.assignments import AssignmentRow
from ntm_desktop.services.people import PersonView
from ntm_desktop.text import counted, format_date
from ui.context import Context
from ui.dialogs.record import RecordDialog, content, day
from ui.widgets.edits import Choice, DateEdit, TextEdit
from ui.widgets.forms import Field
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from ui.tasks import Session

_KEPT = "="  # each keeps what it has: they differ


class AssignDialog(RecordDialog):
    """What all of ``rows`` have alike is filled in; what differs stays unless something is chosen."""

    def __init__(
        self, parent: QWidget, context: Context, rows: Sequence[AssignmentRow], people: Sequence[PersonView]
    ) -> None:
        one = len(rows) == 1
        title = self.tr("Phân công tiêu chí {}").format(rows[0].criterion)
        if not one:
            title = self.tr("Phân công {} tiêu chí").format(counted(len(rows)))
        super().__init__(parent, context, title, self.tr("&Phân công"))
        self._rows = rows
        names = "; ".join(f"{row.criterion}. {row.name}" for row in rows)
        self.column.addWidget(Label(names, "medium", wrap=True))
        departments = {row.department for row in rows}
        differ = len(departments) > 1
        department = TextEdit("" if differ else departments.pop())
        since, until = DateEdit(), DateEdit()
        since.load_date(context.tasks.today())
        self._keeps_department = differ
        self._person = Field(self.tr("&Người phụ trách"), self._choice(people, _person_of))
        self._head = Field(self.tr("Người đứng đầ&u đơn vị"), self._choice(people, _head_of))
        kept = self.tr("Để trống: giữ như đang có.") if differ else ""
        self._department = Field(self.tr("Phòng, ngành hỗ t&rợ"), department, note=kept)
        self._since = Field(self.tr("&Từ ngày"), since)
        self._until = Field(self.tr("Đến n&gày"), until, note=self.tr("Để trống khi chưa định ngày thôi."))
        self.add_row(self._person, self._head)
        self.add_row(self._department)
        self.add_row(self._since, self._until)
        self.require(self._since, self.tr("Chưa nhập ngày bắt đầu."))
        self._person.edit.setFocus()

    def save(self) -> None:
        person, head, department = (content(field) for field in (self._person, self._head, self._department))
        since, until = day(self._since), day(self._until)
        assert since is not None
        later = [row for row in self._rows if row.charge is not None and row.charge.from_date > since]
        if later:
            assert later[0].charge is not None
            words = self.tr("Tiêu chí {} đã phân công từ {}. Chọn ngày đó hoặc sau đó.")
            self._since.show_error(words.format(later[0].criterion, format_date(later[0].charge.from_date)))
            self._since.edit.setFocus()
            return
        rows, keeps_department = self._rows, self._keeps_department and not department

        def save(session: Session) -> Changes:
            changes = Changes()
            for row in rows:
                supports = row.department if keeps_department else department
                same = row.charge is not None and supports == row.department
                changes |= responsibilities.assign(
                    session,
                    criterion=row.criterion,
                    person_uid=(_person_of(row) if person == _KEPT else person) or None,
                    head_uid=(_head_of(row) if head == _KEPT else head) or None,
                    department=supports,
                    confirmation_uid=row.charge.confirmation_uid if row.charge and same else None,
                    from_date=since,
                    to_date=until,
                )
            return changes

        self.write(f"Phân công tiêu chí {', '.join(row.criterion for row in rows)}", save)

    def _choice(self, people: Sequence[PersonView], of: Callable[[AssignmentRow], str]) -> Choice:
        given = {of(row) for row in self._rows}
        kept = [(_KEPT, self.tr("Giữ như đang có"))] if len(given) > 1 else []
        named = [(person.uid, person.label) for person in people]
        choice = Choice([*kept, ("", self.tr("Chưa giao")), *named])
        choice.load(_KEPT if kept else given.pop())
        return choice


def _person_of(row: AssignmentRow) -> str:
    return row.charge.person.uid if row.charge and row.charge.person else ""


def _head_of(row: AssignmentRow) -> str:
    return row.charge.head.uid if row.charge and row.charge.head else ""
