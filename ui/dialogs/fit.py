"""Dialogs on a small screen: at 200 % a PC with 1366×768 pixels has 683 by 344 for a window and its frame."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from ui.widgets.page import Whole

_FRAME = QSize(8, 36)  # of the window: title and edges


def room(widget: QWidget) -> QSize:
    """How large a dialog may be, so that all of it is on the screen."""
    return widget.screen().availableSize() - _FRAME


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
