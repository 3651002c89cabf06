"""Packages as prepared rows: sent, received, held; and the keys of the other sides. No queries."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from ntm_desktop.services.exchange import SENT_WORDS, Received, Sent, SentState
from ntm_desktop.services.exchange_words import kind_word
from ntm_desktop.services.keys import Peer
from ntm_desktop.services.quarantine import Held
from ntm_desktop.text import format_bytes, format_date, format_moment
from ui.models.rows import Cell, Column, Row
from ui.tokens import State
from ui.wording import said

SENT_MARKS = {
    SentState.NOT_WRITTEN: State.UNMET,
    SentState.SILENT: State.NOT_ASSESSED,
    SentState.CONFIRMED: State.MET,
    SentState.REPLACED: State.NOT_APPLICABLE,
}
SENT_KIND, SENT_TO = 2, 3
RECEIVED_AUTHOR = 4


def number_word(epoch: int, seq: int, newest: int) -> str:
    """The number of a package; of an older epoch it says so."""
    if epoch == newest:
        return str(seq)
    return QCoreApplication.translate("Exchange", "{} (đợt {})").format(seq, epoch)


def sent_columns() -> tuple[Column, ...]:
    translate = QCoreApplication.translate
    return (
        Column(translate("Exchange", "Số"), 70, right=True, full_title=translate("Exchange", "Số của gói")),
        Column(translate("Exchange", "Lập lúc"), 126),
        Column(translate("Exchange", "Nội dung"), 150),
        Column(translate("Exchange", "Nơi nhận"), 150),
        Column(translate("Exchange", "Ghi ra"), least=150),
        Column(
            translate("Exchange", "Tệp thiếu"),
            84,
            right=True,
            full_title=translate("Exchange", "Tệp nơi nhận chưa có"),
        ),
        Column(translate("Exchange", "Tình trạng"), 158),
    )


def sent_rows(views: Sequence[Sent]) -> list[Row]:
    newest = max((one.epoch for one in views), default=0)
    return [_sent_row(one, newest) for one in views]


def _sent_row(one: Sent, newest: int) -> Row:
    last = one.exports[0] if one.exports else None
    where = f"{last.medium}, {format_moment(last.at)}" if last else ""
    cells = (
        Cell(number_word(one.epoch, one.seq, newest)),
        Cell(format_moment(one.created_at)),
        Cell(said(kind_word(one.kind))),
        Cell(one.to_name, tooltip=one.to_name),
        Cell(where, tooltip=where),
        Cell(str(one.missing) if one.missing else "", strong=True),
        Cell(said(SENT_WORDS[one.state]), state=SENT_MARKS[one.state]),
    )
    return Row(cells, one.uid)


def received_columns() -> tuple[Column, ...]:
    translate = QCoreApplication.translate
    return (
        Column(translate("Exchange", "Số"), 70, right=True, full_title=translate("Exchange", "Số của gói")),
        Column(translate("Exchange", "Nhận lúc"), 126),
        Column(translate("Exchange", "Nội dung"), 150),
        Column(
            translate("Exchange", "Lập lúc"),
            126,
            full_title=translate("Exchange", "Theo đồng hồ của nơi gửi"),
        ),
        Column(translate("Exchange", "Người lập"), least=140),
        Column(
            translate("Exchange", "Tệp thiếu"),
            84,
            right=True,
            full_title=translate("Exchange", "Tệp đính kèm chưa có"),
        ),
        Column(translate("Exchange", "Tình trạng"), 158),
    )


def received_rows(views: Sequence[Received]) -> list[Row]:
    newest = max((one.epoch for one in views), default=0)
    return [_received_row(one, newest) for one in views]


def _received_row(one: Received, newest: int) -> Row:
    if one.is_current:
        state = Cell(QCoreApplication.translate("Exchange", "Đang dùng"), state=State.MET)
    else:
        state = Cell(QCoreApplication.translate("Exchange", "Lưu lịch sử"), state=State.NOT_APPLICABLE)
    cells = (
        Cell(number_word(one.epoch, one.seq, newest)),
        Cell(format_moment(one.applied_at)),
        Cell(said(kind_word(one.kind))),
        Cell(format_moment(one.created_at)),
        Cell(one.author, tooltip=one.note or one.author),
        Cell(str(one.missing) if one.missing else "", strong=True),
        state,
    )
    return Row(cells, one.uid)


def held_columns() -> tuple[Column, ...]:
    translate = QCoreApplication.translate
    return (
        Column(translate("Exchange", "Tệp"), 240),
        Column(translate("Exchange", "Mã đơn vị gửi"), 110),
        Column(translate("Exchange", "Số"), 50, right=True),
        Column(translate("Exchange", "Cỡ"), 76, right=True),
        Column(translate("Exchange", "Vì sao chưa nhận"), least=260),
    )


def held_rows(views: Sequence[Held]) -> list[Row]:
    return [
        Row(
            (
                Cell(one.name, tooltip=one.name),
                Cell(one.unit),
                Cell(str(one.seq) if one.seq else ""),
                Cell(format_bytes(one.size, up=True)),
                Cell(one.why, tooltip=one.why),
            ),
            one.path,
        )
        for one in views
    ]


def peer_columns() -> tuple[Column, ...]:
    translate = QCoreApplication.translate
    return (
        Column(translate("Exchange", "Nơi trao đổi"), least=200),
        Column(translate("Exchange", "Mã"), 70),
        Column(translate("Exchange", "Ghi nhận ngày"), 104),
        Column(translate("Exchange", "Người ghi nhận"), 150),
        Column(translate("Exchange", "Tình trạng"), 130),
    )


def peer_rows(views: Sequence[Peer]) -> list[Row]:
    standing = [one.uid for one in views if not one.is_revoked]
    return [_peer_row(one, is_used=one.uid in standing[-1:]) for one in views]


def _peer_row(one: Peer, *, is_used: bool) -> Row:
    translate = QCoreApplication.translate
    if one.is_revoked:
        state = Cell(translate("Exchange", "Đã thu hồi"), state=State.NOT_APPLICABLE)
    elif is_used:
        state = Cell(translate("Exchange", "Đang dùng"), state=State.MET)
    else:
        state = Cell(translate("Exchange", "Khóa cũ"), state=State.NOT_ASSESSED)
    name = one.enrolment.name
    cells = (
        Cell(name, tooltip=name),
        Cell(one.enrolment.unit),
        Cell(format_date(one.pinned_on)),
        Cell(one.by),
        state,
    )
    return Row(cells, one.uid)
