"""The key password: chosen when keys are made, asked once while the program is open, changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.errors import NtmError
from ntm_desktop.services import keys
from ntm_desktop.text import nfc
from ui.context import Context
from ui.dialogs.record import RecordDialog
from ui.widgets.cards import Note
from ui.widgets.edits import TextEdit
from ui.widgets.forms import Field

if TYPE_CHECKING:
    from ntm_desktop.services.keys import OwnKeys
    from ui.tasks import Session

_LEAST = 8
"""Letters; who steals the PC may guess as long as it takes."""


class PasswordEdit(TextEdit):
    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)


def typed(field: Field) -> str:
    """With its spaces: they are part of it."""
    assert isinstance(field.edit, TextEdit)
    return nfc(field.edit.text())


class UnlockDialog(RecordDialog):
    """``done`` gets the keys, which stay open until the program closes."""

    def __init__(self, parent: QWidget, context: Context, done: Callable[[OwnKeys], None]) -> None:
        super().__init__(
            parent,
            context,
            self.tr("Mật khẩu khóa"),
            self.tr("&Mở khóa"),
            self.tr(
                "Nhập mật khẩu mà cơ quan đã đặt khi lập khóa. Chỉ hỏi một lần cho đến khi đóng chương trình."
            ),
        )
        self._done = done
        self._password = Field(self.tr("Mật &khẩu khóa"), PasswordEdit())
        self.add_row(self._password)
        self.require(self._password, self.tr("Chưa nhập mật khẩu."))
        self._password.edit.setFocus()

    def save(self) -> None:
        password = typed(self._password)
        self.verb.setEnabled(False)

        def unlock(session: Session) -> OwnKeys:
            return keys.unlock(session, password=password)

        self.context.tasks.read(unlock, self._on_unlocked, self, failed=self._on_wrong)

    def reject(self) -> None:
        """A password that was begun is nothing to ask about."""
        self._given = None
        super().reject()

    def _on_unlocked(self, own: OwnKeys) -> None:
        self.context.keyring.own = own
        done = self._done
        self.accept()
        done(own)

    def _on_wrong(self, error: NtmError) -> None:
        self.verb.setEnabled(True)
        self._password.show_error(error.message)
        self._password.edit.setFocus()
        assert isinstance(self._password.edit, TextEdit)
        self._password.edit.selectAll()


class _NewPassword(RecordDialog):
    """A password typed twice, or knowingly none."""

    def __init__(self, parent: QWidget, context: Context, title: str, verb: str, words: str) -> None:
        super().__init__(parent, context, title, verb, words)
        self._first = Field(self.tr("&Mật khẩu khóa"), PasswordEdit(), note=self.tr("Ít nhất 8 ký tự."))
        self._second = Field(self.tr("&Nhập lại mật khẩu"), PasswordEdit())
        self._none = QCheckBox(self.tr("&Không đặt mật khẩu"))
        self._bare = Note(
            self.tr(
                "Không có mật khẩu thì khóa chỉ được bảo vệ bằng quyền mở thư mục dữ liệu trên máy này: ai "
                "mở được thư mục, hoặc lấy được máy, đều gửi được gói dưới tên đơn vị."
            ),
            icon="triangle-alert",
        )
        self._lost = Note(
            self.tr("Quên mật khẩu thì không lấy lại được. Ghi ra giấy, niêm phong, giao lãnh đạo giữ."),
        )

    def add_password(self) -> None:
        self.add_row(self._first, self._second)
        self.column.addWidget(self._none)
        self.column.addWidget(self._bare)
        self.column.addWidget(self._lost)
        self._none.toggled.connect(self._on_none_toggled)
        self._bare.hide()

    def chosen(self) -> str | None:
        """The password, "" for none; None after saying beside the field what is wrong."""
        if self._none.isChecked():
            return ""
        password = typed(self._first)
        if len(password) < _LEAST:
            self._first.show_error(
                self.tr("Mật khẩu cần ít nhất 8 ký tự.") if password else self.tr("Chưa nhập mật khẩu.")
            )
            self._first.edit.setFocus()
            return None
        if typed(self._second) != password:
            self._second.show_error(self.tr("Hai lần nhập không giống nhau. Nhập lại."))
            self._second.edit.setFocus()
            return None
        return password

    def _on_none_toggled(self, none: bool) -> None:
        for field in (self._first, self._second):
            field.setEnabled(not none)
            field.clear_error()
        self._bare.setVisible(none)
        self._lost.setVisible(not none)


class MakeKeysDialog(_NewPassword):
    def __init__(self, parent: QWidget, context: Context) -> None:
        super().__init__(
            parent,
            context,
            self.tr("Lập khóa của đơn vị"),
            self.tr("&Lập khóa"),
            self.tr(
                "Khóa ký và mã hóa mọi gói trao đổi: nơi nhận biết chắc gói của đơn vị, người nhặt được USB "
                "không đọc được. Lập một lần, trên máy giữ số liệu."
            ),
        )
        self.add_password()
        self._first.edit.setFocus()

    def save(self) -> None:
        password = self.chosen()
        if password is None:
            return
        made: list[OwnKeys] = []

        def save(session: Session) -> Changes:
            made.append(keys.init(session, password=password))
            return Changes.of("workplace")

        self._made = made
        self.write("Lập khóa của đơn vị", save)

    def _on_saved(self, changes: Changes) -> None:
        self.context.keyring.own = self._made.pop()
        super()._on_saved(changes)


class ChangePasswordDialog(_NewPassword):
    def __init__(self, parent: QWidget, context: Context, *, is_protected: bool) -> None:
        super().__init__(
            parent,
            context,
            self.tr("Đổi mật khẩu khóa"),
            self.tr("Đổi &mật khẩu"),
            self.tr("Khóa giữ nguyên, các nơi trao đổi không phải làm gì."),
        )
        self._old = Field(self.tr("Mật khẩu &hiện nay"), PasswordEdit())
        if is_protected:
            self.add_row(self._old)
            self.require(self._old, self.tr("Chưa nhập mật khẩu hiện nay."))
        self.add_password()
        (self._old if is_protected else self._first).edit.setFocus()

    def save(self) -> None:
        old, new = typed(self._old), self.chosen()
        if new is None:
            return

        def save(session: Session) -> Changes:
            return keys.change_password(session, old=old, new=new)

        self.write("Đổi mật khẩu khóa", save)

    def refuse(self, error: NtmError) -> None:
        if self._old.isVisible():
            self._old.show_error(error.message)
            self._old.edit.setFocus()
        else:
            super().refuse(error)
