"""The commune's dated figures (area, households, population …): the newest of each, and typing new ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.domain.figures import FIGURES, FigureKind
from ntm_desktop.domain.goals import TWO_LEVELS_FROM
from ntm_desktop.errors import NtmError
from ntm_desktop.services import commune
from ntm_desktop.services.commune import FigureView
from ntm_desktop.text import format_date, format_decimal, format_int
from ui.context import Context
from ui.models.rows import Cell, Column, Row
from ui.pages.setup_section import Problem, fit_rows
from ui.widgets.edits import DateEdit, TextEdit
from ui.widgets.forms import Field
from ui.widgets.table import Table

if TYPE_CHECKING:
    from ui.tasks import Session

_LATER = Qt.ConnectionType.QueuedConnection  # once the typed cell is closed: the rows may be read again


class FiguresTable(QWidget):
    """A value that is typed holds for the day and the source above the table."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._day = DateEdit()
        self._day.load_date(context.tasks.today())
        two_levels = context.tasks.today() >= TWO_LEVELS_FROM
        book = self.tr("Niên giám thống kê tỉnh") if two_levels else self.tr("Niên giám thống kê huyện")
        self._source = TextEdit(placeholder=book)
        self.table = Table(
            (
                Column(self.tr("Số liệu")),
                Column(self.tr("Giá trị"), 78, right=True),
                Column(self.tr("Đơn vị"), 132),
                Column(self.tr("Đến ngày"), 86),
            ),
            self.tr("Số liệu chung của xã"),
        )
        self._problem = Problem()
        fields = QHBoxLayout()
        fields.setSpacing(12)
        fields.addWidget(Field(self.tr("Số nhập mới tính đến ngà&y"), self._day), 1)
        fields.addWidget(Field(self.tr("N&guồn số liệu"), self._source), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(fields)
        column.addWidget(self.table)
        column.addWidget(self._problem)
        self.table.rows.edit_requested.connect(self._on_edit, _LATER)

    def show_figures(self, figures: tuple[FigureView, ...]) -> None:
        newest = {figure.name: figure for figure in figures}  # they come by their day
        self._problem.clear_error()
        rows = [_row(kind, newest.get(key)) for key, kind in FIGURES.items()]
        fit_rows(self.table, len(rows), len(rows))
        self.table.show_rows(rows)

    def _on_edit(self, key: str, column: int, text: str) -> None:
        try:
            day = self._day.read(self._day.text().strip())
            if day is None:
                raise NtmError(self.tr("Chưa có ngày của số liệu. Nhập ngày ở trên rồi nhập lại số."))
            value = FIGURES[key].parse(text)
        except NtmError as error:
            self._problem.show_error(error)
            return
        source = self._source.text()

        def save(session: Session) -> Changes:
            return commune.save_figures(session, values={key: value}, as_of=day, source=source)

        action = f"Nhập số liệu chung: {FIGURES[key].name}"
        self._context.tasks.write(action, save, self._on_saved, self, failed=self._problem.show_error)

    def _on_saved(self, _changes: Changes) -> None:
        self._problem.clear_error()


def _row(kind: FigureKind, figure: FigureView | None) -> Row:
    if figure is None:
        text, day, source = "", "", ""
    else:
        text = format_decimal(figure.value) if kind.thousandths else format_int(figure.value)
        day, source = format_date(figure.as_of), figure.source
    cells = (
        Cell(kind.name, tooltip=kind.name),
        Cell(text, editable=text),
        Cell(kind.unit, "text2", tooltip=kind.unit),
        Cell(day, "text2", tooltip=source),
    )
    return Row(cells, kind.key)
