"""The meeting that proposes recognition: when, who led it, how they voted; and who came."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from textwrap import shorten
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.domain.attendance import apart, is_run_on
from ntm_desktop.domain.consultation import Attendee, Meeting
from ntm_desktop.services import consultation_meeting
from ui.context import Context
from ui.dialogs.record import RecordDialog, content, count, day
from ui.widgets.edits import CountEdit, DateEdit, TextArea, TextEdit
from ui.widgets.forms import Field

if TYPE_CHECKING:
    from ui.tasks import Session

_DISCUSSION, _LIST = 72, 260  # px
_SHOWN = 90  # letters of a line


class MeetingDialog(RecordDialog):
    def __init__(self, parent: QWidget, context: Context, known: Meeting | None) -> None:
        title = self.tr("Sửa cuộc họp") if known else self.tr("Ghi cuộc họp")
        words = self.tr("Họp chưa diễn ra thì để trống số người có mặt và số nhất trí.")
        super().__init__(parent, context, title, self.tr("&Ghi"), words)
        on, discussion = DateEdit(), TextArea()
        on.load_date(known.on if known else context.tasks.today())
        discussion.setFixedHeight(_DISCUSSION)
        discussion.load(known.discussion if known else "")

        def text(stored: str, example: str = "") -> TextEdit:
            return TextEdit(stored, placeholder=example)

        self._on = Field(self.tr("Ngà&y họp"), on)
        self._begins = Field(self.tr("Giờ &bắt đầu"), text(known.begins if known else "", "07:30"))
        self._ends = Field(self.tr("Giờ &kết thúc"), text(known.ends if known else "", "09:45"))
        self._place = Field(
            self.tr("Đị&a điểm"), text(known.place if known else "", self.tr("Hội trường tầng hai"))
        )
        self._chair = Field(self.tr("Chủ t&rì"), text(known.chair if known else ""))
        self._chair_post = Field(self.tr("Chức vụ c&hủ trì"), text(known.chair_post if known else ""))
        self._secretary = Field(self.tr("&Thư ký"), text(known.secretary if known else ""))
        self._secretary_post = Field(self.tr("Chức &vụ thư ký"), text(known.secretary_post if known else ""))
        self._invited = Field(self.tr("Số người được &mời"), _count(known.invited if known else 0))
        self._present = Field(self.tr("Số người &có mặt"), _count(known.present if known else 0))
        self._agreed = Field(self.tr("Số người &nhất trí"), _count(known.agreed if known else 0))
        self._kept = Field(self.tr("Số bản &lưu"), _count(known.copies_kept if known else 1))
        self._sent = Field(self.tr("Số bản gử&i"), _count(known.copies_sent if known else 1))
        self._discussion = Field(self.tr("Ý kiến thả&o luận"), discussion)
        self.add_row(self._on, self._begins, self._ends)
        self.add_row(self._place)
        self.add_row(self._chair, self._chair_post)
        self.add_row(self._secretary, self._secretary_post)
        self.add_row(self._invited, self._present, self._agreed)
        self.add_row(self._discussion)
        self.add_row(self._kept, self._sent)
        self.require(self._on, self.tr("Chưa nhập ngày họp."))
        self._on.edit.setFocus()

    def save(self) -> None:
        texts = (self._begins, self._ends, self._place, self._chair, self._chair_post)
        begins, ends, place, chair, chair_post = (content(field) for field in texts)
        rest = (self._secretary, self._secretary_post, self._discussion)
        secretary, secretary_post, discussion = (content(field) for field in rest)
        numbers = (self._invited, self._present, self._agreed, self._kept, self._sent)
        invited, present, agreed, kept, sent = (count(field) for field in numbers)
        on, today = day(self._on), self.context.tasks.today()
        assert on is not None

        def save(session: Session) -> Changes:
            return consultation_meeting.save_meeting(
                session, on=on, today=today, place=place, begins=begins, ends=ends, chair=chair,
                chair_post=chair_post, secretary=secretary, secretary_post=secretary_post, invited=invited,
                present=present, agreed=agreed, discussion=discussion, copies_kept=kept, copies_sent=sent,
            )  # fmt: skip

        self.write("Ghi cuộc họp đề nghị xét, công nhận", save)

    def entries(self) -> Mapping[str, Field]:
        return {
            "on": self._on,
            "begins": self._begins,
            "ends": self._ends,
            "invited": self._invited,
            "present": self._present,
            "agreed": self._agreed,
            "copies_kept": self._kept,
            "copies_sent": self._sent,
        }


class AttendeesDialog(RecordDialog):
    """The whole list in one field, so that it can come from a sheet or a paper in one go."""

    def __init__(self, parent: QWidget, context: Context, known: Sequence[Attendee]) -> None:
        words = self.tr(
            "Mỗi dòng một người: họ tên, dấu chấm phẩy, chức vụ. Dán được hai cột họ tên, chức vụ từ Excel."
        )
        super().__init__(parent, context, self.tr("Danh sách người dự họp"), self.tr("&Ghi"), words)
        self._area = TextArea()
        self._area.setFixedHeight(_LIST)
        self._area.load(_lines(known))
        self._people = Field(self.tr("Người &dự họp"), self._area)
        self.add_row(self._people)
        self._area.setFocus()

    def save(self) -> None:
        rows = attendees_in(content(self._people))
        one_each = apart(rows)
        if one_each == rows:
            self._write(rows)
            return

        def take(index: int) -> None:
            if index:
                self._write(rows)
            else:  # to look at before it is written
                self._area.load(_lines(one_each))

        run_on = next(one.name for one in rows if is_run_on(one))
        count = self.tr("&Tách thành {} dòng").format(len(one_each))
        self.context.ask.choose(
            self,
            self.tr("Tách các tên cách nhau bằng dấu phẩy?"),
            self.tr(
                "Có dòng nhiều tên: “{}”. Danh sách trong biên bản có mỗi người một dòng, chữ sau tên là "
                "chức vụ. Tách ra thì xem lại rồi bấm Ghi."
            ).format(shorten(run_on, _SHOWN, placeholder=" …")),
            [count, self.tr("&Giữ nguyên")],
            take,
        )

    def _write(self, rows: Sequence[Attendee]) -> None:
        today = self.context.tasks.today()

        def save(session: Session) -> Changes:
            return consultation_meeting.save_attendees(session, rows=rows, today=today)

        self.write("Ghi danh sách người dự họp", save)

    def entries(self) -> Mapping[str, Field]:
        return {"name": self._people}


def _lines(people: Sequence[Attendee]) -> str:
    return "\n".join(f"{one.name}; {one.post}" if one.post else one.name for one in people)


def attendees_in(text: str) -> list[Attendee]:
    """A line a person; what stands behind the first semicolon or tab is the post. Empty lines are none."""
    found = []
    for line in text.splitlines():
        if line.strip():
            name, *post = re.split(r"[;\t]", line, maxsplit=1)
            found.append(Attendee(name.strip(), " ".join(post).strip()))
    return found


def _count(number: int) -> CountEdit:
    edit = CountEdit()
    edit.load_count(number or None)
    return edit
