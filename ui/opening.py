"""Handing a file or a folder to the program of this PC that opens such things."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from ntm_desktop.errors import NtmError
from ntm_desktop.text import safe_file_name
from ui.ask import Ask
from ui.context import Context
from ui.tasks import Report

_OPENED = "mo-xem"  # under tmp/: copies that other programs open, with a readable name


def open_stored(context: Context, window: QWidget, owner: QObject, sha256: str, name: str) -> None:
    """Opens a copy of a stored file: the stored one has no name and never changes."""
    store, folder = context.tasks.store, context.folder / "tmp" / _OPENED

    def copy(_report: Report) -> Path:
        target = folder / sha256[:12] / safe_file_name(name)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(store.path(sha256), target)
        return target

    words = QCoreApplication.translate("Opening", "Đang mở tệp")
    context.tasks.work(copy, partial(open_path, context.ask, window), owner, title=words)


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
