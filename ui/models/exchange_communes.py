"""The communes of an authority as prepared rows: what came from each, what went to it. No queries."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from ntm_desktop.services.exchange import SENT_WORDS
from ntm_desktop.services.exchange_communes import CommuneExchange
from ntm_desktop.text import format_moment
from ui.models.exchange import SENT_MARKS
from ui.models.rows import Cell, Column, Row
from ui.tokens import State
from ui.wording import said

NAME, CODE, KEY, RECEIVED, AT, GAPS, SENT, STATE = range(8)


def columns() -> tuple[Column, ...]:
    translate = QCoreApplication.translate
    came = translate("ExchangeCommunes", "Số gói mới nhất xã gửi đến")
    lacking = translate("ExchangeCommunes", "Bao nhiêu số gói chưa đến")
    left = translate("ExchangeCommunes", "Số gói mới nhất đã lập cho xã")
    return (
        Column(translate("ExchangeCommunes", "Xã"), least=180),
        Column(translate("ExchangeCommunes", "Mã"), 76),
        Column(translate("ExchangeCommunes", "Khóa"), 140),
        Column(translate("ExchangeCommunes", "Gói đến"), 76, right=True, full_title=came),
        Column(translate("ExchangeCommunes", "Nhận lúc"), 126),
        Column(translate("ExchangeCommunes", "Thiếu số"), 84, right=True, full_title=lacking),
        Column(translate("ExchangeCommunes", "Gói đi"), 70, right=True, full_title=left),
        Column(translate("ExchangeCommunes", "Xã đã nhận chưa"), 158),
    )


def rows_of(views: Sequence[CommuneExchange]) -> list[Row]:
    return [_row(view) for view in views]


def _row(view: CommuneExchange) -> Row:
    translate = QCoreApplication.translate
    key = Cell(translate("ExchangeCommunes", "Đã ghi nhận"), "text2")
    if not view.is_pinned:
        key = Cell(translate("ExchangeCommunes", "Đã thu hồi"), state=State.UNMET)
    cells = (
        Cell(view.name, tooltip=view.name),
        Cell(view.code, "text2"),
        key,
        Cell(str(view.received[1]) if view.received else ""),
        Cell(format_moment(view.received_at) if view.received else translate("ExchangeCommunes", "chưa có")),
        Cell(str(view.gaps) if view.gaps else "", "unmet", strong=True),
        Cell(str(view.sent[1]) if view.sent else ""),
        Cell(said(SENT_WORDS[view.state]), state=SENT_MARKS[view.state]) if view.state else Cell(""),
    )
    return Row(cells, view.code)
