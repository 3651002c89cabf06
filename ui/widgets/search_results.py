"""The list of hits below the search: made when somebody first searches, since starting has no time for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui import theme

if TYPE_CHECKING:
    from ntm_desktop.services.search import Hit
    from ui.models.rows import Index

_ROW = 42
_MOST_ROWS = 9
_WIDTH = 440
_GAP = 8  # to the edges of the window
_HIT = Qt.ItemDataRole.UserRole


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


class SearchResults(QFrame):
    """Lies over the window and never takes the focus, so that an input method stays with the field."""

    chosen = Signal(object)  # Link

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("toast")
        self._list = QListWidget()
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setItemDelegate(_HitDelegate(self._list))
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 4, 1, 4)
        column.addWidget(self._list)
        self._list.itemClicked.connect(self._on_item_clicked)
        self.hide()

    def show_hits(self, hits: tuple[Hit, ...], field: QWidget) -> None:
        self._list.clear()
        for hit in hits:
            item = QListWidgetItem(f"{hit.title}, {hit.subtitle}")
            item.setData(_HIT, hit)
            self._list.addItem(item)
        if not hits:
            self._list.addItem(self.tr("Không thấy. Thử từ khác hoặc mã chỉ tiêu."))
        self._list.setCurrentRow(0)
        window = self.parentWidget() or field
        width = min(_WIDTH, window.width() - 2 * _GAP)
        corner = field.mapTo(window, QPoint(field.width() - width, field.height() + 4))
        height = min(10 + _ROW * min(_MOST_ROWS, self._list.count()), window.height() - corner.y() - _GAP)
        self.setGeometry(max(_GAP, corner.x()), corner.y(), width, height)
        self.raise_()
        self.show()

    def step(self, rows: int) -> None:
        """Down, or up when negative; stops at either end."""
        self._list.setCurrentRow(max(0, min(self._list.count() - 1, self._list.currentRow() + rows)))

    def choose(self) -> None:
        """Takes the current hit."""
        self._on_item_clicked(self._list.currentItem())

    def _on_item_clicked(self, item: QListWidgetItem | None) -> None:
        hit: Hit | None = None if item is None else item.data(_HIT)
        if hit is not None:
            self.chosen.emit(hit.link)
