"""Tổng quan: are we going to make it? The answer first, then one tile per criterion, then what to do next.

Imported before the first paint, so it knows no service; its data come as a ``domain.overview.Overview``.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ntm_desktop.domain.overview import Link, Notice, Overview, Tile, Todo
from ntm_desktop.text import counted, format_date
from ui import overview_cache
from ui.context import Context
from ui.pages.overview_answer import AnswerCard
from ui.pages.overview_cards import CapitalCard, ObstaclesCard, WorksCard
from ui.pages.overview_notices import Notices, VerdictCounts
from ui.tokens import State
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, Line
from ui.widgets.conclusion import Conclusions
from ui.widgets.labels import Label
from ui.widgets.marks import Mark, criterion_state, criterion_word
from ui.widgets.page import Page
from ui.widgets.tile import TileButton

if TYPE_CHECKING:
    from ui.tasks import Session

_COLUMNS, _COLUMNS_SCANT = 5, 3
_SCANT_BELOW = 780  # px; with less a tile would cut its words
_TODOS = 5
_RIGHT, _RIGHT_TIGHT = 318, 302
_TIGHT_BELOW = 1120  # px; with less the narrower right column leaves the tiles room for their names


def load_and_keep(session: Session, folder: Path, today: date, now: datetime, person: str) -> Overview:
    from ntm_desktop.services import overview  # on the data thread

    loaded = overview.load(session, today=today, now=now, person=person)
    overview_cache.write(folder, overview_cache.Kept(loaded, overview.head(session)))
    return loaded


def _load(session: Session, _folder: Path, today: date, now: datetime, person: str) -> Overview:
    from ntm_desktop.services import overview  # on the data thread

    return overview.load(session, today=today, now=now, person=person)


class OverviewPage(Page):
    KEY: ClassVar[str] = "tong-quan"
    TABLES: ClassVar[frozenset[str]] = frozenset()  # of everything; the window reloads it after each write

    loaded = Signal(object)  # Overview

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Tổng quan"))
        self._overview: Overview | None = None
        self.is_current = False  # what is shown is known to be what the database says
        self._all_todos = False
        self._tiles: list[TileButton] = []
        self._columns = 0
        self._narrow = False  # the right column is below
        self._answer = AnswerCard()
        self._grid = QGridLayout()
        self._grid.setSpacing(6)
        self._legend = QWidget()
        self._counts = VerdictCounts()
        self._notices = Notices()
        self._conclusions = Conclusions()
        self._works = WorksCard()
        self._capital = CapitalCard()
        self._obstacles = ObstaclesCard()
        self._todos = Card(self.tr("Việc cần làm tiếp"))
        self._todos.body.setContentsMargins(0, 9, 0, 4)
        self._todos.body.setSpacing(0)
        self._todos.head.setContentsMargins(14, 0, 14, 8)
        self._lay_out()
        for part in (self._counts, self._notices, self._works, self._capital, self._obstacles):
            part.followed.connect(self.follow)
        self.header.set_facts(self.tr("Đang đọc số liệu…"))

    def reload(self) -> None:
        folder, tasks = self.context.folder, self.context.tasks
        today, now, by = tasks.today(), tasks.now(), tasks.by
        load = _load if self.context.is_read_only else load_and_keep
        tasks.read(
            lambda session: load(session, folder, today, now, by),
            self._on_loaded,
            self,
            shows="overview",
            behind=not self.isVisible(),  # the window shows a few numbers of it, whatever page is in front
        )

    def select(self, anchor: str) -> None:
        self._all_todos = True
        if self._overview is not None:
            self._show_todos(self._overview.todos)

    def set_narrow(self, narrow: bool) -> None:
        """With little room the right column moves below."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(down if narrow else across)
        self._narrow = narrow
        self._fit_right()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow page the tiles stand in fewer columns, and what stood side by side stands below."""
        super().resizeEvent(event)
        scant = self.width() < _SCANT_BELOW
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._bottom.setDirection(down if scant else across)
        self._answer.set_narrow(narrow=scant)
        self._set_columns(_COLUMNS_SCANT if scant else _COLUMNS)
        self._fit_right()

    def _fit_right(self) -> None:
        """Beside the tiles it is narrower where these would be too narrow for the names of criteria."""
        width = _RIGHT if self.width() >= _TIGHT_BELOW else _RIGHT_TIGHT
        self._right.setFixedWidth(16777215 if self._narrow else width)
        self._right.setMinimumWidth(0 if self._narrow else width)

    def show_overview(self, overview: Overview, *, current: bool = True) -> None:
        self._overview, self.is_current = overview, current
        facts = self.tr("Số liệu đến {}") if current else self.tr("Số liệu đến {} · đang đọc lại")
        self.header.set_facts(facts.format(format_date(overview.on)))
        self._answer.show_overview(overview)
        self._conclusions.show_decisions(overview.decisions)
        self._show_tiles(overview.tiles)
        self._show_legend(overview)
        self._counts.show_counts(dict(overview.indicator_counts))
        self._show_notices(overview)
        self._works.show_works(overview.works)
        self._capital.show_capital(overview.capital, overview.works.total)
        self._obstacles.show_obstacles(overview.obstacles)
        self._show_todos(overview.todos)

    # Slots

    def _on_loaded(self, overview: Overview) -> None:
        if overview != self._overview or not self.is_current:
            self.show_overview(overview)
        self.loaded.emit(overview)

    def _on_tile_clicked(self) -> None:
        self.follow("tieu-chi", str(self.sender().property("anchor")))

    def _on_line_pressed(self) -> None:
        page, anchor = self.sender().property("link")
        self.follow(page, anchor)

    def _on_all_pressed(self) -> None:
        self._all_todos = not self._all_todos
        if self._overview is not None:
            self._show_todos(self._overview.todos)

    # Building

    def _lay_out(self) -> None:
        self.header.add(self._counts)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._answer)
        left.addWidget(self._conclusions)
        left.addLayout(self._grid)
        left.addWidget(self._notices)
        bottom = self._bottom = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        bottom.setSpacing(8)
        bottom.addWidget(self._works, 11)
        bottom.addWidget(self._capital, 10)
        left.addLayout(bottom)
        left.addStretch(1)  # takes what a long list beside it asks for: the tiles keep together
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(8)
        right.addWidget(self._todos)
        right.addWidget(self._obstacles)
        right.addStretch(1)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(12)
        self._sides.addLayout(left, 1)
        self._sides.addWidget(self._right)
        self.column.addLayout(self._sides, 1)
        self._set_columns(_COLUMNS)
        self.set_narrow(narrow=False)

    def _show_tiles(self, tiles: tuple[Tile, ...]) -> None:
        while len(self._tiles) < len(tiles):
            button = TileButton()
            button.clicked.connect(self._on_tile_clicked)
            self._grid.addWidget(button, *divmod(len(self._tiles), self._columns))
            self._tiles.append(button)
        for button in self._tiles[len(tiles) :]:
            button.hide()
        for button, tile in zip(self._tiles, tiles, strict=False):
            state = criterion_state(tile.state, regressed=tile.regressed)
            word = criterion_word(tile.state, regressed=tile.regressed)
            button.setProperty("anchor", tile.code)
            button.show_criterion(
                tile.code, tile.short_name, tile.name, state, word, f"{tile.met}/{tile.applicable}"
            )
            button.show()

    def _set_columns(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number in range(_COLUMNS):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)
        for place, tile in enumerate([*self._tiles, self._legend]):
            self._grid.addWidget(tile, *divmod(place, columns))

    def _show_legend(self, overview: Overview) -> None:
        self._legend.deleteLater()
        self._legend = QWidget()
        column = QVBoxLayout(self._legend)
        column.setContentsMargins(10, 0, 0, 0)
        column.setSpacing(0)
        shown = Counter(criterion_state(tile.state, regressed=tile.regressed) for tile in overview.tiles)
        for state, words in (
            (State.UNMET, self.tr("{} chưa đạt")),
            (State.REGRESSED, self.tr("{} tụt chuẩn")),
            (State.NOT_ASSESSED, self.tr("{} chưa xét xong")),
            (State.MET, self.tr("{} đạt")),
            (State.NOT_APPLICABLE, self.tr("{} không áp dụng")),
        ):
            if count := shown[state]:
                row = QHBoxLayout()
                row.setSpacing(7)
                row.addWidget(Mark(state, 15, "bg"))
                row.addWidget(Label(words.format(counted(count)), "caption"), 1)
                column.addLayout(row)
        column.addStretch(1)
        self._grid.addWidget(self._legend, *divmod(len(overview.tiles), self._columns))

    def _show_notices(self, overview: Overview) -> None:
        regressed = [tile for tile in overview.tiles if tile.regressed]
        notices = [(State.NO_TARGET, notice) for notice in overview.warnings]
        if regressed:
            names = ", ".join(f"{tile.code} {tile.short_name}" for tile in regressed)
            sentence = self.tr("Tụt chuẩn: {}.").format(names)
            place = Link("phan-cong", "da-dat")
            notices.insert(0, (State.REGRESSED, Notice(sentence, self.tr("Xem danh sách"), place)))
        self._notices.show_notices(notices)

    def _show_todos(self, todos: tuple[Todo, ...]) -> None:
        _clear(self._todos)
        shown = todos if self._all_todos else todos[:_TODOS]
        words = self.tr("{} việc") if self._all_todos else self.tr("{} việc gần hạn nhất")
        self._todos.note.setText(words.format(counted(len(shown))) if todos else "")
        for number, todo in enumerate(shown, start=1):
            line = Line(todo.what, todo.why, number=str(number), accent=True)
            line.setProperty("link", (todo.link.page, todo.link.anchor))
            line.pressed.connect(self._on_line_pressed)
            self._todos.body.addWidget(line)
        if not todos:
            nothing = Label(self.tr("Không còn việc nào. Có thể in hồ sơ."), "body", "text2", wrap=True)
            nothing.setContentsMargins(14, 0, 14, 8)
            self._todos.body.addWidget(nothing)
        if len(todos) > _TODOS:
            words = self.tr("Chỉ &xem 05 việc") if self._all_todos else self.tr("&Xem tất cả {} việc")
            more = Button(words.format(len(todos)), "link")
            more.clicked.connect(self._on_all_pressed)
            foot = QHBoxLayout()
            foot.setContentsMargins(14, 2, 12, 2)
            foot.addStretch(1)
            foot.addWidget(more)
            holder = QWidget()
            holder.setLayout(foot)
            self._todos.body.addWidget(holder)


def _clear(card: Card) -> None:
    """Takes everything below the head out."""
    while card.body.count() > 1:
        item = card.body.takeAt(1)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
