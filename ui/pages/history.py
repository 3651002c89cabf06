"""Lịch sử: who changed what, when; before beside after; taking an action back."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QSignalBlocker, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.services import history
from ntm_desktop.services.history import HistoryDetail, HistoryRow
from ntm_desktop.text import counted, format_date
from ui.context import Context
from ui.models.rows import Cell, Column, Row
from ui.pages.history_panel import HistoryPanel
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, EmptyState
from ui.widgets.edits import TextEdit
from ui.widgets.labels import Label
from ui.widgets.page import Page
from ui.widgets.table import Table

if TYPE_CHECKING:
    from ui.tasks import Session

_BATCH = 200
_BY = 3  # column
_NARROW_BELOW = 900  # px; with the panel open too
_TYPING_MS = 250


class HistoryPage(Page):
    KEY: ClassVar[str] = "lich-su"
    TABLES: ClassVar[frozenset[str]] = frozenset()  # each write adds an entry: the page listens itself

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Lịch sử"))
        self._limit = _BATCH
        self._rows: tuple[HistoryRow, ...] = ()
        self._stale = False
        self._wanted = 0  # an entry that a link asked for
        self._filter = TextEdit(placeholder=self.tr("Lọc theo việc hoặc người (Ctrl+F)"))
        self._filter.setAccessibleName(self.tr("Lọc theo việc hoặc người"))
        self._filter.setClearButtonEnabled(True)
        self._filter.setMaximumWidth(320)
        self._count = Label("", "caption", "text2")
        self._undo_last = Button(self.tr("Hoàn tác &việc cuối"), icon="undo-2", tip=self.tr("Ctrl+Z"))
        self._table = Table(
            (
                Column(self.tr("Số"), 52, right=True, full_title=self.tr("Số thứ tự của việc")),
                Column(self.tr("Lúc"), 126),
                Column(self.tr("Việc")),
                Column(self.tr("Người làm"), 170),
                Column(self.tr("Ghi chú"), 164),
            ),
            self.tr("Lịch sử"),
        )
        self._empty = EmptyState(self.tr("Không có việc nào khớp với bộ lọc."))
        self._more = Button(self.tr("Xem thêm việc &cũ hơn"), "link")
        self._details = self.panel = HistoryPanel()
        self._typing = QTimer(self, interval=_TYPING_MS, singleShot=True)
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        self._stale = False
        limit, text = self._limit, self._filter.text()
        self.shown_tasks.read(
            lambda session: (
                history.entries(session, limit=limit + 1, text=text),  # one more: whether there are older
                history.next_to_undo(session),
            ),
            self._on_loaded,
            self,
        )

    def select(self, anchor: str) -> None:
        """``anchor``: the number of an entry."""
        self._wanted = int(anchor) if anchor.isdecimal() else 0
        if self._wanted and not self._table.select(self._wanted):
            with QSignalBlocker(self._filter):
                self._filter.clear()
            self.reload()

    def place_of_keys(self) -> QWidget | None:
        """At the newest action; its details open only for one that a person chooses."""
        place = super().place_of_keys()
        if place is self._table and not self._table.currentIndex().isValid():
            with QSignalBlocker(self._table):
                self._table.setCurrentIndex(self._table.rows.index(0, 0))
        return place

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow the actions need the room; the panel names who did the chosen one."""
        super().resizeEvent(event)
        self._table.setColumnHidden(_BY, self.width() < _NARROW_BELOW)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.reload()

    # Slots

    def _on_changed(self, _changes: Changes, _initiator: object) -> None:
        self._stale = True
        if self.isVisible():
            self.reload()

    def _on_loaded(self, loaded: tuple[tuple[HistoryRow, ...], str]) -> None:
        read, undoable = loaded
        rows = self._rows = read[: self._limit]
        more = len(read) > len(rows)
        with QSignalBlocker(self._table):  # nobody chose another action: a closed panel stays closed
            self._table.show_rows([self._row(row) for row in rows])
        self._table.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._more.setVisible(more)
        words = self.tr("{} việc mới nhất") if more else self.tr("{} việc")
        self._count.setText(words.format(counted(len(rows))) if rows else "")
        self._undo_last.setEnabled(bool(undoable))
        if self._wanted:
            found = self._table.select(self._wanted)
            if not found and more and self._wanted < rows[-1].seq:
                self._limit += _whole_batches(rows[-1].seq - self._wanted)
                self.reload()
                return
            self._wanted = 0
        current = self._table.current_data()
        if isinstance(current, int) and self._details.is_open:
            self._read_detail(current)
        elif current is None:
            self._details.close_panel()

    def _on_current_changed(self, data: object) -> None:
        if isinstance(data, int):
            self._read_detail(data)

    def _on_row_clicked(self) -> None:
        if not self._details.is_open:
            self._on_current_changed(self._table.current_data())

    def _on_detail(self, detail: HistoryDetail) -> None:
        if detail.row.seq == self._table.current_data():
            self._details.show_detail(detail)
            self._details.open_panel()

    def _on_undo_last(self) -> None:
        self.shown_tasks.write("Hoàn tác", history.undo_last, self._on_undone, self)

    def _on_undo_requested(self, row: HistoryRow) -> None:
        def undo(session: Session) -> Changes:
            return history.undo(session, seq=row.seq)

        self.shown_tasks.write(f"Hoàn tác: {row.action}", undo, self._on_undone, self)

    def _on_undone(self, _changes: Changes) -> None:
        self.taken_back.emit()

    def _on_more(self) -> None:
        self._limit += _BATCH
        self.reload()

    def _on_typed(self) -> None:
        self._limit = _BATCH
        self.reload()

    def _on_find(self) -> None:
        self._filter.setFocus()
        self._filter.selectAll()

    # Building

    def _read_detail(self, seq: int) -> None:
        self.shown_tasks.read(lambda session: history.entry(session, seq=seq), self._on_detail, self)

    def _row(self, row: HistoryRow) -> Row:
        note = Cell()
        if row.undone_by is not None:
            note = Cell(self.tr("Đã hoàn tác ở {}").format(row.undone_by), "text2", icon="undo-2")
        tone = "text2" if row.undone_by is not None else "text"
        cells = (
            Cell(str(row.seq), "text2"),
            Cell(when(row.at), "text2"),
            Cell(row.what, tone, tooltip=row.what),
            Cell(row.by, "text2"),
            note,
        )
        return Row(cells, row.seq)

    def _lay_out(self) -> None:
        self.header.add(self._undo_last)
        bar = self.bar = QHBoxLayout()
        bar.setSpacing(12)
        bar.addWidget(self._filter, 1)
        bar.addWidget(self._count)
        bar.addStretch(1)
        self.column.addLayout(bar)
        card = Card()
        card.body.setContentsMargins(1, 1, 1, 4)
        card.body.addWidget(self._table, 1)
        card.body.addWidget(self._empty)
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(12, 0, 12, 0)
        row.addWidget(self._more)
        row.addStretch(1)
        card.body.addWidget(foot)
        self.column.addWidget(card, 1)
        self._empty.hide()
        self._more.hide()

    def _connect(self) -> None:
        self._filter.textChanged.connect(self._typing.start)
        self._typing.timeout.connect(self._on_typed)
        self._table.current_changed.connect(self._on_current_changed)
        self._table.opened.connect(self._on_current_changed)
        self._table.clicked.connect(self._on_row_clicked)
        self._more.clicked.connect(self._on_more)
        self._undo_last.clicked.connect(self._on_undo_last)
        self._details.undo_requested.connect(self._on_undo_requested)
        self.context.events.changed.connect(self._on_changed)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._on_find)


def _whole_batches(rows: int) -> int:
    return -(-rows // _BATCH) * _BATCH


def when(at: datetime) -> str:
    return f"{at:%H:%M} {format_date(at.date())}"
