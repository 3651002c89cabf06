"""Tab *Kế hoạch*: how an unmet indicator is to be met, and who answers for its criterion."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ntm_desktop.services.people import PersonView
from ntm_desktop.services.plans import PlanView
from ntm_desktop.text import format_date
from ui.widgets.buttons import Button
from ui.widgets.edits import Choice, DateEdit, MoneyEdit, TextArea, TextEdit
from ui.widgets.forms import Field
from ui.widgets.labels import Label, Rule
from ui.widgets.page import scroll_to

_AREA_HEIGHT = 68  # three lines


@dataclass(frozen=True, slots=True)
class PlanFields:
    decided_on: date | None  # None: today, once it is saved
    cause: str
    solution: str
    money: int | None
    deadline: date | None
    person_uid: str | None


@dataclass(frozen=True, slots=True)
class Answerable:
    """Who answers for a criterion."""

    person_uid: str | None
    head_uid: str | None
    department: str


class PlanForm(QWidget):
    """Leaving a field saves the whole plan; notes on how it goes are added one by one."""

    plan_committed = Signal(object, object)  # PlanFields, the names of those that changed
    note_committed = Signal(str)
    done_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = self._stored = plan_fields(None)
        self._code, self._today = "", date.min
        self._decided = DateEdit()
        self._cause, self._solution = TextArea(), TextArea()
        self._money, self._deadline, self._person = MoneyEdit(), DateEdit(), Choice()
        self._note = TextEdit(placeholder=self.tr("đã họp thôn Đông, còn 03 hộ chưa ký"))
        self._notes = QVBoxLayout()
        self._notes.setSpacing(4)
        self._note_field = Field(self.tr("Thêm ghi &chép tiến độ"), self._note)
        self._done = Button(self.tr("Kết thúc kế h&oạch"), writes=True)

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        made = QHBoxLayout()
        made.setSpacing(14)
        made.addWidget(Field(self.tr("Ngày &lập kế hoạch"), self._decided), 1)
        made.addStretch(1)
        column.addLayout(made)
        for area, label in (
            (self._cause, self.tr("Ng&uyên nhân chưa đạt")),
            (self._solution, self.tr("&Giải pháp")),
        ):
            area.setFixedHeight(_AREA_HEIGHT)
            column.addWidget(Field(label, area))
        pair = QHBoxLayout()
        pair.setSpacing(14)
        pair.addWidget(Field(self.tr("&Kinh phí"), self._money, self.tr("đồng")), 1)
        pair.addWidget(Field(self.tr("&Hoàn thành trước ngày"), self._deadline), 1)
        column.addLayout(pair)
        column.addWidget(Field(self.tr("Người thực h&iện"), self._person))
        column.addLayout(self._notes)
        column.addWidget(self._note_field)
        foot = QHBoxLayout()
        foot.addWidget(self._done)
        foot.addStretch(1)
        column.addLayout(foot)

        edits = (self._decided, self._cause, self._solution, self._money, self._deadline, self._person)
        for edit in edits:
            edit.committed.connect(self._on_committed)
        self._note.committed.connect(self._on_note_committed)
        self._done.clicked.connect(self.done_wanted)

    def set_people(self, people: Sequence[PersonView]) -> None:
        self._person.set_options(_options(people, self.tr("Chưa giao")))

    def show_plan(self, code: str, plan: PlanView | None, today: date) -> None:
        """``today`` is the day of a plan that is still to be made. What was refused stands until it is mended
        or another indicator is shown."""
        same, self._code = code == self._code, code
        shown = plan_fields(plan)
        before, self._fields = self._fields, shown
        self._stored, self._today = shown, today
        if not self._stays(self._decided, same=same):
            self._decided.load_date(shown.decided_on or today)
        # A field is loaded anew only where its stored value changed: another one may be being typed in.
        if before.cause != shown.cause or not self._cause.hasFocus():
            self._cause.load(shown.cause)
        if before.solution != shown.solution or not self._solution.hasFocus():
            self._solution.load(shown.solution)
        if not self._stays(self._money, same=same):
            self._money.load_amount(shown.money)
        if not self._stays(self._deadline, same=same):
            self._deadline.load_date(shown.deadline)
        self._person.load(shown.person_uid or "")
        self._show_notes(plan)
        self._note_field.setVisible(plan is not None)
        self._done.setVisible(plan is not None)

    def take_back(self) -> None:
        """Shows what is stored again: what was typed was refused."""
        self._fields = self._stored
        self._decided.load_date(self._stored.decided_on or self._today)
        self._money.load_amount(self._stored.money)
        self._deadline.load_date(self._stored.deadline)

    @staticmethod
    def _stays(edit: TextEdit, *, same: bool) -> bool:
        return same and (edit.hasFocus() or edit.is_refused())

    def flush(self) -> None:
        """Saves what is still being typed in an area."""
        self._cause.commit()
        self._solution.commit()

    def _show_notes(self, plan: PlanView | None) -> None:
        while (item := self._notes.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for note in plan.notes if plan else ():
            words = self.tr("{}: {}").format(format_date(note.on), note.note)
            self._notes.addWidget(Label(words, "caption", "text2", wrap=True))

    def _on_committed(self, value: object) -> None:
        edit = self.sender()
        fields = self._fields
        texts = (self._cause.toPlainText().strip(), self._solution.toPlainText().strip())
        money = value if edit is self._money else fields.money
        deadline = value if edit is self._deadline else fields.deadline
        decided_on = value if edit is self._decided else fields.decided_on
        assert money is None or isinstance(money, int)
        assert deadline is None or isinstance(deadline, date)
        assert decided_on is None or isinstance(decided_on, date)
        now = PlanFields(decided_on, *texts, money, deadline, self._person.key() or None)
        names = [one.name for one in dataclasses.fields(PlanFields)]
        changed = tuple(name for name in names if getattr(now, name) != getattr(fields, name))
        self._fields = now
        self.plan_committed.emit(now, changed)

    def _on_note_committed(self, text: object) -> None:
        self._note.load("")
        if text:
            self.note_committed.emit(str(text))


class ResponsibilityForm(QWidget):
    """Person in charge, head of unit and supporting department of one criterion; leaving a field saves."""

    committed = Signal(object)  # Answerable

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person, self._head, self._department = Choice(), Choice(), TextEdit()
        self._title = Label("", "strong")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Rule())
        column.addWidget(self._title)
        column.addWidget(Field(self.tr("Người &phụ trách"), self._person))
        column.addWidget(Field(self.tr("Người đứ&ng đầu đơn vị"), self._head))
        column.addWidget(Field(self.tr("Phòng, ngành hỗ t&rợ"), self._department))
        for edit in (self._person, self._head, self._department):
            edit.committed.connect(self._on_committed)

    def begin(self) -> None:
        self._person.setFocus()
        scroll_to(self)

    def set_people(self, people: Sequence[PersonView]) -> None:
        for choice in (self._person, self._head):
            choice.set_options(_options(people, self.tr("Chưa giao")))

    def show_answerable(self, criterion: str, answerable: Answerable) -> None:
        self._title.setText(self.tr("Phân công tiêu chí {}").format(criterion))
        self._person.load(answerable.person_uid or "")
        self._head.load(answerable.head_uid or "")
        if not self._department.hasFocus():
            self._department.load(answerable.department)

    def _on_committed(self, _value: object) -> None:
        self.committed.emit(
            Answerable(self._person.key() or None, self._head.key() or None, self._department.text().strip())
        )


def plan_fields(plan: PlanView | None) -> PlanFields:
    if plan is None:
        return PlanFields(None, "", "", None, None, None)
    person = plan.person.uid if plan.person else None
    return PlanFields(plan.decided_on, plan.cause, plan.solution, plan.money, plan.deadline, person)


def _options(people: Sequence[PersonView], nobody: str) -> list[tuple[str, str]]:
    return [("", nobody), *((person.uid, person.label) for person in people)]
