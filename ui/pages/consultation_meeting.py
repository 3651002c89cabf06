"""Tab *Họp, bỏ phiếu*: the meeting that proposes recognition, how they voted, who came."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QGridLayout, QWidget

from ntm_desktop.domain.consultation import VOTE, Meeting
from ntm_desktop.services import consultation_meeting
from ntm_desktop.services.consultation import ConsultationView
from ntm_desktop.text import counted, format_date, format_int
from ui.context import Context
from ui.dialogs.meeting import AttendeesDialog, MeetingDialog
from ui.models.consultation_survey import attendee_columns, attendee_rows
from ui.pages.consultation_tab import ConsultationTab, Register
from ui.pages.tabbed import Listed
from ui.tokens import State
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Label
from ui.widgets.marks import Mark


class MeetingTab(ConsultationTab):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._edit = Button(self.tr("&Ghi cuộc họp"), "primary", "pencil", writes=True)
        self._remove = Button(self.tr("&Xóa cuộc họp"), icon="trash-2", writes=True)
        self._none = Label(
            self.tr(
                "Chưa ghi cuộc họp nào. UBND xã họp với Ban Chỉ đạo, các đoàn thể và ban phát triển thôn, bỏ "
                "phiếu rồi ghi số người có mặt, số nhất trí."
            ),
            "body",
            "text2",
            wrap=True,
        )
        self.vote = Label("", "strong", wrap=True)
        self._mark = Mark(State.NOT_ASSESSED, 18)
        self._grid = QWidget()
        self._values = [Label("", wrap=True) for _row in range(6)]
        self.attendees = Register(
            attendee_columns(), self.tr("Người dự họp"), add="", hint=self.tr("Người dự họp")
        )
        self._people = Button(self.tr("&Danh sách người dự họp"), icon="users", writes=True)
        self.attendees.buttons.addWidget(self._people)
        self._lay_out()
        self._edit.clicked.connect(self._on_edit)
        self._remove.clicked.connect(self._on_remove)
        self._people.clicked.connect(self._on_attendees)

    def lists(self) -> Mapping[str, Listed]:
        return {"cuoc-hop": self.attendees}

    def show_rows(self, view: ConsultationView) -> None:
        meeting = view.meeting
        self.attendees.show_rows(attendee_rows(meeting.attendees if meeting else ()))
        self.attendees.setVisible(meeting is not None)
        self._grid.setVisible(meeting is not None)
        self._none.setVisible(meeting is None)
        self._remove.setEnabled(meeting is not None)
        self._edit.setText(self.tr("&Sửa cuộc họp") if meeting else self.tr("&Ghi cuộc họp"))
        if meeting is not None:
            for label, words in zip(self._values, self._words(meeting), strict=True):
                label.setText(words or "–")
            self._show_vote(meeting, view)

    def facts(self, view: ConsultationView) -> list[str]:
        meeting = view.meeting
        if meeting is None:
            return []
        listed = len(meeting.attendees)
        return [
            self.tr("họp ngày {}").format(format_date(meeting.on)),
            self.tr("{} người trong danh sách").format(counted(listed)) if listed else "",
        ]

    # Slots

    def _on_edit(self) -> None:
        if self.view is not None:
            MeetingDialog(self, self.context, self.view.meeting).open()

    def _on_remove(self) -> None:
        today = self.context.tasks.today()
        action = "Xóa cuộc họp đề nghị xét, công nhận"
        told = self.tr("Đã xóa cuộc họp.")
        self.write(action, lambda session: consultation_meeting.remove_meeting(session, today=today), told)

    def _on_attendees(self) -> None:
        if self.view is not None and self.view.meeting is not None:
            AttendeesDialog(self, self.context, self.view.meeting.attendees).open()

    # What is shown

    def _words(self, meeting: Meeting) -> tuple[str, ...]:
        times = " – ".join(time for time in (meeting.begins, meeting.ends) if time)
        chair = ", ".join(part for part in (meeting.chair, meeting.chair_post) if part)
        secretary = ", ".join(part for part in (meeting.secretary, meeting.secretary_post) if part)
        came = self.tr("{} người được mời").format(format_int(meeting.invited)) if meeting.invited else ""
        if meeting.present:
            present = self.tr("{} người có mặt").format(format_int(meeting.present))
            came = f"{came}, {present}" if came else present
        when = ", ".join(part for part in (format_date(meeting.on), times) if part)
        return (when, meeting.place, chair, secretary, came, meeting.discussion)

    def _show_vote(self, meeting: Meeting, view: ConsultationView) -> None:
        level = view.threshold(VOTE)
        value = level.value if level is not None else None
        reached = meeting.vote.reaches(value) if value is not None else None
        state = {True: State.MET, False: State.UNMET, None: State.NOT_ASSESSED}[reached]
        self._mark.set_state(state)
        if not meeting.present:
            words = self.tr("Chưa có kết quả bỏ phiếu")
        else:
            words = self.tr("{} trong {} người có mặt nhất trí, đạt {}").format(
                format_int(meeting.agreed), format_int(meeting.present), meeting.vote.text(value)
            )
        if level is not None and value is not None:
            words = self.tr("{} (cần {})").format(words, level.text)
        self.vote.setText(words)

    def _lay_out(self) -> None:
        bar = FlowLayout()
        for button in (self._remove, self._edit):
            bar.addWidget(button)
        names = (
            self.tr("Thời gian"),
            self.tr("Địa điểm"),
            self.tr("Chủ trì"),
            self.tr("Thư ký"),
            self.tr("Dự họp"),
            self.tr("Ý kiến thảo luận"),
        )
        grid = QGridLayout(self._grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._mark, 0, 0)
        grid.addWidget(self.vote, 0, 1)
        for row, (name, value) in enumerate(zip(names, self._values, strict=True), 1):
            grid.addWidget(Label(name, "body", "text2"), row, 0)
            grid.addWidget(value, row, 1)
        card = Card()
        card.body.addLayout(bar)
        card.body.addWidget(self._none)
        card.body.addWidget(self._grid)
        self.column.addWidget(card)
        self.column.addWidget(self.attendees, 1)
        self.column.addStretch(0)
        self._grid.hide()
        self.attendees.hide()
