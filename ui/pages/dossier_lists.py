"""The left side of *Hồ sơ*: what the dossier still lacks, and the papers it consists of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ntm_desktop.domain.overview import Link
from ntm_desktop.domain.readiness import (
    Answer,
    ReadinessLine,
    ReadinessState,
    answer,
    blocks,
    open_count,
)
from ntm_desktop.services.dossier import PaperView
from ntm_desktop.text import counted, format_date
from ui.models.rows import Cell, Column, Row
from ui.tokens import State
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, Line
from ui.widgets.labels import Label
from ui.widgets.marks import Mark
from ui.widgets.page import ANY_SIZE, Whole
from ui.widgets.table import ROW_HEIGHT, Table
from ui.wording import said

if TYPE_CHECKING:
    from ntm_desktop.services.papers import PrintedDossier

_MOST_PAPERS = 6  # rows in sight
_ANSWERS = {
    ReadinessState.BLOCK: State.UNMET,
    ReadinessState.WARN: State.REGRESSED,
    ReadinessState.DONE: State.MET,
}
_SHAPES = {"targets": State.NO_TARGET, "assessed": State.NOT_ASSESSED}


class ReadinessCard(Card):
    followed = Signal(object)  # Link

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Điều kiện trình hồ sơ"), parent=parent)
        self._shown: tuple[tuple[ReadinessLine, ...], bool] | None = None
        self.body.setContentsMargins(0, 9, 0, 2)
        self.head.setContentsMargins(14, 0, 14, 2)
        self.body.setSpacing(4)
        self._answer = _AnswerRow()
        self.body.addWidget(self._answer)
        self._scroll = Whole()
        self._scroll.body.setSpacing(0)
        self.body.addWidget(self._scroll, 1)

    def set_scrolls(self, *, scrolls: bool) -> None:
        """Whether the lines scroll inside, or all of them are in sight and the page scrolls."""
        self._scroll.set_most(0 if scrolls else ANY_SIZE)

    def show_lines(self, lines: tuple[ReadinessLine, ...], *, numbered: bool) -> None:
        """``numbered``: the papers bear their numbers and days already."""
        if (lines, numbered) == self._shown:
            return  # the line that has the focus stays
        self._shown = lines, numbered
        self._answer.show_answer(answer(lines, numbered=numbered))
        number, blocked = open_count(lines), bool(blocks(lines))
        words = self.tr("{} mục phải bổ sung") if blocked else self.tr("{} mục cần xem lại")
        self.note.setText(words.format(counted(number)) if number else self.tr("Đã đủ"))
        place = self._scroll.verticalScrollBar().value()
        while self._scroll.body.count():
            item = self._scroll.body.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line in lines:
            self._scroll.body.addWidget(self._widget(line))
        self._scroll.body.addStretch(1)
        self._scroll.verticalScrollBar().setValue(place)

    def _widget(self, line: ReadinessLine) -> Line:
        fulfilled = line.state is ReadinessState.DONE
        made = Line(
            said(line.what),
            said(line.why),
            state=_shape(line),
            link=said(line.action),
            word=self.tr("Đã đủ") if fulfilled else "",
            two_lines=True,
            below="" if fulfilled else _behind(line),
        )
        if not fulfilled:
            made.setAccessibleDescription(line.sentence)
        for mark in made.findChildren(Mark):
            mark.setToolTip(self._word(line.state))
            mark.setAccessibleName(self._word(line.state))
        made.setProperty("link", (line.link.page, line.link.anchor))
        made.pressed.connect(self._on_pressed)
        return made

    def _word(self, state: ReadinessState) -> str:
        words = {
            ReadinessState.DONE: self.tr("Đã đủ"),
            ReadinessState.BLOCK: self.tr("Phải bổ sung thì mới in được bản chính thức"),
            ReadinessState.WARN: self.tr("Cần xem lại, vẫn in được bản chính thức"),
        }
        return words[state]

    def _on_pressed(self) -> None:
        page, anchor = self.sender().property("link")
        self.followed.emit(Link(page, anchor))


class _AnswerRow(QWidget):
    """May it be printed, and what is the next step: before all the lines that say why."""

    def __init__(self) -> None:
        super().__init__()
        self._mark = Mark(State.UNMET, 20)
        self._what, self._why = Label("", "strong", wrap=True), Label("", "caption", "text2", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 2, 12, 6)
        row.setSpacing(10)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._what)
        words.addWidget(self._why)
        row.addLayout(words, 1)

    def show_answer(self, found: Answer) -> None:
        state = _ANSWERS[found.state]
        self._mark.set_state(state)
        self._mark.setToolTip("")
        self._what.setText(found.what)
        self._what.set_tone(state)
        self._why.setText(found.why)


def _behind(line: ReadinessLine) -> str:
    """Who mends it, and where the rule stands."""
    return " · ".join(words for words in (said(line.who), line.source) if words)


def _shape(line: ReadinessLine) -> State:
    if line.state is ReadinessState.DONE:
        return State.MET
    if line.state is ReadinessState.WARN:
        return State.REGRESSED
    return _SHAPES.get(line.key, State.UNMET)


@dataclass(frozen=True, slots=True)
class Entry:
    """A paper as the list shows it, with its pages in the PDF; ``paper``: what ``papers.one_paper`` knows it
    by, empty for the whole dossier."""

    title: str
    state: str
    pages: range
    paper: str = ""
    annex: bool = False


class PapersCard(Card):
    chosen = Signal(object)  # Entry
    write_requested = Signal()
    facts_requested = Signal()
    settings_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Văn bản"), parent=parent)  # its three links need the room
        self._rows_in_sight = _MOST_PAPERS
        self.body.setContentsMargins(1, 9, 1, 4)
        self.head.setContentsMargins(14, 0, 14, 0)
        self.note.hide()  # its place is taken by the links
        self.table = Table(
            (Column(self.tr("Văn bản")), Column(self.tr("Trạng thái"), 132, right=True)),
            self.tr("Văn bản trong hồ sơ"),
        )
        self.table.horizontalHeader().hide()
        self.table.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._write = Button(self.tr("&Soạn lời văn"), "slim", writes=True)
        self._facts = Button(self.tr("Số, &ngày, người ký"), "slim", writes=True)
        self._settings = Button(self.tr("Nơi n&hận"), "slim", writes=True)
        self.head.addWidget(self._write)
        self.head.addWidget(self._facts)
        self.head.addWidget(self._settings)
        self.body.addWidget(self.table)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

        self.table.current_changed.connect(self._on_current_changed)
        self._write.clicked.connect(self.write_requested)
        self._facts.clicked.connect(self.facts_requested)
        self._settings.clicked.connect(self.settings_requested)

    def set_rows_in_sight(self, rows: int) -> None:
        self._rows_in_sight = rows
        self._fit_height()

    def show_papers(self, printed: PrintedDossier, views: Sequence[PaperView], *, draft: bool) -> None:
        """The whole dossier, then each paper (with its annexes) and each annex; the chosen one stays so."""
        entries = self._entries(printed, {view.form: view for view in views}, draft=draft)
        current = self.entry()
        title = current.title if current is not None else ""
        wanted = next((entry for entry in entries if entry.title == title), entries[0])
        with QSignalBlocker(self.table):
            self.table.show_rows([_row(entry) for entry in entries])
            self.table.select(wanted)
        self._fit_height()
        self.chosen.emit(wanted)

    def entry(self) -> Entry | None:
        data = self.table.current_data()
        return data if isinstance(data, Entry) else None

    def _on_current_changed(self, data: object) -> None:
        if isinstance(data, Entry):
            self.chosen.emit(data)

    def _entries(
        self, printed: PrintedDossier, facts: Mapping[str, PaperView], *, draft: bool
    ) -> list[Entry]:
        words = self.tr("{} trang")
        entries = [Entry(self.tr("Toàn bộ hồ sơ"), words.format(printed.pages), range(printed.pages))]
        for section in printed.sections:
            family = [other for other in printed.sections if other.form == section.form]
            last = section if section.annex else family[-1]
            shown = range(section.first_page, last.first_page + last.pages)
            state = words.format(len(shown))
            if not section.annex and section.form in facts:
                state = self._state(facts[section.form], draft=draft)
            entries.append(Entry(section.title, state, shown, section.key or section.form, section.annex))
        return entries

    def _state(self, view: PaperView, *, draft: bool) -> str:
        if view.number:
            issued = f", {format_date(view.issued)}" if view.issued else ""
            return self.tr("Số {}").format(view.number) + issued
        return self.tr("Bản nháp") if draft else self.tr("Chưa có số")

    def _fit_height(self) -> None:
        self.table.setFixedHeight(min(self._rows_in_sight, max(1, self.table.rows.rowCount())) * ROW_HEIGHT)


def _row(entry: Entry) -> Row:
    icon = "" if entry.annex else "file-text" if entry.paper else "files"
    title = f"        {entry.title}" if entry.annex else entry.title
    return Row((Cell(title, icon=icon, tooltip=entry.title), Cell(entry.state, "text2")), entry)
