"""Photos as small pictures with their names: a click or Enter opens, Delete takes off, the menu has both."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QImage,
    QImageReader,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QMenu, QWidget

from ntm_desktop.errors import NtmError
from ntm_desktop.services import files
from ntm_desktop.services.work_diary import Photo
from ui import theme
from ui.tasks import Report, Tasks
from ui.widgets.flow import FlowLayout, flowing

_WIDTH, _HEIGHT, _NAME = 132, 99, 20  # px


class PhotoStrip(QWidget):
    open_wanted = Signal(object)  # Photo
    remove_wanted = Signal(object)

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._flow = FlowLayout(8, self)
        self.setSizePolicy(flowing())

    def show_photos(self, photos: Sequence[Photo]) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for photo in photos:
            thumb = Thumb(self._tasks, photo)
            thumb.open_wanted.connect(self.open_wanted)
            thumb.remove_wanted.connect(self.remove_wanted)
            self._flow.addWidget(thumb)
        self.setVisible(bool(photos))


class Thumb(QWidget):
    open_wanted = Signal(object)
    remove_wanted = Signal(object)

    def __init__(self, tasks: Tasks, photo: Photo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._photo = photo
        self._image = QImage()
        self.setFixedSize(_WIDTH + 4, _HEIGHT + 4 + _NAME)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(photo.title)
        self.setToolTip(photo.title)
        size = QSize(_WIDTH, _HEIGHT) * self.devicePixelRatioF()
        tasks.work(_Load(tasks, photo, size), self._on_loaded, self, failed=self._on_failed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.open_wanted.emit(self._photo)
        elif key == Qt.Key.Key_Delete:
            self.remove_wanted.emit(self._photo)
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self.focusNextPrevChild(key == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.open_wanted.emit(self._photo)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Mở ảnh")).triggered.connect(self._on_open_chosen)
        menu.addAction(self.tr("Gỡ ảnh khỏi lần đo")).triggered.connect(self._on_remove_chosen)
        menu.popup(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRect(2, 2, _WIDTH, _HEIGHT)
        painter.fillRect(frame, theme.color("surface2"))
        if not self._image.isNull():
            shown = self._image.size().scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(QPoint(0, 0), shown)
            place.moveCenter(frame.center())
            painter.drawImage(place, self._image)
        focused = self.hasFocus()
        painter.setPen(QPen(theme.color("accent" if focused else "line2"), 2 if focused else 1))
        painter.drawRect(frame)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("text2"))
        below = QRect(2, _HEIGHT + 4, _WIDTH, _NAME)
        name = theme.metrics("caption").elidedText(self._photo.title, Qt.TextElideMode.ElideMiddle, _WIDTH)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, name)
        painter.end()

    def _on_loaded(self, image: QImage) -> None:
        self._image = image
        self.update()

    def _on_failed(self, error: NtmError) -> None:
        """A lost or damaged file: the place says so, the diary stays readable."""
        self.setToolTip(error.message)
        self.setAccessibleDescription(error.message)

    def _on_open_chosen(self) -> None:
        self.open_wanted.emit(self._photo)

    def _on_remove_chosen(self) -> None:
        self.remove_wanted.emit(self._photo)


class _Load:
    """The work of one small picture, from the print-size copy; a class so that it holds no widget."""

    def __init__(self, tasks: Tasks, photo: Photo, size: QSize) -> None:
        self._store, self._photo, self._size = tasks.store, photo, size

    def __call__(self, _report: Report) -> QImage:
        path = files.print_copy(self._store, self._photo.sha256, self._photo.file_name)
        reader = QImageReader(str(path))
        reader.setScaledSize(reader.size().scaled(self._size, Qt.AspectRatioMode.KeepAspectRatio))
        return reader.read()
