"""A commitment of capital: who promised what by when; and a change of its amount. Amounts in đồng."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.domain.capital import SOURCE_NAMES, Source
from ntm_desktop.services import commitments
from ntm_desktop.services.commitments import AmountView, CommitmentView
from ntm_desktop.text import format_int
from ui.context import Context
from ui.dialogs.record import RecordDialog, amount, content, day
from ui.widgets.edits import Choice, DateEdit, MoneyEdit, TextEdit
from ui.widgets.forms import Field
from ui.widgets.labels import Label
from ui.wording import said

if TYPE_CHECKING:
    from ui.tasks import Session


class CommitmentDialog(RecordDialog):
    """Adds a commitment, or changes ``row`` but for its amount. ``works``: (uid, name)."""

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        row: CommitmentView | None,
        works: Sequence[tuple[str, str]],
    ) -> None:
        title = self.tr("Sửa cam kết") if row else self.tr("Thêm cam kết")
        super().__init__(parent, context, title, self.tr("&Ghi") if row else self.tr("&Thêm cam kết"))
        self._row = row
        today = context.tasks.today()
        work, source, on, due = Choice(), Choice(), DateEdit(), DateEdit()
        work.set_options([("", self.tr("Chung của xã")), *works])
        source.set_options([(one.value, said(name)) for one, name in SOURCE_NAMES.items()])
        work.load(row.work_uid or "" if row else "")
        source.load(row.source.value if row else Source.DISTRICT.value)
        on.load_date(row.made if row else today)
        due.load_date(row.due if row else None)
        self._promiser = Field(
            self.tr("Nơi &cam kết"),
            TextEdit(row.promiser if row else "", placeholder=self.tr("UBND huyện Minh Hóa")),
        )
        self._document = Field(
            self.tr("&Số văn bản"), TextEdit(row.number if row else "", placeholder="15/UBND-TCKH")
        )
        self._on = Field(self.tr("N&gày cam kết"), on)
        self._amount = Field(self.tr("Số t&iền"), MoneyEdit(), self.tr("đồng"))
        self._due = Field(self.tr("&Hạn bố trí"), due)
        self._work = Field(self.tr("Công t&rình"), work)
        self._source = Field(self.tr("Ng&uồn"), source)
        self._year = Field(self.tr("&Năm ngân sách"), TextEdit(str(row.year if row else today.year)))
        self._note = Field(self.tr("Điều &kiện, ghi chú"), TextEdit(row.note if row else ""))
        self.add_row(self._promiser, self._document)
        self.add_row(self._on, self._amount)
        self.add_row(self._work, self._due)
        self.add_row(self._source, self._year)
        self.add_row(self._note)
        self._on.setVisible(row is None)
        self._amount.setVisible(row is None)
        self.require(self._promiser, self.tr("Chưa nhập nơi cam kết."))
        self.require(self._due, self.tr("Chưa nhập hạn bố trí."))
        if row is None:
            self.require(self._on, self.tr("Chưa nhập ngày cam kết."))
            self.require(self._amount, self.tr("Chưa nhập số tiền bằng đồng, ví dụ 250.000.000."))
        self._promiser.edit.setFocus()

    def save(self) -> None:
        fields = (self._promiser, self._document, self._work, self._source, self._year, self._note)
        promiser, document, work, source, year, note = (content(field) for field in fields)
        value, on, due, today = amount(self._amount), day(self._on), day(self._due), self._today()
        uid = self._row.uid if self._row else None
        assert due is not None
        if not (year.isascii() and year.isdecimal()):
            self._year.show_error(self.tr("Nhập năm ngân sách, ví dụ {}.").format(today.year))
            self._year.edit.setFocus()
            return

        def save(session: Session) -> Changes:
            return commitments.save(
                session, uid=uid, promiser=promiser, amount=value, on=on, source=Source(source),
                year=int(year), due=due, today=today, work_uid=work or None, document=document, note=note,
            )  # fmt: skip

        what = f"cam kết vốn của {promiser}"
        self.write(f"Sửa {what}" if uid else f"Thêm {what}", save)

    def _today(self) -> date:
        return self.context.tasks.today()


class AmountDialog(RecordDialog):
    """More, less, or 0 from a day on; or, with ``corrected``, what was meant instead of an amount."""

    def __init__(
        self, parent: QWidget, context: Context, row: CommitmentView, corrected: AmountView | None = None
    ) -> None:
        title = self.tr("Sửa số tiền cam kết") if corrected else self.tr("Đổi số tiền cam kết")
        super().__init__(parent, context, title, self.tr("&Ghi"))
        self._row, self._corrected = row, corrected
        self.column.addWidget(Label(row.promiser, "medium", wrap=True))
        now = self.tr("Đang cam kết {} đồng. Rút hết thì nhập 0.").format(format_int(row.kept.promised))
        self.column.addWidget(Label(now, "body", "text2", wrap=True))
        on, value = DateEdit(), MoneyEdit()
        on.load_date(corrected.on if corrected else context.tasks.today())
        value.load_amount(corrected.amount if corrected else None)
        self._amount = Field(self.tr("Số t&iền cam kết mới"), value, self.tr("đồng"))
        self._on = Field(self.tr("Từ &ngày"), on)
        self._document = Field(self.tr("&Số văn bản"), TextEdit(corrected.number if corrected else ""))
        self._reason = Field(self.tr("&Lý do"), TextEdit())
        self.add_row(self._amount, self._on)
        self.add_row(self._document)
        self.add_row(self._reason)
        self.require(self._amount, self.tr("Chưa nhập số tiền bằng đồng, ví dụ 250.000.000."))
        self.require(self._on, self.tr("Chưa nhập ngày."))
        self.require(self._reason, self.tr("Chưa ghi lý do tăng, giảm, rút hoặc sửa."))
        self._amount.edit.setFocus()

    def save(self) -> None:
        uid, value, on, today = self._row.uid, amount(self._amount), day(self._on), self.context.tasks.today()
        document, reason = content(self._document), content(self._reason)
        corrected = self._corrected.uid if self._corrected else None
        assert value is not None
        assert on is not None

        def save(session: Session) -> Changes:
            return commitments.change_amount(
                session, uid=uid, amount=value, on=on, today=today, reason=reason, document=document,
                supersedes=corrected,
            )  # fmt: skip

        self.write(f"Đổi số tiền cam kết của {self._row.promiser}", save)
