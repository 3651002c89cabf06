"""The side panel of *Vướng mắc*: one obstacle, or one commitment, with its story."""

from __future__ import annotations

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ntm_desktop.domain.obstacles import EVENT_NAMES, LEVEL_NAMES
from ntm_desktop.domain.obstacles import State as ObstacleState
from ntm_desktop.services.commitments import CommitmentView
from ntm_desktop.services.obstacles import EventView, ObstacleView
from ntm_desktop.text import format_date, format_int, millions
from ui.models.commitments import MARKS as PROMISE_MARKS
from ui.models.commitments import long_word_of as promise_word
from ui.models.commitments import source_words
from ui.models.obstacles import MARKS, long_word_of
from ui.tokens import State
from ui.widgets.buttons import Button
from ui.widgets.cards import Line, Note
from ui.widgets.flow import FlowLayout, flowing
from ui.widgets.labels import Label
from ui.widgets.marks import Badge
from ui.widgets.page import SidePanel
from ui.wording import said


class HeldUpPanel(SidePanel):
    """Shows one of the two; the page says which."""

    def __init__(self) -> None:
        super().__init__()
        self.obstacle, self.commitment = ObstacleDetails(), CommitmentDetails()
        for part in (self.obstacle, self.commitment):
            part.hide()
            part.close_requested.connect(self.close_panel)
            self.body.addWidget(part)
        self.body.addStretch(1)

    def open_with(self, part: QWidget) -> None:
        for one in (self.obstacle, self.commitment):
            one.setVisible(one is part)
        self.open_panel()


class _Details(QWidget):
    """A badge above a column of parts."""

    close_requested = Signal()
    edit_requested = Signal()
    remove_requested = Signal()
    correction_requested = Signal(object)  # of a line of its story

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._badge = Badge(State.NOT_ASSESSED)
        self._facts = Label("", "body", "text2", wrap=True)
        self._column.addWidget(_Head(self._badge, self.close_requested))

    def _buttons(self, first: Button, removal: str) -> QWidget:
        edit = Button(self.tr("&Sửa"), "outlined", "pencil", writes=True)
        remove = Button(removal, "outlined", "trash-2", writes=True)
        edit.clicked.connect(self.edit_requested)
        remove.clicked.connect(self.remove_requested)
        return _flowing(first, edit, remove)

    def _story_line(self, what: str, paper: str, told: object) -> Line:
        """Leads to the correction of what it tells."""
        line = Line(what, paper, link=self.tr("Sửa"), writes=True)
        line.setProperty("told", told)
        line.pressed.connect(self._on_line_pressed)
        return line

    def _on_line_pressed(self) -> None:
        self.correction_requested.emit(self.sender().property("told"))


class ObstacleDetails(_Details):
    event_requested = Signal()
    closing_requested = Signal()  # of an open one that waits for nothing more

    def __init__(self) -> None:
        super().__init__()
        self._what = Label("", "card", wrap=True)
        self._given = Note("", self.tr("Đóng &vướng mắc"))
        self._proposal_head = Label(self.tr("Đề xuất, kiến nghị"), "strong")
        self._proposal = Label("", "body", wrap=True)
        self._events = QWidget()
        record = Button(self.tr("&Ghi diễn biến"), "primary", "plus", writes=True)
        self._column.addWidget(self._what)
        self._column.addWidget(self._facts)
        self._column.addWidget(self._given)
        self._column.addWidget(self._buttons(record, self.tr("&Xóa vướng mắc")))
        self._column.addWidget(self._proposal_head)
        self._column.addWidget(self._proposal)
        self._column.addWidget(Label(self.tr("Diễn biến"), "strong"))
        self._column.addWidget(self._events)
        record.clicked.connect(self.event_requested)
        self._given.pressed.connect(self.closing_requested)

    def show_obstacle(self, view: ObstacleView) -> None:
        self._badge.set_state(MARKS[view.standing.state], long_word_of(view))
        self._what.setText(view.what)
        self._facts.setText("\n".join(self._facts_of(view)))
        self._given.setVisible(view.given is not None)
        if view.given is not None:
            self._given.set_text(self.tr("{} Vướng mắc này đã được giải quyết?").format(view.given.text))
        self._proposal.setText(view.proposal)
        self._proposal.setVisible(bool(view.proposal))
        self._proposal_head.setVisible(bool(view.proposal))
        self._show_events(view)

    def _facts_of(self, view: ObstacleView) -> list[str]:
        standing = view.standing
        days = format_int(standing.age)
        since = format_date(view.since)
        lasted = self.tr("Từ {}, đến nay {} ngày") if standing.is_open else self.tr("Từ {}, kéo dài {} ngày")
        facts = [said(view.subject), lasted.format(since, days)]
        level = said(LEVEL_NAMES[view.level])
        decider = f"{view.authority} ({level})" if view.authority else level
        facts.append(self.tr("Cấp giải quyết: {}").format(decider))
        if standing.due is not None and standing.is_open:
            facts.append(self.tr("Hạn trả lời: {}").format(format_date(standing.due)))
        facts.append(self.tr("Theo dõi: {}").format(view.person or self.tr("chưa giao")))
        return facts

    def _show_events(self, view: ObstacleView) -> None:
        """Newest first; each leads to its correction."""
        before, (self._events, column) = self._events, _listing()
        for event in view.events:
            what = f"{format_date(event.on)} · {said(EVENT_NAMES[event.kind])}"
            column.addWidget(self._story_line(what, self._paper(event), event))
            reason = self.tr("Lý do sửa: {}").format(event.reason) if event.reason else ""
            _add_words(column, event.note, reason)
        if not view.events:
            own = view.standing.state is ObstacleState.OWN
            words = self.tr("Chưa có diễn biến.") if own else self.tr("Chưa gửi cấp giải quyết.")
            column.addWidget(Label(words, "body", "text2", wrap=True))
        _replace(self._column, before, self._events)

    def _paper(self, event: EventView) -> str:
        number = self.tr("Số {}").format(event.number) if event.number else ""
        asked = self.tr("hạn trả lời {}").format(format_date(event.due)) if event.due else ""
        return ", ".join(part for part in (number, asked) if part)


class CommitmentDetails(_Details):
    change_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._who = Label("", "card", wrap=True)
        self._money = Label("", "strong", wrap=True)
        self._amounts = QWidget()
        change = Button(self.tr("Đổi số tiề&n"), "primary", "repeat", writes=True)
        self._column.addWidget(self._who)
        self._column.addWidget(self._facts)
        self._column.addWidget(self._money)
        self._column.addWidget(self._buttons(change, self.tr("&Xóa cam kết")))
        self._column.addWidget(Label(self.tr("Số tiền đã cam kết"), "strong"))
        self._column.addWidget(self._amounts)
        change.clicked.connect(self.change_requested)

    def show_commitment(self, view: CommitmentView) -> None:
        self._badge.set_state(PROMISE_MARKS[view.kept.state], promise_word(view))
        self._who.setText(view.promiser)
        facts = [said(view.subject), source_words(view), view.document]
        facts.append(self.tr("Hạn bố trí {}").format(format_date(view.due)))
        facts.append(view.note)
        self._facts.setText("\n".join(fact for fact in facts if fact))
        words = self.tr("Đã bố trí {}, thiếu so với cam kết {} triệu đồng")
        self._money.setText(words.format(millions(view.kept.allotted), millions(view.kept.missing)))
        before, (self._amounts, column) = self._amounts, _listing()
        for one in view.amounts:
            what = self.tr("{} · {} triệu đồng").format(format_date(one.on), millions(one.amount))
            number = self.tr("Số {}").format(one.number) if one.number else ""
            column.addWidget(self._story_line(what, number, one))
            _add_words(column, one.reason)
        _replace(self._column, before, self._amounts)


class _Head(QWidget):
    """The badge, and at the right what closes the panel."""

    def __init__(self, badge: Badge, closed: SignalInstance) -> None:
        super().__init__()
        close = Button(self.tr("Đóng bảng chi tiết"), "icon", "x", self.tr("Đóng bảng chi tiết (Esc)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(badge)
        row.addStretch(1)
        row.addWidget(close)
        close.clicked.connect(closed)


def _flowing(*buttons: Button) -> QWidget:
    holder = QWidget()
    flow = FlowLayout(8, holder)
    holder.setSizePolicy(flowing())
    for button in buttons:
        flow.addWidget(button)
    return holder


def _listing() -> tuple[QWidget, QVBoxLayout]:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return holder, column


def _add_words(column: QVBoxLayout, *words: str) -> None:
    if any(words):
        label = Label("\n".join(word for word in words if word), "caption", "text2", wrap=True)
        label.setContentsMargins(14, 0, 12, 6)
        column.addWidget(label)


def _replace(column: QVBoxLayout, before: QWidget, after: QWidget) -> None:
    column.replaceWidget(before, after)
    before.hide()
    before.deleteLater()
