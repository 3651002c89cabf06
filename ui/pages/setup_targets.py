"""Mức đạt chuẩn: the target of every part of every indicator, who set it, and whether somebody checked it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from ntm_desktop.changes import Changes
from ntm_desktop.domain.criteria import CriteriaSet, Verification
from ntm_desktop.services import criteria_sets, goals, people, targets
from ntm_desktop.services.targets import TargetRow
from ntm_desktop.text import search_key
from ui.context import Context
from ui.dialogs.target import ConfirmDialog, TargetDialog
from ui.models.rows import Cell, Column, Row
from ui.pages.setup_section import Problem, Section, read_bytes
from ui.tokens import State
from ui.widgets.buttons import Button, ChipRow
from ui.widgets.cards import Card, EmptyState
from ui.widgets.edits import TextEdit
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Label
from ui.widgets.page import scroll_to
from ui.widgets.table import Table

if TYPE_CHECKING:
    from ui.tasks import Session

_MISSING, _UNVERIFIED, _OWN = "missing", "unverified", "own"
_FILTER_LEAST = 200  # px


@dataclass(frozen=True, slots=True)
class _Loaded:
    rows: tuple[TargetRow, ...]
    criteria_set: CriteriaSet
    lead: str


def _load(session: Session, on: date) -> _Loaded:
    goal = goals.current(session, on=on)
    criteria_set = criteria_sets.load(session, set_id=goal.set_id)
    return _Loaded(targets.table(session, on=on), criteria_set, people.lead(session))


class TargetsSection(Section):
    TABLES: ClassVar[frozenset[str]] = frozenset(
        {"target_override", "target_confirmation", "goal", "criteria_pack", "commune", "person"}
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._loaded: _Loaded | None = None
        self._wanted = ""
        self._filter = TextEdit(placeholder=self.tr("Lọc theo mã, chỉ tiêu, quyết định (Ctrl+F)"))
        self._filter.setAccessibleName(self.tr("Lọc các mức"))
        self._filter.setClearButtonEnabled(True)
        self._chips = ChipRow(
            (
                (_MISSING, self.tr("Chưa có mức"), State.NO_TARGET, ""),
                (_UNVERIFIED, self.tr("Chưa đối chiếu (*)"), None, "file-search"),
                (_OWN, self.tr("Mức của tỉnh, của xã"), None, "stamp"),
            )
        )
        self.table = Table(
            (
                Column(self.tr("Mã"), 58),
                Column(self.tr("Chỉ tiêu")),
                Column(self.tr("Mức yêu cầu"), 170),
                Column(self.tr("Theo văn bản"), 270),
                Column(self.tr("Đối chiếu"), 116),
            ),
            self.tr("Mức đạt chuẩn"),
        )
        self._empty = EmptyState(self.tr("Không có mức nào khớp với bộ lọc."))
        self._edit = Button(self.tr("&Nhập mức"), "primary", "pencil")
        self._remove = Button(self.tr("&Bỏ mức riêng"), icon="undo-2")
        self._confirm = Button(self.tr("Đã đối &chiếu"), icon="check")
        self._confirm_all = Button(self.tr("Đã đố&i chiếu tất cả"))
        self._import = Button(self.tr("Nhận mức của &tỉnh từ tệp"), icon="download")
        self._problem = Problem()
        self._lay_out()
        self._connect()
        self._on_current_changed(None)

    def reload(self) -> None:
        on = self.context.tasks.today()
        self.context.tasks.read(lambda session: _load(session, on), self._on_loaded, self)

    def select(self, anchor: str) -> None:
        """``anchor``: the code of an indicator, or "muc" for what nobody checked yet."""
        self._wanted = anchor
        if self._loaded is not None:
            self._show_wanted()

    # Slots

    def _on_loaded(self, loaded: _Loaded) -> None:
        self._loaded = loaded
        counts = {key: sum(_fits(row, key) for row in loaded.rows) for key in (_MISSING, _UNVERIFIED, _OWN)}
        self._chips.set_counts(counts)
        self._confirm_all.setEnabled(counts[_UNVERIFIED] > 0)
        self._show_rows()
        self._show_wanted()

    def _on_current_changed(self, data: object) -> None:
        row = self._row(data)
        self._edit.setEnabled(row is not None)
        self._remove.setEnabled(row is not None and row.override_uid is not None)
        self._on_selection_changed()

    def _on_selection_changed(self) -> None:
        self._confirm.setEnabled(bool(self._unverified()))

    def _on_edit(self) -> None:
        row = self._row(self.table.current_data())
        if row is None or self._loaded is None:
            return
        indicator = self._loaded.criteria_set.indicator(row.code)
        if indicator is not None:
            last = targets.newest_decision(self._loaded.rows)
            TargetDialog(self, self.context, row, indicator.part(row.part), last).open()

    def _on_remove(self) -> None:
        row = self._row(self.table.current_data())
        if row is None or row.override_uid is None:
            return
        uid = row.override_uid

        def remove(session: Session) -> Changes:
            return targets.remove_override(session, uid=uid)

        action = f"Bỏ mức riêng của chỉ tiêu {row.official_code}"
        self.context.tasks.write(action, remove, self._on_removed, self)

    def _on_removed(self, _changes: Changes) -> None:
        self.told.emit(self.tr("Đã bỏ mức riêng; chỉ tiêu theo mức chung."))

    def _on_confirm(self) -> None:
        self._ask_confirmation(self._unverified())

    def _on_confirm_all(self) -> None:
        """The table of the set's decision at once; what it leaves is next, level by level."""
        if self._loaded is None:
            return
        waiting = [row for row in self._loaded.rows if _fits(row, _UNVERIFIED)]
        left = targets.left_by_table(waiting, self._loaded.criteria_set.decision)
        self._ask_confirmation(waiting, table=len(left) < len(waiting))

    def _ask_confirmation(self, rows: Sequence[TargetRow], *, table: bool = False) -> None:
        if self._loaded is not None:
            by = self.context.tasks.by or self._loaded.lead
            ConfirmDialog(self, self.context, rows, self._loaded.criteria_set, by, table=table).open()

    def _on_import(self) -> None:
        title, filters = self.tr("Nhận mức của tỉnh từ tệp"), self.tr("Tệp mức của tỉnh (*.json)")
        self.context.ask.open_files(self, title, filters, self._read_overlay, many=False)

    def _read_overlay(self, paths: list[Path]) -> None:
        def save(session: Session) -> Changes:
            return targets.import_overlay(session, data=read_bytes(paths[0]))

        self._problem.clear_error()
        action = f"Nhận mức của tỉnh từ tệp {paths[0].name}"
        self.context.tasks.write(action, save, self._on_imported, self, failed=self._problem.show_error)

    def _on_imported(self, changes: Changes) -> None:
        if changes:
            self.told.emit(self.tr("Đã nhận mức của tỉnh."))
        else:
            same = self.tr("Các mức này đã có trên máy")
            self.context.ask.tell(self, same, self.tr("Nội dung tệp giống hệt, không có gì thay đổi."))

    def _on_find(self) -> None:
        self._filter.setFocus()
        self._filter.selectAll()

    # Showing

    def _show_rows(self) -> None:
        if self._loaded is None:
            return
        key, chip = search_key(self._filter.text()), self._chips.choice()
        shown = [
            row
            for row in self._loaded.rows
            if _fits(row, chip) and key in search_key(f"{row.official_code} {row.text} {row.source}")
        ]
        self.table.show_rows([self._table_row(row) for row in shown])
        self.table.setVisible(bool(shown))
        self._empty.setVisible(not shown)
        self._on_current_changed(self.table.current_data())

    def _show_wanted(self) -> None:
        """A link leads to one indicator, whatever the filter hid, or to all that wait for a check."""
        wanted, self._wanted = self._wanted, ""
        if not wanted or self._loaded is None:
            return
        self._filter.load("")
        self._chips.choose(_UNVERIFIED if wanted == "muc" else "")
        self._show_rows()
        keys = [(row.code, row.part) for row in self._loaded.rows if row.code == wanted]
        if keys and self.table.select(keys[0]):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            scroll_to(self.table)

    def _table_row(self, row: TargetRow) -> Row:
        checks = {
            None: Cell(""),
            Verification.CONFIRMED: Cell(self.tr("Đã đối chiếu"), "text2"),
            Verification.UNVERIFIED: Cell(self.tr("Chưa đối chiếu")),
        }
        unknown = row.verification is None
        source = row.source or (self.tr("Do tỉnh quy định") if row.set_by_province else "")
        star = " (*)" if row.verification is Verification.UNVERIFIED else ""
        target = (
            Cell(row.target_text, state=State.NO_TARGET)
            if unknown
            else Cell(row.target_text + star, strong=row.override_uid is not None, tooltip=row.target_text)
        )
        cells = (
            Cell(row.official_code),
            Cell(row.text, tooltip=row.text),
            target,
            Cell(source, "text2", tooltip=source),
            checks[row.verification],
        )
        return Row(cells, (row.code, row.part))

    def _row(self, data: object) -> TargetRow | None:
        rows = self._loaded.rows if self._loaded else ()
        return next((row for row in rows if (row.code, row.part) == data), None)

    def _unverified(self) -> list[TargetRow]:
        """Those of the selected rows that nobody checked yet."""
        chosen = [self._row(data) for data in self.table.chosen_data()]
        return [row for row in chosen if row is not None and row.verification is Verification.UNVERIFIED]

    # Building

    def _lay_out(self) -> None:
        first, second, of_all, of_row = FlowLayout(), FlowLayout(), FlowLayout(), FlowLayout()
        first.add(self._chips)
        first.add(self._filter, least=_FILTER_LEAST, grows=True)
        for button in (self._import, self._confirm_all):
            of_all.addWidget(button)
        for button in (self._remove, self._confirm, self._edit):
            of_row.addWidget(button)
        second.add(of_all, grows=True)
        second.add(of_row)
        card = Card()
        card.body.setContentsMargins(1, 1, 1, 6)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self._empty)
        note = Label(self.tr("(*) Mức chưa được đối chiếu với văn bản gốc."), "caption", "text2")
        note.setContentsMargins(12, 0, 12, 0)
        card.body.addWidget(note)
        self.column.addLayout(first)
        self.column.addLayout(second)
        self.column.addWidget(self._problem)
        self.column.addWidget(card, 1)

    def _connect(self) -> None:
        self._filter.textChanged.connect(self._show_rows)
        self._chips.chosen.connect(self._show_rows)
        self.table.current_changed.connect(self._on_current_changed)
        self.table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.table.opened.connect(self._on_edit)
        self._edit.clicked.connect(self._on_edit)
        self._remove.clicked.connect(self._on_remove)
        self._confirm.clicked.connect(self._on_confirm)
        self._confirm_all.clicked.connect(self._on_confirm_all)
        self._import.clicked.connect(self._on_import)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._on_find)


def _fits(row: TargetRow, chip: str) -> bool:
    match chip:
        case "missing":
            return row.verification is None
        case "unverified":
            return row.waits
        case "own":
            return row.override_uid is not None
        case _:
            return True
