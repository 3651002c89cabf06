"""What may only be read: a page is marked, with its panel, and what writes asks whether it stands in one.

Controls that write hide or take no keys, and a dialog that would write tells why instead of opening. Of a
commune that an authority looks at the database refuses every write by itself: this is so that none is begun.
What the authority itself writes about that commune (``owner``) is begun there and nowhere else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ntm_desktop.domain.owners import READ_ONLY
from ntm_desktop.errors import NtmError

if TYPE_CHECKING:
    from ui.ask import Ask

    _Widget = QWidget
else:
    _Widget = object

Owner = Literal["unit", "authority"]

_ASK = "_read_only_ask"  # no Qt property: one that holds a Python object outlives what collects garbage


def mark(place: QWidget, ask: Ask) -> None:
    """All that is in it, now and later."""
    setattr(place, _ASK, ask)


def is_read_only(control: QWidget) -> bool:
    """For a control that is about to be seen: by then it is where it belongs."""
    return _ask_of(control) is not None


def refuse(place: QWidget | None, owner: Owner = "unit") -> bool:
    """Tells that what a person is about to do there is not for this side; False where it may be done.
    ``owner``: whose rows it writes."""
    ask = _ask_of(place)
    if ask is None or place is None or owner == "authority":
        return False
    ask.problem(place, NtmError(READ_ONLY["unit"]))
    return True


def _ask_of(place: QWidget | None) -> Ask | None:
    while place is not None:
        ask: Ask | None = getattr(place, _ASK, None)
        if ask is not None or place.isWindow():
            return ask
        place = place.parentWidget()
    return None


class Vanishing(_Widget):
    """Mixed into a control: one that ``writes`` is not there where one may only read."""

    writes = False
    _gone = False

    def setVisible(self, visible: bool) -> None:
        super().setVisible(visible and not self._gone)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.writes and not self._gone and is_read_only(self):
            self._gone = True
            self.hide()


def vanish(place: QWidget) -> None:
    """All such controls, before the page is seen; those that are made later go when they are shown."""
    for control in place.findChildren(QWidget):
        if isinstance(control, Vanishing) and control.writes:
            control._gone = True
            control.hide()
