"""A list above and what is chosen of it below, with a border that a person can move."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

_HANDLE = 8  # px, as between cards


class Split(QSplitter):
    """The upper part keeps its height whatever the lower one shows; where a person put the border is
    remembered under ``key``."""

    def __init__(self, key: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._setting = f"split/{key}"
        self._usual = self._least = self._lower = 0
        self.setAccessibleName(name)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(_HANDLE)
        self.splitterMoved.connect(self._on_moved)

    def set_usual(self, height: int, *, least: int, lower: int) -> None:
        """How high the upper part is while nobody has moved the border. In a low split it leaves ``lower`` to
        what is below it, down to ``least``."""
        self._usual, self._least, self._lower = height, least, lower
        self._divide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._divide()

    def _on_moved(self, place: int, _handle: int) -> None:
        QSettings().setValue(self._setting, place)

    def _divide(self) -> None:
        upper = int(str(QSettings().value(self._setting, 0))) or self._usual_here()
        self.setSizes([upper, max(1, self.height() - upper - _HANDLE)])

    def _usual_here(self) -> int:
        return max(self._least, min(self._usual, self.height() - _HANDLE - self._lower))
