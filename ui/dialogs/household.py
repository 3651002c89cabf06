"""A household's name and hamlet, corrected wherever it is mentioned."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.services import households
from ui.context import Context
from ui.dialogs.record import RecordDialog, content
from ui.widgets.edits import Choice, TextEdit
from ui.widgets.forms import Field

if TYPE_CHECKING:
    from ui.tasks import Session


class HouseholdDialog(RecordDialog):
    def __init__(
        self,
        parent: QWidget,
        context: Context,
        uid: str,
        name: str,
        hamlet_uid: str,
        hamlets: Sequence[tuple[str, str]],
    ) -> None:
        super().__init__(
            parent,
            context,
            self.tr("Sửa tên hộ"),
            self.tr("&Ghi"),
            self.tr("Tên mới hiện ở mọi khoản đóng góp và thửa đất của hộ."),
        )
        self._uid, self._before = uid, name
        hamlet = Choice()
        hamlet.set_options(hamlets)
        hamlet.load(hamlet_uid)
        self._name = Field(self.tr("&Tên chủ hộ"), TextEdit(name))
        self._hamlet = Field(self.tr("T&hôn"), hamlet)
        self.add_row(self._name, self._hamlet)
        self.require(self._name, self.tr("Chưa nhập tên chủ hộ."))
        self._name.edit.setFocus()

    def save(self) -> None:
        uid, name, hamlet = self._uid, content(self._name), content(self._hamlet)

        def save(session: Session) -> Changes:
            return households.rename(session, uid=uid, name=name, hamlet_uid=hamlet)

        self.write(f"Sửa tên hộ {self._before}", save)
