"""A commune that was merged into this one: what it was called until the day it ended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.services import commune
from ntm_desktop.services.commune import PredecessorView
from ui.context import Context
from ui.dialogs.record import RecordDialog, content, day
from ui.widgets.edits import DateEdit, TextEdit
from ui.widgets.forms import Field

if TYPE_CHECKING:
    from ui.tasks import Session


class PredecessorDialog(RecordDialog):
    """``known`` is the whole list, of which ``place`` is changed; None adds one."""

    def __init__(
        self, parent: QWidget, context: Context, known: Sequence[PredecessorView], place: int | None
    ) -> None:
        super().__init__(parent, context, self.tr("Xã trước sắp xếp"), self.tr("&Ghi"))
        self._known, self._place = known, place
        old = known[place] if place is not None else None
        self._name = Field(self.tr("Tê&n xã"), TextEdit(old.name if old else ""))
        self._code = Field(self.tr("&Mã xã"), TextEdit(old.code if old else ""))
        self._district = Field(self.tr("&Huyện"), TextEdit(old.district if old else ""))
        self._province = Field(self.tr("&Tỉnh, thành phố"), TextEdit(old.province if old else ""))
        until = DateEdit()
        until.load_date(old.valid_to if old else None)
        self._until = Field(self.tr("Đến hết ngà&y"), until, note=self.tr("Ngày cuối còn là một xã riêng."))
        self._recognised = Field(
            self.tr("&Kết quả công nhận cũ"),
            TextEdit(old.recognised if old else ""),
            note=self.tr("Ví dụ: đạt chuẩn nông thôn mới năm 2019."),
        )
        self.add_row(self._name, self._code)
        self.add_row(self._district, self._province)
        self.add_row(self._until, self._recognised)
        self.require(self._name, self.tr("Chưa nhập tên xã."))
        self.require(self._code, self.tr("Chưa nhập mã xã, ví dụ 18928."))
        self.require(self._until, self.tr("Chưa nhập ngày, ví dụ 30/6/2025."))
        self._name.edit.setFocus()

    def save(self) -> None:
        until = day(self._until)
        assert until is not None
        view = PredecessorView(
            uid=self._known[self._place].uid if self._place is not None else None,
            code=content(self._code),
            name=content(self._name),
            district=content(self._district),
            province=content(self._province),
            valid_to=until,
            recognised=content(self._recognised),
        )
        rows = list(self._known)
        if self._place is None:
            rows.append(view)
        else:
            rows[self._place] = view

        def save(session: Session) -> Changes:
            return commune.save_predecessors(session, rows=rows)

        self.write(f"Ghi xã trước sắp xếp {view.name}", save)
