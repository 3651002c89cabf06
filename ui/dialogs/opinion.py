"""An opinion on the report: who gave it and how, what it proposes, what the commune makes of that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.domain.consultation import (
    ACCEPTED_NAMES,
    GIVER_NAMES,
    OPINION_FORM_NAMES,
    Accepted,
    Giver,
    Opinion,
    OpinionForm,
)
from ntm_desktop.services import consultation
from ntm_desktop.services.commune import HamletView
from ui.context import Context
from ui.dialogs.record import RecordDialog, content, day
from ui.widgets.edits import Choice, DateEdit, TextArea, TextEdit
from ui.widgets.forms import Field
from ui.wording import said

if TYPE_CHECKING:
    from ui.tasks import Session

_LINES = 52  # px: two lines and a bit


class OpinionDialog(RecordDialog):
    def __init__(
        self,
        parent: QWidget,
        context: Context,
        hamlets: Sequence[HamletView],
        known: Opinion | None = None,
    ) -> None:
        title = self.tr("Sửa, trả lời ý kiến") if known else self.tr("Thêm ý kiến")
        super().__init__(parent, context, title, self.tr("&Ghi") if known else self.tr("&Thêm ý kiến"))
        self._known = known
        giver, form, hamlet, accepted, on = Choice(), Choice(), Choice(), Choice(), DateEdit()
        giver.set_options([(one.value, said(name)) for one, name in GIVER_NAMES.items()])
        form.set_options([(one.value, said(name)) for one, name in OPINION_FORM_NAMES.items()])
        hamlet.set_options([("", self.tr("Không riêng thôn nào")), *((str(h.uid), h.name) for h in hamlets)])
        answers = [(one.value, said(name)) for one, name in ACCEPTED_NAMES.items()]
        accepted.set_options([("", self.tr("Chưa trả lời, hoặc không có đề xuất")), *answers])
        giver.load((known.giver if known else Giver.FRONT).value)
        form.load((known.form if known else OpinionForm.WRITTEN).value)
        hamlet.load((known.hamlet_uid or "") if known else "")
        accepted.load(known.accepted.value if known and known.accepted else "")
        on.load_date(known.on if known else context.tasks.today())
        self._giver = Field(self.tr("Người gó&p ý"), giver)
        self._form = Field(self.tr("&Hình thức"), form)
        self._name = Field(self.tr("Tê&n người, tổ chức"), TextEdit(known.giver_name if known else ""))
        self._hamlet = Field(self.tr("Th&uộc thôn"), hamlet)
        self._on = Field(self.tr("Ngà&y"), on)
        self._number = Field(
            self.tr("&Số văn bản"), TextEdit(known.number if known else "", placeholder="12/MTTQ-BTT")
        )
        self._content = Field(self.tr("Nội &dung ý kiến"), _area(known.content if known else ""))
        self._proposal = Field(self.tr("Đề &xuất, kiến nghị"), _area(known.proposal if known else ""))
        self._accepted = Field(self.tr("UBND xã t&rả lời"), accepted)
        self._reply = Field(self.tr("Nội dung tiếp thu, giả&i trình"), _area(known.reply if known else ""))
        self.add_row(self._giver, self._form)
        self.add_row(self._name, self._hamlet)
        self.add_row(self._on, self._number)
        self.add_row(self._content)
        self.add_row(self._proposal)
        self.add_row(self._accepted)
        self.add_row(self._reply)
        self.require(self._on, self.tr("Chưa nhập ngày của ý kiến."))
        giver.committed.connect(self._show_parts)
        form.committed.connect(self._show_parts)
        self._show_parts()
        self._giver.edit.setFocus()

    def save(self) -> None:
        fields = (self._giver, self._form, self._name, self._hamlet, self._number, self._accepted)
        giver, form, name, hamlet, number, accepted = (content(field) for field in fields)
        words, proposal, reply = (content(f) for f in (self._content, self._proposal, self._reply))
        on, today, uid = day(self._on), self.context.tasks.today(), self._known.uid if self._known else None
        assert on is not None

        def save(session: Session) -> Changes:
            return consultation.save_opinion(
                session, giver=Giver(giver), form=OpinionForm(form), on=on, today=today, content=words,
                giver_name=name, hamlet_uid=hamlet or None, number=number, proposal=proposal, reply=reply,
                accepted=Accepted(accepted) if accepted else None, uid=uid,
            )  # fmt: skip

        who = name or GIVER_NAMES[Giver(giver)]
        self.write(f"Sửa ý kiến của {who}" if uid else f"Thêm ý kiến của {who}", save)

    def entries(self) -> Mapping[str, Field]:
        return {
            "giver_name": self._name,
            "on": self._on,
            "content": self._content,
            "reply": self._reply,
            "accepted": self._accepted,
        }

    def _show_parts(self, _key: object = None) -> None:
        """Only residents live in a hamlet; only a paper has a number."""
        self._hamlet.setVisible(content(self._giver) == Giver.RESIDENTS)
        self._number.setVisible(content(self._form) == OpinionForm.WRITTEN)


def _area(text: str) -> TextArea:
    area = TextArea()
    area.setFixedHeight(_LINES)
    area.load(text)
    return area
