"""How the program starts: the window is painted first, everything else is imported afterwards, elsewhere.

So nothing but Qt itself may be imported here; ``ui.program`` composes the rest.
"""

from __future__ import annotations

import builtins
import linecache
import os
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QSettings, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from ntm_desktop import paths
from ui.garbage import Garbage
from ui.window import Window

if TYPE_CHECKING:
    from ui.program import Known, Program

LAST_FOLDER = "folder"
_SETTLED_MS = 3_000


def run(folder: Path | None) -> int:
    """Opens the window on ``folder``, or on ``NTM_DATA``, the last one used, or the usual one."""
    app = make_application(sys.argv[:1])
    start = Start(folder or _last_folder())
    code = app.exec()
    if start.program is not None:
        start.program.end()
    return code


def drop_import_hook() -> None:
    """Takes PySide's ``__import__`` away again, once Qt is imported.

    It reads the source of every module imported later to see whether it says ``from __feature__ import``;
    nobody here does, and linecache would keep all those sources: 16.7 of 124 MB at rest (6.11.3). What it
    has read goes too.
    """
    linecache.clearcache()
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def make_application(arguments: list[str]) -> QApplication:
    QCoreApplication.setOrganizationName("NTM Desktop")
    QCoreApplication.setApplicationName("NTM Desktop")
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    return QApplication(arguments)


class Start(QObject):
    """Shows the window, then lets a thread import the program, then hands the window over to it."""

    _imported = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        drop_import_hook()
        self._folder = folder
        self._garbage = Garbage()
        self.program: Program | None = None
        self._known: Known | None = None
        self.window = Window(picture_of(folder))
        self.window.painted.connect(self._on_painted)
        self._imported.connect(self._on_imported, Qt.ConnectionType.QueuedConnection)
        self.window.show()

    def _on_painted(self) -> None:
        QTimer.singleShot(_SETTLED_MS, self._garbage.settle)
        threading.Thread(target=self._import, daemon=True).start()

    def _import(self) -> None:
        from ui.program import look

        self._known = look(self._folder)
        self._imported.emit()

    def _on_imported(self) -> None:
        from ui.program import Program

        self.program = Program(self._folder, self.window, self._known)
        QTimer.singleShot(0, self._begin)  # the shell is a turn of the event loop of its own

    def _begin(self) -> None:
        if self.program is not None:
            self.program.begin()


def picture_of(folder: Path) -> Path:
    return folder / "cache" / "overview.png"


def _is_there(folder: Path) -> bool:
    """One whose database is on a server has its settings alone."""
    return (folder / "ntm.db").is_file() or (folder / "settings.json").is_file()


def _last_folder() -> Path:
    last = QSettings().value(LAST_FOLDER)
    if "NTM_DATA" not in os.environ and last and _is_there(Path(str(last))):
        return Path(str(last))
    return paths.default_data_folder()
