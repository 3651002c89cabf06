"""The ballots of one hamlet, content by content; and what the ballot asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.domain.consultation import HamletSurvey, Question
from ntm_desktop.errors import EntryRefused, NtmError
from ntm_desktop.services import consultation_survey
from ntm_desktop.services.commune import HamletView
from ntm_desktop.services.consultation_survey import QuestionEntry
from ntm_desktop.text import search_key
from ui.context import Context
from ui.dialogs.record import RecordDialog, content, count, day
from ui.widgets.edits import Choice, CountEdit, DateEdit, TextArea, TextEdit
from ui.widgets.forms import Field
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from ui.tasks import Session

_LIST = 220  # px


class SurveyDialog(RecordDialog):
    def __init__(
        self,
        parent: QWidget,
        context: Context,
        hamlet: HamletView,
        questions: Sequence[Question],
        known: HamletSurvey | None,
    ) -> None:
        title = self.tr("Phiếu khảo sát: {}").format(hamlet.name)
        super().__init__(parent, context, title, self.tr("&Ghi"))
        self._hamlet = hamlet
        on = DateEdit()
        on.load_date(known.on if known else context.tasks.today())
        households = known.households if known else hamlet.households
        self._on = Field(self.tr("&Ngày lấy phiếu"), on)
        self._collector = Field(self.tr("Người thu &phiếu"), TextEdit(known.collector if known else ""))
        self._households = Field(self.tr("&Số hộ"), _count(households))
        self._issued = Field(self.tr("Số phiếu phát &ra"), _count(known.issued if known else None))
        self._returned = Field(self.tr("Số phiếu &thu về"), _count(known.returned if known else None))
        self._valid = Field(self.tr("Số phiếu &hợp lệ"), _count(known.valid if known else None))
        self._satisfied = Field(self.tr("Số phiếu hài &lòng"), _count(known.satisfied if known else None))
        self._answers = {
            one.uid: Field(
                _numbered(number, one.title), _count(known.answers.get(one.uid) if known else None)
            )
            for number, one in enumerate(questions, 1)
            if not one.asks_overall
        }
        self.add_row(self._on, self._collector)
        self.add_row(self._households, self._issued)
        self.add_row(self._returned, self._valid, self._satisfied)
        if self._answers:
            words = self.tr("Số phiếu hài lòng về từng nội dung; chưa đếm thì để trống.")
            self.column.addWidget(Label(words, "body", "text2", wrap=True))
        for field in self._answers.values():
            self.add_row(field)
        self.require(self._on, self.tr("Chưa nhập ngày lấy phiếu."))
        self.require(self._households, self.tr("Chưa nhập số hộ của thôn."))
        self._issued.edit.setFocus()

    def save(self) -> None:
        numbers = (self._households, self._issued, self._returned, self._valid, self._satisfied)
        households, issued, returned, valid, satisfied = map(_typed, numbers)
        answers = {uid: count(field) for uid, field in self._answers.items() if content(field)}
        on, today, collector = day(self._on), self.context.tasks.today(), content(self._collector)
        hamlet = str(self._hamlet.uid)
        assert on is not None

        def save(session: Session) -> Changes:
            return consultation_survey.save_survey(
                session, hamlet_uid=hamlet, on=on, today=today, households=households, issued=issued,
                returned=returned, valid=valid, satisfied=satisfied, answers=answers, collector=collector,
            )  # fmt: skip

        self.write(f"Ghi phiếu khảo sát thôn {self._hamlet.name}", save)

    def entries(self) -> Mapping[str, Field]:
        return {
            "on": self._on,
            "households": self._households,
            "issued": self._issued,
            "returned": self._returned,
            "valid": self._valid,
            "satisfied": self._satisfied,
        }

    def refuse(self, error: NtmError) -> None:
        """A content that has more satisfied ballots than there are valid ones is told of beside its field."""
        if isinstance(error, EntryRefused) and error.field == "answers":
            most = next(
                count(field)
                for field in (self._valid, self._returned, self._issued, self._households)
                if content(field)
            )
            over = next((field for field in self._answers.values() if count(field) > most), None)
            if over is not None:
                over.show_error(error.message)
                over.edit.setFocus()
                return
        super().refuse(error)


class QuestionsDialog(RecordDialog):
    """The ballot as a list of lines, one content each."""

    def __init__(self, parent: QWidget, context: Context, known: Sequence[Question]) -> None:
        words = self.tr(
            "Mỗi dòng một nội dung, theo thứ tự trên phiếu. Bỏ một dòng thì bỏ cả số phiếu đã ghi cho "
            "nội dung đó."
        )
        super().__init__(parent, context, self.tr("Nội dung phiếu lấy ý kiến"), self.tr("&Ghi"), words)
        self._known = tuple(known)
        self._area, self._overall = TextArea(), Choice()
        self._area.setFixedHeight(_LIST)
        self._area.load("\n".join(one.title for one in known))
        self._titles = Field(self.tr("&Nội dung"), self._area)
        self._asks = Field(
            self.tr("Nội dung hỏi hài lòng &chung"),
            self._overall,
            note=self.tr("Nội dung này lấy số phiếu hài lòng của thôn."),
        )
        self.add_row(self._titles)
        self.add_row(self._asks)
        self._offer()
        self._overall.load(next((str(n) for n, one in enumerate(known) if one.asks_overall), ""))
        self._area.textChanged.connect(self._offer)
        self._area.setFocus()

    def save(self) -> None:
        titles, today = _lines(content(self._titles)), self.context.tasks.today()
        overall, uids = self._overall.key(), same_questions(self._known, _lines(content(self._titles)))
        rows = [
            QuestionEntry(uid, title, asks_overall=str(place) == overall)
            for place, (uid, title) in enumerate(zip(uids, titles, strict=True))
        ]

        def save(session: Session) -> Changes:
            return consultation_survey.save_questions(session, rows=rows, today=today)

        self.write("Sửa nội dung phiếu lấy ý kiến", save)

    def entries(self) -> Mapping[str, Field]:
        return {"title": self._titles, "asks_overall": self._asks}

    def _offer(self) -> None:
        none = ("", self.tr("Không có nội dung nào"))
        lines = _lines(content(self._titles))
        self._overall.set_options([none, *((str(n), f"{n + 1}. {line}") for n, line in enumerate(lines))])


def same_questions(known: Sequence[Question], titles: Sequence[str]) -> list[str | None]:
    """Which known content each line is: the one of that wording; one that was only reworded stands in its
    old place; else it is a new one."""
    left = {search_key(one.title): one.uid for one in known}
    found = [left.pop(search_key(title), None) for title in titles]
    for place, uid in enumerate(found):
        if uid is None and place < len(known) and known[place].uid in left.values():
            found[place] = known[place].uid
    return found


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _numbered(number: int, title: str) -> str:
    """As on the ballot; the first nine are reached by Alt and their number."""
    return f"{'&' if number < 10 else ''}{number}. {title.replace('&', '&&')}"


def _typed(field: Field) -> int | None:
    return count(field) if content(field) else None


def _count(number: int | None) -> CountEdit:
    edit = CountEdit()
    edit.load_count(number)
    return edit
