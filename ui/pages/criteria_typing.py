"""Entry without the mouse: from the table into the fields, and with Enter on to the next indicator.

Arrows choose, typing (or Enter, F2) goes into the first field, Enter saves and goes on, Esc comes back. While
a figure is on its way to the disk the focus is in the table, and what is typed waits for the next field.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ntm_desktop.errors import NtmError
from ntm_desktop.services.assessments import DoubtfulNumber, NewerInForce, ReasonNeeded
from ntm_desktop.services.indicators import IndicatorRow
from ntm_desktop.text import AmbiguousNumber
from ui.context import Context
from ui.models.indicators import criterion_of
from ui.models.rows import Kind
from ui.pages.criteria_actions import IndicatorActions
from ui.pages.criteria_entry import Figures
from ui.pages.criteria_fields import NumberField
from ui.pages.criteria_panel import FIGURES, IndicatorPanel
from ui.widgets.table import Table

_ENTER = "\r"
_SUM = "\x0b"  # F4, among the keys that wait
_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


def current_indicator(table: Table) -> str:
    """Its code, "" on a criterion or nothing."""
    key = table.current_data()
    return key if isinstance(key, str) and criterion_of(key) is None else ""


def indicator_after(table: Table, row: int) -> str:
    """The next indicator below a row (-1: the first), "" at the end."""
    rows = (table.rows.row(number) for number in range(row + 1, table.rows.rowCount()))
    return next((str(row.data) for row in rows if row.kind is Kind.ITEM), "")


def indicators_around(table: Table) -> tuple[list[str], list[str]]:
    """Those above the current row and those below it, the nearest first."""
    here = table.currentIndex().row()
    above = (table.rows.row(number) for number in range(here - 1, -1, -1))
    below = (table.rows.row(number) for number in range(here + 1, table.rows.rowCount()))
    one, other = ([str(row.data) for row in rows if row.kind is Kind.ITEM] for rows in (above, below))
    return one, other


class EntryByKeyboard(QObject):
    """Made by the page, which calls ``type_waiting`` when the fields show the current indicator."""

    def __init__(
        self,
        context: Context,
        window: QWidget,
        table: Table,
        panel: IndicatorPanel,
        actions: IndicatorActions,
    ) -> None:
        super().__init__(window)
        self.last_day = context.tasks.today()  # of the figure stored last: offered for pasted ones
        self._context, self._window = context, window
        self._table, self._panel, self._actions = table, panel, actions
        self._entry = panel.figures.entry
        self._sent: Figures | None = None  # on its way to the disk, or refused as it is
        self._next: tuple[str, str] = ("", "")  # after this code is saved, go to that one
        self._typed: list[str] = []  # keys that wait for their field
        self._refused: tuple[str, str, NtmError] | None = None  # code, official code; shown, not stored
        table.installEventFilter(self)
        table.current_changed.connect(self._on_moved)
        table.opened.connect(self._on_opened)
        self._entry.entered.connect(self._on_entered)
        self._entry.left.connect(self._on_left)
        self._entry.escaped.connect(self._on_escaped)
        panel.hidden.connect(self._on_left)
        actions.recorded.connect(self._on_recorded)
        actions.recorded.connect(self._on_kept)
        actions.refused.connect(self._on_refused)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._table and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_table_key(event)
        return super().eventFilter(watched, event)

    def _on_table_key(self, event: QKeyEvent) -> bool:
        command = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        letter = event.text().isprintable() and bool(event.text().strip()) and not command
        if not current_indicator(self._table):
            return letter  # a criterion has no field; Qt would search for a row and end in a field
        if event.key() in _ENTER_KEYS:
            self._typed.append(_ENTER)
        elif event.key() == Qt.Key.Key_F4:
            self._typed.append(_SUM)
        elif letter:
            self._typed.append(event.text())
        else:
            return False
        self.type_waiting()
        return True

    def _on_opened(self, _key: object) -> None:
        self._typed.append(_ENTER)
        self.type_waiting()

    def type_waiting(self) -> None:
        """Gives the waiting keys to the field, once it is the field of the current indicator."""
        if not self._typed or self._next[0] or self._actions.code != current_indicator(self._table):
            return
        self._panel.open_panel()
        self._panel.tabs.choose(FIGURES)
        self._entry.focus_first()
        if self._typed[0] == _ENTER:
            self._typed.pop(0)
        while self._typed and not self._next[0] and self._actions.code == current_indicator(self._table):
            if (typed := self._typed.pop(0)) == _ENTER:
                self._entry.press_enter()
            elif typed == _SUM:
                self._entry.sum_hamlets()
            else:
                self._entry.type_text(typed)

    def _on_entered(self) -> None:
        code = self._actions.code
        try:
            figures = self._entry.figures()
        except NtmError as error:  # shown beside the date
            self._refused = (code, self._actions.name, error)
            return
        following = indicator_after(self._table, self._table.currentIndex().row())
        if figures is None:
            self._go_to(following)
            return
        self._next = (code, following)
        self._save(figures)
        if self._next[0]:  # not yet on the disk: keys wait in the table
            self._table.setFocus()

    def _on_left(self) -> None:
        """The focus went elsewhere: what was typed is saved, once."""
        try:
            figures = self._entry.figures()
        except NtmError as error:
            self._refused = (self._actions.code, self._actions.name, error)
            return
        if figures is not None and figures != self._sent and self._actions.code:
            self._save(figures)

    def _save(self, figures: Figures) -> None:
        self._sent, self._refused = figures, None
        self._actions.record(figures)

    def _on_recorded(self, code: str, figures: Figures) -> None:
        self.last_day = figures.as_of
        if self._sent == figures:
            self._sent = None
        if code == self._actions.code:
            self._entry.mark_saved(figures)
        before, following = self._next
        self._next = ("", "")
        if before == code == current_indicator(self._table):
            self._go_to(following)

    def _on_kept(self, code: str) -> None:
        if code == self._actions.code:
            self._entry.say_kept()

    def _go_to(self, code: str) -> None:
        self._table.setFocus()
        if code:
            self._typed.insert(0, _ENTER)
            self._table.select(code)
        else:
            self._typed.clear()

    def _on_refused(self, row: IndicatorRow, error: NtmError) -> None:
        pressed_enter, self._next = bool(self._next[0]), ("", "")
        self._typed.clear()
        if row.code != current_indicator(self._table):
            if isinstance(error, ReasonNeeded | NewerInForce | DoubtfulNumber):
                return  # asked for by the action, which names the indicator
            self._tell(row.official_code, error)
            return
        self._refused = (row.code, row.official_code, error)
        self._entry.refuse(error, take_focus=pressed_enter)
        unclear = self._entry.unclear() if isinstance(error, AmbiguousNumber) else None
        if unclear is not None:
            self._context.ask.choose(
                self._window,
                self.tr("“{}” là số nào?").format(unclear.text()),
                self.tr("Dấu phẩy ngăn phần thập phân, dấu chấm ngăn hàng nghìn."),
                unclear.readings(),
                partial(self._on_reading_chosen, unclear),
            )

    def _on_moved(self) -> None:
        """What still stands refused in the fields would be dropped with them: it is told, not lost unseen."""
        if self._refused is None or self._refused[0] == current_indicator(self._table):
            return
        refused, self._refused = self._refused, None
        try:
            typed = self._entry.figures() is not None
        except NtmError:
            typed = True
        if typed:
            self._tell(*refused[1:])

    def _tell(self, official_code: str, error: NtmError) -> None:
        message = self.tr("Chưa lưu số liệu chỉ tiêu {}. {}").format(official_code, error.message)
        more = [problem for problem in error.problems if problem != error.message]
        self._context.ask.problem(self._window, NtmError(message, more))

    def _on_reading_chosen(self, field: NumberField, choice: int) -> None:
        field.replace(field.readings()[choice])
        self._on_entered()

    def _on_escaped(self) -> None:
        self._refused = None
        self._entry.give_up()
        self._table.setFocus()
        if (detail := self._actions.detail) is not None:
            self._entry.show_detail(detail)
