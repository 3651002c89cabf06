"""The end of every error: a refusal becomes a sentence, our own mistake a dialog with a report to carry away.

The report names versions, the place in the code and the last lines of the log; it holds no text that an
office typed (so not the message of the exception).
"""

from __future__ import annotations

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ntm_desktop import __version__
from ntm_desktop.errors import NtmError
from ui.ask import Ask
from ui.dialogs import fit
from ui.dialogs.message import fit_height
from ui.widgets.buttons import Button
from ui.widgets.labels import Label

_log = logging.getLogger(__name__)
_LOG_LINES = 200


class ErrorHook(QObject):
    """Takes over ``sys.excepthook`` and ``threading.excepthook``; made once, by ``ui.app``."""

    _raised = Signal(object)

    def __init__(self, ask: Ask, log_file: Path, window: Callable[[], QWidget | None]) -> None:
        super().__init__()
        self._ask, self._log_file, self._window = ask, log_file, window
        self._showing = False
        self._raised.connect(self._on_raised, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if not isinstance(error, NtmError):
            _log.error("mistake of the program:\n%s", _frames(error.with_traceback(trace)))
            sys.__excepthook__(kind, error, trace)
        self._raised.emit(error)

    def _thread_hook(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self._hook(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    def _on_raised(self, error: BaseException) -> None:
        window = self._window()
        if window is None:
            return
        if isinstance(error, NtmError):
            self._ask.problem(window, error)
            return
        if self._showing:  # one mistake often brings others
            return
        self._showing = True
        dialog = ErrorDialog(window, self._ask, report(error, self._log_file))
        dialog.finished.connect(self._on_dialog_finished)
        dialog.open()

    def _on_dialog_finished(self) -> None:
        self._showing = False


def report(error: BaseException, log_file: Path) -> str:
    lines = [
        f"NTM Desktop {__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
        "",
        _frames(error),
        "",
    ]
    if log_file.exists():
        lines += log_file.read_text(encoding="utf-8", errors="replace").splitlines()[-_LOG_LINES:]
    return "\n".join(lines) + "\n"


def _frames(error: BaseException) -> str:
    """Where it happened, without the message: that may quote what was typed."""
    places = traceback.extract_tb(error.__traceback__)
    where = [f"  {Path(place.filename).name}:{place.lineno} {place.name}" for place in places]
    return "\n".join([type(error).__name__, *where])


class ErrorDialog(fit.Dialog):
    def __init__(self, parent: QWidget, ask: Ask, text: str) -> None:
        super().__init__(parent)
        self._ask, self._text = ask, text
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Nông thôn mới"))
        self.setFixedWidth(480)
        save = Button(self.tr("&Lưu báo cáo"), icon="usb")
        close = Button(self.tr("Đón&g"))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(8)
        column.addWidget(
            Label(self.tr("Chương trình gặp lỗi, việc vừa làm chưa được ghi."), "card", wrap=True)
        )
        column.addWidget(
            Label(
                self.tr(
                    "Số liệu đã lưu vẫn an toàn. Lưu báo cáo ra USB và gửi cho người hỗ trợ; "
                    "báo cáo không chứa số liệu hay tên người. Rồi làm lại việc vừa rồi."
                ),
                "body",
                "text2",
                wrap=True,
            )
        )
        column.addSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(save)
        row.addWidget(close)
        column.addLayout(row)
        save.clicked.connect(self._on_save_clicked)
        close.clicked.connect(self.reject)
        close.setFocus()
        fit_height(self)

    def _on_save_clicked(self) -> None:
        title, filters = self.tr("Lưu báo cáo lỗi"), self.tr("Tệp văn bản (*.txt)")
        self._ask.save_file(self, title, "bao-cao-loi.txt", filters, self._save)

    def _save(self, path: Path) -> None:
        try:
            path.write_text(self._text, encoding="utf-8")
        except OSError as error:
            raise NtmError(
                self.tr("Không ghi được báo cáo vào {}. Chọn nơi khác rồi lưu lại.").format(path)
            ) from error
        self.accept()
