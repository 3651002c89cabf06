"""The parts of the page *Trao đổi*: the answer above, what is to be done, packages sent, came and held."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ntm_desktop.services.exchange import ExchangeView, Received, Sent, SentState
from ntm_desktop.services.exchange_todo import Doing
from ntm_desktop.services.exchange_words import kind_word, numbers
from ntm_desktop.services.quarantine import Held
from ntm_desktop.text import counted, format_bytes, format_moment
from ui.models.exchange import (
    RECEIVED_AUTHOR,
    SENT_KIND,
    SENT_TO,
    held_columns,
    held_rows,
    received_columns,
    received_rows,
    sent_columns,
    sent_rows,
)
from ui.models.rows import Row
from ui.tokens import State
from ui.widgets.buttons import Button
from ui.widgets.cards import Beneath, Card, EmptyState, Line
from ui.widgets.flow import FlowLayout, flowing
from ui.widgets.labels import Label
from ui.widgets.marks import Mark
from ui.widgets.page import Scrolled
from ui.widgets.table import Table
from ui.wording import said

_CELL = 250  # px


class _AnswerCell(QWidget):
    def __init__(self, caption: str) -> None:
        super().__init__()
        self._answer, self._more = Label("", "card", wrap=True), Label("", "caption", "text2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(Label(caption, "caption", "text2"))
        column.addWidget(self._answer)
        column.addWidget(self._more)
        column.addStretch(1)

    def say(self, answer: str, more: str = "", tone: str = "text") -> None:
        self._answer.setText(answer)
        self._answer.set_tone(tone)
        self._more.setText(more)
        self._more.setVisible(bool(more))


class AnswerStrip(Card):
    """What do they have of us, what do we have of them, what do they say?"""

    def __init__(self) -> None:
        super().__init__()
        self._sent = _AnswerCell(self.tr("Đã gửi"))
        self._confirmed = _AnswerCell(self.tr("Nơi nhận đã có"))
        self._received = _AnswerCell(self.tr("Đã nhận"))
        self._said = _AnswerCell(self.tr("Nhận xét"))
        self._flow = FlowLayout(16, between_lines=8)
        for cell in (self._sent, self._confirmed, self._received, self._said):
            self._flow.add(cell, least=_CELL, grows=True)
        self.body.addLayout(self._flow)
        self.setSizePolicy(flowing())

    def show_view(self, view: ExchangeView, remarks: str) -> None:
        self._show_sent(view)
        self._show_confirmed(view)
        last = view.last_received
        if last is None:
            self._received.say(self.tr("Chưa nhận gói nào"))
        else:
            at = format_moment(last.applied_at)
            more = self.tr("{}, nhận lúc {}").format(said(kind_word(last.kind)), at)
            self._received.say(self.tr("Gói số {}").format(last.seq), more)
        self._said.say(remarks or self.tr("Chưa có nhận xét"))

    def _show_sent(self, view: ExchangeView) -> None:
        last = view.last_sent
        if last is None:
            self._sent.say(self.tr("Chưa gửi gói nào"))
        elif last.state is SentState.NOT_WRITTEN:
            self._sent.say(
                self.tr("Gói số {}").format(last.seq), self.tr("chưa ghi ra USB hoặc thư mục nào"), "unmet"
            )
        else:
            where = ""
            if last.exports:
                written = last.exports[0]
                where = self.tr("ghi ra {} lúc {}").format(written.medium, format_moment(written.at))
            self._sent.say(self.tr("Gói số {}").format(last.seq), where)

    def _show_confirmed(self, view: ExchangeView) -> None:
        confirmed = view.confirmed
        silent = self.tr("chưa xác nhận: số {}").format(numbers(view.silent)) if view.silent else ""
        if confirmed is not None:
            self._confirmed.say(self.tr("Đến gói số {}").format(confirmed.seq), silent)
        elif view.sent:
            self._confirmed.say(self.tr("Chưa biết"), silent)
        else:
            self._confirmed.say("–")


class DoingsView(QWidget):
    """What stays until it is mended, a line each; the whole line is pressed."""

    pressed = Signal(object)  # Act

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Doing, ...] | None = None
        self._card = Card()
        self._card.body.setContentsMargins(1, 1, 1, 1)
        self._card.body.setSpacing(0)
        self._inside = Scrolled()
        self._inside.body.setSpacing(0)
        self._card.body.addWidget(self._inside)
        self._lines = QWidget()
        self._inside.body.addWidget(self._lines)
        self._inside.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)

    def show_doings(self, doings: tuple[Doing, ...]) -> None:
        if doings == self._shown:
            return
        self._shown = doings
        before = self._lines
        self._lines = QWidget()
        column = QVBoxLayout(self._lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for number, one in enumerate(doings, 1):
            line = Line(one.what, one.why, number=str(number), link=one.verb, two_lines=True)
            line.setProperty("act", one.act)
            line.pressed.connect(self._on_pressed)
            column.addWidget(line)
        if not doings:
            column.addWidget(_Nothing(self.tr("Không còn việc gì phải làm ở đây.")))
        self._inside.body.replaceWidget(before, self._lines)
        before.hide()
        before.deleteLater()

    def _on_pressed(self) -> None:
        self.pressed.emit(self.sender().property("act"))


class _Nothing(QWidget):
    def __init__(self, words: str) -> None:
        super().__init__()
        row = FlowLayout(10, self)
        row.setContentsMargins(14, 12, 12, 12)
        row.addWidget(Mark(State.MET, 18))
        row.add(Label(words), grows=True)


V = TypeVar("V", Sent, Received, Held)


class _PackageList(QWidget, Generic[V]):
    """A table, what the chosen line says in full below it, and what stands there while there is none."""

    current_changed = Signal(object)

    def __init__(self, table: Table, empty: EmptyState) -> None:
        super().__init__()
        self.views: Sequence[V] = ()
        self.table, self.empty = table, empty
        self.beneath = Beneath()
        card = Card()
        card.body.setContentsMargins(1, 1, 1, 1)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self.beneath)
        card.body.addWidget(self.empty)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.column.addWidget(card, 1)
        self.table.current_changed.connect(self._on_current_changed)

    def show_views(self, views: Sequence[V]) -> None:
        self.views = views
        self.table.show_rows(self.rows_of(views))
        self.table.setVisible(bool(views))
        self.empty.setVisible(not views)
        self.show_chosen()

    def rows_of(self, views: Sequence[V]) -> Sequence[Row]:
        raise NotImplementedError

    def show_chosen(self) -> None:
        """What stands below the table."""
        raise NotImplementedError

    def _on_current_changed(self, data: object) -> None:
        self.show_chosen()
        self.current_changed.emit(data)


W = TypeVar("W", Sent, Received)


class _NumberedList(_PackageList[W]):
    """Of packages that have a row: links lead to them."""

    def select(self, uid: str) -> bool:
        return self.table.select(uid)

    def uids(self) -> Collection[str]:
        return [one.uid for one in self.views]

    def show_chosen(self) -> None:
        uid = self.table.current_data()
        one = next((one for one in self.views if one.uid == uid), None)
        if one is None:
            self.beneath.show_words()
        else:
            title, *lines = self.words_of(one)
            self.beneath.show_words(title, *lines)

    def words_of(self, one: W) -> Sequence[str]:
        """Title first."""
        raise NotImplementedError


class SentList(_NumberedList[Sent]):
    def __init__(self) -> None:
        empty = EmptyState(
            self.tr("Chưa gửi gói nào. Xuất gói ra USB rồi đưa cho nơi nhận."),
            self.tr("&Xuất gói"),
            helps=True,
        )
        super().__init__(Table(sent_columns(), self.tr("Gói đã gửi")), empty)
        self.table.give_way(SENT_TO, SENT_KIND)

    def rows_of(self, views: Sequence[Sent]) -> Sequence[Row]:
        return sent_rows(views)

    def words_of(self, one: Sent) -> Sequence[str]:
        lines = [
            self.tr("Gói số {} gửi {}").format(one.seq, one.to_name),
            self.tr("Mã của gói: {}").format(one.code),
        ]
        lines += [
            self.tr("{} ghi ra {}: {}, {}").format(
                format_moment(made.at), made.medium, made.name, format_bytes(made.bytes, up=True)
            )
            for made in one.exports[:3]
        ]
        if one.missing:
            lines.append(
                self.tr("Nơi nhận chưa có {} tệp: xuất gói thì được gửi kèm.").format(counted(one.missing))
            )
        return lines


class ReceivedList(_NumberedList[Received]):
    def __init__(self) -> None:
        empty = EmptyState(
            self.tr("Chưa nhận gói nào. Cắm USB có gói của nơi gửi rồi nhận."),
            self.tr("&Nhận gói"),
            helps=True,
        )
        super().__init__(Table(received_columns(), self.tr("Gói đã nhận")), empty)
        self.table.give_way(RECEIVED_AUTHOR)

    def rows_of(self, views: Sequence[Received]) -> Sequence[Row]:
        return received_rows(views)

    def words_of(self, one: Received) -> Sequence[str]:
        lines = [self.tr("Gói số {}").format(one.seq), self.tr("Mã của gói: {}").format(one.code)]
        if one.note:
            lines.append(self.tr("Lời nhắn: {}").format(one.note))
        if one.missing:
            lines.append(
                self.tr("Còn thiếu {} tệp đính kèm: báo nơi gửi gửi lại.").format(counted(one.missing))
            )
        if not one.is_current:
            lines.append(self.tr("Đã có gói mới hơn cùng loại: gói này chỉ để tra cứu."))
        return lines


class HeldList(_PackageList[Held]):
    """``retry``, ``instead`` and ``remove`` are of the chosen one."""

    retry_requested = Signal(object)  # Held
    instead_requested = Signal(object)
    """Of a fork: it is taken in the place of what was applied."""
    remove_requested = Signal(object)

    def __init__(self) -> None:
        empty = EmptyState(self.tr("Không có gói nào bị giữ lại."))
        super().__init__(Table(held_columns(), self.tr("Gói giữ lại")), empty)
        self._retry = Button(self.tr("&Thử lại"), icon="repeat")
        self._remove = Button(self.tr("&Xóa gói này"), icon="trash-2")
        self._bar = QWidget()
        flow = FlowLayout(8, self._bar)
        self._bar.setSizePolicy(flowing())
        words = self.tr(
            "Gói đến mà chưa nhận được, số liệu không bị đụng đến. Gói chờ khóa hoặc chờ gói mở đợt được thử "
            "lại sau mỗi lần nhận."
        )
        flow.add(Label(words, "caption", "text2", wrap=True), least=360, grows=True)
        flow.addWidget(self._remove)
        flow.addWidget(self._retry)
        self.column.insertWidget(0, self._bar)
        self._retry.clicked.connect(self._on_retry)
        self._remove.clicked.connect(self._on_remove)
        self.table.opened.connect(self._on_retry)

    def show_views(self, views: Sequence[Held]) -> None:
        self._bar.setVisible(bool(views))
        super().show_views(views)

    def rows_of(self, views: Sequence[Held]) -> Sequence[Row]:
        return held_rows(views)

    def chosen(self) -> Held | None:
        path = self.table.current_data()
        return next((one for one in self.views if isinstance(path, Path) and one.path == path), None)

    def show_chosen(self) -> None:
        one = self.chosen()
        self._retry.setEnabled(one is not None)
        self._remove.setEnabled(one is not None)
        is_fork = one is not None and one.is_fork
        again = self.tr("&Nhận tiếp các phần") if one is not None and one.parts else self.tr("&Thử lại")
        self._retry.setText(self.tr("&Nhận gói này thay") if is_fork else again)
        self._remove.setText(self.tr("&Giữ gói đã nhận") if is_fork else self.tr("&Xóa gói này"))
        if one is None:
            self.beneath.show_words()
            return
        if is_fork:
            codes = [
                self.tr("Đã nhận: gói số {}, mã {}").format(one.applied_seq, one.applied_code),
                self.tr("Giữ lại: gói số {}, mã {}").format(one.seq, one.code),
            ]
            self.beneath.show_words(one.name, one.why, *(codes if one.applied_code else codes[1:]))
            return
        facts = self.tr("Chưa kiểm chứng: mã đơn vị {}, gói số {}, mã gói {}").format(
            one.unit, one.seq, one.package_id[:8]
        )
        self.beneath.show_words(one.name, one.why, facts if one.seq else "")

    def _on_retry(self) -> None:
        if (one := self.chosen()) is not None:
            (self.instead_requested if one.is_fork else self.retry_requested).emit(one)

    def _on_remove(self) -> None:
        if (one := self.chosen()) is not None:
            self.remove_requested.emit(one)
