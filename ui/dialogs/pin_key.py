"""The other side's key is taken as its own once its code was typed off the signed paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.services import keys
from ntm_desktop.services.exchange_words import level_word
from ntm_desktop.services.keys import Enrolment
from ntm_desktop.text import office_time
from ui.context import Context
from ui.dialogs.record import RecordDialog
from ui.widgets.code_field import CodeField
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from ui.tasks import Session


class PinDialog(RecordDialog):
    """``told`` is the whole file. The code of the file is not shown: it would be copied, not compared."""

    def __init__(
        self, parent: QWidget, context: Context, told: bytes, one: Enrolment, *, of: str | None = None
    ) -> None:
        super().__init__(parent, context, self.tr("Ghi nhận khóa"), self.tr("&Ghi nhận khóa này"))
        self._told, self._one, self._of = told, one, of
        self.column.addWidget(Label(one.name, "selection", wrap=True))
        facts = self.tr("Mã đơn vị {} · {}").format(one.unit, level_word(one.level))
        self.column.addWidget(Label(facts, "body", "text2", wrap=True))
        why = self.tr(
            "Gõ mã trên phiếu khóa bằng giấy có chữ ký và dấu của nơi này, hoặc nghe đọc qua số điện thoại "
            "đã biết từ trước. Không chép mã từ tin nhắn gửi kèm tệp: ai đổi được tệp thì đổi được cả "
            "tin nhắn."
        )
        self.column.addWidget(Label(why, wrap=True))
        self._code = CodeField(
            self.tr("&Mã trên phiếu giấy (25 ký tự)"),
            self.tr("Chữ hoa, chữ thường và dấu gạch đều được."),
            lambda typed: keys.is_code_of(told, typed),
        )
        self.column.addWidget(self._code)
        self._code.changed.connect(self._on_code_changed)
        self._code.field.edit.setFocus()
        self._on_code_changed()

    def save(self) -> None:
        told, code = self._told, self._code.text()
        on = office_time(self.context.tasks.now()).date()

        def save(session: Session) -> Changes:
            return keys.pin(session, told, code=code, on=on)

        self.verb.setEnabled(False)
        action = f"Ghi nhận khóa của {self._one.name}"
        self.context.tasks.write(action, save, self._on_saved, self, failed=self._on_refused, of=self._of)

    def _on_code_changed(self) -> None:
        self.verb.setEnabled(self._code.is_right())
        if self._code.is_wrong():
            self.warn(
                self.tr(
                    "Mã không khớp: tệp này không phải của nơi đã ký phiếu, hoặc gõ nhầm. So lại từng nhóm 5 "
                    "ký tự; vẫn không khớp thì đừng ghi nhận, gọi hỏi nơi gửi."
                )
            )
        else:
            self.warn("")
