"""The list of obstacles with what narrows it: how they stand, the level that must decide, the work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ntm_desktop.domain.obstacles import LEVEL_NAMES, STATE_WORDS, State
from ntm_desktop.services.obstacles import ObstacleTable, ObstacleView
from ui.models.obstacles import MARKS, columns, rows_of
from ui.widgets.buttons import ChipRow
from ui.widgets.cards import Card, EmptyState
from ui.widgets.edits import Choice
from ui.widgets.flow import FlowLayout, flowing
from ui.widgets.labels import Label
from ui.widgets.table import Table

OPEN = "open"
_CHIPS = (State.NOT_SENT, State.OVERDUE, State.CLOSED)
_LEVEL_WIDTH, _WORK_WIDTH = 118, 190


class ObstacleList(QWidget):
    current_changed = Signal(object)  # ObstacleView or None
    opened = Signal(object)
    add_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._views: tuple[ObstacleView, ...] = ()
        self._chips = ChipRow(
            (
                (OPEN, self.tr("Đang mở"), None, "funnel"),
                *((state.value, STATE_WORDS[state], MARKS[state], "") for state in _CHIPS),
            )
        )
        self._level, self._work = Choice(), Choice()
        self.table = Table(columns(), self.tr("Vướng mắc"))
        self._none = EmptyState(self.tr("Không có vướng mắc nào thuộc nhóm này."))
        self._empty = EmptyState(
            self.tr(
                "Chưa ghi vướng mắc nào. Ghi việc đang cản trở công trình hoặc tiêu chí "
                "và cấp phải giải quyết."
            ),
            self.tr("&Thêm vướng mắc"),
        )
        self._bar = QWidget()
        self._lay_out()
        self._chips.choose(OPEN)
        self._chips.chosen.connect(self._on_narrowed)
        self._level.committed.connect(self._on_narrowed)
        self._work.committed.connect(self._on_narrowed)
        self.table.current_changed.connect(self._on_current_changed)
        self.table.opened.connect(self.opened)
        self._empty.acted.connect(self.add_requested)

    def show_table(self, loaded: ObstacleTable) -> None:
        self._views = loaded.rows
        counts = Counter(view.standing.state.value for view in loaded.rows)
        self._chips.set_counts({**counts, OPEN: len(loaded.open)})
        levels = [(level.value, name) for level, name in LEVEL_NAMES.items()]
        self._level.set_options([("", self.tr("Mọi cấp")), *levels])
        works = {view.work_uid: view.work for view in loaded.rows if view.work_uid}
        self._work.set_options([("", self.tr("Mọi công trình")), *works.items()])
        if not self._work.key():
            self._work.load("")
        self._show()

    def current(self) -> ObstacleView | None:
        chosen = self.table.current_data()
        return next((view for view in self._views if view.uid == chosen), None)

    def select(self, uid: str) -> bool:
        """Widens the list when what is meant is not in it."""
        if self.table.select(uid):
            return True
        if not any(view.uid == uid for view in self._views):
            return False
        self._level.load("")
        self._work.load("")
        self._chips.choose("")
        return self.table.select(uid)

    def _on_narrowed(self, _key: object = None) -> None:
        self._show()

    def _on_current_changed(self, _data: object) -> None:
        self.current_changed.emit(self.current())

    def _show(self) -> None:
        shown = self._shown()
        self.table.show_rows(rows_of(shown))
        self.table.setVisible(bool(shown))
        self._none.setVisible(bool(self._views) and not shown)
        self._empty.setVisible(not self._views)
        self._bar.setVisible(bool(self._views))

    def _shown(self) -> Sequence[ObstacleView]:
        chip, level, work = self._chips.choice(), self._level.key(), self._work.key()
        return [
            view
            for view in self._views
            if (not chip or chip == view.standing.state or (chip == OPEN and view.standing.is_open))
            and (not level or level == view.level)
            and (not work or work == view.work_uid)
        ]

    def _lay_out(self) -> None:
        flow = FlowLayout(12, self._bar, between_lines=6)
        self._bar.setSizePolicy(flowing())
        flow.add(self._chips)
        for words, choice, width in (
            (self.tr("Cấ&p"), self._level, _LEVEL_WIDTH),
            (self.tr("Công t&rình"), self._work, _WORK_WIDTH),
        ):
            label = Label(words, "caption-medium", "text2")
            label.setBuddy(choice)
            choice.setAccessibleName(words.replace("&", ""))
            choice.setFixedWidth(width)
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(6)
            row.addWidget(label)
            row.addWidget(choice)
            flow.add(holder)
        card = Card()
        card.body.setContentsMargins(1, 1, 1, 1)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self._none)
        card.body.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._bar)
        column.addWidget(card, 1)
        self._none.hide()
        self._empty.hide()
