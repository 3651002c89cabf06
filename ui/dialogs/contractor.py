"""A contractor of the list; and a letter that went to it, with the answer once there is one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.services import contractors, work_money
from ntm_desktop.services.contractors import ContractorRow, LetterView
from ui.context import Context
from ui.dialogs.record import RecordDialog, content, day
from ui.widgets.edits import Choice, DateEdit, TextArea, TextEdit
from ui.widgets.forms import Field
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from ui.tasks import Session

_TEXT_HEIGHT = 52  # two lines
_ALL = "*"


class ContractorDialog(RecordDialog):
    def __init__(self, parent: QWidget, context: Context, row: ContractorRow | None) -> None:
        title = self.tr("Sửa đơn vị thi công") if row else self.tr("Thêm đơn vị thi công")
        super().__init__(parent, context, title, self.tr("&Ghi") if row else self.tr("&Thêm đơn vị"))
        self._row = row
        kind = Choice()
        kind.set_options(
            [("no", self.tr("Doanh nghiệp, hợp tác xã")), ("yes", self.tr("Cộng đồng, tổ nhóm thợ"))]
        )
        kind.load("yes" if row and row.community else "no")
        self._name = Field(self.tr("Tê&n đơn vị"), TextEdit(row.name if row else ""))
        self._kind = Field(self.tr("&Loại đơn vị"), kind)
        self._address = Field(self.tr("Địa &chỉ"), TextEdit(row.address if row else ""))
        self._contact = Field(self.tr("Người liên &hệ, điện thoại"), TextEdit(row.contact if row else ""))
        self._tax_code = Field(self.tr("&Mã số thuế"), TextEdit(row.tax_code if row else ""))
        self.add_row(self._name)
        self.add_row(self._kind, self._tax_code)
        self.add_row(self._address)
        self.add_row(self._contact)
        self.require(self._name, self.tr("Chưa nhập tên đơn vị thi công."))
        self._name.edit.setFocus()

    def save(self) -> None:
        fields = (self._name, self._kind, self._address, self._contact, self._tax_code)
        name, kind, address, contact, tax_code = (content(field) for field in fields)
        uid = self._row.uid if self._row else None

        def save(session: Session) -> Changes:
            return work_money.save_contractor(
                session, uid=uid, name=name, community=kind == "yes", address=address, contact=contact,
                tax_code=tax_code,
            )  # fmt: skip

        self.write(f"Sửa đơn vị thi công {name}" if uid else f"Thêm đơn vị thi công {name}", save)


class LetterDialog(RecordDialog):
    """Records a letter about the works of a contractor, which says ``proposed`` and asks for an answer by
    ``due``; or changes ``letter``."""

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        row: ContractorRow,
        letter: LetterView | None = None,
        proposed: str = "",
        due: date | None = None,
    ) -> None:
        title = self.tr("Sửa công văn đôn đốc") if letter else self.tr("Ghi công văn đôn đốc")
        super().__init__(parent, context, title, self.tr("&Ghi công văn"))
        self._row, self._letter = row, letter
        self.column.addWidget(Label(row.name, "medium", wrap=True))
        sent, asked, answered, works = DateEdit(), DateEdit(), DateEdit(), Choice()
        text, answer = TextArea(), TextArea()
        for area in (text, answer):
            area.setFixedHeight(_TEXT_HEIGHT)
        sent.load_date(letter.sent if letter else context.tasks.today())
        asked.load_date(letter.asked if letter else due)
        answered.load_date(letter.answered if letter else None)
        text.load(letter.content if letter else proposed)
        answer.load(letter.answer if letter else "")
        self._works = _works_of(row, letter)
        options = list(self._works.items())
        if len(options) > 1:
            options = [(_ALL, self.tr("Tất cả công trình của đơn vị")), *options]
        works.set_options(options)
        chosen = [uid for uid, _name in letter.works] if letter else _unfinished(row)
        works.load(chosen[0] if len(chosen) == 1 else options[0][0] if options else "")
        self._number = Field(
            self.tr("&Số công văn"), TextEdit(letter.number if letter else "", placeholder="35/CV-BQL")
        )
        self._sent = Field(self.tr("&Ngày gửi"), sent)
        self._work = Field(self.tr("Công t&rình"), works)
        self._text = Field(self.tr("Nội &dung"), text)
        self._asked = Field(self.tr("&Hạn trả lời"), asked)
        self._answered = Field(self.tr("Ngày &trả lời"), answered)
        self._answer = Field(self.tr("Nội d&ung trả lời"), answer)
        self.add_row(self._number, self._sent)
        self.add_row(self._work, self._asked)
        self.add_row(self._text)
        self.add_row(self._answered)
        self.add_row(self._answer)
        self.require(self._sent, self.tr("Chưa nhập ngày gửi."))
        self.require(self._text, self.tr("Chưa nhập nội dung công văn."))
        (self._answered if letter else self._number).edit.setFocus()

    def save(self) -> None:
        number, text, answer, chosen = (
            content(field) for field in (self._number, self._text, self._answer, self._work)
        )
        sent, asked, answered = day(self._sent), day(self._asked), day(self._answered)
        contractor, today = self._row.uid, self.context.tasks.today()
        uid = self._letter.uid if self._letter else None
        works = list(self._works) if chosen == _ALL else [chosen] if chosen else []
        assert sent is not None

        def save(session: Session) -> Changes:
            return contractors.save_letter(
                session, uid=uid, contractor_uid=contractor, number=number, sent=sent, content=text,
                works=works, today=today, asked=asked, answered=answered, answer=answer,
            )  # fmt: skip

        what = f"công văn đôn đốc {self._row.name}"
        self.write(f"Sửa {what}" if uid else f"Ghi {what}", save)

    def entries(self) -> Mapping[str, Field]:
        return {
            "sent": self._sent,
            "asked": self._asked,
            "answered": self._answered,
            "answer": self._answer,
        }


def _works_of(row: ContractorRow, letter: LetterView | None) -> dict[str, str]:
    """Those it builds, and those that the letter names though somebody else builds them now."""
    return {work.uid: work.name for work in row.works} | dict(letter.works if letter else ())


def _unfinished(row: ContractorRow) -> list[str]:
    return [work.uid for work in row.works if work.state.built is None]
