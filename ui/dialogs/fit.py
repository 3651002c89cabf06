"""Dialogs on a small screen: at 200 % a PC with 1366×768 pixels has 683 by 344 for a window and its frame."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from ui import read_only
from ui.widgets.page import Whole

_FRAME = QSize(8, 36)  # of the window: title and edges


def available(widget: QWidget) -> QRect:
    """The part of its screen that no taskbar takes."""
    return widget.screen().availableGeometry()


def room(widget: QWidget) -> QSize:
    """How large a dialog may be, so that all of it is on the screen."""
    return available(widget).size() - _FRAME


class Dialog(QDialog):
    """What every dialog of the program is: wholly on the screen when it opens, and when it grows later.

    One that ``WRITES`` does not open from a page that may only be read, unless what it writes is the reading
    side's own (``OWNER``).
    """

    WRITES: ClassVar[bool] = True
    OWNER: ClassVar[read_only.Owner] = "unit"

    def open(self) -> None:
        if self.WRITES and read_only.refuse(self.parentWidget(), self.OWNER):
            self.deleteLater()
        else:
            super().open()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        stand_on_screen(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible():
            stand_on_screen(self)


def stand_on_screen(window: QWidget) -> None:
    """Moves it no further than needed; of one that is too large the upper left corner stays in sight."""
    known = window.frameGeometry().size() - window.size()
    size = window.size() + (_FRAME if known.isEmpty() else known)  # before the first show there is no frame
    place, at = available(window), window.pos()
    x = max(place.left(), min(at.x(), place.right() + 1 - size.width()))
    y = max(place.top(), min(at.y(), place.bottom() + 1 - size.height()))
    if (x, y) != (at.x(), at.y()):
        window.move(QPoint(x, y))


def resize(dialog: QWidget, width: int, height: int) -> None:
    """To that size, or to the screen's."""
    dialog.resize(QSize(width, height).boundedTo(room(dialog)))


def scrolled(dialog: QWidget, inner_width: int, around: int) -> Whole:
    """A part of the dialog that is as high as what it holds while the screen has room, and then scrolls.

    ``around``: the height of the rest of the dialog.
    """
    whole = Whole()
    inner = whole.widget()
    assert inner is not None
    inner.setFixedWidth(inner_width)
    whole.set_most(max(120, room(dialog).height() - around))
    return whole
