"""What the page Tiêu chí asks in a window of its own: figures of hamlets, pasted ones, an evidence file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ntm_desktop.domain.criteria import HOUSEHOLDS, CriteriaSet
from ntm_desktop.errors import NtmError
from ntm_desktop.services import criteria_sets, goals, targets
from ntm_desktop.services.evidence import EvidenceView
from ntm_desktop.services.indicators import IndicatorRow
from ntm_desktop.services.targets import TargetRow
from ntm_desktop.text import counted, format_date
from ui.context import Context
from ui.dialogs.evidence_entry import EvidenceDialog
from ui.dialogs.hamlet_values import HamletValuesDialog
from ui.dialogs.target import TargetDialog
from ui.pages.criteria_actions import IndicatorActions
from ui.pages.criteria_entry import EntryForm
from ui.pages.criteria_paste import figures_of

if TYPE_CHECKING:
    from ui.tasks import Session

_LISTED = 5


class IndicatorDialogs(QObject):
    """Opens them over ``window``; what comes out goes into the fields or through the actions."""

    def __init__(
        self, context: Context, window: QWidget, entry: EntryForm, actions: IndicatorActions
    ) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._entry, self._actions = entry, actions

    def ask_hamlets(self, part: str) -> None:
        detail = self._actions.detail
        if detail is None:
            return
        asked = next(one for one in detail.parts if one.key == part)
        dialog = HamletValuesDialog(
            self._window,
            self._context.ask,
            asked.name or detail.row.text,
            detail.hamlets,
            self._entry.hamlets(part),
            fraction=asked.fraction,
            scale=asked.fraction_scale,
            of_them=asked.of_them,
            all_households=asked.counted == HOUSEHOLDS,
        )
        dialog.accepted_with.connect(partial(self._entry.set_hamlets, part))
        dialog.open()

    def ask_target(self, code: str) -> None:
        """The level of the first part that has none."""
        on = self._context.tasks.today()

        def read(session: Session) -> tuple[Sequence[TargetRow], CriteriaSet]:
            set_id = goals.current(session, on=on).set_id
            return targets.table(session, on=on), criteria_sets.load(session, set_id=set_id)

        self._context.tasks.read(read, partial(self._open_target, code), self)

    def _open_target(self, code: str, found: tuple[Sequence[TargetRow], CriteriaSet]) -> None:
        rows, criteria_set = found
        row = next((row for row in rows if row.code == code and row.verification is None), None)
        indicator = criteria_set.indicator(code)
        if row is not None and indicator is not None:
            last = targets.newest_decision(rows)
            TargetDialog(self._window, self._context, row, indicator.part(row.part), last).open()

    def edit_evidence(self, view: EvidenceView) -> None:
        dialog = EvidenceDialog(self._window, view)
        dialog.accepted_with.connect(self._actions.edit_evidence)
        dialog.open()

    def paste(
        self, lines: Sequence[Sequence[str]], rows: Sequence[IndicatorRow], start: str, last_day: date
    ) -> None:
        """Figures of today, or of the day that was typed last where that is another one."""
        try:
            figures = figures_of(lines, rows, start)
        except NtmError as error:
            self._context.ask.problem(self._window, error)
            return
        if not figures:
            return
        title = self.tr("Dán số liệu cho {} chỉ tiêu?").format(counted(len(figures)))
        days = list(dict.fromkeys((self._context.tasks.today(), last_day)))
        if len(days) == 1:
            self._context.ask.confirm(
                self._window,
                title,
                self.tr("Số liệu ngày {}: {}.").format(format_date(days[0]), _listed(figures)),
                self.tr("Dán số liệu"),
                partial(self._actions.record_many, figures, days[0]),
                safe=self.tr("Không dán"),
            )
            return
        self._context.ask.choose(
            self._window,
            title,
            self.tr("{}. Chọn ngày của số liệu.").format(_listed(figures)),
            [self.tr("Số liệu ngày {}").format(format_date(day)) for day in days],
            lambda choice: self._actions.record_many(figures, days[choice]),
            safe=self.tr("Không dán"),
        )


def _listed(figures: Mapping[str, str]) -> str:
    """The first few, so that a wrong block is seen."""
    pieces = [f"{code} {text}" for code, text in list(figures.items())[:_LISTED]]
    return ", ".join([*pieces, "…"] if len(figures) > _LISTED else pieces)
