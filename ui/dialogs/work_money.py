"""The money of a work: what was approved, promised, allotted, paid and accepted. Amounts in đồng."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.domain.capital import SOURCE_NAMES, Movement, Source
from ntm_desktop.services import work_money
from ntm_desktop.services.works import WorkView
from ntm_desktop.text import format_int
from ui.context import Context
from ui.dialogs.record import RecordDialog, amount, content, day
from ui.widgets.edits import Choice, DateEdit, MoneyEdit, TextEdit
from ui.widgets.forms import Field
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from ui.tasks import Session

_INVESTMENT = "investment"


class MoneyDialog(RecordDialog):
    """One entry: the total investment, or a movement of one source in one budget year."""

    def __init__(self, parent: QWidget, context: Context, row: WorkView) -> None:
        super().__init__(parent, context, self.tr("Nhập vốn"), self.tr("&Nhập vốn"))
        self._row = row
        self.column.addWidget(Label(row.name, "medium", wrap=True))
        what, source, year, on = Choice(), Choice(), TextEdit(str(context.tasks.today().year)), DateEdit()
        what.set_options(
            [
                (_INVESTMENT, self.tr("Tổng mức đầu tư được duyệt")),
                (Movement.COMMITTED.value, self.tr("Cam kết")),
                (Movement.ALLOTTED.value, self.tr("Bố trí (giao kế hoạch vốn)")),
                (Movement.DISBURSED.value, self.tr("Giải ngân")),
            ]
        )
        what.load(Movement.ALLOTTED.value if row.state.account.total else _INVESTMENT)
        source.set_options([(one.value, name) for one, name in SOURCE_NAMES.items()])
        source.load(Source.COMMUNE.value)
        on.load_date(context.tasks.today())
        self._what = Field(self.tr("&Khoản"), what)
        self._source = Field(self.tr("Ngu&ồn"), source)
        self._year = Field(self.tr("Nă&m ngân sách"), year)
        self._programme = Field(self.tr("Chương t&rình lồng ghép"), TextEdit())
        self._amount = Field(self.tr("&Số tiền"), MoneyEdit(), self.tr("đồng"))
        self._on = Field(self.tr("N&gày"), on)
        self._reason = Field(
            self.tr("&Lý do"), TextEdit(), note=self.tr("Chỉ khi giảm số tiền hoặc điều chỉnh tổng mức.")
        )
        self.add_row(self._what, self._source)
        self.add_row(self._year, self._programme)
        self.add_row(self._amount, self._on)
        self.add_row(self._reason)
        self.require(self._amount, self.tr("Chưa nhập số tiền bằng đồng, ví dụ 250.000.000."))
        self.require(self._on, self.tr("Chưa nhập ngày."))
        what.committed.connect(self._show_parts)
        source.committed.connect(self._show_parts)
        self._show_parts()
        self._amount.edit.setFocus()

    def save(self) -> None:
        fields = (self._what, self._source, self._year, self._programme, self._reason)
        what, source, year, programme, reason = (content(field) for field in fields)
        uid, value, on, today = self._row.uid, amount(self._amount), day(self._on), self.context.tasks.today()
        assert value is not None
        assert on is not None

        def save(session: Session) -> Changes:
            if what == _INVESTMENT:
                return work_money.set_investment(
                    session, uid=uid, amount=value, on=on, today=today, reason=reason
                )
            return work_money.record_money(
                session, uid=uid, movement=Movement(what), source=Source(source), year=int(year),
                amount=value, on=on, today=today, programme=programme, reason=reason,
            )  # fmt: skip

        if what != _INVESTMENT and not year.isdecimal():
            self._year.show_error(self.tr("Nhập năm ngân sách, ví dụ {}.").format(today.year))
            return
        name = self._row.name
        self.write(f"Nhập tổng mức đầu tư {name}" if what == _INVESTMENT else f"Nhập vốn {name}", save)

    def _show_parts(self, _key: object = None) -> None:
        """A total investment has no source and no year; only what comes from elsewhere has a programme."""
        moves = content(self._what) != _INVESTMENT
        self._source.setVisible(moves)
        self._year.setVisible(moves)
        self._programme.setVisible(moves and content(self._source) == Source.INTEGRATED.value)


class AcceptDialog(RecordDialog):
    """The value of all that was accepted so far."""

    def __init__(self, parent: QWidget, context: Context, row: WorkView) -> None:
        super().__init__(parent, context, self.tr("Nhập nghiệm thu"), self.tr("&Nhập nghiệm thu"))
        self._row = row
        self.column.addWidget(Label(row.name, "medium", wrap=True))
        now = self.tr("Đã nghiệm thu lũy kế {} đồng.").format(format_int(row.state.account.accepted))
        self.column.addWidget(Label(now, "body", "text2", wrap=True))
        on = DateEdit()
        on.load_date(context.tasks.today())
        self._on = Field(self.tr("N&gày nghiệm thu"), on)
        self._value = Field(self.tr("Giá &trị lũy kế"), MoneyEdit(), self.tr("đồng"))
        self._note = Field(self.tr("Ghi ch&ú"), TextEdit())
        self._reason = Field(self.tr("&Lý do giảm"), TextEdit(), note=self.tr("Chỉ khi số lũy kế giảm."))
        self.add_row(self._on, self._value)
        self.add_row(self._note, self._reason)
        self.require(self._on, self.tr("Chưa nhập ngày."))
        self.require(self._value, self.tr("Chưa nhập số tiền bằng đồng, ví dụ 250.000.000."))
        self._value.edit.setFocus()

    def save(self) -> None:
        uid, value, on, today = self._row.uid, amount(self._value), day(self._on), self.context.tasks.today()
        note, reason = content(self._note), content(self._reason)
        assert value is not None
        assert on is not None

        def save(session: Session) -> Changes:
            return work_money.accept(
                session, uid=uid, value=value, on=on, today=today, note=note, reason=reason
            )

        self.write(f"Nhập nghiệm thu {self._row.name}", save)
