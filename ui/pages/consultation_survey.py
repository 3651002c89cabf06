"""Tab *Khảo sát hài lòng*: ballots by hamlet, typed or pasted as in a sheet, and satisfaction by content."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

from ntm_desktop.changes import Changes
from ntm_desktop.domain.consultation import HamletSurvey
from ntm_desktop.errors import NtmError
from ntm_desktop.services import consultation_survey
from ntm_desktop.services.commune import HamletView
from ntm_desktop.services.consultation import ConsultationView
from ntm_desktop.text import parse_date
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
from ui.widgets.table import Table

if TYPE_CHECKING:
    from ui.tasks import Session

_LATER = Qt.ConnectionType.QueuedConnection  # once the typed cell is closed: the rows may be read again


@dataclass(frozen=True, slots=True)
class _Ballots:
    """A row as it is typed: its day, then its five counts."""

    hamlet: HamletView
    on: date
    counts: tuple[int, ...]
    known: HamletSurvey | None


class SurveyTab(ConsultationTab):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.surveys = Register(
            survey_columns(),
            self.tr("Phiếu khảo sát từng thôn"),
            add="",
            edit=self.tr("&Ghi phiếu"),
            remove=self.tr("&Xóa phiếu"),
            hint=self.tr("Gõ thẳng vào ô, hoặc dán từ Excel."),
            empty=self.tr("Chưa có thôn nào. Nhập danh sách thôn ở trang Thiết lập, thẻ Xã."),
        )
        self.surveys.table.give_way(DAY)
        self.ballot = Button(self.tr("Nội &dung phiếu"), icon="list-checks")
        self.surveys.buttons.addWidget(self.ballot)
        self.problem = Problem()
        self._no_questions = Label(
            self.tr("Chưa có nội dung phiếu. Bấm Nội dung phiếu để ghi từng câu hỏi."),
            "caption",
            "text2",
            wrap=True,
        )
        self.questions = Table(question_columns(), self.tr("Hài lòng từng nội dung"))
        self.column.addWidget(self.surveys, 3)
        self.column.addWidget(self.problem)
        self.column.addWidget(self._no_questions)
        self.column.addWidget(self.questions, 2)
        self.surveys.table.rows.edit_requested.connect(self._on_typed, _LATER)
        self.surveys.table.paste_requested.connect(self._on_pasted)
        self.ballot.clicked.connect(self._on_questions)
        self.surveys.edit_requested.connect(self._on_edit)
        self.surveys.remove_requested.connect(self._on_remove)

    def lists(self) -> Mapping[str, Listed]:
        return {"khao-sat": self.surveys}

    def show_rows(self, view: ConsultationView) -> None:
        self.problem.clear_error()
        self.surveys.show_rows(survey_rows(view))
        rows = question_rows(view)
        self.questions.show_rows(rows)
        self.questions.setVisible(bool(rows))
        self._no_questions.setVisible(not rows)

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

    def _on_questions(self) -> None:
        if self.view is not None:
            QuestionsDialog(self, self.context, self.view.questions).open()

    def _on_edit(self, hamlet_uid: str) -> None:
        if self.view is not None:
            ballots = self._ballots(hamlet_uid)
            questions = self.view.questions
            SurveyDialog(self, self.context, ballots.hamlet, questions, ballots.known).open()

    def _on_remove(self, hamlet_uid: str) -> None:
        ballots = self._ballots(hamlet_uid)
        if ballots.known is None:
            return
        uid = ballots.known.uid
        action = f"Xóa phiếu khảo sát thôn {ballots.hamlet.name}"
        told = self.tr("Đã xóa phiếu khảo sát của thôn.")
        self.write(action, lambda session: consultation_survey.remove_survey(session, uid=uid), told)

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
        filled, problems = list[_Ballots](), list[str]()
        for place, texts in enumerate(lines, first):
            if place >= len(uids):
                problems.append(self.tr("Dòng {}: không còn thôn nào.").format(place + 1))
                break
            ballots = self._ballots(uids[place])
            for offset, text in enumerate(texts):
                try:
                    ballots = _with(ballots, column + offset, text.strip())
                except NtmError as error:
                    problems.append(f"{ballots.hamlet.name}: {error.message}")
            filled.append(ballots)
        if problems:
            self.problem.show_error(NtmError(self.tr("Chưa ghi được. Sửa rồi nhập lại."), problems))
            return
        today = self.context.tasks.today()

        def save(session: Session) -> Changes:
            changes = Changes()
            for one in filled:
                changes |= _save(session, one, today)
            return changes

        names = ", ".join(one.hamlet.name for one in filled)
        action = f"Ghi phiếu khảo sát thôn {names}"
        self.context.tasks.write(action, save, _nothing, self, failed=self.problem.show_error)

    def _ballots(self, hamlet_uid: str) -> _Ballots:
        assert self.view is not None
        hamlet = next(one for one in self.view.hamlets if one.uid == hamlet_uid)
        known = next((one for one in self.view.surveys if one.hamlet_uid == hamlet_uid), None)
        if known is None:
            return _Ballots(hamlet, self.context.tasks.today(), (hamlet.households or 0, 0, 0, 0, 0), None)
        counts = (known.households, known.issued, known.returned, known.valid, known.satisfied)
        return _Ballots(hamlet, known.on, counts, known)


def _save(session: Session, one: _Ballots, today: date) -> Changes:
    households, issued, returned, valid, satisfied = one.counts
    try:
        return consultation_survey.save_survey(
            session, hamlet_uid=str(one.hamlet.uid), on=one.on, today=today, households=households,
            issued=issued, returned=returned, valid=valid, satisfied=satisfied,
            answers=one.known.answers if one.known else None,
            collector=one.known.collector if one.known else "",
        )  # fmt: skip
    except NtmError as error:
        raise NtmError(f"{one.hamlet.name}: {error.message}") from error


def _with(ballots: _Ballots, column: int, text: str) -> _Ballots:
    hamlet, on, counts, known = ballots.hamlet, ballots.on, ballots.counts, ballots.known
    if column == DAY:
        return _Ballots(hamlet, parse_date(text), counts, known)
    if not HOUSEHOLDS <= column <= SATISFIED:
        words = QCoreApplication.translate(
            "Consultation", "Cột “{}” không nhập được. Dán từ cột Ngày đến cột Hài lòng."
        )
        raise NtmError(words.format(survey_columns()[min(column, SATISFIED + 2)].title))
    place = column - HOUSEHOLDS
    number = parse_count(text) if text else 0
    return _Ballots(hamlet, on, (*counts[:place], number, *counts[place + 1 :]), known)


def _nothing(_changes: Changes) -> None:
    """The page reads anew."""
