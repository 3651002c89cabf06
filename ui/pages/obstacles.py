"""Vướng mắc: what must someone above us decide? The list by age and level, and the chosen one beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QResizeEvent

from ntm_desktop.changes import Changes
from ntm_desktop.services import obstacles
from ntm_desktop.services.obstacles import EventView, ObstacleChoices, ObstacleTable, ObstacleView
from ntm_desktop.text import count_words
from ui.context import Context
from ui.dialogs.obstacle import EventDialog, ObstacleDialog
from ui.models.obstacles import DECIDER, DUE, SINCE, SUBJECT
from ui.pages.obstacles_list import ObstacleList
from ui.pages.obstacles_panel import ObstaclePanel
from ui.widgets.buttons import Button
from ui.widgets.page import Page

if TYPE_CHECKING:
    from datetime import date

    from ui.tasks import Session

_ROOM_FOR = {1000: (SUBJECT, SINCE, DUE), 600: (DECIDER,)}
"""On a page that is narrower the obstacles would shrink to two words: the panel says these too."""


@dataclass(frozen=True, slots=True)
class _Loaded:
    obstacles: ObstacleTable


def _load(session: Session, on: date) -> _Loaded:
    return _Loaded(obstacles.table(session, on=on))


class ObstaclesPage(Page):
    KEY: ClassVar[str] = "vuong-mac"
    TABLES: ClassVar[frozenset[str]] = frozenset(
        {"obstacle", "obstacle_event", "official_document", "person", "work"}
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Vướng mắc"))
        self._wanted = ""  # a link that came before the rows
        self._row: ObstacleView | None = None
        self._add = Button(self.tr("&Thêm vướng mắc"), icon="plus")
        self._list = ObstacleList()
        self.details = ObstaclePanel()
        self.panel = self.details
        self.header.add(self._add)
        self.column.addWidget(self._list, 1)
        self._connect()

    def reload(self) -> None:
        on = self.context.tasks.today()
        self.context.tasks.read(lambda session: _load(session, on), self._on_loaded, self)

    def select(self, anchor: str) -> None:
        """``anchor``: the uid of an obstacle."""
        self._wanted = "" if self._list.select(anchor) else anchor

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for least, dropped in _ROOM_FOR.items():
            for column in dropped:
                self._list.table.setColumnHidden(column, self.width() < least)

    # Slots

    def _on_loaded(self, loaded: _Loaded) -> None:
        table = loaded.obstacles
        self._list.show_table(table)
        self._add.setVisible(bool(table.rows))
        self.count_changed.emit(len(table.open))
        self.header.set_facts(*self._facts_of(table))
        if self._wanted:
            self._list.select(self._wanted)
            self._wanted = ""
        if self._list.current() is None:
            self.details.close_panel()

    def _on_current_changed(self, row: ObstacleView | None) -> None:
        self._row = row
        if row is None:
            self.details.close_panel()
            return
        self.details.show_obstacle(row)
        self.details.open_panel()

    def _on_add(self) -> None:
        self._read_choices(self._on_choices_to_add)

    def _on_edit(self) -> None:
        if self._row is not None:
            self._read_choices(self._on_choices_to_edit)

    def _on_event(self) -> None:
        if self._row is not None:
            EventDialog(self, self.context, self._row).open()

    def _on_correction(self, event: EventView) -> None:
        if self._row is not None:
            EventDialog(self, self.context, self._row, event).open()

    def _on_remove(self) -> None:
        """At once; the toast that follows offers to undo it."""
        if self._row is None:
            return
        uid = self._row.uid

        def remove(session: Session) -> Changes:
            return obstacles.remove_obstacle(session, uid=uid)

        self.context.tasks.write(f"Xóa vướng mắc {self._row.what}", remove, self._on_removed, self)

    def _on_removed(self, _changes: Changes) -> None:
        self.told.emit(self.tr("Đã xóa vướng mắc khỏi danh sách."))

    def _on_choices_to_add(self, choices: ObstacleChoices) -> None:
        ObstacleDialog(self, self.context, None, choices).open()

    def _on_choices_to_edit(self, choices: ObstacleChoices) -> None:
        if self._row is not None:
            ObstacleDialog(self, self.context, self._row, choices).open()

    # What is shown

    def _facts_of(self, table: ObstacleTable) -> list[str]:
        if not table.rows:
            return []
        facts = [count_words(len(table.open), self.tr("đang mở"))]
        if table.overdue:
            facts.append(count_words(len(table.overdue), self.tr("quá hạn trả lời")))
        if table.open:
            oldest = max(row.standing.age for row in table.open)
            facts.append(self.tr("lâu nhất {} ngày").format(oldest))
        return facts

    # Building

    def _read_choices(self, done: Callable[[ObstacleChoices], None]) -> None:
        on = self.context.tasks.today()
        self.context.tasks.read(lambda session: obstacles.choices(session, on=on), done, self)

    def _connect(self) -> None:
        self._add.clicked.connect(self._on_add)
        self._list.add_requested.connect(self._on_add)
        self._list.current_changed.connect(self._on_current_changed)
        self._list.opened.connect(self._on_event)
        self.details.event_requested.connect(self._on_event)
        self.details.edit_requested.connect(self._on_edit)
        self.details.remove_requested.connect(self._on_remove)
        self.details.correction_requested.connect(self._on_correction)
