"""Tab *Khảo sát hài lòng*: ballots by hamlet, typed or pasted as in a sheet, and satisfaction by content."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.domain.consultation import HamletSurvey
from ntm_desktop.domain.overview import Link
from ntm_desktop.errors import NtmError
from ntm_desktop.services import consultation, consultation_survey
from ntm_desktop.services.consultation import ConsultationView
from ntm_desktop.text import counted, parse_date
from ui.context import Context
from ui.dialogs.survey import QuestionsDialog, SurveyDialog
from ui.models.consultation_survey import (
    DAY,
    HOUSEHOLDS,
    SATISFIED,
    question_columns,
    question_rows,
    survey_columns,
    survey_rows,
)
from ui.pages.consultation_tab import ConsultationTab, Register
from ui.pages.setup_section import Problem
from ui.pages.tabbed import Listed
from ui.widgets.buttons import Button
from ui.widgets.edits import parse_count
from ui.widgets.labels import Label
from ui.widgets.page import ANY_SIZE
from ui.widgets.table import HEADER_HEIGHT, ROW_HEIGHT, Table

if TYPE_CHECKING:
    from ui.tasks import Session

_BELOW = 150  # px below the rows, where satisfaction by content does not stand: what was refused
_LATER = Qt.ConnectionType.QueuedConnection  # once the typed cell is closed: the rows may be read again


@dataclass(frozen=True, slots=True)
class _Typed:
    """What was typed of a row, and nothing else: the rest may have changed since it was read."""

    hamlet_uid: str
    hamlet: str
    on: date | None = None
    counts: Mapping[str, int | None] = field(default_factory=dict)


class _Below(QWidget):
    """As high as it is told to be: what it says moves nothing above it."""

    def hasHeightForWidth(self) -> bool:
        return False

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSizeHint(self) -> QSize:
        return self.minimumSize()


class SurveyTab(ConsultationTab):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._opening = ""  # the hamlet whose ballots are being read for their dialog
        self.surveys = Register(
            survey_columns(),
            self.tr("Phiếu khảo sát từng thôn"),
            add="",
            edit=self.tr("&Ghi phiếu"),
            remove=self.tr("&Xóa phiếu"),
            hint=self.tr("Gõ thẳng vào ô, hoặc dán từ Excel."),
            empty=self.tr("Chưa có thôn nào. Nhập danh sách thôn ở trang Thiết lập, thẻ Xã."),
            cure=self.tr("Nhập danh sách thôn"),
        )
        self.surveys.table.give_way(DAY)
        self.ballot = Button(self.tr("Nội &dung phiếu"), icon="list-checks", writes=True)
        self.surveys.buttons.addWidget(self.ballot)
        self.problem = Problem()
        self._no_questions = Label(
            self.tr("Chưa có nội dung phiếu. Bấm Nội dung phiếu để ghi từng câu hỏi."),
            "caption",
            "text2",
            wrap=True,
        )
        self.questions = Table(question_columns(), self.tr("Hài lòng từng nội dung"))
        self.questions.setMinimumHeight(HEADER_HEIGHT + ROW_HEIGHT)
        self._below = _Below()
        self._lay_out()
        self.surveys.table.rows.edit_requested.connect(self._on_typed, _LATER)
        self.surveys.table.paste_requested.connect(self._on_pasted)
        self.ballot.clicked.connect(self._on_questions)
        self.surveys.edit_requested.connect(self._on_edit, _LATER)
        self.surveys.remove_requested.connect(self._on_remove)
        self.surveys.cure_requested.connect(self._on_hamlets_wanted)

    def lists(self) -> Mapping[str, Listed]:
        return {"khao-sat": self.surveys}

    def show_rows(self, view: ConsultationView) -> None:
        self.problem.clear_error()
        self.surveys.show_rows(survey_rows(view))
        rows = question_rows(view)
        self.questions.show_rows(rows)
        self.questions.setVisible(bool(rows))
        self._no_questions.setVisible(not rows)
        self._below.setMinimumHeight(HEADER_HEIGHT + ROW_HEIGHT if rows else _BELOW)
        self._below.setMaximumHeight(ANY_SIZE if rows else _BELOW)
        self.column.setStretchFactor(self._below, 2 if rows else 0)

    def facts(self, view: ConsultationView) -> list[str]:
        if not view.surveys:
            return []
        sums = view.totals
        return [
            self.tr("{} trong {} thôn").format(len(view.counted), len(view.hamlets)),
            self.tr("hộ tham gia {}").format(sums.coverage.text()) if sums.households else "",
            self.tr("hài lòng {}").format(sums.satisfaction.text()) if sums.valid else "",
        ]

    # Slots

    def _on_hamlets_wanted(self) -> None:
        self.followed.emit(Link("thiet-lap", "thon"))

    def _on_questions(self) -> None:
        if self.view is not None:
            QuestionsDialog(self, self.context, self.view.questions).open()

    def _on_edit(self, hamlet_uid: str) -> None:
        """Read anew: what was typed last may still be on its way to the database."""
        self._opening, today = hamlet_uid, self.context.tasks.today()
        self.context.tasks.read(lambda session: consultation.view(session, on=today), self._on_read, self)

    def _on_read(self, view: ConsultationView) -> None:
        hamlet = next((one for one in view.hamlets if one.uid == self._opening), None)
        if hamlet is not None:
            known = next((one for one in view.surveys if one.hamlet_uid == self._opening), None)
            SurveyDialog(self, self.context, hamlet, view.questions, known).open()

    def _on_remove(self, hamlet_uid: str) -> None:
        known = self._known(hamlet_uid)
        if known is None:
            return
        action = f"Xóa phiếu khảo sát thôn {known.hamlet}"
        told = self.tr("Đã xóa phiếu khảo sát của thôn.")
        self.write(action, lambda session: consultation_survey.remove_survey(session, uid=known.uid), told)

    def _on_typed(self, hamlet_uid: str, column: int, text: str) -> None:
        self._put(hamlet_uid, column, [[text]])

    def _on_pasted(self, hamlet_uid: object, column: int, lines: Sequence[Sequence[str]]) -> None:
        if isinstance(hamlet_uid, str):
            self._put(hamlet_uid, column, self.surveys.table.without_heads(lines))

    # Writing

    def _put(self, hamlet_uid: str, column: int, lines: Sequence[Sequence[str]]) -> None:
        """Texts into the cells from a place on; all of them or, with a reason for each, none."""
        if self.view is None:
            return
        self.problem.clear_error()
        uids = [str(hamlet.uid) for hamlet in self.view.hamlets]
        first = uids.index(hamlet_uid)
        filled, problems = list[_Typed](), list[str]()
        for place, texts in enumerate(lines, first):
            if place >= len(uids):
                problems.append(self.tr("Dòng {}: không còn thôn nào.").format(place + 1))
                break
            typed = _Typed(uids[place], self.view.hamlets[place].name)
            for offset, text in enumerate(texts):
                try:
                    typed = _with(typed, column + offset, text.strip())
                except NtmError as error:
                    problems.append(f"{typed.hamlet}: {error.message}")
            filled.append(typed)
        if problems:
            self.problem.show_error(NtmError(self.tr("Chưa ghi được. Sửa rồi nhập lại."), problems))
            return
        self._save(filled)

    def _save(self, filled: Sequence[_Typed]) -> None:
        today, replaced = self.context.tasks.today(), list[str]()

        def save(session: Session) -> Changes:
            changes = Changes()
            for one in filled:
                had = consultation_survey.is_begun(session, hamlet_uid=one.hamlet_uid, today=today)
                changed = _change(session, one, today)
                if had and changed:
                    replaced.append(one.hamlet)
                changes |= changed
            return changes

        def saved(changes: Changes) -> None:
            if changes and len(filled) > 1:
                self.told.emit(self._told_of(len(filled), replaced))

        names = ", ".join(one.hamlet for one in filled)
        action = f"Ghi phiếu khảo sát thôn {names}"
        self.context.tasks.write(action, save, saved, self, failed=self.problem.show_error)

    def _told_of(self, count: int, replaced: Sequence[str]) -> str:
        """Of a block: it may have gone over what others had."""
        if not replaced:
            return self.tr("Đã ghi phiếu của {} thôn.").format(counted(count))
        return self.tr("Đã ghi phiếu của {} thôn, thay số đã có của {} thôn: {}.").format(
            counted(count), counted(len(replaced)), ", ".join(replaced)
        )

    def _known(self, hamlet_uid: str) -> HamletSurvey | None:
        found = self.view.surveys if self.view is not None else ()
        return next((one for one in found if one.hamlet_uid == hamlet_uid), None)

    # Building

    def _lay_out(self) -> None:
        """What is refused is told in the room below the rows: they stay where the mouse is."""
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(8)
        below.addWidget(self.problem)
        below.addWidget(self._no_questions)
        below.addWidget(self.questions, 1)
        below.addStretch(0)
        self.column.addWidget(self.surveys, 3)
        self.column.addWidget(self._below, 2)


def _change(session: Session, one: _Typed, today: date) -> Changes:
    try:
        return consultation_survey.change_survey(
            session, hamlet_uid=one.hamlet_uid, today=today, on=one.on, counts=one.counts
        )
    except NtmError as error:
        raise NtmError(f"{one.hamlet}: {error.message}") from error


def _with(typed: _Typed, column: int, text: str) -> _Typed:
    if column == DAY:
        return replace(typed, on=parse_date(text))
    if not HOUSEHOLDS <= column <= SATISFIED:
        words = QCoreApplication.translate(
            "Consultation", "Cột “{}” không nhập được. Dán từ cột Ngày đến cột Hài lòng."
        )
        raise NtmError(words.format(survey_columns()[min(column, SATISFIED + 2)].title))
    name = consultation_survey.COUNTS[column - HOUSEHOLDS]
    return replace(typed, counts={**typed.counts, name: parse_count(text) if text else None})
