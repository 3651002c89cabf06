"""The criteria sets that this PC knows, and those brought in from a file; for communes and authorities."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal

from ntm_desktop.changes import Changes
from ntm_desktop.services import criteria_sets
from ntm_desktop.services.criteria_sets import SetChoice
from ui.context import Context
from ui.models.criteria_sets import content
from ui.models.rows import Cell, Column, Row
from ui.pages.setup_section import Problem, RecordList, Section, fit_rows, read_bytes
from ui.widgets.cards import Card
from ui.widgets.labels import WholeLabel

if TYPE_CHECKING:
    from ui.tasks import Session

_MOST_ROWS = 8


class SetsCard(Card):
    told = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(self.tr("Các bộ tiêu chí trên máy này"))
        self._context = context
        self._choices: Sequence[SetChoice] = ()
        self.list = RecordList(
            (
                Column(self.tr("Bộ tiêu chí")),
                Column(self.tr("Quyết định"), 130),
                Column(self.tr("Tiêu chí"), 70, right=True),
                Column(self.tr("Chỉ tiêu"), 86, right=True),
                Column(self.tr("Nội dung"), 320),
                Column(self.tr("Nguồn"), 130),
            ),
            self.tr("Các bộ tiêu chí trên máy này"),
            add=self.tr("&Nhận bộ tiêu chí từ tệp"),
            hint=self.tr("Tệp bộ tiêu chí (.json) do cấp trên hoặc nơi phát hành chương trình gửi."),
        )
        self._notes = WholeLabel("", "caption", "text2")
        self._problem = Problem()
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._notes)
        self.body.addWidget(self._problem)
        self.list.table.current_changed.connect(self._on_set_changed)
        self.list.add_requested.connect(self._on_import)

    def show_sets(self, choices: Sequence[SetChoice], current: str = "") -> None:
        """``current`` is chosen where nobody has chosen yet."""
        self._choices = choices
        self.list.show_rows([self._row(choice) for choice in choices])
        if current and self.list.table.current_data() is None:
            self.list.table.select(current)
        self._on_set_changed(self.list.table.current_data())
        fit_rows(self.list.table, len(choices), _MOST_ROWS)

    def _on_set_changed(self, set_id: object) -> None:
        """What is written of the set that is selected: how far it may be relied on."""
        choice = next((one for one in self._choices if one.id == set_id), None)
        lines = (
            [f"{choice.short_title}: {content(choice)}", *(f"– {note}" for note in choice.notes)]
            if choice
            else []
        )
        self._notes.setText("\n".join(lines))
        self._notes.setVisible(bool(lines))

    def _on_import(self) -> None:
        title, filters = self.tr("Nhận bộ tiêu chí từ tệp"), self.tr("Tệp bộ tiêu chí (*.json)")
        self._context.ask.open_files(self, title, filters, self._import, many=False)

    def _import(self, paths: list[Path]) -> None:
        def save(session: Session) -> Changes:
            return criteria_sets.import_pack(session, data=read_bytes(paths[0]))

        action = f"Nhận bộ tiêu chí từ tệp {paths[0].name}"
        self._problem.clear_error()
        self._context.tasks.write(action, save, self._on_imported, self, failed=self._problem.show_error)

    def _on_imported(self, changes: Changes) -> None:
        if changes:
            self.told.emit(self.tr("Đã nhận bộ tiêu chí."))
        else:
            same = self.tr("Bộ tiêu chí này đã có trên máy")
            self._context.ask.tell(self, same, self.tr("Nội dung tệp giống hệt, không có gì thay đổi."))

    def _row(self, choice: SetChoice) -> Row:
        criteria, indicators = choice.expected
        cells = (
            Cell(choice.short_title, tooltip=choice.title),
            Cell(choice.decision, tooltip=choice.decision),
            Cell(str(criteria)),
            Cell(str(indicators)),
            Cell(content(choice), tooltip=content(choice)),
            Cell(self.tr("Nhận từ tệp") if choice.imported else self.tr("Kèm chương trình")),
        )
        return Row(cells, choice.id)


class SetsSection(Section):
    """Of an authority, which offers them to its communes."""

    TABLES: ClassVar[frozenset[str]] = frozenset({"criteria_pack"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.sets = SetsCard(context)
        self.sets.told.connect(self.told)
        self.column.addWidget(self.sets)
        self.column.addStretch(1)

    def reload(self) -> None:
        self.context.tasks.read(criteria_sets.available, self.sets.show_sets, self)

    def select(self, anchor: str) -> None:
        self.sets.list.table.select(anchor)

    def first_field(self) -> None:
        return None
