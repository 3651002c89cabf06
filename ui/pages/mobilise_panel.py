"""The side panel of *Huy động*: the chosen gift with how its value came about."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ntm_desktop.domain.contributions import GIVER_NAMES, Kind
from ntm_desktop.services.contributions import ContributionView
from ntm_desktop.text import format_date, format_int
from ui.models.mobilise import quantity_of, what_of
from ui.tokens import State
from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout, flowing
from ui.widgets.labels import Label
from ui.widgets.marks import Badge
from ui.widgets.page import SidePanel


class GiftPanel(SidePanel):
    edit_requested = Signal()
    withdraw_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._giver = Label("", "card", wrap=True)
        self._badge = Badge(State.NOT_APPLICABLE)
        self._facts = Label("", "body", "text2", wrap=True)
        self._value = Label("", "strong", wrap=True)
        self._how = Label("", "caption", "text2", wrap=True)
        self._note = Label("", "body", wrap=True)
        close = Button(self.tr("Đóng bảng chi tiết"), "icon", "x", self.tr("Đóng bảng chi tiết (Esc)"))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._badge)
        head.addStretch(1)
        head.addWidget(close)
        self._buttons = QWidget()
        flow = FlowLayout(8, self._buttons)
        self._buttons.setSizePolicy(flowing())
        edit = Button(self.tr("&Sửa"), "outlined", "pencil")
        withdraw = Button(self.tr("&Rút đóng góp"), "outlined", "undo-2")
        for button in (edit, withdraw):
            flow.addWidget(button)
        self.body.addLayout(head)
        for part in (self._giver, self._facts, self._value, self._how, self._note, self._buttons):
            self.body.addWidget(part)
        self.body.addStretch(1)
        close.clicked.connect(self.close_panel)
        edit.clicked.connect(self.edit_requested)
        withdraw.clicked.connect(self.withdraw_requested)

    def show_gift(self, view: ContributionView) -> None:
        gift, gone = view.gift, bool(view.withdrawal)
        self._giver.setText(view.giver)
        self._badge.set_state(State.NOT_APPLICABLE, self.tr("Đã rút"))
        self._badge.setVisible(gone)
        self._facts.setText("\n".join(self._facts_of(view)))
        value = view.valued.value
        worth = (
            self.tr("không quy ra tiền") if value is None else self.tr("{} đồng").format(format_int(value))
        )
        self._value.setText(worth if gift.kind is Kind.MONEY else f"{quantity_of(view)}: {worth}")
        self._how.setText(self._how_of(view))
        self._how.setVisible(bool(self._how.text()))
        words = [view.note]
        if gone and gift.withdrawn is not None:
            words.append(self.tr("Rút ngày {}: {}").format(format_date(gift.withdrawn), view.withdrawal))
        self._note.setText("\n".join(word for word in words if word))
        self._note.setVisible(bool(self._note.text()))
        self._buttons.setVisible(not gone)

    def _facts_of(self, view: ContributionView) -> list[str]:
        who = ", ".join(part for part in (GIVER_NAMES[view.gift.giver], view.hamlet) if part)
        facts = [who, what_of(view), view.purpose, format_date(view.gift.on)]
        if view.document:
            facts.append(self.tr("Chứng từ: {}").format(view.document))
        return facts

    def _how_of(self, view: ContributionView) -> str:
        """Where the price came from."""
        gift, price, on = view.gift, view.valued.price, view.valued.price_on
        if price is None or on is None:
            return ""
        amount = format_int(price)
        if gift.price is not None:
            return self.tr("Đơn giá thỏa thuận {} đồng/{}, ngày {}").format(
                amount, gift.unit, format_date(on)
            )
        return self.tr("Đơn giá {} đồng/{}, áp dụng từ {}").format(amount, gift.unit, format_date(on))
