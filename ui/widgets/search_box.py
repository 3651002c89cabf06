"""The search of the top bar: asks while typing, shows hits below, leads to the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.tasks import Tasks

if TYPE_CHECKING:
    from ntm_desktop.services.search import Hit
    from ui.models.rows import Index
    from ui.tasks import Session

_PAUSE_MS = 150
_ROW = 42
_MOST_ROWS = 9
_HIT = Qt.ItemDataRole.UserRole


def _search(session: Session, text: str) -> tuple[Hit, ...]:
    from ntm_desktop.services import search  # on the data thread: it takes the database along

    return search.search(session, text=text)


class SearchBox(QLineEdit):
    followed = Signal(object)  # Link

    def __init__(self, tasks: Tasks, window: QWidget) -> None:
        super().__init__()
        self._tasks = tasks
        self.setFont(theme.font("body"))
        self.setPlaceholderText(self.tr("Tìm trong xã này (Ctrl+K)"))
        self.setAccessibleName(self.tr("Tìm trong xã này"))
        self.setFixedWidth(260)
        self._results = _Results(window)
        self._timer = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self.textChanged.connect(self._on_text_changed)
        self._timer.timeout.connect(self._on_pause)
        self._results.list.itemClicked.connect(self._on_item_clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = self._results.list
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step and self._results.isVisible():
            rows.setCurrentRow(max(0, min(rows.count() - 1, rows.currentRow() + step)))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._results.isVisible():
            self._on_item_clicked(rows.currentItem())
        elif event.key() == Qt.Key.Key_Escape:
            self._results.hide()
            self.clear()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._results.hide()

    def _on_text_changed(self) -> None:
        if self.text().strip():
            self._timer.start()
        else:
            self._timer.stop()
            self._results.hide()

    def _on_pause(self) -> None:
        text = self.text()

        def shown(hits: tuple[Hit, ...]) -> None:
            if self.text() == text and self.hasFocus():
                self._results.show_hits(hits, self)

        self._tasks.read(lambda session: _search(session, text), shown, self)

    def _on_item_clicked(self, item: QListWidgetItem | None) -> None:
        if item is None or (hit := item.data(_HIT)) is None:
            return
        self._results.hide()
        self.clear()
        self.followed.emit(hit.link)


class _HitDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("sel"))
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), theme.color("accent"))
        hit: Hit | None = index.data(_HIT)
        title, below = (index.data(), "") if hit is None else (hit.title, hit.subtitle)
        for words, role, tone, top in ((title, "medium", "text", 3), (below, "caption", "text2", 21)):
            painter.setFont(theme.font(role))
            painter.setPen(theme.color(tone))
            width = int(rect.width()) - 24
            shown = theme.metrics(role).elidedText(words, Qt.TextElideMode.ElideRight, width)
            box = QRectF(rect.left() + 12, rect.top() + top, width, 18)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)


class _Results(QFrame):
    """Lies over the window and never takes the focus, so that an input method stays with the field."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("toast")
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(_HitDelegate(self.list))
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 4, 1, 4)
        column.addWidget(self.list)
        self.hide()

    def show_hits(self, hits: tuple[Hit, ...], field: QWidget) -> None:
        self.list.clear()
        for hit in hits:
            item = QListWidgetItem(f"{hit.title}, {hit.subtitle}")
            item.setData(_HIT, hit)
            self.list.addItem(item)
        if not hits:
            self.list.addItem(self.tr("Không thấy. Thử từ khác hoặc mã chỉ tiêu."))
        self.list.setCurrentRow(0)
        width = 440
        height = 10 + _ROW * min(_MOST_ROWS, self.list.count())
        corner = field.mapTo(self.parentWidget() or field, QPoint(field.width() - width, field.height() + 4))
        self.setGeometry(corner.x(), corner.y(), width, height)
        self.raise_()
        self.show()
