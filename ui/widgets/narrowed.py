"""A list that chips narrow, and what stands in its place while it has nothing to show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.models.rows import Row
from ui.tokens import State
from ui.widgets.buttons import ChipRow
from ui.widgets.cards import Card, EmptyState
from ui.widgets.edits import Choice
from ui.widgets.flow import FlowLayout, flowing
from ui.widgets.labels import Label
from ui.widgets.table import Table


class View(Protocol):
    @property
    def uid(self) -> str: ...


V = TypeVar("V", bound=View)


class NarrowedList(QWidget, Generic[V]):
    """What fits a chip, and how a view becomes a row, belongs to the lists that build on it."""

    current_changed = Signal(object)  # the view, or None
    opened = Signal(object)
    add_requested = Signal()

    def __init__(
        self, table: Table, chips: Sequence[tuple[str, str, State | None, str]], empty: EmptyState, none: str
    ) -> None:
        """``empty`` while there is nothing at all, ``none`` while nothing fits."""
        super().__init__()
        self.views: Sequence[V] = ()
        self.table = table
        self.chips = ChipRow(chips)
        self._empty, self._none = empty, EmptyState(none)
        self._bar = QWidget()
        self._flow = FlowLayout(12, self._bar, between_lines=6)
        self._bar.setSizePolicy(flowing())
        self._flow.add(self.chips)
        card = Card()
        card.body.setContentsMargins(1, 1, 1, 1)
        card.body.addWidget(self.table, 1)
        for state in (self._none, self._empty):
            card.body.addWidget(state)
            state.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._bar)
        column.addWidget(card, 1)
        self.chips.chosen.connect(self._on_narrowed)
        self.table.current_changed.connect(self._on_current_changed)
        self.table.opened.connect(self.opened)
        self._empty.acted.connect(self.add_requested)

    def show_views(self, views: Sequence[V], counts: Mapping[str, int]) -> None:
        """``counts``: how many fit each chip."""
        self.views = views
        self.chips.set_counts(dict(counts))
        self._show()

    def current(self) -> V | None:
        chosen = self.table.current_data()
        return next((view for view in self.views if view.uid == chosen), None)

    def uids(self) -> list[str]:
        return [view.uid for view in self.views]

    def select(self, uid: str) -> bool:
        """Widens the list when what is meant is not in it."""
        if self.table.select(uid):
            return True
        if not any(view.uid == uid for view in self.views):
            return False
        self.widen()
        return self.table.select(uid)

    # For the lists that build on it

    def fits(self, view: V, chip: str) -> bool:
        """``chip``: the key of the one that is pressed; "" none."""
        raise NotImplementedError

    def rows_of(self, views: Sequence[V]) -> Sequence[Row]:
        raise NotImplementedError

    def widen(self) -> None:
        """Nothing narrows it any more."""
        self.chips.choose("")

    def add_choice(self, words: str, choice: Choice, width: int) -> None:
        """One more thing that narrows it, behind the chips."""
        self._flow.add(named_choice(words, choice, width))
        choice.committed.connect(self._on_narrowed)

    # Slots

    def _on_narrowed(self, _key: object = None) -> None:
        self._show()

    def _on_current_changed(self, _data: object) -> None:
        self.current_changed.emit(self.current())

    def _show(self) -> None:
        chip = self.chips.choice()
        shown = [view for view in self.views if self.fits(view, chip)]
        self.table.show_rows(self.rows_of(shown))
        self.table.setVisible(bool(shown))
        self._none.setVisible(bool(self.views) and not shown)
        self._empty.setVisible(not self.views)
        self._bar.setVisible(bool(self.views))


def named_choice(words: str, choice: Choice, width: int) -> QWidget:
    """A choice of that width with its name before it."""
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
    return holder
