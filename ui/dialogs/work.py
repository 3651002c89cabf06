"""A construction work of the register: what it is, where, by which route, and who has it built."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.domain.stages import Route
from ntm_desktop.domain.works import WORK_KINDS
from ntm_desktop.errors import NtmError
from ntm_desktop.services import works
from ntm_desktop.services.works import WorkChoices, WorkView
from ui.context import Context
from ui.dialogs.record import RecordDialog, content
from ui.widgets.edits import Choice, TextArea, TextEdit
from ui.widgets.forms import Field
from ui.wording import said

if TYPE_CHECKING:
    from ui.tasks import Session


_NOTE_HEIGHT = 52  # two lines
_INVESTOR = "Ban quản lý xã"  # proposed, and stored as it stands


class WorkDialog(RecordDialog):
    def __init__(self, parent: QWidget, context: Context, row: WorkView | None, choices: WorkChoices) -> None:
        title = self.tr("Sửa công trình") if row else self.tr("Thêm công trình")
        super().__init__(parent, context, title, self.tr("&Ghi") if row else self.tr("&Thêm công trình"))
        self._row, self._choices = row, choices
        kind, route, person = Choice(), Choice(), Choice()
        chosen = (row.person_uid if row else None) or ""
        people = dict(choices.people)
        if row is not None and chosen:
            people.setdefault(chosen, row.person)  # though no longer in office
        person.set_options([("", self.tr("Chưa giao")), *people.items()])
        person.load(chosen)
        kind.set_options([(key, said(name)) for key, (name, _criterion) in WORK_KINDS.items()])
        route.set_options(
            [
                (Route.ORDINARY.value, self.tr("Trình tự thông thường")),
                (Route.SIMPLIFIED.value, self.tr("Cơ chế đặc thù, giao cộng đồng")),
            ]
        )
        kind.load(row.kind if row else "giao-thong")
        route.load(row.facts.route.value if row else Route.ORDINARY.value)
        self._name = Field(
            self.tr("Tê&n công trình"),
            TextEdit(row.name if row else "", placeholder=self.tr("Đường trục thôn, bê tông 0,85 km")),
        )
        self._kind = Field(self.tr("&Loại công trình"), kind)
        self._route = Field(self.tr("T&rình tự"), route)
        self._place = Field(self.tr("Địa điể&m"), TextEdit(row.place if row else ""))
        self._scale = Field(self.tr("&Quy mô"), TextEdit(row.scale if row else ""))
        investor = row.investor if row else _INVESTOR
        self._investor = Field(self.tr("&Chủ đầu tư"), TextEdit(investor))
        self._person = Field(self.tr("Người &phụ trách"), person)
        linked = [code for known, code in (row.indicators if row else ()) if known == choices.set_id]
        self._indicators = Field(
            self.tr("Phục &vụ chỉ tiêu"),
            _CodesEdit(choices.codes, linked),
            note=self.tr("Mã chỉ tiêu, cách nhau bằng dấu phẩy."),
        )
        self._hamlets = Field(
            self.tr("T&hôn"),
            _HamletsEdit(choices.hamlets, row.hamlets if row else ()),
            note=self.tr("Tên thôn, cách nhau bằng dấu chấm phẩy."),
        )
        note = TextArea()
        note.load(row.note if row else "")
        note.setFixedHeight(_NOTE_HEIGHT)
        self._note = Field(self.tr("Gh&i chú"), note)
        self.add_row(self._name)
        self.add_row(self._kind, self._route)
        self.add_row(self._place, self._scale)
        self.add_row(self._investor, self._person)
        self.add_row(self._indicators, self._hamlets)
        self._approved = choices.approvals.get(row.uid) if row else None
        approved_number, approved_by = self._approved or ("", choices.issuer)
        self._number = Field(
            self.tr("Số quyết định phê &duyệt"),
            TextEdit(approved_number, placeholder="728/QĐ-UBND"),
            note=self.tr("Ngày của quyết định là ngày hoàn thành giai đoạn Phê duyệt."),
        )
        self._issuer = Field(self.tr("Cơ quan &ban hành"), TextEdit(approved_by))
        self.add_row(self._number, self._issuer)
        for field in (self._number, self._issuer):
            field.setVisible(row is not None)  # in its place: alone it would be a window
        self.add_row(self._note)
        self.require(self._name, self.tr("Chưa nhập tên công trình."))
        self._name.edit.setFocus()

    def save(self) -> None:
        fields = (self._name, self._kind, self._route, self._place, self._scale, self._investor)
        name, kind, route, place, scale, investor = (content(field) for field in fields)
        set_id, codes = self._choices.set_id, codes_in(content(self._indicators))
        hamlets = works.hamlets_in(content(self._hamlets), self._choices.hamlets)
        uid, note = self._row.uid if self._row else None, content(self._note)
        person, number, issuer = content(self._person) or None, content(self._number), content(self._issuer)
        numbered = (number, issuer) != self._approved and (number or self._approved is not None)
        today = self.context.tasks.today()

        def save(session: Session) -> Changes:
            changes = works.save(
                session, uid=uid, name=name, kind=kind, route=route, place=place, scale=scale,
                investor=investor, note=note, person_uid=person,
            )  # fmt: skip
            saved = works.uid_named(session, name=name)
            changes |= works.link_indicators(session, uid=saved, set_id=set_id, codes=codes)
            changes |= works.link_hamlets(session, uid=saved, hamlets=hamlets)
            if numbered:
                changes |= works.number_approval(
                    session, uid=saved, number=number, issuer=issuer, today=today
                )
            return changes

        self.write(f"Sửa công trình {name}" if uid else f"Thêm công trình {name}", save)


class _CodesEdit(TextEdit):
    """Codes of indicators; refuses one that the set does not have."""

    def __init__(self, known: Sequence[str], linked: Sequence[str]) -> None:
        super().__init__(", ".join(linked))
        self._known = frozenset(known)

    def read(self, text: str) -> object:
        unknown = [code for code in codes_in(text) if code not in self._known]
        if unknown:
            raise NtmError(self.tr("Không có chỉ tiêu {}. Nhập mã, ví dụ 2.2, 6.1.").format(unknown[0]))
        return text


class _HamletsEdit(TextEdit):
    """Names of hamlets; refuses one that the commune does not have."""

    def __init__(self, known: Sequence[tuple[str, str]], linked: Sequence[str]) -> None:
        super().__init__("; ".join(linked))
        self._known = known

    def read(self, text: str) -> object:
        works.hamlets_in(text, self._known)
        return text


def codes_in(text: str) -> list[str]:
    return text.replace(",", " ").replace(";", " ").split()
