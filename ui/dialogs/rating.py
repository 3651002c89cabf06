"""The head rates a person or a unit otherwise than the facts propose; nothing without a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.domain.rating import Rating
from ntm_desktop.errors import NtmError
from ntm_desktop.services import year_review
from ntm_desktop.services.year_review import ReviewRow
from ui.context import Context
from ui.dialogs.record import RecordDialog, content
from ui.models.reviews import rating_word
from ui.widgets.edits import Choice, TextEdit
from ui.widgets.forms import Field
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from ui.tasks import Session

_PROPOSED = ""


class RatingDialog(RecordDialog):
    def __init__(self, parent: QWidget, context: Context, row: ReviewRow, year: int) -> None:
        title = self.tr("Mức đánh giá năm {}").format(year)
        super().__init__(parent, context, title, self.tr("&Ghi mức đánh giá"))
        self._row, self._year = row, year
        self.column.addWidget(Label(row.name, "medium", wrap=True))
        words = self.tr("Mức đề xuất từ kết quả trong năm: {}.").format(rating_word(row.proposed))
        self.column.addWidget(Label(words, "body", "text2", wrap=True))
        rating = Choice()
        options = [(one.value, rating_word(one)) for one in Rating if one is not row.proposed]
        rating.set_options([(_PROPOSED, self.tr("Theo mức đề xuất")), *options])
        rating.load(row.changed.value if row.changed else _PROPOSED)
        self._rating = Field(self.tr("&Mức đánh giá"), rating)
        self._reason = Field(self.tr("&Lý do đổi mức"), TextEdit(row.reason if row.changed else ""))
        self.add_row(self._rating)
        self.add_row(self._reason)
        rating.committed.connect(self._show_parts)
        self._show_parts()
        rating.setFocus()

    def save(self) -> None:
        row, year, today = self._row, self._year, self.context.tasks.today()
        key, reason = content(self._rating), content(self._reason)
        rating = Rating(key) if key else None

        def save(session: Session) -> Changes:
            return year_review.decide(
                session, year=year, kind=row.kind, key=row.key, rating=rating, reason=reason, today=today
            )

        self.write(f"Đánh giá năm {year} của {row.name}", save)

    def refuse(self, error: NtmError) -> None:
        if content(self._rating) and not content(self._reason):
            self._reason.show_error(error.message)
            self._reason.edit.setFocus()
        else:
            super().refuse(error)

    def _show_parts(self, _key: object = None) -> None:
        self._reason.setVisible(bool(content(self._rating)))
