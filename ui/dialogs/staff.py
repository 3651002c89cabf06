"""One person of the office: post, role, whether they sign, and the term."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.services import people
from ntm_desktop.services.people import ROLES, PersonView
from ui.context import Context
from ui.dialogs.record import RecordDialog, content, day
from ui.widgets.edits import Choice, DateEdit, TextEdit
from ui.widgets.forms import Field

if TYPE_CHECKING:
    from ui.tasks import Session


class PersonDialog(RecordDialog):
    def __init__(self, parent: QWidget, context: Context, person: PersonView | None) -> None:
        title = self.tr("Sửa thông tin cán bộ") if person else self.tr("Thêm người")
        super().__init__(parent, context, title, self.tr("&Ghi") if person else self.tr("&Thêm người"))
        self._uid = person.uid if person else None
        self._name = Field(self.tr("Họ và tê&n"), TextEdit(person.name if person else ""))
        self._post = Field(
            self.tr("&Chức vụ"),
            TextEdit(person.post if person else "", placeholder=self.tr("Công chức Địa chính – Xây dựng")),
        )
        self._unit = Field(self.tr("&Bộ phận, đơn vị"), TextEdit(person.unit if person else ""))
        role, signs = Choice(list(ROLES.items())), Choice()
        role.load(person.role if person else "in_charge")
        signs.set_options([("no", self.tr("Không ký")), ("yes", self.tr("Ký văn bản của hồ sơ"))])
        signs.load("yes" if person and person.signs else "no")
        self._role = Field(self.tr("&Vai trò"), role)
        self._signs = Field(self.tr("&Ký văn bản"), signs)
        begins, ends = DateEdit(), DateEdit()
        begins.load_date(person.from_date if person else None)
        ends.load_date(person.to_date if person else None)
        self._from = Field(self.tr("G&iữ chức vụ từ ngày"), begins)
        self._to = Field(self.tr("Đến ngà&y"), ends, note=self.tr("Để trống khi còn giữ chức vụ."))
        self.add_row(self._name, self._post)
        self.add_row(self._unit, self._role)
        self.add_row(self._signs)
        self.add_row(self._from, self._to)
        self.require(self._name, self.tr("Chưa nhập họ và tên."))
        self._name.edit.setFocus()

    def save(self) -> None:
        fields = (self._name, self._post, self._unit, self._role)
        uid, (name, post, unit, role) = self._uid, (content(field) for field in fields)
        signs, begins, ends = content(self._signs) == "yes", day(self._from), day(self._to)

        def save(session: Session) -> Changes:
            return people.save_person(
                session, uid=uid, name=name, post=post, unit=unit, role=role, signs=signs,
                from_date=begins, to_date=ends,
            )  # fmt: skip

        action = "Sửa cán bộ" if uid else "Thêm cán bộ"
        self.write(f"{action} {name}", save)
