"""What somebody gave: entering one gift, correcting it, taking it back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.domain.contributions import (
    GIVER_NAMES,
    KIND_NAMES,
    UNITS,
    GiverKind,
    Kind,
    Price,
    price_in_force,
    priced_items,
)
from ntm_desktop.errors import EntryRefused, NtmError
from ntm_desktop.services import contributions, households
from ntm_desktop.services.contributions import ContributionView, Told
from ntm_desktop.services.households import HouseholdView
from ntm_desktop.text import format_date, format_int
from ui.context import Context
from ui.dialogs.record import RecordDialog, amount, content, day
from ui.models.mobilise import quantity_of, what_of
from ui.widgets.edits import Choice, DateEdit, MoneyEdit, QuantityEdit, TextEdit
from ui.widgets.forms import Field
from ui.widgets.labels import Label
from ui.widgets.offering import OfferingEdit
from ui.wording import said

if TYPE_CHECKING:
    from ui.tasks import Session

_REGISTER, _AGREED, _NONE = "register", "agreed", "none"
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class GiftChoices:
    """What a gift may name: (key, words) of hamlets, works and indicators; and the prices in force."""

    hamlets: Sequence[tuple[str, str]]
    works: Sequence[tuple[str, str]]
    indicators: Sequence[tuple[str, str]]
    prices: Sequence[Price]


def no_hamlets() -> str:
    return QCoreApplication.translate(
        "Hamlets", "Xã chưa nhập thôn nào. Nhập danh sách thôn ở trang Thiết lập, mục Xã, rồi ghi lại."
    )


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:_MOST_NAMED]) + ("…" if len(names) > _MOST_NAMED else "")


class ContributionDialog(RecordDialog):
    """Enters a gift; or, with ``row``, what was meant instead of it, and why."""

    def __init__(
        self, parent: QWidget, context: Context, choices: GiftChoices, row: ContributionView | None = None
    ) -> None:
        title = self.tr("Sửa khoản đóng góp") if row else self.tr("Ghi đóng góp")
        super().__init__(parent, context, title, self.tr("&Ghi") if row else self.tr("&Ghi đóng góp"))
        self._row, self._prices = row, choices.prices
        gift = row.gift if row else None
        self._choices, self._households = choices, dict[str, list[str]]()
        giver_kind, hamlet, work, indicator = Choice(), Choice(), Choice(), Choice()
        kind, unit, pricing, on = Choice(), Choice(), Choice(), DateEdit()
        quantity, money, price = QuantityEdit(), MoneyEdit(), MoneyEdit()
        giver_kind.set_options([(one.value, said(name)) for one, name in GIVER_NAMES.items()])
        hamlet.set_options([("", self.tr("Ngoài thôn")), *choices.hamlets])
        work.set_options([("", self.tr("Không cho công trình nào")), *choices.works])
        indicator.set_options([("", self.tr("Không cho chỉ tiêu nào")), *choices.indicators])
        kind.set_options([(one.value, said(name)) for one, name in KIND_NAMES.items()])
        giver_kind.load((gift.giver if gift else GiverKind.HOUSEHOLD).value)
        first = choices.hamlets[0][0] if choices.hamlets else ""
        hamlet.load(gift.hamlet or "" if gift else first)
        work.load(gift.work or "" if gift else "")
        indicator.load(row.indicator if row else "")
        kind.load((gift.kind if gift else Kind.MONEY).value)
        on.load_date(gift.on if gift else context.tasks.today())
        if gift is not None:
            money.load_amount(gift.quantity if gift.kind is Kind.MONEY else None)
            quantity.load_quantity(None if gift.kind is Kind.MONEY else gift.quantity)
            price.load_amount(gift.price)
        self._giver_kind = Field(self.tr("Người đóng gó&p là"), giver_kind)
        self._hamlet = Field(self.tr("T&hôn"), hamlet)
        self._giver = Field(self.tr("&Tên chủ hộ"), OfferingEdit(row.giver if row else ""))
        self._on = Field(self.tr("Ngà&y đóng góp"), on)
        self._work = Field(self.tr("Công t&rình"), work)
        self._indicator = Field(self.tr("&Chỉ tiêu"), indicator)
        self._kind = Field(self.tr("&Loại"), kind)
        item = OfferingEdit(gift.item if gift else "")
        self._item = Field(self.tr("Tên hiện vật, l&oại đất"), item)
        self._money = Field(self.tr("&Số tiền"), money, self.tr("đồng"))
        self._quantity = Field(self.tr("&Số lượng"), quantity)
        self._unit = Field(self.tr("Đơn &vị"), unit)
        self._pricing = Field(self.tr("Cách tí&nh giá trị"), pricing)
        self._price = Field(self.tr("Đơn giá thỏ&a thuận"), price, self.tr("đồng"))
        self._document = Field(self.tr("&Biên bản, phiếu thu"), TextEdit(row.document if row else ""))
        self._note = Field(self.tr("Gh&i chú"), TextEdit(row.note if row else ""))
        self._reason = Field(self.tr("Lý &do sửa"), TextEdit())
        self.add_row(self._giver_kind, self._hamlet)
        self.add_row(self._giver, self._on)
        self.add_row(self._work, self._indicator)
        self.add_row(self._kind, self._item)
        self.add_row(self._money)
        self.add_row(self._quantity, self._unit)
        self.add_row(self._pricing, self._price)
        self.add_row(self._document, self._note)
        self.add_row(self._reason)
        self._load_units(gift.unit if gift else "")
        how = _NONE if gift and gift.unpriced else _AGREED if gift and gift.price is not None else _REGISTER
        self._load_pricing(how)
        self.require(self._on, self.tr("Chưa nhập ngày đóng góp."))
        for choice in (giver_kind, kind, pricing, unit):
            choice.committed.connect(self._on_kind_chosen)
        hamlet.committed.connect(self._offer_households)
        for line in (on, item):
            line.textChanged.connect(self._show_price)
        if not choices.hamlets:
            self._hamlet.set_note(no_hamlets())
        self._reason.setVisible(row is not None)
        self._show_parts()
        self._giver.edit.setFocus()
        context.tasks.read(households.list_households, self._on_households, self)

    def save(self) -> None:
        kind, giver_kind = self._kind_now(), GiverKind(content(self._giver_kind))
        money, how = kind is Kind.MONEY, content(self._pricing)
        field = self._money if money else self._quantity
        quantity, price = amount(field), amount(self._price)
        if quantity is None:
            field.show_error(self.tr("Chưa nhập số. Không đóng góp thì nhập số 0."))
            field.edit.setFocus()
            return
        if not money and how == _AGREED and price is None:
            self._price.show_error(self.tr("Chưa nhập đơn giá thỏa thuận, ví dụ 180.000."))
            self._price.edit.setFocus()
            return
        fields = (self._giver, self._hamlet, self._work, self._indicator, self._item, self._unit)
        giver, hamlet, work, indicator, item, unit = (content(one) for one in fields)
        document, note, reason = (content(one) for one in (self._document, self._note, self._reason))
        on, today = day(self._on), self.context.tasks.today()
        supersedes = self._row.uid if self._row else None
        assert on is not None

        told = Told(
            giver_kind=giver_kind, giver=giver, hamlet_uid=hamlet or None, kind=kind, quantity=quantity,
            unit=UNITS[kind][0] if money else unit, on=on, item=item, price=price if how == _AGREED else None,
            unpriced=how == _NONE and not money, work_uid=work or None, indicator=indicator,
            document=document, note=note, supersedes=supersedes, reason=reason,
        )  # fmt: skip

        def save(session: Session) -> Changes:
            return contributions.record(session, told, today=today)

        who = giver or self._hamlet_name()
        self.write(f"Sửa khoản đóng góp của {who}" if supersedes else f"Ghi đóng góp của {who}", save)

    def entries(self) -> Mapping[str, Field]:
        return {
            "on_date": self._on,
            "quantity": self._money if self._kind_now() is Kind.MONEY else self._quantity,
            "unit": self._unit,
            "price": self._price if content(self._pricing) == _AGREED else self._pricing,
            "giver": self._giver,
            "hamlet_uid": self._hamlet,
            "indicator": self._indicator,
            "reason": self._reason,
        }

    def refuse(self, error: NtmError) -> None:
        super().refuse(self._in_this_dialog(error) if isinstance(error, EntryRefused) else error)

    def _in_this_dialog(self, error: EntryRefused) -> NtmError:
        """The same, with what is to be done here about it."""
        if error.field == "hamlet_uid" and not self._choices.hamlets:
            return EntryRefused(error.field, no_hamlets())
        on = self._day_now()
        if error.field != "price" or content(self._pricing) == _AGREED or on is None:
            return error
        item, unit = content(self._item) or said(KIND_NAMES[self._kind_now()]).lower(), content(self._unit)
        if names := self._priced(on):
            words = self.tr(
                "Chưa có đơn giá {}, tính theo {}, áp dụng ngày {}. Ghi tên có đơn giá ({}), hoặc chọn "
                "“Đơn giá thỏa thuận” ở đây."
            )
            return EntryRefused(error.field, words.format(item, unit, format_date(on), _some(names)))
        words = self.tr(
            "Chưa có đơn giá {}, tính theo {}, áp dụng ngày {}. Chọn “Đơn giá thỏa thuận” ở đây, hoặc thêm "
            "vào bảng đơn giá."
        )
        return EntryRefused(error.field, words.format(item, unit, format_date(on)))

    # What the choices bring

    def _on_kind_chosen(self, _key: object = None) -> None:
        self._load_units(content(self._unit))
        self._load_pricing(content(self._pricing))
        self._show_parts()

    def _load_units(self, unit: str) -> None:
        units = UNITS[self._kind_now()]
        assert isinstance(self._unit.edit, Choice)
        self._unit.edit.set_options([(one, one) for one in units])
        self._unit.edit.load(unit if unit in units else units[0])

    def _load_pricing(self, how: str) -> None:
        options = [
            (_REGISTER, self.tr("Theo bảng đơn giá")),
            (_AGREED, self.tr("Đơn giá thỏa thuận")),
        ]
        if self._kind_now() is Kind.LAND:
            options.append((_NONE, self.tr("Không quy ra tiền")))
        assert isinstance(self._pricing.edit, Choice)
        self._pricing.edit.set_options(options)
        self._pricing.edit.load(how if how in dict(options) else _REGISTER)

    def _show_parts(self) -> None:
        giver, money = GiverKind(content(self._giver_kind)), self._kind_now() is Kind.MONEY
        self._giver.setVisible(giver is not GiverKind.HAMLET)
        self._giver.set_label(
            self.tr("&Tên chủ hộ") if giver is GiverKind.HOUSEHOLD else self.tr("&Tên tổ chức, người tài trợ")
        )
        self._money.setVisible(money)
        for field in (self._item, self._quantity, self._unit, self._pricing):
            field.setVisible(not money)
        self._price.setVisible(not money and content(self._pricing) == _AGREED)
        self._offer_households()
        self._show_price()

    def _on_households(self, found: tuple[HouseholdView, ...]) -> None:
        for one in found:
            self._households.setdefault(one.hamlet_uid, []).append(one.name)
        self._offer_households()

    def _offer_households(self, _key: object = None) -> None:
        """Those of the chosen hamlet."""
        is_one = content(self._giver_kind) == GiverKind.HOUSEHOLD.value
        names = self._households.get(content(self._hamlet), []) if is_one else []
        assert isinstance(self._giver.edit, OfferingEdit)
        self._giver.edit.offer(dict.fromkeys(names))

    def _show_price(self, _value: object = None) -> None:
        """Tells which price of the register holds on that day, and offers what has one."""
        note, on = "", self._day_now()
        names = self._priced(on) if on is not None else ()
        assert isinstance(self._item.edit, OfferingEdit)
        self._item.edit.offer(names)
        if content(self._pricing) == _REGISTER and on is not None:
            item, unit = content(self._item), content(self._unit)
            price = price_in_force(self._prices, self._kind_now(), item, unit, on)
            if price is None and names:
                note = self.tr("Chưa có đơn giá áp dụng ngày này. Có đơn giá: {}.").format(_some(names))
            elif price is None:
                note = self.tr("Chưa có đơn giá áp dụng ngày này.")
            else:
                note = self.tr("{} đồng/{}, áp dụng từ {}").format(
                    format_int(price.amount), unit, format_date(price.on)
                )
        self._pricing.set_note(note)

    def _priced(self, on: date) -> Sequence[str]:
        return priced_items(self._prices, self._kind_now(), content(self._unit), on)

    def _kind_now(self) -> Kind:
        return Kind(content(self._kind))

    def _day_now(self) -> date | None:
        try:
            return day(self._on)
        except NtmError:
            return None

    def _hamlet_name(self) -> str:
        assert isinstance(self._hamlet.edit, Choice)
        return self._hamlet.edit.currentText()


class WithdrawDialog(RecordDialog):
    """A giver takes back: from a day on the gift counts no more."""

    def __init__(self, parent: QWidget, context: Context, row: ContributionView) -> None:
        super().__init__(parent, context, self.tr("Rút khoản đóng góp"), self.tr("&Rút đóng góp"))
        self._row = row
        self.column.addWidget(Label(row.giver, "medium", wrap=True))
        given = f"{what_of(row)}, {quantity_of(row)}, {format_date(row.gift.on)}"
        self.column.addWidget(Label(given, "body", "text2", wrap=True))
        on = DateEdit()
        on.load_date(context.tasks.today())
        self._on = Field(self.tr("Ngà&y rút"), on)
        self._reason = Field(self.tr("&Lý do"), TextEdit())
        self.add_row(self._on, self._reason)
        self.require(self._on, self.tr("Chưa nhập ngày rút."))
        self.require(self._reason, self.tr("Ghi lý do rút, ví dụ hộ đổi ý sau khi đo lại đất."))
        self._reason.edit.setFocus()

    def save(self) -> None:
        uid, on, today = self._row.uid, day(self._on), self.context.tasks.today()
        reason = content(self._reason)
        assert on is not None

        def save(session: Session) -> Changes:
            return contributions.withdraw(session, uid=uid, on=on, today=today, reason=reason)

        self.write(f"Rút đóng góp của {self._row.giver}", save)

    def entries(self) -> Mapping[str, Field]:
        return {"on_date": self._on, "reason": self._reason}
