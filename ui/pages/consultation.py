"""Lấy ý kiến: may the dossier go up?

At the left the answer and what stands against it; beside it, under tabs, what was posted and read out.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.domain.overview import Link
from ntm_desktop.services import consultation
from ntm_desktop.services.consultation import ConsultationView
from ntm_desktop.text import counted, format_date
from ui.context import Context
from ui.dialogs.posting import BroadcastDialog, PublicationDialog
from ui.pages.consultation_answer import AnswerCard
from ui.pages.consultation_lists import PostingTab
from ui.pages.tabbed import TabbedPage
from ui.widgets.page import ANY_SIZE

if TYPE_CHECKING:
    from ui.tasks import Session

POSTING = 0
_PLACES = {"niem-yet": POSTING, "phat-thanh": POSTING}
"""Tabs by what a link says before a slash."""
_LEFT, _LEFT_NARROW = 400, 340
_NARROW_BELOW, _STACKED_BELOW = 1130, 800


class ConsultationPage(TabbedPage):
    KEY: ClassVar[str] = "lay-y-kien"
    TABLES: ClassVar[frozenset[str]] = frozenset(
        {"attendee", "broadcast", "goal", "hamlet", "meeting", "opinion", "paper", "publication"}
        | {"survey", "survey_answer", "survey_question", "threshold_override"}
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Lấy ý kiến"), (self.tr("Niêm yết, phát thanh"),))
        self._view: ConsultationView | None = None
        self.answer = AnswerCard()
        self.posting = PostingTab()
        self._tabs: tuple[QWidget, ...] = (self.posting,)
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        on = self.context.tasks.today()
        self.context.tasks.read(lambda session: consultation.view(session, on=on), self._on_loaded, self)

    def select(self, anchor: str) -> None:
        """``anchor``: a tab or list as the breaks name it; a uid in it may follow after a slash."""
        place, _slash, uid = anchor.partition("/")
        if uid:
            super().select(anchor)
        elif place in _PLACES:
            self.tabs.choose(_PLACES[place])
            self._take_keys(place)

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
        self.posting.show_view(view)
        self.count_changed.emit(len(view.breaks))
        self.show_loaded()

    def _on_followed(self, link: Link) -> None:
        if link.page == self.KEY:
            self.select(link.anchor)
        else:
            self.follow(link.page, link.anchor)

    def _on_add_publication(self) -> None:
        self.open_to_add(PublicationDialog(self, self.context), self.posting.publications)

    def _on_edit_publication(self, uid: str) -> None:
        if self._view is not None:
            known = next((one for one in self._view.publications if one.uid == uid), None)
            PublicationDialog(self, self.context, known).open()

    def _on_remove_publication(self, uid: str) -> None:
        if self._view is None:
            return
        place = next(one.place for one in self._view.publications if one.uid == uid)
        action = f"Xóa nơi niêm yết {place}"
        told = self.tr("Đã xóa nơi niêm yết.")
        self._remove(action, lambda session: consultation.remove_publication(session, uid=uid), told)

    def _on_add_broadcast(self) -> None:
        self.open_to_add(BroadcastDialog(self, self.context), self.posting.broadcasts)

    def _on_edit_broadcast(self, uid: str) -> None:
        if self._view is not None:
            known = next((one for one in self._view.broadcasts if one.uid == uid), None)
            BroadcastDialog(self, self.context, known).open()

    def _on_remove_broadcast(self, uid: str) -> None:
        if self._view is None:
            return
        on = next(one.on for one in self._view.broadcasts if one.uid == uid)
        action = f"Xóa lần phát thanh ngày {format_date(on)}"
        told = self.tr("Đã xóa lần phát thanh.")
        self._remove(action, lambda session: consultation.remove_broadcast(session, uid=uid), told)

    # What is shown

    def show_tab(self) -> None:
        for place, part in enumerate(self._tabs):
            part.setVisible(place == self.tabs.current())
        if self._view is not None:
            self.header.set_facts(*self._facts(self._view))

    def show_details(self) -> None:
        """All that a line says stands in its row or below it."""

    def place_of_keys(self) -> QWidget | None:
        lists = (listed.table for tab, listed in self._lists.values() if tab == self.tabs.current())
        return next((table for table in lists if table.isVisible() and table.rows.rowCount()), None)

    def _facts(self, view: ConsultationView) -> list[str]:
        posted, heard = len(view.publications), len(view.broadcasts)
        return [
            self.tr("{} nơi niêm yết").format(counted(posted)),
            self.tr("{} lần phát thanh").format(counted(heard)),
        ]

    def _take_keys(self, place: str) -> None:
        _tab, listed = self._lists["" if place == "niem-yet" else place]
        if listed.table.isVisible():
            listed.table.setFocus()

    # Writing

    def _remove(self, action: str, fn: Callable[[Session], Changes], told: str) -> None:
        """At once; the toast that follows offers to undo it."""
        self.context.tasks.write(action, fn, lambda _changes: self.told.emit(told), self)

    # Building

    def _lay_out(self) -> None:
        self.add_list(POSTING, self.posting.publications)
        self.add_list(POSTING, self.posting.broadcasts, "phat-thanh")
        self.column.removeWidget(self.tabs)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.tabs)
        for part in self._tabs:
            right.addWidget(part, 1)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(14)
        self._sides.addWidget(self.answer)
        self._sides.addLayout(right, 1)
        self.column.addLayout(self._sides, 1)

    def _connect(self) -> None:
        self.answer.followed.connect(self._on_followed)
        publications, broadcasts = self.posting.publications, self.posting.broadcasts
        publications.add_requested.connect(self._on_add_publication)
        publications.edit_requested.connect(self._on_edit_publication)
        publications.remove_requested.connect(self._on_remove_publication)
        broadcasts.add_requested.connect(self._on_add_broadcast)
        broadcasts.edit_requested.connect(self._on_edit_broadcast)
        broadcasts.remove_requested.connect(self._on_remove_broadcast)
