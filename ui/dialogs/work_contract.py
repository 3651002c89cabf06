"""A contract for building a work: with whom, for how much, from when to when; its annexes, and its end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.domain.stages import Stage, done_on, stage_name
from ntm_desktop.services import work_contracts, work_money
from ntm_desktop.services.work_contracts import AnnexView, ContractView, Papers
from ntm_desktop.services.work_money import ContractorView
from ntm_desktop.services.works import WorkView
from ntm_desktop.text import format_date, format_int
from ui.context import Context
from ui.dialogs.record import RecordDialog, amount, content, day
from ui.widgets.edits import Choice, DateEdit, MoneyEdit, TextEdit
from ui.widgets.forms import Field
from ui.widgets.labels import Label
from ui.wording import said

if TYPE_CHECKING:
    from ui.tasks import Session

_NEW = "new"


class ContractDialog(RecordDialog):
    """With a contractor of the list, or with one that is added in the same action.

    ``old`` is a contract that was entered wrongly: what is changed, and why, stays in the history.
    """

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        row: WorkView,
        contractors: Sequence[ContractorView],
        old: ContractView | None = None,
    ) -> None:
        title = self.tr("Nhập hợp đồng") if old is None else self.tr("Sửa hợp đồng")
        verb = self.tr("&Nhập hợp đồng") if old is None else self.tr("&Sửa hợp đồng")
        super().__init__(parent, context, title, verb)
        self._row, self._old = row, old
        self.column.addWidget(Label(row.name, "medium", wrap=True))
        builder, community = Choice(), Choice()
        known = [(view.uid, view.name) for view in contractors]
        unchosen = [("", self.tr("Chưa chọn"))] if known and old is None else []
        builder.set_options([*unchosen, (_NEW, self.tr("Đơn vị mới")), *known])
        builder.load("" if unchosen else _NEW)
        community.set_options(
            [("no", self.tr("Doanh nghiệp, hợp tác xã")), ("yes", self.tr("Cộng đồng, tổ nhóm thợ"))]
        )
        community.load("no")
        self._builder = Field(self.tr("Đơn &vị thi công"), builder)
        self._name = Field(self.tr("Tên đơn vị &mới"), TextEdit())
        self._community = Field(self.tr("&Loại đơn vị"), community)
        self._number = Field(self.tr("&Số hợp đồng"), TextEdit(placeholder="05/2021/XD"))
        self._signed = Field(self.tr("N&gày ký"), DateEdit())
        if self._fills_stage():
            note = self.tr("Giai đoạn {} chưa có ngày: ghi luôn ngày này.")
            self._signed.set_note(note.format(self._stage_name()))
        self._value = Field(self.tr("Giá hợ&p đồng"), MoneyEdit(), self.tr("đồng"))
        self._start = Field(self.tr("&Khởi công"), DateEdit())
        self._finish = Field(self.tr("&Hoàn thành"), DateEdit())
        self.add_row(self._builder)
        self.add_row(self._name, self._community)
        self.add_row(self._number, self._signed)
        self.add_row(self._value)
        self.add_row(self._start, self._finish)
        self._reason = Field(self.tr("Lý &do sửa"), TextEdit())
        if old is not None:
            self.add_row(self._reason)
            self.require(self._reason, self.tr("Ghi lý do sửa; hợp đồng đã nhập vẫn có trong Lịch sử."))
            builder.load(old.contractor_uid)
            _load(old, self._number, self._value, self._signed, self._start, self._finish)
        self.require(self._builder, self.tr("Chưa chọn đơn vị thi công."))
        self.require(self._signed, self.tr("Chưa nhập ngày ký."))
        self.require(self._value, self.tr("Chưa nhập giá hợp đồng bằng đồng, ví dụ 1.180.000.000."))
        self.require(self._start, self.tr("Chưa nhập ngày khởi công theo hợp đồng."))
        self.require(self._finish, self.tr("Chưa nhập ngày hoàn thành theo hợp đồng."))
        builder.committed.connect(self._show_parts)
        self._show_parts()
        (self._number if old is not None else self._builder).edit.setFocus()

    def told(self) -> str:
        """What was written besides the contract; "" nothing."""
        if not self._fills_stage():
            return ""
        words = self.tr("Đã nhập hợp đồng; giai đoạn {} xong ngày {}")
        return words.format(self._stage_name(), content(self._signed))

    def save(self) -> None:
        uid, chosen, today = self._row.uid, content(self._builder), self.context.tasks.today()
        name, number, community = content(self._name), content(self._number), content(self._community)
        signed, start, finish = day(self._signed), day(self._start), day(self._finish)
        value, reason = amount(self._value), content(self._reason)
        known = self._old.uid if self._old is not None else None
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
            if known is not None:
                return changes | work_money.sign_contract(
                    session, uid=uid, contractor_uid=builder, number=number, signed=signed, value=value,
                    start=start, finish=finish, today=today, contract_uid=known, correction=reason,
                )  # fmt: skip
            return changes | work_contracts.enter(
                session, uid=uid, contractor_uid=builder, number=number, signed=signed, value=value,
                start=start, finish=finish, today=today,
            )  # fmt: skip

        work = self._row.name
        self.write(f"Sửa hợp đồng {work}: {reason}" if known else f"Nhập hợp đồng {work}", save)

    def _fills_stage(self) -> bool:
        """A first contract says when the stage of signing was done."""
        today, stages = self.context.tasks.today(), self._row.facts.stages
        return self._old is None and done_on(stages, Stage.CONTRACT, today) is None

    def _stage_name(self) -> str:
        return said(stage_name(Stage.CONTRACT, self._row.facts.route))

    def _show_parts(self, _key: object = None) -> None:
        new = content(self._builder) == _NEW
        self._name.setVisible(new)
        self._community.setVisible(new)


class AnnexDialog(RecordDialog):
    """What an annex changes of a contract: its value, its end, or both; ``old`` one may be mended."""

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        row: WorkView,
        contract: ContractView,
        old: AnnexView | None = None,
    ) -> None:
        title = self.tr("Nhập phụ lục") if old is None else self.tr("Sửa phụ lục")
        verb = self.tr("&Nhập phụ lục") if old is None else self.tr("&Sửa phụ lục")
        super().__init__(parent, context, title, verb)
        self._row, self._contract, self._old = row, contract, old
        self.column.addWidget(Label(row.name, "medium", wrap=True))
        words = self.tr("Hợp đồng {} ký {}, giá {} đồng, hoàn thành {}.").format(
            contract.number, format_date(contract.signed), format_int(contract.value),
            format_date(contract.finish),
        )  # fmt: skip
        self.column.addWidget(Label(words, "body", "text2", wrap=True))
        self._number = Field(self.tr("&Số phụ lục"), TextEdit(placeholder="PL01-05/2021"))
        self._signed = Field(self.tr("N&gày ký"), DateEdit())
        self._value = Field(
            self.tr("Giá hợ&p đồng mới"),
            MoneyEdit(),
            self.tr("đồng"),
            note=self.tr("Bỏ trống nếu không đổi."),
        )
        self._finish = Field(
            self.tr("&Hoàn thành mới"), DateEdit(), note=self.tr("Bỏ trống nếu không gia hạn.")
        )
        self._reason = Field(self.tr("&Lý do điều chỉnh"), TextEdit(old.reason if old else ""))
        self.add_row(self._number, self._signed)
        self.add_row(self._value, self._finish)
        self.add_row(self._reason)
        self.require(self._signed, self.tr("Chưa nhập ngày ký."))
        self.require(self._reason, self.tr("Ghi lý do điều chỉnh hợp đồng."))
        self._why = Field(self.tr("Lý &do sửa"), TextEdit())
        if old is not None:
            self.add_row(self._why)
            self.require(self._why, self.tr("Ghi lý do sửa; phụ lục đã nhập vẫn có trong Lịch sử."))
            _load(old, self._number, self._value, self._signed, None, self._finish)
        self._number.edit.setFocus()

    def save(self) -> None:
        uid, contract, today = (
            self._old.uid if self._old else None,
            self._contract,
            self.context.tasks.today(),
        )
        number, reason, why = content(self._number), content(self._reason), content(self._why)
        signed, finish, value = day(self._signed), day(self._finish), amount(self._value)
        assert signed is not None

        def save(session: Session) -> Changes:
            return work_contracts.save_annex(
                session, contract_uid=contract.uid, number=number, signed=signed, today=today, value=value,
                finish=finish, reason=reason, uid=uid, correction=why,
            )  # fmt: skip

        work = self._row.name
        self.write(f"Sửa phụ lục hợp đồng {work}: {why}" if uid else f"Nhập phụ lục hợp đồng {work}", save)


class CloseDialog(RecordDialog):
    """How a work is closed: the settlement that was approved, and until when the builder warrants it."""

    def __init__(self, parent: QWidget, context: Context, row: WorkView, papers: Papers) -> None:
        super().__init__(parent, context, self.tr("Quyết toán, bảo hành"), self.tr("&Ghi"))
        self._row = row
        self.column.addWidget(Label(row.name, "medium", wrap=True))
        accepted = self.tr("Đã nghiệm thu lũy kế {} đồng.").format(format_int(row.state.account.accepted))
        self.column.addWidget(Label(accepted, "body", "text2", wrap=True))
        value, on, warranty = MoneyEdit(), DateEdit(), DateEdit()
        value.load_amount(papers.settled)
        on.load_date(papers.settled_on)
        warranty.load_date(papers.warranty_to)
        note = ""
        if row.state.finished is not None:
            usual = work_contracts.usual_warranty(row.state.finished)
            note = self.tr("Ít nhất 12 tháng từ ngày nghiệm thu: đến {}.").format(format_date(usual))
        self._value = Field(self.tr("Giá &trị quyết toán"), value, self.tr("đồng"))
        self._on = Field(self.tr("N&gày quyết định"), on)
        self._decision = Field(
            self.tr("&Số quyết định"), TextEdit(papers.settled_by, placeholder="728/QĐ-UBND")
        )
        self._issuer = Field(self.tr("&Cơ quan phê duyệt"), TextEdit())
        self._warranty = Field(self.tr("&Bảo hành đến"), warranty, note=note)
        self.add_row(self._value, self._on)
        self.add_row(self._decision, self._issuer)
        kept, released = MoneyEdit(), DateEdit()
        kept.load_amount(papers.retention)
        released.load_date(papers.released)
        usual_kept = work_contracts.usual_retention(papers.contracts)
        note = (
            self.tr("Thường 5% giá hợp đồng: {} đồng.").format(format_int(usual_kept)) if usual_kept else ""
        )
        self._kept = Field(self.tr("Tiền giữ &lại bảo hành"), kept, self.tr("đồng"), note=note)
        self._released = Field(
            self.tr("Đã t&rả ngày"), released, note=self.tr("Bỏ trống khi còn giữ tiền của đơn vị thi công.")
        )
        self.add_row(self._warranty)
        self.add_row(self._kept, self._released)
        self._value.edit.setFocus()

    def save(self) -> None:
        uid, today = self._row.uid, self.context.tasks.today()
        value, on, warranty = amount(self._value), day(self._on), day(self._warranty)
        decision, issuer = content(self._decision), content(self._issuer)
        kept, released = amount(self._kept), day(self._released)

        def save(session: Session) -> Changes:
            return work_contracts.close(
                session, uid=uid, settled=value, settled_on=on, decision=decision, issuer=issuer,
                warranty_to=warranty, today=today, retention=kept, released=released,
            )  # fmt: skip

        self.write(f"Ghi quyết toán, bảo hành {self._row.name}", save)


def _load(
    old: ContractView | AnnexView, number: Field, value: Field, signed: Field, start: Field | None, end: Field
) -> None:
    days = [(signed, old.signed), (end, old.finish)]
    if start is not None and isinstance(old, ContractView):
        days.append((start, old.start))
    for field, known in days:
        assert isinstance(field.edit, DateEdit)
        field.edit.load_date(known)
    assert isinstance(number.edit, TextEdit)
    assert isinstance(value.edit, MoneyEdit)
    number.edit.load(old.number)
    value.edit.load_amount(old.value)
