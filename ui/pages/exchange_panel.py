"""One commune beside the list of an authority: what is to be done about it, and what went to and fro."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ntm_desktop.services.exchange import SENT_WORDS, ExchangeView
from ntm_desktop.services.exchange_communes import CommuneExchange
from ntm_desktop.services.exchange_todo import Act, Doing
from ntm_desktop.services.exchange_words import kind_word, numbers
from ntm_desktop.text import counted, format_moment
from ui.widgets.buttons import Button
from ui.widgets.cards import Line
from ui.widgets.labels import Label, Rule
from ui.widgets.page import SidePanel
from ui.wording import said

_MOST = 8
_ACTS = (Act.EXPORT, Act.EXPORT_ALL, Act.PIN)
"""Others lead to what stands here anyway."""


class CommunePanel(SidePanel):
    act_requested = Signal(object)  # Act

    def __init__(self) -> None:
        super().__init__()
        self._name = Label("", "selection", wrap=True)
        self._facts = Label("", "caption", "text2", wrap=True)
        self._inside = QWidget()
        close = Button(self.tr("Đóng bảng chi tiết"), "icon", "x", self.tr("Đóng bảng chi tiết (Esc)"))
        close.clicked.connect(self.close_panel)
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(close)
        self.body.addLayout(head)
        self.body.addWidget(self._facts)
        self.body.addWidget(self._inside)
        self.body.addStretch(1)

    def show_commune(self, line: CommuneExchange, view: ExchangeView, doings: Sequence[Doing]) -> None:
        self._name.setText(line.name)
        self._facts.setText(self._about(line, view))
        before, self._inside = self._inside, QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        self._add_doings(column, doings)
        self._add_received(column, view)
        self._add_sent(column, view)
        self.body.replaceWidget(before, self._inside)
        before.hide()
        before.deleteLater()
        self.open_panel()

    def _about(self, line: CommuneExchange, view: ExchangeView) -> str:
        facts = [self.tr("mã {}").format(line.code)]
        if view.silent:
            facts.append(self.tr("chưa xác nhận: số {}").format(numbers(view.silent)))
        if view.gaps:
            facts.append(self.tr("chưa nhận: số {}").format(numbers(view.gaps)))
        return " · ".join(facts)

    def _add_doings(self, column: QVBoxLayout, doings: Sequence[Doing]) -> None:
        column.addWidget(Label(self.tr("Việc cần làm"), "strong"))
        if not doings:
            column.addWidget(Label(self.tr("Không có việc gì."), "body", "text2"))
        for one in doings:
            acts = one.act in _ACTS
            line = Line(
                one.what, one.why, link=one.verb if acts else "", word="" if acts else " ", two_lines=True
            )
            line.setProperty("act", one.act)
            line.pressed.connect(self._on_pressed)
            column.addWidget(line)

    def _add_received(self, column: QVBoxLayout, view: ExchangeView) -> None:
        column.addSpacing(8)
        column.addWidget(Label(self.tr("Xã gửi đến"), "strong"))
        for one in view.received[:_MOST]:
            words = self.tr("Gói số {}, nhận lúc {}").format(one.seq, format_moment(one.applied_at))
            more = [said(kind_word(one.kind)), self.tr("mã {}").format(one.code)]
            if one.missing:
                more.append(self.tr("thiếu {} tệp").format(counted(one.missing)))
            self._add(column, words, " · ".join(more))
        if not view.received:
            column.addWidget(Label(self.tr("Chưa có gói nào."), "body", "text2"))

    def _add_sent(self, column: QVBoxLayout, view: ExchangeView) -> None:
        column.addSpacing(8)
        column.addWidget(Label(self.tr("Gửi cho xã"), "strong"))
        for one in view.sent[:_MOST]:
            words = self.tr("Gói số {}: {}").format(one.seq, said(SENT_WORDS[one.state]).lower())
            where = f"{one.exports[0].medium}, {format_moment(one.exports[0].at)}" if one.exports else ""
            self._add(column, words, where)
        if not view.sent:
            column.addWidget(Label(self.tr("Chưa gửi gói nào."), "body", "text2"))

    def _add(self, column: QVBoxLayout, what: str, more: str) -> None:
        column.addWidget(Rule())
        column.addWidget(Label(what, wrap=True))
        if more:
            column.addWidget(Label(more, "caption", "text2", wrap=True))

    def _on_pressed(self) -> None:
        act = self.sender().property("act")
        if act in _ACTS:
            self.act_requested.emit(act)
