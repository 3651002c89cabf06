"""Mục tiêu: what the commune has registered for, now and before; the criteria sets this PC knows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ntm_desktop.changes import Changes
from ntm_desktop.domain.goals import Goal, goal_on
from ntm_desktop.services import commune, criteria_sets, goals
from ntm_desktop.services.criteria_sets import SetChoice
from ntm_desktop.text import format_date
from ui.context import Context
from ui.dialogs.goal import GoalDialog
from ui.models.rows import Cell, Column, Row
from ui.pages.setup_section import RecordList, Section, fit_rows
from ui.pages.setup_sets import SetsCard
from ui.widgets.cards import Card

if TYPE_CHECKING:
    from ui.tasks import Session

_MOST_ROWS = 8


@dataclass(frozen=True, slots=True)
class _Loaded:
    goals: tuple[Goal, ...]
    sets: tuple[SetChoice, ...]
    regimes: tuple[tuple[str, str], ...]
    regime_names: Mapping[str, str]
    district: str


def _load(session: Session) -> _Loaded:
    district = commune.load(session).district
    return _Loaded(
        goals.list_goals(session),
        criteria_sets.available(session),
        goals.regimes(),
        goals.regime_names(),
        district,
    )


class GoalsSection(Section):
    TABLES: ClassVar[frozenset[str]] = frozenset({"goal", "criteria_pack"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._loaded = _Loaded((), (), (), {}, "")
        self._goals = RecordList(
            (
                Column(self.tr("Áp dụng từ"), 96),
                Column(self.tr("Bộ tiêu chí")),
                Column(self.tr("Năm"), 56),
                Column(self.tr("Mức áp dụng"), 170),
                Column(self.tr("Căn cứ"), 150),
                Column(self.tr("Hạn"), 92, full_title=self.tr("Hạn hoàn thành")),
                Column(self.tr("Trình tự"), 190, full_title=self.tr("Trình tự, mẫu hồ sơ")),
            ),
            self.tr("Mục tiêu đã đăng ký"),
            add=self.tr("Đăng &ký mục tiêu"),
            edit=self.tr("&Sửa mục tiêu"),
            remove=self.tr("&Xóa mục tiêu"),
            hint=self.tr(
                "Ghi nhầm thì sửa. Đổi bộ tiêu chí hay năm thì đăng ký mục tiêu mới; mục tiêu cũ còn để xét "
                "các ngày trước."
            ),
            primary=True,
        )
        self._sets = SetsCard(context)
        registered = Card(self.tr("Mục tiêu đã đăng ký"))
        registered.body.addWidget(self._goals, 1)
        self.column.addWidget(registered)
        self.column.addWidget(self._sets)
        self.column.addStretch(1)
        self._goals.add_requested.connect(self._on_register)
        self._goals.edit_requested.connect(self._on_correct)
        self._goals.remove_requested.connect(self._on_remove)
        self._sets.told.connect(self.told)

    def reload(self) -> None:
        self.context.tasks.read(_load, self._on_loaded, self)

    # Slots

    def _on_loaded(self, loaded: _Loaded) -> None:
        self._loaded = loaded
        current = goal_on(loaded.goals, self.context.tasks.today()) if loaded.goals else None
        sets, regimes = {choice.id: choice for choice in loaded.sets}, loaded.regime_names
        self._goals.show_rows(
            [_goal_row(goal, sets, regimes, goal == current) for goal in reversed(loaded.goals)]
        )
        if current is not None and self._goals.table.current_data() is None:
            self._goals.table.select(current.uid)
        self._sets.show_sets(loaded.sets, current.set_id if current is not None else "")
        fit_rows(self._goals.table, len(loaded.goals), _MOST_ROWS)

    def _on_register(self) -> None:
        loaded = self._loaded
        current = goal_on(loaded.goals, self.context.tasks.today()) if loaded.goals else None
        GoalDialog(self, self.context, loaded.sets, loaded.regimes, loaded.district, current).open()

    def _on_correct(self, uid: str) -> None:
        loaded = self._loaded
        wrong = next(goal for goal in loaded.goals if goal.uid == uid)
        GoalDialog(self, self.context, loaded.sets, loaded.regimes, loaded.district, None, wrong).open()

    def _on_remove(self, uid: str) -> None:
        def remove(session: Session) -> Changes:
            return goals.remove_goal(session, uid=uid)

        self.context.tasks.write("Xóa mục tiêu đã đăng ký", remove, self._on_removed, self)

    def _on_removed(self, _changes: Changes) -> None:
        self.told.emit(self.tr("Đã xóa mục tiêu."))


def _goal_row(goal: Goal, sets: Mapping[str, SetChoice], regimes: Mapping[str, str], current: bool) -> Row:
    choice = sets.get(goal.set_id)
    profiles = {profile.id: profile.name for profile in choice.profiles} if choice else {}
    level = profiles.get(goal.profile, goal.profile)
    regime = regimes.get(goal.regime, goal.regime)
    cells = (
        Cell(format_date(goal.valid_from), strong=current),
        Cell(choice.short_title if choice else goal.set_id, strong=current),
        Cell(str(goal.year), strong=current),
        Cell(level, tooltip=level),
        Cell(goal.profile_ground, tooltip=goal.profile_ground),
        Cell(format_date(goal.deadline)),
        Cell(regime, tooltip=regime),
    )
    return Row(cells, goal.uid)
