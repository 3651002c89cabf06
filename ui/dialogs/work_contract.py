"""A contract for building a work: with whom, for how much, from when to when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.services import work_money
from ntm_desktop.services.work_money import ContractorView
from ntm_desktop.services.works import WorkView
from ui.context import Context
from ui.dialogs.record import RecordDialog, amount, content, day
from ui.widgets.edits import Choice, DateEdit, MoneyEdit, TextEdit
from ui.widgets.forms import Field
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from ui.tasks import Session

_NEW = "new"


class ContractDialog(RecordDialog):
    """With a contractor of the list, or with one that is added in the same action."""

    def __init__(
        self, parent: QWidget, context: Context, row: WorkView, contractors: Sequence[ContractorView]
    ) -> None:
        super().__init__(parent, context, self.tr("Nhập hợp đồng"), self.tr("&Nhập hợp đồng"))
        self._row = row
        self.column.addWidget(Label(row.name, "medium", wrap=True))
        builder, community = Choice(), Choice()
        known = [(view.uid, view.name) for view in contractors]
        builder.set_options([(_NEW, self.tr("Đơn vị mới")), *known])
        builder.load(row.contractor_uid or (known[0][0] if known else _NEW))
        community.set_options(
            [("no", self.tr("Doanh nghiệp, hợp tác xã")), ("yes", self.tr("Cộng đồng, tổ nhóm thợ"))]
        )
        community.load("no")
        self._builder = Field(self.tr("Đơn &vị thi công"), builder)
        self._name = Field(self.tr("Tên đơn vị &mới"), TextEdit())
        self._community = Field(self.tr("&Loại đơn vị"), community)
        self._number = Field(self.tr("&Số hợp đồng"), TextEdit(placeholder="05/2021/XD"))
        self._signed = Field(self.tr("N&gày ký"), DateEdit())
        self._value = Field(self.tr("Giá hợ&p đồng"), MoneyEdit(), self.tr("đồng"))
        self._start = Field(self.tr("&Khởi công"), DateEdit())
        self._finish = Field(self.tr("&Hoàn thành"), DateEdit())
        self.add_row(self._builder)
        self.add_row(self._name, self._community)
        self.add_row(self._number, self._signed)
        self.add_row(self._value)
        self.add_row(self._start, self._finish)
        self.require(self._signed, self.tr("Chưa nhập ngày ký."))
        self.require(self._value, self.tr("Chưa nhập giá hợp đồng bằng đồng, ví dụ 1.180.000.000."))
        self.require(self._start, self.tr("Chưa nhập ngày khởi công theo hợp đồng."))
        self.require(self._finish, self.tr("Chưa nhập ngày hoàn thành theo hợp đồng."))
        builder.committed.connect(self._show_parts)
        self._show_parts()
        self._number.edit.setFocus()

    def save(self) -> None:
        uid, chosen, today = self._row.uid, content(self._builder), self.context.tasks.today()
        name, number, community = content(self._name), content(self._number), content(self._community)
        signed, start, finish = day(self._signed), day(self._start), day(self._finish)
        value = amount(self._value)
        assert value is not None
        assert signed is not None
        assert start is not None
        assert finish is not None

        def save(session: Session) -> Changes:
            changes, builder = Changes(), chosen
            if chosen == _NEW:
                changes, builder = work_money.contractor_named(
                    session, name=name, community=community == "yes"
                )
            return changes | work_money.sign_contract(
                session, uid=uid, contractor_uid=builder, number=number, signed=signed, value=value,
                start=start, finish=finish, today=today,
            )  # fmt: skip

        self.write(f"Nhập hợp đồng {self._row.name}", save)

    def _show_parts(self, _key: object = None) -> None:
        new = content(self._builder) == _NEW
        self._name.setVisible(new)
        self._community.setVisible(new)
