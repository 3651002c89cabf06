"""The list of commitments of capital: what was promised, what came, what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ntm_desktop.domain.commitments import STATE_WORDS, PromiseState
from ntm_desktop.services.commitments import CommitmentTable, CommitmentView
from ui.models.commitments import ALLOTTED, DUE, MARKS, SOURCE, SUBJECT, columns, rows_of
from ui.models.rows import Row
from ui.widgets.cards import EmptyState
from ui.widgets.narrowed import NarrowedList
from ui.widgets.table import Table
from ui.wording import said

MISSING = "missing"


class CommitmentList(NarrowedList[CommitmentView]):
    def __init__(self) -> None:
        super().__init__(
            Table(columns(), self.tr("Cam kết vốn")),
            (
                (MISSING, self.tr("Còn thiếu"), None, "funnel"),
                *((state.value, said(STATE_WORDS[state]), MARKS[state], "") for state in PromiseState),
            ),
            EmptyState(
                self.tr("Chưa ghi cam kết vốn nào. Ghi nơi cam kết, văn bản, số tiền và hạn bố trí."),
                self.tr("&Thêm cam kết"),
                helps=True,
            ),
            self.tr("Không có cam kết nào thuộc nhóm này."),
        )
        self.table.give_way(SOURCE, DUE, SUBJECT, ALLOTTED)  # the panel says these too

    def show_table(self, loaded: CommitmentTable) -> None:
        counts = Counter(view.kept.state.value for view in loaded.rows)
        missing = sum(bool(view.kept.missing) for view in loaded.rows)
        self.show_views(loaded.rows, {**counts, MISSING: missing})

    def fits(self, view: CommitmentView, chip: str) -> bool:
        return not chip or chip == view.kept.state or (chip == MISSING and bool(view.kept.missing))

    def rows_of(self, views: Sequence[CommitmentView]) -> Sequence[Row]:
        return rows_of(views)
