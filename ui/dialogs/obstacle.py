"""An obstacle: what holds the commune back and who must decide; and one event of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.domain.obstacles import EVENT_NAMES, LEVEL_NAMES, EventKind, Level, State
from ntm_desktop.services import obstacles
from ntm_desktop.services.obstacles import EventView, ObstacleChoices, ObstacleView
from ui.context import Context
from ui.dialogs.record import RecordDialog, content, day
from ui.widgets.edits import Choice, DateEdit, TextArea, TextEdit
from ui.widgets.forms import Field
from ui.widgets.labels import Label
from ui.wording import said

if TYPE_CHECKING:
    from ui.tasks import Session

_NOTE_HEIGHT = 68  # three lines


class ObstacleDialog(RecordDialog):
    """Adds an obstacle, or changes ``row``; its events are another dialog's matter."""

    def __init__(
        self, parent: QWidget, context: Context, row: ObstacleView | None, choices: ObstacleChoices
    ) -> None:
        title = self.tr("Sửa vướng mắc") if row else self.tr("Thêm vướng mắc")
        super().__init__(parent, context, title, self.tr("&Ghi") if row else self.tr("&Thêm vướng mắc"))
        self._row = row
        since, work, criterion, level, person = DateEdit(), Choice(), Choice(), Choice(), Choice()
        proposal = TextArea()
        proposal.setFixedHeight(_NOTE_HEIGHT)
        proposal.load(row.proposal if row else "")
        since.load_date(row.since if row else context.tasks.today())
        work.set_options([("", self.tr("Không riêng công trình nào")), *choices.works])
        criterion.set_options([("", self.tr("Không riêng tiêu chí nào")), *choices.criteria])
        level.set_options([(one.value, said(name)) for one, name in LEVEL_NAMES.items()])
        person.set_options([("", self.tr("Chưa giao")), *choices.people])
        work.load(row.work_uid or "" if row else "")
        criterion.load(row.criterion if row else "")
        level.load(row.level.value if row else Level.DISTRICT.value)
        person.load(row.person_uid or "" if row else "")
        self._what = Field(self.tr("&Nội dung vướng mắc"), TextEdit(row.what if row else ""))
        self._since = Field(self.tr("&Phát sinh ngày"), since)
        self._person = Field(self.tr("Người th&eo dõi"), person)
        self._work = Field(self.tr("Công t&rình"), work)
        self._criterion = Field(self.tr("Tiêu &chí"), criterion)
        self._level = Field(self.tr("Cấp giải q&uyết"), level)
        self._authority = Field(
            self.tr("Cơ qu&an giải quyết"),
            TextEdit(row.authority if row else "", placeholder=self.tr("UBND tỉnh Quảng Bình")),
        )
        self._proposal = Field(self.tr("Đề &xuất, kiến nghị"), proposal)
        self.add_row(self._what)
        self.add_row(self._since, self._person)
        self.add_row(self._work, self._criterion)
        self.add_row(self._level, self._authority)
        self.add_row(self._proposal)
        self.require(self._what, self.tr("Chưa nhập nội dung vướng mắc."))
        self.require(self._since, self.tr("Chưa nhập ngày phát sinh."))
        self._what.edit.setFocus()

    def save(self) -> None:
        fields = (self._what, self._work, self._criterion, self._person, self._level, self._authority)
        what, work, criterion, person, level, authority = (content(field) for field in fields)
        since, today, proposal = day(self._since), self.context.tasks.today(), content(self._proposal)
        uid = self._row.uid if self._row else None
        assert since is not None

        def save(session: Session) -> Changes:
            return obstacles.save(
                session, uid=uid, what=what, since=since, today=today, level=Level(level),
                authority=authority, work_uid=work or None, criterion=criterion, person_uid=person or None,
                proposal=proposal,
            )  # fmt: skip

        self.write(f"Sửa vướng mắc {what}" if uid else f"Thêm vướng mắc {what}", save)


_NEXT = {
    State.OWN: EventKind.CLOSED,
    State.NOT_SENT: EventKind.SENT,
    State.WAITING: EventKind.ANSWERED,
    State.OVERDUE: EventKind.REMINDED,
    State.ANSWERED: EventKind.CLOSED,
    State.CLOSED: EventKind.REOPENED,
}
"""What most likely comes next: offered first."""


class EventDialog(RecordDialog):
    """What happened on a day; or, with ``corrected``, what was meant instead of it, and why.

    ``closing`` says why the obstacle could be closed: that is offered first.
    """

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        row: ObstacleView,
        corrected: EventView | None = None,
        closing: str = "",
    ) -> None:
        title = self.tr("Sửa diễn biến") if corrected else self.tr("Ghi diễn biến")
        super().__init__(parent, context, title, self.tr("&Ghi") if corrected else self.tr("&Ghi diễn biến"))
        self._row, self._corrected = row, corrected
        self.column.addWidget(Label(row.what, "medium", wrap=True))
        kind, on, due, note = Choice(), DateEdit(), DateEdit(), TextArea()
        note.setFixedHeight(_NOTE_HEIGHT)
        kind.set_options([(one.value, said(name)) for one, name in EVENT_NAMES.items()])
        next_one = EventKind.CLOSED if closing else _NEXT[row.standing.state]
        kind.load((corrected.kind if corrected else next_one).value)
        on.load_date(corrected.on if corrected else context.tasks.today())
        due.load_date(corrected.due if corrected else None)
        note.load(corrected.note if corrected else closing)
        self._kind = Field(self.tr("&Diễn biến"), kind)
        self._on = Field(self.tr("&Ngày"), on)
        self._due = Field(
            self.tr("&Hạn trả lời"), due, note=self.tr("Bỏ trống thì tính theo thời gian thường lệ của cấp.")
        )
        self._document = Field(
            self.tr("&Số văn bản"), TextEdit(corrected.number if corrected else "", placeholder="35/UBND")
        )
        self._note = Field(self.tr("Nội d&ung"), note)
        self._reason = Field(self.tr("&Lý do sửa"), TextEdit())
        self.add_row(self._kind, self._on)
        self.add_row(self._document, self._due)
        self.add_row(self._note)
        self.add_row(self._reason)
        self.require(self._on, self.tr("Chưa nhập ngày."))
        kind.committed.connect(self._show_parts)
        self._show_parts()
        self._kind.edit.setFocus()

    def save(self) -> None:
        fields = (self._kind, self._document, self._note, self._reason)
        kind, number, note, reason = (content(field) for field in fields)
        uid, on, due, today = self._row.uid, day(self._on), day(self._due), self.context.tasks.today()
        corrected = self._corrected.uid if self._corrected else None
        assert on is not None

        def save(session: Session) -> Changes:
            return obstacles.record_event(
                session, uid=uid, event=EventKind(kind), on=on, today=today, due=due, document=number,
                note=note, supersedes=corrected, reason=reason,
            )  # fmt: skip

        what = self._row.what
        self.write(
            f"Sửa diễn biến vướng mắc {what}" if corrected else f"Ghi diễn biến vướng mắc {what}", save
        )

    def entries(self) -> Mapping[str, Field]:
        return {
            "on": self._on,
            "event": self._kind,
            "due": self._due,
            "note": self._note,
            "reason": self._reason,
        }

    def _show_parts(self, _key: object = None) -> None:
        """An answer is asked for by what is sent; only a paper that went or came has a number."""
        kind = EventKind(content(self._kind))
        self._due.setVisible(kind in (EventKind.SENT, EventKind.REMINDED))
        self._document.setVisible(kind is not EventKind.REOPENED)
        self._reason.setVisible(self._corrected is not None)
