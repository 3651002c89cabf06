"""The side panel of *Huy động*: the chosen gift with how its value came about; or the chosen plot of land."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ntm_desktop.domain.clearance import EVENT_NAMES, Form
from ntm_desktop.domain.contributions import GIVER_NAMES, GiverKind, Kind
from ntm_desktop.services.clearance import EventView, PlotView
from ntm_desktop.services.contributions import ContributionView
from ntm_desktop.text import format_date, format_decimal, format_int
from ui.models.mobilise import quantity_of, what_of
from ui.models.mobilise_land import MARKS
from ui.tokens import State
from ui.widgets.buttons import Button
from ui.widgets.cards import Line
from ui.widgets.flow import FlowLayout, flowing
from ui.widgets.labels import Label
from ui.widgets.marks import Badge
from ui.widgets.page import SidePanel
from ui.wording import said


class MobilisePanel(SidePanel):
    """One of the two parts is seen: what is chosen on the tab in front."""

    def __init__(self) -> None:
        super().__init__()
        self.gift, self.plot = GiftDetails(), PlotDetails()
        close = Button(self.tr("Đóng bảng chi tiết"), "icon", "x", self.tr("Đóng bảng chi tiết (Esc)"))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.gift.badge)
        head.addWidget(self.plot.badge)
        head.addStretch(1)
        head.addWidget(close)
        self.body.addLayout(head)
        self.body.addWidget(self.gift)
        self.body.addWidget(self.plot)
        self.body.addStretch(1)
        close.clicked.connect(self.close_panel)

    def show_gift(self, view: ContributionView) -> None:
        self._show(self.gift)
        self.gift.show_gift(view)
        self.open_panel()

    def show_plot(self, view: PlotView) -> None:
        self._show(self.plot)
        self.plot.show_plot(view)
        self.open_panel()

    def _show(self, part: GiftDetails | PlotDetails) -> None:
        for one in (self.gift, self.plot):
            one.setVisible(one is part)
            one.badge.setVisible(one is part)


class GiftDetails(QWidget):
    edit_requested = Signal()
    household_requested = Signal()
    withdraw_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.badge = Badge(State.NOT_APPLICABLE)
        self._giver = Label("", "card", wrap=True)
        self._facts = Label("", "body", "text2", wrap=True)
        self._value = Label("", "strong", wrap=True)
        self._how = Label("", "caption", "text2", wrap=True)
        self._note = Label("", "body", wrap=True)
        self._buttons = QWidget()
        flow = FlowLayout(8, self._buttons)
        self._buttons.setSizePolicy(flowing())
        edit = Button(self.tr("&Sửa"), "outlined", "pencil", writes=True)
        withdraw = Button(self.tr("&Rút đóng góp"), "outlined", "undo-2", writes=True)
        self._household = Button(self.tr("Sửa tên &hộ"), "link", writes=True)
        for button in (edit, withdraw, self._household):
            flow.addWidget(button)
        column = _column(self)
        for part in (self._giver, self._facts, self._value, self._how, self._note, self._buttons):
            column.addWidget(part)
        edit.clicked.connect(self.edit_requested)
        withdraw.clicked.connect(self.withdraw_requested)
        self._household.clicked.connect(self.household_requested)

    def show_gift(self, view: ContributionView) -> None:
        gift, gone = view.gift, bool(view.withdrawal)
        self._giver.setText(view.giver)
        self.badge.set_state(State.NOT_APPLICABLE, self.tr("Đã rút"))
        self.badge.setVisible(gone)
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
        self._household.setVisible(gift.giver is GiverKind.HOUSEHOLD)

    def _facts_of(self, view: ContributionView) -> list[str]:
        who = ", ".join(part for part in (said(GIVER_NAMES[view.gift.giver]), view.hamlet) if part)
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


class PlotDetails(QWidget):
    household_requested = Signal()
    event_requested = Signal()
    edit_requested = Signal()
    remove_requested = Signal()
    work_requested = Signal()
    correction_requested = Signal(object)  # EventView

    def __init__(self) -> None:
        super().__init__()
        self.badge = Badge(State.NOT_ASSESSED)
        self._who = Label("", "card", wrap=True)
        self._facts = Label("", "body", "text2", wrap=True)
        self._note = Label("", "body", wrap=True)
        self._events = QWidget()
        buttons = QWidget()
        flow = FlowLayout(8, buttons)
        buttons.setSizePolicy(flowing())
        record = Button(self.tr("&Ghi diễn biến"), "primary", "plus", writes=True)
        edit = Button(self.tr("&Sửa"), "outlined", "pencil", writes=True)
        remove = Button(self.tr("&Xóa thửa đất"), "outlined", "trash-2", writes=True)
        work = Button(self.tr("&Mở công trình"), "link")
        household = Button(self.tr("Sửa tên &hộ"), "link", writes=True)
        for button in (record, edit, remove, household, work):
            flow.addWidget(button)
        self._column = _column(self)
        for part in (self._who, self._facts, buttons, self._note, Label(self.tr("Diễn biến"), "strong")):
            self._column.addWidget(part)
        self._column.addWidget(self._events)
        record.clicked.connect(self.event_requested)
        edit.clicked.connect(self.edit_requested)
        remove.clicked.connect(self.remove_requested)
        work.clicked.connect(self.work_requested)
        household.clicked.connect(self.household_requested)

    def show_plot(self, view: PlotView) -> None:
        self.badge.set_state(MARKS[view.standing.state], said(view.state_text))
        self._who.setText(f"{view.household}, {view.hamlet}")
        self._facts.setText("\n".join(self._facts_of(view)))
        self._note.setText(view.note)
        self._note.setVisible(bool(view.note))
        self._show_events(view)

    def _facts_of(self, view: PlotView) -> list[str]:
        area = self.tr("{} m²").format(format_decimal(view.area))
        land = ", ".join(part for part in (view.place, area, view.land) if part)
        facts = [view.work, land[:1].upper() + land[1:], self.tr("Hình thức: {}").format(view.form_text)]
        if view.assets:
            facts.append(self.tr("Tài sản trên đất: {}").format(view.assets))
        if view.form is Form.COMPENSATED:
            decided, paid = view.standing.decided, view.standing.paid
            words = self.tr("Bồi thường: duyệt {}, đã chi trả {} đồng")
            none = self.tr("chưa duyệt bồi thường")
            facts.append(none if decided is None else words.format(format_int(decided), format_int(paid)))
        return facts

    def _show_events(self, view: PlotView) -> None:
        """Newest first; each leads to its correction."""
        before = self._events
        self._events = QWidget()
        column = _column(self._events)
        column.setSpacing(0)
        for event in view.events:
            what = f"{format_date(event.on)} · {said(EVENT_NAMES[event.kind])}"
            line = Line(what, self._about(event), link=self.tr("Sửa"), writes=True)
            line.setProperty("event", event)
            line.pressed.connect(self._on_line_pressed)
            column.addWidget(line)
            words = [event.note, self.tr("Lý do sửa: {}").format(event.reason) if event.reason else ""]
            if any(words):
                note = Label("\n".join(word for word in words if word), "caption", "text2", wrap=True)
                note.setContentsMargins(14, 0, 12, 6)
                note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                column.addWidget(note)
        if not view.events:
            column.addWidget(Label(self.tr("Chưa vận động hộ này."), "body", "text2", wrap=True))
        self._column.replaceWidget(before, self._events)
        before.hide()
        before.deleteLater()

    def _about(self, event: EventView) -> str:
        amount = "" if event.amount is None else self.tr("{} đồng").format(format_int(event.amount))
        return ", ".join(part for part in (amount, event.document) if part)

    def _on_line_pressed(self) -> None:
        self.correction_requested.emit(self.sender().property("event"))


def _column(holder: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    return column
