"""Tab *Đánh giá năm*: the year of each person and unit, the rule that proposes, and the ratings."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ntm_desktop.domain.facts import FIRST_SET
from ntm_desktop.domain.rating import SubjectKind
from ntm_desktop.services.year_review import Review, ReviewRow
from ui.models.reviews import IN_TIME, KEPT, LATE, LATE_WORKS, LOST, PROPOSED, columns, review_words, rows_of
from ui.widgets.cards import Beneath, Card, EmptyState
from ui.widgets.edits import Choice
from ui.widgets.forms import Field
from ui.widgets.labels import Label
from ui.widgets.table import Table

_YEARS = 5  # to look back on
_LEAST_ROWS = 4
_YEAR_WIDTH = 110


class ReviewList(QWidget):
    year_chosen = Signal()
    current_changed = Signal()
    opened = Signal()

    def __init__(self, today_year: int) -> None:
        super().__init__()
        self._year = Choice(narrows=True)
        first = max(FIRST_SET.year, today_year - _YEARS + 1)
        self._year.set_options([(str(year), str(year)) for year in range(today_year, first - 1, -1)])
        self._year.load(str(today_year))
        self.table = Table(columns(), self.tr("Đánh giá năm"))
        self.table.give_way(KEPT, LOST, LATE_WORKS, PROPOSED, IN_TIME, LATE)
        self.beneath = Beneath()
        self._none = EmptyState(
            self.tr("Năm này chưa phân công ai phụ trách tiêu chí, nên chưa có ai để đánh giá.")
        )
        self._rule = Label("", "caption", "text2", wrap=True)
        self._lay_out()
        self._year.committed.connect(self._on_year_chosen)
        self.table.current_changed.connect(self._on_current_changed)
        self.table.opened.connect(self._on_opened)

    @property
    def year(self) -> int:
        return int(self._year.key())

    def current(self) -> ReviewRow | None:
        data = self.table.current_data()
        return data if isinstance(data, ReviewRow) else None

    def show_review(self, review: Review) -> None:
        """The line that was chosen stays so, though its facts may be new."""
        before = self.current()
        self.table.show_rows(rows_of(review))
        self.table.fit_rows(len(review.rows), _LEAST_ROWS)
        key: tuple[SubjectKind, str] | None = (before.kind, before.key) if before else None
        chosen = next((row for row in review.rows if (row.kind, row.key) == key), None)
        if chosen is None and review.rows:
            chosen = review.rows[0]
        if chosen is not None:
            self.table.select(chosen)
        self.table.setVisible(bool(review.rows))
        self._show_beneath()
        self._none.setVisible(not review.rows)
        heading = self.tr("Quy tắc đề xuất ({}):").format(review.rule.source)
        words = [heading, *review.rule.sentences()]
        if any(row.facts.unlike for row in review.rows):
            words.insert(
                0,
                self.tr(
                    "Cột Giữ: dấu – là không so sánh được vì đổi bộ tiêu chí; số chỉ đếm những tiêu chí có "
                    "cùng nội dung trong bộ tiêu chí của năm trước."
                ),
            )
        self._rule.setText("\n".join(words))

    def _on_year_chosen(self, _key: object) -> None:
        self.year_chosen.emit()

    def _on_current_changed(self, _row: object) -> None:
        self._show_beneath()
        self.current_changed.emit()

    def _show_beneath(self) -> None:
        row = self.current()
        self.beneath.show_words(*(review_words(row) if row is not None else ()))

    def _on_opened(self, _row: object) -> None:
        self.opened.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        top = QHBoxLayout()
        year = Field(self.tr("&Năm"), self._year)
        year.setFixedWidth(_YEAR_WIDTH)
        top.addWidget(year)
        top.addStretch(1)
        column.addLayout(top)
        card = Card()
        card.body.setContentsMargins(1, 1, 1, 1)
        card.body.addWidget(self.table, 100)
        for part in (self.beneath, self._none):
            card.body.addWidget(part)
        card.body.addStretch(1)
        column.addWidget(card, 1)
        column.addWidget(self._rule)
        self._none.hide()
