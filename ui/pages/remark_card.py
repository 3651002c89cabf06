"""One remark: how it stands, what it says, the values of then and now, the answers, and what can be done.

``RemarksHere`` shows all that were made on one indicator or work, beside it.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ntm_desktop.domain.remarks import STATE_WORDS, Outcome
from ntm_desktop.domain.remarks import State as RemarkState
from ntm_desktop.services.remarks import RemarkView, Said
from ntm_desktop.text import format_date, format_moment
from ui.models.remarks import MARKS
from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout, flowing
from ui.widgets.labels import Label, Rule
from ui.widgets.marks import Badge
from ui.wording import said


class RemarkCard(QWidget):
    """The commune answers; the authority accepts, returns or withdraws. Each signal has the remark."""

    answer_requested = Signal(object)
    accept_requested = Signal(object)
    return_requested = Signal(object)
    withdraw_requested = Signal(object)

    def __init__(self, *, of_authority: bool) -> None:
        super().__init__()
        self._of_authority = of_authority
        self._view: RemarkView | None = None
        self._badge = Badge(MARKS[RemarkState.NEW])
        self._facts = Label("", "caption", "text2", wrap=True)
        self._body = Label("", wrap=True)
        self._then, self._now = Label("", wrap=True), Label("", "medium", wrap=True)
        self._answer = Button(self.tr("&Trả lời"), "primary", "corner-down-left")
        self._accept = Button(self.tr("&Chấp nhận"), "primary", "check")
        self._return = Button(self.tr("Trả &lại"), icon="undo-2")
        self._withdraw = Button(self.tr("&Rút nhận xét"), icon="x")
        self._acts = QWidget()
        self.acts = FlowLayout(8, self._acts)
        self._acts.setSizePolicy(flowing())
        self._story = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        for button in (self._answer, self._accept, self._return, self._withdraw):
            self.acts.addWidget(button)
        badge = QWidget()
        row = FlowLayout(8, badge)
        badge.setSizePolicy(flowing())
        row.add(self._badge, grows=False)
        for part in (badge, self._facts, self._body, self._then, self._now, self._story, self._acts):
            self._column.addWidget(part)
        self._answer.clicked.connect(self._on_answer)
        self._accept.clicked.connect(self._on_accept)
        self._return.clicked.connect(self._on_return)
        self._withdraw.clicked.connect(self._on_withdraw)

    def show_remark(self, view: RemarkView) -> None:
        self._view = view
        self._badge.set_state(MARKS[view.state], said(STATE_WORDS[view.state]))
        facts = [_signed(view.by, view.made_at), self.tr("trên gói số {}").format(view.on_seq)]
        if view.due:
            facts.append(self.tr("hạn {}").format(format_date(view.due)))
        self._facts.setText(" · ".join(facts))
        self._body.setText(view.body)
        self._then.setText(self.tr("Khi nhận xét: {}").format(view.value_then))
        self._now.setText(self.tr("Hiện nay: {}").format(view.value_now))
        self._then.setVisible(bool(view.value_then))
        self._now.setVisible(bool(view.value_now))
        is_open, decides = view.state.is_open, self._of_authority
        self._answer.setVisible(is_open and not decides)
        self._answer.setText(self.tr("&Trả lời lại") if view.said else self.tr("&Trả lời"))
        self._accept.setVisible(is_open and decides)
        self._return.setVisible(view.state is RemarkState.ANSWERED and decides)
        self._withdraw.setVisible(is_open and decides)
        self._show_story(view.said)

    # Slots

    def _on_answer(self) -> None:
        self.answer_requested.emit(self._view)

    def _on_accept(self) -> None:
        self.accept_requested.emit(self._view)

    def _on_return(self) -> None:
        self.return_requested.emit(self._view)

    def _on_withdraw(self) -> None:
        self.withdraw_requested.emit(self._view)

    def _show_story(self, story: Sequence[Said]) -> None:
        before = self._story
        self._story = QWidget()
        column = QVBoxLayout(self._story)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for one in story:
            column.addWidget(Rule())
            column.addWidget(Label(self._heading(one), "caption", "text2", wrap=True))
            if one.body:
                column.addWidget(Label(one.body, wrap=True))
        self._column.replaceWidget(before, self._story)
        self._story.setVisible(bool(story))
        before.hide()
        before.deleteLater()

    def _heading(self, one: Said) -> str:
        words = {
            None: self.tr("Xã trả lời"),
            Outcome.ACCEPTED: self.tr("Chấp nhận"),
            Outcome.RETURNED: self.tr("Trả lại"),
            Outcome.WITHDRAWN: self.tr("Rút nhận xét"),
        }
        return f"{words[one.outcome]} · {_signed(one.by, one.at)}"


def _signed(by: str, at: str) -> str:
    """An authority may have nobody in charge."""
    return ", ".join(filter(None, (by, format_moment(at))))


class RemarksHere(QWidget):
    """All that were made on one thing. ``made`` for each card, so that who owns it connects it."""

    made = Signal(object)  # RemarkCard

    def __init__(self, none: str = "", *, of_authority: bool) -> None:
        """``none``: said while there are none."""
        super().__init__()
        self._of_authority = of_authority
        self._shown: tuple[RemarkView, ...] = ()
        self._parts: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._title = Label(self.tr("Nhận xét của cơ quan thẩm định"), "strong")
        self._none = Label(none, "body", "text2")
        self._column.addWidget(self._title)
        self._column.addWidget(self._none)
        self._title.hide()

    def has_any(self) -> bool:
        return bool(self._shown)

    def show_remarks(self, views: Sequence[RemarkView]) -> None:
        """Newest first; those that are open stand above the closed ones."""
        shown = tuple(sorted(views, key=lambda view: not view.state.is_open))
        self._title.setVisible(bool(shown))
        self._none.setVisible(not shown and bool(self._none.text()))
        if shown == self._shown:
            return
        self._shown = shown
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = []
        for view in shown:
            card = RemarkCard(of_authority=self._of_authority)
            card.show_remark(view)
            self.made.emit(card)
            for part in (card, Rule()):
                self._column.addWidget(part)
                self._parts.append(part)
