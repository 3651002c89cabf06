"""The window's part of ``self-test``: the real program opens on the sample, shows its overview and closes."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from ntm_desktop import log
from ntm_desktop.services import sample
from ui import app, display, theme
from ui.pages.overview import OverviewPage
from ui.program import Program
from ui.window import Window

_PATIENCE_MS = 120_000


def run() -> int:
    """0 when the overview was shown with what the database says, and no error met the log; else 1."""
    if display.is_missing():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = app.make_application(sys.argv[:1])
    QCoreApplication.setApplicationName("NTM Desktop self-test")  # never the user's window and last folder
    with tempfile.TemporaryDirectory(prefix="ntm-", ignore_cleanup_errors=True) as temporary:
        folder = Path(temporary) / "xã mẫu"
        sample.make(folder)
        try:
            return _show(application, folder)
        finally:
            theme.pixmap.cache_clear()
            log.stop()
            QSettings().clear()


def _show(application: QApplication, folder: Path) -> int:
    shown: list[bool] = []
    window = Window(app.picture_of(folder))
    window.show()
    program = Program(folder, window)
    program.begin()

    def painted() -> None:
        overview = window.findChild(OverviewPage)
        assert overview is not None
        overview.loaded.connect(lambda _overview: shown.append(window.isVisible()))
        overview.loaded.connect(lambda _overview: window.close())

    window.content_painted.connect(painted)
    QTimer.singleShot(_PATIENCE_MS, application, lambda: application.exit(1))
    code = application.exec()
    program.end()
    logged = (folder / "logs" / log.FILE_NAME).read_text(encoding="utf-8")
    return 0 if code == 0 and shown == [True] and " ERROR " not in logged else 1
