"""The prices that contributions are valued at: those in the list, and a new one from a day on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.domain.contributions import KIND_NAMES, UNITS, Kind
from ntm_desktop.services import unit_prices
from ntm_desktop.services.unit_prices import PriceView
from ntm_desktop.text import format_date, format_int
from ui.context import Context
from ui.dialogs.record import RecordDialog, amount, content, day
from ui.models.rows import Cell, Column, Row
from ui.widgets.edits import Choice, DateEdit, MoneyEdit, TextEdit
from ui.widgets.forms import Field
from ui.widgets.table import Table
from ui.wording import said

if TYPE_CHECKING:
    from ui.tasks import Session

_ROWS = 6


class UnitPriceDialog(RecordDialog):
    """Adds a price, or corrects the one that is chosen, with a reason."""

    def __init__(self, parent: QWidget, context: Context, known: Sequence[PriceView]) -> None:
        super().__init__(
            parent,
            context,
            self.tr("Đơn giá đóng góp"),
            self.tr("&Ghi đơn giá"),
            self.tr("Khoản đã ghi giữ đơn giá của ngày đóng góp."),
        )
        self._known = {view.price.uid: view for view in known}
        self._chosen: PriceView | None = None
        self.table = Table(
            (
                Column(self.tr("Loại")),
                Column(self.tr("Đơn giá (đồng)"), 110, right=True),
                Column(self.tr("Đơn vị"), 64),
                Column(self.tr("Từ ngày"), 84, right=True),
            ),
            self.tr("Đơn giá đóng góp"),
        )
        self.table.show_rows([_row(view) for view in known])
        self.table.fit_rows(min(max(1, len(known)), _ROWS))
        self.table.setVisible(bool(known))
        self.column.addWidget(self.table)
        which, kind, unit, on = Choice(), Choice(), Choice(), DateEdit()
        fix = self.tr("Sửa: {}, {} đồng/{} từ {}")
        which.set_options(
            [
                ("", self.tr("Thêm đơn giá mới")),
                *(
                    (
                        view.price.uid,
                        fix.format(
                            view.what,
                            format_int(view.price.amount),
                            view.price.unit,
                            format_date(view.price.on),
                        ),
                    )
                    for view in known
                ),
            ]
        )
        which.load("")
        kind.set_options([(one.value, said(KIND_NAMES[one])) for one in Kind if one is not Kind.MONEY])
        kind.load(Kind.LABOUR.value)
        on.load_date(context.tasks.today())
        self._which = Field(self.tr("Việ&c"), which)
        self._kind = Field(self.tr("&Loại"), kind)
        self._item = Field(self.tr("Tên hiện vật, l&oại đất"), TextEdit())
        self._amount = Field(self.tr("Đơn g&iá"), MoneyEdit(), self.tr("đồng"))
        self._unit = Field(self.tr("Đơn &vị"), unit)
        self._on = Field(self.tr("Áp &dụng từ ngày"), on)
        self._document = Field(self.tr("&Số văn bản"), TextEdit())
        self._reason = Field(self.tr("Lý do sử&a"), TextEdit())
        self.add_row(self._which)
        self.add_row(self._kind, self._item)
        self.add_row(self._amount, self._unit)
        self.add_row(self._on, self._document)
        self.add_row(self._reason)
        self.require(self._amount, self.tr("Chưa nhập đơn giá, ví dụ 180.000."))
        self.require(self._on, self.tr("Chưa nhập ngày áp dụng."))
        self._load_units("")
        self._reason.hide()
        kind.committed.connect(self._on_kind_chosen)
        which.committed.connect(self._on_which_chosen)
        self._amount.edit.setFocus()

    def save(self) -> None:
        kind, item, unit = (content(field) for field in (self._kind, self._item, self._unit))
        document, reason = content(self._document), content(self._reason)
        price, on, today = amount(self._amount), day(self._on), self.context.tasks.today()
        supersedes = self._chosen.price.uid if self._chosen else None
        assert price is not None
        assert on is not None

        def save(session: Session) -> Changes:
            return unit_prices.save(
                session, kind=Kind(kind), item=item, unit=unit, amount=price, on=on, today=today,
                document=document, supersedes=supersedes, reason=reason,
            )  # fmt: skip

        self.write("Sửa đơn giá đóng góp" if supersedes else "Nhập đơn giá đóng góp", save)

    def entries(self) -> Mapping[str, Field]:
        return {
            "kind": self._kind,
            "unit": self._unit,
            "amount": self._amount,
            "on_date": self._on,
            "reason": self._reason,
        }

    def _on_kind_chosen(self, _key: object = None) -> None:
        self._load_units(content(self._unit))

    def _on_which_chosen(self, uid: object) -> None:
        chosen = self._chosen = self._known.get(str(uid))
        self._reason.setVisible(chosen is not None)
        if chosen is None:
            return
        price = chosen.price
        for field, text in ((self._item, price.item), (self._document, chosen.document)):
            assert isinstance(field.edit, TextEdit)
            field.edit.load(text)
        assert isinstance(self._kind.edit, Choice)
        self._kind.edit.load(price.kind.value)
        self._load_units(price.unit)
        assert isinstance(self._amount.edit, MoneyEdit)
        self._amount.edit.load_amount(price.amount)
        assert isinstance(self._on.edit, DateEdit)
        self._on.edit.load_date(price.on)

    def _load_units(self, unit: str) -> None:
        units = UNITS[Kind(content(self._kind))]
        assert isinstance(self._unit.edit, Choice)
        self._unit.edit.set_options([(one, one) for one in units])
        self._unit.edit.load(unit if unit in units else units[0])


def _row(view: PriceView) -> Row:
    price = view.price
    cells = (
        Cell(view.what, tooltip=view.document),
        Cell(format_int(price.amount)),
        Cell(price.unit),
        Cell(format_date(price.on)),
    )
    return Row(cells, price.uid)
