"""The one signal that tells screens what was written. No page ever speaks to another page."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Events(QObject):
    changed = Signal(object, object)
    """(``Changes``, the object that started the write or None). Emitted after the commit."""
