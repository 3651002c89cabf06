"""Tab *Vốn* of a work: its capital by year and source, and below every entry, which can be mended."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ntm_desktop.domain.charts import capital_bars
from ntm_desktop.services.work_entries import Entry
from ntm_desktop.services.works import WorkView
from ntm_desktop.text import format_date, format_int
from ui.models.work_papers import entry_columns, entry_rows, source_words
from ui.models.works import money_columns, money_rows
from ui.pages.works_actions import WorkActions
from ui.tasks import Tasks
from ui.widgets.buttons import Button
from ui.widgets.chart_view import ChartView
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Label
from ui.widgets.table import Table


class WorkMoney(QWidget):
    """Enter on an entry corrects it."""

    def __init__(self, actions: WorkActions, tasks: Tasks) -> None:
        super().__init__()
        self._actions = actions
        self._entries: Sequence[Entry] = ()
        self.table = Table(money_columns(), self.tr("Vốn theo năm và nguồn"))
        self.entries = Table(entry_columns(), self.tr("Các khoản đã ghi"))
        self.capital = ChartView(tasks, self.tr("Biểu đồ vốn theo năm"))
        self._empty = Label(self.tr("Chưa nhập vốn."), "body", "text2")
        self._head = Label(self.tr("Các khoản đã ghi"), "strong")
        self._earlier = Label("", "caption", "text2", wrap=True)
        self._correct = Button(self.tr("Sửa &khoản"), writes=True)
        self._void = Button(self.tr("Hủ&y khoản"), writes=True)
        self._why_not = Label("", "caption", "text2")
        self._pay = Button(self.tr("Nguồn t&rả nợ đọng"), writes=True)
        self._debt = Label("", "body", wrap=True)
        above, of_entries = FlowLayout(), FlowLayout(12)
        of_entries.addWidget(self._head)
        for place, button, act in (
            (above, Button(self.tr("Nhập &vốn"), writes=True), actions.money),
            (above, Button(self.tr("Nhập nghiệm th&u"), writes=True), actions.accept),
            (above, self._pay, actions.plan_debt),
            (of_entries, self._correct, actions.correct_entry),
            (of_entries, self._void, actions.void_entry),
        ):
            button.clicked.connect(act)
            place.addWidget(button)
        of_entries.addWidget(self._why_not)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        column.addLayout(above)
        column.addWidget(self._debt)
        column.addWidget(self._empty)
        column.addWidget(self.table)
        column.addLayout(of_entries)
        for part in (self.entries, self._earlier, self.capital):
            column.addWidget(part)
        self.entries.current_changed.connect(self._on_current_changed)
        self.entries.opened.connect(actions.correct_entry)

    def show_work(self, row: WorkView, entries: Sequence[Entry]) -> None:
        self._entries = entries
        debt = self._debt_of(row)
        self._pay.setEnabled(bool(debt))
        self._debt.setText(debt)
        self._debt.setVisible(bool(debt))
        rows = money_rows(row)
        self.table.show_rows(rows)
        self.table.fit_rows(len(rows), len(rows))  # what is around it scrolls, not this in it
        self.table.setVisible(bool(rows))
        self._empty.setVisible(not rows and not entries)
        self.entries.show_rows(entry_rows(entries))
        self.entries.fit_rows(len(entries), len(entries))
        for part in (self._head, self._correct, self._void, self.entries):
            part.setVisible(bool(entries))
        if entries and self._current() is None:
            self.entries.select(entries[0].uid)
        self._on_current_changed(None)
        self.capital.setVisible(bool(row.facts.money))
        self.capital.show_chart(capital_bars(row.facts, row.state.on))

    def _debt_of(self, row: WorkView) -> str:
        """What is owed and how it is to be paid; "" while nothing is owed and nothing was said of it."""
        owed = row.state.account.debt
        words = self.tr("Nợ đọng {} đồng.").format(format_int(owed)) if owed else ""
        if row.debt_due is not None:
            plan = self.tr("Nguồn xử lý nợ đọng: {}; hạn {}.")
            return f"{words} {plan.format(row.debt_source, format_date(row.debt_due))}".strip()
        unknown = self.tr("Chưa có nguồn và thời hạn xử lý.")
        return f"{words} {unknown}" if owed else ""

    def _current(self) -> Entry | None:
        chosen = self.entries.current_data()
        return next((one for one in self._entries if one.uid == chosen), None)

    def _on_current_changed(self, _data: object) -> None:
        one = self._actions.entry = self._current()
        mendable = one is not None and one.can_be_corrected
        self._correct.setEnabled(mendable)
        self._void.setEnabled(mendable)
        self._why_not.setText(self._why_grey(one))
        self._why_not.setVisible(bool(self._why_not.text()))
        self._earlier.setText("\n".join(self._before(old) for old in one.earlier) if one else "")
        self._earlier.setVisible(bool(self._earlier.text()))

    def _why_grey(self, one: Entry | None) -> str:
        if one is None or one.can_be_corrected:
            return ""
        return self.tr("Khoản này đã hủy, không sửa được nữa.")

    def _before(self, old: Entry) -> str:
        words = self.tr("Trước khi sửa: ngày {}, {} đồng").format(format_date(old.on), format_int(old.amount))
        return f"{words}, {source_words(old)}." if old.source else f"{words}."
