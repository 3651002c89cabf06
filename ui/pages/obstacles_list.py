"""The list of obstacles with what narrows it: how they stand, the level that must decide, the work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ntm_desktop.domain.obstacles import LEVEL_NAMES, STATE_WORDS, State
from ntm_desktop.services.obstacles import ObstacleTable, ObstacleView
from ui.models.obstacles import DECIDER, DUE, MARKS, SINCE, SUBJECT, columns, rows_of
from ui.models.rows import Row
from ui.widgets.cards import EmptyState
from ui.widgets.edits import Choice
from ui.widgets.narrowed import NarrowedList
from ui.widgets.table import Table
from ui.wording import said

OPEN = "open"
_CHIPS = (State.NOT_SENT, State.OVERDUE, State.CLOSED)
_LEVEL_WIDTH, _WORK_WIDTH = 118, 190


class ObstacleList(NarrowedList[ObstacleView]):
    def __init__(self) -> None:
        super().__init__(
            Table(columns(), self.tr("Vướng mắc")),
            (
                (OPEN, self.tr("Đang mở"), None, "funnel"),
                *((state.value, said(STATE_WORDS[state]), MARKS[state], "") for state in _CHIPS),
            ),
            EmptyState(
                self.tr(
                    "Chưa ghi vướng mắc nào. Ghi việc đang cản trở công trình hoặc tiêu chí "
                    "và cấp phải giải quyết."
                ),
                self.tr("&Thêm vướng mắc"),
                helps=True,
            ),
            self.tr("Không có vướng mắc nào thuộc nhóm này."),
        )
        self.table.give_way(SUBJECT, SINCE, DUE, DECIDER)  # the panel says these too
        self._level, self._work = Choice(narrows=True), Choice(narrows=True)
        self.add_choice(self.tr("Cấ&p"), self._level, _LEVEL_WIDTH)
        self.add_choice(self.tr("Công t&rình"), self._work, _WORK_WIDTH)
        self.chips.choose(OPEN)

    def show_table(self, loaded: ObstacleTable) -> None:
        levels = [(level.value, said(name)) for level, name in LEVEL_NAMES.items()]
        self._level.set_options([("", self.tr("Mọi cấp")), *levels])
        works = {view.work_uid: view.work for view in loaded.rows if view.work_uid}
        self._work.set_options([("", self.tr("Mọi công trình")), *works.items()])
        if not self._work.key():
            self._work.load("")
        counts = Counter(view.standing.state.value for view in loaded.rows)
        self.show_views(loaded.rows, {**counts, OPEN: len(loaded.open)})

    def fits(self, view: ObstacleView, chip: str) -> bool:
        level, work = self._level.key(), self._work.key()
        return (
            (not chip or chip == view.standing.state or (chip == OPEN and view.standing.is_open))
            and (not level or level == view.level)
            and (not work or work == view.work_uid)
        )

    def rows_of(self, views: Sequence[ObstacleView]) -> Sequence[Row]:
        return rows_of(views)

    def widen(self) -> None:
        self._level.load("")
        self._work.load("")
        super().widen()
