"""What the window asks of a page. A page owns its actions; the window only shows it and its side panel."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ntm_desktop.domain.overview import Link
from ui.context import Context
from ui.widgets.cards import PageHeader


class Page(QWidget):
    """A page says what it shows (``TABLES``); the window calls ``reload`` after a write to any of these."""

    KEY: ClassVar[str]
    """Name of the page in links and of its help file: tieu-chi, ho-so …"""
    TABLES: ClassVar[frozenset[str]]

    navigate = Signal(object)  # Link
    told = Signal(str)  # "Đã xóa minh chứng": a toast with Hoàn tác
    count_changed = Signal(int)  # what needs action here, for the navigation

    def __init__(self, context: Context, title: str) -> None:
        super().__init__()
        self.context = context
        self.setWindowTitle(title)  # spoken
        self.panel: SidePanel | None = None  # a page with details sets one; the window places it
        self.header = PageHeader(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(18, 10, 18, 12)
        self.column.setSpacing(8)
        self.column.addWidget(self.header)

    def reload(self) -> None:
        """Reads what the page shows, through ``tasks.read``."""
        raise NotImplementedError

    def select(self, anchor: str) -> None:
        """Shows what a link means, e.g. an indicator's code. May come before the first rows do."""

    def follow(self, page: str, anchor: str = "") -> None:
        self.navigate.emit(Link(page, anchor))


class SidePanel(QFrame):
    """Details of the selection at the right of a page; its body scrolls. Hidden until ``open_panel``."""

    closed = Signal()
    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        scroll = Scrolled()
        self.body = scroll.body
        self.body.setContentsMargins(16, 10, 16, 12)
        column.addWidget(scroll)
        self.is_open = False

    def open_panel(self) -> None:
        if not self.is_open:
            self.is_open = True
            self.opened.emit()

    def close_panel(self) -> None:
        if self.is_open:
            self.is_open = False
            self.closed.emit()


class Scrolled(QScrollArea):
    """A column that scrolls down when it must, never sideways. Fill ``body``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setObjectName("scrolled")
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(8)
        self.setWidget(inner)
