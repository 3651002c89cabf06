"""The licence texts that come with the program, to read without internet."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from ntm_desktop.paths import resource
from ui import theme
from ui.dialogs import fit
from ui.widgets.buttons import Button, buttons_row
from ui.widgets.tabs import Tabs

_TEXTS = (
    ("licenses", "NOTICE.txt"),
    ("licenses", "LGPL-3.0.txt"),
    ("licenses", "GPL-3.0.txt"),
    ("fonts", "NTMSans-LICENSE.txt"),
    ("fonts", "Tinos-LICENSE.txt"),
    ("icons", "LICENSE.txt"),
)


class LicencesDialog(fit.Dialog):
    WRITES: ClassVar[bool] = False

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Giấy phép"))
        fit.resize(self, 760, 500)
        self._tabs = Tabs(
            [
                self.tr("Thư viện và phông chữ"),
                "LGPL-3.0",
                "GPL-3.0",
                self.tr("Phông chữ màn hình"),
                self.tr("Phông chữ văn bản"),
                self.tr("Biểu tượng"),
            ]
        )
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setFont(theme.font("body"))
        self._text.setAccessibleName(self.tr("Nội dung giấy phép"))
        close = Button(self.tr("Đón&g"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 14)
        column.setSpacing(8)
        column.addWidget(self._tabs)
        column.addWidget(self._text, 1)
        column.addLayout(buttons_row(close))
        self._tabs.chosen.connect(self._on_chosen)
        close.clicked.connect(self.reject)
        self._on_chosen(0)

    def _on_chosen(self, index: int) -> None:
        self._text.setPlainText(resource(*_TEXTS[index]).read_text(encoding="utf-8"))
