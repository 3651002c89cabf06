"""The guide inside the program: the Vietnamese Markdown pages of docs/huong-dan, one window for all."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, Qt, QUrl
from PySide6.QtGui import QImage, QKeySequence, QShortcut, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from ntm_desktop.paths import RESOURCES
from ui import theme
from ui.ask import Ask
from ui.dialogs import fit
from ui.opening import open_path

_GUIDE = RESOURCES.parent / "docs" / "huong-dan"
_START = "README"
_SIZE = (820, 620)
_LEAST_WIDTH = 420
_FRAME = 12  # of the window, and a little room beside what one works in
_MARGIN = 18
_GAP = 8


class HelpWindow(QWidget):
    """F1 opens the chapter of the page in front; Esc closes, Alt+Left goes back."""

    def __init__(self, parent: QWidget, ask: Ask) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._ask = ask
        self._opener = parent
        self.setWindowTitle(self.tr("Hướng dẫn sử dụng"))
        self._browser = _Browser()
        self._browser.setFont(theme.font("body"))
        self._browser.setOpenLinks(False)
        self._browser.document().setDocumentMargin(_MARGIN)
        self._browser.anchorClicked.connect(self._on_anchor_clicked)
        self._browser.sourceChanged.connect(self._on_source_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._browser)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Back), self, self._browser.backward)

    def open_chapter(self, key: str) -> None:
        if not self.isVisible():
            self._place()
        self.show()
        self.raise_()
        self.activateWindow()
        path = _GUIDE / f"{key}.md"
        self._show(QUrl.fromLocalFile(str(path if path.exists() else _GUIDE / f"{_START}.md")))

    def _place(self) -> None:
        """At the side where it covers what one is working in the least."""
        screen = self.screen().availableGeometry()
        asking = self._opener.focusWidget()
        left = right = screen.center().x()
        if asking is not None and asking.width() < screen.width() // 2:
            left = asking.mapToGlobal(QPoint(0, 0)).x()
            right = left + asking.width()
        at_right = screen.right() - right >= left - screen.left()
        room = screen.right() - right if at_right else left - screen.left()
        width = min(max(room - _FRAME, _LEAST_WIDTH), _SIZE[0])
        fit.resize(self, width, _SIZE[1])
        x = screen.right() - self.width() - _FRAME // 2 if at_right else screen.left() + _FRAME // 2
        self.move(x, screen.top() + (screen.height() - self.height()) // 2)

    def _show(self, url: QUrl) -> None:
        self._browser.setSource(url, QTextDocument.ResourceType.MarkdownResource)

    def _on_source_changed(self, _source: QUrl) -> None:
        """Markdown comes without room between its paragraphs and in the cells of its tables."""
        block = self._browser.document().begin()
        while block.isValid():
            cursor = QTextCursor(block)
            if (table := cursor.currentTable()) is not None:
                table_format = table.format().toTableFormat()
                table_format.setCellPadding(_GAP // 2)
                table.setFormat(table_format)
            else:
                block_format = block.blockFormat()
                block_format.setTopMargin(2 * _GAP if block_format.headingLevel() else 0)
                block_format.setBottomMargin(_GAP)
                cursor.setBlockFormat(block_format)
            block = block.next()
        self._browser.moveCursor(QTextCursor.MoveOperation.Start)

    def _on_anchor_clicked(self, url: QUrl) -> None:
        if url.path().endswith(".md"):
            self._show(url)
        elif url.hasFragment() and not url.scheme():
            self._browser.scrollToAnchor(url.fragment())
        elif url.isLocalFile():
            open_path(self._ask, self, Path(url.toLocalFile()))


class _Browser(QTextBrowser):
    """A picture of the whole window is shown as wide as the text."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        found = super().loadResource(kind, name)
        width = self.width() - self.verticalScrollBar().sizeHint().width() - 2 * _MARGIN - _GAP
        if kind == QTextDocument.ResourceType.ImageResource.value and isinstance(found, QByteArray):
            found = QImage.fromData(found)
        if isinstance(found, QImage) and found.width() > width:
            return found.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        return found
