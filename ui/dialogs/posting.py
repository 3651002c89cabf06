"""Where and how long the report hangs out; and one time that it was read out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.domain.consultation import Broadcast, Publication
from ntm_desktop.services import consultation
from ntm_desktop.text import format_date
from ui.context import Context
from ui.dialogs.record import RecordDialog, content, day
from ui.widgets.edits import DateEdit, TextEdit
from ui.widgets.forms import Field

if TYPE_CHECKING:
    from ui.tasks import Session


class PublicationDialog(RecordDialog):
    def __init__(self, parent: QWidget, context: Context, known: Publication | None = None) -> None:
        title = self.tr("Sửa nơi niêm yết") if known else self.tr("Thêm nơi niêm yết")
        super().__init__(parent, context, title, self.tr("&Ghi") if known else self.tr("&Thêm nơi niêm yết"))
        self._known = known
        first, last = DateEdit(), DateEdit()
        first.load_date(known.first if known else context.tasks.today())
        last.load_date(known.last if known else None)
        place = TextEdit(known.place if known else "", placeholder=self.tr("Trụ sở Ủy ban nhân dân xã"))
        self._place = Field(self.tr("Nơi n&iêm yết"), place)
        self._first = Field(self.tr("Từ ngà&y"), first)
        self._last = Field(
            self.tr("Đế&n ngày"), last, note=self.tr("Ngày cuối còn niêm yết; tính cả ngày đầu và ngày này.")
        )
        self._note = Field(self.tr("Ghi &chú"), TextEdit(known.note if known else ""))
        self.add_row(self._place)
        self.add_row(self._first, self._last)
        self.add_row(self._note)
        self.require(self._first, self.tr("Chưa nhập ngày bắt đầu niêm yết."))
        self.require(self._last, self.tr("Chưa nhập ngày cuối còn niêm yết."))
        self._place.edit.setFocus()

    def save(self) -> None:
        place, note = content(self._place), content(self._note)
        first, last, today = day(self._first), day(self._last), self.context.tasks.today()
        uid = self._known.uid if self._known else None
        assert first is not None
        assert last is not None

        def save(session: Session) -> Changes:
            return consultation.save_publication(
                session, place=place, first=first, last=last, today=today, note=note, uid=uid
            )

        self.write(f"Sửa nơi niêm yết {place}" if uid else f"Thêm nơi niêm yết {place}", save)

    def entries(self) -> Mapping[str, Field]:
        return {"place": self._place, "first": self._first, "last": self._last}


class BroadcastDialog(RecordDialog):
    def __init__(self, parent: QWidget, context: Context, known: Broadcast | None = None) -> None:
        title = self.tr("Sửa lần phát thanh") if known else self.tr("Thêm lần phát thanh")
        super().__init__(parent, context, title, self.tr("&Ghi") if known else self.tr("&Thêm lần phát"))
        self._known = known
        on = DateEdit()
        on.load_date(known.on if known else context.tasks.today())
        self._on = Field(self.tr("&Ngày phát"), on, note=self.tr("Một ngày phát nhiều lần thì ghi từng lần."))
        note = TextEdit(known.note if known else "", placeholder=self.tr("Bản tin buổi chiều"))
        self._note = Field(self.tr("Ghi &chú"), note)
        self.add_row(self._on)
        self.add_row(self._note)
        self.require(self._on, self.tr("Chưa nhập ngày phát."))
        self._on.edit.setFocus()

    def save(self) -> None:
        on, note, today = day(self._on), content(self._note), self.context.tasks.today()
        uid = self._known.uid if self._known else None
        assert on is not None

        def save(session: Session) -> Changes:
            return consultation.save_broadcast(session, on=on, today=today, note=note, uid=uid)

        shown = format_date(on)
        self.write(f"Sửa lần phát thanh ngày {shown}" if uid else f"Thêm lần phát thanh ngày {shown}", save)

    def entries(self) -> Mapping[str, Field]:
        return {"on": self._on}
