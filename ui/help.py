"""The guide inside the program: the Vietnamese Markdown pages of docs/huong-dan, one window for all."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from ntm_desktop.paths import RESOURCES
from ui import theme

_GUIDE = RESOURCES.parent / "docs" / "huong-dan"
_START = "README"


class HelpWindow(QWidget):
    """F1 opens the chapter of the page in front; Esc closes, Alt+Left goes back."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Hướng dẫn sử dụng"))
        self.resize(760, 600)
        self._browser = QTextBrowser()
        self._browser.setFont(theme.font("body"))
        self._browser.setOpenLinks(False)
        self._browser.document().setDocumentMargin(18)
        self._browser.anchorClicked.connect(self._on_anchor_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._browser)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Back), self, self._browser.backward)

    def open_chapter(self, key: str) -> None:
        path = _GUIDE / f"{key}.md"
        self._show(QUrl.fromLocalFile(str(path if path.exists() else _GUIDE / f"{_START}.md")))
        self.show()
        self.raise_()
        self.activateWindow()

    def _show(self, url: QUrl) -> None:
        self._browser.setSource(url, QTextDocument.ResourceType.MarkdownResource)

    def _on_anchor_clicked(self, url: QUrl) -> None:
        if url.path().endswith(".md"):
            self._show(url)
        elif url.hasFragment() and not url.scheme():
            self._browser.scrollToAnchor(url.fragment())
        elif url.isLocalFile():
            QDesktopServices.openUrl(url)
