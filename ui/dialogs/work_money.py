"""The money of a work: what was approved, promised, allotted, paid and accepted. Amounts in đồng."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.domain.alerts import overpaid_sentence
from ntm_desktop.domain.capital import (
    SOURCE_NAMES,
    MoneyFact,
    Movement,
    Overpaid,
    Source,
    is_doubtful_total,
    meant_in_millions,
    overpaid_by,
)
from ntm_desktop.services import work_money
from ntm_desktop.services.work_entries import Entry
from ntm_desktop.services.works import WorkView
from ntm_desktop.text import format_int
from ui.context import Context
from ui.dialogs.record import RecordDialog, amount, content, day
from ui.widgets.edits import Choice, DateEdit, MoneyEdit, TextEdit
from ui.widgets.forms import Field
from ui.widgets.labels import Label
from ui.wording import said

if TYPE_CHECKING:
    from ui.tasks import Session

_INVESTMENT = "investment"


class MoneyDialog(RecordDialog):
    """One entry: the total investment, or a movement of one source in one budget year.

    ``old`` is an entry to correct: what it is stays, the rest may change, and it asks why.
    """

    def __init__(
        self, parent: QWidget, context: Context, row: WorkView, old: Entry | None = None, kind: str = ""
    ) -> None:
        """``kind``: what it opens on, unless the work has no total investment yet."""
        title = self.tr("Nhập vốn") if old is None else self.tr("Sửa khoản vốn")
        verb = self.tr("&Nhập vốn") if old is None else self.tr("&Sửa khoản vốn")
        super().__init__(parent, context, title, verb)
        self._row, self._old = row, old
        self._sure: int | None = None  # a doubtful total that was meant
        self._seen: tuple[Overpaid, ...] = ()  # what is written all the same
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
        what.load((kind or Movement.ALLOTTED.value) if row.state.account.total else _INVESTMENT)
        source.set_options([(one.value, said(name)) for one, name in SOURCE_NAMES.items()])
        source.load(Source.COMMUNE.value)
        on.load_date(context.tasks.today())
        self._what = Field(self.tr("&Khoản"), what)
        self._source = Field(self.tr("Ngu&ồn"), source)
        self._year = Field(self.tr("Nă&m ngân sách"), year)
        self._programme = Field(self.tr("Chương t&rình lồng ghép"), TextEdit())
        unit = self.tr("Bằng đồng; gõ được 1,25 tỷ hay 850 triệu.")
        self._amount = Field(self.tr("&Số tiền"), MoneyEdit(), self.tr("đồng"), note=unit)
        self._on = Field(self.tr("N&gày"), on)
        note = self.tr("Chỉ khi giảm số tiền hoặc điều chỉnh tổng mức.")
        if old is None:
            self._reason = Field(self.tr("&Lý do"), TextEdit(), note=note)
        else:
            self._reason = Field(self.tr("&Lý do sửa"), TextEdit())
            self.require(self._reason, self.tr("Ghi lý do sửa; số đã nhập vẫn được lưu."))
        self.add_row(self._what, self._source)
        self.add_row(self._year, self._programme)
        self.add_row(self._amount, self._on)
        self.add_row(self._reason)
        self.require(self._amount, self.tr("Chưa nhập số tiền bằng đồng, ví dụ 250.000.000."))
        self.require(self._on, self.tr("Chưa nhập ngày."))
        what.committed.connect(self._show_parts)
        source.committed.connect(self._show_parts)
        if old is not None:
            what.load(old.kind)
            what.setEnabled(False)
            source.load(old.source.value if old.source else "")
            year.load("" if old.year is None else str(old.year))
            on.load_date(old.on)
            _line(self._programme).load(old.programme)
            _money(self._amount).load_amount(old.amount)
        self._show_parts()
        self._amount.edit.setFocus()

    def save(self) -> None:
        fields = (self._what, self._source, self._year, self._programme, self._reason)
        what, source, year, programme, reason = (content(field) for field in fields)
        uid, value, on, today = self._row.uid, amount(self._amount), day(self._on), self.context.tasks.today()
        corrected, note = (self._old.uid, self._old.note) if self._old is not None else (None, "")
        assert value is not None
        assert on is not None
        if what == _INVESTMENT and value > 0 and is_doubtful_total(value) and value != self._sure:
            self._ask_total(value)
            return

        def save(session: Session) -> Changes:
            if what == _INVESTMENT:
                return work_money.set_investment(
                    session, uid=uid, amount=value, on=on, today=today, reason=reason, supersedes=corrected
                )
            return work_money.record_money(
                session, uid=uid, movement=Movement(what), source=Source(source), year=int(year),
                amount=value, on=on, today=today, programme=programme, note=note, supersedes=corrected,
                reason=reason,
            )  # fmt: skip

        if what != _INVESTMENT and not year.isdecimal():
            self._year.show_error(self.tr("Nhập năm ngân sách, ví dụ {}.").format(today.year))
            return
        if what != _INVESTMENT:
            above = self._overpaid(MoneyFact(Movement(what), Source(source), int(year), value, on))
            if above and above != self._seen:
                self._ask_overpaid(above)
                return
        name = self._row.name
        if self._old is not None:
            self.write(f"Sửa tổng mức đầu tư {name}" if what == _INVESTMENT else f"Sửa vốn {name}", save)
            return
        self.write(f"Nhập tổng mức đầu tư {name}" if what == _INVESTMENT else f"Nhập vốn {name}", save)

    def kind(self) -> str:
        """What is entered."""
        return content(self._what)

    def _overpaid(self, entry: MoneyFact) -> tuple[Overpaid, ...]:
        old, before = self._old, None
        if old is not None and old.source is not None and old.year is not None:
            before = MoneyFact(entry.movement, old.source, old.year, old.amount, old.on)
        on = max(entry.on, self._row.state.on)
        return overpaid_by([entry], self._row.facts.money, instead_of=before, on=on)

    def _ask_overpaid(self, above: tuple[Overpaid, ...]) -> None:
        """Papers come in any order, so that it is shown and not refused."""

        def take() -> None:
            self._seen = above
            self.save()

        self.context.ask.confirm(
            self,
            self.tr("Giải ngân vượt vốn đã bố trí?"),
            self.tr(
                "{} Nếu quyết định giao vốn chưa nhập thì nhập sau; công trình còn cảnh báo đến khi đủ vốn."
            ).format(overpaid_sentence(above)),
            self.tr("&Vẫn ghi"),
            take,
            safe=self.tr("&Xem lại"),
        )

    def _ask_total(self, value: int) -> None:
        """Lists count in millions: a total typed as it stands there would be a million times too small."""
        meant = meant_in_millions(value)
        totals = [value] if meant is None else [meant, value]

        def take(index: int) -> None:
            self._sure = totals[index]
            _money(self._amount).load_amount(self._sure)
            self.save()

        self.context.ask.choose(
            self,
            self.tr("Tổng mức đầu tư {} đồng?").format(format_int(value)),
            self.tr("Số tiền trong ô tính bằng đồng. Danh sách công trình tính bằng triệu đồng."),
            [self.tr("Ghi {} đồng").format(format_int(total)) for total in totals],
            take,
        )

    def _show_parts(self, _key: object = None) -> None:
        """A total investment has no source and no year; only what comes from elsewhere has a programme."""
        moves = content(self._what) != _INVESTMENT
        total = self._row.state.account.total
        known = self.tr(
            "Đã có tổng mức {} đồng; số mới là mức điều chỉnh, phải ghi lý do. Nhập nhầm thì dùng Sửa khoản."
        )
        adjusts = not moves and bool(total) and self._old is None
        self._what.set_note(known.format(format_int(total)) if adjusts else "")
        self._source.setVisible(moves)
        self._year.setVisible(moves)
        self._programme.setVisible(moves and content(self._source) == Source.INTEGRATED.value)


class AcceptDialog(RecordDialog):
    """The value of all that was accepted so far; or, with ``old``, what was meant instead of it, and why."""

    def __init__(self, parent: QWidget, context: Context, row: WorkView, old: Entry | None = None) -> None:
        title = self.tr("Nhập nghiệm thu") if old is None else self.tr("Sửa nghiệm thu")
        verb = self.tr("&Nhập nghiệm thu") if old is None else self.tr("&Sửa nghiệm thu")
        super().__init__(parent, context, title, verb)
        self._row, self._old = row, old
        self.column.addWidget(Label(row.name, "medium", wrap=True))
        now = self.tr("Đã nghiệm thu lũy kế {} đồng.").format(format_int(row.state.account.accepted))
        self.column.addWidget(Label(now, "body", "text2", wrap=True))
        on = DateEdit()
        on.load_date(context.tasks.today())
        self._on = Field(self.tr("N&gày nghiệm thu"), on)
        self._value = Field(self.tr("Giá &trị lũy kế"), MoneyEdit(), self.tr("đồng"))
        self._note = Field(self.tr("Ghi ch&ú"), TextEdit())
        if old is None:
            self._reason = Field(self.tr("&Lý do giảm"), TextEdit(), note=self.tr("Chỉ khi số lũy kế giảm."))
        else:
            self._reason = Field(self.tr("&Lý do sửa"), TextEdit())
            self.require(self._reason, self.tr("Ghi lý do sửa; số đã nhập vẫn được lưu."))
            on.load_date(old.on)
            _money(self._value).load_amount(old.amount)
            _line(self._note).load(old.note)
        self.add_row(self._on, self._value)
        self.add_row(self._note, self._reason)
        self.require(self._on, self.tr("Chưa nhập ngày."))
        self.require(self._value, self.tr("Chưa nhập số tiền bằng đồng, ví dụ 250.000.000."))
        self._value.edit.setFocus()

    def save(self) -> None:
        uid, value, on, today = self._row.uid, amount(self._value), day(self._on), self.context.tasks.today()
        note, reason = content(self._note), content(self._reason)
        corrected = self._old.uid if self._old is not None else None
        assert value is not None
        assert on is not None

        def save(session: Session) -> Changes:
            return work_money.accept(
                session, uid=uid, value=value, on=on, today=today, note=note, supersedes=corrected,
                reason=reason,
            )  # fmt: skip

        name = self._row.name
        self.write(f"Sửa nghiệm thu {name}" if corrected else f"Nhập nghiệm thu {name}", save)


def _line(field: Field) -> TextEdit:
    assert isinstance(field.edit, TextEdit)
    return field.edit


def _money(field: Field) -> MoneyEdit:
    assert isinstance(field.edit, MoneyEdit)
    return field.edit
