"""A plot of land that a work needs, and one event of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.domain.clearance import EVENT_NAMES, FORM_NAMES, OF_MONEY, EventKind, Form, State
from ntm_desktop.errors import EntryRefused, NtmError
from ntm_desktop.services import clearance
from ntm_desktop.services.clearance import EventView, Listed, PlotView
from ui.context import Context
from ui.dialogs.contribution import GiftChoices, no_hamlets
from ui.dialogs.record import RecordDialog, amount, content, day
from ui.widgets.edits import Choice, DateEdit, MoneyEdit, QuantityEdit, TextEdit
from ui.widgets.forms import Field
from ui.widgets.labels import Label
from ui.wording import said

if TYPE_CHECKING:
    from ui.tasks import Session


class PlotDialog(RecordDialog):
    """Adds a plot, or changes ``row``; its events are another dialog's matter."""

    def __init__(
        self, parent: QWidget, context: Context, choices: GiftChoices, row: PlotView | None = None
    ) -> None:
        title = self.tr("Sửa thửa đất") if row else self.tr("Thêm thửa đất")
        super().__init__(parent, context, title, self.tr("&Ghi") if row else self.tr("&Thêm thửa đất"))
        self._row, self._knows_hamlets = row, bool(choices.hamlets)
        work, hamlet, form, since, area = Choice(), Choice(), Choice(), DateEdit(), QuantityEdit()
        work.set_options(choices.works)
        hamlet.set_options(choices.hamlets)
        form.set_options([(one.value, said(name)) for one, name in FORM_NAMES.items()])
        work.load(row.work_uid if row else "")
        hamlet.load(row.hamlet_uid if row else choices.hamlets[0][0] if choices.hamlets else "")
        form.load((row.form if row else Form.DONATED).value)
        since.load_date(row.since if row else context.tasks.today())
        area.load_quantity(row.area if row else None)
        self._work = Field(self.tr("Công t&rình"), work)
        self._giver = Field(self.tr("Tên chủ &hộ"), TextEdit(row.household if row else ""))
        self._hamlet = Field(self.tr("Thô&n"), hamlet)
        self._plot = Field(self.tr("&Số thửa"), TextEdit(row.plot if row else ""))
        self._sheet = Field(self.tr("Tờ &bản đồ"), TextEdit(row.sheet if row else ""))
        self._area = Field(self.tr("&Diện tích"), area, self.tr("m²"))
        self._land = Field(self.tr("&Loại đất"), TextEdit(row.land if row else ""))
        self._form = Field(self.tr("Hình thứ&c"), form)
        self._since = Field(self.tr("Ngà&y lập danh sách"), since)
        self._assets = Field(self.tr("Tà&i sản trên đất"), TextEdit(row.assets if row else ""))
        self._note = Field(self.tr("Ghi chú &khác"), TextEdit(row.note if row else ""))
        self.add_row(self._work)
        self.add_row(self._giver, self._hamlet)
        self.add_row(self._plot, self._sheet)
        self.add_row(self._area, self._land)
        self.add_row(self._form, self._since)
        self.add_row(self._assets, self._note)
        self.require(self._work, self.tr("Chưa chọn công trình cần mặt bằng."))
        self.require(self._giver, self.tr("Chưa nhập tên chủ hộ."))
        self.require(self._plot, self.tr("Chưa nhập số thửa đất."))
        self.require(self._area, self.tr("Chưa nhập diện tích, ví dụ 85."))
        self.require(self._since, self.tr("Chưa nhập ngày lập danh sách."))
        if not self._knows_hamlets:
            self._hamlet.set_note(no_hamlets())
        self._work.edit.setFocus()

    def refuse(self, error: NtmError) -> None:
        if isinstance(error, EntryRefused) and error.field == "hamlet_uid" and not self._knows_hamlets:
            error = EntryRefused(error.field, no_hamlets())
        super().refuse(error)

    def save(self) -> None:
        fields = (self._work, self._giver, self._hamlet, self._plot, self._sheet, self._land, self._form)
        work, giver, hamlet, plot, sheet, land, form = (content(field) for field in fields)
        assets, note = content(self._assets), content(self._note)
        area, since, today = amount(self._area), day(self._since), self.context.tasks.today()
        uid = self._row.uid if self._row else None
        assert area is not None
        assert since is not None

        listed = Listed(
            work_uid=work or None, giver=giver, hamlet_uid=hamlet or None, since=since, plot=plot,
            sheet=sheet, area=area, land=land, form=Form(form), assets=assets, note=note,
        )  # fmt: skip

        def save(session: Session) -> Changes:
            return clearance.save(session, listed, today=today, uid=uid)

        self.write(f"Sửa thửa đất của {giver}" if uid else f"Thêm thửa đất của {giver}", save)

    def entries(self) -> Mapping[str, Field]:
        return {
            "work_uid": self._work,
            "giver": self._giver,
            "hamlet_uid": self._hamlet,
            "plot": self._plot,
            "area": self._area,
            "since": self._since,
            "form": self._form,
        }


_NEXT = {
    State.NOT_STARTED: EventKind.INVENTORY,
    State.INVENTORIED: EventKind.AGREED,
    State.AGREED: EventKind.HANDED_OVER,
    State.PAID: EventKind.HANDED_OVER,
    State.HANDED_OVER: EventKind.PAID,
}
"""What most likely comes next: offered first."""


class PlotEventDialog(RecordDialog):
    """What happened on a day; or, with ``corrected``, what was meant instead of it, and why."""

    def __init__(
        self, parent: QWidget, context: Context, row: PlotView, corrected: EventView | None = None
    ) -> None:
        title = self.tr("Sửa diễn biến") if corrected else self.tr("Ghi diễn biến")
        super().__init__(parent, context, title, self.tr("&Ghi") if corrected else self.tr("&Ghi diễn biến"))
        self._row, self._corrected = row, corrected
        self.column.addWidget(Label(f"{row.household}, {row.place}", "medium", wrap=True))
        self.column.addWidget(Label(row.work, "body", "text2", wrap=True))
        kind, on, money = Choice(), DateEdit(), MoneyEdit()
        offered = [one for one in EventKind if row.form is Form.COMPENSATED or one not in OF_MONEY]
        kind.set_options([(one.value, said(EVENT_NAMES[one])) for one in offered])
        first = corrected.kind if corrected else _NEXT[row.standing.state]
        kind.load((first if first in offered else EventKind.HANDED_OVER).value)
        on.load_date(corrected.on if corrected else context.tasks.today())
        money.load_amount(corrected.amount if corrected else None)
        self._kind = Field(self.tr("&Diễn biến"), kind)
        self._on = Field(self.tr("&Ngày"), on)
        self._amount = Field(self.tr("Số &tiền"), money, self.tr("đồng"))
        self._document = Field(
            self.tr("&Số văn bản, biên bản"), TextEdit(corrected.document if corrected else "")
        )
        self._note = Field(self.tr("Nội d&ung"), TextEdit(corrected.note if corrected else ""))
        self._reason = Field(self.tr("&Lý do sửa"), TextEdit())
        self.add_row(self._kind, self._on)
        self.add_row(self._amount)
        self.add_row(self._document, self._note)
        self.add_row(self._reason)
        self.require(self._on, self.tr("Chưa nhập ngày."))
        kind.committed.connect(self._show_parts)
        self._reason.setVisible(corrected is not None)
        self._show_parts()
        self._kind.edit.setFocus()

    def save(self) -> None:
        fields = (self._kind, self._document, self._note, self._reason)
        kind, document, note, reason = (content(field) for field in fields)
        uid, on, money = self._row.uid, day(self._on), amount(self._amount)
        today, corrected = self.context.tasks.today(), self._corrected.uid if self._corrected else None
        assert on is not None

        def save(session: Session) -> Changes:
            return clearance.record_event(
                session, uid=uid, event=EventKind(kind), on=on, today=today, amount=money,
                document=document, note=note, supersedes=corrected, reason=reason,
            )  # fmt: skip

        who = self._row.household
        self.write(
            f"Sửa diễn biến mặt bằng của {who}" if corrected else f"Ghi diễn biến mặt bằng của {who}", save
        )

    def entries(self) -> Mapping[str, Field]:
        return {"on_date": self._on, "event": self._kind, "amount": self._amount, "reason": self._reason}

    def _show_parts(self, _key: object = None) -> None:
        self._amount.setVisible(EventKind(content(self._kind)) in OF_MONEY)
