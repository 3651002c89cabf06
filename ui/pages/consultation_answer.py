"""The left side of *Lấy ý kiến*: may the dossier go up, and what stands against it, each with its cure."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ntm_desktop.domain.consulted import Break, BreakKind, stopping
from ntm_desktop.domain.overview import Link
from ntm_desktop.text import counted
from ui.tokens import State
from ui.widgets.cards import Card, Line
from ui.widgets.labels import Label, TwoLines, WholeLabel
from ui.widgets.marks import Mark
from ui.widgets.page import ANY_SIZE, Whole
from ui.wording import said

_SHAPES = {
    BreakKind.MISSING: State.NOT_ASSESSED,
    BreakKind.BROKEN: State.UNMET,
    BreakKind.NO_THRESHOLD: State.NO_TARGET,
    BreakKind.UNCONFIRMED: State.REGRESSED,
    BreakKind.UNUSUAL: State.REGRESSED,
}


class AnswerCard(Card):
    followed = Signal(object)  # Link

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Trình hồ sơ được chưa?"), parent=parent)
        self._shown: tuple[Break, ...] | None = None
        self.body.setContentsMargins(0, 9, 0, 2)
        self.head.setContentsMargins(14, 0, 14, 2)
        self.body.setSpacing(4)
        self._mark = Mark(State.UNMET, 20)
        self.what = Label("", "strong", wrap=True)
        self.why = Label("", "caption", "text2", wrap=True)
        row = QHBoxLayout()
        row.setContentsMargins(14, 2, 12, 6)
        row.setSpacing(10)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.what)
        words.addWidget(self.why)
        row.addLayout(words, 1)
        self._mark.hide()
        self._scroll = Whole()
        self._scroll.body.setSpacing(0)
        self.body.addLayout(row)
        self.body.addWidget(self._scroll, 1)

    def set_scrolls(self, *, scrolls: bool) -> None:
        """Whether the lines scroll inside, or all of them are in sight and the page scrolls."""
        self._scroll.set_most(0 if scrolls else ANY_SIZE)

    def show_breaks(self, breaks: Sequence[Break]) -> None:
        found = tuple(breaks)
        if found == self._shown:
            return  # the line that has the focus stays
        self._shown = found
        self._show_answer(found)
        self.note.setText(self.tr("{} điều").format(counted(len(found))) if found else self.tr("Đã đủ"))
        place = self._scroll.verticalScrollBar().value()
        body = self._scroll.body
        while body.count():
            item = body.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for one in found:
            line = BreakLine(one)
            line.pressed.connect(self._on_pressed)
            body.addWidget(line)
        body.addStretch(1)
        self._scroll.verticalScrollBar().setValue(place)

    def _show_answer(self, found: tuple[Break, ...]) -> None:
        stops = stopping(found)
        if stops:
            state, what = State.UNMET, self.tr("Chưa trình được hồ sơ")
            words = self.tr("Còn {} việc phải làm hoặc phải sửa; làm từ trên xuống.")
            why = words.format(counted(len(stops)))
        elif any(one.kind is BreakKind.UNUSUAL for one in found):
            state, what = State.REGRESSED, self.tr("Trình được, nhưng còn điều nên xem lại")
            why = self.tr("Đã lấy ý kiến xong. Xem lại các điều dưới đây trước khi trình.")
        elif found:
            state, what = State.REGRESSED, self.tr("Trình được, nhưng còn mức phải xem lại")
            why = self.tr("Đã lấy ý kiến xong. Nhập và đối chiếu các mức dưới đây để biết chắc là đủ.")
        else:
            state, what = State.MET, self.tr("Đã lấy ý kiến xong, trình hồ sơ được")
            why = self.tr("Đủ các bước, đúng thứ tự ngày và đạt mọi mức đã đối chiếu.")
        self._mark.set_state(state)
        self._mark.setToolTip("")
        self._mark.show()
        self.what.setText(what)
        self.what.set_tone(state)
        self.why.setText(why)

    def _on_pressed(self) -> None:
        line = self.sender()
        if isinstance(line, BreakLine):
            self.followed.emit(line.link)


class BreakLine(Line):
    """What is wrong, why, by which rule, and what to do; pressed, it leads to where that is done."""

    def __init__(self, one: Break) -> None:
        super().__init__(said(one.what), "", state=_SHAPES[one.kind])
        self.link: Link = one.link
        self.setAccessibleDescription(f"{one.why}. {one.source}. {one.action}")
        self.words.setSpacing(1)
        self.words.addWidget(WholeLabel(one.why, "caption", "text"))
        self.words.addWidget(TwoLines(self.tr("Căn cứ: {}").format(one.source), "caption", "text2"))
        self.words.addWidget(WholeLabel(one.action, "caption-medium", "accent"))
        for mark in self.findChildren(Mark):
            mark.setToolTip(self._word(one.kind))
            mark.setAccessibleName(self._word(one.kind))

    def _word(self, kind: BreakKind) -> str:
        words = {
            BreakKind.MISSING: self.tr("Chưa làm xong"),
            BreakKind.BROKEN: self.tr("Trái quy định"),
            BreakKind.NO_THRESHOLD: self.tr("Chưa có mức"),
            BreakKind.UNCONFIRMED: self.tr("Chưa đối chiếu"),
            BreakKind.UNUSUAL: self.tr("Nên xem lại"),
        }
        return words[kind]
