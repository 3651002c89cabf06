"""The side panel of *Vướng mắc*: one obstacle with what is proposed and what was done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ntm_desktop.domain.obstacles import EVENT_NAMES, LEVEL_NAMES
from ntm_desktop.services.obstacles import EventView, ObstacleView
from ntm_desktop.text import format_date, format_int
from ui.models.obstacles import MARKS, long_word_of
from ui.tokens import State
from ui.widgets.buttons import Button
from ui.widgets.cards import Line
from ui.widgets.flow import FlowLayout, flowing
from ui.widgets.labels import Label
from ui.widgets.marks import Badge
from ui.widgets.page import SidePanel


class ObstaclePanel(SidePanel):
    event_requested = Signal()
    edit_requested = Signal()
    remove_requested = Signal()
    correction_requested = Signal(object)  # EventView

    def __init__(self) -> None:
        super().__init__()
        self._badge = Badge(State.NOT_ASSESSED)
        self._what = Label("", "card", wrap=True)
        self._facts = Label("", "body", "text2", wrap=True)
        self._proposal_head = Label(self.tr("Đề xuất, kiến nghị"), "strong")
        self._proposal = Label("", "body", wrap=True)
        self._events = QWidget()
        close = Button(self.tr("Đóng bảng chi tiết"), "icon", "x", self.tr("Đóng bảng chi tiết (Esc)"))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._badge)
        head.addStretch(1)
        head.addWidget(close)
        buttons = QWidget()
        flow = FlowLayout(8, buttons)
        buttons.setSizePolicy(flowing())
        record = Button(self.tr("&Ghi diễn biến"), "primary", "plus")
        edit = Button(self.tr("&Sửa"), "outlined", "pencil")
        remove = Button(self.tr("&Xóa vướng mắc"), "outlined", "trash-2")
        for button in (record, edit, remove):
            flow.addWidget(button)
        self.body.addLayout(head)
        for part in (self._what, self._facts, buttons, self._proposal_head, self._proposal):
            self.body.addWidget(part)
        self.body.addWidget(Label(self.tr("Diễn biến"), "strong"))
        self.body.addWidget(self._events)
        self.body.addStretch(1)
        close.clicked.connect(self.close_panel)
        record.clicked.connect(self.event_requested)
        edit.clicked.connect(self.edit_requested)
        remove.clicked.connect(self.remove_requested)

    def show_obstacle(self, view: ObstacleView) -> None:
        self._badge.set_state(MARKS[view.standing.state], long_word_of(view))
        self._what.setText(view.what)
        self._facts.setText("\n".join(self._facts_of(view)))
        self._proposal.setText(view.proposal)
        self._proposal.setVisible(bool(view.proposal))
        self._proposal_head.setVisible(bool(view.proposal))
        self._show_events(view)

    def _facts_of(self, view: ObstacleView) -> list[str]:
        standing = view.standing
        days = format_int(standing.age)
        since = format_date(view.since)
        lasted = self.tr("Từ {}, đến nay {} ngày") if standing.is_open else self.tr("Từ {}, kéo dài {} ngày")
        facts = [view.subject, lasted.format(since, days)]
        level = LEVEL_NAMES[view.level]
        decider = f"{view.authority} ({level})" if view.authority else level
        facts.append(self.tr("Cấp giải quyết: {}").format(decider))
        if standing.due is not None and standing.is_open:
            facts.append(self.tr("Hạn trả lời: {}").format(format_date(standing.due)))
        facts.append(self.tr("Theo dõi: {}").format(view.person or self.tr("chưa giao")))
        return facts

    def _show_events(self, view: ObstacleView) -> None:
        """Newest first; each leads to its correction."""
        before = self._events
        self._events = QWidget()
        column = QVBoxLayout(self._events)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for event in view.events:
            what = f"{format_date(event.on)} · {EVENT_NAMES[event.kind]}"
            line = Line(what, self._paper(event), link=self.tr("Sửa"))
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
            column.addWidget(Label(self.tr("Chưa gửi cấp giải quyết."), "body", "text2", wrap=True))
        self.body.replaceWidget(before, self._events)
        before.hide()
        before.deleteLater()

    def _paper(self, event: EventView) -> str:
        number = self.tr("Số {}").format(event.number) if event.number else ""
        asked = self.tr("hạn trả lời {}").format(format_date(event.due)) if event.due else ""
        return ", ".join(part for part in (number, asked) if part)

    def _on_line_pressed(self) -> None:
        self.correction_requested.emit(self.sender().property("event"))
