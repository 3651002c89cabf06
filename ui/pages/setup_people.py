"""Nhân sự: who works here, in which role and term, who signs; and who is working at this PC now."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication

from ntm_desktop import settings
from ntm_desktop.changes import Changes
from ntm_desktop.services import people
from ntm_desktop.services.people import PersonView
from ntm_desktop.text import format_date
from ui.context import Context
from ui.dialogs.staff import PersonDialog
from ui.models.rows import Cell, Column, Row
from ui.pages.setup_section import RecordList, Section
from ui.widgets.cards import Card
from ui.widgets.edits import Choice
from ui.widgets.forms import Field

if TYPE_CHECKING:
    from ui.tasks import Report, Session


class PeopleSection(Section):
    TABLES: ClassVar[frozenset[str]] = frozenset({"person"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._people: tuple[PersonView, ...] = ()
        self._known: frozenset[str] = frozenset()  # when somebody was last added
        self._wants_newest = False
        self._worker = Choice()
        self._worker.setMinimumWidth(260)
        worker = Field(self.tr("Ai đang &làm việc trên máy này"), self._worker)
        self._list = RecordList(
            (
                Column(self.tr("Họ và tên"), 180),
                Column(self.tr("Chức vụ")),
                Column(self.tr("Bộ phận"), 150),
                Column(self.tr("Vai trò"), 136),
                Column(self.tr("Ký văn bản"), 92),
                Column(self.tr("Từ ngày"), 92),
                Column(self.tr("Đến ngày"), 92),
            ),
            self.tr("Nhân sự"),
            add=self.tr("&Thêm người"),
            edit=self.tr("&Sửa"),
            remove=self.tr("&Xóa người"),
            hint=self.tr("Lịch sử ghi tên người này cho mọi việc làm từ nay."),
            primary=True,
        )
        self._list.bar.insert(0, worker)
        card = Card()
        card.body.addWidget(self._list, 1)
        self.column.addWidget(card, 1)
        self._worker.committed.connect(self._on_worker)
        self._list.add_requested.connect(self._on_add)
        self._list.edit_requested.connect(self._on_edit)
        self._list.remove_requested.connect(self._on_remove)

    def reload(self) -> None:
        self.context.tasks.read(people.list_people, self._on_loaded, self)

    def select(self, anchor: str) -> None:
        if anchor:
            self._list.select(anchor)

    def _on_loaded(self, loaded: tuple[PersonView, ...]) -> None:
        self._people = loaded
        self._list.show_rows([_row(person) for person in loaded])
        if self._wants_newest:
            self._wants_newest = False
            for person in loaded:
                if person.uid not in self._known:
                    self._list.select(person.uid)
        lead = next((person for person in loaded if person.role == "lead"), None)
        usual = (
            self.tr("{} (phụ trách chung)").format(lead.name) if lead else self.tr("Người phụ trách chung")
        )
        others = [(person.name, person.label) for person in loaded if person is not lead]
        self._worker.set_options([("", usual), *others])
        self._worker.load(self.context.tasks.by)

    def _on_worker(self, name: str) -> None:
        self.context.tasks.by = name
        folder = self.context.folder

        def save(_report: Report) -> str:
            settings.save(replace(settings.load(folder), worker=name), folder)
            return name

        self.context.tasks.work(save, self._on_worker_saved, self)

    def _on_worker_saved(self, _name: str) -> None:
        self.context.events.changed.emit(Changes.of("person"), self)

    def _on_add(self) -> None:
        self._known = frozenset(person.uid for person in self._people)
        dialog = PersonDialog(self, self.context, None)
        dialog.saved.connect(self._on_added)
        dialog.open()

    def _on_added(self) -> None:
        self._wants_newest = True
        self.reload()

    def _on_edit(self, uid: str) -> None:
        PersonDialog(self, self.context, next(person for person in self._people if person.uid == uid)).open()

    def _on_remove(self, uid: str) -> None:
        name = next(person.name for person in self._people if person.uid == uid)

        def remove(session: Session) -> Changes:
            return people.remove_person(session, uid=uid)

        self.context.tasks.write(f"Xóa cán bộ {name}", remove, self._on_removed, self)

    def _on_removed(self, _changes: Changes) -> None:
        self.told.emit(self.tr("Đã xóa người khỏi danh sách."))


def _row(person: PersonView) -> Row:
    begins = format_date(person.from_date) if person.from_date else ""
    ends = format_date(person.to_date) if person.to_date else ""
    cells = (
        Cell(person.name, strong=person.role == "lead", tooltip=person.name),
        Cell(person.post, tooltip=person.post),
        Cell(person.unit, tooltip=person.unit),
        Cell(person.role_text),
        Cell(QCoreApplication.translate("PeopleSection", "Ký") if person.signs else ""),
        Cell(begins),
        Cell(ends),
    )
    return Row(cells, person.uid)
