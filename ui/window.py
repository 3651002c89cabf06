"""The top-level window. It paints the picture of the last overview at once, long before the rest is imported.

What it carries (the shell, or the wizard) comes later as its content, and decides whether it may be closed.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

_USUAL = QSize(1366, 697)
_SMALLEST = QSize(900, 520)
_FRAME = QSize(8, 40)  # title and edges: at 200 % a PC's whole screen is lower than the smallest window
_GEOMETRY = "window/geometry"
_SIZE, _MAXIMIZED, _YES = "window/size", "window/maximized", "yes"
"""Known beside the geometry, which Qt refuses on a screen that is much larger or smaller."""


class Window(QWidget):
    painted = Signal()
    """Once, after the first paint."""
    content_painted = Signal()
    """Of each new content."""

    def __init__(self, picture: Path) -> None:
        super().__init__()
        self._picture = QPixmap(str(picture)) if picture.exists() else QPixmap()
        self._content: QWidget | None = None
        self._painted = self._awaits_content = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setWindowTitle("Nông thôn mới")
        self._restore_geometry()

    def set_content(self, content: QWidget) -> None:
        """Shows ``content`` instead of what was there, which stays on the screen until all is laid out."""
        self.repaint()  # of what still waits for it, else Qt paints the content once more for that
        before, self._content = self._content, content
        self._picture = QPixmap()
        self._column.addWidget(content)
        if before is not None:
            before.hide()
            before.deleteLater()
        content.show()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)  # layouts inside of layouts
        self._awaits_content = True

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        if self._picture.size() == self.size() * ratio:
            painter = QPainter(self)
            painter.drawPixmap(self.rect(), self._picture)
            painter.end()
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)
        if self._awaits_content:
            self._awaits_content = False
            QTimer.singleShot(0, self.content_painted.emit)  # what the content paints follows this event

    def closeEvent(self, event: QCloseEvent) -> None:
        QSettings().setValue(_GEOMETRY, self.saveGeometry())
        QSettings().setValue(_SIZE, self.normalGeometry().size())
        QSettings().setValue(_MAXIMIZED, _YES if self.isMaximized() else "")
        event.setAccepted(self._content is None or self._content.close())

    def keep_picture(self, file: Path) -> None:
        """Best effort: without it the next start begins with an empty window."""
        if file.parent.is_dir():
            self.grab().save(str(file))

    def _restore_geometry(self) -> None:
        self.setMinimumSize(_SMALLEST.boundedTo(self.screen().availableSize() - _FRAME))
        saved = QSettings().value(_GEOMETRY)
        if saved is not None and self.restoreGeometry(saved):
            return
        room = self.screen().availableSize()
        self.resize(self._kept_size(room) or _USUAL.boundedTo(room))
        if room.width() <= _USUAL.width() or str(QSettings().value(_MAXIMIZED, "")) == _YES:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _kept_size(self, room: QSize) -> QSize | None:
        """As it was on another screen, if it fits on this one."""
        size = QSettings().value(_SIZE)
        if not isinstance(size, QSize) or size.expandedTo(self.minimumSize()) != size:
            return None
        return size if (size + _FRAME).boundedTo(room) == size + _FRAME else None
