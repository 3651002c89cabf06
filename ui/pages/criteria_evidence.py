"""The evidence of one indicator: its files in a list, taken by drag and drop or through the chooser."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from ntm_desktop.services.evidence import EvidenceView
from ntm_desktop.text import counted, format_date, format_decimal, format_int
from ui import theme
from ui.widgets.buttons import Button
from ui.widgets.drop_area import FileDropArea
from ui.widgets.labels import ElidedLabel, IconLabel, Label

_PICTURES = ("jpeg", "png", "webp")


class EvidenceList(QWidget):
    """Rows with title and size; what to do with one is asked through the signals."""

    open_wanted = Signal(object)  # EvidenceView
    edit_wanted = Signal(object)
    detach_wanted = Signal(object)
    dropped = Signal(object)  # list[Path]
    asked_to_choose = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stops: list[QWidget] = []  # of the Tab key
        self._count = Label("", "caption", "text2")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.area = FileDropArea(self.tr("Kéo tệp vào đây"), self.tr("Thê&m tệp"))

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(self.tr("Minh chứng"), "strong"))
        head.addWidget(self._count)
        head.addStretch(1)
        column.addLayout(head)
        column.addLayout(self._rows)
        column.addWidget(self.area)

        self.area.dropped.connect(self.dropped)
        self.area.asked_to_choose.connect(self.asked_to_choose)

    def show_evidence(self, evidence: Sequence[EvidenceView], on: date) -> None:
        """``on``: the day by which some have run out and some do not hold yet."""
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._count.setText(self._counted(evidence, on))
        self.stops = []
        for view in evidence:
            row = EvidenceRow(view, on)
            row.open_wanted.connect(self.open_wanted)
            row.edit_wanted.connect(self.edit_wanted)
            row.detach_wanted.connect(self.detach_wanted)
            self._rows.addWidget(row)
            self.stops.append(row)
        self.stops += self.area.findChildren(QPushButton)

    def _counted(self, evidence: Sequence[EvidenceView], on: date) -> str:
        """Those in force first, as the column *Tệp* counts them."""
        outdated = sum(view.has_run_out(on) for view in evidence)
        held = sum(view.counts_on(on) for view in evidence)
        later = len(evidence) - held - outdated
        parts = [self.tr("{} tệp").format(counted(held))]
        if outdated or later:
            parts = [self.tr("{} tệp có hiệu lực").format(counted(held))]
        if outdated:
            parts.append(self.tr("{} hết hiệu lực").format(counted(outdated)))
        if later:
            parts.append(self.tr("{} chưa có hiệu lực").format(counted(later)))
        return ", ".join(parts)


class EvidenceRow(QWidget):
    """Enter or a click opens the file, F2 edits the entry, Delete detaches it; the menu offers all three."""

    open_wanted = Signal(object)
    edit_wanted = Signal(object)
    detach_wanted = Signal(object)

    def __init__(self, view: EvidenceView, on: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        not_now = self._not_now(on)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(view.title)
        described = ", ".join(piece for piece in (not_now, self._description()) if piece)
        self.setAccessibleDescription(described)
        self.setToolTip(described)
        self.setFixedHeight(30)
        name = ElidedLabel(view.title)
        more = Button(self.tr("Sửa hoặc gỡ minh chứng"), "icon", "ellipsis", writes=True)
        more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        more.setFixedSize(28, 30)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel("image" if view.type in _PICTURES else "file-text"))
        row.addWidget(name, 1)
        if not_now:
            name.set_tone("text2")
            row.addWidget(Label(not_now, "caption-medium", "unmet" if view.has_run_out(on) else "text2"))
        if view.internal:
            row.addWidget(IconLabel("lock", 14))
        row.addWidget(Label(size_text(view.size), "caption", "text2"))
        row.addWidget(more)
        more.clicked.connect(self._on_more_clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.open_wanted.emit(self._view)
        elif key == Qt.Key.Key_F2:
            self.edit_wanted.emit(self._view)
        elif key == Qt.Key.Key_Delete:
            self.detach_wanted.emit(self._view)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(key == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.open_wanted.emit(self._view)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._on_more_clicked()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setPen(QPen(theme.color("accent"), 2))
        painter.drawRect(QRect(1, 1, self.width() - 2, self.height() - 2))
        painter.end()

    def _description(self) -> str:
        view = self._view
        pages = self.tr("trang {}").format(view.pages) if view.pages else ""
        number = view.document.number if view.document else ""
        internal = self.tr("nội bộ, không gửi đi") if view.internal else ""
        return ", ".join(
            piece for piece in (view.file_name, number, pages, self._period(), internal) if piece
        )

    def _period(self) -> str:
        view = self._view
        if view.valid_from and view.valid_to:
            words = self.tr("có giá trị từ {} đến {}")
            return words.format(format_date(view.valid_from), format_date(view.valid_to))
        if view.valid_from:
            return self.tr("có giá trị từ {}").format(format_date(view.valid_from))
        return self.tr("có giá trị đến {}").format(format_date(view.valid_to)) if view.valid_to else ""

    def _not_now(self, on: date) -> str:
        if self._view.has_run_out(on):
            return self.tr("hết hiệu lực")
        return "" if self._view.holds_on(on) else self.tr("chưa có hiệu lực")

    def _on_more_clicked(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, slot in (
            (self.tr("Mở tệp"), self._on_open_chosen),
            (self.tr("Sửa tên, số trang, thời hạn…"), self._on_edit_chosen),
            (self.tr("Gỡ khỏi chỉ tiêu này"), self._on_detach_chosen),
        ):
            menu.addAction(words).triggered.connect(slot)
        menu.popup(self.mapToGlobal(self.rect().bottomRight()) - QPoint(menu.sizeHint().width(), 0))

    def _on_open_chosen(self) -> None:
        self.open_wanted.emit(self._view)

    def _on_edit_chosen(self) -> None:
        self.edit_wanted.emit(self._view)

    def _on_detach_chosen(self) -> None:
        self.detach_wanted.emit(self._view)


def size_text(size: int) -> str:
    """412 KB; from 1 MB on with one decimal."""
    if size < 1_000_000:
        return f"{format_int(max(1, round(size / 1000)))} KB"
    return f"{format_decimal(round(size / 1000), 1)} MB"
