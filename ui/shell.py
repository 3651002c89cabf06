"""The two bars of the window: the place at the top, the state of saving at the bottom."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from ntm_desktop.domain.overview import Link, Overview
from ui import theme
from ui.tasks import Tasks
from ui.widgets.buttons import Button
from ui.widgets.labels import ElidedLabel, IconLabel, Label, Ribbon, Rule
from ui.widgets.search_box import SearchBox

_FACTS_FROM = 800  # px; with less they would be two letters and dots
_PLACE_MOST, _BACKUP_MOST = 190, 220  # px that are theirs before others give way


class TopBar(QFrame):
    undo_requested = Signal()
    followed = Signal(object)

    def __init__(self, tasks: Tasks, window: QWidget) -> None:
        super().__init__()
        self.setObjectName("topbar")
        self.setFixedHeight(44)
        self._place = ElidedLabel("", "card")
        self._facts = ElidedLabel("", "caption", "text2")
        self._ribbon = Ribbon()
        self._ribbon.hide()
        self._undo = Button(self.tr("Hoàn tác"), "flat", "undo-2")
        self._undo.setEnabled(False)
        self._undo.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # pressed, it leaves the keyboard where it is
        self._search = SearchBox(tasks, window)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(10)
        row.addWidget(self._place)
        for label in (self._place, self._facts):
            label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row.addWidget(self._facts)
        row.addWidget(self._ribbon)
        row.addStretch(1)
        row.addWidget(self._undo)
        row.addWidget(self._search)
        self._undo.clicked.connect(self.undo_requested)
        self._search.followed.connect(self._on_followed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._facts.setVisible(self.width() >= _FACTS_FROM)

    def show_overview(self, overview: Overview) -> None:
        facts = (overview.where, overview.set_title, overview.goal)
        self.show_place(overview.commune, facts, illustrative=overview.illustrative)
        self.show_undoable(overview.undoable)

    def show_place(self, name: str, facts: Sequence[str], *, illustrative: bool) -> None:
        self._place.setText(name)
        self._place.setMinimumWidth(
            min(_PLACE_MOST, self._place.sizeHint().width())
        )  # the facts give way first
        self._facts.setText("  ·  ".join(fact for fact in facts if fact))
        self._ribbon.setVisible(illustrative)

    def show_undoable(self, action: str) -> None:
        self._undo.setEnabled(bool(action))
        self._undo.setToolTip(
            self.tr("Hoàn tác “{}” (Ctrl+Z)").format(action)
            if action
            else self.tr("Chưa có việc nào để hoàn tác")
        )

    def search_in(self, tasks: Tasks | None) -> None:
        """Another workplace's data, or none: then there is nothing to search here."""
        self._search.setVisible(tasks is not None)
        if tasks is not None:
            self._search.search_in(tasks)

    def focus_search(self) -> None:
        self._search.begin()

    def _on_followed(self, link: Link) -> None:
        self.followed.emit(link)


class StatusBar(QFrame):
    todo_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("statusbar")
        self.setFixedHeight(26)
        self._saved = Label("", "caption", "text2")
        self._saved_icon = IconLabel("check", 14, "met")
        self._backup = ElidedLabel("", "caption", "text2")
        self._todo = Button("", "slim", tip=self.tr("Xem việc cần làm (Ctrl+T)"))
        self._person = ElidedLabel("", "caption", "text2")
        self._person_icon = IconLabel("user", 14)
        self._person_icon.setToolTip(self.tr("Đang làm việc trên máy này, được ghi vào lịch sử"))
        for label in (self._backup, self._person):
            label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 14, 0)
        row.setSpacing(8)
        row.addWidget(self._saved_icon)
        row.addWidget(self._saved)
        row.addWidget(Rule(upright=True))
        row.addWidget(IconLabel("hard-drive", 14))
        row.addWidget(self._backup)
        self._of_todo = (Rule(upright=True), IconLabel("triangle-alert", 14, "amber"), self._todo)
        for part in self._of_todo:
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(Rule(upright=True))
        row.addWidget(self._person_icon)
        row.addWidget(self._person)
        self._todo.setFont(theme.font("caption-strong"))
        self._todo.clicked.connect(self.todo_pressed)
        self.show_nothing_saved()

    def show_saved(self, time: str) -> None:
        self._told_saved = self.tr("Đã lưu {}").format(time)
        self.show_unsaved(unsaved=False)

    def show_undone(self, time: str) -> None:
        """What was saved last does not stand any more."""
        self._told_saved = self.tr("Đã hoàn tác {}").format(time)
        self.show_unsaved(unsaved=False)

    def show_unsaved(self, *, unsaved: bool) -> None:
        """Something typed is not kept yet: the time of the last saving would say otherwise."""
        self._saved_icon.setVisible(not unsaved)
        self._saved.setText(self.tr("Có số chưa lưu") if unsaved else self._told_saved)

    def show_overview(self, overview: Overview) -> None:
        self.show_office(overview.last_backup, overview.person)
        self._todo.setText(self.tr("{} việc cần làm").format(len(overview.todos)))
        self._todo.setShortcut(QKeySequence("Ctrl+T"))  # a new text takes it away

    def without_todo(self) -> None:
        """For a workplace whose work stands on a page of its own."""
        for part in self._of_todo:
            part.hide()

    def show_office(self, backup: str, person: str) -> None:
        self._backup.setText(self.tr("Sao lưu: {}").format(backup) if backup else self.tr("Chưa sao lưu"))
        self._backup.setMinimumWidth(min(_BACKUP_MOST, self._backup.sizeHint().width()))
        self._person.setText(person or self.tr("Chưa có người phụ trách"))

    def show_nothing_saved(self) -> None:
        self._told_saved = self.tr("Mọi thay đổi được lưu ngay")
        self._saved.setText(self._told_saved)
