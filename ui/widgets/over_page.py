"""What lies over the page for a while: the progress card of a long job, and the toast of a finished act."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.tasks import Job, Tasks
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.labels import Label

_WAIT_POINTER_MS = 100
_CARD_MS = 500
_TOAST_MS = 6000
_PLACING_MS = 150


class ProgressCover(QWidget):
    """Follows the tasks: a wait pointer from 0.1 s, from 0.5 s the page is dimmed under a card with *Hủy*."""

    def __init__(self, tasks: Tasks, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._jobs: list[Job] = []
        self._waiting = False
        self._what = Label("", "medium", wrap=True)
        self._count = Label("", "caption", "text2")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._cancel = Button(self.tr("&Hủy"))
        card = Card()
        card.setFixedWidth(340)
        card.body.addWidget(self._what)
        card.body.addWidget(self._bar)
        foot = QHBoxLayout()
        foot.addWidget(self._count, 1)
        foot.addWidget(self._cancel)
        card.body.addLayout(foot)
        column = QVBoxLayout(self)
        column.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)
        self.hide()

        self._pointer_timer = QTimer(self, interval=_WAIT_POINTER_MS, singleShot=True)
        self._card_timer = QTimer(self, interval=_CARD_MS)
        self._pointer_timer.timeout.connect(self._on_pointer_due)
        self._card_timer.timeout.connect(self._on_card_due)
        self._cancel.clicked.connect(self.cancel)
        tasks.started.connect(self._on_started)
        tasks.finished.connect(self._on_finished)
        page.installEventFilter(self)

    def cancel(self) -> bool:
        """Ends what can be ended; whether anything is on its way."""
        for job in self._jobs:
            job.cancelled = job.can_cancel
        return bool(self._jobs)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("dim"))
        painter.end()

    def _on_started(self, job: Job) -> None:
        if not job.title:
            return
        self._jobs.append(job)
        if len(self._jobs) == 1:
            self._pointer_timer.start()
            self._card_timer.start()

    def _on_finished(self, job: Job) -> None:
        if job not in self._jobs:
            return
        self._jobs.remove(job)
        if not self._jobs:
            self._pointer_timer.stop()
            self._card_timer.stop()
            self._set_waiting(waiting=False)
            self.hide()

    def _on_pointer_due(self) -> None:
        self._set_waiting(waiting=True)

    def _on_card_due(self) -> None:
        job = self._jobs[0]
        done, total = job.progress
        self._what.setText(job.title)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._count.setText(f"{done}/{total}" if total else "")
        self._cancel.setVisible(job.can_cancel)
        if not self.isVisible():
            self._set_waiting(waiting=False)
            self.setGeometry(self._page.rect())
            self.raise_()
            self.show()

    def _set_waiting(self, *, waiting: bool) -> None:
        if waiting == self._waiting:
            return
        self._waiting = waiting
        if waiting:
            QApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)
        else:
            QApplication.restoreOverrideCursor()


class Toast(QFrame):
    """Only "đã xong", with *Hoàn tác* (or *Làm lại*); stays while the pointer or the focus is on it.

    At the lower left of the page, but never over the row or the field that is being edited.
    """

    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setObjectName("toast")
        self._page = page
        self._words = Label("")
        self._undo = Button(self.tr("Hoàn tác"), "link", "undo-2", self.tr("Hoàn tác (Ctrl+Z)"))
        self._redo = Button(self.tr("Làm lại"), "link", "redo-2", self.tr("Làm lại (Ctrl+Y)"))
        for button in (self._undo, self._redo):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # pressed, it leaves the keyboard where it is
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(12)
        row.addWidget(self._words)
        row.addWidget(self._undo)
        row.addWidget(self._redo)
        self._timer = QTimer(self, interval=_TOAST_MS)
        self._placing = QTimer(self, interval=_PLACING_MS)
        self.hide()
        self._timer.timeout.connect(self._on_due)
        self._placing.timeout.connect(self._on_placing_due)
        self._undo.clicked.connect(self._on_undo_clicked)
        self._redo.clicked.connect(self._on_redo_clicked)

    def tell(self, words: str, *, undo: bool = True, redo: bool = False) -> None:
        self._words.setText(words)
        self._undo.setVisible(undo)
        self._redo.setVisible(redo)
        self.adjustSize()
        self._place()
        self.raise_()
        self.show()
        self._timer.start()
        self._placing.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._placing.stop()

    def _place(self) -> None:
        place = QRect(QPoint(12, self._page.height() - self.height() - 12), self.size())
        for edited in sorted(self._edited(), key=QRect.top, reverse=True):  # it only ever goes up
            if edited.intersects(place):
                place.moveBottom(edited.top() - 8)
        self.move(place.topLeft())

    def _on_placing_due(self) -> None:
        """Another row may have become the current one, or the list have scrolled."""
        if not self.underMouse():
            self._place()

    def _on_due(self) -> None:
        if not self.underMouse() and not self._undo.hasFocus():
            self._timer.stop()
            self.hide()

    def _edited(self) -> list[QRect]:
        """Where a person is working, in the page's coordinates: chosen rows of tables, the focused field."""
        found = []
        for view in self._page.findChildren(QAbstractItemView):
            if view.isVisible() and view.currentIndex().isValid():
                row = view.visualRect(view.currentIndex())
                row.setLeft(0)
                row.setWidth(view.viewport().width())
                shown = row & view.viewport().rect()
                found.append(shown.translated(view.viewport().mapTo(self._page, QPoint())))
        here = QApplication.focusWidget()
        if here is not None and self._page.isAncestorOf(here) and not isinstance(here, QAbstractScrollArea):
            found.append(here.rect().translated(here.mapTo(self._page, QPoint())))
        return found

    def _on_undo_clicked(self) -> None:
        self.hide()
        self.undo_requested.emit()

    def _on_redo_clicked(self) -> None:
        self.hide()
        self.redo_requested.emit()
