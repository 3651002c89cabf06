"""Handing a file or a folder to the program of this PC that opens such things."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from ntm_desktop.errors import NtmError
from ui.ask import Ask


def open_path(ask: Ask, parent: QWidget, path: Path) -> None:
    """Tells what to do instead where no program takes it."""
    if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        return
    if path.is_dir():
        words = QCoreApplication.translate(
            "Opening", "Không mở được thư mục “{}”. Mở trình quản lý tệp của máy rồi tìm đến thư mục này."
        ).format(path)
    else:
        words = QCoreApplication.translate(
            "Opening",
            "Không mở được tệp “{}”. Máy này chưa có chương trình mở loại tệp này. "
            "Cài chương trình đó rồi mở lại, hoặc xem tệp trên máy khác; tệp đã lưu vẫn nguyên vẹn.",
        ).format(path.name)
    ask.problem(parent, NtmError(words))
