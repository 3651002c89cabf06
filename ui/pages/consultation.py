"""Lấy ý kiến: may the dossier go up?

At the left the answer and what stands against it; beside it, under tabs, the steps of the
consultation and the figures that it is held against. The tabs write; here they meet.
"""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ntm_desktop.domain.overview import Link
from ntm_desktop.services import consultation
from ntm_desktop.services.consultation import ConsultationView
from ui.context import Context
from ui.dialogs.report import ReportMenu
from ui.pages.consultation_answer import AnswerCard
from ui.pages.consultation_levels import LevelsTab
from ui.pages.consultation_meeting import MeetingTab
from ui.pages.consultation_opinions import OpinionsTab
from ui.pages.consultation_posting import PostingTab
from ui.pages.consultation_survey import SurveyTab
from ui.pages.consultation_tab import ConsultationTab
from ui.pages.tabbed import TabbedPage
from ui.widgets.buttons import Button
from ui.widgets.page import ANY_SIZE

_QUESTIONS = "noi-dung-phieu"
_LEFT, _LEFT_NARROW = 400, 340
_NARROW_BELOW, _STACKED_BELOW = 1130, 800


class ConsultationPage(TabbedPage):
    KEY: ClassVar[str] = "lay-y-kien"
    TABLES: ClassVar[frozenset[str]] = frozenset(
        {"attendee", "broadcast", "goal", "hamlet", "meeting", "opinion", "paper", "publication"}
        | {"survey", "survey_answer", "survey_question", "threshold_override"}
    )

    def __init__(self, context: Context) -> None:
        tabs = (
            self.tr("Niêm yết, phát thanh"),
            self.tr("Ý kiến"),
            self.tr("Khảo sát hài lòng"),
            self.tr("Họp, bỏ phiếu"),
            self.tr("Mức quy định"),
        )
        super().__init__(context, self.tr("Lấy ý kiến"), tabs)
        self._view: ConsultationView | None = None
        self._reports = Button(self.tr("&In, xuất"), icon="printer")
        self.answer = AnswerCard()
        self.posting = PostingTab(context)
        self.opinions = OpinionsTab(context)
        self.survey = SurveyTab(context)
        self.meeting = MeetingTab(context)
        self.levels = LevelsTab(context)
        self._parts: tuple[ConsultationTab, ...] = (
            self.posting, self.opinions, self.survey, self.meeting, self.levels,
        )  # fmt: skip
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        on = self.context.tasks.today()
        self.context.tasks.read(lambda session: consultation.view(session, on=on), self._on_loaded, self)

    def select(self, anchor: str) -> None:
        """``anchor``: a list as the breaks name it, a uid in it may follow after a slash; or what the ballot
        asks."""
        place, _slash, uid = anchor.partition("/")
        if place == _QUESTIONS:
            self.tabs.choose(self._parts.index(self.survey))
            self.survey.ballot.click()
        if place not in self._lists:
            return
        if uid:
            super().select(anchor)
            return
        tab, listed = self._lists[place]
        self.tabs.choose(tab)
        if listed.table.isVisible():
            listed.table.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stacked = self.width() < _STACKED_BELOW
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(down if stacked else across)
        left = _LEFT_NARROW if self.width() < _NARROW_BELOW else _LEFT
        self.answer.setMinimumWidth(0 if stacked else left)
        self.answer.setMaximumWidth(ANY_SIZE if stacked else left)
        self.answer.set_scrolls(scrolls=not stacked)

    # Slots

    def _on_loaded(self, view: ConsultationView) -> None:
        self._view = view
        self.answer.show_breaks(view.breaks)
        for part in self._parts:
            part.show_view(view)
        self.count_changed.emit(len(view.breaks))
        self.show_loaded()

    def _on_reports_clicked(self) -> None:
        ReportMenu(self, self.context, self.KEY).drop_from(self._reports)

    def _on_followed(self, link: Link) -> None:
        if link.page == self.KEY:
            self.select(link.anchor)
        else:
            self.follow(link.page, link.anchor)

    # What is shown

    def show_tab(self) -> None:
        shown = self._parts[self.tabs.current()]
        focus = self.window().focusWidget()
        leaving = any(
            part is not shown and focus is not None and part.isAncestorOf(focus) for part in self._parts
        )
        for part in self._parts:
            part.setVisible(part is shown)
        if leaving:
            place = self.place_of_keys()
            (self.tabs.take_focus if place is None else place.setFocus)()
        if self._view is not None:
            self.header.set_facts(*shown.facts(self._view))

    def show_details(self) -> None:
        """All that a line says stands in its row or below it."""

    def place_of_keys(self) -> QWidget | None:
        lists = (listed.table for tab, listed in self._lists.values() if tab == self.tabs.current())
        return next((table for table in lists if table.isVisible() and table.rows.rowCount()), None)

    # Building

    def _lay_out(self) -> None:
        self.header.add(self._reports)
        self.column.removeWidget(self.tabs)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.tabs)
        for tab, part in enumerate(self._parts):
            right.addWidget(part, 1)
            for word, listed in part.lists().items():
                self.add_list(tab, listed, word)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(14)
        self._sides.addWidget(self.answer)
        self._sides.addLayout(right, 1)
        self.column.addLayout(self._sides, 1)
        self.show_tab()

    def _connect(self) -> None:
        self._reports.clicked.connect(self._on_reports_clicked)
        self.answer.followed.connect(self._on_followed)
        for part in self._parts:
            part.told.connect(self.told)
            part.adding.connect(self.open_to_add)
            part.followed.connect(self._on_followed)
