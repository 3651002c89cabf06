"""What the page Tiêu chí reads: the table, and the details of the chosen indicator and of those around it.

The details around it are read while nobody waits, so that the panel follows the table at once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ntm_desktop.domain.forecast import Awaited
from ntm_desktop.services import forecasts, indicators, people, remarks, responsibilities, works
from ntm_desktop.services.indicators import IndicatorDetail, IndicatorTable
from ntm_desktop.services.people import PersonView
from ntm_desktop.services.remarks import RemarkView
from ntm_desktop.services.responsibilities import ResponsibilityView
from ntm_desktop.services.works import WorkView
from ui.models.indicators import ATTENTION, matching
from ui.tasks import Tasks

if TYPE_CHECKING:
    from ui.tasks import Session

_PAUSE_MS = 100  # what is in front is painted by then; both at once take half as long again
_ABOVE, _BELOW = 3, 6  # read with one look at the database, in about the time of one

Details = Mapping[str, IndicatorDetail]


@dataclass(frozen=True, slots=True)
class Loaded:
    table: IndicatorTable
    details: Details
    """Of the one that was asked for, or that the page chooses at first."""
    people: tuple[PersonView, ...]
    responsibilities: tuple[ResponsibilityView, ...]
    works: Mapping[str, tuple[WorkView, ...]]
    """By the indicator that they serve."""
    waits: Mapping[str, Awaited]
    """When each open indicator should be met."""
    remarks: Mapping[str, tuple[RemarkView, ...]]
    """By the indicator that they are about, newest first."""


class IndicatorReader(QObject):
    loaded = Signal(object)  # Loaded
    read = Signal(object)  # IndicatorDetail, of the one shown last

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._known: dict[str, IndicatorDetail] = {}
        self._current: set[str] = set()  # of these, nothing was written since they were read
        self._near: tuple[str, ...] = ()
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._on_paused)

    def reload(self, code: str) -> None:
        """Everything anew: something was written, most likely about the indicator ``code``."""
        self._pause.stop()  # what was to be read ahead is old, and would be in the way
        self._current.clear()
        self._known.pop(code, None)
        on = self._tasks.today()
        self._tasks.read(lambda session: _load(session, code, on), self._on_loaded, self, shows="tieu-chi")

    def show(self, code: str) -> None:
        """Emits ``read`` with the indicator: at once where it is known, and again when that may be old."""
        self._pause.stop()  # begins anew once this one is shown
        if (known := self._known.get(code)) is not None:
            self.read.emit(known)
        if code not in self._current:
            on = self._tasks.today()
            self._tasks.read(
                lambda session: indicators.detail(session, code=code, on=on),
                self._on_read,
                self,
                shows="chi-tieu",
            )

    def prepare(self, above: Sequence[str], below: Sequence[str]) -> None:
        """The indicators that a person may go to next, nearest first; several at once, but not too often."""
        if self._current.issuperset((*above[:1], *below[:1])):
            return
        self._near = (*below[:_BELOW], *above[:_ABOVE])
        self._pause.start()

    def _on_paused(self) -> None:
        on, missing = self._tasks.today(), [code for code in self._near if code not in self._current]
        if missing:
            self._tasks.read(
                lambda session: _details(session, missing, on, until=self._tasks.is_awaited),
                self._keep,
                self,
                shows="chi-tieu-gan",
                behind=True,
            )

    def _on_loaded(self, loaded: Loaded) -> None:
        if any(detail.set_id != loaded.table.set_id for detail in self._known.values()):
            self._known.clear()
        self._keep(loaded.details)
        self.loaded.emit(loaded)

    def _on_read(self, detail: IndicatorDetail) -> None:
        self._keep({detail.row.code: detail})
        self.read.emit(detail)

    def _keep(self, details: Details) -> None:
        self._known.update(details)
        self._current.update(details)


def _load(session: Session, code: str, on: date) -> Loaded:
    table = indicators.table(session, on=on)
    known = [row.code for criterion in table.criteria for row in criterion.indicators]
    if code not in known:  # at first: the one that the page will choose
        shown = matching(table, ATTENTION) or known
        code = next((one for one in known if one in shown), "")
    return Loaded(
        table,
        _details(session, [code] if code else [], on),
        people.list_people(session, on=on),
        responsibilities.list_responsibilities(session, on=on),
        works.serving(session, set_id=table.set_id, on=on),
        forecasts.awaited_on(session, set_id=table.set_id, on=on),
        remarks.of_indicators(session, set_id=table.set_id, on=on),
    )


def _details(
    session: Session, codes: Sequence[str], on: date, *, until: Callable[[], bool] | None = None
) -> Details:
    found: dict[str, IndicatorDetail] = {}
    for code in codes:
        if until is not None and until():
            break
        found[code] = indicators.detail(session, code=code, on=on)
    return found
