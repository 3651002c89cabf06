"""Tab *Lịch sử*: every fact of one indicator with the verdict and the target of the day it was recorded."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ntm_desktop.services.indicators import FactRow
from ntm_desktop.text import format_date, office_time
from ui.tokens import State
from ui.widgets.buttons import Button
from ui.widgets.labels import Label, Rule
from ui.widgets.marks import Badge, state_word

_PORTION = 20  # entries made at once: each has a handful of labels


class HistoryTab(QWidget):
    """Newest first. A superseded fact stays, greyed, with the reason of its correction at the newer one."""

    remove_wanted = Signal(object)  # FactRow

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: tuple[FactRow, ...] = ()
        self._in_force = ""  # uid
        self._shown = False
        self._most = _PORTION
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_facts(self, facts: Sequence[FactRow], in_force: date | None) -> None:
        """``in_force``: the day of the fact that counts now.

        Ten years are hundreds of entries: they are made once the tab is looked at, the newest first.
        """
        if {fact.uid for fact in facts}.isdisjoint(fact.uid for fact in self._facts):
            self._most = _PORTION  # another indicator
        self._facts = tuple(facts)
        standing = (fact.uid for fact in facts if fact.as_of == in_force and not fact.superseded)
        self._in_force = next(standing, "")
        self._shown = False
        if self.isVisible():
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._shown:
            self._fill()

    def _fill(self) -> None:
        self._shown = True
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for fact in self._facts[: self._most]:
            entry = FactEntry(fact, in_force=fact.uid == self._in_force)
            entry.remove_wanted.connect(self.remove_wanted)
            self._column.addWidget(entry)
            self._column.addWidget(Rule())
        if len(self._facts) > self._most:
            more = Button(self.tr("&Xem {} số liệu cũ hơn").format(len(self._facts) - self._most), "link")
            more.clicked.connect(self._on_more_clicked)
            self._column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        if not self._facts:
            self._column.addWidget(
                Label(self.tr("Chưa có số liệu nào của chỉ tiêu này."), "body", "text2", wrap=True)
            )
        self._column.addStretch(1)

    def _on_more_clicked(self) -> None:
        self._most += _PORTION
        self._fill()


class FactEntry(QWidget):
    remove_wanted = Signal(object)

    def __init__(self, fact: FactRow, *, in_force: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fact = fact
        tone = "text3" if fact.superseded else "text"
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(format_date(fact.as_of), "strong", tone))
        state = State(fact.verdict.value)
        if fact.superseded:
            head.addWidget(Label(self.tr("{}, đã được thay").format(state_word(state)), "caption", "text3"))
        else:
            head.addWidget(Badge(state))
        if in_force:
            head.addWidget(Label(self.tr("đang dùng"), "caption-medium", "accent"))
        head.addStretch(1)
        if not fact.superseded:
            remove = Button(self.tr("Xóa"), "link", writes=True)
            remove.setAccessibleName(self.tr("Xóa số liệu ngày {}").format(format_date(fact.as_of)))
            remove.clicked.connect(self._on_remove_clicked)
            head.addWidget(remove)
        column.addLayout(head)
        column.addWidget(Label(fact.value_text, "body", tone, wrap=True))
        for line in self._lines():
            column.addWidget(Label(line, "caption", "text2", wrap=True))

    def _lines(self) -> list[str]:
        fact = self._fact
        typed = format_date(office_time(fact.recorded_at).date())
        return [
            line
            for line in (
                self.tr("Mức khi đó: {}").format(fact.target_text) if fact.target_text else "",
                self.tr("{} nhập ngày {}").format(fact.recorded_by, typed),
                self.tr("Ghi chú: {}").format(fact.note) if fact.note else "",
                self.tr("Lý do sửa: {}").format(fact.reason) if fact.reason else "",
            )
            if line
        ]

    def _on_remove_clicked(self) -> None:
        self.remove_wanted.emit(self._fact)
